"""What a reader asks of a list: `?from=&to=&after=&limit=&undated=&group=`.

`from` and `to` are dates in EDTF syntax, which is Gregorian, or day numbers. Four
digits, with or without a minus, are a year (`1917`, `-0043`); any other integer is a
day number, and a day number of four digits is written with a plus or a zero before it
(`%2B1917`, `01917`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from timeline.dates import DateError, parse_edtf
from timeline.models import OPEN_END, Cursor

LIMIT = 500
LONGEST_GROUP = 200
_YEAR = re.compile(r"-?[0-9]{4}")
_DAY = re.compile(r"[+-]?[0-9]{1,17}")
_CURSOR = re.compile(r"(-?[0-9]{1,17})\.([0-9]{1,6})\.([0-9]{1,17})")


class BadQuery(ValueError):
    """A parameter that is not understood; the text says what would be right."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days, the place to go on from, and how many events at most."""

    first: int | None = None
    last: int | None = None
    after: Cursor | None = None
    limit: int = LIMIT
    undated: bool = False
    group: str = ""
    asked: tuple[tuple[str, str], ...] = ()

    def next_query(self, cursor: Cursor) -> str:
        """The query of the page that follows this place."""
        after = ".".join(map(str, cursor))
        return "?" + urlencode([*self.asked, ("after", after)])


def read_window(query: Mapping[str, str]) -> Window:
    """The window a query asks for; raises `BadQuery`."""
    first = read_day("from", query.get("from", ""))
    last = read_day("to", query.get("to", ""))
    undated = query.get("undated", "")
    if undated not in ("", "yes"):
        raise BadQuery("undated is “yes” or left out.")
    if undated and (first is not None or last is not None):
        raise BadQuery("undated events lie in no days: leave out from and to.")
    if first is not None and last is not None and first > last:
        raise BadQuery("from lies after to: exchange them.")
    kept = ("from", "to", "limit", "undated", "group")
    asked = tuple((key, query[key]) for key in kept if query.get(key))
    after = read_cursor(query.get("after", ""))
    limit = read_limit(query.get("limit", ""))
    group = read_group(query.get("group", ""))
    return Window(first, last, after, limit, bool(undated), group, asked)


def read_day(name: str, text: str) -> int | None:
    """The day number of a bound: the first day of `from`, the last day of `to`."""
    if not text:
        return None
    if _DAY.fullmatch(text) and not _YEAR.fullmatch(text):
        day: int | None = int(text)
    else:
        try:
            date = parse_edtf(text)
        except DateError as error:
            raise BadQuery(
                f"{name}: “{text[:60]}” is not understood. {error} Right would be a "
                "year (1917, 0850, -0043 for 44 BC), a day (1917-09-28), any date in "
                "EDTF syntax, or a day number (2421500, %2B1917)."
            ) from error
        day = date.start_min if name == "from" else date.end_max
    if day is None or abs(day) > OPEN_END:
        raise BadQuery(f"{name} needs a known day: leave {name} out for an open end.")
    return day


def read_limit(text: str) -> int:
    """How many entries at most."""
    if not text:
        return LIMIT
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= LIMIT:
        raise BadQuery(f"limit is a number from 1 to {LIMIT}.")
    return int(text)


def read_group(text: str) -> str:
    """The name of a group, as the events have it; "" for all."""
    if len(text) > LONGEST_GROUP or "\0" in text:
        raise BadQuery("group is the name of a group of events, or left out.")
    return text


def read_key(text: str) -> str:
    """The slug or key after which a list goes on; NUL would end no database well."""
    if text and not re.fullmatch(r"[\w.-]{1,80}", text):
        raise BadQuery("after is the value in the address of the next page.")
    return text


def read_cursor(text: str) -> Cursor | None:
    """The place to go on from, as `next` gave it."""
    if not text:
        return None
    found = _CURSOR.fullmatch(text)
    if not found or abs(int(found[1])) > OPEN_END or int(found[3]) > OPEN_END:
        raise BadQuery("after is the value in the address that “next” gave.")
    return Cursor(*map(int, found.groups()))
