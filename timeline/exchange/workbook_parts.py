"""What a workbook may be made of, looked through before anything is made of it.

An XLSX file is a ZIP archive of XML parts. A few megabytes of it can unpack to
gigabytes, name a row a hundred million lines below, or style a cell a million times:
each takes a server minutes or its memory. Here every part is read once, by Expat, and
nothing is kept of it. What is no XML is left to the reader of workbooks, which stops
there as well.
"""

import lzma
import zlib
from typing import BinaryIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from .source import BadFile
from .workbook import MOST_ROWS

MOST_BYTES = 32 * 1024 * 1024  # of all parts, unpacked
MOST_PARTS = 1_000
MOST_CELLS = 16_384  # of a row: what Excel holds; openpyxl builds a row at a time
MOST_IN_ONE = 16 * MOST_CELLS  # elements of a row, or of a text in the list of texts
MOST_ELEMENTS = (
    250_000  # of a part that is held as a whole: styles, names, merged cells
)
AGAIN = "Save it as .xlsx again."
TOO_FAR = f"A sheet has at most {MOST_ROWS:,} rows."
UNREADABLE = (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError)
UNREADABLE = (*UNREADABLE, zlib.error, lzma.LZMAError)

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
_ROW, _CELL = f"{_MAIN}row", f"{_MAIN}c"
_ONE = {f"{_MAIN}worksheet": _ROW, f"{_MAIN}sst": f"{_MAIN}si"}
_SHEET = f"{_MAIN}sheet"
_NEVER_READ = {f"{_MAIN}pivotCacheRecords", f"{_MAIN}comments"}
_WHOLE = ("workbook.xml", "styles.xml", ".rels", "[Content_Types].xml")


def check_parts(file: BinaryIO) -> None:
    """Refuse what unpacks to too much, and what no program writes."""
    try:
        with file, ZipFile(file) as parts:
            infos = parts.infolist()
            if len(infos) > MOST_PARTS:
                raise BadFile(f"The workbook has {len(infos)} parts.", "An XLSX file.")
            size = sum(info.file_size for info in infos)
            if size > MOST_BYTES:
                raise BadFile(
                    f"The workbook unpacks to {size:,} bytes; {MOST_BYTES:,} are read.",
                    "Save it as CSV, which has no limit.",
                )
            for info in infos:  # whatever it is called: a workbook may point to it
                _Part(info.filename).look_through(parts.read(info))
    except UNREADABLE:
        raise BadFile("This is no XLSX workbook.", AGAIN) from None


class _Part:
    """One part: its elements are counted, those of a row or text one by one."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._one = ""  # the element that is held by itself, and then let go of
        self._is_root, self._is_held = True, True
        self._elements = self._cells = self._row = self._sheets = 0
        self._others = 0  # elements outside of rows or texts

    def look_through(self, text: bytes) -> None:
        """Refuse the part, or let it pass."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        try:
            parser.Parse(text, True)
        except (expat.ExpatError, LookupError, ValueError):
            return  # no XML, or only up to here

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if self._is_root:
            self._is_root = False
            if not self._name.endswith(_WHOLE):
                self._one = _ONE.get(name, "")
                self._is_held = name not in _NEVER_READ
        if name == self._one:
            self._others += self._elements
            self._elements = self._cells = 0
            if name == _ROW:
                self._check_row(attributes.get("r", ""))
        self._elements += 1
        if name == _CELL:
            self._cells += 1
            if self._cells > MOST_CELLS and self._one == _ROW:
                wrong = f"A row has more than {MOST_CELLS:,} cells."
                raise BadFile(wrong, "An XLSX file.")
        self._sheets += name == _SHEET
        if self._sheets > MOST_PARTS:
            raise BadFile(f"The workbook has over {MOST_PARTS:,} sheets.", AGAIN)
        most = MOST_IN_ONE if self._one else MOST_ELEMENTS
        if (self._is_held and self._elements > most) or self._others > MOST_ELEMENTS:
            wrong = f"The part {self._name} holds too many elements."
            raise BadFile(wrong, "Save the table alone as a workbook, or as CSV.")

    def _end(self, name: str) -> None:
        if name == self._one:
            self._elements = self._cells = 0

    def _check_row(self, number: str) -> None:
        """Rows stand in their order: the reader passes over any other."""
        before, self._row = self._row, self._row + 1
        if number.isdecimal():
            self._row = int(number[:20])
        if self._row <= before:
            wrong = f"Row {self._row} stands twice, or below row {before}."
            raise BadFile(wrong, AGAIN)
        if self._row > MOST_ROWS:
            raise BadFile(TOO_FAR, AGAIN)


def _refuse_doctype(*_: object) -> None:
    raise BadFile("A document type is not taken.", "An XLSX file.")
