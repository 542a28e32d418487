"""Het familiegroepsplan als bestand van de familie zelf: in te vullen waar zij willen, en terug te geven.

Wat er al staat, staat er ook in. Reportlab maakt de vakken en pypdf vult ze; hoe de tekst eruitziet zet typst, want de
letter van een invulvak kent niet elke taal.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from string import Formatter
from typing import cast

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)
from reportlab.lib.units import cm

from jeugdteam_app.documenten import invulblad
from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.gezinstaal import Gezinstaal, gezinstaal
from jeugdteam_app.documenten.invulblad import Vraag
from jeugdteam_app.documenten.zetten import zet
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Taal
from jeugdteam_app.dossier.planvakken import VAKKEN, staat

_REGEL, _LAAGST, _HOOGST = 0.9, 3.0, 22.0
_LEEG: Mapping[str, PageObject] = {}
# Het beeld van een vak hangt niet van de dag af.
_VAST = datetime(2026, 1, 1, tzinfo=UTC)
_ACHTERAAN = "Dit is lang en past niet helemaal in het vak. Achteraan staat alles."
_INLEIDING = "Dit plan is van u. Vul in wat u wilt, op uw eigen moment. Geef het terug als u dat wilt."


def leeg(kenmerk: str = "") -> bytes:
    """Het lege plan, ook voor op papier. Met een kenmerk staat erop bij welk plan het hoort."""
    return _maak(kenmerk, {})


def maak(dossier: Dossier, kenmerk: str) -> bytes:
    """Het plan om in te vullen, met wat er al staat; een vak is minstens zo hoog als zijn tekst.

    Spreekt het gezin een andere taal, dan staat elke vraag er ook in die taal.
    """
    plan, nu = dossier.een(Familiegroepsplan), staat(dossier, gezinstaal(Taal.NEDERLANDS).blokken)
    gezegd = {vak.bestandsnaam: nu[vak.naam] for vak in VAKKEN if nu[vak.naam].strip()}
    gezet = {naam: _zet(tekst) for naam, tekst in gezegd.items()}
    hoogtes = {naam: float(blad.mediabox.height) / cm for naam, blad in gezet.items()}
    kop, vragen = _in_taal(plan.gesproken_taal)
    te_lang = frozenset(naam for naam, hoog in hoogtes.items() if hoog > _HOOGST)
    pdf = _vul(_maak(kenmerk, hoogtes, kop, vragen, te_lang), gezegd, gezet, kop, vragen)
    return _met_achteraan(pdf, {naam: gezegd[naam] for naam in gezegd if naam in te_lang}) if te_lang else pdf


def _met_achteraan(pdf: bytes, lang: Mapping[str, str]) -> bytes:
    """Wat niet in zijn vak past, staat heel op bladen achteraan: op papier valt er geen woord weg."""
    zinnen = gezinstaal(Taal.NEDERLANDS).blokken
    delen = [
        {"kop": vak.vraag(zinnen).partition("\n")[0], "tekst": lang[vak.bestandsnaam]}
        for vak in VAKKEN if vak.bestandsnaam in lang
    ]  # fmt: skip
    gegevens = {"titel": "Dit staat nu in het plan", "afzender": "Lokaal team", "voet": zinnen["plan-van"]}
    gegevens |= {"bladzijde": "bladzijde", "uitleg_onbekende_tekens": t.UITLEG_TEKENS}
    schrijver = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for blad in PdfReader(io.BytesIO(zet("vervolg", {**gegevens, "delen": delen}, _VAST))).pages:
        schrijver.add_page(blad)
    uit = io.BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def _in_taal(taal: Taal) -> tuple[PageObject | None, dict[str, PageObject]]:
    """De kop en elke vraag in de taal van het gezin; in het Nederlands is er niets bij te zetten."""
    if taal is Taal.NEDERLANDS:
        return None, {}
    van = gezinstaal(taal)
    gebruikt = {naam for vak in VAKKEN for _tekst, naam, _vorm, _om in Formatter().parse(vak.patroon) if naam}
    namen = (*gebruikt, "plan-titel", "plan-van", "nederlands-telt")
    concept = [] if all(map(van.is_nagekeken, namen)) else [van.blokken["concept"]]
    kop = "\n".join((van.blokken["plan-titel"], van.blokken["plan-van"], van.blokken["nederlands-telt"], *concept))
    vragen = {vak.bestandsnaam: _zet(vak.vraag(van.blokken), van, vet=True) for vak in VAKKEN}
    return _zet(kop, van), vragen


def _maak(
    kenmerk: str, hoogtes: dict[str, float], kop: PageObject | None = None,
    in_taal: Mapping[str, PageObject] = _LEEG, te_lang: frozenset[str] = frozenset(),
) -> bytes:  # fmt: skip
    zinnen = gezinstaal(Taal.NEDERLANDS).blokken
    vragen = [
        Vraag(
            vak.bestandsnaam, vak.vraag(zinnen) + (f"\n{_ACHTERAAN}" if vak.bestandsnaam in te_lang else ""),
            _REGEL if vak.op_een_regel else min(_HOOGST, max(_LAAGST, hoogtes.get(vak.bestandsnaam, 0) + 1)),
            _hoog(in_taal.get(vak.bestandsnaam)),
        )
        for vak in VAKKEN
    ]  # fmt: skip
    return invulblad.maak("Ons plan", _INLEIDING, vragen, kenmerk, _hoog(kop))


def _hoog(blad: PageObject | None) -> float:
    return float(blad.mediabox.height) / cm if blad is not None else 0.0


def _zet(tekst: str, taal: Gezinstaal | None = None, *, vet: bool = False) -> PageObject:
    """De tekst gezet met onze eigen letters: de letter van een invulvak kent geen Arabisch en geen ğ."""
    gegevens = {"titel": "Ons plan", "afzender": "", "tekst": tekst, "breed": invulblad.VAKBREEDTE, "vet": vet}
    if taal is not None:
        gegevens |= {"taal": taal.taal, "richting": taal.richting}
    return PdfReader(io.BytesIO(zet("vak", gegevens, _VAST))).pages[0]


def _vul(
    pdf: bytes, gezegd: dict[str, str], gezet: dict[str, PageObject], kop: PageObject | None,
    vragen: Mapping[str, PageObject],
) -> bytes:  # fmt: skip
    schrijver = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for blad in schrijver.pages:
        for verwijzing in blad.get("/Annots", ()):
            vak = verwijzing.get_object()
            naam = str(vak.get("/T", ""))
            # Zo is bij teruglezen te zien wat de familie zelf veranderde, ook wat leeg was.
            vak[NameObject("/DV")] = TextStringObject(gezegd.get(naam, ""))
            if naam in gezet:
                vak[NameObject("/V")] = TextStringObject(gezegd[naam])
                vak[NameObject("/AP")] = DictionaryObject({NameObject("/N"): _beeld(schrijver, vak, gezet[naam])})
            if naam in vragen:
                links, _onder, _rechts, boven = (float(getal) for getal in cast("ArrayObject", vak["/Rect"]))
                blad.merge_transformed_page(vragen[naam], Transformation().translate(links - 5, boven))
    if kop is not None:
        onder = invulblad.onder_inleiding() - float(kop.mediabox.height)
        schrijver.pages[0].merge_transformed_page(kop, Transformation().translate(2 * cm - 5, onder))
    schrijver.set_need_appearances_writer(state=False)
    uit = io.BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def _beeld(schrijver: PdfWriter, vak: DictionaryObject, gezet: PageObject) -> IndirectObject:
    """Wat er in het vak te zien is tot iemand het verandert: een rand, en de gezette tekst bovenin."""
    links, onder, rechts, boven = (float(getal) for getal in cast("ArrayObject", vak["/Rect"]))
    breed, hoog = rechts - links, boven - onder
    tekst = _als_vorm(schrijver, gezet)
    teken = f"q 1 1 1 rg 0.48 0.56 0.57 RG 1 w 0.5 0.5 {breed - 1:.2f} {hoog - 1:.2f} re B Q "
    teken += f"q 1 0 0 1 0 {hoog - float(gezet.mediabox.height):.2f} cm /Tekst Do Q"
    beeld = _vorm(teken.encode(), breed, hoog)
    beeld[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/Tekst"): tekst})}
    )
    return schrijver._add_object(beeld)


def _als_vorm(schrijver: PdfWriter, gezet: PageObject) -> IndirectObject:
    inhoud = gezet.get_contents()
    vorm = _vorm(
        b"" if inhoud is None else inhoud.get_data(), float(gezet.mediabox.width), float(gezet.mediabox.height)
    )
    vorm[NameObject("/Resources")] = gezet["/Resources"].clone(schrijver)
    return schrijver._add_object(vorm)


def _vorm(inhoud: bytes, breed: float, hoog: float) -> StreamObject:
    vorm = StreamObject()
    vorm.set_data(inhoud)
    rand = ArrayObject(FloatObject(getal) for getal in (0, 0, breed, hoog))
    soort = {NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form")}
    vorm.update({**soort, NameObject("/BBox"): rand})
    return vorm
