"""De tabel met de grenzen in de besluitbrief: elke waarde die ook in het bericht staat, staat hier."""

from __future__ import annotations

from babel.numbers import format_decimal

from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.besluitbrief import NOG_NIET, Besluitbrief
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
    Levering,
    Toegewezen,
    Toewijzing,
)
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.omvang import Telling
from jeugdteam_app.productenboek.codelijsten import categorieen
from jeugdteam_app.regels.feitzin import aantal

_BETALING = {
    Levering.NATURA: "De gemeente betaalt de aanbieder. Dat heet zorg in natura.",
    Levering.PGB: "Met een persoonsgebonden budget (pgb). U koopt de hulp zelf in.",
}


def hulp(b: Besluitbrief) -> list[list[str]]:
    """De tabel met de grenzen: elke waarde die ook in het bericht staat, staat hier."""
    w = b.w
    soort = categorieen().get(w.categorie, f"categorie {w.categorie}")
    code = f"{w.productcode} ({soort})" if w.productcode else soort
    kop = "Productcode" if w.productcode else "Soort hulp"
    rijen = [["Hulp", w.productnaam or NOG_NIET]]
    # Een toewijzing met alleen een budget kent geen soort hulp (CD079).
    rijen += [[kop, code]] if w.categorie else []
    if b.gaat_niet_door:
        return [*rijen, ["Zou beginnen op", t.voluit(w.ingangsdatum)], *_wie_geeft(w)]
    if w.besluit is Besluitsoort.BEEINDIGEN:
        return [*rijen, *_wat_stopt(b)]
    if w.omvang:
        rijen.append(["Hoeveel ten hoogste", t.hoeveel(w.omvang.volume, w.omvang.eenheid, w.omvang.frequentie)])
    rijen += [["Begint op", t.voluit(w.ingangsdatum)], ["Stopt uiterlijk op", t.voluit(w.einddatum)]]
    if in_deze_tijd := _som(w):
        rijen.append(["Ten hoogste in deze hele tijd", in_deze_tijd])
    ten_hoogste = "Uw budget is ten hoogste" if w.levering is Levering.PGB else "De hulp mag ten hoogste kosten"
    rijen.append([ten_hoogste, " ".join((_kosten(w), *_waaruit(w)))])
    rijen.append(["Hoe het betaald wordt", _BETALING[w.levering]])
    later = "Dat kiest u zelf." if w.levering is Levering.PGB else "Dat hoort u nog van ons."
    rijen.append(["Wie geeft de hulp", w.aanbieder or b.gat(later)])
    return [*rijen, [f"Hoe {b.wie} er komt", w.vervoer]] if w.vervoer else rijen


def _wat_stopt(b: Besluitbrief) -> list[list[str]]:
    """Bij stoppen telt wat er tot de laatste dag nog geldt; wat het hele plan kostte, doet er niet meer toe."""
    w = b.w
    rijen = []
    if w.omvang and w.levering is Levering.NATURA and not b.is_overleden:
        rijen.append(["Hoeveel tot dan", t.hoeveel(w.omvang.volume, w.omvang.eenheid, w.omvang.frequentie)])
    gestart = waarde(Toegewezen(b.dossier.kind, w.vervangt).gestart_op) if w.vervangt else None
    begint = gestart is None and w.ingangsdatum is not None and w.ingangsdatum > b.dag
    rijen += [
        ["Begint op" if begint else "Begon op", t.voluit(gestart or w.ingangsdatum)],
        ["Laatste dag", t.voluit(w.einddatum)],
    ]
    if w.levering is Levering.PGB and not b.is_overleden:
        rijen.append(["Uw budget", "U kunt het gebruiken voor hulp tot en met deze dag."])
    if not b.is_overleden:
        rijen.append(["Hoe het betaald wordt", _BETALING[w.levering]])
    return [*rijen, *_wie_geeft(w)]


def _wie_geeft(w: Toewijzing) -> list[list[str]]:
    return [["Wie geeft de hulp", w.aanbieder]] if w.aanbieder else []


def _waaruit(w: Toewijzing) -> list[str]:
    """De som achter het bedrag en waar het tarief staat; bij een budget is er geen tarief."""
    som_ = w.kostensom
    if som_ is None or w.levering is Levering.PGB:
        return []
    heel, rest = divmod(som_.aantal, 1)
    past = (rest * 100).denominator == 1
    # Wat niet in twee cijfers past, staat er als breuk: afgerond klopt de som niet meer.
    getal = format_decimal(float(som_.aantal), locale="nl") if past else " ".join(str(d) for d in (heel, rest) if d)
    hoeveel = f"{getal} {woord(som_.eenheid)}" if rest else aantal(int(heel), som_.eenheid, str)
    bron = f", tarief uit {w.tariefbron}" if w.tariefbron else ""
    return [t.zin(f"Dat is {hoeveel} × {som_.tarief}{bron}")]


def _kosten(w: Toewijzing) -> str:
    if w.maximumkosten:
        return f"{w.maximumkosten}."
    grens = aantal(w.maximum.totaal, w.omvang.eenheid, str) if w.maximum and w.omvang else ""
    meer = f" Meer hulp dan {grens} is het niet." if grens else ""
    return f"Het bedrag weten we nog niet: er is geen tarief bekend.{meer}"


_EEN = {"weken": "week", "maanden": "maand", "zondagen": "zondag", "dagen": "dag"}


def _som(w: Toewijzing) -> str:
    """Het maximum als som die iemand kan narekenen; is er niets te rekenen, dan leeg."""
    if not w.maximum or not w.omvang or w.maximum.soort == "totaal":
        return ""
    eenheid = aantal(w.maximum.volume, w.omvang.eenheid, str)
    totaal = aantal(w.maximum.totaal, w.omvang.eenheid, str)
    soort = _EEN.get(w.maximum.soort, w.maximum.soort) if w.maximum.aantal == 1 else w.maximum.soort
    return f"{w.maximum.aantal} {soort} × {eenheid} = {totaal}.{_uitleg(w.maximum)}"


_ZO_TELLEN_WIJ = "Hoe dat telt, staat niet in de landelijke regels; zo tellen wij."


def _uitleg(telling: Telling) -> str:
    uitleg = {
        "weken": " Een week telt mee als er minstens één dag van de hulp in valt.",
        "zondagen": " We tellen de zondagen; stopt de hulp niet op zondag, dan telt die laatste week ook mee.",
        "maanden": f" Een maand telt mee als er minstens één dag van de hulp in valt. {_ZO_TELLEN_WIJ}",
        "dagen": f" We tellen elke dag. {_ZO_TELLEN_WIJ}",
    }
    return uitleg.get(telling.soort, "")
