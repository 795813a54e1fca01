"""SIMILE Timeline events: four-point dates (start, latestStart, earliestEnd, end).

A duration goes from start to end; an instant with two dates happened once between them.
Which of the two an event is when it does not say differs: in JSON a duration, in XML
an instant; and JSON's `isDuration` means its opposite, as the program reads it.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from timeline.dates import HistoricalDate, Shape

from .event_records import EventRecord
from .foreign import (
    SPACE,
    ForeignReader,
    Found,
    address,
    html_of,
    html_of_line,
    plain_line,
    plain_text,
    record,
    records_in,
    whole_literal,
    whole_text,
    words,
)
from .formats import Format
from .json_values import decode
from .own_dating import own_dating, taken_back
from .program_dates import once_between, stated
from .rows import Row, Wrong
from .source import BadFile
from .written_dates import date_of, parts, wording

NAME = "simile"
POINTS = ("start", "latestStart", "earliestEnd", "end")
USED = {*POINTS, "title", "description", "link", "image", "id", "timeline"}
USED |= {"isDuration", "durationEvent", "de", "dating"}
NO_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_NAMED = re.compile(r"""["']?\b(\w+)["']?\s*:""")
_OBJECT = re.compile(r"\s*(?:(?:var|let|const)\s|[\w$.]+\s*=|\(?\{|//|/\*)").match
EXACT, READ = "exactly", ("dating", "durationEvent")
MARKUP = {
    "title": (plain_line, html_of_line),
    "description": (plain_text, html_of),
}


def is_instant_in_json(event: dict[str, Any]) -> bool:
    """As the program reads JSON; a duration unless the event says otherwise."""
    says = [event.get(name) for name in ("durationEvent", "de")]
    is_no_duration = any(one is not None and not one for one in says)
    return bool(event.get("isDuration")) or is_no_duration


def is_instant_in_xml(event: dict[str, Any]) -> bool:
    """As the program reads XML; an instant unless the event says otherwise."""
    says = [event.get(name) for name in ("isDuration", "durationEvent")]
    return says == [None, None] or "false" in says


def found_in_event(event: dict[str, Any], path: str, instant: bool) -> Found:
    """An event of a file as the cells of a row."""
    kept = {k: v for k, v in event.items() if k not in USED and v not in (None, "")}
    cells = {name: words(event.get(name), name) for name in ("id", "timeline")}
    for name, (plain, markup) in MARKUP.items():
        text = words(event.get(name), name).strip(SPACE)
        cells[name] = plain(text)
        if markup(cells[name]) != text:
            kept[name] = text
    for name, cell in (("link", "url"), ("image", "media_url")):
        cells[cell] = address(event.get(name), name)
        if event.get(name) and not cells[cell]:
            kept[name] = event[name]
    own = taken_back(event.get("dating"), lambda date: is_shown(event, date))
    if own is not None:
        cells |= own.cells
        kept |= own.given
        if kept.get("caption") == wording(own.date):
            del kept["caption"]
    else:
        cells["date"], left = date_cell(event, instant)
        kept |= left
    extra, more = {NAME: kept} if kept else {}, own.more if own else {}
    return Found(path, cells, extra, more, event)


def date_cell(event: dict[str, Any], instant: bool) -> tuple[str, dict[str, Any]]:
    """The date, and of the four points those it does not hold."""
    start, latest, earliest, end = (stated(_point(event, n), n) for n in POINTS)
    if not start.date:
        if end.date or latest.date or earliest.date:
            raise Wrong("There is no start.", "A date.", "start")
        return "", {}
    left = {n: event[n] for n in POINTS if n in event and event[n] not in (None, "")}
    times = start.time or end.time
    if instant or not end.date:
        last = end if end.date else latest
        if not last.date or last == start:
            return start.date + start.time, {}
        if last.date == start.date:  # some time on that day
            return start.date, left
        more = times or earliest.date or (end.date and latest.date)
        return once_between(start.date, last.date), left if more else {}
    first = once_between(start.date, latest.date) if latest.date else start.date
    final = once_between(earliest.date, end.date) if earliest.date else end.date
    if "[" in first + final:  # EDTF has no interval whose ends are choices
        return f"{start.date}/{end.date}", left
    if first == final:
        return first, left if times else {}
    return f"{first}/{final}", left if times else {}


def _point(event: dict[str, Any], name: str) -> Any:
    """A point as text: a number is a year, or eight digits of a day, as in a text."""
    value = event.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if value != int(value) or abs(value) >= 10**8:
            raise Wrong("This is not a date.", "A year, or a text.", name)
        return str(int(value))
    return value


class SimileJsonReader(ForeignReader):
    """The events of a JSON file."""

    opening, closing = '{"events": [\n', "\n]}\n"

    def found(self) -> Iterator[Found | Row]:
        """Each event; a duration by default."""
        file = whole_literal(self.source)
        if not isinstance(file, dict) or "events" not in file:
            raise BadFile("There is no list “events”.", '{"events": [ … ]}')
        for number, event in enumerate(records_in(file["events"], "events")):
            path = f"events[{number}]"
            try:
                one = record(event, "")
                yield found_in_event(one, path, is_instant_in_json(one))
            except Wrong as error:
                yield self.refused(path, event, error)


class SimileXmlReader(ForeignReader):
    """The events of an XML file; any document type declaration is refused."""

    opening, between, closing = "<data>\n", "\n", "\n</data>\n"

    def found(self) -> Iterator[Found | Row]:
        """Each event; an instant by default."""
        for number, (line, event) in enumerate(xml_events(whole_text(self.source))):
            path = f"/data/event[{number + 1}]"
            try:
                event = exactly(event)
                found = found_in_event(event, path, is_instant_in_xml(event))
                found.line = line
                yield found
            except Wrong as error:
                yield self.refused(path, event, error, line)

    def rejected(self, row: Row) -> str:
        """The event as an element again."""
        return element(row.raw)


def xml_events(text: str) -> list[tuple[int, dict[str, Any]]]:
    """Line and attributes of each event; its text is the description."""
    parser = expat.ParserCreate("utf-8")
    events: list[tuple[int, dict[str, Any]]] = []
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth == 1 and name != "data":
            raise BadFile(f"The file begins with “{name}”.", "<data>", 1)
        if depth == 2 and name == "event":
            events.append((parser.CurrentLineNumber, {**attributes, "description": ""}))
        elif depth > 1:
            wrong = f"There is no place for “{name}”."
            raise BadFile(wrong, "<event> in <data>.", parser.CurrentLineNumber)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    def characters(data: str) -> None:
        if depth == 2:
            events[-1][1]["description"] += data

    def doctype(*_: Any) -> None:
        right = "The same file without <!DOCTYPE …>."
        raise BadFile("A document type is not taken.", right, parser.CurrentLineNumber)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = characters, doctype
    parser.buffer_text = True
    try:
        parser.Parse(text.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as error:
        wrong = f"This is not XML: {expat.errors.messages[error.code]}."
        raise BadFile(wrong, "", error.lineno) from None
    return events


# Out


def event_of(event: EventRecord) -> dict[str, Any]:
    """An event with its four points; inner points only where they differ."""
    values, date = event.values, date_of(event)
    kept = json.loads(values["extra"]).get(NAME)
    kept = kept if isinstance(kept, dict) else {}
    found: dict[str, Any] = {
        "id": values["slug"],
        "timeline": event.timeline,
        "title": html_of_line(values["title"]),
        "description": html_of(values["summary"]),
        "link": values["link"],
        "image": values["media_url"],
    }
    found = {name: value for name, value in found.items() if value}
    for name, value in kept.items():
        is_own = name not in found or _same(name, value, found[name])
        if is_own and name not in (*POINTS, "dating"):
            found[name] = value
    if date is None:
        return found
    points = {n: kept[n] for n in POINTS if n in kept}
    found["dating"] = own_dating(event, points)
    found.setdefault("caption", wording(date))
    return {**found, **points_of(date)}


def points_of(date: HistoricalDate) -> dict[str, Any]:
    """The points of a date, and whether it lasts; inner points where they differ."""
    points = (date.start_min, date.start_max, date.end_min, date.end_max)
    duration = date.shape is Shape.INTERVAL and None not in points
    names = POINTS if duration else ("start", "end")
    days = points if duration else (points[0], points[3])
    given = {n: parts(d).iso for n, d in zip(names, days, strict=True) if d is not None}
    if not given:
        return {}
    given.setdefault("start", given.get("end", ""))
    for outer, inner in (("start", "latestStart"), ("end", "earliestEnd")):
        if given.get(inner) == given.get(outer):
            given.pop(inner, None)
    if not duration and given.get("end") == given["start"]:
        del given["end"]
    return {**given, "durationEvent": duration}


def is_shown(event: dict[str, Any], date: HistoricalDate) -> bool:
    """Whether the points of an event are those of this date."""
    shown = {n: event[n] for n in (*POINTS, "durationEvent") if n in event}
    if isinstance(flag := shown.get("durationEvent"), str):
        shown["durationEvent"] = flag == "true"
    return shown == points_of(date)


def _same(name: str, kept: Any, shown: str) -> bool:
    """Whether the file's own HTML still shows the words."""
    if name not in MARKUP or not isinstance(kept, str):
        return False
    plain, markup = MARKUP[name]
    return markup(plain(kept)) == shown


def write_json(events: Iterable[list[EventRecord]], out: TextIO) -> None:
    """The events in a stream, dates in ISO 8601."""
    out.write('{"dateTimeFormat": "iso8601",\n"lost": ')
    out.write(json.dumps(list(LOSSES), ensure_ascii=False) + ',\n"events": [')
    before = "\n"
    for some in events:
        for event in some:
            text = json.dumps(event_of(event), ensure_ascii=False, sort_keys=True)
            out.write(before + text)
            before = ",\n"
    out.write("\n]}\n")


def write_xml(events: Iterable[list[EventRecord]], out: TextIO) -> None:
    """The same events as elements."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write('<data date-time-format="iso8601">\n')
    out.writelines(f"<!-- Not in this file: {loss} -->\n" for loss in LOSSES)
    for some in events:
        out.writelines(f"{element(event_of(event))}\n" for event in some)
    out.write("</data>\n")


def element(event: dict[str, Any]) -> str:
    """An event as an element; what XML has no place for is left to JSON in one."""
    shown = {k: _attribute(v) for k, v in event.items() if _NAME.fullmatch(k)}
    exact = {k: v for k, v in event.items() if k != EXACT and shown.get(k) != v}
    if exact := {k: v for k, v in exact.items() if k not in READ}:
        shown[EXACT] = json.dumps(exact, sort_keys=True)
    text = escape(shown.pop("description", ""), {"\r": "&#13;"})
    given = "".join(f" {k}={quoteattr(v)}" for k, v in sorted(shown.items()) if v)
    return f"<event{given}>{text}</event>"


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
