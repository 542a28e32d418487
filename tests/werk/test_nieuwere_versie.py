"""Wat een nieuwere versie schreef: te lezen wat wij kennen, en nooit iets anders dan het is."""

from __future__ import annotations

import copy

import pytest

from jeugdteam_app.documenten import besluitbestand
from jeugdteam_app.dossier.gesprek import Eens, Instemming, Instemmingen
from jeugdteam_app.dossier.handtekening import Handtekening
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.journaal.wijziging import POSITIE, Plaats
from jeugdteam_app.kern.feit import Onbekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.werk import overhandigen, schrijven, toewijzen, vaststellen


def nieuwer_besluit(plek, sam, naam="b", **anders):
    """Een tweede vastgesteld besluit, zoals een nieuwere versie het zou opschrijven. Geeft de sleutel."""
    nieuw, stand = "toewijzing:" + naam * 32, plek.stand(sam[0])
    velden = {p.veld: copy.deepcopy(stand.koppen(p)[0].waarde) for p in stand.velden(sam[1])}
    velden["toewijzing.nummer"] = {"b": 300999}
    vast = velden["toewijzing.vastgesteld"]["b"]
    vast["besluitnummer"] = "2027-000300999"
    vast["inhoud"] |= anders
    velden[POSITIE] = {"b": "9"}
    schrijven._schrijf_alle(plek, {sam[0]: {Plaats(nieuw, veld): inhoud for veld, inhoud in velden.items()}})
    return nieuw


def test_een_besluit_met_een_onbekend_deel_is_te_lezen_en_houdt_zijn_afdruk(voorbeeldplek, sam):
    kaal, nieuwer = nieuwer_besluit(voorbeeldplek, sam), nieuwer_besluit(voorbeeldplek, sam, "c", nieuw_deel={"a": 1})
    kind = voorbeeldplek.dossier(sam[0]).kind
    gewoon, gelezen = (waarde(Toegewezen(kind, sleutel).vastgesteld) for sleutel in (kaal, nieuwer))
    assert gelezen.besluitnummer == "2027-000300999"
    assert besluitbestand.kenmerk_van(gelezen) != besluitbestand.kenmerk_van(gewoon), "ook dat deel telt mee"
    assert toewijzen.lees(voorbeeldplek, sam[0], nieuwer).vastgesteld


def test_een_besluit_dat_wij_niet_kunnen_lezen_is_nooit_een_concept(voorbeeldplek, sam):
    nieuwer = nieuwer_besluit(voorbeeldplek, sam, besluit="iets nieuws")
    for doe in (overhandigen.besluit_pdf, vaststellen.stel_vast):
        with pytest.raises(InvoerFout, match="besluit-nieuwer"):
            doe(voorbeeldplek, sam[0], nieuwer)
    assert "nieuwere-versie" in {g.code for g in overhandigen.bericht(voorbeeldplek, *sam).gebreken}


def test_wie_een_deel_verandert_houdt_wat_er_dieper_bij_stond(voorbeeldplek, sam):
    sleutel = schrijven.voeg_toe(voorbeeldplek, sam[0], Instemmingen, {
        Instemmingen.inhoud: Instemming(wie="Noor", eens=Eens.EENS),
    })  # fmt: skip
    plaats = Instemmingen.inhoud.plaats(sleutel)
    stroom = schrijven._stroom(voorbeeldplek, sam[0], Instemmingen)
    ruw = copy.deepcopy(voorbeeldplek.stand(stroom).koppen(plaats)[0].waarde["b"])
    ruw["handtekening"] = Handtekening(strepen=((1, 2, 3, 4),), over="x", op=voorbeeldplek.vandaag).model_dump(
        mode="json"
    )
    ruw["handtekening"]["nieuw"] = "blijft"
    schrijven._schrijf_alle(voorbeeldplek, {stroom: {plaats: {"b": ruw}}})
    assert not isinstance(Instemmingen(voorbeeldplek.stand(stroom), sleutel).inhoud, Onbekend)
    schrijven.leg_deel_vast(voorbeeldplek, sam[0], sleutel, Instemmingen.inhoud, eens=Eens.ONEENS)
    assert voorbeeldplek.stand(stroom).koppen(plaats)[0].waarde["b"]["handtekening"]["nieuw"] == "blijft"


def test_een_deel_dat_niet_bestaat_schrijft_niemand(voorbeeldplek, sam):
    sleutel = toewijzen.begin(voorbeeldplek, sam[0])
    with pytest.raises(InvoerFout, match="waarde-vorm"):
        toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, motiverring="typfout")
