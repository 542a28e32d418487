"""Wat vaststellen onmogelijk maakt: geen einde, geen grens, een wijziging die niet kan, of een conflict."""

from __future__ import annotations

from datetime import date

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.lopend import Lopend
from jeugdteam_app.dossier.toewijzing import (
    REDENEN,
    VRAAGT_NADER,
    Besluitsoort,
    Levering,
    Redenwijziging,
    Toewijzing,
    Variant,
)
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.omvang import past_code
from jeugdteam_app.regels.bevinding import Bevinding, Zwaarte

_HUIS = Bron("Uitgangspunt van dit programma", "elke toewijzing heeft een maximale duur en een maximale omvang")
_IJW = Bron("iJw 3.2", "regelrapport")
_AWB = Bron("Awb", "artikelen 3:45 tot en met 3:47")
_PGB = Bron("Jeugdwet", "artikel 8.1.1: drie voorwaarden voor een pgb")
_SAMEN = Bron("Awb", "artikel 1:3 en afdeling 4.1.2: wie iets vraagt en het niet krijgt, krijgt een afwijzing")
_CS335 = Bron("iJw 3.2", "CS335: verwijderen is een einde op de begindag")
_TR381 = Bron("iJw 3.2", "TR381: de productcode hoort bij de categorie")
_OP257 = Bron("iJw 3.2", "OP033x1 en OP257: een andere omvang is intrekken en een nieuw nummer")


def blokkades(toewijzing: Toewijzing, dossier: Dossier, op: date) -> list[Bevinding]:
    """Wat vaststellen onmogelijk maakt: geen einde, geen grens aan de omvang, of een conflict in het dossier."""
    gevonden = [*_zonder_hulp(toewijzing), *_wijziging(toewijzing, dossier, op), *_pgb(toewijzing)]
    if toewijzing.geeft_hulp:
        gevonden += _grenzen(toewijzing)
        gevonden += [] if toewijzing.productnaam.strip() else [Bevinding("zonder-hulpnaam", Zwaarte.BLOKKADE, _AWB)]
    if toewijzing.niet_toegekend and not (toewijzing.weigergrond and toewijzing.waarom_niet):
        gevonden.append(Bevinding("weigeren-zonder-grond", Zwaarte.BLOKKADE, _AWB))
    nader = toewijzing.weigergrond not in VRAAGT_NADER or toewijzing.weigergrond_nader.strip()
    if toewijzing.niet_toegekend and not nader:
        gevonden.append(Bevinding("weigergrond-zonder-naam", Zwaarte.BLOKKADE, _AWB))
    if aantal := len(list(dossier.conflicten())):
        gevonden.append(Bevinding("conflict", Zwaarte.BLOKKADE, _HUIS, {"aantal": aantal}))
    return gevonden


def _zonder_hulp(t: Toewijzing) -> list[Bevinding]:
    """Afwijzen vraagt een vraag, een grond en uitleg; samen geen hulp kiezen vraagt waarom dat genoeg is."""
    if t.besluit is Besluitsoort.AFWIJZEN and not t.niet_toegekend:
        return [Bevinding("weigeren-zonder-grond", Zwaarte.BLOKKADE, _AWB)]
    if t.besluit is Besluitsoort.GEEN_HULP and not t.motivering:
        return [Bevinding("geen-hulp-zonder-uitleg", Zwaarte.BLOKKADE, _AWB)]
    if t.besluit is Besluitsoort.GEEN_HULP and not t.gezin_eens:
        return [Bevinding("geen-hulp-niet-samen", Zwaarte.BLOKKADE, _SAMEN)]
    return []


def _wijziging(t: Toewijzing, dossier: Dossier, op: date) -> list[Bevinding]:
    """Een wijziging zegt waarom, en stoppen kan alleen eerder dan het was."""
    if not t.zelfde_toewijzing:
        return []
    gevonden = [] if t.reden_wijziging else [Bevinding("wijzigen-zonder-reden", Zwaarte.BLOKKADE, _IJW)]
    if t.reden_wijziging and t.reden_wijziging not in REDENEN[t.besluit]:
        gevonden.append(Bevinding("reden-past-niet", Zwaarte.BLOKKADE, _IJW))
    if t.reden_wijziging is Redenwijziging.CORRECTIE and not t.wat_was_fout.strip():
        gevonden.append(Bevinding("correctie-zonder-fout", Zwaarte.BLOKKADE, _AWB))
    oud = lopend.van(dossier, t.vervangt)
    if oud is None:
        return gevonden
    # Was het overlijden zelf een vergissing, dan stopt de hulp om een andere reden, ook op dezelfde dag.
    is_stop = oud.vast.inhoud.besluit is Besluitsoort.BEEINDIGEN
    overleden = lopend.wegens_overlijden(dossier, oud.vast.inhoud)
    verbetert_stop = is_stop and (t.reden_wijziging is Redenwijziging.CORRECTIE or overleden)
    if t.besluit is Besluitsoort.WIJZIGEN:
        houdt = lopend.houdt_nummer(oud.inhoud, t, op)
        if verbetert_stop and t.einddatum == oud.inhoud.einddatum:
            gevonden.append(Bevinding("verbeter-stop-met-stop", Zwaarte.BLOKKADE, _AWB))
        gevonden += _reden_past(t, oud.inhoud, houdt=houdt)
        return gevonden if houdt else gevonden + _splitsing(t, oud, op)
    if t.einddatum is None:
        return gevonden
    zelfde_dag = verbetert_stop and t.einddatum == oud.inhoud.einddatum
    if oud.inhoud.einddatum and t.einddatum >= oud.inhoud.einddatum and not zelfde_dag:
        gevonden.append(Bevinding("stoppen-is-later", Zwaarte.BLOKKADE, _IJW))
    verwijderd = t.reden_wijziging is Redenwijziging.VERWIJDERD
    een_dag = t.einddatum == t.ingangsdatum
    # Hulp die begon en één dag duurde, is niet verwijderd; hulp die nooit begon wel. Een overlijden houdt zijn reden.
    begon = waarde(oud.item.gestart_op) is not None
    mag_een_dag = verwijderd or begon or t.reden_wijziging is Redenwijziging.OVERLEDEN
    if not zelfde_dag and ((verwijderd and not een_dag) or (een_dag and not mag_een_dag)):
        gevonden.append(Bevinding("verwijderen-hele-tijd", Zwaarte.BLOKKADE, _CS335))
    return gevonden


