"""What a reader may choose of a timeline's events: a group, and days from and to.

A form that needs no script, where there is something to choose.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from .event_list import OTHER_PAGES, EventList
from .groups import Groups
from .window import Window

TYPED = r"(-?[0-9X]{4}(?![0-9])|Y-?[0-9])[^ ]*|[0-9]{6,}"
"""What a browser lets through: a year of fewer digits would be a day number."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the form offers, what the address asked, and how much of it is here.

    `days` are the two bounds as they were asked, or `None` where all events are on the
    page. `kept` is what the address asks beside them.
    """

    groups: Groups | None
    days: tuple[str, str] | None
    kept: list[tuple[str, str]]
    here: str
    first: str

    @property
    def pattern(self) -> str:
        """What may be typed for a day, as HTML says it."""
        return TYPED

    def __bool__(self) -> bool:
        """Whether there is anything to choose."""
        return self.groups is not None or self.days is not None


def choice_of(window: Window, groups: Groups | None, listed: EventList) -> Choice:
    """The choice on a page of a timeline."""
    asked = dict(window.asked)
    bounds = asked.get("from", ""), asked.get("to", "")
    others = 0 if window.undated else listed.count(OTHER_PAGES)
    days = bounds if others or any(bounds) else None
    offered = {"group"} if groups else set()
    offered |= {"from", "to"} if days else set()
    here = len(listed.events)
    return Choice(
        groups=groups,
        days=days,
        kept=[(name, value) for name, value in window.asked if name not in offered],
        here=f"{here:,} of {here + others:,} events" if others else "",
        first=f"?{urlencode(window.asked)}" if window.after else "",
    )
