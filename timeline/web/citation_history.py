"""What is left of a deleted citation, for its permanent address."""

from dataclasses import dataclass
from typing import Any

from django.db import models

from timeline.models import (
    Citation,
    Document,
    Event,
    Passage,
    Publication,
    Timeline,
    may_see_drafts,
)


@dataclass(frozen=True, slots=True)
class DeletedCitation:
    """The words once cited, for what, and when the citation was deleted."""

    quoted: str
    event_title: str
    document_title: str
    when: Any


def last_record(model: Any, **lookup: Any) -> Any:
    """The row as it stands, else as it stood when it was deleted, else `None`."""
    row = model.objects.filter(**lookup).first()
    return row or model.history.filter(**lookup).order_by("-history_id").first()


def is_public(row: models.Model | None) -> bool:
    """Whether the row is, or last was, published."""
    return getattr(row, "publication", None) == Publication.PUBLISHED


def deleted_citation(key: str, user: Any) -> DeletedCitation | None:
    """The deleted citation of this key, if this user could have seen it."""
    records = Citation.history.filter(key=key, history_type="-")
    record = records.order_by("-history_id").first()
    if record is None:
        return None
    event = last_record(Event, id=record.event_id)
    timeline = last_record(Timeline, id=event.timeline_id) if event else None
    passage = last_record(Passage, id=record.passage_id)
    document = last_record(Document, id=passage.document_id) if passage else None
    public = is_public(event) and is_public(timeline) and is_public(document)
    if not (public or (may_see_drafts(user) and event and document)):
        return None
    return DeletedCitation(
        record.quoted, event.title, document.title, record.history_date
    )
