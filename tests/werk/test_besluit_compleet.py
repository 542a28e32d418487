"""Elk soort besluit naast de lijst van wat de wet vraagt (domein, recht 5.2): elk onderdeel staat in de tekst."""

from __future__ import annotations

from datetime import date

import pytest

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Levering, Redenwijziging, Toegewezen, Weigergrond
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.werk import dossiers, overhandigen, schrijven, toewijzen
from tests.werk.test_toewijzen_en_overhandigen import _stel_vast, tekst_van

# In elk besluit: kenmerken, aan wie, grondslag, de vijf stappen met deskundige, meldplicht, bezwaar, hulp en mandaat.
ALTIJD = {
    "nummer": "Nummer van dit besluit: 2026-",
    "datum": "Datum: 24 november 2026",
    "aanvraag": "Wij kregen uw aanvraag op: 1 november 2026",
    "geadresseerde": "Noor Voorbeeld",
    "adres": "Voorbeeldlaan 12",
    "jeugdige": "Het gaat over: Sam Jan Voorbeeld",
    "geboren": "Geboren op:",
    "grondslag": "van de Jeugdwet",
    "verordening": "Voorbeeldverordening jeugdhulp 2026",
    "artikel": "Artikel 5 (voorbeeld)",
    "meldplicht": "Laat het ons meteen weten",
    "bezwaar tot": "uiterlijk 5 januari 2027 op de post",
    "bezwaar aan": "Stuur uw bezwaar naar: College",
    "vertrouwenspersoon": "vertrouwenspersoon",
    "mandaat": "namens het college",
    "ondertekenaar": "Robin Proef",
    "functie": "CJG-coach",
    "taal": "Taal: Nederlands",
    "kenmerk": "Kenmerk van dit besluit",
}
STAPPEN = {f"stap {n}": f"{n}. " for n in range(1, 6)} | {"deskundige": "Proef, orthopedagoog)"}
HULP = {
    "voorziening": "Basis-ggz",
    "resultaat": "Elke dag naar school",
    "omvang": "Hoeveel ten hoogste 3 uur per week",
    "begin": "Begint op 1 juli 2027",
    "einde": "Stopt uiterlijk op 30 september 2027",
    "maximum": "Ten hoogste in deze hele tijd 14 weken × 3 uur = 42 uur.",
    "kosten": "ten hoogste",
    "evaluatie": "Op 15 augustus 2027",
    "afbouw": "Vanaf 1 september 2027 wordt de hulp minder. Wie of wat daarna helpt: de juf.",
    "andere hulp": "Rekenhulp van school",
    "vervoer": "Opa brengt Sam",
    "waarom": "We keken er samen naar",
    "waarom zoveel": "Genoeg volgens de behandelaar",
    "afwijking van de wens": "U vroeg ook: Hulp bij huiswerk",
    "grond van de weigering": "dit hoort bij een andere wet (de Wet passend onderwijs)",
    "uitleg van de weigering": "Dat doet school",
    "gehoord": "Hierover spraken we met u Dat was op 20 november 2026",
}
INHOUD = {
    "volume": 3, "eenheid": Eenheid.UUR, "frequentie": Frequentie.PER_WEEK, "ingangsdatum": date(2027, 7, 1),
    "einddatum": date(2027, 9, 30), "resultaat": "Elke dag naar school", "motivering": "We keken er samen naar",
    "motivering_omvang": "Genoeg volgens de behandelaar", "evaluatiedatum": date(2027, 8, 15),
    "afschalen": "We maken het steeds minder.", "afschalen_naar": "de juf", "afschalen_op": date(2027, 9, 1),
    "andere_hulp": "Rekenhulp van school", "vervoer": "Opa brengt Sam", "niet_toegekend": "Hulp bij huiswerk",
    "weigergrond": Weigergrond.ANDERE_WET, "weigergrond_nader": "de Wet passend onderwijs", "waarom_niet": "Dat doet school", "gehoord_op": date(2026, 11, 20),
    "aanbieder": "Praktijk Voorbeeld (verzonnen)", "aanbieder_agb": "42420001",
}  # fmt: skip
PGB = {
    "levering": Levering.PGB, "pgb_bekwaam": "Noor kan dit", "pgb_waarom": "Zij kent Sam", "pgb_kwaliteit": "Zij is geregistreerd",
    "pgb_verantwoording": "Elk half jaar een gesprek", "budget": 147_000, "pgb_tarief": 3_500,
}  # fmt: skip
NATURA = {"natura": "Dat heet zorg in natura", "aanbieder": "Wie geeft de hulp Praktijk Voorbeeld"}
_WEIGEREN = ("niet_toegekend", "weigergrond", "weigergrond_nader", "waarom_niet", "gehoord_op")


def _toekennen(plek, sam):
    return toewijzen.begin(plek, sam[0]), INHOUD


def _pgb(plek, sam):
    return toewijzen.begin(plek, sam[0]), INHOUD | PGB


