"""Public addresses. Each page with a JSON twin has it at the path without the slash."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from . import api, pages


class SlugConverter(StringConverter):
    """The slug of a timeline or document, letters of every script included."""

    regex = r"[\w-]{1,80}"


class KeyConverter(StringConverter):
    """The key of a passage or citation."""

    regex = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}"


class EventConverter(StringConverter):
    """The slug of an event: any text without control characters."""

    regex = r"[^\x00-\x1f]{1,200}"


register_converter(SlugConverter, "name")
register_converter(KeyConverter, "key")
register_converter(EventConverter, "event")

urlpatterns = [
    path("", pages.home, name="home"),
    path("timelines/", pages.timelines, name="timelines"),
    path("timelines/<name:slug>/", pages.timeline, name="timeline"),
    path("timelines/<name:slug>.json", api.timeline, name="timeline-json"),
    path("timelines/<name:slug>/events/<event:event>/", pages.event, name="event"),
    path(
        "timelines/<name:slug>/events/<event:event>.json",
        api.event,
        name="event-json",
    ),
    path("documents/", pages.documents, name="documents"),
    path("documents/<name:slug>/", pages.document, name="document"),
    path("documents/<name:slug>.json", api.document, name="document-json"),
    path("documents/<name:slug>/at/<key:key>/", pages.document, name="document-part"),
    path("citations/<key:key>/", pages.citation, name="citation"),
]
