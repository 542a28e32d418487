"""Vaststellen: van ontwerp naar besluit. Wat vastgesteld is, verandert niet meer."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from jeugdteam_app.documenten import besluit, besluitbestand
from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.afscherming import afgeschermd_in
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.post import Verzoek, Verzoekantwoord
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
    Meegekeken,
    Redenwijziging,
    Toegewezen,
    Toewijzing,
    Vaststelling,
)
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.dossier.wonen import ontvangers
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, alle_waarden, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag.journaal import apparaat
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.regels.bevinding import Zwaarte
from jeugdteam_app.regels.regel import regelset
from jeugdteam_app.uitwisseling import xml
from jeugdteam_app.werk import instellingen, logboek, meekijken, nummers, opstellen, schrijven
from jeugdteam_app.werk import verloop as volgens_aanbieder
from jeugdteam_app.werk.toewijzen import boek_bij, lees, normuitkomst
from jeugdteam_app.werk.werkplek import Werkplek


def kan_vaststellen(werkplek: Werkplek, dossier: str, sleutel: str) -> InvoerFout | None:
    """Wat vaststellen tegenhoudt: geen einddatum, geen grens, een conflict, of een profiel dat niet compleet is."""
    if Toegewezen(werkplek.dossier(dossier).kind, sleutel).is_van_nieuwere_versie:
        return InvoerFout("besluit-nieuwer")
    ontwerp = lees(werkplek, dossier, sleutel)
    if afgeschermde_woorden(werkplek, dossier, sleutel):
        return InvoerFout("tekst-afgeschermd")
    for bevinding in ontwerp.bevindingen:
        if bevinding.zwaarte is not Zwaarte.ADVIES:
            return InvoerFout(f"toets-{bevinding.code}", **bevinding.gegevens)
    # Advies mag terzijde, maar niet stilzwijgend: eerst gevolgd, of met een reden opzij gelegd.
    open_ = len(ontwerp.bevindingen)
    return InvoerFout("toets-advies-open", aantal=open_) if open_ else None


def stel_vast(werkplek: Werkplek, dossier: str, sleutel: str) -> Vaststelling:
    """Stelt vast, of zegt met een ``InvoerFout`` waarom dat niet kan."""
    if waarde(Toegewezen(werkplek.dossier(dossier).kind, sleutel).vastgesteld) is not None:
        raise InvoerFout("al-vastgesteld")
    if fout := kan_vaststellen(werkplek, dossier, sleutel):
        raise fout
    with werkplek.kluis.transactie():
        inhoud = lees(werkplek, dossier, sleutel).inhoud
        nummer = nummers.geef(werkplek, dossier, sleutel) if inhoud.gaat_in_bericht else None
        vast = _vaststelling(werkplek, dossier, sleutel, nummer, meekijken.geldig(werkplek, dossier, sleutel))
        verloop = _verloop(werkplek.dossier(dossier), sleutel, inhoud)
        schrijven.leg_vast(werkplek, dossier, {(sleutel, Toegewezen.vastgesteld): Bekend(vast), **verloop})
        sluit_verzoek(werkplek, dossier, inhoud.verzoek)
        volgens_aanbieder.haal_in(werkplek, dossier)
        logboek.noteer(werkplek, Gebeurtenis.VASTGESTELD, dossier)
    return vast


def afgeschermde_woorden(werkplek: Werkplek, dossier: str, sleutel: str) -> list[str]:
    """Wat er in de brief van dit ontwerp zou staan en intussen is afgeschermd, ook uit de vijf stappen."""
    vast = _vaststelling(werkplek, dossier, sleutel, None, meekijken.geldig(werkplek, dossier, sleutel))
    huidig = werkplek.dossier(dossier)
    return afgeschermd_in(huidig, _op_papier(vast.brief), _krijgen(huidig, vast.inhoud, werkplek.vandaag))


def _krijgen(dossier: Dossier, inhoud: Toewijzing, op: date) -> dict[str, str]:
    """Wie dit besluit krijgt, met zijn woonplek."""
    overleden = lopend.wegens_overlijden(dossier, inhoud)
    return {o.sleutel: o.plek for o in ontvangers(dossier, op, overleden=overleden)}


def _op_papier(brief: Any) -> str:
    """Alle woorden van een brief, elk stuk op een eigen regel."""
    if isinstance(brief, str):
        return brief
    delen = brief.values() if isinstance(brief, dict) else brief if isinstance(brief, list | tuple) else ()
    return "\n".join(filter(None, map(_op_papier, delen)))


def proef(werkplek: Werkplek, dossier: str, sleutel: str) -> Vaststelling:
    """Hoe het er vastgesteld uit zou zien, zonder iets vast te stellen: om te zien wat er dan nog mist."""
    ontwerp = lees(werkplek, dossier, sleutel)
    return _vaststelling(werkplek, dossier, sleutel, ontwerp.nummer)


def kies_besluit(werkplek: Werkplek, dossier: str, sleutel: str, vast: Vaststelling) -> None:
    """Zegt welk van twee besluiten over hetzelfde ontwerp geldt, met zijn inhoud en nummer erbij.

    Het andere blijft te lezen, met zijn nummer: kreeg de aanbieder dat al, dan trekt het volgende bericht het in.
    """
    item = Toegewezen(werkplek.dossier(dossier).kind, sleutel)
    feiten: dict[schrijven.Plek, Feit[Any]] = {(sleutel, Toegewezen.vastgesteld): Bekend(vast)}
    if (nummer := _nummer_bij(item, vast)) is not None:
        feiten[sleutel, Toegewezen.nummer] = Bekend(nummer)
    for ander in alle_waarden(item.vastgesteld):
        if ander != vast:
            feiten |= dict.fromkeys(_volgde_op(werkplek.dossier(dossier), item, ander), Bekend(True))
    al = {v.besluitnummer for t in werkplek.dossier(dossier).alle(Toegewezen) if (v := waarde(t.vastgesteld))}
    anders = [v for v in alle_waarden(item.vastgesteld) if v != vast and v.besluitnummer not in al]
    with werkplek.kluis.transactie():
        schrijven.leg_vast(werkplek, dossier, feiten, [(Toegewezen, _opzijgezet(item, ander)) for ander in anders])
        logboek.noteer(werkplek, Gebeurtenis.VASTGESTELD, dossier)


def _volgde_op(dossier: Dossier, item: Toegewezen, vast: Vaststelling) -> Iterator[schrijven.Plek]:
    """Wat al op een besluit volgde dat niet geldt: onder zijn nummer, of met zijn kenmerk in de brief."""
    nummer = _nummer_bij(item, vast)
    for sleutel, later in lopend.geldige(dossier).items():
        eigen = waarde(Toegewezen(dossier.kind, sleutel).nummer)
        hoort_erbij = (nummer is not None and eigen == nummer) or vast.besluitnummer in _op_papier(later.brief)
        if later.inhoud.vervangt == item.sleutel and hoort_erbij:
            yield sleutel, Toegewezen.geldt_niet


def _nummer_bij(item: Toegewezen, vast: Vaststelling) -> int | None:
    """Het toewijzingnummer dat bij dit besluit hoort, als twee laptops er elk een gaven; anders geen."""
    gegeven = alle_waarden(item.nummer) if isinstance(item.nummer, Conflict) else ()
    return next((n for n in gegeven if f"{n:09d}" in vast.besluitnummer), None)


def _opzijgezet(item: Toegewezen, vast: Vaststelling) -> dict[Veld[Any], Any]:
    """Een besluit dat niet gekozen is, als eigen besluit dat niet geldt."""
    nummer = _nummer_bij(item, vast)
    met_nummer: dict[Veld[Any], Any] = {Toegewezen.nummer: nummer} if nummer is not None else {}
    return {Toegewezen.inhoud: vast.inhoud, Toegewezen.vastgesteld: vast, Toegewezen.geldt_niet: True, **met_nummer}


def kies_wijziging(werkplek: Werkplek, dossier: str, geldt: str) -> None:
    """Zegt welke van twee wijzigingen van hetzelfde besluit geldt; de andere geldt niet en blijft te lezen."""
    for samen in lopend.twee_wijzigingen(werkplek.dossier(dossier)):
        if geldt in {t.sleutel for t in samen}:
            niet = {(t.sleutel, Toegewezen.geldt_niet): Bekend(True) for t in samen if t.sleutel != geldt}
            with werkplek.kluis.transactie():
                schrijven.leg_vast(werkplek, dossier, niet)
                logboek.noteer(werkplek, Gebeurtenis.VASTGESTELD, dossier)


def sluit_verzoek(werkplek: Werkplek, dossier: str, verzoek: str) -> None:
    """Is over alles uit het verzoek van de aanbieder besloten, dan is het beantwoord."""
    if not verzoek:
        return
    huidig = werkplek.dossier(dossier)
    if not lopend.nog_te_beslissen(huidig, Verzoek(huidig.kind, verzoek)):
        dag, gezegd = Bekend(werkplek.vandaag), Bekend(Verzoekantwoord.TOEGEWEZEN)
        antwoord: dict[schrijven.Plek, Feit[Any]] = {
            (verzoek, Verzoek.antwoord): gezegd, (verzoek, Verzoek.beantwoord_op): dag
        }  # fmt: skip
        schrijven.leg_vast(werkplek, dossier, antwoord)


def _verloop(dossier: Dossier, sleutel: str, inhoud: Toewijzing) -> dict[schrijven.Plek, Feit[Any]]:
    """Bij een wijziging loopt de hulp door: wanneer zij begon en hoe het wachten ging, gaat mee."""
    if not inhoud.zelfde_toewijzing:
        return {}
    oud = Toegewezen(dossier.kind, inhoud.vervangt)
    was = waarde(oud.vastgesteld)
    # Bij een andere aanbieder begint de hulp opnieuw.
    velden: tuple[Veld[Any], ...] = (Toegewezen.geen_bericht,)
    if was is not None and was.inhoud.aanbieder == inhoud.aanbieder:
        velden += (
            Toegewezen.gestart_op, Toegewezen.wachtkeuze, Toegewezen.wachtkeuze_op, Toegewezen.overbrugd_door,
            Toegewezen.wachten_gemeld_op, Toegewezen.waarom_geplaatst, Toegewezen.wat_had_voorkomen,
        )  # fmt: skip
        if not _gaat_weer_verder(waarde(oud.gestopt_op), inhoud):
            velden += (Toegewezen.gestopt_op, Toegewezen.einde)
    return {(sleutel, veld): feit for veld in velden if isinstance(feit := getattr(oud, veld.naam), Bekend)}


def _gaat_weer_verder(gestopt_op: date | None, inhoud: Toewijzing) -> bool:
    """Of hulp die al stopte, met dit besluit weer doorgaat; een verbetering zegt daar niets over."""
    loopt = inhoud.besluit is Besluitsoort.WIJZIGEN and inhoud.reden_wijziging is not Redenwijziging.CORRECTIE
    return bool(loopt and gestopt_op and inhoud.einddatum and inhoud.einddatum > gestopt_op)


def _vaststelling(
    werkplek: Werkplek, dossier: str, sleutel: str, nummer: int | None, meegekeken: Meegekeken | None = None
) -> Vaststelling:
    inhoud = lees(werkplek, dossier, sleutel).inhoud.zonder_wat_niet_geldt()
    profiel, boek = instellingen.profiel(werkplek), boek_bij(werkplek, inhoud)
    moment = werkplek.klok.nu()
    volgnummer = f"{nummer:09d}" if nummer is not None else uuid.uuid4().hex[:9].upper()
    # Een wijziging houdt soms haar toewijzingnummer; het besluit zelf krijgt altijd een eigen nummer.
    keer = sum(waarde(t.nummer) == nummer for t in werkplek.dossier(dossier).alle(Toegewezen)) if nummer else 1
    # Twee laptops kunnen hetzelfde besluit wijzigen: de naam van dit apparaat houdt hun nummers uit elkaar.
    volgnummer += f"-{keer}{apparaat(werkplek.kluis)[:3].upper()}" if keer > 1 else ""
    kaal = Vaststelling(
        inhoud=inhoud,
        besluitnummer=f"{werkplek.vandaag.year}-{volgnummer}",
        datum=werkplek.vandaag,
        tijd=moment.astimezone().time().replace(microsecond=0, tzinfo=None),
        door=werkplek.wie,
        functie=profiel.functie,
        gemeente=profiel.gemeente,
        gemeentecode=profiel.gemeentecode,
        boek=boek.id,
        boekversie=boek.versie,
        maximum_totaal=inhoud.maximum.totaal if inhoud.maximum else None,
        maximum_kosten=inhoud.maximumkosten.centen if inhoud.maximumkosten else None,
        gezet_op=moment,
        norm=normuitkomst(werkplek, inhoud),
        regelversie=regelset(boek.regels, werkplek.vandaag).versie,
    )
    # De hele brief wordt mee vastgelegd: later nog eens afdrukken geeft dezelfde brief.
    brief = besluit.gegevens(werkplek.dossier(dossier), inhoud, kaal, profiel, moment, meegekeken)
    kaal = kaal.model_copy(update={"inhoud": _zonder_afgeschermd(werkplek.dossier(dossier), inhoud, werkplek.vandaag)})
    bericht = _bericht(werkplek, dossier, sleutel, kaal, nummer)
    return kaal.model_copy(update={"brief": brief} | ({"bericht": bericht} if bericht else {}))


def _zonder_afgeschermd(dossier: Dossier, inhoud: Toewijzing, op: date) -> Toewijzing:
    """De toewijzing zoals zij met de brief meegaat.

    Wat erin staat en niet in de brief komt, zoals het resultaat bij stoppen, kan niemand weghalen; is het intussen
    afgeschermd, dan reist het niet mee.
    """
    delen = {n: v for n, v in inhoud if isinstance(v, str) and not isinstance(v, StrEnum) and n != "opzij"}
    aan = _krijgen(dossier, inhoud, op)
    weg = [n for n, deel in delen.items() if deel and afgeschermd_in(dossier, deel, aan)]
    return inhoud.model_copy(update={n: type(inhoud).model_fields[n].default for n in weg})


def _bericht(werkplek: Werkplek, dossier: str, sleutel: str, vast: Vaststelling, nummer: int | None) -> str:
    """Wat er over deze toewijzing in het bericht staat; is dat er niet of is het niet veilig, dan niets."""
    huidig = werkplek.dossier(dossier)
    item = Toegewezen(huidig.kind, sleutel)
    if nummer is None or not vast.inhoud.gaat_in_bericht or waarde(item.geen_bericht):
        return ""
    blijft = nummers.dat_blijft(werkplek, huidig, sleutel) is not None
    een = lopend.Lopend(item, vast, vast.inhoud, vast.inhoud.reden_wijziging if blijft else None, ())
    product = replace(opstellen.product(huidig, een), nummer=nummer, commentaar=besluitbestand.OPEN_PLEK)
    return xml.schrijf_product(product).decode()
