"""The JSON of timelines, documents, events, datings and citations.

Other people's programs rely on the keys; days are integers, never dates of JavaScript.
"""

from typing import Any

from timeline.models import (
    SUMMARY_STRETCH,
    CitationRow,
    DatingRow,
    Document,
    EventRow,
    Timeline,
)

from .addresses import citation_address, document_address, event_address
from .document_text import TextPart
from .event_items import ELSEWHERE
from .event_list import EventList
from .labels import DateLabel, date_label
from .media import media_json, timeline_media
from .window import Window

Json = dict[str, Any]


def timeline_json(
    timeline: Timeline, window: Window, listed: EventList, address: str, labels: Any
) -> Json:
    """A timeline with one page of its events."""
    following = listed.next_query
    return {
        "slug": timeline.slug,
        "title": timeline.title,
        "description": timeline.description,
        "media": media_json(timeline_media(timeline)),
        "from": window.first,
        "to": window.last,
        "group": window.group or None,
        "total": listed.total,
        "undrawn": [{"why": why, "count": count} for why, count in listed.undrawn],
        "events": [event_json(event, labels) for event in listed.events],
        "next": address + following if following else None,
    }


def event_json(event: EventRow, labels: Any, whole_summary: bool = False) -> Json:
    """An event with its datings and citations; lists cut the summary and say so."""
    is_cut = not whole_summary and len(event.summary) > SUMMARY_STRETCH
    return {
        "slug": event.slug,
        "timeline": event.timeline,
        "title": event.title,
        "summary": event.summary[:SUMMARY_STRETCH] if is_cut else event.summary,
        "summary_is_cut": is_cut,
        "status": event.status,
        "group": event.group,
        "is_era": event.is_era,
        "link": event.link,
        "importance": event.importance,
        "url": event_address(event.timeline, event.slug),
        "datings": [dating_json(dating, labels) for dating in event.datings],
        "citations": [citation_json(citation) for citation in event.citations],
    }


def dating_json(dating: DatingRow, labels: Any) -> Json:
    """A dating; its citation is null where there is none that may be seen."""
    label = date_label(dating.edtf_written, dating.calendar)
    return {
        "key": dating.key,
        "as_written": dating.as_written,
        "calendar": dating.calendar,
        "calendar_basis": dating.calendar_basis,
        "edtf_written": dating.edtf_written,
        "edtf": dating.edtf,
        "first_day": dating.start_min,
        "last_day": dating.end_max,
        "start_max": dating.start_max,
        "end_min": dating.end_min,
        "start_kind": dating.start_kind,
        "end_kind": dating.end_kind,
        "shape": dating.shape,
        "qualifier": dating.qualifier,
        "status": dating.status,
        "kind": dating.kind,
        "reason": dating.reason,
        "who": dating.who,
        "words": words_json(label),
        "supplied": [supplied_json(part, labels) for part in dating.supplied],
        "citation": dating.citation.key if dating.citation else None,
    }


def words_json(label: DateLabel) -> Json:
    """The date in words, in its own calendar and in the Gregorian one."""
    return {"written": label.words, "gregorian": label.other or label.words}


def supplied_json(part: Json, labels: Any) -> Json:
    """A supplied part; a document that is not public is not named."""
    source = part["from"]
    if "document" in source and (source["document"], source["passage"]) not in labels:
        return {**part, "from": {"source": ELSEWHERE}, "why": ""}
    return {key: part[key] for key in ("what", "value", "from", "why")}


def citation_json(citation: CitationRow) -> Json:
    """A citation with its selector."""
    return {
        "key": citation.key,
        "url": citation_address(citation.key),
        "document": citation.document,
        "passage": citation.passage,
        "quoted": citation.quoted,
        "exact": citation.exact,
        "prefix": citation.prefix,
        "suffix": citation.suffix,
        "start": citation.start,
        "end": citation.end,
        "role": citation.role,
        "state": citation.state,
        "note": citation.note,
        "timeline": citation.timeline,
        "event": citation.event,
    }


def document_json(document: Document, part: TextPart) -> Json:
    """A document with the passages of one page, their notes and citations."""
    following = part.part.next
    address = document_address(document.slug).rstrip("/") + ".json"
    return {
        "slug": document.slug,
        "title": document.title,
        "subtitle": document.subtitle,
        "creator": document.creator,
        "language": document.language,
        "calendar": document.calendar,
        "calendar_basis": document.calendar_basis,
        "context_date": document.context_date,
        "context_basis": document.context_basis,
        "year_start": document.year_start,
        "place": document.place,
        "source": {
            "repository": document.source_repository,
            "edition": document.source_edition,
            "url": document.source_url,
            "rights": document.source_rights,
        },
        "digest": document.digest,
        "url": document_address(document.slug),
        "passages": [
            {
                "key": passage.key,
                "kind": passage.kind,
                "number": passage.number,
                "text": passage.text,
                "after": passage.after,
            }
            for passage in part.passages
        ],
        "notes": notes_json(part),
        "citations": [citation_json(citation) for citation in part.citations],
        "citations_left_out": part.left_out,
        "next": f"{address}{following}" if following else None,
    }


def notes_json(part: TextPart) -> list[Json]:
    """Markers with the notes they lead to, then notes to which no marker leads."""
    keys = {passage.pk: passage.key for passage in part.passages}
    marked = [
        {
            "label": marker.label,
            "marker": {
                "passage": keys[marker.passage_id],
                "start": marker.start,
                "end": marker.end,
            },
            "passage": marker.note,
        }
        for marker in part.markers
    ]
    lonely = [
        {"label": note_name(note.number, note.key), "marker": None, "passage": note.key}
        for note in part.orphan_notes
    ]
    return marked + lonely


def note_name(number: int | None, key: str) -> str:
    """What a note without a marker is called."""
    return str(number) if number is not None else key
