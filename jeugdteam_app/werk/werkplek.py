"""De werkplek: een geopende kluis, wie er werkt en hoe laat het is; en alles rond sleutels en openen."""

from __future__ import annotations

import contextlib
import uuid
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jeugdteam_app.dossier.afscherming import voor_ogen
from jeugdteam_app.dossier.bijlage import genoemde_bijlagen
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.kern.klok import Klok, SysteemKlok
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.opslag import bijlagen, journaal, kluis, toegangslog
from jeugdteam_app.opslag.hoofd import GEEN_BREUKEN, Breuken, Zorg
from jeugdteam_app.sleutels import organisatie, sloten, woorden
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel

LAAGSTE_STERKTE = 3
# Zoveel woorden typt niemand als wachtzin: dan zijn het die van de herstelsleutel.
_ALS_HERSTELWOORDEN = 20
# Zo heet wie met de sleutel van de organisatie opende: dat is niet de medewerker van deze werkplek.
DE_ORGANISATIE = N_("de organisatie, met haar eigen sleutel")


@dataclass
class Werkplek:
    """Een geopende kluis van één medewerker."""

    kluis: kluis.Kluis
    klok: Klok
    wie: str
    # Bij welke teller een dossier hier geopend werd: verder terug gaat ongedaan maken niet in wat van het gezin is.
    geopend: dict[str, int] = field(default_factory=dict)
    # Aan tafel leest iedereen mee; dan is dit de teller van waar af er aan tafel is geschreven.
    tafel_sinds: int | None = None
    is_dicht: bool = False
    # Bleek er bij het openen iets niet te kloppen, dan kijkt eerst een mens (zie ``waken``).
    zorg: Zorg | None = None
    # Waarmee zij openging, zolang dat nog niet in het log staat: bij een zorg wordt er eerst niets geschreven.
    nog_te_noteren: str = ""
    _standen: dict[str, Stand] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Draait een transactie terug, dan vergeten we ook wat er in het geheugen van gemaakt was.
        self.kluis.bij_terugdraaien.append(self._standen.clear)

    @property
    def aan_tafel(self) -> bool:
        """Of het gezin meekijkt: dan is er niets te zien dat voor iemand is afgeschermd."""
        return self.tafel_sinds is not None

    def zet_aan_tafel(self, *, aan: bool) -> None:
        """Naar tafel, of weer terug. Wat van ervoor is, kan aan tafel niemand ongedaan maken."""
        self.tafel_sinds = journaal.volgende_teller(self.kluis) if aan else None

    @property
    def tijd(self) -> str:
        """Nu, als ISO 8601 in UTC."""
        return self.klok.nu().isoformat(timespec="milliseconds")

    @property
    def vandaag(self) -> date:
        """De kalenderdag."""
        return self.klok.vandaag()

    def stand(self, stroom: str) -> Stand:
        """De stand van een stroom; blijft in het geheugen zolang de werkplek open is."""
        if stroom not in self._standen:
            self._standen[stroom] = journaal.lees_stand(self.kluis, stroom)
        return self._standen[stroom]

    def onthoud(self, stroom: str, stand: Stand) -> None:
        """De stand na een geslaagde handeling."""
        self._standen[stroom] = stand

    def vergeet(self, stroom: str) -> None:
        """De stand in het geheugen klopt niet meer; de volgende keer lezen we haar opnieuw."""
        self._standen.pop(stroom, None)

    def vergeet_alles(self) -> None:
        """Er veranderde iets onder ons door; alles lezen we opnieuw."""
        self._standen.clear()

    def dossier(self, id: str) -> Dossier:
        """Het dossier van een kind, zonder regel in het toegangslog. Aan tafel zonder wat is afgeschermd."""
        stroom = journaal.stroom(self.kluis, id)
        dossier = Dossier(id, self.stand(id), self.stand(stroom.gezin))
        return voor_ogen(dossier) if self.aan_tafel else dossier

    def voor_gezin(self, id: str, lezer: str = "") -> Dossier:
        """Het dossier voor op papier: zoals deze lezer (een sleutel), of zonder lezer iedereen, het mag zien."""
        return voor_ogen(self.dossier(id), lezer)

    def sluit(self) -> None:
        """Sluit de kluis."""
        self.is_dicht = True
        self._standen.clear()
        self.kluis.sluit()


@dataclass(frozen=True)
class NieuweKluis:
    """Wat er nodig is om een kluis te maken, en de herstelsleutel die daarbij hoort."""

    map: Path
    naam: str
    wie: str
    wachtzin: str = field(repr=False)
    herstelgeheim: bytes = field(repr=False)

    @property
    def herstelwoorden(self) -> tuple[str, ...]:
        """De 24 woorden om af te drukken."""
        return woorden.als_woorden(self.herstelgeheim)


def bereid_voor(waar: Path, naam: str, wie: str, wachtzin: str) -> NieuweKluis:
    """Controleert naam en wachtzin en maakt een herstelsleutel. Schrijft nog niets."""
    if not naam.strip() or not wie.strip():
        raise InvoerFout("kluis-zonder-naam")
    keur_wachtzin(wachtzin)
    map_ = waar / f"kluis-{uuid.uuid4().hex[:8]}"
    return NieuweKluis(map_, naam.strip(), wie.strip(), wachtzin, woorden.nieuw_herstelgeheim())


def keur_wachtzin(wachtzin: str) -> None:
    """Of een nieuwe wachtzin goed genoeg is. Fouten: ``wachtzin-te-lang``, ``wachtzin-te-zwak``."""
    if len(wachtzin) > woorden.LANGSTE_WACHTZIN:
        raise InvoerFout("wachtzin-te-lang")
    if woorden.sterkte(wachtzin) < LAAGSTE_STERKTE:
        raise InvoerFout("wachtzin-te-zwak")


