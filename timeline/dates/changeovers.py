"""When places went over from the Julian to the Gregorian calendar.

Only for warnings and for suggestions: no date is ever read in another calendar
because of this table. Dates after the acts named with them; the German, Dutch and
Swiss ones after F. K. Ginzel, Handbuch der mathematischen und technischen
Chronologie, vol. 3 (1914).
"""

from __future__ import annotations

from typing import NamedTuple

from .calendars import Calendar
from .day_number import day_number
from .historical_date import HistoricalDate
from .reckoning import CivilDate

_GINZEL = "Ginzel, Handbuch der Chronologie, vol. 3"


class Changeover(NamedTuple):
    """A place, its last Julian day and, the day after, its first Gregorian day."""

    place: str
    last_julian: CivilDate
    first_gregorian: CivilDate
    source: str
    also: tuple[str, ...] = ()

    @property
    def day(self) -> int:
        """Day number of the first Gregorian day."""
        return day_number(Calendar.GREGORIAN, *self.first_gregorian)


class Suggestion(NamedTuple):
    """A calendar for a document, and why; a person decides."""

    calendar: Calendar
    why: str


def _change(
    place: str,
    last: tuple[int, int, int],
    first: tuple[int, int, int],
    source: str,
    *also: str,
) -> Changeover:
    return Changeover(place, CivilDate(*last), CivilDate(*first), source, also)


_BULL = "bull Inter gravissimas, 24 February 1582"
CHANGEOVERS = (
    _change("Spain", (1582, 10, 4), (1582, 10, 15), _BULL),
    _change("Portugal", (1582, 10, 4), (1582, 10, 15), _BULL),
    _change("Papal States", (1582, 10, 4), (1582, 10, 15), _BULL, "Rome", "Italy"),
    _change("Poland", (1582, 10, 4), (1582, 10, 15), _BULL, "Warsaw", "Kraków"),
    _change(
        "France",
        (1582, 12, 9),
        (1582, 12, 20),
        "letters patent of Henri III, 3 November 1582",
        "Paris",
    ),
    _change("Bavaria", (1583, 10, 5), (1583, 10, 16), _GINZEL, "Munich"),
    _change("Tyrol", (1583, 10, 5), (1583, 10, 16), _GINZEL, "Salzburg", "Brixen"),
    _change("Styria", (1583, 12, 14), (1583, 12, 25), _GINZEL, "Carinthia"),
    _change("Bohemia", (1584, 1, 6), (1584, 1, 17), _GINZEL, "Moravia", "Lusatia"),
    _change("Silesia", (1584, 1, 12), (1584, 1, 23), _GINZEL),
    _change("Catholic Switzerland", (1584, 1, 11), (1584, 1, 22), _GINZEL, "Lucerne"),
    _change(
        "Hungary",
        (1587, 10, 21),
        (1587, 11, 1),
        "act XXVIII of the diet of Pressburg, 1588",
    ),
    _change("Transylvania", (1590, 12, 14), (1590, 12, 25), _GINZEL),
    _change("Duchy of Prussia", (1610, 8, 22), (1610, 9, 2), _GINZEL, "Königsberg"),
    _change(
        "Protestant Germany",
        (1700, 2, 18),
        (1700, 3, 1),
        "resolution of the Corpus Evangelicorum, 23 September 1699",
        "Saxony",
        "Brandenburg",
        "Berlin",
    ),
    _change(
        "Denmark",
        (1700, 2, 18),
        (1700, 3, 1),
        "ordinance of Frederick IV, 28 November 1699",
        "Norway",
        "Copenhagen",
    ),
    _change("Gelderland", (1700, 6, 30), (1700, 7, 12), _GINZEL),
    _change("Utrecht", (1700, 11, 30), (1700, 12, 12), _GINZEL),
    _change("Friesland", (1700, 12, 31), (1701, 1, 12), _GINZEL, "Groningen"),
    _change("Protestant Switzerland", (1700, 12, 31), (1701, 1, 12), _GINZEL, "Zürich"),
    _change(
        "Great Britain",
        (1752, 9, 2),
        (1752, 9, 14),
        "Calendar (New Style) Act 1750, 24 Geo. II c. 23",
        "England",
        "Scotland",
        "Wales",
        "Ireland",
        "London",
        "British colonies",
    ),
    _change(
        "Sweden",
        (1753, 2, 17),
        (1753, 3, 1),
        "royal ordinance of 1752",
        "Finland",
        "Stockholm",
    ),
    _change("Bulgaria", (1916, 3, 31), (1916, 4, 14), "law of 21 March 1916", "Sofia"),
    _change(
        "Russia",
        (1918, 1, 31),
        (1918, 2, 14),
        "decree of the Council of People's Commissars, 24 January 1918",
        "Soviet Russia",
        "Petrograd",
        "St. Petersburg",
        "Saint Petersburg",
        "Moscow",
    ),
    _change(
        "Romania", (1919, 3, 31), (1919, 4, 14), "decree-law of March 1919", "Bucharest"
    ),
    _change(
        "Greece",
        (1923, 2, 15),
        (1923, 3, 1),
        "royal decree of January 1923",
        "Athens",
    ),
)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


