"""Draft, reviewed, published: many rows at once, each with its entry in the history."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from .publication import Publication

# Which rows a step takes along; the others stay as they are.
STEPS = {
    Publication.REVIEWED: (Publication.DRAFT,),
    Publication.PUBLISHED: (Publication.DRAFT, Publication.REVIEWED),
}
TAKEN_BACK = (Publication.PUBLISHED,)


def set_publication(
    model: Any, keys: Iterable[int], to: Publication, since: Iterable[str] | None = None
) -> int:
    """Bring the rows that stand before a step to it; how many were changed.

    `since` names where they stand, `TAKEN_BACK` for what leaves the public.
    """
    with transaction.atomic():
        rows = model.objects.filter(
            pk__in=list(keys), publication__in=since or STEPS[to]
        )
        changed = list(rows.select_for_update().order_by("pk"))
        for row in changed:
            row.publication = to
            row._change_reason = to.value
            row.save()
    return len(changed)
