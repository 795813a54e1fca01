"""Lists of timelines and of documents, a page at a time, with what each holds."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet

from timeline.models import Citation, Document, Event, Timeline

from .addresses import document_address, timeline_address
from .source_statement import count_words
from .window import BadQuery, read_key

PAGE = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One timeline or document in a list."""

    title: str
    href: str
    about: str
    count: str
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A page of entries; `total` counts all of them."""

    entries: list[Entry]
    total: int
    next: str


def timelines_page(user: Any, after: str, limit: int = PAGE) -> Catalogue:
    """Timelines by title, each with the number of its events."""
    rows = Timeline.objects.visible_to(user)
    shown, following = cut_page(rows, after, limit)
    events = Event.objects.visible_to(user).filter(timeline__in=[t.pk for t in shown])
    counts = tally(events, "timeline")
    entries = [
        Entry(
            row.title,
            timeline_address(row.slug),
            row.description[:300],
            count_words(counts.get(row.pk, 0), "event"),
            row.publication != "published",
        )
        for row in shown
    ]
    return Catalogue(entries, rows.count(), following)


def documents_page(user: Any, after: str, limit: int = PAGE) -> Catalogue:
    """Documents by title, each with the number of dates cited in it."""
    rows = Document.objects.visible_to(user)
    shown, following = cut_page(rows, after, limit)
    cited = Citation.objects.visible_to(user).filter(
        role=Citation.Role.WITNESS,
        start__isnull=False,
        passage__document__in=[d.pk for d in shown],
    )
    counts = tally(cited, "passage__document")
    entries = [
        Entry(
            row.title,
            document_address(row.slug),
            ", ".join(part for part in (row.creator, row.subtitle[:300]) if part),
            count_words(counts.get(row.pk, 0), "date") + " cited",
            row.publication != "published",
        )
        for row in shown
    ]
    return Catalogue(entries, rows.count(), following)


def cut_page(rows: QuerySet, after: str, limit: int) -> tuple[list[Any], str]:
    """The rows after the one of this slug, and the query of the following page."""
    ordered = rows.order_by("title", "slug")
    if read_key(after):
        last = ordered.filter(slug=after).first()
        if last is None:
            raise BadQuery("after is the value in the address of the next page.")
        same = Q(title=last.title, slug__gt=last.slug)
        ordered = ordered.filter(Q(title__gt=last.title) | same)
    found = list(ordered[: limit + 1])
    more = len(found) > limit
    following = "?" + urlencode({"after": found[limit - 1].slug}) if more else ""
    return found[:limit], following


def tally(rows: QuerySet, by: str) -> dict[int, int]:
    """How many rows each value has."""
    return dict(rows.order_by().values_list(by).annotate(count=Count("pk")))
