"""De toets op de weg naar een besluit: is het gezin gehoord, is er onderzocht, en weet de brief aan wie zij gaat?"""

from __future__ import annotations

from datetime import date

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import (
    Aanmelding,
    Beslisser,
    Verwijzer,
    Waarvoor,
    wie_beslist,
)
from jeugdteam_app.dossier.afscherming import KIND
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.stappen import eigen_kracht, stappen, tegen_eigen_kracht
from jeugdteam_app.dossier.toestemming import Mensen, laatste_antwoorden
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Redenwijziging, Toegewezen, Toewijzing, Weigergrond
from jeugdteam_app.dossier.wonen import ontvangers
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import alle_waarden, waarde
from jeugdteam_app.kern.periode import is_minstens
from jeugdteam_app.productenboek.profiel import Profiel
from jeugdteam_app.regels.bevinding import Bevinding, Zwaarte

_TOESTEMMING = Bron("Jeugdwet", "artikelen 7.3.4, 7.3.5 en 7.3.15")
_MAATSTAF = Bron("Centrale Raad van Beroep", "ECLI:NL:CRVB:2024:1095: de maatstaf staat in de verordening zelf")
_VIER_VRAGEN = Bron("Centrale Raad van Beroep", "ECLI:NL:CRVB:2019:2362: vier vragen over wat ouders zelf kunnen")
_CRVB = Bron("Centrale Raad van Beroep", "ECLI:NL:CRVB:2017:1477: vijf stappen, per stap de deskundigheid")
_KENBAAR = Bron("Centrale Raad van Beroep", "ECLI:NL:CRVB:2025:1390: de stappen zijn te volgen bij dit besluit")
_GEHOORD = Bron("Awb", "artikelen 4:7 en 4:8: eerst horen bij afwijzen op andere gegevens")
_MOTIVERING = Bron("Awb", "artikelen 3:46 en 3:47: een besluit zegt waarom")
_BEKEND = Bron("Awb", "artikelen 3:41 en 4:13: aan wie het besluit gaat, en op welke aanvraag")


def brief_compleet(t: Toewijzing, dossier: Dossier, op: date) -> list[Bevinding]:
    """Of de brief weet aan wie zij gaat, over welk kind, en op welke aanvraag zij antwoordt (Awb 3:41 en 4:13)."""
    van = dossier.een(Aanmelding)
    aan = ontvangers(dossier, op, overleden=lopend.wegens_overlijden(dossier, t))
    nergens = [o.naam or woord(Beslisser.JEUGDIGE) for o in aan if o.adres is None]
    # Ouder of voogd: daar hangt het adres van de brief aan, en wat de aanbieder over het gezag leest (COD472).
    # Vanaf achttien staat er in brief en bericht niemand meer met gezag.
    volwassen = is_minstens(waarde(dossier.een(Jeugdige).geboortedatum), 18, op)
    gezag = () if volwassen else dossier.gezagsdragers()
    zonder_rol = [p.weergavenaam for p in gezag if not alle_waarden(p.rol)]
    # De rechter of een aanbieder vroeg erom: dan is er geen aanvraag van het gezin.
    gevraagd = not t.zelfde_toewijzing and not t.verzoek and waarde(van.verwijzer) is not Verwijzer.RECHTER
    mist: list[tuple[str, bool, dict[str, str | int]]] = [
        ("zonder-geadresseerde", not aan, {}),
        ("zonder-adres", bool(nergens), {"wie": ", ".join(nergens)}),
        ("zonder-geboortedatum", waarde(dossier.een(Jeugdige).geboortedatum) is None, {}),
        ("zonder-aanvraagdatum", gevraagd and waarde(van.aanvraagdatum) is None, {}),
        ("gezag-zonder-rol", bool(zonder_rol), {"wie": ", ".join(zonder_rol)}),
    ]
    return [Bevinding(code, Zwaarte.CONCEPT, _BEKEND, woorden) for code, ontbreekt, woorden in mist if ontbreekt]


