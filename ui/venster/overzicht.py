"""Het overzicht: alle gezinnen, en een nieuwe vraag beginnen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.periode import leeftijd, toon_datum
from jeugdteam_app.kern.taal import _, ngettext
from jeugdteam_app.werk import dossiers, organisatie, reservekopie, voorbeelden, zoeken
from jeugdteam_app.werk.dossiers import Regel
from jeugdteam_app.werk.mijn_werk import Taak, Wanneer, mijn_werk
from jeugdteam_app.werk.werkplek import Werkplek
from jeugdteam_app.werk.zoeken import Treffer
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen.achtergrond import doe
from ui.bouwstenen.basis import Kaart, Melding, bezig, knop, leeg, links, tekst
from ui.bouwstenen.indeling import Blad, Doorlooprij, kolom
from ui.bouwstenen.invoer import label_bij
from ui.venster.dossierscherm import HOOFDSTUKKEN
from ui.venster.mijn_werk import samenvatting

_MEESTE_IN_DE_OCHTEND = 3


class Overzicht(Blad):
    """Wie er zijn en waar het over gaat."""

    gekozen = Signal(str)
    mislukt = Signal(str)
    samenwerken = Signal()
    mijn_werk = Signal()
    kopieren = Signal()
    gevonden = Signal(str, int)

    def __init__(self, werkplek: Werkplek) -> None:
        super().__init__()
        self.werkplek = werkplek
        self.kolom.addWidget(tekst(_("Dag {naam}").format(naam=werkplek.wie), "titel"))
        taken = mijn_werk(werkplek)
        self.kolom.addWidget(tekst(samenvatting(taken) or _("Wat komt er vandaag op tafel?")))
        self._ochtend(taken)
        vak = QWidget()
        boven = Doorlooprij(vak)
        self.nieuwknop = knop(_("Nieuwe vraag"), self._nieuw, "hoofd", "plus")
        boven.addWidget(self.nieuwknop)
        self.voorbeeldknop = knop(_("Voorbeeldgezinnen laden"), self._voorbeelden, "", "users")
        boven.addWidget(self.voorbeeldknop)
        boven.addWidget(knop(_("Mijn werk"), self.mijn_werk.emit, "", "list-checks"))
        boven.addWidget(knop(_("Samenwerken"), self.samenwerken.emit, "", "users"))
        self.kolom.addWidget(vak)
        self.zoek = QLineEdit()
        self._zoeklabel = label_bij(self.zoek, _("Zoek op naam of vraag"))
        self.kolom.addWidget(self._zoeklabel)
        self.kolom.addWidget(self.zoek)
        self._in_tekst = knop(_("Zoek in alles wat is opgeschreven"), self._zoek_in_tekst, "stil", "search")
        links(self.kolom, self._in_tekst)
        self.zoek.returnPressed.connect(self._zoek_in_tekst)
        self.zoek.textChanged.connect(self._filter)
        self._over_slot()
        self._over_kopie()
        self._lijst = kolom(None, "s")
        self.kolom.addLayout(self._lijst)
        self.kolom.addStretch(1)
        self.ververs()

    def _ochtend(self, taken: Sequence[Taak]) -> None:
        """Waar de dag mee begint: hooguit drie dingen die vandaag af moeten of te laat zijn, met de weg ernaartoe."""
        dringend = [t for t in taken if t.wanneer in (Wanneer.TE_LAAT, Wanneer.VANDAAG) and not t.punt.weten]
        nummers = {naam: nummer for nummer, (naam, _kop, _beeld) in enumerate(HOOFDSTUKKEN)}
        for taak in dringend[:_MEESTE_IN_DE_OCHTEND]:
            opschrift = f"{taak.naam or _('Nieuwe vraag')}: {_(taak.punt.wat)}"
            naar = partial(self.gevonden.emit, taak.dossier, nummers.get(taak.punt.hoofdstuk, 0))
            beeld = "circle-alert" if taak.wanneer is Wanneer.TE_LAAT else "circle"
            links(self.kolom, knop(opschrift, naar, "stil", beeld))

    def _over_slot(self) -> None:
        """Wie het slot van de organisatie weghaalde en toen stopte, is nog niet klaar."""
        if organisatie.kent_de_sleutel_nog(self.werkplek):
            from ui.venster.wachtzin import kent_nog

            waar = _("U vernieuwt de sleutel onder Werk → Andere wachtzin.")
            self.kolom.addWidget(Melding("let_op", f"{kent_nog()} {waar}"))

    def _over_kopie(self) -> None:
        """Is er een dossier en geen verse kopie, dan staat dat er rustig bij, met de weg ernaartoe."""
        stand = reservekopie.onthouden(self.werkplek)
        echt = any(not r.voorbeeld for r in dossiers.overzicht(self.werkplek))
        if not echt or not (stand.is_oud or stand.is_oefentijd):
            return
        zin_ = _("Er is nog geen reservekopie van uw werk.")
        if not stand.is_oud:
            zin_ = _("Het is tijd om het terugzetten van een kopie te oefenen. Zorg dat de plek van uw kopieën er is.")
        elif stand.dagen is not None:
            zin_ = _("De laatste reservekopie is {dagen} dagen oud.").format(dagen=stand.dagen)
        self.kolom.addWidget(Melding("info", zin_))
        links(self.kolom, knop(_("Naar reservekopie"), self.kopieren.emit, "stil", "save"))

    def ververs(self) -> None:
        """Leest de lijst opnieuw."""
        self._regels = dossiers.overzicht(self.werkplek)
        self.voorbeeldknop.setVisible(not any(r.voorbeeld for r in self._regels))
        for onderdeel in (self.zoek, self._zoeklabel, self._in_tekst):
            onderdeel.setVisible(bool(self._regels))
        self._filter(self.zoek.text())

    def _filter(self, gezocht: str) -> None:
        leeg(self._lijst)
        woorden = gezocht.lower().split()
        gevonden = [r for r in self._regels if all(w in _zoektekst(r) for w in woorden)]
        if not self._regels:
            self._lijst.addWidget(self._nog_leeg())
        elif not gevonden:
            self._lijst.addWidget(tekst(_("Niets gevonden. Probeer een ander woord."), "zacht"))
        for regel in gevonden:
            self._lijst.addWidget(self._knop(regel))

    def _zoek_in_tekst(self) -> None:
        """Alle plekken waar de woorden staan, met de weg ernaartoe."""
        if not self.zoek.text().strip():
            self.zoek.setFocus()
            return
        leeg(self._lijst)
        self._lijst.addWidget(bezig(_("Bezig met zoeken")))
        gezocht = self.zoek.text()
        doe(
            self,
            lambda: zoeken.zoek(self.werkplek, gezocht),
            partial(self._toon_treffers, gezocht),
            lambda fout: self.mislukt.emit(zin(fout)),
        )

    def _toon_treffers(self, gezocht: str, treffers: Sequence[Treffer]) -> None:
        # Typte iemand intussen verder, dan staat de lijst van namen er alweer.
        if gezocht != self.zoek.text():
            return
        leeg(self._lijst)
        koppen = {naam: (nummer, kop) for nummer, (naam, kop, _beeld) in enumerate(HOOFDSTUKKEN)}
        aantal = ngettext("Op {aantal} plek gevonden.", "Op {aantal} plekken gevonden.", len(treffers))
        self._lijst.addWidget(tekst(aantal.format(aantal=len(treffers)), "label"))
        for treffer in treffers:
            nummer, kop = koppen[treffer.hoofdstuk]
            delen = [f"{treffer.naam or _('Nog zonder naam')} · {_(kop)}", treffer.fragment]
            gemaakt = knop("\n".join(delen), partial(self.gevonden.emit, treffer.dossier, nummer), "rij")
            gemaakt.setAccessibleName(". ".join(delen))
            gemaakt.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            self._lijst.addWidget(gemaakt)

    def _nog_leeg(self) -> Kaart:
        kaart = Kaart()
        kaart.kolom.addWidget(tekst(_("Nog geen gezinnen"), "kop"))
        kaart.kolom.addWidget(
            tekst(_("Begin met een nieuwe vraag. Of kijk eerst rond met voorbeeldgezinnen; die zijn verzonnen."))
        )
        return kaart

    def _knop(self, regel: Regel) -> QPushButton:
        naam = regel.naam or (_("Nog zonder naam") if regel.leesbaar else _("Dit dossier is niet te lezen"))
        kop = naam
        if regel.geboren:
            kop += " · " + _("{jaar} jaar").format(jaar=leeftijd(regel.geboren, self.werkplek.vandaag))
        if regel.gezinsnaam:
            kop += f" · {regel.gezinsnaam}"
        delen = [kop, _kort(regel.vraag) or _("Nog geen vraag opgeschreven")]
        merken = [_("Voorbeeld")] if regel.voorbeeld else []
        merken += [_("Beantwoord")] if regel.klaar else []
        if regel.besluit_uiterlijk:
            merken.append(_("Besluit uiterlijk {dag}").format(dag=toon_datum(regel.besluit_uiterlijk)))
        if regel.tegenspraken:
            open_ = ngettext(
                "{aantal} plek met twee antwoorden", "{aantal} plekken met twee antwoorden", regel.tegenspraken
            )
            merken.append(open_.format(aantal=regel.tegenspraken))
        if merken:
            delen.append(" · ".join(merken))
        gemaakt = knop("\n".join(delen), partial(self.gekozen.emit, regel.id), "rij")
        gemaakt.setAccessibleName(". ".join(delen))
        gemaakt.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return gemaakt

    def _nieuw(self) -> None:
        try:
            self.gekozen.emit(dossiers.begin_vraag(self.werkplek))
        except Fout as fout:
            self.mislukt.emit(zin(fout))

    def _voorbeelden(self) -> None:
        try:
            voorbeelden.laad(self.werkplek)
        except Fout as fout:
            self.mislukt.emit(zin(fout))
        self.ververs()
        self.nieuwknop.setFocus()


def _zoektekst(regel: Regel) -> str:
    return f"{regel.naam} {regel.gezinsnaam} {regel.vraag}".lower()


def _kort(vraag: str, lengte: int = 80) -> str:
    eerste = vraag.split("\n", maxsplit=1)[0]
    return eerste if len(eerste) <= lengte else eerste[: lengte - 1].rstrip() + "…"
