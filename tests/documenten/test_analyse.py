"""De analyse op papier: geldig, met de kaart en de tijdlijn als tekening én in woorden, en zonder wat daar niet hoort."""

from datetime import date

import page
import pypdfium2
import pytest

from jeugdteam_app.documenten import analyse
from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.doelen import Meting
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.tijdlijn import in_woorden, tijdlijn
from jeugdteam_app.journaal.stand import Stand
from tests.documenten.test_documenten import MOMENT, structuur, tekst

DOSSIER = uitwisselvorm.lees({
    "gezin": {"naam": "Familie Voorbeeld", "is_voorbeeld": True},
    "jeugdige": {"roepnaam": "Sam", "geboortedatum": "2014-05-01"},
    "hulpvraag_lijst": [{"van": "Sam", "tekst": "Hoe gaat het over?"}],
    "factor_lijst": [
        {"tekst": f"Factor {n} met een wat langere zin erbij", "aard": soort}
        for n, soort in enumerate(["kwetsbaarmakend", "uitlokkend", "in_stand_houdend", "beschermend"] * 15)
    ],
    "gebeurtenis_lijst": [{"wat": "Verhuisd", "wanneer": "2021", "gevoel": "moeilijk"}, {"wat": "Ooit iets"}],
    "eerderehulp_lijst": [{"wat": "Praten", "door_wie": "School", "van": "2022-09", "tot": "2023-03", "effect": "hielp"}],
    "ouderprobleem_lijst": [{"tekst": "ALLEEN VOOR HET TEAM"}],
    "analyse": {"gedeeld_beeld": "Samen begrijpen we het."},
})  # fmt: skip


def test_geldig_met_zestig_factoren_en_alles_ook_in_woorden():
    pdf = analyse.maak(DOSSIER, MOMENT)
    rapport = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert rapport.is_compliant, rapport.failures
    gelezen = " ".join(tekst(pdf).split())
    for wat, nummer in (("Leidt tot", 57), ("Houdt in stand", 58), ("Beschermt tegen", 59)):
        assert f"Factor {nummer} met een wat langere zin erbij. {wat}: wat er nu speelt." in gelezen
    assert "Verhuisd · 2021 · moeilijk" in gelezen
    assert "Praten (School) · 09-2022 tot 03-2023 · hielp" in gelezen
    assert "Zonder tijd erbij: Ooit iets" in gelezen
    assert "ALLEEN VOOR HET TEAM" not in gelezen
    assert "Figure" in " ".join(structuur(pdf))


def test_een_lege_analyse_houdt_het_papier_niet_tegen():
    leeg = Dossier("x", Stand(), Stand())
    assert "Zo begrijpen we het samen" in tekst(analyse.maak(leeg, MOMENT))


def test_de_tijdlijn_staat_op_volgorde_en_binnen_de_lijn():
    lijn = tijdlijn(DOSSIER, date(2026, 11, 24))
    assert [s.wat for s in lijn.strepen] == ["Verhuisd", "Praten (School)"]
    assert lijn.jaren[0] == (2014, 0.0)
    assert lijn.zonder_tijd == ("Ooit iets",)
    for streep in lijn.strepen:
        assert 0 <= streep.van < streep.tot <= 1


@pytest.mark.parametrize(
    ("van", "tot", "woorden"),
    [
        ("", "2021", "Spelen · tot 2021, vanaf wanneer staat er niet"),
        ("2020", "", "Spelen · vanaf 2020, tot wanneer staat er niet"),
        ("2020", "2021", "Spelen · 2020 tot 2021"),
    ],
)
def test_hulp_waarvan_begin_of_einde_niet_is_opgeschreven_staat_er_eerlijk_op(van, tot, woorden):
    delen = {"wat": "Spelen"} | {naam: jaar for naam, jaar in (("van", van), ("tot", tot)) if jaar}
    dossier = uitwisselvorm.lees({"eerderehulp_lijst": [delen]})
    lijn = tijdlijn(dossier, date(2026, 11, 24))
    [streep] = lijn.strepen
    assert not lijn.zonder_tijd
    assert in_woorden(streep) == woorden
    assert streep.is_open is not bool(van and tot)
    assert (streep.tot == lijn.nu) is not bool(tot), "zonder einde loopt de open balk tot vandaag"
    assert woorden in tekst(analyse.maak(dossier, MOMENT)).replace("\r\n", " ")


def kleinste_letters(pdf, woord):
    """Hoe hoog het vak om een woord is, in punten, op de plek waar het het kleinst staat."""
    hoogtes = []
    with pypdfium2.PdfDocument(pdf) as document:
        for blad in document:
            vlak = blad.get_textpage()
            zoeker = vlak.search(woord)
            while gevonden := zoeker.get_next():
                _links, onder, _rechts, boven = vlak.get_charbox(gevonden[0])
                hoogtes.append(boven - onder)
    return min(hoogtes)


def test_ook_met_zestig_factoren_blijft_de_kaart_leesbaar():
    pdf = analyse.maak(DOSSIER, MOMENT)
    # Een kapitaal is ongeveer 0,7 van de letter: vijf punten kapitaal is een letter van zeven.
    assert kleinste_letters(pdf, "Factor 59") >= 4.7


