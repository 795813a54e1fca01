"""How the tables of printed dates are checked: text, EDTF in its calendar, source."""

from __future__ import annotations

from timeline.dates import Calendar, DateContext, ReadResult, parse_edtf, read_date

Case = tuple[str, str, str]  # the text, the EDTF it means, where such a form stands


def read(text: str, language: str = "en", **context: str) -> ReadResult:
    """Read with a context given in EDTF."""
    calendar = Calendar(context["calendar"]) if "calendar" in context else None
    dates = {
        name: parse_edtf(context[name], calendar or Calendar.GREGORIAN)
        for name in ("document_date", "previous")
        if name in context
    }
    return read_date(text, DateContext(calendar=calendar, language=language, **dates))


def written(text: str, language: str = "en", **context: str) -> str:
    """The EDTF of the only reading in its own calendar, or why there is none."""
    result = read(text, language, **context)
    if result.reading is None:
        return f"{len(result.readings)} readings: {result.why}"
    return result.reading.date.edtf_written


def julian(text: str, language: str = "en", **context: str) -> tuple[str, str]:
    """Calendar and Gregorian EDTF of the only reading."""
    reading = read(text, language, **context).reading
    assert reading is not None, text
    return reading.date.calendar.value, reading.date.edtf
