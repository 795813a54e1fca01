"""A chronology in plain text, out only: dates in order, each with its words.

The database gives the events in their order, so none has to be held to be sorted.
"""

from typing import TextIO

from .cited_sources import Sources, line
from .event_records import EventRecord
from .formats import Format
from .outgoing import Outgoing
from .written_dates import date_of, wording


def entry(event: EventRecord, sources: Sources) -> str:
    """An event: its date in words, its title, the words cited for it."""
    date, values = date_of(event), event.values
    heading = "without a date" if date is None else wording(date)
    status = "" if values["status"] == "occurred" else f" [{values['status']}]"
    lines = [heading, f"    {line(values['title'])}{status}"]
    if values["summary"]:
        lines.append(f"    {line(values['summary'])}")
    for cited in sources.cited(event):
        source = line(cited.document.title)
        lines.append(f"    “{line(cited.quote)}” ({source}, {cited.locator})")
    if not event.citations:
        who = (event.accepted or {}).get("who") or "an import"
        lines.append(f"    no passage: entered by {line(who)}")
    return "\n".join(lines)


def write(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """A heading for each timeline, and its events in order; no date comes last."""
    sources, timeline = Sources(events), ""
    for some in events:
        for event in some:
            if event.timeline != timeline:
                timeline = event.timeline
                out.write(f"{timeline}\n{'=' * len(timeline)}\n\n")
            out.write(f"{entry(event, sources)}\n\n")


CHRONOLOGY = Format(
    name="text",
    suffixes=(".txt",),
    write=write,
    by_date=True,
    losses=(
        "Documents, but for titles and the words cited; datings other than the "
        "accepted one.",
        "Tags, media, group, importance, links, publication, versions and history.",
    ),
    about="a chronology in plain text",
)
