"""Inzage in één handeling: elk bekend veld staat erin, en wat van een ander is niet."""

from __future__ import annotations

import re
from datetime import date

import page
import pytest

from jeugdteam_app.documenten.zetten import ONBEKEND_TEKEN
from jeugdteam_app.dossier.aanmelding import Aanmelding, Veiligheidscheck, Vraagverheldering
from jeugdteam_app.dossier.afscherming import EIGEN_WOORDEN, KIND, LATER, voor_ogen
from jeugdteam_app.dossier.analyse import Analyse, Ouderprobleem, Uitspraak
from jeugdteam_app.dossier.bedragen import deel_van
from jeugdteam_app.dossier.bijlage import Bestand, Bestandsoort, Bijlage
from jeugdteam_app.dossier.dossier import ENKELVOUDIG, MEERVOUDIG
from jeugdteam_app.dossier.ecogram import ecogram, in_woorden
from jeugdteam_app.dossier.familiegroepsplan import Taal
from jeugdteam_app.dossier.geschiedenis import Gebeurtenis as Gebeurd
from jeugdteam_app.dossier.gezin import (
    Adres,
    Afscherming,
    Bandsoort,
    Huishouden,
    Jeugdige,
    Persoon,
    Steun,
    Zwanger,
    Zwangerschap,
)
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan, Perspectiefplan, Regeling, Regelzaak
from jeugdteam_app.dossier.toewijzing import Levering, Toewijzing
from jeugdteam_app.dossier.veiligheid import Meldcode, Veiligheid
from jeugdteam_app.dossier.velden import Geheel, velden_van
from jeugdteam_app.dossier.veldwoorden import _HEET, opschrift_bij
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.omvang import Eenheid
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
    pdf = overhandigen.inzage_pdf(voorbeeldplek, sam, ook=tuple(overhandigen.NietVanzelf))
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


def test_veiligheid_en_wat_ouders_over_zichzelf_vertelden_gaan_niet_vanzelf_mee(voorbeeldplek, sam):
    schrijven.leg_vast(voorbeeldplek, sam, {
        (Veiligheid.soort, Veiligheid.meldcode): Bekend(Meldcode(signalen="Sam vertelde dat hij bang is thuis.")),
        (Vraagverheldering.soort, Vraagverheldering.veiligheid): Bekend(Veiligheidscheck(wat_zien_we="Blauwe plek")),
    })  # fmt: skip
    schrijven.voeg_toe(voorbeeldplek, sam, Ouderprobleem, {Ouderprobleem.tekst: "Vader drinkt te veel"})
    gewoon = kaal(tekst_van(overhandigen.inzage_pdf(voorbeeldplek, sam)))
    for niet in ("bangisthuis", "Blauweplek", "Vaderdrinkt"):
        assert niet not in gewoon
    assert "Nietinditpapier:wat" in gewoon
    alles = kaal(tekst_van(overhandigen.inzage_pdf(voorbeeldplek, sam, ook=tuple(overhandigen.NietVanzelf))))
    for wel in ("bangisthuis", "Blauweplek", "Vaderdrinkt"):
        assert wel in alles
    assert "Nietinditpapier" not in alles


def test_het_plan_voor_later_en_eigen_woorden_zijn_af_te_schermen(voorbeeldplek, sam):
    karim = voorbeeldplek.dossier(sam).alle(Persoon)[1].sleutel
    schrijven.leg_vast(voorbeeldplek, sam, {
        (Perspectiefplan.soort, Perspectiefplan.droom): Bekend("Weg van thuis wonen"),
        (f"{Gebiedsplan.soort}:wonen", Gebiedsplan.nu): Bekend("Thuis is er vaak ruzie"),
        (Analyse.soort, Analyse.jeugdige_zegt): Bekend("Papa mag dit niet weten"),
        (f"{Afscherming.soort}:{LATER}", Afscherming.niet_voor): Bekend((karim,)),
        (f"{Afscherming.soort}:{EIGEN_WOORDEN[0]}", Afscherming.niet_voor): Bekend((karim,)),
    })  # fmt: skip
    geheim = ("Wegvanthuis", "vaakruzie", "Papamagdit")
    for maak in (
        overhandigen.inzage_pdf,
        overhandigen.analyse_pdf,
        overhandigen.gezinsplan_pdf,
        overhandigen.boekje_pdf,
    ):
        for lezer in ("", karim):
            assert not [g for g in geheim if g in kaal(tekst_van(maak(voorbeeldplek, sam, lezer)))], maak
    voor_sam = kaal(tekst_van(overhandigen.inzage_pdf(voorbeeldplek, sam, KIND)))
    assert all(g in voor_sam for g in geheim)
    voorbeeldplek.zet_aan_tafel(aan=True)
    assert waarde(voorbeeldplek.dossier(sam).een(Perspectiefplan).droom) is None
    assert waarde(voorbeeldplek.dossier(sam).een(Analyse).jeugdige_zegt) is None
    assert waarde(voorbeeldplek.dossier(sam).een(Analyse).gedeeld_beeld)


