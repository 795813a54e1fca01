"""The proposed dates of a document, one at a time: which is next, what it may mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from timeline.dates import Calendar, Reading, Supplied, parse_edtf
from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    Proposal,
    Timeline,
    both_styles,
)
from timeline.passages import sentence_round

CANDIDATES = 8
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class ShownReading:
    """A reading with its number and its words in both styles."""

    number: int
    reading: Reading
    words: str
    kind: str = Dating.Kind.PLAIN
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that the date may belong to."""

    event: Event
    words: str


def proposals_of(document: Document) -> QuerySet[Proposal]:
    """The proposals in the text as it stands, in its order."""
    rows = Proposal.objects.filter(document=document).current()
    return rows.select_related("passage", "citation__event__timeline")


def first_waiting(document: Document, after: Proposal | None) -> Proposal | None:
    """The next date that nobody has decided on, from the top when none follows."""
    waiting = proposals_of(document).waiting()
    following = waiting.filter(behind(after)).first() if after else None
    return following or waiting.first()


def behind(proposal: Proposal) -> Q:
    """Proposals that stand after this one in the text."""
    order, passage = proposal.passage.order, proposal.passage_id
    same = Q(passage__order=order)
    return (
        Q(passage__order__gt=order)
        | same & Q(passage_id__gt=passage)
        | same & Q(passage_id=passage, start__gt=proposal.start)
    )


def neighbours(proposal: Proposal) -> tuple[int | None, int | None]:
    """The dates before and after this one, decided or not."""
    rows = Proposal.objects.filter(document=proposal.document_id).current()
    before = rows.exclude(behind(proposal)).exclude(pk=proposal.pk).reverse()
    following = rows.filter(behind(proposal))
    previous, after = before.first(), following.first()
    return previous and previous.pk, after and after.pk


def readings_of(proposal: Proposal) -> list[ShownReading]:
    """What the words may mean, numbered from 1 as the keys are."""
    return [
        shown(number, value) for number, value in enumerate(proposal.readings, start=1)
    ]


def shown(number: int, value: dict) -> ShownReading:
    """A reading from the JSON of its proposal, with what sort of claim it is."""
    reading = stored_reading(value)
    kind = value.get("kind", Dating.Kind.PLAIN.value)
    words = both_styles(reading.date)
    return ShownReading(number, reading, words, kind, value.get("reason", ""))


def stored_reading(value: dict) -> Reading:
    """A reading from the JSON of its proposal."""
    return Reading(
        parse_edtf(value["edtf_written"], Calendar(value["calendar"])),
        value.get("why", ""),
        tuple(Supplied(**part) for part in value.get("supplied", ())),
        tuple(value.get("warnings", ())),
    )


def sentence_of(proposal: Proposal) -> tuple[str, str, str]:
    """The sentence of the words: before, the words, after."""
    text, start, end = proposal.passage.text, proposal.start, proposal.end
    first, last = sentence_round(text, start, end)
    return text[first:start], text[start:end], text[end:last]


def title_for(proposal: Proposal) -> str:
    """The sentence on one line as a first title, cut at a word."""
    words = " ".join("".join(sentence_of(proposal)).split())
    if len(words) <= LONGEST_TITLE:
        return words.rstrip(".")
    return words[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def timeline_of(document: Document) -> Timeline | None:
    """Where the document's events went last, else the timeline of its own slug."""
    cited = Citation.objects.filter(passage__document=document).order_by("-pk")
    last = cited.select_related("event__timeline").first()
    if last is not None:
        return last.event.timeline
    return Timeline.objects.filter(slug=document.slug).first()


def candidates(
    readings: Sequence[ShownReading], timeline: Timeline | None, title: str
) -> list[Candidate]:
    """Events of these days on the timeline, or with these words in their titles."""
    rows = Event.objects.none()
    if title:
        rows = Event.objects.filter(title__icontains=title)
    elif timeline is not None and (days := days_of(readings)):
        rows = Event.objects.filter(days, mark__timeline=timeline)
    found = with_dates(rows).order_by("pk")[:CANDIDATES]
    return [Candidate(event, words_of(event)) for event in found]


def with_dates(events: QuerySet[Event]) -> QuerySet[Event]:
    """The events with their timelines and, in `accepted`, the dating they follow."""
    accepted = Dating.objects.filter(status=Dating.Status.ACCEPTED)
    return events.select_related("timeline").prefetch_related(
        Prefetch("datings", accepted, to_attr="accepted")
    )


def days_of(readings: Sequence[ShownReading]) -> Q | None:
    """Events that begin in the days of any of the readings."""
    days = None
    for shown in readings:
        first, last = shown.reading.date.first_day, shown.reading.date.last_day
        if first is None or last is None:
            continue
        these = Q(mark__sort_start__range=(first, last))
        days = these if days is None else days | these
    return days


def words_of(event: Event) -> str:
    """When it happened, in both styles."""
    date = event.accepted[0].date() if event.accepted else None
    return both_styles(date) if date else "undated"
