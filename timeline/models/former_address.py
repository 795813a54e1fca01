"""Addresses that things had before: a renamed or merged one is still found by them."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.db.models.signals import pre_save

from .document import Document
from .event import Event, Timeline


class FormerAddressQuerySet(models.QuerySet):
    """Queries for former addresses."""

    def of_timeline(self, slug: str) -> Self:
        """The timelines that had this slug."""
        return self.filter(timeline__isnull=False, slug=slug)

    def of_document(self, slug: str) -> Self:
        """The documents that had this slug."""
        return self.filter(document__isnull=False, slug=slug)

    def of_event(self, timeline: Timeline, slug: str) -> Self:
        """The events that had this slug on a timeline."""
        return self.filter(event__isnull=False, within=timeline, slug=slug)


class FormerAddressManager(models.Manager.from_queryset(FormerAddressQuerySet)):
    """Former addresses by what they led to, the timeline and the slug."""

    def get_by_natural_key(
        self, kind: str, within: str | None, slug: str
    ) -> "FormerAddress":
        """The former address of this kind, on that timeline, with this slug."""
        return self.get(**{f"{kind}__isnull": False}, within__slug=within, slug=slug)


class FormerAddress(models.Model):
    """A slug that led to a timeline, document or event, and what it leads to now."""

    slug = models.CharField(max_length=200)
    within = models.ForeignKey(
        Timeline,
        on_delete=models.CASCADE,
        null=True,
        related_name="former_events",
        help_text="The timeline on which an event had the slug.",
    )
    timeline = models.ForeignKey(
        Timeline, on_delete=models.CASCADE, null=True, related_name="former_addresses"
    )
    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, null=True, related_name="former_addresses"
    )
    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, null=True, related_name="former_addresses"
    )

    objects = FormerAddressManager()

    class Meta:
        verbose_name_plural = "former addresses"
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                condition=Q(timeline__isnull=False),
                name="former_timeline_slug",
            ),
            models.UniqueConstraint(
                fields=["slug"],
                condition=Q(document__isnull=False),
                name="former_document_slug",
            ),
            models.UniqueConstraint(
                fields=["within", "slug"],
                condition=Q(event__isnull=False),
                name="former_event_slug",
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def kind(self) -> str:
        """What the slug led to: a timeline, a document or an event."""
        kinds = ("timeline", "document", "event")
        return next(kind for kind in kinds if getattr(self, f"{kind}_id") is not None)

    @property
    def leads_to(self) -> Timeline | Document | Event:
        """The row that the slug leads to now."""
        return getattr(self, self.kind)

    def natural_key(self) -> tuple[str, str | None, str]:
        """The kind, the slug of the timeline of an event, and the slug."""
        return (self.kind, self.within.slug if self.within else None, self.slug)

    natural_key.dependencies = [
        *("timeline.timeline", "timeline.document", "timeline.event")
    ]


def keep_address(row: Any, slug: str, timeline_id: int | None = None) -> None:
    """From now on this slug leads to the row; the latest to leave a slug has it."""
    name = type(row)._meta.model_name
    FormerAddress.objects.update_or_create(
        slug=slug,
        within_id=timeline_id,
        **{f"{name}__isnull": False},
        defaults={name: row},
    )


def remember_slug(
    sender: type[models.Model], instance: Any, raw: bool, **kwargs: Any
) -> None:
    """Before a save that gives a row another slug, or an event another timeline."""
    stored = None if raw else instance.stored_before
    if stored is None:
        return
    within = stored.timeline_id if sender is Event else None
    now = instance.timeline_id if sender is Event else None
    if (stored.slug, within) != (instance.slug, now):
        keep_address(instance, stored.slug, within)


def connect() -> None:
    """Connect the receiver; called once, when the application is ready."""
    for model in (Timeline, Document, Event):
        uid = f"{model.__name__}.remember_slug"
        pre_save.connect(remember_slug, sender=model, dispatch_uid=uid)
