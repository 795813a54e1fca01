"""Timelines, the events on them and the tags of the events."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from simple_history.models import HistoricalRecords

from .fields import EditorNoteField, SourceCharField, SourceTextField
from .keys import validate_slug
from .natural import NaturalManager, related
from .publication import Publication, PublicationQuerySet
from .reading import EventReading
from .versioned import Versioned


class TimelineManager(NaturalManager.from_queryset(PublicationQuerySet)):
    """Timelines by slug."""

    natural = ("slug",)


class Timeline(Versioned):
    """A set of events that is read together."""

    slug = models.CharField(max_length=80, unique=True, validators=[validate_slug])
    title = SourceCharField(max_length=500)
    description = SourceTextField(blank=True)
    publication = models.CharField(
        max_length=10, choices=Publication.choices, default=Publication.DRAFT
    )
    extra = models.JSONField(
        default=dict,
        blank=True,
        help_text="What a file said of the whole that has no field, such as a "
        "title slide.",
    )

    history = HistoricalRecords()
    objects = TimelineManager()

    class Meta:
        ordering = ("title", "slug")

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        """The slug."""
        return (self.slug,)


class TagManager(NaturalManager):
    """Tags by kind and slug."""

    natural = ("kind", "slug")


class Tag(Versioned):
    """A person, place, organisation or topic that events have to do with."""

    class Kind(models.TextChoices):
        """What a tag names."""

        PERSON = "person", "person"
        PLACE = "place", "place"
        ORGANISATION = "organisation", "organisation"
        TOPIC = "topic", "topic"

    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.TOPIC)
    slug = models.CharField(max_length=80, validators=[validate_slug])
    name = SourceCharField(max_length=200)

    history = HistoricalRecords()
    objects = TagManager()

    class Meta:
        ordering = ("kind", "slug")
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="tag_kind_slug")
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_kind_display()})"

    def natural_key(self) -> tuple[str, str]:
        """Kind and slug."""
        return (self.kind, self.slug)


class EventQuerySet(EventReading, PublicationQuerySet):
    """Queries for events; an event is public when its timeline is public too."""

    public_paths = ("", "timeline")

    def between(self, first_day: int | None, last_day: int | None) -> "EventQuerySet":
        """Events that may have happened in these days, both ends included.

        Days are day numbers; `None` leaves that end open. Undated events are out.
        """
        return self.filter(self.inside(first_day, last_day))


class EventManager(NaturalManager.from_queryset(EventQuerySet)):
    """Events by the slug of their timeline and their own."""

    natural = ("timeline__slug", "slug")


def validate_event_slug(value: str) -> None:
    """Any text that can stand in an address, percent-encoded."""
    has_breaks = not value.isprintable() and any(ord(c) < 32 for c in value)
    if not value.strip() or value.strip(".") == "" or has_breaks:
        raise ValidationError(
            "An event's slug needs a character that is neither a point nor white "
            "space, and holds no line breaks."
        )


class Event(Versioned):
    """Something that happened, or that a source says would happen."""

    class Status(models.TextChoices):
        """Whether it happened, as far as the source says."""

        OCCURRED = "occurred", "occurred"
        SCHEDULED = "scheduled", "scheduled"
        PLANNED = "planned", "planned"
        FEARED = "feared", "feared"

    timeline = models.ForeignKey(
        Timeline, on_delete=models.PROTECT, related_name="events"
    )
    slug = SourceCharField(max_length=200, validators=[validate_event_slug])
    title = SourceCharField(max_length=500)
    summary = SourceTextField(blank=True)
    link = models.URLField(max_length=1000, blank=True)
    status = models.CharField(
        max_length=10, choices=Status.choices, default=Status.OCCURRED
    )
    importance = models.IntegerField(default=0)
    group = SourceCharField(max_length=200, blank=True)
    media_url = models.URLField(max_length=1000, blank=True)
    media_caption = SourceTextField(blank=True)
    media_credit = SourceTextField(blank=True)
    media_alt = SourceTextField(blank=True)
    extra = models.JSONField(
        default=dict, blank=True, help_text="Columns of an import that have no field."
    )
    tags = models.ManyToManyField(Tag, blank=True, related_name="events")
    publication = models.CharField(
        max_length=10, choices=Publication.choices, default=Publication.DRAFT
    )
    editor_note = EditorNoteField()

    history = HistoricalRecords(m2m_fields=[tags])
    objects = EventManager()

    class Meta:
        ordering = ("timeline", "title", "slug")
        permissions = [
            ("publish_event", "Can publish, and take back what is published")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["timeline", "slug"], name="event_timeline_slug"
            )
        ]
        indexes = [  # what is left to settle, found among a million others
            models.Index(
                fields=["id"], name="event_scheduled", condition=Q(status="scheduled")
            ),
            models.Index(
                fields=["id"],
                name="event_with_note",
                condition=~Q(editor_note=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str, str]:
        """The timeline's slug and the event's."""
        return (related(self, "timeline").slug, self.slug)

    natural_key.dependencies = ["timeline.timeline", "timeline.tag"]

    def accepted_dating(self) -> Any:
        """The dating the mark follows, or `None`."""
        return self.datings.filter(status="accepted").first()

    def follow(self, dating: Any, reason: str, who: str = "") -> None:
        """Accept this dating, the only way to change the accepted one.

        The former one is rejected with the reason, and first: the constraint that
        one dating at most is accepted cannot wait for the end of the transaction.
        """
        if dating.event_id != self.pk:
            raise ValidationError("The dating belongs to another event.")
        with transaction.atomic():
            status = type(dating).Status
            former = (
                self.datings.select_for_update()
                .filter(status=status.ACCEPTED)
                .exclude(pk=dating.pk)
                .first()
            )
            if former is not None:
                former.status, former.reason = status.REJECTED, reason
                former.save()
            dating.status, dating.reason = status.ACCEPTED, reason
            if who:
                dating.who = who
            dating.save()
