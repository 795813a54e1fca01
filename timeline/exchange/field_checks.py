"""Items by the rules of their tables: each field, the natural key, what a row needs."""

from collections.abc import Sequence
from typing import Any

from .batch import Entry, sound
from .references import key_of, keys_of
from .rows import Item, Row, Wrong, one
from .tables import Table, natural_key


def checked(table: Table, entries: list[Entry]) -> list[Entry]:
    """Each field by the rules of its column; items with the same fields together."""
    by_fields: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        if not entry[0].faults:
            by_fields.setdefault(tuple(entry[1].fields), []).append(entry)
    for names, alike in by_fields.items():
        _check_alike(table, names, alike)
    return sound(entries)


def _check_alike(table: Table, names: tuple[str, ...], entries: list[Entry]) -> None:
    """Column by column: at once where all values may stand, else one by one."""
    columns = zip(*[item.fields.values() for _, item in entries], strict=True)
    for name, values in zip(names, columns, strict=True):
        check = table.checks.get(name)
        if check is not None and check.fit(values):
            for (_, item), value in zip(entries, values, strict=True):
                item.values[name] = value
        elif check is None and _refer_alike(table, name, values, entries):
            continue
        elif name[:1] != "_":
            for row, item in entries:
                _check_one(table, row, item, name)


def _refer_alike(
    table: Table, name: str, values: Sequence[Any], entries: list[Entry]
) -> bool:
    """A field that names other rows, at once where each value is a natural key."""
    if name == "tags":
        return _tag_alike(table, values, entries)
    reference = table.references.get(name)
    keys = keys_of(values, reference.table) if reference else None
    for (_, item), key in zip(entries, keys or (), strict=False):
        item.refs[name] = key
    return keys is not None


def _tag_alike(table: Table, values: Sequence[Any], entries: list[Entry]) -> bool:
    """Lists of tags, at once where each part of each is a natural key."""
    if not table.has_tags or set(map(type, values)) != {list}:
        return False
    every = [tag for tags in values for tag in tags]
    keys = keys_of(every, "tag") if every else []
    if keys is None:
        return False
    end = 0
    for (_, item), tags in zip(entries, values, strict=True):
        start, end = end, end + len(tags)
        item.tag_keys = keys[start:end]
    return True


def _check_one(table: Table, row: Row, item: Item, name: str) -> None:
    value = item.fields[name]
    try:
        if (check := table.checks.get(name)) is not None:
            item.values[name] = check.one(value)
        else:
            _refer(table, item, name, value)
    except Wrong as error:
        row.refuse(error.wrong, error.right, item.column(error.column or name), value)


def _refer(table: Table, item: Item, name: str, value: Any) -> None:
    """A field that names other rows."""
    if name in table.references:
        absent = value is None and table.references[name].optional
        key = None if absent else key_of(value, table.references[name].table)
        item.refs[name] = key
    elif name == "tags" and table.has_tags:
        item.tag_keys = _tag_keys(value)
    else:
        wrong = f"{one(table.name).capitalize()} has no such field."
        raise Wrong(wrong, f"It has: {', '.join(table.fields)}.")


def _tag_keys(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise Wrong("This is not a list.", "A list of natural keys.")
    return [key_of(tag, "tag") for tag in value]


def keyed(table: Table, entries: list[Entry]) -> list[Entry]:
    """The natural key of each."""
    keyless = [entry for entry in entries if not entry[1].key]
    for row, item in keyless:
        try:
            item.key = natural_key(table, item.fields)
        except KeyError as missing:
            name = str(missing.args[0])
            needs = f"{one(table.name).capitalize()} needs it."
            row.refuse(needs, column=item.column(name))
    return sound(entries) if keyless else entries


def complete(table: Table, row: Row, item: Item) -> bool:
    """Whether a row that is new has all it needs."""
    if not item.ref:
        values = item.values
        for name, column in table.required:
            if values.get(column) is None:
                row.refuse(f"A new {table.name} needs it.", column=item.column(name))
    if table.has_place:
        _check_place(row, item)
    return not row.faults


def _check_place(row: Row, item: Item) -> None:
    """A place in a passage has an end after its start; the database says so too."""
    values, stored = item.values, item.stored or {}
    start = values["start"] if "start" in values else stored.get("start")
    end = values["end"] if "end" in values else stored.get("end")
    if start is not None and end is not None and start >= end:
        right = f"A number from {start + 1}."
        row.refuse("The end is not after the start.", right, item.column("end"), end)
