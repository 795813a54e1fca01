"""Old and New Style printed side by side: both must name the same day.

15 (28) September 1917 is Julian 15 = Gregorian 28. A pair that does not fit is refused
and both sides are told; nothing is chosen.
"""

from __future__ import annotations

from .calendars import Calendar
from .day_number import civil_date, day_number
from .errors import DateError
from .reading_parts import Parts
from .reckoning import CivilDate

_STYLES = [
    (Calendar.JULIAN, Calendar.GREGORIAN),
    (Calendar.GREGORIAN, Calendar.JULIAN),
]


def style_of_pair(parts: Parts, other: Parts) -> Calendar:
    """The calendar of the first of two printed dates that are one day seen twice."""
    for first, second in _pairs(parts, other):
        if parts.calendar not in (None, first) or other.calendar not in (None, second):
            continue
        converted = _converted(parts, first, second)
        if converted is not None and _fits(other, converted):
            return first
    raise DateError(_disagreement(parts, other), other.start)


def _pairs(parts: Parts, other: Parts) -> list[tuple[Calendar, Calendar]]:
    """Old and New Style; or the Republican calendar beside either."""
    if parts.calendar is Calendar.FRENCH_REPUBLICAN:
        return [(Calendar.FRENCH_REPUBLICAN, Calendar.GREGORIAN)]
    if other.calendar is Calendar.FRENCH_REPUBLICAN:
        return [(Calendar.GREGORIAN, Calendar.FRENCH_REPUBLICAN)]
    return _STYLES


def _converted(parts: Parts, first: Calendar, second: Calendar) -> CivilDate | None:
    try:
        number = day_number(first, parts.year or 0, parts.month or 0, parts.day or 0)
        return civil_date(second, number)
    except DateError:
        return None


def _fits(other: Parts, converted: CivilDate) -> bool:
    return (
        other.day == converted.day
        and other.month in (None, converted.month)
        and other.year in (None, converted.year)
    )


def _disagreement(parts: Parts, other: Parts) -> str:
    converted = _converted(parts, Calendar.JULIAN, Calendar.GREGORIAN)
    if converted is None:
        return "The two styles printed do not name the same day."
    year, month, day = converted
    return (
        "The two styles printed do not name the same day: Old Style "
        f"{parts.year}-{parts.month:02}-{parts.day:02} is New Style "
        f"{year}-{month:02}-{day:02}, but the text prints {other.day}."
    )
