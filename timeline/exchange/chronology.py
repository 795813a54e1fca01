"""A chronology in plain text, out only: dates in order, each with its words.

It is sorted by date, so all of it is held in memory while it is written.
"""

from typing import TextIO

from .cited_sources import Sources, line
from .event_records import EventRecord
from .formats import Format
from .outgoing import Outgoing
from .written_dates import date_of, wording

Entry = tuple[tuple[float, int, float, str], str]
NEVER = float("inf")


def entry(event: EventRecord, sources: Sources) -> Entry:
    """An event with its place in the order; open starts first, no date last."""
    date, values = date_of(event), event.values
    place = (NEVER, 0, NEVER, values["slug"])
    heading = "without a date"
    if date is not None:
        first = -NEVER if date.start_min is None else date.start_min
        last = NEVER if date.end_max is None else date.end_max
        place = (first, date.seconds, last, values["slug"])
        heading = wording(date)
    status = "" if values["status"] == "occurred" else f" [{values['status']}]"
    lines = [f"{heading}", f"    {line(values['title'])}{status}"]
    if values["summary"]:
        lines.append(f"    {line(values['summary'])}")
    for cited in sources.cited(event):
        source = line(cited.document.title)
        lines.append(f"    “{line(cited.quote)}” ({source}, {cited.locator})")
    if not event.citations:
        who = (event.accepted or {}).get("who") or "an import"
        lines.append(f"    no passage: entered by {line(who)}")
    return place, "\n".join(lines)


def write(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """A heading for each timeline, and its events in order."""
    sources = Sources(events)
    found: dict[str, list[Entry]] = {}
    for some in events:
        for event in some:
            found.setdefault(event.timeline, []).append(entry(event, sources))
    for timeline, entries in found.items():
        out.write(f"{timeline}\n{'=' * len(timeline)}\n\n")
        for _, text in sorted(entries):
            out.write(f"{text}\n\n")


CHRONOLOGY = Format(
    name="text",
    suffixes=(".txt",),
    write=write,
    losses=(
        "Documents, but for titles and the words cited; datings other than the "
        "accepted one.",
        "Tags, media, group, importance, links, publication, versions and history.",
    ),
    about="a chronology in plain text",
)
