"""Kleine bestanden om in een proef te maken: een kale xlsx of ods met precies de XML die de proef wil."""

import zipfile
from pathlib import Path

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006/relationships"
_M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_O = " ".join(
    f'xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{naam}:1.0"'
    for kort, naam in (("office", "office"), ("table", "table"), ("text", "text"))
)


def xlsx(pad: Path, rijen: str, *, teksten: str = "", stijlen: str = "", vooraf: str = "", extra=(), compact=True):
    """Een xlsx met één blad."""
    blad = '<sheet name="producten" sheetId="1" r:id="r1"/>'
    delen = [("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml")]
    leden = {
        "[Content_Types].xml": '<Types xmlns="x"/>',
        "_rels/.rels": _relaties(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{_M}" xmlns:r="{_R}"><sheets>{blad}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relaties(*delen, ("r3", "styles", "styles.xml")),
        "xl/worksheets/sheet1.xml": f'{vooraf}<worksheet xmlns="{_M}"><sheetData>{rijen}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_M}">{teksten}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{_M}">{stijlen}</styleSheet>',
    } | dict(extra)
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED if compact else zipfile.ZIP_STORED) as zip_:
        for naam, inhoud in leden.items():
            zip_.writestr(naam, inhoud)
    return pad


def ods(pad: Path, rijen: str, *, vooraf: str = "", extra=()):
    """Een ods met één blad."""
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        tabel = f'<table:table table:name="producten">{rijen}</table:table>'
        binnen = f"<office:body><office:spreadsheet>{tabel}</office:spreadsheet></office:body>"
        zip_.writestr("content.xml", f"{vooraf}<office:document-content {_O}>{binnen}</office:document-content>")
        for naam, bytes_ in extra:
            zip_.writestr(naam, bytes_)
    return pad


def ods_cel(waarde: str) -> str:
    """Een tekstcel."""
    return f'<table:table-cell office:value-type="string"><text:p>{waarde}</text:p></table:table-cell>'


def _relaties(*delen: tuple[str, str, str]) -> str:
    regels = "".join(f'<Relationship Id="{id}" Type="{_R}/{soort}" Target="{doel}"/>' for id, soort, doel in delen)
    return f'<Relationships xmlns="{_P}">{regels}</Relationships>'
