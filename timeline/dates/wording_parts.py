"""One date expression in words: "6 May 1917", "spring 1905", "the 1910s", "44 BC"."""

from __future__ import annotations

from .calendars import Calendar
from .edtf_syntax import EdtfDate, edtf_text
from .hebrew import is_hebrew_leap
from .wording_words import Words, month_names

_BOTH, _APPROXIMATE, _UNCERTAIN = 3, 2, 1
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"))
_ROMAN_ONES = ((5, "V"), (4, "IV"), (1, "I"))
_ALWAYS_WITH_ERA = 1000  # years before this are told with their era


def word_part(
    date: EdtfDate, calendar: Calendar, words: Words, noted: bool = False
) -> str:
    """A date expression with its doubt; what has no words stays EDTF.

    `noted` tells "about" behind the date, so that it cannot be taken for a whole
    interval: "1914 (approximate) – 1918".
    """
    plain = _plain(date, calendar, words)
    if plain is None:
        return edtf_text(date)
    return _with_doubt(plain, date, words, noted)


def word_year(
    year: int,
    calendar: Calendar,
    words: Words,
    long: bool = False,
    after_month: bool = False,
) -> str:
    """A year with its era; astronomical year 0 is 1 BC."""
    if calendar is Calendar.FRENCH_REPUBLICAN:
        template = words.republican_date_year if after_month else words.republican_year
        known = 1 <= year <= 399  # beyond, no text has Roman years
        return template.format(year=roman(year) if known else year)
    if calendar in (Calendar.HEBREW, Calendar.ISLAMIC_CIVIL):
        return words.year.format(year=year)
    if year <= 0:
        return words.before_christ.format(year=1 - year)
    if long:
        return words.long_year.format(year=year)
    template = words.after_christ if year < _ALWAYS_WITH_ERA else words.year
    return template.format(year=year)


def word_month(
    year: int | None, month: int, calendar: Calendar, words: Words, alone: bool
) -> str:
    """The name of a month; in a Hebrew leap year Adar is Adar I."""
    name = month_names(calendar, words.locale, alone)[month - 1]
    adar = calendar is Calendar.HEBREW and month == 12
    return f"{name} I" if adar and year and is_hebrew_leap(year) else name


def word_day(day: int, words: Words) -> str:
    """The number of a day: 6, 6., 1er."""
    if day == 1:
        return words.first_day_number
    return words.day_number.format(number=day)


def roman(number: int) -> str:
    """A Roman numeral from 1 to 399."""
    text = ""
    for value, sign in _ROMAN + _ROMAN_ONES:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _plain(date: EdtfDate, calendar: Calendar, words: Words) -> str | None:
    """The date without its doubt; `None` when there are no words for it."""
    if date.exponent is not None or (date.significant and date.is_long):
        return None
    if date.is_unspecified:
        return _unspecified(date, calendar, words)
    year = date.year_number
    year_words = word_year(year, calendar, words, date.is_long, bool(date.month))
    if date.significant:
        return words.significant.format(year=year_words, number=date.significant)
    return _with_month(date, year, year_words, calendar, words)


def _with_month(
    date: EdtfDate, year: int | None, year_words: str, calendar: Calendar, words: Words
) -> str:
    if not date.month:
        return year_words
    month = int(date.month)
    if date.precision == "grouping":
        return grouping_words(words.groupings[month], year_words)
    if calendar is Calendar.FRENCH_REPUBLICAN and month == 13 and date.day:
        return words.complementary_day.format(
            day=int(date.day), year=roman(date.year_number)
        )
    name = word_month(year, month, calendar, words, alone=not date.day)
    if not date.day:
        return words.month.format(month=name, year=year_words)
    day = word_day(int(date.day), words)
    text = words.day.format(day=day, month=name, year=year_words)
    if date.time:
        shift = date.time[9:].replace("Z", "+00:00")
        clock = f"{date.time[1:9]} UTC{shift}" if shift else date.time[1:9]
        return words.time.format(date=text, time=clock.replace("UTC+00:00", "UTC"))
    return text


def grouping_words(template: str, year_words: str) -> str:
    """A season or quarter with its year; without one where none is given."""
    if year_words:
        return template.format(year=year_words)
    return template.format(year="").replace("  ", " ").strip(" ,")


def _unspecified(date: EdtfDate, calendar: Calendar, words: Words) -> str | None:
    """Decades have a name; other digits are noted where a whole part is missing."""
    if not _has_words(date.month, date.day):
        return None
    year_words = _year_words(date, calendar, words)
    told = date._replace(
        month=date.month.replace("XX", ""), day=date.day.replace("XX", "")
    )
    year = None if "X" in date.year else date.year_number
    if year_words is None or not (year_words or told.month):
        return None
    text = _with_month(told, year, year_words, calendar, words).strip()
    missing = [
        name
        for part, name in zip(
            (date.year[-2:], date.month, date.day), words.components, strict=True
        )
        if part == "XX"
    ]
    if not missing:
        return text
    note = words.not_given.format(components=words.joint.join(missing))
    return words.note.format(date=text, note=note)


def _has_words(month: str, day: str) -> bool:
    """Month and day are given or not, and no day is given in an unknown month."""
    whole = all(part == "XX" or "X" not in part for part in (month, day))
    return whole and (month != "XX" or day in ("", "XX"))


def _year_words(date: EdtfDate, calendar: Calendar, words: Words) -> str | None:
    """191X is the 1910s, 19XX is 1900–1999, XXXX nothing; `None`: no words for it."""
    if "X" not in date.year:
        return word_year(
            date.year_number, calendar, words, after_month=date.month not in ("", "XX")
        )
    given = date.year.rstrip("X")
    if date.negative or "X" in given or calendar is Calendar.FRENCH_REPUBLICAN:
        return None
    if not given:
        return ""
    if given[0] == "0":
        return None
    if len(given) == 3:
        return words.decade.format(year=f"{given}0")
    first, last = given.ljust(4, "0"), given.ljust(4, "9")
    return words.years.format(first=first, last=last)


def _with_doubt(text: str, date: EdtfDate, words: Words, noted: bool) -> str:
    """About and uncertain on the whole, or a note on the parts in doubt."""
    count = 3 if date.day else 2 if date.month else 1
    marks = date.marks[:count]
    if len(set(marks)) == 1:
        if noted and marks[0] & _APPROXIMATE:
            note = words.approximate_note if marks[0] < _BOTH else words.both_note
            return words.note.format(date=text, note=note)
        if marks[0] & _APPROXIMATE:
            text = words.about.format(date=text)
        return words.uncertain.format(date=text) if marks[0] & _UNCERTAIN else text
    notes = [
        words.doubt_of.format(
            components=words.joint.join(
                name
                for mark, name in zip(marks, words.components, strict=False)
                if mark == doubt
            ),
            doubt=name_of_doubt,
        )
        for doubt, name_of_doubt in (
            (_UNCERTAIN, words.uncertain_note),
            (_APPROXIMATE, words.approximate_note),
            (_BOTH, words.both_note),
        )
        if doubt in marks
    ]
    return words.note.format(date=text, note=", ".join(notes))
