"""Aan tafel: groot, alleen dit gezin, niets wat voor de medewerker is, en één toets die alles afdekt."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QLabel, QWidget

from jeugdteam_app.dossier.aanmelding import Antwoord, Vraagverheldering
from jeugdteam_app.dossier.afscherming import LATER, niet_voor
from jeugdteam_app.dossier.afweging import Afweging
from jeugdteam_app.dossier.analyse import Factor, Ouderprobleem, Uitspraak
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Zorg
from jeugdteam_app.dossier.gezin import Afscherming, Gezin, Jeugdige, Persoon
from jeugdteam_app.dossier.veiligheid import Meldcode, Veiligheid
from jeugdteam_app.kern.feit import Bekend, waarde, waarde_of
from jeugdteam_app.opslag import journaal
from jeugdteam_app.werk import bijlagen, dossiers, schrijven
from tests.conftest import WACHTZIN
from tests.ui.conftest import Handen
from tests.werk.test_schrijven import van_een_ander
from ui.bouwstenen.basis import Uitklapper
from ui.bouwstenen.stijl import HUIDIG
from ui.tekeningen.samenhang import Kaart
from ui.venster.dossierscherm import AAN_TAFEL, HOOFDSTUKKEN, Dossierscherm
from ui.venster.openen import Openen

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sam(venster):
    return dossiers.overzicht(venster.plek)[0].id


@pytest.fixture
def tafel(venster, qtbot, sam):
    """Het dossier van Sam aan tafel."""
    bijlagen.bewaar_aantekening(venster.plek, sam, "GEHEIME NOTITIE")
    venster.toon_dossier(sam)
    handen = Handen(qtbot, venster)
    handen.druk(Qt.Key.Key_T, CTRL)
    yield handen
    HUIDIG.aan_tafel = False


def alles_wat_te_vinden_is() -> str:
    """Elke naam, beschrijving, waarde en titel die een schermlezer in het hele programma kan vinden, ook verborgen.

    Van elk venster dat te zien is: wat nergens meer bij hoort en nog op opruimen wacht, is voor niemand te vinden.
    """
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, 52)  # wat weg moest, is dan ook echt weg
    gevonden = []
    vensters = [venster for venster in QApplication.topLevelWidgets() if venster.isVisible()]
    for onderdeel in [o for venster in vensters for o in (venster, *venster.findChildren(QWidget))]:
        gevonden += _in_de_boom(QAccessible.queryAccessibleInterface(onderdeel))
        gevonden += [onderdeel.windowTitle(), onderdeel.toolTip()]
        for vraag in ("text", "toPlainText", "currentText"):
            if hasattr(onderdeel, vraag):
                gevonden.append(str(getattr(onderdeel, vraag)()))
    return "\n".join(gevonden)


def _in_de_boom(knoop, diepte=0) -> list[str]:
    """De teksten van een knoop en van alles eronder dat zelf geen onderdeel is: regels van een lijst, een menu, een cel."""
    if knoop is None or diepte > 6:
        return []
    soorten = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)
    gevonden = [knoop.text(soort) for soort in soorten]
    for nummer in range(knoop.childCount()):
        kind = knoop.child(nummer)
        if kind is not None and not isinstance(kind.object(), QWidget):
            gevonden += _in_de_boom(kind, diepte + 1)
    return gevonden


def test_nergens_staat_iets_van_een_ander_gezin_of_van_de_medewerker(venster, tafel, sam):
    anderen = [r.id for r in dossiers.overzicht(venster.plek) if r.id != sam]
    namen = set()
    for ander in anderen:
        dossier = venster.plek.dossier(ander)
        namen |= {waarde_of(dossier.een(Gezin).naam, ""), dossier.een(Jeugdige).volledige_naam}
    namen = {n for n in namen if n}
    assert namen
    for hoofdstuk in AAN_TAFEL:
        venster.scherm.toon_hoofdstuk(hoofdstuk)
        gelezen = alles_wat_te_vinden_is()
        assert not [n for n in namen if n in gelezen], hoofdstuk
        assert "GEHEIME NOTITIE" not in gelezen
        assert "Waarom vindt u dat?" not in gelezen
        assert "meldcode" not in gelezen.lower()
    assert venster.windowTitle() == "Jeugdteam"


def test_aan_tafel_blijkt_nergens_dat_er_zorgen_over_veiligheid_zijn_of_wat_de_medewerker_antwoordde(venster, sam):
    """Ook met alles uitgeklapt: wie meeleest, kan degene zijn om wie het gaat."""
    schrijven.leg_deel_vast(
        venster.plek, sam, Vraagverheldering.soort, Vraagverheldering.veiligheid, zorgen_over_veiligheid=Antwoord.JA
    )
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk("passend")
    assert "meldcode" in alles_wat_te_vinden_is().lower()
    try:
        venster.wissel_tafel()
        for hoofdstuk in AAN_TAFEL:
            venster.scherm.toon_hoofdstuk(hoofdstuk)
            for _diep in range(3):
                for uitklapper in venster.scherm.findChildren(Uitklapper):
                    if uitklapper.isVisible():
                        uitklapper.knop.setChecked(True)
            gelezen = alles_wat_te_vinden_is()
            for verraad in (
                "meldcode",
                "niet in nederland blijven",
                "omdat:",
                "het boek sluit dit uit",
                "het advies van toen (",
            ):
                assert verraad not in gelezen.lower(), (hoofdstuk, verraad)
    finally:
        venster.wissel_tafel()


def test_aan_tafel_is_wat_past_hetzelfde_wat_de_medewerker_ook_over_gevaar_antwoordde(venster, sam):
    """Geen vraag die nog open is, geen ‘wat als’: wie meeleest, mag het antwoord niet kunnen aflezen."""

    def gelezen() -> set[str]:
        venster.toon_dossier(sam)
        venster.wissel_tafel()
        venster.scherm.toon_hoofdstuk("passend")
        for _diep in range(3):
            for uitklapper in venster.scherm.findChildren(Uitklapper):
                if uitklapper.isVisible():
                    uitklapper.knop.setChecked(True)
        alles = alles_wat_te_vinden_is().lower()
        venster.wissel_tafel()
        venster.dek_af()  # de afdekking weer weg
        return set(alles.splitlines())

    schrijven.leg_vast(venster.plek, sam, {(Afweging.soort, Afweging.ouders_eigen_vraag): Bekend(Antwoord.JA)})
    zonder = gelezen()
    veilig = (Vraagverheldering.soort, Vraagverheldering.veiligheid)
    schrijven.leg_deel_vast(venster.plek, sam, *veilig, zorgen_over_veiligheid=Antwoord.JA)
    met = gelezen()
    for verraad in ("wat als een antwoord anders was", "nog te vragen", "gesloten plek", "zorgen over veiligheid"):
        assert not [zin for zin in met if verraad in zin], verraad
    assert met == zonder


def test_een_plan_voor_later_dat_niet_voor_iedereen_is_bestaat_aan_tafel_niet(venster, sam):
    [noor] = [p for p in venster.plek.dossier(sam).alle(Persoon) if waarde(p.voornamen) == "Noor"]
    sleutel = f"{Afscherming.soort}:{LATER}"
    schrijven.leg_vast(venster.plek, sam, {(sleutel, Afscherming.niet_voor): Bekend((noor.sleutel,))})
    venster.toon_dossier(sam)
    try:
        venster.wissel_tafel()
        lijst = venster.scherm.lijst
        namen = [
            lijst.item(n).data(Qt.ItemDataRole.UserRole) for n in range(lijst.count()) if not lijst.item(n).isHidden()
        ]
        assert LATER not in namen
        assert "niet voor iedereen" not in alles_wat_te_vinden_is()
    finally:
        venster.wissel_tafel()


def rustig_beeld(venster, qtbot):
    """Het beeld als alles op zijn plek staat: twee keer achter elkaar hetzelfde."""
    gezien = []

    def staat_stil():
        alles_wat_te_vinden_is()
        gezien.append(venster.scherm.grab().toImage())
        return len(gezien) > 1 and gezien[-1] == gezien[-2]

    qtbot.waitUntil(staat_stil, timeout=10_000)
    return gezien[-1]


def test_het_beeld_hangt_niet_af_van_een_ander_gezin(venster, tafel, qtbot, sam):
    """Ook wat alleen geverfd is: met andere namen bij de andere gezinnen is elk beeld punt voor punt gelijk."""

    def beelden():
        gemaakt = []
        for hoofdstuk in AAN_TAFEL:
            venster.toon_dossier(sam)
            venster.scherm.toon_hoofdstuk(hoofdstuk)
            gemaakt.append(rustig_beeld(venster, qtbot))
        return gemaakt

    # De eerste ronde laadt letters en tekens; daarna is elk beeld punt voor punt te vergelijken.
    beelden()
    eerst = beelden()
    assert eerst[0] != eerst[1]
    for ander in dossiers.overzicht(venster.plek):
        if ander.id != sam:
            nieuw = {
                (Jeugdige.soort, Jeugdige.roepnaam): Bekend("Qqqqqq"),
                (Gezin.soort, Gezin.naam): Bekend("Familie Wwwww"),
            }
            schrijven.leg_vast(venster.plek, ander.id, nieuw)
    assert beelden() == eerst


def test_wat_afgeschermd_is_staat_nergens(venster, sam):
    [noor] = [p for p in venster.plek.dossier(sam).alle(Persoon) if waarde(p.voornamen) == "Noor"]
    for soort, veld in ((Uitspraak, Uitspraak.tekst), (Factor, Factor.tekst), (Zorg, Zorg.tekst)):
        ding = schrijven.voeg_toe(venster.plek, sam, soort, {veld: "NIET VOOR NOOR"})
        sleutel = f"{Afscherming.soort}:{ding}"
        schrijven.leg_vast(venster.plek, sam, {(sleutel, Afscherming.niet_voor): Bekend((noor.sleutel,))})
    schrijven.leg_vast(venster.plek, sam, {(ding, Zorg.van): Bekend("Noor")})
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk("analyse")
    assert "NIET VOOR NOOR" in alles_wat_te_vinden_is()
    try:
        venster.wissel_tafel()
        for hoofdstuk in AAN_TAFEL:
            venster.scherm.toon_hoofdstuk(hoofdstuk)
            assert "NIET VOOR NOOR" not in alles_wat_te_vinden_is(), hoofdstuk
    finally:
        venster.wissel_tafel()
    venster.scherm.toon_hoofdstuk("analyse")
    assert "NIET VOOR NOOR" in alles_wat_te_vinden_is()


def test_ongedaan_maken_aan_tafel_haalt_geen_afscherming_weg(venster, sam):
    zorg = schrijven.voeg_toe(venster.plek, sam, Zorg, {Zorg.tekst: "NIET VOOR NOOR"})
    [noor] = [p for p in venster.plek.dossier(sam).alle(Persoon) if waarde(p.voornamen) == "Noor"]
    venster.toon_dossier(sam)
    plek = {(f"{Afscherming.soort}:{zorg}", Afscherming.niet_voor): Bekend((noor.sleutel,))}
    schrijven.leg_vast(venster.plek, sam, plek)
    venster.wissel_tafel()
    try:
        venster.scherm.maak_ongedaan()
        venster.scherm.toon_hoofdstuk("familiegroepsplan")
        assert "NIET VOOR NOOR" not in alles_wat_te_vinden_is()
        schrijven.leg_vast(
            venster.plek, sam, {(Familiegroepsplan.soort, Familiegroepsplan.onze_vraag): Bekend("Nieuw")}
        )
        assert schrijven.maak_ongedaan(venster.plek, sam), "wat aan tafel is geschreven, kan wel terug"
        assert not schrijven.maak_ongedaan(venster.plek, sam)
    finally:
        venster.wissel_tafel()
    assert niet_voor(venster.plek.dossier(sam), zorg)
    assert schrijven.maak_ongedaan(venster.plek, sam)


def test_een_pijl_erbij_aan_tafel_houdt_de_pijl_naar_wat_is_afgeschermd(venster, qtbot, sam):
    een, ander, derde = (f.sleutel for f in venster.plek.dossier(sam).alle(Factor)[:3])
    schrijven.leg_vast(
        venster.plek, sam,
        {(een, Factor.leidt_tot): Bekend((ander,)),
         (f"{Afscherming.soort}:{ander}", Afscherming.niet_voor): Bekend(("jeugdige",))},
    )  # fmt: skip
    venster.toon_dossier(sam)
    venster.wissel_tafel()
    try:
        venster.scherm.toon_hoofdstuk("analyse")
        QApplication.processEvents()
        venster.scherm.findChild(Kaart).kies(een)
        tekst = waarde(Factor(venster.plek.dossier(sam).kind, derde).tekst)
        [vakje] = [v for v in venster.scherm.findChildren(QCheckBox) if v.accessibleName().endswith(f"toe? {tekst}")]
        vakje.click()
    finally:
        venster.wissel_tafel()
    assert set(waarde(Factor(venster.plek.dossier(sam).kind, een).leidt_tot)) == {ander, derde}


def test_afschermen_met_het_oog_bij_een_uitspraak(venster, qtbot, sam):
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk("analyse")
    handen = Handen(qtbot, venster)
    handen.knop("Uitspraak 1: Sam: ")
    handen.knop("Uitspraak 1: Iedereen mag dit lezen. Klik om te kiezen wie niet.")
    handen.kies_vakje("Voor wie is dit niet bedoeld? Noor Voorbeeld")
    [eerste, *_rest] = venster.plek.dossier(sam).alle(Uitspraak)
    assert niet_voor(venster.plek.dossier(sam), eerste.sleutel)
    assert "Uitspraak 1: Niet bedoeld voor: Noor Voorbeeld" in alles_wat_te_vinden_is()


def test_van_het_gezin_staan_aan_tafel_alleen_de_mensen_en_de_tekeningen(venster, tafel, sam):
    [noor] = [p for p in venster.plek.dossier(sam).alle(Persoon) if waarde(p.voornamen) == "Noor"]
    schrijven.leg_vast(venster.plek, sam, {(noor.sleutel, Persoon.telefoon): Bekend("0341-999999")})
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk("gezin")
    gelezen = alles_wat_te_vinden_is()
    assert "Wie steunt wie (ecogram)" in gelezen
    assert "Noor" in gelezen
    for geheim in ("999900006", "0341-999999", "Heeft deze persoon het gezag", "Toestemming opschrijven"):
        assert geheim not in gelezen


def test_aan_tafel_zijn_alleen_de_hoofdstukken_van_het_gezin_te_kiezen(venster, tafel):
    lijst = venster.scherm.lijst
    te_zien = [HOOFDSTUKKEN[n][0] for n in range(lijst.count()) if not lijst.item(n).isHidden()]
    assert tuple(te_zien) == tuple(h[0] for h in HOOFDSTUKKEN if h[0] in AAN_TAFEL)
    for _stap in range(20):
        venster.blader(1)
    assert HOOFDSTUKKEN[lijst.currentRow()][0] == "passend"
    for _stap in range(20):
        venster.blader(-1)
    assert HOOFDSTUKKEN[lijst.currentRow()][0] == "gezin"


def test_een_ander_dossier_openen_aan_tafel_begint_bij_wat_mag(venster, tafel):
    ander = dossiers.overzicht(venster.plek)[1].id
    venster.toon_dossier(ander)
    assert HOOFDSTUKKEN[venster.scherm.lijst.currentRow()][0] == "kansencirkel"
    venster.blader(1)
    assert HOOFDSTUKKEN[venster.scherm.lijst.currentRow()][0] == "analyse"


def test_groot_en_zonder_balk_en_daarna_weer_zoals_het_was(venster, tafel):
    assert venster.isFullScreen()
    assert HUIDIG.procent == 150
    assert not venster.menuBar().isVisible()
    for toets in (Qt.Key.Key_Home,):
        tafel.druk(toets, Qt.KeyboardModifier.AltModifier)
    for toets in (Qt.Key.Key_B, Qt.Key.Key_G, Qt.Key.Key_R):
        tafel.druk(toets, CTRL)
    assert venster._dossier is not None, "geen toets brengt hier een ander gezin in beeld"
    tafel.druk(Qt.Key.Key_T, CTRL)
    assert (HUIDIG.procent, HUIDIG.aan_tafel, venster.isFullScreen()) == (100, False, False)
    # Wie nog meekijkt, ziet niet meteen wat van de medewerker is.
    assert not venster.menuBar().isVisible()
    assert not venster.stapel.isVisible()
    tafel.knop("Verder")
    assert venster.menuBar().isVisible()
    assert venster.stapel.isVisible()
    tafel.druk(Qt.Key.Key_B, CTRL)
    assert venster._dossier is None


def test_een_toets_dekt_alles_af_en_wat_getypt_was_blijft(venster, tafel, sam):
    venster.scherm.toon_hoofdstuk("familiegroepsplan")
    venster.scherm.focus_eerste_veld()
    tafel.typ("Onze vraag", "Hoe krijgen we rust?")
    tafel.druk(Qt.Key.Key_F12)
    te_zien = [w for w in venster.findChildren(QWidget) if w.isVisible()]
    assert {w.accessibleName() for w in te_zien} >= {"Verder (F12)"}
    assert not any("Hoe krijgen we rust?" in str(getattr(w, "toPlainText", str)()) for w in te_zien)
    assert QApplication.focusWidget().accessibleName() == "Verder (F12)"
    tafel.druk(Qt.Key.Key_F12)
    assert venster.stapel.isVisible()
    assert "Hoe krijgen we rust?" in waarde(venster.plek.dossier(sam).een(Familiegroepsplan).onze_vraag)


def test_sluiten_aan_tafel_haalt_alles_weg(venster, tafel):
    tafel.druk(Qt.Key.Key_F12)
    venster._wacht.klok.timeout.emit()
    assert isinstance(venster.scherm, Openen)
    assert not HUIDIG.aan_tafel
    assert venster.stapel.isVisible()
    assert not venster.isFullScreen()


@pytest.mark.parametrize("dicht", ["stil", "weg", "zelf"])
def test_na_het_slot_is_het_weer_aan_tafel_en_blijft_verborgen_wat_verborgen_was(venster, tafel, sam, dicht):
    """Een gesprek van vijf minuten zonder toets sluit de werkplek; daarna zit het gezin er nog."""
    venster.scherm.toon_hoofdstuk("analyse")
    rij = venster._rij
    if dicht == "zelf":
        venster.vergrendel()
    else:
        (venster._wacht.stil if dicht == "stil" else venster._wegwacht.weg).emit()
    assert isinstance(venster.scherm, Openen)
    tafel.typ("Uw wachtzin", WACHTZIN)
    tafel.knop("Openen")
    tafel.wacht(lambda: isinstance(venster.scherm, Dossierscherm))
    assert HUIDIG.aan_tafel and venster.isFullScreen() and not venster.menuBar().isVisible()
    assert (venster.scherm.schrijver.id, venster.scherm.lijst.currentRow()) == (sam, rij)
    assert "GEHEIME NOTITIE" not in alles_wat_te_vinden_is()


def test_was_het_afgedekt_dan_is_het_dat_na_het_slot_weer(venster, tafel):
    """Wie de tafel verlaat, dekt eerst af; de laptop is dan misschien nog niet omgedraaid."""
    tafel.druk(Qt.Key.Key_T, CTRL)
    venster._wacht.stil.emit()
    tafel.typ("Uw wachtzin", WACHTZIN)
    tafel.knop("Openen")
    tafel.wacht(lambda: isinstance(venster.scherm, Dossierscherm))
    assert venster._afdekking is not None and not venster.stapel.isVisible()


def test_afdekken_sluit_ook_een_open_keuzelijst(tafel, venster, qtbot):
    venster.scherm.toon_hoofdstuk("kansencirkel")
    QApplication.processEvents()
    lijst = next(k for k in venster.scherm.findChildren(QComboBox) if k.isVisible())
    lijst.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=3_000)
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: venster._afdekking is not None, timeout=3_000)
    assert QApplication.activePopupWidget() is None


def test_onder_het_afdekken_blijft_het_aan_tafel(tafel, venster):
    venster.dek_af()
    venster.wissel_tafel()
    assert HUIDIG.aan_tafel
    venster.dek_af()
    assert HUIDIG.aan_tafel


@pytest.mark.parametrize("hoofdstuk", AAN_TAFEL)
def test_aan_tafel_is_er_niets_dat_om_een_bestand_vraagt(tafel, venster, hoofdstuk):
    """Een venster om een bestand te kiezen toont namen van andere bestanden, en F12 reikt er niet."""
    venster.scherm.toon_hoofdstuk(hoofdstuk)
    QApplication.processEvents()
    namen = [k.accessibleName() or k.text() for k in venster.scherm.findChildren(QAbstractButton)]
    assert not [n for n in namen if "PDF" in n or "bestand" in n]


def test_aan_tafel_staat_niet_waarom_er_van_een_plan_is_afgezien(tafel, venster):
    venster.scherm.toon_hoofdstuk("familiegroepsplan")
    QApplication.processEvents()
    assert not [w for w in venster.scherm.findChildren(QLabel) if "ziet het gezin of u ervan af" in w.text()]


def test_twee_antwoorden_van_de_medewerker_staan_niet_op_tafel(venster, sam):
    """Wat het blad aan tafel weglaat, staat er ook niet als iemand er nog uit moet kiezen."""
    plek, gezin = venster.plek, journaal.stroom(venster.plek.kluis, sam).gezin
    schrijven.leg_deel_vast(plek, sam, Veiligheid.soort, Veiligheid.meldcode, signalen="BLAUWE PLEK EEN")
    ander = Veiligheid.meldcode.json_waarde(Meldcode(signalen="BLAUWE PLEK TWEE"))
    van_een_ander(plek, sam, Veiligheid.meldcode.plaats(Veiligheid.soort), {"b": ander}, gezien=False)
    ouder = schrijven.voeg_toe(plek, sam, Ouderprobleem, {Ouderprobleem.tekst: "OUDER DRINKT EEN"})
    van_een_ander(plek, sam, Ouderprobleem.tekst.plaats(ouder), {"b": "OUDER DRINKT TWEE"}, gezien=False)
    noor = plek.dossier(sam).alle(Persoon)[0].sleutel
    schrijven.leg_vast(plek, sam, {(noor, Persoon.telefoon): Bekend("06-GEHEIM-EEN")})
    van_een_ander(plek, gezin, Persoon.telefoon.plaats(noor), {"b": "06-GEHEIM-TWEE"}, gezien=False)
    venster.toon_dossier(sam)
    venster.wissel_tafel()
    try:
        for hoofdstuk in AAN_TAFEL:
            venster.scherm.toon_hoofdstuk(hoofdstuk)
            gevonden = alles_wat_te_vinden_is()
            for woorden in ("BLAUWE PLEK", "OUDER DRINKT", "GEHEIM", "Meldcode"):
                assert woorden not in gevonden, (hoofdstuk, woorden)
    finally:
        venster.wissel_tafel()
