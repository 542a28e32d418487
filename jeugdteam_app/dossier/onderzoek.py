"""Wat er bij elk van de vijf stappen is gevonden. De stappen zelf staan in ``dossier/stappen.py``."""

from __future__ import annotations

from jeugdteam_app.dossier.velden import Geheel, Veld, Voorwerp


class Stap(Geheel):
    """Eén stap: wat er is gevonden, en wie met welke kennis keek."""

    tekst: str = ""
    deskundige: str = ""
    discipline: str = ""

    @property
    def op_een_regel(self) -> str:
        """Wat er is gevonden, zonder regeleinden."""
        return " ".join(self.tekst.split())

    @property
    def is_leeg(self) -> bool:
        """Of er nog niets is gevonden."""
        return not self.tekst.strip()

    @property
    def wie(self) -> str:
        """Wie met welke kennis keek, voor zover dat er staat."""
        return ", ".join(filter(None, (self.deskundige, self.discipline)))


class Onderzoek(Voorwerp):
    """De vijf stappen van dit kind."""

    soort = "onderzoek"
    hulpvraag = Veld[Stap]("onderzoek.hulpvraag", Stap)
    problemen = Veld[Stap]("onderzoek.problemen", Stap)
    nodig = Veld[Stap]("onderzoek.nodig", Stap)
    eigen_kracht = Veld[Stap]("onderzoek.eigen_kracht", Stap)
    tekort = Veld[Stap]("onderzoek.tekort", Stap)
