"""Een kopie op een tweede plek: vanzelf bij het sluiten, of nu; en terugzetten op deze of een andere laptop."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from jeugdteam_app.kern.fouten import Fout, InvoerFout, WereldFout
from jeugdteam_app.kern.klok import SysteemKlok
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag import kluis as kluizen
from jeugdteam_app.opslag import reservekopie as opslag
from jeugdteam_app.opslag.hoofd import bekijk, breuken, mist_wat_later_is_vernietigd, vernietigd_volgens
from jeugdteam_app.opslag.indeling import NOG_BEKIJKEN, naam_van
from jeugdteam_app.opslag.reservekopie import Kopie
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.werk import dossiers, instellingen, logboek
from jeugdteam_app.werk.kluizen import vrije_naam
from jeugdteam_app.werk.werkplek import Werkplek, controleer, sleutel_uit, wie_opent

# Na zoveel dagen zonder kopie zeggen we het in het overzicht.
OUD_NA_DAGEN = 7
# Terugzetten oefenen: een keer per jaar (BIO2 8.13).
OEFENEN_NA_DAGEN = 365
# Twee klokken lopen nooit helemaal gelijk.
_SPELING = timedelta(days=1)


@dataclass(frozen=True)
class Stand:
    """Waar de kopieën heen gaan en hoe oud de laatste is."""

    plek: Path | None
    laatste: datetime | None
    aantal: int
    dagen: int | None
    geoefend: datetime | None = None
    is_oefentijd: bool = False
    is_zelfde_schijf: bool = False

    @property
    def is_oud(self) -> bool:
        """Of het tijd is voor een nieuwe kopie."""
        # Een kopie uit de toekomst komt van een klok die verkeerd stond; hoe oud zij is, weten we dan niet.
        return self.dagen is None or not 0 <= self.dagen <= OUD_NA_DAGEN


def stand(werkplek: Werkplek) -> Stand:
    """Hoe het met de kopieën staat; is de plek er nu niet, dan geldt wat we de laatste keer wisten.

    Dit kijkt op de plek zelf, en een schijf in een netwerk kan lang niets zeggen.
    """
    weet = onthouden(werkplek)
    if weet.plek is None:
        return weet
    gevonden = _niet_van_later_eerst(opslag.kopieen(opslag.map_voor(werkplek.kluis, weet.plek)), werkplek.klok.nu())
    laatste = gevonden[0].moment if gevonden else weet.laatste
    zelfde = _op_dezelfde_schijf(werkplek, weet.plek)
    return replace(_stand(werkplek, weet.plek, laatste), aantal=len(gevonden), is_zelfde_schijf=zelfde)


def onthouden(werkplek: Werkplek) -> Stand:
    """Wat we de laatste keer wisten, zonder naar de plek te kijken."""
    return _stand(werkplek, _plek(werkplek), _moment(werkplek, "kopie-laatste"))


def _stand(werkplek: Werkplek, plek: Path | None, laatste: datetime | None) -> Stand:
    if plek is None:
        return Stand(None, None, 0, None)
    dagen = (werkplek.klok.nu() - laatste).days if laatste else None
    geoefend = _moment(werkplek, "kopie-geoefend")
    sinds = geoefend or _moment(werkplek, "kopie-eerste") or laatste
    # Een oefening in de toekomst komt van een klok die verkeerd stond: dan weten we niet wanneer het was.
    is_oefentijd = sinds is not None and not 0 <= (werkplek.klok.nu() - sinds).days < OEFENEN_NA_DAGEN
    return Stand(plek, laatste, 0, dagen, geoefend, is_oefentijd)


def _op_dezelfde_schijf(werkplek: Werkplek, plek: Path) -> bool:
    """Of de kopieën met de laptop mee weg zijn; een plek die er niet is, is dat niet."""
    with contextlib.suppress(OSError):
        return plek.stat().st_dev == werkplek.kluis.map.stat().st_dev
    return False


def kies_plek(werkplek: Werkplek, plek: Path) -> Kopie:
    """Onthoudt de plek en maakt er meteen de eerste kopie."""
    if plek.resolve().is_relative_to(werkplek.kluis.map.resolve()):
        raise InvoerFout("kopie-in-werkplek")
    gemaakt = _maak(werkplek, plek)
    alle = dict.fromkeys((*map(str, alle_plekken(werkplek)), str(plek)))
    werkplek.kluis.onthoud("kopieplek", str(plek))
    werkplek.kluis.onthoud("kopieplekken", json.dumps(list(alle)))
    _haal_van_oude_sleutel_weg(werkplek)
    return gemaakt


def alle_plekken(werkplek: Werkplek) -> tuple[Path, ...]:
    """Waar ooit kopieën kwamen: ook daar hoort weg te zijn wat vernietigd is."""
    nu, eerder = werkplek.kluis.onthouden("kopieplek"), json.loads(werkplek.kluis.onthouden("kopieplekken") or "[]")
    return tuple(map(Path, dict.fromkeys((*eerder, nu) if nu else eerder)))


def niet_bereikbaar(werkplek: Werkplek) -> tuple[Path, ...]:
    """Waar nog te lezen is wat hier is vernietigd, zoals op een stick die ergens anders ligt."""
    return tuple(plek for plek in alle_plekken(werkplek) if opslag.kent_nog(werkplek.kluis, plek))


def met_oude_sleutel(werkplek: Werkplek) -> tuple[Path, ...]:
    """Waar misschien nog kopieën liggen die met een eerdere sleutel opengaan, ook op een plek die er nu niet is."""
    if werkplek.kluis.generatie == 1:
        return ()
    kluis = werkplek.kluis
    return tuple(
        plek
        for plek in alle_plekken(werkplek)
        if opslag.van_een_eerdere_sleutel(kluis, plek) or not opslag.heeft_kopieen(kluis, plek)
    )


def vergeet_plek(werkplek: Werkplek, plek: Path) -> None:
    """Telt een eerdere plek niet meer mee: iemand zegt dat wat daar lag er niet meer is. De plek van nu blijft."""
    over = [str(p) for p in alle_plekken(werkplek) if p != plek or p == _plek(werkplek)]
    werkplek.kluis.onthoud("kopieplekken", json.dumps(over))


def maak(werkplek: Werkplek) -> Kopie:
    """Maakt nu een kopie. Fouten: ``kopie-zonder-plek``, ``kopie-plek-weg`` en ``kopie-mislukt``."""
    plek = _plek(werkplek)
    if plek is None:
        raise InvoerFout("kopie-zonder-plek")
    gelukt = werkplek.kluis.onthouden("kopie-gelukt")
    if gelukt == opslag.kenmerk(werkplek.kluis, plek) and not opslag.heeft_kopieen(werkplek.kluis, plek):
        # Een lege map met de naam van de schijf, zoals wanneer die niet is aangesloten.
        raise WereldFout("kopie-plek-weg")
    gemaakt = _maak(werkplek, plek)
    _haal_van_oude_sleutel_weg(werkplek)
    return gemaakt


def maak_bij_sluiten(werkplek: Werkplek) -> Fout | None:
    """Een kopie als er een plek is en er iets veranderde. Lukt het niet, dan sluit de werkplek toch gewoon."""
    try:
        if _plek(werkplek) is not None and _hoofd(werkplek) != werkplek.kluis.onthouden("kopie-hoofd"):
            maak(werkplek)
    except Fout as fout:
        return fout
    return None


def na_vernieuwen(werkplek: Werkplek) -> None:
    """Een kopie met de nieuwe sleutel, en dan de oude weg. Is de plek er nu niet, dan later, bij de volgende kopie."""
    if _plek(werkplek) is not None:
        with contextlib.suppress(Fout):
            maak(werkplek)


def _maak(werkplek: Werkplek, plek: Path) -> Kopie:
    moment = werkplek.klok.nu().replace(microsecond=0)
    # Vooraf: wat iemand schrijft terwijl de kopie wordt gemaakt, zit er misschien niet in.
    hoofd = _hoofd(werkplek)
    gemaakt = opslag.maak(werkplek.kluis, plek, moment, alle_plekken(werkplek))
    logboek.noteer(werkplek, Gebeurtenis.KOPIE, None)
    werkplek.kluis.onthoud("kopie-gelukt", opslag.kenmerk(werkplek.kluis, plek))
    werkplek.kluis.onthoud("kopie-hoofd", hoofd)
    werkplek.kluis.onthoud("kopie-laatste", moment.isoformat())
    if not werkplek.kluis.onthouden("kopie-eerste"):
        werkplek.kluis.onthoud("kopie-eerste", moment.isoformat())
    return gemaakt


def _haal_van_oude_sleutel_weg(werkplek: Werkplek) -> None:
    """Nu er een kopie met de sleutel van nu is: op elke plek weg wat met een eerdere openging."""
    for plek in alle_plekken(werkplek):
        # Lag er alleen dat, dan is het geen plek meer.
        if opslag.haal_oude_weg(werkplek.kluis, plek) and not opslag.heeft_kopieen(werkplek.kluis, plek):
            vergeet_plek(werkplek, plek)


def _hoofd(werkplek: Werkplek) -> str:
    rij = werkplek.kluis.vraag(
        "SELECT (SELECT coalesce(max(nr), 0) FROM wijziging), "
        "(SELECT coalesce(max(nr), 0) FROM toegangslog WHERE gebeurtenis NOT IN (?, ?)), "
        "(SELECT count(*) || coalesce(max(tijd), '') FROM concept), "
        "(SELECT count(*) || coalesce(max(tijd), '') FROM aantekening), (SELECT count(*) FROM boek)",
        Gebeurtenis.KOPIE.value,
        Gebeurtenis.WERKPLEK_GEOPEND.value,
    )[0]
    return "|".join(map(str, rij))


def _plek(werkplek: Werkplek) -> Path | None:
    bewaard = werkplek.kluis.onthouden("kopieplek")
    return Path(bewaard) if bewaard else None


def _moment(werkplek: Werkplek, sleutel: str) -> datetime | None:
    bewaard = werkplek.kluis.onthouden(sleutel)
    return datetime.fromisoformat(bewaard) if bewaard else None


# --- terugzetten ---


@dataclass(frozen=True)
class Inzicht:
    """Eén dossier in een kopie: van wie, en de dag waarop er het laatst in is geschreven."""

    naam: str
    dag: date


@dataclass(frozen=True)
class Terugzetting:
    """Een teruggezette kopie om te bekijken; pas na bevestigen blijft zij. ``laatst`` is leeg als er niets in staat."""

    werkplek: Werkplek
    dossiers: tuple[Inzicht, ...]
    laatst: datetime | None
    # Van voor een nieuwe sleutel, en deze computer weet niet wat er daarna is vernietigd.
    van_oude_sleutel: bool = False

    def houd(self) -> Werkplek:
        """Iemand koos haar: vanaf nu is het een gewone werkplek."""
        (self.werkplek.kluis.map / NOG_BEKIJKEN).unlink(missing_ok=True)
        return self.werkplek

    def laat_vallen(self) -> None:
        """Haalt de teruggezette kluis weer weg; de kopie zelf blijft."""
        map_ = self.werkplek.kluis.map
        self.werkplek.sluit()
        shutil.rmtree(map_, ignore_errors=True)


def vind(map_: Path) -> tuple[Kopie, ...]:
    """De kopieën in een gekozen map, of in de map van een werkplek die daarin ligt."""
    gevonden = list(opslag.kopieen(map_))
    if not gevonden and map_.is_dir():
        gevonden = [k for deel in sorted(map_.glob("jeugdteam-kopie-*")) for k in opslag.kopieen(deel)]
    if not gevonden:
        raise InvoerFout("kopie-niet-gevonden")
    op_volgorde = sorted(gevonden, key=lambda k: k.moment, reverse=True)
    return _niet_van_later_eerst(op_volgorde, SysteemKlok().nu())


def namen_uit_elkaar(kopieen: Sequence[Kopie]) -> list[str]:
    """Bij elke kopie hoe haar werkplek heet; heten er twee hetzelfde, dan met de map waar de kopie in ligt."""
    namen = {kopie.pad.parent: naam_van(kopie.pad.parent) for kopie in kopieen}
    vaak = Counter(namen.values())
    heten = {map_: f"{naam} ({map_.name})" if vaak[naam] > 1 else naam for map_, naam in namen.items()}
    return [heten[kopie.pad.parent] for kopie in kopieen]


def _niet_van_later_eerst(kopieen: Iterable[Kopie], nu: datetime) -> tuple[Kopie, ...]:
    """Een kopie van later dan nu komt van een klok die verkeerd stond: zij is niet de laatste, en komt achteraan."""
    return tuple(sorted(kopieen, key=lambda kopie: kopie.moment > nu + _SPELING))


def zet_terug(
    kopie: Kopie, geheim: str, waar: Path, *, met_herstel: bool = False, hoofden: Path | None = None
) -> Terugzetting:
    """Zet een kopie terug als nieuwe werkplek op deze computer; wat er al staat, blijft onaangeraakt.

    Staat er hier al een met die naam, dan krijgt de nieuwe er iets bij: zo kiest later niemand de oude.

    ``hoofden``: de map waarin deze computer onthield wat er in werkplekken met dezelfde sleutel is vernietigd.
    """
    naar = waar / f"kluis-{uuid.uuid4().hex[:8]}"
    try:
        sloten = kluizen.lees_sloten(kopie.pad.parent)
        sleutel = sleutel_uit(sloten, geheim, met_herstel=met_herstel)
        eigen_naam = sloten.naam
        if vrije_naam(waar, eigen_naam) != eigen_naam:
            eigen_naam = vrije_naam(waar, _("{naam} (teruggezet)").format(naam=eigen_naam))
        weg = vernietigd_volgens(hoofden, sloten, sleutel) if hoofden else frozenset()
        oud = hoofden is not None and mist_wat_later_is_vernietigd(hoofden, sloten, sleutel)
        teruggezet = opslag.zet_terug(kopie, sleutel, naar, weg, SysteemKlok().nu().isoformat())
        wie = wie_opent(teruggezet, geheim, met_herstel=met_herstel)
        werkplek = Werkplek(teruggezet, SysteemKlok(), wie)
        if eigen_naam != sloten.naam:
            kluizen.schrijf_sloten(naar, sloten.met_naam(sleutel, eigen_naam))
        (naar / NOG_BEKIJKEN).touch()
        logboek.noteer(werkplek, Gebeurtenis.TERUGGEZET, None)
        instellingen.laat_blok_los(werkplek)
        # Klopt er in de kopie iets niet, dan kijkt ook hier eerst een mens.
        werkplek.zorg = bekijk(teruggezet, teruggezet.map)
        laatst = teruggezet.vraag("SELECT max(tijd) FROM wijziging")[0][0]
    except BaseException:
        shutil.rmtree(naar, ignore_errors=True)
        raise
    moment = datetime.fromisoformat(laatst) if laatst else None
    return Terugzetting(werkplek, tuple(_inzicht(werkplek)), moment, oud)


def _inzicht(werkplek: Werkplek) -> Iterator[Inzicht]:
    """Wat er in de kopie zit, het laatst veranderde eerst."""
    regels = [(journaal.laatste_wijziging(werkplek.kluis, r.id), r) for r in dossiers.overzicht(werkplek)]
    for dag, regel in sorted(regels, key=lambda paar: paar[0], reverse=True):
        yield Inzicht(regel.naam or regel.gezinsnaam, dag)


def oefen(werkplek: Werkplek, geheim: str, *, met_herstel: bool) -> Kopie:
    """Zet de nieuwste kopie terug op een plek die daarna weer weg is, en rekent haar helemaal na.

    Zo weet u dat de kopie én uw wachtzin of herstelsleutel het doen voordat het nodig is. Fouten:
    ``kopie-zonder-plek``, ``kopie-niet-gevonden`` en die van ``zet_terug``.
    """
    plek = _plek(werkplek)
    if plek is None:
        raise InvoerFout("kopie-zonder-plek")
    nieuwste = _niet_van_later_eerst(vind(opslag.map_voor(werkplek.kluis, plek)), werkplek.klok.nu())[0]
    with tempfile.TemporaryDirectory(dir=werkplek.kluis.map.parent, prefix=opslag.OEFENMAP) as waar:
        terug = zet_terug(nieuwste, geheim, Path(waar), met_herstel=met_herstel)
        try:
            controleer(terug.werkplek, breuken(werkplek.kluis))
        finally:
            terug.laat_vallen()
    logboek.noteer(werkplek, Gebeurtenis.KOPIE_GEOEFEND, None)
    werkplek.kluis.onthoud("kopie-geoefend", werkplek.klok.nu().isoformat())
    return nieuwste
