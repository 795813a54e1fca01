"""Two events that are one: what each has is shown, then they are merged."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from timeline.models import Event, StaleVersion, merge_events

from .access import desk_page
from .pages import number
from .queue import candidates, with_dates, words_of

SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page("change_event", "delete_event")
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """The event that is kept, and the one that is merged into it."""
    kept = get_object_or_404(with_dates(Event.objects.all()), pk=pk)
    other = chosen(request, kept)
    error = ""
    if request.method == "POST" and other is not None:
        error = merged(request, kept, other)
        if not error:
            return redirect("admin:timeline_event_change", kept.pk)
    query = request.GET.get("q", "").strip()[:200]
    found = candidates([], None, query) if query else []
    context = {
        "kept": described(kept),
        "other": described(other) if other else None,
        "found": [each for each in found if each.event.pk != kept.pk],
        "query": query,
        "error": error,
    }
    return render(request, "desk/merge.html", context)


def chosen(request: HttpRequest, kept: Event) -> Event | None:
    """The other event, where one is named."""
    pk = number(request, "other")
    if pk is None or pk == kept.pk:
        return None
    return with_dates(Event.objects.filter(pk=pk)).first()


def merged(request: HttpRequest, kept: Event, other: Event) -> str:
    """Merge as posted; why not, or nothing."""
    kept.version = number(request, "kept_version") or 0
    other.version = number(request, "other_version") or 0
    title = other.title
    try:
        merge_events(kept, other)
    except ValidationError as error:
        return "; ".join(error.messages)
    except StaleVersion:
        return "One of the events was changed meanwhile: look again, then merge."
    messages.success(request, f"“{title}” is merged into “{kept}”.")
    return ""


def described(event: Event) -> dict[str, object]:
    """An event with what it would bring along."""
    stored = Event.objects.filter(pk=event.pk).values_list("version", flat=True).first()
    return {
        "event": event,
        "words": words_of(event),
        "version": stored,
        "citations": event.citations.select_related("passage__document")[:SHOWN],
    }
