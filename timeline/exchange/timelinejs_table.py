"""The spreadsheet of TimelineJS as CSV or TSV: a row for a slide, an era or the title.

Year, Month, Day, Time, End Year …, Display Date, Headline, Text, Media …, Type, Group,
Background. Each row becomes the slide it stands for, and is read as `timelinejs` is.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any, TextIO

from timeline.dates import Calendar

from .columns import unprotected
from .csv_table import LONGEST_CELL, SEPARATORS, first_line
from .csv_table import cell as quoted
from .event_records import EventRecord
from .foreign import SPACE, ForeignReader, Found
from .formats import Format
from .header import check_names
from .rows import Row, Wrong
from .source import HEAD, BadFile
from .synonyms import folded
from .timelinejs import LOSSES, NAME, found_in_slide, slide_of, title_row, whole_of
from .timelinejs_dates import SIDES, edtf_of
from .timelinejs_old import date_parts

COLUMNS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time"),
    *("Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption"),
    *("Media Thumbnail", "Alt Text", "Type", "Group", "Background", "Link", "Slide Id"),
    *("EDTF Written", "Calendar", "Timeline"),
)
PLACES = {
    **{"display_date": ("display_date",), "group": ("group",), "link": ("link",)},
    **{"headline": ("text", "headline"), "text": ("text", "text")},
    **{"media": ("media", "url"), "media_credit": ("media", "credit")},
    **{"media_caption": ("media", "caption"), "alt_text": ("media", "alt")},
    **{"media_thumbnail": ("media", "thumbnail"), "slide_id": ("unique_id",)},
    **{"media_alt": ("media", "alt"), "unique_id": ("unique_id",)},
    **{"id": ("unique_id",), "calendar": ("dating", "calendar")},
    **{"edtf_written": ("dating", "edtf_written"), "timeline": ("timeline",)},
}
MONTH_FIRST = "Dates such as 8/9/1963 are read month first, as TimelineJS reads them."
OTHER_NAMES = ("media_alt", "unique_id", "id")
DATES = ("year", "month", "day", "time")
_TIME = re.compile(
    r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:\.[0-9]+)?\s*([ap])?\.?(?:m\.?)?",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:[,\s][0-9]{3})+")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}|[A-Za-z]+")


def slide_from(cells: dict[str, str]) -> dict[str, Any]:
    """The slide a row stands for; columns nobody knows stay beside its parts."""
    slide: dict[str, Any] = {}
    for name, cell in cells.items():
        if not cell.strip(SPACE if name in PLACES else None):
            continue
        if (place := PLACES.get(name)) is not None:
            *outer, last = place
            part = slide.setdefault(outer[0], {}) if outer else slide
            part[last] = cell
        elif name == "background":
            kind = "color" if _COLOUR.fullmatch(cell.strip()) else "url"
            slide["background"] = {kind: cell.strip()}
        elif name in SIDES:  # the sheet before version 3
            slide.setdefault(name, {}).update(date_parts(cell, name))
        elif name == "tag" and not cells.get("group", "").strip():
            slide["group"] = cell
        elif name.removeprefix("end_") in DATES:
            side = "end_date" if name.startswith("end_") else "start_date"
            slide.setdefault(side, {}).update(_number(name, cell))
        elif name != "type" or cell.strip().casefold() not in ("era", "title"):
            slide.setdefault("columns", {})[name] = cell
    return slide


def _number(name: str, cell: str) -> dict[str, str]:
    """A cell of a date; a time is three numbers."""
    part = name.removeprefix("end_")
    if part != "time":
        grouped = _THOUSANDS.fullmatch(cell.strip())  # as TimelineJS reads -10,000
        return {part: re.sub(r"[,\s]", "", cell) if grouped else cell}
    found = _TIME.fullmatch(cell.strip())
    if found is None:
        raise Wrong("This is not a time.", "As 13:30 or 1:30 pm.", name)
    hour, half = int(found[1]), (found[4] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise Wrong("No hour has this number.", "1 to 12 before am and pm.", name)
        hour = hour % 12 + 12 * (half == "p")
    return {"hour": str(hour), "minute": found[2], "second": found[3] or "0"}


class TimelineJSTableReader(ForeignReader):
    """The rows of a spreadsheet of TimelineJS."""

    closing = between = ""
    date_name = "year"

    def found(self) -> Iterator[Found | Row]:
        """Each row that has a cell with something in it."""
        csv.field_size_limit(LONGEST_CELL)
        self._has_events, self._title_line = False, 0
        lines = self.source.lines()
        header = next(lines, "").removeprefix("\ufeff")
        self.separator = separator_of(header)
        table = csv.reader(_with_first(header, lines), delimiter=self.separator)
        names = [folded(name) for name in self._next(table) or []]
        try:
            check_names(names)
        except Wrong as error:
            raise BadFile(error.wrong, error.right, 1, error.column) from None
        self.opening = self._line(header_of(header, self.separator))
        while True:
            line = table.line_num + 1
            if (cells := self._next(table)) is None:
                return
            if any(cell.strip() for cell in cells):
                yield from self._row(names, cells, line)

    def _next(self, table: Any) -> list[str] | None:
        try:
            return next(table, None)
        except csv.Error as error:
            raise BadFile(
                f"This is not a table: {error}.", "", table.line_num
            ) from None

    def _row(self, names: list[str], cells: list[str], line: int) -> Iterator[Any]:
        try:
            if len(cells) > len(names):
                wrong = f"The row has {len(cells)} cells, the header {len(names)}."
                raise Wrong(wrong, "A cell with a separator stands in quotation marks.")
            mine = dict(zip(names, map(unprotected, cells), strict=False))
            slide = slide_from(mine)
            if any("/" in mine.get(side, "") for side in SIDES):
                self._say(MONTH_FIRST)
            kind = mine.get("type", "").strip().casefold()
            if kind == "title":
                yield from self._title(slide, cells, line)
                return
            self._has_events = True
            where = f"line {line}"
            found = found_in_slide(
                slide, where, kind if kind == "era" else "", self.notes
            )
        except Wrong as error:
            yield self.refused("", cells, error, line)
            return
        found.path, found.line, found.raw = "", line, cells
        yield found

    def _say(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)

    def _title(
        self, slide: dict[str, Any], cells: list[str], line: int
    ) -> Iterator[Row]:
        """The row of the title names the timeline, when it stands before the rows."""
        if self._title_line:
            wrong = f"The title stands in line {self._title_line} already."
            raise Wrong(wrong, "One row of the type “title”.", "type")
        self._title_line = line
        named = slide.pop("timeline", "")
        slug = self.defaults.timeline or self.defaults.document or named
        if slug and not self._has_events:
            yield from title_row(slug, {"title": slide}, line, cells)
        else:
            right = "It is where a timeline is chosen"
            if self._has_events:
                right = "It is where it stands before the events"
            self.notes.append(
                f"line {line}: the row of the title is not read. {right}."
            )

    def _line(self, cells: list[str]) -> str:
        out = StringIO()
        csv.writer(out, delimiter=self.separator, lineterminator="\n").writerow(cells)
        return out.getvalue()

    def rejected(self, row: Row) -> str:
        """The row as it stood in the table."""
        return self._line(row.raw)


def _with_first(first: str, rest: Iterable[str]) -> Iterator[str]:
    yield first
    yield from rest


def header_of(line: str, separator: str) -> list[str]:
    """The names of a header line."""
    return next(csv.reader([line], delimiter=separator), [])


def separator_of(header: str) -> str:
    """The separator with which the header has most names."""
    return max(SEPARATORS, key=lambda sign: len(header_of(header[:HEAD], sign)))


def sniff(head: str) -> bool:
    """A header with a headline and a year or start date, and no dates of ours."""
    line = first_line(head)
    try:
        names = {folded(name) for name in header_of(line, separator_of(line))}
    except csv.Error:
        return False
    dated = {"year", "start_date"} & names
    return bool(dated) and "headline" in names and "date" not in names


def _cells(slide: dict[str, Any], kind: str) -> list[str]:
    cells = {
        "type": kind,
        **{
            name: _at(slide, place)
            for name, place in PLACES.items()
            if name not in OTHER_NAMES
        },
        "background": next(iter(slide.get("background", {}).values()), ""),
    }
    for side, before in (("start_date", ""), ("end_date", "end_")):
        date = slide.get(side, {})
        cells |= {before + name: str(date.get(name, "")) for name in DATES[:3]}
        if "hour" in date:
            time = (date[name] for name in ("hour", "minute", "second"))
            cells[before + "time"] = ":".join(f"{int(part):02d}" for part in time)
    return [str(cells.get(folded(name), "")) for name in COLUMNS]


def _at(slide: dict[str, Any], place: tuple[str, ...]) -> Any:
    value: Any = slide
    for name in place:
        value = value.get(name, "") if isinstance(value, dict) else ""
    return value


def write(
    events: Iterable[list[EventRecord]], out: TextIO, separator: str = ","
) -> None:
    """A header and a row for each event; one without a date has empty cells."""
    out.write(separator.join(COLUMNS) + "\n")
    titled = False
    for some in events:
        for event in some:
            if not titled:  # the program shows one title: of the first timeline
                titled = True
                title = whole_of(event.timeline, events.using)["title"]
                title["timeline"] = event.timeline
                out.write(_row(_cells(title, "title"), separator))
            where, slide = slide_of(event)
            if _is_said(event, slide):
                del slide["dating"], slide["display_date"]
            kind = "era" if where == "eras" else slide.get("slide", "")
            out.write(_row(_cells(slide, kind), separator))


def _is_said(event: EventRecord, slide: dict[str, Any]) -> bool:
    """Whether the numbers say all of the date, so that no words are needed."""
    dating = event.accepted
    if dating is None or dating["as_written"] or "start_date" not in slide:
        return False
    start, end = edtf_of(slide["start_date"]), edtf_of(slide.get("end_date", {}))
    same = dating["edtf_written"] == (f"{start}/{end}" if end else start)
    return same and dating["calendar"] == Calendar.GREGORIAN


def _row(cells: list[str], separator: str) -> str:
    """Marked against formulas; a negative year is a number and runs nothing."""
    marked = (c if re.fullmatch(r"-[0-9]+", c) else quoted(c) for c in cells)
    return separator.join(marked) + "\n"


TABLE_LOSSES = (
    *LOSSES[:3],
    "TimelineJS shows of decades, seasons and doubt only Display Date.",
    "Status, importance, and whatever else stands in `extra`.",
)
TIMELINEJS_CSV = Format(
    name=f"{NAME}-csv",
    suffixes=(".timelinejs.csv",),
    sniff=sniff,
    read=TimelineJSTableReader,
    write=write,
    losses=TABLE_LOSSES,
    about="the spreadsheet of TimelineJS",
)
