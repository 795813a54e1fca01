"""Dates on their way in: the file's words to the columns of a dating.

Text in EDTF form is Gregorian unless the row or the import names a calendar; other
wording takes calendar, year and language from the row's document. Refused, not
guessed: an ambiguous date is a fault that shows every reading.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline.dates import (
    Calendar,
    DateContext,
    DateError,
    HistoricalDate,
    ReadResult,
    Shape,
    Supplied,
    parse_edtf,
    read_date,
)
from timeline.models import DERIVED, derived_values, plain_values

from .checks import canonical
from .lookup import Recent
from .rows import Wrong

ROOM = 1_500
"""Dates kept with what they mean; a file says most of them more than once."""

NAMED = "calendar named by the import"
CALENDARS = {calendar.value: calendar for calendar in Calendar}
CALENDARS[""] = Calendar.GREGORIAN
_LETTERS = re.compile(r"[a-zA-DF-RV-W\s]|[^\x00-\x7f]")
"""What no date in EDTF form holds; E, S, T, U, X, Y and Z it may."""
_BEGINS_AS_EDTF = re.compile(r"[?~%]?(?:-?[0-9X]{4}|-[0-9]|Y|[\[{/]|\.\.)").match
"""31.2.1920 does not: what is wrong there is the day, not the point."""


@dataclass(frozen=True, slots=True)
class DateSource:
    """What the row's document says about its dates, and what the import says."""

    document: str = ""
    calendar: str = ""
    context_date: str = ""
    calendar_basis: str = ""
    context_basis: str = ""
    language: str = "en"
    place: str = ""

    def context(self, calendar: str, language: str) -> DateContext:
        """The context for reading; the row's calendar and language stand above."""
        calendar = calendar or self.calendar
        return DateContext(
            calendar=Calendar(calendar) if calendar else None,
            document_date=self.document_date(),
            language=(language or self.language).split("-")[0].lower() or "en",
            place=self.place,
        )

    def document_date(self) -> HistoricalDate | None:
        """The document's own date, where it is given and can be read."""
        try:
            return parse_edtf(self.context_date, Calendar(self.calendar))
        except (DateError, ValueError):
            return None

    def basis(self, source: str) -> str:
        """How it is known what the document supplies."""
        known = self.calendar_basis if "calendar" in source else self.context_basis
        return known or f"{source} of {self.document or 'the import'}"


@dataclass(frozen=True, slots=True)
class Meant:
    """What a date of the file means: columns that are given, columns that follow."""

    given: dict[str, Any]
    derived: dict[str, Any]
    warnings: tuple[str, ...] = ()


@lru_cache(maxsize=ROOM)
def _edtf(text: str, calendar: str) -> Meant | None:
    """A date in EDTF form; `None` when it is worded otherwise."""
    if (known := CALENDARS.get(calendar)) is None or _LETTERS.search(text):
        return None
    if (derived := plain_values(text, known)) is None:
        try:
            derived = derived_values(parse_edtf(text, known))
        except DateError:
            return None
    # The text as it is given, as in a fixture: `~1917` does not become `1917~`.
    given = {"edtf_written": text, "calendar": calendar or Calendar.GREGORIAN.value}
    return Meant(given, dict(zip(DERIVED, derived, strict=True)))


@lru_cache(maxsize=ROOM)
def derived_columns(edtf: str, calendar: str) -> dict[str, Any]:
    """The columns that follow from a date in EDTF syntax, in its calendar."""
    if (derived := plain_values(edtf, CALENDARS[calendar])) is None:
        try:
            date = parse_edtf(edtf, CALENDARS[calendar]) if edtf else None
        except DateError as error:
            raise wrong_date(error) from None
        derived = derived_values(date)
    return dict(zip(DERIVED, derived, strict=True))


