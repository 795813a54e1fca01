"""Our own formats: Django's fixture, as JSON and as JSON Lines.

`{"model": "timeline.event", "fields": {…}}` with natural keys, no primary keys and no
derived columns: what `dumpdata --natural-primary --natural-foreign` writes and
`loaddata` reads. Both are read and written in a stream. JSON Lines has an object a
line; JSON the same objects in a list.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from .formats import Format, Reader
from .json_values import DECODER, DEEP, LENIENT, LONG, decode, malformed
from .rows import Item, Row, Wrong, one
from .source import BadFile
from .tables import BY_NAME

CHUNK = 256 * 1024
LONGEST = 32 * 1024 * 1024  # characters of one object
OURS = ", ".join(f"timeline.{name}" for name in BY_NAME)
TABLE_OF = {f"timeline.{name}": name for name in BY_NAME}
FIELDS = {name: frozenset(table.fields) for name, table in BY_NAME.items()}
A_LIST = "[ … ] of objects with model and fields; or name another format."
PARTS = {"model", "fields", "pk"}
_SPACE = re.compile(r"[ \t\r\n]*").match


def row_of(value: Any, line: int | None, path: str, raw: str) -> Row:
    """One object of a fixture as a row, refused when it is none of ours."""
    row = Row(line, [], raw, path)
    if not isinstance(value, dict):
        row.refuse("This is not an object.", '{"model": …, "fields": {…}}')
        return row
    model, fields = value.get("model"), value.get("fields")
    name = TABLE_OF.get(model) if type(model) is str else None
    name = name or _table_of(model)
    if not name:
        row.refuse("Only our own models come in.", f"One of: {OURS}.", "model", model)
    elif not isinstance(fields, dict):
        row.refuse("The object has no fields.", '"fields": {…}', "fields", fields)
    elif unknown := len(value) > 2 and value.keys() - PARTS:
        row.refuse("Not known here.", "model and fields.", min(unknown))
    elif unknown := not fields.keys() <= FIELDS[name] and _own(fields):
        wrong = f"{one(name).capitalize()} has no such field."
        row.refuse(wrong, f"It has: {', '.join(BY_NAME[name].fields)}.", min(unknown))
    else:
        row.items.append(Item(name, fields))
    return row


def _table_of(model: Any) -> str:
    """The table of a model of ours; "" for any other."""
    label, _, name = str(model).lower().partition(".")
    return name if label == "timeline" and name in BY_NAME else ""


def _own(fields: dict[str, Any]) -> list[str]:
    """Names that only our readers add."""
    return [name for name in fields if name.startswith("_")]


class JsonLinesReader(Reader):
    """An object a line."""

    between = "\n"
    closing = "\n"

    def __iter__(self) -> Iterator[Row]:
        """A row for each line that is not empty."""
        for number, line in enumerate(self.source.lines(), start=1):
            if line.strip():
                yield self._row(line.strip("\r\n\ufeff"), number)

    def _row(self, line: str, number: int) -> Row:
        try:
            return row_of(decode(line, number), number, "", line)
        except Wrong as error:
            row = Row(number, [], line)
            row.refuse(error.wrong, error.right, error.column)
            return row


class FixtureReader(Reader):
    """A list of objects, read piece by piece."""

    opening, between, closing = "[\n", ",\n", "\n]\n"
    made = staticmethod(row_of)
    """What becomes of an object; another kind of list makes something else of it."""

    def __iter__(self) -> Iterator[Row]:
        """A row for each object of the list."""
        self._text, self._at, self._line, self._ended = "", 0, 1, False
        self._more()
        if self._mark() != "[":
            raise BadFile("A fixture is a list.", A_LIST, self._line)
        self._at += 1
        if self._mark() == "]":
            self._at += 1
        else:
            yield from self._objects()
        if near := self._mark() and self._text[self._at : self._at + 20]:
            raise BadFile("After the list there is more.", "", self._line, "", near)

    def _objects(self) -> Iterator[Row]:
        number, mark = 0, ","
        while mark == ",":
            self._mark()
            yield self._object(number)
            number += 1
            mark = self._mark()
            self._at += 1
        if mark != "]":
            wrong = "The list ends too early." if not mark else "No comma here."
            raise BadFile(f"This is not JSON: {wrong}", "", self._line, "", mark)

    def _more(self) -> bool:
        """Read on; what was used up is dropped."""
        piece = self.source.read(max(CHUNK, len(self._text) - self._at))
        self._text = self._text[self._at :] + piece
        self._at = 0
        self._ended = not piece
        return bool(piece)

    def _mark(self) -> str:
        """The next character that is no white space, where the reader now stands."""
        mark = self._text[self._at : self._at + 2]
        if mark == "\n{":  # what we write ourselves, at once
            self._line += 1
            self._at += 1
            return "{"
        if mark and mark[0] not in " \t\r\n":
            return mark[0]
        while True:
            end = _SPACE(self._text, self._at).end()  # type: ignore[union-attr]
            self._line += self._text.count("\n", self._at, end)
            self._at = end
            if end < len(self._text) or not self._more():
                return self._text[end : end + 1]

    def _object(self, number: int) -> Row:
        line, path = self._line, f"[{number}]"
        value, fault, decoder = None, None, DECODER
        while True:
            try:
                value, end = decoder.raw_decode(self._text, self._at)
                # What ends where the piece ends may go on: only more text shows it.
                if end < len(self._text) or self._ended or not self._more():
                    break
            except json.JSONDecodeError as error:
                if not self._is_cut(error):
                    raise malformed(self._shifted(error), line) from None
            except RecursionError:
                raise BadFile(DEEP, line=line, column=path) from None
            except Wrong as error:
                fault, decoder = error, LENIENT
            except ValueError:
                raise BadFile(LONG, "4,300 at most.", line, path) from None
        raw = self._text[self._at : end]
        self._line += raw.count("\n")
        self._at = end
        if fault is None:
            return self.made(value, line, path, raw)
        row = Row(line, [], raw, path)
        row.refuse(fault.wrong, fault.right, fault.column)
        return row

    def _is_cut(self, error: json.JSONDecodeError) -> bool:
        """Whether the object merely goes on beyond what has been read; reads on."""
        if self._ended:
            return False
        near = len(self._text) - error.pos < 64 or error.msg.startswith("Unterminated")
        if not near:
            return False
        if len(self._text) - self._at > LONGEST:
            raise BadFile(
                f"An object is longer than {LONGEST:,} characters.", line=self._line
            )
        self._more()
        return True

    def _shifted(self, error: json.JSONDecodeError) -> json.JSONDecodeError:
        """The error, counted from the beginning of the object."""
        return json.JSONDecodeError(
            error.msg, self._text[self._at :], error.pos - self._at
        )


def sniff_list(head: str) -> bool:
    """A list of objects with a model."""
    start = head.lstrip()
    return start.startswith("[") and '"model"' in start[:65_536] and '"fields"' in start


def sniff_lines(head: str) -> bool:
    """An object with a model on the first line."""
    first = head.lstrip().partition("\n")[0]
    return first.startswith("{") and '"model"' in first and '"fields"' in first


def write_lines(objects: Iterable[list[str]], out: TextIO) -> None:
    """An object a line."""
    for some in objects:
        out.write("\n".join(some))
        out.write("\n")


def write_list(objects: Iterable[list[str]], out: TextIO) -> None:
    """The objects as a list, a line each."""
    out.write("[")
    before = "\n"
    for some in objects:
        out.write(before)
        out.write(",\n".join(some))
        before = ",\n"
    out.write("\n]\n")


FIXTURE = Format(
    name="json",
    suffixes=(".json",),
    sniff=sniff_list,
    read=FixtureReader,
    write=write_list,
    holds_documents=True,
    about="Django fixture: everything, documents included",
)
JSON_LINES = Format(
    name="jsonl",
    suffixes=(".jsonl", ".ndjson"),
    sniff=sniff_lines,
    read=JsonLinesReader,
    write=write_lines,
    holds_documents=True,
    about="the same objects, one a line",
)
