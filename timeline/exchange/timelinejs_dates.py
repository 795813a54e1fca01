"""Dates of TimelineJS: year, month, day and time apart, with words to display.

They are Gregorian; the year -44 is shown as 44 BC, so there is no year 0.
"""

from typing import Any

from timeline.dates import DateContext, DateError, HistoricalDate, parse_edtf, read_date

from .foreign import record, whole_number, words
from .rows import Wrong
from .written_dates import Parts, ends, time_of

TIME = ("hour", "minute", "second")
NUMBERS = {"year", "month", "day", *TIME}
USED = {*NUMBERS, "display_date"}
SIDES = ("start_date", "end_date")
FAR = 270_000  # years beyond which TimelineJS counts in years only


def edtf_of(date: dict[str, Any], with_time: bool = True) -> str:
    """The date in EDTF; "" when it has no year."""
    year, month, day = (whole_number(date.get(n), n) for n in ("year", "month", "day"))
    if year is None:
        if month is not None or day is not None:
            raise Wrong("There is no year.", "A year such as 1917 or -44.", "year")
        return ""
    if year == 0:
        raise Wrong("There is no year 0.", "-1 is 1 BC, 1 is AD 1.", "year")
    if day is not None and month is None:
        raise Wrong("There is a day and no month.", "1 to 12.", "month")
    edtf = year_text(year + 1 if year < 0 else year)
    for name, part, most in (("month", month, 12), ("day", day, 31)):
        if part is not None:
            if not 1 <= part <= most:
                raise Wrong(f"No {name} has this number.", f"1 to {most}.", name)
            edtf += f"-{part:02d}"
    return edtf + (_time(date, day) if with_time else "")


def year_text(year: int) -> str:
    """An astronomical year in EDTF."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _time(date: dict[str, Any], day: int | None) -> str:
    hour, minute, second = (whole_number(date.get(name), name) for name in TIME)
    if day is None or hour is None:
        return ""
    limits = ((hour, 23, "hour"), (minute, 59, "minute"), (second, 59, "second"))
    for part, most, name in limits:
        if part is not None and not 0 <= part <= most:
            raise Wrong(f"No {name} has this number.", f"0 to {most}.", name)
    return f"T{hour:02d}:{minute or 0:02d}:{second or 0:02d}"


def left_over(slide: dict[str, Any], with_time: bool) -> dict[str, Any]:
    """What the EDTF does not say: milliseconds, and times it has no room for."""
    used = USED if with_time else USED - set(TIME)
    found = {}
    for name in SIDES:
        date = record(slide.get(name), name)
        left = {k: v for k, v in date.items() if k not in used}
        if left := {k: v for k, v in left.items() if v not in (None, "")}:
            found[name] = left
    return found


def shown_words(slide: dict[str, Any]) -> str:
    """The words a slide displays for its date."""
    display = words(slide.get("display_date"), "display_date").strip()
    dates = (record(slide.get(name), name) for name in SIDES)
    shown = (words(one.get("display_date"), "display_date").strip() for one in dates)
    return display or " – ".join(filter(None, shown))


def cells_of_dates(
    slide: dict[str, Any], notes: list[str], path: str
) -> tuple[dict[str, str], str, dict[str, Any]]:
    """The cells `date` and `calendar`, the words displayed, and what is left over."""
    start = record(slide.get("start_date"), "start_date")
    end = record(slide.get("end_date"), "end_date")
    last = _edtf(end, "end_date", False)
    first = _edtf(start, "start_date", not last)
    display, rest = shown_words(slide), left_over(slide, "T" in first)
    if not first:
        if last:
            raise Wrong("There is an end and no start.", "A start.", "start_date")
        return ({"date": display} if display else {}), "", rest
    edtf = first if last in ("", first) else f"{first}/{last}"
    told = said(edtf, display)
    if told == "":
        notes.append(f"{path}: “{display}” is shown, and {edtf} is what is counted.")
    if told and told != edtf:
        return {"date": told, "calendar": "gregorian"}, display, rest
    return {"date": edtf}, display, rest


def _edtf(date: dict[str, Any], column: str, with_time: bool) -> str:
    try:
        return edtf_of(date, with_time)
    except Wrong as error:
        raise Wrong(error.wrong, error.right, f"{column}.{error.column}") from None


def said(edtf: str, display: str) -> str:
    """What the words say, where they say it more truly than the numbers.

    “about 1905” beside 1905, or beside 1905-01-01, is about 1905. Words that say
    something else (then "") or nothing that can be read leave the numbers as they are.
    """
    try:
        counted = parse_edtf(edtf)
    except DateError:
        return edtf  # refused where every date is checked
    reading = read_date(display, DateContext()).reading if display else None
    if reading is None:
        return edtf
    date = reading.date
    if (date.first_day, date.last_day) == (counted.first_day, counted.last_day):
        return date.edtf if date.qualifier and "T" not in edtf else edtf
    return date.edtf if _within(counted, date) else ""


def _within(inner: HistoricalDate, outer: HistoricalDate) -> bool:
    first, last = inner.first_day, inner.last_day
    if first is None or last is None:
        return False
    starts = outer.first_day is None or outer.first_day <= first
    return starts and (outer.last_day is None or last <= outer.last_day)


def slide_dates(date: HistoricalDate) -> dict[str, Any]:
    """`start_date` and `end_date` of a slide; an open start is shown at its end."""
    start, end = ends(date)
    if start is None:
        start, end = end, None
    dates = {}
    if start is not None:
        dates["start_date"] = _numbers(start)
        time = time_of(date)
        if time and end is None:
            dates["start_date"].update(zip(TIME, time, strict=True))
    if end is not None:
        dates["end_date"] = _numbers(end)
    return dates


def _numbers(part: Parts) -> dict[str, int]:
    year = part.year if part.year > 0 else part.year - 1
    named = {"year": year, "month": part.month, "day": part.day}
    return {name: number for name, number in named.items() if number is not None}
