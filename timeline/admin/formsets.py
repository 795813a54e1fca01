"""Rows of one kind on the page of what they belong to, while others edit them too.

Django pairs the posted forms with the stored rows by their order. A row that somebody
else deleted or added meanwhile would move all that follow; here each form keeps its own
row, and one whose row is gone becomes a new row with all that was typed in it.
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Model
from django.forms.formsets import INITIAL_FORM_COUNT, TOTAL_FORM_COUNT

GONE_ROW = (
    "This row was deleted by somebody else after you opened the page. What you typed "
    "stands here as a new row: save again to enter it anew, or remove it."
)
OF_THE_GONE = ("id", "seen_version")
"""What a new row has not."""


class RowFormSet(forms.BaseInlineFormSet):
    """Posted rows, each with the stored row it was opened for."""

    gone: range = range(0)
    """The forms whose rows were deleted meanwhile."""

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        if self.is_bound and self.management_form.is_valid():
            self.sort_posted()

    def count(self, name: str) -> int:
        """A number of the management form."""
        return min(self.management_form.cleaned_data[name], self.absolute_max)

    def posted_key(self, number: int) -> str:
        """The primary key that came with a form."""
        return self.data.get(f"{self.prefix}-{number}-id", "")

    def sort_posted(self) -> None:
        """Forms of stored rows first, then those whose row is gone, then new ones."""
        initial, total = self.count(INITIAL_FORM_COUNT), self.count(TOTAL_FORM_COUNT)
        stored = {str(row.pk): row for row in self.get_queryset()}
        here = [n for n in range(initial) if self.posted_key(n) in stored]
        gone = [n for n in range(initial) if self.posted_key(n) not in stored]
        rows = [stored.pop(self.posted_key(n)) for n in here]
        self._queryset = [*rows, *stored.values()]
        if gone:
            self.gone = range(len(here), initial)
            self.renumber([*here, *gone, *range(initial, total)], len(here))

    def renumber(self, order: Sequence[int], initial: int) -> None:
        """The posted values with their forms in this order."""
        places = {f"{self.prefix}-{old}": new for new, old in enumerate(order)}
        moved = self.data.copy()
        for name in self.data:
            start, _, field = name.rpartition("-")
            if start in places:
                del moved[name]
        for name in self.data:
            start, _, field = name.rpartition("-")
            if start not in places:
                continue
            if places[start] not in self.gone or field not in OF_THE_GONE:
                now = f"{self.prefix}-{places[start]}-{field}"
                moved.setlist(now, self.data.getlist(name))
        moved[f"{self.prefix}-{INITIAL_FORM_COUNT}"] = str(initial)
        self.data = moved
        del self.management_form  # it was read before the rows moved

    def clean(self) -> None:
        """A row that is gone is not entered anew unseen."""
        super().clean()
        for number in self.gone:
            form = self.forms[number]
            if form not in self.deleted_forms:
                form.add_error(None, GONE_ROW)

    def _existing_object(self, pk: Any) -> Model | None:
        """The stored row of a form."""
        return next((row for row in self.get_queryset() if row.pk == pk), None)
