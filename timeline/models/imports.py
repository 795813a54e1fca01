"""Imports: what came in with which file, hidden until all of it is there.

A large file is written in short batches, so that editors go on saving meanwhile. Each
new row names its import, and `ShownManager` leaves out the rows of an import that has
not ended: one update of `Import.state` shows them all at once. Changes of rows that
were there before wait in the journal until that same moment.
"""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from .fields import SourceCharField, SourceTextField


class ImportQuerySet(models.QuerySet):
    """Queries for imports."""

    def unfinished(self) -> Self:
        """Imports whose rows nobody may see: running, or being taken back."""
        return self.filter(state__in=Import.UNFINISHED)


class Import(models.Model):
    """One file that came in: what it was, who brought it and what it did."""

    class State(models.TextChoices):
        """How far the import has come."""

        RUNNING = "running", "running"
        DONE = "done", "done"
        UNDOING = "undoing", "being undone"
        UNDONE = "undone", "undone"
        ROLLED_BACK = "rolled_back", "rolled back"

    UNFINISHED = (State.RUNNING, State.UNDOING)

    file_name = SourceCharField(max_length=500, blank=True)
    digest = models.CharField(max_length=64, help_text="SHA-256 of the file.")
    format = models.CharField(max_length=40)
    who = SourceCharField(max_length=150, blank=True)
    started = models.DateTimeField(auto_now_add=True)
    finished = models.DateTimeField(null=True)
    state = models.CharField(
        max_length=12, choices=State.choices, default=State.RUNNING
    )
    why = SourceTextField(blank=True, help_text="Why it was taken back.")
    rows = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    blocks = models.JSONField(
        default=dict,
        help_text="The primary keys of its new rows: table to first and last.",
    )

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        indexes = [
            models.Index(
                fields=["state"],
                name="import_unfinished",
                condition=Q(state__in=("running", "undoing")),
            )
        ]

    def __str__(self) -> str:
        return f"import {self.pk} of {self.file_name or 'a file'}"


class ImportChange(models.Model):
    """The journal: a row that was there before, and what the import makes of it.

    `before` and `after` hold the columns that change; `version` is the row's version
    before. The same entry applies the change and undoes it.
    """

    imported_by = models.ForeignKey(
        Import, on_delete=models.CASCADE, related_name="changes"
    )
    table = models.CharField(max_length=40)
    row = models.BigIntegerField()
    version = models.PositiveIntegerField(null=True)
    before = models.JSONField()
    after = models.JSONField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.table} {self.row}"


class ShownManager(models.Manager):
    """Rows, without those of an import that has not ended."""

    def get_queryset(self) -> models.QuerySet:
        """Everything that may be shown; the subquery reads a nearly empty index."""
        unfinished = Import.objects.using(self._db).unfinished().order_by()
        return super().get_queryset().exclude(imported_by__in=unfinished.values("pk"))


class Imported(models.Model):
    """A row that knows the import it came with, if it did."""

    # No index: the rows of an import are a block of primary keys.
    imported_by = models.ForeignKey(
        Import,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        serialize=False,
        db_index=False,
        related_name="+",
    )

    class Meta:
        abstract = True


def remember_first_state(
    sender: type[models.Model], instance: Any, raw: bool, **kwargs: Any
) -> None:
    """Write the first history entry of a row that has none when it is first changed.

    A fixture that changes the row counts; one that says the same does not.

    Rows of an import or a fixture have no entry until then: a million rows need no
    second copy. Nobody is named in it, and its date is that of the import.
    """
    if instance.pk is None or (raw and not instance.is_loaded_over):
        return
    if sender.history.filter(**{sender._meta.pk.name: instance.pk}).exists():
        return
    stored = sender._base_manager.filter(pk=instance.pk).select_related("imported_by")
    if (row := stored.first()) is None:
        return
    origin = row.imported_by
    row._history_user = None
    sender.history.bulk_history_create(
        [row],
        default_date=origin and (origin.finished or origin.started),
        default_change_reason=f"import {origin.pk}" if origin else "as it was loaded",
    )
    remember_relations(row)


def remember_first_relations(
    instance: Any, action: str, reverse: bool, pk_set: Any = None, **kwargs: Any
) -> None:
    """The same before what the row is related to changes; a new row of a fixture
    only gets what belongs to it."""
    if not action.startswith("pre_") or reverse or pk_set == set():
        return
    if not hasattr(instance, "skip_history_when_saving"):
        remember_first_state(type(instance), instance, raw=False)


def remember_loaded_state(
    sender: type[models.Model], instance: Any, raw: bool, **kwargs: Any
) -> None:
    """What a fixture made of a row that was there is in its history too."""
    if raw and instance.is_loaded_over:
        instance._history_user = None
        sender.history.bulk_history_create(
            [instance], update=True, default_change_reason="loaded from a fixture"
        )
        remember_relations(instance)


def remember_relations(row: models.Model) -> None:
    """What the row is related to belongs to the history entry just written too."""
    entry = row.history.order_by("-history_id").first()
    for field in entry._history_m2m_fields:
        through = field.remote_field.through
        kept = getattr(entry, field.name).model
        kept.objects.bulk_create(
            kept(
                history=entry,
                **{column.name: getattr(one, column.name) for column in columns},
            )
            for columns in [through._meta.fields]
            for one in through.objects.filter(**{field.m2m_field_name(): row})
        )
