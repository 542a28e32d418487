"""Een feit als stukje zin, zoals je het tegen ouders zegt."""

from __future__ import annotations

from enum import StrEnum

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.afweging import VRAGEN, Hulpvorm, Klachten, Probleemgebied
from jeugdteam_app.dossier.familiegroepsplan import Afzien, Stap
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.taal import N_, _

_NAMEN = {
    "leeftijd": N_("leeftijd"),
    "acuut_gevaar": N_("acuut gevaar"),
    "zorgen_over_veiligheid": N_("zorgen over veiligheid"),
    "analyse_gereed": N_("analyse klaar"),
    "aantal_doelen": N_("aantal doelen"),
    "fgp_stap": N_("familiegroepsplan"),
    "fgp_grond": N_("grond om van het plan af te zien"),
    "fgp_aangeboden": N_("familiegroepsplan aangeboden"),
    "perspectiefplan_gemaakt": N_("perspectiefplan gemaakt"),
}
_LIJSTEN: dict[str, type[StrEnum]] = {
    "klachten": Klachten,
    "probleemgebieden": Probleemgebied,
    "hulp_voor": Hulpvorm,
    "fgp_stap": Stap,
    "fgp_grond": Afzien,
}


def feitzin(naam: str, waarde: str) -> str:
    """Bijvoorbeeld: ‘Is thuis een veilige plek? nee’."""
    vraag = VRAGEN.get(naam)
    begin = _(vraag.tekst) if vraag else f"{_(_NAMEN.get(naam, naam))}:"
    return f"{begin} {_waarde(naam, waarde)}"


def _waarde(naam: str, waarde: str) -> str:
    lijst = _LIJSTEN.get(naam, Antwoord)
    delen = [_(woord(lijst(w))) if w in set(lijst) else _(w) for w in waarde.split(", ")]
    return ", ".join(delen)
