"""Inzage in één handeling: elk bekend veld staat erin, en wat van een ander is niet."""

from __future__ import annotations

import page
import pytest

from jeugdteam_app.documenten.zetten import ONBEKEND_TEKEN
from jeugdteam_app.dossier.analyse import Uitspraak
from jeugdteam_app.dossier.dossier import ENKELVOUDIG, MEERVOUDIG
from jeugdteam_app.dossier.gezin import Adres, Afscherming, Huishouden, Jeugdige, Persoon
from jeugdteam_app.dossier.velden import velden_van
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.opslag import toegangslog
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.werk import dossiers, overhandigen, schrijven
from tests.werk.test_toewijzen_en_overhandigen import tekst_van


@pytest.fixture
def sam(voorbeeldplek):
    return dossiers.overzicht(voorbeeldplek)[0].id


def kaal(tekst):
    return "".join(tekst.split())


def losse_teksten(dossier):
    """Elke losse tekst die ergens in een veld staat."""
    for soort in (*ENKELVOUDIG, *MEERVOUDIG):
        for ding in [dossier.een(soort)] if soort in ENKELVOUDIG else dossier.alle(soort):
            for naam, veld in velden_van(soort).items():
                feit = getattr(ding, veld.naam)
                if veld.vorm is str and isinstance(feit, Bekend) and ":" not in feit.waarde[:12]:
                    yield soort, naam, feit.waarde


def test_alles_wat_is_opgeschreven_staat_erin_en_het_is_geldig(voorbeeldplek, sam):
    pdf = overhandigen.inzage_pdf(voorbeeldplek, sam)
    assert page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1).is_compliant
    gelezen = kaal(tekst_van(pdf))
    teksten = [(soort, naam, tekst) for soort, naam, tekst in losse_teksten(voorbeeldplek.dossier(sam))
               if naam not in ("telefoon", "email")]  # fmt: skip
    assert len(teksten) > 80
    mist = [(soort.__name__, naam) for soort, naam, tekst in teksten if kaal(tekst.splitlines()[0])[:40] not in gelezen]
    assert mist == []
    assert "Wieerinditdossierkeek" in gelezen
    assert ONBEKEND_TEKEN not in tekst_van(pdf)
    assert Gebeurtenis.INZAGE in {r.wat for r in toegangslog.regels(voorbeeldplek.kluis, sam)}


def test_wat_voor_een_ander_is_staat_er_niet_in(voorbeeldplek, sam):
    huidig = voorbeeldplek.dossier(sam)
    noor, karim = huidig.alle(Persoon)[:2]
    thuis = huidig.alle(Huishouden)[0].sleutel
    adres = Adres(straat="Geheimstraat", huisnummer="9", postcode="1234AB", plaats="Elders")
    elders = schrijven.voeg_toe(voorbeeldplek, sam, Huishouden, {Huishouden.naam: "Bij papa", Huishouden.adres: adres})
    schrijven.leg_vast(voorbeeldplek, sam, {
        (Jeugdige.soort, Jeugdige.huishouden): Bekend(thuis), (karim.sleutel, Persoon.huishouden): Bekend(elders),
        (karim.sleutel, Persoon.telefoon): Bekend("0612349999"), (noor.sleutel, Persoon.telefoon): Bekend("0612340000"),
    })  # fmt: skip
    geheim = huidig.alle(Uitspraak)[0]
    schrijven.leg_vast(voorbeeldplek, sam, {
        (f"{Afscherming.soort}:{geheim.sleutel}", Afscherming.niet_voor): Bekend((noor.sleutel,)),
    })  # fmt: skip
    afgeschermd = kaal(next(t for s, n, t in losse_teksten(huidig) if s is type(geheim) and n == "tekst"))[:40]
    voor_noor = kaal(tekst_van(overhandigen.inzage_pdf(voorbeeldplek, sam, noor.sleutel)))
    assert "0612340000" in voor_noor
    for niet in ("0612349999", "Geheimstraat", afgeschermd):
        assert niet not in voor_noor, niet
    voor_ieder = kaal(tekst_van(overhandigen.inzage_pdf(voorbeeldplek, sam)))
    for niet in ("0612349999", "0612340000", "Geheimstraat", afgeschermd):
        assert niet not in voor_ieder, niet
    assert afgeschermd in kaal(tekst_van(overhandigen.inzage_pdf(voorbeeldplek, sam, karim.sleutel)))
