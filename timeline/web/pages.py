"""The public pages: a request, the rows it asks for, a template."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from timeline.models import Citation, Document, Event, Timeline, whole_event

from .addresses import document_address, event_address, words_address
from .catalogue import documents_page, timelines_page
from .citation_history import deleted_citation
from .document_text import is_long
from .event_page import event_page
from .moved import moved
from .reading_page import document_page, timeline_page
from .window import BadQuery, read_window

View = Callable[..., HttpResponse]


def page(view: View) -> View:
    """A page that is only read; a query that is not understood is told so, with 400."""

    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, **kwargs)
        except BadQuery as error:
            context = {"message": str(error), "address": request.path}
            return render(request, "timeline/bad_query.html", context, status=400)
        except Http404:
            if (address := moved(request)) is None:
                raise
            return redirect(address, permanent=True)

    return require_safe(answer)


@page
def home(request: HttpRequest) -> HttpResponse:
    """The timelines and documents there are."""
    context = {
        "timelines": timelines_page(request.user, "", limit=20),
        "documents": documents_page(request.user, "", limit=20),
    }
    return render(request, "timeline/home.html", context)


@page
def timelines(request: HttpRequest) -> HttpResponse:
    """All timelines, a page at a time."""
    found = timelines_page(request.user, request.GET.get("after", ""))
    context = {
        "heading": "Timelines",
        "catalogue": found,
        "more": request.resolver_match.url_name,
    }
    return render(request, "timeline/catalogue.html", context)


@page
def documents(request: HttpRequest) -> HttpResponse:
    """All documents, a page at a time."""
    found = documents_page(request.user, request.GET.get("after", ""))
    context = {
        "heading": "Documents",
        "catalogue": found,
        "more": request.resolver_match.url_name,
    }
    return render(request, "timeline/catalogue.html", context)


@page
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """A timeline: its events, and the text they cite."""
    found = get_object_or_404(Timeline.objects.visible_to(request.user), slug=slug)
    window = read_window(request.GET)
    context = {"page": timeline_page(found, window, request.user)}
    return render(request, "timeline/reading.html", context)


@page
def event(request: HttpRequest, slug: str, event: str) -> HttpResponse:
    """An event with every witness of it."""
    rows = Event.objects.visible_to(request.user)
    one = rows.filter(timeline__slug=slug, slug=event)
    found = get_object_or_404(one)
    row = whole_event(found.pk, request.user)
    if row is None:
        raise Http404("No such event.")
    context = {"page": event_page(found, row, request.user)}
    return render(request, "timeline/event.html", context)


@page
def document(request: HttpRequest, slug: str, key: str | None = None) -> HttpResponse:
    """A document, or the part of a long one round a passage, with its events."""
    found = get_object_or_404(Document.objects.visible_to(request.user), slug=slug)
    shown = document_page(found, key, request.user)
    if shown is None:
        raise Http404("The document has no passage of this key.")
    return render(request, "timeline/reading.html", {"page": shown})


@page
def citation(request: HttpRequest, key: str) -> HttpResponse:
    """The permanent address of a citation: to its words, or what became of them."""
    rows = Citation.objects.visible_to(request.user)
    found = (
        rows.filter(key=key)
        .select_related("event__timeline", "passage__document", "lost_in")
        .first()
    )
    if found is None:
        return deleted(request, key)
    document = found.passage.document
    if found.start is None or found.passage.retired_in_id is not None:
        context = {
            "citation": found,
            "event_href": event_address(found.event.timeline.slug, found.event.slug),
            "document_href": document_address(document.slug),
            "revision": found.lost_in or found.passage.retired_in,
        }
        return render(request, "timeline/citation_lost.html", context)
    part = found.passage.key if is_long(document) else None
    return redirect(words_address(document.slug, part, found.key))


def deleted(request: HttpRequest, key: str) -> HttpResponse:
    """410 with the old words where the public could see them, else 404."""
    if Citation.objects.filter(key=key).exists():
        raise Http404("No such citation.")
    gone = deleted_citation(key, request.user)
    if gone is None:
        raise Http404("No such citation.")
    context = {"citation": gone}
    return render(request, "timeline/citation_gone.html", context, status=410)
