"""Brieven en de korte weg van een praktijk: uit dezelfde feiten, na te lezen, en nooit zomaar naar anderen."""

from __future__ import annotations

import re
from datetime import date, timedelta

import page
import pytest

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import (
    Antwoord,
    Ontvanger,
    Toestemming,
    Toestemmingen,
    Veiligheidscheck,
    Vraagverheldering,
    Waarvoor,
)
from jeugdteam_app.dossier.analyse import Hulpvraag, Uitspraak
from jeugdteam_app.dossier.brief import Brief, Briefsoort
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.evaluatie import Bereikt, Doeluitkomst, Evaluatie
from jeugdteam_app.dossier.geschiedenis import EerdereHulp
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.dossier.gezin import (
    Adres,
    Afscherming,
    Gezag,
    Gezagsverhouding,
    Huishouden,
    Jeugdige,
    Persoon,
    Sekse,
)
from jeugdteam_app.dossier.onderzoek import Onderzoek, Stap
from jeugdteam_app.dossier.praktijk import CRITERIA, Praktijk, Uitkomst
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Toegewezen
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.productenboek.profiel import Rol, voorbeeldprofiel
from jeugdteam_app.regels.agenda import agenda
from jeugdteam_app.regels.punt import Plaatselijk
from jeugdteam_app.werk import brieven, dossiers, gemeente_en_team, overhandigen, schrijven, toewijzen, vaststellen
from jeugdteam_app.werk.mijn_werk import mijn_werk
from jeugdteam_app.werk.voortgang import Voortgang, voortgang
from tests.conftest import MOMENT
from tests.werk.test_schrijven import van_een_ander
from tests.werk.test_toewijzen_en_overhandigen import tekst_van, tweede


@pytest.fixture
def sam(voorbeeldplek):
    return dossiers.overzicht(voorbeeldplek)[0].id


@pytest.mark.parametrize("soort", list(Briefsoort))
def test_elke_brief_begint_met_wat_er_staat_en_is_geldig(voorbeeldplek, sam, soort):
    geef_toestemming(voorbeeldplek, sam, "De school van Sam")
    sleutel = brieven.begin(voorbeeldplek, sam, soort)
    begin = waarde(Brief(voorbeeldplek.dossier(sam).kind, sleutel).tekst)
    assert begin
    assert "None" not in begin
    if soort is Briefsoort.UITSTEL:
        schrijven.leg_vast(voorbeeldplek, sam, {(sleutel, Brief.aan): Bekend("De familie Proef")})
        with pytest.raises(InvoerFout, match="brief-open-plek"):
            brieven.pdf(voorbeeldplek, sam, sleutel)
        begin = begin.replace("… (schrijf hier waarom)", "wij nog wachten op school")
        begin = begin.replace("… (vul hier de dag in: Awb 4:14)", "1 maart 2027")
    eigen = f"{begin}\n\nEigen slot van de coach."
    schrijven.leg_vast(
        voorbeeldplek,
        sam,
        {(sleutel, Brief.tekst): Bekend(eigen), (sleutel, Brief.aan): Bekend("De heer Proef\nPlein 1")},
    )
    pdf = brieven.pdf(voorbeeldplek, sam, sleutel)
    rapport = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert rapport.is_compliant, rapport.failures
    gelezen = tekst_van(pdf)
    for zin in ("Eigen slot van de coach.", "De heer Proef", "Robin Proef", "Voorbeeldgemeente"):
        assert zin in gelezen
    assert ("Handtekening en stempel" in gelezen) == (soort is Briefsoort.VERWIJZING)
    assert ("999900006" in gelezen) == (soort is Briefsoort.VERWIJZING), "het bsn alleen bij een verwijzing"


def geef_toestemming(plek, dossier, met_wie, datum=date(2026, 11, 1)):
    gezegd = Toestemming(waarvoor=Waarvoor.DELEN, door="Noor", met_wie=met_wie, gegeven=Antwoord.JA, datum=datum)
    return schrijven.voeg_toe(plek, dossier, Toestemmingen, {Toestemmingen.inhoud: gezegd})


def test_naar_school_alleen_met_toestemming_die_nog_geldt(voorbeeldplek, sam):
    for item in voorbeeldplek.dossier(sam).alle(Toestemmingen):
        if waarde(item.inhoud).waarvoor is Waarvoor.DELEN:
            schrijven.verwijder(voorbeeldplek, sam, Toestemmingen, item.sleutel)
    sleutel = brieven.begin(voorbeeldplek, sam, Briefsoort.SCHOOL)
    with pytest.raises(InvoerFout, match="brief-zonder-toestemming"):
        brieven.pdf(voorbeeldplek, sam, sleutel)
    gegeven = geef_toestemming(voorbeeldplek, sam, "de juf")
    assert brieven.pdf(voorbeeldplek, sam, sleutel)
    schrijven.leg_deel_vast(voorbeeldplek, sam, gegeven, Toestemmingen.inhoud, ingetrokken_op=date(2026, 11, 20))
    with pytest.raises(InvoerFout, match="brief-geweigerd"):
        brieven.pdf(voorbeeldplek, sam, sleutel)


def test_wat_is_afgeschermd_staat_niet_in_het_begin(voorbeeldplek, sam):
    vraag = voorbeeldplek.dossier(sam).alle(Hulpvraag)[0]
    gezegd = waarde(vraag.tekst)
    schrijven.leg_vast(
        voorbeeldplek, sam, {(f"{Afscherming.soort}:{vraag.sleutel}", Afscherming.niet_voor): Bekend(("jeugdige",))}
    )
    sleutel = brieven.begin(voorbeeldplek, sam, Briefsoort.AANBIEDER)
    assert gezegd not in waarde(Brief(voorbeeldplek.dossier(sam).kind, sleutel).tekst)


def test_een_doel_heeft_de_uitkomst_van_het_laatste_gesprek_al_staat_een_eerder_later_in_de_lijst(voorbeeldplek, sam):
    doel = voorbeeldplek.dossier(sam).alle(Doel)[0]
    for maand, bereikt in ((6, Bereikt.JA), (1, Bereikt.NEE)):
        terug = schrijven.voeg_toe(voorbeeldplek, sam, Evaluatie, {Evaluatie.datum: date(2027, maand, 1)})
        uitkomst = voorbeeldplek.dossier(sam).doeluitkomst(terug, doel.sleutel)
        schrijven.leg_vast(voorbeeldplek, sam, {(uitkomst.sleutel, Doeluitkomst.bereikt): Bekend(bereikt)})
    sleutel = brieven.begin(voorbeeldplek, sam, Briefsoort.AFSLUITING)
    tekst = waarde(Brief(voorbeeldplek.dossier(sam).kind, sleutel).tekst)
    assert f"- {waarde(doel.tekst)}: {woord(Bereikt.JA)}" in tekst


def test_een_lege_brief_gaat_niet_weg(voorbeeldplek, sam):
    sleutel = schrijven.voeg_toe(voorbeeldplek, sam, Brief, {Brief.wat: Briefsoort.GEZIN})
    with pytest.raises(InvoerFout, match="brief-leeg"):
        brieven.pdf(voorbeeldplek, sam, sleutel)


