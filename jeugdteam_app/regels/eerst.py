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
        _als(stap, "gewone-plek", N_("Een gewone plek in de buurt"), "R033", "vrij_toegankelijk_past", ("R035",)),
        _als(stap, "steunouder", N_("Een steunouder"), "R034", "ontlasten"),
        _als(stap, "eigen-team", N_("Hulp door ons eigen team, zonder verwijzing"), "R036", "team_kan_zelf"),
    ]
    return tuple(t for t in takken if t.uitslag is not Uitslag.NEE)


def _als(stap: Denkstap, code: str, titel: str, regel: str, feit: str, ook: tuple[str, ...] = ()) -> Tak:
    return stap.tak(code, titel, regel, alle([is_(feit, "ja")], stap.feiten), tuple(map(stap.reden, ook)))


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
    ook = tuple(stap.reden(r) for r in ("R031", "JW2.3", "CRVB-2021-1327", "CRVB-2024-1095"))
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
    return stap.tak(
        "gesloten",
        N_("Gesloten plek via de kinderrechter"),
        "JW6.1.2",
        getoetst,
        (stap.reden("R215"), stap.reden("R214")),
    )


def plichten(stap: Denkstap, past: frozenset[str], verblijf: bool) -> tuple[Tak, ...]:
    """Wat er hoort te zijn. Uitslag ja: het is er. Nee: het ontbreekt. Een mens kan met een reden verder."""
    takken = [*_veiligheid(stap), *_geen_segment(stap, past), *_analyse(stap, past, verblijf), *_plannen(stap)]
    eigen_vraag = alle([is_("ouders_eigen_vraag", "ja")], stap.feiten)
    stap.vraag_open(eigen_vraag.hangt_af_van, N_("Afspraken over de problemen van ouders zelf"), "volgorde")
    if eigen_vraag.uitslag is Uitslag.JA:
        takken.append(_hoort(stap, "ouders", N_("Afspraken over de problemen van ouders zelf"), "ZHZ-OUDERS",
                             alle([is_("ouders_eigen_hulp", "ja")], stap.feiten)))  # fmt: skip
    if alle([is_("gevaar", "ja"), is_("kan_open", "nee")], stap.feiten).uitslag is Uitslag.JA:
        takken.append(_hoort(stap, "gesloten-reden", N_("Vastleggen waarom het niet open kan"), "R213",
                             Getoetst(Uitslag.NEE, ("gevaar", "kan_open"))))  # fmt: skip
    takken.append(_hoort(stap, "keuze-gezin", N_("Het gezin kiest mee"), "R340", Getoetst(Uitslag.ONBEKEND, ())))
    return tuple(takken)


def _hoort(stap: Denkstap, code: str, titel: str, regel: str, getoetst: Getoetst) -> Tak:
    stap.vraag_open(getoetst.hangt_af_van, titel, "voorwaarde")
    return Tak(code, titel, getoetst.uitslag, (stap.reden(regel, getoetst.feiten),), getoetst.hangt_af_van)


def _geen_segment(stap: Denkstap, past: frozenset[str]) -> list[Tak]:
    """Past er geen enkel segment en hangt dat nergens meer van af, dan wijst het advies de uitweg."""
    if past or stap.segment_open:
        return []
    titel = N_("Geen segment past: overleg, of maak een afspraak op maat")
    return [Tak("uitweg", titel, Uitslag.NEE, (stap.reden("R332"), stap.reden("R333")))]


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
    regels = ["R001", "R006"]
    if verblijf:
        regels.insert(0, "R004")
    if past & {"1", "2"}:
        regels.insert(0, "R002")
    if stap.is_ja("complex"):
        regels.insert(0, "R003")
    if gereed.hangt_af_van:
        stap.vraag_open(gereed.hangt_af_van, N_("of het advies nog voorlopig is"), "voorwaarde")
    eerste, *ook = regels
    analyse = _hoort(stap, "analyse", N_("Verklarende analyse, samen met het gezin"), eerste, is_er)
    takken = [Tak(analyse.code, analyse.titel, analyse.uitslag, (*analyse.redenen, *map(stap.reden, ook)))]
    doel = alle([Tussen(feit="aantal_doelen", van=1)], stap.feiten)
    takken.append(_hoort(stap, "doel", N_("Minstens één doel van het gezin"), "R008", doel))
    if verblijf:
        erbij = Getoetst(Uitslag.ONBEKEND, ())
        takken.append(_hoort(stap, "hulp-thuis", N_("Ook hulp thuis bij een andere woonplek"), "R004", erbij))
    return takken


def _familiegroepsplan(stap: Denkstap) -> Tak:
    """Aangeboden, gemaakt, of afgezien op een grond van de wet; afgezien zonder grond is nog niet goed."""
    if is_("fgp_stap", "afgezien").toets(stap.feiten) is Uitslag.JA:
        grond = is_("fgp_grond", "ouders_willen_niet", "bedreiging", "belangen_geschaad").toets(stap.feiten)
        redenen = (stap.reden("JW4.1.2", ("fgp_stap", "fgp_grond")), stap.reden("JW4.1.3"))
        titel = N_("Afgezien van een familiegroepsplan, op een grond van de wet")
        return Tak("fgp", titel, Uitslag.JA if grond is Uitslag.JA else Uitslag.NEE, redenen)
    plan = een_van([is_("fgp_aangeboden", "ja"), is_("fgp_stap", "gemaakt")], stap.feiten)
    uitslag = Uitslag.JA if plan.uitslag is Uitslag.JA else Uitslag.NEE
    redenen = (stap.reden("R094", plan.feiten), stap.reden("JW4.1.2"))
    return Tak("fgp", N_("Familiegroepsplan aangeboden"), uitslag, redenen)


def _plannen(stap: Denkstap) -> list[Tak]:
    fgp = _familiegroepsplan(stap)
    zestien = alle([Tussen(feit="leeftijd", van=16)], stap.feiten)
    stap.vraag_open(zestien.hangt_af_van, N_("of een perspectiefplan moet"), "voorwaarde")
    if zestien.uitslag is not Uitslag.JA:
        return [fgp]
    gemaakt = alle([is_("perspectiefplan_gemaakt", "ja")], stap.feiten)
    ook = (stap.reden("R099"), stap.reden("R101"))
    reden = stap.reden("R098", ("leeftijd", *gemaakt.feiten))
    later = (stap.reden("R091", ("leeftijd",)), stap.reden("JW1.1-18"))
    achttien = Tak("achttien", N_("Op tijd kijken naar wat er na 18 jaar geldt"), Uitslag.ONBEKEND, later)
    return [fgp, achttien, Tak("perspectief", N_("Perspectiefplan vanaf 16 jaar"), gemaakt.uitslag, (reden, *ook))]
