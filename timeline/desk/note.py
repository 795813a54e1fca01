"""A note to the next editor, at a document or an event; the public never sees it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from timeline.models import Document, Event, KeptCharField, StaleVersion

from .access import desk_page
from .pages import number

LONGEST = 20_000


class NoteForm(forms.Form):
    """The note; empty when it is settled."""

    note = KeptCharField(
        required=False,
        max_length=LONGEST,
        label="note to the next editor",
        help_text="Empty when it is settled. Never shown to the public.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page("change_document")
def document_note(request: HttpRequest, slug: str) -> HttpResponse:
    """The note of a document."""
    row = get_object_or_404(Document, slug=slug)
    return note(request, row, reverse("desk-document", args=[slug]))


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page("change_event")
def event_note(request: HttpRequest, pk: int) -> HttpResponse:
    """The note of an event."""
    row = get_object_or_404(Event, pk=pk)
    return note(request, row, reverse("desk-notes"))


def note(request: HttpRequest, row: Any, back: str) -> HttpResponse:
    """Show the note; save what is typed over the version that was seen."""
    form = NoteForm(request.POST or None, initial={"note": row.editor_note})
    if request.method == "POST" and form.is_valid():
        if saved(request, row, form):
            messages.success(request, f"The note at “{row}” is saved.")
            return redirect(back)
        row = get_object_or_404(type(row), pk=row.pk)
    context = {"row": row, "form": form, "back": back, "seen": row.version}
    return render(request, "desk/note.html", context)


def saved(request: HttpRequest, row: Any, form: NoteForm) -> bool:
    """Write the note, or say that somebody was quicker; what was typed stays."""
    row.version = number(request, "seen") or 0
    row.editor_note = form.cleaned_data["note"]
    try:
        row.save()
    except StaleVersion:
        form.add_error(
            None,
            "Somebody saved this row after you opened the note. The note as it is "
            "stored stands below, yours in the form: save again to replace it.",
        )
        return False
    return True