def test_de_korte_weg_van_een_praktijk(plek):
    gemeente_en_team.bewaar(plek, voorbeeldprofiel().model_copy(update={"rol": Rol.POH_JEUGD, "praktijk_minuten": 480}))
    dossier = dossiers.begin_gezin(plek, "Familie Proef")
    assert dossiers.is_praktijk(plek, dossier)
    for nummer, duur in enumerate((45, 20)):
        inhoud = {Contact.datum: date(2026, 11, 2 + nummer), Contact.minuten: duur, Contact.gezegd: f"gezegd {nummer}"}
        schrijven.voeg_toe(plek, dossier, Contact, inhoud)
    assert brieven.minuten(plek, dossier) == 65
    feiten = {(Praktijk.soort, getattr(Praktijk, naam)): Bekend(f"over {naam}") for naam in CRITERIA}
    feiten[Praktijk.soort, Praktijk.uitkomst] = Bekend(Uitkomst.BASIS_GGZ)
    feiten[Praktijk.soort, Praktijk.beeld] = Bekend("Bang voor school")
    schrijven.leg_vast(plek, dossier, feiten)
    sleutel = brieven.begin(plek, dossier, Briefsoort.VERWIJZING)
    tekst = waarde(Brief(plek.dossier(dossier).kind, sleutel).tekst)
    assert all(f"over {naam}" in tekst for naam in CRITERIA)
    assert "Gevraagd: de basis-ggz" in tekst
    assert brieven.tekst_voor_his(plek, dossier) == "S: gezegd 1\nE: Bang voor school"
    schrijven.voeg_toe(plek, dossier, Contact, {Contact.datum: plek.vandaag + timedelta(days=7)})
    assert brieven.tekst_voor_his(plek, dossier).startswith("S: gezegd 1"), "een afspraak zegt nog niets"
    beeld = Praktijk.beeld.plaats(Praktijk.soort)
    van_een_ander(plek, dossier, beeld, {"b": "Bang voor de bus"}, gezien=False)
    geplakt = brieven.tekst_voor_his(plek, dossier)
    assert geplakt.startswith("S: gezegd 1\nE: 1. Bang voor ")
    assert {"Bang voor school", "Bang voor de bus"} == {r.partition(". ")[2] for r in geplakt.splitlines()[1:]}
    # Wat aanbieders verder vragen, staat erin; wat er niet is, blijft zichtbaar open.
    assert "School: nog niet ingevuld" in tekst
    assert "Gezag: nog niet ingevuld" in tekst


@pytest.mark.parametrize(
    ("gemeente", "afgesproken", "emdr", "verwacht"),
    [
        ("0396", None, True, 480), ("0396", 600, True, 480), ("0396", 300, True, 300), ("0396", None, False, None),
        ("0233", None, True, None), ("0233", 600, True, 600),
    ],
)  # fmt: skip
def test_bij_emdr_geldt_in_heemskerk_ten_hoogste_acht_uur(plek, gemeente, afgesproken, emdr, verwacht):
    boek = {"0396": "ijmond", "0233": "noord-veluwe"}[gemeente]
    anders = {"rol": Rol.POH_JEUGD, "praktijk_minuten": afgesproken, "gemeentecode": gemeente, "boek": boek}
    gemeente_en_team.bewaar(plek, voorbeeldprofiel().model_copy(update=anders))
    dossier = dossiers.begin_gezin(plek, "Familie Proef")
    schrijven.leg_vast(plek, dossier, {(Praktijk.soort, Praktijk.emdr): Bekend(emdr)})
    assert brieven.hoogstens(plek, dossier) == verwacht


def test_zegt_een_van_beiden_nee_dan_gaat_er_niets(voorbeeldplek, sam):
    geef_toestemming(voorbeeldplek, sam, "school")
    sleutel = brieven.begin(voorbeeldplek, sam, Briefsoort.SCHOOL)
    assert brieven.pdf(voorbeeldplek, sam, sleutel)
    nee = Toestemming(
        waarvoor=Waarvoor.DELEN, door="Karim", met_wie="School ", gegeven=Antwoord.NEE, datum=date(2026, 11, 2)
    )
    schrijven.voeg_toe(voorbeeldplek, sam, Toestemmingen, {Toestemmingen.inhoud: nee})
    for item in voorbeeldplek.dossier(sam).alle(Toestemmingen):
        if waarde(item.inhoud).met_wie.strip().casefold() not in ("school", ""):
            schrijven.verwijder(voorbeeldplek, sam, Toestemmingen, item.sleutel)
    with pytest.raises(InvoerFout, match="brief-geweigerd"):
        brieven.pdf(voorbeeldplek, sam, sleutel)


@pytest.mark.parametrize(
    ("soort", "wie"), [(Briefsoort.HUISARTS, "de huisarts"), (Briefsoort.AANBIEDER, "de aanbieder")]
)
def test_een_ingetrokken_toestemming_werkt_meteen_ook_voor_een_brief_die_al_klaar_was(voorbeeldplek, sam, soort, wie):
    gegeven = geef_toestemming(voorbeeldplek, sam, wie)
    sleutel = brieven.begin(voorbeeldplek, sam, soort)
    assert brieven.pdf(voorbeeldplek, sam, sleutel)
    intrekken = {"ingetrokken_op": voorbeeldplek.vandaag, "ingetrokken_door": "Noor"}
    schrijven.leg_deel_vast(voorbeeldplek, sam, gegeven, Toestemmingen.inhoud, **intrekken)
    with pytest.raises(InvoerFout, match="brief-geweigerd"):
        brieven.pdf(voorbeeldplek, sam, sleutel)


def test_trekt_iemand_de_toestemming_voor_hulp_in_dan_staat_dat_meteen_in_mijn_werk(voorbeeldplek, sam):
    def punten():
        return [
            p
            for p in agenda(voorbeeldplek.dossier(sam), voorbeeldplek.vandaag, Plaatselijk())
            if p.code == "ingetrokken"
        ]

    assert punten() == []
    [hulp] = [i for i in voorbeeldplek.dossier(sam).alle(Toestemmingen) if waarde(i.inhoud).waarvoor is Waarvoor.HULP][
        :1
    ]
    intrekken = {"ingetrokken_op": voorbeeldplek.vandaag, "ingetrokken_door": "Noor"}
    schrijven.leg_deel_vast(voorbeeldplek, sam, hulp.sleutel, Toestemmingen.inhoud, **intrekken)
    [punt] = punten()
    assert punt.dag == voorbeeldplek.vandaag
    weer = waarde(hulp.inhoud).model_copy(update={"datum": voorbeeldplek.vandaag})
    schrijven.voeg_toe(voorbeeldplek, sam, Toestemmingen, {Toestemmingen.inhoud: weer})
    assert punten() == []


def _intrekken(plek, dossier, sleutel):
    van = waarde(Toestemmingen(plek.dossier(dossier).kind, sleutel).inhoud)
    ingetrokken = van.model_copy(update={"ingetrokken_op": plek.vandaag})
    schrijven.leg_vast(plek, dossier, {(sleutel, Toestemmingen.inhoud): Bekend(ingetrokken)})


def _brief_aan(plek, dossier, soort, aan):
    sleutel = brieven.begin(plek, dossier, soort)
    schrijven.leg_vast(plek, dossier, {(sleutel, Brief.aan): Bekend(aan)})
    return sleutel


