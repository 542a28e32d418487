"""Waar hulp wordt gegeven, en of het kind daar slaapt."""

from __future__ import annotations

from enum import StrEnum


class Plek(StrEnum):
    """Waar de hulp is, van licht naar zwaar. Gesloten kan nooit een gewone toewijzing zijn."""

    THUIS = "thuis"
    DAG = "dag"
    DEELTIJD = "deeltijd"
    PLEEGGEZIN = "pleeggezin"
    GEZINSHUIS = "gezinshuis"
    KLEINSCHALIG = "kleinschalig"
    RESIDENTIEEL = "residentieel"

    @property
    def is_verblijf(self) -> bool:
        """Of het kind er slaapt."""
        return self not in (Plek.THUIS, Plek.DAG)


# Productcodes met een eigen plek, en categorieën waarbij het kind ergens anders slaapt (JZ020, JZ021). Een andere code
# van 43 of 44 zegt niet waar: dan gaan we uit van de zwaarste, zodat niemand het lichtere vergeet.
_BIJ_CODE = {
    "43A09": Plek.PLEEGGEZIN, "44A07": Plek.PLEEGGEZIN, "44A08": Plek.GEZINSHUIS, "44A09": Plek.DEELTIJD,
}  # fmt: skip
_BIJ_CATEGORIE = {
    "35": Plek.PLEEGGEZIN, "36": Plek.GEZINSHUIS, "37": Plek.RESIDENTIEEL, "38": Plek.RESIDENTIEEL,
    "43": Plek.RESIDENTIEEL, "44": Plek.RESIDENTIEEL,
}  # fmt: skip


def plek_bij(categorie: str, code: str) -> Plek | None:
    """De plek die uit code of categorie blijkt; ``None`` als dat niet zo is, zoals bij crisis of hulp thuis."""
    return _BIJ_CODE.get(code) or _BIJ_CATEGORIE.get(categorie)
