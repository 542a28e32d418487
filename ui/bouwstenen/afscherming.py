"""Bij één ding: voor wie is dit niet? Aan tafel staat dit er niet, en wat is afgeschermd ook niet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from jeugdteam_app.dossier.afscherming import AF_TE_SCHERMEN, KIND, lezers, niet_voor
from jeugdteam_app.dossier.gezin import Afscherming
from jeugdteam_app.dossier.velden import Voorwerp
from jeugdteam_app.kern.feit import Conflict
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import icoonknop, tekst
from ui.bouwstenen.iconen import icoon
from ui.bouwstenen.indeling import kolom, rij
from ui.bouwstenen.keuzevelden import Meerkeuzeveld
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.stijl import HUIDIG


def is_af_te_schermen(schrijver: Schrijver, soort: type[Voorwerp]) -> bool:
    """Of hier iets af te schermen is: niet aan tafel, en alleen als er mensen in het dossier staan."""
    return not HUIDIG.aan_tafel and soort in AF_TE_SCHERMEN and bool(lezers(schrijver.dossier))


def zet_erbij(schrijver: Schrijver, indeling: QVBoxLayout, sleutel: str, naam: str) -> None:
    """Zet bij iets dat niet in een lijst staat, voor wie het niet is; aan tafel niet, en niet zonder mensen."""
    if not HUIDIG.aan_tafel and lezers(schrijver.dossier):
        zet_oog(indeling, Afschermer(schrijver, sleutel, naam))


def zet_oog(indeling: QVBoxLayout, afschermer: Afschermer) -> None:
    """Het oog met de vraag ernaast, en eronder wat er gekozen is; een oog alleen zegt niemand iets."""
    oog = rij("s")
    oog.addWidget(afschermer.knop)
    oog.addWidget(tekst(_("Wie mag dit lezen?"), "zacht"), 1)
    indeling.addLayout(oog)
    indeling.addWidget(afschermer)


class Afschermer(QWidget):
    """Zegt voor wie iets niet is, en laat dat kiezen. ``knop`` zet wie hem maakt zelf op zijn plek."""

    def __init__(self, schrijver: Schrijver, sleutel: str, naam: str) -> None:
        super().__init__()
        self._schrijver, self._sleutel, self._naam = schrijver, sleutel, naam
        self._kolom = kolom(self, "s")
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self._stand = tekst("", "zacht")
        self._kolom.addWidget(self._stand)
        self._veld: Meerkeuzeveld | None = None
        self.knop: QToolButton = icoonknop("eye", "", self._wissel)
        self._ververs()
        schrijver.veranderd.connect(self._ververs)
        if isinstance(schrijver.dossier.afscherming(sleutel).niet_voor, Conflict):
            self._wissel()

    def _wissel(self) -> None:
        if self._veld is None:
            plek = self._schrijver.dossier.plek_van_afscherming(self._sleutel)
            band = Band(plek, Afscherming.niet_voor)
            uitleg = _(
                "Het blijft in het dossier. Aan tafel ziet niemand het. Op het papier voor deze mensen staat het ook "
                "niet. Kiest u een kind, dan geldt het voor alle kinderen van dit gezin."
            )
            self._veld = Meerkeuzeveld(self._schrijver, band, _("Voor wie is dit niet bedoeld?"), self._keuzes, uitleg)
            self._kolom.addWidget(self._veld)
        else:
            self._veld.setVisible(self._veld.isHidden())
        self._ververs()

    def _keuzes(self) -> list[tuple[str, str]]:
        return [(naam, sleutel) for sleutel, naam in self._namen().items()]

    def _namen(self) -> dict[str, str]:
        """Wie er te kiezen is; wie eerder gekozen is en niet meer in het dossier staat, blijft erbij."""
        dossier = self._schrijver.dossier
        namen, zelf = dict(lezers(dossier)), dossier.zichzelf
        weg = {s: _("iemand die niet meer in het dossier staat") for s in niet_voor(dossier, self._sleutel)}
        if zelf and KIND in namen:
            # Staat het kind ook bij de mensen, dan heet het zo bij elk kind van het gezin dezelfde.
            namen = {zelf: namen.pop(KIND), **namen}
            weg |= {KIND: _("een kind van dit gezin")} if KIND in weg else {}
        return weg | namen

    def _ververs(self) -> None:
        dossier = self._schrijver.dossier
        namen = self._namen()
        afgeschermd = niet_voor(dossier, self._sleutel)
        if isinstance(dossier.afscherming(self._sleutel).niet_voor, Conflict):
            zin = _("U en een collega kozen iets anders. Tot u kiest, leest niemand uit het gezin dit.")
        elif afgeschermd:
            zin = _("Niet bedoeld voor: {wie}").format(wie=", ".join(namen[s] for s in afgeschermd))
        else:
            zin = _("Iedereen mag dit lezen. Klik om te kiezen wie niet.")
        self._stand.setText(zin)
        self._stand.setVisible(bool(afgeschermd))
        self.setVisible(bool(afgeschermd) or (self._veld is not None and not self._veld.isHidden()))
        self.knop.setIcon(icoon("eye-off" if afgeschermd else "eye"))
        self.knop.setToolTip(zin)
        self.knop.setAccessibleName(f"{self._naam}: {zin}")


def zin_over_afgeschermd(zinnen: Sequence[str]) -> str:
    """Welke woorden intussen zijn afgeschermd en nog in een brief of ontwerp staan, en wat iemand daarmee doet."""
    zei = _(
        "Dit is afgeschermd en staat nog in deze tekst: {woorden}. Haal het eruit, of kijk waar het staat wie het "
        "mag lezen."
    )
    return zei.format(woorden=", ".join(f"‘{zin}’" for zin in zinnen))
