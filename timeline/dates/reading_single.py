"""One printed date by itself: "Tuesday, the 14th of May, 1862", "3.IX.1917", "1848".

`single` tries each form of date at a place and gives the parts found with the place
after them. The forms stand in `_FORMS`, the fullest first; words come from the
tables.
"""

from __future__ import annotations

from collections.abc import Callable

from .calendars import Calendar
from .reading_dual import day_and_month, dual_date, dual_day
from .reading_feasts import feast
from .reading_numeric import numeric
from .reading_parts import Found, Parts
from .reading_periods import century, decade, season
from .reading_pieces import Day, day, month, year
from .reading_relative import relative
from .reading_steps import Terms, glued, is_mark, role, skip, skip_mark, skip_point
from .reading_tail import tail
from .reading_year_after import year_after
from .reading_years import republican_only, year_only


def single(terms: Terms, i: int) -> Found | None:
    """The fullest date that begins here."""
    for form in _FORMS:
        found = form(terms, i)
        if found is not None:
            parts, j = found
            j = tail(terms, j, parts)
            own = parts.figures and not parts.has_year
            last = j if own or not is_mark(terms, j - 1, ".,") else max(j - 1, i + 1)
            parts.end = terms[last - 1].end
            return parts, j
    return None


def _weekday(terms: Terms, i: int, parts: Parts) -> int:
    """Pass "Tuesday," and note it."""
    at = skip(terms, skip(terms, i, "article"), "republican weekday")
    if at > i and "republican weekday" in terms[at - 1].roles:
        return at
    value = role(terms, at, "weekday")
    if not isinstance(value, int):
        return i
    j = skip_mark(terms, skip(terms, at + 1, "day part"), ",.")
    j = skip(terms, j, "on") if role(terms, skip(terms, j, "on"), "article") else j
    parts.weekday = value
    return j


def _put_day(parts: Parts, found: Day) -> None:
    parts.day, parts.ordinal, parts.spelled = found


def _day_month(terms: Terms, i: int) -> Found | None:
    """14 May 1862; Tuesday, the 14th day of May, in the year 1862."""
    parts = Parts(terms[i].start, terms[i].end)
    j = _weekday(terms, i, parts)
    k = skip(terms, j, "article")
    parts.article, j = k > j, k
    found = day(terms, j)
    if found is None:
        return None
    _put_day(parts, found[0])
    j = skip_mark(terms, skip_point(terms, found[1]), "?")
    if is_mark(terms, j - 1, "?"):
        parts.doubtful = "day"
    j = dual_day(terms, j, parts)
    j = skip(terms, skip(terms, j, "day word"), "of")
    j = skip(terms, skip(terms, j, "month word"), "of")
    j = _month_or_offset(terms, j, parts)
    if not j:
        return None
    if parts.month is not None:
        j = dual_date(terms, j, parts)
        j = year_after(terms, j, parts)
    return parts, j


def _month_or_offset(terms: Terms, j: int, parts: Parts) -> int:
    """A month by name, or inst., ult., prox.; 0 when there is neither."""
    found = month(terms, j)
    if found is not None:
        parts.month_capital = terms[j].capital
        parts.month, parts.numbered_month = found[0], "month" not in terms[j].roles
        return found[1]
    republican = role(terms, j, "republican month")
    if isinstance(republican, int):
        parts.month, parts.calendar = republican, Calendar.FRENCH_REPUBLICAN
        return j + 1
    other = role(terms, j, "other month")
    if isinstance(other, str) and terms[j].capital:
        name, _, number = other.rpartition(" ")
        parts.month, parts.calendar = int(number), Calendar(name)
        return j + 1
    k = skip_mark(terms, j, ",")
    offset = role(terms, k, "this month")
    if isinstance(offset, int) and parts.day is not None and not parts.spelled:
        parts.month_offset = offset
        return k + 1
    return 0


def _month_day(terms: Terms, i: int) -> Found | None:
    """May 14, 1862; Tuesday, May 14th; September 15 (28), 1917."""
    parts = Parts(terms[i].start, terms[i].end)
    j = _weekday(terms, i, parts)
    name = month(terms, j)
    if name is None:
        return None
    parts.month, parts.month_capital = name[0], terms[j].capital
    parts.numbered_month = "month" not in terms[j].roles
    j = skip(terms, skip_mark(terms, name[1], ","), "article")
    found = day(terms, j)
    if found is None or (found[0].spelled and not found[0].ordinal):
        return None
    if (
        is_mark(terms, found[1], ":")
        and glued(terms, found[1])
        and _is_time(terms, found[1])
    ):
        return None
    _put_day(parts, found[0])
    j = skip_mark(terms, found[1], "?")
    if is_mark(terms, j - 1, "?"):
        parts.doubtful = "day"
    j = dual_day(terms, j, parts)
    j = dual_date(terms, j, parts)
    return parts, year_after(terms, j, parts)


def _is_time(terms: Terms, j: int) -> bool:
    return bool(terms[j + 1].digits == 2 and glued(terms, j + 1))


def _month_year(terms: Terms, i: int) -> Found | None:
    """May 1862, May of 1862, in the month of May; also a month by itself."""
    parts = Parts(terms[i].start, terms[i].end)
    j = skip(terms, i, "month word")
    j = skip(terms, j, "of")
    if j > i + 1 or (j > i and "month word" not in terms[i].roles):
        parts.start = terms[i].start
    parts_month = _month_or_offset(terms, j, parts)
    if not parts_month or parts.month is None:
        return None
    if j > i and "month word" not in terms[i].roles:
        return None
    j = parts_month
    if is_mark(terms, j, "?"):
        parts.doubtful = "month"
        j += 1
    return parts, year_after(terms, j, parts)


def _year_month_day(terms: Terms, i: int) -> Found | None:
    """1917, May 6; 1917 г. 6 мая; 1862 May 14."""
    found = year(terms, i)
    if found is None or found[0].short or terms[i].digits not in (0, 3, 4):
        return None
    parts = Parts(terms[i].start, terms[i].end)
    parts.year, parts.double_year = found[0].value, found[0].later
    parts.before_christ = found[0].value <= 0
    j = skip_mark(terms, found[1], ",.:")
    k = day_and_month(terms, j, parts)
    if k:
        if year(terms, skip_mark(terms, k, ","), after_month=True) is not None:
            return None
        return parts, dual_date(terms, k, parts)
    name = month(terms, j)
    if name is None:
        return None
    if year(terms, skip_mark(terms, name[1], ","), after_month=True) is not None:
        return None
    parts.month, parts.month_capital = name[0], terms[j].capital
    return parts, name[1]


def single_day(terms: Terms, i: int) -> bool:
    """Whether a whole date stands here, or a weekday and nothing more."""
    found = single(terms, i)
    return found is not None and (
        found[0].month is not None
        or found[0].month_offset is not None
        or found[0].week_step is not None
        or found[0].feast is not None
        or bool(found[0].choices)
    )


def _weekday_only(terms: Terms, i: int) -> Found | None:
    """A weekday by itself; only the context can say which."""
    value = role(terms, i, "weekday")
    if not isinstance(value, int):
        return None
    return Parts(terms[i].start, terms[i].end, weekday=value), i + 1


_FORMS: tuple[Callable[[Terms, int], Found | None], ...] = (
    numeric,
    century,
    decade,
    _day_month,
    _month_day,
    _year_month_day,
    _month_year,
    season,
    feast,
    relative,
    republican_only,
    year_only,
    _weekday_only,
)
