"""Waar een besluitbrief over gaat, voor elk deel ervan hetzelfde."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.lopend import wegens_overlijden
from jeugdteam_app.dossier.post import Verzoek, Verzoekinhoud
from jeugdteam_app.dossier.toewijzing import (
    Redenwijziging,
    Toegewezen,
    Toewijzing,
    Vaststelling,
)
from jeugdteam_app.dossier.wonen import Ontvanger, ontvangers
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.productenboek.profiel import Profiel

NOG_NIET = "Nog niet ingevuld."


@dataclass(frozen=True)
class Besluitbrief:
    """Waar de brief over gaat: het dossier, de inhoud van het besluit, de gemeente, de dag, en of het al vaststaat."""

    dossier: Dossier
    w: Toewijzing
    profiel: Profiel
    dag: date
    vaststelling: Vaststelling | None

    @property
    def aan_jongere(self) -> bool:
        """Vanaf 16 jaar gaat de brief aan de jongere zelf (Jeugdwet 7.3.5)."""
        return any(o.sleutel == Jeugdige.soort for o in self.ontvangers)

    @property
    def is_overleden(self) -> bool:
        """Of de hulp stopt doordat het kind is overleden."""
        return wegens_overlijden(self.dossier, self.w)

    @property
    def gaat_niet_door(self) -> bool:
        """Of hulp die was toegekend helemaal niet begint."""
        # Overleed het kind voordat de hulp begon, dan is er ook geen laatste dag.
        begin, einde = self.w.ingangsdatum, self.w.einddatum
        begon = waarde(Toegewezen(self.dossier.kind, self.w.vervangt).gestart_op) if self.w.vervangt else None
        voor_het_begin = begon is None and begin is not None and einde is not None and einde <= begin
        return self.w.reden_wijziging is Redenwijziging.VERWIJDERD or (self.is_overleden and voor_het_begin)

    @property
    def ontvangers(self) -> tuple[Ontvanger, ...]:
        """Wie deze brief krijgt."""
        return ontvangers(self.dossier, self.dag, overleden=self.is_overleden)

    @property
    def naam(self) -> str:
        """Hoe het kind heet."""
        return self.dossier.een(Jeugdige).aanspreeknaam or "uw kind"

    @property
    def wie(self) -> str:
        """Hoe het kind in een zin heet: bij een brief aan de jongere zelf is dat u."""
        return "u" if self.aan_jongere else self.naam

    @property
    def oud(self) -> Vaststelling | None:
        """Het besluit dat hiermee verandert, stopt of wordt verbeterd."""
        van = self.w.vervangt
        return waarde(Toegewezen(self.dossier.kind, van).vastgesteld) if van else None

    @property
    def verzoek(self) -> Verzoekinhoud | None:
        """Het verzoek van een aanbieder waar dit besluit op antwoordt."""
        return waarde(Verzoek(self.dossier.kind, self.w.verzoek).inhoud) if self.w.verzoek else None

    def gat(self, later: str) -> str:
        """Wat er staat waar niets is ingevuld: in een concept dat het nog moet, anders wat het gezin eraan heeft."""
        return later if self.vaststelling is not None else NOG_NIET
