"""`manage.py find_dates`: find the dates of texts, JSON Lines in and out."""

import sys
from collections.abc import Mapping
from typing import Any

from timeline.dates import DateContext
from timeline.management.command import SentenceCommand
from timeline.management.json_lines import (
    Answer,
    answer_lines,
    calendar_of,
    date_of,
    reading_answer,
    required_text,
    text_of,
)
from timeline.passages import Mention, find_dates


class Command(SentenceCommand):
    """Find date mentions in prose; see docs/dates.md for the keys and examples."""

    help = (
        "Finds dates in texts: JSON Lines on standard input, one answer for each line "
        "on standard output."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer until the input ends."""
        answer_lines(sys.stdin.buffer, sys.stdout, answer)


def answer(request: Mapping[str, Any]) -> Answer:
    """The mentions of one text."""
    text = required_text(request)
    column = _forbidden(text)
    if column is not None:
        return {"error": "A character that no text may hold.", "column": column}
    language = text_of(request, "language", "en")
    context = DateContext(
        calendar=calendar_of(request),
        document_date=date_of(request, "document_date"),
        language=language,
    )
    mentions = find_dates(text, context)
    return {"mentions": [_mention(each, language) for each in mentions]}


def _forbidden(text: str) -> int | None:
    """The place of a NUL or a lone surrogate, which no database keeps."""
    for column, character in enumerate(text):
        if character == "\0" or "\ud800" <= character <= "\udfff":
            return column
    return None


_NOTHING: Answer = {
    "edtf": None,
    "edtf_written": None,
    "calendar": None,
    "first_day": None,
    "last_day": None,
    "supplied": [],
    "warnings": [],
}


def _mention(mention: Mention, language: str) -> Answer:
    reading = mention.reading
    answer: Answer = {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        **(reading_answer(reading, language) if reading else _NOTHING),
        "certainty": mention.certainty.value,
        "why": mention.why,
    }
    if reading is None:
        answer["readings"] = [reading_answer(r, language) for r in mention.readings]
    return answer
