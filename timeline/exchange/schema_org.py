"""schema.org as JSON-LD, out only: events, each the subject of the words cited for it.

Dates are ISO 8601 with four digits of year, as coarse as they are known; the words
beside them say what such a date cannot (doubt, decades, the calendar).
"""

from typing import Any, TextIO
from urllib.parse import quote

from .cited_sources import Cited, Sources, json_text
from .event_records import EventRecord
from .formats import Format
from .outgoing import Outgoing
from .written_dates import Parts, date_of, ends, wording


def node(event: EventRecord, sources: Sources) -> dict[str, Any]:
    """An event with its quotations."""
    values, date = event.values, date_of(event)
    slug = quote(values["slug"], safe="")
    found: dict[str, Any] = {
        "@type": "Event",
        "@id": f"/timelines/{quote(event.timeline)}/events/{slug}/",
        "name": values["title"],
        "description": values["summary"],
        "url": values["link"],
        "image": values["media_url"],
        "keywords": [name for _, _, name in event.tags],
        "subjectOf": [quotation(cited) for cited in sources.cited(event)],
    }
    if date is not None:
        start, end = ends(date)
        found["startDate"], found["endDate"] = iso(start), iso(end)
        found["disambiguatingDescription"] = wording(date)
    return {name: value for name, value in found.items() if value}


def iso(part: Parts | None) -> str:
    """A date as schema.org takes it; "" for a year that has not four digits."""
    return part.iso if part is not None and 0 <= part.year <= 9999 else ""


def quotation(cited: Cited) -> dict[str, Any]:
    """The words cited, in their document."""
    document = cited.document
    work = {
        "@type": "CreativeWork",
        "@id": f"/documents/{quote(document.slug)}/",
        "name": document.title,
        "url": document.source_url,
        "inLanguage": document.language,
    }
    if document.creator:
        work["author"] = {"@type": "Person", "name": document.creator}
    return {
        "@type": "Quotation",
        "@id": f"/citations/{cited.key}/",
        "text": cited.quote,
        "isPartOf": {name: value for name, value in work.items() if value},
        "position": cited.locator,
    }


def write(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """A graph of events."""
    sources, before = Sources(events), "\n"
    out.write('{"@context": "https://schema.org",\n"@graph": [')
    for some in events:
        for event in some:
            out.write(before + json_text(node(event, sources)))
            before = ",\n"
    out.write("\n]}\n")


SCHEMA_ORG = Format(
    name="schema-org",
    suffixes=(".schema.json",),
    write=write,
    losses=(
        "Dates whose year has not four digits, doubt, decades and calendars: told in "
        "words (disambiguatingDescription).",
        "Datings other than the accepted one; status, group, importance.",
        "Documents, but for their description and the words cited.",
    ),
    about="schema.org as JSON-LD",
)
