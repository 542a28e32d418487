"""De korte weg van een praktijk: één blad, met het toetsenbord, en de brief voor de huisarts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from jeugdteam_app.dossier.aanmelding import Aanmelding, Antwoord, Toestemming, Toestemmingen, Waarvoor
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.praktijk import Praktijk, Uitkomst
from jeugdteam_app.kern.feit import Bekend, Conflict, Onbekend, Stem, waarde
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.productenboek.profiel import Huisarts, Rol, voorbeeldprofiel
from jeugdteam_app.werk import dossiers, gemeente_en_team, instellingen, schrijven
from jeugdteam_app.werk.mijn_werk import mijn_werk
from tests.conftest import MOMENT
from ui.bouwstenen.schrijver import Schrijver
from ui.venster.profiel import Profielblad


@pytest.fixture
def kind(venster):
    profiel = voorbeeldprofiel().model_copy(update={"rol": Rol.POH_JEUGD, "praktijk_minuten": 40})
    gemeente_en_team.bewaar(venster.plek, profiel)
    dossier = dossiers.begin_gezin(venster.plek, "Familie Proef")
    venster.toon_dossier(dossier)
    return dossier


def teksten(venster):
    QApplication.processEvents()
    return "\n".join(label.text() for label in venster.scherm.findChildren(QLabel) if label.isVisible())


def naar(venster, hoofdstuk):
    venster.scherm.toon_hoofdstuk(hoofdstuk)
    venster.scherm.focus_eerste_veld()
    QApplication.processEvents()


def test_van_vraag_tot_verwijsbrief(venster, kind, handen, monkeypatch, tmp_path):
    """Zonder één keer van blad te wisselen: vraag, gesprek, criteria, uitkomst, brief."""
    naar(venster, "praktijk")
    handen.typ("Wat is de vraag?", "Bang om te slapen")
    handen.knop("Gesprek toevoegen")
    handen.typ("Hoe lang duurde het? (in minuten)", "45")
    assert "45 van 40 minuten gesprek gebruikt. Dat is meer dan afgesproken." in teksten(venster)
    handen.typ("Ernst", "Elke nacht wakker")
    handen.kies("Wat is de uitkomst?", "verwezen naar de basis-ggz")
    praktijk = venster.plek.dossier(kind).een(Praktijk)
    assert (waarde(praktijk.ernst), waarde(praktijk.uitkomst)) == ("Elke nacht wakker", Uitkomst.BASIS_GGZ)
    uit = tmp_path / "brief.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(uit), ""))
    soort = handen.naar("Wat voor brief?")
    soort.setCurrentIndex(soort.findText("verwijsbrief, voor de huisarts om te tekenen"))
    handen.knop("Brief beginnen")
    handen.knop("Brief bewaren als PDF")
    gelezen = " ".join(" ".join(b.extract_text() for b in PdfReader(uit).pages).split())
    assert "Ernst: Elke nacht wakker" in gelezen
    assert "Handtekening en stempel" in gelezen


def test_een_brief_of_gesprek_van_de_praktijk_staat_ook_op_het_gewone_blad(venster, kind, handen):
    for eerst in ("overhandigen", "gesprekken"):
        naar(venster, eerst)
    naar(venster, "praktijk")
    handen.knop("Gesprek toevoegen")
    handen.knop("Brief beginnen")
    naar(venster, "gesprekken")
    assert "Gesprek 1" in teksten(venster) and "Nog geen gesprekken." not in teksten(venster)
    naar(venster, "overhandigen")
    assert "Nog geen brieven." not in teksten(venster)
    handen.naar("De tekst van de brief")


def test_is_opgeschreven_hoe_het_afliep_dan_vraagt_mijn_werk_niets_meer(venster):
    """Een eigen plan aanbieden is een plicht van wie jeugdhulp geeft, en niet van een praktijk."""
    plek = venster.plek
    gemeente_en_team.bewaar(plek, voorbeeldprofiel().model_copy(update={"rol": Rol.POH_JEUGD}))
    kind = dossiers.begin_vraag(plek)
    schrijven.leg_vast(plek, kind, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Sem")})
    plek.klok = VasteKlok(MOMENT + timedelta(days=60))

    def codes():
        return {t.punt.code for t in mijn_werk(plek) if t.dossier == kind}

    def klaar():
        return {r.id: r.klaar for r in dossiers.overzicht(plek)}[kind]

    assert "contact" in codes() and "aanbieden" not in codes()
    assert not klaar()
    schrijven.leg_vast(plek, kind, {(Praktijk.soort, Praktijk.uitkomst): Bekend(Uitkomst.LOKAAL_TEAM)})
    # Zonder die dag is later niet te zeggen of het kind terug is met een nieuwe vraag.
    assert codes() == {"afloop"} and klaar()
    schrijven.leg_vast(plek, kind, {(Praktijk.soort, Praktijk.uitkomst_op): Bekend(MOMENT.date())})
    assert not codes() and klaar()
    # Komt het kind terug met een nieuwe vraag, dan is die van toen niet meer waar het om gaat.
    schrijven.leg_vast(plek, kind, {(Aanmelding.soort, Aanmelding.datum): Bekend(MOMENT.date() + timedelta(days=30))})
    assert "contact" in codes() and not klaar()
    schrijven.leg_vast(plek, kind, {(Praktijk.soort, Praktijk.uitkomst_op): Onbekend()})
    assert klaar()
    # Bij het lokale team dat het kind dan krijgt, begint het pas.
    gemeente_en_team.bewaar(plek, voorbeeldprofiel())
    assert {"contact", "aanbieden"} <= codes() and not klaar()


@pytest.fixture
def terug(venster, kind):
    """Een kind dat eerder klaar was, met een aanmelding van daarna."""
    toen = {Praktijk.uitkomst: Uitkomst.KLAAR, Praktijk.uitkomst_op: MOMENT.date() - timedelta(days=60)}
    schrijven.leg_vast(venster.plek, kind, {(Praktijk.soort, veld): Bekend(wat) for veld, wat in toen.items()})
    schrijven.leg_vast(venster.plek, kind, {(Aanmelding.soort, Aanmelding.datum): Bekend(MOMENT.date())})
    naar(venster, "praktijk")
    return toen[Praktijk.uitkomst_op]


def test_een_nieuwe_afloop_komt_niet_over_die_van_een_eerdere_vraag(venster, kind, terug, handen):
    """Eerst zegt iemand of het een nieuwe vraag is; anders werden twee vragen er ongemerkt één."""
    assert "Hoe het afliep" not in teksten(venster)
    handen.knop("Dit is een nieuwe vraag")
    assert "Hoe het afliep" in teksten(venster)
    # Wie zich vergiste, kan de dag weghalen of verbeteren.
    handen.typ("Wanneer liep een eerdere vraag hier af?", "1-9-2026")
    assert waarde(venster.plek.dossier(kind).een(Praktijk).eerder_tot) == date(2026, 9, 1)


def test_is_het_dezelfde_vraag_dan_is_de_dag_te_verbeteren(venster, kind, terug, handen):
    handen.knop("Nee, het is dezelfde vraag")
    assert "Hoe het afliep" in teksten(venster)
    assert "Nee, het is dezelfde vraag" not in {b.text() for b in knoppen(venster)}
    handen.typ("Op welke dag?", "25-11-2026")
    assert waarde(venster.plek.dossier(kind).een(Praktijk).uitkomst_op) == date(2026, 11, 25)
    assert "Is dit een nieuwe vraag?" not in teksten(venster)


def knoppen(venster):
    return [k for k in venster.scherm.findChildren(QPushButton) if k.isVisible()]


def test_een_praktijk_ziet_bij_hoeveel_gesprekken_de_minuten_missen(venster, kind):
    schrijven.voeg_toe(venster.plek, kind, Contact, {Contact.minuten: 30})
    schrijven.voeg_toe(venster.plek, kind, Contact, {})
    naar(venster, "praktijk")
    assert "30 van 40 minuten" in teksten(venster)
    assert "Bij 1 gesprek staan geen minuten; dat telt nog niet mee." in teksten(venster)


@pytest.fixture
def profielstand(venster, qtbot):
    def lees() -> str:
        blad = Profielblad(venster.plek)
        qtbot.addWidget(blad)
        return blad._stand.label.text()

    return lees


def test_een_keuze_op_het_ene_blad_haalt_haar_ook_van_het_andere_blad(venster, kind, handen, monkeypatch):
    sleutel = schrijven.voeg_toe(venster.plek, kind, Contact, {Contact.gezegd: "de een"})
    ander = Conflict((Stem(Bekend("de een"), "Robin", "t"), Stem(Bekend("de ander"), "Kim", "t")))
    echt, gekozen = Schrijver.lees, []
    monkeypatch.setattr(
        Schrijver,
        "lees",
        lambda s, band: ander if not gekozen and band.plaats == Contact.gezegd.plaats(sleutel) else echt(s, band),
    )
    naar(venster, "gesprekken")
    assert "twee verschillende antwoorden" in teksten(venster)
    naar(venster, "praktijk")
    gekozen.append(True)
    handen.naar("Kies dit antwoord")
    handen.druk(Qt.Key.Key_Space)
    naar(venster, "gesprekken")
    assert "twee verschillende antwoorden" not in teksten(venster)


def test_de_waarschuwing_over_toestemming_gaat_weg_als_zij_er_is(venster, kind, handen):
    naar(venster, "praktijk")
    handen.knop("Brief beginnen")
    assert "Er is geen toestemming opgeschreven" in teksten(venster)
    ja = Toestemming(
        waarvoor=Waarvoor.DELEN,
        door="Noor",
        met_wie="huisarts, jeugd-ggz",
        gegeven=Antwoord.JA,
        datum=date(2026, 11, 1),
    )
    schrijven.voeg_toe(venster.plek, kind, Toestemmingen, {Toestemmingen.inhoud: ja})
    venster.scherm.schrijver.meld_veranderd()
    assert "Er is geen toestemming opgeschreven" not in teksten(venster)


def test_een_praktijk_hoeft_voor_haar_brieven_niets_van_een_besluit_in_te_vullen(venster, kind, profielstand):
    tekent = (Huisarts(naam="dr. Proef", agb="01000001"),)
    zonder = {"voorbeeld": False, "mandaat": "", "verordening": "", "huisartsen": tekent}
    eigen = instellingen.profiel(venster.plek).model_copy(update=zonder)
    gemeente_en_team.bewaar(venster.plek, eigen)
    assert profielstand() == "Compleet: alles voor uw brieven staat er. Een besluit neemt dit team niet."
    kaal = eigen.model_copy(update={"team": "", "functie": "", "huisartsen": ()})
    gemeente_en_team.bewaar(venster.plek, kaal)
    stand = profielstand().split("\n")
    assert stand[0] == "Nog nodig voor uw brieven, met waar u het gat ziet:"
    assert [regel.split(":")[0] for regel in stand[1:]] == [
        "- Naam van het team",
        "- Uw functie",
        "- Huisartsen van uw praktijk",
    ]


def test_een_lokaal_team_heeft_geen_blad_voor_een_praktijk(venster):
    sam = next(r.id for r in dossiers.overzicht(venster.plek) if "Sam" in r.naam)
    venster.toon_dossier(sam)
    lijst = venster.scherm.lijst
    assert [lijst.item(n).isHidden() for n in range(lijst.count())].count(True) == 1


def test_een_huisarts_van_de_praktijk_kiezen_vult_naam_en_code(venster, kind, handen):
    eigen = (Huisarts(naam="dr. Proef", agb="01000001"), Huisarts(naam="dr. Voorbeeld", agb="01000002"))
    profiel = instellingen.profiel(venster.plek).model_copy(update={"huisartsen": eigen})
    gemeente_en_team.bewaar(venster.plek, profiel)
    naar(venster, "praktijk")
    handen.naar("Een huisarts van uw praktijk")
    handen.druk(Qt.Key.Key_Down)
    handen.druk(Qt.Key.Key_Down)
    praktijk = venster.plek.dossier(kind).een(Praktijk)
    assert (waarde(praktijk.huisarts), waarde(praktijk.huisarts_agb)) == ("dr. Voorbeeld", "01000002")
    # Een waarnemer typt men zelf.
    handen.typ("Welke huisarts verwijst?", "dr. Waarnemer")
    assert waarde(venster.plek.dossier(kind).een(Praktijk).huisarts) == "dr. Waarnemer"


def test_het_profiel_van_een_praktijk_noemt_een_ontbrekende_huisarts(venster, kind):
    profiel = instellingen.profiel(venster.plek)
    assert "huisartsen" in profiel.ontbreekt_in_brieven()
    compleet = profiel.model_copy(update={"huisartsen": (Huisarts(naam="dr. Proef", agb="01000001"),)})
    assert "huisartsen" not in compleet.ontbreekt_in_brieven()
    assert (
        "huisartsen" not in compleet.model_copy(update={"rol": Rol.ADVISEUR, "huisartsen": ()}).ontbreekt_in_brieven()
    )
