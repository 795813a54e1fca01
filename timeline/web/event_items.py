"""An event as a list shows it: every word and address worked out before the template.

The template only writes; so a list of 500 events costs no query and little time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from timeline.models import CitationRow, DatingRow, EventRow

from .addresses import citation_address, event_address, passage_address
from .labels import (
    STATUS_TAGS,
    UNKNOWN,
    DateLabel,
    date_label,
    passage_label,
    supplied_words,
)

SUMMARY_SHOWN = 300
"""Characters of a summary in the list of a page; the event's page has all."""
ELSEWHERE = "a document that is not public"
NOBODY = "an editor whose name is not recorded"


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that bears on an event, and the way to its words."""

    label: str
    document: str
    href: str
    role: str


@dataclass(frozen=True, slots=True)
class SuppliedPart:
    """A part of a date that the source does not print there, and where it is from."""

    words: str
    source: str
    document: str
    href: str
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one or more witnesses say the date is."""

    row: DatingRow
    label: DateLabel
    places: tuple[Place, ...]
    remark: str
    entered_by: str


@dataclass(slots=True)
class EventItem:
    """What the list prints for one event."""

    row: EventRow
    anchor: str
    href: str
    pick: str
    label: DateLabel
    lemma: Reading | None
    variants: list[Reading]
    places: list[Place]
    supplied: list[SuppliedPart]
    entered_by: str
    tag: str = ""
    is_draft: bool = False
    summary: str = ""
    is_cut: bool = False
    keys: str = ""


@dataclass(slots=True)
class Surroundings:
    """What stands on the page round the list: the text, and labels of passages.

    `here` holds the keys of the citations whose words are on this page; `document` is
    the document whose text it shows, which then goes without saying.
    """

    here: set[str] = field(default_factory=set)
    document: str = ""
    passages_here: set[str] = field(default_factory=set)
    labels: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def place(self, citation: CitationRow) -> Place:
        """Where the words of a citation are, seen from this page."""
        label = passage_label(
            citation.passage_kind, citation.passage_number, citation.passage
        )
        if citation.state == "lost":
            label += " (words lost)"
        elsewhere = citation.document != self.document
        title = citation.document_title if elsewhere else ""
        return Place(label, title, self.words(citation.key), citation.role)

    def words(self, key: str) -> str:
        """The address of cited words: on this page, else the permanent one."""
        return f"#c-{key}" if key in self.here else citation_address(key)

    def supplied(self, part: Mapping[str, Any]) -> SuppliedPart:
        """A supplied part with its source named, and linked where it may be seen."""
        words = supplied_words(str(part["what"]), str(part["value"]))
        why, source = str(part["why"]), part["from"]
        if "source" in source:
            return SuppliedPart(words, str(source["source"]), "", "", why)
        place = (str(source["document"]), str(source["passage"]))
        if place not in self.labels:
            return SuppliedPart(words, ELSEWHERE, "", "", "")
        label, title = self.labels[place]
        if place[0] == self.document:
            here = place[1] in self.passages_here
            href = f"#{place[1]}" if here else passage_address(*place)
            return SuppliedPart(words, label, "", href, why)
        return SuppliedPart(words, label, title, passage_address(*place), why)


def supplied_places(events: Iterable[EventRow]) -> set[tuple[str, str]]:
    """The passages, by document and key, that parts of these dates come from."""
    return {
        (str(part["from"]["document"]), str(part["from"]["passage"]))
        for event in events
        for dating in event.datings
        for part in dating.supplied
        if "document" in part["from"]
    }


def reading(dating: DatingRow, around: Surroundings) -> Reading:
    """One dating with its place and what is remarked of it."""
    places = (around.place(dating.citation),) if dating.citation else ()
    remark = "" if dating.kind == "plain" else dating.kind
    if dating.status == "open":
        remark = f"{remark}, open" if remark else "open"
    return Reading(
        dating,
        date_label(dating.edtf_written, dating.calendar),
        places,
        remark,
        entered_by(dating),
    )


def entered_by(dating: DatingRow | None) -> str:
    """Who stands behind a dating that no passage shows; empty where one does."""
    if dating is not None and dating.citation_id is not None:
        return ""
    return (dating.who if dating else "") or NOBODY


def event_item(event: EventRow, number: int, around: Surroundings) -> EventItem:
    """The event as the list shows it."""
    accepted = event.accepted
    variants = [
        reading(dating, around)
        for dating in event.datings
        if dating.status in ("open", "rejected")
    ]
    places = distinct(around.place(c) for c in event.citations if c.role == "witness")
    places = places or distinct(around.place(c) for c in event.citations)
    href = event_address(event.timeline, event.slug)
    return EventItem(
        row=event,
        anchor=f"ui-e-{number}",
        href=href,
        pick=pick_address(event, href, around),
        label=label_of(accepted),
        lemma=lemma(event, around),
        variants=variants,
        places=places,
        supplied=[around.supplied(p) for p in accepted.supplied] if accepted else [],
        entered_by=unattested(event),
        tag=STATUS_TAGS.get(event.status, ""),
        is_draft=event.publication != "published",
        summary=event.summary[:SUMMARY_SHOWN],
        is_cut=len(event.summary) > SUMMARY_SHOWN,
        keys=" ".join(citation.key for citation in event.citations),
    )


def label_of(dating: DatingRow | None) -> DateLabel:
    """The words of a dating, or that there is none."""
    return date_label(dating.edtf_written, dating.calendar) if dating else UNKNOWN


def lemma(event: EventRow, around: Surroundings) -> Reading | None:
    """The reading that is followed, with the places of all that agree with it."""
    if (accepted := event.accepted) is None:
        return None
    chosen = reading(accepted, around)
    same = [d for d in event.datings if d.status in ("accepted", "agrees")]
    places = tuple(around.place(d.citation) for d in same if d.citation)
    return Reading(chosen.row, chosen.label, places, chosen.remark, chosen.entered_by)


def unattested(event: EventRow) -> str:
    """Who entered the date where no passage does; law: no date without its passage."""
    accepted = event.accepted
    if accepted is not None:
        return entered_by(accepted)
    return "" if event.citations else NOBODY


def pick_address(event: EventRow, href: str, around: Surroundings) -> str:
    """The words of the followed dating; else of the first citation; else the event."""
    accepted = event.accepted
    if accepted and accepted.citation:
        return around.words(accepted.citation.key)
    return around.words(event.citations[0].key) if event.citations else href


def distinct(places: Iterable[Place]) -> list[Place]:
    """Each passage once, in order, with the way to its first words."""
    seen: dict[tuple[str, str], Place] = {}
    for place in places:
        seen.setdefault((place.document, place.label), place)
    return list(seen.values())
