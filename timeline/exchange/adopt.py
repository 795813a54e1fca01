"""Rows without keys of their own: they mean what their event has already."""

from typing import Any

from .batch import Batch, Entry
from .lookup import match
from .rows import Item
from .seen import NEW
from .tables import BY_NAME

Stored = dict[int, list[tuple[int, dict[str, Any]]]]


def rows_of_events(batch: Batch, name: str, entries: list[Entry]) -> Stored:
    """The stored rows of a table, for the events of items that look for theirs."""
    events = {
        (item.values["event_id"],)
        for _, item in entries
        if item.loose and not item.stored and item.values["event_id"] < NEW
    }
    held: Stored = {}
    if events:
        table = BY_NAME[name]
        columns = ", ".join(f't."{c}"' for c in ("id", *table.columns))
        for pk, *row in match(
            batch.using, table.db_table, ("event_id",), events, columns
        ):
            stored = table.stored(row)
            held.setdefault(stored["event_id"], []).append((pk, stored))
    return held


def adopt(batch: Batch, item: Item, pk: int, stored: dict[str, Any]) -> None:
    """Let an item stand for a stored row; what refers to it finds that row."""
    batch.references.learn(item.table, item.key, pk)
    item.ref, item.stored = pk, stored
    item.key = (stored["key"],)
    item.values.pop("key", None)
