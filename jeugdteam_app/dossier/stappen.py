"""De vijf stappen van het onderzoek vóór een besluit, elk met wie er met welke kennis naar keek.

Centrale Raad van Beroep 1 mei 2017, ECLI:NL:CRVB:2017:1477: de hulpvraag; de problemen; welke hulp nodig is naar aard
en omvang; wat ouders en netwerk zelf kunnen; en pas dan wat er nog ontbreekt.
"""

from __future__ import annotations

from collections.abc import Callable

from jeugdteam_app.dossier.aanmelding import Aanmelding, Antwoord
from jeugdteam_app.dossier.afscherming import voor_ogen
from jeugdteam_app.dossier.afweging import VRAGEN, Afweging
from jeugdteam_app.dossier.analyse import Analyse, Hulpvraag
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.dossier.onderzoek import Onderzoek, Stap
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.taal import N_

# De naam van het veld, en hoe de stap heet voor wie de brief leest.
STAPPEN: dict[str, str] = {
    "hulpvraag": N_("Wat vraagt u?"),
    "problemen": N_("Wat is er aan de hand?"),
    "nodig": N_("Welke hulp is nodig, en hoeveel?"),
    "eigen_kracht": N_("Wat kunnen u en de mensen om u heen zelf?"),
    "tekort": N_("Wat is er dan nog nodig van ons?"),
}
# De vier vragen over eigen kracht (CRvB 2019:2362).
_EIGEN_KRACHT = ("ouders_in_staat", "ouders_beschikbaar", "dreigt_overbelasting", "geld_knelt")


def stappen(dossier: Dossier) -> dict[str, Stap]:
    """Wat er bij elke stap staat; een lege stap is een stap zonder woorden."""
    van = dossier.een(Onderzoek)
    return {naam: waarde_of(getattr(van, naam), Stap()) for naam in STAPPEN}


def eigen_kracht(dossier: Dossier) -> dict[str, Antwoord | None]:
    """De vier vragen over eigen kracht, elk met het antwoord; ``None`` is nog niet beantwoord, of niet bekend."""
    afweging = dossier.een(Afweging)
    return {naam: waarde(getattr(afweging, naam)) for naam in _EIGEN_KRACHT}


def eigen_kracht_en_netwerk(dossier: Dossier) -> dict[str, Antwoord | None]:
    """De vier vragen, en of mensen om het gezin heen kunnen helpen als dat is besproken."""
    netwerk = waarde(dossier.een(Afweging).netwerk_kan)
    return eigen_kracht(dossier) | ({"netwerk_kan": netwerk} if netwerk else {})


def tegen_eigen_kracht(dossier: Dossier) -> int:
    """Hoeveel van de vier antwoorden zeggen dat ouders dit níét zelf kunnen."""
    kan_wel = {"ouders_in_staat", "ouders_beschikbaar"}
    return sum(
        antwoord is (Antwoord.NEE if naam in kan_wel else Antwoord.JA)
        for naam, antwoord in eigen_kracht(dossier).items()
    )


def voorstel(dossier: Dossier, vertaal: Callable[[str], str] = str) -> dict[str, str]:
    """Wat er bij een stap al in het dossier staat, om over te nemen en dan aan te passen.

    Zonder wat is afgeschermd: het besluit leest iedereen die het krijgt.
    """
    dossier = voor_ogen(dossier)
    analyse = dossier.een(Analyse)
    vragen = [tekst for h in dossier.alle(Hulpvraag) if (tekst := waarde_of(h.tekst, "").strip())]
    gezegd = [(naam, antwoord) for naam, antwoord in eigen_kracht_en_netwerk(dossier).items() if antwoord]
    keuze = waarde(dossier.een(Keuze).inhoud)
    return {
        "hulpvraag": "\n".join(vragen) or waarde_of(dossier.een(Aanmelding).korte_vraag, ""),
        "problemen": waarde_of(analyse.gedeeld_beeld, ""),
        "nodig": waarde_of(analyse.nodig, ""),
        "eigen_kracht": "\n".join(
            f"{vertaal(VRAGEN[naam].tekst)} {vertaal(woord(antwoord))}." for naam, antwoord in gezegd
        ),
        "tekort": keuze.reden if keuze else "",
    }
