"""Een reden om te lezen: wat er geldt, door welke feiten, wie dat zei, en waar het staat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QVBoxLayout

from jeugdteam_app.kern.taal import _
from jeugdteam_app.regels.feitzin import feitzin
from jeugdteam_app.regels.uitkomst import Reden
from ui.bouwstenen.basis import tekst
from ui.bouwstenen.stijl import HUIDIG


def zet_redenen(indeling: QVBoxLayout, redenen: Iterable[Reden], wie: Mapping[str, str] | None = None) -> None:
    """Zet redenen onder elkaar: eerst de zin, dan de feiten met wie ze opschreef, dan de bron.

    Aan tafel blijven de feiten weg: het zijn de antwoorden van de medewerker, ook die over gevaar.
    """
    for reden in redenen:
        indeling.addWidget(tekst(_(reden.tekst)))
        if reden.feiten and not HUIDIG.aan_tafel:
            indeling.addWidget(tekst(_("Omdat: {feiten}").format(feiten=_feiten(reden, wie or {})), "zacht"))
        bron = _("Regel {regel}. Bron: {bron}").format(regel=reden.regel, bron=str(reden.bron))
        indeling.addWidget(tekst(bron, "zacht"))


def _feiten(reden: Reden, wie: Mapping[str, str]) -> str:
    """De feiten met wie ze opschreef; schreef één mens ze allemaal op, dan staat dat er één keer."""
    schrijvers = {wie.get(naam) for naam, _waarde in reden.feiten}
    if len(reden.feiten) > 1 and len(schrijvers) == 1 and (alle := schrijvers.pop()):
        zinnen = "; ".join(feitzin(naam, waarde) for naam, waarde in reden.feiten)
        return _("{feiten} (alles opgeschreven door {wie})").format(feiten=zinnen, wie=alle)
    return "; ".join(_met_wie(naam, waarde, wie) for naam, waarde in reden.feiten)


def _met_wie(naam: str, waarde: str, wie: Mapping[str, str]) -> str:
    zin = feitzin(naam, waarde)
    return _("{feit} (opgeschreven door {wie})").format(feit=zin, wie=wie[naam]) if naam in wie else zin
