"""The form of a dating: the words as printed are read, or the date is typed as EDTF.

Nothing is guessed: words with several readings are answered with all of them, words
with none with the reason. Which dating the event follows changes by `Event.follow`.
"""

from typing import Any

from django import forms

from timeline.dates import Calendar, Reading
from timeline.models import (
    Citation,
    Dating,
    Document,
    Typed,
    both_styles,
    date_refusal,
    supplied_parts,
)

from .forms import RowForm
from .formsets import RowFormSet
from .supplied import SuppliedField
from .widgets import DateInput, EDTFInput

CALENDAR_CHOICES = [
    ("", "as the document; Gregorian for EDTF"),
    *[(c.value, c.value.replace("_", " ")) for c in Calendar],
]
STATUS_CHOICES = [
    ("", "accepted if it is the first, else agrees or open"),
    *Dating.Status.choices,
]
DATE_FIELDS = {"as_written", "edtf_written", "calendar", "citation", "is_unknown"}


class DatingForm(RowForm):
    """Reads the date that was typed, or says why it cannot be read."""

    calendar = forms.ChoiceField(choices=CALENDAR_CHOICES, required=False)
    status = forms.ChoiceField(choices=STATUS_CHOICES, required=False)
    supplied = SuppliedField(
        help_text="What the words do not print: its passage by key (note-1), or the "
        "source in words. Empty rows are left out.",
    )
    is_unknown = forms.BooleanField(
        required=False,
        label="Date unknown",
        help_text="The words stay, and no day is computed from them.",
    )

    class Meta:
        model = Dating
        fields = (
            *("event", "citation", "as_written", "edtf_written", "calendar"),
            *("calendar_basis", "supplied", "status", "kind", "reason", "who"),
        )
        widgets = {
            "as_written": DateInput(attrs={"class": "vTextField"}),
            "edtf_written": EDTFInput(attrs={"class": "vTextField"}),
            "calendar_basis": forms.Textarea(attrs={"rows": 2, "cols": 60}),
            "reason": forms.Textarea(attrs={"rows": 2, "cols": 60}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial.update(calendar="", status="")
            return
        self.initial["is_unknown"] = not self.instance.edtf_written
        date = self.instance.date()
        if "as_written" in self.fields and date is not None:
            self.fields["as_written"].widget.shown = both_styles(date)

    def clean(self) -> dict[str, Any]:
        """Read the date where its fields were touched; name who claims it."""
        data = super().clean()
        self.check_supplied(data)
        if self.instance.pk is None or DATE_FIELDS & set(self.changed_data):
            self.read(data)
        data["calendar"] = data.get("calendar") or Calendar.GREGORIAN.value
        if not data.get("who"):
            data["who"] = self.who
        return data

    def check_supplied(self, data: dict[str, Any]) -> None:
        """The typed parts as they are stored; untouched ones stay as they are."""
        if "supplied" not in data or "supplied" not in self.fields:
            return
        if "supplied" not in self.changed_data and self.instance.pk is not None:
            data["supplied"] = self.initial.get("supplied", [])
            return
        document = document_of(data.get("citation"))
        slug = document.slug if document else ""
        try:
            data["supplied"] = self.fields["supplied"].parts(data["supplied"], slug)
        except forms.ValidationError as error:
            self.add_error("supplied", error)

    def read(self, data: dict[str, Any]) -> None:
        """Fill the date from the words, or refuse at the field it was typed in."""
        typed = Typed(
            data.get("as_written") or "",
            data.get("edtf_written") or "",
            data.get("calendar") or "",
        )
        if not self.has_date(typed, bool(data.get("is_unknown"))):
            return
        document = document_of(data.get("citation"))
        result = typed.read(document)
        field = "edtf_written" if typed.edtf_written else "as_written"
        if result.reading is None:
            self.add_error(field, date_refusal(result, getattr(typed, field)))
            return
        if typed.edtf_written:
            self.check_agreement(typed, result.reading, document, data)
        else:
            self.fill_from(result.reading, document, data)

    def has_date(self, typed: Typed, is_unknown: bool) -> bool:
        """Whether there is a date to read; an unknown one and a typed one exclude."""
        if not is_unknown and not (typed.as_written.strip() or typed.edtf_written):
            self.add_error(
                "as_written",
                "Type the date as the source prints it, or as EDTF below.",
            )
        elif is_unknown and typed.edtf_written:
            self.add_error("is_unknown", "A date is typed: it is not unknown.")
        else:
            return not is_unknown
        return False

    def fill_from(
        self, reading: Reading, document: Document | None, data: dict[str, Any]
    ) -> None:
        """What the words say, and what the document supplied to them."""
        chosen = data.get("calendar")
        data["edtf_written"] = reading.date.edtf_written
        data["calendar"] = reading.date.calendar.value
        if not data.get("supplied"):
            data["supplied"] = supplied_parts(reading, document, self.who)
        if not chosen and document is not None and not data.get("calendar_basis"):
            data["calendar_basis"] = document.calendar_basis

    def check_agreement(
        self,
        typed: Typed,
        meant: Reading,
        document: Document | None,
        data: dict[str, Any],
    ) -> None:
        """A plain dating whose words plainly mean another day is refused."""
        if data.get("kind") != Dating.Kind.PLAIN or not typed.as_written.strip():
            return
        printed = typed.read_words(document).reading
        if printed is None or printed.date.meets(meant.date):
            return
        self.add_error(
            "edtf_written",
            f"“{typed.as_written}” reads as {both_styles(printed.date)}, but this is "
            f"{both_styles(meant.date)}. Empty this field to take the reading, or "
            "choose the kind (misprint, variant, correction, conventional) that says "
            "why they differ.",
        )

    def validate_constraints(self) -> None:
        """At most one accepted: the formset and the event see to it, in their order."""


def document_of(citation: Citation | None) -> Document | None:
    """The document whose calendar and year the words take."""
    return None if citation is None else citation.passage.document


class SingleDatingForm(DatingForm):
    """A dating on its own page, where accepting it may take the place of another."""

    def clean(self) -> dict[str, Any]:
        """To follow this dating instead of another needs the reason."""
        data = super().clean()
        event = data.get("event") or getattr(self.instance, "event", None)
        if event is None or data.get("status") != Dating.Status.ACCEPTED:
            return data
        former = event.accepted_dating()
        if former in (None, self.instance) or data.get("reason"):
            return data
        self.add_error(
            "reason",
            f"The event follows “{former}” now. To follow this dating instead, say "
            "why: the former one is then rejected with the same reason.",
        )
        return data


class DatingFormSet(RowFormSet):
    """The datings of one event, typed together: at most one is accepted."""

    def clean(self) -> None:
        """Refuse two accepted datings, and a change of mind without a reason."""
        super().clean()
        if any(self.errors):
            return
        kept = [form for form in self.forms if form not in self.deleted_forms]
        accepted = [form for form in kept if is_accepted(form)]
        if len(accepted) > 1:
            names = ", ".join(f"“{form.instance}”" for form in accepted)
            for form in accepted:
                form.add_error("status", f"Accepted here: {names}. At most one is.")
            return
        former = [form for form in kept if was_accepted(form)]
        if accepted and former and accepted != former:
            self.check_reason(accepted[0], former[0])

    def check_reason(self, now: forms.ModelForm, former: forms.ModelForm) -> None:
        """Why another dating is followed is said at either of the two."""
        if not (now.cleaned_data.get("reason") or former.cleaned_data.get("reason")):
            now.add_error("reason", "Say why the event follows this dating now.")


def is_accepted(form: forms.ModelForm) -> bool:
    """The row is to be accepted."""
    return form.cleaned_data.get("status") == Dating.Status.ACCEPTED


def was_accepted(form: forms.ModelForm) -> bool:
    """The row is the one the event followed until now."""
    return form.initial.get("status") == Dating.Status.ACCEPTED
