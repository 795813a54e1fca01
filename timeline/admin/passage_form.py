"""The form of a passage: its text is kept to the character, and its citations hold.

An edit that changes or loses cited words is answered with what each of them becomes;
it is saved when the editor confirms that. The models carry the pointers.
"""

from typing import Any

from django import forms

from timeline.models import Citation, Outcome, Passage, Proposal, plan_passage
from timeline.passages import State

from .forms import RowForm

TEXT_ROWS = 6


class PassageForm(RowForm):
    """A passage of a document."""

    order = forms.IntegerField(
        min_value=0,
        required=False,
        help_text="Empty: after the last passage.",
    )
    carry_citations = forms.BooleanField(
        required=False,
        label="Change or lose cited words",
        widget=forms.HiddenInput,
        help_text="Tick after reading what becomes of each citation.",
    )

    class Meta:
        model = Passage
        fields = (
            *("document", "key", "kind", "number", "section", "order"),
            *("text", "after"),
        )
        widgets = {
            "text": forms.Textarea(attrs={"rows": TEXT_ROWS, "cols": 80}),
            "after": forms.Textarea(attrs={"rows": 2, "cols": 20}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None and "key" in self.fields:
            self.fields["key"].disabled = True

    def clean(self) -> dict[str, Any]:
        """Say what an edit of the text does to what is cited in it."""
        data = super().clean()
        if self.instance.pk is None:
            return data
        if self.is_revert:
            self.instance.retired_in = self.stored.retired_in
        if data.get("order") is None:
            data["order"] = self.stored.order
        text = data.get("text")
        if text is not None and text != self.stored.text:
            self.check_pointers(text, bool(data.get("carry_citations")))
        return data

    def check_pointers(self, text: str, is_confirmed: bool) -> None:
        """Refuse, until it is confirmed, that cited words change or are lost."""
        outcomes = plan_passage(self.stored, text)
        lines = [
            self.line_of(outcome)
            for outcome in outcomes
            if outcome.state is not State.EXACT
            and not isinstance(outcome.row, Proposal)
        ]
        if lines and not is_confirmed:
            self.add_error("text", [UNCONFIRMED, *lines])
            self.fields["carry_citations"].widget = forms.CheckboxInput()

    def line_of(self, outcome: Outcome) -> str:
        """The words, what rests on them, what they become."""
        row = outcome.row
        words = self.stored.text[row.start : row.end]
        what = (
            f"cited for “{row.event}”" if isinstance(row, Citation) else "a note marker"
        )
        becomes = (
            f"becomes “{outcome.after.exact}” ({outcome.state.value})"
            if outcome.after
            else "is lost"
        )
        return f"“{words}”, {what}, {becomes}. {outcome.why}"


UNCONFIRMED = (
    "Not saved yet: words that are cited would change or be lost. Tick “Change or lose "
    "cited words” to save all the same; nothing leaves this passage by itself."
)
