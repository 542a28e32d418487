"""Vier ogen bij een ontwerp: zelf meekijken voor een collega, of de verklaring van een collega inlezen."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import meekijken as werk
from ui.bouwstenen.basis import Melding, Uitklapper, knop, links, tekst
from ui.bouwstenen.bestand import bewaar_via, open_bestand
from ui.bouwstenen.invoer import Groeivak, Typklok, label_bij
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.stijl import HUIDIG


class Meekijkdeel(Uitklapper):
    """Wie meekeek met dit ontwerp. Verandert het ontwerp, dan is opnieuw meekijken nodig."""

    def __init__(self, schrijver: Schrijver, sleutel: str) -> None:
        super().__init__(_("Laat een collega meekijken"), "users", HUIDIG.kleuren.accent)
        self._schrijver, self._sleutel = schrijver, sleutel
        self._stand = Melding("info", "")
        self._uitleg = Groeivak(2)
        # Wat iemand hier typt, blijft als het scherm op slot gaat; het wordt pas een verklaring als hij dat zegt.
        self._band = Band(sleutel, Toegewezen.inhoud, "opzij:meekijken")
        self._uitleg.setPlainText(schrijver.half.get(self._band.plaats, ""))
        self._klok = Typklok(self)
        self._klok.nu.connect(self.verzegel)
        self._uitleg.textChanged.connect(self._getypt)
        self.vul_bij_openen(self._vul)

    def _getypt(self) -> None:
        self._schrijver.half[self._band.plaats] = self._uitleg.toPlainText()
        self._klok.getypt()

    def verzegel(self) -> None:
        """Bewaart wat er getypt staat; leeg is vergeten."""
        self._klok.stop()
        if self._band.plaats not in self._schrijver.half:
            return
        if tekst_ := self._uitleg.toPlainText():
            self._schrijver.concept(self._band, tekst_)
        else:
            self._schrijver.vergeet_half(self._band)

    def _vul(self, waarin: QVBoxLayout) -> None:
        waarin.addWidget(self._stand)
        wijze = _(
            "Stuur de collega het dossier, of krijg het. De verklaring geldt alleen voor het ontwerp zoals het nu is."
        )
        waarin.addWidget(tekst(wijze, "zacht"))
        waarin.addWidget(label_bij(self._uitleg, _("Kijkt u mee voor een collega? Wat valt u op?")))
        waarin.addWidget(self._uitleg)
        for opschrift, akkoord in ((_("Ik ben het ermee eens"), True), (_("Ik ben het er niet mee eens"), False)):
            links(waarin, knop(opschrift, partial(self._verklaar, akkoord), "", "check" if akkoord else "x"))
        links(waarin, knop(_("Verklaring van een collega inlezen"), self._lees_in, "", "folder-open"))
        self.ververs()

    def ververs(self) -> None:
        """Zegt of er iemand meekeek met het ontwerp zoals het nu is."""
        s = self._schrijver
        van = werk.geldig(s.werkplek, s.id, self._sleutel)
        if van is None:
            zin_ = _("Nog niemand keek mee met dit ontwerp zoals het nu is.")
        else:
            wat = _("eens") if van.akkoord else _("niet eens")
            zin_ = _("{wie} keek mee op {dag}: {wat}. {uitleg}").format(
                wie=", ".join(filter(None, (van.wie, van.functie))), dag=toon_datum(van.datum), wat=wat,
                uitleg=van.toelichting,
            ).strip()  # fmt: skip
        self._stand.zeg(zin_)

    def _verklaar(self, akkoord: bool) -> None:
        s = self._schrijver
        schrijf = partial(werk.verklaar, s.werkplek, s.id, self._sleutel, self._uitleg.toPlainText(), akkoord=akkoord)
        bewaar_via(self, s, f"verklaring{werk.ACHTERVOEGSEL}", schrijf)

    def _lees_in(self) -> None:
        pad = open_bestand(self, _("Welke verklaring?"), _("Verklaringen (*.meegekeken)"))
        if pad is None:
            return
        s = self._schrijver
        if not s.doe(werk.lees_in, self._sleutel, pad):
            return
        s.meld_veranderd()
        s.gelukt.emit(_("De verklaring staat bij dit ontwerp."))
