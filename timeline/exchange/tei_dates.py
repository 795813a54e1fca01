"""Dates in the attributes of TEI elements: `when`, `from`, `when-iso`, `when-custom`.

`when` and its like are Gregorian and follow W3C XML Schema Part 2, Second Edition, as
the TEI Guidelines say: there is no year 0, and -0056 is 56 BC. `when-iso` counts
astronomically, as ISO 8601 does (-0055 is 56 BC). `when-custom` is in the calendar that
`datingMethod` names. What two families say must be the same days.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.dates import (
    Calendar,
    DateError,
    HistoricalDate,
    Shape,
    civil_date,
    date_in_calendar,
    parse_edtf,
)

from .dating_in import wrong_date
from .rows import Wrong
from .tei_calendars import Calendars
from .timelinejs_dates import year_text
from .written_dates import stretch

NAMES = ("when", "notBefore", "notAfter", "from", "to")
W3C, ISO, CUSTOM = "", "-iso", "-custom"
_KEYS = {
    family: {f"{name}{family}": name for name in NAMES} for family in (W3C, ISO, CUSTOM)
}
DATING = {name for names in _KEYS.values() for name in names}
DATING |= {"calendar", "datingMethod", "cert", "precision"}
_ZONE = r"(Z|[+-]\d{2}:\d{2})?"
_W3C = re.compile(
    r"(-?)(\d{4,18})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}:\d{2})?)?)?(\.\d+)?" + _ZONE,
    re.ASCII,
)
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,3}(?=-|$)", re.ASCII)
_PLAIN = re.compile(r"(?:-?\d{4}|Y-?\d{5,18})(?:-\d{2}){0,2}", re.ASCII)
OBSERVED = 2  # days
APPROXIMATE, UNCERTAIN = ("low", "medium"), ("low", "medium", "unknown")


@lru_cache(maxsize=4_000)
def _date(edtf: str, calendar: Calendar) -> HistoricalDate:
    """The date of EDTF; each is looked at more than once."""
    return parse_edtf(edtf, calendar)


@dataclass(frozen=True, slots=True)
class Said:
    """The date that attributes say, how they say it, and what of them is left over."""

    date: HistoricalDate
    why: str
    left: dict[str, str] = field(default_factory=dict)
    note: str = ""


def said(
    attributes: Mapping[str, str], calendars: Calendars, ours: bool = False
) -> Said | None:
    """What the dating attributes mean; `None` when there are none.

    Raises `Wrong` with the attribute. `ours` is a file whose `-custom` values are EDTF.
    """
    given = tuple(item for item in attributes.items() if item[0] in DATING)
    return _said(given, calendars, ours) if given else None


@lru_cache(maxsize=4_000)
def _said(
    items: tuple[tuple[str, str], ...], calendars: Calendars, ours: bool
) -> Said | None:
    attributes = dict(items)
    found = [
        _family(attributes, family, calendars, ours) for family in (CUSTOM, ISO, W3C)
    ]
    given = [one for one in found if one is not None]
    if not given:
        return None
    _let_observed_differ(given, attributes)
    first = next((one for one in given if one.date is not None), None)
    if first is None:
        raise given[0].fault or Wrong("There is no date.")
    for other in given:
        if other.fault is not None and other.family != CUSTOM:
            raise other.fault
        if other.date is not None and not first.date.meets(other.date):
            wrong = f"{first.why} and {other.why} are different days."
            raise Wrong(wrong, "The same day in both.", other.column)
    left = {k: v for one in given for k, v in one.left.items()}
    date, note = first.date, ""
    if first.family != CUSTOM:
        date, note = _in_calendar(date, attributes.get("calendar", ""), calendars)
    date, doubts_left = _doubted(date, attributes)
    return Said(date, "; ".join(one.why for one in given), left | doubts_left, note)


def _let_observed_differ(given: list["_Family"], attributes: Mapping[str, str]) -> None:
    """A month that was observed may begin a day or two beside the counted one."""
    custom, others = given[0], given[1:]
    if custom.date is None or custom.date.calendar is not Calendar.ISLAMIC_CIVIL:
        return
    for other in others:
        if other.date is None or other.date.meets(custom.date):
            continue
        days = custom.date.first_day, other.date.first_day
        if None not in days and abs(days[0] - days[1]) <= OBSERVED:  # type: ignore[operator]
            custom.date = None
            custom.left = {k: v for k, v in attributes.items() if k.endswith(CUSTOM)}


@dataclass(slots=True)
class _Family:
    """What the attributes of one family say, or why they cannot be read."""

    family: str
    why: str
    column: str
    date: HistoricalDate | None = None
    fault: Wrong | None = None
    left: dict[str, str] = field(default_factory=dict)


def _family(
    attributes: Mapping[str, str], family: str, calendars: Calendars, ours: bool
) -> _Family | None:
    given = _KEYS[family]
    if given.keys().isdisjoint(attributes):
        return None
    values = {
        name: attributes[key].strip()
        for key, name in given.items()
        if attributes.get(key, "").strip()
    }
    if not values:
        return None
    why = " ".join(f'{name}{family}="{value}"' for name, value in values.items())
    found = _Family(family, why, next(iter(values)) + family)
    calendar: Calendar | None = Calendar.GREGORIAN
    try:
        if family == CUSTOM:
            calendar = _method(attributes, calendars)
            found.why += f" ({calendar.value.replace('_', ' ')})"
        _check_together(values, family)
        read = {
            name: _value(value, name + family, family, calendar, ours, found.left)
            for name, value in values.items()
        }
        found.date = _together(read, calendar, family, found.left)
    except Wrong as fault:
        found.fault = fault
        if family == CUSTOM:
            found.left = {f"{n}{family}": v for n, v in values.items()}
            method = attributes.get("datingMethod")
            found.left |= {"datingMethod": method} if method else {}
    return found


def _method(attributes: Mapping[str, str], calendars: Calendars) -> Calendar:
    """The calendar of `-custom` values."""
    name = "datingMethod" if attributes.get("datingMethod") else "calendar"
    pointer = attributes.get(name, "")
    calendar = calendars.named(pointer) if pointer else None
    if calendar is None:
        wrong = (
            f"The calendar “{pointer}” is not known."
            if pointer
            else ("Nothing says which calendar the date is in.")
        )
        choices = ", ".join(Calendar)
        raise Wrong(wrong, f"datingMethod with a calendar: {choices}.", "datingMethod")
    return calendar


def _check_together(values: Mapping[str, str], family: str) -> None:
    """The rules of TEI on attributes that exclude each other."""
    if "when" in values and len(values) > 1:
        other = next(name for name in values if name != "when")
        wrong = f"“when{family}” stands beside “{other}{family}”."
        raise Wrong(wrong, "Either the one or the other.", other + family)
    for one, other in (("from", "notBefore"), ("to", "notAfter")):
        if one in values and other in values:
            wrong = f"“{one}{family}” stands beside “{other}{family}”."
            raise Wrong(wrong, "Either the one or the other.", other + family)


def _value(
    text: str,
    column: str,
    family: str,
    calendar: Calendar,
    ours: bool,
    left: dict[str, str],
) -> str:
    """One attribute as EDTF."""
    if family == W3C:
        edtf = _w3c(text, column, left)
    elif family == ISO:
        edtf = "-".join(found.groups()) if (found := _BASIC.fullmatch(text)) else text
    else:
        edtf = text if ours else _custom(text, column)
    try:
        _date(edtf, calendar)
    except DateError as error:
        fault = wrong_date(error)
        raise Wrong(fault.wrong, fault.right, column) from None
    return edtf


def _w3c(text: str, column: str, left: dict[str, str]) -> str:
    found = _W3C.fullmatch(text)
    if found is None:
        right = "A date such as 1917-05-19, 1917-05, 1917 or -0044 (44 BC)."
        _check_year(text, right, column)
        raise Wrong("This is no date of W3C XML Schema.", right, column)
    sign, digits, month, day, time, fraction, zone = found.groups()
    year = int(sign + digits)
    if year == 0:
        right = "-0001 for 1 BC; when-iso counts it as 0000."
        raise Wrong("TEI knows no year 0.", right, column)
    date = "-".join(filter(None, (year_text(year + (year < 0)), month, day)))
    if fraction or (zone and not time):
        left[column] = text
    return f"{date}{time}{zone or ''}" if time else date


def _check_year(text: str, right: str, column: str) -> None:
    """Refuse `--09-11`, a day of every year."""
    if text.startswith("--"):
        raise Wrong("The date has no year.", right, column)


def _custom(text: str, column: str) -> str:
    """A date of a calendar in figures; a year before 1 may count in two ways."""
    _check_year(text, "A date with its year, such as 1917-05-06.", column)
    if text.startswith("-"):
        wrong = "A custom year below 1 may count with a year 0 or without."
        raise Wrong(wrong, "The Gregorian date in “when”.", column)
    found = _SHORT_YEAR.match(text)
    return f"{int(found[0]):04d}{text[found.end() :]}" if found else text


def _together(
    values: Mapping[str, str], calendar: Calendar, family: str, left: dict[str, str]
) -> HistoricalDate:
    """One date of all the attributes of a family."""
    if "when" in values:
        return _date(values["when"], calendar)
    ends = {}
    for name, value in values.items():
        ends[name], time, _ = value.partition("T")
        if time:
            left[name + family] = value
    start = ends.get("from") or ends.get("notBefore", "")
    end = ends.get("to") or ends.get("notAfter", "")
    lasting = "from" in ends or "to" in ends
    if lasting and len(ends) == 2 and not {"from", "to"} <= set(ends):
        name = "notAfter" if "notAfter" in ends else "notBefore"
        left[name + family] = values[name]  # EDTF has no interval of doubtful ends
    edtf = f"{start}/{end}" if lasting else _once(start, end, calendar)
    if lasting and start == end:
        edtf = start
    try:
        return _date(edtf, calendar)
    except DateError as error:
        fault = wrong_date(error)
        column = next(iter(values)) + family
        raise Wrong(fault.wrong, fault.right, column) from None


def _once(start: str, end: str, calendar: Calendar) -> str:
    """Once between the two: the year or month they make, or one of their days."""
    if start == end:
        return start
    if not (start and end):
        return f"[{start}..{end}]"
    first = parse_edtf(start, calendar).first_day
    last = parse_edtf(end, calendar).last_day
    if first is None or last is None or first > last:
        return f"[{start}..{end}]"
    if calendar is Calendar.GREGORIAN and (whole := stretch(first, last)):
        return _text(whole.year, whole.month, whole.day)
    if start.count("-", 1) == end.count("-", 1):
        return f"[{start}..{end}]"
    return (
        f"[{_text(*civil_date(calendar, first))}..{_text(*civil_date(calendar, last))}]"
    )


def _text(year: int, month: int | None, day: int | None) -> str:
    rest = (f"{part:02d}" for part in (month, day) if part)
    return "-".join((year_text(year), *rest))


def _in_calendar(
    date: HistoricalDate, pointer: str, calendars: Calendars
) -> tuple[HistoricalDate, str]:
    """The same days in the calendar of the words, where they are known to the day."""
    if not pointer:
        return date, ""
    calendar = calendars.named(pointer)
    if calendar is None:
        return date, f"The calendar “{pointer}” is not known; the date is Gregorian."
    if date.start_min != date.start_max or date.end_min != date.end_max:
        return date, ""
    return date_in_calendar(date, calendar), ""


def _doubted(
    date: HistoricalDate, attributes: Mapping[str, str]
) -> tuple[HistoricalDate, dict[str, str]]:
    """The date with the doubt that `cert` and `precision` express."""
    about = attributes.get("precision") in APPROXIMATE
    unsure = attributes.get("cert") in UNCERTAIN
    given = {n: attributes[n] for n in ("precision", "cert") if attributes.get(n)}
    sign = {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
        (about, unsure), ""
    )
    if not sign or date.qualifier.value:
        return date, {}
    ends = date.edtf_written.split("/")
    plain = all(not end or end == ".." or _PLAIN.fullmatch(end) for end in ends)
    if date.shape not in (Shape.POINT, Shape.INTERVAL) or not plain:
        return date, given
    doubted = [end + sign if end and end != ".." else end for end in ends]
    return parse_edtf("/".join(doubted), date.calendar), {}