def gemotiveerd(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Een besluit zegt waarom, waarom zoveel en zo lang, en wat het moet opleveren (Awb 3:46)."""
    hulp = t.besluit in (Besluitsoort.TOEKENNEN, Besluitsoort.WIJZIGEN)
    stopt = t.besluit is Besluitsoort.BEEINDIGEN and not lopend.wegens_overlijden(dossier, t)
    mist = [
        ("geen-motivering", (hulp or stopt) and not t.motivering.strip()),
        ("geen-motivering-omvang", hulp and not t.motivering_omvang.strip()),
        ("geen-resultaat", hulp and not t.resultaat.strip()),
    ]
    return [Bevinding(code, Zwaarte.CONCEPT, _MOTIVERING) for code, ontbreekt in mist if ontbreekt]


def uitleg_van_toen(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Verandert hoeveel of hoe lang, dan klopt de uitleg van toen daarbij meestal niet meer (Awb 3:46)."""
    oud = lopend.van(dossier, t.vervangt) if t.besluit is Besluitsoort.WIJZIGEN else None
    if oud is None or not t.motivering_omvang.strip():
        return []
    was = oud.vast.inhoud
    anders = any(getattr(t, n) != getattr(was, n) for n in ("volume", "eenheid", "frequentie", "budget", "einddatum"))
    zelfde_uitleg = t.motivering_omvang == was.motivering_omvang
    return [Bevinding("uitleg-van-toen", Zwaarte.ADVIES, _MOTIVERING)] if anders and zelfde_uitleg else []


def gehoord(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Wie iets weigert of eerder stopt, hoort het gezin eerst over de redenen."""
    stopt = t.besluit is Besluitsoort.BEEINDIGEN and not lopend.wegens_overlijden(dossier, t)
    if not (t.niet_toegekend or stopt) or t.gehoord_op is not None:
        return []
    return [Bevinding("hoor-het-gezin", Zwaarte.ADVIES, _GEHOORD)]


def toestemming(dossier: Dossier, op: date) -> list[Bevinding]:
    """Staat er van iedereen die over de hulp beslist dat die ja zei? Besluiten mag ook zonder; helpen niet."""
    laatste = laatste_antwoorden(dossier.toestemmingen(), Waarvoor.HULP, op, Mensen.van(dossier))
    door = {wie for wie, gezegd in laatste.items() if wie and gezegd.geldt(op)}
    geboren = waarde(dossier.een(Jeugdige).geboortedatum)
    beslisser = wie_beslist(geboren, op) if geboren else Beslisser.GEZAGSDRAGERS
    wie = {} if beslisser is Beslisser.JEUGDIGE else {p.sleutel: p.weergavenaam for p in dossier.gezagsdragers()}
    if beslisser is not Beslisser.GEZAGSDRAGERS:
        wie = {KIND: dossier.een(Jeugdige).aanspreeknaam, **wie}
    mist = [naam for sleutel, naam in wie.items() if naam and sleutel not in door]
    # Staat er niet wie beslist, dan telt ieder die iets zei.
    nee = not any(wie.values()) and any(gezegd_door and not gezegd.geldt(op) for gezegd_door, gezegd in laatste.items())
    if door and not mist and not nee:
        return []
    return [Bevinding("toestemming", Zwaarte.ADVIES, _TOESTEMMING, {"wie": ", ".join(mist) or woord(beslisser)})]


def vijf_stappen(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Staat bij elk van de vijf stappen wat er nu is gevonden, en wie met welke kennis keek?

    Zonder onderzoek houdt een besluit bij de rechter geen stand: dan blijft het een concept.
    """
    alle = stappen(dossier).values()
    leeg = sum(stap.is_leeg for stap in alle)
    zonder = sum(not stap.is_leeg and not (stap.deskundige and stap.discipline) for stap in alle)
    gevonden = [Bevinding("vijf-stappen", Zwaarte.CONCEPT, _CRVB, {"aantal": leeg})] if leeg else []
    if zonder:
        gevonden.append(Bevinding("stap-zonder-deskundige", Zwaarte.ADVIES, _CRVB, {"aantal": zonder}))
    # Uit één onderzoek kan meer dan één toewijzing volgen, en een verbetering onderzoekt niet opnieuw.
    opnieuw = t.besluit is not Besluitsoort.TOEKENNEN and t.reden_wijziging is not Redenwijziging.CORRECTIE
    return gevonden + (_stappen_van_eerder(dossier) if opnieuw else [])


def _stappen_van_eerder(dossier: Dossier) -> list[Bevinding]:
    """Staan dezelfde vijf stappen al in een eerder besluit? Dan horen ze misschien bij een andere vraag."""
    nu = [stap.op_een_regel for stap in stappen(dossier).values() if not stap.is_leeg]
    eerder = (v.brief for t in dossier.alle(Toegewezen) if (v := waarde(t.vastgesteld)))
    in_brieven = ("\n".join(deel["tekst"] for deel in brief.get("delen", ())) for brief in eerder)
    gelijk = bool(nu) and any(all(tekst in brief for tekst in nu) for brief in in_brieven)
    return [Bevinding("stappen-van-eerder", Zwaarte.ADVIES, _KENBAAR)] if gelijk else []


def op_eigen_kracht(t: Toewijzing, dossier: Dossier, profiel: Profiel, op: date) -> list[Bevinding]:
    """Op eigen kracht weigeren kan alleen met een artikel daarover, en met een antwoord op de vier vragen."""
    if not (t.niet_toegekend and t.weigergrond is Weigergrond.EIGEN_KRACHT):
        return []
    gevonden = []
    artikelen = profiel.artikelen_over_eigen_kracht(op)
    if not artikelen:
        gevonden.append(Bevinding("eigen-kracht-zonder-artikel", Zwaarte.CONCEPT, _MAATSTAF))
    elif not any(a.maatstaf.strip() for a in artikelen):
        gevonden.append(Bevinding("eigen-kracht-zonder-maatstaf", Zwaarte.CONCEPT, _MAATSTAF))
    if tegen := tegen_eigen_kracht(dossier):
        # Bij een deel van de vraag kan het toch: dan schrijft iemand waarom, en dat staat in de brief.
        heel = t.besluit is Besluitsoort.AFWIJZEN
        zwaarte = Zwaarte.CONCEPT if heel else Zwaarte.ADVIES
        gevonden.append(Bevinding("eigen-kracht-spreekt-tegen", zwaarte, _VIER_VRAGEN, {"aantal": tegen}))
    if open_ := sum(antwoord is None for antwoord in eigen_kracht(dossier).values()):
        gevonden.append(Bevinding("eigen-kracht-niet-gewogen", Zwaarte.CONCEPT, _VIER_VRAGEN, {"aantal": open_}))
    return gevonden


def loopt_nog(dossier: Dossier, op: date) -> list[Bevinding]:
    """Samen geen hulp kiezen terwijl er hulp loopt: dan leest het gezin niet wat er met die hulp gebeurt."""
    loopt = any(een.is_bezig(op) for een in lopend.lopend(dossier))
    return [Bevinding("geen-hulp-naast-hulp", Zwaarte.ADVIES, _MOTIVERING)] if loopt else []


def voor_de_aanvraag(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Begint nieuwe hulp voor de aanvraag? Dan moet iemand kunnen lezen waarom."""
    gevraagd = waarde(dossier.een(Aanmelding).aanvraagdatum)
    begint = t.ingangsdatum if t.besluit is Besluitsoort.TOEKENNEN else None
    voor = gevraagd is not None and begint is not None and begint < gevraagd
    return [Bevinding("voor-de-aanvraag", Zwaarte.ADVIES, _MOTIVERING)] if voor else []
