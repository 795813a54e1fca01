"""The former states of a row, what changed from one to the next, and one restored."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models, transaction

from .dating import DERIVED, Dating

NOT_RESTORED = frozenset({"id", "version", "imported_by", "key"})
DERIVED_OF_DATINGS = frozenset(DERIVED)


@dataclass(frozen=True, slots=True)
class Change:
    """A field that an entry of the history changed."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FormerState:
    """An entry of the history: who did what, when, why, and what it changed."""

    entry: Any
    changes: tuple[Change, ...]


def former_states(
    model: type[models.Model], pk: int, before: int | None, limit: int
) -> list[FormerState]:
    """The entries of a row, the latest first, each compared with the one before it."""
    rows = model.history.filter(id=pk).select_related("history_user")
    if before is not None:
        rows = rows.filter(history_id__lt=before)
    entries = list(rows.order_by("-history_id")[: limit + 1])
    earlier = [*entries[1:], None]
    return [
        FormerState(entry, tuple(changes_of(entry, former)))
        for entry, former in zip(entries[:limit], earlier, strict=False)
    ]


def changes_of(entry: Any, former: Any) -> Iterator[Change]:
    """What an entry says otherwise than the one before; of the first one, all."""
    before = words_of(former) if former is not None else {}
    for name, after in words_of(entry).items():
        if before.get(name, "") != after:
            yield Change(name, before.get(name, ""), after)


def words_of(entry: Any) -> dict[str, str]:
    """The values of an entry that an editor typed, as text, by their names."""
    words = {
        str(field.verbose_name): text_of(entry, field) for field in typed_fields(entry)
    }
    for field in entry._history_m2m_fields:
        names = sorted(str(getattr(row, "tag", row)) for row in tags_of(entry))
        words[field.name] = ", ".join(names)
    return words


def typed_fields(entry: Any) -> list[models.Field]:
    """The columns of the row but those that nobody types."""
    model = entry.instance_type
    left_out = NOT_RESTORED | (DERIVED_OF_DATINGS if model is Dating else frozenset())
    return [f for f in model._meta.concrete_fields if f.name not in left_out]


def text_of(entry: Any, field: models.Field) -> str:
    """A value as text; a row that is gone by its number."""
    try:
        value = getattr(entry, field.name)
    except ObjectDoesNotExist:
        value = f"row {getattr(entry, field.attname)}, which is gone"
    return "" if value in (None, {}, []) else str(value)


def tags_of(entry: Any) -> Any:
    """What the row was related to, as its history keeps it."""
    return entry.tags.select_related("tag")


def restore(entry: Any, version: int, keep: Collection[str] = ()) -> Any:
    """Save a former state again, over the version that was seen.

    `keep` are fields that stay as they are. Which dating an event follows stays too:
    that is changed by `Event.follow` alone.
    """
    with transaction.atomic():
        row = entry.instance_type.objects.get(pk=entry.id)
        row.version = version
        kept = {*keep, "status"} if isinstance(row, Dating) else set(keep)
        for field in typed_fields(entry):
            if field.name not in kept:
                setattr(row, field.attname, getattr(entry, field.attname))
        row.full_clean()
        row._change_reason = f"state of {entry.history_date:%Y-%m-%d %H:%M} restored"
        if entry._history_m2m_fields:
            row.tags.set([kept.tag_id for kept in tags_of(entry)])
        row.save()
    return row