def test_intrekken_op_naam_houdt_precies_die_brief_tegen(voorbeeldplek, sam):
    ja = {"waarvoor": Waarvoor.DELEN, "door": "Noor", "gegeven": Antwoord.JA, "datum": voorbeeldplek.vandaag}
    ggz = Toestemming(met_wie="Praktijk Noordzee", ontvanger=Ontvanger.AANBIEDER, **ja)
    ander = Toestemming(met_wie="Praktijk Zuidzee", ontvanger=Ontvanger.AANBIEDER, **ja)
    een, _twee = (
        schrijven.voeg_toe(voorbeeldplek, sam, Toestemmingen, {Toestemmingen.inhoud: t}) for t in (ggz, ander)
    )
    naar_noord = _brief_aan(voorbeeldplek, sam, Briefsoort.AANBIEDER, "Praktijk Noordzee\nStraat 1")
    naar_zuid = _brief_aan(voorbeeldplek, sam, Briefsoort.AANBIEDER, "Praktijk Zuidzee\nStraat 2")
    assert brieven.pdf(voorbeeldplek, sam, naar_noord)
    _intrekken(voorbeeldplek, sam, een)
    with pytest.raises(InvoerFout, match="brief-geweigerd"):
        brieven.pdf(voorbeeldplek, sam, naar_noord)
    assert brieven.pdf(voorbeeldplek, sam, naar_zuid)


@pytest.mark.parametrize(
    ("met_wie", "ontvanger", "mag"),
    [
        ("de schoolarts van de GGD", None, False),
        ("meester Jan van De Regenboog", None, True),
        ("De Regenboog", Ontvanger.SCHOOL, True),
        ("De Regenboog", None, False),
        ("huisartsenpraktijk De Brug", Ontvanger.HUISARTS, False),
    ],
)
def test_naar_school_gaat_alleen_wat_voor_school_bedoeld_is(voorbeeldplek, sam, met_wie, ontvanger, mag):
    ja = {"waarvoor": Waarvoor.DELEN, "door": "Noor", "gegeven": Antwoord.JA, "datum": voorbeeldplek.vandaag}
    for eerder in voorbeeldplek.dossier(sam).alle(Toestemmingen):
        schrijven.verwijder(voorbeeldplek, sam, Toestemmingen, eerder.sleutel)
    inhoud = Toestemming(met_wie=met_wie, ontvanger=ontvanger, **ja)
    schrijven.voeg_toe(voorbeeldplek, sam, Toestemmingen, {Toestemmingen.inhoud: inhoud})
    assert brieven.mag_delen(voorbeeldplek, sam, Briefsoort.SCHOOL) is mag


def zeg(plek, dossier, **delen):
    gezegd = Toestemming(waarvoor=Waarvoor.DELEN, **delen)
    return schrijven.voeg_toe(plek, dossier, Toestemmingen, {Toestemmingen.inhoud: gezegd})


def test_een_ja_voor_een_school_op_naam_geldt_niet_voor_een_andere(voorbeeldplek, sam):
    for al in voorbeeldplek.dossier(sam).alle(Toestemmingen):
        schrijven.verwijder(voorbeeldplek, sam, Toestemmingen, al.sleutel)
    ja = {"door": "Noor", "gegeven": Antwoord.JA, "datum": voorbeeldplek.vandaag, "ontvanger": Ontvanger.SCHOOL}
    zeg(voorbeeldplek, sam, met_wie="ROC Verzonnendam", **ja)

    def mag(aan, soort=Briefsoort.SCHOOL):
        return brieven.mag_delen(voorbeeldplek, sam, soort, aan)

    assert mag("ROC Verzonnendam, mentor") and mag("de mentor") and mag("")
    assert not mag("Basisschool De Linde")
    zeg(voorbeeldplek, sam, met_wie="Openbare basisschool De Eik", **ja)
    assert not mag("Openbare basisschool De Linde")
    zeg(voorbeeldplek, sam, met_wie="de juf, alleen over verzuim", **ja)
    assert mag("Basisschool De Linde")
    zeg(voorbeeldplek, sam, met_wie="Praktijk Vogelsang", **ja | {"ontvanger": Ontvanger.AANBIEDER})
    assert mag("Praktijk Vogelsang", Briefsoort.AANBIEDER)
    assert not mag("GGZ-instelling De Kade", Briefsoort.AANBIEDER)


@pytest.mark.parametrize(
    ("met_wie", "aan", "mag"),
    [
        ("school (De Regenboog)", "Basisschool De Zonnebloem", False),
        ("school, De Regenboog", "De Regenboog", True),
        ("basisschool De Regenboog", "De juf van Sam\nBasisschool De Zonnebloem", False),
        ("basisschool de linde", "Basisschool De Eik", False),
        ("obs de linde", "Openbare basisschool De Linde", True),
        ("Basisschool De Linde, juf Anna", "Basisschool De Linde\nStationsweg 1", True),
        ("juf Anna en meester Bart", "Juf Anna de Wit", True),
        ("school, alleen over verzuim", "De Regenboog", True),
        ("De Linde, Utrecht", "Basisschool De Eik, Utrecht", False),
        ("school, Alleen over verzuim", "De Eik", True),
        ("basisschool De Linde (juf Anna)", "Basisschool De Eik, juf Anna", False),
        ("school (juf Anna)", "De Eik", True),
        ("school, alleen over ADHD", "De Eik", True),
        ("De Linde", "De juf van Sam\nStationsweg 1\n1234 AB Plaats", True),
    ],
)
def test_een_school_op_naam_hoe_die_ook_is_opgeschreven(voorbeeldplek, sam, met_wie, aan, mag):
    for al in voorbeeldplek.dossier(sam).alle(Toestemmingen):
        schrijven.verwijder(voorbeeldplek, sam, Toestemmingen, al.sleutel)
    zeg(voorbeeldplek, sam, met_wie=met_wie, door="Noor", gegeven=Antwoord.JA, datum=voorbeeldplek.vandaag,
        ontvanger=Ontvanger.SCHOOL)  # fmt: skip
    assert brieven.mag_delen(voorbeeldplek, sam, Briefsoort.SCHOOL, aan) is mag


@pytest.mark.parametrize("door", ["Noor heeft geen bezwaar", "Noor (Sam nog te jong)", "Noor, Karim nog niet"])
def test_wie_nog_niets_zei_weigert_niet(voorbeeldplek, sam, door):
    for al in voorbeeldplek.dossier(sam).alle(Toestemmingen):
        schrijven.verwijder(voorbeeldplek, sam, Toestemmingen, al.sleutel)
    zeg(voorbeeldplek, sam, met_wie="school", door=door, gegeven=Antwoord.JA, datum=voorbeeldplek.vandaag,
        ontvanger=Ontvanger.SCHOOL)  # fmt: skip
    assert brieven.pdf(voorbeeldplek, sam, brieven.begin(voorbeeldplek, sam, Briefsoort.SCHOOL))


def test_wie_er_bij_een_later_ja_juist_niet_bij_is_mist_weer(voorbeeldplek, sam):
    for al in voorbeeldplek.dossier(sam).alle(Toestemmingen):
        schrijven.verwijder(voorbeeldplek, sam, Toestemmingen, al.sleutel)
    schrijven.leg_vast(voorbeeldplek, sam, {(Jeugdige.soort, Jeugdige.geboortedatum): Bekend(date(2013, 5, 1))})
    ja = {"met_wie": "school", "gegeven": Antwoord.JA, "ontvanger": Ontvanger.SCHOOL}
    zeg(voorbeeldplek, sam, door="Noor, Karim en Sam", datum=date(2026, 11, 1), **ja)
    assert brieven.mist_ja_van(voorbeeldplek, sam, Briefsoort.SCHOOL) == []
    zeg(voorbeeldplek, sam, door="Noor en Karim (Sam nog niet)", datum=date(2026, 11, 10), **ja)
    assert brieven.mist_ja_van(voorbeeldplek, sam, Briefsoort.SCHOOL) == ["Sam"]


