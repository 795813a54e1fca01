"""Datings: the claim that an event happened at a date, and who or what says so."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from timeline.dates import (
    Calendar,
    DateError,
    EndKind,
    HistoricalDate,
    Qualifier,
    Shape,
    parse_edtf,
    plain_bounds,
)

from .citation import Citation
from .document import CALENDARS
from .event import Event
from .fields import SourceCharField, SourceTextField
from .keys import new_key, validate_key
from .natural import NaturalManager, related
from .publication import PublicationQuerySet
from .reading import DatingReading
from .versioned import Versioned

SUPPLIED_KEYS = {"what", "value", "from", "why"}


def validate_supplied(value: Any) -> None:
    """A list of {what, value, from, why}; `from` names a passage or a source."""
    if not isinstance(value, list):
        raise ValidationError("Supplied parts are a list.")
    for number, part in enumerate(value, start=1):
        if not isinstance(part, Mapping) or set(part) != SUPPLIED_KEYS:
            raise ValidationError(
                f"Supplied part {number} needs exactly the keys what, value, from, why."
            )
        source = part["from"]
        if not isinstance(source, Mapping) or set(source) not in (
            {"document", "passage"},
            {"source"},
        ):
            raise ValidationError(
                f"Supplied part {number}: “from” is "
                '{"document": …, "passage": …} or {"source": …}.'
            )


class DatingQuerySet(DatingReading, PublicationQuerySet):
    """Datings are public when their event is; their citation is checked apart."""

    public_paths = ("event", "event__timeline")


class DatingManager(NaturalManager.from_queryset(DatingQuerySet)):
    """Datings by key."""

    natural = ("key",)


def derived(field: models.Field) -> models.Field:
    """Mark a column as computed: not edited, not in fixtures."""
    field.editable, field.serialize = False, False
    return field


DERIVED = (
    *("edtf", "start_min", "start_max", "end_min", "end_max"),
    *("start_kind", "end_kind", "shape", "qualifier", "seconds"),
)


_KNOWN = (EndKind.KNOWN.value, EndKind.KNOWN.value)


def derived_values(date: HistoricalDate | None) -> tuple[Any, ...]:
    """The values of the columns in `DERIVED`; `None` is an unknown date."""
    if date is None:
        kind = EndKind.UNKNOWN.value
        return "", None, None, None, None, kind, kind, Shape.POINT.value, "", 0
    return (
        *(date.edtf, date.start_min, date.start_max, date.end_min, date.end_max),
        *(date.start_kind.value, date.end_kind.value, date.shape.value),
        *(date.qualifier.value, date.seconds),
    )


def plain_values(text: str, calendar: Calendar) -> tuple[Any, ...] | None:
    """`derived_values` of a plain date, for a million of them; `None` for others."""
    if (found := plain_bounds(text, calendar)) is None:
        return None
    *values, shape = found
    return *values, *_KNOWN, shape._value_, "", 0


class Dating(Versioned):
    """It happened then, says this citation, or the editor named in `who`."""

    class Status(models.TextChoices):
        """How the dating stands among the datings of its event."""

        ACCEPTED = "accepted", "accepted"
        AGREES = "agrees", "agrees"
        OPEN = "open", "open"
        REJECTED = "rejected", "rejected"

    class Kind(models.TextChoices):
        """What sort of claim it is."""

        PLAIN = "plain", "plain"
        MISPRINT = "misprint", "misprint"
        VARIANT = "variant", "variant"
        CORRECTION = "correction", "correction"
        CONVENTIONAL = "conventional", "conventional"

    key = models.CharField(
        max_length=80, unique=True, default=new_key, validators=[validate_key]
    )
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="datings")
    citation = models.ForeignKey(
        Citation,
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="datings",
    )
    as_written = SourceCharField(
        max_length=500, blank=True, help_text="The date as the source prints it."
    )
    calendar = models.CharField(
        max_length=20, choices=CALENDARS, default=Calendar.GREGORIAN.value
    )
    calendar_basis = SourceTextField(blank=True)
    edtf_written = SourceCharField(
        max_length=200,
        blank=True,
        verbose_name="date in that calendar",
        help_text="EDTF syntax, in the calendar beside it; empty when unknown.",
    )
    supplied = models.JSONField(
        default=list,
        blank=True,
        validators=[validate_supplied],
        help_text="Parts the editor supplied, each with its source.",
    )
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OPEN)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PLAIN)
    reason = SourceTextField(blank=True)
    who = SourceCharField(max_length=150, blank=True)

    edtf = derived(models.CharField(max_length=400, blank=True))
    start_min = derived(models.BigIntegerField(null=True))
    start_max = derived(models.BigIntegerField(null=True))
    end_min = derived(models.BigIntegerField(null=True))
    end_max = derived(models.BigIntegerField(null=True))
    start_kind = derived(
        models.CharField(max_length=7, choices=[(k.value, k.value) for k in EndKind])
    )
    end_kind = derived(
        models.CharField(max_length=7, choices=[(k.value, k.value) for k in EndKind])
    )
    shape = derived(
        models.CharField(max_length=8, choices=[(s.value, s.value) for s in Shape])
    )
    qualifier = derived(
        models.CharField(
            max_length=11,
            blank=True,
            choices=[(q.value, q.value) for q in Qualifier if q.value],
        )
    )
    seconds = derived(models.PositiveIntegerField(default=0))

    history = HistoricalRecords()
    objects = DatingManager()

    class Meta:
        ordering = ("event", "start_min", "key")
        constraints = [
            models.UniqueConstraint(
                fields=["event"],
                condition=Q(status="accepted"),
                name="dating_one_accepted",
                violation_error_message="This event already follows another dating: "
                "at most one is accepted.",
            ),
            models.CheckConstraint(
                condition=Q(start_min__lte=F("start_max"))
                | Q(start_min=None)
                | Q(start_max=None),
                name="dating_start_bounds",
            ),
            models.CheckConstraint(
                condition=Q(end_min__lte=F("end_max"))
                | Q(end_min=None)
                | Q(end_max=None),
                name="dating_end_bounds",
            ),
            models.CheckConstraint(
                condition=Q(start_min__lte=F("end_max"))
                | Q(start_min=None)
                | Q(end_max=None),
                name="dating_start_before_end",
            ),
        ]
        indexes = [
            models.Index(
                fields=["event"], name="dating_open", condition=Q(status="open")
            )
        ]

    def __str__(self) -> str:
        return self.as_written or self.edtf or "unknown date"

    def natural_key(self) -> tuple[str]:
        """The key."""
        return (self.key,)

    natural_key.dependencies = ["timeline.event", "timeline.citation"]

    def date(self) -> HistoricalDate | None:
        """The date as a value, or `None` when it is unknown."""
        if not self.edtf_written:
            return None
        return parse_edtf(self.edtf_written, Calendar(self.calendar))

    def fill(self) -> None:
        """Compute the derived columns from `edtf_written` and `calendar`.

        Raises `ValidationError`, with the column, when the date cannot be read.
        """
        try:
            date = self.date()
        except DateError as error:
            raise ValidationError({"edtf_written": str(error)}) from error
        for name, value in zip(DERIVED, derived_values(date), strict=True):
            setattr(self, name, value)

    def check_citation(self) -> None:
        """A dating rests on a citation of its own event."""
        if self.citation_id is None:
            return
        citation = related(self, "citation")
        if citation.event_id != self.event_id:
            raise ValidationError(
                {"citation": f"Citation {citation.key} is of another event."}
            )

    def clean(self) -> None:
        """The date can be read, and the citation is the event's own."""
        super().clean()
        self.fill()
        self.check_citation()
