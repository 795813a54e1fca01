"""BibTeX, out only: an entry for each citation, in UTF-8."""

from typing import TextIO

from .cited_sources import LOSSES, Cited, Sources, line
from .event_records import EventRecord
from .formats import Format
from .outgoing import Outgoing

SIGNS = {
    **{sign: f"\\{sign}" for sign in "{}#$%&_"},
    **{"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"},
}


def escaped(text: str) -> str:
    """Text in which TeX finds no commands."""
    return "".join(SIGNS.get(sign, sign) for sign in line(text))


def entry(cited: Cited) -> str:
    """The document as `@misc`; the place and the words cited as its note."""
    document = cited.document
    fields = {
        "title": f"{{{escaped(document.title)}}}",
        "author": f"{{{escaped(document.creator)}}}" if document.creator else "",
        "year": str(cited.dated.year) if cited.dated else "",
        "howpublished": escaped(document.source_repository),
        "edition": escaped(document.source_edition),
        "url": document.source_url.replace("{", "%7B").replace("}", "%7D"),
        "note": escaped(cited.locator),
        "annote": escaped(f"{cited.event}: “{cited.quote}”"),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{cited.key},\n" + ",\n".join(lines) + "\n}\n"


def write(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """An entry for each citation, the losses before them."""
    sources = Sources(events)
    out.writelines(f"% Not in this file: {loss}\n" for loss in LOSSES)
    for some in events:
        for event in some:
            for cited in sources.cited(event):
                out.write("\n" + entry(cited))


BIBTEX = Format(
    name="bibtex",
    suffixes=(".bib",),
    write=write,
    losses=LOSSES,
    about="citations for reference managers (BibTeX)",
)
