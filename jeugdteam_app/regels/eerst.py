"""Wat voorgaat: veiligheid, de juiste wet, en wat zonder jeugdhulp al kan.

Voorliggend betekent hier: kan dit genoeg zijn? Nooit: dit moet eerst mislukt zijn.
"""

from __future__ import annotations

from jeugdteam_app.kern.taal import N_
from jeugdteam_app.productenboek.voorwaarden import Getoetst, Tussen, Uitslag, alle, een_van
from jeugdteam_app.regels.denkstap import Denkstap, is_
from jeugdteam_app.regels.uitkomst import Tak


def voorliggend(stap: Denkstap) -> tuple[Tak, ...]:
    """Eigen kracht, netwerk, gewone plekken en het eigen team, als de feiten dat (misschien) toelaten."""
    takken = [
        _eigen_kracht(stap),
        _als(stap, "netwerk", N_("Familie, vrienden of buren vangen een deel op"), "R032", "netwerk_kan"),
        _als(stap, "gewone-plek", N_("Een gewone plek in de buurt"), "R033", "vrij_toegankelijk_past"),
        _als(stap, "steunouder", N_("Een steunouder, voordat een kind ergens logeert"), "R034", "ontlasten"),
        _als(stap, "eigen-team", N_("Hulp door ons eigen team, zonder verwijzing"), "R036", "team_kan_zelf"),
    ]
    return tuple(t for t in takken if t.uitslag is not Uitslag.NEE)


def _als(stap: Denkstap, code: str, titel: str, regel: str, feit: str) -> Tak:
    return stap.tak(code, titel, regel, alle([is_(feit, "ja")], stap.feiten))


def _eigen_kracht(stap: Denkstap) -> Tak:
    getoetst = alle(
        [
            is_("ouders_in_staat", "ja"),
            is_("ouders_beschikbaar", "ja"),
            is_("dreigt_overbelasting", "nee"),
            is_("geld_knelt", "nee"),
        ],
        stap.feiten,
    )
    ook = (stap.reden("R031"), stap.reden("JW2.3"))
    return stap.tak("eigen-kracht", N_("Wat ouders zelf kunnen"), "CRVB-2019-2362", getoetst, ook)


def ander_kader(stap: Denkstap) -> tuple[Tak, ...]:
    """Wat (misschien) bij een andere wet of een andere route hoort."""
    takken = [
        _als(stap, "wlz", N_("Wet langdurige zorg"), "JW1.2-wlz", "blijvend_toezicht"),
        _als(stap, "zvw", N_("Zorgverzekeringswet"), "JW1.2-zvw", "medische_zorg"),
        _onderwijs(stap),
        stap.tak(
            "wmo", N_("Wmo of voortgezette jeugdhulp"), "JW1.1-18",
            alle([Tussen(feit="leeftijd", van=18)], stap.feiten), (stap.reden("R091"),),
        ),
        _als(stap, "maatregel", N_("Gecertificeerde instelling"), "JW3.5", "maatregel"),
        _gesloten(stap),
    ]  # fmt: skip
    return tuple(t for t in takken if t.uitslag is not Uitslag.NEE)


def _onderwijs(stap: Denkstap) -> Tak:
    getoetst = alle([is_("leren_op_school", "ja")], stap.feiten)
    return stap.tak("onderwijs", N_("School en onderwijs"), "R082", getoetst, (stap.reden("R080"),))


def _gesloten(stap: Denkstap) -> Tak:
    getoetst = alle([is_("gevaar", "ja"), is_("kan_open", "nee")], stap.feiten)
    return stap.tak("gesloten", N_("Gesloten plek via de kinderrechter"), "R225", getoetst, (stap.reden("R214"),))


