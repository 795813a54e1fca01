"""Statements of Wikidata about times: rank, value, qualifiers and references.

A statement with a value is a dating. Preferred and normal ranks may be followed, of a
deprecated one the reason is told. References say where it stands; the date on which
somebody looked at a reference (P813) is no date of the event.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from timeline.dates import DateError, HistoricalDate, parse_edtf

from .foreign import record, words
from .rows import Wrong
from .wikidata_dates import Moment, between, moment, stretch_of
from .wikidata_own import RANKS, Own, own_of_statement
from .wikidata_snaks import listed, plain, plain_all

CIRCUMSTANCES = "P1480"
CIRCA, PRESUMABLY = "Q5727902", "Q18122778"
SIGNS = {(True, False): "~", (False, True): "?", (True, True): "%"}
EARLIEST, LATEST, WHY = "P1319", "P1326", "P2241"
POINT, START, END = "P585", "P580", "P582"
STATED_IN, REFERENCE_URL, QUOTATION = "P248", "P854", "P1683"
MOST_TOLD = 10  # references told in words; all are kept


@dataclass(slots=True)
class Statement:
    """One statement, where it stands, and its date once it is read."""

    id: str
    property: str
    rank: str
    path: str
    snak: dict[str, Any]
    qualifiers: dict[str, Any]
    references: list[Any]
    own: Own = field(default_factory=Own)
    kept: dict[str, Any] = field(default_factory=dict)
    date: Moment | None = None
    partner: "Statement | None" = None  # the end of the stretch that begins with this

    @property
    def kind(self) -> str:
        """`value`, `somevalue` (unknown) or `novalue` (there is none)."""
        return words(self.snak.get("snaktype"), f"{self.path}.snaktype")


def statements(claims: dict[str, Any], name: str) -> list[Statement]:
    """The statements of one property, those of the best rank first."""
    found = []
    for number, value in enumerate(listed(claims.get(name), f"claims.{name}")):
        path = f"claims.{name}[{number}]"
        one = record(value, path)
        rank = one.get("rank", "normal")
        if rank not in RANKS:
            raise Wrong("There is no such rank.", ", ".join(RANKS), f"{path}.rank")
        own = own_of_statement(one)
        snak = record(one.get("mainsnak"), f"{path}.mainsnak")
        qualifiers = record(one.get("qualifiers") or None, f"{path}.qualifiers")
        references = listed(one.get("references"), f"{path}.references")
        statement = Statement(
            words(one.get("id"), f"{path}.id") or f"{name}.{number}",
            *(name, own.rank or rank, path, snak, qualifiers, references, own),
        )
        statement.kept = _kept(statement)
        found.append(statement)
    return sorted(found, key=lambda one: RANKS.index(one.rank))


def _kept(one: Statement) -> dict[str, Any]:
    """The statement as `extra` keeps it."""
    path = f"{one.path}.references"
    references = [
        plain_all(record(record(r, path).get("snaks") or None, path), path)
        for r in one.references
    ]
    value = plain(one.snak, f"{one.path}.mainsnak")
    kept: dict[str, Any] = {"id": one.id, "property": one.property}
    kept |= {"rank": one.rank, "value": value}
    if one.qualifiers:
        kept["qualifiers"] = plain_all(one.qualifiers, f"{one.path}.qualifiers")
    return {**kept, "references": references} if references else kept


def _moments(snaks: Any, path: str) -> Iterator[Moment]:
    for snak in listed(snaks, path):
        one = record(snak, path)
        if one.get("snaktype") == "value":
            data = record(one.get("datavalue"), f"{path}.datavalue")
            yield moment(data.get("value"), f"{path}.datavalue.value")


def only_moment(one: Statement, name: str) -> Moment | None:
    """The one date a qualifier gives; several are refused."""
    path = f"{one.path}.qualifiers.{name}"
    found = list(_moments(one.qualifiers.get(name), path))
    if len(found) > 1:
        raise Wrong("The qualifier stands twice.", "One date.", path)
    return found[0] if found else None


def read_date(one: Statement) -> Moment | None:
    """The date of a statement, narrowed by earliest and latest; unknown is `None`."""
    found = next(_moments([one.snak], f"{one.path}.mainsnak"), None)
    earliest, latest = only_moment(one, EARLIEST), only_moment(one, LATEST)
    if earliest or latest:
        return between(earliest or found, latest or found)
    told = one.kept.get("qualifiers", {}).get(CIRCUMSTANCES, ())
    sign = SIGNS.get((CIRCA in told, PRESUMABLY in told), "")
    return found.doubted(sign) if found and sign else found


def date_in_qualifiers(one: Statement) -> Moment | None:
    """The date of a statement about something else: a point in time, or start, end."""
    if point := only_moment(one, POINT):
        return point
    start, end = only_moment(one, START), only_moment(one, END)
    is_open = _says(one, END) == "novalue"
    return stretch_of(start, end, is_open) if start or end else None


def _says(one: Statement, name: str) -> str:
    snaks = listed(one.qualifiers.get(name), f"{one.path}.qualifiers.{name}")
    first = snaks[0] if snaks else None
    return str(first.get("snaktype")) if isinstance(first, dict) else ""


def parsed(one: Statement) -> HistoricalDate:
    """The date of a statement, with its days."""
    assert one.date is not None
    try:
        return parse_edtf(one.date.edtf, one.date.calendar)
    except DateError as error:
        right = f"Expected: {error.expected}." if error.expected else ""
        wrong = f"{error.message} ({one.date.edtf})"
        raise Wrong(wrong, right, f"{one.path}.mainsnak") from None


def statuses(found: list[Statement]) -> list[str]:
    """A status for each: one may be followed, others agree, are open or rejected.

    Of several of the best rank the one is followed that lies within all others; dates
    that contradict each other stay open, and none of them is followed.
    """
    dates = [parsed(one) for one in found]
    spans = [_span(date) for date in dates]
    sound = [one.rank for one in found if one.rank != "deprecated"]
    best = [at for at, one in enumerate(found) if sound and one.rank == sound[0]]
    inner = [
        at
        for at in best
        if all(
            spans[at][0] >= spans[o][0] and spans[at][1] <= spans[o][1] for o in best
        )
    ]
    followed = inner[0] if inner else None
    given = []
    for at, one in enumerate(found):
        if one.rank == "deprecated":
            given.append("rejected")
        elif at == followed:
            given.append("accepted")
        else:
            same = followed is not None and spans[at] == spans[followed]
            given.append("agrees" if same else "open")
    return given


def _span(date: HistoricalDate) -> tuple[float, float]:
    first, last = date.start_min, date.end_max
    return (
        float("-inf") if first is None else first,
        float("inf") if last is None else last,
    )


def reason(one: Statement, labels: dict[str, str]) -> str:
    """Why a statement is deprecated, and where it stands."""
    told = []
    if one.rank == "deprecated":
        why = one.kept.get("qualifiers", {}).get(WHY, [])
        named = ", ".join(labels.get(str(each), str(each)) for each in why)
        told.append(f"Deprecated in Wikidata: {named or 'no reason is given'}.")
    references = one.kept.get("references", [])
    sources = (_source(reference, labels) for reference in references[:MOST_TOLD])
    told += [f"{source}." for source in sources if source]
    if (left := len(references) - MOST_TOLD) > 0:
        told.append(f"And {left} more references.")
    return " ".join(told)


def _source(reference: dict[str, list[Any]], labels: dict[str, str]) -> str:
    parts = [
        f"Stated in {labels.get(str(each), str(each))}"
        for each in reference.get(STATED_IN, ())
    ]
    parts += [str(each) for each in reference.get(REFERENCE_URL, ())]
    parts += [f"“{_text(each)}”" for each in reference.get(QUOTATION, ())]
    return ", ".join(parts)


def _text(value: Any) -> str:
    return str(value.get("text") if isinstance(value, dict) else value)
