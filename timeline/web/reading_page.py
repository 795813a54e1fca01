"""The reading page: events and text side by side, each leading to the other.

A timeline's page starts from its events and shows the text they cite, if it is one;
a document's page starts from its text and lists the events cited in it.
"""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from timeline.models import (
    Dating,
    Document,
    EventRow,
    Publication,
    Timeline,
    events_by_date,
    may_see_drafts,
    undated_events,
)

from .addresses import (
    document_address,
    passage_address,
    timeline_address,
    twin,
    web_link,
)
from .choice import Choice, choice_of
from .document_text import TextPart, passage_labels, read_part
from .event_html import event_list
from .event_items import (
    EventItem,
    Surroundings,
    event_item,
    label_of,
    supplied_places,
)
from .event_list import list_events
from .groups import groups_of
from .labels import date_label
from .margin import Label
from .marked_text import Links, marked_passages
from .media import Media, timeline_media
from .source_statement import (
    about,
    calendar_words,
    count_words,
    coverage_words,
    dates_cited,
    witnesses,
)
from .text_column import TextColumn, text_column
from .window import LIMIT, Window

UNDATED_SHOWN = 50
"""Titles of undated events below a timeline; the rest have a list of their own."""


@dataclass(slots=True)
class ReadingPage:
    """Everything `reading.html` prints."""

    title: str
    address: str
    canonical: str = ""
    description: str = ""
    media: Media | None = None
    subtitle: str = ""
    is_draft: bool = False
    kind: str = ""
    meta: list[str] = field(default_factory=list)
    items: list[EventItem] = field(default_factory=list)
    is_undated: bool = False
    undated: list[EventItem] = field(default_factory=list)
    undrawn: list[tuple[str, int]] = field(default_factory=list)
    more_undated: str = ""
    next: str = ""
    has_styles: bool = False
    text: TextColumn | None = None
    documents: list[tuple[str, str]] = field(default_factory=list)
    about: list[tuple[str, str]] = field(default_factory=list)
    source_link: str = ""
    is_empty: bool = False
    choice: Choice | None = None

    @property
    def events_html(self) -> str:
        """The list of the events with a date."""
        return event_list(self.items, "ui-events")

    @property
    def undated_html(self) -> str:
        """The list of the events without one."""
        return event_list(self.undated, "ui-undated")

    @property
    def twin(self) -> str:
        """The address of the same in JSON."""
        return twin(self.address)


def timeline_page(timeline: Timeline, window: Window, user: Any) -> ReadingPage:
    """The page of a timeline."""
    listed = list_events(timeline, window, user)
    undated: list[EventRow] = []
    if any(why == "no accepted date" for why, _ in listed.undrawn):
        asked = (timeline.pk, None, user, UNDATED_SHOWN, window.group)
        undated = undated_events(*asked)
    everything = [*listed.events, *undated]
    documents = cited_documents(everything)
    part = None
    if len(documents) == 1 and not window.undated:
        part = only_text(everything, user)
    around = surroundings(part, everything, user)
    items = number_items(everything, around)
    page = ReadingPage(
        title=timeline.title,
        address=timeline_address(timeline.slug),
        canonical=timeline_address(timeline.slug),
        description=timeline.description,
        media=timeline_media(timeline),
        is_draft=timeline.publication != Publication.PUBLISHED,
        kind="timeline",
        items=items[: len(listed.events)],
        is_undated=window.undated,
        undated=items[len(listed.events) :],
        undrawn=listed.undrawn,
        next=listed.next_query or "",
        is_empty=listed.total == 0,
    )
    if listed.count("no accepted date") > len(undated):
        more = {"undated": "yes"} | ({"group": window.group} if window.group else {})
        page.more_undated = f"?{urlencode(more)}"
    groups = groups_of(timeline, window, listed.total, everything, user)
    page.choice = choice_of(window, groups, listed)
    cited = None
    if listed.total == len(everything):
        cited = witnesses(c for event in everything for c in event.citations)
    page.meta = [count_words(listed.total, "event"), dates_cited(timeline, cited, user)]
    if part is not None:
        page.meta = text_meta(part.document, page.meta)
    add_text(page, part, everything, user)
    if part is None:
        page.documents = [(t, document_address(s)) for s, t in documents.items()]
    return page


