"""Het advies: alle denkstappen in hun volgorde. Zuiver: dezelfde feiten, hetzelfde boek, dezelfde uitkomst."""

from __future__ import annotations

from datetime import date
from typing import Any

from jeugdteam_app.dossier.afweging import VRAGEN
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.feiten import VAN_KEUZE, Feiten, verzamel
from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.kern.feit import Bekend, Feit, Onbekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.plek import Plek
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.productenboek.boek import Productenboek
from jeugdteam_app.productenboek.profiel import Profiel
from jeugdteam_app.productenboek.voorwaarden import Uitslag
from jeugdteam_app.regels.denkstap import Denkstap, is_
from jeugdteam_app.regels.producten import Rangschikking, als_gekozen
from jeugdteam_app.regels.regel import Regelset, Werking, regelset
from jeugdteam_app.regels.segmenten import past_geen, segmenten
from jeugdteam_app.regels.uitkomst import EERST, Advies, Reden, Tak, toon_feit
from jeugdteam_app.regels.uitspraken import uitspraken

# Hoe de feiten heten die niet als vraag in de afweging staan, maar elders in het dossier.
ELDERS = {
    "analyse_gereed": N_("Is de verklarende analyse klaar?"),
    "leeftijd": N_("Wat is de geboortedatum van het kind?"),
    "acuut_gevaar": N_("Is er nu acuut gevaar? Vul de eerste blik op veiligheid in."),
    "zorgen_over_veiligheid": N_("Zijn er zorgen over de veiligheid? Vul de eerste blik op veiligheid in."),
    "verwijzer": N_("Wie verwees het gezin?"),
    "maanden_sinds_aanmelding": N_("Wanneer kwam de vraag binnen?"),
    "fgp_stap": N_("Hoe ver is het familiegroepsplan?"),
    "fgp_grond": N_("Om welke reden is er geen familiegroepsplan?"),
}
# Vanaf deze zwaarte noemen we hulp specialistisch.
SPECIALISTISCH = 3


def advies(dossier: Dossier, boek: Productenboek, op: date, profiel: Profiel | None = None) -> Advies:
    """Het advies voor een dossier op een dag, uit één versie van een productenboek."""
    return advies_over(alle_feiten(dossier, boek, op, profiel), boek, op)


def alle_feiten(dossier: Dossier, boek: Productenboek, op: date, profiel: Profiel | None = None) -> Feiten:
    """De feiten van het dossier, met wat er gekozen is en wat het team en de gemeente zijn."""
    return {**verzamel(dossier, op), **_gekozen(dossier, boek), **_van_team(profiel)}


def _van_team(profiel: Profiel | None) -> dict[str, Feit[str]]:
    if profiel is None:
        return {"rol": Onbekend(), "gemeente": Onbekend()}
    gemeente = Bekend(profiel.gemeentecode) if profiel.gemeentecode else Onbekend()
    return {"rol": Bekend(profiel.rol.value), "gemeente": gemeente}


def _gekozen(dossier: Dossier, boek: Productenboek) -> dict[str, Feit[Any]]:
    keuze = waarde(dossier.een(Keuze).inhoud)
    product = next((p for p in boek.producten if keuze and p.id == keuze.product), None)
    if product is None:
        return {naam: Onbekend() for naam in VAN_KEUZE}
    return als_gekozen(product)


def advies_over(feiten: Feiten, boek: Productenboek, op: date, regels: Regelset | None = None) -> Advies:
    """Het advies over losse feiten, met de regels die op die dag in de regio van het boek gelden."""
    if not boek.geldt_op(op):
        raise InvoerFout("boek-niet-geldig")
    regels = regels or regelset(boek.regels, op)
    feiten = gevaar_wacht_niet(feiten)
    stap = Denkstap(feiten, boek, regels, op)
    kader = uitspraken(stap, Werking.ANDER_KADER)
    voorliggend = uitspraken(stap, Werking.VOORLIGGEND)
    per_segment = segmenten(stap)
    voorstellen, afgevallen = Rangschikking(stap, {s.code: s for s in per_segment}).kandidaten()
    voorstellen = _na_wet_die_voorgaat(kader, _na_wat_zonder_besluit_kan(stap, voorliggend, voorstellen))
    stap.feiten = {**feiten, **feiten_van_advies(boek, per_segment, voorstellen)}
    plichten, uitwegen = uitspraken(stap, Werking.PLICHT), uitspraken(stap, Werking.UITWEG)
    if stap.na_achttien is not None and (van_wet := regels.per_tak.get("wmo")):
        wet = van_wet[0]
        verandert = N_("of er nog jeugdhulp kan zijn")
        stap.vraag_open(stap.na_achttien.hangt_af_van, verandert, Werking.ANDER_KADER, wet.id, wet.bron.bron())
    if stap.jeugdhulp_kan_niet:
        plichten, uitwegen = tuple(t for t in plichten if t.code == EERST), ()
    gereed = is_("analyse_gereed", "ja").toets(feiten)
    if gereed is Uitslag.ONBEKEND:
        voorlopig = regels.per_tak["analyse"][0]
        verandert = N_("of het advies nog voorlopig is")
        stap.vraag_open(("analyse_gereed",), verandert, Werking.PLICHT, voorlopig.id, voorlopig.bron.bron())
    if is_("acuut_gevaar", "ja").toets(feiten) is Uitslag.ONBEKEND:
        eerst = regels.per_tak[EERST][0]
        stap.vraag_open(("acuut_gevaar",), N_("of hulp kan wachten"), "veiligheid", eerst.id, eerst.bron.bron())
    beslist = _een_beslisser(uitspraken(stap, Werking.BESLIST))
    return Advies(
        op=op,
        boek=boek.id,
        boekversie=boek.versie,
        aanzien=boek.aanzien,
        regelversie=regels.versie,
        voorlopig=gereed is not Uitslag.JA,
        voorliggend=voorliggend,
        ander_kader=kader,
        segmenten=per_segment,
        voorstellen=voorstellen,
        afgevallen=afgevallen,
        plichten=plichten,
        vragen=_vragen(stap),
        uitwegen=uitwegen,
        beslist=beslist,
    )


