"""What the formats of other programs share on the way in.

Their files are read whole, so they are bounded; a fault names the path in the file.
What the file says and we have no field for is kept in the event's `extra`, under the
format's own name, and goes out again with that format.
"""

import html
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import slugify

from timeline.passages import with_short_references

from .event_rows import EventRows
from .formats import Defaults, Reader
from .js_literal import json_of_literal
from .json_values import decode
from .rows import Row, Wrong
from .source import BadFile, Source
from .tables import BY_NAME

LONGEST_FILE = 16 * 1024 * 1024  # characters: parsed, they take twenty times as much
MOST_PARTS = 1_500_000  # commas and tags: each may be a value, of a hundred bytes
MOST_EVENTS = 75_000  # of a file that is read as a whole: up to 120 microseconds each
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
SPACE = " \t\n\r\f"  # what HTML folds; other white space stays as it is
_GAP = f"[{SPACE}]*+"
_BLOCK = r"</?(?:p|div|ul|ol|li|h[1-6]|blockquote)\b[^<>]*>"
_BLOCKS = re.compile(
    f"(?<![{SPACE}]){_GAP}{_BLOCK}(?:{_GAP}{_BLOCK})*{_GAP}", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LINE_END = re.compile(r" ?<br\s*/?> ?", re.IGNORECASE)
_FOLDED = re.compile(r"\A | \Z|(?<= ) |[\t\n\r\f]")
_OUTER = re.compile(r"\A[ \t\r\f]|[ \t\r\f]\Z")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-\s]*):")
_ADDRESS = BY_NAME["event"].checks["media_url"]
_IN_PARTS = "Import it in parts, or as JSON Lines or CSV, which have no limit."
_WHOLE = re.compile(r"[+-]?[0-9]{1,30}")


def whole_text(source: Source) -> str:
    """All the text of a file that is read as a whole; too much is refused."""
    parts, size = [], 0
    while piece := source.read(1024 * 1024):
        parts.append(piece)
        size += len(piece)
        if size > LONGEST_FILE:
            wrong = f"The file is longer than {LONGEST_FILE:,} characters."
            raise BadFile(wrong, _IN_PARTS)
    text = "".join(parts).removeprefix("\ufeff")
    if max(text.count(","), text.count("<")) > MOST_PARTS:
        raise BadFile(f"The file has more than {MOST_PARTS:,} values.", _IN_PARTS)
    return text


def whole_json(source: Source) -> Any:
    """The value of a JSON file."""
    return decode(whole_text(source))


def whole_literal(source: Source) -> Any:
    """The value of a JSON file, or of a script that holds nothing but one value."""
    text = whole_text(source)
    try:
        return decode(text)
    except BadFile as no_json:
        try:
            return decode(json_of_literal(text))
        except BadFile as no_literal:
            raise max(no_json, no_literal, key=_place) from None


def _place(error: BadFile) -> tuple[float, float]:
    """How far a reader came; what has no place is about the whole file."""
    column = error.column.removeprefix("character ")
    return (error.line or math.inf, float(column) if column.isdigit() else math.inf)


def plain_text(markup: str) -> str:
    """HTML as the words it shows; line breaks and paragraphs become lines."""
    if "<" not in markup and "&" not in markup:
        return markup
    lines = _BREAK.sub("\n", _BLOCKS.sub(_line_between, markup))
    return _unescaped(_TAG.sub("", lines))


def _unescaped(text: str) -> str:
    return html.unescape(with_short_references(text))


def html_of(text: str) -> str:
    """Words as HTML that shows them so."""
    markup = html.escape(text, quote=False).replace("\n", "<br>")
    return _OUTER.sub(_reference, markup)


def plain_line(markup: str) -> str:
    """HTML as the one line it shows: white space folds, a break is a blank."""
    if "<" in markup or "&" in markup:
        markup = _TAG.sub("", _BREAK.sub(" ", _BLOCKS.sub(" ", markup)))
    return _unescaped(re.sub(f"[{SPACE}]+", " ", markup).strip(SPACE))


def html_of_line(text: str) -> str:
    """A line as HTML; white space that would fold is written as references."""
    return _FOLDED.sub(_reference, html.escape(text, quote=False))


def plain_lines(markup: str) -> str:
    """HTML as the lines it shows: white space folds, breaks and blocks are lines."""
    text = re.sub(f"[{SPACE}]+", " ", markup).strip(" ")
    if "<" in text or "&" in text:
        text = _LINE_END.sub("\n", _BLOCKS.sub(_line_between, text))
        text = _unescaped(_TAG.sub("", text))
    return text


def _line_between(found: re.Match[str]) -> str:
    inside = found.start() > 0 and found.end() < len(found.string)
    return "\n" if inside else ""


def html_of_lines(text: str) -> str:
    """Lines as HTML that shows them so, blanks at their edges too."""
    return "<br>".join(map(html_of_line, text.split("\n")))


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found.group())};"


def address(value: Any, column: str) -> str:
    """An address for a column that takes http and https; "" for what is none.

    `javascript:` and its like are refused. What is no address of a page (an embedded
    frame, a path beside the page, an image written out) the format keeps in `extra`.
    """
    text = words(value, column).strip()
    scheme = _SCHEME.match(text)
    if scheme is None or text.lower().startswith("data:image/"):
        return ""
    if re.sub(r"\s", "", scheme[1]).lower() not in ("http", "https"):
        right = "An address that begins with http:// or https://."
        raise Wrong("This address does not lead to a page.", right, column)
    try:
        return str(_ADDRESS(text))
    except Wrong:
        return ""


