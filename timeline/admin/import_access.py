"""Who may take an import back; who may import stands in `timeline.exchange`."""

from timeline.models import Event, Import

from .publishing import PERMISSION


def rights_to_undo(job: Import) -> set[str]:
    """What undoing takes: deleting what came in, and changing back what changed."""
    tables = job.changes.order_by().values_list("table", flat=True).distinct()
    rights = {f"timeline.delete_{table}" for table in job.blocks}
    rights |= {f"timeline.change_{table}" for table in tables}
    if "event" in job.blocks:
        events = Event.objects.filter(pk__range=job.blocks["event"])
        if events.filter(publication="published").exists():
            rights.add(PERMISSION)
    return rights
