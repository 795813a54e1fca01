"""Small rows for tests: everything is published unless the test says otherwise."""

from collections.abc import Iterable
from typing import Any

from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    Passage,
    Timeline,
    refresh_marks,
)
from timeline.passages import describe, segment

PUBLISHED = "published"


def make_timeline(slug: str = "century", **fields: Any) -> Timeline:
    """A timeline without events."""
    values = {"title": f"Timeline {slug}", "publication": PUBLISHED, **fields}
    return Timeline.objects.create(slug=slug, **values)


def make_document(
    slug: str = "chronicle",
    text: str = "",
    passages: Iterable[str] = (),
    **fields: Any,
) -> Document:
    """A document cut from a text, or of these passages: p1, p2, …"""
    values = {"title": f"Document {slug}", "publication": PUBLISHED, **fields}
    if text:
        return Document.objects.from_segmentation(slug, segment(text), **values)
    document = Document.objects.create(slug=slug, **values)
    Passage.objects.bulk_create(
        Passage(
            document=document,
            key=f"p{number}",
            number=number,
            order=number * 10,
            text=words,
            after="\n\n",
        )
        for number, words in enumerate(passages, start=1)
    )
    return document


def make_event(
    timeline: Timeline,
    slug: str = "event",
    day: str | None = "1917-05-06",
    calendar: str = "gregorian",
    **fields: Any,
) -> Event:
    """An event; `day` (EDTF syntax in `calendar`) is its accepted date, or none."""
    values = {"title": f"Event {slug}", "publication": PUBLISHED, **fields}
    event = Event.objects.create(timeline=timeline, slug=slug, **values)
    if day is not None:
        make_dating(event, day, calendar, status="accepted")
    return event


def make_dating(
    event: Event, day: str, calendar: str = "gregorian", **fields: Any
) -> Dating:
    """A dating of an event; open, and resting on no citation, unless said."""
    return Dating.objects.create(
        event=event, edtf_written=day, calendar=calendar, **fields
    )


def make_citation(
    event: Event, passage: Passage, words: str, at: int = 0, **fields: Any
) -> Citation:
    """A citation of these words, the first time they stand at `at` or after it.

    The accepted dating of the event comes to rest on a witness, if it rests on none.
    """
    start = passage.text.index(words, at)
    selector = describe(passage.text, start, start + len(words))
    citation = Citation.objects.create(
        event=event,
        passage=passage,
        quoted=words,
        exact=words,
        prefix=selector.prefix,
        suffix=selector.suffix,
        start=start,
        end=start + len(words),
        **fields,
    )
    accepted = event.datings.filter(status="accepted", citation=None).first()
    if accepted and citation.role == "witness":
        accepted.citation, accepted.as_written = citation, words
        accepted.save()
    return citation


def make_events(timeline: Timeline, passage: Passage, count: int) -> list[Event]:
    """Many events in one go, a day apart from 1 January 1900, all citing a passage.

    Event number n is `e0001`, and cites the n-th character of the passage.
    """
    events = Event.objects.bulk_create(
        Event(
            timeline=timeline,
            slug=f"e{number:04}",
            title=f"Event {number}",
            publication=PUBLISHED,
        )
        for number in range(1, count + 1)
    )
    citations = Citation.objects.bulk_create(
        Citation(
            event=event,
            passage=passage,
            quoted=passage.text[at],
            exact=passage.text[at],
            start=at,
            end=at + 1,
        )
        for at, event in enumerate(events)
    )
    Dating.objects.bulk_create(dated(c, n) for n, c in enumerate(citations))
    refresh_marks([event.pk for event in events])
    return events


def dated(citation: Citation, days: int) -> Dating:
    """An accepted dating, this many days (28 a month) after 1 January 1900."""
    year, rest = divmod(days, 12 * 28)
    month, day = divmod(rest, 28)
    dating = Dating(
        event=citation.event,
        citation=citation,
        as_written=citation.quoted,
        edtf_written=f"{1900 + year}-{month + 1:02}-{day + 1:02}",
        status="accepted",
    )
    dating.fill()
    return dating
