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
            feiten = "; ".join(_met_wie(naam, waarde, wie or {}) for naam, waarde in reden.feiten)
            indeling.addWidget(tekst(_("Omdat: {feiten}").format(feiten=feiten), "zacht"))
        bron = _("Regel {regel}. Bron: {bron}").format(regel=reden.regel, bron=str(reden.bron))
        indeling.addWidget(tekst(bron, "zacht"))


def _met_wie(naam: str, waarde: str, wie: Mapping[str, str]) -> str:
    zin = feitzin(naam, waarde)
    return _("{feit} (opgeschreven door {wie})").format(feit=zin, wie=wie[naam]) if naam in wie else zin