def _reden_past(t: Toewijzing, oud: Toewijzing, *, houdt: bool) -> list[Bevinding]:
    """Verlengen is langer of meer, verkorten korter of minder: de reden gaat ook in het bericht.

    Krijgt de hulp een nieuw nummer, dan wordt de oude toewijzing hoe dan ook korter. In een andere telling is dat niet
    altijd te zien: dan houdt dit niets tegen.
    """
    telt_anders = (t.eenheid, t.frequentie) != (oud.eenheid, oud.frequentie)
    klopt = {
        Redenwijziging.VERLENGING: telt_anders or lopend.is_meer(t, oud),
        Redenwijziging.VERKORTING: not houdt or lopend.is_meer(oud, t),
    }
    past = t.reden_wijziging is None or t.einddatum is None or klopt.get(t.reden_wijziging, True)
    return [] if past else [Bevinding("reden-past-niet", Zwaarte.BLOKKADE, _IJW)]


def _splitsing(t: Toewijzing, oud: Lopend, op: date) -> list[Bevinding]:
    """Een nieuw nummer: de oude loopt tot de dag ervoor, en wat er van een totaal over is, staat erbij."""
    gevonden = []
    begin, was = t.ingangsdatum, oud.inhoud.ingangsdatum
    gestart = waarde(oud.item.gestart_op) is not None or (was is not None and was <= op)
    # Bij een pgb is er geen nummer en geen bericht: dan kan ook wat al begon, van het begin af beter.
    met_nummer = oud.inhoud.gaat_in_bericht or t.gaat_in_bericht
    if met_nummer and begin is not None and was is not None and begin <= was and gestart:
        gevonden.append(Bevinding("nieuw-nummer-later", Zwaarte.BLOKKADE, _OP257))
    if (deel := lopend.hele_grens(oud.inhoud)) and begin is not None and was is not None and begin > was:
        grens = getattr(oud.inhoud, deel)
        # Is er niets gebruikt, dan is er van de oude niets meer over: die wordt ingetrokken, en niet korter.
        if not t.over_voor_oud or (grens is not None and t.over_voor_oud > grens):
            gevonden.append(Bevinding("rest-voor-oud", Zwaarte.BLOKKADE, _OP257))
    return gevonden


def _pgb(t: Toewijzing) -> list[Bevinding]:
    """De drie voorwaarden voor een pgb, en een bedrag."""
    if not t.geeft_hulp or t.levering is not Levering.PGB:
        return []
    mist = sum(not tekst.strip() for tekst in (t.pgb_bekwaam, t.pgb_waarom, t.pgb_kwaliteit))
    gevonden = [Bevinding("pgb-voorwaarden", Zwaarte.BLOKKADE, _PGB, {"aantal": mist})] if mist else []
    return gevonden if t.budget else [*gevonden, Bevinding("pgb-zonder-bedrag", Zwaarte.BLOKKADE, _PGB)]


def _grenzen(toewijzing: Toewijzing) -> list[Bevinding]:
    gevonden = []
    if toewijzing.ingangsdatum is None:
        gevonden.append(_blok("geen-ingangsdatum"))
    if toewijzing.einddatum is None:
        gevonden.append(_blok("geen-einddatum"))
    elif toewijzing.ingangsdatum and toewijzing.einddatum < toewijzing.ingangsdatum:
        gevonden.append(_blok("einde-voor-begin"))
    if not toewijzing.eenheid_mag:
        gevonden.append(_blok("eenheid-niet-per-dag"))
    elif toewijzing.variant is Variant.SPECIFIEK and toewijzing.omvang is None:
        gevonden.append(_blok("geen-omvang"))
    if not past_code(toewijzing.categorie, toewijzing.productcode):
        gevonden.append(Bevinding("code-bij-categorie", Zwaarte.BLOKKADE, _TR381))
    zonder_omvang = toewijzing.variant is not Variant.SPECIFIEK and toewijzing.levering is Levering.NATURA
    if zonder_omvang and not toewijzing.budget:
        gevonden.append(_blok("geen-budget"))
    return gevonden


def _blok(code: str) -> Bevinding:
    return Bevinding(code, Zwaarte.BLOKKADE, _HUIS)
