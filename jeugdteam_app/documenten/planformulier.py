"""Het familiegroepsplan als bestand van de familie zelf: in te vullen waar zij willen, en terug te geven.

Wat er al staat, staat er ook in. Reportlab kan alleen lege velden maken met elke taal; pypdf vult ze.
"""

from __future__ import annotations

import io

from pypdf import PdfReader, PdfWriter

from jeugdteam_app.documenten import invulblad
from jeugdteam_app.documenten.gezinstaal import gezinstaal
from jeugdteam_app.documenten.invulblad import Vraag
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import EIGEN_TEKST, Familiegroepsplan, Taal
from jeugdteam_app.kern.feit import waarde_of

_INLEIDING = "Dit plan is van u. Vul in wat u wilt, op uw eigen moment. Geef het terug als u dat wilt."


def leeg(kenmerk: str = "") -> bytes:
    """Het lege plan, ook voor op papier. Met een kenmerk staat erop bij welk plan het hoort."""
    zinnen = gezinstaal(Taal.NEDERLANDS).blokken
    vragen = [Vraag(veld.id, zinnen[naam], 3.0) for naam, veld in EIGEN_TEKST.items()]
    return invulblad.maak("Ons plan", _INLEIDING, vragen, kenmerk)


def maak(dossier: Dossier, kenmerk: str) -> bytes:
    """Het plan om in te vullen, met wat er al staat."""
    plan = dossier.een(Familiegroepsplan)
    gezegd = {veld.id: waarde_of(getattr(plan, veld.naam), "") for veld in EIGEN_TEKST.values()}
    return _vul(leeg(kenmerk), {naam: tekst for naam, tekst in gezegd.items() if tekst})


def _vul(pdf: bytes, gezegd: dict[str, str]) -> bytes:
    schrijver = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for blad in schrijver.pages:
        schrijver.update_page_form_field_values(blad, gezegd, auto_regenerate=True)
    uit = io.BytesIO()
    schrijver.write(uit)
    return uit.getvalue()
