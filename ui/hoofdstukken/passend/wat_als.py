"""Wat als een antwoord anders was: kijken wat er schuift, zonder iets aan het dossier te veranderen."""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby
from typing import Any

from jeugdteam_app.dossier.aanmelding import Antwoord, Verwijzer
from jeugdteam_app.dossier.afweging import VRAGEN, Hulpvorm, Klachten, Probleemgebied
from jeugdteam_app.dossier.familiegroepsplan import Stap
from jeugdteam_app.dossier.feiten import MEERKEUZES
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.opdrachtregel.advies import KOPPEN
from jeugdteam_app.productenboek.voorwaarden import Uitslag
from jeugdteam_app.regels.advies import ELDERS
from jeugdteam_app.regels.feitzin import feitzin
from jeugdteam_app.regels.wat_als import Verandering
from jeugdteam_app.werk import advies as werk
from ui.bouwstenen.basis import Uitklapper, knop, leeg, tekst
from ui.bouwstenen.indeling import Doorlooprij, kolom
from ui.bouwstenen.invoer import Keuzelijst, label_bij
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG

_KEUZES: dict[str, tuple[StrEnum, ...]] = {
    "klachten": tuple(Klachten),
    "probleemgebieden": tuple(Probleemgebied),
    "hulp_voor": tuple(Hulpvorm),
    "verwijzer": tuple(Verwijzer),
    "fgp_stap": tuple(Stap),
}
# Wat elders in het dossier staat en het advies ook verandert.
_ELDERS = (
    "leeftijd", "acuut_gevaar", "zorgen_over_veiligheid", "analyse_gereed", "verwijzer", "maanden_sinds_aanmelding",
    "fgp_stap",
)  # fmt: skip
_TOT = {"leeftijd": 23, "maanden_sinds_aanmelding": 13}
STAND = {
    Uitslag.JA: N_("ja"),
    Uitslag.ONBEKEND: N_("hangt ervan af"),
    Uitslag.NEE: N_("nee"),
    None: N_("staat er niet"),
}


class WatAls(Uitklapper):
    """Kies een vraag en een ander antwoord; eronder staat wat er dan schuift."""

    def __init__(self, schrijver: Schrijver, vragen: frozenset[str]) -> None:
        super().__init__(_("Wat als een antwoord anders was?"), "sparkles", HUIDIG.kleuren.accent)
        self._schrijver = schrijver
        self._anders: dict[str, Any] = {}
        self.kolom.addWidget(tekst(_("Probeer het uit. Het dossier verandert niet."), "zacht"))
        self._vraag, self._antwoord = Keuzelijst(), Keuzelijst()
        for naam in (n for n in VRAGEN if n in vragen):
            self._vraag.addItem(_(VRAGEN[naam].tekst), naam)
        for naam in _ELDERS:
            self._vraag.addItem(_(ELDERS[naam]), naam)
        for lijst, opschrift in ((self._vraag, _("Welke vraag?")), (self._antwoord, _("Welk antwoord dan?"))):
            self.kolom.addWidget(label_bij(lijst, opschrift))
            self.kolom.addWidget(lijst)
        self._vraag.currentIndexChanged.connect(lambda _n: self._vul_antwoorden())
        knoppen = Doorlooprij()
        knoppen.addWidget(knop(_("Bekijk wat er schuift"), self._bekijk, "", "eye"))
        knoppen.addWidget(knop(_("Zet terug"), self.zet_terug, "stil", "undo-2"))
        self.kolom.addLayout(knoppen)
        self._uitkomst = kolom(None, "s")
        self.kolom.addLayout(self._uitkomst)
        self._vul_antwoorden()

    def _vul_antwoorden(self) -> None:
        self._antwoord.clear()
        naam = str(self._vraag.currentData())
        if naam in _TOT:
            for getal in range(_TOT[naam]):
                self._antwoord.addItem(str(getal), getal)
        else:
            for keuze in _KEUZES.get(naam, tuple(Antwoord)):
                # Bij een vraag met meer antwoorden: elk apart, en allemaal tegelijk.
                self._antwoord.addItem(_(woord(keuze)), (keuze.value,) if naam in MEERKEUZES else keuze.value)
        if naam in MEERKEUZES:
            self._antwoord.addItem(_("allemaal tegelijk"), tuple(k.value for k in _KEUZES[naam]))
        self._antwoord.addItem(_("dat weten we niet"), None)

    def _bekijk(self) -> None:
        self._anders[str(self._vraag.currentData())] = self._antwoord.currentData()
        leeg(self._uitkomst)
        stel = "; ".join(feitzin(naam, _als_code(waarde)) for naam, waarde in self._anders.items())
        self._uitkomst.addWidget(tekst(_("Stel: {feiten}").format(feiten=stel), "label"))
        gevonden = werk.wat_als(self._schrijver.werkplek, self._schrijver.id, self._anders)
        for deel, erin in groupby(gevonden, lambda v: v.deel):
            self._uitkomst.addWidget(tekst(_(KOPPEN[deel]), "zacht"))
            for verandering in erin:
                for zin in _zinnen(verandering):
                    self._uitkomst.addWidget(tekst(zin))
        if not gevonden:
            self._uitkomst.addWidget(tekst(_("Er schuift niets.")))

    def zet_terug(self) -> None:
        """Vergeet wat er geprobeerd is."""
        self._anders.clear()
        leeg(self._uitkomst)


def _als_code(waarde: Any) -> str:
    if waarde is None:
        return N_("onbekend")
    return ", ".join(waarde) if isinstance(waarde, tuple | list) else str(waarde)


def _zinnen(verandering: Verandering) -> list[str]:
    """Wat er schuift, en welke waarschuwing erbij komt of vervalt."""
    schuift = verandering.was is not verandering.wordt or verandering.plek[0] != verandering.plek[1]
    zinnen = [_regel(verandering)] if schuift else []
    erbij, weg = _("{titel}: erbij komt de waarschuwing ‘{zin}’"), _("{titel}: de waarschuwing ‘{zin}’ vervalt")
    for vorm, teksten in ((erbij, verandering.erbij), (weg, verandering.weg)):
        zinnen += [vorm.format(titel=_(verandering.titel), zin=_(zin)) for zin in teksten]
    return zinnen


def _regel(verandering: Verandering) -> str:
    van, naar = verandering.plek
    if verandering.was is verandering.wordt:
        zin = _("{titel}: van plaats {van} naar plaats {naar}")
        return zin.format(titel=_(verandering.titel), van=van, naar=naar)
    stand = {"was": _(STAND[verandering.was]), "wordt": _(STAND[verandering.wordt])}
    return _("{titel}: nu ‘{was}’, dan ‘{wordt}’").format(titel=_(verandering.titel), **stand)
