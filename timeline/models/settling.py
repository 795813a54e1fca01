"""A conflict settled: one dating is followed, what does not meet it is rejected."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from .dating import Dating
from .event import Event
from .versioned import StaleVersion

UNSETTLED = (Dating.Status.ACCEPTED, Dating.Status.OPEN)


def meets(one: Dating, other: Dating) -> bool:
    """Whether two datings may be of the same day; an open end meets what lies there."""
    return _starts_by_the_end(one, other) and _starts_by_the_end(other, one)


def _starts_by_the_end(one: Dating, other: Dating) -> bool:
    if one.start_min is None or other.end_max is None:
        return True
    return one.start_min <= other.end_max


def settle(
    event: Event,
    dating: Dating,
    reason: str,
    who: str,
    seen: Mapping[int, int],
    kind: str = "",
) -> list[Dating]:
    """Follow a dating of the event and reject, with the reason, what it excludes.

    `seen` are the versions of the unsettled datings that the editor looked at: over
    others `StaleVersion` is raised. `kind` says what the rejected ones are. Returns the
    rejected.
    """
    if not reason.strip():
        raise ValidationError("Say why this dating is followed.")
    with transaction.atomic():
        rows = event.datings.select_for_update().filter(status__in=UNSETTLED)
        unsettled = {row.pk: row for row in rows}
        _refuse_newer(unsettled, seen)
        if dating.pk not in unsettled:
            raise ValidationError("Choose one of the datings that are not settled.")
        chosen = unsettled.pop(dating.pk)
        former = [d for d in unsettled.values() if d.status == Dating.Status.ACCEPTED]
        losers = [d for d in unsettled.values() if not meets(d, chosen)]
        event.follow(chosen, reason, who)
        for loser in dict.fromkeys([*former, *losers]):
            loser.refresh_from_db()
            loser.status, loser.reason = Dating.Status.REJECTED, reason
            loser.kind = kind or loser.kind
            loser.save()
    return list(dict.fromkeys([*former, *losers]))


def _refuse_newer(rows: Mapping[int, Dating], seen: Mapping[int, int]) -> None:
    for pk, row in rows.items():
        if seen.get(pk) != row.version:
            raise StaleVersion(row)
    if seen.keys() - rows.keys():
        raise ValidationError("One of these datings was settled meanwhile.")