def test_wat_voor_deze_lezer_is_afgeschermd_heet_niet_nog_niet_besproken(voorbeeldplek, sam):
    """Het plan voor later van een jongere van 16, en een band: weglaten, en niet zeggen dat er niets gezegd is."""
    noor, karim = (p.sleutel for p in voorbeeldplek.dossier(sam).alle(Persoon)[:2])
    schrijven.leg_vast(voorbeeldplek, sam, {
        (Jeugdige.soort, Jeugdige.geboortedatum): Bekend(date(2010, 1, 1)),
        (f"{Gebiedsplan.soort}:wonen", Gebiedsplan.nu): Bekend("Thuis is er vaak ruzie"),
        (f"{Steun.soort}:{noor}", Steun.band): Bekend(Bandsoort.STERK),
        (f"{Steun.soort}:{karim}", Steun.band): Bekend(Bandsoort.GESPANNEN),
    })  # fmt: skip
    for wat in (LATER, f"{Steun.soort}:{karim}"):
        plaats = voorbeeldplek.dossier(sam).plek_van_afscherming(wat)
        schrijven.leg_vast(voorbeeldplek, sam, {(plaats, Afscherming.niet_voor): Bekend((karim,))})
    plan = tekst_van(overhandigen.gezinsplan_pdf(voorbeeldplek, sam, karim))
    assert "nog niet besproken" not in plan
    assert "Het perspectiefplan van" not in plan
    assert "Thuis is er vaak ruzie" in tekst_van(overhandigen.gezinsplan_pdf(voorbeeldplek, sam, noor))
    for lezer, zegt in ((karim, False), (noor, True)):
        bollen = ecogram(voor_ogen(voorbeeldplek.dossier(sam), lezer)).bollen
        van_karim = next(in_woorden(b) for b in bollen if b.sleutel == karim)
        assert "niet over gesproken" not in van_karim
        assert ("gespannen" in van_karim) is zegt


def test_wie_iets_regelt_voor_achttien_staat_op_het_plan_ook_als_het_nog_moet_beginnen(voorbeeldplek, sam):
    digid = f"{Regeling.soort}:{Regelzaak.DIGID}"
    schrijven.leg_vast(voorbeeldplek, sam, {(digid, Regeling.wie): Bekend("Papa en ik samen")})
    in_het_engels = overhandigen.in_taal_pdf(voorbeeldplek, sam, overhandigen.Papier.PLAN, Taal.ENGELS, "")
    for pdf in (overhandigen.gezinsplan_pdf(voorbeeldplek, sam, ""), in_het_engels):
        assert "Papa en ik samen" in " ".join(tekst_van(pdf).split())


def test_bedragen_zijn_euro_en_de_kansencirkel_is_geen_cijfer(voorbeeldplek, sam):
    tekst = " ".join(tekst_van(overhandigen.inzage_pdf(voorbeeldplek, sam)).split())
    assert "€ 1.152,00" in tekst
    assert "€ 96,00" in tekst
    assert "115200" not in tekst
    assert "9600" not in tekst
    assert "nu half, gewenst vol" in tekst
    assert not re.search(r"(?i)veilig: nu \d", tekst)


