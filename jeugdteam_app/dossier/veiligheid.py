"""De meldcode: vijf stappen bij signalen van kindermishandeling of huiselijk geweld, en de weging.

De stappen: Besluit verplichte meldcode, artikel 2. De vijf vragen van de weging: afwegingskader bij de meldcode.
Alles voegt als één geheel samen: nooit de beslissing van de een bij de signalen van de ander.
"""

from __future__ import annotations

from datetime import date

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.velden import Geheel, Veld, Voorwerp


class Meldcode(Geheel):
    """Wat er in elke stap is gedaan, en wanneer."""

    signalen: str = ""
    signalen_op: date | None = None
    kindcheck: str = ""
    overlegd_met: str = ""
    overlegd_op: date | None = None
    gesprek: str = ""
    gesprek_op: date | None = None
    geen_gesprek_omdat: str = ""
    vermoeden: Antwoord | None = None
    onveilig: Antwoord | None = None
    kan_helpen: Antwoord | None = None
    hulp_aanvaard: Antwoord | None = None
    hulp_werkt: Antwoord | None = None
    gewogen_op: date | None = None
    melden: Antwoord | None = None
    besloten_op: date | None = None
    hulp: str = ""
    afspraken: str = ""

    @property
    def weging(self) -> Antwoord | None:
        """Of de vijf vragen samen naar melden wijzen (ja), naar zelf helpen of afsluiten (nee), of nog open zijn."""
        if self.vermoeden is None or self.vermoeden is Antwoord.NEE:
            return self.vermoeden
        if self.onveilig is Antwoord.JA or Antwoord.NEE in (self.kan_helpen, self.hulp_aanvaard, self.hulp_werkt):
            return Antwoord.JA
        beantwoord = (self.onveilig, self.kan_helpen, self.hulp_aanvaard, self.hulp_werkt)
        return None if None in beantwoord else Antwoord.NEE

    @property
    def is_begonnen(self) -> bool:
        """Of er iets is ingevuld. Een half gezette stap, zoals signalen zonder dag, is ook een begin."""
        return self != Meldcode()

    @property
    def open_stap(self) -> int | None:
        """De eerste stap die nog niet is gezet, van 1 tot en met 5; ``None`` als alles is gedaan of nog niets."""
        gezet = (
            self.signalen and self.signalen_op,
            self.overlegd_met and self.overlegd_op,
            (self.gesprek and self.gesprek_op) or self.geen_gesprek_omdat,
            self.weging and self.gewogen_op,
            self.melden and self.besloten_op,
        )
        open_ = (nummer for nummer, klaar in enumerate(gezet, 1) if not klaar)
        return next(open_, None) if self.is_begonnen else None


class Veiligheid(Voorwerp):
    """De meldcode in dit dossier."""

    soort = "veiligheid"
    meldcode = Veld[Meldcode]("veiligheid.meldcode", Meldcode)


class EerdereMeldcode(Voorwerp):
    """Een keer dat de meldcode al is doorlopen, zoals hij toen was. Een nieuwe zorg begint met een lege meldcode."""

    soort = "meldcode"
    inhoud = Veld[Meldcode]("meldcode.inhoud", Meldcode)
    afgesloten_op = Veld[date]("meldcode.afgesloten_op", date)
