"""Date mentions in a text: where they stand, and what each may mean there.

The dates room finds and reads; this module carries the context from one mention to
the next. The document's own date supplies a missing year. An earlier date does so
only inside its paragraph, and only when the document has no date of its own or names
another year in the same sentence: anything further would be a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from timeline.dates import (
    DateContext,
    HistoricalDate,
    PrintedDate,
    Reading,
    ReadResult,
    printed_dates,
    read_printed,
)


class Certainty(StrEnum):
    """Whether the words alone decide, the context is needed, or neither suffices."""

    CERTAIN = "certain"
    CONTEXT = "context"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that may be a date: `text[start:end]`, with its readings."""

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]
    certainty: Certainty
    why: str

    @property
    def reading(self) -> Reading | None:
        """The only reading, or `None`."""
        return self.readings[0] if len(self.readings) == 1 else None


_NO_CONTEXT = DateContext()


def find_dates(text: str, context: DateContext = _NO_CONTEXT) -> list[Mention]:
    """The date mentions of a text in their order."""
    mentions: list[Mention] = []
    earlier: HistoricalDate | None = None
    earlier_end = 0
    for printed in printed_dates(text, context.language):
        between = text[earlier_end : printed.start]
        if earlier is not None and not _carries(between, context):
            earlier = None
        result = read_printed(printed, replace(context, previous=earlier))
        if printed.is_day_alone and not result.readings:
            continue
        mentions.append(_mention(text, printed, result))
        told = printed.prints_year or earlier is not None
        if result.reading is not None and told:
            earlier = result.reading.date
            earlier_end = printed.end
    return mentions


def _carries(between: str, context: DateContext) -> bool:
    """Whether an earlier date still speaks here: same paragraph, or same sentence."""
    if "\n\n" in between:
        return False
    return context.document_date is None or not any(
        mark in between for mark in (". ", "! ", "? ", ".\n")
    )


def _mention(text: str, printed: PrintedDate, result: ReadResult) -> Mention:
    start, end = printed.start, printed.end
    if result.reading is None:
        certainty = Certainty.AMBIGUOUS
    elif result.reading.supplied and not _only_calendar(result.reading):
        certainty = Certainty.CONTEXT
    else:
        certainty = Certainty.CERTAIN
    return Mention(start, end, text[start:end], result.readings, certainty, result.why)


def _only_calendar(reading: Reading) -> bool:
    return all(
        each.what == "calendar" or each.source == "the same words"
        for each in reading.supplied
    )
