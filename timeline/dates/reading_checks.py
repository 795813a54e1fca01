"""What is checked of a complete date: both styles, weekdays, order, Easter's tables."""

from __future__ import annotations

from .calendars import Calendar
from .day_number import day_number
from .errors import DateError
from .feasts import is_movable
from .historical_date import HistoricalDate
from .reading_ground import STYLE_NAMES, Ground
from .reading_parts import Parts, Phrase
from .reading_styles import style_of_pair
from .reading_supply import day_of

_WEEKDAYS = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
]


def easter_before_1583(phrase: Phrase, ground: Ground) -> None:
    """Before the reform there was one Easter, by the Julian tables."""
    if ground.calendar_from == "default" and any(
        parts.feast is not None and is_movable(parts.feast) and (parts.year or 0) < 1583
        for parts in phrase.members
    ):
        ground.calendar, ground.calendar_from = Calendar.JULIAN, "easter"
        ground.reasons.append("Julian: before 1583 Easter had only the Julian tables")


def check_duals(phrase: Phrase, ground: Ground) -> Calendar:
    """The calendar that the dates printed in both styles prove."""
    pairs = [(p, p.dual) for p in phrase.members if p.dual is not None]
    pairs += list(zip(phrase.members, phrase.dual, strict=False))
    if not pairs:
        return ground.calendar
    found = set()
    for parts, other in pairs:
        if other is not None:
            found.add(style_of_pair(parts, other))
    if len(found) != 1:
        raise DateError("The styles printed contradict each other.", phrase.start)
    calendar = found.pop()
    ground.calendar_from = "text"
    name = STYLE_NAMES.get(calendar, calendar.value)
    ground.reasons.append(f"printed in both styles, which agree; the first is {name}")
    return calendar


def check_order(date: HistoricalDate, phrase: Phrase) -> None:
    if date.start_min is not None and date.end_max is not None:
        if date.start_min <= date.end_max:
            return
        raise DateError("The end lies before the start.", phrase.members[-1].start)


def check_weekdays(phrase: Phrase, ground: Ground) -> None:
    """A weekday that does not fit is reported; sources often err in it."""
    for parts in phrase.members:
        if parts.weekday is None or parts.day is None or parts.month is None:
            continue
        number = day_of(parts, ground.calendar)
        if number % 7 == parts.weekday:
            ground.reasons.append("the weekday fits")
            continue
        message = f"The weekday does not fit: this day was a {_WEEKDAYS[number % 7]}"
        other = _other_style_fits(parts, ground.calendar)
        if other:
            message += f"; in the {other} calendar it fits"
        ground.warnings.append(message + ".")


def _other_style_fits(parts: Parts, calendar: Calendar) -> str:
    for other in (Calendar.JULIAN, Calendar.GREGORIAN):
        if other is not calendar:
            try:
                number = day_number(
                    other, parts.year or 0, parts.month or 0, parts.day or 0
                )
            except DateError:
                continue
            if number % 7 == parts.weekday:
                return other.value
    return ""
