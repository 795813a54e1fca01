"""What a reading rests on: its calendar and whence, what was supplied, the reasons."""

from __future__ import annotations

from dataclasses import dataclass, field

from .calendars import Calendar
from .context import DateContext, Supplied
from .historical_date import HistoricalDate
from .reading_parts import Phrase

STYLE_NAMES = {Calendar.JULIAN: "Old Style", Calendar.GREGORIAN: "New Style"}


@dataclass(slots=True)
class Ground:
    """What one reading rests on, gathered on the way."""

    context: DateContext
    calendar: Calendar
    calendar_from: str  # "text", "document" or "default"
    supplied: list[Supplied] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def ground_of(phrase: Phrase, context: DateContext) -> Ground:
    stated = next((p.calendar for p in phrase.members if p.calendar is not None), None)
    if stated is not None:
        ground = Ground(context, stated, "text")
        ground.reasons.append(f"the text says {STYLE_NAMES.get(stated, stated.value)}")
        return ground
    if context.calendar is not None:
        return Ground(context, context.calendar, "document")
    return Ground(context, Calendar.GREGORIAN, "default")


def _the(source: str) -> str:
    return source if source.startswith("the ") else f"the {source}"


def why_of(date: HistoricalDate, ground: Ground) -> str:
    pieces = list(ground.reasons)
    pieces += [
        f"{each.what} {each.value} from {_the(each.source)}"
        for each in ground.supplied
        if each.what != "calendar"
    ]
    if ground.calendar_from == "document":
        pieces.append(f"{date.calendar.value} calendar of the document")
    elif ground.calendar_from == "default":
        pieces.append("Gregorian, as no calendar is given")
    text = "; ".join(pieces)
    return text[:1].upper() + text[1:] + "."
