"""Wat een bundel in een dossier verandert: per hoofdstuk, met wat er nu staat naast wat er komt te staan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import BaseModel
from PySide6.QtWidgets import QVBoxLayout

from jeugdteam_app.dossier.bedragen import deel_van
from jeugdteam_app.dossier.veldwoorden import opschrift_bij
from jeugdteam_app.journaal.wijziging import VERWIJDERD
from jeugdteam_app.kern.feit import Bekend, Conflict, Onbekend
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk.verschillen import Kindverschil, Verschil
from ui.bouwstenen.basis import Melding, tekst
from ui.bouwstenen.feiten import heel, kaal, met_namen, toon_feit, veldnaam
from ui.bouwstenen.naast_elkaar import Kolomtekst, naast_elkaar
from ui.bouwstenen.velden import stemwoorden
from ui.venster.dossierscherm import HOOFDSTUKKEN


def vul_verschillen(kind: Kindverschil, indeling: QVBoxLayout) -> None:
    """Zet per hoofdstuk elk verschil onder elkaar; wat goed kijken vraagt, voorop."""
    koppen = {naam: kop for naam, kop, _beeld in HOOFDSTUKKEN}
    for hoofdstuk in dict.fromkeys(v.hoofdstuk for v in kind.verschillen):
        indeling.addWidget(tekst(_(koppen[hoofdstuk]) if hoofdstuk in koppen else _("Anders"), "kop"))
        erin = [v for v in kind.verschillen if v.hoofdstuk == hoofdstuk]
        for verschil in sorted(erin, key=lambda v: (not v.is_tegenspraak, not v.goed_kijken)):
            opschrift = _opschrift(verschil)
            if verschil.ding:
                opschrift = f"{met_namen(_(verschil.ding), kind.namen)} · {opschrift}"
            let_op = verschil.is_tegenspraak or verschil.goed_kijken
            indeling.addWidget(Melding("let_op", opschrift) if let_op else tekst(opschrift, "label"))
            kolommen = (Kolomtekst(met_namen(k.inhoud, kind.namen), k.kop) for k in _kolommen(verschil, kind.is_nieuw))
            indeling.addWidget(naast_elkaar(list(kolommen)))


def _opschrift(verschil: Verschil) -> str:
    naam = veldnaam(verschil.veld)
    if verschil.gaat_weg:
        return _(
            "Dit gesprek gaat alleen over een kind dat hier is vernietigd. Voegt u samen, dan gaan de woorden ook hier "
            "voorgoed weg. Klopt dat niet? Bel dan eerst uw collega."
        )
    if verschil.veld == VERWIJDERD and verschil.is_tegenspraak:
        return _("De een haalde dit weg, de ander schreef eraan. U kiest na het samenvoegen.")
    if verschil.is_tegenspraak:
        return _("{veld}: hier staan straks verschillende antwoorden. U kiest na het samenvoegen.").format(veld=naam)
    if verschil.samengevoegd:
        return _("{veld}: u schreef allebei verder, en dat komt samen. Lees na.").format(veld=naam)
    return naam


def _kolommen(verschil: Verschil, is_nieuw: bool) -> Sequence[Kolomtekst]:
    niets = _("weggehaald") if verschil.veld == VERWIJDERD else _("leeg")
    if isinstance(verschil.straks, Conflict):
        stemmen = verschil.straks.stemmen
        return [Kolomtekst(niets if s.feit == Onbekend() else stemwoorden(s, heel), s.auteur) for s in stemmen]
    nu, straks = _deelverschil(verschil) or (toon_feit(verschil.nu, heel), toon_feit(verschil.straks, heel))
    erna = Kolomtekst(straks or niets, _("Na samenvoegen"))
    # Een dossier dat hier nog niet is, heeft niets om naast te leggen; het gezin kan hier al wel zijn.
    return [Kolomtekst(erna.inhoud)] if is_nieuw and not nu else [Kolomtekst(nu or niets, _("Nu, hier")), erna]


def _deelverschil(verschil: Verschil) -> tuple[str, str] | None:
    """Van een besluit dat als geheel wordt bewaard alleen de delen die anders zijn."""
    if not isinstance(verschil.nu, Bekend) or not isinstance(verschil.straks, Bekend):
        return None
    een, ander = verschil.nu.waarde, verschil.straks.waarde
    if not isinstance(een, BaseModel) or type(een) is not type(ander):
        return None
    anders = [naam for naam in type(een).model_fields if getattr(een, naam) != getattr(ander, naam)]
    return _delen(een, anders), _delen(ander, anders)


def _delen(geheel: BaseModel, namen: Iterable[str]) -> str:
    return "\n".join(f"{_(opschrift_bij(naam))}: {kaal(deel_van(naam, geheel)) or _('leeg')}" for naam in namen)
