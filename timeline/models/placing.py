"""Putting rows that point into passages where their words are now.

Citations, note markers and proposals all name a passage, a start and an end. Several
may change places at once, so that one would stand for a moment where another still is:
rows that move are first parked beyond every text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import F

from timeline.passages import Carried, Pointer, State, Target, describe, state_of

from .citation import Citation
from .passage import NoteLink, Passage, Revision
from .proposal import Proposal

Row = Citation | NoteLink | Proposal
PARKED = 1_000_000_000
"""Code points; no passage is as long as this."""


class Stood(NamedTuple):
    """Where the words of a row stood before; no place when they were lost before."""

    passage: str
    start: int | None
    end: int | None
    exact: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a row becomes: its new place, or None when its words are lost."""

    row: Row
    before: Stood
    after: Target | None
    state: State
    why: str = ""


def rows_of(passages: Iterable[Passage]) -> list[Row]:
    """Everything that points into these passages."""
    keys = [passage.pk for passage in passages]
    citations = Citation.objects.filter(passage__in=keys, start__isnull=False)
    return [
        *citations.select_related("event", "passage"),
        *NoteLink.objects.filter(marker_passage__in=keys),
        *Proposal.objects.filter(passage__in=keys),
    ]


def pointer_of(name: str, row: Row, passages: Mapping[int, Passage]) -> Pointer:
    """The pointer of a row, under a name that tells it from all others."""
    passage = passages[passage_id_of(row)]
    words = passage.text[row.start : row.end]
    quoted = row.quoted if isinstance(row, Citation) else words
    return Pointer(name, passage.key, row.start, row.end, quoted)


def passage_id_of(row: Row) -> int:
    """The primary key of the passage a row points into."""
    return row.marker_passage_id if isinstance(row, NoteLink) else row.passage_id


def stood(row: Row, passage: str) -> Stood:
    """Where a row stands as it is stored."""
    exact = row.exact if isinstance(row, Citation) else ""
    return Stood(passage, row.start, row.end, exact)


def outcomes_of(rows: Mapping[str, Row], carried: Iterable[Carried]) -> list[Outcome]:
    """The outcomes, in the order of the pointers."""
    outcomes = []
    for one in carried:
        row = rows[one.pointer.key]
        before = stood(row, one.pointer.passage)
        outcomes.append(Outcome(row, before, one.after, one.state, one.why))
    return outcomes


def place(
    outcomes: Iterable[Outcome], passages: Mapping[str, Passage], revision: Revision
) -> None:
    """Write every outcome; `passages` are the passages in use, by key."""
    changed = []
    taken: set[tuple[Any, ...]] = set()
    for outcome in outcomes:
        values = _values(outcome, passages, revision, taken)
        row = outcome.row
        if values is None or any(getattr(row, n) != v for n, v in values.items()):
            changed.append((row, values))
    _park([row for row, _ in changed])
    for row, values in changed:
        if values is None:
            row.delete()
            continue
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


def _values(
    outcome: Outcome,
    passages: Mapping[str, Passage],
    revision: Revision,
    taken: set[tuple[Any, ...]],
) -> dict[str, Any] | None:
    """The columns a row gets; `None` when nothing is left of it."""
    row, after = outcome.row, outcome.after
    if after is not None:
        place_ = (type(row), _owner(row), after.passage, after.start, after.end)
        if place_ in taken:
            after = None  # two rows on the same words: the second has no place
        taken.add(place_)
    if isinstance(row, Citation):
        return _citation(row, after, passages, revision)
    if after is None:
        return None
    passage = passages[after.passage]
    stretch = {"start": after.start, "end": after.end}
    if isinstance(row, NoteLink):
        return {"marker_passage": passage, **stretch}
    values = {"passage": passage, "words": after.exact, **stretch}
    if outcome.state is State.CHANGED and row.decision != Proposal.Decision.ACCEPTED:
        values["decision"] = Proposal.Decision.OPEN
    return values


def _owner(row: Row) -> tuple[Any, ...]:
    return (row.event_id, row.role) if isinstance(row, Citation) else ()


def _citation(
    row: Citation,
    after: Target | None,
    passages: Mapping[str, Passage],
    revision: Revision,
) -> dict[str, Any]:
    if after is None:
        lost_in = row.lost_in or revision
        lost = Citation.State.LOST
        return {"start": None, "end": None, "state": lost, "lost_in": lost_in}
    passage = passages[after.passage]
    words = describe(passage.text, after.start, after.end)
    return {
        "passage": passage,
        "start": after.start,
        "end": after.end,
        "exact": words.exact,
        "prefix": words.prefix,
        "suffix": words.suffix,
        "state": state_of(row.quoted, words.exact).value,
        "lost_in": None,
    }


def _park(rows: Iterable[Row]) -> None:
    for model in (Citation, NoteLink, Proposal):
        keys = [row.pk for row in rows if isinstance(row, model)]
        model._base_manager.filter(pk__in=keys, start__isnull=False).update(
            start=F("start") + PARKED, end=F("end") + PARKED
        )
