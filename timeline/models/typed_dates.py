"""What an editor typed for a date -> the readings, with what the document supplies.

The words are read with the calendar and the year of the document they come from.
Text in EDTF form is Gregorian unless the editor chose a calendar.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from timeline.dates import (
    Calendar,
    DateContext,
    DateError,
    HistoricalDate,
    Reading,
    ReadResult,
    parse_edtf,
    read_date,
)

from .date_words import reading_words
from .document import Document

MARKUP = "the markup of the edition"
LONGEST_DATE = 500
"""Characters of a date; the columns hold no more."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields of a date as the editor left them; an empty calendar is no choice."""

    as_written: str = ""
    edtf_written: str = ""
    calendar: str = ""

    def read(self, document: Document | None) -> ReadResult:
        """What the fields mean: the EDTF where it is typed, else the words."""
        if self.edtf_written:
            return read_edtf(self.edtf_written, self.calendar)
        return self.read_words(document)

    def read_words(self, document: Document | None) -> ReadResult:
        """What the printed words mean in the document they come from."""
        if self.calendar:
            result = read_edtf(self.as_written, self.calendar)
            if result.reading:
                return result
        return read_date(self.as_written, context_of(document, self.calendar))


def read_edtf(text: str, calendar: str) -> ReadResult:
    """EDTF syntax in a calendar, Gregorian when none is chosen."""
    try:
        date = parse_edtf(text, Calendar(calendar or Calendar.GREGORIAN))
    except DateError as error:
        why = error.message
        if error.expected:
            why += f" Expected: {error.expected}."
        return ReadResult((), why, error.column)
    return ReadResult((Reading(date, ""),), "")


def doubted(date: HistoricalDate, uncertain: bool, approximate: bool) -> HistoricalDate:
    """The date marked as uncertain (`?`), approximate (`~`) or both (`%`), whole.

    Raises `ValidationError` for one that cannot be marked so.
    """
    mark = {(True, False): "?", (False, True): "~", (True, True): "%"}.get(
        (uncertain, approximate), ""
    )
    if not mark:
        return date
    ends = [
        end if end in ("", "..") else end.rstrip("?~%") + mark
        for end in date.edtf_written.split("/")
    ]
    try:
        return parse_edtf("/".join(ends), date.calendar)
    except DateError as error:
        raise ValidationError(
            f"“{date.edtf_written}” cannot be marked as a whole: type it as EDTF, with "
            "? or ~ at the part that is meant."
        ) from error


def context_of(document: Document | None, calendar: str = "") -> DateContext:
    """What the document says about its dates; a chosen calendar stands above it."""
    if document is None:
        return DateContext(calendar=Calendar(calendar) if calendar else None)
    return DateContext(
        calendar=Calendar(calendar or document.calendar),
        document_date=document_date(document),
        language=document.language.split("-")[0].lower() or "en",
        place=document.place,
        year_start=document.year_start,
    )


def document_date(document: Document) -> HistoricalDate | None:
    """The document's own date, where it is given and can be read."""
    try:
        return parse_edtf(document.context_date, Calendar(document.calendar))
    except DateError:
        return None


def supplied_parts(
    reading: Reading, document: Document | None, who: str
) -> list[dict[str, Any]]:
    """The parts the words do not print, each with its source, as they are stored."""
    return [
        {
            "what": part.what,
            "value": part.value,
            "from": {"source": basis_of(part.source, document, who)},
            "why": part.source,
        }
        for part in reading.supplied
    ]


def basis_of(source: str, document: Document | None, who: str) -> str:
    """How it is known what the document supplies; else who entered it."""
    if document is None:
        return f"entered by {who}"
    if source == MARKUP:
        return f"{source} of {document.slug}"
    basis = document.calendar_basis if "calendar" in source else document.context_basis
    return basis or f"{source} of {document.slug}"


AS_EDTF = "Type the one that is meant as EDTF, with its calendar:"


def date_refusal(
    result: ReadResult, text: str, choose: str = AS_EDTF
) -> ValidationError:
    """Why a date has no single reading: every reading, or the reason and the place.

    `choose` says how the editor chooses one of several.
    """
    if result.is_ambiguous:
        first = f"“{text}” has {len(result.readings)} readings. {choose}"
        return ValidationError([first, *map(reading_words, result.readings)])
    why = result.why or "This is no date that can be read."
    if result.column is None:
        return ValidationError(f"“{text}” is not read as a date: {why}")
    return ValidationError(
        f"“{text}” is not read as a date, at character {result.column}: {why}"
    )


def date_warnings(readings: Iterable[Reading]) -> list[str]:
    """What to look at again, over all readings."""
    return [warning for reading in readings for warning in reading.warnings]
