"""Material to measure with: a chronicle of any length, a dated paragraph an event.

The text is made up by rule and says so; every event cites the date and the words that
name it, and rests on them.
"""

from dataclasses import dataclass

from tests.factories import make_document, make_timeline
from timeline.models import Citation, Dating, Event, Passage, refresh_marks

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
REST = (
    "The assembly heard the report, asked for the figures of the year before, and put "
    "the question off until the delegates of the outer districts had arrived. A "
    "minority wished the matter settled at once and said so in writing."
)


@dataclass(frozen=True, slots=True)
class Session:
    """One paragraph of the chronicle: the day as printed, and in EDTF syntax."""

    number: int
    printed: str
    day: str

    @property
    def happened(self) -> str:
        """The words that name the event."""
        return f"session {self.number} of the assembly was opened"

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return f"On {self.printed}, {self.happened}. {REST}"


def session(number: int) -> Session:
    """The sessions are a week apart, in months of 28 days, from 1 January 1800."""
    year, rest = divmod(number * 7, 28 * 12)
    month, day = divmod(rest, 28)
    printed = f"{MONTHS[month]} {day + 1}, {1800 + year}"
    return Session(number, printed, f"{1800 + year}-{month + 1:02}-{day + 1:02}")


def cite(event: Event, passage: Passage, words: str, role: str) -> Citation:
    """A citation of these words, not yet stored."""
    start = passage.text.index(words)
    return Citation(
        event=event,
        passage=passage,
        quoted=words,
        exact=words,
        start=start,
        end=start + len(words),
        role=role,
    )


def make_chronicle(count: int) -> str:
    """Store a document and a timeline of so many events; return their slug."""
    slug = f"chronicle-{count}"
    sessions = [session(number) for number in range(1, count + 1)]
    timeline = make_timeline(slug, title=f"A chronicle of {count} events")
    document = make_document(slug, passages=[each.text for each in sessions])
    events = Event.objects.bulk_create(
        Event(
            timeline=timeline,
            slug=f"session-{each.number}",
            title=f"Session {each.number} opened",
            summary=f"The assembly met again: {each.happened}.",
            publication="published",
        )
        for each in sessions
    )
    passages = document.passages.order_by("order")
    rows = list(zip(sessions, events, passages, strict=True))
    dates = [cite(event, at, each.printed, "witness") for each, event, at in rows]
    names = [cite(event, at, each.happened, "gloss") for each, event, at in rows]
    Citation.objects.bulk_create([*dates, *names])
    Dating.objects.bulk_create(map(dated, sessions, dates))
    refresh_marks([event.pk for event in events])
    return slug


def dated(session: Session, citation: Citation) -> Dating:
    """The accepted dating that rests on the printed day."""
    dating = Dating(
        event=citation.event,
        citation=citation,
        as_written=session.printed,
        edtf_written=session.day,
        status="accepted",
    )
    dating.fill()
    return dating
