"""Een blad vol velden, in de volgorde waarin je erover praat."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jeugdteam_app.dossier.dossier import namen
from jeugdteam_app.dossier.kort import in_het_kort
from jeugdteam_app.dossier.velden import Veld, Voorwerp, velden_van
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import Conflict, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.ongeveer import grenzen, lees_ongeveer, toon_ongeveer
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import schrijven
from jeugdteam_app.werk.voortgang import Deelstand
from jeugdteam_app.werk.werkplek import Werkplek
from ui.bouwstenen.afscherming import Afschermer, is_af_te_schermen
from ui.bouwstenen.basis import Icoonknop, Kaart, Melding, Uitklapper, icoonknop, knop, leeg, links, tekst
from ui.bouwstenen.indeling import Blad, in_volgorde, kolom, rij
from ui.bouwstenen.inhoud import Inhoud
from ui.bouwstenen.keuzevelden import Keuzeveld, Lijstveld, Meerkeuzeveld, Vinkveld
from ui.bouwstenen.leesmeter import Leesmeter
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.stijl import HUIDIG
from ui.bouwstenen.velden import Regelveld, Tekstveld, Veldvorm, datumveld, verzegel_alles
from ui.bouwstenen.weghaalvraag import weghaalvraag

W = TypeVar("W", bound=Veldvorm)
P = ParamSpec("P")


class Veldenrij:
    """Maakt velden in een kolom; het voorwerp staat vast, dus een veld noemen is genoeg."""

    def __init__(self, schrijver: Schrijver, indeling: QVBoxLayout, sleutel: str) -> None:
        self.schrijver, self.indeling, self.sleutel = schrijver, indeling, sleutel
        self._verschillen: dict[str, QVBoxLayout] = {}

    def _band(self, veld: Veld[Any], deel: str) -> Band:
        return Band(self.sleutel, veld, deel)

    def tekst(self, veld: Veld[Any], label: str, uitleg: str = "", regels: int = 2, deel: str = "") -> Tekstveld:
        """Vrije tekst."""
        return self._zet(Tekstveld(self.schrijver, self._band(veld, deel), label, uitleg, regels))

    def voor_gezin(self, veld: Veld[Any], label: str, uitleg: str = "", regels: int = 2, deel: str = "") -> Tekstveld:
        """Vrije tekst van de medewerker die het gezin leest: eronder staat hoe makkelijk dat gaat."""
        gemaakt = self.tekst(veld, label, uitleg, regels, deel)
        # Aan tafel telt wat er gezegd wordt; een oordeel over de tekst hoort daar niet.
        if not HUIDIG.aan_tafel:
            gemaakt.kolom.addWidget(Leesmeter(gemaakt.vak))
        return gemaakt

    def regel(
        self,
        veld: Veld[Any],
        label: str,
        uitleg: str = "",
        lees: Callable[[str], Any] | None = None,
        toon_als: Callable[[Any], str] = str,
        breedte: int = 0,
        deel: str = "",
    ) -> Regelveld:
        """Eén regel."""
        return self._zet(Regelveld(self.schrijver, self._band(veld, deel), label, uitleg, lees, toon_als, breedte))

    def datum(self, veld: Veld[Any], label: str, uitleg: str = "", deel: str = "") -> Regelveld:
        """Een datum."""
        return self._zet(datumveld(self.schrijver, self._band(veld, deel), label, uitleg))

    def keuze(
        self,
        veld: Veld[Any],
        label: str,
        keuzes: Sequence[StrEnum],
        uitleg: str = "",
        *,
        open_: bool = False,
        deel: str = "",
    ) -> Keuzeveld:
        """Eén keuze."""
        met_woord = [(_(woord(keuze)), keuze) for keuze in keuzes]
        return self._zet(Keuzeveld(self.schrijver, self._band(veld, deel), label, met_woord, uitleg, open_=open_))

    def schaal(self, veld: Veld[Any], label: str, uitleg: str, van: int, tot: int) -> Keuzeveld:
        """Een cijfer op een schaal."""
        cijfers = [(str(cijfer), cijfer) for cijfer in range(van, tot + 1)]
        return self._zet(Keuzeveld(self.schrijver, self._band(veld, ""), label, cijfers, uitleg, open_=False))

    def meerkeuze(self, veld: Veld[Any], label: str, keuzes: Sequence[StrEnum], uitleg: str = "") -> Meerkeuzeveld:
        """Meer keuzes tegelijk."""
        return self.aanvinken(veld, label, lambda: [(_(woord(keuze)), keuze) for keuze in keuzes], uitleg)

    def aanvinken(
        self, veld: Veld[Any], label: str, keuzes: Callable[[], list[tuple[str, Any]]], uitleg: str = ""
    ) -> Meerkeuzeveld:
        """Meer keuzes tegelijk, uit iets van dit gezin."""
        return self._zet(Meerkeuzeveld(self.schrijver, self._band(veld, ""), label, keuzes, uitleg))

    def lijst(
        self, veld: Veld[Any], label: str, keuzes: Callable[[], list[tuple[str, str]]], uitleg: str = ""
    ) -> Lijstveld:
        """Eén keuze uit een lijst van dit gezin."""
        return self._zet(Lijstveld(self.schrijver, self._band(veld, ""), label, keuzes, uitleg))

    def persoon(self, veld: Veld[Any], label: str, uitleg: str = "", deel: str = "") -> Regelveld:
        """Een naam. Wie al in het dossier staat, hoeft niemand over te typen."""
        gemaakt = self.regel(veld, label, uitleg, deel=deel)
        gemaakt.stel_voor(lambda: namen(self.schrijver.dossier))
        return gemaakt

    def ongeveer(self, veld: Veld[Any], label: str, *, niet_voor: Veld[Any] | None = None) -> Regelveld:
        """Een jaar, een maand of een dag: zo precies als iemand het weet. Een einde ligt ``niet_voor`` zijn begin."""

        def lees(getypt: str) -> str:
            gelezen = lees_ongeveer(getypt)
            begin = waarde(self.schrijver.lees(self._band(niet_voor, ""))) if niet_voor else None
            if begin and grenzen(gelezen)[1] < grenzen(begin)[0]:
                raise InvoerFout("periode-omgekeerd")
            return gelezen

        uitleg = _("Zo precies als u het weet: 2021, 3-2021 of 4-3-2021")
        return self.regel(veld, label, uitleg, lees, toon_ongeveer, breedte=200)

    def vink(self, veld: Veld[Any], label: str, uitleg: str = "", deel: str = "") -> Vinkveld:
        """Een vakje."""
        return self._zet(Vinkveld(self.schrijver, self._band(veld, deel), label, uitleg))

    def _verschil(self, veld: Veldvorm) -> None:
        """Bij een besluit in conflict: wat in dit deel van elkaar verschilt, in het blok boven het eerste deel."""
        feit = self.schrijver.lees(veld.band)
        if not veld.band.deel or not isinstance(feit, Conflict):
            return
        if veld.band.veld.id not in self._verschillen:
            self._verschillen[veld.band.veld.id] = self._conflictblok(veld.band, feit)
        delen = [getattr(stem.waarde, veld.band.deel, None) for stem in feit.stemmen]
        if all(deel == delen[0] for deel in delen):
            return
        for stem, deel in zip(feit.stemmen, delen, strict=True):
            inhoud = _("leeg") if deel in (None, "") else veld.als_tekst(deel)
            self._verschillen[veld.band.veld.id].addWidget(tekst(f"{veld.label} {stem.auteur}: {inhoud}"))

    def _conflictblok(self, band: Band, feit: Conflict[Any]) -> QVBoxLayout:
        blok = Melding("let_op", _("Hier staan twee verschillende antwoorden. Kies welke goed is."))
        verschillen = kolom(None, "xs")
        blok.rechts.addLayout(verschillen)
        for stem in feit.stemmen:
            if stem.waarde is not None:
                opschrift = _("Kies wat {wie} schreef").format(wie=stem.auteur)
                links(blok.rechts, knop(opschrift, partial(self.schrijver.kies, band, stem.waarde)))
        self.indeling.addWidget(blok)
        return verschillen

    def _zet(self, veld: W) -> W:
        self._verschil(veld)
        self.indeling.addWidget(veld)
        return veld


class Hoofdstukblad(Blad):
    """Het blad van een hoofdstuk: een titel, uitleg, en kaarten met velden."""

    def __init__(self, schrijver: Schrijver, titel: str, uitleg: str) -> None:
        super().__init__(bovenaan=True)
        self.schrijver = schrijver
        self._inhoud: Inhoud | None = None
        self.titel = tekst(titel, "titel")
        self.kolom.addWidget(self.titel)
        self.kolom.addWidget(tekst(uitleg))
        if HUIDIG.aan_tafel:
            self.kolom.addWidget(tekst(_("Waarom vragen we iets? Tik op de vraag."), "zacht"))

    def kaart(self, kop: str, uitleg: str = "") -> Kaart:
        """Een nieuwe kaart met een kop."""
        gemaakt = Kaart()
        gemaakt.setAccessibleName(kop)
        gemaakt.kolom.addWidget(tekst(kop, "kop"))
        if uitleg:
            gemaakt.kolom.addWidget(tekst(uitleg, "zacht"))
        self.kolom.addWidget(gemaakt)
        return gemaakt

    def deel(self, naam: str, kop: str, uitleg: str = "") -> Kaart:
        """Een kaart die ook in de inhoud bovenaan staat."""
        gemaakt = self.kaart(kop, uitleg)
        if self._inhoud is None:
            self._inhoud = Inhoud()
            self.kolom.insertWidget(2, self._inhoud)
        self._inhoud.zet(naam, kop, gemaakt)
        return gemaakt

    def toon_standen(self, standen: Mapping[str, Deelstand]) -> None:
        """Zet bij elk deel van de inhoud een beeld en hoe het ermee staat."""
        if self._inhoud is not None:
            self._inhoud.toon(standen)

    def velden(self, kop: str, sleutel: str, uitleg: str = "") -> Veldenrij:
        """Een kaart om meteen velden in te zetten."""
        return Veldenrij(self.schrijver, self.kaart(kop, uitleg).kolom, sleutel)

    def verzegel(self) -> bool:
        """Schrijft wat op dit blad nog getypt staat. Geeft of alles klopt."""
        return verzegel_alles(self)

    def ververs(self) -> None:
        """Toont opnieuw wat van het dossier afhangt; velden waarin getypt wordt blijven staan."""


# Een lijst van meer dan twee laat van elk ding alleen een regel zien: zo past een gevuld blad op een paar schermen.
_LANG = 2


class Lijst(QWidget):
    """Een lijst van voorwerpen: toevoegen, verplaatsen en weghalen, elk met een eigen vel."""

    def __init__(
        self,
        schrijver: Schrijver,
        soort: type[Voorwerp],
        vul: Callable[[Veldenrij], None],
        toevoegen: str,
        naam: str,
        leeg_tekst: str,
        hoogstens: int = 0,
        vooraf: dict[Veld[Any], Any] | None = None,
        toon: Callable[[Voorwerp], bool] = lambda _v: True,
    ) -> None:
        super().__init__()
        self.schrijver, self.soort, self._vul, self._naam = schrijver, soort, vul, naam
        self._leeg_tekst, self._hoogstens, self._vooraf, self._toon = leeg_tekst, hoogstens, vooraf, toon
        self._met_knop = True
        self._open: set[str] = set()
        buiten = kolom(self, "s")
        self._items = kolom(None, "s")
        buiten.addLayout(self._items)
        self.knop = knop(toevoegen, self._erbij, "stil", "plus")
        onder = rij()
        onder.addWidget(self.knop)
        onder.addStretch(1)
        buiten.addLayout(onder)
        self.bouw()

    def sleutels(self) -> list[str]:
        """De voorwerpen die nu in de lijst staan."""
        return [v.sleutel for v in self.schrijver.dossier.alle(self.soort) if self._toon(v)]

    def bouw(self) -> None:
        """Zet de lijst opnieuw op het scherm."""
        leeg(self._items)
        sleutels = self._getoond = self.sleutels()
        if not sleutels:
            self._items.addWidget(tekst(self._leeg_tekst, "zacht"))
        for nummer, sleutel in enumerate(sleutels, 1):
            self._items.addWidget(self._item(sleutel, nummer, len(sleutels)))
        self.knop.setVisible(self._met_knop and (not self._hoogstens or len(sleutels) < self._hoogstens))

    def bouw_als_het_anders_is(self) -> None:
        """Zet de lijst opnieuw op het scherm als er op een ander blad iets bij kwam of weg ging."""
        if self.sleutels() != self._getoond:
            self.bouw()

    def zonder_knop(self) -> None:
        """Voor een lijst waar niet een leeg vel bij komt, maar iets dat ergens anders vandaan komt."""
        self._met_knop = False
        self.knop.hide()

    def _item(self, sleutel: str, nummer: int, aantal: int) -> QWidget:
        """Een vel; in een lange lijst één regel met de eigen woorden, die opengaat als iemand hem wil zien."""
        if aantal <= _LANG:
            vel = Kaart("item", "m")
            self._vul_vel(vel.kolom, sleutel, nummer, aantal)
            return vel

        def opschrift() -> str:
            return ": ".join(filter(None, (f"{self._naam} {nummer}", in_het_kort(self._voorwerp(sleutel)))))

        def onthoud(is_open: bool) -> None:
            (self._open.add if is_open else self._open.discard)(sleutel)
            # Wat iemand intussen veranderde, staat dan ook in de regel.
            regel.zet_opschrift(opschrift())

        regel = Uitklapper(opschrift(), "file-text", HUIDIG.kleuren.zacht)
        regel.vul_bij_openen(lambda binnen: self._vul_vel(binnen, sleutel, nummer, aantal))
        leeg_nog = not in_het_kort(self._voorwerp(sleutel))
        regel.knop.setChecked(leeg_nog or sleutel in self._open or self._vraagt_aandacht(sleutel))
        regel.knop.toggled.connect(onthoud)
        return regel

    def _voorwerp(self, sleutel: str) -> Voorwerp:
        return self.soort(self.schrijver.dossier.stand_van(self.soort), sleutel)

    def _vraagt_aandacht(self, sleutel: str) -> bool:
        """Of er iets half getypt staat, of iemand nog moet kiezen: dat hoort niet dichtgevouwen te zijn."""
        velden = velden_van(self.soort).values()
        half = any(plaats.voorwerp == sleutel for plaats in self.schrijver.half)
        voorwerp = self._voorwerp(sleutel)
        if self.schrijver.dossier.stand_van(self.soort).betwist(sleutel):
            return True
        return half or any(isinstance(getattr(voorwerp, veld.naam), Conflict) for veld in velden)

    def _vul_vel(self, kolom_: QVBoxLayout, sleutel: str, nummer: int, aantal: int) -> None:
        boven = rij("xs")
        boven.addWidget(tekst(f"{self._naam} {nummer}", "zacht"), 1)
        naam = f"{self._naam} {nummer}"
        if nummer > 1:
            boven.addWidget(icoonknop("arrow-up", f"{naam} {_('omhoog')}", lambda: self._schuif(sleutel, -1)))
        if nummer < aantal:
            omlaag = f"{naam} {_('omlaag')}"
            boven.addWidget(icoonknop("arrow-down", omlaag, lambda: self._schuif(sleutel, 1)))
        afschermer = None
        if is_af_te_schermen(self.schrijver, self.soort):
            afschermer = Afschermer(self.schrijver, sleutel, naam)
            boven.addWidget(afschermer.knop)
        boven.addWidget(icoonknop("trash-2", _("{naam} weghalen").format(naam=naam), lambda: self._weg(sleutel)))
        kolom_.addLayout(boven)
        if vraag := weghaalvraag(self.schrijver, self.soort, sleutel, self._opnieuw):
            kolom_.addWidget(vraag)
        self._vul(Veldenrij(self.schrijver, kolom_, sleutel))
        if afschermer is not None:
            kolom_.addWidget(afschermer)

    def _erbij(self) -> None:
        # Een tekening bewaart zichzelf niet als de focus verspringt.
        verzegel_alles(self)
        if not self._doe(self._maak):
            return
        for veld in in_volgorde(self._items)[-1].findChildren(Veldvorm):
            veld.setFocus()
            break

    def _maak(self, werkplek: Werkplek, dossier: str) -> None:
        self._open.add(schrijven.voeg_toe(werkplek, dossier, self.soort, self._vooraf))

    def _schuif(self, sleutel: str, stap: int) -> None:
        verzegel_alles(self)
        if self._doe(schrijven.verplaats, self.soort, sleutel, stap, self.sleutels()):
            self._naar_pijl(self.sleutels().index(sleutel), omhoog=stap < 0)

    def _naar_pijl(self, plek: int, *, omhoog: bool) -> None:
        """Zet de focus op dezelfde pijl van wat verschoof; is die er aan de rand niet, dan op de andere."""
        pijlen = in_volgorde(self._items)[plek].findChildren(Icoonknop)
        kan = [p for p in pijlen if p.accessibleName().endswith(_("omhoog") if omhoog else _("omlaag"))]
        (kan or pijlen)[0].setFocus()

    def _weg(self, sleutel: str) -> None:
        if self._doe(schrijven.verwijder, self.soort, sleutel):
            self.schrijver.vergeet_half_van(sleutel)
            self.schrijver.gelukt.emit(_("Dat is weggehaald. Met ‘Laatste stap ongedaan maken’ komt het terug."))
            self.knop.setFocus()

    def _doe(self, handeling: Callable[Concatenate[Werkplek, str, P], object], *wat: P.args, **hoe: P.kwargs) -> bool:
        """Voert een handeling uit en zet de lijst opnieuw op; lukt het niet, dan staat er waarom."""
        if not self.schrijver.doe(handeling, *wat, **hoe):
            return False
        self._opnieuw()
        return True

    def _opnieuw(self) -> None:
        self.bouw()
        self.schrijver.meld_veranderd()
