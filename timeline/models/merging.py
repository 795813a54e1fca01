"""Two events that turn out to be one: nothing that was said of either is lost."""

from django.core.exceptions import ValidationError
from django.db import transaction

from .citation import Citation
from .dating import Dating
from .event import Event
from .following import status_for, write_dating
from .former_address import FormerAddress, keep_address
from .versioned import StaleVersion


def merge_events(kept: Event, merged: Event) -> None:
    """Give the kept event all that the other has; its address leads there from now on.

    Citations and datings keep their keys. The kept event follows the dating that it
    followed; one of the other's agrees with it or stays open. Refused where both cite
    the same words in the same role: one of the two keys would be lost.
    """
    if kept.pk == merged.pk:
        raise ValidationError("An event is not merged with itself.")
    with transaction.atomic():
        rows = Event.objects.select_for_update().in_bulk([kept.pk, merged.pk])
        for event in (kept, merged):
            if event.pk not in rows or rows[event.pk].version != event.version:
                raise StaleVersion(rows.get(event.pk, event))
        _refuse_doubles(kept, merged)
        datings = list(merged.datings.select_for_update().order_by("pk"))
        accepted = [d for d in datings if d.status == Dating.Status.ACCEPTED]
        for dating in accepted:  # no event has two accepted ones at any moment
            dating.status = Dating.Status.OPEN
            dating.save()
        for citation in merged.citations.select_for_update():
            citation.event = kept
            citation.save()
        for dating in datings:
            dating = Dating.objects.select_related("citation").get(pk=dating.pk)
            dating.event = kept
            if dating in accepted:
                dating.status = status_for(dating)
            write_dating(dating)
        kept.tags.add(*merged.tags.all())
        notes = [note for note in (kept.editor_note, merged.editor_note) if note]
        kept.editor_note = "\n\n".join(dict.fromkeys(notes))
        FormerAddress.objects.filter(event=merged).update(event=kept)
        keep_address(kept, merged.slug, merged.timeline_id)
        merged.refresh_from_db()
        merged.delete()
        kept.save()


def _refuse_doubles(kept: Event, merged: Event) -> None:
    def places(event: Event) -> dict[tuple, Citation]:
        rows = event.citations.filter(start__isnull=False)
        return {(c.passage_id, c.start, c.end, c.role): c for c in rows}

    ours, theirs = places(kept), places(merged)
    if double := ours.keys() & theirs.keys():
        words = ", ".join(f"“{theirs[place].exact}”" for place in sorted(double))
        raise ValidationError(
            f"Both events cite {words} in the same role. Give one of the citations "
            "another role, or delete it, and merge again."
        )
