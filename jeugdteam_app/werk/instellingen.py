"""Het profiel van gemeente en team, en het productenboek waarmee deze werkplek adviseert."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

from pydantic import ValidationError

from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.opslag.journaal import apparaat
from jeugdteam_app.productenboek import boek as boeken
from jeugdteam_app.productenboek.boek import Aanzien, Productenboek
from jeugdteam_app.productenboek.profiel import Nummerblok, Profiel
from jeugdteam_app.werk.werkplek import Werkplek

_LOS = "nummers-los"


def profiel(werkplek: Werkplek) -> Profiel:
    """Het profiel van deze werkplek; zonder is het leeg en mist alles."""
    bewaard = werkplek.kluis.onthouden("profiel")
    if bewaard is None:
        return Profiel()
    bekend = {n: w for n, w in json.loads(bewaard).items() if n in Profiel.model_fields}
    return Profiel.model_validate(bekend)


def is_eigen_blok(werkplek: Werkplek, blok: Nummerblok) -> bool:
    """Of dit apparaat uit dit blok nummers mag geven.

    Een teruggezette of geredde werkplek is een nieuw apparaat, en weet niet welke nummers er na de kopie nog zijn
    uitgegeven. Uit een ander blok, of uit de rest van hetzelfde, mag het weer.
    """
    bewaard = werkplek.kluis.onthouden("nummers")
    van, bereik = bewaard.split(" ") if bewaard else ("", "")
    if any(blok.van <= los.van and blok.tot_en_met >= los.van for los in _losgelaten(werkplek)):
        # Wie verder wil met de rest van zo'n blok, zegt zelf vanaf welk nummer.
        return False
    return bereik != _bereik(blok) or van == apparaat(werkplek.kluis)


def neem_blok(werkplek: Werkplek) -> None:
    """Onthoudt dat het nummerblok van nu bij dit apparaat hoort."""
    _onthoud_blok(werkplek, apparaat(werkplek.kluis))


def laat_blok_los(werkplek: Werkplek) -> None:
    """Het nummerblok van nu is van de werkplek waar deze uit kwam: wat daar is uitgegeven, weten we hier niet."""
    _onthoud_blok(werkplek, "-")
    if (blok := profiel(werkplek).nummerblok) is not None:
        alle = dict.fromkeys([*map(_bereik, _losgelaten(werkplek)), _bereik(blok)])
        werkplek.kluis.onthoud(_LOS, json.dumps(list(alle)))


def _losgelaten(werkplek: Werkplek) -> list[Nummerblok]:
    """De blokken die deze werkplek losliet, ook als er daarna een ander kwam."""
    bereiken = (str(bereik).split("-") for bereik in json.loads(werkplek.kluis.onthouden(_LOS) or "[]"))
    return [Nummerblok(van=int(van), tot_en_met=int(tot)) for van, tot in bereiken]


def _onthoud_blok(werkplek: Werkplek, van: str) -> None:
    if (blok := profiel(werkplek).nummerblok) is not None:
        werkplek.kluis.onthoud("nummers", f"{van} {_bereik(blok)}")


def _bereik(blok: Nummerblok) -> str:
    return f"{blok.van}-{blok.tot_en_met}"


def boek(werkplek: Werkplek) -> Productenboek:
    """Het productenboek van deze werkplek: van de gekozen regio de versie die vandaag geldt.

    Zijn er meer, dan gaat een vastgesteld boek voor een werkdocument en dat voor een voorbeeld.
    """
    return boek_bij(werkplek, profiel(werkplek).boek)


def boek_bij(werkplek: Werkplek, id: str) -> Productenboek:
    """Van een boek de versie die vandaag geldt. Een eigen versie gaat voor een meegeleverde met hetzelfde aanzien."""
    van_regio = [b for b in eigen_boeken(werkplek) if b.id == id]
    geldig = [b for b in van_regio if b.geldt_op(werkplek.vandaag)]
    if not van_regio:
        raise WereldFout("boek-niet-gevonden")
    return max(geldig or van_regio, key=_voorrang)


def gemeente_hoort_bij_boek(werkplek: Werkplek) -> bool:
    """Of de gemeente van het profiel bij de regio van het boek hoort. Is een van beide niet bekend, dan kan dat."""
    code, gemeenten = profiel(werkplek).gemeentecode, boek(werkplek).gemeenten
    return not code or not gemeenten or code in gemeenten


def _voorrang(versie: Productenboek) -> tuple[int, bool, date, str]:
    meegeleverd = versie.id in boeken.boeken() and boeken.meegeleverd(versie.id).versie == versie.versie
    return -list(Aanzien).index(versie.aanzien), not meegeleverd, versie.geldig_van, versie.versie


def eigen_boeken(werkplek: Werkplek) -> tuple[Productenboek, ...]:
    """De meegeleverde boeken, en de boeken die hier zijn geladen of waarmee hier is gewerkt: waarmee u adviseert."""
    bewaard = (_uit_tekst(r[0]) for r in werkplek.kluis.vraag("SELECT inhoud FROM boek"))
    return _op_volgorde(*filter(None, bewaard), *map(boeken.meegeleverd, boeken.boeken()))


def alle_boeken(werkplek: Werkplek) -> tuple[Productenboek, ...]:
    """Ook de boeken die met een collega meekwamen: om te lezen waar die mee koos, niet om zelf mee te adviseren."""
    ontvangen = map(_uit_tekst, werkplek.kluis.onthouden_onder(_ONTVANGEN))
    return _op_volgorde(*filter(None, ontvangen), *eigen_boeken(werkplek))


def _op_volgorde(*alle: Productenboek) -> tuple[Productenboek, ...]:
    """Van boeken met dezelfde naam en versie telt het laatste."""
    welke = {(b.id, b.versie): b for b in alle}
    return tuple(sorted(welke.values(), key=lambda b: (b.regio, b.geldig_van, b.versie)))


@cache
def _uit_tekst(inhoud: str) -> Productenboek | None:
    """Een bewaard boek; wat een nieuwere versie bewaarde en wij niet kunnen lezen, is niets, maar het blijft staan."""
    try:
        return Productenboek.model_validate_json(inhoud)
    except ValidationError:
        return None


def bewaar_boek(werkplek: Werkplek, gebruikt: Productenboek) -> None:
    """Bewaart de versie waarmee geadviseerd is, zodat het advies later na te zien blijft."""
    with werkplek.kluis.transactie() as verbinding:
        verbinding.execute(
            "INSERT OR IGNORE INTO boek VALUES (?, ?, ?)",
            (gebruikt.id, gebruikt.versie, gebruikt.model_dump_json()),
        )


def houd_boek(werkplek: Werkplek, gebruikt: Productenboek) -> None:
    """Zorgt dat een gebruikt boek hier te lezen blijft; wat van een collega kwam, wordt daarmee niet uw eigen boek."""
    if werkplek.kluis.onthouden(f"{_ONTVANGEN}{gebruikt.id}:{gebruikt.versie}") is None:
        bewaar_boek(werkplek, gebruikt)


_ONTVANGEN = "ontvangen-boek:"


def bewaar_ontvangen_boek(werkplek: Werkplek, id: str, versie: str, inhoud: str) -> None:
    """Bewaart een boek zoals het van een collega kwam, ook als deze versie van het programma het niet kan lezen."""
    werkplek.kluis.onthoud(f"{_ONTVANGEN}{id}:{versie}", inhoud)


def boektekst(werkplek: Werkplek, id: str, versie: str) -> str | None:
    """Een boek als JSON: het meegeleverde, dat van hier, of zoals het meekwam; ``None`` als het hier niet is."""
    if id in boeken.boeken() and (boek := boeken.meegeleverd(id)).versie == versie:
        return boek.model_dump_json()
    rijen = werkplek.kluis.vraag("SELECT inhoud FROM boek WHERE id = ? AND versie = ?", id, versie)
    return str(rijen[0][0]) if rijen else werkplek.kluis.onthouden(f"{_ONTVANGEN}{id}:{versie}")


def boek_van(werkplek: Werkplek, id: str, versie: str) -> Productenboek:
    """Een eerder gebruikte versie van een boek. Fouten: ``boek-niet-gevonden``, ``boek-nieuwer``."""
    gevonden = next((b for b in alle_boeken(werkplek) if (b.id, b.versie) == (id, versie)), None)
    if gevonden is None:
        raise WereldFout("boek-nieuwer" if boektekst(werkplek, id, versie) else "boek-niet-gevonden")
    return gevonden
