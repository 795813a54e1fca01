"""The groups of a timeline's events, of which a reader may ask for one (`?group=`)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from timeline.models import EventRow, Timeline, group_names

from .window import Window

MOST = 200
"""Names to choose from."""
TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Signs that turn the direction of the text behind them."""
LARGE = 20_000
"""Events beyond which only the groups of those on the page are offered."""


@dataclass(frozen=True, slots=True)
class Groups:
    """What is offered, and what was asked for."""

    names: list[str]
    asked: str

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Each name as it is sent and as it is shown: an option holds no `<bdi>`."""
        return [(name, name.translate(TURNING)) for name in self.names]


def groups_of(
    timeline: Timeline,
    window: Window,
    total: int,
    shown: Iterable[EventRow],
    user: Any,
) -> Groups | None:
    """The groups to choose from; `None` where there are none."""
    here = sorted({event.group for event in shown if event.group})
    names = here
    if total > len(list(shown)) and total <= LARGE:
        names = group_names(timeline.pk, user, MOST)
    if window.group and window.group not in names:
        names = [window.group, *names]
    if not names:
        return None
    return Groups(names[:MOST], window.group)
