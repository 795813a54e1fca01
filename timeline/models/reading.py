"""What a page reads: joined columns as plain values, in a fixed number of queries.

Querysets mix these classes in. A row here is one event, dating, citation or passage
with the columns of everything above it, so that no row costs a query of its own.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self

from django.db.models import Case, Count, F, Q, TextField, Value, When
from django.db.models.functions import Length, Substr

SLIDE = "extra__timelinejs__slide"
"""Where it is kept what an event was in its file: an era is a stretch behind others."""
SUMMARY_STRETCH = 1_000
"""Characters of a summary in a list; the event's own page gives all of them."""


class Cursor(NamedTuple):
    """The place of an event in its timeline's order."""

    start: int
    seconds: int
    event: int


@dataclass(slots=True)
class CitationRow:
    """A citation with the addresses of its event, passage and document."""

    pk: int
    key: str
    event_id: int
    event: str
    timeline: str
    passage_id: int
    passage: str
    passage_kind: str
    passage_number: int | None
    document: str
    document_title: str
    role: str
    state: str
    quoted: str
    exact: str
    prefix: str
    suffix: str
    start: int | None
    end: int | None
    note: str
    lost_in: int | None


@dataclass(slots=True)
class DatingRow:
    """A dating; `citation` is filled in where the reader may see it."""

    pk: int
    key: str
    event_id: int
    citation_id: int | None
    as_written: str
    calendar: str
    calendar_basis: str
    edtf_written: str
    edtf: str
    start_min: int | None
    start_max: int | None
    end_min: int | None
    end_max: int | None
    start_kind: str
    end_kind: str
    shape: str
    qualifier: str
    status: str
    kind: str
    reason: str
    who: str
    supplied: list[dict[str, Any]]
    citation: CitationRow | None = None

    @property
    def is_misprint(self) -> bool:
        """A reading that the printer got wrong, and that is not followed."""
        return self.kind == "misprint" and self.status == "rejected"

    @property
    def is_withheld(self) -> bool:
        """Its citation exists, but the reader may not see it."""
        return self.citation_id is not None and self.citation is None


@dataclass(slots=True)
class EventRow:
    """An event with its timeline; datings and citations come by `attach`."""

    pk: int
    slug: str
    title: str
    summary: str
    link: str
    status: str
    importance: int
    publication: str
    group: str
    timeline: str
    timeline_title: str
    start: int | None
    end: int | None
    seconds: int | None
    slide: Any = None
    datings: list[DatingRow] = field(default_factory=list)
    citations: list[CitationRow] = field(default_factory=list)

    @property
    def accepted(self) -> DatingRow | None:
        """The dating the mark follows."""
        return next((d for d in self.datings if d.status == "accepted"), None)

    @property
    def is_era(self) -> bool:
        """Whether it is drawn as a band behind the other events."""
        return self.slide == "era"

    @property
    def cursor(self) -> Cursor:
        """Where it stands in the order."""
        return Cursor(self.start or 0, self.seconds or 0, self.pk)


class Correction(NamedTuple):
    """What a misprinted citation should read, and the document that prints it so."""

    citation: str
    as_written: str
    edtf_written: str
    calendar: str
    document_id: int | None


class PassageSize(NamedTuple):
    """How long a passage is, without its text."""

    key: str
    characters: int


class PassageRow(NamedTuple):
    """A passage as the pages show it."""

    pk: int
    key: str
    kind: str
    number: int | None
    text: str
    after: str


class NoteLinkRow(NamedTuple):
    """A note marker, by the passages' primary keys."""

    passage_id: int
    start: int
    end: int
    label: str
    note_id: int | None
    note: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many events a timeline has, and how many of them a window holds."""

    total: int
    dated: int
    inside: int


class EventReading:
    """What pages ask of events."""

    def dated(self) -> Self:
        """Events whose date is settled, in order: by day, by hour, as entered."""
        return self.filter(mark__isnull=False).order_by(
            "mark__sort_start", "mark__sort_seconds", "mark__event_id"
        )

    def by_date(self) -> Self:
        """In order of date, those without an accepted one last."""
        return self.order_by(
            F("mark__sort_start").asc(nulls_last=True), "mark__sort_seconds", "pk"
        )

    def inside(self, first: int | None, last: int | None) -> Q:
        """The dated events that may have happened in these days, both included."""
        rule = Q(mark__isnull=False)
        if first is not None:
            rule &= Q(mark__sort_end__gte=first)
        if last is not None:
            rule &= Q(mark__sort_start__lte=last)
        return rule

    def undated(self) -> Self:
        """Events without an accepted dating, as entered."""
        return self.filter(mark__isnull=True).order_by("pk")

    def following(self, cursor: Cursor) -> Self:
        """Dated events after this place in the order."""
        start, seconds, event = cursor
        same_day = Q(mark__sort_start=start)
        same_time = same_day & Q(mark__sort_seconds=seconds)
        return self.filter(
            Q(mark__sort_start__gt=start)
            | same_day & Q(mark__sort_seconds__gt=seconds)
            | same_time & Q(mark__event__gt=event)
        )

    def counts(self, inside: Q) -> Self:
        """One row, or none: all of a timeline's events, the dated, those inside."""
        return (
            self.order_by()
            .values("timeline_id")
            .annotate(
                total=Count("pk"),
                dated=Count("mark"),
                inside=Count("mark", filter=inside),
            )
            .values_list("total", "dated", "inside")
        )

    def columns(self, whole_summary: bool = False) -> Self:
        """The columns of `EventRow`; summaries cut one character past the stretch."""
        summary = F("summary")
        if not whole_summary:
            summary = Substr("summary", 1, SUMMARY_STRETCH + 1)
        return self.annotate(stretch=summary).values_list(
            *("pk", "slug", "title", "stretch", "link", "status", "importance"),
            *("publication", "group", "timeline__slug", "timeline__title"),
            *("mark__sort_start", "mark__sort_end", "mark__sort_seconds", SLIDE),
        )


