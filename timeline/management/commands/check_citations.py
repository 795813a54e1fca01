"""`manage.py check_citations`: name every citation whose words are not as cited."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import CommandError

from timeline.management.database import DatabaseCommand
from timeline.models import Citation
from timeline.passages import State, state_of

SOUND = (State.EXACT, State.NORMALISED)


class Command(DatabaseCommand):
    """Check every citation against its passage; see docs/commands.md."""

    help = (
        "Names event, passage, old and new words of each citation that is not exact "
        "or normalised, and exits 1 when there is one."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line for each fault, then the count."""
        total = faults = 0
        for citation in all_citations():
            total += 1
            for fault in faults_of(citation):
                faults += 1
                self.stdout.write(fault)
        if faults:
            raise CommandError(f"{faults} faults in {total} citations.")
        self.stdout.write(f"{total} citations, all exact or normalised.")


def all_citations() -> Iterator[Citation]:
    """Every citation with what its line names, in the order of events."""
    return (
        Citation.objects.select_related(
            "event__timeline", "passage__document", "passage__retired_in", "lost_in"
        )
        .order_by("event__timeline__slug", "event__slug", "key")
        .iterator(chunk_size=1000)
    )


def faults_of(citation: Citation) -> Iterator[str]:
    """What is wrong with a citation, a line each."""
    passage = citation.passage
    where = (
        f"{citation.event.timeline.slug}/{citation.event.slug}, "
        f"{passage.document.slug} {passage.key}, citation {citation.key}: "
        f"cited “{citation.quoted}”, "
    )
    if citation.start is None or citation.end is None:
        since = f" since {citation.lost_in}" if citation.lost_in else ""
        yield f"{where}now lost{since}; last “{citation.exact}”"
        return
    span = f"{citation.start}–{citation.end}"
    found = passage.text[citation.start : citation.end]
    if found != citation.exact:
        yield f"{where}recorded “{citation.exact}” at {span}, where “{found}” stands"
    if passage.retired_in is not None:
        yield f"{where}in a passage that {passage.retired_in} took out"
    state = state_of(citation.quoted, found)
    if state not in SOUND:
        yield f"{where}now “{found}” at {span} ({state})"
    elif state != citation.state:
        yield f"{where}is {state} at {span}, recorded as {citation.state}"
