"""Rules for documents and their texts on the way in."""

from timeline.models import digest_of

from .batch import Batch, Entry, sound
from .rows import Item, Row
from .rules_event import published
from .tables import Table

KEPT = {"passage": ("text", "after"), "revision": ("text",)}


def documents(batch: Batch, table: Table, entries: list[Entry]) -> list[Entry]:
    """Later rows read their dates with what the document says."""
    for _, item in entries:
        batch.references.learn_source(item)
    return published(batch, table, entries)


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
    return sound(entries)


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
