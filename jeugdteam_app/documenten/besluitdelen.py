"""De delen van de besluitbrief: de redenen per soort besluit, de regels, en wie er meekeek.

Elk deel is een kop met tekst en punten. In een besluit dat geldt staat nooit dat iets nog moet worden ingevuld, maar
wat het gezin eraan heeft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.besluitbrief import NOG_NIET, Besluitbrief
from jeugdteam_app.documenten.besluitrechten import rechten
from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.afscherming import voor_ogen
from jeugdteam_app.dossier.afweging import VRAGEN
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.keuze import Keuze, Wens
from jeugdteam_app.dossier.perspectiefplan import Perspectiefplan
from jeugdteam_app.dossier.stappen import STAPPEN, eigen_kracht_en_netwerk, stappen
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
    Levering,
    Meegekeken,
    Redenwijziging,
    Toewijzing,
    Vaststelling,
    Weigergrond,
)
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.omvang import Eenheid
from jeugdteam_app.kern.periode import verjaardag
from jeugdteam_app.regels.feitzin import aantal

_VRAAG_UITLEG = "Dat staat niet in dit besluit. Vraag ons om de uitleg; u hebt er recht op."
_NOG_AFSPREKEN = "Dat spreken we nog met u af."


def delen(b: Besluitbrief, meegekeken: Meegekeken | None) -> list[t.Deel]:
    """Alles onder de tabel, in de volgorde van de brief."""
    return [
        *_gekeken(b),
        *_inhoudelijk(b),
        _regels(b),
        *_tweede_paar_ogen(meegekeken, b.w.waarom_opzij("meekijker-niet-eens")),
        *rechten(b),
    ]


def _gekeken(b: Besluitbrief) -> list[t.Deel]:
    """De vijf stappen, elk met wie er met welke kennis naar keek. Staat er nergens een woord, dan zegt de brief dat.

    Stopt de hulp, dan staan ze er niet: ze gingen over waarom er hulp nodig was.
    """
    gezet = stappen(b.dossier)
    if b.w.besluit is Besluitsoort.BEEINDIGEN:
        return []
    if all(stap.is_leeg for stap in gezet.values()):
        return [t.deel("Zo hebben we gekeken", b.gat(_VRAAG_UITLEG))]
    regels = ["We keken in vijf stappen."]
    for nummer, (naam, vraag) in enumerate(STAPPEN.items(), 1):
        stap = gezet[naam]
        wie = f" ({bijeen(stap.wie)})" if stap.wie else ""
        regels.append(f"{nummer}. {vraag} {stap.op_een_regel or b.gat(_VRAAG_UITLEG)}{wie}")
    return [t.deel("Zo hebben we gekeken", "\n".join(regels))]


# Jeugdwet 2.7a: bij hulp zonder verblijf, op verzoek.
_NA_VERHUIZEN = (
    "Wilt u bij dezelfde aanbieder verder? Vraag dat aan uw nieuwe gemeente. Op uw verzoek kan de hulp daar nog "
    "hoogstens een jaar hetzelfde blijven."
)


def bijeen(naam: str) -> str:
    """Een naam met zijn voorletters op één regel."""
    return re.sub(r"(\b\w\.) ", "\\1\u00a0", naam)


def _inhoudelijk(b: Besluitbrief) -> list[t.Deel]:
    """De redenen die bij dit soort besluit horen."""
    w = b.w
    wat_wel = [t.deel("Welke hulp er wel is", w.wat_wel)] if w.wat_wel else []
    samen = [t.deel("Samen besloten", "U bent het hiermee eens. Verandert dat? Vraag dan opnieuw om hulp.")]
    kijken = t.deel("Wanneer we samen terugkijken", f"Op {t.voluit(w.evaluatiedatum, 'een dag die we nog afspreken')}.")
    match w.besluit:
        case Besluitsoort.AFWIJZEN:
            return [*_niet_toegekend(b), *wat_wel, *_ander(b)]
        case Besluitsoort.GEEN_HULP:
            genoeg = t.deel("Waarom dit genoeg is", w.motivering or NOG_NIET)
            return [*wat_wel, genoeg, *_ander(b), *samen, kijken]
        case Besluitsoort.BEEINDIGEN:
            daarna = [t.deel("Hoe het daarna gaat", w.afschalen)] if w.afschalen else []
            if w.reden_wijziging is Redenwijziging.VERHUIZING and w.woonplek is None:
                daarna.append(t.deel("Als u verhuist", _NA_VERHUIZEN))
            waarom = "Waarom de hulp niet doorgaat" if b.gaat_niet_door else "Waarom de hulp stopt"
            redenen = [] if b.is_overleden else [t.deel(waarom, w.motivering or NOG_NIET)]
            # Wie rouwt, leest hier niet welke hulp er nog zou zijn.
            ander = [] if b.is_overleden else _ander(b)
            return [*redenen, *_gehoord(w), *daarna, *ander]
    return [*_verandert(b), *_waarom_hulp(b), *_vooruitzicht(b), kijken]


def _waarom_hulp(b: Besluitbrief) -> Iterator[t.Deel]:
    w = b.w
    doelen = [waarde_of(d.tekst, "") for d in b.dossier.alle(Doel)]
    yield from _gevraagd(b)
    # Wie alleen een fout herstelt, geeft de redenen die er al waren.
    anders = w.besluit is Besluitsoort.WIJZIGEN and w.reden_wijziging is not Redenwijziging.CORRECTIE
    waarom = "Waarom dit verandert" if anders else "Waarom deze hulp past"
    yield t.deel(waarom, w.motivering or NOG_NIET)
    yield from _bij_meer(b)
    yield t.deel("Wat we willen bereiken", w.resultaat or b.gat(_NOG_AFSPREKEN), [d for d in doelen if d])
    yield t.deel("Waarom zoveel en zo lang", w.motivering_omvang or NOG_NIET)
    yield from _pgb(b)
    yield from _niet_toegekend(b)
    yield from _ander(b)
    yield t.deel("Hoe we afbouwen", afbouw(w) or b.gat(_NOG_AFSPREKEN))
    yield from _na_achttien(b)


def _bij_meer(b: Besluitbrief) -> Iterator[t.Deel]:
    """Bij langere of zwaardere hulp: wat zij bracht, en of iets dichterbij het nu kan doen."""
    if b.oud is None or not b.w.zelfde_toewijzing or not lopend.is_meer(b.w, b.oud.inhoud):
        return
    dossier = voor_ogen(b.dossier)
    een = lopend.van(dossier, b.w.vervangt)
    for terug in reversed(lopend.teruggekeken(dossier, een) if een else []):
        bracht, dichterbij = waarde_of(terug.wat_bracht_het, ""), waarde_of(terug.kan_dichterbij, "")
        if bracht and dichterbij:
            yield t.deel("Wat de hulp bracht", bracht)
            yield t.deel("Of iemand dichterbij het nu kan doen", dichterbij)
            return


def _vooruitzicht(b: Besluitbrief) -> Iterator[t.Deel]:
    """Bij een andere woonplek: wat die oplevert en waar het kind later woont."""
    plan = voor_ogen(b.dossier).een(Perspectiefplan)
    punten = [waarde_of(plan.verwacht_resultaat, ""), waarde_of(plan.op_lange_termijn, "")]
    if b.w.woonplek and (waarom := b.w.waarom_opzij("eerst-dichterbij")):
        yield t.deel("Waarom deze plek, en niet een plek dichter bij huis", waarom)
    if b.w.woonplek and any(punten):
        yield t.deel("Hoe het verdergaat met wonen", "\n".join(filter(None, punten)))


def _gevraagd(b: Besluitbrief) -> Iterator[t.Deel]:
    """Wat het gezin zelf wilde en waarom het anders werd, en welke doelen de rechter gaf."""
    keuze = waarde(b.dossier.een(Keuze).inhoud)
    if keuze is not None and keuze.product == b.w.product and keuze.wens is Wens.WIJKT_AF:
        wilde = [keuze.voorkeur_gezin and f"U zei: {keuze.voorkeur_gezin}", keuze.waarom_anders]
        yield t.deel("Wat u zelf graag wilde, en waarom het anders wordt", "\n".join(filter(None, wilde)))
    if doelen := waarde_of(b.dossier.een(Aanmelding).rechter_doelen, "").strip():
        yield t.deel("De doelen die de rechter gaf", doelen)


def _na_achttien(b: Besluitbrief) -> Iterator[t.Deel]:
    """Loopt de hulp door na de achttiende verjaardag, dan staat erbij waarom dat kan."""
    geboren, periode = waarde(b.dossier.een(Jeugdige).geboortedatum), b.w.periode
    if geboren is None or periode is None or periode.einde < (dag := verjaardag(geboren, 18)):
        return
    waarom = b.w.waarom_opzij("voorbij-achttien")
    wordt = "wordt" if dag >= b.dag else "werd"
    yield t.deel("Na de achttiende verjaardag", f"Op {t.voluit(dag)} {wordt} {b.wie} 18 jaar.\n{waarom}".strip())


def _verandert(b: Besluitbrief) -> list[t.Deel]:
    """Bij een wijziging: wat het was en wat het wordt, en wat er van de oude hulp nog loopt."""
    if b.w.besluit is not Besluitsoort.WIJZIGEN or b.oud is None:
        return []
    was, wordt = _in_woorden(b.oud.inhoud), _in_woorden(b.w)
    anders = [f"{naam}: eerst {was[naam] or 'niet genoemd'}, nu {wordt[naam] or 'niet genoemd'}." for naam in was
              if was[naam] != wordt[naam]]  # fmt: skip
    return [t.deel("Dit verandert", _tot_dan(b, b.oud), anders)] if anders else []


def _in_woorden(w: Toewijzing) -> dict[str, str]:
    omvang = w.omvang
    hoeveel = t.hoeveel(omvang.volume, omvang.eenheid, omvang.frequentie) if omvang else str(w.maximumkosten or "")
    return {
        "De hulp": w.productnaam, "Hoeveel ten hoogste": hoeveel, "Het budget": _budget(w), "Het tarief": _tarief(w),
        "Begin": t.voluit(w.ingangsdatum, ""), "Einde": t.voluit(w.einddatum, ""),
        "Wie de hulp geeft": w.aanbieder or ("dat kiest u zelf" if w.levering is Levering.PGB else ""),
        "Hoe het betaald wordt": woord(w.levering),
    }  # fmt: skip


def _tarief(w: Toewijzing) -> str:
    """Wat één eenheid kost waar de gemeente mee rekent; bij een pgb het tarief van het budget."""
    if w.levering is Levering.PGB:
        return f"{Geld(w.pgb_tarief)} per {_een(w.eenheid)}" if w.pgb_tarief and w.eenheid else ""
    som_ = w.kostensom
    return f"{som_.tarief} per {_een(som_.eenheid)}" if som_ else ""


def _een(eenheid: Eenheid) -> str:
    return aantal(1, eenheid, str).removeprefix("1 ")


def _budget(w: Toewijzing) -> str:
    """Bij een pgb staat het bedrag naast de omvang; anders is het zelf de omvang en staat het er al."""
    return str(Geld(w.budget)) if w.budget and w.levering is Levering.PGB and w.omvang else ""


def _tot_dan(b: Besluitbrief, oud: Vaststelling) -> str:
    """Bij een nieuw nummer loopt de oude hulp nog tot de dag voor de nieuwe, met wat er van de grens over is."""
    begin, was = b.w.ingangsdatum, oud.inhoud.ingangsdatum
    if begin is None or was is None or begin <= was or lopend.houdt_nummer(oud.inhoud, b.w, b.dag):
        return ""
    laatste = min(begin - timedelta(days=1), oud.inhoud.einddatum or begin)
    wie = f" bij {oud.inhoud.aanbieder}" if oud.inhoud.aanbieder else ""
    zinnen = [f"De hulp van het oude besluit{wie} loopt door tot en met {t.voluit(laatste)}{_rest(b.w, oud.inhoud)}."]
    if laatste + timedelta(days=1) < begin:
        van, tot = t.voluit(laatste + timedelta(days=1)), t.voluit(begin - timedelta(days=1))
        zinnen.append(f"Van {van} tot en met {tot} is er geen hulp uit deze besluiten.")
    return " ".join(zinnen)


def _rest(w: Toewijzing, oud: Toewijzing) -> str:
    deel = lopend.hele_grens(oud)
    if w.over_voor_oud is None or not deel:
        return ""
    in_omvang = deel == "volume" and oud.omvang
    hoeveel = aantal(w.over_voor_oud, in_omvang.eenheid, str) if in_omvang else str(Geld(w.over_voor_oud))
    return f", met ten hoogste {hoeveel} in totaal"


def _pgb(b: Besluitbrief) -> list[t.Deel]:
    """De drie voorwaarden (Jeugdwet 8.1.1) met wat ervan bleek, en hoe u laat zien wat u betaalde."""
    w = b.w
    if w.levering is not Levering.PGB:
        return []
    punten = [
        f"Wie het budget beheert, en waarom dat goed gaat: {w.pgb_bekwaam or NOG_NIET}",
        f"Waarom de hulp die de gemeente inkoopt niet past: {w.pgb_waarom or NOG_NIET}",
        f"Waarom de hulp goed en veilig is: {w.pgb_kwaliteit or NOG_NIET}",
    ]
    if zin := pgb_som(w):
        punten.append(f"Zo is het budget berekend: {zin}")
    punten.append(f"Zo laat u zien waar het geld aan op ging: {w.pgb_verantwoording or 'dat spreken we nog met u af.'}")
    return [t.deel("Uw persoonsgebonden budget (pgb)", "U krijgt een pgb. Dit hoort daarbij.", punten)]


def pgb_som(w: Toewijzing) -> str:
    """De som van het budget zoals iemand die kan narekenen, met wat er verder over te zeggen is."""
    delen_ = []
    if (uitkomst := w.pgb_som) and w.maximum and w.eenheid and w.pgb_tarief:
        totaal = aantal(w.maximum.totaal, w.eenheid, str)
        delen_.append(f"{totaal} × {Geld(w.pgb_tarief)} = {uitkomst}.")
    return " ".join(filter(None, (*delen_, w.pgb_berekening)))


def _niet_toegekend(b: Besluitbrief) -> list[t.Deel]:
    """Wat het gezin vroeg en niet krijgt, met de grond, de uitleg en wat het gezin daar zelf over zei."""
    w = b.w
    if not w.niet_toegekend:
        return []
    nader = f" ({w.weigergrond_nader})" if w.weigergrond_nader else ""
    grond = f"De reden: {woord(w.weigergrond)}{nader}." if w.weigergrond else NOG_NIET
    ook = "" if w.besluit is Besluitsoort.AFWIJZEN else " ook"
    tekst = f"U vroeg{ook}: {w.niet_toegekend}\nDat kennen we niet toe. {grond}\n{w.waarom_niet or NOG_NIET}"
    wogen = [_zo_wogen_we(b)] if w.weigergrond is Weigergrond.EIGEN_KRACHT else []
    return [t.deel("Wat u vroeg en niet krijgt", tekst), *wogen, *_gehoord(w)]


def _gehoord(w: Toewijzing) -> list[t.Deel]:
    """Dat het gezin zijn kant kon vertellen voor het besluit, en wat het zei (Awb 4:7 en 4:8)."""
    if w.gehoord_op is None:
        return []
    zei = f"\nU zei: {w.zienswijze}" if w.zienswijze else ""
    return [t.deel("Hierover spraken we met u", f"Dat was op {t.voluit(w.gehoord_op)}, voor dit besluit.{zei}")]


def _zo_wogen_we(b: Besluitbrief) -> t.Deel:
    """De vier vragen over eigen kracht met hun antwoord, en waar de verordening naar kijkt."""
    artikelen = b.profiel.artikelen_over_eigen_kracht(b.dag)
    regels = [f"{_hoofdletter(a.artikel)} van de verordening: {a.maatstaf or a.onderwerp}." for a in artikelen]
    toch = b.w.waarom_opzij("eigen-kracht-spreekt-tegen")
    regels += [toch] if toch else []
    gevraagd = eigen_kracht_en_netwerk(b.dossier).items()
    antwoorden = [f"{VRAGEN[naam].tekst} {woord(antwoord) if antwoord else NOG_NIET}" for naam, antwoord in gevraagd]
    return t.deel("Zo keken we naar wat u zelf kunt", "\n".join(regels) or NOG_NIET, antwoorden)


def _hoofdletter(zin: str) -> str:
    return zin[:1].upper() + zin[1:]


def afbouw(w: Toewijzing) -> str:
    """Hoe de hulp minder wordt, waarheen, en vanaf wanneer."""
    vanaf = f"Vanaf {t.voluit(w.afschalen_op)} wordt de hulp minder." if w.afschalen_op else ""
    daarna = f"Wie of wat daarna helpt: {t.zin(w.afschalen_naar)}" if w.afschalen_naar else ""
    return " ".join(filter(None, (w.afschalen and t.zin(w.afschalen), vanaf, daarna)))


def _ander(b: Besluitbrief) -> list[t.Deel]:
    """De andere hulp in dezelfde tijd, en wat er verder is: school, een andere wet, of voor iedereen."""
    w, periode = b.w, b.w.periode if b.w.besluit is not Besluitsoort.BEEINDIGEN else None
    ernaast = [
        f"{een.inhoud.productnaam}, {t.van_tot(een.periode)}"
        for een in lopend.lopend(b.dossier)
        if een.periode and (periode is None or een.periode.overlapt(periode)) and een.inhoud != w
        and w.vervangt not in (een.sleutels if w.vervangt else ())
        and (periode is not None or een.periode.einde >= b.dag)
    ]  # fmt: skip
    kop = "Andere hulp die er is of nog komt"
    return [t.deel(kop, w.andere_hulp, ernaast)] if ernaast or w.andere_hulp else []


def _regels(b: Besluitbrief) -> t.Deel:
    nummers = ["2.3"]
    if b.w.weigergrond is Weigergrond.ANDERE_WET and b.w.niet_toegekend:
        nummers.insert(0, "1.2")
    toetst_pgb = b.w.levering is Levering.PGB and b.w.besluit is not Besluitsoort.BEEINDIGEN
    if toetst_pgb or (b.w.niet_toegekend and b.w.weigergrond is Weigergrond.PGB_VOORWAARDEN):
        nummers.append("8.1.1")
    if b.w.zelfde_toewijzing and b.oud is not None and b.oud.inhoud.levering is Levering.PGB:
        # Een pgb dat er al was, wordt herzien of ingetrokken.
        nummers.append("8.1.4")
    wet = f"Artikel {nummers[0]}" if len(nummers) == 1 else f"Artikelen {', '.join(nummers[:-1])} en {nummers[-1]}"
    verordening = b.profiel.verordening or "verordening (nog niet ingevuld)"
    artikelen = [f"{_hoofdletter(a.artikel)}: {a.onderwerp}" for a in b.profiel.artikelen_over("", b.dag)]
    return t.deel("Welke regels we gebruikten", f"{wet} van de Jeugdwet en de {verordening}.", artikelen)


def _tweede_paar_ogen(van: Meegekeken | None, gedaan: str) -> list[t.Deel]:
    if van is None:
        return []
    wie = ", ".join(filter(None, (bijeen(van.wie), van.functie)))
    zin = f"{wie} keek mee met dit besluit op {t.voluit(van.datum)}."
    if van.akkoord:
        return [t.deel("Wie er ook naar keek", zin)]
    anders = f"{zin} Die was het er niet mee eens: {van.toelichting}"
    return [t.deel("Wie er ook naar keek", f"{anders}\nWat wij daarmee deden: {gedaan}" if gedaan else anders)]
