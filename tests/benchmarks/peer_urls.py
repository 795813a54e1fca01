"""Two pages beside the project's, on the same server with the same middleware.

`/hello/` answers five bytes. `/plain/<slug>/` is what one writes first: Django's
ListView with prefetching, on models without managers or rules of their own. It shows
the same events, dates, citations and text as the timeline page, without its marks in
the text, apparatus, other calendar and rights of readers.
"""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path
from django.views.generic import ListView

from tests.benchmarks.plain.models import Event, Passage

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Events</title></head><body>
<h1>Events</h1><ol>
{% for event in object_list %}<li id="{{ event.slug }}">
{% for dating in event.datings.all %}<time datetime="{{ dating.edtf }}">
{{ dating.as_written }}</time> {{ dating.edtf_written }}{% endfor %}
<a href="/timelines/{{ slug }}/events/{{ event.slug }}/">{{ event.title }}</a>
<p>{{ event.summary }}</p>
{% for citation in event.citations.all %}<a href="/citations/{{ citation.key }}/">
{{ citation.passage.document.title }}, ¶ {{ citation.passage.number }}</a>
<q>{{ citation.exact }}</q>{% endfor %}</li>
{% endfor %}</ol>
{% for passage in passages %}<p id="{{ passage.key }}"><a href="#{{ passage.key }}">
{{ passage.number }}</a> {{ passage.text }}</p>
{% endfor %}</body></html>
"""


def hello(request: HttpRequest) -> HttpResponse:
    """The least a view can do."""
    return HttpResponse("hello")


class Plain(ListView):
    """The events of a timeline and the text of its document."""

    def get_queryset(self) -> QuerySet[Event]:
        """The events in the order of their dates, and all that is shown of them."""
        return (
            Event.objects.filter(timeline__slug=self.kwargs["slug"])
            .order_by("mark__sort_start")
            .prefetch_related("datings", "citations__passage__document")
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The passages beside the events."""
        slug = self.kwargs["slug"]
        passages = Passage.objects.filter(document__slug=slug).order_by("order")
        return super().get_context_data(passages=passages, slug=slug, **kwargs)

    def render_to_response(
        self, context: dict[str, Any], **kwargs: Any
    ) -> HttpResponse:
        """Render with a template compiled once."""
        return HttpResponse(TEMPLATE.render(context, self.request))


TEMPLATE = engines["django"].from_string(PAGE)

urlpatterns = [
    path("hello/", hello),
    path("plain/<slug:slug>/", Plain.as_view()),
    path("", include("timeline.urls")),
]