def test_in_de_verwijzing_en_de_toets_telt_het_nee_van_beide_ouders(voorbeeldplek, sam):
    nee = Toestemming(
        waarvoor=Waarvoor.HULP, door="Beide ouders", gegeven=Antwoord.NEE, datum=voorbeeldplek.vandaag
    )  # fmt: skip
    schrijven.voeg_toe(voorbeeldplek, sam, Toestemmingen, {Toestemmingen.inhoud: nee})
    brief = brieven.begin(voorbeeldplek, sam, Briefsoort.VERWIJZING)
    [regel] = [r for r in waarde(Brief(voorbeeldplek.dossier(sam).kind, brief).tekst).splitlines() if "voor hulp" in r]
    assert "Noor" not in regel and "Karim" not in regel
    [vast] = voorbeeldplek.dossier(sam).alle(Toegewezen)
    anders = toewijzen.begin_wijziging(voorbeeldplek, sam, vast.sleutel, Besluitsoort.WIJZIGEN)
    assert "toestemming" in {b.code for b in toewijzen.lees(voorbeeldplek, sam, anders).bevindingen}


def test_toestemming_die_later_ingaat_telt_vandaag_nog_niet(voorbeeldplek, sam):
    morgen = voorbeeldplek.vandaag + timedelta(days=1)
    geef_toestemming(voorbeeldplek, sam, "De huisarts", datum=morgen)
    assert not brieven.mag_delen(voorbeeldplek, sam, Briefsoort.HUISARTS)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(days=1))
    assert brieven.mag_delen(voorbeeldplek, sam, Briefsoort.HUISARTS)


@pytest.mark.parametrize(("wie", "wat"), [("Noor", "de juf"), ("Karim", "de school van Sam")])
def test_een_nee_voor_school_geldt_ook_als_school_anders_heet(voorbeeldplek, sam, wie, wat):
    zeg(voorbeeldplek, sam, door="Noor", met_wie="school", ontvanger=Ontvanger.SCHOOL, gegeven=Antwoord.JA,
        datum=date(2026, 11, 1))  # fmt: skip
    zeg(voorbeeldplek, sam, door=wie, met_wie=wat, ontvanger=Ontvanger.SCHOOL, gegeven=Antwoord.NEE,
        datum=date(2026, 11, 20))  # fmt: skip
    assert brieven.is_geweigerd(voorbeeldplek, sam, Briefsoort.SCHOOL)
    sleutel = brieven.begin(voorbeeldplek, sam, Briefsoort.SCHOOL)
    with pytest.raises(InvoerFout, match="brief-geweigerd"):
        brieven.pdf(voorbeeldplek, sam, sleutel)


@pytest.mark.parametrize(
    ("soort", "aan", "met_wie", "ontvanger"),
    [
        (Briefsoort.VOORTGANG, "Huisartsenpraktijk Jansen\nDorpsstraat 1", "Huisarts Jansen", Ontvanger.HUISARTS),
        (Briefsoort.START, "", "Huisarts Jansen", Ontvanger.HUISARTS),
        (Briefsoort.AFSLUITING, "dr. P. Proef", "Huisarts Jansen", Ontvanger.HUISARTS),
        (Briefsoort.AANBIEDER, "Opvoedpoli", "De Opvoedpoli", None),
        (Briefsoort.SCHOOL, "Regenboog", "De Regenboog", None),
    ],
)
def test_een_nee_houdt_ook_een_brief_tegen_waar_het_misschien_over_gaat(
    voorbeeldplek, sam, soort, aan, met_wie, ontvanger
):
    """Ook als er wel toestemming is voor een ander, en als de naam net anders is geschreven."""
    for eerder in voorbeeldplek.dossier(sam).alle(Toestemmingen):
        schrijven.verwijder(voorbeeldplek, sam, Toestemmingen, eerder.sleutel)
    zeg(voorbeeldplek, sam, door="Noor", met_wie="juf Anna", ontvanger=Ontvanger.SCHOOL, gegeven=Antwoord.JA,
        datum=date(2026, 11, 1))  # fmt: skip
    zeg(voorbeeldplek, sam, door="Noor", met_wie=met_wie, ontvanger=ontvanger, gegeven=Antwoord.JA,
        datum=date(2026, 11, 1), ingetrokken_op=date(2026, 11, 20), ingetrokken_door="Noor")  # fmt: skip
    sleutel = _brief_aan(voorbeeldplek, sam, soort, aan)
    with pytest.raises(InvoerFout, match="brief-geweigerd"):
        brieven.pdf(voorbeeldplek, sam, sleutel)


def test_een_ja_op_naam_laat_de_brief_aan_een_ander_door_en_een_ja_voor_school_geldt_niet_voor_de_huisarts(
    voorbeeldplek, sam
):
    for eerder in voorbeeldplek.dossier(sam).alle(Toestemmingen):
        schrijven.verwijder(voorbeeldplek, sam, Toestemmingen, eerder.sleutel)
    dag = date(2026, 11, 1)
    zeg(voorbeeldplek, sam, door="Noor", met_wie="de school", gegeven=Antwoord.JA, datum=dag)
    assert not brieven.mag_delen(voorbeeldplek, sam, Briefsoort.VOORTGANG, "Huisarts Proef")
    assert brieven.mag_delen(voorbeeldplek, sam, Briefsoort.VOORTGANG, "Basisschool De Boog")
    zeg(voorbeeldplek, sam, door="Noor", met_wie="Huisarts Jansen", gegeven=Antwoord.NEE, datum=dag)
    zeg(voorbeeldplek, sam, door="Noor", met_wie="Praktijk Zuidzee", gegeven=Antwoord.JA, datum=dag)
    naar_zuid = _brief_aan(voorbeeldplek, sam, Briefsoort.VOORTGANG, "Praktijk Zuidzee")
    assert brieven.pdf(voorbeeldplek, sam, naar_zuid)


def test_de_brief_aan_de_huisarts_zegt_alleen_dat_het_mag_als_dat_zo_is(voorbeeldplek, sam):
    for item in voorbeeldplek.dossier(sam).alle(Toestemmingen):
        schrijven.verwijder(voorbeeldplek, sam, Toestemmingen, item.sleutel)
    met = "Met toestemming van het gezin"

    def begin():
        sleutel = brieven.begin(voorbeeldplek, sam, Briefsoort.HUISARTS)
        return waarde(Brief(voorbeeldplek.dossier(sam).kind, sleutel).tekst)

    assert met not in begin()
    geef_toestemming(voorbeeldplek, sam, "de huisarts")
    assert met in begin()


def test_de_brief_aan_de_aanbieder_noemt_de_grens_het_doel_en_het_afbouwen(voorbeeldplek, sam):
    [een] = lopend.lopend(voorbeeldplek.dossier(sam))
    sleutel = brieven.begin(voorbeeldplek, sam, Briefsoort.AANBIEDER)
    begin = waarde(Brief(voorbeeldplek.dossier(sam).kind, sleutel).tekst)
    assert "ten hoogste" in begin
    assert f"Wat het moet bereiken: {een.inhoud.resultaat}" in begin
    assert "Afbouwen: " in begin
    assert "Terugkijken op" in begin
    assert een.inhoud.motivering not in begin, "dat is voor het gezin geschreven"
    schrijven.leg_vast(
        voorbeeldplek, sam, {(een.item.sleutel, Toegewezen.gestopt_op): Bekend(voorbeeldplek.vandaag)}
    )  # fmt: skip
    sleutel = brieven.begin(voorbeeldplek, sam, Briefsoort.AANBIEDER)
    assert "ten hoogste" not in waarde(Brief(voorbeeldplek.dossier(sam).kind, sleutel).tekst), "dat was de vorige"