def _wijzigen(plek, sam):
    sleutel = toewijzen.begin_wijziging(plek, *sam, Besluitsoort.WIJZIGEN)
    return sleutel, INHOUD | {"reden_wijziging": Redenwijziging.CONTRACT, "over_voor_oud": 4}


def _stoppen(plek, sam):
    sleutel = toewijzen.begin_wijziging(plek, *sam, Besluitsoort.BEEINDIGEN)
    return sleutel, {
        "einddatum": date(2027, 2, 1), "motivering": "Het gaat zonder hulp.", "afschalen": "De juf kijkt mee.",
        "reden_wijziging": Redenwijziging.VERKORTING, "gehoord_op": date(2026, 11, 20),
    }  # fmt: skip


def _afwijzen(plek, sam):
    sleutel = toewijzen.begin_zonder_hulp(plek, sam[0], Besluitsoort.AFWIJZEN)
    return sleutel, {naam: INHOUD[naam] for naam in _WEIGEREN} | {"wat_wel": "Het spreekuur op school."}


def _geen_hulp(plek, sam):
    sleutel = toewijzen.begin_zonder_hulp(plek, sam[0], Besluitsoort.GEEN_HULP)
    return sleutel, {
        "motivering": "Opa haalt Sam op.",
        "wat_wel": "School kijkt mee.",
        "gezin_eens": True,
        "evaluatiedatum": date(2027, 8, 15),
    }


SOORTEN = {
    "toekennen": (_toekennen, HULP | NATURA | STAPPEN),
    "pgb": (_pgb, HULP | STAPPEN | {
        "pgb": "persoonsgebonden budget", "wet": "Artikelen 1.2, 2.3 en 8.1.1 van de Jeugdwet", "bekwaam": "Noor kan dit", "waarom pgb": "Zij kent Sam",
        "kwaliteit": "Zij is geregistreerd", "verantwoording": "Elk half jaar een gesprek", "hoogte": "€ 1.470,00",
        "berekening": "42 uur × € 35,00 = € 1.470,00",
    }),
    "wijzigen": (_wijzigen, HULP | NATURA | STAPPEN | {
        "oude besluit": "Vanaf 1 juli 2027 komt dit besluit in de plaats van besluit 2026-000300201",
        "wat verandert": "Hoeveel ten hoogste: eerst 12 uur in totaal, nu 3 uur per week.",
        "wat nog loopt": "loopt door tot en met 8 juni 2027, met ten hoogste 4 uur in totaal.",
        "wat er niet is": "Van 9 juni 2027 tot en met 30 juni 2027 is er geen hulp uit deze besluiten.",
    }),
    "stoppen": (_stoppen, {
        "wat stopt": "de jeugdhulp voor Sam stopt", "laatste dag": "De laatste dag is 1 februari 2027. Eerst was dat 8 juni 2027.", "gehoord": "Dat was op 20 november 2026",
        "waarom": "Het gaat zonder hulp", "daarna": "De juf kijkt mee", "oude besluit": "2026-000300201",
    }),
    "afwijzen": (_afwijzen, STAPPEN | {
        "wat niet": "U vroeg: Hulp bij huiswerk", "grond": "andere wet (de Wet passend onderwijs)", "uitleg": "Dat doet school",
        "gehoord": "Dat was op 20 november 2026", "wet": "Artikelen 1.2 en 2.3 van de Jeugdwet", "wat wel": "Het spreekuur op school",
    }),
    "geen hulp": (_geen_hulp, STAPPEN | {
        "besluit": "samen besloten dat jeugdhulp van de gemeente nu niet nodig is", "eens": "U bent het hiermee eens", "waarom": "Opa haalt Sam op", "wat wel": "School kijkt mee", "evaluatie": "Op 15 augustus 2027",
    }),
}  # fmt: skip


def maak(plek, soort):
    """Een vastgesteld besluit van dit soort over het voorbeeldgezin, als PDF."""
    dossier = next(r.id for r in dossiers.overzicht(plek) if "Sam" in r.naam)
    sam = dossier, plek.dossier(dossier).alle(Toegewezen)[0].sleutel
    schrijven.leg_vast(plek, dossier, {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(date(2026, 11, 1))})
    sleutel, delen = SOORTEN[soort][0](plek, sam)
    toewijzen.wijzig(plek, dossier, sleutel, **delen)
    _stel_vast(plek, dossier, sleutel)
    return overhandigen.besluit_pdf(plek, dossier, sleutel)


@pytest.mark.parametrize("soort", SOORTEN)
def test_elk_onderdeel_staat_in_de_tekst(voorbeeldplek, soort):
    gelezen = tekst_van(maak(voorbeeldplek, soort))
    nodig = ALTIJD | SOORTEN[soort][1]
    assert [naam for naam, zin in nodig.items() if zin not in gelezen] == []
    for verboden in ("Nog niet ingevuld", "nog niet ingevuld", "Concept. Dit is nog geen besluit"):
        assert verboden not in gelezen
