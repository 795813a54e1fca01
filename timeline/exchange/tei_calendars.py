"""The calendars a TEI file names: `calendar="#julian"` and what `calendarDesc` says.

A calendar is known by the words of its description, or by its own name. One that is
known by neither is not guessed.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from timeline.dates import Calendar

from .tei_xml import TEI, XML_ID, words_of

KNOWN = {
    Calendar.GREGORIAN: (
        "gregorian",
        "new style",
        "n.s.",
        "grégorien",
        "gregorianisch",
    ),
    Calendar.JULIAN: ("julian", "old style", "o.s.", "julien", "julianisch"),
    Calendar.HEBREW: ("hebrew", "jewish", "anno mundi"),
    Calendar.ISLAMIC_CIVIL: ("islamic", "hijri", "hijra", "muslim"),
    Calendar.FRENCH_REPUBLICAN: ("republican", "révolutionnaire", "républicain"),
    Calendar.SWEDISH: ("swedish",),
}
SHORT = {"os": Calendar.JULIAN, "ns": Calendar.GREGORIAN}
_LETTERS = re.compile(r"[\W_]+")


class Calendars:
    """What the pointers of one file mean."""

    def __init__(self, described: Mapping[str, str] | None = None) -> None:
        self.described = dict(described or {})

    @classmethod
    def in_header(cls, root: Any) -> "Calendars":
        """The calendars that `calendarDesc` describes, by their ids."""
        found = root.iter(f"{{{TEI}}}calendar")
        return cls({c.get(XML_ID): words_of(c) for c in found if c.get(XML_ID)})

    def named(self, pointer: str) -> Calendar | None:
        """The calendar of a pointer; the description stands above the name."""
        name = pointer.strip().rpartition("#")[2].rpartition("/")[2]
        return known(self.described.get(name, "")) or known(name)


@lru_cache(maxsize=256)
def known(words: str) -> Calendar | None:
    """The calendar that words name; `None` when they name none, or two."""
    plain = words.casefold()
    if calendar := SHORT.get(_LETTERS.sub("", plain)):
        return calendar
    spaced = _LETTERS.sub(" ", plain)
    found = {
        calendar
        for calendar, names in KNOWN.items()
        if any(_LETTERS.sub(" ", name).strip() in spaced for name in names)
    }
    return found.pop() if len(found) == 1 else None
