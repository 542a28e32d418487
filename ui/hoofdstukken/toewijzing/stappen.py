"""De vijf stappen van het onderzoek: wat er is gevonden, en wie met welke kennis keek."""

from __future__ import annotations

from typing import Any

from jeugdteam_app.dossier.onderzoek import Onderzoek
from jeugdteam_app.dossier.stappen import STAPPEN, stappen, voorstel
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.taal import _, ngettext
from jeugdteam_app.werk import instellingen
from ui.bouwstenen.basis import Uitklapper, knop, links, tekst
from ui.bouwstenen.formulier import Veldenrij
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.stijl import HUIDIG
from ui.bouwstenen.velden import ververs_waarden


class Stappendeel(Uitklapper):
    """Eén keer per kind: alle besluiten van dit kind leunen erop."""

    def __init__(self, schrijver: Schrijver) -> None:
        self._schrijver = schrijver
        super().__init__(self._kop(), "list-checks", HUIDIG.kleuren.accent)
        self.vul_bij_openen(lambda _kolom: self._vul())

    def _kop(self) -> str:
        gezet = sum(bool(stap.tekst.strip()) for stap in stappen(self._schrijver.dossier).values())
        return _("Hoe we tot dit besluit kwamen, in vijf stappen ({aantal} van 5)").format(aantal=gezet)

    def _vul(self) -> None:
        uitleg = _(
            "Zo kan ieder die het besluit leest, ook een rechter, elke stap volgen (CRvB 2017:1477). Dit komt in "
            "het besluit."
        )
        self.kolom.addWidget(tekst(uitleg, "zacht"))
        links(self.kolom, knop(_("Invullen met wat er al staat"), self._neem_over, "", "file-text"))
        for nummer, (naam, vraag) in enumerate(STAPPEN.items(), 1):
            veld: Veld[Any] = vars(Onderzoek)[naam]
            v = Veldenrij(self._schrijver, self.kolom, Onderzoek.soort)
            v.voor_gezin(veld, f"{nummer}. {_(vraag)}", deel="tekst")
            v.persoon(veld, _("Wie keek hiernaar?"), deel="deskundige")
            v.regel(
                veld, _("Met welke kennis?"), _("Bijvoorbeeld: jeugdprofessional, orthopedagoog"), deel="discipline"
            )

    def _neem_over(self) -> None:
        """Vult alleen wat leeg is; wat iemand schreef blijft staan."""
        ingevuld = 0
        ik, functie = self._schrijver.werkplek.wie, instellingen.profiel(self._schrijver.werkplek).functie
        gezet = stappen(self._schrijver.dossier)
        for naam, gevonden in voorstel(self._schrijver.dossier, _).items():
            if gevonden and not gezet[naam].tekst.strip():
                nieuw = gezet[naam].model_copy(
                    update={
                        "tekst": gevonden,
                        "deskundige": gezet[naam].deskundige or ik,
                        "discipline": gezet[naam].discipline or functie,
                    }
                )
                self._schrijver.schrijf(Band(Onderzoek.soort, vars(Onderzoek)[naam]), Bekend(nieuw))
                ingevuld += 1
        ververs_waarden(self)
        if ingevuld:
            zin = ngettext(
                "Eén stap is ingevuld. Lees haar na.", "{aantal} stappen zijn ingevuld. Lees ze na.", ingevuld
            )
            self._schrijver.gelukt.emit(zin.format(aantal=ingevuld))
        else:
            self._schrijver.gelukt.emit(_("Er staat nog niets om over te nemen, of alles is al ingevuld."))

    def ververs(self) -> None:
        """Telt opnieuw hoeveel stappen er gezet zijn."""
        self.zet_opschrift(self._kop())
