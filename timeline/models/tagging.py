"""The dates that a document's markup names, as proposals with the markup's readings.

A tagged date is read by its attributes; what its words say is set beside it when the
two differ. A date that the edition corrects has both readings: the corrected one, and
the printed one, marked as a misprint.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from timeline.dates import DateContext, Reading, Supplied
from timeline.passages import (
    Alternative,
    Beside,
    Certainty,
    Mention,
    Segmentation,
    TaggedDate,
    corrected_mention,
    find_dates,
    printed_mention,
)

from .dating import Dating
from .document import Document
from .finding import (
    AT_ONCE,
    Stretch,
    cited_stretches,
    decide_as_before,
    reading_json,
)
from .passage import Passage
from .proposal import Proposal
from .typed_dates import MARKUP, context_of

KINDS = {
    Beside.CORRECTION: Dating.Kind.CORRECTION,
    Beside.VARIANT: Dating.Kind.VARIANT,
}


def propose_tagged(document: Document, cut: Segmentation) -> int:
    """Make a proposal of every tagged or corrected date; how many were made.

    Words that stand in a proposal already are left alone.
    """
    tagged, others = defaultdict(list), defaultdict(list)
    for date in cut.dates:
        tagged[date.passage].append(date)
    for other in cut.alternatives:
        others[other.passage].append(other)
    context = context_of(document)
    with transaction.atomic():
        Document.objects.select_for_update().filter(pk=document.pk).first()
        passages = document.passages.current().filter(key__in={*tagged, *others})
        rows, cited = [], cited_stretches(document)
        for passage in passages:
            found = _Passage(passage, context, others[passage.key])
            some = found.proposals(tagged[passage.key], _taken(passage))
            rows += [_known(row, cited.get(passage.pk, ())) for row in some]
        decide_as_before(document, rows)
        Proposal.objects.bulk_create(rows, batch_size=AT_ONCE)
    return len(rows)


def _taken(passage: Passage) -> list[tuple[int, int]]:
    return list(passage.proposals.values_list("start", "end"))


def _known(row: Proposal, cited: Sequence[Stretch]) -> Proposal:
    """The proposal, as accepted where its words are cited with a dating already."""
    for stretch in cited:
        if stretch.start < row.end and row.start < stretch.end:
            row.decision = Proposal.Decision.ACCEPTED
            row.citation_id = stretch.citation
            break
    return row


class _Passage:
    """A passage with the dates its words say, and what stands beside them."""

    def __init__(
        self, passage: Passage, context: DateContext, others: Sequence[Alternative]
    ) -> None:
        self.passage, self.context = passage, context
        kept = (other for other in others if other.kind is not Beside.DELETED)
        self.others = sorted(kept, key=_start)
        self.mentions = find_dates(passage.text, context)

    def proposals(
        self, tagged: Sequence[TaggedDate], taken: list[tuple[int, int]]
    ) -> list[Proposal]:
        """A proposal for each tagged date, then for each corrected one."""
        rows = []
        wanted = [self.tagged(date) for date in tagged]
        wanted += [one for other in self.others if (one := self.corrected(other))]
        taken.sort()
        for row in wanted:
            at = bisect_left(taken, (row.start, row.end))
            beside = taken[max(0, at - 1) : at + 1]
            if not any(row.start < end and start < row.end for start, end in beside):
                taken.insert(at, (row.start, row.end))
                rows.append(row)
        return rows

    def tagged(self, date: TaggedDate) -> Proposal:
        """A date by its attributes; by its words where they say nothing."""
        printed = printed_mention(self.mentions, date.start, date.end)
        words = list(printed.readings) if printed else []
        first = bisect_left(self.others, date.start, key=_start)
        inside = self.others[first : bisect_left(self.others, date.end, key=_start)]
        if date.reading is None:
            readings, why = [reading_json(one) for one in words], date.why
            if printed is not None:
                why = f"{why} {printed.why}"
        else:
            readings, why = self._beside(date.reading, words, date.why)
        for other in inside:
            readings, why = self._with_other(readings, why, other)
        row = self._row(date.start, date.end, readings, why)
        if printed is not None and readings == [reading_json(r) for r in words]:
            row.certainty = printed.certainty.value
        return row

    def _beside(
        self, said: Reading, words: list[Reading], why: str
    ) -> tuple[list[dict[str, Any]], str]:
        """The markup's reading, and those of the words if none is the same."""
        for reading in words:
            if _same_days(reading, said):
                return [reading_json(reading)], f"{why} {reading.why}"
        date = said.date
        supplied = (Supplied("date", date.edtf_written, MARKUP),)
        readings = [reading_json(Reading(date, said.why, supplied, said.warnings))]
        if any(reading.date.meets(date) for reading in words) or not words:
            return readings, why
        return readings + [reading_json(r) for r in words], (
            f"{why} The words say another date: choose."
        )

    def corrected(self, other: Alternative) -> Proposal | None:
        """A date, not tagged, of which the edition corrects some words."""
        changed = corrected_mention(self.passage.text, other, self.context)
        printed = printed_mention(self.mentions, other.start, other.end)
        if changed is None and printed is None:
            return None
        found = [one for one in (changed, printed) if one is not None]
        start = min(one.start for one in found)
        end = max(one.end for one in found)
        readings = [reading_json(r) for r in (printed.readings if printed else ())]
        why = printed.why if printed else "The printed words are no date."
        readings, why = self._with_other(readings, why, other, changed)
        return self._row(start, end, readings, why) if start < end else None

    def _with_other(
        self,
        readings: list[dict[str, Any]],
        why: str,
        other: Alternative,
        changed: Mention | None = None,
    ) -> tuple[list[dict[str, Any]], str]:
        """The readings with that of the other words; a correction stands first."""
        changed = changed or corrected_mention(self.passage.text, other, self.context)
        if changed is None:
            return readings, why
        printed = self.passage.text[other.start : other.end]
        told = TOLD[other.kind].format(printed=printed, words=other.words)
        kind = KINDS.get(other.kind, Dating.Kind.PLAIN).value
        known = {(r["edtf_written"], r["calendar"]): r for r in readings}
        added = []
        for reading in changed.readings:
            value = {**reading_json(reading), "kind": kind, "reason": told}
            place = value["edtf_written"], value["calendar"]
            if place in known:
                known[place] |= {"kind": kind, "reason": told}
            else:
                added.append(value)
        if other.kind is Beside.CORRECTION:
            for reading in readings:
                reading.setdefault("kind", Dating.Kind.MISPRINT.value)
                reading.setdefault("reason", told)
            return [*added, *readings], f"{told} {why}"
        return [*readings, *added], f"{why} {told}"

    def _row(
        self, start: int, end: int, readings: list[dict[str, Any]], why: str
    ) -> Proposal:
        certainty = Certainty.CONTEXT if len(readings) == 1 else Certainty.AMBIGUOUS
        return Proposal(
            document_id=self.passage.document_id,
            passage=self.passage,
            start=start,
            end=end,
            words=self.passage.text[start:end],
            readings=readings,
            certainty=certainty.value,
            why=why,
        )


def _start(other: Alternative) -> int:
    return other.start


def _same_days(one: Reading, other: Reading) -> bool:
    bounds = ("start_min", "start_max", "end_min", "end_max")
    return all(getattr(one.date, n) == getattr(other.date, n) for n in bounds)


TOLD = {
    Beside.CORRECTION: "The edition corrects “{printed}” to “{words}”.",
    Beside.VARIANT: "Another witness reads “{words}” for “{printed}”.",
    Beside.EXPANSION: "The edition resolves “{printed}” as “{words}”.",
}
