"""The tables that may come through the door, in the order in which they refer.

Everything is taken from the models: which fields a fixture may give, what each may
hold, which row a natural key means, and the columns that bulk writing fills.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from timeline.models import (
    DERIVED,
    Citation,
    Dating,
    Document,
    Event,
    NoteLink,
    Passage,
    Proposal,
    Revision,
    Tag,
    Timeline,
)

from .checks import Check, canonical, check_of, moment_text
from .proposal_readings import readings_check
from .rows import Key

# Each natural key as the fields it is made of; a reference stands for its own key.
NATURAL = {
    Timeline: ("slug",),
    Document: ("slug",),
    Revision: ("document", "number"),
    Passage: ("document", "key"),
    NoteLink: ("marker_passage", "start"),
    Tag: ("kind", "slug"),
    Event: ("timeline", "slug"),
    Citation: ("key",),
    Dating: ("key",),
    Proposal: ("passage", "start", "end"),
}
HIDDEN = {"id", "version", "imported_by"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that names a row of another table by its natural key."""

    table: str
    column: str
    optional: bool


@dataclass(frozen=True, eq=False)
class Table:
    """One table of ours, as imports and exports see it."""

    name: str
    model: type[models.Model]
    db_table: str
    natural: tuple[str, ...]
    checks: dict[str, Check]
    references: dict[str, Reference]
    columns: tuple[str, ...]  # without id and imported_by
    defaults: dict[str, Any]
    fields: tuple[str, ...]  # what a fixture holds, sorted
    required: tuple[tuple[str, str], ...]  # field and column
    json_columns: frozenset[str]
    moment_columns: frozenset[str]
    number_columns: frozenset[str]
    references_by_column: dict[str, Reference]
    has_tags: bool
    has_version: bool
    has_place: bool  # in a passage: a marker or a mention; citations have their words

    def stored(self, row: Sequence[Any]) -> dict[str, Any]:
        """A row of the database as the values that checks give."""
        values = dict(zip(self.columns, row, strict=True))
        for name in self.json_columns:
            if values[name] not in ("{}", "[]"):
                values[name] = canonical(json.loads(values[name]))
        for name in self.moment_columns:
            values[name] = as_moment(values[name])
        return values


def as_moment(value: Any) -> str:
    """A moment as the database gives it, as ISO 8601 in UTC."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return moment_text(value)


def _default(field: models.Field) -> Any:
    if isinstance(field, models.JSONField):
        return json.dumps(field.get_default())
    if field.name == "key":
        return ""
    value = field.get_default()
    return str(value) if isinstance(value, str) else value


def _check(model: type[models.Model], field: models.Field) -> Check:
    is_reading = model is Proposal and field.name == "readings"
    return readings_check(field) if is_reading else check_of(field)


def table_of(model: type[models.Model]) -> Table:
    """Describe a model."""
    own = [f for f in model._meta.concrete_fields if f.name not in HIDDEN]
    given = [f for f in own if f.name not in DERIVED or model is not Dating]
    references = {
        f.name: Reference(f.related_model._meta.model_name, f.column, f.null)
        for f in given
        if f.is_relation
    }
    has_version = any(f.name == "version" for f in model._meta.concrete_fields)
    defaults = {f.column: _default(f) for f in own}
    if has_version:
        defaults["version"] = 1
    has_tags = model is Event
    fields = [f.name for f in given] + (["tags"] if has_tags else [])
    return Table(
        name=model._meta.model_name,
        model=model,
        db_table=model._meta.db_table,
        natural=NATURAL[model],
        checks={f.name: _check(model, f) for f in given if not f.is_relation},
        references=references,
        columns=tuple(defaults),
        defaults=defaults,
        fields=tuple(sorted(fields)),
        required=tuple((f.name, f.column) for f in given if _is_required(f)),
        json_columns=frozenset(
            f.column for f in own if isinstance(f, models.JSONField)
        ),
        moment_columns=frozenset(
            f.column for f in own if isinstance(f, models.DateTimeField)
        ),
        number_columns=frozenset(
            f.column for f in own if isinstance(f, models.IntegerField)
        ),
        references_by_column={r.column: r for r in references.values()},
        has_tags=has_tags,
        has_version=has_version,
        has_place=model in (NoteLink, Proposal),
    )


def _is_required(field: models.Field) -> bool:
    if field.name in ("digest", "state"):
        return False
    return not (field.blank or field.null or field.has_default())


TABLES = tuple(map(table_of, NATURAL))
BY_NAME = {table.name: table for table in TABLES}


def natural_key(table: Table, fields: dict[str, Any]) -> Key:
    """The natural key as one flat tuple; `KeyError` when a part is missing."""
    parts: list[Any] = []
    for name in table.natural:
        value = fields[name]
        parts.extend(value) if name in table.references else parts.append(value)
    return tuple(parts)
