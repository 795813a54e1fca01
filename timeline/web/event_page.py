"""The page of one event: its date, and every witness in the sentence it stands in."""

from dataclasses import dataclass
from typing import Any

from timeline.exchange import is_era
from timeline.models import CitationRow, Event, EventRow, Passage
from timeline.passages import sentence_round

from .addresses import document_address, timeline_address, twin, web_link
from .document_text import passage_labels
from .event_html import apparatus, supplied
from .event_items import (
    EventItem,
    Place,
    Reading,
    SuppliedPart,
    Surroundings,
    event_item,
    reading,
    supplied_places,
)
from .labels import QUALIFIER_WORDS, STATE_WORDS, STATUS_WORDS
from .media import Media, event_media

CITATIONS_SHOWN = 200
"""Citations printed with their sentence; the page says how many more there are."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A citation in its sentence: the words before, the words, the words after."""

    citation: CitationRow
    place: Place
    before: str
    words: str
    after: str
    document: str
    state: str


@dataclass(frozen=True, slots=True)
class DatingLine:
    """A dating with all that was supplied to it, told on the page."""

    reading: Reading
    supplied: list[SuppliedPart]
    qualifier: str

    @property
    def supplied_html(self) -> str:
        """The supplied parts in one line."""
        return supplied(self.supplied)


@dataclass(slots=True)
class EventPage:
    """Everything `event.html` prints."""

    event: Event
    item: EventItem
    timeline: str
    twin: str
    status: str
    datings: list[DatingLine]
    witnesses: list[Quotation]
    glosses: list[Quotation]
    left_out: int
    link: str
    media: Media
    is_era: bool
    tags: list[tuple[str, str]]

    @property
    def apparatus_html(self) -> str:
        """The differing readings, which is followed, and why."""
        return apparatus(self.item)


def event_page(event: Event, row: EventRow, user: Any) -> EventPage:
    """The page of an event, from its row with datings and citations."""
    labels = passage_labels(supplied_places([row]), user)
    documents = {citation.document for citation in row.citations}
    only = documents.pop() if len(documents) == 1 else ""
    around = Surroundings(document=only, labels=labels)
    item = event_item(row, 1, around)
    quotations = quote(row, around)
    return EventPage(
        event=event,
        item=item,
        timeline=timeline_address(row.timeline),
        twin=twin(item.href),
        status=STATUS_WORDS[row.status],
        datings=[dating_line(dating, around) for dating in row.datings],
        witnesses=[q for q in quotations if q.citation.role == "witness"],
        glosses=[q for q in quotations if q.citation.role != "witness"],
        left_out=max(0, len(row.citations) - CITATIONS_SHOWN),
        link=web_link(event.link),
        media=event_media(event),
        is_era=is_era(event.extra),
        tags=[(tag.get_kind_display(), tag.name) for tag in event.tags.all()[:200]],
    )


def dating_line(dating: Any, around: Surroundings) -> DatingLine:
    """A dating with its supplied parts."""
    return DatingLine(
        reading(dating, around),
        [around.supplied(part) for part in dating.supplied],
        QUALIFIER_WORDS.get(dating.qualifier, ""),
    )


def quote(row: EventRow, around: Surroundings) -> list[Quotation]:
    """The citations of an event, each in its sentence; one query for all texts."""
    shown = row.citations[:CITATIONS_SHOWN]
    ids = {citation.passage_id for citation in shown}
    texts = dict(Passage.objects.filter(pk__in=ids).values_list("pk", "text"))
    return [quotation(c, texts.get(c.passage_id, ""), around) for c in shown]


def quotation(citation: CitationRow, text: str, around: Surroundings) -> Quotation:
    """The words of a citation in their sentence; a lost one keeps its old words."""
    before, words, after = "", citation.quoted, ""
    if citation.start is not None and citation.end is not None:
        start, end = citation.start, citation.end
        first, last = sentence_round(text, start, end)
        before, words, after = text[first:start], text[start:end], text[end:last]
    return Quotation(
        citation,
        around.place(citation),
        before,
        words,
        after,
        document_address(citation.document),
        STATE_WORDS.get(citation.state, ""),
    )
