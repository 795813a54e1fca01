"""Citations whose words changed or went: confirmed as they are, or others instead."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from timeline.models import (
    Citation,
    Offer,
    Passage,
    StaleVersion,
    changed_citations,
    cite_instead,
    confirm_words,
    offers_for,
)

from .access import desk_page
from .overview import CHANGED, counted
from .pages import list_page, number

PAGE = 25
CHANGE = "timeline.change_citation"


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page()
def changed(request: HttpRequest) -> HttpResponse:
    """The citations, each with the words offered for it; posted: what is decided."""
    if request.method == "POST":
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        settle(request)
        return redirect(request.get_full_path())
    rows = changed_citations().select_related("event", "passage__document", "lost_in")
    page = list_page(request, rows.prefetch_related("datings"), PAGE)
    context = {
        "title": CHANGED,
        "count": counted(request, changed_citations(), page),
        "page": page,
        "citations": [(each, offers(each)) for each in page.rows],
        "may_change": request.user.has_perm(CHANGE),
    }
    return render(request, "desk/changed.html", context)


def offers(citation: Citation) -> list[Offer]:
    """Words for a citation that has none."""
    return offers_for(citation) if citation.start is None else []


def settle(request: HttpRequest) -> None:
    """Confirm the words, or cite those that were chosen; say what became of it."""
    rows = Citation.objects.select_related("event", "passage")
    citation = get_object_or_404(rows, pk=number(request, "citation") or 0)
    citation.version = number(request, "seen") or 0
    try:
        with transaction.atomic():
            if "instead" in request.POST:
                cite_chosen(request, citation)
            else:
                confirm_words(citation)
    except ValidationError as error:
        messages.error(request, "; ".join(error.messages))
    except (StaleVersion, IntegrityError):
        messages.error(request, "Somebody changed this citation: look at it again.")
    else:
        dates = ", ".join(f"“{dating}”" for dating in citation.datings.all()[:3])
        rests = f" Its dating says {dates}: see that it still holds." if dates else ""
        messages.success(
            request, f"“{citation.exact}” is cited for “{citation.event}”.{rests}"
        )


def cite_chosen(request: HttpRequest, citation: Citation) -> None:
    """The words whose button was pressed: passage, start, end."""
    parts = request.POST["instead"].split(":")
    if len(parts) != 3 or not all(p.isascii() and p.isdecimal() for p in parts):
        raise ValidationError("Choose the words.")
    pk, start, end = (int(part[:15]) for part in parts)
    if (passage := Passage.objects.filter(pk=pk).first()) is None:
        raise ValidationError("This passage is gone: look again.")
    words = request.POST.get(f"words-{pk}-{start}-{end}", "").replace("\r\n", "\n")
    cite_instead(citation, passage, start, end, words)