def test_een_gesprek_over_een_broer_of_zus_telt_en_staat_niet_bij_dit_kind(voorbeeldplek, sam):
    """Anders komt wat een zus vertelde in het medisch dossier van haar broer."""
    lot = dossiers.begin_broer_of_zus(voorbeeldplek, sam)
    eerst = brieven.minuten(voorbeeldplek, sam)
    schrijven.voeg_toe(voorbeeldplek, lot, Contact, {
        Contact.datum: voorbeeldplek.vandaag, Contact.minuten: 180, Contact.gezegd: "LOT VERTELT",
        Contact.afgesproken: "LOT KOMT TERUG", Contact.over_kind: (lot,),
    })  # fmt: skip
    assert brieven.minuten(voorbeeldplek, sam) == eerst
    assert brieven.minuten(voorbeeldplek, lot) == eerst + 180, "over het hele gezin telt bij allebei"
    assert "LOT" not in brieven.tekst_voor_his(voorbeeldplek, sam)
    assert "S: LOT VERTELT" in brieven.tekst_voor_his(voorbeeldplek, lot)
    for soort in (Briefsoort.VOORTGANG, Briefsoort.GEZIN, Briefsoort.START):
        sleutel = brieven.begin(voorbeeldplek, sam, soort)
        assert "LOT" not in waarde(Brief(voorbeeldplek.dossier(sam).kind, sleutel).tekst)


def test_zeiden_ze_samen_opnieuw_ja_dan_telt_een_eerder_nee_van_een_van_hen_niet_meer(voorbeeldplek, sam):
    ggz = {"met_wie": "Praktijk Noordzee", "ontvanger": Ontvanger.AANBIEDER}
    zeg(voorbeeldplek, sam, door="Noor", gegeven=Antwoord.NEE, datum=date(2026, 11, 1), **ggz)
    ggz_nee = overhandigen.delen(voorbeeldplek, sam)
    assert [t.met_wie for t in ggz_nee.niet_meer] == ["Praktijk Noordzee"]
    zeg(voorbeeldplek, sam, door="Noor en Karim", gegeven=Antwoord.JA, datum=date(2026, 11, 20), **ggz)
    daarna = overhandigen.delen(voorbeeldplek, sam)
    assert "Praktijk Noordzee" in [t.met_wie for t in daarna.mag]
    assert not daarna.niet_meer


def test_ook_een_nee_zonder_naam_houdt_tegen(voorbeeldplek, sam):
    ggz = {"met_wie": "Praktijk Noordzee", "ontvanger": Ontvanger.AANBIEDER}
    zeg(voorbeeldplek, sam, door="Noor", gegeven=Antwoord.JA, datum=date(2026, 11, 1), **ggz)
    zeg(voorbeeldplek, sam, door="", gegeven=Antwoord.NEE, datum=date(2026, 11, 2), **ggz)
    assert "Praktijk Noordzee" not in [t.met_wie for t in overhandigen.delen(voorbeeldplek, sam).mag]


@pytest.mark.parametrize("soort", [Briefsoort.AANBIEDER, Briefsoort.START, Briefsoort.VOORTGANG])
def test_wie_helpt_leest_ook_taal_tolk_en_veiligheid(voorbeeldplek, sam, soort):
    schrijven.leg_vast(voorbeeldplek, sam, {
        (Vraagverheldering.soort, Vraagverheldering.taal): Bekend("Arabisch"),
        (Vraagverheldering.soort, Vraagverheldering.veiligheid): Bekend(Veiligheidscheck(wat_zien_we="Vader dreigt.")),
    })  # fmt: skip
    sleutel = brieven.begin(voorbeeldplek, sam, soort)
    tekst = waarde(Brief(voorbeeldplek.dossier(sam).kind, sleutel).tekst)
    assert "Taal en tolk: Arabisch" in tekst
    assert "Veiligheid: Vader dreigt." in tekst


@pytest.mark.parametrize("soort", [Briefsoort.GEZIN, Briefsoort.UITSTEL])
def test_vanaf_zestien_is_een_brief_aan_het_gezin_aan_de_jongere(voorbeeldplek, sam, soort):
    for geboren, begin, nooit in (
        (date(2010, 11, 25), "Beste familie,", {"je", "jou"}), (date(2010, 11, 24), "Beste Sam,", {"u", "wilt"}),
    ):  # fmt: skip
        schrijven.leg_vast(voorbeeldplek, sam, {(Jeugdige.soort, Jeugdige.geboortedatum): Bekend(geboren)})
        sleutel = brieven.begin(voorbeeldplek, sam, soort)
        tekst = waarde(Brief(voorbeeldplek.dossier(sam).kind, sleutel).tekst)
        assert tekst.startswith(begin)
        assert not nooit & set(re.findall(r"\w+", tekst.lower()))


def test_wat_na_het_beginnen_is_afgeschermd_gaat_niet_mee_in_een_brief_of_besluit(voorbeeldplek, sam):
    zin = "Noor vertelde dat zij bang is voor Karim."
    delen = {Contact.datum: voorbeeldplek.vandaag, Contact.gezegd: zin}
    gesprek = schrijven.voeg_toe(voorbeeldplek, sam, Contact, delen)
    brief = brieven.begin(voorbeeldplek, sam, Briefsoort.GEZIN)
    assert zin in waarde(Brief(voorbeeldplek.dossier(sam).kind, brief).tekst)
    ontwerp = tweede(voorbeeldplek, sam, motivering=f"Wij spraken elkaar. {zin}")
    assert brieven.pdf(voorbeeldplek, sam, brief)
    assert overhandigen.besluit_pdf(voorbeeldplek, sam, ontwerp)
    karim = next(p.sleutel for p in voorbeeldplek.dossier(sam).alle(Persoon) if waarde(p.voornamen) == "Karim")
    dicht = {(f"{Afscherming.soort}:{gesprek}", Afscherming.niet_voor): Bekend((karim,))}
    schrijven.leg_vast(voorbeeldplek, sam, dicht)
    for maak in (
        lambda: brieven.pdf(voorbeeldplek, sam, brief),
        lambda: overhandigen.besluit_pdf(voorbeeldplek, sam, ontwerp),
        lambda: vaststellen.stel_vast(voorbeeldplek, sam, ontwerp),
    ):
        with pytest.raises(InvoerFout, match="tekst-afgeschermd"):
            maak()
    schrijven.leg_vast(voorbeeldplek, sam, {(brief, Brief.tekst): Bekend("Wij spraken elkaar.")})
    assert brieven.pdf(voorbeeldplek, sam, brief)


def test_een_bericht_over_hoe_het_gaat_noemt_de_laatste_terugblik_met_haar_dag(voorbeeldplek, sam):
    for dag, wat in ((date(2027, 5, 18), "Sam gaat weer elke dag naar school."), (date(2027, 1, 12), "Sam is ziek.")):
        schrijven.voeg_toe(voorbeeldplek, sam, Evaluatie, {Evaluatie.datum: dag, Evaluatie.wat_veranderde: wat})

    def tekst(soort):
        sleutel = brieven.begin(voorbeeldplek, sam, soort)
        return waarde(Brief(voorbeeldplek.dossier(sam).kind, sleutel).tekst)

    nu = tekst(Briefsoort.VOORTGANG)
    assert "Bij het terugkijken op 18 mei 2027: Sam gaat weer elke dag naar school." in nu
    assert "Sam is ziek." not in nu
    rechter = tekst(Briefsoort.RECHTER)
    assert rechter.index("op 12 januari 2027: Sam is ziek.") < rechter.index("op 18 mei 2027: Sam gaat")


