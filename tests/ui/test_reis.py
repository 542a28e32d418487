"""De hele weg met alleen het toetsenbord: een werkplek maken, een vraag aannemen, en tot een toewijzing komen."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidget

from jeugdteam_app.dossier.aanmelding import Aanmelding, Uitkomst, Vraagverheldering
from jeugdteam_app.dossier.analyse import Factor, Gebied, Punt, Soortfactor
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.familiegroepsplan import Afzien, Familiegroepsplan, Stap
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan, Leefgebied
from jeugdteam_app.dossier.stappen import stappen
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.productenboek.profiel import Aanbieder, Artikel, Nummerblok, voorbeeldprofiel
from jeugdteam_app.sleutels import sloten
from jeugdteam_app.werk import dossiers, instellingen, werkplek
from tests.ui.conftest import Handen, toon
from ui.bouwstenen.basis import Melding
from ui.venster.dossierscherm import Dossierscherm
from ui.venster.nieuwe_werkplek import NieuweWerkplek
from ui.venster.openen import Openen
from ui.venster.overzicht import Overzicht

WACHTZIN = "molen kaart regen stoel vriend"


@pytest.fixture
def handen(qtbot, tmp_path) -> Handen:
    """Een venster waar nog geen werkplek is."""
    return Handen(qtbot, toon(qtbot, tmp_path / "kluizen"))


def maak_werkplek(handen: Handen, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.setattr(sloten, "geijkt", lambda: sloten.VLOER)
    handen.typ("Hoe heet u?", "Robin Proef")
    handen.typ("Kies een wachtzin", WACHTZIN)
    handen.typ("Typ de wachtzin nog eens", WACHTZIN)
    handen.knop("Verder")
    scherm = handen.venster.scherm
    assert isinstance(scherm, NieuweWerkplek)
    woorden = scherm._nieuw.herstelwoorden
    handen.knop("Ik heb ze op papier")
    for plek, _veld in list(scherm._gevraagd):
        handen.typ(f"Woord {plek + 1}", woorden[plek])
    handen.knop("Werkplek maken")
    handen.wacht(lambda: isinstance(handen.venster.scherm, Overzicht))
    return woorden


def test_de_hele_weg_met_het_toetsenbord(handen, monkeypatch, tmp_path):
    woorden = maak_werkplek(handen, monkeypatch)
    plek = handen.venster.plek
    _gemeente(handen, monkeypatch, tmp_path)
    assert instellingen.profiel(plek).telefoon == "0341 - 00 00 00"
    handen.knop("Nieuwe vraag")
    dossier = handen.venster._dossier.schrijver.id
    _eerste_vraag(handen)
    assert waarde(plek.dossier(dossier).een(Aanmelding).uitkomst) is Uitkomst.VERDER
    _gezin(handen)
    _vraag(handen)
    vraag = plek.dossier(dossier).een(Vraagverheldering)
    assert waarde(vraag.informatie_van_anderen) == "School"
    assert waarde(vraag.urgentie) is not None
    _analyse(handen)
    assert {waarde(p.gebied) for p in plek.dossier(dossier).alle(Punt)} == set(Gebied) - {Gebied.HULP}
    assert {waarde(f.aard) for f in plek.dossier(dossier).alle(Factor)} == set(Soortfactor)
    assert [waarde(d.tekst) for d in plek.dossier(dossier).alle(Doel)] == ["Elke dag naar school"]
    _geen_plan(handen)
    plan = plek.dossier(dossier).een(Familiegroepsplan)
    assert (waarde(plan.stap), waarde(plan.afzien_grond)) == (Stap.AFGEZIEN, Afzien.OUDERS_WILLEN_NIET)
    _toch_een_plan(handen)
    assert waarde(plek.dossier(dossier).een(Familiegroepsplan).onze_vraag) == "Hoe komt er rust?"
    _later(handen)
    wonen = Gebiedsplan(plek.dossier(dossier).kind, f"{Gebiedsplan.soort}:{Leefgebied.WONEN}")
    assert (waarde(wonen.nu), waarde(wonen.wie_helpt)) == ("Hoe het nu is: wonen", "Oma")
    _passend(handen)
    assert waarde(plek.dossier(dossier).een(Keuze).inhoud).product == "basis-ggz"
    _toewijzing(handen, plek)
    vast = waarde(plek.dossier(dossier).alle(Toegewezen)[0].vastgesteld)
    assert vast.maximum_totaal == 12
    _overhandigen(handen, monkeypatch, tmp_path)
    _dicht_en_weer_open(handen, woorden, dossier)


def _gemeente(handen, monkeypatch, tmp_path: Path):
    """Het profiel van de gemeente: laden uit een bestand, en hier nog iets veranderen."""
    bestand = tmp_path / "gemeente.json"
    anders = {
        "voorbeeld": False, "gemeente": "Ermelo", "briefhoofd": ("Gemeente Ermelo",), "bezwaaradres": ("Plein 1",),
        "verordening": "Verordening jeugdhulp", "vertrouwenspersoon": "Gratis en onafhankelijk.",
        "aanbieders": (Aanbieder(naam="Praktijk Voorbeeld", agb="42420001"),), "plaats": "Ermelo",
        "clientondersteuning": "", "nummerblok": Nummerblok(van=900_001, tot_en_met=900_050),
        "artikelen": (Artikel(onderwerp="toekennen", artikel="artikel 5", geldig_van=date(2026, 1, 1)),),
    }  # fmt: skip
    bestand.write_text(voorbeeldprofiel().model_copy(update=anders).model_dump_json(), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(bestand), ""))
    handen.druk(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    handen.knop("Laden uit een bestand")
    handen.typ("Telefoonnummer van het team", "0341 - 00 00 00")
    handen.knop("Bewaren")
    handen.knop("Terug")


def hoofdstuk(handen: Handen, naam: str) -> None:
    lijst = handen.naar("Hoofdstukken")
    assert isinstance(lijst, QListWidget)
    for _stap in range(20):
        if lijst.currentItem().text().startswith(naam):
            return
        handen.druk(Qt.Key.Key_Down)
    raise AssertionError(naam)


def _eerste_vraag(handen):
    assert handen.hier.accessibleName() == "Op welke dag kwam de vraag?", "wie begint, kan meteen typen"
    assert handen.hier.text(), "vandaag staat er al"
    handen.typ("Wie stelt de vraag?", "moeder")
    handen.typ("Wat is de vraag, in hun eigen woorden?", "Sam durft niet naar school")
    handen.typ("Roepnaam van het kind", "Sam")
    handen.typ("Wanneer is het kind geboren?", "14-5-2015")
    handen.kies("Is de vraag hiermee klaar?", "we gaan samen verder")
    handen.kies("Wie stuurde het gezin naar ons?", "gemeente")
    handen.typ("Hoe heet die persoon of organisatie?", "Het loket")
    handen.typ("Wanneer vroeg het gezin om hulp?", "20-11-2026")


def _gezin(handen):
    hoofdstuk(handen, "Kind, gezin")
    handen.typ("Achternaam", "Voorbeeld")
    handen.kies("Geslacht", "jongen")
    handen.typ("Burgerservicenummer", "999900006")
    for veld, inhoud in (("Straat", "Laan"), ("Huisnummer", "1"), ("Postcode", "3851 ZZ"), ("Plaats", "Voorbeeldstad")):
        handen.typ(veld, inhoud)
    handen.knop("Iemand toevoegen")
    handen.typ("Voornaam", "Noor")
    handen.typ("Achternaam", "Voorbeeld")
    handen.kies("Wie is dit voor het kind?", "ouder")
    handen.kies("Heeft deze persoon het gezag over het kind?", "ja")
    handen.knop("Toestemming opschrijven")
    handen.kies("Waarvoor?", "hulp")
    handen.typ("Wie geeft toestemming?", "Noor Voorbeeld")
    handen.kies("Is de toestemming gegeven?", "ja")


# De punten van de vraagverheldering die om woorden vragen; zwaarte en haast kies je.
NEGEN_PUNTEN = {
    "1. Waarom komt het gezin nu?": "Buikpijn op schooldagen",
    "2. Wat zijn de zorgen, en van wie?": "Moeder: hij mist de les",
    "3. Wie, wat, waar, wanneer en hoe?": "Op maandag, thuis",
    "4. Wie helpt er al, of kan helpen?": "Oma",
    "5. Wat vinden we samen": "Niet gevaarlijk, wel vervelend",
    "6. Wat verwacht het kind?": "Dat het over gaat",
    "Wat verwachten de ouders?": "Rust",
    "Wat verwacht u zelf?": "Kleine stappen",
    "7. Wat spreken we af?": "Volgende week weer",
    "8. Wie krijgt bericht, en hoe?": "De huisarts, per brief",
    "9. Bij wie vragen we informatie": "School",
}


def _vraag(handen):
    hoofdstuk(handen, "De vraag duidelijk")
    handen.kies("Is er nu acuut gevaar?", "nee")
    handen.kies("Zijn er zorgen over de veiligheid?", "nee")
    handen.typ("Welke taal spreekt het gezin het liefst?", "Nederlands")
    handen.kies("Is er een tolk nodig?", "geen tolk nodig")
    for veld, inhoud in NEGEN_PUNTEN.items():
        handen.typ(veld, inhoud)
    handen.kies("Hoe zwaar is het?", "matig")
    handen.kies("Hoe dringend is het?", "snel")


def _analyse(handen):
    hoofdstuk(handen, "Verklarende analyse")
    handen.knop("Vraag toevoegen")
    handen.typ("Van wie is deze vraag?", "Noor Voorbeeld")
    handen.typ("Wat vraagt deze persoon?", "Hoe krijgen we rust?")
    handen.knop("Uitspraak toevoegen")
    handen.typ("Wie zegt dit?", "Sam")
    handen.typ("Wat wordt er gezegd?", "Mijn buik doet pijn")
    handen.kies("Wat voor uitspraak is het?", "beleving")
    for waar, soort in (("kind", "kracht"), ("ouders", "zorg"), ("gezin", "kracht"), ("omgeving", "zorg")):
        handen.knop(f"Toevoegen bij: {waar}")
        handen.kies("Kracht of zorg?", soort)
        handen.typ("Wat is het?", f"Iets bij {waar}")
    for doet in ("maakte kwetsbaar", "lokte het uit", "beschermt", "houdt het in stand"):
        handen.knop("Iets toevoegen dat meespeelt")
        handen.typ("Wat speelt er mee?", f"Dit {doet}")
        handen.kies("Wat doet het?", doet)
    handen.knop("Verklaring toevoegen")
    handen.typ("Waarom blijft het zo?", "Omdat Sam vermijdt wat eng is")
    handen.typ("Het gedeelde beeld, in gewone woorden", "Sam blijft thuis, en dan wordt het enger")
    handen.kies("Wat vindt het kind ervan?", "mee eens")
    handen.knop("Doel toevoegen")
    handen.typ("Wat wil het gezin bereiken?", "Elke dag naar school")
    handen.kies("Vinden we samen dat de analyse klaar is?", "ja")


def _geen_plan(handen):
    hoofdstuk(handen, "Familiegroepsplan")
    handen.typ("Wanneer hebt u het aangeboden?", "24-11-2026")
    handen.kies("Hoe ver is het plan?", "van afgezien")
    handen.kies("Waarom ziet het gezin of u ervan af?", "ouders willen er geen gebruik van maken")
    handen.typ("Sinds wanneer staat dat vast?", "24-11-2026")
    assert any("hulpverleningsplan zijn op 05-01-2027" in m.label.text() for m in handen.venster.findChildren(Melding))


def _toch_een_plan(handen):
    handen.kies("Hoe ver is het plan?", "gemaakt")
    handen.typ("Onze vraag", "Hoe komt er rust?")


def _later(handen):
    hoofdstuk(handen, "Perspectiefplan")
    handen.typ("Mijn droom", "Dierenarts worden")
    for gebied in Leefgebied:
        handen.typ("Hoe is het nu?", f"Hoe het nu is: {gebied}")
        handen.typ("Hoe wil je het?", "Beter")
        handen.typ("Wie helpt?", "Oma")


def _passend(handen):
    hoofdstuk(handen, "Wat past")
    handen.knop("Wat is er nodig")
    handen.kies("Gaat het om één probleem dat op zichzelf staat?", "ja")
    handen.kies("Hoe zwaar zijn de psychische klachten?", "licht")
    handen.kies("Waar moet de hulp zich op richten?", "het kind zelf")
    lijst = handen.naar("Welk product kiest u samen?")
    for _stap in range(20):
        if lijst.currentData() == "basis-ggz":
            break
        handen.druk(Qt.Key.Key_Down)
    handen.typ("Waarom past dit?", "Lichte klachten, kort")
    handen.typ("Wat wil het gezin zelf?", "Dichtbij huis")
    handen.kies("Is dit ook wat het gezin wil?", "ja, dit wil het gezin ook")
    handen.knop("Keuze vastleggen")


def _vijf_stappen(handen, plek):
    """Overnemen wat er staat, en aanvullen wat dan nog leeg is."""
    handen.knop("Hoe we tot dit besluit kwamen, in vijf stappen")
    handen.knop("Invullen met wat er al staat")
    dossier = handen.venster._dossier.schrijver.id
    for nummer, (naam, stap) in enumerate(stappen(plek.dossier(dossier)).items(), 1):
        if not stap.tekst:
            handen.typ(f"{nummer}. ", f"Gevonden bij {naam}")
            handen.typ("Wie keek hiernaar?", "Robin Proef")
            handen.typ("Met welke kennis?", "jeugdprofessional")
    assert all(s.tekst and s.deskundige and s.discipline for s in stappen(plek.dossier(dossier)).values())


def _toewijzing(handen, plek):
    hoofdstuk(handen, "Toewijzing")
    handen.knop("Toewijzing maken voor deze keuze")
    handen.typ("Wat moet de hulp bereiken?", "Sam gaat elke dag")
    handen.typ("Hoeveel ten hoogste?", "12")
    begin = plek.vandaag + timedelta(days=7)
    handen.typ("Wanneer begint de hulp?", toon_datum(begin))
    handen.knop("Vaststellen")
    scherm = handen.venster.scherm
    meldingen = [label.text() for label in scherm.findChildren(QLabel)]
    assert any("Vul in wanneer de hulp uiterlijk stopt" in m for m in meldingen)
    handen.typ("Wanneer stopt de hulp uiterlijk?", toon_datum(begin + timedelta(days=90)))
    lijst = handen.naar("Wie geeft de hulp?")
    handen.druk(Qt.Key.Key_Down)
    handen.druk(Qt.Key.Key_Return)
    assert lijst.currentText().startswith("Praktijk Voorbeeld")
    handen.knop("Vaststellen")
    assert any("Van de vijf stappen" in label.text() for label in scherm.findChildren(QLabel))
    handen.typ("Wat kost één eenheid? (in euro)", "96")
    handen.typ("Waar staat dat tarief?", "het contract")
    handen.typ("Waarom zoveel en zo lang?", "De behandelaar verwacht genoeg te hebben aan twaalf uur")
    handen.typ("Hoe wordt de hulp minder?", "Na acht uur kijken we wat minder kan")
    handen.typ("Wie of wat helpt daarna?", "de juf en de coach")
    handen.typ("Wanneer begint het afbouwen?", toon_datum(begin + timedelta(days=60)))
    handen.typ("Wanneer kijken we samen terug?", "31-2-2027")
    handen.knop("Vaststellen")
    assert any("staat iets dat nog niet klopt" in label.text() for label in scherm.findChildren(QLabel))
    handen.typ("Wanneer kijken we samen terug?", toon_datum(begin + timedelta(days=45)))
    _vijf_stappen(handen, plek)
    handen.knop("Vaststellen")
    assert handen.hier.accessibleName() == "Nee, nog niet", "nog een keer Enter mag nooit vaststellen"
    handen.knop("Ja, stel vast")


def _overhandigen(handen, monkeypatch, tmp_path: Path):
    hoofdstuk(handen, "Overhandigen")
    for opschrift, naam in (
        ("Plan bewaren", "plan.pdf"),
        ("Besluit bewaren", "besluit.pdf"),
        ("Bericht bewaren", "b.xml"),
    ):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, n=naam: (str(tmp_path / n), ""))
        handen.knop(opschrift)
        assert (tmp_path / naam).stat().st_size > 500


def _dicht_en_weer_open(handen, woorden, dossier):
    handen.druk(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    scherm = handen.venster.scherm
    assert isinstance(scherm, Openen)
    handen.typ("Uw wachtzin", "een verkeerde wachtzin")
    handen.knop("Openen")
    handen.wacht(lambda: any("wachtzin klopt niet" in m.label.text() for m in scherm.findChildren(Melding)))
    handen.knop("Herstelsleutel gebruiken")
    handen.typ("De 24 woorden", " ".join(woorden))
    handen.knop("Openen")
    handen.wacht(lambda: isinstance(handen.venster.scherm, Overzicht))
    assert waarde(handen.venster.plek.dossier(dossier).een(Jeugdige).roepnaam) == "Sam"


def test_een_korte_vraag_is_op_een_scherm_klaar(handen, monkeypatch):
    maak_werkplek(handen, monkeypatch)
    handen.knop("Nieuwe vraag")
    handen.typ("Wat is de vraag, in hun eigen woorden?", "Slaapt niet alleen")
    handen.typ("Wat hebt u geantwoord of afgesproken?", "Vast ritme")
    handen.kies("Is de vraag hiermee klaar?", "beantwoord en klaar")
    scherm = handen.venster.scherm
    assert isinstance(scherm, Dossierscherm)
    assert scherm.lijst.item(0).text().endswith("klaar")
    handen.knop("Overzicht")
    assert dossiers.overzicht(handen.venster.plek)[0].klaar


def test_een_fout_staat_bij_het_veld_en_wat_getypt_is_blijft(handen, monkeypatch):
    maak_werkplek(handen, monkeypatch)
    handen.knop("Nieuwe vraag")
    dossier = handen.venster._dossier.schrijver.id
    handen.typ("Wanneer is het kind geboren?", "31-2-2015")
    veld = handen.naar("Wanneer is het kind geboren?")
    assert "Deze dag bestaat niet" in veld.accessibleDescription()
    assert veld.text() == "31-2-2015"
    handen.venster.vergrendel()
    handen.venster.plek = werkplek.open_met_wachtzin(next(handen.venster.poort.waar.iterdir()), WACHTZIN)
    handen.venster.toon_dossier(dossier)
    assert handen.naar("Wanneer is het kind geboren?").text() == "31-2-2015"
    melding = " ".join(label.text() for label in handen.venster.scherm.findChildren(QLabel))
    assert "staat iets dat nog niet klopt" in melding
    assert "Deze dag bestaat niet" in handen.hier.accessibleDescription()


def test_opgeslagen_binnen_een_seconde_terwijl_er_getypt_wordt(handen, monkeypatch):
    maak_werkplek(handen, monkeypatch)
    handen.knop("Nieuwe vraag")
    scherm = handen.venster.scherm
    handen.naar("Wat is de vraag, in hun eigen woorden?")
    from PySide6.QtTest import QTest

    with handen.qtbot.waitSignal(scherm.schrijver.opgeslagen, timeout=1000):
        QTest.keyClicks(handen.hier, "half getyp")
    assert scherm.tijd.text().startswith("Opgeslagen ")
    assert "half getyp" in {
        t for (t,) in [(c.waarde["t"],) for c in _concepten(handen.venster.plek, scherm.schrijver.id)]
    }


def _concepten(plek, dossier):
    from jeugdteam_app.opslag import journaal

    return journaal.concepten(plek.kluis, dossier)


def test_voorbeelden_laden_in_een_druk_en_ze_zijn_gemerkt(handen, monkeypatch):
    maak_werkplek(handen, monkeypatch)
    handen.knop("Voorbeeldgezinnen laden")
    assert [r.voorbeeld for r in dossiers.overzicht(handen.venster.plek)] == [True] * 3
    handen.knop("Sam Jan Voorbeeld")
    scherm = handen.venster.scherm
    assert isinstance(scherm, Dossierscherm)
    assert scherm.merk.isVisible()
    handen.venster.maak_ongedaan()
    assert scherm.schrijver.dossier.een(Jeugdige).roepnaam == Bekend("Sam")


def test_terug_en_weer_verder_houdt_de_woorden_die_al_op_papier_staan(handen, monkeypatch):
    monkeypatch.setattr(sloten, "geijkt", lambda: sloten.VLOER)
    for veld, inhoud in (
        ("Hoe heet u?", "Robin"),
        ("Kies een wachtzin", WACHTZIN),
        ("Typ de wachtzin nog eens", WACHTZIN),
    ):
        handen.typ(veld, inhoud)
    handen.knop("Verder")
    woorden = handen.venster.scherm._nieuw.herstelwoorden
    handen.knop("Terug")
    handen.knop("Verder")
    assert handen.venster.scherm._nieuw.herstelwoorden == woorden
    handen.knop("Terug")
    handen.typ("Hoe heet u?", "Robin Anders")
    handen.knop("Verder")
    assert handen.venster.scherm._nieuw.herstelwoorden != woorden, "een andere werkplek heeft een andere sleutel"


def test_de_herstelsleutel_gaat_naar_de_printer_en_nergens_anders(handen, monkeypatch, tmp_path):
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    from PySide6.QtWidgets import QDialog

    papier = tmp_path / "papier.pdf"

    def ja(dialoog: QPrintDialog) -> int:
        dialoog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialoog.printer().setOutputFileName(str(papier))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", ja)
    handen.typ("Hoe heet u?", "Robin Proef")
    handen.typ("Kies een wachtzin", WACHTZIN)
    handen.typ("Typ de wachtzin nog eens", WACHTZIN)
    handen.druk(Qt.Key.Key_Backtab)
    handen.druk(Qt.Key.Key_Return)
    scherm = handen.venster.scherm
    handen.knop("Afdrukken")
    import pypdfium2

    tekst = "\n".join(b.get_textpage().get_text_range() for b in pypdfium2.PdfDocument(papier.read_bytes()))
    for nummer, woord in enumerate(scherm._nieuw.herstelwoorden, 1):
        assert f"{nummer}. {woord}" in tekst
    assert WACHTZIN not in tekst
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["papier.pdf"]


def test_de_herstelsleutel_blijft_dezelfde_na_groter_letters_en_het_handboek(handen, monkeypatch):
    handen.typ("Hoe heet u?", "Robin Proef")
    handen.typ("Kies een wachtzin", WACHTZIN)
    handen.venster.zet_weergave(procent=150)
    handen.typ("Typ de wachtzin nog eens", WACHTZIN)
    handen.knop("Verder")
    scherm = handen.venster.scherm
    woorden = scherm._nieuw.herstelwoorden
    handen.knop("Ik heb ze op papier")
    (plek, _), *_rest = scherm._gevraagd
    handen.typ(f"Woord {plek + 1}", woorden[plek])
    handen.venster.toon_handboek("handboek")
    handen.venster.zet_weergave(procent=100)
    handen.knop("Terug")
    assert handen.venster.scherm is scherm
    assert scherm._nieuw.herstelwoorden == woorden
    monkeypatch.setattr(sloten, "geijkt", lambda: sloten.VLOER)
    for nummer, veld in list(scherm._gevraagd):
        if not veld.text():
            handen.typ(f"Woord {nummer + 1}", woorden[nummer])
    handen.knop("Werkplek maken")
    handen.wacht(lambda: isinstance(handen.venster.scherm, Overzicht))
