"""Draft, reviewed, published: many rows at once, each with its entry in the history."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from .publication import Publication

PUBLISH = "timeline.publish_event"
"""The right to publish, and to take back what is published."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where rows are brought, and which rows it takes along: the others stay."""

    to: Publication
    since: tuple[Publication, ...]
    rights: tuple[str, ...] = ()


STEPS = {
    "review": Step(Publication.REVIEWED, (Publication.DRAFT,)),
    "publish": Step(
        Publication.PUBLISHED, (Publication.DRAFT, Publication.REVIEWED), (PUBLISH,)
    ),
    "take-back": Step(Publication.REVIEWED, (Publication.PUBLISHED,), (PUBLISH,)),
}


def take_step(model: Any, keys: Iterable[int], step: Step) -> int:
    """Bring the rows that stand before a step over it; how many were changed."""
    with transaction.atomic():
        rows = model.objects.filter(pk__in=list(keys), publication__in=step.since)
        changed = list(rows.select_for_update().order_by("pk"))
        for row in changed:
            row.publication = step.to
            row._change_reason = step.to.value
            row.save()
    return len(changed)
