"""A workbook of strings (ECMA-376, SpreadsheetML), written by `openpyxl`, extra `xlsx`.

Rows go to files of its own as they come, so that nothing is held but a page of them;
the workbook goes out when it is whole. What breaks off leaves nothing behind.
"""

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO, Any

from .source import BadFile

Cells = Sequence[str]
MOST_ROWS = 1_048_576  # of a sheet: what Excel holds
LONGEST_CELL = 32_767  # UTF-16 code units: what Excel holds
# What XML cannot say, CR, of which a parser makes LF, and what looks like its spelling.
_NOT_KEPT = re.compile(
    "[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|_(?=x[0-9A-Fa-f]{4}_)"
)
_SPELT = re.compile("_x([0-9A-Fa-f]{4})_")


def has_xlsx() -> bool:
    """Whether workbooks can be read and written here."""
    return find_spec("openpyxl") is not None


def load_openpyxl(otherwise: str) -> Any:
    """The library, when a workbook is there: loading it takes 12 MB."""
    try:
        return import_module("openpyxl")
    except ImportError:
        raise BadFile("XLSX needs openpyxl.", otherwise) from None


def is_too_long(cell: str) -> bool:
    """Whether Excel would cut the cell."""
    if len(cell) * 2 <= LONGEST_CELL:
        return False
    return len(cell.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_CELL


def spelt(text: str) -> str:
    """A text as a cell holds it (ST_Xstring): CR is `_x000D_`."""
    if not _NOT_KEPT.search(text):
        return text
    return _NOT_KEPT.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unspelt(cell: str) -> str:
    """The text of a cell, as Excel and `spelt` write it."""
    if "_x" not in cell:
        return cell
    return _SPELT.sub(lambda found: chr(int(found[1], 16)), cell)


class Workbook:
    """Sheets one after the other; they go out when the block ends well."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        openpyxl = load_openpyxl("pip install openpyxl, or take CSV.")
        self._book = openpyxl.Workbook(write_only=True)
        self._cell = openpyxl.cell.WriteOnlyCell

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with TemporaryFile() as file:
            self._book.save(file)  # which also removes the files of the sheets
            if kind is None:
                file.seek(0)
                shutil.copyfileobj(file, self._out)

    def table(self, name: str, header: Cells, rows: Iterable[Cells]) -> int:
        """Rows below a header that stays; a further sheet where one is full.

        Returns the number of sheets.
        """
        more = iter(rows)
        self._sheet(name, header, more)
        number = 1
        for first in more:
            number += 1
            self._sheet(f"{name} {number}", header, chain([first], more))
        return number

    def _sheet(self, name: str, header: Cells, rows: Iterator[Cells]) -> None:
        """A sheet of rows, as many as it holds."""
        sheet = self._book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for cells in chain([header], islice(rows, MOST_ROWS - 1)):
            sheet.append([self._string(sheet, text) for text in cells])

    def _string(self, sheet: Any, text: str) -> Any:
        """A cell that no spreadsheet takes for a number, a date or a formula."""
        if not text:
            return None
        cell = self._cell(sheet, value=spelt(text))
        cell.data_type = "s"
        return cell
