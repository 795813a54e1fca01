"""Time spans of GeoJSON-T and Linked Places, in and out: `in`, `earliest`, `latest`.

EDTF has no interval whose ends are choices: where both ends of a span have limits, the
outer points count. Such spans are kept, and go out again while they say the date.
"""

from typing import Any, NamedTuple

from timeline.dates import HistoricalDate, Shape

from .foreign import record, records_in, whole_number
from .program_dates import Stated, day_bounds, once_between, says, stated
from .rows import Wrong
from .timelinejs_dates import year_text
from .written_dates import parts, stretch, wording

SHOWN, SIDE = ("timespans", "label"), ("in", "earliest", "latest")


class Side(NamedTuple):
    """One end of a span: the first date it may be, and the last; "" is not said."""

    first: str
    last: str


def date_cell(when: dict[str, Any], at: str) -> tuple[str, bool]:
    """The date of the one time span, or all of several; whether it says all of them."""
    path = f"{at}.timespans"
    spans = records_in(when.get("timespans"), path)
    found = [_ends(span, f"{path}[{number}]") for number, span in enumerate(spans)]
    if not found:
        return "", True
    if len(found) == 1:
        return _date_of(*found[0])
    each = (_part_of(start, end) for start, end in found)
    text = f"{{{','.join(each)}}}"
    if day_bounds(text) is None:
        right = "Both ends of a span alike: years, months or days."
        raise Wrong("No set of dates holds these time spans.", right, path)
    return text, False


def _part_of(start: Side, end: Side) -> str:
    """A span as a part of a set of dates: from its first point to its last."""
    points = [point for point in (*start, *end) if point]
    first, last = points[0], points[-1]
    return first if first == last else f"{first}..{last}"


def _date_of(start: Side, end: Side) -> tuple[str, bool]:
    """The date of one span, and whether it says all of it.

    EDTF has no interval whose ends are choices: the outer points are counted. What
    began no earlier and ended no later lies somewhere between.
    """
    if start == end or not any(end):
        return _part(start), not any(end)
    if _is_sure(start) and _is_sure(end):
        return f"{start.first}/{end.last}", True
    if start.first and end.last and not start.last and not end.first:
        return once_between(start.first, end.last), False
    return "/".join((start.first or start.last, end.last or end.first)), False


def _is_sure(side: Side) -> bool:
    return side.first == side.last


def _part(side: Side) -> str:
    return side.first if _is_sure(side) else f"[{side.first}..{side.last}]"


def _ends(value: Any, path: str) -> tuple[Side, Side]:
    span = record(value, path)
    start, end = (_side(span.get(name), name) for name in ("start", "end"))
    if not any((*start, *end)):
        raise Wrong("The time span is empty.", '{"start": {"in": …}}', path)
    return start, end


def _side(value: Any, name: str) -> Side:
    """One end: `in` a date, or between `earliest` and `latest`; one may be missing."""
    side = record(value, name) if isinstance(value, dict) else {"in": value}
    given = {n: _stated(side.get(n), f"{name}.{n}").date for n in SIDE}
    if given["in"]:
        return Side(given["in"], given["in"])
    first, last = given["earliest"], given["latest"]
    if not (first and last):
        return Side(first, last)
    between = once_between(first, last)
    if day_bounds(between) is None:
        wrong = f"No date lies between “{first}” and “{last}”."
        raise Wrong(wrong, "The earlier date first, in ISO 8601.", name)
    if between.startswith("["):
        return Side(*between.strip("[]").split(".."))
    return Side(between, between)


def _stated(value: Any, column: str) -> Stated:
    """A date of ISO 8601; a number is a year."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = year_text(whole_number(value, column) or 0)
    return stated(value, column)


# Out


def when_of(date: HistoricalDate) -> dict[str, Any]:
    """The date as a time span; each end a day, month or year, or a stretch of days."""
    point = date.shape is not Shape.INTERVAL
    sides = {"start": (date.start_min, date.end_max if point else date.start_max)}
    if not point:
        sides["end"] = (date.end_min, date.end_max)
    span = {}
    for name, (first, last) in sides.items():
        days = {"earliest": first, "latest": last}
        known = {n: parts(day).iso for n, day in days.items() if day is not None}
        whole = stretch(first, last) if first is not None and last is not None else None
        if known:
            span[name] = known if whole is None else {"in": whole.iso}
    when: dict[str, Any] = {"timespans": [span]} if span else {}
    return {**when, "label": wording(date)}


def is_shown(when: dict[str, Any], date: HistoricalDate, given: dict[str, Any]) -> bool:
    """Whether spans and label are those of this date, or those it came with."""
    shown = {k: v for k, v in when.items() if k in SHOWN}
    return shown == {**when_of(date), **spans_given(given, date)}


def spans_given(given: dict[str, Any], date: HistoricalDate) -> dict[str, Any]:
    """The time spans of the file the event came from, while they say its date."""
    if "timespans" not in given:
        return {}
    spans = {"timespans": given["timespans"]}
    try:
        told, _ = date_cell(spans, "when")
    except Wrong:
        return {}
    return spans if says(told, date) else {}
