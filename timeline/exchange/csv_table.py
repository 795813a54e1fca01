"""Our CSV (RFC 4180) and TSV: a row for an event; see docs/formats/csv.md.

Commas, semicolons, tabs and bars are told apart by the header. A row with too many or
too few cells is refused: something in it stands in the wrong column.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from functools import partial
from io import StringIO
from itertools import compress
from typing import Any, TextIO

from .columns import COLUMNS, protected, unprotected
from .event_cells import cells_of
from .event_rows import NOTHING, EventRows
from .formats import Defaults, Format, Reader
from .header import (
    MOST_COLUMNS,
    Header,
    check_width,
    id_of,
    proposed,
    read_header,
    recognised,
)
from .rows import Row, Wrong
from .source import HEAD, BadFile, Source

LONGEST_CELL = 4 * 1024 * 1024
SEPARATORS = ",;\t|"
_NO_HEADER = re.compile(r"\ufeff?(?:sep=.)?\s*\Z", re.IGNORECASE)
_END = re.compile(r"[\r\n]")
_QUOTED = re.compile('[",;|\t\r\n]|^ | $').search


def separator_of(header: str, preferred: str = ",") -> str:
    """The separator with which the header has most of our columns, or most at all."""

    def fitness(sign: str) -> tuple[int, int, int, bool]:
        names = next(csv.reader([header[:HEAD]], delimiter=sign), [])[:MOST_COLUMNS]
        known = sum(map(bool, recognised(names)))
        likely = sum(use in COLUMNS for use in proposed(names))
        return known, likely, 0 if known else len(names), sign == preferred

    return max((preferred, *SEPARATORS), key=fitness)


class TableReader(Reader):
    """Rows of a table with a header."""

    closing = ""

    def __init__(
        self, source: Source, defaults: Defaults, separator: str = ","
    ) -> None:
        super().__init__(source, defaults)
        self.separator = separator

    def __iter__(self) -> Iterator[Row]:
        """A row for each line that has a cell with something in it."""
        table = self._opened()
        names = self._next(table) or []
        header = self._header(names)
        self.opening = self._line(names)
        known = [bool(name) for name in header.ours]
        mine = list(compress(header.ours, known))
        others = not all(known)
        nameless = "" in header.names
        rows = EventRows(self.defaults, {*mine, "id"})
        width, empty = len(names), 0
        while (cells := self._next(table)) is not None:
            line = self._first_line
            if len(cells) != width:
                if not any(cells):
                    continue
                yield self._crooked(cells, width, line)
                continue
            raw = cells
            if "'" in "".join(cells):
                cells = [unprotected(cell) for cell in cells]
            extra = NOTHING
            if others:
                extra = header.extra(cells)
                found = dict(zip(mine, compress(cells, known), strict=True))
            else:
                found = dict(zip(mine, cells, strict=True))
            if header.id_of_title:
                found["id"] = id_of(found["title"])
            if not found["id"] and not any(cells):
                empty += 1
                continue
            if nameless and (cell := header.without_name(cells)):
                yield self._nameless(cell, raw, line)
                continue
            yield from rows.rows(line, found, raw, extra)
        if empty:
            self.notes.append(f"{empty} rows without a single character were skipped.")

    def head(self, count: int) -> tuple[list[str], list[list[str]]]:
        """The names of the columns, and the first rows that are not empty."""
        table = self._opened()
        names, rows = self._next(table) or [], []
        check_width(names)
        while len(rows) < count and (cells := self._next(table)) is not None:
            if any(cells):
                rows.append([unprotected(cell) for cell in cells])
        return names, rows

    def _opened(self) -> Any:
        """The table from its header on."""
        csv.field_size_limit(LONGEST_CELL)
        lines = self.source.lines()
        first = self._header_line(lines)
        self.separator = separator_of(first, self.separator)
        return csv.reader(
            _with_first(first, lines), delimiter=self.separator, strict=True
        )

    def _header_line(self, lines: Iterator[str]) -> str:
        """The first line that is not empty and does not just name the separator."""
        self._skipped = 0
        for line in lines:
            if not _NO_HEADER.match(line):
                return line
            self._skipped += 1
        return ""

    def _next(self, table: Any) -> list[str] | None:
        self._first_line = table.line_num + 1 + self._skipped
        try:
            return next(table, None)
        except csv.Error as error:
            raise BadFile(
                f"This is not a table: {error}.",
                "A cell with a quotation mark needs it doubled, and one round it.",
                self._first_line,
            ) from None

    def _header(self, names: list[str]) -> Header:
        try:
            return read_header(names, self.defaults.columns)
        except Wrong as error:
            line = 1 + self._skipped
            raise BadFile(error.wrong, error.right, line, error.column) from None

    def _nameless(self, cell: str, raw: list[str], line: int) -> Row:
        row = Row(line, [], raw)
        wrong = "The cell stands in a column without a name."
        row.refuse(wrong, "A name in the header, or an empty cell.", value=cell)
        return row

    def _crooked(self, cells: list[str], width: int, line: int) -> Row:
        row = Row(line, [], cells)
        row.refuse(
            f"The row has {len(cells)} cells, the header {width}.",
            "A cell with a separator or a line break stands between quotation marks.",
        )
        return row

    def _line(self, cells: list[str]) -> str:
        out = StringIO()
        csv.writer(out, delimiter=self.separator, lineterminator="\n").writerow(cells)
        return out.getvalue()

    def rejected(self, row: Row) -> str:
        """The row as it stood in the table."""
        return self._line(row.raw)


def _with_first(first: str, rest: Iterable[str]) -> Iterator[str]:
    yield first.removeprefix("\ufeff")
    yield from rest


def first_line(head: str) -> str:
    """The header, whatever ends it."""
    return _END.split(head.lstrip("\ufeff"), maxsplit=1)[0]


def sniff(head: str) -> bool:
    """A header with our columns, and not that of a TimelineJS sheet."""
    header = first_line(head)
    names = next(csv.reader([header], delimiter=separator_of(header)), [])
    foreign = {"year", "headline"} <= {name.strip().lower() for name in names}
    return not foreign and {"id", "title", "date"} <= set(recognised(names))


def cell(text: str) -> str:
    """A cell as it is written: marked against formulas, quoted where needed."""
    if not text:
        return text
    text = protected(text)
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _QUOTED(text) else text


def write(events: Iterable[Any], out: TextIO, separator: str = ",") -> None:
    """A header and a line for each event."""
    out.write(separator.join(COLUMNS) + "\n")
    for some in events:
        lines = [separator.join(map(cell, cells_of(event))) for event in some]
        out.write("\n".join(lines))
        out.write("\n")


LOSSES = (
    "Documents, passages, notes and revisions: a table is loaded into a database "
    "that holds its documents.",
    "Titles, descriptions and publication of timelines.",
    "Notes to the next editor; row versions and history.",
)
CSV = Format(
    name="csv",
    suffixes=(".csv",),
    sniff=sniff,
    read=TableReader,
    write=write,
    losses=LOSSES,
    about="a table, a row for an event",
)
TSV = Format(
    name="tsv",
    suffixes=(".tsv", ".tab"),
    read=partial(TableReader, separator="\t"),
    write=partial(write, separator="\t"),
    losses=LOSSES,
    about="the same table with tabs",
)
