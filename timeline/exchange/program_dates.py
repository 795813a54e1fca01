"""Dates as programs in browsers write them: ISO 8601, JavaScript's words, milliseconds.

A midnight is a day. Numbers and signs of years are astronomical: -43 is 44 BC.
"""

import re
from typing import Any, NamedTuple

from timeline.dates import Calendar, DateError, HistoricalDate, parse_edtf

from .json_values import decode
from .rows import Wrong
from .timelinejs_dates import year_text
from .written_dates import Parts, parts, stretch

EPOCH = 2_440_588  # the day number of 1 January 1970
DAY = 86_400_000  # milliseconds
_CLOCK = r"(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?"
_ZONE = r"\s*(Z|(?:GMT|UTC)?\s*[+-]\d{2}:?\d{2}|GMT|UTC|[ECMP][SD]T)?"
_ZONE += r"(?:\s*\([^()]*\))?"
_HOURS = {"E": -5, "C": -6, "M": -7, "P": -8}  # of standard time (RFC 5322, 4.3)
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_ISO = re.compile(
    r"([+-]\d{4,10}|\d{4})(?:-(\d{2})(?:-(\d{2}))?)?" + _CLOCK + _ZONE, re.ASCII
)
_YEAR = re.compile(
    r"([+-]\d{1,10}|\d{1,7})(?:\s+(AD|BC|CE|BCE))?", re.ASCII | re.IGNORECASE
)
_WORDS = re.compile(
    r"(?:[A-Z][a-z]{2,8},?\s+)?(?:([A-Z][a-z]{2,8})\.?\s+(\d{1,2})|"
    r"(\d{1,2})\s+([A-Z][a-z]{2,8})\.?),?\s+(\d{4})" + _CLOCK + _ZONE,
    re.ASCII,
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct")
MONTHS = (*MONTHS, "nov", "dec")


class Stated(NamedTuple):
    """A date in EDTF (or words that are not of a program), and its time of day."""

    date: str
    time: str = ""


def stated(value: Any, column: str) -> Stated:
    """The date a program wrote; other words are left to the reader of dates."""
    if value is None or value == "":
        return Stated("")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _moment(value, column)
    if not isinstance(value, str):
        raise Wrong("This is not a date.", "A text, or milliseconds.", column)
    text = value.strip()
    if len(text) > 100:
        return Stated(text)
    if found := _YEAR.fullmatch(text):
        year, era = int(found[1]), (found[2] or "").upper()
        return Stated(year_text(1 - year if era.startswith("B") else year))
    if found := _BASIC.fullmatch(text):
        return Stated("-".join(found.groups()))
    if found := _ISO.fullmatch(text):
        year, month, day, *clock, zone = found.groups()
        date = "-".join(filter(None, (year_text(int(year)), month, day)))
        return Stated(date, _time(clock, zone) if day else "")
    if found := _WORDS.fullmatch(text):
        name, day, other_day, other_name, year, *clock, zone = found.groups()
        month = (name or other_name)[:3].lower()
        if month in MONTHS:
            number = MONTHS.index(month) + 1
            date = f"{year}-{number:02d}-{int(day or other_day):02d}"
            return Stated(date, _time(clock, zone))
    return Stated(text)


def _moment(value: float, column: str) -> Stated:
    """Milliseconds since 1970, as the day in UTC."""
    if abs(value) > 8.64e15:
        raise Wrong("No date is that far from 1970.", "8.64e15 at most.", column)
    days, rest = divmod(int(value), DAY)
    day = parts(EPOCH + days)
    seconds = rest // 1000
    time = f"T{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}Z"
    return Stated(_edtf(day), time if rest else "")


def _time(clock: list[str | None], zone: str | None) -> str:
    hour, minute, second = (part or "00" for part in clock)
    if clock[0] is None or (hour, minute, second) == ("00", "00", "00"):
        return ""
    sign = re.sub(r"GMT|UTC|\s|:", "", zone or "")
    if sign[:1] in _HOURS:
        sign = f"{_HOURS[sign[0]] + (sign[1] == 'D'):+03d}00"
    if zone and sign in ("", "Z"):
        return f"T{hour}:{minute}:{second}Z"
    place = f"{sign[:3]}:{sign[3:]}" if sign else ""
    return f"T{hour}:{minute}:{second}{place}"


def day_bounds(date: str) -> HistoricalDate | None:
    """The date of EDTF that a program's date gave, `None` for other words."""
    try:
        return parse_edtf(date, Calendar.GREGORIAN)
    except DateError:
        return None


def once_between(first: str, last: str) -> str:
    """Some day from the first to the last: the year or month they make, or one of.

    Years beside days become days: a choice has the same parts on both sides.
    """
    one, other = day_bounds(first), day_bounds(last)
    if one is None or other is None:
        return f"[{first}..{last}]"
    start, end = one.first_day, other.last_day
    if start is None or end is None:
        return f"[{first}..{last}]"
    if whole := stretch(start, end):
        return _edtf(whole)
    if first.count("-", 1) != last.count("-", 1):
        first, last = _edtf(parts(start)), _edtf(parts(end))
    return f"[{first}..{last}]"


def _edtf(part: Parts) -> str:
    rest = (f"{number:02d}" for number in part[1:] if number)
    return "-".join((year_text(part.year), *rest))


def says(text: str, date: HistoricalDate) -> bool:
    """Whether what a file said means this date."""
    told = day_bounds(text)
    return told is not None and told.edtf == date.edtf


def given_in(dating: Any) -> dict[str, Any]:
    """What a file had said of a date, as we wrote it beside ours."""
    try:
        value = decode(dating) if isinstance(dating, str) else dating
    except Wrong:
        return {}
    given = value.get("given") if isinstance(value, dict) else None
    return given if isinstance(given, dict) else {}
