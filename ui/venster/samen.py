"""Samen met collega's: kaartjes, dossiers sturen, en zien wat een bundel zou veranderen voordat u samenvoegt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from jeugdteam_app.kern.fouten import Fout, InvoerFout
from jeugdteam_app.kern.periode import toon_datum, toon_moment
from jeugdteam_app.kern.taal import N_, _, ngettext
from jeugdteam_app.werk import collegas, dossiers, dubbel, gedeelde_map, ontvangstbewijs, overdragen, samen
from jeugdteam_app.werk.collegas import Collega
from jeugdteam_app.werk.gedeelde_map import Mapinhoud, Toestand
from jeugdteam_app.werk.samen import Voorproef
from jeugdteam_app.werk.verschillen import Kindverschil
from jeugdteam_app.werk.werkplek import Werkplek
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen.achtergrond import doe
from ui.bouwstenen.basis import Kaart, Melding, Uitklapper, bezig, knop, leeg, links, tekst
from ui.bouwstenen.bestand import bewaar_als, kies_map, open_bestand
from ui.bouwstenen.indeling import Blad, kolom
from ui.bouwstenen.stijl import HUIDIG
from ui.venster.dossierscherm import HOOFDSTUKKEN
from ui.venster.verschillen import vul_verschillen

_STATEN = {
    "nieuw": N_("nog niet nagelezen: u kunt nog niets sturen of ontvangen"),
    "nagelezen": N_("nagelezen: u kunt dossiers sturen en ontvangen"),
    "veranderd": N_("heeft een ander kaartje dan eerst: lees de cijfers opnieuw na"),
}


_IN_DE_MAP = (
    (Toestand.GELEZEN, N_("Al samengevoegd: {aantal}")),
    (
        Toestand.NIEUWER_PROGRAMMA,
        N_("Gemaakt met een nieuwere versie van het programma: {aantal}. Werk uw programma eerst bij."),
    ),
    (
        Toestand.ANDER_KAARTJE,
        N_(
            "Getekend met een andere sleutel dan op het kaartje: {aantal}. Vernieuwde uw collega de sleutel? Laad dan "
            "eerst het nieuwe kaartje."
        ),
    ),
    (Toestand.ONBEKENDE, N_("Van iemand van wie u nog geen kaartje hebt, of de cijfers niet hebt nagelezen: {aantal}")),
)


class Samenscherm(Blad):
    """Vier kaarten onder elkaar: ontvangen, sturen, collega's en mijn kaartje."""

    klaar = Signal()

    def __init__(self, werkplek: Werkplek) -> None:
        super().__init__(bovenaan=True)
        self.werkplek = werkplek
        self.kolom.addWidget(tekst(_("Samenwerken met collega's"), "titel"))
        uitleg = _("Dossiers gaan als bestand van laptop naar laptop: per mail, op een stick of via een gedeelde map.")
        self.kolom.addWidget(tekst(uitleg))
        self._ontvangen = self._kaart(_("Een bundel openen"))
        self._sturen = self._kaart(_("Dossiers sturen"))
        self._collegas = self._kaart(_("Collega's"))
        self._mijn = self._kaart(_("Mijn kaartje"))
        links(self.kolom, knop(_("Terug"), self.klaar.emit, "stil"))
        self._bouw_ontvangen()
        self._bouw_sturen()
        self._bouw_collegas()
        self._bouw_mijn()

    def _kaart(self, kop: str) -> QVBoxLayout:
        kaart = Kaart()
        kaart.kolom.addWidget(tekst(kop, "kop"))
        binnen = kolom(None, "s")
        kaart.kolom.addLayout(binnen)
        self.kolom.addWidget(kaart)
        return binnen

    # --- mijn kaartje en collega's ---

    def _bouw_mijn(self, melding: Melding | None = None) -> None:
        leeg(self._mijn)
        kaartje = collegas.mijn_kaartje(self.werkplek)
        uitleg = _("Geef dit bestand aan uw collega. Lees daarna samen hardop de cijfers na, ook aan de telefoon.")
        self._mijn.addWidget(tekst(uitleg))
        self._mijn.addWidget(tekst(_("Mijn cijfers: {cijfers}").format(cijfers=kaartje.openbaar.cijfers), "label"))
        links(self._mijn, knop(_("Mijn kaartje bewaren"), self._bewaar_kaartje, "", "save"))
        if melding:
            self._mijn.addWidget(melding)

    def _bewaar_kaartje(self) -> None:
        pad = bewaar_als(self, _("Waar wilt u dit bewaren?"), f"jeugdteam{collegas.KAARTJE}")
        if pad is not None:
            self._probeer(
                lambda: collegas.bewaar_kaartje(self.werkplek, pad), self._bouw_mijn, _("Het bestand is bewaard.")
            )

    def _bouw_collegas(self, melding: Melding | None = None) -> None:
        leeg(self._collegas)
        gevonden = collegas.alle(self.werkplek)
        if not gevonden:
            self._collegas.addWidget(
                tekst(_("Nog niemand. Vraag uw collega om een kaartje en laad het hier."), "zacht")
            )
        namen = collegas.namen_uit_elkaar(gevonden)
        for collega in gevonden:
            self._collegas.addWidget(self._collega(collega, namen[collega.id]))
        links(self._collegas, knop(_("Kaartje van een collega laden"), self._laad_kaartje, "", "folder-open"))
        if melding:
            self._collegas.addWidget(melding)

    def _collega(self, collega: Collega, naam: str) -> QWidget:
        """``naam`` houdt collega's uit elkaar die hetzelfde heten."""
        vak = QWidget()
        binnen = kolom(vak, "xs")
        wie = ", ".join(d for d in (collega.naam, collega.functie, collega.organisatie) if d)
        binnen.addWidget(tekst(wie, "label"))
        binnen.addWidget(
            tekst(_("{naam}: {staat}").format(naam=collega.naam, staat=_(_STATEN[collega.staat])), "zacht")
        )
        binnen.addWidget(tekst(_("Cijfers: {cijfers}").format(cijfers=collega.cijfers)))
        if not collega.is_nagelezen:
            vraag = _("Lees de cijfers samen voor. Zijn ze niet precies gelijk, stop dan en vraag een nieuw kaartje.")
            binnen.addWidget(Melding("let_op", vraag))
            gelijk = knop(_("De cijfers zijn gelijk"), partial(self._bevestig, collega), "", "check")
            gelijk.setAccessibleName(_("De cijfers van {naam} zijn gelijk").format(naam=naam))
            links(binnen, gelijk)
        else:
            stop = knop(_("Niet meer uitwisselen"), partial(self._stop_met, collega), "stil", "x")
            stop.setAccessibleName(_("Niet meer uitwisselen met {naam}").format(naam=naam))
            links(binnen, stop)
        return vak

    def _laad_kaartje(self) -> None:
        pad = open_bestand(self, _("Kies een kaartje"), f"(*{collegas.KAARTJE})")
        if pad is not None:
            klaar = _("Het kaartje is geladen. Lees nu samen de cijfers na.")
            self._probeer(lambda: collegas.laad_kaartje(self.werkplek, pad), self._bouw_collegas, klaar)

    def _bevestig(self, collega: Collega) -> None:
        klaar = _("U kunt nu dossiers uitwisselen met {naam}.").format(naam=collega.naam)
        self._probeer(lambda: collegas.bevestig(self.werkplek, collega.id), self._bouw_collegas, klaar)
        self._bouw_sturen()

    def _stop_met(self, collega: Collega) -> None:
        klaar = _("Er gaat niets meer naar {naam} en er komt niets meer van {naam}, tot u de cijfers weer naleest.")
        self._probeer(
            lambda: collegas.stop_met(self.werkplek, collega.id), self._bouw_collegas, klaar.format(naam=collega.naam)
        )
        self._bouw_sturen()

    def _probeer(self, functie: Callable[[], object], bouw: Callable[[Melding], None], klaar: str) -> None:
        try:
            functie()
        except Fout as fout:
            bouw(Melding("fout", zin(fout)))
        else:
            bouw(Melding("goed", klaar))

    # --- sturen ---

    def _bouw_sturen(self, melding: Melding | None = None) -> None:
        leeg(self._sturen)
        self._kinderen: dict[str, QCheckBox] = {}
        self._aan: dict[str, QCheckBox] = {}
        te_kiezen = [r for r in dossiers.overzicht(self.werkplek) if r.leesbaar]
        bekend = [c for c in collegas.alle(self.werkplek) if c.is_nagelezen]
        if not te_kiezen or not bekend:
            waarom = _("Daarvoor is een dossier nodig, en een collega van wie u de cijfers hebt nagelezen.")
            self._sturen.addWidget(tekst(waarom, "zacht"))
        else:
            self._sturen.addWidget(
                tekst(_("Welke dossiers? Wat het gezin deelt gaat mee; een broer of zus niet."), "label")
            )
            for id, naam in dossiers.namen_uit_elkaar(self.werkplek, te_kiezen).items():
                self._kinderen[id] = self._vakje(f"{naam}{self._laatst(id)}")
            self._bouw_delen()
            self._sturen.addWidget(tekst(_("Aan wie? Alleen zij kunnen het bestand openen."), "label"))
            for id, naam in collegas.namen_uit_elkaar(bekend).items():
                self._aan[id] = self._vakje(naam)
            self._sturen.addWidget(tekst(_("Overdragen?"), "label"))
            self._over = self._vakje(_("Ik draag deze dossiers over: mijn collega is daarna verantwoordelijk"))
            links(self._sturen, knop(_("Bundel maken"), self._verstuur, "hoofd", "lock"))
        links(self._sturen, knop(_("Bewijs van ontvangst lezen"), self._lees_bewijs, "stil", "folder-open"))
        if melding:
            self._sturen.addWidget(melding)

    def _bouw_delen(self) -> None:
        """Alles gaat mee, tenzij iemand hier iets uitvinkt."""
        self._delen: dict[str, QCheckBox] = {}
        vak = Uitklapper(_("Alles gaat mee. Iets weglaten?"), "list-checks", HUIDIG.kleuren.accent)
        binnen = vak.kolom
        binnen.addWidget(tekst(_("Wie het gezin is, gaat altijd mee. Wat u nu weglaat, kunt u later alsnog sturen.")))
        for naam, kop, _beeld in HOOFDSTUKKEN:
            if naam != samen.ALTIJD_MEE:
                self._delen[naam] = self._vakje(_(kop), binnen)
                self._delen[naam].setChecked(True)
                self._delen[naam].toggled.connect(partial(self._noem_delen, vak))
        self._sturen.addWidget(vak)

    def _noem_delen(self, vak: Uitklapper, _aan: bool) -> None:
        """Ook dichtgeklapt is te zien of er iets is weggelaten."""
        zonder = sum(not vakje.isChecked() for vakje in self._delen.values())
        weg = ngettext("{aantal} hoofdstuk gaat niet mee", "{aantal} hoofdstukken gaan niet mee", zonder)
        vak.zet_opschrift(weg.format(aantal=zonder) if zonder else _("Alles gaat mee. Iets weglaten?"))

    def _vakje(self, opschrift: str, waar: QVBoxLayout | None = None) -> QCheckBox:
        vakje = QCheckBox(opschrift)
        vakje.setAccessibleName(opschrift)
        (waar or self._sturen).addWidget(vakje)
        return vakje

    def _laatst(self, dossier: str) -> str:
        if (eerder := samen.laatst_verstuurd(self.werkplek, dossier)) is None:
            return ""
        dag = toon_datum(datetime.fromisoformat(eerder.tijd).astimezone().date())
        gestuurd = _("laatst gestuurd op {dag} aan {wie}").format(dag=dag, wie=", ".join(eerder.aan))
        if eerder.aangekomen:
            gestuurd += ", " + _("aangekomen bij {wie}").format(wie=", ".join(eerder.aangekomen))
        if eerder.komt_niet_terug:
            weg = _("bij {wie} is dit dossier vernietigd; het komt daar niet terug")
            gestuurd += ", " + weg.format(wie=", ".join(eerder.komt_niet_terug))
        return f" · {gestuurd}"

    def _lees_bewijs(self) -> None:
        pad = open_bestand(self, _("Kies een bewijs van ontvangst"), f"(*{ontvangstbewijs.ACHTERVOEGSEL})")
        if pad is not None:
            klaar = _("U ziet nu bij elk dossier wat uw collega zei: aangekomen, of daar vernietigd.")
            self._probeer(lambda: ontvangstbewijs.lees_in(self.werkplek, pad), self._bouw_sturen, klaar)

    def _bewaar_bewijs(self, afzender: str) -> None:
        pad = bewaar_als(self, _("Waar wilt u dit bewaren?"), f"jeugdteam{ontvangstbewijs.ACHTERVOEGSEL}")
        if pad is not None:
            klaar = _("Het bewijs is gemaakt. Geef het bestand aan uw collega.")
            self._probeer(lambda: ontvangstbewijs.bewaar(self.werkplek, pad, afzender), self._bouw_ontvangen, klaar)

    def _verstuur(self) -> None:
        kinderen = [id for id, vakje in self._kinderen.items() if vakje.isChecked()]
        aan = [id for id, vakje in self._aan.items() if vakje.isChecked()]
        zonder = [naam for naam, vakje in self._delen.items() if not vakje.isChecked()]
        over = self._over.isChecked()
        if over and (len(aan) != 1 or zonder):
            waarom = InvoerFout("overdragen-hele-dossier") if len(aan) == 1 else InvoerFout("overdragen-aan-een")
            self._bouw_sturen(Melding("fout", zin(waarom)))
            return
        # Niets over het gezin in de naam van het bestand.
        pad = bewaar_als(self, _("Waar wilt u dit bewaren?"), self._voorstel())
        if pad is not None:
            klaar = _("De bundel is gemaakt. Geef het bestand aan uw collega; niemand anders kan het openen.")

            def maak() -> None:
                if over:
                    overdragen.draag_over(self.werkplek, kinderen, aan[0], pad)
                else:
                    samen.verstuur(self.werkplek, kinderen, aan, pad, zonder)

            self._probeer(maak, self._bouw_sturen, klaar)

    def _voorstel(self) -> str:
        """Een naam in de gedeelde map, als die er is en nu te bereiken is."""
        naam, map_ = gedeelde_map.nieuwe_naam(self.werkplek.vandaag), gedeelde_map.plek(self.werkplek)
        return str(map_ / naam) if map_ is not None and map_.is_dir() else naam

    # --- ontvangen ---

    def _bouw_ontvangen(self, melding: Melding | None = None) -> None:
        leeg(self._ontvangen)
        uitleg = _("U ziet eerst wat er verandert. Pas als u het goed vindt, voegen we samen.")
        self._ontvangen.addWidget(tekst(uitleg))
        self.begin = knop(_("Bundel kiezen"), self._kies, "hoofd", "folder-open")
        links(self._ontvangen, self.begin)
        gedeeld = gedeelde_map.plek(self.werkplek)
        if gedeeld is not None:
            self._ontvangen.addWidget(tekst(_("Gedeelde map: {map}").format(map=gedeeld), "zacht"))
            links(self._ontvangen, knop(_("Kijk wat er voor mij is"), self._kijk_in_map, "", "search"))
        opschrift = _("Gedeelde map kiezen") if gedeeld is None else _("Andere gedeelde map kiezen")
        links(self._ontvangen, knop(opschrift, self._kies_gedeeld, "stil", "folder-open"))
        for id, naam in ontvangstbewijs.afzenders(self.werkplek):
            opschrift = _("Bewijs van ontvangst maken voor {naam}").format(naam=naam)
            links(self._ontvangen, knop(opschrift, partial(self._bewaar_bewijs, id), "stil", "file-down"))
        if samen.laatste_ontvangst(self.werkplek) is not None:
            links(
                self._ontvangen, knop(_("Laatste keer samenvoegen terugdraaien"), self._draai_terug, "stil", "undo-2")
            )
        if melding:
            self._ontvangen.addWidget(melding)

    def _kies(self) -> None:
        pad = open_bestand(self, _("Kies een bundel"), f"(*{samen.BUNDEL})")
        if pad is not None:
            self._bekijk(pad)

    def _kies_gedeeld(self) -> None:
        map_ = kies_map(self, _("Kies de gedeelde map"))
        if map_ is not None:
            klaar = _("Deze map is onthouden.")
            self._probeer(lambda: gedeelde_map.kies(self.werkplek, map_), self._bouw_ontvangen, klaar)

    def _kijk_in_map(self) -> None:
        self._bezig(_("Bezig met kijken"), lambda: gedeelde_map.kijk(self.werkplek), self._toon_map)

    def _toon_map(self, inhoud: Mapinhoud) -> None:
        """Wat er voor u is; wat u al hebt, staat eronder bij elkaar."""
        leeg(self._ontvangen)
        k = self._ontvangen
        nieuw = [b for b in inhoud.voor_mij if b.toestand is Toestand.NIEUW]
        # Wat wacht op een kaartje, een nieuwer programma of een tweede blik, kan ook nieuw zijn.
        if inhoud.overgeslagen:
            weg = ngettext(
                "Eén bestand is niet bekeken: te groot, niet te lezen, of ouder dan de nieuwste {meeste}.",
                "{aantal} bestanden zijn niet bekeken: te groot, niet te lezen, of ouder dan de nieuwste {meeste}.",
                inhoud.overgeslagen,
            ).format(meeste=gedeelde_map.MEESTE_BESTANDEN, aantal=inhoud.overgeslagen)
            doe_ = _("Daar kan iets voor u bij zijn. Haal uit de map wat ieder al heeft, en kijk dan nog eens.")
            k.addWidget(Melding("let_op", f"{weg} {doe_}"))
        elif all(b.toestand is Toestand.GELEZEN for b in inhoud.voor_mij):
            k.addWidget(Melding("goed", _("Er is niets nieuws voor u.")))
        eerder = [b for b in inhoud.voor_mij if b.toestand is Toestand.INGEHAALD]
        for bericht in (*nieuw, *eerder):
            wanneer = toon_moment(bericht.gemaakt) if bericht.gemaakt else ""
            opschrift = _("Bekijk wat {naam} stuurde op {wanneer}").format(naam=bericht.van, wanneer=wanneer)
            if bericht.toestand is Toestand.INGEHAALD:
                opschrift = _("{opschrift} (eerder gemaakt dan de laatste die u las)").format(opschrift=opschrift)
            links(k, knop(opschrift, partial(self._bekijk, bericht.pad), "", "eye"))
        for toestand, zin_ in _IN_DE_MAP:
            if aantal := sum(b.toestand is toestand for b in inhoud.voor_mij):
                k.addWidget(tekst(_(zin_).format(aantal=aantal), "zacht"))
        if inhoud.voor_anderen:
            k.addWidget(tekst(_("Niet voor u, of stuk: {aantal}").format(aantal=inhoud.voor_anderen), "zacht"))
        terug = knop(_("Klaar met deze map"), self._bouw_ontvangen, "stil")
        links(k, terug)
        terug.setFocus()

    def _bekijk(self, pad: Path) -> None:
        self._bezig(_("Bezig met nakijken"), lambda: samen.bekijk(self.werkplek, pad), self._toon_voorproef)

    def _bezig(self, zin_: str, functie: Callable[[], Any], klaar: Callable[[Any], None]) -> None:
        """Doet iets in een andere draad; het venster blijft antwoorden."""
        leeg(self._ontvangen)
        self._ontvangen.addWidget(bezig(zin_))
        doe(self, functie, klaar, lambda fout: self._bouw_ontvangen(Melding("fout", zin(fout))))

    def _toon_voorproef(self, proef: Voorproef) -> None:
        leeg(self._ontvangen)
        k = self._ontvangen
        wie = collegas.namen_uit_elkaar(collegas.alle(self.werkplek))[proef.afzender.id]
        k.addWidget(tekst(_("Van {naam}. Er is nog niets veranderd.").format(naam=wie), "label"))
        if proef.ouder:
            k.addWidget(Melding("info", _("Dit bestand is eerder gemaakt dan het laatste dat u van deze collega las.")))
        if proef.mist_vorige:
            uitleg = _(
                "Hiervoor stuurde uw collega u een ander bestand. Dat las u hier nog niet. Mist u iets? Vraag erom."
            )
            k.addWidget(Melding("info", uitleg))
        if zonder := [_(kop) for naam, kop, _beeld in HOOFDSTUKKEN if naam in proef.bundel.kop.zonder]:
            deel = _("Uw collega stuurde niet alles. Dit zit er niet bij: {hoofdstukken}.")
            k.addWidget(Melding("info", deel.format(hoofdstukken=", ".join(zonder))))
        if proef.vernietigd:
            k.addWidget(Melding("info", _("Een dossier hierin is hier vernietigd. Dat komt niet terug.")))
        if proef.van_vernietigd_gezin:
            uitleg = _("Van dit gezin is hier alles vernietigd. Daarom kan ook dit dossier hier niet komen.")
            anders = _("Vraag uw collega het te houden, of open een nieuwe werkplek.")
            k.addWidget(Melding("let_op", f"{uitleg} {anders}"))
        for kind in proef.kinderen:
            k.addWidget(self._kindverschil(proef, kind))
        if proef.bijlagen:
            zin_ = ngettext(
                "{aantal} bijlage was hier niet meer te lezen. Voeg samen om die terug te krijgen.",
                "{aantal} bijlagen waren hier niet meer te lezen. Voeg samen om die terug te krijgen.", proef.bijlagen,
            )  # fmt: skip
            k.addWidget(Melding("info", zin_.format(aantal=proef.bijlagen)))
        for melding in _over_boeken(proef):
            k.addWidget(melding)
        if not (proef.brengt_iets or proef.vernietigd or proef.van_vernietigd_gezin):
            k.addWidget(Melding("goed", _("Alles wat hierin staat, hebt u al.")))
        samen.onthoud_gelezen(self.werkplek, proef)
        gezien = QCheckBox(_("Ik heb gezien wat er verandert"))
        gezien.setAccessibleName(gezien.text())
        over = knop(_("Samenvoegen"), lambda: self._neem_over(proef), "hoofd", "check")
        if proef.goed_kijken:
            k.addWidget(
                tekst(_("Er verandert iets over veiligheid, toestemming, keuze of toewijzing, of u schreef allebei."))
            )
            k.addWidget(gezien)
            over.setEnabled(False)
            gezien.toggled.connect(over.setEnabled)
        if proef.brengt_iets:
            links(k, over)
        niet = knop(_("Niet samenvoegen") if proef.brengt_iets else _("Sluiten"), self._bouw_ontvangen, "stil", "x")
        links(k, niet)
        niet.setFocus()

    def _kindverschil(self, proef: Voorproef, kind: Kindverschil) -> QWidget:
        naam = samen.naam_na(self.werkplek, proef, kind.kind) or _("Nog zonder naam")
        if kind.is_nieuw:
            opschrift = _("{naam}: een dossier dat hier nog niet is").format(naam=naam)
        else:
            aantal = len(kind.verschillen)
            wat = ngettext("{aantal} verschil", "{aantal} verschillen", aantal).format(aantal=aantal)
            opschrift = f"{naam}: {wat}"
        tegen = any(v.is_tegenspraak for v in kind.verschillen)
        kleur = HUIDIG.kleuren.let_op if tegen else HUIDIG.kleuren.accent
        vak = Uitklapper(opschrift, "circle-alert" if tegen else "file-text", kleur)
        vak.vul_bij_openen(partial(vul_verschillen, kind))
        return vak

    def _neem_over(self, proef: Voorproef) -> None:
        def doe_het() -> list[str]:
            samen.neem_over(self.werkplek, proef)
            return dubbel.namen_van_nieuwe(self.werkplek, [kind.kind for kind in proef.kinderen])

        self._bezig(_("Bezig met samenvoegen"), doe_het, self._samengevoegd)

    def _samengevoegd(self, dubbele: list[str]) -> None:
        klaar = _("Samengevoegd. Waar u en uw collega iets anders schreven, staan beide antwoorden; u kiest daar zelf.")
        self._bouw_ontvangen(Melding("goed", klaar))
        for naam in dubbele:
            let_op = _(
                "{naam} kan hetzelfde kind zijn als in een ander dossier hier. Kijk dat na bij ‘De eerste vraag’."
            )
            self._ontvangen.addWidget(Melding("let_op", let_op.format(naam=naam)))
        self._bouw_sturen()
        self.begin.setFocus()

    def _draai_terug(self) -> None:
        self._probeer(
            lambda: samen.maak_ongedaan(self.werkplek), self._bouw_ontvangen, _("Het samenvoegen is teruggedraaid.")
        )
        self._bouw_sturen()


def _over_boeken(proef: Voorproef) -> Iterator[Melding]:
    """Wat er over de meegestuurde productenboeken te zeggen is."""
    if any(boek.boek is None for boek in proef.boeken):
        uitleg = _(
            "Er zit een productenboek bij dat deze versie van het programma nog niet kan lezen. Het wordt bewaard. "
            "Werk het programma bij om ermee te kiezen."
        )
        yield Melding("let_op", uitleg)
    elif proef.boeken:
        uitleg = _(
            "Er zit een productenboek bij dat hier nog niet is. Na het samenvoegen kunt u lezen waar uw collega mee "
            "koos. Uw eigen advies verandert daar niet door."
        )
        yield Melding("info", uitleg)
    for rij in proef.andere_boeken:
        uitleg = _(
            "Uw collega gebruikt een ander productenboek met dezelfde naam en versie: {boek}, {versie}. Dat van u "
            "blijft staan. Leg ze naast elkaar."
        )
        yield Melding("let_op", uitleg.format(boek=rij.id, versie=rij.versie))