def test_een_grote_familie_krijgt_een_eigen_vel():
    mensen = [{"sleutel": f"persoon:{n}", "voornamen": f"Naam {n}", "rol": "broer_zus"} for n in range(18)]
    mensen += [{"sleutel": "persoon:ouder", "voornamen": "Noor", "rol": "ouder"}]
    groot = uitwisselvorm.lees({"jeugdige": {"roepnaam": "Sam"}, "persoon_lijst": mensen,
                                "steun": {"persoon:1": {"band": "sterk"}}})  # fmt: skip
    pdf = analyse.maak(groot, MOMENT)
    rapport = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert rapport.is_compliant, rapport.failures
    assert kleinste_letters(pdf, "Naam 17") >= 4.5
    assert "Naam 17; kind van Noor" in " ".join(tekst(pdf).split())


def test_ook_eerdere_hulp_doelen_met_hun_cijfers_en_een_punt_zonder_gebied_staan_op_papier():
    van = uitwisselvorm.lees({
        "punt_lijst": [{"tekst": "PUNTZONDERGEBIED", "kleur": "kracht"}],
        "uitspraak_lijst": [{"door": "Noor", "tekst": "zij slaapt", "bron": "BRONVERSLAG"}],
        "eerderehulp_lijst": [{"wat": "speltherapie", "door_wie": "school", "effect": "deels", "waarom": "WAAROMWERKTE"}],
        "factor_lijst": [{"sleutel": "factor:1", "tekst": "FACTORTEKST", "aard": "uitlokkend"}],
        "doel_lijst": [
            {"sleutel": "doel:1", "tekst": "Elke dag naar school", "van_wie": "VANSAM", "factoren": ["factor:1"]}
        ],
        "actie_lijst": [{"doel": "doel:1", "wat": "ACTIEBELLEN", "wie": "Noor", "gedaan": "ja"}],
        "meting_lijst": [{"doel": "doel:1", "cijfer": 4, "datum": "2026-11-01", "door": "METINGDOOR"}],
    })  # fmt: skip
    gelezen = tekst(analyse.maak(van, MOMENT))
    for stuk in ("PUNTZONDERGEBIED", "BRONVERSLAG", "WAAROMWERKTE", "VANSAM", "ACTIEBELLEN (Noor, gedaan)",
                 "4 (01-11-2026,", "METINGDOOR", "Hoort bij: FACTORTEKST"):  # fmt: skip
        assert stuk in gelezen, stuk


def test_cijfers_van_twee_mensen_zijn_twee_lijnen():
    cijfers = [("2026-09-01", 2, "Sam"), ("2026-10-01", 3, "Sam"), ("2026-09-01", 8, "Noor"), ("2026-10-01", 9, "Noor")]
    van = uitwisselvorm.lees({
        "doel_lijst": [{"sleutel": "doel:1", "tekst": "Naar school"}],
        "meting_lijst": [
            {"sleutel": f"meting:{n}", "doel": "doel:1", "datum": dag, "cijfer": cijfer, "door": wie}
            for n, (dag, cijfer, wie) in enumerate(cijfers)
        ],
    })  # fmt: skip
    lijnen = analyse._verloop(list(van.alle(Meting)))["lijnen"]
    assert [(lijn["wie"], [p["cijfer"] for p in lijn["punten"]]) for lijn in lijnen] == [
        ("Sam", [2, 3]),
        ("Noor", [8, 9]),
    ]


def test_een_lange_tijdlijn_heeft_op_elk_blad_haar_jaren():
    van = uitwisselvorm.lees({
        "gebeurtenis_lijst": [
            {"sleutel": f"gebeurtenis:{n}", "wat": f"Nummer {n}", "wanneer": str(2010 + n // 4)} for n in range(62)
        ]
    })  # fmt: skip
    bladen = [blad.get_textpage().get_text_range() for blad in pypdfium2.PdfDocument(analyse.maak(van, MOMENT))]
    met_strepen = [tekst for tekst in bladen if "Nummer" in tekst]
    assert len(met_strepen) > 1
    assert all("2012" in tekst.split("Nummer")[0] for tekst in met_strepen)


def test_een_woord_zonder_eind_blijft_op_het_blad():
    van = uitwisselvorm.lees({"analyse": {"gedeeld_beeld": "x" * 300}})
    [blad] = list(pypdfium2.PdfDocument(analyse.maak(van, MOMENT)))
    tekst, breedte = blad.get_textpage(), blad.get_width()
    assert max(tekst.get_charbox(n)[2] for n in range(tekst.count_chars())) < breedte


def test_een_lange_naam_in_het_genogram_blijft_boven_wat_eronder_staat():
    naam = "Wilhelmina Hendrika Josephina van den Heuvel-Oosterbroek tot Voorbeeldstein"
    van = uitwisselvorm.lees({
        "jeugdige": {"roepnaam": "Sam"},
        "persoon_lijst": [{"sleutel": "persoon:1", "voornamen": naam, "rol": "broer_zus"},
                          {"sleutel": "persoon:2", "voornamen": "Noor", "rol": "ouder"}],
    })  # fmt: skip
    blad = pypdfium2.PdfDocument(analyse.maak(van, MOMENT))[0]
    gelezen = blad.get_textpage()
    alles = gelezen.get_text_range()
    onderkant = gelezen.get_charbox(alles.index("Voorbeeldstein"))[1]
    legenda = alles.index("Dubbele rand")
    assert onderkant > gelezen.get_charbox(legenda)[3]
