"""What is printed of one date, before anything is supplied or computed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from .calendars import Calendar


class Link(StrEnum):
    """How printed dates are joined."""

    RANGE = "range"
    AND = "and"
    OR = "or"
    COMMA = "comma"
    SLASH = "slash"


class Parts:
    """The parts printed of one date; `None` where nothing is printed.

    `start` and `end` are columns (code points). Years are astronomical. A `bare` number
    ("14" in "14 and 16 September") takes its kind from its neighbours.
    """

    year: int | None = None
    short_year: int | None = None  # '48
    double_year: int | None = None  # 1648/9: the later of the two
    decade: int | None = None  # 1840 for "the 1840s"
    short_decade: int | None = None  # 40 for "the forties"
    century: int | None = None  # 12; 0 and less are BC: 0 is the first
    century_length: int = 100  # 1000 for a millennium
    century_numbers: bool = False  # a number that waits for "centuries"
    season: int | None = None
    month: int | None = None
    numbered_month: bool = False  # "5th mo."
    day: int | None = None
    bare: bool = False
    waits_for_era: bool = False  # 58 in "58–50 BC"
    weekday: int | None = None
    month_offset: int | None = None  # inst. 0, ult. -1, prox. 1
    year_offset: int | None = None  # "of last year" -1
    month_step: int | None = None  # "Dec. last" -1, "July next" 1
    day_offset: int | None = None  # "yesterday" -1, from the document
    day_from_then: int | None = None  # "the next day" 1, from the date before
    shift: tuple[int, str, str] | None = None  # (2, "day", "then" | "now")
    week_step: int | None = None  # "last Tuesday" -1, "next Tuesday" 1
    feast: str | None = None
    feast_shift: int = 0
    portion: str = ""
    qualifier: str = ""
    doubtful: str = ""  # "day" in "6? May", "month" in "May? 1917"
    calendar: Calendar | None = None
    dual: Parts | None = None
    slash: bool = False  # the other day stands after a stroke: 1/13 May
    choices: tuple[Parts, ...] = ()
    before_christ: bool = False
    figures: bool = False  # the month, too, is printed as a number
    roman: bool = False  # the month is a Roman numeral
    marked: bool = False  # "the year", "A.D.", "г." stands by the year
    ordinal: bool = False  # "14th", "fourteenth", "14."
    spelled: bool = False  # "fourteenth"
    article: bool = False
    is_past: bool = False  # the date of a letter received: not after the document
    month_capital: bool = True

    # Made by the thousand while a text is searched: only what differs is set.
    def __init__(self, start: int, end: int, **printed: Any) -> None:
        self.start = start
        self.end = end
        self.__dict__.update(printed)

    def copy(self, **changes: Any) -> Parts:
        """The same parts, some of them changed."""
        made = object.__new__(Parts)
        made.__dict__.update(self.__dict__)
        made.__dict__.update(changes)
        return made

    @property
    def has_month(self) -> bool:
        """Whether the month is printed or named by its place before this one."""
        return self.month is not None or self.month_offset is not None

    @property
    def has_year(self) -> bool:
        """Whether the text says the year, if only by two figures."""
        return (
            self.year is not None
            or self.short_year is not None
            or self.year_offset is not None
            or self.double_year is not None
        )

    @property
    def is_long(self) -> bool:
        """A decade or a century."""
        return (
            self.decade is not None
            or self.short_decade is not None
            or self.century is not None
        )


@dataclass(slots=True)
class Phrase:
    """Printed dates that belong together: "14–22 September 1917".

    `limit`: "<" before, "<=" by, ">" after, ">=" since.
    """

    start: int
    end: int
    members: list[Parts]
    links: list[Link]
    limit: str = ""
    limit_end: str = ""  # "before" in "after 1905 and before 1917"
    worded: list[bool] = field(default_factory=list)  # links by a word, not a mark
    night: bool = False
    night_into: bool = False  # "the night before the 25th": the 24th to the 25th
    dual: list[Parts] = field(default_factory=list)
    undated: bool = False
    outer_start: int = -1  # where the words before ("about", "before") begin


Found = tuple[Parts, int]  # what was read, and the place after it
