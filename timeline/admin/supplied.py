"""The parts an editor supplied to a date, a row of inputs for each, without scripts."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import Media
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from timeline.models import supplied_part, typed_part, validate_text

from .widgets import STYLE

FREE = 2
"""Empty rows below those that are filled."""
MOST = 500
"""Rows that are read of a form."""
LABELS = {
    "what": "what",
    "value": "value",
    "passage": "from passage",
    "document": "of document",
    "source": "or from",
    "why": "why",
}
HINTS = {"what": "year", "passage": "note-1", "document": "the one cited"}


class SuppliedInput(forms.Widget):
    """Rows of inputs; the names hold no hyphen, which parts the rows of a formset."""

    template_name = "admin/timeline/supplied.html"

    @property
    def media(self) -> Media:
        """The style of the rows."""
        return Media(css={"all": [STYLE]})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """The rows that are not empty."""
        rows = []
        for number in range(MOST):
            if f"{name}_what_{number}" not in data:
                break
            row = {
                column: data.get(f"{name}_{column}_{number}", "") for column in LABELS
            }
            if any(text.strip() for text in row.values()):
                rows.append(row)
        return rows

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Whether the form was posted without the rows."""
        return f"{name}_what_0" not in data

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Each row with its inputs."""
        context = super().get_context(name, value, attrs)
        rows = [as_typed(part) for part in value or ()] + [{}] * FREE
        context["rows"] = [
            [
                {
                    "name": f"{name}_{column}_{number}",
                    "label": label,
                    "column": column,
                    "value": row.get(column, ""),
                    "hint": HINTS.get(column, ""),
                }
                for column, label in LABELS.items()
            ]
            for number, row in enumerate(rows)
        ]
        return context

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        """The rows, from a template of the project."""
        context = self.get_context(name, value, attrs)
        return render_to_string(self.template_name, context)

    def id_for_label(self, id_: str) -> str:
        """The label leads to the first input."""
        return f"{id_}_what_0" if id_ else id_


class SuppliedField(forms.Field):
    """A list of supplied parts, typed as rows."""

    widget = SuppliedInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, **kwargs})

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether a row says something else."""
        before = [as_typed(part) for part in initial or ()]
        return before != [as_typed(part) for part in data or ()]

    def parts(self, rows: list[Any], document: str) -> list[dict[str, Any]]:
        """The rows as they are stored, or the refusal."""
        parts = []
        for row in rows:
            for text in as_typed(row).values():
                validate_text(text)
            parts.append(supplied_part(as_typed(row), document))
        return parts


def as_typed(part: Mapping[str, Any]) -> dict[str, str]:
    """A row as it is typed, whether it comes from the form or from the database."""
    if "from" in part:
        return typed_part(part)
    return {column: str(part.get(column) or "") for column in LABELS}