def maak(nieuw: NieuweKluis, klok: Klok | None = None, werk: sloten.Rekenwerk | None = None) -> Werkplek:
    """Maakt de kluis en opent haar."""
    sleutel = Hoofdsleutel.nieuw()
    bestand = sloten.Slotenbestand(uuid.uuid4().hex, nieuw.naam)
    bestand = bestand.met_wachtzin(sleutel, nieuw.wachtzin, werk or sloten.geijkt())
    bestand = bestand.met_herstel(sleutel, nieuw.herstelgeheim)
    gemaakt = kluis.maak(nieuw.map, sleutel, bestand, nieuw.wie)
    return Werkplek(gemaakt, klok or SysteemKlok(), nieuw.wie)


def open_met_wachtzin(map_: Path, wachtzin: str, klok: Klok | None = None) -> Werkplek:
    """Opent een kluis met de wachtzin."""
    return _open(map_, sleutel_uit(kluis.lees_sloten(map_), wachtzin, met_herstel=False), klok)


def open_met_herstel(map_: Path, tekst: str, klok: Klok | None = None) -> Werkplek:
    """Opent een kluis met de 24 woorden van de herstelsleutel, of met de geheime sleutel van de organisatie."""
    geopend = _open(map_, sleutel_uit(kluis.lees_sloten(map_), tekst, met_herstel=True), klok)
    geopend.wie = wie_opent(geopend.kluis, tekst, met_herstel=True)
    return geopend


def wie_opent(geopend: kluis.Kluis, geheim: str, *, met_herstel: bool) -> str:
    """Op wiens naam staat wat er nu gebeurt: de medewerker, of de organisatie met haar eigen sleutel."""
    if met_herstel and is_van_organisatie(geheim):
        return _(DE_ORGANISATIE)
    return geopend.onthouden("wie") or ""


def is_de_organisatie(wie: str) -> bool:
    """Of dit niet de naam van de medewerker is, maar van wie met de sleutel van de organisatie opende."""
    return wie in {DE_ORGANISATIE, _(DE_ORGANISATIE)}


def is_van_organisatie(tekst: str) -> bool:
    """Of dit de geheime sleutel van de organisatie is, en niet de 24 woorden."""
    return tekst.strip().upper().startswith(organisatie.BEGIN_GEHEIM)


def sleutel_uit(slotenbestand: sloten.Slotenbestand, geheim: str, *, met_herstel: bool) -> Hoofdsleutel:
    """De hoofdsleutel: met de wachtzin, of met de 24 woorden of de geheime sleutel van de organisatie."""
    if not met_herstel:
        return slotenbestand.open_met_wachtzin(geheim)
    if is_van_organisatie(geheim):
        return slotenbestand.open_met_organisatie(geheim.strip().upper())
    return slotenbestand.open_met_herstel(woorden.uit_woorden(geheim))


def bevestig(werkplek: Werkplek, geheim: str) -> sloten.Slotenbestand:
    """Gaat na dat wie iets aan de sloten verandert, er zelf in mag: wie even aan een open laptop zit, mag dat niet.

    ``geheim``: de wachtzin, de 24 woorden van het papier, of de geheime sleutel van de organisatie. Fouten: zoals bij
    openen. Geeft de sloten van nu.
    """
    bestand = kluis.lees_sloten(werkplek.kluis.map)
    if len(geheim.split()) >= _ALS_HERSTELWOORDEN:
        # Een wachtzin mag zo lang zijn als het papier; pas als hij niet past, zijn het de woorden van het papier.
        with contextlib.suppress(InvoerFout):
            sleutel_uit(bestand, geheim, met_herstel=False)
            return bestand
        sleutel_uit(bestand, geheim, met_herstel=True)
    else:
        sleutel_uit(bestand, geheim, met_herstel=is_van_organisatie(geheim))
    return bestand


def _open(map_: Path, sleutel: Hoofdsleutel, klok: Klok | None) -> Werkplek:
    geopend = kluis.open_(map_, sleutel)
    # Viel het programma stil tussen vernietigen en de sleutel weggooien, dan gebeurt dat nu alsnog.
    journaal.ruim_sleutels_op(geopend)
    return Werkplek(geopend, klok or SysteemKlok(), wie_opent(geopend, "", met_herstel=False))


def controleer(werkplek: Werkplek, gezien: Breuken | None = None) -> dict[str, int]:
    """Rekent alles na: pagina's, tabellen, de ketens, en of de bewaarde vouw gelijk is aan een nieuwe.

    ``gezien``: de breuken in een keten waarvan een mens al weet.
    """
    kluis.controleer_inhoud(werkplek.kluis)
    schakels, in_keten = journaal.loop_keten_na(werkplek.kluis)
    regels, in_log = toegangslog.loop_na(werkplek.kluis)
    gevonden = {"wijziging": in_keten, "toegangslog": in_log}
    if not werkplek.kluis.zegel.is_heel or gevonden != (gezien or GEEN_BREUKEN):
        raise WereldFout("keten-gebroken")
    stromen = journaal.stromen(werkplek.kluis)
    for stroom in stromen:
        journaal.controleer_vouw(werkplek.kluis, stroom.id)
        bijlagen.controleer(werkplek.kluis, stroom.id, genoemde_bijlagen(werkplek.stand(stroom.id)))
    return {"stromen": len(stromen), "wijzigingen": schakels, "logregels": regels}


stel_wachtzin_voor = woorden.stel_wachtzin_voor
sterkte = woorden.sterkte
