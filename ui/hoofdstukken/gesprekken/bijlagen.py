"""Bijlagen bij dit kind: toevoegen, hier bekijken, en weer als bestand bewaren."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from jeugdteam_app.dossier.bijlage import Bestandsoort, Bijlage
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import bijlagen as werk
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen.basis import Kaart, Melding, knop, leeg, links, tekst
from ui.bouwstenen.bestand import bewaar_document, open_bestand
from ui.bouwstenen.formulier import Lijst, Veldenrij
from ui.bouwstenen.indeling import kolom, rij
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG

_NAMEN = {
    Bestandsoort.PDF: "bijlage.pdf",
    Bestandsoort.PNG: "bijlage.png",
    Bestandsoort.JPEG: "bijlage.jpg",
    Bestandsoort.TEKST: "bijlage.txt",
}
_BREED, _STAP, _SMALST, _BREEDST = 660, 220, 220, 1_760


class Bijlagen(Kaart):
    """De bijlagen van dit kind. Het bestand komt in de kluis; wat u koos blijft ook staan waar het stond."""

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__()
        self.schrijver = schrijver
        self.setAccessibleName(_("Bijlagen"))
        self.kolom.addWidget(tekst(_("Bijlagen"), "kop"))
        uitleg = _(
            "Bijvoorbeeld een beschikking van de rechter of een verslag van school. Versleuteld bij het dossier "
            "van dit kind."
        )
        self.kolom.addWidget(tekst(uitleg, "zacht"))
        namen = (_("Toevoegen"), _("Bijlage"), _("Nog geen bijlagen."))
        self._lijst = Lijst(schrijver, Bijlage, self._vul, *namen)
        # Een bijlage begint bij een bestand; de knop daarvoor staat eronder.
        self._lijst.zonder_knop()
        self.kolom.addWidget(self._lijst)
        links(self.kolom, knop(_("Bestand toevoegen"), self._voeg_toe, "", "plus"))

    def _voeg_toe(self) -> None:
        soorten = _("Bestanden (*.pdf *.png *.jpg *.jpeg *.txt)")
        pad = open_bestand(self, _("Welk bestand?"), soorten)
        if pad is None:
            return
        if not self.schrijver.doe(werk.voeg_toe, pad):
            return
        self._lijst.bouw()
        self.schrijver.meld_veranderd()
        self.schrijver.gelukt.emit(
            _("De bijlage staat nu in het dossier. Hebt u het losse bestand niet meer nodig? Gooi het dan weg.")
        )

    def _vul(self, v: Veldenrij) -> None:
        v.regel(Bijlage.wat, _("Wat is het?"), _("Bijvoorbeeld: verslag van school"))
        v.persoon(Bijlage.van, _("Van wie komt het?"))
        v.datum(Bijlage.datum, _("Van welke dag is het?"))
        bestand = waarde(Bijlage(self.schrijver.dossier.kind, v.sleutel).bestand)
        if bestand is not None:
            v.indeling.addWidget(_Bekijker(self.schrijver, v.sleutel, _NAMEN[bestand.soort]))


class _Bekijker(QWidget):
    """Laat een bijlage op het blad zelf zien, dus ook onder het afdekken en vergrendelen."""

    def __init__(self, schrijver: Schrijver, sleutel: str, naam: str) -> None:
        super().__init__()
        self._schrijver, self._sleutel = schrijver, sleutel
        self._inhoud = b""
        self._nummer, self._aantal, self._breed = 0, 0, _BREED
        indeling = kolom(self, "s")
        indeling.setContentsMargins(0, 0, 0, 0)
        knoppen = rij("s")
        self._open = knop(_("Bekijken"), self._wissel, "", "eye")
        knoppen.addWidget(self._open)
        bewaar = partial(bewaar_document, self, schrijver, naam, self._als_bestand)
        knoppen.addWidget(knop(_("Bewaren als bestand"), bewaar, "stil", "file-down"))
        knoppen.addStretch(1)
        indeling.addLayout(knoppen)
        self._binnen = kolom(None, "s")
        indeling.addLayout(self._binnen)

    def _als_bestand(self) -> bytes:
        return werk.als_bestand(self._schrijver.werkplek, self._schrijver.id, self._sleutel)

    def _wissel(self) -> None:
        if self._inhoud:
            self._inhoud = b""
            leeg(self._binnen)
            self._noem(_("Bekijken"))
            return
        try:
            bestand, self._inhoud = werk.inhoud(self._schrijver.werkplek, self._schrijver.id, self._sleutel)
            self._toon(bestand.soort)
        except Fout as fout:
            self._schrijver.mislukt.emit(zin(fout))
            return
        self._noem(_("Sluiten"))

    def _noem(self, opschrift: str) -> None:
        self._open.setText(f" {opschrift}")
        self._open.setAccessibleName(opschrift)

    def _toon(self, soort: Bestandsoort) -> None:
        if soort is Bestandsoort.TEKST:
            self._binnen.addWidget(_tekstvak(werk.tekst(self._inhoud, soort), _("De tekst van de bijlage")))
        elif soort is Bestandsoort.PDF:
            self._aantal = werk.bladzijden(self._inhoud)
            self._nummer = 0
            self._toon_bladzijde()
        else:
            beeld = _lees_beeld(self._inhoud, HUIDIG.px(_BREED))
            if beeld.isNull():
                self._binnen.addWidget(Melding("fout", _("Dit beeld is beschadigd en niet te laten zien.")))
            else:
                self._binnen.addWidget(_beeldvak(beeld, _("Beeld; er is geen tekst om voor te lezen.")))

    def _toon_bladzijde(self) -> None:
        leeg(self._binnen)
        prent, gelezen = werk.teken(self._inhoud, self._nummer, HUIDIG.px(self._breed))
        knoppen = rij("s")
        for opschrift, blad, breder, kan in (
            (_("Vorige bladzijde"), -1, 0, self._nummer > 0),
            (_("Volgende bladzijde"), 1, 0, self._nummer + 1 < self._aantal),
            (_("Groter"), 0, _STAP, self._breed < _BREEDST),
            (_("Kleiner"), 0, -_STAP, self._breed > _SMALST),
        ):
            gemaakt = knop(opschrift, partial(self._ga, blad, breder), "stil")
            gemaakt.setEnabled(kan)
            knoppen.addWidget(gemaakt)
        knoppen.addStretch(1)
        self._binnen.addLayout(knoppen)
        stand = _("Bladzijde {nummer} van {aantal}").format(nummer=self._nummer + 1, aantal=self._aantal)
        self._binnen.addWidget(tekst(stand, "zacht"))
        beeld = QImage(prent.punten, prent.breedte, prent.hoogte, prent.stap, QImage.Format.Format_BGR888).copy()
        self._binnen.addWidget(_beeldvak(beeld, f"{stand}. {gelezen}"))

    def _ga(self, blad: int, breder: int) -> None:
        """Een bladzijde verder of terug, of groter of kleiner; de focus blijft bij deze bijlage."""
        self._nummer += blad
        self._breed += breder
        try:
            self._toon_bladzijde()
        except Fout as fout:
            self._schrijver.mislukt.emit(zin(fout))
        self._open.setFocus()


def _tekstvak(inhoud: str, naam: str) -> QWidget:
    vak = QPlainTextEdit(inhoud)
    vak.setReadOnly(True)
    vak.setTabChangesFocus(True)
    vak.setAccessibleName(naam)
    vak.setMinimumHeight(HUIDIG.px(320))
    return vak


def _beeldvak(beeld: QImage, naam: str) -> QWidget:
    vak = QLabel()
    vak.setPixmap(QPixmap.fromImage(beeld))
    vak.setAccessibleName(naam)
    vak.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return vak


def _lees_beeld(inhoud: bytes, breed: int) -> QImage:
    """Een beeld, meteen op maat gelezen: een reusachtig beeld komt nooit heel in het geheugen."""
    bron = QBuffer()
    bron.setData(QByteArray(inhoud))
    bron.open(QIODevice.OpenModeFlag.ReadOnly)
    lezer = QImageReader(bron)
    lezer.setAutoTransform(True)
    maat = lezer.size()
    if maat.isValid() and maat.width() > breed:
        lezer.setScaledSize(QSize(breed, max(1, maat.height() * breed // maat.width())))
    return lezer.read()
