"""What every admin form shares: versions, publication, texts kept as they are."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from timeline.models import validate_text

from .publishing import PublicationForm
from .versions import VersionedForm


def strings_in(value: Any) -> Iterator[str]:
    """Every text in a JSON value, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from strings_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings_in(part)


class RowForm(PublicationForm, VersionedForm):
    """A form for one row; `user` is set by the admin that makes the form's class."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            keep_lines(field, self.initial.get(name))
            self.tell_known(name, field)

    def tell_known(self, name: str, field: forms.Field) -> None:
        """A select shows the row that was read with this one, without a query."""
        select = getattr(field.widget, "widget", None)
        if not hasattr(select, "known"):
            return
        row = self.instance._state.fields_cache.get(name)
        select.known = {str(row.pk): str(row)} if row is not None else {}

    @property
    def who(self) -> str:
        """The name the user is recorded under."""
        if self.user is None:
            return ""
        return self.user.get_full_name() or self.user.get_username()

    def add_error(self, field: str | None, error: Any) -> None:
        """A complaint about a computed column stands above the form.

        Where a typed field is refused already it says nothing new and is left out.
        """
        by_field = getattr(error, "error_dict", None)
        if field is None and by_field is not None:
            for name, messages in by_field.items():
                if name in self.fields:
                    super().add_error(name, messages)
                elif name == NON_FIELD_ERRORS or not self.errors:
                    super().add_error(None, messages)
            return
        super().add_error(field, error)

    def clean(self) -> dict[str, Any]:
        """An untouched field keeps its stored value, to the character."""
        data = super().clean()
        changed = set(self.changed_data)
        for name in list(data):
            if name in self.initial and name not in changed and not self.is_revert:
                data[name] = self.kept(name, data[name])
        self.check_json(data)
        return data

    def kept(self, name: str, posted: Any) -> Any:
        """The stored text where the form could only change its line breaks."""
        initial = self.initial[name]
        return initial if isinstance(initial, str) and initial else posted

    def check_json(self, data: dict[str, Any]) -> None:
        """The rule for texts holds inside JSON too: databases differ on the rest."""
        for name, field in self.fields.items():
            if not isinstance(field, forms.JSONField):
                continue
            for text in strings_in(data.get(name)):
                try:
                    validate_text(text)
                except ValidationError as error:
                    self.add_error(name, f"In “{text[:80]!a}”: {error.messages[0]}")


def keep_lines(field: forms.Field, value: Any) -> None:
    """A one-line input drops line breaks: a value that has some gets a text area."""
    widget = field.widget
    if type(widget).__name__.endswith("TextInputWidget") and "\n" in str(value or ""):
        field.widget = forms.Textarea(attrs={**widget.attrs, "rows": 3})
