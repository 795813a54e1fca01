"""The events of an entity of Wikidata: statements about a time are their datings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.dates import Calendar

from .event_rows import derived_key
from .wikidata_dates import CALENDARS, Moment, stretch_of
from .wikidata_own import Own
from .wikidata_statements import (
    END,
    POINT,
    START,
    Statement,
    date_in_qualifiers,
    read_date,
    statements,
    statuses,
)
from .wikidata_times import QUALIFIERS, told

OWN = (POINT, START, END)  # the times of the entity itself
EVENTS = {
    "P569": "date of birth",
    "P1636": "date of baptism",
    "P570": "date of death",
    "P4602": "date of burial or cremation",
    "P571": "inception",
    "P576": "dissolved, abolished or demolished",
    "P577": "publication date",
    "P575": "time of discovery or invention",
    "P1191": "date of first performance",
    "P1249": "time of earliest written record",
    "P1619": "date of official opening",
    "P3999": "date of official closure",
    "P1317": "floruit",
}
HAPPENED = "P793"  # significant event: its date stands in qualifiers
CALENDAR_NAMES = {calendar: model for model, calendar in CALENDARS.items()}


@dataclass(slots=True)
class Times:
    """The statements of one kind of time, and the datings they make.

    Ours are those that we wrote and Wikidata has not.
    """

    theirs: list[Statement]
    dated: list[Statement]
    ours: list["OwnDating"]

    @property
    def is_none(self) -> bool:
        """Whether all there is says that there is no such date."""
        said = self.dated or self.ours
        return not said and all(one.kind == "novalue" for one in self.theirs)

    def statuses(self) -> list[tuple[Statement, str]]:
        """A status for each dating of theirs, and what we wrote of it above that."""
        given = statuses(self.dated)
        followed = [one.own.status for one in (*self.dated, *self.ours)]
        found = []
        for one, status in zip(self.dated, given, strict=True):
            if status == "accepted" and "accepted" in followed:
                status = "open"
            found.append((one, one.own.status or status))
        return found


@dataclass(slots=True)
class OwnDating:
    """A dating that we wrote as statements: what we know of it, and what they say."""

    own: Own
    date: Moment | None
    is_ours: bool  # the statements say what we wrote


def times_of(
    claims: dict[str, Any], kind: Sequence[str], note: Callable[[str], None]
) -> Times:
    """The statements of one kind of time, read."""
    by = {name: statements(claims, name) for name in kind}
    mine: dict[str, list[Statement]] = {}
    for one in (each for some in by.values() for each in some):
        if one.own.dating:
            mine.setdefault(one.own.dating, []).append(one)
    for name, some in by.items():
        by[name] = [one for one in some if not one.own.dating]
    theirs = [one for some in by.values() for one in some]
    if kind[0] == HAPPENED:
        dated = list(_happened(theirs))
    else:
        dated = [one for one in by[kind[0]] if _is_dated(one, note)]
    if tuple(kind) == OWN:
        dated += _stretches(by[START], by[END], note)
    ours = [_own_dating(some, kind[0]) for some in mine.values()]
    return Times(theirs, [one for one in dated if not one.own.passed], ours)


def _happened(found: list[Statement]) -> Iterator[Statement]:
    """Significant events, whose dates stand in qualifiers."""
    for one in found:
        one.date = date_in_qualifiers(one)
        if one.date is not None:
            yield one


def _is_dated(one: Statement, note: Callable[[str], None]) -> bool:
    """Read the date of a statement; one that has none is told."""
    one.date = read_date(one)
    if one.date is None:
        what = "no value" if one.kind == "novalue" else "an unknown value"
        note(f"{one.path}: {what}.")
    return one.date is not None


def _stretches(
    starts: list[Statement], ends: list[Statement], note: Callable[[str], None]
) -> list[Statement]:
    """Start and end as one dating; each by itself where one of them is doubtful."""
    start, end = _only(starts, note), _only(ends, note)
    others = [one for one in (*starts, *ends) if one not in (start, end)]
    dates = [
        read_date(one) if one and _is_dated(one, note) else None for one in (start, end)
    ]
    dated = []
    if (lead := start or end) and any(dates):
        lead.date = stretch_of(*dates, end is not None and end.kind == "novalue")
        lead.partner = end if lead is start else None
        dated.append(lead)
    for one in others:
        if _is_dated(one, note):
            sides = (one.date, None) if one in starts else (None, one.date)
            one.date = stretch_of(*sides, False)
            dated.append(one)
    return dated


def _only(some: list[Statement], note: Callable[[str], None]) -> Statement | None:
    """The one statement of the best rank; of several none is chosen."""
    best = [one for one in some if one.rank == some[0].rank]
    if not best or best[0].rank == "deprecated":
        return None
    if len(best) > 1:
        note(f"{best[0].path}: {len(best)} of the same rank.")
        return None
    return best[0]


# Datings that we wrote


def _own_dating(some: list[Statement], kind: str) -> OwnDating:
    """A dating of ours: as we know it, while the statements are those we made of it."""
    own = next((one.own for one in some if one.own.edtf is not None), some[0].own)
    date = said_by(some)
    if own.edtf is None or not _is_told(own, some, kind):
        return OwnDating(own, date, False)
    calendar = Calendar(own.calendar)
    moment = Moment(calendar, "", "", own.edtf) if own.edtf else None
    return OwnDating(own, moment, True)


def _is_told(own: Own, some: list[Statement], kind: str) -> bool:
    """Whether these statements are what we write for a dating."""
    from_date = told_or_none(own, kind)
    said = {
        one.property: (
            one.kept["value"],
            {
                n: v
                for n, v in one.kept.get("qualifiers", {}).items()
                if n in QUALIFIERS
            },
        )
        for one in some
    }
    return from_date == said and len(said) == len(some)


def told_or_none(own: Own, kind: str) -> Any:
    """The values that we write for a dating; `None` where the date is no date."""
    try:
        return told(own.edtf or "", Calendar(own.calendar), kind)
    except ValueError:
        return None


def said_by(some: list[Statement]) -> Moment | None:
    """The date that the statements of one dating say to everybody."""
    by = {one.property: one for one in some}
    start, end = by.get(START), by.get(END)
    if start is None and end is None:
        return read_date(some[0])
    dates = [read_date(one) if one else None for one in (start, end)]
    is_open = end is not None and end.kind == "novalue"
    return stretch_of(*dates, is_open) if any(dates) or is_open else None


def dating_fields(one: OwnDating, key: str) -> dict[str, Any]:
    """The columns of a dating that we wrote."""
    own, date = one.own, one.date
    found: dict[str, Any] = {"key": key, "edtf_written": date.edtf if date else ""}
    if date:
        found["calendar"] = date.calendar.value
    if one.is_ours:
        found |= {"as_written": own.as_written, "calendar": own.calendar}
        found |= {"kind": own.kind} if own.kind else {}
    found |= {"_calendar_basis": own.basis, "_status": own.status or "open"}
    return {**found, "_reason": own.reason, "_who": own.who}


def key_of(own: Own, timeline: str, written_for: str, slug: str) -> str:
    """The key of a dating of ours; in a copy on another timeline it has another."""
    if timeline == written_for:
        return own.dating
    return derived_key(timeline, f"{slug}${own.dating}")
