"""Welke producten passen, in welke volgorde, en waarom de andere afvallen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jeugdteam_app.kern.feit import Bekend, Feit, Onbekend
from jeugdteam_app.kern.plek import Plek
from jeugdteam_app.productenboek.boek import Product
from jeugdteam_app.productenboek.voorwaarden import Getoetst, Uitslag, alle, een_van
from jeugdteam_app.regels.denkstap import MAATREGEL, Denkstap, is_, redenen_bij
from jeugdteam_app.regels.regel import Kenmerk, Regel, Werking
from jeugdteam_app.regels.uitkomst import Gemist, Reden, Tak

_PLEKKEN = {plek: nummer for nummer, plek in enumerate(Plek)}
_VOLGORDE = {Uitslag.JA: 0, Uitslag.ONBEKEND: 1, Uitslag.NEE: 2}
# De uitspraken die waarschuwen als de zwaarte misschien niet past.
ZWAARTES = ("te-licht", "te-zwaar")

# Wat een kenmerk met de volgorde doet: het laagste getal staat vooraan.
_RANG: dict[Kenmerk, Callable[[Product], int]] = {
    Kenmerk.GROEP: lambda p: int(not p.groep),
    Kenmerk.GEZIN: lambda p: int(not p.voor_gezin),
    Kenmerk.BEWEZEN: lambda p: int(not p.bewezen),
    Kenmerk.PLEK: lambda p: _PLEKKEN[p.plek],
    Kenmerk.ZWAARTE: lambda p: p.zwaarte,
    Kenmerk.DICHTBIJ: lambda p: int(not p.zonder_besluit),
    # Een onbekende duur of prijs is geen nadeel: dan telt dit kenmerk niet mee.
    Kenmerk.DUUR: lambda p: p.duur.waarde or 0,
    Kenmerk.KOSTEN: lambda p: p.tarief.waarde or 0,
}
# Bij welke producten een regel over een kenmerk iets te zeggen heeft.
_SPEELT: dict[Kenmerk, Callable[[Product], bool]] = {
    Kenmerk.GROEP: lambda p: p.groep,
    Kenmerk.GEZIN: lambda p: p.voor_gezin,
    Kenmerk.BEWEZEN: lambda p: p.bewezen,
    Kenmerk.PLEK: lambda p: p.plek.is_verblijf,
    Kenmerk.WONEN_LOS: lambda p: p.plek.is_verblijf,
    Kenmerk.ZWAARTE: lambda _p: True,
    Kenmerk.DICHTBIJ: lambda p: p.zonder_besluit,
    Kenmerk.DUUR: lambda p: p.duur.waarde is not None,
    Kenmerk.KOSTEN: lambda p: p.tarief.waarde is not None,
}


# Deze plekken zijn nooit gesloten. Een kleine of residentiële groep kan dat zijn, of er juist voor in de plaats komen.
_ALTIJD_OPEN = frozenset({Plek.DEELTIJD, Plek.PLEEGGEZIN, Plek.GEZINSHUIS})
_GEVAAR, _OPEN, _NIET_OPEN = is_("gevaar", "ja"), is_("kan_open", "ja"), is_("kan_open", "nee")


def _samen(een: Getoetst, ander: Getoetst) -> Getoetst:
    """Allebei nodig: nee wint van onbekend, en onbekend van ja."""
    for uitslag in (Uitslag.NEE, Uitslag.ONBEKEND):
        beslist = [g for g in (een, ander) if g.uitslag is uitslag]
        if beslist:
            return Getoetst(uitslag, tuple(v for g in beslist for v in g.voorwaarden))
    return Getoetst(Uitslag.JA, (*een.voorwaarden, *ander.voorwaarden))


def als_gekozen(product: Product) -> dict[str, Feit[Any]]:
    """De feiten die volgen uit de keuze voor een product."""
    return {
        "gekozen_segment": Bekend(product.segment),
        "gekozen_verblijf": _ja_nee(product.plek.is_verblijf),
        "gekozen_zwaarte": Bekend(product.zwaarte),
        "gekozen_vraagt_analyse": _ja_nee(product.va_vereist),
        "gekozen_vraagt_perspectiefplan": _ja_nee(product.perspectiefplan_vereist),
    }


def _ja_nee(bekend: bool | None) -> Feit[str]:
    return Onbekend() if bekend is None else Bekend("ja" if bekend else "nee")


@dataclass
class Rangschikking:
    """Het werk van één ronde over alle producten van een boek."""

    stap: Denkstap
    per_segment: dict[str, Tak]
    _plaatsredenen: dict[tuple[Any, ...], tuple[Reden, ...]] = field(default_factory=dict)
    _waarschuwingen: dict[tuple[Any, ...], tuple[Reden, ...]] = field(default_factory=dict)

    def kandidaten(self) -> tuple[tuple[Tak, ...], tuple[Tak, ...]]:
        """De voorstellen op volgorde, en wat afviel met de voorwaarde waarop."""
        voorstellen: list[tuple[Product, Tak]] = []
        afgevallen: list[Tak] = []
        op, per_segment = self.stap.op, self.per_segment
        for product in self.stap.boek.producten:
            segment = per_segment[product.segment]
            if not product.geldt_op(op):
                afgevallen.append(_tak(product, Uitslag.NEE, (self._buiten_tijd(product),), ()))
                continue
            if segment.uitslag is Uitslag.NEE and not product.los_van_segment:
                afgevallen.append(_tak(product, Uitslag.NEE, segment.redenen[:1], ()))
                continue
            getoetst, gemist = self._past(product)
            reden = self._reden(product, getoetst)
            if getoetst.uitslag is Uitslag.NEE:
                afgevallen.append(_tak(product, Uitslag.NEE, (reden,), (), gemist=gemist))
            else:
                voorstellen.append((product, self._voorstel(product, segment, getoetst, reden)))
        voorstellen.sort(key=lambda paar: self._rang(*paar))
        return tuple(tak for _, tak in voorstellen), tuple(afgevallen)

    def _buiten_tijd(self, product: Product) -> Reden:
        reden = self.stap.reden("BUITEN-TIJD", (), product.bron.bron())
        return reden._replace(feiten=(("dag", self.stap.op.isoformat()),))

    def _past(self, product: Product) -> tuple[Getoetst, tuple[Gemist, ...]]:
        """Alle voorwaarden gelden en geen enkele uitsluiting; bij nee ook de voorwaarden waar het op afviel."""
        if product.plek in _ALTIJD_OPEN and self._alleen_gesloten:
            return Getoetst(Uitslag.NEE, (_GEVAAR, _NIET_OPEN)), (Gemist(_OPEN, uitgesloten=False),)
        wel = alle(product.voorwaarden, self.stap.feiten)
        if self.stap.na_achttien is not None:
            wel = _samen(wel, self.stap.na_achttien)
        if wel.uitslag is Uitslag.NEE:
            # Een maatregel is de andere weg na 18; wat gevraagd wordt, is hulp van voor die tijd.
            return wel, tuple([Gemist(v, False) for v in wel.voorwaarden if v is not MAATREGEL])
        weegt_mens = product.lees_zelf or self._misschien_open(product)
        if not (product.niet_voor or weegt_mens):
            return wel, ()
        niet = een_van(product.niet_voor, self.stap.feiten)
        if niet.uitslag is Uitslag.JA:
            return Getoetst(Uitslag.NEE, niet.voorwaarden), tuple([Gemist(v, True) for v in niet.voorwaarden])
        open_ = tuple([v for g in (wel, niet) if g.uitslag is Uitslag.ONBEKEND for v in g.voorwaarden])
        if open_ or weegt_mens:
            return Getoetst(Uitslag.ONBEKEND, open_), ()
        return Getoetst(Uitslag.JA, (*wel.voorwaarden, *niet.voorwaarden)), ()

    def _misschien_open(self, product: Product) -> bool:
        """Of alleen een gesloten plek kan en het boek niet zegt of deze plek dat is: dan weegt een mens."""
        return product.plek.is_verblijf and self._alleen_gesloten

    @cached_property
    def _alleen_gesloten(self) -> bool:
        """Of een open plek niet kan; gesloten hulp loopt via de kinderrechter en is nooit een gewone toewijzing."""
        return self.stap.is_ja("gevaar") and _NIET_OPEN.toets(self.stap.feiten) is Uitslag.JA

    @cached_property
    def _productregels(self) -> dict[str, Regel]:
        """Regels die zelf zeggen voor wie een product is, bij de code waar ze over gaan."""
        van_product = (r for r in self.stap.regels.regels.values() if r.werking is Werking.PRODUCT and r.bij)
        return {code: r for r in van_product if r.bij for code in r.bij.codes}

    def _reden(self, product: Product, getoetst: Getoetst) -> Reden:
        feiten = getoetst.feiten
        if self._misschien_open(product):
            return self.stap.reden(self.stap.regels.per_tak["gesloten"][0].id, feiten)
        regel = self._productregels.get(product.code)
        if regel and {v.feit for groep in regel.als for v in groep} & set(feiten):
            return self.stap.reden(regel.id, feiten)
        return self.stap.reden("LEES-ZELF" if product.lees_zelf else "BOEK", feiten, product.bron.bron())

    def _voorstel(self, product: Product, segment: Tak, getoetst: Getoetst, reden: Reden) -> Tak:
        van_segment = () if product.los_van_segment else segment.hangt_af_van
        open_ = tuple(dict.fromkeys((*van_segment, *getoetst.hangt_af_van)))
        self.stap.vraag_open(getoetst.hangt_af_van, product.naam, Werking.PRODUCT, reden.regel, reden.bron)
        zeker = getoetst.uitslag is Uitslag.JA and (product.los_van_segment or segment.uitslag is Uitslag.JA)
        bij_segment = () if product.los_van_segment else segment.redenen[:1]
        redenen = (reden, *bij_segment, *self._plaats(product))
        return _tak(product, Uitslag.JA if zeker else Uitslag.ONBEKEND, redenen, open_, self._let_op(product))

    def _plaats(self, product: Product) -> tuple[Reden, ...]:
        """Waarom dit product hier in de rij staat; voor producten van één soort maar één keer uitgezocht."""
        soort = (product.plek, product.code, product.groep, product.voor_gezin, product.bewezen,
                 product.duur.waarde is None, product.tarief.waarde is None)  # fmt: skip
        if soort not in self._plaatsredenen:
            self._plaatsredenen[soort] = tuple(self.stap.reden(r.id) for r in self._plaatsregels(product))
        return self._plaatsredenen[soort]

    def _plaatsregels(self, product: Product) -> list[Regel]:
        """Per kenmerk de regels die er bij dit product iets over zeggen, in de volgorde van de regio."""
        kenmerken = (*self.stap.regels.regio.volgorde, Kenmerk.WONEN_LOS)
        return [
            r
            for kenmerk in kenmerken
            for r in self.stap.regels.per_kenmerk.get(kenmerk, ())
            if (r.bij.gaat_over(product) if r.bij else _SPEELT[kenmerk](product))
        ]

    def _let_op(self, product: Product) -> tuple[Reden, ...]:
        """Een waarschuwing voor te licht én voor te zwaar, alsof dit product gekozen was; een mens weegt haar."""
        soort = (product.segment, product.plek.is_verblijf, product.zwaarte)
        if soort not in self._waarschuwingen:
            feiten, regels = {**self.stap.feiten, **als_gekozen(product)}, self.stap.regels
            self._waarschuwingen[soort] = tuple(r for tak in ZWAARTES for r in redenen_bij(regels, tak, feiten))
        return self._waarschuwingen[soort]

    @cached_property
    def _spoed(self) -> frozenset[str]:
        toetsen = (t for t in self.stap.regels.regio.segmenten if t.spoed and t.id in self.per_segment)
        return frozenset(t.id for t in toetsen if self.per_segment[t.id].uitslag is Uitslag.JA)

    @cached_property
    def _kan_niet_wachten(self) -> bool:
        return self.stap.is_ja("kan_niet_wachten")

    def _is_spoed(self, product: Product) -> bool:
        """Of een product er nu voor spoed is: door zijn segment, of door zijn eigen voorwaarde."""
        if product.segment in self._spoed:
            return True
        return self._kan_niet_wachten and any(v.feit == "kan_niet_wachten" for v in product.voorwaarden)

    @cached_property
    def _thuis_kan_niet(self) -> bool:
        return is_("thuis_passend", "nee").toets(self.stap.feiten) is Uitslag.JA

    @cached_property
    def _woonsegmenten(self) -> frozenset[str]:
        toetsen = self.stap.regels.regio.segmenten
        return frozenset(t.id for t in toetsen if any(v.feit == "thuis_passend" for g in t.als or () for v in g))

    def _is_woonplek(self, product: Product) -> bool:
        """Of dit een plek is om te wonen als het thuis niet gaat; een opname voor behandeling is iets anders."""
        voor_wonen = any(v.feit == "thuis_passend" for v in product.voorwaarden)
        return product.plek.is_verblijf and (voor_wonen or product.segment in self._woonsegmenten)

    @cached_property
    def _liever_dichterbij(self) -> frozenset[str]:
        """De codes waar de regio minder naar wil verwijzen: die staan bij gelijke stand achteraan."""
        regels = self.stap.regels.per_kenmerk.get(Kenmerk.DICHTBIJ, ())
        return frozenset(code for r in regels if r.bij for code in r.bij.codes)

    @cached_property
    def _rangen(self) -> tuple[Callable[[Product], int], ...]:
        return tuple(_RANG[k] for k in self.stap.regels.regio.volgorde)

    def _rang(self, product: Product, tak: Tak) -> tuple[int | str, ...]:
        """Zekerheid eerst, bij spoed crisis vooraan, en dan de kenmerken in de volgorde van de regio.

        Kan het kind thuis niet wonen, dan staat een plek om te wonen voorop: hulp thuis lost dat niet op.
        """
        return (
            _VOLGORDE[tak.uitslag],
            int(not self._is_spoed(product)),
            int(not (self._thuis_kan_niet and self._is_woonplek(product))),
            *[rang(product) for rang in self._rangen],
            int(product.code in self._liever_dichterbij),
            product.id,
        )


def _tak(
    product: Product,
    uitslag: Uitslag,
    redenen: tuple[Reden, ...],
    open_: tuple[str, ...],
    let_op: tuple[Reden, ...] = (),
    gemist: tuple[Gemist, ...] = (),
) -> Tak:
    return Tak(
        product.id, product.naam, uitslag, redenen, open_, product.segment, (), product.voorbeeld, let_op, gemist
    )
