"""Het advies: alle denkstappen in hun volgorde. Zuiver: dezelfde feiten, hetzelfde boek, dezelfde uitkomst."""

from __future__ import annotations

from datetime import date

from jeugdteam_app.dossier.afweging import VRAGEN
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.feiten import Feiten, verzamel
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.productenboek.boek import Productenboek
from jeugdteam_app.productenboek.voorwaarden import Uitslag
from jeugdteam_app.regels import eerst
from jeugdteam_app.regels.denkstap import Denkstap
from jeugdteam_app.regels.producten import kandidaten
from jeugdteam_app.regels.regel import regelset
from jeugdteam_app.regels.segmenten import TOETSEN, segmenten
from jeugdteam_app.regels.uitkomst import Advies, Reden, Tak, toon_feit

# Hoe de feiten heten die niet als vraag in de afweging staan, maar elders in het dossier.
ELDERS = {
    "analyse_gereed": N_("Is de verklarende analyse klaar?"),
    "leeftijd": N_("Wat is de geboortedatum van het kind?"),
    "acuut_gevaar": N_("Is er nu acuut gevaar? Vul de eerste blik op veiligheid in."),
    "zorgen_over_veiligheid": N_("Zijn er zorgen over de veiligheid? Vul de eerste blik op veiligheid in."),
}


def advies(dossier: Dossier, boek: Productenboek, op: date) -> Advies:
    """Het advies voor een dossier op een dag, uit één versie van een productenboek."""
    return advies_over(verzamel(dossier, op), boek, op)


def advies_over(feiten: Feiten, boek: Productenboek, op: date) -> Advies:
    """Het advies over losse feiten."""
    if boek.regels not in TOETSEN or {s.id for s in boek.segmenten} != set(TOETSEN[boek.regels]):
        raise InvoerFout("boek-zonder-regels")
    if op < boek.geldig_van or (boek.geldig_tot and op > boek.geldig_tot):
        raise InvoerFout("boek-niet-geldig")
    regels = regelset(boek.regels)
    stap = Denkstap(feiten, boek, regels)
    kader = eerst.ander_kader(stap)
    voorliggend = eerst.voorliggend(stap)
    per_segment = segmenten(stap)
    stap.segment_open = any(t.uitslag is Uitslag.ONBEKEND for t in per_segment)
    voorstellen, afgevallen = kandidaten(stap, per_segment)
    passend = frozenset(t.code for t in per_segment if t.uitslag is Uitslag.JA)
    past_nu = {t.code for t in voorstellen if t.uitslag is Uitslag.JA}
    verblijf = bool(past_nu & {p.id for p in boek.producten if p.plek.is_verblijf})
    plichten = eerst.plichten(stap, passend, verblijf)
    return Advies(
        op=op,
        boek=boek.id,
        boekversie=boek.versie,
        aanzien=boek.aanzien,
        regelversie=regels.versie,
        voorlopig=not stap.is_ja("analyse_gereed"),
        voorliggend=voorliggend,
        ander_kader=kader,
        segmenten=per_segment,
        voorstellen=voorstellen,
        afgevallen=afgevallen,
        plichten=plichten,
        vragen=_vragen(stap),
    )


def _vragen(stap: Denkstap) -> tuple[Tak, ...]:
    """De onbeantwoorde vragen waar het advies van afhangt, de zwaarste eerst."""
    gewogen = {f: (max(w.values()), sum(w.values())) for f, w in stap.open_vragen.items()}
    volgorde = sorted(gewogen, key=lambda f: (-gewogen[f][0], -gewogen[f][1], _plek(f)))
    return tuple(_vraag(stap, feit) for feit in volgorde)


def _plek(feit: str) -> int:
    return list(VRAGEN).index(feit) if feit in VRAGEN else -1


def _vraag(stap: Denkstap, feit: str) -> Tak:
    vraag = VRAGEN.get(feit)
    titel = vraag.tekst if vraag else ELDERS.get(feit, feit)
    waarom = vraag.waarom if vraag else N_("Dit staat in een ander hoofdstuk van het dossier.")
    bron = Bron("Jeugdteam", "vragen van het advies")
    reden = Reden("VRAAG", waarom, ((feit, toon_feit(stap.feiten, feit)),), bron)
    return Tak(feit, titel, Uitslag.ONBEKEND, (reden,), (feit,), verandert=tuple(stap.open_vragen[feit]))
