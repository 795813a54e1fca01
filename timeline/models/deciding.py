"""An editor's decision about a proposed date, written as one: all of it, or nothing.

Accepting makes a citation of the words and a dating that rests on it; the event
follows the dating when it followed none, else the dating agrees or stays open.
"""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from timeline.dates import HistoricalDate
from timeline.passages import describe

from .citation import Citation
from .dating import Dating
from .event import Event, Timeline
from .following import write_dating
from .passage import Passage
from .proposal import Proposal

LONGEST_SLUG = 60


@dataclass(frozen=True, slots=True)
class Accepted:
    """The date that is accepted for some words, and what was supplied to them."""

    date: HistoricalDate
    supplied: list[dict[str, Any]] = field(default_factory=list)
    kind: str = Dating.Kind.PLAIN
    reason: str = ""


def accept_proposal(
    proposal: Proposal, event: Event, accepted: Accepted, who: str
) -> Dating:
    """Cite the proposal's words for the event and date it by them.

    An event that is not stored yet is stored. Raises `StaleVersion` when somebody
    else decided meanwhile.
    """
    with transaction.atomic():
        proposal.decision, proposal.who = Proposal.Decision.ACCEPTED, who
        proposal.save()  # refuses over a newer version before anything else is written
        if event.pk is None:
            event.full_clean()
            event.save()
        passage = proposal.passage
        proposal.citation = cite(event, passage, proposal.start, proposal.end)
        proposal.save()
        return date_event(proposal.citation, proposal.words, accepted, who)


def decide_proposal(proposal: Proposal, decision: str, who: str) -> None:
    """Refuse a proposal, put it off, or open it again; never one that is accepted."""
    if proposal.decision == Proposal.Decision.ACCEPTED and proposal.citation_id:
        raise ValidationError(
            "This date is cited. Delete its citation first, then decide anew."
        )
    proposal.decision, proposal.who = decision, who
    proposal.save()


def cite(
    event: Event,
    passage: Passage,
    start: int,
    end: int,
    role: str = Citation.Role.WITNESS,
    note: str = "",
) -> Citation:
    """The citation of these words for an event; the one there is, or a new one."""
    same = {"event": event, "passage": passage, "start": start, "end": end}
    if found := Citation.objects.filter(**same, role=role).first():
        return found
    words = describe(passage.text, start, end)
    citation = Citation(
        **same,
        role=role,
        note=note,
        quoted=words.exact,
        exact=words.exact,
        prefix=words.prefix,
        suffix=words.suffix,
    )
    citation.full_clean()
    citation.save()
    return citation


def date_event(citation: Citation, words: str, accepted: Accepted, who: str) -> Dating:
    """A dating of the citation's event that rests on it; `words` are the date's."""
    document, date = citation.passage.document, accepted.date
    dating = Dating(
        event=citation.event,
        citation=citation,
        as_written=words,
        calendar=date.calendar.value,
        calendar_basis=document.calendar_basis,
        edtf_written=date.edtf_written,
        supplied=accepted.supplied,
        status="",
        kind=accepted.kind,
        reason=accepted.reason,
        who=who,
    )
    write_dating(dating)
    return dating


def free_slug(timeline: Timeline, title: str) -> str:
    """A slug for an event of this title that no other event of the timeline has."""
    base = slugify(title, allow_unicode=True)[:LONGEST_SLUG].strip("-") or "event"
    taken = set(
        timeline.events.filter(slug__startswith=base).values_list("slug", flat=True)
    )
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
