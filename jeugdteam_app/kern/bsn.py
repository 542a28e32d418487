"""Het burgerservicenummer van een kind. Van ouders vraagt het programma er nooit een."""

from __future__ import annotations

from jeugdteam_app.kern.fouten import InvoerFout

_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


class Bsn(str):
    """Negen cijfers die aan de elfproef voldoen, met behoud van een voorloopnul.

    Bron: controleregel CS002 van iJw 3.2. Strenger dan de standaard: 000000000 wordt geweigerd.
    In een repr staan alleen de laatste twee cijfers, zodat een logregel nooit een bsn draagt.
    """

    __slots__ = ()

    def __new__(cls, tekst: str) -> Bsn:
        cijfers = "".join(t for t in tekst if t not in " .-")
        if len(cijfers) != 9 or not (cijfers.isascii() and cijfers.isdigit()):
            raise InvoerFout("bsn-vorm")
        som = sum(g * int(c) for g, c in zip(_GEWICHTEN, cijfers, strict=True))
        if som % 11 or cijfers == "000000000":
            raise InvoerFout("bsn-elfproef")
        return super().__new__(cls, cijfers)

    def __repr__(self) -> str:
        return f"Bsn(*******{self[-2:]})"
