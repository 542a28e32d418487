"""Vertalen met gettext. Nederlands is de bron; andere talen komen uit ``translations/``.

De catalogi worden als .po gelezen en in het geheugen omgezet: er is geen tweede, gemaakt bestand
dat achter kan lopen.
"""

from __future__ import annotations

import gettext
import io

from jeugdteam_app.kern.plaatsen import VERTALINGEN

TALEN = ("nl", "en")


class _Keuze:
    """De taal van dit proces."""

    vertaling: gettext.NullTranslations = gettext.NullTranslations()
    code = "nl"


def stel_taal_in(code: str) -> None:
    """Kiest de taal van alle zinnen vanaf nu. Een taal die we niet hebben, wordt Nederlands."""
    _Keuze.code = code if code in TALEN else "nl"
    bestand = VERTALINGEN / _Keuze.code / "LC_MESSAGES" / "jeugdteam.po"
    if _Keuze.code == "nl":
        _Keuze.vertaling = gettext.NullTranslations()
        return
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with bestand.open("rb") as stroom:
        catalogus = read_po(stroom, locale=_Keuze.code)
    binair = io.BytesIO()
    write_mo(binair, catalogus)
    binair.seek(0)
    _Keuze.vertaling = gettext.GNUTranslations(binair)


def taal() -> str:
    """De code van de gekozen taal."""
    return _Keuze.code


def _(zin: str) -> str:
    """De zin in de gekozen taal."""
    return _Keuze.vertaling.gettext(zin) if zin else zin


def ngettext(een: str, meer: str, aantal: int) -> str:
    """De enkelvoudige of meervoudige zin in de gekozen taal."""
    return _Keuze.vertaling.ngettext(een, meer, aantal)


def N_(zin: str) -> str:  # noqa: N802 - de gebruikelijke naam bij gettext
    """Merkt een zin voor de catalogus; vertaald wordt hij waar hij getoond wordt."""
    return zin