def test_wat_van_een_ander_is_leest_alleen_die_ander(voorbeeldplek, sam):
    noor, karim = (p.sleutel for p in voorbeeldplek.dossier(sam).alle(Persoon)[:2])
    thuis = voorbeeldplek.dossier(sam).alle(Huishouden)[0].sleutel
    schrijven.leg_vast(voorbeeldplek, sam, {
        (thuis, Huishouden.adres): Bekend(Adres(straat="Schuilweg", huisnummer="9", plaats="Elders")),
        (Jeugdige.soort, Jeugdige.huishouden): Bekend(thuis), (noor, Persoon.huishouden): Bekend(thuis),
        (Jeugdige.soort, Jeugdige.verhuisd_naar): Bekend("Geheimstad"),
        (Jeugdige.soort, Jeugdige.adres_voor_verblijf): Bekend("Vroegerweg 1"),
        (noor, Persoon.geboortedatum): Bekend(date(1987, 6, 5)),
        (Aanmelding.soort, Aanmelding.melder): Bekend("Buurvrouw Truus"),
        (Vraagverheldering.soort, Vraagverheldering.zorgen_en_van_wie): Bekend("Overbuur An hoort geschreeuw"),
    })  # fmt: skip
    schrijven.voeg_toe(voorbeeldplek, sam, Zwangerschap, {
        Zwangerschap.uitkomst: Zwanger.VERLOREN, Zwangerschap.ouders: (noor,), Zwangerschap.wanneer: "2019",
    })  # fmt: skip
    geheim = ("Schuilweg", "Geheimstad", "Vroegerweg", "5juni1987", "Zwangerschap", "BuurvrouwTruus", "OverbuurAn")

    def leest(lezer, *ook):
        gelezen = kaal(tekst_van(overhandigen.inzage_pdf(voorbeeldplek, sam, lezer, ook)))
        return {woord for woord in geheim if woord in gelezen}

    assert leest("") == set()
    assert leest(karim) == set()
    assert leest(karim, overhandigen.NietVanzelf.MELDER) == {"BuurvrouwTruus", "OverbuurAn"}
    assert leest(noor) == set(geheim) - {"BuurvrouwTruus", "OverbuurAn"}
    assert leest(KIND) == {"Schuilweg", "Geheimstad", "Vroegerweg"}


def test_het_kind_zelf_leest_jij(voorbeeldplek, sam):
    voor_kind = " ".join(tekst_van(overhandigen.inzage_pdf(voorbeeldplek, sam, KIND)).split())
    assert "over jou en je gezin" in voor_kind
    assert "uw kind" not in voor_kind


def _delen(soort=Geheel):
    for geheel in soort.__subclasses__():
        yield from geheel.model_fields
        yield from _delen(geheel)


def test_elk_veld_en_elk_deel_heeft_een_opschrift_dat_een_ouder_kan_lezen():
    namen = {naam for soort in (*ENKELVOUDIG, *MEERVOUDIG) for naam in velden_van(soort)}
    for naam in namen | set(_delen()):
        assert naam in _HEET
    for naam in (*namen, *(soort.__name__ for soort in (*ENKELVOUDIG, *MEERVOUDIG))):
        assert "_" not in opschrift_bij(naam)
        assert opschrift_bij(naam)[:1].isupper()


@pytest.mark.parametrize(
    ("delen", "naam", "staat_er"),
    [
        ({"volume": 12, "eenheid": Eenheid.UUR}, "volume", 12),
        ({"volume": 1200, "eenheid": Eenheid.EUROS}, "volume", "€ 12,00"),
        ({"over_voor_oud": 6, "eenheid": Eenheid.UUR}, "over_voor_oud", 6),
        ({"over_voor_oud": 600, "eenheid": Eenheid.UUR, "levering": Levering.PGB}, "over_voor_oud", "€ 6,00"),
        ({"budget": 115_200}, "budget", "€ 1.152,00"),
    ],
)
def test_een_getal_in_een_besluit_is_alleen_een_bedrag_als_het_dat_is(delen, naam, staat_er):
    assert deel_van(naam, Toewijzing(**delen)) == staat_er


def test_een_bijlage_en_een_dag_van_ongeveer_staan_er_in_gewone_woorden(voorbeeldplek, sam):
    schrijven.voeg_toe(voorbeeldplek, sam, Gebeurd, {Gebeurd.wat: "Verhuisd", Gebeurd.wanneer: "2026-09"})
    schrijven.voeg_toe(voorbeeldplek, sam, Bijlage, {
        Bijlage.wat: "Schoolrapport", Bijlage.bestand: Bestand(soort=Bestandsoort.TEKST, afdruk="a" * 64, grootte=32),
    })  # fmt: skip
    gelezen = tekst_van(overhandigen.inzage_pdf(voorbeeldplek, sam))
    assert "2026-09" not in gelezen
    assert "9-2026" in gelezen
    assert "U mag dit zien en er een kopie van krijgen. Vraag het ons." in gelezen
    assert "grootte" not in gelezen


def test_wie_geen_gezag_heeft_leest_niet_over_zijn_eigen_kind(voorbeeldplek):
    sam = dossiers.overzicht(voorbeeldplek)[0].id
    noor = voorbeeldplek.dossier(sam).gezagsdragers()[0].sleutel
    opa = schrijven.voeg_toe(voorbeeldplek, sam, Persoon, {Persoon.voornamen: "Opa"})
    for lezer, over in ((opa, "over Sam en het gezin"), (noor, "over uw kind en uw gezin")):
        assert over in " ".join(tekst_van(overhandigen.inzage_pdf(voorbeeldplek, sam, lezer)).split())
