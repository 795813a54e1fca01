"""`manage.py rebuild_marks`: make every mark anew from the accepted datings."""

from typing import Any

from django.db.transaction import atomic

from timeline.management.database import DatabaseCommand
from timeline.models import Event, refresh_marks

BATCH = 1000


class Command(DatabaseCommand):
    """Make the marks anew; see docs/commands.md."""

    help = "Makes the marks of all events anew from their accepted datings."

    @atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Go through the events by primary key, some at a time."""
        events = marks = last = 0
        while batch := self.events_after(last):
            marks += refresh_marks(batch)
            events += len(batch)
            last = batch[-1]
        self.stdout.write(f"{events} events, {marks} marks")

    def events_after(self, last: int) -> list[int]:
        """The primary keys of the next events."""
        rows = Event.objects.filter(pk__gt=last).order_by("pk")
        return list(rows.values_list("pk", flat=True)[:BATCH])
