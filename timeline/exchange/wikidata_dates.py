"""Time values of Wikidata: digits, a precision that says how many count, a calendar.

The digits are in the calendar the value names, the years historical: -0044 is 44 BC
and there is no year 0 (Wikibase, docs/topics/json.md, “time”). Centuries, millennia and
coarser units are read as Wikidata words them (MwTimeIsoFormatter): 1801 to 1900 are the
19th century, and 65 million years ago is rounded to a million.
"""

import re
from dataclasses import dataclass
from typing import Any

from timeline.dates import Calendar, DateError, civil_date, day_number, parse_edtf

from .foreign import record, whole_number, words
from .rows import Wrong
from .timelinejs_dates import year_text

_TIME = re.compile(
    r"([+-])([0-9]{1,16})-([0-9]{2})-([0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2})Z"
)
CALENDARS = {"Q1985727": Calendar.GREGORIAN, "Q1985786": Calendar.JULIAN}
DECADE, YEAR, MONTH, DAY, SECOND = 8, 9, 10, 11, 14
FOUR_DIGITS = 9999


@dataclass(frozen=True, slots=True)
class Moment:
    """A date from `first` to `last`, each in EDTF; `name` where EDTF has one for it."""

    calendar: Calendar
    first: str
    last: str
    name: str = ""
    rough: str = ""  # near it, for an end of an interval, which cannot be a choice

    @property
    def edtf(self) -> str:
        """The date by itself: some time from first to last."""
        if self.name or self.first == self.last:
            return self.name or self.first
        return f"[{self.first}..{self.last}]"

    def doubted(self, sign: str) -> "Moment":
        """The same, near it (`~`) or uncertain (`?`); a time of day is neither."""
        if "T" in self.first:
            return self
        name = f"{self.name}{sign}" if self.name else ""
        ends = f"{self.first}{sign}", f"{self.last}{sign}"
        return Moment(self.calendar, *ends, name, self.rough)

    def end(self, outer: str) -> str:
        """This as an end of an interval: its name, or about its outer year."""
        if self.name or self.first == self.last:
            return self.name or self.first
        return self.rough or f"{outer.rstrip('~?%')}~"


def moment(value: Any, column: str) -> Moment:
    """The date of a time value; `Wrong` where it is none."""
    value = record(value, column)
    text = words(value.get("time"), f"{column}.time")
    if (found := _TIME.fullmatch(text)) is None:
        right = "As +1917-09-28T00:00:00Z."
        raise Wrong("This is not a time of Wikidata.", right, f"{column}.time")
    calendar = _calendar(value.get("calendarmodel"), f"{column}.calendarmodel")
    precision = whole_number(value.get("precision"), f"{column}.precision")
    if precision is None or not 0 <= precision <= SECOND:
        raise Wrong("There is no such precision.", "0 to 14.", f"{column}.precision")
    before, after = (_count(value, n, column) for n in ("before", "after"))
    sign, digits, month, day, clock = found.groups()
    year = int(digits)
    if year == 0:
        raise Wrong("There is no year 0.", "-0001 is 1 BC.", f"{column}.time")
    if precision <= YEAR:
        first, last = years(year, sign == "-", precision)
        unit = 10 ** (YEAR - precision)
        first, last = first - before * unit, last + after * unit
        return _of_years(calendar, first, last, precision, column)
    year = year if sign == "+" else 1 - year
    if month == "00" or (precision >= DAY and day == "00"):
        wrong = "The digits are fewer than the precision says."
        raise Wrong(wrong, "9 for a year, 10 for a month.", f"{column}.precision")
    if precision == MONTH:
        text = f"{year_text(year)}-{month}"
        return _widened(calendar, text, before, after, _month_later, column)
    text = f"{year_text(year)}-{month}-{day}"
    if precision == SECOND and clock != "00:00:00" and not before + after:
        text += f"T{clock}Z"
    return _widened(calendar, text, before, after, _day_later, column)


def _calendar(value: Any, column: str) -> Calendar:
    name = words(value, column).rpartition("/")[2]
    if name not in CALENDARS:
        right = "Q1985727 (Gregorian) or Q1985786 (Julian), both proleptic."
        raise Wrong("This calendar model is not known.", right, column)
    return CALENDARS[name]


def _count(value: dict[str, Any], name: str, column: str) -> int:
    found = whole_number(value.get(name), f"{column}.{name}") or 0
    if not 0 <= found <= 10**9:
        raise Wrong("Out of range.", "0 to 10^9.", f"{column}.{name}")
    return found