class Dates:
    """Reads dates, and remembers the latest ones."""

    def __init__(self, calendar: str = "", language: str = "") -> None:
        self.calendar, self.language = calendar, language
        self._read: Recent[Any, Meant] = Recent(ROOM)

    def edtf(self, text: str, end: str, calendar: str) -> Meant | None:
        """A date in EDTF form, Gregorian unless a calendar is named."""
        return _edtf(f"{text}/{end}" if end else text, calendar or self.calendar)

    def read(self, text: str, end: str, calendar: str, source: DateSource) -> Meant:
        """A date as the file words it, or its start and its end."""
        if (meant := self.edtf(text, end, calendar)) is not None:
            return meant
        calendar = calendar or self.calendar
        key = (text, end, calendar, source)
        found = self._read.get(key)
        if found is None:
            if calendar and calendar not in set(Calendar):
                choices = ", ".join(Calendar)
                raise Wrong("There is no such calendar.", choices, "calendar")
            found = self._reading(text, end, calendar, source)
            self._read.put(key, found)
        return found

    def _reading(self, text: str, end: str, calendar: str, source: DateSource) -> Meant:
        if end:
            return self._interval(text, end, calendar, source)
        result = read_date(text, source.context(calendar, self.language))
        if result.reading is None:
            raise _refusal(result, _edtf_error(text, calendar), text)
        return _printed(result, text, source, bool(calendar))

    def _interval(
        self, text: str, end: str, calendar: str, source: DateSource
    ) -> Meant:
        """A start and an end in words, each a date of its own."""
        start = self.read(text, "", calendar, source)
        try:
            last = self.read(end, "", calendar, source)
        except Wrong as error:
            raise Wrong(error.wrong, error.right, "end_date") from None
        same = start.given["calendar"] == last.given["calendar"]
        if not same or "/" in start.given["edtf_written"] + last.given["edtf_written"]:
            raise Wrong(
                "Start and end make no interval.",
                "Two dates in one calendar.",
                "end_date",
            )
        edtf = f"{start.given['edtf_written']}/{last.given['edtf_written']}"
        derived = derived_columns(edtf, start.given["calendar"])
        given = {**start.given, "edtf_written": edtf}
        given["as_written"] = f"{text} – {end}"
        if derived["shape"] != Shape.INTERVAL.value:
            raise Wrong("Start and end make no interval.", column="end_date")
        return Meant(given, derived, start.warnings + last.warnings)


def _edtf_error(text: str, calendar: str) -> DateError | None:
    """What is wrong with a text that looks like EDTF."""
    if _LETTERS.search(text) or not _BEGINS_AS_EDTF(text):
        return None
    try:
        parse_edtf(text, Calendar(calendar or Calendar.GREGORIAN))
    except DateError as error:
        return error
    return None


def _printed(
    result: ReadResult, text: str, source: DateSource, is_named: bool
) -> Meant:
    """What the words mean; `is_named`: the row or the import says the calendar."""
    reading = result.readings[0]
    date = reading.date
    given = {"edtf_written": date.edtf_written, "calendar": date.calendar.value}
    if not reading.why.startswith("EDTF"):
        given["as_written"] = text
    if reading.supplied:
        given["supplied"] = canonical(
            [_supplied(part, source, is_named) for part in reading.supplied]
        )
    derived = dict(zip(DERIVED, derived_values(date), strict=True))
    return Meant(given, derived, reading.warnings)


def _supplied(part: Supplied, source: DateSource, is_named: bool) -> dict[str, Any]:
    """A part that the words do not say, and where it comes from."""
    if part.what == "calendar" and is_named:
        basis = why = NAMED
    else:
        basis, why = source.basis(part.source), part.source
    told = {"what": part.what, "value": part.value}
    return {**told, "from": {"source": basis}, "why": why}


def wrong_date(error: DateError) -> Wrong:
    """The refusal of a date as a fault: the place counts code points from 0."""
    at = f" (character {error.column})" if error.column else ""
    right = f"Expected: {error.expected}." if error.expected else ""
    return Wrong(f"{error.message}{at}", right)


def _refusal(result: ReadResult, error: DateError | None, text: str) -> Wrong:
    if result.is_ambiguous:
        each = ", ".join(reading.date.edtf_written for reading in result.readings)
        return Wrong(result.why, f"It may be {each}: write it so.")
    if error is not None:
        return wrong_date(error)
    at = f" (character {result.column})" if result.column else ""
    return Wrong(
        f"{result.why}{at}", "A date such as 1917-09-28, 1917-09 or 28 September 1917."
    )
