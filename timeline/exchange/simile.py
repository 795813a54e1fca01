"""The files of SIMILE Timeline: JSON, also as scripts have it, and XML.

What a file says beside its events (the address of a wiki, say) is kept in its timeline.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from .event_records import EventRecord
from .foreign import (
    ForeignReader,
    Found,
    ObjectReader,
    record,
    records_in,
    refuse_many,
    whole_literal,
    whole_text,
)
from .formats import Format
from .json_values import decode
from .outgoing import Outgoing
from .rows import Row, Wrong
from .simile_event import (
    NAME,
    event_of,
    found_in_event,
    is_instant_in_json,
    is_instant_in_xml,
)
from .source import BadFile
from .whole_file import named_by_all, whole_of, whole_rows

NO_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_COMMENT = re.compile(
    r"(?! Not in this file:)(?:-?[^-\r\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff])*"
)
_NAMED = re.compile(r"""["']?\b(\w+)["']?\s*:""")
_OBJECT = re.compile(r"\s*(?:(?:var|let|const)\s|[\w$.]+\s*=|\(?\{|//|/\*)").match
EXACT, READ = "exactly", ("dating", "durationEvent")
FORMATS = ("dateTimeFormat", "date-time-format")
OURS = ("events", "lost", *FORMATS)
COMMENTS, LOST = "comments", " Not in this file:"


class SimileJsonReader(ObjectReader):
    """The events of a JSON file."""

    date_name = "start"

    def found(self) -> Iterator[Found | Row]:
        """Each event; a duration by default."""
        file = whole_literal(self.source)
        if not isinstance(file, dict) or "events" not in file:
            raise BadFile("There is no list “events”.", '{"events": [ … ]}')
        events = records_in(file["events"], "events")
        self.around = {n: file[n] for n in FORMATS if n in file}
        yield from whole_rows(self, NAME, beside(file), named_by_all(events))
        for number, event in enumerate(events):
            path = f"events[{number}]"
            try:
                one = record(event, "")
                yield found_in_event(one, path, is_instant_in_json(one))
            except Wrong as error:
                yield self.refused(path, event, error)


class SimileXmlReader(ForeignReader):
    """The events of an XML file; any document type declaration is refused."""

    between, closing = "\n", "\n</data>\n"
    date_name = "start"

    def found(self) -> Iterator[Found | Row]:
        """Each event; an instant by default."""
        file, events = xml_data(whole_text(self.source))
        own = named_by_all(event for _, event in events)
        file = exactly(file)
        self.around = {n: file[n] for n in FORMATS if n in file}
        yield from whole_rows(self, NAME, beside(file), own)
        for number, (line, event) in enumerate(events):
            path = f"/data/event[{number + 1}]"
            try:
                event = exactly(event)
                found = found_in_event(event, path, is_instant_in_xml(event))
                found.line = line
                yield found
            except Wrong as error:
                yield self.refused(path, event, error, line)

    @property
    def opening(self) -> str:  # type: ignore[override]
        """The element of the file with what it says of all events."""
        return data_start(self.around)

    def rejected(self, row: Row) -> str:
        """The event as an element again."""
        return element(row.raw)


def beside(file: dict[str, Any]) -> dict[str, Any]:
    """What a file says beside its events and how it writes dates."""
    return {name: value for name, value in file.items() if name not in OURS}


def xml_data(text: str) -> tuple[dict[str, Any], list[tuple[int, dict[str, Any]]]]:
    """The attributes and comments of the file; line and attributes of each event.

    The text of an event is its description.
    """
    parser = expat.ParserCreate("utf-8")
    file: dict[str, Any] = {}
    events: list[tuple[int, dict[str, Any]]] = []
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth == 1 and name != "data":
            raise BadFile(f"The file begins with “{name}”.", "<data>", 1)
        if depth == 1:
            file.update(attributes)
        elif depth == 2 and name == "event":
            events.append((parser.CurrentLineNumber, {**attributes, "description": ""}))
            refuse_many(len(events))
        else:
            wrong = f"There is no place for “{name}”."
            raise BadFile(wrong, "<event> in <data>.", parser.CurrentLineNumber)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    def characters(data: str) -> None:
        if depth == 2:
            events[-1][1]["description"] += data

    def comment(data: str) -> None:
        if not data.startswith(LOST):
            file.setdefault(COMMENTS, []).append(data)

    def doctype(*_: Any) -> None:
        right = "The same file without <!DOCTYPE …>."
        raise BadFile("A document type is not taken.", right, parser.CurrentLineNumber)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = characters, doctype
    parser.CommentHandler = comment
    parser.buffer_text = True
    try:
        parser.Parse(text.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as error:
        wrong = f"This is not XML: {expat.errors.messages[error.code]}."
        raise BadFile(wrong, "", error.lineno) from None
    return file, events


# Out


def write_json(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """The events in a stream, dates in ISO 8601; then what the file has beside them."""
    timelines: set[str] = set()
    out.write('{"dateTimeFormat": "iso8601",\n"lost": ')
    out.write(_text(list(LOSSES)) + ',\n"events": [')
    before = "\n"
    for some in events:
        for event in some:
            timelines.add(event.timeline)
            out.write(before + _text(event_of(event)))
            before = ",\n"
    out.write("\n]")
    for name, value in sorted(beside(whole_of(timelines, NAME, events.using)).items()):
        out.write(f",\n{_text(name)}: {_text(value)}")
    out.write("}\n")


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def write_xml(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """The same events as elements.

    What the file of the first timeline had beside them stands before them.
    """
    started = False
    for some in events:
        for event in some:
            if not started:
                started = True
                _start_xml(whole_of([event.timeline], NAME, events.using), out)
            out.write(f"{element(event_of(event))}\n")
    if not started:
        _start_xml({}, out)
    out.write("</data>\n")


def _start_xml(whole: dict[str, Any], out: TextIO) -> None:
    whole = beside(whole) | {"date-time-format": "iso8601"}
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(data_start(whole))
    out.writelines(f"<!--{LOST} {loss} -->\n" for loss in LOSSES)


def data_start(whole: dict[str, Any]) -> str:
    """The element round the events, and the comments before them."""
    comments = whole.get(COMMENTS)
    if isinstance(comments, list) and all(map(_is_comment, comments)):
        whole = {name: value for name, value in whole.items() if name != COMMENTS}
    else:
        comments = []
    told = "".join(f"<!--{comment}-->\n" for comment in comments)
    return f"<data{attributes(whole)}>\n{told}"


def _is_comment(value: Any) -> bool:
    """Whether XML can hold a text as a comment, and would give it back."""
    return isinstance(value, str) and _COMMENT.fullmatch(value) is not None


def element(event: dict[str, Any]) -> str:
    """An event as an element."""
    text = event.get("description", "")
    shown = escape(_attribute(text), {"\r": "&#13;"})
    return f"<event{attributes(event, 'description')}>{shown}</event>"


def attributes(values: dict[str, Any], text: str = "") -> str:
    """Values as attributes; what XML has no place for is left to JSON in one.

    The value named `text` stands in the element itself.
    """
    shown = {k: _attribute(v) for k, v in values.items() if _NAME.fullmatch(k)}
    exact = {k: v for k, v in values.items() if k != EXACT and shown.get(k) != v}
    if exact := {k: v for k, v in exact.items() if k not in READ}:
        shown[EXACT] = json.dumps(exact, sort_keys=True)
    given = sorted((k, v) for k, v in shown.items() if v and k != text)
    return "".join(f" {name}={quoteattr(value)}" for name, value in given)


def _attribute(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = value if isinstance(value, str) else json.dumps(value)
    return text.translate(NO_XML)


def exactly(event: dict[str, Any]) -> dict[str, Any]:
    """The attributes of an element, where they hold less than we wrote, as we wrote."""
    try:
        exact = decode(event.get(EXACT, "{}"))
    except Wrong:
        return event
    if not isinstance(exact, dict):
        return event
    kept = {k: v for k, v in exact.items() if event.get(k) in (None, _attribute(v))}
    return {**{k: v for k, v in event.items() if k != EXACT}, **kept}


def sniff_json(head: str) -> bool:
    """An object of events that begin with `start`, and no slides; also in a script."""
    names = set(_NAMED.findall(head))
    ours = not names.isdisjoint(("dateTimeFormat", "durationEvent"))
    points = "start" in names and "start_date" not in names
    return bool(_OBJECT(head)) and "events" in names and (ours or points)


def sniff_xml(head: str) -> bool:
    """Elements `event` in `data`."""
    return "<data" in head and "<event" in head


LOSSES = (
    "Documents, passages and citations; datings other than the accepted one.",
    "Status, group, tags, media but for the address, publication, importance.",
    "Doubt and open ends have no points: `caption` has the date in words, `dating` "
    "as it is.",
)
SIMILE_JSON = Format(
    name="simile-json",
    suffixes=(".simile.json",),
    sniff=sniff_json,
    read=SimileJsonReader,
    write=write_json,
    losses=LOSSES,
    about="SIMILE Timeline events (JSON)",
)
SIMILE_XML = Format(
    name="simile-xml",
    suffixes=(".simile.xml",),
    sniff=sniff_xml,
    read=SimileXmlReader,
    write=write_xml,
    losses=LOSSES,
    about="SIMILE Timeline events (XML)",
)