def years(year: int, is_bc: bool, precision: int) -> tuple[int, int]:
    """First and last year, astronomical, of the unit that holds a historical year."""
    unit = 10 ** (YEAR - precision)
    if precision == YEAR:
        first = last = year
    elif precision == DECADE:
        first = year // unit * unit
        last = first + unit - 1
    elif precision > 5:  # centuries and millennia end with their round year
        last = -(-year // unit) * unit
        first = last - unit + 1
    elif middle := (2 * year + unit) // (2 * unit) * unit:
        first, last = middle - unit // 2, middle + unit // 2 - 1
    else:  # too small for its precision: Wikidata shows the year
        first = last = year
    first = max(first, 1)
    return (1 - last, 1 - first) if is_bc else (first, last)


def _of_years(
    calendar: Calendar, first: int, last: int, precision: int, column: str
) -> Moment:
    if calendar is not Calendar.GREGORIAN and max(-first, last) > FOUR_DIGITS:
        try:  # EDTF has longer years in the Gregorian calendar only
            days = day_number(calendar, first, 1, 1), day_number(calendar, last, 12, 31)
            first, last = (civil_date(Calendar.GREGORIAN, day).year for day in days)
        except DateError as error:
            raise Wrong(error.message, "", f"{column}.time") from None
        calendar = Calendar.GREGORIAN
    is_named = precision == DECADE and first % 10 == 0 and last == first + 9
    name = f"{year_text(first)[:3]}X" if is_named and 0 <= first < FOUR_DIGITS else ""
    rough, digits = "", YEAR - precision
    is_whole = precision in (6, 7) and last - first + 1 == 10**digits
    if is_whole and max(-first, last) <= FOUR_DIGITS:
        year = year_text(first)
        rough = f"{year[:-digits]}{'X' * digits}~"
    return Moment(calendar, year_text(first), year_text(last), name, rough)


def _widened(
    calendar: Calendar, text: str, before: int, after: int, later: Any, column: str
) -> Moment:
    try:
        parse_edtf(text, calendar)  # as 30 February, which the JSON may hold
        first, last = later(text, calendar, -before), later(text, calendar, after)
    except DateError as error:
        wrong, right = error.message, error.expected or ""
        raise Wrong(wrong, right, f"{column}.time") from None
    return Moment(calendar, first, last)


def _month_later(text: str, calendar: Calendar, months: int) -> str:
    if not months:
        return text
    year, _, month = text.rpartition("-")
    total = int(year.removeprefix("Y")) * 12 + int(month) - 1 + months
    return f"{year_text(total // 12)}-{total % 12 + 1:02d}"


def _day_later(text: str, calendar: Calendar, days: int) -> str:
    if not days:
        return text
    first = parse_edtf(text, calendar).start_min
    assert first is not None
    return _day(calendar, first + days)


def _day(calendar: Calendar, day: int) -> str:
    date = civil_date(calendar, day)
    return f"{year_text(date.year)}-{date.month:02d}-{date.day:02d}"


def _days(start: str, end: str, calendar: Calendar) -> tuple[str, str]:
    """The first day of one date and the last of another."""
    first = parse_edtf(start, calendar).start_min
    last = parse_edtf(end, calendar).end_max
    assert first is not None
    assert last is not None
    return _day(calendar, first), _day(calendar, last)


def between(first: Moment | None, last: Moment | None) -> Moment:
    """Some time from the start of one to the end of the other; either may be open."""
    one, other = _in_one_calendar(first, last)
    start, end = one.first if one else "", other.last if other else ""
    calendar = (one or other or Moment(Calendar.GREGORIAN, "", "")).calendar
    if start and end and start[1:].count("-") != end[1:].count("-"):
        start, end = _days(start, end, calendar)  # EDTF: both ends alike
    name = "" if start and end else f"[{start}..{end}]"
    return Moment(calendar, start, end, name)


def stretch_of(first: Moment | None, last: Moment | None, is_open: bool) -> Moment:
    """From one to the other; an end that is not given is unknown, or open."""
    one, other = _in_one_calendar(first, last)
    start = one.end(one.first) if one else ""
    end = other.end(other.last) if other else ".." if is_open else ""
    calendar = (one or other or Moment(Calendar.GREGORIAN, "", "")).calendar
    return Moment(calendar, start, end, f"{start}/{end}")


def _in_one_calendar(*given: Moment | None) -> tuple[Moment | None, ...]:
    """The moments as they are, or all as Gregorian days when their calendars differ."""
    if len({one.calendar for one in given if one}) < 2:
        return given
    return tuple(_gregorian(one) if one else None for one in given)


def _gregorian(one: Moment) -> Moment:
    if one.calendar is Calendar.GREGORIAN:
        return one
    first = parse_edtf(one.first, one.calendar).start_min
    last = parse_edtf(one.last, one.calendar).end_max
    assert first is not None
    assert last is not None
    days = (_day(Calendar.GREGORIAN, day) for day in (first, last))
    return Moment(Calendar.GREGORIAN, *days)
