"""A printed year where the year began on another day than 1 January."""

from __future__ import annotations

from .calendars import Calendar
from .day_number import reckoning
from .errors import DateError
from .reading_parts import Parts
from .year_start import YearStart, january_years


def in_january_years(
    parts: Parts, year_start: str, calendar: Calendar
) -> tuple[list[Parts], str]:
    """The printed date in years from 1 January, and why; often there is no change.

    With Easter as new year's day there may be two years; a month that the new year
    cuts in two has two as well. A year alone is left as it stands.
    """
    start = YearStart(year_start)
    unchanged = start is YearStart.JANUARY or parts.month is None
    if unchanged or parts.year is None or not parts.has_year:
        return [parts], ""
    years = _years(parts.year, parts.month or 1, parts.day, start, calendar)
    if not years:
        raise DateError(
            f"The year {parts.year}, begun on {start.value}, had no such day.",
            parts.start,
            "a day of that year",
        )
    why = "" if years == [parts.year] else f"the year began on {start.value}"
    return [parts.copy(year=year) for year in years], why


def _years(
    year: int, month: int, day: int | None, start: YearStart, calendar: Calendar
) -> list[int]:
    rules = reckoning(calendar)
    days = [day] if day else [1, rules.longest[month]]
    found = {
        january
        for each in days
        for january in january_years(year, month, each, start, calendar)
    }
    return sorted(found)