def words(value: Any, column: str) -> str:
    """A text of a JSON file; a number will do, an object will not."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Wrong("This is not a text.", "Put it between quotation marks.", column)


def record(value: Any, column: str) -> dict[str, Any]:
    """An object of a JSON file; nothing is an empty one."""
    if value is None or value == "":
        return {}
    if not isinstance(value, dict):
        raise Wrong("This is not an object.", "{ … }", column)
    return value


def records_in(value: Any, path: str) -> list[Any]:
    """A list of a JSON file."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadFile("This is not a list.", "[ … ]", column=path)
    refuse_many(len(value))
    return value


def refuse_many(events: int) -> None:
    """Refuse a file with more events than are checked in a few seconds."""
    if events > MOST_EVENTS:
        wrong = f"The file has more than {MOST_EVENTS:,} events."
        raise BadFile(wrong, _IN_PARTS)


def whole_number(value: Any, column: str) -> int | None:
    """A whole number, also as digits in a text; nothing is `None`."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        return int(value)
    raise Wrong("This is not a whole number.", "Digits, such as 1917.", column)


def slug_of(title: str, date: str = "") -> str:
    """A name that stays the same from file to file, for what the file does not name."""
    parts = slugify(title, allow_unicode=True)[:80].strip("-"), date.partition("/")[0]
    return "-".join(filter(None, parts)) or "event"


def title_from(text: str) -> str:
    """The first words of a text, for what has no title."""
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"


@dataclass(slots=True)
class Found:
    """An event as a foreign file has it: the cells of a row, and what is left over."""

    path: str
    cells: dict[str, str]
    extra: dict[str, Any] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)
    raw: Any = None
    line: int | None = None


class ForeignReader(Reader):
    """Rows of a file that is read whole; a format says what it finds there."""

    opening, between, closing = "[\n", ",\n", "\n]\n"
    date_name = "date"  # what the file calls it
    lacks_ids = True  # an event may have none, and gets one that no other has

    def __init__(self, source: Source, defaults: Defaults) -> None:
        super().__init__(source, defaults)
        self.around: dict[str, Any] = {}
        """What stands beside the rows, of the file of refused rows too."""

    def found(self) -> Iterator[Found | Row]:
        """The events of the file; a row stands for one that is refused already."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[Row]:
        """A row for each event, and before it what it needs."""
        makers: dict[tuple[str, ...], EventRows] = {}
        names: dict[str, int] = {}
        for found in self.found():
            if isinstance(found, Row):
                yield found
                continue
            cells = self._completed(found, names)
            columns = tuple(cells)
            if columns not in makers:  # columns a file lacks are left alone
                makers[columns] = EventRows(
                    self.defaults, columns, True, self.date_name
                )
            maker, extra = makers[columns], found.extra
            for row in maker.rows(found.line, cells, found.raw, extra, found.more):
                row.path = found.path
                for fault in row.faults:
                    fault.path = found.path
                yield row

    def _completed(self, found: Found, names: dict[str, int]) -> dict[str, str]:
        """The cells with a name for the event."""
        cells = found.cells
        if not cells.get("id"):
            cells["id"] = free(slug_of(cells["title"], cells.get("date", "")), names)
        if self.lacks_ids:
            names.setdefault(cells["id"], 1)
        return cells

    def rejected(self, row: Row) -> str:
        """The object as it stood in the file."""
        return as_json(row.raw)

    def refused(
        self, path: str, raw: Any, error: Wrong, line: int | None = None
    ) -> Row:
        """A row that says what is wrong with a part of the file."""
        row = Row(line, [], raw, path)
        value = raw if isinstance(raw, str) else ""
        row.refuse(error.wrong, error.right, error.column, value)
        return row


class ObjectReader(ForeignReader):
    """Rows of one object with lists, and names beside them that tell of all rows."""

    opening, list_name = "{", "events"

    def __init__(self, source: Source, defaults: Defaults) -> None:
        super().__init__(source, defaults)
        self._lists: list[str] = []  # of the file of refused rows, so far

    def leading(self, row: Row, is_first: bool) -> str:
        """The object, and the list the row stood in; `around` comes behind all."""
        name = self.list_of(row)
        if not name:
            return ""
        if self._lists[-1:] == [name]:
            return self.between
        before = "\n],\n" if self._lists else self.opening
        self._lists.append(name)
        return f"{before}{as_json(name)}: [\n"

    @property
    def closing(self) -> str:  # type: ignore[override]
        """The end of the last list, what stands beside the lists, and of the object."""
        beside = [f"{as_json(name)}: {as_json(v)}" for name, v in self.around.items()]
        if self.list_name not in self._lists:
            beside.insert(0, f"{as_json(self.list_name)}: []")
        before = "\n]" + ",\n" * bool(beside) if self._lists else self.opening
        return before + ",\n".join(beside) + "}\n"

    def list_of(self, row: Row) -> str:
        """The list that a row stood in; "" for what stands in `around`."""
        return self.list_name


def as_json(value: Any) -> str:
    """A value as JSON, names in the order of the file."""
    return json.dumps(value, ensure_ascii=False)


def free(slug: str, names: dict[str, int]) -> str:
    """This name, or the next one with a number that is not taken."""
    found, number = slug, names.get(slug, 0)
    while found in names:
        number += 1
        found = f"{slug}-{number}"
    if found != slug:
        names[slug] = number  # where to look from for the next of this name
    return found
