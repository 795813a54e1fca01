"""One event of SIMILE Timeline: four points, words, and what is left over.

A duration goes from start to end; an instant with two dates happened once between them.
Which of the two an event is when it does not say differs: in JSON a duration, in XML
an instant; and JSON's `isDuration` means its opposite, as the program reads it.
"""

import json
from typing import Any

from timeline.dates import HistoricalDate, Shape

from .event_records import EventRecord
from .foreign import (
    SPACE,
    Found,
    address,
    html_of_line,
    html_of_lines,
    plain_line,
    plain_lines,
    title_from,
    words,
)
from .own_dating import own_dating, taken_back
from .program_dates import given_in, once_between, says, stated
from .rows import Wrong
from .written_dates import date_of, moment, parts, wording

NAME = "simile"
POINTS = ("start", "latestStart", "earliestEnd", "end")
USED = {*POINTS, "title", "description", "link", "image", "id", "timeline"}
USED |= {"isDuration", "durationEvent", "de", "dating"}
MARKUP = {
    "title": (plain_line, html_of_line),
    "description": (plain_lines, html_of_lines),
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
    cells["title"] = cells["title"] or title_from(cells["description"])
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
        "description": html_of_lines(values["summary"]),
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
    given = {n: kept[n] for n in POINTS if n in kept}
    found["dating"] = own_dating(event, given)
    found.setdefault("caption", wording(date))
    return {**found, **(points_given(given, date) or points_of(date))}


def points_given(given: dict[str, Any], date: HistoricalDate) -> dict[str, Any]:
    """The four points of the file the event came from, while they say its date."""
    for instant in (False, True) if given else ():
        try:
            told, _ = date_cell(given, instant)
        except Wrong:
            return {}
        if says(told, date):
            return {**given, "durationEvent": not instant}
    return {}


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
        given["start"] = moment(date) or given["start"]
    return {**given, "durationEvent": duration}


def is_shown(event: dict[str, Any], date: HistoricalDate) -> bool:
    """Whether the points of an event are those of this date, or those it came with."""
    shown = {n: event[n] for n in (*POINTS, "durationEvent") if n in event}
    if isinstance(flag := shown.get("durationEvent"), str):
        shown["durationEvent"] = flag == "true"
    given = {n: v for n, v in given_in(event.get("dating")).items() if n in POINTS}
    return shown in (points_of(date), points_given(given, date))


def _same(name: str, kept: Any, shown: str) -> bool:
    """Whether the file's own HTML still shows the words."""
    if name not in MARKUP or not isinstance(kept, str):
        return False
    plain, markup = MARKUP[name]
    return markup(plain(kept)) == shown
