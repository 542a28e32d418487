"""Een bericht krijgt een eigen kenmerk en komt in de lijst van wat er ging."""

from __future__ import annotations

import string

from jeugdteam_app.dossier.post import Post, Poststuk, stukken
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.opslag.journaal import apparaat
from jeugdteam_app.werk import schrijven
from jeugdteam_app.werk.werkplek import Werkplek


def noteer_verzonden(werkplek: Werkplek, dossier: str, stuk: Poststuk) -> None:
    """Zet een bericht dat is klaargezet in de lijst. Wat eerder werd afgekeurd, geldt daarmee als hersteld."""
    schrijven.voeg_toe(werkplek, dossier, Post, {Post.inhoud: stuk, Post.op: werkplek.vandaag})
    huidig = werkplek.dossier(dossier)
    erin = (v for t in huidig.alle(Toegewezen) if waarde(t.nummer) in stuk.nummers and (v := waarde(t.vastgesteld)))
    verzoeken = {stuk.verzoek, *(v.inhoud.verzoek for v in erin)} - {""}
    eigen = {
        s.identificatie for s in stukken(huidig.alle(Post))
        if set(s.nummers) & set(stuk.nummers) or s.verzoek in verzoeken
    }  # fmt: skip
    for post in huidig.alle(Post):
        inhoud = waarde(post.inhoud)
        if inhoud is not None and inhoud.over in eigen and waarde(post.hersteld_op) is None:
            schrijven.leg_vast(werkplek, dossier, {(post.sleutel, Post.hersteld_op): Bekend(werkplek.vandaag)})


def volgende_identificatie(werkplek: Werkplek) -> str:
    """De identificatie van het volgende bericht van dit apparaat (TR056), zonder haar al uit te geven."""
    nummer = int(apparaat(werkplek.kluis), 16) % 36**_VOORDEEL
    return _in_36(nummer).zfill(_VOORDEEL) + _in_36(_teller(werkplek)).zfill(12 - _VOORDEEL)


# Van de twaalf tekens zijn er zeven van het apparaat (78 miljard mogelijkheden) en vijf van de teller.
_VOORDEEL = 7
_CIJFERS = string.digits + string.ascii_uppercase


def _in_36(getal: int) -> str:
    uit = ""
    while getal:
        getal, rest = divmod(getal, 36)
        uit = _CIJFERS[rest] + uit
    return uit


def geef_identificatie_uit(werkplek: Werkplek) -> None:
    """Telt door: de volgende keer is de identificatie een andere."""
    werkplek.kluis.onthoud("berichten", str(_teller(werkplek)))


def _teller(werkplek: Werkplek) -> int:
    return int(werkplek.kluis.onthouden("berichten") or 0) + 1
