"""`manage.py read_dates`: read dates, one JSON object a line in and out."""

import sys
from collections.abc import Mapping
from typing import Any

from timeline.dates import (
    Calendar,
    DateContext,
    DateError,
    Reading,
    parse_edtf,
    read_date,
)
from timeline.management.command import SentenceCommand
from timeline.management.json_lines import (
    Answer,
    BadRequest,
    answer_lines,
    calendar_of,
    date_of,
    reading_answer,
    required_text,
    text_of,
)

ORDERS = ("day first", "month first")


class Command(SentenceCommand):
    """Read printed dates and EDTF; see docs/dates.md for the keys and examples."""

    help = (
        "Reads dates: JSON Lines on standard input, one answer for each line on "
        "standard output."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer until the input ends."""
        answer_lines(sys.stdin.buffer, sys.stdout, answer)


def answer(request: Mapping[str, Any]) -> Answer:
    """The answer to one request."""
    syntax = text_of(request, "syntax", "printed")
    if syntax == "edtf":
        return _edtf(request)
    if syntax == "printed":
        return _printed(request)
    raise BadRequest('"syntax" is neither "printed" nor "edtf".')


def _edtf(request: Mapping[str, Any]) -> Answer:
    text = required_text(request)
    calendar = calendar_of(request) or Calendar.GREGORIAN
    try:
        date = parse_edtf(text, calendar)
    except DateError as error:
        return _refusal(error)
    why = f"EDTF syntax in the {calendar.value} calendar."
    return reading_answer(Reading(date, why), text_of(request, "language", "en"))


def _refusal(error: DateError) -> Answer:
    why = error.message
    if error.expected:
        why = f"{why} Expected: {error.expected}."
    return {"error": why, "column": error.column}


def order_of(request: Mapping[str, Any]) -> str:
    """The order of day and month in figures, if it is known."""
    order = text_of(request, "order")
    if order not in ("", *ORDERS):
        raise BadRequest(f'"order" is not one of: {", ".join(ORDERS)}.')
    return order


def _printed(request: Mapping[str, Any]) -> Answer:
    language = text_of(request, "language", "en")
    context = DateContext(
        calendar=calendar_of(request),
        document_date=date_of(request, "document_date"),
        previous=date_of(request, "previous"),
        language=language,
        order=order_of(request),
    )
    result = read_date(required_text(request), context)
    if result.reading is not None:
        return reading_answer(result.reading, language)
    if result.is_refused:
        return {"error": result.why, "column": result.column}
    return {
        "error": "ambiguous",
        "why": result.why,
        "column": result.column,
        "readings": [reading_answer(each, language) for each in result.readings],
    }
