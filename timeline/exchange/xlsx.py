"""XLSX (ECMA-376) by `openpyxl`, extra `xlsx`: the first sheet is a table like a CSV.

Every cell goes out as a string, so none is a formula; a formula that comes in is
refused. What unpacks to too much, or declares a document type, is refused unopened.
"""

import csv
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, time
from io import StringIO
from typing import Any, BinaryIO, TextIO

from .columns import COLUMNS, protected
from .csv_table import LOSSES, TableReader
from .event_cells import cells_of
from .event_records import EventRecord
from .formats import Format, Reader
from .outgoing import Outgoing
from .rows import Row
from .source import BadFile
from .timelinejs_table import TimelineJSTableReader
from .timelinejs_table import sniff as is_timelinejs
from .workbook import (
    LONGEST_CELL,
    MOST_ROWS,
    Cells,
    Workbook,
    is_too_long,
    load_openpyxl,
    unspelt,
)
from .workbook_parts import AGAIN, TOO_FAR, UNREADABLE, check_parts

MOST_PLACES = 8 * 1024 * 1024  # of a sheet, empty ones too: rows × their last column
MOST_CHARACTERS = 64 * 1024 * 1024  # of all cells: many may name one long text
BROKEN = (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError)
BROKEN = (*BROKEN, SyntaxError, *UNREADABLE)  # what openpyxl lets out
LONG = f"a cell longer than {LONGEST_CELL:,} characters"
NAMED = 1_000
FURTHER = (
    "A sheet holds 1,048,576 rows: the other events stand on further sheets. "
    "An import reads the first alone; a CSV has no limit."
)


class XlsxReader(Reader):
    """The rows of the first sheet, through the reader of its kind of table."""

    def __iter__(self) -> Iterator[Row]:
        """The rows, each under its number in the sheet."""
        with self._first_sheet() as lines:
            kind = TimelineJSTableReader if is_timelinejs(lines.header) else TableReader
            self._table = kind(lines, self.defaults)  # type: ignore[arg-type]
            for row in self._table:
                if row.line is not None and (wrong := lines.wrong.pop(row.line, None)):
                    row.items, row.faults = [], []
                    row.refuse(*wrong)
                self.opening = self._table.opening
                yield row
            self.notes.extend(self._table.notes)

    def head(self, count: int) -> tuple[list[str], list[list[str]]]:
        """The names of the columns and the first rows; none of another's table."""
        with self._first_sheet() as lines:
            if is_timelinejs(lines.header):
                return [], []
            return TableReader(lines, self.defaults).head(count)  # type: ignore[arg-type]

    @contextmanager
    def _first_sheet(self) -> Iterator["_Lines"]:
        self._openpyxl = load_openpyxl("pip install openpyxl, or save as CSV.")
        check_parts(self.source.path.open("rb"))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions we do not use
            with self.source.path.open("rb") as file, closing(self._opened(file)) as b:
                yield self._lines(b)

    def _lines(self, book: Any) -> "_Lines":
        sheet, *others = book.worksheets or [None]
        if sheet is None:
            raise BadFile("The workbook has no sheet.")
        if others:
            names = ", ".join(other.title for other in others[:20])
            self.notes.append(f"Only the first sheet is read. Not read: {names}.")
        sheet.reset_dimensions()  # what a file says of its size may be anything
        return _Lines(sheet)

    def _opened(self, file: BinaryIO) -> Any:
        try:
            return self._openpyxl.load_workbook(file, read_only=True, keep_links=False)
        except BROKEN:
            raise BadFile("This is no XLSX workbook.", AGAIN) from None

    def rejected(self, row: Row) -> str:
        """The row as a line of a CSV file."""
        return self._table.rejected(row)


