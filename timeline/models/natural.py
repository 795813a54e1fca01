"""Rows by their natural key, and rows that a reference leads to: queries compiled once.

`loaddata` asks for a row by its key ten times an event, and for Django to build and
compile such a query takes ten times as long as for the database to answer it. The
manager's own queryset stays the one place that says which rows there are.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, models, router

from .imports import ShownManager
from .prepared import STAND_IN, Statement, statement


class NaturalManager(ShownManager):
    """Rows by the fields in `natural`, which a subclass names."""

    natural: tuple[str, ...] = ()

    def get_by_natural_key(self, *key: Any) -> Any:
        """The row of this key; raises the model's `DoesNotExist`."""
        row = _row(self.model, "_default_manager", self.natural, key, self.db)
        if row is None:
            name = self.model._meta.object_name
            raise self.model.DoesNotExist(f"There is no {name} {key!r}.")
        return row


def related(row: models.Model, name: str) -> Any:
    """What a reference of the row leads to, remembered as Django remembers it."""
    field: Any = row._meta.get_field(name)
    if not field.is_cached(row):
        model, pk = field.related_model, getattr(row, field.attname)
        using = router.db_for_read(model, instance=row)
        if (found := stored(model, pk, using)) is not None:
            field.set_cached_value(row, found)
    return getattr(row, name)


def stored(model: type[models.Model], pk: Any, using: str | None = None) -> Any:
    """The row of this primary key as it is stored, hidden ones too; or `None`."""
    if pk is None:
        return None
    return _row(model, "_base_manager", ("pk",), (pk,), using or DEFAULT_DB_ALIAS)


def _row(
    model: type[models.Model],
    manager: str,
    names: tuple[str, ...],
    key: Sequence[Any],
    using: str,
) -> Any:
    if len(key) != len(names):
        raise TypeError(f"A key of {model.__name__} is {', '.join(names)}.")
    asked, fields = _compiled(model, manager, names, using)
    values = [f.get_prep_value(v) for f, v in zip(fields, key, strict=True)]
    found = asked.rows(using, values)
    columns = [field.attname for field in model._meta.concrete_fields]
    return model.from_db(using, columns, found[0]) if found else None


@lru_cache(maxsize=64)
def _compiled(
    model: type[models.Model], manager: str, names: tuple[str, ...], using: str
) -> tuple[Statement, tuple[models.Field, ...]]:
    """The question for a row with all its columns, and the fields of its key."""
    fields = tuple(_field(model, name) for name in names)
    stand_ins = [
        STAND_IN + number if isinstance(field, models.IntegerField) else f"\1{number}"
        for number, field in enumerate(fields)
    ]
    rows = getattr(model, manager).using(using).order_by()
    rows = rows.filter(**dict(zip(names, stand_ins, strict=True)))
    columns = [field.attname for field in model._meta.concrete_fields]
    return statement(rows.values_list(*columns), using, stand_ins), fields


def _field(model: Any, path: str) -> models.Field:
    """The field at the end of a path of references."""
    *before, last = path.split("__")
    for name in before:
        model = model._meta.get_field(name).related_model
    return model._meta.pk if last == "pk" else model._meta.get_field(last)
