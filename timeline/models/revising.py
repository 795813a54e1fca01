"""A corrected text for a document: passages, citations and markers in one transaction.

`plan_revision` says what each citation becomes, without writing; `revise` writes it.
A single passage saved with another text goes the same way (`passage_edit.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from simple_history.models import HistoricalRecords

from timeline.passages import (
    Cutter,
    Former,
    Kind,
    Segment,
    Segmentation,
    Span,
    State,
    Target,
    TextSelector,
    TooManyParts,
    anchor,
    state_of,
)
from timeline.passages import revise as revise_text

from .citation import Citation
from .document import ORDER_STEP, Document
from .passage import NoteLink, Passage, Revision, digest_of
from .placing import Outcome, outcomes_of, place, pointer_of, rows_of, stood


@dataclass(frozen=True, slots=True)
class Plan:
    """A corrected text cut into passages, and what becomes of all that points into it.

    `outcomes` are those of the citations, in the order of the old text; `others` those
    of note markers and proposals; `retired` are keys of passages that are no more.
    """

    document: Document
    text: str
    segmentation: Segmentation
    outcomes: tuple[Outcome, ...]
    others: tuple[Outcome, ...]
    retired: tuple[str, ...]

    @property
    def passages(self) -> tuple[Segment, ...]:
        """The new passages in their order."""
        return self.segmentation.passages


def plan_revision(
    document: Document,
    text: str,
    decisions: Mapping[int, Kind] | None = None,
    cut: Cutter | None = None,
) -> Plan:
    """What the corrected text would do to the passages and citations of a document.

    `cut` is the reader of the text's format, else that of the stored text: what is
    stored is what it keeps. Raises `ValidationError` for a text that is too long.
    """
    current = list(document.passages.current())
    by_pk = {passage.pk: passage for passage in current}
    rows = {str(number): row for number, row in enumerate(rows_of(current))}
    try:
        revised = revise_text(
            [Former(p.key, p.text, Kind(p.kind), p.number) for p in current],
            text,
            [pointer_of(name, row, by_pk) for name, row in rows.items()],
            document.passages.values_list("key", flat=True),
            decisions,
            cut or document.cutter,
        )
    except TooManyParts as error:
        raise ValidationError(str(error)) from error
    keys = _revived(document, revised.segmentation, revised.added)
    segmentation = revised.segmentation.renamed(keys)
    outcomes = [_renamed_outcome(o, keys) for o in outcomes_of(rows, revised.carried)]
    citations = [o for o in outcomes if isinstance(o.row, Citation)]
    orders = {passage.pk: passage.order for passage in document.passages.all()}
    citations += _found_again(document, segmentation)
    citations.sort(key=lambda o: (orders[o.row.passage_id], o.row.start or 0))
    others = [o for o in outcomes if not isinstance(o.row, Citation)]
    return Plan(
        document,
        segmentation.joined,
        segmentation,
        tuple(citations),
        tuple(others),
        revised.retired,
    )


def revise(
    document: Document,
    text: str,
    *,
    who: str = "",
    why: str = "",
    decisions: Mapping[int, Kind] | None = None,
    cut: Cutter | None = None,
) -> Plan:
    """Replace the text of a document; every pointer follows its words or is lost.

    Raises `StaleVersion` when the document was saved meanwhile. An equal text changes
    nothing.
    """
    with transaction.atomic():
        document.save()  # the lock, and the refusal over a newer version
        plan = plan_revision(document, text, decisions, cut)
        text, before = plan.text, document.text()
        if text == before:
            return plan
        if not document.revisions.exists():
            record_revision(document, before)
        revision = record_revision(document, text, who=who, why=why)
        passages = _write_passages(plan, revision)
        place([*plan.outcomes, *plan.others], passages, revision)
        _write_markers(plan, passages)
    return plan


def record_revision(
    document: Document, text: str, *, who: str = "", why: str = ""
) -> Revision:
    """The next revision of a document, with its text and digest."""
    last = document.revisions.order_by("-number").first()
    Document.objects.filter(pk=document.pk).update(digest=digest_of(text))
    document.digest = digest_of(text)
    return document.revisions.create(
        number=last.number + 1 if last else 1,
        text=text,
        who=who or editor_name(),
        when=timezone.now(),
        why=why,
    )


def editor_name() -> str:
    """Who is signed in at the request being answered, or nobody."""
    request = getattr(HistoricalRecords.context, "request", None)
    user = getattr(request, "user", None)
    return user.get_username() if user is not None else ""


def _revived(
    document: Document, cut: Segmentation, added: tuple[str, ...]
) -> dict[str, str]:
    """New passages with the very text of one retired passage: they are that passage."""
    retired: dict[tuple[str, str], list[str]] = {}
    for passage in document.passages.exclude(retired_in=None):
        retired.setdefault((passage.kind, passage.text), []).append(passage.key)
    revived: dict[str, str] = {}
    for part in cut.passages:
        former = retired.get((part.kind.value, part.text), [])
        if part.key in added and len(former) == 1 and part.text.strip():
            key = former[0]
            if key not in revived.values():
                revived[part.key] = key
    return revived


def _renamed_outcome(outcome: Outcome, keys: Mapping[str, str]) -> Outcome:
    after = outcome.after
    if after is None or after.passage not in keys:
        return outcome
    return replace(outcome, after=replace(after, passage=keys[after.passage]))


def _found_again(document: Document, cut: Segmentation) -> list[Outcome]:
    """Citations lost before: back only where their words stand in their own context."""
    texts = {part.key: part.text for part in cut.passages}
    lost = Citation.objects.filter(passage__document=document, start=None)
    outcomes = []
    for row in lost.select_related("event", "passage"):
        text = texts.get(row.passage.key, "")
        before = stood(row, row.passage.key)
        found = anchor(TextSelector(row.exact, row.prefix, row.suffix), text)
        if isinstance(found, Span) and found.score == 1.0:
            after = Target(row.passage.key, found.start, found.end, row.exact)
            state = state_of(row.quoted, row.exact)
            outcomes.append(Outcome(row, before, after, state))
        else:
            why = "The words were lost before."
            outcomes.append(Outcome(row, before, None, State.LOST, why))
    return outcomes


def _write_passages(plan: Plan, revision: Revision) -> dict[str, Passage]:
    """Update, add and retire passages; the passages in use, by key."""
    document = plan.document
    stored = {passage.key: passage for passage in document.passages.all()}
    in_use: dict[str, Passage] = {}
    for number, part in enumerate(plan.passages, start=1):
        passage = stored.get(part.key) or Passage(document=document, key=part.key)
        if _take_over(passage, part):
            passage.order = number * ORDER_STEP
            passage.in_revision = True  # its pointers are carried here, all at once
            passage.save()
        passage.order = number * ORDER_STEP
        in_use[part.key] = passage
    Passage.objects.bulk_update(in_use.values(), ["order", "section"], batch_size=500)
    for passage in stored.values():
        if passage.key not in in_use and passage.retired_in_id is None:
            passage.retired_in = revision
            passage.save()
    return in_use


def _take_over(passage: Passage, part: Segment) -> bool:
    """Give a passage the words of its new self; whether that changes it."""
    values = {
        "kind": part.kind.value,
        "number": part.number,
        "text": part.text,
        "after": part.after,
        "retired_in": None,
    }
    changed = passage.pk is None or any(
        getattr(passage, name) != value for name, value in values.items()
    )
    for name, value in values.items():
        setattr(passage, name, value)
    passage.section = part.section
    return changed


def _write_markers(plan: Plan, passages: Mapping[str, Passage]) -> None:
    """Links for markers that are new; a link to a note that went leads nowhere now."""
    links = NoteLink.objects.filter(marker_passage__document=plan.document)
    known = set(links.values_list("marker_passage_id", "start"))
    for marker in plan.segmentation.markers:
        passage = passages[marker.passage]
        if (passage.pk, marker.start) not in known:
            NoteLink.objects.create(
                marker_passage=passage,
                start=marker.start,
                end=marker.end,
                label=marker.label,
                note_passage=passages.get(marker.note or ""),
            )
    for link in links.exclude(note_passage__retired_in=None).exclude(note_passage=None):
        link.basis = f"Its note, {link.note_passage.label()}, is no longer in the text."
        link.note_passage = None
        link.save()
