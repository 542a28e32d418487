"""Verzonnen gezinnen om mee te oefenen. Ze lopen door dezelfde handelingen als een echt gezin, en zijn gemerkt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from jeugdteam_app.dossier import aanmelding as a
from jeugdteam_app.dossier import afweging as w
from jeugdteam_app.dossier import analyse as an
from jeugdteam_app.dossier import doelen as do
from jeugdteam_app.dossier import familiegroepsplan as f
from jeugdteam_app.dossier import geschiedenis as gs
from jeugdteam_app.dossier import gesprek as ge
from jeugdteam_app.dossier import gezin as g
from jeugdteam_app.dossier import kansencirkel as ka
from jeugdteam_app.dossier import perspectiefplan as p
from jeugdteam_app.dossier.keuze import Wens
from jeugdteam_app.dossier.onderzoek import Onderzoek, Stap
from jeugdteam_app.dossier.stappen import voorstel
from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.kern.periode import verjaardag
from jeugdteam_app.productenboek.profiel import voorbeeldprofiel
from jeugdteam_app.werk import advies, dossiers, gemeente_en_team, instellingen, schrijven, toewijzen, vaststellen
from jeugdteam_app.werk.werkplek import Werkplek

JA, NEE = a.Antwoord.JA, a.Antwoord.NEE


@dataclass(frozen=True)
class Voorbeeld:
    """Een doorlopen voorbeeldgezin."""

    dossier: str
    toewijzing: str


def laad(werkplek: Werkplek) -> list[str]:
    """Zet de voorbeeldgezinnen erbij en, als er nog geen profiel is, het voorbeeldprofiel."""
    if not instellingen.profiel(werkplek).gemeente:
        gemeente_en_team.bewaar(werkplek, voorbeeldprofiel())
    return [jongere_van_zestien(werkplek), korte_vraag(werkplek), gezin_met_alles(werkplek).dossier]


def gezin_met_alles(werkplek: Werkplek) -> Voorbeeld:
    """Sam (11): van de eerste vraag tot een vastgestelde toewijzing."""
    dossier = dossiers.begin_gezin(werkplek, "Familie Voorbeeld", voorbeeld=True)
    _sam_en_gezin(werkplek, dossier)
    _sam_vraag(werkplek, dossier)
    _sam_analyse(werkplek, dossier)
    _sam_gesprek(werkplek, dossier)
    _sam_plan(werkplek, dossier)
    _sam_afweging(werkplek, dossier)
    advies.kies(
        werkplek, dossier, "basis-ggz",
        "Sam heeft lichte angstklachten. Kortdurende behandeling helpt hem om weer te durven.",
        "Ouders en Sam willen graag een vaste behandelaar dichtbij huis.", Wens.VOLGT,
    )  # fmt: skip
    return Voorbeeld(dossier, _sam_toewijzing(werkplek, dossier))


def _vul(werkplek: Werkplek, dossier: str, soort: type[Voorwerp], feiten: Mapping[Veld[Any], Any]) -> None:
    schrijven.leg_vast(werkplek, dossier, {(soort.soort, veld): Bekend(x) for veld, x in feiten.items()})


def _adres(werkplek: Werkplek, dossier: str, straat: str, nummer: str) -> None:
    huis = werkplek.dossier(dossier).alle(g.Huishouden)[0].sleutel
    adres = g.Adres(straat=straat, huisnummer=nummer, postcode="3851 ZZ", plaats="Voorbeeldstad")
    schrijven.leg_vast(
        werkplek, dossier, {(huis, g.Huishouden.naam): Bekend("Thuis"), (huis, g.Huishouden.adres): Bekend(adres)}
    )


def _persoon(
    werkplek: Werkplek, dossier: str, voornaam: str, rol: g.Rol, helpt: str, gezag: g.Gezag | None, **meer: Any
) -> str:
    sleutel = schrijven.voeg_toe(
        werkplek, dossier, g.Persoon,
        {g.Persoon.voornamen: voornaam, g.Persoon.achternaam: "Voorbeeld",
         g.Persoon.kan_helpen_met: helpt, **{getattr(g.Persoon, naam): waarde for naam, waarde in meer.items()}},
    )  # fmt: skip
    voor_dit_kind: dict[schrijven.Plek, Bekend[object]] = {(f"gezag:{sleutel}", g.Gezagsverhouding.rol): Bekend(rol)}
    if gezag:
        voor_dit_kind[f"gezag:{sleutel}", g.Gezagsverhouding.heeft_gezag] = Bekend(gezag)
    schrijven.leg_vast(werkplek, dossier, voor_dit_kind)
    return sleutel


def _sam_en_gezin(werkplek: Werkplek, dossier: str) -> None:
    geboren = verjaardag(werkplek.vandaag, -11) - timedelta(days=195)
    _vul(werkplek, dossier, g.Jeugdige, {
        g.Jeugdige.voornamen: "Sam Jan", g.Jeugdige.roepnaam: "Sam", g.Jeugdige.achternaam: "Voorbeeld",
        g.Jeugdige.geboortedatum: geboren, g.Jeugdige.geslacht: g.Geslacht.MAN, g.Jeugdige.bsn: "999900006",
    })  # fmt: skip
    _adres(werkplek, dossier, "Voorbeeldlaan", "12")
    noor = _persoon(
        werkplek, dossier, "Noor", g.Rol.OUDER, "Brengt Sam op maandag en donderdag.", g.Gezag.JA, sekse=g.Sekse.VROUW
    )
    karim = _persoon(
        werkplek, dossier, "Karim", g.Rol.OUDER, "Kookt met Sam en is elke avond thuis.", g.Gezag.JA, sekse=g.Sekse.MAN
    )
    opa = _persoon(
        werkplek, dossier, "Opa Wim", g.Rol.FAMILIE, "Loopt op woensdag met Sam mee naar school.", g.Gezag.NEE,
        sekse=g.Sekse.MAN,
    )  # fmt: skip
    schrijven.leg_vast(werkplek, dossier, {(noor, g.Persoon.kind_van): Bekend((opa,))})
    samen: dict[Veld[Any], Any] = {g.Relatie.een: noor, g.Relatie.ander: karim, g.Relatie.samen: g.Samen.GETROUWD}
    schrijven.voeg_toe(werkplek, dossier, g.Relatie, samen)
    for wie, band, richting in (
        (noor, g.Bandsoort.STERK, g.Richting.OVER_EN_WEER), (karim, g.Bandsoort.GEWOON, g.Richting.NAAR_KIND),
        (opa, g.Bandsoort.STERK, g.Richting.NAAR_KIND),
    ):  # fmt: skip
        steun = f"{g.Steun.soort}:{wie}"
        schrijven.leg_vast(
            werkplek, dossier, {(steun, g.Steun.band): Bekend(band), (steun, g.Steun.richting): Bekend(richting)}
        )


def _sam_vraag(werkplek: Werkplek, dossier: str) -> None:
    vandaag = werkplek.vandaag
    _vul(werkplek, dossier, a.Aanmelding, {
        a.Aanmelding.datum: vandaag - timedelta(days=28), a.Aanmelding.melder: "Moeder van Sam",
        a.Aanmelding.verwijzer: a.Verwijzer.ZELF, a.Aanmelding.uitkomst: a.Uitkomst.VERDER,
        a.Aanmelding.aanvraagdatum: vandaag - timedelta(days=21),
        a.Aanmelding.korte_vraag: "Sam durft bijna niet meer naar school. Hoe krijgen we de rust terug?",
    })  # fmt: skip
    v = a.Vraagverheldering
    _vul(werkplek, dossier, v, {
        v.reden: "Sam heeft sinds september vaak buikpijn op schooldagen. Hij blijft steeds vaker thuis.",
        v.zorgen_en_van_wie: "Moeder maakt zich het meest zorgen. Vader ziet vooral dat Sam moe is. "
        "Sam zelf zegt dat hij bang is om voor de klas te praten.",
        v.wie_wat_waar_wanneer: "Vooral op maandag en als er een spreekbeurt is. In het weekend gaat het goed.",
        v.rol_netwerk: "Opa loopt één keer per week mee naar school. Een buurmeisje zit in dezelfde klas.",
        v.conclusie: "Het gaat om angst rond school, die erger wordt als Sam thuisblijft.",
        v.ernst: a.Ernst.LICHT, v.urgentie: a.Urgentie.SNEL,
        v.verwacht_jeugdige: "Dat niemand boos wordt als het niet lukt.",
        v.verwacht_ouders: "Weten wat ze wel en niet moeten doen op een moeilijke ochtend.",
        v.verwacht_professional: "Samen met school een plan maken voor de ochtenden.",
        v.afspraken: "Over twee weken praten we verder, ook met de juf.",
        v.volgende_datum: vandaag - timedelta(days=14),
        v.wie_wordt_geinformeerd: "De huisarts krijgt een korte brief. Ouders lezen hem eerst.",
        v.informatie_van_anderen: "De juf van groep 8. Ouders en Sam vinden dat goed.",
        v.taal: "Nederlands", v.tolk: a.Tolk.GEEN,
    })  # fmt: skip
    schrijven.leg_deel_vast(
        werkplek, dossier, v.soort, v.veiligheid, datum=vandaag - timedelta(days=28), acuut_gevaar=NEE,
        zorgen_over_veiligheid=NEE, wat_zien_we="Ouders zijn rustig en hebben oog voor Sam.",
        wat_doen_we_nu="Niets extra nodig.", besproken_met="beide ouders en Sam",
    )  # fmt: skip
    for waarvoor, met_wie in ((a.Waarvoor.HULP, ""), (a.Waarvoor.DELEN, "de juf van groep 8")):
        schrijven.voeg_toe(werkplek, dossier, a.Toestemmingen, {a.Toestemmingen.inhoud: a.Toestemming(
            waarvoor=waarvoor, door="Noor en Karim Voorbeeld", met_wie=met_wie, gegeven=JA,
            datum=vandaag - timedelta(days=28), hoe="mondeling, in het gesprek",
        )})  # fmt: skip


def _sam_analyse(werkplek: Werkplek, dossier: str) -> None:
    s, e = an.Soortuitspraak, an.Eens
    for door, aard, tekst, eens in (
        ("Sam", s.BELEVING, "Mijn buik doet pijn als ik aan de klas denk.", e.EENS),
        ("Moeder", s.BELEVING, "Ik voel me machteloos op maandagochtend.", e.EENS),
        ("Vader", s.MENING, "Misschien laten we hem te snel thuis.", e.DEELS),
        ("School", s.FEIT, "Sam was er acht van de twintig dagen niet.", e.EENS),
    ):
        schrijven.voeg_toe(werkplek, dossier, an.Uitspraak, {
            an.Uitspraak.door: door, an.Uitspraak.aard: aard, an.Uitspraak.tekst: tekst, an.Uitspraak.eens: eens,
        })  # fmt: skip
    for kleur, gebied, tekst in (
        (an.Kleur.KRACHT, an.Gebied.KIND, "Sam kan goed vertellen wat hij voelt."),
        (an.Kleur.KRACHT, an.Gebied.GEZIN, "Er wordt elke avond samen gegeten."),
        (an.Kleur.KRACHT, an.Gebied.OMGEVING, "Opa en het buurmeisje helpen mee."),
        (an.Kleur.ZORG, an.Gebied.KIND, "Sam vermijdt wat spannend is."),
        (an.Kleur.ZORG, an.Gebied.OUDERS, "Ouders doen op moeilijke ochtenden allebei iets anders."),
    ):
        schrijven.voeg_toe(werkplek, dossier, an.Punt, {
            an.Punt.kleur: kleur, an.Punt.gebied: gebied, an.Punt.tekst: tekst,
        })  # fmt: skip
    factoren: dict[str, str] = {}
    for soort, gebied, tekst in (
        (an.Soortfactor.KWETSBAARMAKEND, an.Gebied.KIND, "Sam is van zichzelf voorzichtig."),
        (an.Soortfactor.UITLOKKEND, an.Gebied.OMGEVING, "Een spreekbeurt waarbij de klas moest lachen."),
        (an.Soortfactor.IN_STAND_HOUDEND, an.Gebied.GEZIN, "Thuisblijven geeft even rust."),
        (an.Soortfactor.BESCHERMEND, an.Gebied.OMGEVING, "De juf is warm en denkt mee."),
    ):
        factoren[tekst] = schrijven.voeg_toe(werkplek, dossier, an.Factor, {
            an.Factor.aard: soort, an.Factor.gebied: gebied, an.Factor.tekst: tekst,
        })  # fmt: skip
    voorzichtig, spreekbeurt, *_rest = factoren.values()
    schrijven.leg_vast(werkplek, dossier, {(voorzichtig, an.Factor.leidt_tot): Bekend((spreekbeurt,))})
    schrijven.voeg_toe(werkplek, dossier, an.Hypothese, {
        an.Hypothese.doordat: "Sam werd uitgelachen bij een spreekbeurt en is daarna bang geworden voor de klas.",
        an.Hypothese.blijft_omdat: "Thuisblijven geeft rust, en daardoor merkt hij niet dat het ook goed kan gaan.",
        an.Hypothese.wat_helpt: "Kleine stappen, elke dag, met ouders en juf die hetzelfde doen.",
        an.Hypothese.gedeeld: an.Eens.EENS,
    })  # fmt: skip
    _vul(werkplek, dossier, an.Analyse, {
        an.Analyse.gedeeld_beeld: "Sam is een voorzichtige jongen die goed kan vertellen wat hij voelt. Na een nare "
        "spreekbeurt is school spannend geworden. Thuisblijven helpt even, maar maakt de volgende dag moeilijker.",
        an.Analyse.jeugdige_eens: an.Eens.EENS, an.Analyse.jeugdige_zegt: "Ja, zo is het.",
        an.Analyse.ouders_eens: an.Eens.EENS, an.Analyse.ouders_zeggen: "Fijn dat het nu op papier staat.",
        an.Analyse.deelnemers: "Sam, Noor, Karim, de juf en de coach",
        an.Analyse.gereed: JA, an.Analyse.gereed_op: werkplek.vandaag - timedelta(days=7),
    })  # fmt: skip
    doelen = [
        schrijven.voeg_toe(werkplek, dossier, do.Doel, {do.Doel.tekst: tekst})
        for tekst in (
            "Ik ga elke dag naar school.",
            "De ochtenden zijn rustig.",
            "Ik durf weer iets te zeggen in de klas.",
        )
    ]
    _sam_afspraken(werkplek, dossier, doelen[0])


def _sam_afspraken(werkplek: Werkplek, dossier: str, doel: str) -> None:
    vandaag = werkplek.vandaag
    for wat, wie, dagen in (
        ("Op woensdag samen naar school lopen.", "Opa Wim", 7),
        ("Elke avond de tas klaarzetten.", "Noor", 3),
    ):
        schrijven.voeg_toe(werkplek, dossier, do.Actie, {
            do.Actie.doel: doel, do.Actie.wat: wat, do.Actie.wie: wie,
            do.Actie.wanneer: vandaag + timedelta(days=dagen),
        })  # fmt: skip
    for dagen, cijfer in ((28, 3), (14, 4), (2, 6)):
        schrijven.voeg_toe(werkplek, dossier, do.Meting, {
            do.Meting.doel: doel, do.Meting.datum: vandaag - timedelta(days=dagen), do.Meting.cijfer: cijfer,
            do.Meting.door: "Sam",
        })  # fmt: skip


def _sam_gesprek(werkplek: Werkplek, dossier: str) -> None:
    """Gesprekken, wat er eerder was, en de kansencirkel van Sam op twee dagen."""
    vandaag = werkplek.vandaag
    schrijven.voeg_toe(werkplek, dossier, ge.Contact, {
        ge.Contact.datum: vandaag - timedelta(days=14), ge.Contact.vorm: ge.Vorm.THUIS,
        ge.Contact.wie: "Sam, Noor, Karim en de coach",
        ge.Contact.gezegd: "Sam: ik wil wel, maar mijn buik niet. Noor: op zondagavond begint het al.",
        ge.Contact.afgesproken: "Opa loopt op woensdag mee. Over twee weken praten we verder.",
    })  # fmt: skip
    for van, tekst in (
        ("Sam", "Kan iemand zorgen dat het niet meer eng is?"),
        ("Noor", "Wat doe ik op maandagochtend?"),
    ):
        schrijven.voeg_toe(werkplek, dossier, an.Hulpvraag, {an.Hulpvraag.van: van, an.Hulpvraag.tekst: tekst})
    jaar = vandaag.year
    for wat, wanneer, gevoel in (
        ("Verhuisd naar een ander dorp", str(jaar - 3), gs.Gevoel.ALLEBEI),
        ("Uitgelachen bij een spreekbeurt", f"{jaar}-09", gs.Gevoel.MOEILIJK),
    ):
        schrijven.voeg_toe(werkplek, dossier, gs.Gebeurtenis, {
            gs.Gebeurtenis.wat: wat, gs.Gebeurtenis.wanneer: wanneer, gs.Gebeurtenis.gevoel: gevoel,
        })  # fmt: skip
    schrijven.voeg_toe(werkplek, dossier, gs.EerdereHulp, {
        gs.EerdereHulp.wat: "Gesprekken met de intern begeleider", gs.EerdereHulp.door_wie: "School",
        gs.EerdereHulp.van: f"{jaar}-09", gs.EerdereHulp.tot: f"{jaar}-10", gs.EerdereHulp.effect: gs.Effect.DEELS,
        gs.EerdereHulp.waarom: "Praten hielp Sam. De ochtenden thuis bleven moeilijk.",
    })  # fmt: skip
    _vul(werkplek, dossier, an.Analyse, {
        an.Analyse.nodig: "Rust in de ochtend, en leren dat bang zijn weer zakt.",
        an.Analyse.wat_eerst: "Eerst de ochtenden thuis. Daarna de spreekbeurt.",
    })  # fmt: skip
    k, e = ka.Kansencirkel, ka.Element
    for dagen, vakken in (
        (60, {e.VEILIG: ka.Vak(nu=1, gewenst=4), e.GEZOND: ka.Vak(nu=2), e.ERBIJ_HOREN: ka.Vak(nu=1, gewenst=3)}),
        (7, {
            e.VEILIG: ka.Vak(nu=2, gewenst=4, woord="mijn kamer"), e.GEZOND: ka.Vak(nu=3), e.GEKOESTERD: ka.Vak(nu=4),
            e.ERBIJ_HOREN: ka.Vak(nu=2, gewenst=3, woord="voetbal"), e.ACTIEF: ka.Vak(nu=3, gewenst=3),
        }),
    ):  # fmt: skip
        feiten: dict[Veld[Any], Any] = {k.datum: vandaag - timedelta(days=dagen)}
        schrijven.voeg_toe(werkplek, dossier, k, feiten | {k.veld(vak): w for vak, w in vakken.items()})


def _sam_plan(werkplek: Werkplek, dossier: str) -> None:
    plan = f.Familiegroepsplan
    _vul(werkplek, dossier, plan, {
        plan.aangeboden_op: werkplek.vandaag - timedelta(days=21), plan.stap: f.Stap.GEMAAKT,
        plan.onze_vraag: "Hoe gaat Sam weer met een rustig gevoel naar school?",
        plan.wat_gaat_goed: "We eten samen. Opa helpt. In het weekend is Sam vrolijk.",
        plan.onze_zorgen: "Mama: dat Sam achterop raakt.\nPapa: dat we ruzie krijgen in de ochtend.\n"
        "Sam: dat ik weer moet huilen in de klas.",
        plan.willen_nu: "Drie dagen per week naar school, met opa op woensdag.",
        plan.willen_straks: "Elke dag naar school en weer een vriend mee naar huis.",
        plan.doen_we_zelf: "We maken de avond ervoor de tas klaar. In de ochtend zeggen we allebei hetzelfde.",
        plan.doet_ons_netwerk: "Opa loopt mee op woensdag. Het buurmeisje wacht bij de deur.",
        plan.vragen_van_anderen: "Iemand die Sam leert wat hij kan doen als hij bang is.",
        plan.veilig_afspraken: "Wordt iemand boos, dan nemen we vijf minuten pauze.",
        plan.als_het_anders_loopt: "Gaat het twee weken niet, dan bellen we de coach.",
        plan.kijken_opnieuw_op: werkplek.vandaag + timedelta(days=42), plan.wie_roept_bijeen: "Opa Wim",
    })  # fmt: skip


def _sam_afweging(werkplek: Werkplek, dossier: str) -> None:
    v = w.Afweging
    antwoorden: dict[Veld[Any], Any] = {
        v.kan_niet_wachten: NEE, v.thuis_passend: JA, v.naar_school: JA, v.overdag_thuis: JA, v.zeer_zwaar: NEE,
        v.complex: NEE, v.enkelvoudig: JA, v.kortdurend: JA, v.klachten: w.Klachten.LICHT,
        v.probleemgebieden: (w.Probleemgebied.SCHOOL, w.Probleemgebied.WELZIJN),
        v.hulp_voor: (w.Hulpvorm.KIND, w.Hulpvorm.OPVOEDING), v.ouders_in_staat: JA, v.ouders_beschikbaar: JA,
        v.dreigt_overbelasting: JA, v.netwerk_kan: JA, v.leren_op_school: NEE, v.blijvend_toezicht: NEE,
        v.medische_zorg: NEE, v.maatregel: NEE, v.gevaar: NEE, v.ouders_eigen_vraag: NEE,
        v.vrij_toegankelijk_past: NEE,
    }  # fmt: skip
    _vul(werkplek, dossier, v, antwoorden)


def _sam_stappen(werkplek: Werkplek, dossier: str) -> None:
    """De vijf stappen van het onderzoek: wat er al stond, met wie ernaar keek."""
    eigen = "Ouders kunnen Sam rustig naar school brengen en opa loopt mee. De angst zelf kunnen zij niet behandelen."
    gevonden = voorstel(werkplek.dossier(dossier)) | {"eigen_kracht": eigen}
    kennis = {"problemen": ("M. Proef", "orthopedagoog"), "nodig": ("M. Proef", "orthopedagoog")}
    for naam, tekst in gevonden.items():
        wie, discipline = kennis.get(naam, (werkplek.wie, "jeugdprofessional"))
        stap = Stap(tekst=tekst, deskundige=wie, discipline=discipline)
        schrijven.leg_vast(werkplek, dossier, {(Onderzoek.soort, vars(Onderzoek)[naam]): Bekend(stap)})


def _sam_toewijzing(werkplek: Werkplek, dossier: str) -> str:
    _sam_stappen(werkplek, dossier)
    sleutel = toewijzen.begin(werkplek, dossier)
    begin = werkplek.vandaag + timedelta(days=14)
    toewijzen.wijzig(
        werkplek, dossier, sleutel, volume=12, eenheid=Eenheid.UUR, frequentie=Frequentie.TOTAAL,
        ingangsdatum=begin, einddatum=begin + timedelta(days=182),
        resultaat="Sam gaat elke dag naar school en weet wat hij kan doen als hij bang is.",
        afschalen="Na acht uur kijken we of de laatste uren verder uit elkaar kunnen. Daarna gaat Sam verder met de "
        "juf en de coach van het jeugdteam.",
        afschalen_naar="de juf en de coach van het jeugdteam", afschalen_op=begin + timedelta(days=120),
        evaluatiedatum=begin + timedelta(days=91),
        motivering_omvang="Er is geen vast aantal uren voor deze hulp. De behandelaar verwacht genoeg te hebben aan "
        "twaalf uur.",
        aanbieder="Praktijk Voorbeeld (verzonnen)", aanbieder_agb="42420001",
        eigen_tarief=9_600, tariefbron="het contract met de aanbieder (verzonnen)",
    )  # fmt: skip
    vaststellen.stel_vast(werkplek, dossier, sleutel)
    return sleutel


def korte_vraag(werkplek: Werkplek) -> str:
    """Een vraag die in één gesprek beantwoord is."""
    dossier = dossiers.begin_gezin(werkplek, "Familie Proef", voorbeeld=True)
    _vul(werkplek, dossier, g.Jeugdige, {g.Jeugdige.roepnaam: "Mila", g.Jeugdige.achternaam: "Proef"})
    _vul(werkplek, dossier, a.Aanmelding, {
        a.Aanmelding.datum: werkplek.vandaag - timedelta(days=3), a.Aanmelding.melder: "Vader",
        a.Aanmelding.korte_vraag: "Mila (4) wil niet alleen slapen. Is dat gewoon?",
        a.Aanmelding.antwoord: "Dat komt veel voor. We spraken een vast ritme af. Vader belt als het over een maand "
        "nog zo is.",
        a.Aanmelding.uitkomst: a.Uitkomst.BEANTWOORD,
    })  # fmt: skip
    return dossier


def jongere_van_zestien(werkplek: Werkplek) -> str:
    """Jip (16): het perspectiefplan is begonnen, de analyse nog niet klaar."""
    dossier = dossiers.begin_gezin(werkplek, "Familie Verzonnen", voorbeeld=True)
    geboren = verjaardag(werkplek.vandaag, -16) - timedelta(days=60)
    _vul(werkplek, dossier, g.Jeugdige, {
        g.Jeugdige.voornamen: "Jip", g.Jeugdige.roepnaam: "Jip", g.Jeugdige.achternaam: "Verzonnen",
        g.Jeugdige.geboortedatum: geboren, g.Jeugdige.geslacht: g.Geslacht.VROUW,
    })  # fmt: skip
    _adres(werkplek, dossier, "Proefstraat", "7")
    _persoon(werkplek, dossier, "Ana", g.Rol.OUDER, "Gaat mee naar gesprekken.", g.Gezag.JA)
    _vul(werkplek, dossier, a.Aanmelding, {
        a.Aanmelding.datum: werkplek.vandaag - timedelta(days=10), a.Aanmelding.melder: "Mentor van school",
        a.Aanmelding.korte_vraag: "Jip blijft vaak weg van school en wil ergens anders wonen.",
        a.Aanmelding.uitkomst: a.Uitkomst.VERDER,
    })  # fmt: skip
    for gebied, nu, gewenst, helpt in (
        (
            p.Leefgebied.WONEN,
            "Thuis is er vaak ruzie.",
            "Na de zomer een eigen kamer met begeleiding.",
            "Mama en de coach",
        ),
        (p.Leefgebied.SCHOOL_WERK, "Ik ben er drie dagen per week.", "Mijn diploma halen.", "Mijn mentor"),
    ):
        sleutel = f"{p.Gebiedsplan.soort}:{gebied}"
        schrijven.leg_vast(werkplek, dossier, {
            (sleutel, p.Gebiedsplan.nu): Bekend(nu), (sleutel, p.Gebiedsplan.gewenst): Bekend(gewenst),
            (sleutel, p.Gebiedsplan.wie_helpt): Bekend(helpt),
        })  # fmt: skip
    _vul(werkplek, dossier, w.Afweging, {w.Afweging.naar_school: JA, w.Afweging.kan_niet_wachten: NEE})
    return dossier
