"""One EDTF date expression, or a time of day, to its parts.

Where the standard is silent, see "EDTF" in `docs/dates.md`. Each regular expression
has a fixed shape and no repetition inside a repetition, so it cannot backtrack far.
"""

from __future__ import annotations

import re

from .edtf_refusals import refuse_date, refuse_time
from .edtf_syntax import MARKS, EdtfDate
from .errors import DateError

_MAX_EXPONENT = 13
_DATE = re.compile(
    r"""
    (?P<left>[?~%]?) (?P<negative>-?)
    (?P<year>[0-9X]{4}) (?:S(?P<significant>[1-9]))? (?P<right>[?~%]?)
    (?: - (?P<month_left>[?~%]?) (?P<month>[0-9X]{2}) (?P<month_right>[?~%]?)
        (?: - (?P<day_left>[?~%]?) (?P<day>[0-9X]{2}) (?P<day_right>[?~%]?)
            (?P<time>T.+)?
        )?
    )?
    """,
    re.VERBOSE,
)
_LONG_YEAR = re.compile(
    r"""
    (?P<left>[?~%]?) Y (?P<negative>-?) (?P<year>[1-9][0-9]{0,15})
    (?:E(?P<exponent>[1-9][0-9]{0,2}))? (?:S(?P<significant>[1-9][0-9]?))?
    (?P<right>[?~%]?)
    """,
    re.VERBOSE,
)
_TIME = re.compile(
    r"T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})"
    r"(?:Z|(?P<shift>[+-][0-9]{2})(?::(?P<shift_minute>[0-9]{2}))?)?"
)


def scan_date(text: str, column: int) -> EdtfDate:
    """The parts of one date expression that begins at a column of the whole text."""
    if "Y" in text[:2]:
        return _scan_long_year(text, column)
    found = _DATE.fullmatch(text)
    if found is None:
        raise refuse_date(text, column)
    (
        left,
        negative,
        year,
        significant,
        right,
        month_left,
        month,
        month_right,
        day_left,
        day,
        day_right,
        time,
    ) = found.groups("")
    marks = (0, 0, 0)
    if left or right or month_left or month_right or day_left or day_right:
        whole = MARKS.get(day_right, 0)
        group = whole | MARKS.get(month_right, 0)
        marks = (
            MARKS.get(left, 0) | MARKS.get(right, 0) | group,
            MARKS.get(month_left, 0) | group,
            MARKS.get(day_left, 0) | whole,
        )
    date = EdtfDate(
        year,
        month,
        day,
        time,
        marks,
        bool(negative),
        significant=int(significant) if significant else None,
        column=column,
        month_column=column + found.start("month") if month else 0,
        day_column=column + found.start("day") if day else 0,
    )
    _check_date(date, found)
    return date


def _check_date(date: EdtfDate, found: re.Match[str]) -> None:
    """What the shape of the text does not show."""
    column = date.column
    if date.negative and date.year == "0000":
        raise DateError(
            "There is no year -0000; the year before 0001 is 0000.",
            column + found.start("negative"),
            "0000, or a year from -0001",
        )
    if date.significant:
        _check_significant(date, found)
        if "X" in date.year or date.month:
            raise DateError(
                "Significant digits belong to a year that is given, and stands alone.",
                column + found.start("significant") - 1,
                "a year with all its digits and no month",
            )
    if date.month and not date.is_unspecified:
        _check_month(date)
    if date.time:
        _check_time(date, found)


def _check_month(date: EdtfDate) -> None:
    if date.day and "20" < date.month < "42":
        raise DateError(
            f"{date.month} stands for a part of the year, which has no days.",
            date.day_column - 1,
            "the end of the date",
        )


def _check_significant(date: EdtfDate, found: re.Match[str]) -> None:
    digits = len(date.year) + (date.exponent or 0)
    if not 0 < (date.significant or 0) <= digits:
        raise DateError(
            f"The year has {digits} digits.",
            date.column + found.start("significant"),
            f"a number of significant digits from 1 to {digits}",
        )


def _scan_long_year(text: str, column: int) -> EdtfDate:
    found = _LONG_YEAR.fullmatch(text)
    if found is None:
        raise refuse_date(text, column)
    left, negative, year, exponent, significant, right = found.groups("")
    date = EdtfDate(
        year,
        marks=(MARKS.get(left, 0) | MARKS.get(right, 0), 0, 0),
        negative=bool(negative),
        is_long=True,
        exponent=int(exponent) if exponent else None,
        significant=int(significant) if significant else None,
        column=column,
    )
    if len(year) + (date.exponent or 0) > _MAX_EXPONENT + 1:
        raise DateError(
            "The year is too large to be counted in days.",
            column + found.start("year"),
            "a year from -24,000,000,000,000 to 24,000,000,000,000",
        )
    if len(year) + (date.exponent or 0) < 5:
        raise DateError(
            "Y marks a year of more than four digits.",
            column + found.start("year"),
            "a year beyond 9999 or before -9999, or four digits without Y",
        )
    if date.significant:
        _check_significant(date, found)
    return date


def _check_time(date: EdtfDate, found: re.Match[str]) -> None:
    column = date.column + found.start("time")
    if date.is_unspecified or any(date.marks):
        raise DateError(
            "A date with a time of day is given in full and without doubt.",
            column,
            "the end of the date",
        )
    time = _TIME.fullmatch(date.time)
    if time is None:
        raise refuse_time(date.time, column)
    _check_clock(date, time, column)
    _check_shift(time, column)


def _check_clock(date: EdtfDate, time: re.Match[str], column: int) -> None:
    for name, last in (("hour", "23"), ("minute", "59"), ("second", "59")):
        if time[name] > last and not _is_leap_second(date, time):
            raise DateError(
                f"There is no {name} {time[name]}.",
                column + time.start(name),
                f"00 to {last}",
            )


def _is_leap_second(date: EdtfDate, time: re.Match[str]) -> bool:
    """UTC has a second 60 only at the end of June and of December, since 1972."""
    return (
        time[0][:9] == "T23:59:60"
        and time["shift"] is None
        and (date.month, date.day) in (("06", "30"), ("12", "31"))
        and not date.negative
        and date.year >= "1972"
    )


def _check_shift(time: re.Match[str], column: int) -> None:
    """Offsets from UTC run from -12:00 to +14:00; zero is written +00:00 or Z."""
    if time["shift"] is None:
        return
    minutes = int(time["shift"][1:]) * 60 + int(time["shift_minute"] or 0)
    allowed = 0 <= minutes <= 840 if time["shift"][0] == "+" else 0 < minutes <= 720
    if not allowed or (time["shift_minute"] or "0") > "59":
        raise DateError(
            "There is no such offset from UTC.",
            column + time.start("shift"),
            "an offset from -12:00 to +14:00",
        )


def seconds_of(time: str) -> int:
    """A time such as T09:30:01Z in seconds, as the clock showed it."""
    return int(time[1:3]) * 3600 + int(time[4:6]) * 60 + int(time[7:9])
