"""A document comes in: pasted or uploaded, looked at, then saved with its dates."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from timeline.models import Document, Passage, find_proposals, propose_tagged
from timeline.passages import Segmentation

from .access import desk_page, name_of
from .limits import oversize, too_long
from .new_form import KIND, NewDocumentForm

SHOWN = 200
DOUBTS_SHOWN = 200
STRETCH = 160
FOUND_AT_ONCE = 2 * 1024 * 1024
"""Characters up to which the dates are looked for while the document is saved."""


@csrf_exempt  # checked after the length, so that the refusal can name the limit
@require_http_methods(["GET", "HEAD", "POST"])
@desk_page("add_document", "add_passage")
def new(request: HttpRequest) -> HttpResponse:
    """The form of a new document; its passages are shown before it is saved."""
    if size := oversize(request):
        context = {"form": NewDocumentForm(), "refused": too_long(size)}
        return render(request, "desk/new.html", context, status=413)
    return checked(request)


@csrf_protect
def checked(request: HttpRequest) -> HttpResponse:
    """A form of bounded length."""
    if request.method != "POST":
        return render(request, "desk/new.html", {"form": NewDocumentForm()})
    form = NewDocumentForm(request.POST, request.FILES)
    if not form.is_valid() or form.cut is None:
        return render(request, "desk/new.html", {"form": form})
    is_seen = request.POST.get("digest") == form.digest
    if "save" in request.POST and is_seen and (document := saved(request, form)):
        return redirect("desk-document", slug=document.slug)
    context = {"form": form, **preview(form, form.cut)}
    return render(request, "desk/new.html", context)


def saved(request: HttpRequest, form: NewDocumentForm) -> Document | None:
    """The document with its passages and proposed dates; all of it, or nothing."""
    kept = (*form.Meta.fields, "format")
    fields = {name: form.cleaned_data[name] for name in kept}
    slug, cut = fields.pop("slug"), form.cut
    try:
        with transaction.atomic():
            document = Document.objects.from_segmentation(
                slug, cut, who=name_of(request.user), why="Pasted.", **fields
            )
            count = propose_tagged(document, cut)
            if len(cut.joined) <= FOUND_AT_ONCE:
                count += find_proposals(document)
    except IntegrityError:
        form.add_error("slug", f"There is a document “{slug}” already.")
        return None
    messages.success(
        request, f"{len(cut.passages)} passages stored, {count} dates found."
    )
    return document


def preview(form: NewDocumentForm, cut: Segmentation) -> dict[str, Any]:
    """The first passages and those in doubt, each with the kind it was given."""
    doubtful = {doubt.at for doubt in cut.doubts[:DOUBTS_SHOWN]}
    listed = [
        part
        for number, part in enumerate(cut.passages)
        if number < SHOWN or part.start in doubtful
    ]
    posted = form.cleaned_data["text"]
    return {
        "name": KIND,
        "kinds": Passage.Kind.choices,
        "listed": [(part, shortened(part.text)) for part in listed],
        "count": len(cut.passages),
        "unlisted": len(cut.passages) - len(listed),
        "doubts": [(d, line_of(cut, d.at)) for d in cut.doubts[:DOUBTS_SHOWN]],
        "more_doubts": max(0, len(cut.doubts) - DOUBTS_SHOWN),
        "difference": len(posted) - len(cut.joined),
        "is_as_pasted": cut.joined == posted,
    }


def shortened(text: str) -> str:
    """The beginning of a passage on one line."""
    words = " ".join(text[: STRETCH * 2].split())
    return words if len(words) <= STRETCH else words[:STRETCH] + " …"


def line_of(cut: Segmentation, at: int) -> str:
    """The words at a place of the text."""
    return shortened(cut.joined[at : at + STRETCH])
