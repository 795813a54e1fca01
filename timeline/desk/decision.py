"""An editor's decision about one date, from the form of the desk."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from timeline.dates import Reading
from timeline.models import (
    LONGEST_DATE,
    Accepted,
    Dating,
    Document,
    Event,
    KeptCharField,
    Proposal,
    Timeline,
    Typed,
    accept_proposal,
    date_refusal,
    decide_proposal,
    doubted,
    free_slug,
    supplied_part,
    supplied_parts,
)

from .queue import ShownReading

NEW, EXISTING = "new", "existing"
KINDS = [("", "as it is"), *Dating.Kind.choices]
PARTS = ("what", "value", "passage", "source", "why")
PLAIN = {"refused": "Not a date", "later": "Put off", "open": "Opened again"}


class DecisionForm(forms.Form):
    """What the editor decides, with the date and the event where it is accepted."""

    decision = forms.ChoiceField(
        choices=[(name, name) for name in (NEW, EXISTING, *PLAIN)]
    )
    seen = forms.IntegerField(min_value=0)
    reading = forms.IntegerField(required=False, min_value=1)
    instead = KeptCharField(required=False, max_length=LONGEST_DATE)
    why = KeptCharField(required=False, max_length=2_000)
    kind = forms.ChoiceField(required=False, choices=KINDS)
    uncertain = forms.BooleanField(required=False)
    approximate = forms.BooleanField(required=False)
    supplied_what = KeptCharField(required=False, max_length=200)
    supplied_value = KeptCharField(required=False, max_length=500)
    supplied_passage = KeptCharField(required=False, max_length=80)
    supplied_source = KeptCharField(required=False, max_length=2_000)
    supplied_why = KeptCharField(required=False, max_length=2_000)
    title = KeptCharField(required=False, max_length=500)
    timeline = forms.ModelChoiceField(Timeline.objects.all(), required=False)
    event = forms.ModelChoiceField(Event.objects.all(), required=False)

    def __init__(
        self, data: Any, proposal: Proposal, readings: list[ShownReading], who: str
    ) -> None:
        super().__init__(data)
        self.proposal, self.readings, self.who = proposal, readings, who
        self.document: Document = proposal.document
        self.accepted: Accepted | None = None

    def clean(self) -> dict[str, Any]:
        """To accept needs one reading, and an event that is named."""
        data = super().clean()
        if data.get("decision") not in (NEW, EXISTING) or self.errors:
            return data
        try:
            self.accepted = self.date_of(data)
        except ValidationError as error:
            self.add_error("instead" if data["instead"] else "reading", error)
        else:
            self.say_more(self.accepted, data)
        if data["decision"] == NEW and not data["title"].strip():
            self.add_error("title", "An event needs a title.")
        if data["decision"] == EXISTING and data["event"] is None:
            self.add_error("event", "Choose the event, or find it by its title.")
        return data

    def say_more(self, accepted: Accepted, data: dict[str, Any]) -> None:
        """What sort of claim it is, how sure, and what else was supplied to it."""
        kind, reason = data["kind"] or accepted.kind, data["why"] or accepted.reason
        if data["kind"] not in ("", Dating.Kind.PLAIN) and not reason.strip():
            self.add_error("why", f"Say why the date is a {data['kind']}.")
        supplied = [*accepted.supplied, *self.typed_parts(data)]
        try:
            date = doubted(accepted.date, data["uncertain"], data["approximate"])
        except ValidationError as error:
            self.add_error("uncertain", error)
            return
        self.accepted = Accepted(date, supplied, kind, reason)

    def typed_parts(self, data: dict[str, Any]) -> list[dict[str, Any]]:
        """The part that was supplied by hand, if one was."""
        typed = {name: data.get(f"supplied_{name}", "") for name in PARTS}
        if not any(text.strip() for text in typed.values()):
            return []
        try:
            return [supplied_part(typed, self.document.slug)]
        except ValidationError as error:
            self.add_error("supplied_what", error)
            return []

    def date_of(self, data: dict[str, Any]) -> Accepted:
        """The date that is typed instead, else the reading that is chosen."""
        if data["instead"].strip():
            return self.corrected(data["instead"], data["why"])
        number = data["reading"] or (1 if len(self.readings) == 1 else 0)
        if not 1 <= number <= len(self.readings):
            raise ValidationError(
                "Choose one of the readings, or type the date instead."
                if self.readings
                else "The words are not read as a date: type the date that is meant."
            )
        shown = self.readings[number - 1]
        supplied = self.supplied(shown.reading)
        return Accepted(shown.reading.date, supplied, shown.kind, shown.reason)

    def corrected(self, text: str, why: str) -> Accepted:
        """A date the words do not say: marked as a correction, with its reason."""
        result = Typed(as_written=text).read(self.document)
        if (reading := result.reading) is None:
            raise date_refusal(result, text)
        printed = [shown.reading.date for shown in self.readings]
        agrees = not printed or any(date.meets(reading.date) for date in printed)
        if not agrees and not why.strip():
            raise ValidationError(
                f"“{self.proposal.words}” says another date: give the reason."
            )
        typed = {
            "what": "date",
            "value": reading.date.edtf_written,
            "from": {"source": f"entered by {self.who}"},
            "why": why or "the words alone do not say it",
        }
        kind = Dating.Kind.PLAIN if agrees else Dating.Kind.CORRECTION
        supplied = [*self.supplied(reading), typed]
        return Accepted(reading.date, supplied, kind, why)

    def supplied(self, reading: Reading) -> list[dict[str, Any]]:
        """The parts the document supplied, each with where it is from."""
        return supplied_parts(reading, self.document, self.who)

    def save(self) -> str:
        """Write the decision; what to say about it."""
        data, proposal = self.cleaned_data, self.proposal
        proposal.version = data["seen"]
        if self.accepted is None:
            decide_proposal(proposal, data["decision"], self.who)
            return f"{PLAIN[data['decision']]}: “{proposal.words}”."
        with transaction.atomic():
            event = data["event"] if data["decision"] == EXISTING else self.new_event()
            dating = accept_proposal(proposal, event, self.accepted, self.who)
        said = f"“{proposal.words}” is cited for “{event}”"
        if dating.status == Dating.Status.OPEN:
            return f"{said}, which follows another date: settle the conflict."
        return f"{said}."

    def new_event(self) -> Event:
        """The new event, on the timeline chosen or on a new one of the document."""
        title = " ".join(self.cleaned_data["title"].split())
        timeline = self.cleaned_data["timeline"] or self.own_timeline()
        return Event(timeline=timeline, slug=free_slug(timeline, title), title=title)

    def own_timeline(self) -> Timeline:
        """The timeline of the document's slug, made when there is none."""
        document = self.document
        found = Timeline.objects.filter(slug=document.slug).first()
        return found or Timeline.objects.create(
            slug=document.slug, title=document.title
        )
