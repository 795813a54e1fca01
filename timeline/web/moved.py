"""Where a thing stands now that had this address before; nothing for what is hidden."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from timeline.models import Event, FormerAddress, Timeline

Kwargs = dict[str, Any]


def moved(request: HttpRequest) -> str | None:
    """The present address of what the request names by a former slug."""
    match = request.resolver_match
    kwargs = dict(match.kwargs)
    if "event" in kwargs:
        found = _event(request.user, kwargs)
    elif match.url_name.startswith("timeline"):
        rows = FormerAddress.objects.of_timeline(kwargs["slug"])
        found = _slug(request.user, "timeline", rows, kwargs)
    elif match.url_name.startswith("document"):
        rows = FormerAddress.objects.of_document(kwargs["slug"])
        found = _slug(request.user, "document", rows, kwargs)
    else:
        found = None
    if found is None or found == match.kwargs:
        return None
    query = request.META.get("QUERY_STRING", "")
    address = reverse(match.url_name, kwargs=found)
    return f"{address}?{query}" if query else address


def _slug(user: Any, name: str, rows: Any, kwargs: Kwargs) -> Kwargs | None:
    if "slug" not in kwargs or (former := rows.first()) is None:
        return None
    model = type(former)._meta.get_field(name).related_model
    key = getattr(former, f"{name}_id")
    row = model.objects.visible_to(user).filter(pk=key).first()
    return {**kwargs, "slug": row.slug} if row else None


def _event(user: Any, kwargs: Kwargs) -> Kwargs | None:
    """An event of a former slug, or on a timeline of a former slug."""
    timeline = Timeline.objects.filter(slug=kwargs["slug"]).first()
    if timeline is None:
        rows = FormerAddress.objects.of_timeline(kwargs["slug"])
        former = rows.select_related("timeline").first()
        timeline = former and former.timeline
    if timeline is None:
        return None
    event = timeline.events.visible_to(user).filter(slug=kwargs["event"]).first()
    if event is None:
        left = FormerAddress.objects.of_event(timeline, kwargs["event"]).first()
        rows = Event.objects.visible_to(user).select_related("timeline")
        event = rows.filter(pk=left.event_id).first() if left else None
    if event is None:
        return None
    return {**kwargs, "slug": event.timeline.slug, "event": event.slug}
