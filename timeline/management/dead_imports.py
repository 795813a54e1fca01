"""Imports whose process died: taken back when the next command begins, and told."""

from collections.abc import Iterator

from timeline.exchange import roll_back_dead_imports
from timeline.models import Import


def taken_back() -> Iterator[str]:
    """A sentence for each import that was taken back, or whose undoing is ended."""
    for job in roll_back_dead_imports():
        undone = job.state == Import.State.UNDONE
        what = "was being undone when its process ended" if undone else "had died"
        yield f"I{str(job)[1:]} {what}; nothing of it is left."
