"""Wat iemand met een besluit kan doen: iets laten weten, bellen, bezwaar maken, en wie daarbij helpt."""

from __future__ import annotations

from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.besluitbrief import Besluitbrief
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
)
from jeugdteam_app.regels.termijnen import Einde, bezwaar_tot


def rechten(b: Besluitbrief) -> list[t.Deel]:
    """De laatste delen van elke brief."""
    profiel, vast = b.profiel, b.vaststelling
    bel = profiel.telefoon or "telefoonnummer nog niet ingevuld"
    einde = bezwaar_tot(vast.datum) if vast else None
    tot = t.voluit(einde.dag) if einde else "de dag die in het besluit komt te staan"
    aan = ", ".join(profiel.bezwaaradres) or "het adres dat de gemeente nog invult"
    bezwaar = (
        f"Bel ons eerst: {bel}. Dan zoeken we samen naar een oplossing. U kunt ook bezwaar maken. "
        f"Doe uw bezwaar dan uiterlijk {tot} op de post. Ook als u nog met ons praat: bellen verlengt deze tijd niet. "
        f"{_zes_weken(einde)} Ging de brief later op de post, dan hebt u vanaf die dag zes weken. "
        f"Stuur uw bezwaar naar: {aan}. "
        "Zet erin: uw naam en adres, de datum, over welk besluit het gaat en waarom u het niet eens bent. "
        "Zet uw handtekening eronder."
    )
    helpers = [profiel.vertrouwenspersoon or "Vertrouwenspersoon: nog niet ingevuld.", profiel.clientondersteuning]
    return [
        *_als_er_iets_is(b, bel),
        t.deel("Bent u het niet eens met dit besluit?", bezwaar),
        t.deel("Wie u kan helpen", "", [h for h in helpers if h]),
    ]


def _zes_weken(einde: Einde | None) -> str:
    """Hoe de dag is geteld; valt de laatste in een weekend of op een feestdag, dan waarom het later is."""
    if einde is None or einde.verschoven is None:
        return "Dat is zes weken na de datum bovenaan."
    *eerder, laatste = einde.verschoven.feestdagen or ("",)
    waarom = f"maar dan is het {laatste}" if laatste else "maar dat is in het weekend"
    if eerder:
        waarom = f"maar daar zitten feestdagen aan vast: {', '.join(eerder)} en {laatste}"
    return f"Zes weken na de datum bovenaan is {t.voluit(einde.verschoven.van)}, {waarom}. Daarom hebt u iets langer."


def _als_er_iets_is(b: Besluitbrief, bel: str) -> list[t.Deel]:
    if b.is_overleden:
        return []
    if b.w.besluit in (Besluitsoort.TOEKENNEN, Besluitsoort.WIJZIGEN):
        melden = (
            "Laat het ons meteen weten als er iets verandert dat belangrijk is voor de hulp, "
            f"bijvoorbeeld als u verhuist of als de hulp niet meer nodig is. Bel: {bel}."
        )
        return [t.deel("Verandert er iets?", melden)]
    return [t.deel("Verandert er iets, of gaat het minder goed?", f"Laat het ons meteen weten. Bel: {bel}.")]
