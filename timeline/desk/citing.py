"""Words of a text cited for an event: selected there, or typed with their place."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from timeline.models import (
    LONGEST_DATE,
    Accepted,
    Citation,
    Document,
    Event,
    Hints,
    KeptCharField,
    Passage,
    StaleVersion,
    Timeline,
    Typed,
    cite,
    date_event,
    date_refusal,
    free_slug,
    place_quote,
    supplied_parts,
)
from timeline.passages import TextSelector

from .access import desk_page, name_of
from .document import TIMELINES
from .pages import number
from .queue import candidates, timeline_of

DOUBLE = "These words are already cited for this event in this role."
LONGEST_QUOTE = 20_000


class CiteForm(forms.Form):
    """The words and their place, the event, and a date where the words state one."""

    passage = forms.CharField(max_length=80, help_text="As its label: p3, note-2.")
    quoted = KeptCharField(
        label="words",
        max_length=LONGEST_QUOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    occurrence = forms.IntegerField(
        required=False,
        min_value=1,
        label="which place",
        help_text="Where the words stand more than once in the passage: 1, 2, …",
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    role = forms.ChoiceField(choices=Citation.Role.choices)
    event = forms.ModelChoiceField(Event.objects.all(), required=False)
    title = KeptCharField(
        required=False,
        max_length=500,
        label="or a new event of this title",
    )
    timeline = forms.ModelChoiceField(
        Timeline.objects.all(), required=False, label="on the timeline"
    )
    date = KeptCharField(
        required=False,
        max_length=LONGEST_DATE,
        label="date in the words",
        help_text="As printed; becomes a dating that rests on this citation.",
    )
    note = KeptCharField(required=False, max_length=5_000)

    def __init__(self, *args: Any, document: Document, who: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.document, self.who = document, who
        self.place: TextSelector | None = None
        self.accepted: Accepted | None = None

    def clean_passage(self) -> Passage:
        """The passage of this key in the text as it stands."""
        rows = self.document.passages.current().filter(key=self.cleaned_data["passage"])
        if (passage := rows.first()) is None:
            raise ValidationError("The text has no passage of this key.")
        return passage

    def clean(self) -> dict[str, Any]:
        """Find the words, read the date, and see that there is an event."""
        data = super().clean()
        if data.get("passage") and data.get("quoted"):
            self.find(data)
        if data.get("date"):
            self.read(data["date"])
        if data.get("event") is None and not (data.get("title") or "").strip():
            self.add_error("event", "Choose an event, or give a new one a title.")
        if data.get("event") is None and data.get("timeline") is None:
            self.add_error("timeline", "A new event needs its timeline.")
        return data

    def find(self, data: dict[str, Any]) -> None:
        """The one place of the words, or why there is none."""
        start = None if data.get("occurrence") else data.get("start")
        hints = Hints(data.get("occurrence"), start=start)
        try:
            self.place = place_quote(data["passage"], data["quoted"], hints)
        except ValidationError as error:
            for name, lines in error.message_dict.items():
                self.add_error(name if name in self.fields else "quoted", lines)
            return
        same = Citation.objects.filter(
            event=data.get("event"),
            passage=data["passage"],
            start=self.place.start,
            end=self.place.end,
            role=data.get("role"),
        )
        if data.get("event") is not None and same.exists():
            self.add_error("quoted", DOUBLE)

    def read(self, text: str) -> None:
        """The one reading of the date, or the refusal."""
        result = Typed(as_written=text).read(self.document)
        if (reading := result.reading) is None:
            self.add_error("date", date_refusal(result, text))
            return
        supplied = supplied_parts(reading, self.document, self.who)
        self.accepted = Accepted(reading.date, supplied)

    def save(self) -> Citation:
        """The citation, with its event and its dating where they are new."""
        data = self.cleaned_data
        with transaction.atomic():
            event = data["event"] or self.new_event(data)
            citation = cite(
                event,
                data["passage"],
                self.place.start,
                self.place.end,
                data["role"],
                data["note"],
            )
            if self.accepted:
                date_event(citation, data["date"], self.accepted, self.who)
        return citation

    def new_event(self, data: dict[str, Any]) -> Event:
        """An event of this title, undated until a dating is accepted."""
        title, timeline = " ".join(data["title"].split()), data["timeline"]
        event = Event(timeline=timeline, slug=free_slug(timeline, title), title=title)
        event.full_clean()
        event.save()
        return event


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page("add_event", "add_dating")
def citing(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of a citation, filled from the words that were selected."""
    document = get_object_or_404(Document, slug=slug)
    known = {"document": document, "who": name_of(request.user)}
    if request.method == "POST":
        form = CiteForm(request.POST, **known)
        if form.is_valid() and (citation := saved(form)):
            messages.success(
                request, f"“{citation.exact}” is cited for “{citation.event}”."
            )
            query = urlencode({"at": citation.passage.key})
            return redirect(f"{reverse('desk-document', args=[slug])}?{query}")
    else:
        form = CiteForm(initial=selected(request, document), **known)
    query = request.GET.get("q", "").strip()[:200]
    offer_events(form, query, request.POST.get("event", ""))
    context = {"document": document, "form": form, "query": query}
    context["place"] = {k: request.GET.get(k) for k in ("passage", "start", "end")}
    return render(request, "desk/cite.html", context)


def saved(form: CiteForm) -> Citation | None:
    """The citation, or the reason at the form."""
    try:
        return form.save()
    except (StaleVersion, ValidationError, IntegrityError) as error:
        form.add_error(None, f"Not saved, because something changed meanwhile: {error}")
        return None


def selected(request: HttpRequest, document: Document) -> dict[str, Any]:
    """The words between two code points of a passage, as the address names them."""
    initial: dict[str, Any] = {"timeline": timeline_of(document)}
    passages = document.passages.current()
    passage = passages.filter(key=request.GET.get("passage", "")).first()
    if passage is None:
        return initial
    initial["passage"] = passage.key
    start, end = number(request, "start"), number(request, "end")
    if start is not None and end is not None and start < end <= len(passage.text):
        initial.update(start=start, quoted=passage.text[start:end])
    return initial


def offer_events(form: CiteForm, query: str, chosen: str) -> None:
    """The events to choose from: found by title, else the last of the timeline."""
    timeline = form.initial.get("timeline") or timeline_of(form.document)
    if query:
        found = [c.event for c in candidates([], None, query)]
    else:
        rows = Event.objects.filter(timeline=timeline) if timeline else Event.objects
        found = list(rows.filter(timeline__isnull=False).order_by("-pk")[:20])
    if chosen.isascii() and chosen.isdecimal():
        found += [e for e in Event.objects.filter(pk=int(chosen)) if e not in found]
    choices = [("", "none of these"), *((event.pk, event.title) for event in found)]
    form.fields["event"].widget.choices = choices
    timelines = Timeline.objects.order_by("title", "slug")[:TIMELINES]
    form.fields["timeline"].widget.choices = [
        ("", "choose"),
        *((each.pk, each.title) for each in timelines),
    ]
