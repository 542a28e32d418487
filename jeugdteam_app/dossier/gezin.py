"""Het gezin: huishouden(s), personen en netwerk; en per kind wie het gezag heeft."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from jeugdteam_app.dossier.velden import Geheel, Veld, Voorwerp
from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.kern.bsn import Bsn
from jeugdteam_app.kern.feit import alle_waarden, waarde_of
from jeugdteam_app.kern.ongeveer import Ongeveer


class Geslacht(StrEnum):
    """Codelijst COD046 zoals iJw 3.2 die gebruikt."""

    ONBEKEND = "0"
    MAN = "1"
    VROUW = "2"


class Rol(StrEnum):
    """Wie iemand voor het kind is."""

    OUDER = "ouder"
    STIEFOUDER = "stiefouder"
    PLEEGOUDER = "pleegouder"
    VOOGD = "voogd"
    BROER_ZUS = "broer_zus"
    FAMILIE = "familie"
    VRIEND_BUUR = "vriend_buur"
    SCHOOL = "school"
    HULPVERLENER = "hulpverlener"
    PLEK = "plek"
    ANDERS = "anders"


class Sekse(StrEnum):
    """Bepaalt alleen het teken in het genogram: vierkant, rond of een ruit."""

    MAN = "man"
    VROUW = "vrouw"
    ANDERS = "anders"


class Samen(StrEnum):
    """Hoe twee mensen samen zijn of waren."""

    GETROUWD = "getrouwd"
    SAMENWONEND = "samenwonend"
    RELATIE = "relatie"
    UIT_ELKAAR = "uit_elkaar"
    GESCHEIDEN = "gescheiden"


class Zwanger(StrEnum):
    """Hoe het met een zwangerschap is of ging."""

    VERWACHT = "verwacht"
    VERLOREN = "verloren"


class Bandsoort(StrEnum):
    """Hoe het kind de band met iemand ervaart (ecogram)."""

    STERK = "sterk"
    GEWOON = "gewoon"
    ZWAK = "zwak"
    GESPANNEN = "gespannen"
    VERBROKEN = "verbroken"


class Richting(StrEnum):
    """Waar de steun heen gaat."""

    NAAR_KIND = "naar_kind"
    VAN_KIND = "van_kind"
    OVER_EN_WEER = "over_en_weer"


class Gezag(StrEnum):
    """Wat er over het gezag over dit kind bekend is."""

    JA = "ja"
    NEE = "nee"


class Adres(Geheel):
    """Een adres in Nederland, in één keer ingevuld en in één keer veranderd."""

    straat: str = ""
    huisnummer: str = ""
    huisletter: str = ""
    toevoeging: str = ""
    postcode: str = ""
    plaats: str = ""


class Gezin(Voorwerp):
    """Wat kinderen van één gezin delen."""

    soort, deel = "gezin", "gezin"
    naam = Veld[str]("gezin.naam", str)
    is_voorbeeld = Veld[bool]("gezin.is_voorbeeld", bool)


class Huishouden(Voorwerp):
    """Eén van de plekken waar het kind woont."""

    soort, deel = "huishouden", "gezin"
    naam = Veld[str]("huishouden.naam", str)
    adres = Veld[Adres]("huishouden.adres", Adres)


class Persoon(Voorwerp):
    """Iemand die bij het gezin hoort of meehelpt."""

    soort, deel = "persoon", "gezin"
    voornamen = Veld[str]("persoon.voornamen", str)
    voorvoegsel = Veld[str]("persoon.voorvoegsel", str)
    achternaam = Veld[str]("persoon.achternaam", str)
    # Wie dit voor de kinderen is zolang dat niet per kind is gezegd: uit een bestand, of van een eerdere versie.
    rol = Veld[Rol]("persoon.rol", Rol)
    geboortedatum = Veld[date]("persoon.geboortedatum", date)
    telefoon = Veld[str]("persoon.telefoon", str)
    email = Veld[str]("persoon.email", str)
    huishouden = Veld[str]("persoon.huishouden", str)
    kan_helpen_met = Veld[str]("persoon.kan_helpen_met", str)
    sekse = Veld[Sekse]("persoon.sekse", Sekse)
    overleden = Veld[bool]("persoon.overleden", bool)
    overleden_op = Veld[Ongeveer]("persoon.overleden_op", Ongeveer)
    # Alleen voor de tekening: van een opa weet niemand de dag.
    geboren_rond = Veld[Ongeveer]("persoon.geboren_rond", Ongeveer)
    kind_van = Veld[tuple[str, ...]]("persoon.kind_van", tuple[str, ...])
    geadopteerd = Veld[bool]("persoon.geadopteerd", bool)
    # Een broer of zus met een eigen dossier, als id: daar is het het kind, en geen persoon.
    dossier = Veld[str]("persoon.dossier", str)

    @property
    def is_overleden(self) -> bool:
        """Of deze persoon er niet meer is; wie alleen weet wanneer, hoeft geen vinkje te zetten."""
        return waarde_of(self.overleden, False) or bool(waarde_of(self.overleden_op, ""))

    @property
    def weergavenaam(self) -> str:
        """De naam zoals mensen hem zeggen; leeg als er nog niets is ingevuld.

        Schreven twee mensen een andere naam, dan staan ze er allebei: een mens valt niet stil weg.
        """
        return _voeg_samen(
            *(" of ".join(alle_waarden(deel)) for deel in (self.voornamen, self.voorvoegsel, self.achternaam))
        )


class Relatie(Voorwerp):
    """Twee mensen die samen zijn of waren; ``een`` en ``ander`` zijn sleutels van personen."""

    soort, deel = "relatie", "gezin"
    een = Veld[str]("relatie.een", str)
    ander = Veld[str]("relatie.ander", str)
    samen = Veld[Samen]("relatie.samen", Samen)
    sinds = Veld[Ongeveer]("relatie.sinds", Ongeveer)
    tot = Veld[Ongeveer]("relatie.tot", Ongeveer)


class Zwangerschap(Voorwerp):
    """Een kind dat nog komt, of dat voor of bij de geboorte overleed. ``ouders`` zijn sleutels van personen."""

    soort, deel = "zwangerschap", "gezin"
    uitkomst = Veld[Zwanger]("zwangerschap.uitkomst", Zwanger)
    ouders = Veld[tuple[str, ...]]("zwangerschap.ouders", tuple[str, ...])
    wanneer = Veld[Ongeveer]("zwangerschap.wanneer", Ongeveer)


class Verantwoordelijk(Geheel):
    """Aan wie een dossier is overgedragen, door wie en wanneer; de contacten zijn die van het samenwerken."""

    contact: str
    naam: str
    sinds: date
    van_contact: str
    van_naam: str


class Jeugdige(Voorwerp):
    """Het kind of de jongere om wie het gaat."""

    soort = "jeugdige"
    voornamen = Veld[str]("jeugdige.voornamen", str)
    roepnaam = Veld[str]("jeugdige.roepnaam", str)
    voorvoegsel = Veld[str]("jeugdige.voorvoegsel", str)
    achternaam = Veld[str]("jeugdige.achternaam", str)
    geboortedatum = Veld[date]("jeugdige.geboortedatum", date)
    geslacht = Veld[Geslacht]("jeugdige.geslacht", Geslacht)
    bsn = Veld[str]("jeugdige.bsn", str)
    huishouden = Veld[str]("jeugdige.huishouden", str)
    # Als het kind ergens anders woont dan waar het in de basisregistratie personen staat.
    ingeschreven_bij = Veld[str]("jeugdige.ingeschreven_bij", str)
    kind_van = Veld[tuple[str, ...]]("jeugdige.kind_van", tuple[str, ...])
    geadopteerd = Veld[bool]("jeugdige.geadopteerd", bool)
    # Bij verblijf telt de gemeente van vlak ervoor (woonplaatsbeginsel, Jeugdwet 1.1).
    verblijf_sinds = Veld[date]("jeugdige.verblijf_sinds", date)
    gemeente_voor_verblijf = Veld[str]("jeugdige.gemeente_voor_verblijf", str)
    adres_voor_verblijf = Veld[str]("jeugdige.adres_voor_verblijf", str)
    # Wie er na een overdracht verantwoordelijk is.
    verantwoordelijk = Veld[Verantwoordelijk]("jeugdige.verantwoordelijk", Verantwoordelijk)
    # Andere dossiers van hetzelfde kind, en dossiers die erop lijken maar van een ander kind zijn.
    zelfde_als = Veld[tuple[str, ...]]("jeugdige.zelfde_als", tuple[str, ...])
    niet_zelfde_als = Veld[tuple[str, ...]]("jeugdige.niet_zelfde_als", tuple[str, ...])
    verhuisd_op = Veld[date]("jeugdige.verhuisd_op", date)
    verhuisd_naar = Veld[str]("jeugdige.verhuisd_naar", str)
    # Mag het kind (nog) niet in Nederland blijven, dan duurt hulp ten hoogste een half jaar (Besluit Jeugdwet 1.2.1).
    zonder_verblijfsrecht = Veld[bool]("jeugdige.zonder_verblijfsrecht", bool)

    @property
    def aanspreeknaam(self) -> str:
        """Hoe we het kind noemen: de roepnaam, anders de voornamen."""
        return waarde_of(self.roepnaam, "") or waarde_of(self.voornamen, "")

    @property
    def volledige_naam(self) -> str:
        """Voornamen en achternaam."""
        return _voeg_samen(
            waarde_of(self.voornamen, "") or self.aanspreeknaam,
            waarde_of(self.voorvoegsel, ""),
            waarde_of(self.achternaam, ""),
        )

    def geldig_bsn(self) -> Bsn | None:
        """Het bsn als het is ingevuld en klopt."""
        tekst = waarde_of(self.bsn, "")
        return Bsn(tekst) if tekst else None


class Gezagsverhouding(Voorwerp):
    """Wie een persoon voor dít kind is, en of die het gezag heeft. De sleutel is ``gezag:<persoon>``."""

    soort = "gezag"
    # De stiefvader van het ene kind is de vader van het andere.
    rol = Veld[Rol]("gezag.rol", Rol)
    heeft_gezag = Veld[Gezag]("gezag.heeft_gezag", Gezag)
    nagegaan_in_register = Veld[bool]("gezag.nagegaan_in_register", bool)


def heeft_gezag(stand: Stand, persoon: str) -> bool:
    """Of iemand opschreef dat deze persoon het gezag heeft over het kind van deze stand."""
    return Gezag.JA in alle_waarden(Gezagsverhouding(stand, f"{Gezagsverhouding.soort}:{persoon}").heeft_gezag)


class Steun(Voorwerp):
    """De band tussen een persoon en dít kind. De sleutel is ``steun:<persoon>``."""

    soort = "steun"
    band = Veld[Bandsoort]("steun.band", Bandsoort)
    richting = Veld[Richting]("steun.richting", Richting)


class Afscherming(Voorwerp):
    """Voor wie een ding niet is. De sleutel is ``afscherming:<sleutel van dat ding>``.

    Hoort bij het gezin: wat daar staat, kan bij een broer of zus ook op tafel komen.
    """

    soort, deel = "afscherming", "gezin"
    niet_voor = Veld[tuple[str, ...]]("afscherming.niet_voor", tuple[str, ...])


def _voeg_samen(*delen: str) -> str:
    return " ".join(deel.strip() for deel in delen if deel.strip())
