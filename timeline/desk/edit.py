"""A corrected text: what each citation becomes is shown before anything is saved.

The whole document or one passage is edited. What the editor saw is named by the digest
of its text: a text that changed meanwhile is never written over unseen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from timeline.models import (
    Citation,
    Document,
    KeptCharField,
    Outcome,
    Passage,
    StaleVersion,
    digest_of,
    offered_places,
    plan_passage,
    plan_revision,
    revise,
)

from .access import desk_page, name_of
from .differences import changes
from .limits import MOST_BYTES, oversize, too_long

SHOWN = 300
NEAREST_SHOWN = 40


class EditForm(forms.Form):
    """The corrected text, and why it was corrected."""

    text = KeptCharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 20, "spellcheck": "false"}),
    )
    why = KeptCharField(
        required=False,
        max_length=1_000,
        help_text="Kept with the revision.",
    )

    def clean_text(self) -> str:
        """Refuse what is empty or too long."""
        text = self.cleaned_data["text"]
        if not text.strip():
            raise forms.ValidationError("The text is empty.")
        if (size := len(text.encode())) > MOST_BYTES:
            raise forms.ValidationError(too_long(size))
        return text


@dataclass(frozen=True, slots=True)
class Edited:
    """What is edited: a whole document, or one passage of it."""

    document: Document
    passage: Passage | None

    def text(self) -> str:
        """Its text as it is stored."""
        return self.passage.text if self.passage else self.document.text()

    def outcomes(self, text: str) -> tuple[list[Outcome], dict[str, str]]:
        """What each citation becomes with another text, and the passages it makes."""
        if self.passage:
            found = plan_passage(self.passage, text)
            citations = [one for one in found if isinstance(one.row, Citation)]
            return citations, {self.passage.key: text}
        plan = plan_revision(self.document, text)
        return list(plan.outcomes), {part.key: part.text for part in plan.passages}

    def save(self, text: str, who: str, why: str) -> None:
        """Write the text; every pointer goes along."""
        if self.passage:
            self.passage.text = text
            self.passage.edited_by, self.passage.edited_why = who, why
            self.passage.save()
        else:
            revise(self.document, text, who=who, why=why)


@csrf_exempt  # checked after the length, so that the refusal can name the limit
@require_http_methods(["GET", "HEAD", "POST"])
@desk_page("change_document", "change_passage")
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """The text of a document or, with `?passage=`, of one passage."""
    document = get_object_or_404(Document, slug=slug)
    if size := oversize(request):
        refused = {"document": document, "refused": too_long(size), "form": EditForm()}
        return render(request, "desk/edit.html", refused, status=413)
    return edited(request, document)


@csrf_protect
def edited(request: HttpRequest, document: Document) -> HttpResponse:
    """Show the text; look at a corrected one; save what was looked at."""
    subject = Edited(document, passage_of(request, document))
    if request.method != "POST":
        return opened(request, subject)
    form = EditForm(request.POST)
    if not form.is_valid():
        return shown(request, subject, form, seen=request.POST.get("seen", ""))
    try:
        return looked_at_or_saved(request, subject, form)
    except forms.ValidationError as error:  # more passages than a document holds
        form.add_error("text", error)
        return shown(request, subject, form, seen=request.POST.get("seen", ""))


def looked_at_or_saved(
    request: HttpRequest, subject: Edited, form: EditForm
) -> HttpResponse:
    """What the text would do; or, once that was looked at, the text saved."""
    text, why = form.cleaned_data["text"], form.cleaned_data["why"]
    if request.POST.get("looked") == looked(request, text):
        stored = saved(request, subject, text, why)
        if stored is None:
            messages.success(request, "The text is saved.")
            return redirect("desk-document", slug=subject.document.slug)
        return newer(request, subject, form, stored)
    stored = subject.text()
    if request.POST.get("seen") != digest_of(stored):
        return newer(request, subject, form, stored)
    return shown(request, subject, form, digest_of(stored), preview(subject, text))


def opened(request: HttpRequest, subject: Edited) -> HttpResponse:
    """The text as stored, or a former revision of it to be restored."""
    stored = text = subject.text()
    why = ""
    number = request.GET.get("revision", "")
    if number.isascii() and number.isdecimal():
        revisions = subject.document.revisions
        text = get_object_or_404(revisions, number=number[:9]).text
        why = f"Revision {number} restored."
    form = EditForm(initial={"text": text, "why": why})
    return shown(request, subject, form, digest_of(stored))


def passage_of(request: HttpRequest, document: Document) -> Passage | None:
    """The passage that the address names; 404 where it is not in the text."""
    key = request.GET.get("passage")
    return get_object_or_404(document.passages.current(), key=key) if key else None


def looked(request: HttpRequest, text: str) -> str:
    """What the editor has looked at: this text, in place of that one."""
    return digest_of(request.POST.get("seen", "") + text)


def saved(request: HttpRequest, subject: Edited, text: str, why: str) -> str | None:
    """Save over the text that was seen; a newer one is returned, and stays."""
    try:
        with transaction.atomic():
            rows = Document.objects.select_for_update()
            document = get_object_or_404(rows, pk=subject.document.pk)
            passage = subject.passage
            if passage is not None:
                rows = document.passages.current().select_for_update()
                passage = get_object_or_404(rows, pk=passage.pk)
            fresh = Edited(document, passage)
            if digest_of(stored := fresh.text()) != request.POST.get("seen"):
                return stored
            fresh.save(text, name_of(request.user), why)
    except StaleVersion:
        return subject.text()
    return None


def preview(subject: Edited, text: str) -> dict[str, Any]:
    """What the text does: the changed words, and what each citation becomes."""
    outcomes, texts = subject.outcomes(text)
    counts = dict.fromkeys(Citation.State.values, 0)
    for outcome in outcomes:
        counts[outcome.state.value] += 1
    touched = [one for one in outcomes if one.state.value != Citation.State.EXACT]
    # What is lost comes first: for it the nearest words are looked for.
    touched.sort(key=lambda one: one.after is not None)
    return {
        "counts": counts,
        "changes": changes(subject.text(), text),
        "outcomes": [
            (one, nearest(one, texts) if number < NEAREST_SHOWN else [])
            for number, one in enumerate(touched[:SHOWN])
        ],
        "unlisted": max(0, len(touched) - SHOWN),
        "looked": digest_of(digest_of(subject.text()) + text),
    }


def nearest(outcome: Outcome, texts: Mapping[str, str]) -> list[str]:
    """The words nearest to lost ones in their passage; shown, never taken."""
    text = texts.get(outcome.before.passage, "")
    if outcome.after is not None or not text:
        return []
    places = offered_places(text, outcome.before.exact)
    return [f"… {p.before} [{p.words}] {p.after} …" for p in places]


def newer(
    request: HttpRequest, subject: Edited, form: EditForm, stored: str
) -> HttpResponse:
    """Somebody saved meanwhile: both texts side by side, the typed one kept."""
    form.add_error(
        None,
        "Somebody saved another text after you opened this one. Nothing of yours is "
        "lost: it stands below, compared with what is stored now. Look at it again, "
        "and save it to put it in place of the stored text.",
    )
    context = {"changes": changes(stored, form.cleaned_data["text"])}
    return shown(request, subject, form, digest_of(stored), context)


def shown(
    request: HttpRequest,
    subject: Edited,
    form: EditForm,
    seen: str,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    """The page."""
    context = {
        "document": subject.document,
        "passage": subject.passage,
        "form": form,
        "seen": seen,
        **(more or {}),
    }
    return render(request, "desk/edit.html", context)
