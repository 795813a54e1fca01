"""Dates in words for an editor: as written and in the other style, side by side."""

from timeline.dates import Calendar, DateError, HistoricalDate, Reading, word_date

NAMES = {
    Calendar.GREGORIAN: "Gregorian (New Style)",
    Calendar.JULIAN: "Julian (Old Style)",
    Calendar.HEBREW: "Hebrew",
    Calendar.ISLAMIC_CIVIL: "Islamic civil",
    Calendar.FRENCH_REPUBLICAN: "French Republican",
    Calendar.SWEDISH: "Swedish",
}


def both_styles(date: HistoricalDate) -> str:
    """The date as written and in the other style.

    The other style is the Gregorian calendar, for a Gregorian date the Julian one.
    """
    other = (
        Calendar.JULIAN if date.calendar is Calendar.GREGORIAN else Calendar.GREGORIAN
    )
    words = [in_calendar(date, calendar) for calendar in (date.calendar, other)]
    return " = ".join(word for word in words if word)


def in_calendar(date: HistoricalDate, calendar: Calendar) -> str:
    """The date in one calendar, named; empty where that calendar has no such day."""
    try:
        return f"{word_date(date, calendar)} {NAMES[calendar]}"
    except DateError:
        return ""


def reading_words(reading: Reading) -> str:
    """One reading as a line: both styles, what to type for it, and why."""
    date = reading.date
    words = f"{both_styles(date)} [EDTF {date.edtf_written}, {date.calendar.value}]"
    return f"{words}: {reading.why}" if reading.why else words
