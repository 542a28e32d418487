"""De werkplek mist iets dat er eerder wel was: een mens beslist voordat er iets opengaat."""

from __future__ import annotations

from PySide6.QtCore import Signal

from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import Melding, knop, links, tekst
from ui.bouwstenen.indeling import Blad


class Ouderblad(Blad):
    """Waarom er gewaarschuwd wordt, en de twee dingen die iemand kan doen."""

    verder = Signal()
    sluiten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kolom.addWidget(tekst(_("Deze werkplek is ouder dan u haar achterliet"), "titel"))
        wat = _(
            "Er ontbreekt iets dat er de vorige keer wel was. Dat gebeurt als iemand een oud bestand terugzet, "
            "of als een programma dat doet. Wat u daarna schreef, staat dan niet in deze werkplek."
        )
        self.kolom.addWidget(Melding("let_op", wat))
        raad = _(
            "Weet u niet hoe dit komt? Sluit dan, verander niets, en vraag uw beheerder om hulp. Misschien staat "
            "de nieuwste werkplek nog in een reservekopie. Ga alleen verder als u zelf een ouder bestand terugzette."
        )
        self.kolom.addWidget(tekst(raad))
        self.begin = knop(_("Sluiten, en niets veranderen"), self.sluiten.emit, "hoofd", "lock")
        links(self.kolom, self.begin)
        links(self.kolom, knop(_("Ik weet waarom. Ga verder met deze werkplek"), self.verder.emit, "stil"))
