"""Writing datings so that an event follows at most one at every moment.

Rows that are not accepted are written first, the accepted one last and by
`Event.follow`, which demotes before it accepts.
"""

from collections.abc import Iterable

from .dating import Dating

BOUNDS = ("start_min", "start_max", "end_min", "end_max")


def write_datings(rows: Iterable[Dating]) -> None:
    """Write the datings of one event that were typed together."""
    order = {Dating.Status.ACCEPTED: 1, "": 2}
    for dating in sorted(rows, key=lambda row: order.get(row.status, 0)):
        write_dating(dating)


def write_dating(dating: Dating) -> None:
    """Write one dating; without a status it gets the one that follows from the rest."""
    if not dating.status:
        dating.status = status_for(dating)
    if dating.status == Dating.Status.ACCEPTED:
        dating.event.follow(dating, dating.reason)
    else:
        dating.save()


def status_for(dating: Dating) -> Dating.Status:
    """Accepted when the event follows none, agreeing on the same days, else open."""
    accepted = dating.event.accepted_dating()
    if accepted is None or accepted.pk == dating.pk:
        return Dating.Status.ACCEPTED
    dating.fill()
    same = all(getattr(dating, name) == getattr(accepted, name) for name in BOUNDS)
    return Dating.Status.AGREES if same else Dating.Status.OPEN
