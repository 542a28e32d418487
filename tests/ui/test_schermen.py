"""Elk scherm: namen voor een schermlezer, genoeg contrast, niets afgesneden bij grote letters of lange woorden."""

from __future__ import annotations

import gettext

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from jeugdteam_app.dossier.aanmelding import Aanmelding, Antwoord, Vraagverheldering
from jeugdteam_app.dossier.afweging import Afweging
from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan
from jeugdteam_app.dossier.gezin import Bandsoort, Jeugdige, Persoon, Steun
from jeugdteam_app.dossier.perspectiefplan import Perspectiefplan
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.dossier.velden import REGISTER
from jeugdteam_app.kern import taal
from jeugdteam_app.kern.feit import Bekend, Conflict, NietBesproken, waarde
from jeugdteam_app.opslag import journaal
from jeugdteam_app.werk import dossiers, schrijven, toewijzen, werkplek
from jeugdteam_app.werk.mijn_werk import mijn_werk
from tests.conftest import WACHTZIN
from tests.werk.test_schrijven import van_een_ander
from ui.bouwstenen import looproute
from ui.bouwstenen.basis import Knop
from ui.bouwstenen.invoer import Groeivak
from ui.bouwstenen.stijl import DONKER, HUIDIG, LICHT
from ui.bouwstenen.velden import Veldvorm
from ui.tekeningen.samenhang import Kaart
from ui.venster.dossierscherm import AAN_TAFEL, HOOFDSTUKKEN, Dossierscherm
from ui.venster.openen import Openen

SCHERMEN = ["overzicht", "mijn_werk", "profiel", "handboek", "boek", *(h[0] for h in HOOFDSTUKKEN)]


def ga_naar(venster, scherm: str) -> QWidget:
    if scherm == "overzicht":
        venster.toon_overzicht()
    elif scherm == "mijn_werk":
        venster.toon_mijn_werk()
    elif scherm == "profiel":
        venster.toon_profiel()
    elif scherm == "boek":
        venster.toon_boek()
    elif scherm == "handboek":
        venster.toon_handboek("veiligheid")
    else:
        venster.toon_dossier(dossiers.overzicht(venster.plek)[0].id)
        venster.scherm.toon_hoofdstuk(scherm)
    QApplication.processEvents()
    return venster.scherm


def langs_alle(venster, schermen=SCHERMEN):
    """Een voor een elk scherm, in één venster zoals iemand er doorheen loopt."""
    for naam in schermen:
        if naam in {h[0] for h in HOOFDSTUKKEN} and isinstance(venster.scherm, Dossierscherm):
            venster.scherm.toon_hoofdstuk(naam)
            QApplication.processEvents()
        else:
            ga_naar(venster, naam)
        yield naam, venster.scherm


def bedienbaar(scherm: QWidget) -> list[QWidget]:
    return [
        w for w in scherm.findChildren(QWidget)
        if w.isVisibleTo(scherm) and w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.inherits("QScrollArea")
    ]  # fmt: skip


def test_alles_wat_je_bedient_heeft_een_naam_voor_de_schermlezer_en_de_titel_noemt_nooit_iemand(venster):
    for naam, scherm in langs_alle(venster):
        onderdelen = bedienbaar(scherm)
        assert onderdelen, naam
        for onderdeel in onderdelen:
            gezien = QAccessible.queryAccessibleInterface(onderdeel)
            assert gezien.text(QAccessible.Text.Name).strip(), f"{naam}: {type(onderdeel).__name__} zonder naam"
            assert gezien.role() != QAccessible.Role.NoRole
        assert venster.windowTitle() == "Jeugdteam", naam


def test_tonen_schrijft_nooit(venster):
    ga_naar(venster, "aanmelding")
    voor = venster.plek.kluis.vraag("SELECT count(*) FROM wijziging")
    for naam, blad in langs_alle(venster):
        for veld in blad.findChildren(QPlainTextEdit):
            veld.setFocus()
        assert venster.plek.kluis.vraag("SELECT count(*) FROM wijziging") == voor, naam


