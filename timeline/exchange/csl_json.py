"""CSL-JSON (Citation Style Language 1.0.2), out only: an item for each citation."""

from typing import Any, TextIO

from .cited_sources import LOSSES, Cited, Sources, json_text
from .event_records import EventRecord
from .formats import Format
from .outgoing import Outgoing


def item(cited: Cited) -> dict[str, Any]:
    """The document as an item, with the place and the words cited."""
    document = cited.document
    found = {
        "id": cited.key,
        "type": "document",
        "title": document.title,
        "author": [{"literal": document.creator}] if document.creator else [],
        "archive": document.source_repository,
        "edition": document.source_edition,
        "URL": document.source_url,
        "language": document.language,
        "locator": cited.locator,
        "note": cited.quote,
        "custom": {"event": cited.event, "document": document.slug},
    }
    if cited.dated is not None:
        parts = [part for part in cited.dated if part is not None]
        found["issued"] = {"date-parts": [parts]}
    return {name: value for name, value in found.items() if value}


def write(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """A list of items."""
    sources, before = Sources(events), "\n"
    out.write("[")
    for some in events:
        for event in some:
            for cited in sources.cited(event):
                out.write(before + json_text(item(cited)))
                before = ",\n"
    out.write("\n]\n")


CSL_JSON = Format(
    name="csl-json",
    suffixes=(".csl.json",),
    write=write,
    losses=LOSSES,
    about="citations for reference managers (CSL-JSON)",
)
