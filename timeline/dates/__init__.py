"""What a date means: calendars, day numbers, EDTF, printed dates and their wording.

The front door of the room; other rooms import from here only.
"""

from __future__ import annotations

from .calendars import Calendar
from .changeovers import calendar_warnings, changeover_at, suggest_calendar
from .context import DateContext, Reading, ReadResult, Supplied
from .day_number import civil_date, day_number
from .edtf import date_in_calendar, parse_edtf
from .edtf_plain import plain_bounds
from .errors import DateError
from .historical_date import EndKind, HistoricalDate, Qualifier, Shape
from .json_form import date_from_json, date_to_json
from .reading import read_date
from .reading_prose import PrintedDate, printed_dates, read_printed
from .reckoning import MAX_YEAR, MIN_YEAR, CivilDate
from .wording import word_date
from .year_start import YearStart, january_years

__all__ = [
    "MAX_YEAR",
    "MIN_YEAR",
    "Calendar",
    "CivilDate",
    "DateContext",
    "DateError",
    "EndKind",
    "HistoricalDate",
    "PrintedDate",
    "Qualifier",
    "ReadResult",
    "Reading",
    "Shape",
    "Supplied",
    "YearStart",
    "calendar_warnings",
    "changeover_at",
    "civil_date",
    "date_from_json",
    "date_in_calendar",
    "date_to_json",
    "day_number",
    "january_years",
    "parse_edtf",
    "plain_bounds",
    "printed_dates",
    "read_date",
    "read_printed",
    "suggest_calendar",
    "word_date",
]
