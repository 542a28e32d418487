"""De normtoets: past een toewijzing binnen wat het productenboek gewoon noemt, wijkt zij af, of is de norm onbekend?"""

from __future__ import annotations

from dataclasses import dataclass

from jeugdteam_app.dossier.feiten import Feiten
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Normuitkomst, Toewijzing
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.periode import Periode, plus_maanden
from jeugdteam_app.productenboek.boek import Norm, Normstatus, Product
from jeugdteam_app.productenboek.voorwaarden import Uitslag
from jeugdteam_app.regels.bevinding import Bevinding, Zwaarte
from jeugdteam_app.regels.denkstap import is_

_HUIS = Bron("Uitgangspunt van dit programma", "een norm die niemand kent, blijft zichtbaar onbekend")
_NV = Bron("Meerjarenperspectief Noord-Veluwe (001)", "regels 1551 tot en met 1560")


@dataclass(frozen=True)
class _Maat:
    """Eén norm naast wat er gekozen is. ``gelijk``: beide tellen hetzelfde, dus ze zijn te vergelijken."""

    naam: str
    norm: Norm
    gekozen: int | None
    gelijk: bool

    @property
    def boven(self) -> bool:
        """Of er meer is gekozen dan de norm."""
        return (
            self.gelijk
            and self.norm.waarde is not None
            and self.gekozen is not None
            and (self.gekozen > self.norm.waarde)
        )

    @property
    def binnen(self) -> bool:
        """Of er een norm is, en de keuze daarbinnen valt."""
        return self.gelijk and self.norm.waarde is not None and self.gekozen is not None and not self.boven


def _maten(t: Toewijzing, product: Product) -> tuple[_Maat, ...]:
    """Alleen vergelijken wat in dezelfde eenheid staat; omrekenen zou een norm maken die er niet is."""
    duur = _duur_in_dagen(product.duur, t.periode)
    return (
        _Maat("omvang", product.intensiteit, t.volume, product.intensiteit.eenheid == f"{t.eenheid}/{t.frequentie}"),
        _Maat("duur", duur or product.duur, t.periode.dagen if t.periode else None, duur is not None),
    )


def uitkomst(t: Toewijzing, product: Product | None) -> Normuitkomst | None:
    """Past de toewijzing binnen de norm? Zonder hulp valt er niets te vergelijken.

    Staat de hulp niet in het boek, dan is er geen norm bekend. Eén deel boven de norm is afwijken; is van een deel
    geen norm bekend, dan is het geheel onbekend.
    """
    if t.besluit not in (Besluitsoort.TOEKENNEN, Besluitsoort.WIJZIGEN):
        return None
    if product is None:
        return Normuitkomst.ONBEKEND
    maten = _maten(t, product)
    if any(maat.boven for maat in maten):
        return Normuitkomst.WIJKT_AF
    return Normuitkomst.CONFORM if all(maat.binnen for maat in maten) else Normuitkomst.ONBEKEND


def normen(t: Toewijzing, product: Product | None, feiten: Feiten) -> list[Bevinding]:
    """Vergelijkt met de norm; is er geen norm, of staat zij in een andere eenheid, dan vragen we om een reden."""
    if product is None:
        niet = [] if t.motivering_omvang.strip() else [Bevinding("norm-onbekend", Zwaarte.ADVIES, _HUIS)]
        return [Bevinding("niet-in-boek", Zwaarte.ADVIES, _HUIS), *niet]
    gevonden = []
    onbekend = Normstatus.ONBEKEND in (product.intensiteit.status, product.duur.status)
    if onbekend and not t.motivering_omvang:
        gevonden.append(Bevinding("norm-onbekend", Zwaarte.ADVIES, _NV))
    maten = _maten(t, product)
    anders = any(m.norm.waarde is not None and m.gekozen is not None and not m.gelijk for m in maten)
    if anders and not t.motivering_omvang:
        gevonden.append(Bevinding("norm-andere-eenheid", Zwaarte.ADVIES, product.bron.bron()))
    boven = [m for m in maten if m.boven]
    gevonden += [Bevinding(f"boven-norm-{m.naam}", Zwaarte.ADVIES, _NV, {"norm": m.norm.waarde or 0}) for m in boven]
    # Afwijken naar boven vraagt een analyse en een uitleg; zonder is het nog geen besluit.
    if boven and is_("analyse_gereed", "ja").toets(feiten) is not Uitslag.JA:
        gevonden.append(Bevinding("boven-norm-zonder-analyse", Zwaarte.CONCEPT, _NV))
    if boven and not t.motivering_omvang.strip():
        gevonden.append(Bevinding("boven-norm-zonder-uitleg", Zwaarte.CONCEPT, _NV))
    return gevonden


def _duur_in_dagen(norm: Norm, periode: Periode | None) -> Norm | None:
    """De duurnorm in dagen, als dat zonder aanname kan: een week is zeven dagen, en een maand telt op de kalender."""
    if norm.waarde is None or periode is None:
        return None
    match norm.eenheid:
        case "dagen":
            dagen = norm.waarde
        case "weken":
            dagen = 7 * norm.waarde
        case "maanden":
            dagen = (plus_maanden(periode.begin, norm.waarde) - periode.begin).days
        case "jaren":
            dagen = (plus_maanden(periode.begin, 12 * norm.waarde) - periode.begin).days
        case _:
            return None
    return norm.model_copy(update={"waarde": dagen})