@pytest.fixture
def terug(plek):
    """Een kind dat in 2025 klaar was bij de praktijk, en nu met een nieuwe vraag komt."""
    gemeente_en_team.bewaar(plek, voorbeeldprofiel().model_copy(update={"rol": Rol.POH_JEUGD, "praktijk_minuten": 300}))
    dossier = dossiers.begin_vraag(plek)
    for maand in range(1, 6):
        gesprek = {Contact.datum: date(2025, maand, 10), Contact.minuten: 60, Contact.gezegd: "Over de toets."}
        schrijven.voeg_toe(plek, dossier, Contact, gesprek)
    nieuw = {Contact.datum: plek.vandaag, Contact.minuten: 20, Contact.gezegd: "Over slapen."}
    schrijven.voeg_toe(plek, dossier, Contact, nieuw)
    afspraak = {Contact.datum: plek.vandaag + timedelta(days=7), Contact.minuten: 90}
    schrijven.voeg_toe(plek, dossier, Contact, afspraak)
    toen = {Praktijk.uitkomst: Uitkomst.KLAAR, Praktijk.uitkomst_op: date(2025, 6, 1)}
    schrijven.leg_vast(plek, dossier, {(Praktijk.soort, veld): Bekend(wat) for veld, wat in toen.items()})
    return dossier


def test_komt_een_kind_terug_dan_gaat_het_over_de_vraag_van_nu(plek, terug):
    def tekst(soort):
        sleutel = brieven.begin(plek, terug, soort)
        return waarde(Brief(plek.dossier(terug).kind, sleutel).tekst)

    # Tot iemand zegt dat het een nieuwe vraag is: niets over toen in een brief, en liever te veel minuten dan te weinig.
    assert "nieuwe-vraag" in {t.punt.code for t in mijn_werk(plek)}
    assert brieven.minuten(plek, terug) == 320
    assert "klaar" not in tekst(Briefsoort.AFSLUITING) + tekst(Briefsoort.VERWIJZING)
    assert "begon." in tekst(Briefsoort.START)
    assert "Over de toets." not in tekst(Briefsoort.VOORTGANG) + brieven.tekst_voor_his(plek, terug)
    brieven.begin_nieuwe_vraag(plek, terug)
    assert "nieuwe-vraag" not in {t.punt.code for t in mijn_werk(plek)}
    assert (brieven.minuten(plek, terug), brieven.minuten_van_eerder(plek, terug)) == (20, 300)
    assert voortgang(plek.dossier(terug))["praktijk"] is not Voortgang.KLAAR
    assert "Over slapen." in brieven.tekst_voor_his(plek, terug)
    assert "begon op 24 november 2026" in tekst(Briefsoort.START)
    assert "2025" not in tekst(Briefsoort.AFSLUITING)
    nu = {Praktijk.uitkomst: Uitkomst.BASIS_GGZ, Praktijk.uitkomst_op: plek.vandaag}
    schrijven.leg_vast(plek, terug, {(Praktijk.soort, veld): Bekend(wat) for veld, wat in nu.items()})
    assert brieven.minuten(plek, terug) == 20, "ook als de nieuwe vraag is afgelopen"
    assert "Gevraagd: de basis-ggz." in tekst(Briefsoort.VERWIJZING)
    assert "stopte op 24 november 2026: verwezen naar de basis-ggz" in tekst(Briefsoort.AFSLUITING)


def test_gesprekken_van_voor_de_aanmelding_tellen_bij_een_eerste_vraag_gewoon_mee(plek):
    """Wie het dossier pas later begint, schrijft op wat er al besproken was."""
    gemeente_en_team.bewaar(plek, voorbeeldprofiel().model_copy(update={"rol": Rol.POH_JEUGD, "praktijk_minuten": 60}))
    dossier = dossiers.begin_vraag(plek)
    for dagen in (8, 1):
        dag = plek.vandaag - timedelta(days=dagen)
        schrijven.voeg_toe(plek, dossier, Contact, {Contact.datum: dag, Contact.minuten: 45, Contact.gezegd: "Slapen."})
    assert (brieven.minuten(plek, dossier), brieven.minuten_van_eerder(plek, dossier)) == (90, 0)
    assert "S: Slapen." in brieven.tekst_voor_his(plek, dossier)


@pytest.mark.parametrize("uitkomst", [Uitkomst.KLAAR, Uitkomst.LOKAAL_TEAM, Uitkomst.ANDERS])
def test_een_verwijzing_naar_de_ggz_vraagt_niets_anders(plek, terug, uitkomst):
    nu = {Praktijk.uitkomst: uitkomst, Praktijk.uitkomst_op: plek.vandaag}
    schrijven.leg_vast(plek, terug, {(Praktijk.soort, veld): Bekend(wat) for veld, wat in nu.items()})
    brief = brieven.begin(plek, terug, Briefsoort.VERWIJZING)
    assert "Gevraagd" not in waarde(Brief(plek.dossier(terug).kind, brief).tekst)


def _scherm_af(plek, dossier, sleutel, voor="Karim"):
    wie = next(p.sleutel for p in plek.dossier(dossier).alle(Persoon) if waarde(p.voornamen) == voor)
    schrijven.leg_vast(plek, dossier, {(f"{Afscherming.soort}:{sleutel}", Afscherming.niet_voor): Bekend((wie,))})


@pytest.mark.parametrize(
    "in_de_brief", ["Papa slaat. Ik ben bang.", "Ze zei: “papa slaat, ik ben bang”", "hij zegt Papa slaat"]
)
def test_ook_een_kort_kindercitaat_gaat_na_afschermen_niet_mee(voorbeeldplek, sam, in_de_brief):
    """Leestekens, hoofdletters en een zin eromheen maken niet uit."""
    gesprek = schrijven.voeg_toe(voorbeeldplek, sam, Contact, {Contact.gezegd: "Papa slaat. Ik ben bang."})
    brief = brieven.begin(voorbeeldplek, sam, Briefsoort.GEZIN)
    schrijven.leg_vast(voorbeeldplek, sam, {(brief, Brief.tekst): Bekend(in_de_brief)})
    assert brieven.pdf(voorbeeldplek, sam, brief)
    _scherm_af(voorbeeldplek, sam, gesprek)
    assert brieven.afgeschermde_woorden(voorbeeldplek, sam, brief)[0] == "Papa slaat."
    with pytest.raises(InvoerFout, match="tekst-afgeschermd"):
        brieven.pdf(voorbeeldplek, sam, brief)


@pytest.mark.parametrize("in_de_brief", ["Papa slaat mij soms.", "Daarna begon Sam te huilen. Wij ook."])
def test_een_deel_van_een_aanhaling_gaat_ook_niet_mee(voorbeeldplek, sam, in_de_brief):
    gesprek = schrijven.voeg_toe(
        voorbeeldplek, sam, Contact, {Contact.gezegd: "“Papa slaat mij soms.” Daarna begon Sam te huilen."}
    )
    brief = brieven.begin(voorbeeldplek, sam, Briefsoort.GEZIN)
    _scherm_af(voorbeeldplek, sam, gesprek)
    schrijven.leg_vast(voorbeeldplek, sam, {(brief, Brief.tekst): Bekend(in_de_brief)})
    assert brieven.afgeschermde_woorden(voorbeeldplek, sam, brief)


