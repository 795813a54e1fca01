"""Proposals: stretches of a text that may be dates, and what an editor decided."""

from typing import Any, NamedTuple, Self

from django.db import models
from django.db.models import Count, F, Q
from simple_history.models import HistoricalRecords

from .citation import Citation
from .document import Document
from .fields import SourceCharField, SourceTextField
from .natural import NaturalManager, related
from .passage import Passage
from .publication import Publication, may_see_drafts
from .versioned import Versioned


class Coverage(NamedTuple):
    """How far the dates of a document are decided; the parts add up to `found`."""

    found: int
    cited: int
    refused: int
    later: int

    @property
    def waiting(self) -> int:
        """How many nobody has decided on."""
        return self.found - self.cited - self.refused - self.later

    def __str__(self) -> str:
        noun = "expression" if self.found == 1 else "expressions"
        return f"{self.cited} of {self.found} {noun} cited, {self.refused} refused"


class ProposalQuerySet(models.QuerySet):
    """Queries for proposals; an accepted one whose citation went waits again."""

    def current(self) -> Self:
        """Proposals in the text as it stands, in its order."""
        rows = self.filter(passage__retired_in=None)
        return rows.order_by("passage__order", "passage_id", "start")

    def waiting(self) -> Self:
        """What still needs a decision; what was put off is not among it."""
        return self.filter(decision="open") | self.filter(
            decision="accepted", citation__start=None
        )

    def coverage(self, user: Any = None) -> Coverage:
        """The counts over these, citations counted as far as the user sees them."""
        row = self.order_by().aggregate(**_counts(may_see_drafts(user)))
        return Coverage(**row)

    def coverage_by_document(self) -> dict[int, Coverage]:
        """The counts of each document, for editors."""
        rows = self.order_by().values("document_id").annotate(**_counts(drafts=True))
        return {row.pop("document_id"): Coverage(**row) for row in rows}


def _counts(drafts: bool) -> dict[str, Any]:
    cited = Q(decision="accepted", citation__start__isnull=False)
    if not drafts:
        public = Publication.PUBLISHED
        cited &= Q(
            citation__event__publication=public,
            citation__event__timeline__publication=public,
        )
    return {
        "found": Count("pk"),
        "cited": Count("pk", filter=cited),
        "refused": Count("pk", filter=Q(decision="refused")),
        "later": Count("pk", filter=Q(decision="later")),
    }


class ProposalManager(NaturalManager.from_queryset(ProposalQuerySet)):
    """Proposals by the natural key of their passage and their place in it."""

    natural = ("passage__document__slug", "passage__key", "start", "end")


class Proposal(Versioned):
    """A mention found in a document; the decision about it is kept."""

    class Decision(models.TextChoices):
        """What became of it: a rejected proposal does not come back."""

        OPEN = "open", "open"
        ACCEPTED = "accepted", "accepted"
        REFUSED = "refused", "not a date"
        LATER = "later", "later"

    class Certainty(models.TextChoices):
        """How sure the reading is."""

        CERTAIN = "certain", "certain"
        CONTEXT = "context", "read with the context"
        AMBIGUOUS = "ambiguous", "ambiguous"

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="proposals"
    )
    passage = models.ForeignKey(
        Passage, on_delete=models.CASCADE, related_name="proposals"
    )
    start = models.PositiveIntegerField(help_text="Code points inside the passage.")
    end = models.PositiveIntegerField()
    words = SourceTextField(help_text="The words at that place.")
    readings = models.JSONField(
        default=list,
        blank=True,
        help_text="What the words may mean: calendar, edtf_written, why, supplied.",
    )
    certainty = models.CharField(
        max_length=9, choices=Certainty.choices, default=Certainty.AMBIGUOUS
    )
    why = SourceTextField(blank=True)
    decision = models.CharField(
        max_length=8, choices=Decision.choices, default=Decision.OPEN
    )
    citation = models.ForeignKey(
        Citation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="proposals",
        help_text="The citation that accepting it made.",
    )
    who = SourceCharField(max_length=150, blank=True)
    note = SourceTextField(blank=True)

    history = HistoricalRecords()
    objects = ProposalManager()

    class Meta:
        ordering = ("document", "passage__order", "start")
        constraints = [
            models.UniqueConstraint(
                fields=["passage", "start", "end"], name="proposal_place"
            ),
            models.CheckConstraint(
                condition=Q(start__lt=F("end")), name="proposal_start_before_end"
            ),
        ]
        indexes = [
            models.Index(fields=["document", "decision"], name="proposal_decision")
        ]

    def __str__(self) -> str:
        return f"“{self.words}” ({self.passage.label()})"

    def natural_key(self) -> tuple[str, str, int, int]:
        """The passage's natural key, start and end."""
        return (*related(self, "passage").natural_key(), self.start, self.end)

    natural_key.dependencies = ["timeline.passage"]
