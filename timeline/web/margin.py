"""Which events stand in the margin of a passage, beside the words that date them. Pure.

A passage has as much margin as it has lines. Long titles are cut and the last labels
left out, with their number, so that the next passage's stand beside their own words.
"""

from collections.abc import Sequence
from typing import NamedTuple

LINE = 70
"""Characters of a line of the text."""
SMALL_LINES = 1.7
"""Lines of a label to a line of the text; the air below a passage is one more."""
LABEL_LINE = 20
"""Characters of a line of a label."""
FEWEST, MOST = 2, 4
"""Lines of a label."""


class Label(NamedTuple):
    """A day and a title, and how many labels have no room below it."""

    day: str
    title: str
    more: int = 0


def margin(labels: Sequence[Label], length: int) -> list[Label]:
    """The labels for which a passage of this many characters has room, in its order."""
    if not labels:
        return []
    room = int(SMALL_LINES * (1 + length // LINE)) + 1
    lines = max(FEWEST, min(MOST, room // len(labels)))
    shown = labels[: max(1, room // lines)]
    found = [
        Label(day, cut(title, lines * LABEL_LINE - len(day))) for day, title, _ in shown
    ]
    found[-1] = found[-1]._replace(more=len(labels) - len(shown))
    return found


def cut(title: str, room: int) -> str:
    """A title, or as many of its words as have room."""
    room = max(room, LABEL_LINE)
    if len(title) <= room:
        return title
    words = title[:room].rpartition(" ")[0] or title[: room - 1]
    return words.rstrip(" ,;:.–-") + "…"
