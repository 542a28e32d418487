"""Welk segment past: per regio de toets die uit haar eigen omschrijvingen volgt."""

from __future__ import annotations

from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.productenboek.boek import Segment
from jeugdteam_app.productenboek.voorwaarden import Getoetst, Uitslag, groepen
from jeugdteam_app.regels.denkstap import Denkstap
from jeugdteam_app.regels.regel import Segmenttoets, Werking
from jeugdteam_app.regels.uitkomst import Tak

# De regel bij een segment waarvan geen bron zegt wanneer het past.
ONBEKEND = "SEGMENT-ONBEKEND"
# De regel bij een segment dat alleen in het productenboek omschreven is.
OMSCHREVEN = "SEGMENT"
# De regel bij een segment dat een mens weegt omdat geen enkel segment precies past.
TWIJFEL = "SEGMENT-TWIJFEL"


def segmenten(stap: Denkstap) -> tuple[Tak, ...]:
    """Elk segment van het boek met zijn uitslag, in de volgorde waarin we ze nalopen: spoed eerst."""
    toetsen = {t.id: t for t in stap.regels.regio.segmenten}
    volgorde = list(toetsen)
    in_boek = sorted(stap.boek.segmenten, key=lambda s: volgorde.index(s.id) if s.id in toetsen else len(volgorde))
    gevonden = tuple(_segment(stap, s, toetsen.get(s.id)) for s in in_boek)
    # Een segment waar geen bron iets over zegt, is geen reden om de andere niet te wegen.
    omschreven = [tak for tak in gevonden if tak.redenen[0].regel != ONBEKEND]
    if not omschreven or any(_geeft_hulp(tak, toetsen.get(tak.code)) for tak in omschreven):
        return gevonden
    return tuple(_twijfel(stap, tak) if (t := toetsen.get(tak.code)) and t.bij_twijfel else tak for tak in gevonden)


def _geeft_hulp(tak: Tak, toets: Segmenttoets | None) -> bool:
    """Of een segment (misschien) de hulp geeft. Een plek om te wonen zegt nog niet welke hulp erbij hoort; spoed
    waarvan niet bekend is of het zover is, ook niet."""
    if toets is None or tak.uitslag is Uitslag.NEE:
        return tak.uitslag is not Uitslag.NEE
    return not toets.ernaast and not (toets.spoed and tak.uitslag is Uitslag.ONBEKEND)


def past_geen(takken: tuple[Tak, ...]) -> bool:
    """Of volgens de bronnen zeker geen enkel segment past, ook als een mens er dan een weegt."""
    omschreven = [t for t in takken if t.redenen[0].regel != ONBEKEND]
    return bool(omschreven) and all(t.uitslag is Uitslag.NEE or t.redenen[0].regel == TWIJFEL for t in omschreven)


def _twijfel(stap: Denkstap, tak: Tak) -> Tak:
    """De bronnen hebben hier geen segment voor. Dat is geen nee: een mens weegt welk van deze het dichtst past."""
    reden = stap.reden(TWIJFEL, (feit for feit, _waarde in tak.redenen[0].feiten), tak.redenen[0].bron)
    return tak._replace(uitslag=Uitslag.ONBEKEND, redenen=(reden, *tak.redenen))


def _segment(stap: Denkstap, segment: Segment, toets: Segmenttoets | None) -> Tak:
    if toets is None or toets.als is None:
        reden = stap.reden(ONBEKEND, (), segment.bron.bron())
        return Tak(segment.id, segment.naam, Uitslag.ONBEKEND, (reden,))
    getoetst: Getoetst = groepen(toets.als, stap.feiten)
    gewicht = "veiligheid" if toets.spoed else Werking.SEGMENT
    van_regel = stap.regels[toets.regel].bron.bron()
    stap.vraag_open(getoetst.hangt_af_van, segment.naam, gewicht, toets.regel, van_regel)
    reden = stap.reden(toets.regel, getoetst.feiten, segment.bron.bron() if toets.regel == OMSCHREVEN else None)
    if toets.waarom:
        reden = reden._replace(tekst=toets.waarom)
    if toets.afleiding:
        reden = reden._replace(bron=Bron(reden.bron.document, f"{reden.bron.plaats}; {toets.afleiding}"))
    return Tak(segment.id, segment.naam, getoetst.uitslag, (reden,), getoetst.hangt_af_van)
