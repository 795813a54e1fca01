"""The date as we hold it, beside the dates of another program, which are Gregorian.

It goes out as `dating`, with the calendar and the words of the source, and is believed
on the way in while the program's own dates still are those of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from timeline.dates import Calendar, DateError, HistoricalDate, parse_edtf

from .event_records import EventRecord
from .json_values import decode
from .rows import Wrong

NAMES = ("edtf_written", "calendar", "edtf", "as_written")


@dataclass(frozen=True, slots=True)
class OwnDating:
    """A date we wrote out, its words, and what the file it first came from said."""

    date: HistoricalDate
    as_written: str
    given: dict[str, Any]

    @property
    def cells(self) -> dict[str, str]:
        """The date in EDTF syntax, in its calendar."""
        date = self.date
        return {"date": date.edtf_written, "calendar": date.calendar.value}

    @property
    def more(self) -> dict[str, Any]:
        """The words of the source, for the cell `more`."""
        return {"dating": {"as_written": self.as_written}} if self.as_written else {}


def own_dating(event: EventRecord, given: Any = None) -> dict[str, Any]:
    """The date as we hold it, and what is kept of the dates a file gave."""
    dating: Any = event.accepted or {}
    found = {name: dating[name] for name in NAMES if dating.get(name)}
    return {**found, "given": given} if found and given else found


def taken_back(
    value: Any, is_shown: Callable[[HistoricalDate], bool]
) -> OwnDating | None:
    """The date we wrote, if the program's dates still are its own."""
    try:
        value = decode(value) if isinstance(value, str) else value
        date = parse_edtf(value["edtf_written"], Calendar(value["calendar"]))
    except (DateError, KeyError, TypeError, ValueError, AttributeError, Wrong):
        return None
    words, given = value.get("as_written"), value.get("given")
    return (
        OwnDating(
            date,
            words if isinstance(words, str) else "",
            given if isinstance(given, dict) else {},
        )
        if is_shown(date)
        else None
    )