def test_gewone_woorden_na_een_naam_houden_een_brief_niet_tegen(voorbeeldplek, sam):
    """‘Opa: naar school.’ is afgeschermd; ‘naar school’ staat overal."""
    gesprek = schrijven.voeg_toe(
        voorbeeldplek, sam, Contact, {Contact.afgesproken: "Opa: naar school. Coach: elke week bellen."}
    )
    brief = brieven.begin(voorbeeldplek, sam, Briefsoort.GEZIN)
    _scherm_af(voorbeeldplek, sam, gesprek)
    for tekst, dicht in (
        ("Sam gaat weer naar school. Ik ga u elke week bellen.", False), ("Wij spraken af: naar school.", True),
        ("Opa: naar school.", True),
    ):  # fmt: skip
        schrijven.leg_vast(voorbeeldplek, sam, {(brief, Brief.tekst): Bekend(tekst)})
        assert bool(brieven.afgeschermde_woorden(voorbeeldplek, sam, brief)) is dicht, tekst


def test_een_heel_korte_zin_telt_als_zij_alleen_staat(voorbeeldplek, sam):
    gesprek = schrijven.voeg_toe(voorbeeldplek, sam, Contact, {Contact.gezegd: "Hij slaat."})
    brief = brieven.begin(voorbeeldplek, sam, Briefsoort.GEZIN)
    _scherm_af(voorbeeldplek, sam, gesprek)
    for staat_er, dicht in (
        ("Sam zegt: hij slaat.", True), ("Hij slaat", True), ("Sam zei: ‘Hij slaat.’ Toen was het stil.", True),
        ("Hij slaat zijn boek open.", False),
    ):  # fmt: skip
        schrijven.leg_vast(voorbeeldplek, sam, {(brief, Brief.tekst): Bekend(staat_er)})
        assert brieven.afgeschermde_woorden(voorbeeldplek, sam, brief) == (["Hij slaat."] if dicht else [])


def test_wie_het_zei_maakt_niet_uit(voorbeeldplek, sam):
    gesprek = schrijven.voeg_toe(voorbeeldplek, sam, Contact, {Contact.gezegd: "Sam: papa slaat mij als hij boos is."})
    brief = brieven.begin(voorbeeldplek, sam, Briefsoort.GEZIN)
    _scherm_af(voorbeeldplek, sam, gesprek)
    schrijven.leg_vast(voorbeeldplek, sam, {(brief, Brief.tekst): Bekend("Papa slaat mij als hij boos is.")})
    with pytest.raises(InvoerFout, match="tekst-afgeschermd"):
        brieven.pdf(voorbeeldplek, sam, brief)


def test_een_afgeschermd_adres_dat_iemand_in_een_besluit_typt_houdt_het_tegen(voorbeeldplek, sam):
    """Voor Karim, die het besluit ook krijgt; wie het niet krijgt, houdt het niet tegen."""
    adres = Adres(straat="Veiligweg", huisnummer="7", huisletter="b", postcode="1521 AB", plaats="Verzonnenstad")
    huis = schrijven.voeg_toe(voorbeeldplek, sam, Huishouden, {Huishouden.adres: adres})
    elders = schrijven.voeg_toe(voorbeeldplek, sam, Huishouden, {
        Huishouden.adres: adres.model_copy(update={"huisnummer": "99"}),
    })  # fmt: skip
    noor, karim = (p.sleutel for p in voorbeeldplek.dossier(sam).gezagsdragers())
    woont = {(noor, Persoon.huishouden): Bekend(huis), (karim, Persoon.huishouden): Bekend(elders)}
    schrijven.leg_vast(voorbeeldplek, sam, {(Jeugdige.soort, Jeugdige.huishouden): Bekend(huis), **woont})
    ontwerp, typt = (tweede(voorbeeldplek, sam, vervoer=w) for w in ("", "De taxi staat om acht uur op Veiligweg 7."))
    _scherm_af(voorbeeldplek, sam, huis, "Opa Wim")
    assert "Veiligweg 7" in tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam, ontwerp)), "waar de brief heen gaat"
    assert overhandigen.besluit_pdf(voorbeeldplek, sam, typt), "opa krijgt dit besluit niet"
    assert "Veiligweg 7" in vaststellen.proef(voorbeeldplek, sam, typt).inhoud.vervoer, "wat in de brief staat, blijft"
    _scherm_af(voorbeeldplek, sam, huis)
    assert "Veiligweg" not in tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam, ontwerp))
    with pytest.raises(InvoerFout, match="tekst-afgeschermd"):
        vaststellen.stel_vast(voorbeeldplek, sam, typt)
    # Van twee huizen in een straat zegt de postcode alleen niets.
    _scherm_af(voorbeeldplek, sam, elders, "Noor")
    schrijven.leg_vast(voorbeeldplek, sam, {(f"{Afscherming.soort}:{huis}", Afscherming.niet_voor): Bekend(())})
    assert overhandigen.besluit_pdf(voorbeeldplek, sam, ontwerp)


@pytest.mark.parametrize(("letter", "toevoeging"), [("", ""), ("a", ""), ("", "bis"), ("b", "2")])
def test_een_adres_dat_na_het_beginnen_is_afgeschermd_gaat_niet_mee(voorbeeldplek, sam, letter, toevoeging):
    adres = Adres(
        straat="Rozenlaan", huisnummer="7", huisletter=letter, toevoeging=toevoeging,
        postcode="1521AB", plaats="Alphen aan den Rijn",
    )  # fmt: skip
    huis = schrijven.voeg_toe(voorbeeldplek, sam, Huishouden, {Huishouden.adres: adres})
    brief = brieven.begin(voorbeeldplek, sam, Briefsoort.GEZIN)
    _scherm_af(voorbeeldplek, sam, huis)
    schrijven.leg_vast(voorbeeldplek, sam, {(brief, Brief.tekst): Bekend("De hulp is in Alphen aan den Rijn.")})
    assert brieven.pdf(voorbeeldplek, sam, brief), "een plaatsnaam is geen adres"
    schrijven.leg_vast(voorbeeldplek, sam, {(brief, Brief.tekst): Bekend("Zij woont op Rozenlaan 71.")})
    assert brieven.pdf(voorbeeldplek, sam, brief), "dat is een ander huis"
    zo = ("Rozenlaan 7", "Rozenlaan nr. 7", "Rozenlaan nummer 7", "Rozenlaan7")
    for tekst in (*(f"Zij woont op {straat}{letter}{toevoeging}." for straat in zo), "Post kan naar 1521 ab."):
        schrijven.leg_vast(voorbeeldplek, sam, {(brief, Brief.tekst): Bekend(tekst)})
        with pytest.raises(InvoerFout, match="tekst-afgeschermd"):
            brieven.pdf(voorbeeldplek, sam, brief)


def test_namen_van_mensen_hulp_en_aanbieders_houden_niets_tegen(voorbeeldplek, sam):
    """Afgeschermd is wat iemand zei of deed, en niet hoe iemand of iets heet."""
    ontwerp = tweede(voorbeeldplek, sam, motivering="Wij spraken met Karim Voorbeeld. Begeleiding thuis past.")
    al = waarde(Toegewezen(voorbeeldplek.dossier(sam).kind, ontwerp).inhoud)
    for soort, delen in (
        (Contact, {Contact.wie: "Karim Voorbeeld", Contact.gezegd: "Dat mag niemand weten."}),
        (EerdereHulp, {EerdereHulp.wat: "Begeleiding thuis", EerdereHulp.door_wie: al.aanbieder}),
        (Uitspraak, {Uitspraak.door: "Karim Voorbeeld", Uitspraak.tekst: "Het is geheim voor papa."}),
    ):
        _scherm_af(voorbeeldplek, sam, schrijven.voeg_toe(voorbeeldplek, sam, soort, delen))
    brief = brieven.begin(voorbeeldplek, sam, Briefsoort.GEMEENTE)
    assert not brieven.afgeschermde_woorden(voorbeeldplek, sam, brief)
    assert overhandigen.besluit_pdf(voorbeeldplek, sam, ontwerp)


