"""A workbook of strings (ECMA-376, SpreadsheetML), written in a stream.

Nothing is held but a page of rows: cells carry their texts in the sheet (`inlineStr`),
and parts that name the others come last. The archive is written forwards only, so it is
the same in a file, in a pipe and in a download.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Cells = Sequence[str]
MOST_ROWS = 1_048_576  # of a sheet: what Excel holds
MOST_BYTES = 1 << 30  # of a sheet, about; an archive without ZIP64 holds twice that
LONGEST_CELL = 32_767  # UTF-16 code units: what Excel holds
PAGE = 500
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HEADER_STAYS = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
)
ENTITIES = {"\r": "&#13;"}  # a parser would make a line feed of it
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def is_too_long(cell: str) -> bool:
    """Whether Excel would cut the cell."""
    if len(cell) * 2 <= LONGEST_CELL:
        return False
    return len(cell.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_CELL


class Workbook:
    """Sheets one after the other; whole when the block ends well, else left broken."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = _Forwards(out)
        self._archive = ZipFile(self._out, "w", ZIP_DEFLATED)  # type: ignore[call-overload]
        self._names: list[str] = []

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._name_parts()
        else:
            self._out.stop()  # without its directory no program takes it for whole
        self._archive.close()

    def table(self, name: str, header: Cells, rows: Iterable[Cells]) -> int:
        """Rows below a header that stays; a further sheet where one is full.

        Returns the number of sheets.
        """
        more = iter(rows)
        with self._sheet(name) as sheet:
            _fill(sheet, header, more)
        number = 1
        for first in more:
            number += 1
            with self._sheet(f"{name} {number}") as sheet:
                _fill(sheet, header, chain([first], more))
        return number

    def _name_parts(self) -> None:
        numbers = range(1, len(self._names) + 1)
        self._put("xl/workbook.xml", _book(self._names))
        sheets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
        self._put("xl/_rels/workbook.xml.rels", _relations(sheets))
        root = [("rId1", "officeDocument", "xl/workbook.xml")]
        self._put("_rels/.rels", _relations(root))
        self._put("[Content_Types].xml", _kinds(numbers))

    def _sheet(self, name: str) -> IO[bytes]:
        self._names.append(name)
        part = f"xl/worksheets/sheet{len(self._names)}.xml"
        return self._archive.open(_info(part), "w")

    def _put(self, name: str, text: str) -> None:
        self._archive.writestr(_info(name), XML + text)


def _info(name: str) -> ZipInfo:
    """A part without a moment, so that the same rows make the same bytes."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    return info


class _Forwards(io.RawIOBase):
    """A file that is written from its beginning to its end."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out, self._is_stopped = out, False

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        return len(piece) if self._is_stopped else self._out.write(piece)

    def stop(self) -> None:
        """Write no more, whatever comes."""
        self._is_stopped = True


# The parts


def _fill(sheet: IO[bytes], header: Cells, rows: Iterator[Cells]) -> None:
    """A sheet of rows, as many as it holds."""
    sheet.write(f"{XML}<worksheet {MAIN}>{HEADER_STAYS}<sheetData>".encode())
    letters = _letters(len(header))
    written = sheet.write(_row(letters, 1, header).encode())
    number = 2
    while number <= MOST_ROWS and written < MOST_BYTES:
        page = list(islice(rows, min(PAGE, MOST_ROWS - number + 1)))
        if not page:
            break
        texts = [_row(letters, at, cells) for at, cells in enumerate(page, number)]
        written += sheet.write("".join(texts).encode())
        number += len(page)
    sheet.write(b"</sheetData></worksheet>")


def _row(letters: Sequence[str], number: int, cells: Cells) -> str:
    texts = [
        f'<c r="{letter}{number}" t="inlineStr"><is><t{_space(cell)}>{_text(cell)}'
        "</t></is></c>"
        for letter, cell in zip(letters, cells, strict=True)
        if cell
    ]
    return f'<row r="{number}">{"".join(texts)}</row>'


def _space(cell: str) -> str:
    is_plain = cell.isprintable() and not (cell[0] == " " or cell[-1] == " ")
    return "" if is_plain else ' xml:space="preserve"'


def _text(cell: str) -> str:
    """Text of XML; what XML cannot say as Excel writes it (`_x0001_`)."""
    if _NO_XML.search(cell):
        cell = _NO_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", cell)
    return escape(cell, ENTITIES)


def _letters(count: int) -> list[str]:
    """A, B, … Z, AA, AB, … of as many columns."""
    signs = [chr(ord("A") + number) for number in range(26)]
    return [*signs, *(one + other for one in signs for other in signs)][:count]


def _book(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    return f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'


def _relations(found: Iterable[tuple[str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{own}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for own, kind, target in found
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _kinds(numbers: Iterable[int]) -> str:
    parts = [("/xl/workbook.xml", f"{KIND}.sheet.main+xml")]
    sheet = f"{KIND}.worksheet+xml"
    parts += [(f"/xl/worksheets/sheet{n}.xml", sheet) for n in numbers]
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    inner = f'<Default Extension="rels" ContentType="{rels}"/>'
    inner += '<Default Extension="xml" ContentType="application/xml"/>'
    inner += "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts
    )
    return f'<Types xmlns="{PACKAGE}/content-types">{inner}</Types>'
