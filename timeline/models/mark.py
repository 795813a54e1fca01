"""Marks: what a timeline draws for an event; derived, never typed or in fixtures."""

from django.db import models
from django.db.models import F, Q

from .event import Event, Timeline
from .imports import Imported, ShownManager

OPEN_END = 2**53 - 1
"""Where open and unknown ends are sorted: JavaScript's largest exact integer."""


class Mark(Imported):
    """One row an event with an accepted dating; `rebuild_marks` makes them anew."""

    event = models.OneToOneField(
        Event, on_delete=models.CASCADE, primary_key=True, related_name="mark"
    )
    timeline = models.ForeignKey(
        Timeline, on_delete=models.CASCADE, related_name="marks"
    )
    sort_start = models.BigIntegerField()
    sort_end = models.BigIntegerField()
    sort_seconds = models.PositiveIntegerField(default=0)
    importance = models.IntegerField(default=0)
    visible = models.BooleanField(
        default=False, help_text="The event is published; its timeline is asked apart."
    )

    objects = ShownManager()

    class Meta:
        indexes = [
            models.Index(
                fields=["timeline", "sort_start", "sort_seconds", "event"],
                name="mark_order",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(sort_start__lte=F("sort_end")), name="mark_start_before_end"
            )
        ]

    def __str__(self) -> str:
        return f"mark of {self.event_id}"
