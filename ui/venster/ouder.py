"""De werkplek is niet zoals zij was: een mens beslist voordat er iets opengaat."""

from __future__ import annotations

from PySide6.QtCore import Signal

from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk.waken import Zorg
from ui.bouwstenen.basis import Melding, knop, links, tekst
from ui.bouwstenen.indeling import Blad


class Ouderblad(Blad):
    """Waarom er gewaarschuwd wordt, en de drie dingen die iemand kan doen."""

    verder = Signal()
    sluiten = Signal()
    redden = Signal()

    def __init__(self, zorg: Zorg) -> None:
        super().__init__(bovenaan=True)
        titel, wat = _over(zorg)
        self.kolom.addWidget(tekst(titel, "titel"))
        self.kolom.addWidget(Melding("let_op", wat))
        raad = _(
            "Weet u niet hoe dit komt? Sluit dan, verander niets, en vraag uw beheerder om hulp. Misschien staat "
            "de nieuwste werkplek nog in een reservekopie. Ga alleen verder als u weet hoe dit komt."
        )
        self.kolom.addWidget(tekst(raad))
        redden = _(
            "Met ‘Redden wat te lezen is’ komt wat in deze werkplek te lezen is in een nieuwe werkplek, aangevuld uit "
            "uw kopieën als u die aanwijst. Deze blijft dan zoals zij is."
        )
        self.kolom.addWidget(tekst(redden))
        self.begin = knop(_("Sluiten, en niets veranderen"), self.sluiten.emit, "hoofd", "lock")
        links(self.kolom, self.begin)
        links(self.kolom, knop(_("Redden wat te lezen is"), self.redden.emit, "", "shield-check"))
        links(self.kolom, knop(_("Ik weet waarom. Ga verder met deze werkplek"), self.verder.emit, "stil"))
        self.kolom.addStretch(1)


def _over(zorg: Zorg) -> tuple[str, str]:
    if zorg is Zorg.OUDER:
        return _("Deze werkplek is ouder dan u haar achterliet"), _(
            "Er ontbreekt iets dat er de vorige keer wel was. Dat gebeurt als iemand een oud bestand terugzet, "
            "of als een programma dat doet. Wat u daarna schreef, staat dan niet in deze werkplek."
        )
    if zorg is Zorg.ZONDER_SPOOR:
        return _("Deze computer kent deze werkplek niet"), _(
            "De computer onthoudt anders tot waar er geschreven is, en daarvan is hier niets te vinden. Dat hoort zo "
            "als u de map net hierheen bracht of een andere naam gaf. Deed u dat niet, dan kan iemand een ouder "
            "bestand hebben teruggezet en dat hebben verborgen."
        )
    return _("Aan deze werkplek is iets veranderd buiten het programma om"), _(
        "Een deel van het bestand is niet meer zoals het programma het schreef. Dat kan gebeuren als een schijf "
        "stukgaat, of als iemand iets ouds heeft teruggezet. Wat er staat, kan onvolledig zijn."
    )