def _helder(kleur: str) -> float:
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(een: str, ander: str) -> float:
    licht, donker = sorted((_helder(een), _helder(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


@pytest.mark.parametrize("k", [LICHT, DONKER], ids=["licht", "donker"])
def test_contrast_in_beide_themas(k):
    for achter in (k.papier, k.vlak, k.accent_licht):
        assert contrast(k.inkt, achter) >= 7
        assert contrast(k.zacht, achter) >= 4.5
        assert contrast(k.accent, achter) >= 4.5
        assert contrast(k.veldrand, achter) >= 3
    for voor, achter in (
        (k.op_accent, k.accent),
        (k.fout, k.fout_vlak),
        (k.let_op, k.let_op_vlak),
        (k.goed, k.goed_vlak),
    ):
        assert contrast(voor, achter) >= 4.5
        assert contrast(k.inkt, achter) >= 4.5 or voor == k.op_accent
    assert contrast(k.fout, k.vlak) >= 4.5


def past_niet(scherm: QWidget) -> list[str]:
    """Onderdelen die buiten hun blad steken of hun tekst niet kwijt kunnen."""
    uit = []
    for w in scherm.findChildren(QWidget):
        if not w.isVisibleTo(scherm) or w.width() == 0:
            continue
        if isinstance(w.parentWidget(), Kaart):
            # Een tekening mag breder zijn dan het blad: zij schuift opzij, en de focus schuift mee.
            continue
        rechts = w.mapTo(scherm, QPoint(w.width(), 0)).x()
        if rechts > scherm.width() + 1 and isinstance(
            w, QLabel | QAbstractButton | QComboBox | QLineEdit | QPlainTextEdit
        ):
            uit.append(f"{type(w).__name__} steekt {rechts - scherm.width()} uit: {w.accessibleName()[:40]}")
        regels = w.regels if isinstance(w, Knop) else w.text().split("\n") if isinstance(w, QPushButton) else [""]
        if max(map(w.fontMetrics().horizontalAdvance, regels)) > w.width():
            uit.append(f"knop afgesneden: {w.text()[:40]}")
        if isinstance(w, QLabel) and w.wordWrap() and w.text() and w.height() + 1 < w.heightForWidth(w.width()):
            uit.append(f"tekst afgesneden: {w.text()[:40]}")
    return uit


@pytest.mark.parametrize(("maat", "procent"), [((911, 600), 100), ((1024, 768), 200), ((1097, 617), 200)])
@pytest.mark.parametrize("aan_tafel", [False, True])
def test_op_een_klein_scherm_is_niets_opzij_afgesneden(venster, qtbot, maat, procent, aan_tafel):
    """Een klein scherm, een vergroot beeld of grote letters: er valt niets weg wat niet te schuiven is."""
    venster.resize(*maat)
    ga_naar(venster, "aanmelding")
    if aan_tafel:
        venster.wissel_tafel()
    venster.zet_weergave(procent=procent)
    venster.showNormal()
    venster.resize(*maat)
    te_breed = {}
    for naam in AAN_TAFEL if aan_tafel else (h[0] for h in HOOFDSTUKKEN):
        venster.scherm.toon_hoofdstuk(naam)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: venster.scherm.naam.width() >= venster.scherm.naam.sizeHint().width(), timeout=3_000)
        blad = venster.scherm.stapel.currentWidget()
        if (over := blad.widget().width() - blad.viewport().width()) > 0:
            te_breed[naam] = over
    HUIDIG.aan_tafel = False
    assert te_breed == {}


@pytest.mark.parametrize("richting", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=["lr", "rl"])
@pytest.mark.parametrize("maat", [(911, 600), (1024, 768)])
def test_ook_geen_ander_scherm_is_op_een_klein_scherm_met_grote_letters_te_breed(
    venster, qapp, request, maat, richting
):
    request.addfinalizer(lambda: qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight))
    qapp.setLayoutDirection(richting)
    venster.resize(*maat)
    venster.zet_weergave(procent=200)
    ga_naar(venster, "aanmelding")
    te_breed = {}
    for toon in (
        venster.toon_vernietigen, venster.toon_overzicht, venster.toon_mijn_werk, venster.toon_profiel,
        venster.toon_boek, venster.toon_samen, venster.toon_reservekopie, venster.toon_wachtzin,
        venster.toon_vernieuwen, lambda: venster.toon_handboek("veiligheid"),
    ):  # fmt: skip
        toon()
        venster.resize(*maat)
        QApplication.processEvents()
        assert venster.width() == maat[0], "het venster groeit niet mee met wat er niet in past"
        for rol in (venster.scherm, *venster.scherm.findChildren(QScrollArea)):
            binnen = rol.widget() if isinstance(rol, QScrollArea) and rol.isVisible() else None
            if binnen is not None and (over := binnen.width() - rol.viewport().width()) > 0:
                te_breed[f"{type(venster.scherm).__name__}/{type(rol).__name__}"] = over
    assert te_breed == {}


LANG = "Wij willen dat de ochtenden weer rustig zijn en dat Sam zonder buikpijn naar school kan gaan. " * 5


@pytest.mark.parametrize("maat", [(1280, 860), (911, 600)])
@pytest.mark.parametrize("hoofdstuk", ["familiegroepsplan", "analyse", "perspectiefplan"])
def test_een_vak_laat_meteen_alle_woorden_zien(venster, qtbot, hoofdstuk, maat):
    dossier = dossiers.overzicht(venster.plek)[0].id
    teksten = [
        v for v in REGISTER.values() if v.vorm is str and v.eigenaar in (Familiegroepsplan, Analyse, Perspectiefplan)
    ]
    schrijven.leg_vast(venster.plek, dossier, {(v.eigenaar.soort, v): Bekend(LANG) for v in teksten})
    venster.resize(*maat)
    ga_naar(venster, hoofdstuk)

    def verborgen():
        vakken = [v for v in venster.scherm.findChildren(Groeivak) if v.isVisible()]
        assert vakken
        return [v.accessibleName() for v in vakken if v.verticalScrollBar().maximum() > 0]

    qtbot.waitUntil(lambda: not verborgen(), timeout=3_000)


@pytest.mark.parametrize("procent", [100, 125, 200])
def test_niets_afgesneden_bij_grote_letters(venster, procent):
    venster.zet_weergave(procent=procent)
    assert {naam: mis for naam, scherm in langs_alle(venster) if (mis := past_niet(scherm))} == {}


class Uitgerekt(gettext.NullTranslations):
    """Een verzonnen taal waarin elke zin de helft langer is."""

    def gettext(self, message: str) -> str:
        return message + " ~" * max(2, len(message) // 4)


ZONDER_HANDBOEK = [s for s in SCHERMEN if s != "handboek"]


def test_niets_afgesneden_in_een_taal_met_langere_zinnen(venster, monkeypatch):
    monkeypatch.setattr(taal._Keuze, "vertaling", Uitgerekt())
    assert {naam: mis for naam, scherm in langs_alle(venster, ZONDER_HANDBOEK) if (mis := past_niet(scherm))} == {}


def test_niets_afgesneden_van_rechts_naar_links(venster, qapp):
    """Alsof het programma in het Arabisch is: alles spiegelt, en niets steekt uit of valt weg."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        for naam, gezien in langs_alle(venster, ZONDER_HANDBOEK):
            assert past_niet(gezien) == [], naam
            links = [w.mapTo(gezien, QPoint(0, 0)).x() for w in gezien.findChildren(QLabel) if w.isVisibleTo(gezien)]
            assert min(links, default=0) >= -1, naam
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_een_conflict_staat_in_het_veld_zelf_en_een_mens_kiest(venster):
    dossier = dossiers.overzicht(venster.plek)[0].id
    van_een_ander(venster.plek, dossier, Jeugdige.roepnaam.plaats("jeugdige"), {"b": "Samuel"}, gezien=False)
    assert isinstance(venster.plek.dossier(dossier).een(Jeugdige).roepnaam, Conflict)
    scherm = ga_naar(venster, "aanmelding")
    teksten = [label.text() for label in scherm.findChildren(QLabel)]
    assert "Robin Proef: Sam" in teksten
    assert "Collega: Samuel" in teksten
    knoppen = [b for b in scherm.findChildren(QAbstractButton) if b.accessibleName() == "Kies dit antwoord"]
    knoppen[1].click()
    assert list(venster.plek.dossier(dossier).conflicten()) == []


def test_engels_en_terug(venster):
    def te_lezen() -> set[str]:
        knoppen = {b.text().strip() for b in venster.scherm.findChildren(QAbstractButton)}
        return knoppen | {a.text() for a in venster.menuBar().actions()}

    venster.menu.kies_taal("en")
    assert {"New question", "&Help"} <= te_lezen()
    assert not {"Nieuwe vraag", "&Hulp"} & te_lezen()
    venster.menu.kies_taal("nl")
    assert {"Nieuwe vraag", "&Hulp"} <= te_lezen()


def test_een_besluit_in_conflict_staat_er_in_woorden_en_wordt_als_geheel_gekozen(venster):
    dossier = dossiers.overzicht(venster.plek)[0].id
    check = Vraagverheldering.veiligheid
    plaats = check.plaats(Vraagverheldering.soort)
    ander = {"acuut_gevaar": "ja", "wat_zien_we": "Onrust in huis"}
    van_een_ander(venster.plek, dossier, plaats, {"b": ander}, gezien=False)
    scherm = ga_naar(venster, "vraagverheldering")
    teksten = [label.text() for label in scherm.findChildren(QLabel)]
    assert "Is er nu acuut gevaar? Collega: ja" in teksten
    assert "Is er nu acuut gevaar? Robin Proef: nee" in teksten
    [knop] = [b for b in scherm.findChildren(QAbstractButton) if b.text() == "Kies wat Collega schreef"]
    knop.click()
    QApplication.processEvents()
    gekozen = waarde(venster.plek.dossier(dossier).een(Vraagverheldering).veiligheid)
    assert gekozen.wat_zien_we == "Onrust in huis"
    assert list(venster.plek.dossier(dossier).conflicten()) == []
    assert "Onrust in huis" in {v.toPlainText() for v in venster.scherm.findChildren(QPlainTextEdit)}


def test_thema_en_tekstgrootte_houden_dezelfde_plek(venster):
    ga_naar(venster, "analyse")
    venster.zet_weergave(procent=150, donker=True)
    scherm = venster.scherm
    assert isinstance(scherm, Dossierscherm)
    assert HOOFDSTUKKEN[scherm.lijst.currentRow()][0] == "analyse"


def test_tab_volgt_het_scherm_en_vergeet_niets(venster):
    """Ook wat later bij een lijst komt, staat op zijn plek; van een rij rondjes telt er één."""
    for naam in SCHERMEN:
        scherm = ga_naar(venster, naam)
        rijen = {b.group() for b in scherm.findChildren(QRadioButton) if b.isVisibleTo(scherm)}
        los = [w for w in bedienbaar(scherm) if not isinstance(w, QRadioButton)]
        weg = looproute.route(scherm)
        assert {w for w in weg if not isinstance(w, QRadioButton)} == set(los), naam
        assert {w.group() for w in weg if isinstance(w, QRadioButton)} == rijen, naam
        assert len(weg) == len(los) + len(rijen), naam
    blad = ga_naar(venster, "gezin")
    [erbij] = [b for b in blad.findChildren(QPushButton) if b.accessibleName() == "Iemand toevoegen"]
    erbij.click()
    QApplication.processEvents()
    namen = [w.accessibleName() for w in looproute.route(blad)]
    mensen = venster.plek.dossier(venster._dossier.schrijver.id).alle(Persoon)
    personen = [plek for plek, naam in enumerate(namen) if naam.startswith("Persoon ") and "dicht, druk" in naam]
    assert len(personen) == len(mensen) - 1
    assert personen == sorted(personen)
    assert max(personen) < namen.index("Voornaam") < namen.index("Iemand toevoegen")


def test_wat_de_focus_krijgt_is_te_zien(venster, qtbot):
    scherm = ga_naar(venster, "gezin")
    laatste = looproute.route(scherm.stapel.currentWidget())[-1]
    laatste.setFocus()
    qtbot.waitUntil(lambda: not laatste.visibleRegion().isEmpty(), timeout=2000)


def test_groter_maken_houdt_de_focus_in_het_veld(venster):
    ga_naar(venster, "aanmelding")
    [veld] = [v for v in venster.scherm.findChildren(QLineEdit) if v.accessibleName() == "Roepnaam van het kind"]
    veld.setFocus()
    venster.zet_weergave(procent=150)
    assert QApplication.focusWidget().accessibleName() == "Roepnaam van het kind"


def test_een_profiel_dat_niet_klopt_wijst_het_veld_aan_en_houdt_wat_getypt_is(venster):
    scherm = ga_naar(venster, "profiel")
    veld = scherm._velden["gemeentecode"]
    veld.setText("243")
    scherm._bewaar()
    assert QApplication.focusWidget() is veld
    assert "gemeentecode" in veld.accessibleDescription()
    assert ga_naar(venster, "overzicht") is venster.scherm
    assert ga_naar(venster, "profiel")._velden["gemeentecode"].text() == "243"


@pytest.mark.parametrize("scherm", ["profiel", "handboek"])
def test_terug_gaat_naar_het_kind_waar_u_was(venster, scherm):
    ga_naar(venster, "familiegroepsplan")
    venster.toon_profiel() if scherm == "profiel" else venster.toon_handboek("handboek")
    venster.zet_weergave(procent=125)
    [terug] = [b for b in venster.scherm.findChildren(QPushButton) if b.accessibleName() == "Terug"]
    terug.click()
    assert isinstance(venster.scherm, Dossierscherm)
    assert HOOFDSTUKKEN[venster.scherm.lijst.currentRow()][0] == "familiegroepsplan"


def test_bladeren_door_de_hoofdstukken_met_een_toets(venster):
    scherm = ga_naar(venster, "aanmelding")
    for _stap in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert HOOFDSTUKKEN[scherm.lijst.currentRow()][0] == "gesprekken"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert HOOFDSTUKKEN[scherm.lijst.currentRow()][0] == "gezin"


def test_pijlen_volgen_de_rij_ook_over_twee_regels(venster):
    blad = ga_naar(venster, "gezin")
    rij = next(g for b in blad.findChildren(QRadioButton) if len((g := b.group()).buttons()) > 6).buttons()
    rij[0].setFocus()
    for verwacht in rij[1:]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        assert QApplication.focusWidget() is verwacht
        assert verwacht.isChecked()


def test_van_een_open_vraag_naar_het_antwoord(venster):
    blad = ga_naar(venster, "passend")
    knoppen = [b for b in blad.findChildren(QPushButton) if b.accessibleName().startswith("Naar deze vraag")]
    vraag = knoppen[0].accessibleName().removeprefix("Naar deze vraag: ")
    knoppen[0].click()
    assert QApplication.focusWidget().accessibleName().startswith(vraag)
    assert QApplication.focusWidget().isVisible()


def test_sluiten_vanuit_het_profiel_bewaart_wat_getypt_is(venster):
    scherm = ga_naar(venster, "profiel")
    scherm._velden["team"].setText("Nog niet af")
    map_ = venster.plek.kluis.map
    venster.vergrendel()
    assert isinstance(venster.scherm, Openen)
    assert not any(k.isActive() for k in scherm._klok.findChildren(QTimer)), (
        "een klok die later afgaat, schrijft in niets"
    )
    venster.plek = werkplek.open_met_wachtzin(map_, WACHTZIN)
    assert ga_naar(venster, "profiel")._velden["team"].text() == "Nog niet af"


@pytest.mark.parametrize(
    ("hoofdstuk", "eerste"), [("passend", "Eerst: spoed"), ("toewijzing", "Hoe we tot dit besluit kwamen")]
)
def test_een_hoofdstuk_begint_bovenaan(venster, hoofdstuk, eerste):
    scherm = ga_naar(venster, hoofdstuk)
    scherm.focus_eerste_veld()
    QApplication.processEvents()
    assert QApplication.focusWidget().accessibleName().startswith(eerste)


def test_wie_iets_toevoegt_ziet_het_nieuwe_veld_helemaal(venster, qtbot):
    scherm = ga_naar(venster, "gezin")
    [erbij] = [b for b in scherm.findChildren(QPushButton) if b.accessibleName() == "Iemand toevoegen"]
    erbij.setFocus()
    QApplication.processEvents()
    QTest.keyClick(erbij, Qt.Key.Key_Space)
    veld = QApplication.focusWidget()
    assert veld.accessibleName() == "Voornaam"
    qtbot.waitUntil(lambda: veld.visibleRegion().boundingRect() == veld.rect(), timeout=2000)


def test_bewaren_terwijl_er_getypt_wordt_verzet_de_schrijfplek_niet(venster):
    scherm = ga_naar(venster, "gezin")
    veld = next(v for v in scherm.findChildren(QLineEdit) if v.accessibleName() == "Achternaam")
    veld.setFocus()
    veld.setCursorPosition(2)
    QTest.keyClicks(veld, "x")
    venster.scherm.verzegel()
    venster.scherm.ververs()
    assert veld.cursorPosition() == 3


def test_van_twee_besluiten_over_een_ontwerp_kiest_een_mens_welk_geldt(venster):
    dossier = next(r.id for r in dossiers.overzicht(venster.plek) if toewijzen.ontwerpen(venster.plek, r.id))
    eigen = next(o for o in toewijzen.ontwerpen(venster.plek, dossier) if o.vastgesteld)
    ander = eigen.vastgesteld.model_copy(update={"door": "Collega", "besluitnummer": "2026-000000999"})
    van_een_ander(
        venster.plek, dossier, Toegewezen.vastgesteld.plaats(eigen.sleutel), {"b": ander.model_dump(mode="json")},
        gezien=False,
    )  # fmt: skip
    venster.toon_dossier(dossier)
    venster.scherm.toon_hoofdstuk("toewijzing")
    QApplication.processEvents()
    teksten = "\n".join(label.text() for label in venster.scherm.findChildren(QLabel))
    assert "Twee mensen stelden dit vast" in teksten
    assert "Besluit 2026-000000999 van Collega" in teksten
    [geldt] = [
        b for b in venster.scherm.findChildren(QAbstractButton) if b.accessibleName() == "Besluit 2026-000000999 geldt"
    ]
    geldt.click()
    QApplication.processEvents()
    assert toewijzen.lees(venster.plek, dossier, eigen.sleutel).vastgesteld == ander
    assert list(venster.plek.dossier(dossier).conflicten()) == []


def test_in_een_conflict_is_ook_niet_besproken_te_kiezen(venster):
    dossier = dossiers.overzicht(venster.plek)[0].id
    schrijven.leg_vast(venster.plek, dossier, {(Afweging.soort, Afweging.naar_school): Bekend("ja")})
    plaats = Afweging.naar_school.plaats(Afweging.soort)
    van_een_ander(venster.plek, dossier, plaats, {"n": True}, gezien=False)
    scherm = ga_naar(venster, "passend")
    stemmen = [
        t for label in scherm.findChildren(QLabel) if (t := label.text()).startswith(("Collega: ", "Robin Proef: "))
    ]
    knoppen = [b for b in scherm.findChildren(QAbstractButton) if b.accessibleName() == "Kies dit antwoord"]
    knoppen[stemmen.index("Collega: niet besproken")].click()
    assert venster.plek.dossier(dossier).een(Afweging).naar_school == NietBesproken()


@pytest.mark.parametrize(
    ("hoofdstuk", "soort", "veld", "waarden"),
    [
        ("passend", Afweging.soort, Afweging.gevaar, (Antwoord.JA, "nee")),
        ("gezin", Jeugdige.soort, Jeugdige.verhuisd_naar, ("Hier", "Daar")),
        ("aanmelding", Aanmelding.soort, Aanmelding.rechter_doelen, ("Rust", "School")),
        ("gezin", f"{Steun.soort}:NOOR", Steun.band, (Bandsoort.STERK, "zwak")),
        ("gezin", "NOOR", Persoon.geadopteerd, (True, False)),
    ],
)
def test_waar_iemand_moet_kiezen_staat_open_en_heet_zo_in_de_lijst_en_in_mijn_werk(
    venster, hoofdstuk, soort, veld, waarden
):
    dossier = dossiers.overzicht(venster.plek)[0].id
    soort = soort.replace("NOOR", venster.plek.dossier(dossier).alle(Persoon)[0].sleutel)
    schrijven.leg_vast(venster.plek, dossier, {(soort, veld): Bekend(waarden[0])})
    gezin = journaal.stroom(venster.plek.kluis, dossier).gezin
    waar = gezin if veld.eigenaar.deel == "gezin" else dossier
    van_een_ander(venster.plek, waar, veld.plaats(soort), {"b": waarden[1]}, gezien=False)
    assert {t.punt.hoofdstuk for t in mijn_werk(venster.plek) if t.punt.code == "tegenspraak"} == {hoofdstuk}
    venster.toon_dossier(dossier)
    venster.scherm.toon_hoofdstuk(hoofdstuk)
    QApplication.processEvents()
    nummer = [naam for naam, _kop, _beeld in HOOFDSTUKKEN].index(hoofdstuk)
    assert "kies uit twee antwoorden" in venster.scherm.lijst.item(nummer).data(Qt.ItemDataRole.AccessibleTextRole)
    botst = [v for v in venster.scherm.blad(hoofdstuk).findChildren(Veldvorm) if v.botst]
    assert {v.band.veld for v in botst} == {veld}
    assert botst[0].isVisibleTo(venster)
