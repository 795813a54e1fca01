"""EDTF text (ISO 8601-2:2019, Annex A, levels 0 to 2) to `HistoricalDate`.

EDTF is Gregorian by definition; the same syntax may be read in another calendar, and
the value then also holds the Gregorian EDTF. What is accepted and refused, and the
conventions for seasons, stand in `docs/dates.md`.
"""

from __future__ import annotations

from .calendars import Calendar
from .edtf_bounds import bounds_of
from .edtf_conversion import convert
from .edtf_date_scanner import seconds_of
from .edtf_plain import plain_date
from .edtf_scanner import scan_edtf
from .edtf_syntax import EdtfDate, EdtfInterval, EdtfValue, doubt_of, edtf_text
from .historical_date import HistoricalDate, Qualifier, Shape

_QUALIFIERS = (
    Qualifier.NONE,
    Qualifier.UNCERTAIN,
    Qualifier.APPROXIMATE,
    Qualifier.BOTH,
)


def parse_edtf(text: str, calendar: Calendar = Calendar.GREGORIAN) -> HistoricalDate:
    """Read EDTF syntax in a calendar; refused with the column of what is wrong."""
    date = plain_date(text, calendar) if isinstance(text, str) else None
    return date or date_from_value(scan_edtf(text), Calendar(calendar), text)


def date_in_calendar(date: HistoricalDate, calendar: Calendar) -> HistoricalDate:
    """The same days, as another calendar writes them."""
    if calendar is date.calendar:
        return date
    value = scan_edtf(date.edtf_written)
    return date_from_value(convert(value, date.calendar, calendar), calendar)


def date_from_value(
    value: EdtfValue, calendar: Calendar, text: str = ""
) -> HistoricalDate:
    """The date that the parts of an EDTF string make; `text` is where they stood."""
    bounds = bounds_of(value, calendar)
    doubt = doubt_of(value)
    # Only qualifiers can be written in several ways.
    written = edtf_text(value) if doubt or not text else text
    return HistoricalDate(
        calendar,
        written,
        written
        if calendar is Calendar.GREGORIAN
        else edtf_text(convert(value, calendar, Calendar.GREGORIAN)),
        *bounds,
        _shape(value),
        _QUALIFIERS[doubt],
        seconds_of(value.time) if isinstance(value, EdtfDate) and value.time else 0,
    )


def _shape(value: EdtfValue) -> Shape:
    if isinstance(value, EdtfDate):
        return Shape.POINT
    return Shape.INTERVAL if isinstance(value, EdtfInterval) else value.shape
