"""Rules for documents and their texts on the way in."""

from timeline.dates import Calendar, DateError, parse_edtf
from timeline.models import digest_of

from .batch import Batch, Entry, sound
from .dating_in import wrong_date
from .report import shown
from .rows import Item, Row
from .rules_event import published
from .tables import Table

KEPT = {"passage": ("text", "after"), "revision": ("text",)}
PLACE = {"order": "order", "retired_in": "retired_in_id"}
WHOLE = (
    "The passages in use, joined in their order, make the text of the digest and of "
    "the newest revision; another text comes by revise_document."
)


def documents(batch: Batch, table: Table, entries: list[Entry]) -> list[Entry]:
    """Later rows read their dates with what the document says."""
    for row, item in entries:
        _context_date(row, item)
        _check_closed(batch, row, item)
        batch.references.learn_source(item)
    return published(batch, table, sound(entries))


def _context_date(row: Row, item: Item) -> None:
    """The document's own date is EDTF in its calendar, as its form asks."""
    stored, values = item.stored or {}, item.values
    before = (stored.get("context_date", ""), stored.get("calendar", ""))
    text = values.get("context_date", before[0])
    calendar = values.get("calendar", before[1]) or Calendar.GREGORIAN
    if not text or (text, calendar) == before:
        return
    try:
        parse_edtf(text, Calendar(calendar))
    except DateError as error:
        wrong = wrong_date(error)
        row.refuse(wrong.wrong, wrong.right, item.column("context_date"), text)


def texts(batch: Batch, table: Table, entries: list[Entry]) -> list[Entry]:
    """Text that is here already stays what it is."""
    for row, item in entries:
        for name in KEPT[table.name] if item.stored else ():
            given = item.values.get(name)
            if given is not None and given != item.stored[name]:
                row.refuse(
                    "The text differs from the one that is here.",
                    "The text of a document changes by revise_document.",
                    item.column(name),
                    given,
                )
        if table.name == "revision" and not row.faults:
            _digest(row, item)
        _check_retired(row, item)
        _check_closed(batch, row, item)
    return sound(entries)


def _check_retired(row: Row, item: Item) -> None:
    """A passage is taken out by a revision of its own document."""
    revision = item.refs.get("retired_in")
    if revision and revision[0] != item.key[0]:
        row.refuse(
            "This revision is of another document than the passage.",
            f"A revision of “{shown(item.key[0])}”, or null.",
            item.column("retired_in"),
            " ".join(map(str, revision)),
        )


def _check_closed(batch: Batch, row: Row, item: Item) -> None:
    """A text that is whole here stays whole: what would break it does not come in."""
    if not batch.rules.closed or item.key[0] not in batch.rules.closed:
        return
    if name := _touches_text(item):
        row.refuse(
            f"The text of “{shown(item.key[0])}” is whole; with the rows of this file "
            "it would not be.",
            WHOLE,
            item.column(name),
            item.fields.get(name, ""),
        )


def _touches_text(item: Item) -> str:
    """The field by which a row says what the text of its document is, or ""."""
    values, stored = item.values, item.stored
    if item.table == "document":
        changes = stored and values.get("digest", stored["digest"]) != stored["digest"]
        return "digest" if changes else ""
    if stored is None:
        is_out = values.get("retired_in_id") is not None
        return "" if is_out else "number" if item.table == "revision" else "key"
    for name, column in PLACE.items():
        if column in values and values[column] != stored[column]:
            return name
    return ""


def _digest(row: Row, item: Item) -> None:
    """The digest of a revision is that of its text; a file may leave it out."""
    held = (item.stored or {}).get("text", "")
    digest = digest_of(item.values.get("text", held))
    if item.values.setdefault("digest", digest) != digest:
        row.refuse(
            "This is not the digest of the text.",
            f"{digest}, or none.",
            item.column("digest"),
            item.values["digest"],
        )
