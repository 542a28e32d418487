"""Het productenboek van een regio uit een tabel: alles klopt, of er is geen boek.

Elke fout noemt haar cel. Wat we zelf invullen (een plek, een zwaarte, een segment) staat als opmerking in
de proef, zodat iemand het ziet voordat het boek in gebruik gaat. Een lege norm is onbekend, nooit nul.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.omvang import GROOTSTE_VOLUME, NIET_PER_DAG, Eenheid, Frequentie
from jeugdteam_app.kern.plek import Plek, plek_bij
from jeugdteam_app.productenboek.boek import (
    Aanzien,
    Boekkop,
    Norm,
    Normstatus,
    Product,
    Productenboek,
    Segment,
    Vindplaats,
)
from jeugdteam_app.productenboek.codelijsten import categorieen
from jeugdteam_app.productenboek.voorwaarden import Voorwaarde
from jeugdteam_app.uitwisseling import celinhoud, voorwaardetekst
from jeugdteam_app.uitwisseling.bladlezer import Meldingen, Regel, regels
from jeugdteam_app.uitwisseling.boekkop import GEEN_KOP, bepaal_kop
from jeugdteam_app.uitwisseling.jsonblad import lees_blad, tekst_uit
from jeugdteam_app.uitwisseling.kolommen import (
    BLAD_BOEK,
    BLAD_PRODUCTEN,
    BLAD_SEGMENTEN,
    KOLOMMEN,
    VLAGGEN,
    kaal,
)
from jeugdteam_app.uitwisseling.tabel import (
    Celmelding,
    Celwaarde,
    Tabel,
    heeft_verboden_teken,
    lees_tabel,
    lees_tabelbestand,
)

LANGSTE_DUUR = 36_500
GEWONE_ZWAARTE = 3
MEESTE_PADEN = 200
LANGSTE_GETAL = 20


@dataclass(frozen=True)
class Proef:
    """De uitkomst van het nakijken: een boek zonder fouten, of fouten zonder boek."""

    boek: Productenboek | None
    fouten: tuple[Celmelding, ...] = ()
    opmerkingen: tuple[Celmelding, ...] = ()

    @property
    def zonder_kop(self) -> bool:
        """Of het bestand niet zegt welke versie dit is; dan geldt die van het huidige boek, tot iemand het zegt."""
        return any(m.code == GEEN_KOP for m in self.opmerkingen)


def lees_boek(pad: Path, huidig: Productenboek | None = None, kop: Boekkop | None = None) -> Proef:
    """Kijkt een bestand na. De kop komt van de aanroeper, anders uit het bestand, anders uit ``huidig``."""
    if pad.suffix.lower() == ".json":
        return _uit_json(lees_tabelbestand(pad), huidig, kop)
    return uit_tabel(lees_tabel(pad, BLAD_PRODUCTEN, BLAD_BOEK, BLAD_SEGMENTEN), huidig, kop)


def uit_tabel(tabel: Tabel, huidig: Productenboek | None = None, kop: Boekkop | None = None) -> Proef:
    """Het boek uit een al gelezen tabel."""
    meldingen = Meldingen()
    lezer = _Lezer(kop or bepaal_kop(tabel, huidig, meldingen), huidig, meldingen)
    for regel in regels(tabel.bladen[0], KOLOMMEN, meldingen):
        lezer.lees(regel)
    boek = None if meldingen.fouten else lezer.boek()
    return Proef(boek, tuple(meldingen.fouten), tuple(meldingen.opmerkingen))


# --- het blad 'producten' ---


class _Lezer:
    """Leest product na product en onthoudt wat voor het hele boek telt."""

    def __init__(self, kop: Boekkop, huidig: Productenboek | None, meldingen: Meldingen) -> None:
        self.kop, self.huidig, self.meldingen = kop, huidig, meldingen
        self.segmenten = {s.id: s for s in kop.segmenten}
        self.producten: dict[str, Product] = {}
        self.ids: set[str] = set()
        bestaand = huidig.producten if huidig else ()
        self.bekend = {(p.segment, p.code, p.naam): p.id for p in bestaand}
        self.bezet = {p.id for p in bestaand}
        self.volgnummer: dict[str, int] = {}
        self.gezien: set[tuple[str, str, str]] = set()

    def boek(self) -> Productenboek | None:
        """Het boek uit alles wat gelezen is."""
        kop = {naam: getattr(self.kop, naam) for naam in Boekkop.model_fields if naam != "segmenten"}
        segmenten, producten = tuple(self.segmenten.values()), tuple(self.producten.values())
        try:
            return Productenboek(**kop, segmenten=segmenten, producten=producten)
        except ValidationError as fout:
            self.meldingen.fouten += [Celmelding("", "boek-vorm", {"plek": p}) for p in _paden(fout)]
            return None

    def lees(self, regel: Regel) -> None:
        """Leest één product; fouten komen in de meldingen."""
        self._regio(regel)
        bron = regel.vindplaats("bron")
        if bron is None:
            regel.gevraagd("bron")
            bron = Vindplaats(document="", plaats="")
        code = regel.tekst("code").strip().upper()
        categorie = self._categorie(regel, code)
        self._code(regel, code, categorie)
        segment, naam = self._segment(regel, bron), regel.gevraagd("naam")
        eenheid, frequentie = self._omvang(regel)
        delen: dict[str, Any] = {
            "segment": segment,
            "naam": naam,
            "omschrijving": regel.tekst("omschrijving"),
            "categorie": categorie,
            "code": code,
            "voorbeeld": self._voorbeeld(regel),
            "plek": self._plek(regel, categorie),
            "zwaarte": self._zwaarte(regel),
            "eenheid": eenheid,
            "frequentie": frequentie,
            "doelgroep": regel.tekst("doelgroep"),
            "expertise": regel.tekst("expertise"),
            "combineerbaar_met": regel.delen("combineerbaar_met"),
            "bron": bron,
            **self._indicatie(regel),
            **{n: bool(regel.ja_nee(n)) for n in VLAGGEN},
            **{n: regel.ja_nee(n) for n in ("verlengbaar", "va_vereist", "perspectiefplan_vereist")},
            **self._geldig(regel),
            **self._normen(regel, bron, eenheid, frequentie),
        }
        id = self._id(regel, segment, code, naam)
        if regel.klopt():
            self._bewaar(regel, {"id": id, **delen})

    def _bewaar(self, regel: Regel, delen: dict[str, Any]) -> None:
        try:
            self.producten[delen["id"]] = Product(**delen)
        except ValidationError as fout:
            for plek in _paden(fout):
                regel.fout("naam", "boek-vorm", plek=plek)

    def _regio(self, regel: Regel) -> None:
        regio = regel.tekst("regio").strip()
        if regio and self.kop.regio and regio.casefold() != self.kop.regio.strip().casefold():
            regel.fout("regio", "regio-anders")

    def _categorie(self, regel: Regel, code: str) -> str:
        tekst = regel.tekst("categorie").strip()
        if not tekst and code and not regel.is_stuk("categorie"):
            tekst = code[:2]
            regel.opmerking("categorie", "categorie-uit-code")
        if not tekst:
            regel.gevraagd("categorie")
        elif tekst[:2] not in categorieen() or tekst[2:3].isalnum():
            regel.fout("categorie", "categorie-onbekend")
        return tekst[:2]

    def _code(self, regel: Regel, code: str, categorie: str) -> None:
        if not code:
            return
        if len(code) != 5 or not (code.isascii() and code.isalnum()):
            regel.fout("code", "code-vorm")
        elif not code.startswith(categorie):
            regel.fout("code", "code-andere-categorie")
        else:
            # De openbare lijst kent alleen categorieën; de drie tekens erachter zijn van de regio.
            regel.opmerking("code", "code-niet-in-lijst")

    def _segment(self, regel: Regel, bron: Vindplaats) -> str:
        tekst = regel.gevraagd("segment")
        if not tekst or tekst in self.segmenten:
            return tekst
        gezocht = tekst.strip().casefold()
        for segment in self.segmenten.values():
            if gezocht in (segment.id.strip().casefold(), segment.naam.strip().casefold()):
                return segment.id
        nieuw = tekst.strip()
        self.segmenten[nieuw] = Segment(id=nieuw, naam=nieuw, omschrijving="", bron=bron, omschreven=False)
        regel.opmerking("segment", "segment-nieuw")
        return nieuw

    def _omvang(self, regel: Regel) -> tuple[Eenheid, Frequentie]:
        eenheid, frequentie = regel.lees("eenheid", celinhoud.eenheid), regel.lees("freq", celinhoud.frequentie)
        for kolom, waarde in (("eenheid", eenheid), ("freq", frequentie)):
            if waarde is None:
                regel.meld_leeg(kolom)
        if celinhoud.is_kaal_stuks(regel.waarde("eenheid")):
            regel.opmerking("eenheid", "stuks-inspanning")
        if eenheid in NIET_PER_DAG and frequentie is Frequentie.PER_DAG:
            regel.fout("freq", "eenheid-niet-per-dag")
        return eenheid or Eenheid.UUR, frequentie or Frequentie.TOTAAL

    def _voorbeeld(self, regel: Regel) -> bool:
        gezegd = regel.ja_nee("voorbeeld")
        return self.kop.aanzien is Aanzien.VOORBEELD if gezegd is None else gezegd

    def _plek(self, regel: Regel, categorie: str) -> Plek:
        gekozen = regel.keuze("plek", [p.value for p in Plek])
        if gekozen is None and not regel.is_stuk("plek"):
            regel.opmerking("plek" if regel.heeft("plek") else "categorie", "plek-afgeleid")
        if gekozen is not None:
            return Plek(gekozen)
        thuis = Plek.DAG if categorie == "41" else Plek.THUIS
        return plek_bij(categorie, regel.tekst("code")) or thuis

    def _zwaarte(self, regel: Regel) -> int:
        gekozen = regel.lees("zwaarte", lambda w: celinhoud.heel_getal(w, 1, 5))
        if gekozen is None and not regel.is_stuk("zwaarte"):
            regel.opmerking("zwaarte" if regel.heeft("zwaarte") else "naam", "zwaarte-aangenomen")
        return gekozen or GEWONE_ZWAARTE

    def _indicatie(self, regel: Regel) -> dict[str, Any]:
        """Voorwaarden die wij begrijpen, en de tekst die een mens moet lezen: heel, nooit half."""
        uit: dict[str, Any] = {}
        zelf = [regel.tekst("lees_zelf")]
        for kolom, veld, vooraf in (("indicatie", "voorwaarden", ""), ("niet_voor", "niet_voor", "Niet voor: ")):
            tekst = regel.tekst(kolom)
            gelezen: tuple[Voorwaarde, ...] | None = voorwaardetekst.lees(tekst)
            if gelezen is None:
                regel.opmerking(kolom, "indicatie-lees-zelf")
                zelf.append(vooraf + tekst)
            uit[veld] = gelezen or ()
        return uit | {"lees_zelf": "\n".join(deel for deel in zelf if deel)}

    def _geldig(self, regel: Regel) -> dict[str, date | None]:
        van, tot = regel.datum("geldig_van"), regel.datum("geldig_tot")
        if van and tot and tot < van:
            regel.fout("geldig_tot", "periode-omgekeerd")
        return {"geldig_van": van, "geldig_tot": tot}

    def _id(self, regel: Regel, segment: str, code: str, naam: str) -> str:
        """De id die er staat, anders die van hetzelfde product in het huidige boek, anders een nieuwe."""
        gezegd = regel.tekst("id")
        sleutel = (segment, code, naam)
        if gezegd and gezegd in self.ids:
            regel.fout("id", "id-dubbel")
        if not gezegd and naam and sleutel in self.gezien:
            regel.fout("naam", "product-dubbel")
        id = gezegd or self._bekende_id(sleutel) or self._nieuwe_id(naam)
        self.ids.add(id)
        self.gezien.add(sleutel)
        return id

    def _bekende_id(self, sleutel: tuple[str, str, str]) -> str:
        gevonden = self.bekend.get(sleutel, "")
        return "" if gevonden in self.ids else gevonden

    def _nieuwe_id(self, naam: str) -> str:
        kort = kaal(naam).replace("_", "-") or "product"
        id = kort
        while id in self.ids or id in self.bezet:
            self.volgnummer[kort] = self.volgnummer.get(kort, 1) + 1
            id = f"{kort}-{self.volgnummer[kort]}"
        return id

    # --- normen ---

    def _normen(self, regel: Regel, bron: Vindplaats, eenheid: Eenheid, frequentie: Frequentie) -> dict[str, Norm]:
        def volume(waarde: Celwaarde) -> int:
            return celinhoud.heel_getal(waarde, 1, GROOTSTE_VOLUME)

        def dagen(waarde: Celwaarde) -> int:
            return celinhoud.heel_getal(waarde, 1, LANGSTE_DUUR)

        intensiteit = _Normsoort("max_intensiteit", volume, celinhoud.omvangeenheid, f"{eenheid}/{frequentie}")
        duur = _Normsoort("max_duur", dagen, celinhoud.duureenheid, "dagen", "duur-in-dagen")
        woord = celinhoud.tarief_per(eenheid)
        tarief = _Normsoort("tarief", celinhoud.centen, celinhoud.tariefeenheid, woord, "tarief-eenheid-afgeleid")
        soorten = {"intensiteit": intensiteit, "duur": duur, "tarief": tarief}
        return {veld: self._norm(regel, soort, bron) for veld, soort in soorten.items()}

    def _norm(self, regel: Regel, soort: _Normsoort, bron: Vindplaats) -> Norm:
        getal = regel.lees(soort.naam, soort.getal)
        eigen_bron, dag = regel.vindplaats(f"{soort.naam}_bron"), regel.datum(f"{soort.naam}_datum")
        status = self._status(regel, soort.naam, getal)
        eenheid = soort.eenheid(regel, bekend=getal is not None)
        if status is Normstatus.ONBEKEND or getal is None:
            return Norm(eenheid=eenheid, bron=eigen_bron, datum=dag)
        return Norm(status=status, waarde=getal, eenheid=eenheid, bron=eigen_bron or bron, datum=dag)

    def _status(self, regel: Regel, naam: str, getal: int | None) -> Normstatus:
        kolom = f"{naam}_status"
        gekozen = regel.keuze(kolom, [s.value for s in Normstatus])
        if regel.is_stuk(naam) or regel.is_stuk(kolom):
            return Normstatus.ONBEKEND
        if getal is None and gekozen not in (None, Normstatus.ONBEKEND):
            regel.fout(naam, "norm-zonder-waarde")
        elif getal is not None and gekozen == Normstatus.ONBEKEND:
            regel.fout(kolom, "norm-onbekend-met-waarde")
        elif getal is not None and gekozen is None:
            regel.opmerking(naam, "norm-status-aangenomen")
            vast = self.kop.aanzien is Aanzien.VASTGESTELD
            return Normstatus.VASTGESTELD if vast else Normstatus.VOORBEELD
        return Normstatus(gekozen or Normstatus.ONBEKEND)


@dataclass(frozen=True)
class _Normsoort:
    """Hoe één van de drie normen gelezen wordt."""

    naam: str
    heel: Callable[[Celwaarde], int]
    herken: Callable[[str], str | None]
    gewoon: str
    opmerking: str = ""

    @property
    def kolom(self) -> str:
        """De kolom met de eenheid."""
        return f"{self.naam}_eenheid"

    def getal(self, waarde: Celwaarde) -> int:
        """Het getal, zonder de eenheid die erachter kan staan."""
        if self.naam == "tarief":
            return self.heel(waarde)
        zonder, achter = celinhoud.met_eenheid(waarde)
        if achter and self.herken(achter) is None:
            raise InvoerFout("norm-eenheid")
        return self.heel(zonder)

    def eenheid(self, regel: Regel, *, bekend: bool) -> str:
        """De eenheid achter het getal, anders uit haar kolom, anders de gewone met een opmerking."""
        in_kolom = regel.tekst(self.kolom)
        achter = celinhoud.met_eenheid(regel.waarde(self.naam) or "")[1] if self.naam != "tarief" else ""
        if achter and in_kolom.strip():
            regel.fout(self.kolom, "norm-eenheid-dubbel")
        if in_kolom.strip() == "?":
            return ""
        if achter or in_kolom:
            return celinhoud.eenheid_van_norm(achter or in_kolom, self.herken)
        if bekend and self.opmerking:
            regel.opmerking(self.naam, self.opmerking)
        return self.gewoon if bekend else ""


# --- json ---


def _uit_json(inhoud: bytes, huidig: Productenboek | None, kop: Boekkop | None) -> Proef:
    """Een heel boek, met elke fout bij haar pad in plaats van een cel; of een lijst rijen, zoals in een blad."""
    tekst = tekst_uit(inhoud, "boek-geen-json")
    if tekst.lstrip().startswith("["):
        blad = lees_blad(tekst, "boek-geen-json", (k.naam for k in KOLOMMEN if k.gevraagd))
        return uit_tabel(Tabel((blad,)), huidig, kop)
    try:
        ruw = json.loads(tekst, parse_int=_geheel)
    except (ValueError, RecursionError):
        raise InvoerFout("boek-geen-json") from None
    fouten = [Celmelding(pad, "cel-verboden-teken") for pad in _verboden(ruw, ())]
    try:
        boek = Productenboek.model_validate(ruw)
    except ValidationError as fout:
        fouten += [Celmelding(pad, "boek-vorm", {"plek": pad}) for pad in _paden(fout)]
        return Proef(None, tuple(fouten))
    return Proef(None if fouten else boek, tuple(fouten))


def _geheel(cijfers: str) -> int:
    """Een geheel getal. Python weigert een getal van duizenden cijfers; dat is wel JSON, maar nooit een norm."""
    if len(cijfers) > LANGSTE_GETAL:
        raise InvoerFout("getal-te-lang")
    return int(cijfers)


def _paden(fout: ValidationError) -> list[str]:
    fouten = fout.errors(include_input=False, include_url=False, include_context=False)
    # Alleen namen die het model kent: een sleutel uit het bestand kan van alles zijn.
    return [".".join(_deel(d) for d in f["loc"]) or "." for f in fouten[:MEESTE_PADEN]]


def _deel(deel: int | str) -> str:
    tekst = str(deel)
    return tekst if tekst.isascii() and tekst.replace("_", "").isalnum() and len(tekst) < 40 else "?"


def _verboden(deel: Any, pad: tuple[int | str, ...]) -> Iterator[str]:
    """De paden van teksten met een verboden teken; in een lijst die gelezen is, dus niet diep."""
    te_doen: deque[tuple[Any, tuple[int | str, ...]]] = deque([(deel, pad)])
    while te_doen:
        huidig, waar = te_doen.popleft()
        if isinstance(huidig, str) and heeft_verboden_teken(huidig):
            yield ".".join(_deel(d) for d in waar)
        elif isinstance(huidig, dict):
            te_doen += [(w, (*waar, s)) for s, w in huidig.items()]
        elif isinstance(huidig, list):
            te_doen += [(w, (*waar, n)) for n, w in enumerate(huidig)]