class DatingReading:
    """What pages ask of datings."""

    def columns(self) -> Self:
        """The columns of `DatingRow`: accepted first, then agreeing, then by day."""
        rank = Case(
            When(status="accepted", then=Value(0)),
            When(status="agrees", then=Value(1)),
            default=Value(2),
        )
        return self.order_by(rank, "start_min", "pk").values_list(
            *("pk", "key", "event_id", "citation_id", "as_written", "calendar"),
            *("calendar_basis", "edtf_written", "edtf"),
            *("start_min", "start_max", "end_min", "end_max"),
            *("start_kind", "end_kind", "shape", "qualifier"),
            *("status", "kind", "reason", "who", "supplied"),
        )

    def corrections(self) -> list[Correction]:
        """The misprints among these, with the dating followed instead."""
        followed = "event__datings"
        values = self.filter(
            kind="misprint", status="rejected", event__datings__status="accepted"
        ).values_list(
            *("citation__key", f"{followed}__as_written"),
            *(f"{followed}__edtf_written", f"{followed}__calendar"),
            f"{followed}__citation__passage__document",
        )
        return [Correction(*row) for row in values]


class CitationReading:
    """What pages ask of citations."""

    def in_text_order(self) -> Self:
        """By document, passage and place; lost ones last in their passage."""
        return self.order_by(
            "passage__document_id",
            "passage__order",
            "passage_id",
            F("start").asc(nulls_last=True),
            "end",
            "pk",
        )

    def columns(self) -> Self:
        """The columns of `CitationRow`."""
        return self.values_list(
            *("pk", "key", "event_id", "event__slug", "event__timeline__slug"),
            *("passage_id", "passage__key", "passage__kind", "passage__number"),
            *("passage__document__slug", "passage__document__title"),
            *("role", "state", "quoted", "exact", "prefix", "suffix"),
            *("start", "end", "note", "lost_in__number"),
        )


class PassageReading:
    """What pages ask of passages."""

    def after(self, passage: Any) -> Self:
        """The passages behind this one in the order of the text."""
        same = Q(order=passage.order, pk__gt=passage.pk)
        return self.filter(Q(order__gt=passage.order) | same)

    def sizes(self) -> Self:
        """The columns of `PassageSize`."""
        return self.values_list("key", Length("text") + Length("after"))

    def columns(self) -> Self:
        """The columns of `PassageRow`."""
        return self.values_list("pk", "key", "kind", "number", "text", "after")


class NoteLinkReading:
    """What pages ask of note links."""

    def columns(self) -> Self:
        """The columns of `NoteLinkRow` in text order; a retired note counts as none."""
        current = Q(note_passage__retired_in=None)
        return self.order_by("marker_passage__order", "start", "pk").values_list(
            *("marker_passage_id", "start", "end", "label"),
            Case(When(current, then=F("note_passage_id"))),
            Case(When(current, then=F("note_passage__key")), output_field=TextField()),
            "basis",
        )


def attach(
    events: list[EventRow], datings: list[DatingRow], citations: list[CitationRow]
) -> None:
    """Give each event its datings and citations, and each dating its citation.

    Where the citation of a dating is kept from the reader, so are its words.
    """
    by_pk = {event.pk: event for event in events}
    by_citation = {citation.pk: citation for citation in citations}
    for citation in citations:
        by_pk[citation.event_id].citations.append(citation)
    for dating in datings:
        if dating.citation_id is not None:
            dating.citation = by_citation.get(dating.citation_id)
        if dating.is_withheld:
            dating.as_written = dating.calendar_basis = dating.reason = ""
        by_pk[dating.event_id].datings.append(dating)