class _Lines:
    """A sheet as the lines of a CSV file, an item a row, for the readers of tables."""

    def __init__(self, sheet: Any) -> None:
        self.wrong: dict[int, tuple[str, str, str]] = {}
        self._rows = sheet.iter_rows()
        self._number = self._places = self._characters = 0
        first = self._next() or ()
        names = [_text(cell) for cell in first]
        while names and not names[-1]:
            names.pop()
        self._names = names
        self.header = _line(names)

    def lines(self) -> Iterator[str]:
        """The header and each row."""
        yield self.header
        width = len(self._names)
        while (row := self._next()) is not None:
            number = self._number
            if all(cell.value is None for cell in row):
                yield "\n"
                continue
            cells = [self._cell(cell, at, number) for at, cell in enumerate(row)]
            while len(cells) > width and not cells[-1]:
                cells.pop()
            if not any(cells):
                yield "\n"
                continue
            cells += [""] * (width - len(cells))
            line = _line([protected(cell) for cell in cells])
            self._characters += len(line)
            if self._characters > MOST_CHARACTERS:
                self._too_much(f"The cells hold over {MOST_CHARACTERS:,} characters.")
            yield line

    def _next(self) -> Any:
        """The next row, also one that is not there because it is empty."""
        self._number += 1
        try:
            row = next(self._rows, None)
        except BROKEN:
            wrong = "The sheet is broken here."
            raise BadFile(wrong, AGAIN, self._number) from None
        if row is not None and self._number > MOST_ROWS:
            self._too_much(TOO_FAR)
        self._places += len(row or ())
        if self._places > MOST_PLACES:
            self._too_much(
                f"The rows reach over {MOST_PLACES:,} cells, empty ones too."
            )
        return row

    def _too_much(self, wrong: str) -> None:
        right = "Save the table alone as a workbook, or as CSV."
        raise BadFile(wrong, right, self._number)

    def _cell(self, cell: Any, at: int, number: int) -> str:
        name = self._names[at] if at < len(self._names) else ""
        if cell.data_type == "f":
            wrong = "This cell is a formula."
            self.wrong[number] = (wrong, "Paste its value in its place.", name)
        elif cell.data_type == "e":
            self.wrong[number] = ("This cell is an error.", "A value.", name)
        return _text(cell)


def _text(cell: Any) -> str:
    """A cell as text: a date is its day, a whole number has no fraction."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unspelt(str(value))


def _line(cells: list[str]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def sniff(head: str) -> bool:
    """A ZIP file that begins as a workbook does."""
    return head.startswith("PK\x03\x04") and ("xl/" in head or "[Content_" in head)


def write(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """Sheets of events as strings, and one that says what is not there."""
    lost: list[Cells] = []
    out.flush()
    with Workbook(out.buffer) as book:  # type: ignore[attr-defined]
        sheets = book.table("events", COLUMNS, _rows(events, lost))
        if sheets > 1:
            lost.append([FURTHER])
        told = [[loss] for loss in LOSSES]
        book.table("lost", ["Not in this workbook"], [*told, *lost])


def _rows(events: Outgoing[list[EventRecord]], lost: list[Cells]) -> Iterator[Cells]:
    """The cells of each event; who has one that is too long is named elsewhere."""
    total = 0
    for some in events:
        for event in some:
            cells = cells_of(event)
            if not any(map(is_too_long, cells)):
                yield cells
                continue
            total += 1
            if total <= NAMED:
                name = f"{event.timeline}/{event.values['slug']}"
                lost.append([f"Event left out, {LONG}: {name}"])
    events.lose(f"events with {LONG}, named in the sheet “lost”", total)
    if total > NAMED:
        lost.append([f"… and {total - NAMED:,} more."])


XLSX = Format(
    name="xlsx",
    suffixes=(".xlsx",),
    sniff=sniff,
    read=XlsxReader,
    write=write,
    losses=(
        *LOSSES,
        "Events with a cell beyond 32,767 characters: named in the sheet “lost”.",
    ),
    about="our table as an Excel workbook",
)
