"""What a file says beside its events: kept in `extra` of its timeline, and out again.

A format keeps it under its own name. A file of several timelines has nowhere to put
it, which the report says; and into a file of several none of it goes out.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from timeline.models import Timeline

from .foreign import ForeignReader
from .report import shown
from .rows import Item, Row


def named_by_all(records: Iterable[Any]) -> str:
    """The timeline that all records name, as they do in a file of ours."""
    named = {one.get("timeline") for one in records if isinstance(one, dict)}
    slug = named.pop() if len(named) == 1 else ""
    return slug if isinstance(slug, str) else ""


def whole_rows(
    reader: ForeignReader, name: str, rest: dict[str, Any], own: str = ""
) -> Iterator[Row]:
    """A row for the timeline; `own` is the one that the events name, if all do."""
    rest = {key: value for key, value in rest.items() if value not in (None, "")}
    slug = reader.defaults.timeline or reader.defaults.document or own
    if not rest:
        return
    if not slug:
        names = shown(", ".join(rest))
        reader.notes.append(f"Not kept, for want of one timeline: {names}.")
        return
    reader.around |= rest
    fields = {"slug": slug, "_extra": {name: rest}}
    item = Item("timeline", fields, columns={"extra": ""})
    yield Row(None, [item], path="the whole", counted=False)


def whole_of(timelines: Iterable[str], name: str, using: str) -> dict[str, Any]:
    """What the file of the one timeline that goes out had beside its events."""
    slugs = set(timelines)
    if len(slugs) != 1:
        return {}
    kept = Timeline.objects.using(using).get(slug=slugs.pop()).extra.get(name)
    return dict(kept) if isinstance(kept, dict) else {}