def gevaar_wacht_niet(feiten: Feiten) -> Feiten:
    """Bij acuut gevaar kan hulp niet wachten, wat er ook bij die vraag staat: veiligheid gaat voor alles."""
    return (
        {**feiten, "kan_niet_wachten": Bekend("ja")}
        if is_("acuut_gevaar", "ja").toets(feiten) is Uitslag.JA
        else feiten
    )


def feiten_van_advies(
    boek: Productenboek, per_segment: tuple[Tak, ...], voorstellen: tuple[Tak, ...]
) -> dict[str, Feit[Any]]:
    """Wat het advies tot hier vond, als feiten voor de regels die daarop volgen. Alleen wat zeker is, telt."""
    past = {t.code for t in voorstellen if t.uitslag is Uitslag.JA}
    soorten = {(p.plek, p.zwaarte) for p in boek.producten if p.id in past}
    return {
        "past_segment": Bekend(tuple(t.code for t in per_segment if t.uitslag is Uitslag.JA)),
        "past_verblijf": Bekend(_ja_nee(any(plek.is_verblijf for plek, _ in soorten))),
        "past_dag": Bekend(_ja_nee(any(plek is Plek.DAG for plek, _ in soorten))),
        "past_specialistisch": Bekend(_ja_nee(any(zwaarte >= SPECIALISTISCH for _, zwaarte in soorten))),
        "geen_product": Bekend(_ja_nee(not voorstellen)),
        "geen_segment": Bekend(_ja_nee(past_geen(per_segment))),
    }


def _na_wet_die_voorgaat(kader: tuple[Tak, ...], voorstellen: tuple[Tak, ...]) -> tuple[Tak, ...]:
    """Geldt de Wlz, dan hoeft de gemeente geen jeugdhulp te geven (Jeugdwet 1.2); dat staat bij elk product."""
    voor = tuple(t.redenen[0] for t in kader if t.code == "wlz" and t.uitslag is Uitslag.JA)
    return tuple(t._replace(let_op=(*voor, *t.let_op)) for t in voorstellen) if voor else voorstellen


# Hulp waar geen besluit voor nodig is: iets gewoons in de buurt, of het eigen team.
_ZONDER_BESLUIT = frozenset({"gewone-plek", "eigen-team"})


def _na_wat_zonder_besluit_kan(
    stap: Denkstap, voorliggend: tuple[Tak, ...], voorstellen: tuple[Tak, ...]
) -> tuple[Tak, ...]:
    """Kan het misschien zonder besluit, dan staat dat bij elk product waar er wel een voor nodig is.

    Het product valt niet af: of gewone hulp genoeg is, weegt een mens (Jeugdwet 2.3; 002 regels 163-164, 003
    regels 300-302). Bij spoed staat het er niet.
    """
    voor = tuple(t.redenen[0] for t in voorliggend if t.code in _ZONDER_BESLUIT and t.uitslag is Uitslag.JA)
    if not voor:
        return voorstellen
    zonder = {p.id for p in stap.boek.producten if p.zonder_besluit}
    spoed = {s.id for s in stap.regels.regio.segmenten if s.spoed}
    return tuple(
        t if t.code in zonder or t.segment in spoed else t._replace(let_op=(*voor, *t.let_op)) for t in voorstellen
    )


def _een_beslisser(takken: tuple[Tak, ...]) -> tuple[Tak, ...]:
    """Verwijst of besluit iemand anders, dan besluit ons team niet ook nog."""
    ander = any(t.code in ("andere-verwijzer", "team-adviseert") for t in takken)
    return tuple(t for t in takken if not (ander and t.code == "team-beslist"))


def _ja_nee(waar: bool) -> str:
    return "ja" if waar else "nee"


def gebruikte_vragen(boek: Productenboek, op: date) -> frozenset[str]:
    """De vragen waar een regel, een segment of een product van dit boek naar kijkt."""
    regels = regelset(boek.regels, op)
    van_regels = (r.als for r in regels.regels.values())
    van_segmenten = (t.als or () for t in regels.regio.segmenten)
    van_uitspraken = (u.vereist or () for u in regels.uitspraken)
    groepen = (g for groepen in (*van_regels, *van_segmenten, *van_uitspraken) for g in groepen)
    van_producten = (v for p in boek.producten for v in (*p.voorwaarden, *p.niet_voor))
    namen = {v.feit for v in (*(v for groep in groepen for v in groep), *van_producten)}
    # Deze twee zitten in de volgorde van de producten zelf.
    return frozenset(VRAGEN) & {*namen, "hulp_voor_achttien", "thuis_passend"}


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
    _gewicht, regel, bron = stap.gevraagd_door[feit]
    reden = Reden(regel, waarom, ((feit, toon_feit(stap.feiten, feit)),), bron)
    return Tak(feit, titel, Uitslag.ONBEKEND, (reden,), (feit,), verandert=tuple(stap.open_vragen[feit]))
