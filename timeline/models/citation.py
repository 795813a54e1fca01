"""Citations: the claim that an event is attested in given words of a passage."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from .event import Event
from .fields import SourceTextField
from .keys import new_key, validate_key
from .natural import NaturalManager, related
from .passage import Passage, Revision
from .publication import PublicationQuerySet
from .reading import CitationReading
from .versioned import Versioned


class CitationQuerySet(CitationReading, PublicationQuerySet):
    """Citations are public when event, timeline and document are."""

    public_paths = ("event", "event__timeline", "passage__document")


class CitationManager(NaturalManager.from_queryset(CitationQuerySet)):
    """Citations by key."""

    natural = ("key",)


class Citation(Versioned):
    """These words bear on this event."""

    class Role(models.TextChoices):
        """What the words do for the event."""

        WITNESS = "witness", "witness: states the date"
        GLOSS = "gloss", "gloss: names or explains the event"
        MENTION = "mention", "mention"

    class State(models.TextChoices):
        """What became of the words since the editor cited them."""

        EXACT = "exact", "exact"
        NORMALISED = "normalised", "normalised"
        CHANGED = "changed", "changed"
        LOST = "lost", "lost"

    key = models.CharField(
        max_length=80, unique=True, default=new_key, validators=[validate_key]
    )
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="citations")
    passage = models.ForeignKey(
        Passage, on_delete=models.PROTECT, related_name="citations"
    )
    role = models.CharField(max_length=8, choices=Role.choices, default=Role.WITNESS)
    quoted = SourceTextField(help_text="The words as the editor cited them.")
    exact = SourceTextField(help_text="The words that stand there now.")
    prefix = SourceTextField(blank=True)
    suffix = SourceTextField(blank=True)
    start = models.PositiveIntegerField(
        null=True, blank=True, help_text="Code points inside the passage."
    )
    end = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.EXACT, editable=False
    )
    lost_in = models.ForeignKey(
        Revision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="lost_citations",
    )
    note = SourceTextField(blank=True)

    history = HistoricalRecords()
    objects = CitationManager()

    class Meta:
        ordering = ("passage", "start", "key")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "passage", "start", "end", "role"],
                condition=Q(start__isnull=False),
                name="citation_place",
            ),
            models.CheckConstraint(
                condition=Q(start__lt=F("end")) | Q(start=None, end=None),
                name="citation_start_before_end",
            ),
            models.CheckConstraint(
                condition=Q(state="lost", start=None)
                | (~Q(state="lost") & Q(start__isnull=False)),
                name="citation_lost_has_no_place",
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                name="citation_to_settle",
                condition=Q(state__in=("changed", "lost")),
            )
        ]

    def __str__(self) -> str:
        return f"“{self.exact}” ({self.passage.label()})"

    def natural_key(self) -> tuple[str]:
        """The key."""
        return (self.key,)

    natural_key.dependencies = ["timeline.event", "timeline.passage"]

    def check_words(self) -> None:
        """Refuse a place whose words are not the ones cited."""
        if self.start is None or self.end is None:
            if self.state != self.State.LOST:
                raise ValidationError({"start": "Only a lost citation has no place."})
            return
        found = related(self, "passage").text[self.start : self.end]
        if found != self.exact:
            raise ValidationError(
                {
                    "exact": f"{self.passage} has “{found}” at "
                    f"{self.start}–{self.end}, not “{self.exact}”."
                }
            )

    def clean(self) -> None:
        """Words and place agree."""
        super().clean()
        if self.passage_id is not None:
            self.check_words()
