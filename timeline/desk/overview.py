"""The desk's first page: documents and their progress, work-lists and their counts."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.models import (
    Document,
    Proposal,
    changed_citations,
    conflicts,
    scheduled,
    sums,
    undated,
    without_passage,
)

from .access import desk_page
from .pages import list_page

EVENTS = {
    "conflicts": (conflicts, "Conflicts", "Datings that do not meet."),
    "without-passage": (
        without_passage,
        "Events without a passage",
        "No words of a document are cited for them, or the words are lost.",
    ),
    "undated": (undated, "Undated events", "No dating of theirs is accepted."),
    "scheduled": (scheduled, "Scheduled events", "A source announces them."),
}
CHANGED = "Citations that changed"


@require_safe
@desk_page()
def home(request: HttpRequest) -> HttpResponse:
    """Documents with their progress, and what is left to settle."""
    page = list_page(request, Document.objects.all())
    keys = [document.pk for document in page.rows]
    covered = Proposal.objects.filter(
        document__in=keys, passage__retired_in=None
    ).coverage_by_document()
    lists = [(slug, title, rows().count()) for slug, (rows, title, _) in EVENTS.items()]
    lists.insert(2, ("changed", CHANGED, changed_citations().count()))
    context = {
        "documents": [(d, covered.get(d.pk)) for d in page.rows],
        "next": page.next,
        "lists": lists,
        "sums": [(name, parts, sum(parts.values())) for name, parts in sums().items()],
    }
    return render(request, "desk/home.html", context)


@require_safe
@desk_page()
def events(request: HttpRequest, name: str) -> HttpResponse:
    """A work-list of events; each row leads to where it is settled."""
    found, title, about = EVENTS[name]
    rows: QuerySet = found().select_related("timeline").order_by("pk")
    context = {
        "name": name,
        "title": title,
        "about": about,
        "count": rows.count(),
        "page": list_page(request, rows),
    }
    return render(request, "desk/events.html", context)
