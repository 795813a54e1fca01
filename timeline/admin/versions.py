"""A form that knows which version of its row the editor opened.

A newer version in the database is never written over unseen: the form is answered
with the stored values beside the typed ones. Saving that answer again replaces them,
now knowingly.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

LONGEST_SHOWN = 5_000
"""Characters of a stored value that are shown beside the typed one."""


class SeenVersionField(forms.IntegerField):
    """The version the editor opened; never counts as a change of the row."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(min_value=0, required=False, label="version")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Nobody types a version."""
        return False


class VersionedForm(forms.ModelForm):
    """Refuses to write over a version that the editor has not seen."""

    seen_version = SeenVersionField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored = self.stored_row()
        if self.stored is not None:
            self.initial["seen_version"] = self.stored.version

    @property
    def is_revert(self) -> bool:
        """The form shows a former state of the row, to be saved again."""
        return getattr(self.instance, "_history", None) is not None

    def stored_row(self) -> Any:
        """The row as the database has it; the instance itself but for a revert."""
        if self.instance.pk is None:
            return None
        if self.is_revert:
            return type(self.instance)._base_manager.filter(pk=self.instance.pk).first()
        return self.instance

    def clean(self) -> dict[str, Any]:
        """Compare the version that was opened with the one that is stored."""
        data = super().clean() or self.cleaned_data
        if self.stored is None or not (self.has_changed() or self.is_revert):
            return data
        seen = data.get("seen_version")
        if seen != self.stored.version:
            self.refuse_newer()
        self.instance.version = self.stored.version
        return data

    def refuse_newer(self) -> None:
        """Show what is stored now beside what was typed, which stays in the form."""
        self.add_error(None, ValidationError(self.newer_message(), code="stale"))
        for name in self.changed_data:
            shown = self.stored_value(name)
            if shown is not None:
                self.add_error(name, f"Stored now: “{shown}”")
        self.data = self.data.copy()
        self.data[self.add_prefix("seen_version")] = str(self.stored.version)

    def newer_message(self) -> str:
        """Who saved the newer version, and what to do."""
        entry = self.stored.history.first()
        who = entry.history_user if entry and entry.history_user else "somebody else"
        return (
            f"This {self.instance._meta.verbose_name} was saved by {who} after you "
            "opened it. Nothing of yours is lost: what is stored now stands beside "
            "each field that differs. Saving again replaces it with what you see here."
        )

    def stored_value(self, name: str) -> str | None:
        """A column of the stored row as text, cut where it is very long."""
        if name not in {field.name for field in self.instance._meta.concrete_fields}:
            return None
        value = str(getattr(self.stored, name))
        more = len(value) - LONGEST_SHOWN
        return value if more <= 0 else f"{value[:LONGEST_SHOWN]} … {more} more"