_OCTOBER_4 = day_number(Calendar.GREGORIAN, 1582, 10, 4)
_OCTOBER_15 = day_number(Calendar.GREGORIAN, 1582, 10, 15)
_BY_NAME = {
    _key(name): change
    for change in CHANGEOVERS
    for name in (change.place, *change.also)
}


def changeover_at(place: str) -> Changeover | None:
    """The change of a place such as "Russia" or "Petrograd, Russia"."""
    for part in (place, *place.split(",")):
        found = _BY_NAME.get(_key(part))
        if found:
            return found
    return None


def suggest_calendar(place: str, day: int) -> Suggestion | None:
    """What a document of this place and day most likely used, with the reason."""
    change = changeover_at(place)
    if change is None:
        return None
    calendar = Calendar.GREGORIAN if day >= change.day else Calendar.JULIAN
    return Suggestion(
        calendar,
        f"{change.place} kept the Julian calendar until {_text(change.last_julian)} "
        f"({change.source}).",
    )


def calendar_warnings(date: HistoricalDate, place: str = "") -> tuple[str, ...]:
    """Doubts about the calendar of a date, in words; the date stays as it is."""
    if date.first_day is None or date.last_day is None:
        return ()
    change = changeover_at(place) if place else None
    if change is None:
        return _warnings_without_place(date)
    if date.calendar is Calendar.GREGORIAN:
        return _warnings_of_gregorian(date, change)
    if date.calendar is Calendar.JULIAN and date.first_day >= change.day:
        return (
            f"{change.place} used the Gregorian calendar from "
            f"{_text(change.first_gregorian)} on.",
        )
    return ()


def _warnings_of_gregorian(date: HistoricalDate, change: Changeover) -> tuple[str, ...]:
    """Days before the change, and among them those whose names were left out."""
    first, last = date.first_day or 0, date.last_day or 0
    if first >= change.day:
        return ()
    skipped = day_number(Calendar.GREGORIAN, *change.last_julian)
    if skipped < first <= last < change.day:
        return (
            f"{change.place} had no such day: {_text(change.last_julian)} was followed "
            f"by {_text(change.first_gregorian)}.",
        )
    if last < change.day:
        return (
            f"{change.place} kept the Julian calendar until "
            f"{_text(change.last_julian)}; this is the Gregorian date.",
        )
    return ()


def _warnings_without_place(date: HistoricalDate) -> tuple[str, ...]:
    first, last = date.first_day or 0, date.last_day or 0
    gregorian = date.calendar is Calendar.GREGORIAN
    if gregorian and _OCTOBER_4 < first <= last < _OCTOBER_15:
        return (
            "Where the calendar was changed in October 1582, these days were left out: "
            "4 October was followed by 15 October.",
        )
    return ()


def _text(date: CivilDate) -> str:
    name = Calendar.GREGORIAN.month_names[date.month - 1]
    return f"{date.day} {name} {date.year}"
