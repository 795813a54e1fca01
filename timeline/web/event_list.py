"""One page of a timeline's events, and an account of those that are not on it."""

from dataclasses import dataclass
from typing import Any

from timeline.models import (
    EventRow,
    Timeline,
    dated_events,
    event_counts,
    undated_events,
)

from .window import Window

NO_DATE = "no accepted date"
OUTSIDE = "outside the dates asked for"
OTHER_PAGES = "on other pages of this list"
DATED = "an accepted date, and so in the list by date"
OTHER_GROUPS = "in other groups, or in none"


@dataclass(frozen=True, slots=True)
class EventList:
    """The events of a page; `total` is their number and all the counts of `undrawn`."""

    events: list[EventRow]
    total: int
    undrawn: list[tuple[str, int]]
    next_query: str | None

    def count(self, why: str) -> int:
        """How many events are not drawn for this reason."""
        return dict(self.undrawn).get(why, 0)


def list_events(timeline: Timeline, window: Window, user: Any) -> EventList:
    """The events of a timeline in a window, as this user may see them."""
    first, last = window.first, window.last
    counts = event_counts(timeline.pk, first, last, user, group := window.group)
    total = counts.total
    if group:
        total = event_counts(timeline.pk, None, None, user).total
    limit = window.limit + 1
    if window.undated:
        found = undated_events(timeline.pk, window.after, user, limit, group)
        inside = counts.total - counts.dated
        reasons = [(DATED, counts.dated)]
    else:
        found = dated_events(timeline.pk, first, last, window.after, user, limit, group)
        inside = counts.inside
        reasons = [
            (NO_DATE, counts.total - counts.dated),
            (OUTSIDE, counts.dated - counts.inside),
        ]
    events, more = found[: window.limit], found[window.limit :]
    reasons.append((OTHER_PAGES, inside - len(events)))
    reasons.append((OTHER_GROUPS, total - counts.total))
    undrawn = [(why, count) for why, count in reasons if count]
    following = window.next_query(events[-1].cursor) if more else None
    return EventList(events, total, undrawn, following)