def document_page(document: Document, key: str | None, user: Any) -> ReadingPage | None:
    """The page of a document, or of the part of it round a passage."""
    part = read_part(document, key, user)
    if part is None:
        return None
    events, left = cited_events(part, user)
    around = surroundings(part, events, user)
    page = ReadingPage(
        title=document.title,
        address=document_address(document.slug),
        canonical=part_address(part),
        subtitle=document.subtitle,
        is_draft=document.publication != Publication.PUBLISHED,
        kind="document",
        items=number_items(events, around),
        is_empty=not part.passages,
    )
    cited = None
    if part.part.is_whole and not part.left_out:
        cited = witnesses(part.citations)
    if left:
        page.undrawn = [(f"beyond the first {LIMIT} cited in this text", left)]
    counts = [
        count_words(len(events) + left, "event")
        + ("" if part.part.is_whole else " in this part"),
        coverage_words(document, cited, user),
    ]
    page.meta = text_meta(document, counts)
    add_text(page, part, events, user)
    return page


def text_meta(document: Document, counts: list[str]) -> list[str]:
    """Who wrote a text, what is counted of it, its calendar, its source."""
    source = document.source_repository
    lines = [document.creator, *counts, calendar_words(document)]
    return [line for line in [*lines, source and f"Source: {source}"] if line]


def part_address(part: TextPart) -> str:
    """The one address of this part, whichever passage was asked for."""
    if part.part.previous is None:
        return document_address(part.document.slug)
    first = part.passages[0].key
    return passage_address(part.document.slug, first).split("#")[0]


def only_text(events: list[EventRow], user: Any) -> TextPart | None:
    """The part of the one document these events cite, round the first citation."""
    first = next(c for event in events for c in event.citations)
    document = Document.objects.visible_to(user).get(slug=first.document)
    return read_part(document, first.passage, user) or read_part(document, None, user)


def cited_documents(events: list[EventRow]) -> dict[str, str]:
    """Slug and title of each document that the events cite."""
    return {
        citation.document: citation.document_title
        for event in events
        for citation in event.citations
    }


def cited_events(part: TextPart, user: Any) -> tuple[list[EventRow], int]:
    """The events cited in a part, in order of date, and how many more there are."""
    ids = list(dict.fromkeys(citation.event_id for citation in part.citations))
    rows = events_by_date(ids, user, LIMIT)
    return rows, len(ids) - len(rows)


def surroundings(
    part: TextPart | None, events: list[EventRow], user: Any
) -> Surroundings:
    """What stands on the page round the list."""
    wanted = supplied_places(events)
    if part is None:
        return Surroundings(labels=passage_labels(wanted, user))
    labels = part.labels
    labels |= passage_labels(wanted - labels.keys(), user)
    return Surroundings(part.cited_here, part.document.slug, part.keys, labels)


def number_items(events: list[EventRow], around: Surroundings) -> list[EventItem]:
    """The events as list items, numbered on the page."""
    return [event_item(event, n, around) for n, event in enumerate(events, start=1)]


def add_text(
    page: ReadingPage, part: TextPart | None, events: list[EventRow], user: Any
) -> None:
    """Put the text on the page, its title into the heading where it is the same."""
    items = [*page.items, *page.undated]
    page.has_styles = any(item.label.style == "Old Style" for item in items)
    if part is None:
        return
    anchors = {(item.row.timeline, item.row.slug): item.anchor for item in items}
    labels = {
        (item.row.timeline, item.row.slug): Label(
            item.label.short if item.lemma else "", item.row.title
        )
        for item in items
    }
    links = Links(anchors, corrections(part, events, user), labels)
    column = text_column(part, marked_passages(part, links), page.title)
    column.has_recte = any(
        p.recte for item in column.passages + column.notes for p in item.pieces
    )
    page.text = column
    page.about = about(part.document)
    page.source_link = web_link(part.document.source_url)


def corrections(part: TextPart, events: list[EventRow], user: Any) -> dict[str, str]:
    """The right words for each misprinted citation of the part.

    The events on the page tell most of them; one query tells the rest.
    """
    words = {
        dating.citation.key: event.accepted.as_written or label_of(event.accepted).short
        for event in events
        for dating in event.datings
        if dating.is_misprint and dating.citation and event.accepted
    }
    known = {event.pk for event in events}
    others = [c.pk for c in part.citations if c.event_id not in known]
    drafts = may_see_drafts(user)
    found = Dating.objects.filter(citation__in=others).corrections() if others else []
    for row in found:
        quotable = drafts or row.document_id in (None, part.document.pk)
        label = date_label(row.edtf_written, row.calendar).short
        words[row.citation] = (row.as_written if quotable else "") or label
    return words
