"""RIS, out only: a reference for each citation, in UTF-8, lines end with CR LF."""

from typing import TextIO

from .cited_sources import LOSSES, Cited, Sources, line
from .event_records import EventRecord
from .formats import Format
from .outgoing import Outgoing


def reference(cited: Cited) -> str:
    """The document; SP is the place, N1 the words cited."""
    document = cited.document
    fields = (
        ("TY", "GEN"),
        ("ID", cited.key),
        ("TI", document.title),
        ("AU", document.creator),
        ("PY", f"{cited.dated.year:04d}" if cited.dated else ""),
        ("ET", document.source_edition),
        ("DP", document.source_repository),
        ("UR", document.source_url),
        ("LA", document.language),
        ("SP", cited.locator),
        ("N1", f"{cited.event}: “{cited.quote}”"),
    )
    lines = [f"{tag}  - {line(value)}\r\n" for tag, value in fields if value]
    return "".join(lines) + "ER  - \r\n\r\n"


def write(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """A reference for each citation."""
    sources = Sources(events)
    for some in events:
        for event in some:
            for cited in sources.cited(event):
                out.write(reference(cited))


RIS = Format(
    name="ris",
    suffixes=(".ris",),
    write=write,
    losses=LOSSES,
    about="citations for reference managers (RIS)",
)
