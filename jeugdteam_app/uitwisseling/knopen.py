"""Een bericht van buiten ontleden zonder iets van internet te halen of uit te vouwen, en er tekst uit lezen.

Op de naamruimte letten we niet: een latere versie van de standaard mag er iets bij zetten.
"""

from __future__ import annotations

from contextlib import suppress

from lxml import etree

from jeugdteam_app.kern.fouten import InvoerFout

GROOTSTE_BERICHT = 5_000_000


def ontleed(inhoud: bytes) -> etree._Element:
    """De wortel. Fouten: ``bericht-te-groot``, ``bericht-onleesbaar``."""
    if len(inhoud) > GROOTSTE_BERICHT:
        raise InvoerFout("bericht-te-groot")
    lezer = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    wortel = None
    with suppress(etree.XMLSyntaxError, ValueError):
        wortel = etree.fromstring(inhoud, lezer)
    if wortel is None or b"<!DOCTYPE" in inhoud:
        raise InvoerFout("bericht-onleesbaar")
    return wortel


def alle(wortel: etree._Element, naam: str) -> list[etree._Element]:
    """Elke knoop met deze naam, hoe diep ook."""
    return [e for e in wortel.iter() if isinstance(e.tag, str) and etree.QName(e).localname == naam]


def tekst(van: etree._Element, *pad: str) -> str:
    """De tekst op een pad van namen, zonder op de naamruimte te letten; leeg als het er niet is."""
    hier: etree._Element | None = van
    for naam in pad:
        kinderen = () if hier is None else hier
        hier = next((k for k in kinderen if isinstance(k.tag, str) and etree.QName(k).localname == naam), None)
    return (hier.text or "").strip() if hier is not None else ""


def verplicht(van: etree._Element, *pad: str) -> str:
    """De tekst op een pad; is die er niet, dan een ``ValueError`` met alleen de naam van de knoop."""
    if not (gevonden := tekst(van, *pad)):
        raise ValueError(pad[-1])
    return gevonden
