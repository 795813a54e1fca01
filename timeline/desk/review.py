"""Review: what was made from a document goes from draft to reviewed to published."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from timeline.models import (
    PUBLISH,
    STEPS,
    Document,
    Event,
    StaleVersion,
    Timeline,
    conflicts,
    take_step,
)

from .access import desk_page
from .pages import ListPage, list_page
from .queue import with_dates, words_of

AT_ONCE = 300
CHANGE = ("timeline.change_event", "timeline.change_document")
MODELS = {"document": Document, "timeline": Timeline, "event": Event}
TIMELINES = 20


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page()
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """The events that cite a document, with how far each has come."""
    document = get_object_or_404(Document, slug=slug)
    if request.method == "POST":
        publish(request)
        return redirect(request.get_full_path())
    events = Event.objects.filter(citations__passage__document=document).distinct()
    page = list_page(request, with_dates(events), AT_ONCE)
    shown = [event.pk for event in page.rows]
    torn = set(conflicts().filter(pk__in=shown).values_list("pk", flat=True))
    context = {
        "document": document,
        "page": page,
        "events": rows_of(page, torn),
        "timelines": Timeline.objects.filter(
            pk__in=events.order_by().values("timeline")
        ).order_by("pk")[:TIMELINES],
        "may_publish": request.user.has_perm(PUBLISH),
    }
    return render(request, "desk/review.html", context)


def rows_of(page: ListPage, torn: set[int]) -> list[tuple[Event, str, bool]]:
    """Each event with its date in words, and whether its datings are in conflict."""
    return [(event, words_of(event), event.pk in torn) for event in page.rows]


def publish(request: HttpRequest) -> None:
    """Take the ticked rows one step on, or back, as far as the user may."""
    step = STEPS.get(request.POST.get("action", ""))
    if step is None:
        messages.error(request, "There is no such step.")
        return
    if not request.user.has_perms((*CHANGE, *step.rights)):
        raise PermissionDenied
    count = 0
    try:
        for name, model in MODELS.items():
            keys = ticked(request, name)
            count += take_step(model, keys, step) if keys else 0
    except StaleVersion as error:
        messages.error(request, str(error))
        return
    noun = "row is" if count == 1 else "rows are"
    messages.success(request, f"{count} {noun} now {step.to.label}.")


def ticked(request: HttpRequest, name: str) -> list[int]:
    """The primary keys that were ticked, at most as many as the page shows."""
    values = request.POST.getlist(name)[:AT_ONCE]
    return [int(value) for value in values if value.isascii() and value.isdecimal()]
