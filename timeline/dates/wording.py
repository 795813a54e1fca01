"""A `HistoricalDate` in words for a reader: "14–22 September 1917", "about 1905".

The words come from the tables of `wording_words`; `read_wording` reads them back.
"""

from __future__ import annotations

from .calendars import Calendar
from .edtf import date_in_calendar
from .edtf_scanner import scan_edtf
from .edtf_syntax import EdtfDate, EdtfEnd, EdtfInterval, EdtfMember, EdtfSet, EdtfValue
from .historical_date import EndKind, HistoricalDate, Shape
from .wording_parts import word_day, word_month, word_part, word_year
from .wording_tables import words_of
from .wording_words import Words

_OPEN, _UNKNOWN = EndKind.OPEN, EndKind.UNKNOWN


def word_date(
    date: HistoricalDate, calendar: Calendar | None = None, locale: str = "en"
) -> str:
    """The date in words, in the given calendar (`None`: as it was written)."""
    calendar = Calendar(calendar) if calendar else date.calendar
    shown = date_in_calendar(date, calendar)
    return word_value(scan_edtf(shown.edtf_written), calendar, words_of(locale))


def word_value(value: EdtfValue, calendar: Calendar, words: Words) -> str:
    """The parts of an EDTF string in words."""
    if isinstance(value, EdtfDate):
        return word_part(value, calendar, words)
    if isinstance(value, EdtfInterval):
        return _word_interval(value, calendar, words)
    return _word_set(value, calendar, words)


def _word_interval(value: EdtfInterval, calendar: Calendar, words: Words) -> str:
    start, end = value.start, value.end
    if start.date is None and end.date is None:
        return {
            (_OPEN, _OPEN): words.always,
            (_UNKNOWN, _UNKNOWN): words.nothing_known,
            (_UNKNOWN, _OPEN): words.unknown_start_open_end,
            (_OPEN, _UNKNOWN): words.open_start_unknown_end,
        }[start.kind, end.kind]
    if start.date is None:
        template = words.until if start.kind is _OPEN else words.start_unknown
        return template.format(date=_word_end(end, calendar, words))
    if end.date is None:
        template = words.since if end.kind is _OPEN else words.end_unknown
        return template.format(date=_word_end(start, calendar, words))
    short = None
    if not (start.limit or end.limit):
        short = _word_span(start.date, end.date, calendar, words)
    if short is not None:
        return short
    last = _word_end(end, calendar, words)
    noted = end.date.doubt < 2  # "about" before both would be taken for the whole
    return f"{_word_end(start, calendar, words, noted)} – {last}"


def _word_end(
    end: EdtfEnd, calendar: Calendar, words: Words, noted: bool = False
) -> str:
    if end.date is None:
        return ""
    text = word_part(end.date, calendar, words, noted)
    if end.limit == "before":
        return words.or_earlier.format(date=text)
    return words.or_later.format(date=text) if end.limit else text


def _word_span(
    first: EdtfDate, last: EdtfDate, calendar: Calendar, words: Words
) -> str | None:
    """What two dates share is told once; `None` when each is told in full."""
    if not (_is_simple(first) and _is_simple(last)):
        return None
    if first.precision != last.precision:
        return None
    year = word_year(last.year_number, calendar, words, after_month=True)
    if first.precision == "year":
        return _word_years(first, last, words)
    if first.year_number != last.year_number or first.precision == "grouping":
        return None
    if "13" in (first.month, last.month) and calendar is Calendar.FRENCH_REPUBLICAN:
        return None
    alone = first.precision == "month"
    months = [
        word_month(each.year_number, int(each.month), calendar, words, alone)
        for each in (first, last)
    ]
    if alone:
        return words.months.format(first=months[0], last=months[1], year=year)
    days = [word_day(int(each.day), words) for each in (first, last)]
    if first.month == last.month:
        both = f"{days[0]}–{days[1]}"
        return words.day.format(day=both, month=months[1], year=year)
    begin = words.day_without_year.format(day=days[0], month=months[0])
    end = words.day.format(day=days[1], month=months[1], year=year)
    return f"{begin} – {end}"


def _word_years(first: EdtfDate, last: EdtfDate, words: Words) -> str | None:
    """1914–1918; years that need their era are told in full."""
    if min(first.year_number, last.year_number) < 1000:
        return None
    return words.years.format(first=int(first.year), last=int(last.year))


def _is_simple(date: EdtfDate) -> bool:
    """Given in full, without doubt, four digits."""
    return not (
        date.is_unspecified
        or date.is_long
        or date.significant
        or any(date.marks)
        or date.time
    )


def _word_set(value: EdtfSet, calendar: Calendar, words: Words) -> str:
    members = [_word_member(member, calendar, words) for member in value.members]
    one_of = value.shape is Shape.ONE_OF
    single = all(member.first == member.last for member in value.members)
    if single and len(members) > 1 and all("," not in text for text in members):
        link = words.either if one_of else words.both
        return ", ".join(members[:-1]) + link + members[-1]
    template = words.one_of if one_of else words.all_of
    return template.format(dates="; ".join(members))


def _word_member(member: EdtfMember, calendar: Calendar, words: Words) -> str:
    if member.first is None and member.last is not None:
        text = word_part(member.last, calendar, words)
        return words.or_earlier.format(date=text)
    if member.first is None:
        return ""
    text = word_part(member.first, calendar, words)
    if member.last is None:
        return words.or_later.format(date=text)
    if member.first == member.last:
        return text
    last = word_part(member.last, calendar, words)
    return words.to.format(first=text, last=last)
