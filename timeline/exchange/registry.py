"""The formats: one file each, and one line each in `FORMATS`.

A format says what it is called, how its files end, how it knows its own, how it reads
and writes, and what it cannot carry. Nothing else in the project knows a format.
"""

from pathlib import Path

from .bibtex import BIBTEX
from .chronology import CHRONOLOGY
from .csl_json import CSL_JSON
from .csv_table import CSV, TSV
from .fixture import FIXTURE, JSON_LINES
from .formats import Format
from .icalendar import ICALENDAR
from .linked_places import LINKED_PLACES
from .ris import RIS
from .rows import Wrong
from .schema_org import SCHEMA_ORG
from .simile import SIMILE_JSON, SIMILE_XML
from .tei_events import TEI_EVENTS
from .timelinejs import TIMELINEJS
from .timelinejs_table import TIMELINEJS_CSV
from .vis_timeline import VIS
from .web_annotation import WEB_ANNOTATION
from .wikidata import WIKIDATA
from .xlsx import XLSX

FORMATS: dict[str, Format] = {
    format_.name: format_
    for format_ in (
        *(WIKIDATA, TIMELINEJS, TIMELINEJS_CSV, WEB_ANNOTATION),
        *(SIMILE_JSON, SIMILE_XML, VIS, LINKED_PLACES, TEI_EVENTS),
        *(ICALENDAR, CHRONOLOGY, SCHEMA_ORG, CSL_JSON, BIBTEX, RIS),
        *(FIXTURE, JSON_LINES, CSV, TSV, XLSX),
    )
}


class UnknownFormat(Wrong):
    """No format of this name, or none that knows the file."""


def format_named(name: str) -> Format:
    """The format of this name."""
    try:
        return FORMATS[name]
    except KeyError:
        known = ", ".join(FORMATS)
        raise UnknownFormat(
            f"There is no format “{name}”.", f"One of: {known}."
        ) from None


def format_of(path: Path, head: str) -> Format:
    """The format of a file: by what is in it, then by how its name ends."""
    by_suffix = [f for f in FORMATS.values() if path.name.lower().endswith(f.suffixes)]
    for format_ in (*by_suffix, *FORMATS.values()):
        if format_.sniff is not None and format_.sniff(head):
            return format_
    for format_ in by_suffix:
        if format_.read is not None:
            return format_
    raise UnknownFormat(
        "The format of the file is not known.",
        f"Name it: --format {'|'.join(FORMATS)}.",
    )


def format_for_output(path: Path) -> Format:
    """The format that a file to be written is named for."""
    for format_ in FORMATS.values():
        if format_.write is not None and path.name.lower().endswith(format_.suffixes):
            return format_
    return JSON_LINES
