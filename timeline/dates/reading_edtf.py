"""Parts whose year is known, written as EDTF in their calendar.

Where history has no exact rule, these are ours: the three parts of a month are the
days 1 to 10, 11 to 20, and 21 to its end; of a year four months each; of a decade the
years 0-3, 4-6, 7-9; of a century 33, 33 and 34 years. The 12th century is the years
1101-1200.
"""

from __future__ import annotations

from .calendars import Calendar
from .day_number import civil_date, reckoning
from .errors import DateError
from .feasts import feast_day
from .reading_parts import Parts

Ends = tuple[str, str]  # the same text twice for a single date


def year_text(year: int) -> str:
    """A year as EDTF writes it: 0800, -0043, Y12345."""
    if -9999 <= year <= 9999:
        return f"{'-' if year < 0 else ''}{abs(year):04}"
    return f"Y{year}"


def date_text(year: int, month: int | None = None, day: int | None = None) -> str:
    text = year_text(year)
    if month is not None:
        text += f"-{month:02}"
    if day is not None:
        text += f"-{day:02}"
    return text


def day_text(number: int, calendar: Calendar) -> str:
    """A day number as EDTF in a calendar."""
    return date_text(*civil_date(calendar, number))


def ends(parts: Parts, calendar: Calendar) -> Ends:
    """The first and last date the parts mean, with the qualifier on each."""
    first, last = _plain_ends(parts, calendar)
    mark = parts.qualifier
    if parts.doubtful and not mark:
        return _component_doubt(parts, first, last)
    return first + mark, last + mark


def _component_doubt(parts: Parts, first: str, last: str) -> Ends:
    """ "6? May 1917": only the day is in doubt, `1917-05-?06`."""
    if first != last or first.count("-") != 2 or parts.doubtful != "day":
        return first + "?", last + "?"
    head, _, tail = first.rpartition("-")
    text = f"{head}-?{tail}"
    return text, text


def _plain_ends(parts: Parts, calendar: Calendar) -> Ends:
    if parts.century is not None:
        return _century(parts.century, parts.century_length, parts.portion)
    if parts.decade is not None:
        return _decade(parts.decade, parts.portion)
    if parts.year is None:
        raise DateError("No year.", parts.end, "a year")
    if parts.feast is not None:
        text = _feast(parts, calendar)
        return text, text
    if parts.season is not None and parts.portion:
        return _part_of_season(parts, parts.year, parts.season)
    if parts.season is not None:
        text = date_text(parts.year, parts.season)
        return text, text
    if parts.portion:
        return _portion(parts, parts.year, calendar)
    text = date_text(parts.year, parts.month, parts.day)
    return text, text


def _feast(parts: Parts, calendar: Calendar) -> str:
    try:
        number = feast_day(parts.feast or "", parts.year or 0, calendar)
    except DateError as error:
        raise DateError(error.message, parts.start, error.expected) from None
    number += parts.feast_shift
    if parts.week_step is not None and parts.weekday is not None:
        ahead = (parts.weekday - number) * parts.week_step % 7 or 7
        number += ahead * parts.week_step
    return day_text(number, calendar)


def share_of(portion: str, first: int, last: int) -> tuple[int, int]:
    """The years (or months) of "early", "half 2", "quarter 3" of a stretch."""
    count = last - first + 1
    name, _, number = portion.partition(" ")
    pieces = {"half": 2, "quarter": 4}.get(name, 3)
    index = {"early": 0, "mid": 1, "late": 2}.get(name)
    if index is None and name in ("half", "third", "quarter"):
        index = int(number) - 1
    if index is None or portion == "last day":
        raise DateError("Days and weeks are parts of a month or a year only.")
    if count == 10 and pieces == 3:
        low, high = ((0, 3), (4, 6), (7, 9))[index]
        return first + low, first + high
    start = first + count * index // pieces
    return start, first + count * (index + 1) // pieces - 1


def _century(number: int, length: int, portion: str) -> Ends:
    first = (number - 1) * length + 1
    low, high = first, first + length - 1
    if portion:
        low, high = share_of(portion, low, high)
    return year_text(low), year_text(high)


def _decade(decade: int, portion: str) -> Ends:
    if portion:
        low, high = share_of(portion, decade, decade + 9)
        return year_text(low), year_text(high)
    text = f"{decade // 10:03}X"
    return text, text


def _part_of_season(parts: Parts, year: int, season: int) -> Ends:
    """A season has three months: late summer is August, early winter December."""
    step = {"early": 0, "mid": 1, "late": 2}.get(parts.portion)
    if step is None:
        raise DateError("A season has no such part.", parts.start, "early, mid or late")
    months = (season - 20) * 3 + step - 1
    text = date_text(year + months // 12, months % 12 + 1)
    return text, text


def _portion(parts: Parts, year: int, calendar: Calendar) -> Ends:
    if parts.day is not None:
        text = date_text(year, parts.month, parts.day)
        return text, text
    if parts.month is None and "week" in parts.portion:
        raise DateError("A week of what month?", parts.start, "a month")
    if parts.month is None and parts.portion == "last day":
        text = date_text(year, 12, 31)
        return text, text
    if parts.month is None:
        low, high = share_of(parts.portion, 1, 12)
        return date_text(year, low), date_text(year, high)
    length = reckoning(calendar).month_length(year, parts.month)
    thirds = {"early": (1, 10), "mid": (11, 20), "late": (21, length)}
    thirds["last day"] = (length, length)
    thirds["last week"] = (length - 6, length)
    thirds |= {f"week {n}": (7 * n - 6, 7 * n) for n in range(1, 5)}
    low, high = thirds.get(parts.portion) or share_of(parts.portion, 1, length)
    return date_text(year, parts.month, low), date_text(year, parts.month, high)


def before(text: str, first_day: int, calendar: Calendar) -> str:
    """The last date before one, as precise as it is: 1917 gives 1916."""
    return _beside(text, -1) or day_text(first_day - 1, calendar)


def after(text: str, last_day: int, calendar: Calendar) -> str:
    """The first date after one, as precise as it is: 1917-12 gives 1918-01."""
    return _beside(text, 1) or day_text(last_day + 1, calendar)


def _beside(text: str, step: int) -> str:
    """The next year or month; empty for what is neither."""
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    year, dash, month = digits.partition("-")
    if not year.isdecimal() or (dash and not (month.isdecimal() and len(month) == 2)):
        return ""
    value = int(sign + year)
    if not dash:
        return year_text(value + step)
    if int(month) > 12:
        return ""
    count = value * 12 + int(month) - 1 + step
    return date_text(count // 12, count % 12 + 1)
