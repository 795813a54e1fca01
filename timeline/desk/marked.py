"""A passage of the text with its proposed dates marked; every word of it escaped."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from timeline.models import Passage, Proposal

DATE = '<a class="date {}" id="d-{}" href="?date={}" title="{}"{}>{}</a>'
CURRENT = SafeString(' aria-current="true"')


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage as the desk prints it; the HTML's text is the passage's, exactly."""

    passage: Passage
    html: SafeString


def marked_passages(
    passages: Iterable[Passage], proposals: Iterable[Proposal], current: int | None
) -> list[MarkedPassage]:
    """The passages, each with the dates that stand in it."""
    held: dict[int, list[Proposal]] = {}
    for proposal in proposals:
        held.setdefault(proposal.passage_id, []).append(proposal)
    return [
        MarkedPassage(p, marked(p.text, held.get(p.pk, []), current)) for p in passages
    ]


def marked(text: str, proposals: Iterable[Proposal], current: int | None) -> SafeString:
    """The text with a link round each date; where two overlap the first is marked."""
    pieces, at = [], 0
    for proposal in proposals:
        if proposal.start < at or proposal.end > len(text):
            continue
        pieces.append(conditional_escape(text[at : proposal.start]))
        pieces.append(
            format_html(
                DATE,
                proposal.decision,
                *(proposal.pk, proposal.pk, proposal.get_decision_display()),
                CURRENT if proposal.pk == current else "",
                text[proposal.start : proposal.end],
            )
        )
        at = proposal.end
    pieces.append(conditional_escape(text[at:]))
    return SafeString("".join(pieces))