def test_ook_wat_in_de_vijf_stappen_staat_en_later_is_afgeschermd_houdt_het_besluit_tegen(voorbeeldplek, sam):
    vraag = schrijven.voeg_toe(voorbeeldplek, sam, Hulpvraag, {Hulpvraag.tekst: "Mama wil dat papa niet meer drinkt."})
    ontwerp = tweede(voorbeeldplek, sam)
    stap = {(Onderzoek.soort, Onderzoek.hulpvraag): Bekend(Stap(tekst="Mama wil dat papa niet meer drinkt."))}
    schrijven.leg_vast(voorbeeldplek, sam, stap)
    assert overhandigen.besluit_pdf(voorbeeldplek, sam, ontwerp)
    _scherm_af(voorbeeldplek, sam, vraag)
    assert vaststellen.afgeschermde_woorden(voorbeeldplek, sam, ontwerp) == ["Mama wil dat papa niet meer drinkt."]
    for maak in (overhandigen.besluit_pdf, vaststellen.stel_vast):
        with pytest.raises(InvoerFout, match="tekst-afgeschermd"):
            maak(voorbeeldplek, sam, ontwerp)


@pytest.mark.parametrize("ingetrokken", [False, True])
@pytest.mark.parametrize(("nee_op", "mag"), [(date(2026, 11, 1), False), (date(2026, 9, 1), True)])
def test_een_later_nee_tegen_de_hele_school_geldt_ook_voor_de_juf(voorbeeldplek, sam, nee_op, mag, ingetrokken):
    """Wie eerst ja zei voor de juf en daarna nee tegen de school, zei ook nee tegen de juf."""

    def zeg(met_wie, gegeven, dag, **meer):
        inhoud = Toestemming(
            waarvoor=Waarvoor.DELEN, met_wie=met_wie, door="Noor", gegeven=gegeven, datum=dag, **meer
        )  # fmt: skip
        schrijven.voeg_toe(voorbeeldplek, sam, Toestemmingen, {Toestemmingen.inhoud: inhoud})

    for al in voorbeeldplek.dossier(sam).alle(Toestemmingen):
        schrijven.verwijder(voorbeeldplek, sam, Toestemmingen, al.sleutel)
    zeg("de juf van groep 8", Antwoord.JA, date(2026, 10, 1))
    if ingetrokken:
        zeg("School", Antwoord.JA, date(2026, 8, 1), ontvanger=Ontvanger.SCHOOL, ingetrokken_op=nee_op)
    else:
        zeg("School", Antwoord.NEE, nee_op, ontvanger=Ontvanger.SCHOOL)
    for aan in ("de juf van groep 8", "De Kring, t.a.v. de juf van groep 8"):
        assert brieven.is_geweigerd(voorbeeldplek, sam, Briefsoort.SCHOOL, aan) is not mag


@pytest.mark.parametrize(
    ("geboren", "door", "mist"),
    [
        (date(2018, 5, 1), "Noor", []), (date(2018, 5, 1), "Opa Wim", ["Noor Voorbeeld", "Karim Voorbeeld"]),
        (date(2013, 5, 1), "Noor", ["Sam"]), (date(2013, 5, 1), "Sam en Noor", []),
        (date(2009, 5, 1), "Noor en Karim", ["Sam"]), (date(2009, 5, 1), "Sam", []),
        (date(2018, 1, 1), "moeder", []),
        (date(2018, 1, 1), "beide ouders", []),
        (date(2013, 5, 1), "moeder van Sam", ["Sam"]), (date(2013, 5, 1), "Sam en de moeder van Sam", []),
        (date(2013, 5, 1), "moeder van Sam en Sam zelf", []), (date(2010, 5, 1), "oma van kleine Sam", ["Sam"]),
        (date(2010, 5, 1), "moeder van Tom en Sam", ["Sam"]), (date(2010, 5, 1), "moeder van Lotte, Tom en Sam", ["Sam"]),
        (date(2010, 5, 1), "Noor (moeder Sam)", ["Sam"]), (date(2010, 5, 1), "moeder, namens Sam", ["Sam"]),
        (date(2010, 5, 1), "Sam Voorbeeld", []), (date(2013, 5, 1), "moeder, samen met Sam", []),
    ],
)  # fmt: skip
def test_bij_een_brief_staat_wie_over_delen_gaat_en_nog_geen_ja_zei(voorbeeldplek, sam, geboren, door, mist):
    """Onder 12 een ouder met gezag, tot 16 ook het kind, daarna de jongere zelf (Jeugdwet 7.3.15)."""
    for al in voorbeeldplek.dossier(sam).alle(Toestemmingen):
        schrijven.verwijder(voorbeeldplek, sam, Toestemmingen, al.sleutel)
    schrijven.leg_vast(voorbeeldplek, sam, {(Jeugdige.soort, Jeugdige.geboortedatum): Bekend(geboren)})
    ja = Toestemming(
        waarvoor=Waarvoor.DELEN, ontvanger=Ontvanger.SCHOOL, door=door, gegeven=Antwoord.JA, datum=date(2026, 11, 1)
    )  # fmt: skip
    schrijven.voeg_toe(voorbeeldplek, sam, Toestemmingen, {Toestemmingen.inhoud: ja})
    assert brieven.mist_ja_van(voorbeeldplek, sam, Briefsoort.SCHOOL) == mist


@pytest.mark.parametrize(
    ("door", "mist"), [("moeder", []), ("papa", ["Noor Voorbeeld"]), ("ouder", ["Noor Voorbeeld"])]
)
def test_het_ja_van_een_ouder_zonder_gezag_is_niet_genoeg(voorbeeldplek, sam, door, mist):
    """Alleen Noor heeft het gezag; ‘papa’ kan dan niet van haar zijn, en ‘ouder’ hoeft het niet te zijn."""
    for al in voorbeeldplek.dossier(sam).alle(Toestemmingen):
        schrijven.verwijder(voorbeeldplek, sam, Toestemmingen, al.sleutel)
    mensen = {p.weergavenaam: p for p in voorbeeldplek.dossier(sam).alle(Persoon)}
    geen = voorbeeldplek.dossier(sam).gezag(mensen["Karim Voorbeeld"])
    feiten = {
        (geen.sleutel, Gezagsverhouding.heeft_gezag): Bekend(Gezag.NEE),
        (mensen["Noor Voorbeeld"].sleutel, Persoon.sekse): Bekend(Sekse.VROUW),
        (Jeugdige.soort, Jeugdige.geboortedatum): Bekend(date(2018, 1, 1)),
    }
    schrijven.leg_vast(voorbeeldplek, sam, feiten)
    ja = Toestemming(
        waarvoor=Waarvoor.DELEN, ontvanger=Ontvanger.SCHOOL, door=door, gegeven=Antwoord.JA, datum=date(2026, 11, 1)
    )  # fmt: skip
    schrijven.voeg_toe(voorbeeldplek, sam, Toestemmingen, {Toestemmingen.inhoud: ja})
    assert brieven.mist_ja_van(voorbeeldplek, sam, Briefsoort.SCHOOL) == mist
