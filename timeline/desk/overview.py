"""The desk's first page: documents and their progress, work-lists and their counts."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.models import (
    Document,
    Event,
    Proposal,
    changed_citations,
    conflicts,
    scheduled,
    sums,
    undated,
    with_note,
    without_passage,
)

from .access import desk_page
from .pages import ListPage, list_page

EVENTS = {
    "conflicts": (conflicts, "Conflicts", "Datings that do not meet."),
    "without-passage": (
        without_passage,
        "Events without a passage",
        "No words of a document are cited for them, or the words are lost.",
    ),
    "undated": (undated, "Undated events", "No dating of theirs is accepted."),
    "scheduled": (scheduled, "Scheduled events", "A source announces them."),
    "notes": (with_note, "Notes to the next editor", "Left at events by editors."),
}
CHANGED = "Citations that changed"
WHOLE_TABLE = {"without-passage", "undated"}
"""Lists that no index tells: to count them reads every event."""
MANY = 20_000
"""Events beyond which nothing is counted whole unless it is asked for."""
MOST = 1_000
"""How far a list is counted then."""


@require_safe
@desk_page()
def home(request: HttpRequest) -> HttpResponse:
    """Documents with their progress, and what is left to settle."""
    page = list_page(request, Document.objects.all())
    keys = [document.pk for document in page.rows]
    covered = Proposal.objects.filter(
        document__in=keys, passage__retired_in=None
    ).coverage_by_document()
    is_whole = "count" in request.GET or not is_more(Event.objects.all(), MANY)
    lists = [(slug, *row[:2]) for slug, row in EVENTS.items()]
    lists.insert(2, ("changed", changed_citations, CHANGED))
    context = {
        "documents": [(d, covered.get(d.pk)) for d in page.rows],
        "next": page.next,
        "lists": [
            (slug, title, count_of(slug, rows(), is_whole))
            for slug, rows, title in lists
        ],
        "sums": all_counts() if is_whole else [],
    }
    return render(request, "desk/home.html", context)


def all_counts() -> list[tuple[str, dict[str, int], int]]:
    """Each sum with its parts and its total."""
    return [(name, parts, sum(parts.values())) for name, parts in sums().items()]


def count_of(slug: str, rows: QuerySet, is_whole: bool) -> str:
    """How many rows are on a list; of many events only what an index tells."""
    if is_whole:
        return str(rows.count())
    return "" if slug in WHOLE_TABLE else bounded_count(rows)


def bounded_count(rows: QuerySet) -> str:
    """The number of rows, counted up to a bound."""
    return f"more than {MOST:,}" if is_more(rows, MOST) else str(rows.count())


def is_more(rows: QuerySet, most: int) -> bool:
    """Whether there are more rows than this; no more are looked at."""
    return rows.order_by()[: most + 1].count() > most


@require_safe
@desk_page()
def events(request: HttpRequest, name: str) -> HttpResponse:
    """A work-list of events; each row leads to where it is settled."""
    found, title, about = EVENTS[name]
    rows: QuerySet = found().select_related("timeline").order_by("pk")
    page = list_page(request, rows)
    context = {
        "name": name,
        "title": title,
        "about": about,
        "count": counted(request, rows, page),
        "page": page,
    }
    return render(request, "desk/events.html", context)


def counted(request: HttpRequest, rows: QuerySet, page: ListPage) -> str:
    """How many rows a list has: a page that holds all of them tells by itself."""
    if page.next is None and "after" not in request.GET:
        return str(len(page.rows))
    return bounded_count(rows)
