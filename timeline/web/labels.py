"""The words a reader sees for dates, passages, states and supplied parts."""

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.dates import (
    Calendar,
    DateError,
    HistoricalDate,
    parse_edtf,
    word_date,
)

CALENDAR_NAMES = {
    Calendar.GREGORIAN: "Gregorian calendar",
    Calendar.JULIAN: "Julian calendar",
    Calendar.HEBREW: "Hebrew calendar",
    Calendar.ISLAMIC_CIVIL: "Islamic civil calendar",
    Calendar.FRENCH_REPUBLICAN: "French Republican calendar",
    Calendar.SWEDISH: "Swedish calendar",
}
STATUS_TAGS = {
    "scheduled": "scheduled, not held",
    "planned": "planned",
    "feared": "feared",
}
STATUS_WORDS = {
    "occurred": "It happened, as far as the source says.",
    "scheduled": "Scheduled, not held: the source says when it was to be.",
    "planned": "Planned: the source does not say that it happened.",
    "feared": "Feared: the source does not say that it happened.",
}
STATE_WORDS = {
    "normalised": "The words now differ from the quotation in dress only.",
    "changed": "The words have changed since they were cited.",
    "lost": "The words no longer stand in the text.",
}
QUALIFIER_WORDS = {
    "uncertain": "uncertain in the source",
    "approximate": "approximate in the source",
    "both": "uncertain and approximate in the source",
}
_SHORT_MONTHS = {
    "January": "Jan",
    "February": "Feb",
    "March": "Mar",
    "April": "Apr",
    "August": "Aug",
    "September": "Sept",
    "October": "Oct",
    "November": "Nov",
    "December": "Dec",
}
_MONTH = re.compile(r"\b(" + "|".join(_SHORT_MONTHS) + r")\b")
_DAY_AND_YEAR = re.compile(
    r"(\d{1,2}\b[^\d]*(?:–\s?\d{1,2}\s[^\d]*)?)(?<! AD)\s\d{1,4}( \([^\d)]*\))?"
)


@dataclass(frozen=True, slots=True)
class DateLabel:
    """A date in the calendar of its source, and in the Gregorian one beside it.

    Old and New Style are said only where the source is Julian; a Gregorian date has
    one line and no style. A short form leaves out the year that an axis says, a long
    one keeps it.
    """

    words: str
    style: str
    other: str
    other_style: str
    short: str
    short_julian: str
    short_gregorian: str
    long_julian: str
    long_gregorian: str


UNKNOWN = DateLabel("date unknown", "", "", "", "date unknown", *4 * ("",))


@lru_cache(maxsize=8192)
def date_label(edtf_written: str, calendar: str) -> DateLabel:
    """The label of a dating, from its stored text."""
    if not edtf_written:
        return UNKNOWN
    written = Calendar(calendar)
    date = parse_edtf(edtf_written, written)
    words = words_in(date, written) or edtf_written
    julian = words_in(date, Calendar.JULIAN)
    gregorian = words_in(date, Calendar.GREGORIAN) or date.edtf
    style, other_style = styles(written)
    return DateLabel(
        words=words,
        style=style,
        other="" if written is Calendar.GREGORIAN else gregorian,
        other_style=other_style,
        short=short(words),
        short_julian=short(julian),
        short_gregorian=short(gregorian),
        long_julian=short_months(julian),
        long_gregorian=short_months(gregorian),
    )


def words_in(date: HistoricalDate, calendar: Calendar) -> str:
    """The date in words, or nothing where that calendar has no name for its days."""
    try:
        return word_date(date, calendar)
    except DateError:
        return ""


def styles(calendar: Calendar) -> tuple[str, str]:
    """What is said beside a date of this calendar, and beside its Gregorian value."""
    if calendar is Calendar.GREGORIAN:
        return "", ""
    if calendar is Calendar.JULIAN:
        return "Old Style", "New Style"
    return CALENDAR_NAMES[calendar], CALENDAR_NAMES[Calendar.GREGORIAN]


def short(words: str) -> str:
    """The words with short months, and without the year where a day stands."""
    if found := _DAY_AND_YEAR.fullmatch(words):
        words = found[1] + (found[2] or "")
    return short_months(words)


def short_months(words: str) -> str:
    """The words with short months, the year where it was."""
    return _MONTH.sub(lambda month: _SHORT_MONTHS[month[1]], words)


def passage_label(kind: str, number: int | None, key: str) -> str:
    """How a reader names a passage: "¶ 3", "note 2", "title"."""
    if number is not None and kind == "paragraph":
        return f"¶ {number}"
    if number is not None and kind == "note":
        return f"note {number}"
    return {"signature": "signature", "source": "source line"}.get(kind, key)


def supplied_words(what: str, value: str) -> str:
    """A supplied part: "year 1917", "Old Style"."""
    if what != "calendar":
        return f"{what} {value}"
    if value == Calendar.JULIAN:
        return "Old Style"
    return CALENDAR_NAMES.get(value, value)  # type: ignore[call-overload]
