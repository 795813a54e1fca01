"""Feast days: those with a fixed date, and those that move with Easter.

Easter by the tables of the calendar the date is read in: the Gregorian computus in
the Gregorian calendar (Meeus, *Astronomical Algorithms*, ch. 8), the Julian one in
the Julian calendar. Days are those of the Western church in the Gregorian and of the
Eastern church in the Julian calendar where the two differ in kind (Nicholas: 6
December in both).
"""

from __future__ import annotations

from .calendars import Calendar
from .day_number import day_number
from .errors import DateError

FIXED: dict[str, tuple[int, int]] = {
    "new year": (1, 1),
    "twelfth night": (1, 5),
    "epiphany": (1, 6),
    "agnes": (1, 21),
    "conversion of paul": (1, 25),
    "candlemas": (2, 2),
    "valentine": (2, 14),
    "washington": (2, 22),
    "david": (3, 1),
    "patrick": (3, 17),
    "annunciation": (3, 25),
    "george": (4, 23),
    "mark": (4, 25),
    "may day": (5, 1),
    "invention of the cross": (5, 3),
    "john": (6, 24),
    "peter and paul": (6, 29),
    "visitation": (7, 2),
    "independence": (7, 4),
    "bastille": (7, 14),
    "swithin": (7, 15),
    "elijah": (7, 20),
    "mary magdalene": (7, 22),
    "james": (7, 25),
    "lammas": (8, 1),
    "transfiguration": (8, 6),
    "lawrence": (8, 10),
    "assumption": (8, 15),
    "bartholomew": (8, 24),
    "giles": (9, 1),
    "nativity of mary": (9, 8),
    "holy cross": (9, 14),
    "matthew": (9, 21),
    "michaelmas": (9, 29),
    "intercession": (10, 1),
    "luke": (10, 18),
    "crispin": (10, 25),
    "simon and jude": (10, 28),
    "hallowe'en": (10, 31),
    "all saints": (11, 1),
    "all souls": (11, 2),
    "guy fawkes": (11, 5),
    "armistice": (11, 11),
    "martinmas": (11, 11),
    "catherine": (11, 25),
    "andrew": (11, 30),
    "nicholas": (12, 6),
    "conception": (12, 8),
    "lucy": (12, 13),
    "thomas": (12, 21),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "stephen": (12, 26),
    "innocents": (12, 28),
    "new year's eve": (12, 31),
}

MOVABLE: dict[str, int] = {  # days from Easter Sunday
    "septuagesima": -63,
    "quinquagesima": -49,
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter": 0,
    "easter monday": 1,
    "easter tuesday": 2,
    "low sunday": 7,
    "ascension": 39,
    "whit sunday": 49,
    "whit monday": 50,
    "whit tuesday": 51,
    "trinity": 56,
    "corpus christi": 60,
}


def feast_day(name: str, year: int, calendar: Calendar) -> int:
    """The day number of a feast in a year of the calendar."""
    if name in FIXED:
        return day_number(calendar, year, *FIXED[name])
    return easter(year, calendar) + MOVABLE[name]


def is_movable(name: str) -> bool:
    """Whether the feast hangs on Easter."""
    return name in MOVABLE


def easter(year: int, calendar: Calendar) -> int:
    """The day number of Easter Sunday."""
    if year < 326:
        raise DateError(
            "Easter was not reckoned by a common rule before the council of 325.",
            expected="a year from 326",
        )
    if calendar is Calendar.GREGORIAN:
        return day_number(calendar, year, *_gregorian_easter(year))
    if calendar is Calendar.JULIAN:
        return day_number(calendar, year, *_julian_easter(year))
    raise DateError(f"Easter is not reckoned in the {calendar} calendar.")


def _julian_easter(year: int) -> tuple[int, int]:
    golden = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - golden + 34) % 7
    month, day = divmod(golden + weekday + 114, 31)
    return month, day + 1


def _gregorian_easter(year: int) -> tuple[int, int]:
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped, leap = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - correction + 15) % 30
    i, k = divmod(rest, 4)
    weekday = (32 + 2 * leap + 2 * i - epact - k) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return month, day + 1