def plichten(stap: Denkstap, past: frozenset[str], verblijf: bool) -> tuple[Tak, ...]:
    """Wat er hoort te zijn. Uitslag ja: het is er. Nee: het ontbreekt. Een mens kan met een reden verder."""
    takken = [*_veiligheid(stap), *_analyse(stap, past, verblijf), *_plannen(stap)]
    if stap.is_ja("ouders_eigen_vraag"):
        takken.append(_hoort(stap, "ouders", N_("Afspraken over de problemen van ouders zelf"), "ZHZ-OUDERS",
                             alle([is_("ouders_eigen_hulp", "ja")], stap.feiten)))  # fmt: skip
    if stap.is_ja("gevaar") and not stap.is_ja("kan_open"):
        takken.append(_hoort(stap, "gesloten-reden", N_("Vastleggen waarom het niet open kan"), "R213",
                             Getoetst(Uitslag.NEE, ("gevaar", "kan_open"))))  # fmt: skip
    takken.append(_hoort(stap, "keuze-gezin", N_("Het gezin kiest mee"), "R340", Getoetst(Uitslag.ONBEKEND, ())))
    return tuple(takken)


def _hoort(stap: Denkstap, code: str, titel: str, regel: str, getoetst: Getoetst) -> Tak:
    return Tak(code, titel, getoetst.uitslag, (stap.reden(regel, getoetst.feiten),), getoetst.hangt_af_van)


def _veiligheid(stap: Denkstap) -> list[Tak]:
    getoetst = een_van([is_("acuut_gevaar", "ja"), is_("zorgen_over_veiligheid", "ja")], stap.feiten)
    stap.vraag_open(getoetst.hangt_af_van, N_("de stappen van de meldcode"), "veiligheid")
    if getoetst.uitslag is not Uitslag.JA:
        return []
    open_ = Getoetst(Uitslag.NEE, getoetst.feiten)
    return [_hoort(stap, "meldcode", N_("Eerst veiligheid: loop de stappen van de meldcode na"), "MELDCODE", open_)]


def _analyse(stap: Denkstap, past: frozenset[str], verblijf: bool) -> list[Tak]:
    gereed = alle([is_("analyse_gereed", "ja")], stap.feiten)
    is_er = Getoetst(Uitslag.JA if gereed.uitslag is Uitslag.JA else Uitslag.NEE, gereed.feiten)
    regels = ["R001"]
    if past & {"1", "2"}:
        regels.insert(0, "R002")
    if stap.is_ja("complex"):
        regels.insert(0, "R003")
    stap.vraag_open(alle([is_("complex", "ja")], stap.feiten).hangt_af_van, N_("of een analyse moet"), "voorwaarde")
    eerste, *ook = regels
    analyse = _hoort(stap, "analyse", N_("Verklarende analyse, samen met het gezin"), eerste, is_er)
    takken = [Tak(analyse.code, analyse.titel, analyse.uitslag, (*analyse.redenen, *map(stap.reden, ook)))]
    doel = alle([Tussen(feit="aantal_doelen", van=1)], stap.feiten)
    takken.append(_hoort(stap, "doel", N_("Minstens één doel van het gezin"), "R008", doel))
    if verblijf:
        erbij = Getoetst(Uitslag.ONBEKEND, ())
        takken.append(_hoort(stap, "hulp-thuis", N_("Ook hulp thuis bij een andere woonplek"), "R004", erbij))
    return takken


def _plannen(stap: Denkstap) -> list[Tak]:
    plan = een_van([is_("fgp_aangeboden", "ja"), is_("fgp_stap", "gemaakt")], stap.feiten)
    aangeboden = Getoetst(Uitslag.JA if plan.uitslag is Uitslag.JA else Uitslag.NEE, plan.feiten)
    titel = N_("Familiegroepsplan aangeboden")
    fgp = Tak("fgp", titel, aangeboden.uitslag, (stap.reden("R094", plan.feiten), stap.reden("JW4.1.2")))
    zestien = alle([Tussen(feit="leeftijd", van=16)], stap.feiten)
    stap.vraag_open(zestien.hangt_af_van, N_("of een perspectiefplan moet"), "voorwaarde")
    if zestien.uitslag is not Uitslag.JA:
        return [fgp]
    gemaakt = alle([is_("perspectiefplan_gemaakt", "ja")], stap.feiten)
    ook = (stap.reden("R099"), stap.reden("R101"))
    reden = stap.reden("R098", ("leeftijd", *gemaakt.feiten))
    return [fgp, Tak("perspectief", N_("Perspectiefplan vanaf 16 jaar"), gemaakt.uitslag, (reden, *ook))]
