"""Woorden vergelijken zonder op hoofdletters en accenten te letten: Zoë is ook zoe."""

from __future__ import annotations

import unicodedata


class _Kalen(dict[int, str]):
    """Van elk teken het kale teken; wat nog niet is opgezocht, zoekt het zelf op."""

    def __missing__(self, code: int) -> str:
        kaal = unicodedata.normalize("NFKD", chr(code))[0]
        self[code] = kaal.lower() if len(kaal.lower()) == 1 else kaal
        return self[code]


_KALEN = _Kalen()


def kaal(tekst: str) -> str:
    """Zonder hoofdletters en accenten, en even lang: zo blijft de plek van een woord dezelfde."""
    return tekst.lower() if tekst.isascii() else tekst.translate(_KALEN)


def gemeentenaam(naam: str) -> str:
    """Hoe een gemeente heet om mee te vergelijken: ‘Gemeente Ermelo’ is Ermelo."""
    return kaal(naam.strip()).removeprefix("gemeente ").strip()
