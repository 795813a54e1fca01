"""A date of ours as times of Wikidata: a value, or some time between two.

Calendars are the proleptic Gregorian and Julian, years historical (-0044 is 44 BC).
A value has a precision; what is no day, month, year or decade is an unknown value with
the earliest (P1319) and the latest (P1326) date as qualifiers.
"""

from typing import Any

from timeline.dates import (
    Calendar,
    DateError,
    EndKind,
    HistoricalDate,
    Qualifier,
    Shape,
    civil_date,
    parse_edtf,
)

from .wikidata_dates import CALENDARS, DAY, DECADE, MONTH, YEAR
from .wikidata_snaks import ENTITY, NONE, UNKNOWN
from .wikidata_statements import (
    CIRCA,
    CIRCUMSTANCES,
    EARLIEST,
    END,
    LATEST,
    POINT,
    PRESUMABLY,
    START,
)

Told = dict[str, tuple[Any, dict[str, list[Any]]]]
MODELS = {calendar: f"{ENTITY}{model}" for model, calendar in CALENDARS.items()}
QUALIFIERS = (CIRCUMSTANCES, EARLIEST, LATEST)
_CIRCUMSTANCES = {
    Qualifier.NONE: [],
    Qualifier.APPROXIMATE: [CIRCA],
    Qualifier.UNCERTAIN: [PRESUMABLY],
    Qualifier.BOTH: [CIRCA, PRESUMABLY],
}


def told(edtf: str, calendar: Calendar, kind: str = POINT) -> Told:
    """The values of a date, with their qualifiers, by property.

    Only an entity's own time (`kind` is P585) has a start and an end.
    """
    if not edtf:
        return {kind: (UNKNOWN, {})}
    date = parse_edtf(edtf, calendar)
    if calendar not in MODELS:
        date = parse_edtf(date.edtf, Calendar.GREGORIAN)
    try:
        if date.shape is Shape.INTERVAL and kind == POINT:
            return _stretch(date)
        return {kind: (UNKNOWN, {}) if date.shape is Shape.ALL_OF else _point(date)}
    except DateError:  # the day after the last that there is
        return {kind: (UNKNOWN, {})}


def _stretch(date: HistoricalDate) -> Told:
    """Start and end; what is unknown is left out."""
    found: Told = {}
    texts = date.edtf_written.split("/")
    kinds = date.start_kind, date.end_kind
    for name, text, kind in zip((START, END), texts, kinds, strict=True):
        if kind is EndKind.KNOWN:
            found[name] = _point(parse_edtf(text, date.calendar))
        elif kind is EndKind.OPEN:
            found[name] = (NONE, {})
    return found


def _point(date: HistoricalDate) -> tuple[Any, dict[str, list[Any]]]:
    first, last, calendar = date.start_min, date.end_max, date.calendar
    doubt = _CIRCUMSTANCES[date.qualifier]
    beside: dict[str, list[Any]] = {CIRCUMSTANCES: doubt} if doubt else {}
    if first is not None and last is not None and date.shape is Shape.POINT:
        value = _unit(calendar, first, last)
        if value is not None:
            return value, beside
    precision = _precision(calendar, first, last)
    if first is not None:
        beside[EARLIEST] = [_value(calendar, first, precision)]
    if last is not None:
        beside[LATEST] = [_value(calendar, last, precision)]
    return UNKNOWN, beside


def _unit(calendar: Calendar, first: int, last: int) -> dict[str, Any] | None:
    """The day, month, year or decade that lasts from the first day to the last."""
    precision = _precision(calendar, first, last)
    one, after = (civil_date(calendar, day) for day in (first, last + 1))
    years, months = after.year - one.year, after.month - one.month
    if precision == YEAR and years == 10 and one.year % 10 == 0 < one.year:
        return _value(calendar, first, DECADE)
    lasts = {DAY: last == first, MONTH: years * 12 + months == 1, YEAR: years == 1}
    return _value(calendar, first, precision) if lasts[precision] else None


def _precision(calendar: Calendar, first: int | None, last: int | None) -> int:
    """Whether a stretch is one of years, of months, or of days."""
    begins = civil_date(calendar, first) if first is not None else None
    after = civil_date(calendar, last + 1) if last is not None else None
    ends = [(one.month, one.day) for one in (begins, after) if one is not None]
    if all(end == (1, 1) for end in ends):
        return YEAR
    return MONTH if all(day == 1 for _, day in ends) else DAY


def _value(calendar: Calendar, day: int, precision: int) -> dict[str, Any]:
    date = civil_date(calendar, day)
    sign, year = ("+", date.year) if date.year > 0 else ("-", 1 - date.year)
    month = date.month if precision >= MONTH else 0
    number = date.day if precision >= DAY else 0
    time = f"{sign}{year:04d}-{month:02d}-{number:02d}T00:00:00Z"
    model = MODELS[calendar]
    return {"time": time, "precision": precision, "calendarmodel": model}
