"""Rules for timelines, events, tags and publication on the way in."""

import json
from typing import Any

from .batch import Batch, Entry, sound
from .lookup import match
from .report import shown
from .rows import Item, Row, Wrong
from .tables import BY_NAME, Table

TOLD = ("title", "description")


def published(batch: Batch, table: Table, entries: list[Entry]) -> list[Entry]:
    """Who may not publish brings nothing in as published, and takes nothing back."""
    for _, item in entries:
        if "publication" not in item.values:
            continue
        held = item.stored["publication"] if item.stored else "draft"
        wanted = item.values["publication"]
        if wanted == held or "published" not in (wanted, held):
            continue
        batch.report.permissions.add("timeline.publish_event")
        if not batch.rules.may_publish:
            item.values["publication"] = held
            batch.report.note(
                "What the file says of publication is left out: it takes the right to "
                "publish. What is here stays as it is, new events are drafts."
            )
    return entries


def tags(batch: Batch, table: Table, entries: list[Entry]) -> list[Entry]:
    """A table's tag names one that is there, or a new one; it never renames."""
    known = batch.references.tag_names
    for row, item in entries:
        if not item.ensured:
            continue
        name = item.values["name"]
        held = item.stored["name"] if item.stored else known.get(item.key)
        if held is not None and held.casefold() != name.casefold():
            kind, slug = item.key
            wrong = f"The tag {kind}:{slug} is named “{held}”."
            right = f"Write it as “{held}”."
            if row.counted:
                row.refuse(wrong, right, item.column("tags"), name)
            else:
                batch.misnamed[item.key] = wrong, right, name
        known.put(item.key, held or name)
    return sound(entries)


def timelines(batch: Batch, table: Table, entries: list[Entry]) -> list[Entry]:
    """What a file says of its whole names a new timeline; of one that is here it
    fills what is empty."""
    for row, item in entries:
        told = {n: item.fields[f"_{n}"] for n in TOLD if f"_{n}" in item.fields}
        stored = item.stored or {}
        for name, text in told.items():
            if not stored.get(name):
                _set(table, row, item, name, text)
            elif text and text != stored[name]:
                batch.report.note(
                    f"The file's {name} of the timeline is “{shown(text)}”; "
                    f"it stays “{shown(stored[name])}”."
                )
        _keep_extra(table, row, item)
        if not told and "_extra" not in item.fields:
            continue
        if not stored:
            item.values.setdefault("title", item.fields.get("slug"))
        else:
            row.counted = any(item.values.get(n, v) != v for n, v in stored.items())
    return published(batch, table, sound(entries))


def _keep_extra(table: Table, row: Row, item: Item) -> None:
    """What a file has beyond our fields stands beside what other files had."""
    if "_extra" not in item.fields:
        return
    given = item.fields["_extra"]
    _set(table, row, item, "extra", given)
    if item.stored and item.values.get("extra") not in (None, item.stored["extra"]):
        kept = json.loads(item.stored["extra"])
        _set(table, row, item, "extra", _merged(kept, given))


def _merged(kept: Any, given: Any) -> Any:
    """Objects name by name; of anything else, what the file gives."""
    if not isinstance(kept, dict) or not isinstance(given, dict):
        return given
    return {**kept, **{n: _merged(kept.get(n), v) for n, v in given.items()}}


def _set(table: Table, row: Row, item: Item, name: str, value: Any) -> None:
    try:
        item.values[name] = table.checks[name](value)
    except Wrong as error:
        row.counted = True
        row.refuse(error.wrong, error.right, item.column(name), value)


def events(batch: Batch, table: Table, entries: list[Entry]) -> list[Entry]:
    """Find the tags, those the file gives and those a stored event has."""
    for row, item in entries:
        if "_extra" in item.fields:
            _keep_extra(table, row, item)
    wanted = {key for _, item in entries for key in item.tag_keys or ()}
    found = batch.references.find("tag", wanted)
    sets: dict[tuple[Any, ...], list[int]] = {}  # many events have the same tags
    for row, item in entries:
        if item.tag_keys is None:
            continue
        keys = tuple(item.tag_keys)
        if (tags := sets.get(keys)) is not None:
            item.tags = tags
            continue
        item.tags = sorted({found[key] for key in keys if key in found})
        if len(item.tags) == len(set(keys)) and not batch.misnamed.keys() & set(keys):
            sets[keys] = item.tags
        for key in keys:
            if key in batch.misnamed:
                wrong, right, name = batch.misnamed[key]
                row.refuse(wrong, right, item.column("tags"), name)
            elif key not in found:
                row.refuse(
                    "There is no such tag, in the database or earlier in this file.",
                    column=item.column("tags"),
                    value=" ".join(key),
                )
    _find_tags(batch, entries)
    return published(batch, table, sound(entries))


def _find_tags(batch: Batch, entries: list[Entry]) -> None:
    stored = [i for _, i in entries if i.stored and i.tags is not None]
    if not stored:
        return
    through = BY_NAME["event"].model.tags.through._meta.db_table
    keys = {(item.ref,) for item in stored}
    held: dict[int, list[Any]] = {}
    for event, tag in match(
        batch.using, through, ("event_id",), keys, "t.event_id, t.tag_id"
    ):
        held.setdefault(event, []).append(tag)
    for item in stored:
        item.stored["tags"] = sorted(held.get(item.ref, ()))
