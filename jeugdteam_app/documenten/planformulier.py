"""Het familiegroepsplan als bestand van de familie zelf: in te vullen waar zij willen, en terug te geven.

Wat er al staat, staat er ook in. Reportlab maakt de vakken en pypdf vult ze; hoe de tekst eruitziet zet typst, want de
letter van een invulvak kent niet elke taal.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import cast

from pypdf import PageObject, PdfReader, PdfWriter
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
from jeugdteam_app.documenten.gezinstaal import gezinstaal
from jeugdteam_app.documenten.invulblad import Vraag
from jeugdteam_app.documenten.zetten import zet
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import EIGEN_TEKST, Familiegroepsplan, Taal
from jeugdteam_app.kern.feit import waarde_of

_LAAGST, _HOOGST = 3.0, 22.0
# Het beeld van een vak hangt niet van de dag af.
_VAST = datetime(2026, 1, 1, tzinfo=UTC)
_INLEIDING = "Dit plan is van u. Vul in wat u wilt, op uw eigen moment. Geef het terug als u dat wilt."


def leeg(kenmerk: str = "") -> bytes:
    """Het lege plan, ook voor op papier. Met een kenmerk staat erop bij welk plan het hoort."""
    return _maak(kenmerk, {})


def maak(dossier: Dossier, kenmerk: str) -> bytes:
    """Het plan om in te vullen, met wat er al staat; een vak is minstens zo hoog als zijn tekst."""
    plan = dossier.een(Familiegroepsplan)
    gezegd = {veld.id: waarde_of(getattr(plan, veld.naam), "") for veld in EIGEN_TEKST.values()}
    gezegd = {naam: tekst for naam, tekst in gezegd.items() if tekst.strip()}
    gezet = {naam: _zet(tekst) for naam, tekst in gezegd.items()}
    hoogtes = {naam: float(blad.mediabox.height) / cm for naam, blad in gezet.items()}
    return _vul(_maak(kenmerk, hoogtes), gezegd, gezet)


def _maak(kenmerk: str, hoogtes: dict[str, float]) -> bytes:
    zinnen = gezinstaal(Taal.NEDERLANDS).blokken
    vragen = [
        Vraag(veld.id, zinnen[naam], min(_HOOGST, max(_LAAGST, hoogtes.get(veld.id, 0) + 1)))
        for naam, veld in EIGEN_TEKST.items()
    ]
    return invulblad.maak("Ons plan", _INLEIDING, vragen, kenmerk)


def _zet(tekst: str) -> PageObject:
    """De tekst gezet met onze eigen letters: de letter van een invulvak kent geen Arabisch en geen ğ."""
    gegevens = {"titel": "Ons plan", "afzender": "", "tekst": tekst, "breed": invulblad.VAKBREEDTE}
    return PdfReader(io.BytesIO(zet("vak", gegevens, _VAST))).pages[0]


def _vul(pdf: bytes, gezegd: dict[str, str], gezet: dict[str, PageObject]) -> bytes:
    schrijver = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for blad in schrijver.pages:
        for verwijzing in blad.get("/Annots", ()):
            vak = verwijzing.get_object()
            if (naam := str(vak.get("/T", ""))) in gezet:
                vak[NameObject("/V")] = TextStringObject(gezegd[naam])
                vak[NameObject("/AP")] = DictionaryObject({NameObject("/N"): _beeld(schrijver, vak, gezet[naam])})
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
