"""The questions a page asks, each one prepared query whatever the number of rows."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet

from .citation import Citation
from .dating import Dating
from .event import Event
from .passage import NoteLink, Passage
from .prepared import prepared
from .publication import may_see_drafts
from .reading import (
    CitationRow,
    Counts,
    Cursor,
    DatingRow,
    EventRow,
    NoteLinkRow,
    PassageRow,
    PassageSize,
    attach,
)

NOWHERE = (None, None, None)


def _shown(rows: Any, drafts: bool) -> Any:
    return rows if drafts else rows.published()


def _of(group: str, rows: Any) -> Any:
    return rows.filter(group=group) if group else rows


def _asked(statement: Any, *arguments: Any, group: str, **shape: Any) -> list[Any]:
    """The rows of a question; with a group, whose name is text, it is compiled anew."""
    if group:
        return list(statement.__wrapped__(*arguments, group=group, **shape))
    return list(statement(*arguments, **shape))


@prepared(Event)
def _counts(
    timeline: int,
    first: int | None,
    last: int | None,
    *,
    drafts: bool,
    group: str = "",
) -> QuerySet:
    rows = _of(group, _shown(Event.objects.filter(timeline=timeline), drafts))
    return rows.counts(Event.objects.inside(first, last))


@prepared(Event)
def _dated(
    timeline: int,
    first: int | None,
    last: int | None,
    start: int | None,
    seconds: int | None,
    event: int | None,
    *,
    drafts: bool,
    limit: int,
    group: str = "",
) -> QuerySet:
    rows = Event.objects.filter(mark__timeline=timeline).between(first, last).dated()
    rows = _of(group, rows)
    if start is not None and seconds is not None and event is not None:
        rows = rows.following(Cursor(start, seconds, event))
    return _shown(rows, drafts).columns()[:limit]


@prepared(Event)
def _undated(
    timeline: int, event: int | None, *, drafts: bool, limit: int, group: str = ""
) -> QuerySet:
    rows = _of(group, Event.objects.filter(timeline=timeline).undated())
    if event is not None:
        rows = rows.filter(pk__gt=event)
    return _shown(rows, drafts).columns()[:limit]


@prepared(Event)
def _events(events: Sequence[int], *, drafts: bool, limit: int) -> QuerySet:
    rows = Event.objects.filter(pk__in=events).by_date()
    return _shown(rows, drafts).columns()[:limit]


@prepared(Event)
def _whole_event(event: int, *, drafts: bool) -> QuerySet:
    rows = Event.objects.filter(pk=event)
    return _shown(rows, drafts).columns(whole_summary=True)


@prepared(Dating)
def _datings(events: Sequence[int]) -> QuerySet:
    return Dating.objects.filter(event__in=events).columns()


@prepared(Citation)
def _citations(events: Sequence[int], *, drafts: bool) -> QuerySet:
    rows = Citation.objects.filter(event__in=events).in_text_order()
    return _shown(rows, drafts).columns()


@prepared(Citation)
def _cited(passages: Sequence[int], *, drafts: bool, limit: int) -> QuerySet:
    rows = Citation.objects.filter(passage__in=passages).in_text_order()
    return _shown(rows, drafts).columns()[:limit]


@prepared(NoteLink)
def _links(passages: Sequence[int]) -> QuerySet:
    rows = NoteLink.objects.filter(
        Q(marker_passage__in=passages) | Q(note_passage__in=passages),
        marker_passage__retired_in=None,
    )
    return rows.columns()


@prepared(Passage)
def _sizes(document: int) -> QuerySet:
    return Passage.objects.filter(document=document).current().sizes()


@prepared(Passage)
def _passages(document: int) -> QuerySet:
    return Passage.objects.filter(document=document).current().columns()


def _attested(rows: list[tuple[Any, ...]], drafts: bool) -> list[EventRow]:
    """The events with their datings and the citations that may be seen."""
    events = [EventRow(*row) for row in rows]
    ids = [event.pk for event in events]
    datings = [DatingRow(*row) for row in _datings(ids)]
    citations = [CitationRow(*row) for row in _citations(ids, drafts=drafts)]
    attach(events, datings, citations)
    return events


def event_counts(
    timeline: int, first: int | None, last: int | None, user: Any, group: str = ""
) -> Counts:
    """How many events this user may see: all, with a date, in these days."""
    drafts = may_see_drafts(user)
    found = _asked(_counts, timeline, first, last, drafts=drafts, group=group)
    return Counts(*found[0]) if found else Counts(0, 0, 0)


def dated_events(
    timeline: int,
    first: int | None,
    last: int | None,
    after: Cursor | None,
    user: Any,
    limit: int,
    group: str = "",
) -> list[EventRow]:
    """The events of a timeline in these days, in order, after a place in it."""
    shape = {"drafts": may_see_drafts(user), "limit": limit, "group": group}
    place = after or NOWHERE
    rows = _asked(_dated, timeline, first, last, *place, **shape)
    return _attested(rows, shape["drafts"])


def undated_events(
    timeline: int, after: Cursor | None, user: Any, limit: int, group: str = ""
) -> list[EventRow]:
    """The events of a timeline without an accepted date, as entered."""
    shape = {"drafts": may_see_drafts(user), "limit": limit, "group": group}
    rows = _asked(_undated, timeline, after.event if after else None, **shape)
    return _attested(rows, shape["drafts"])


def group_names(timeline: int, user: Any, most: int) -> list[str]:
    """The groups of a timeline's events that this user may see, by name."""
    rows = Event.objects.visible_to(user).filter(timeline=timeline).exclude(group="")
    names = rows.order_by("group").values_list("group", flat=True).distinct()
    return list(names[:most])


def events_by_date(events: Sequence[int], user: Any, limit: int) -> list[EventRow]:
    """These events in order, the undated ones last."""
    drafts = may_see_drafts(user)
    return _attested(_events(events, drafts=drafts, limit=limit), drafts)


def whole_event(event: int, user: Any) -> EventRow | None:
    """One event with all of its summary."""
    drafts = may_see_drafts(user)
    found = _attested(_whole_event(event, drafts=drafts), drafts)
    return found[0] if found else None


def citations_in(passages: Sequence[int], user: Any, limit: int) -> list[CitationRow]:
    """The citations of words in these passages."""
    rows = _cited(passages, drafts=may_see_drafts(user), limit=limit)
    return [CitationRow(*row) for row in rows]


def note_links(passages: Sequence[int]) -> list[NoteLinkRow]:
    """The markers in these passages, and those that lead to notes among them."""
    return [NoteLinkRow(*row) for row in _links(passages)]


def passage_sizes(document: int) -> list[PassageSize]:
    """How long each passage of a document is."""
    return [PassageSize(*row) for row in _sizes(document)]


def whole_text(document: int) -> list[PassageRow]:
    """All passages of a document."""
    return [PassageRow(*row) for row in _passages(document)]
