"""What is left to settle: the lists an editor works off, as queries."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from .citation import Citation
from .dating import Dating
from .event import Event
from .settling import UNSETTLED


def conflicts() -> QuerySet[Event]:
    """Events with an open dating that does not meet the accepted or an open one."""
    others = Dating.objects.filter(
        Q(end_max__lt=OuterRef("start_min")) | Q(start_min__gt=OuterRef("end_max")),
        event=OuterRef("event"),
        status__in=UNSETTLED,
    )
    open_ones = Dating.objects.filter(Exists(others), status=Dating.Status.OPEN)
    return Event.objects.filter(pk__in=open_ones.values("event"))


def without_passage() -> QuerySet[Event]:
    """Events none of whose citations stands in a text."""
    standing = Citation.objects.filter(event=OuterRef("pk"), start__isnull=False)
    return Event.objects.filter(~Exists(standing))


def undated() -> QuerySet[Event]:
    """Events without an accepted dating."""
    return Event.objects.filter(mark__isnull=True)


def scheduled() -> QuerySet[Event]:
    """Events that a source only announces."""
    return Event.objects.filter(status=Event.Status.SCHEDULED)


def with_note() -> QuerySet[Event]:
    """Events at which an editor left a note to the next one."""
    return Event.objects.exclude(editor_note="")


def changed_citations() -> QuerySet[Citation]:
    """Citations whose words changed or went."""
    return Citation.objects.filter(
        state__in=(Citation.State.CHANGED, Citation.State.LOST)
    )


def sums() -> dict[str, dict[str, int]]:
    """All events by date, by passage and by status, all citations by state.

    Within each sum the counts add up to the total.
    """
    events = Event.objects.order_by().aggregate(
        total=Count("pk"),
        dated=Count("mark"),
        **{s: Count("pk", filter=Q(status=s)) for s in Event.Status.values},
    )
    total, dated = events.pop("total"), events.pop("dated")
    bare = without_passage().count()
    states = Citation.objects.order_by().aggregate(
        **{s: Count("pk", filter=Q(state=s)) for s in Citation.State.values}
    )
    return {
        "by date": {"dated": dated, "undated": total - dated},
        "by passage": {"with a passage": total - bare, "without a passage": bare},
        "by status": events,
        "citations": states,
    }
