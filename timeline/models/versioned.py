"""Rows that two people may edit: a save over a newer version is refused."""

from typing import Any, Self

from django.db import models, router, transaction

from .imports import Imported


class StaleVersion(Exception):
    """Somebody saved a newer version meanwhile; `current` is the row as it stands."""

    def __init__(self, current: models.Model) -> None:
        super().__init__(
            f"{current._meta.verbose_name} {current} was saved by somebody else "
            "meanwhile: compare both versions and save again."
        )
        self.current = current


class DeletedMeanwhile(StaleVersion):
    """Somebody deleted the row meanwhile; `current` is the row as it was typed."""

    def __init__(self, typed: models.Model) -> None:
        Exception.__init__(
            self,
            f"This {typed._meta.verbose_name} was deleted by somebody else meanwhile: "
            "nothing of yours is stored.",
        )
        self.current = typed


class Versioned(Imported):
    """A row with a version: a save re-reads, compares and raises it at once.

    The comparison and the save are one transaction (IMMEDIATE on SQLite, a row lock
    on PostgreSQL), so of two saves in the same instant one is refused.
    """

    # Not in fixtures: a fixture says what a row holds, not how often it was saved.
    version = models.PositiveIntegerField(default=1, editable=False, serialize=False)

    stored_before: Self | None = None
    """During a save: the row as it is stored, for the receivers of its signals."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save over the version that was read; raise `StaleVersion` over another.

        A row that was read and is no longer there is not stored anew:
        `DeletedMeanwhile` is raised.
        """
        using = kwargs.get("using") or router.db_for_write(type(self), instance=self)
        with transaction.atomic(using=using):
            is_stored = self.pk is not None and self._raise_version(using)
            if is_stored and (fields := kwargs.get("update_fields")) is not None:
                kwargs["update_fields"] = {*fields, "version"}
            try:
                super().save(*args, **kwargs)
            except BaseException:
                if is_stored:
                    self.version -= 1
                raise

    def _raise_version(self, using: str) -> bool:
        """Compare and raise; whether there is a row, also for one said to be new."""
        current = self.stored_before = self._stored(using)
        if current is None:
            if self._state.adding:
                return False
            raise DeletedMeanwhile(self)
        if current.version != self.version:
            raise StaleVersion(current)
        self.version += 1
        return True

    def _stored(self, using: str) -> Self | None:
        manager = type(self)._base_manager.using(using)
        return manager.select_for_update().filter(pk=self.pk).first()
