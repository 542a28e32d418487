"""De kop van een productenboek: het blad ‘boek’ en het blad ‘segmenten’, of wat voor het huidige boek geldt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jeugdteam_app.productenboek.boek import Aanzien, Boekkop, Indeling, Productenboek, Segment, Vindplaats
from jeugdteam_app.uitwisseling import celinhoud
from jeugdteam_app.uitwisseling.bladlezer import Meldingen, Regel, regels
from jeugdteam_app.uitwisseling.kolommen import BLAD_BOEK, BLAD_SEGMENTEN, BOEKDELEN, SEGMENTKOLOMMEN, kaal
from jeugdteam_app.uitwisseling.tabel import Blad, Tabel

_BOEKKOLOMMEN = ("onderdeel", "waarde", "uitleg")
GEEN_KOP = "kop-van-huidig"


def bepaal_kop(tabel: Tabel, huidig: Productenboek | None, meldingen: Meldingen) -> Boekkop:
    """De kop uit het bestand, anders die van het huidige boek. Zonder kop lezen we wel verder, met een fout."""
    if blad := tabel.blad(BLAD_BOEK):
        kop = _kop(blad, meldingen)
        segmentblad = tabel.blad(BLAD_SEGMENTEN)
        return kop.model_copy(update={"segmenten": tuple(_segmenten(segmentblad, meldingen)) if segmentblad else ()})
    if huidig is None:
        meldingen.fout("", "kop-ontbreekt")
        return _NOODKOP
    meldingen.opmerking("", GEEN_KOP)
    return huidig.kop


_NOODKOP = Boekkop(id="", regio="", regels="", versie="", aanzien=Aanzien.WERKDOCUMENT, geldig_van=date(2000, 1, 1))


def _kop(blad: Blad, meldingen: Meldingen) -> Boekkop:
    """De onderdelen onder elkaar: links de naam, rechts ernaast de waarde."""
    meldingen.keur(blad, f"{BLAD_BOEK}!")
    bekend = {d.naam for d in BOEKDELEN}
    gevonden: dict[str, Regel] = {}
    for rij in blad.rijen:
        eerste = rij.cellen.get(1) or next(iter(rij.cellen.values()))
        naam = kaal(celinhoud.als_tekst(eerste.waarde))
        if naam in gevonden:
            meldingen.fout(f"{BLAD_BOEK}!{eerste.adres}", "kop-onderdeel-dubbel", onderdeel=naam)
        elif naam in bekend:
            gevonden[naam] = Regel(rij, {naam: 2}, f"{BLAD_BOEK}!", meldingen, compleet=True)
        elif naam != _BOEKKOLOMMEN[0]:
            meldingen.fout(f"{BLAD_BOEK}!{eerste.adres}", "kop-onderdeel-onbekend")
    ontbreekt = [d.naam for d in BOEKDELEN if d.gevraagd and d.naam not in gevonden]
    for naam in ontbreekt:
        meldingen.fout(f"{BLAD_BOEK}!A1", "kop-onderdeel-ontbreekt", onderdeel=naam)
    return _NOODKOP if ontbreekt else _vul_kop(gevonden) or _NOODKOP


def _vul_kop(delen: dict[str, Regel]) -> Boekkop | None:
    def tekst(naam: str) -> str:
        return delen[naam].tekst(naam) if naam in delen else ""

    def keuze(naam: str, keuzes: list[str]) -> str | None:
        return delen[naam].keuze(naam, keuzes) if naam in delen else None

    verplicht = {naam: delen[naam].gevraagd(naam) for naam in ("id", "regio", "versie", "aanzien", "geldig_van")}
    aanzien = keuze("aanzien", [a.value for a in Aanzien])
    van = delen["geldig_van"].datum("geldig_van")
    tot = delen["geldig_tot"].datum("geldig_tot") if "geldig_tot" in delen else None
    indeling = keuze("indeling", [i.value for i in Indeling]) or Indeling.SEGMENTEN
    if van and tot and tot < van:
        delen["geldig_tot"].fout("geldig_tot", "periode-omgekeerd")
    if van is None or aanzien is None:
        return None
    return Boekkop(
        id=verplicht["id"],
        regio=verplicht["regio"],
        regels=tekst("regels"),
        versie=verplicht["versie"],
        aanzien=Aanzien(aanzien),
        geldig_van=van,
        geldig_tot=tot,
        toelichting=tekst("toelichting"),
        indeling=Indeling(indeling),
        gemeenten=delen["gemeenten"].delen("gemeenten") if "gemeenten" in delen else (),
    )


def _segmenten(blad: Blad, meldingen: Meldingen) -> Iterator[Segment]:
    gezien: set[str] = set()
    for regel in regels(blad, SEGMENTKOLOMMEN, meldingen, f"{BLAD_SEGMENTEN}!", mag_leeg=True):
        id, naam, bron = regel.gevraagd("id"), regel.gevraagd("naam"), regel.vindplaats("bron")
        if id in gezien:
            regel.fout("id", "segment-dubbel")
        if bron is None:
            regel.gevraagd("bron")
        gezien.add(id)
        omschrijving, omschreven = regel.tekst("omschrijving"), regel.ja_nee("omschreven")
        yield Segment(
            id=id,
            naam=naam,
            omschrijving=omschrijving,
            bron=bron or Vindplaats(document="", plaats=""),
            omschreven=bool(omschrijving) if omschreven is None else omschreven,
        )
