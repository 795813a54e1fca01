"""The states a text was in: listed, compared, and restored by a new revision."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from timeline.models import Document

from .access import desk_page
from .differences import MOST_CHANGES, changes
from .pages import number

PAGE = 100


@require_safe
@desk_page()
def revisions(request: HttpRequest, slug: str) -> HttpResponse:
    """All revisions, the latest first; with `?old=&new=` two of them compared."""
    document = get_object_or_404(Document, slug=slug)
    rows = document.revisions.defer("text").order_by("-number")
    if before := number(request, "before"):
        rows = rows.filter(number__lt=before)
    found = list(rows[: PAGE + 1])
    context = {
        "document": document,
        "revisions": found[:PAGE],
        "next": found[PAGE - 1].number if len(found) > PAGE else None,
        **compared(request, document),
    }
    return render(request, "desk/revisions.html", context)


def compared(request: HttpRequest, document: Document) -> dict[str, object]:
    """What changed from one revision to another."""
    old, new = number(request, "old"), number(request, "new")
    if not (old and new):
        return {}
    texts = dict(
        document.revisions.filter(number__in=(old, new)).values_list("number", "text")
    )
    if {old, new} - texts.keys():
        raise Http404("There is no such revision.")
    found = changes(texts[old], texts[new])
    return {
        "old": old,
        "new": new,
        "changes": found,
        "is_cut": len(found) == MOST_CHANGES,
    }
