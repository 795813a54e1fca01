"""iCalendar (RFC 5545), out only: events whose days are known, as whole days.

RFC 5545 dates have four digits of year and follow ISO 8601, which leaves the years
before 1583 to agreement between the parties: there is none here. What a calendar cannot
carry is counted and named in a VJOURNAL at the end.
"""

import hashlib
from datetime import UTC, datetime
from typing import TextIO

from timeline.dates import EndKind, HistoricalDate, Shape

from .event_records import EventRecord
from .formats import Format
from .outgoing import Outgoing
from .written_dates import date_of, parts, wording

FIRST_YEAR, LAST_YEAR = 1583, 9999
NAMED = 1_000
STATUS = {"occurred": "CONFIRMED"}


def why_not(date: HistoricalDate | None) -> str:
    """Why a calendar cannot carry the date; "" when it can."""
    if date is None:
        return "no date"
    if EndKind.OPEN in (date.start_kind, date.end_kind):
        return "an open end"
    if EndKind.UNKNOWN in (date.start_kind, date.end_kind):
        return "an unknown end"
    if date.shape not in (Shape.POINT, Shape.INTERVAL):
        return "one of several dates"
    if date.start_min != date.start_max or date.end_min != date.end_max:
        return "the day is not known"
    assert date.start_min is not None and date.end_max is not None
    years = parts(date.start_min).year, parts(date.end_max + 1).year
    if not FIRST_YEAR <= years[0] <= years[1] <= LAST_YEAR:
        return f"the year is not between {FIRST_YEAR} and {LAST_YEAR}"
    return ""


def escaped(text: str) -> str:
    """A text value (RFC 5545, 3.3.11)."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def folded(line: str) -> str:
    """Lines of at most 75 octets (RFC 5545, 3.1), cut between characters."""
    pieces, size = [""], 0
    for sign in line:
        width = len(sign.encode())
        if size + width > 75:
            pieces.append(" ")
            size = 1
        pieces[-1] += sign
        size += width
    return "\r\n".join(pieces) + "\r\n"


def component(event: EventRecord, date: HistoricalDate, stamp: str) -> list[str]:
    """A VEVENT; its end is the day after the last."""
    assert date.start_min is not None and date.end_max is not None
    values = event.values
    about = [wording(date), values["summary"]]
    about += [f"“{citation['exact']}”" for citation in event.citations]
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid(event)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{_day(date.start_min)}",
        f"DTEND;VALUE=DATE:{_day(date.end_max + 1)}",
        f"SUMMARY:{escaped(values['title'])}",
        f"DESCRIPTION:{escaped(chr(10).join(filter(None, about)))}",
        f"STATUS:{STATUS.get(values['status'], 'TENTATIVE')}",
        "TRANSP:TRANSPARENT",
    ]
    if values["link"]:
        lines.append(f"URL:{values['link']}")
    if event.tags:
        names = ",".join(escaped(name) for _, _, name in event.tags)
        lines.append(f"CATEGORIES:{names}")
    return [*lines, "END:VEVENT"]


def _day(number: int) -> str:
    day = parts(number)
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def uid(event: EventRecord) -> str:
    """A name that stays the same, whatever the slug is made of."""
    text = f"{event.timeline}\0{event.values['slug']}".encode()
    return f"{hashlib.blake2b(text, digest_size=12).hexdigest()}@historical-timeline"


def journal(left: list[str], total: int, stamp: str) -> list[str]:
    """What the calendar does not carry, as an entry that programs show as a note."""
    more = [f"… and {total - len(left)} more."] if total > len(left) else []
    return [
        "BEGIN:VJOURNAL",
        "UID:not-carried@historical-timeline",
        f"DTSTAMP:{stamp}",
        f"SUMMARY:Not in this calendar: {total} events",
        f"DESCRIPTION:{escaped(chr(10).join([*left, *more]))}",
        "END:VJOURNAL",
    ]


def write(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """A calendar, and in it what it leaves out."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    left: list[str] = []
    total = 0
    _put(out, ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Historical Timeline//EN"])
    _put(out, ["CALSCALE:GREGORIAN"])
    for some in events:
        for event in some:
            date = date_of(event)
            reason = why_not(date)
            if date is not None and not reason:
                _put(out, component(event, date, stamp))
                continue
            total += 1
            if len(left) < NAMED:
                left.append(f"{event.values['title']}: {reason}")
    events.lose("events that a calendar cannot place, named in it", total)
    if total:
        _put(out, journal(left, total, stamp))
    _put(out, ["END:VCALENDAR"])


def _put(out: TextIO, lines: list[str]) -> None:
    out.writelines(map(folded, lines))


ICALENDAR = Format(
    name="icalendar",
    suffixes=(".ics",),
    write=write,
    losses=(
        "Events whose day is not known, without a date, with an open end, or before "
        "1583: counted and named in the VJOURNAL at the end.",
        "Times of day, the calendar a date was written in (told in words), datings "
        "other than the accepted one.",
        "Documents and passages; of citations the words only. Media and group.",
    ),
    about="a calendar (RFC 5545)",
)
