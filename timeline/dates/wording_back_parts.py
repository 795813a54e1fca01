"""One date expression read back from its words: the reverse of `wording_parts`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from .calendars import Calendar
from .edtf_date_scanner import scan_date
from .edtf_syntax import EdtfDate, edtf_text
from .errors import DateError
from .wording_parts import grouping_words, roman, word_day, word_part
from .wording_tables import words_of
from .wording_words import Words, month_names

_ROMAN_YEARS = {roman(number): number for number in range(1, 301)}


class _Notes(NamedTuple):
    """What stands in parentheses: parts in doubt, parts not given."""

    marks: tuple[int, int, int] = (0, 0, 0)
    missing: tuple[str, ...] = ()


def inside(template: str, text: str | None) -> str | None:
    """What fills `{date}` in a template, if the text has its shape."""
    before, _, after = template.partition("{date}")
    if text is None or len(text) <= len(before) + len(after):
        return None
    if not (text.startswith(before) and text.endswith(after)):
        return None
    return text[len(before) : len(text) - len(after)]


def read_parts(
    text: str | None,
    calendar: Calendar,
    words: Words,
    completed_by: EdtfDate | None = None,
) -> Iterator[EdtfDate]:
    """The dates told in just these words; `completed_by` supplies month and year."""
    for date in _candidates(text or "", calendar, words, completed_by):
        if completed_by or _is_told_so(date, text or "", calendar, words):
            yield date


def _is_told_so(date: EdtfDate, text: str, calendar: Calendar, words: Words) -> bool:
    try:
        scan_date(edtf_text(date), 0)
        return text in (
            word_part(date, calendar, words),
            word_part(date, calendar, words, noted=True),
        )
    except (DateError, LookupError):
        return False


def _candidates(
    text: str, calendar: Calendar, words: Words, completed_by: EdtfDate | None
) -> Iterator[EdtfDate]:
    if not text or len(text) > 200:
        return
    if completed_by:
        yield from _completed(text, calendar, words, completed_by)
        return
    with suppress(DateError):
        yield scan_date(text, 0)
    mark, plain = 0, text
    unsure = inside(words.uncertain, plain)
    if unsure is not None:
        mark, plain = 1, unsure
    near = inside(words.about, plain)
    if near is not None:
        mark, plain = mark | 2, near
    for date in _noted(plain, calendar, words):
        marks = tuple(each | mark for each in date.marks)
        yield date._replace(marks=(marks[0], marks[1], marks[2]))


def _completed(
    text: str, calendar: Calendar, words: Words, date: EdtfDate
) -> Iterator[EdtfDate]:
    """14, or 27 September, before a date that has month and year."""
    days = _day_numbers(words.locale)
    if text in days:
        yield date._replace(day=days[text])
        return
    for month, day in _months_and_days(text, calendar, words):
        yield date._replace(month=month, day=day)


def _noted(text: str, calendar: Calendar, words: Words) -> Iterator[EdtfDate]:
    """With or without a note in parentheses at the end."""
    yield from _plain(text, calendar, words, ())
    before, _, rest = text.rpartition(" (")
    notes = _notes(rest.removesuffix(")"), words) if before else None
    if notes is None:
        return
    for date in _noted_plain(before, calendar, words, notes):
        yield date._replace(marks=notes.marks)


def _noted_plain(
    text: str, calendar: Calendar, words: Words, notes: _Notes
) -> Iterator[EdtfDate]:
    """Two notes may follow each other: not given, then in doubt."""
    before, _, rest = text.rpartition(" (")
    inner = _notes(rest.removesuffix(")"), words) if before else None
    if inner is not None:
        text, notes = before, _Notes(notes.marks, notes.missing + inner.missing)
    for date in _plain(text, calendar, words, notes.missing):
        month = "XX" if words.components[1] in notes.missing else date.month
        day = "XX" if words.components[2] in notes.missing else date.day
        yield date._replace(month=month, day=day)


def _notes(text: str, words: Words) -> _Notes | None:
    marks = [0, 0, 0]
    missing: list[str] = []
    for note in text.split(", "):
        template = words.not_given.replace("{components}", "{date}")
        names = inside(template, note)
        if names is not None:
            missing += names.split(words.joint)
            continue
        doubt = next(_doubts(note, words), None)
        if doubt is None:
            return None  # not a note of ours
        for name in doubt[1]:
            marks[words.components.index(name)] = doubt[0]
    return _Notes((marks[0], marks[1], marks[2]), tuple(missing))


def _doubts(note: str, words: Words) -> Iterator[tuple[int, list[str]]]:
    for mark, name in (
        (3, words.both_note),
        (2, words.approximate_note),
        (1, words.uncertain_note),
    ):
        if note == name:
            yield mark, list(words.components)
        elif note.endswith(f" {name}"):
            components = note.removesuffix(f" {name}").split(words.joint)
            if all(component in words.components for component in components):
                yield mark, components


def _plain(
    text: str, calendar: Calendar, words: Words, missing: tuple[str, ...]
) -> Iterator[EdtfDate]:
    text, time = _split_time(text)
    if words.components[0] in missing:  # the year: 6 May, or a stretch of years
        for month, day in _months_and_days(text, calendar, words):
            yield EdtfDate("XXXX", month, day)
        for number, template in words.groupings.items():
            if text == grouping_words(template, ""):
                yield EdtfDate("XXXX", str(number))
    yield from _years(text, calendar, words, missing)
    for code, template in _grouping_frames(words.locale):
        year_text = inside(template, text)
        for year in _years(year_text or "", calendar, words, missing):
            yield year._replace(month=code)
    for month, name in _named_months(calendar, words.locale):
        if name not in text:
            continue
        before, found, year_text = text.partition(f"{name} ")
        day = _day_numbers(words.locale).get(before.strip(), "") if before else ""
        if not found or (before and not day):
            continue
        for year in _years(year_text, calendar, words, missing):
            yield year._replace(month=month, day=day, time=time)
    yield from _complementary_days(text, calendar, words)


def _split_time(text: str) -> tuple[str, str]:
    """12 April 1985, 23:20:30 UTC+04:30."""
    before, comma, clock = text.rpartition(", ")
    if not comma or clock[2:3] != ":" or clock[5:6] != ":":
        return text, ""
    shift = clock[8:].removeprefix(" UTC") if " UTC" in clock else ""
    return before, f"T{clock[:8]}{'Z' if clock.endswith('UTC') else shift}"


def _complementary_days(
    text: str, calendar: Calendar, words: Words
) -> Iterator[EdtfDate]:
    if calendar is not Calendar.FRENCH_REPUBLICAN:
        return
    for day in range(1, 7):
        template = words.complementary_day.replace("{day}", str(day))
        year = _ROMAN_YEARS.get(
            inside(template.replace("{year}", "{date}"), text) or ""
        )
        if year:
            yield EdtfDate(f"{year:04}", "13", f"{day:02}")


def _months_and_days(
    text: str, calendar: Calendar, words: Words
) -> Iterator[tuple[str, str]]:
    """6 May, or May alone."""
    for month, name in _named_months(calendar, words.locale):
        day = _day_numbers(words.locale).get(text.removesuffix(name).strip(), "")
        if text == name or (text.endswith(f" {name}") and day):
            yield month, day


@lru_cache(maxsize=32)
def _named_months(calendar: Calendar, locale: str) -> tuple[tuple[str, str], ...]:
    """Numbers and names of the months, in all their forms."""
    names = [
        (f"{month:02}", name)
        for alone in (True, False)
        for month, name in enumerate(month_names(calendar, locale, alone), start=1)
    ]
    if calendar is Calendar.HEBREW:
        names += [("12", f"{name} I") for month, name in names if month == "12"]
    return tuple(dict.fromkeys(names))


@lru_cache(maxsize=8)
def _day_numbers(locale: str) -> dict[str, str]:
    return {word_day(day, words_of(locale)): f"{day:02}" for day in range(1, 32)}


@lru_cache(maxsize=8)
def _grouping_frames(locale: str) -> tuple[tuple[str, str], ...]:
    """Code and template of each season, quarter and so on."""
    return tuple(
        (str(code), template.replace("{year}", "{date}"))
        for code, template in words_of(locale).groupings.items()
    )


def _years(
    text: str, calendar: Calendar, words: Words, missing: tuple[str, ...]
) -> Iterator[EdtfDate]:
    """All the ways a year is told."""
    if not text:
        return
    digits, _, number = _filled(words.significant, text)
    if digits and number.isdigit():
        for year in _years(digits, calendar, words, missing):
            yield year._replace(significant=int(number))
    for template in (words.republican_year, words.republican_date_year):
        republican = _ROMAN_YEARS.get(_filled(template, text)[0])
        if republican and calendar is Calendar.FRENCH_REPUBLICAN:
            yield EdtfDate(f"{republican:04}")
    for template in (words.after_christ, words.long_year, words.year):
        yield from _year_dates(_filled(template, text)[0])
    before_christ = _filled(words.before_christ, text)[0]
    if before_christ.isdecimal():
        yield from _year_dates(str(int(before_christ) - 1), negative=True)
    decade = _filled(words.decade, text)[0]
    if len(decade) == 4 and decade.isdecimal():
        yield EdtfDate(f"{decade[:3]}X")
    years = inside(words.years.replace("{first}–{last}", "{date}"), text) or ""
    if words.components[0] in missing and len(years) == 9:
        given = years[:4].rstrip("0") if years[4] == "–" else ""
        for length in (1, 2):
            yield EdtfDate(given[:length].ljust(length, "0").ljust(4, "X"))


def _filled(template: str, text: str) -> tuple[str, str, str]:
    """What fills `{year}`, and `{number}` after it."""
    before, _, rest = template.partition("{year}")
    middle, found, after = rest.partition("{number}")
    if not found:
        return inside(f"{before}{{date}}{rest}", text) or "", "", ""
    held = inside(f"{before}{{date}}{after}", text) or ""
    year, _, number = held.rpartition(middle)
    return year, middle, number


def _year_dates(digits: str, negative: bool = False) -> Iterator[EdtfDate]:
    if not (digits.isdecimal() and digits.isascii()) or len(digits) > 15:
        return
    year = int(digits)
    if year > 9999:
        yield EdtfDate(str(year), is_long=True, negative=negative)
    else:
        yield EdtfDate(f"{year:04}", negative=negative and year > 0)
