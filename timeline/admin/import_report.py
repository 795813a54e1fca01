"""A report as a page shows it: what would happen, what is wrong, what can be done."""

from itertools import groupby
from typing import Any

from timeline.exchange import FORMATS, lacking, rights_of
from timeline.models import Import

from .import_access import rights_to_undo

SHOWN = 50
"""Faults and changed rows that stand open; the others unfold."""
COUNTS = (
    ("rows", "in the file"),
    ("new", "are not here yet"),
    ("changed", "are here with other values"),
    ("unchanged", "are here as they stand in the file"),
    ("refused", "cannot come in"),
)


def shaped(report: dict[str, Any], user: Any) -> dict[str, Any]:
    """A report for the templates."""
    brings = report["new"] + report["changed"]
    can_come = not report["broken"] and brings > 0
    return {
        **report,
        "counts": [(name, report[name], words) for name, words in COUNTS],
        "brings": brings,
        "can_write": can_come and not report["refused"],
        "can_write_good": can_come and report["refused"] > 0,
        "is_here_already": not brings and not report["refused"],
        **faults_of(report),
        **changes_of(report),
        "losses": losses_of(report["format"]),
        "events": events_of(report["import"]),
        "can_undo": can_undo(report["import"], user),
    }


def faults_of(report: dict[str, Any]) -> dict[str, Any]:
    """The first faults, the others, and how many more there are."""
    faults = report["faults"]
    return {
        "first_faults": faults[:SHOWN],
        "other_faults": faults[SHOWN:],
        "uncounted_faults": report["fault_total"] - len(faults),
    }


def changes_of(report: dict[str, Any]) -> dict[str, Any]:
    """The changes, row by row."""
    changes = report["changes"]
    rows = [
        (line, row, list(columns))
        for (line, row), columns in groupby(changes, lambda c: (c["line"], c["row"]))
    ]
    return {
        "first_changes": rows[:SHOWN],
        "other_changes": rows[SHOWN:],
        "uncounted_changes": report["change_total"] - len(changes),
    }


def losses_of(name: str) -> tuple[str, ...]:
    """What files of this format cannot carry."""
    return FORMATS[name].losses if name in FORMATS else ()


def events_of(number: int | None) -> dict[str, Any] | None:
    """The events that came in: a block of primary keys."""
    job = Import.objects.filter(pk=number or 0).first()
    if job is None or "event" not in job.blocks:
        return None
    first, last = job.blocks["event"]
    return {"first": first, "last": last}


def can_undo(number: int | None, user: Any) -> bool:
    """Whether the user is offered to take the import back."""
    job = Import.objects.filter(pk=number or 0, state=Import.State.DONE).first()
    return job is not None and not lacking(rights_of(user), rights_to_undo(job))
