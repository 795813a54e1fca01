"""The form of a citation: passage and quote are typed, the place is computed.

A date typed with the quote becomes a dating that rests on the citation.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from timeline.models import (
    LONGEST_DATE,
    Citation,
    Dating,
    Document,
    Hints,
    KeptCharField,
    Typed,
    date_refusal,
    place_quote,
    supplied_parts,
)

from .forms import RowForm
from .formsets import RowFormSet
from .widgets import DateInput, QuoteInput

HINTS = ("occurrence", "given_prefix", "given_suffix", "given_start")
WHICH_PLACE = "Only where the words stand more than once in the passage."


CHOOSE = (
    "Leave it out here, and type the one that is meant as a dating of the event, as "
    "EDTF with its calendar:"
)


class CitationForm(RowForm):
    """Finds the quote in its passage, or says why it cannot."""

    occurrence = forms.IntegerField(
        min_value=1, required=False, label="Which place", help_text=WHICH_PLACE
    )
    given_prefix = KeptCharField(
        required=False, label="After the characters", help_text=WHICH_PLACE
    )
    given_suffix = KeptCharField(
        required=False, label="Before the characters", help_text=WHICH_PLACE
    )
    given_start = forms.IntegerField(
        min_value=0, required=False, label="Start", help_text=WHICH_PLACE
    )
    date = KeptCharField(
        required=False,
        max_length=LONGEST_DATE,
        widget=DateInput(attrs={"class": "vTextField"}),
        label="Date in the quote",
        help_text="As printed. Becomes a dating that rests on this citation: accepted "
        "if the event follows none yet, else agreeing or open.",
    )

    class Meta:
        model = Citation
        fields = ("event", "passage", "quoted", "role", "note")
        widgets = {
            "quoted": QuoteInput(attrs={"rows": 2, "cols": 60}),
            "note": forms.Textarea(attrs={"rows": 2, "cols": 60}),
        }

    reading: Any = None

    def clean(self) -> dict[str, Any]:
        """Find the words, then read the date."""
        data = super().clean()
        passage, quoted = data.get("passage"), data.get("quoted")
        if passage is None or quoted is None:
            return data
        if self.must_place():
            self.place(data)
        self.check_double(data)
        if data.get("date"):
            self.read(data["date"], passage.document)
        return data

    def must_place(self) -> bool:
        """The quote is new or the editor said something about its place."""
        asked = {"passage", "quoted", *HINTS}
        return self.instance.pk is None or bool(asked & set(self.changed_data))

    def place(self, data: dict[str, Any]) -> None:
        """Fill the computed columns from the one place of the words."""
        if data["passage"].retired_in_id is not None:
            self.add_error("passage", "This passage is no longer part of the text.")
            return
        hints = Hints(
            data.get("occurrence"),
            data.get("given_prefix", ""),
            data.get("given_suffix", ""),
            data.get("given_start"),
        )
        try:
            selector = place_quote(data["passage"], data["quoted"], hints)
        except ValidationError as error:
            self.add_error(None, error)
            return
        for name in ("exact", "prefix", "suffix", "start", "end"):
            setattr(self.instance, name, getattr(selector, name))
        self.instance.state, self.instance.lost_in = Citation.State.EXACT, None

    def check_double(self, data: dict[str, Any]) -> None:
        """The same words are cited for an event once in each role."""
        event = data.get("event") or self.instance.event_id
        place = (self.instance.start, self.instance.end)
        if self.errors or not event or getattr(event, "pk", event) is None:
            return
        same = Citation.objects.filter(
            event=event,
            passage=data["passage"],
            start=place[0],
            end=place[1],
            role=data.get("role", self.instance.role),
        )
        if place[0] is not None and same.exclude(pk=self.instance.pk).exists():
            self.add_error("quoted", DOUBLE)

    def read(self, text: str, document: Document) -> None:
        """The one reading of the date, or the refusal at its field."""
        result = Typed(as_written=text).read(document)
        if result.reading is None:
            self.add_error("date", date_refusal(result, text, CHOOSE))
        else:
            self.reading = result.reading

    def dating(self) -> Dating | None:
        """The dating that was typed with the quote; its status is left to the event."""
        if self.reading is None:
            return None
        document, date = self.instance.passage.document, self.reading.date
        return Dating(
            event_id=self.instance.event_id,
            citation=self.instance,
            as_written=self.cleaned_data["date"],
            calendar=date.calendar.value,
            calendar_basis=document.calendar_basis,
            edtf_written=date.edtf_written,
            supplied=supplied_parts(self.reading, document, self.who),
            status="",
            who=self.who,
        )


DOUBLE = "These words are already cited for this event in this role."


class CitationFormSet(RowFormSet):
    """The citations of one event, typed together."""

    def clean(self) -> None:
        """No two rows of one submission cite the same words in the same role."""
        super().clean()
        seen = set()
        for form in self.forms:
            row = form.instance
            if form in self.deleted_forms or form.errors or row.start is None:
                continue
            place = (row.passage_id, row.start, row.end, row.role)
            if place in seen:
                form.add_error("quoted", DOUBLE)
            seen.add(place)
