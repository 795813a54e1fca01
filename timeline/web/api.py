"""The JSON twins of the pages, at the same path without the last slash.

`timelines/<slug>.json` and `documents/<slug>.json` are lists in pages: `after` and
`limit` (1 to 500) walk through them, `next` is the address of the following page. For
`from` and `to` see `window.py`. An error is JSON too: `{"error": …}`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from timeline.models import (
    Document,
    Event,
    PassageRow,
    PassageSize,
    Timeline,
    whole_event,
)

from .addresses import timeline_address, twin
from .document_text import PART_CHARACTERS, Part, passage_labels, with_marks
from .event_items import supplied_places
from .event_list import list_events
from .json_shapes import Json, document_json, event_json, timeline_json
from .media import event_media, media_json
from .moved import moved
from .window import BadQuery, read_key, read_limit, read_window

Answer = Callable[..., Json]


def api(view: Answer) -> Callable[..., HttpResponse]:
    """Send what the view returns as JSON; refusals too."""

    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            body, status = view(request, **kwargs), 200
        except BadQuery as error:
            body, status = {"error": str(error)}, 400
        except Http404:
            if address := moved(request):
                return redirect(address, permanent=True)
            body, status = {"error": "There is nothing public at this address."}, 404
        return JsonResponse(
            body, status=status, json_dumps_params={"ensure_ascii": False}
        )

    return require_safe(answer)


@api
def timeline(request: HttpRequest, slug: str) -> Json:
    """A timeline with a page of its events."""
    found = get_object_or_404(Timeline.objects.visible_to(request.user), slug=slug)
    window = read_window(request.GET)
    listed = list_events(found, window, request.user)
    labels = passage_labels(supplied_places(listed.events), request.user)
    return timeline_json(found, window, listed, twin(timeline_address(slug)), labels)


@api
def event(request: HttpRequest, slug: str, event: str) -> Json:
    """An event with all its datings and citations."""
    rows = Event.objects.visible_to(request.user)
    found = rows.filter(timeline__slug=slug, slug=event).first()
    row = whole_event(found.pk, request.user) if found else None
    if found is None or row is None:
        raise Http404
    labels = passage_labels(supplied_places([row]), request.user)
    media = media_json(event_media(found))
    return {**event_json(row, labels, whole_summary=True), "media": media}


@api
def document(request: HttpRequest, slug: str) -> Json:
    """A document with a page of its passages."""
    found = get_object_or_404(Document.objects.visible_to(request.user), slug=slug)
    limit = read_limit(request.GET.get("limit", ""))
    current = found.passages.current()
    if after := read_key(request.GET.get("after", "")):
        last = current.filter(key=after).first()
        if last is None:
            raise BadQuery("after is the key of a passage of this document.")
        current = current.after(last)
    sizes = [PassageSize(*row) for row in current.sizes()[: limit + 1]]
    count = fitting([size.characters for size in sizes[:limit]])
    passages = [PassageRow(*row) for row in current.columns()[:count]]
    following = None
    if len(sizes) > count:
        asked = {"limit": limit} if "limit" in request.GET else {}
        following = "?" + urlencode({**asked, "after": passages[-1].key})
    part = Part(0, count, None, following, is_whole=not after and not following)
    return document_json(found, with_marks(found, part, passages, request.user))


def fitting(lengths: list[int]) -> int:
    """How many passages fit one answer; always one, however long."""
    total = 0
    for count, length in enumerate(lengths):
        total += length
        if count and total > PART_CHARACTERS:
            return count
    return len(lengths)
