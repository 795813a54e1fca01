"""What stands above and below a text: counts, calendar with its evidence, source."""

from collections.abc import Iterable
from typing import Any

from timeline.dates import Calendar
from timeline.models import Citation, CitationRow, Document, Proposal, Timeline

from .labels import CALENDAR_NAMES


def count_words(count: int, noun: str) -> str:
    """ "1 event", "6 events"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def witnesses(citations: Iterable[CitationRow]) -> int:
    """How many of these citations are of words that state a date and still stand."""
    return sum(c.role == "witness" and c.start is not None for c in citations)


def dates_cited(of: Timeline | Document, count: int | None, user: Any) -> str:
    """How many places where a date is printed are cited; `count` where it is known."""
    if count is None:
        rows = Citation.objects.visible_to(user).filter(
            role=Citation.Role.WITNESS, start__isnull=False
        )
        is_timeline = isinstance(of, Timeline)
        path = "event__timeline" if is_timeline else "passage__document"
        count = rows.filter(**{path: of}).count()
    return count_words(count, "date") + " cited"


def coverage_words(document: Document, count: int | None, user: Any) -> str:
    """How many of the dates found in the text are cited; `count` as `dates_cited`.

    Before anybody looked for its dates only the cited ones are known.
    """
    rows = Proposal.objects.filter(document=document).current()
    coverage = rows.coverage(user)
    if not coverage.found:
        return dates_cited(document, count, user)
    words = f"{coverage.cited:,} of {count_words(coverage.found, 'date')} cited"
    return f"{words}, {coverage.refused:,} refused" if coverage.refused else words


def calendar_words(document: Document) -> str:
    """The calendar of the document, with its evidence."""
    name = CALENDAR_NAMES[Calendar(document.calendar)]
    if document.calendar == Calendar.JULIAN:
        name = "Old Style"
    basis = document.calendar_basis
    return f"{name}. {basis}" if basis else name


def about(document: Document) -> list[tuple[str, str]]:
    """What is known of the document: its source, its calendar, and how we know."""
    context = document.context_date
    rows = [
        ("Source", document.source_repository),
        ("Edition", document.source_edition),
        ("Rights", document.source_rights),
        ("Place", document.place),
        ("Language", document.language),
        ("Calendar", CALENDAR_NAMES[Calendar(document.calendar)]),
        ("How the calendar is known", document.calendar_basis),
        ("Partial dates are taken from", context),
        ("How that is known", document.context_basis if context else ""),
        ("The year begins on", document.year_start),
        ("SHA-256 of the text as received", document.digest),
    ]
    return [(name, value) for name, value in rows if value]
