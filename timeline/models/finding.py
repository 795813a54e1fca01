"""The dates of a document as proposals, made once; what was decided stays decided."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from timeline.dates import Reading
from timeline.passages import Mention, find_dates

from .citation import Citation
from .document import Document
from .passage import Passage
from .proposal import Proposal
from .typed_dates import context_of

AT_ONCE = 500


class Stretch(NamedTuple):
    """Words that stand already in a proposal or a dated citation."""

    start: int
    end: int
    citation: int | None


def find_proposals(document: Document) -> int:
    """Make a proposal of every date in the text that has none; how many were made.

    A date whose words are cited with a dating already is proposed as accepted.
    """
    with transaction.atomic():
        Document.objects.select_for_update().filter(pk=document.pk).first()
        passages = list(document.passages.current())
        proposed, cited = _proposed(document), cited_stretches(document)
        context = context_of(document)
        rows = [
            _proposal(document, passage, mention, cited.get(passage.pk, ()))
            for passage in passages
            for mention in find_dates(passage.text, context)
            if not _touched(mention, proposed.get(passage.pk, ()))
        ]
        decide_as_before(document, rows)
        Proposal.objects.bulk_create(rows, batch_size=AT_ONCE)
    return len(rows)


def decide_as_before(document: Document, rows: Iterable[Proposal]) -> None:
    """What was refused or put off does not wait again, even if its words were gone."""
    before = _decided_before(document)
    for row in rows:
        key = (row.passage_id, row.words)
        if row.decision == Proposal.Decision.OPEN and key in before:
            row.decision, row.who = before[key]


def reading_json(reading: Reading) -> dict[str, Any]:
    """A reading as a proposal keeps it."""
    return {
        "calendar": reading.date.calendar.value,
        "edtf_written": reading.date.edtf_written,
        "why": reading.why,
        "supplied": [
            {"what": part.what, "value": part.value, "source": part.source}
            for part in reading.supplied
        ],
        "warnings": list(reading.warnings),
    }


def _decided_before(document: Document) -> dict[tuple[int, str], tuple[str, str]]:
    """What was refused or put off, by passage and words, before its words were cut."""
    kept = (Proposal.Decision.REFUSED, Proposal.Decision.LATER)
    rows = Proposal.history.filter(
        document_id=document.pk, history_type="-", decision__in=kept
    )
    columns = ("passage_id", "words", "decision", "who")
    found = rows.order_by("history_id").values_list(*columns)
    return {
        (passage, words): (decision, who) for passage, words, decision, who in found
    }


def _proposed(document: Document) -> dict[int, list[Stretch]]:
    rows = Proposal.objects.filter(document=document, passage__retired_in=None)
    return _by_passage(rows.values_list("passage_id", "start", "end", "citation_id"))


def cited_stretches(document: Document) -> dict[int, list[Stretch]]:
    """The words of each passage that are cited with a dating."""
    rows = Citation.objects.filter(
        passage__document=document, start__isnull=False, datings__isnull=False
    )
    return _by_passage(rows.values_list("passage_id", "start", "end", "pk"))


def _by_passage(rows: QuerySet) -> dict[int, list[Stretch]]:
    found: dict[int, list[Stretch]] = {}
    for passage, *stretch in rows.order_by("start", "pk"):
        found.setdefault(passage, []).append(Stretch(*stretch))
    return found


def _touched(mention: Mention, stretches: Iterable[Stretch]) -> Stretch | None:
    """The first stretch that shares words with the mention."""
    for stretch in stretches:
        if stretch.start < mention.end and mention.start < stretch.end:
            return stretch
    return None


def _proposal(
    document: Document, passage: Passage, mention: Mention, cited: Iterable[Stretch]
) -> Proposal:
    known = _touched(mention, cited)
    decisions = Proposal.Decision
    return Proposal(
        document=document,
        passage=passage,
        start=mention.start,
        end=mention.end,
        words=mention.text,
        readings=[reading_json(reading) for reading in mention.readings],
        certainty=mention.certainty.value,
        why=mention.why,
        decision=decisions.ACCEPTED if known else decisions.OPEN,
        citation_id=known.citation if known else None,
    )
