"""From the parts printed to readings: fill, check, write as EDTF, convert.

Every step that adds to the text leaves a `Supplied`; every doubt that does not hinder
the reading leaves a warning; whatever would be a guess is a `DateError` or a second
reading.
"""

from __future__ import annotations

from dataclasses import replace

from .calendars import Calendar
from .changeovers import calendar_warnings
from .context import DateContext, Reading, Supplied
from .edtf import parse_edtf
from .errors import DateError
from .reading_checks import check_duals, check_order, check_weekdays, easter_before_1583
from .reading_fill import share
from .reading_ground import Ground, ground_of, why_of
from .reading_parts import Link, Parts, Phrase
from .reading_supply import (
    DOCUMENT,
    PREVIOUS,
    base,
    supply_day_of_month,
    supply_month,
    supply_year,
)
from .reading_told import century_of_decade, told, weekday_near
from .reading_write import text_of
from .reading_year_start import in_january_years

# What printed years of these calendars can be; others are counted from Christ.
_YEARS = {Calendar.HEBREW: range(3000, 6001), Calendar.ISLAMIC_CIVIL: range(1, 1500)}


def resolve(phrase: Phrase, context: DateContext) -> list[Reading]:
    """All readings of a phrase; refused with a `DateError` when there is none."""
    if phrase.undated:
        raise DateError("Undated: the source says that it gives no date.", phrase.start)
    if any(parts.choices for parts in phrase.members):
        return _choose(phrase, context)
    phrase = _strokes(_copy(phrase))
    if phrase.night_into and len(phrase.members) == 1:
        phrase = _night_before(phrase)
    shared = share(phrase)
    ground = ground_of(phrase, context)
    ground.supplied += shared
    alternatives = _alternatives(phrase, ground)
    if len(alternatives) == 1:
        phrase.members = alternatives[0]
        return [_reading(phrase, ground)]
    readings = []
    for members in alternatives:
        branch = replace(
            ground,
            supplied=list(ground.supplied),
            warnings=list(ground.warnings),
            reasons=list(ground.reasons),
        )
        readings.append(_reading(replace(phrase, members=members), branch))
    return readings


def _copy(phrase: Phrase) -> Phrase:
    members = [parts.copy() for parts in phrase.members]
    return replace(phrase, members=members, dual=[p.copy() for p in phrase.dual])


def _night_before(phrase: Phrase) -> Phrase:
    """ "the night before the 25th" runs from the 24th to the 25th."""
    parts = phrase.members[0]
    if parts.day is None or parts.day == 1:
        return phrase
    members = [parts.copy(day=parts.day - 1), parts]
    return replace(phrase, members=members, links=[Link.RANGE])


def _strokes(phrase: Phrase) -> Phrase:
    """24/25 October is two days running; days further apart are the two styles."""
    if not any(parts.slash for parts in phrase.members):
        return phrase
    members: list[Parts] = []
    links: list[Link] = []
    for n, parts in enumerate(phrase.members):
        members.append(parts)
        other = parts.dual
        if parts.slash and other is not None and other.day == (parts.day or 0) + 1:
            parts.dual = None
            following = parts.copy(day=other.day, start=other.start, end=other.end)
            members.append(following)
            links.append(Link.RANGE)
        links += phrase.links[n : n + 1]
    return replace(phrase, members=members, links=links)


def _choose(phrase: Phrase, context: DateContext) -> list[Reading]:
    """Figures in an unknown order: the language or the context may know it."""
    order = context.order or _order_of(context.language)
    names = ("day first", "month first")
    readings: list[Reading] = []
    for n, name in enumerate(names):
        if order and order != name:
            continue
        members = [_chosen(parts, n) for parts in phrase.members]
        for reading in resolve(replace(phrase, members=members), context):
            why = f"Read with the {name}. {reading.why}"
            readings.append(replace(reading, why=why))
    return readings


def _chosen(parts: Parts, n: int) -> Parts:
    if not parts.choices:
        return parts
    return parts.choices[n].copy(
        start=parts.start,
        end=parts.end,
        qualifier=parts.qualifier,
        weekday=parts.weekday,
        calendar=parts.calendar,
    )


def _order_of(language: str) -> str:
    """The order of figures that a language fixes; English does not fix it."""
    name = language.casefold()
    if name in ("en-us", "en_us"):
        return "month first"
    if name.partition("-")[0].partition("_")[0] in ("de", "ru", "fr"):
        return "day first"
    return "day first" if name in ("en-gb", "en_gb") else ""


def _alternatives(phrase: Phrase, ground: Ground) -> list[list[Parts]]:
    """The members complete; more than once where the context leaves a choice."""
    branches: list[list[Parts]] = [[]]
    for parts in phrase.members:
        completed = _complete(parts, ground, branches[0])
        branches = [[*branch, each] for branch in branches for each in completed]
    return branches


def _complete(parts: Parts, ground: Ground, earlier: list[Parts]) -> list[Parts]:
    """One member with all that the context must supply."""
    context, calendar = ground.context, ground.calendar
    if parts.day_offset is not None or parts.day_from_then is not None or parts.shift:
        return [told(parts, ground)]
    stepped = parts.week_step is not None and parts.feast is None
    if stepped or _is_weekday_only(parts):
        return weekday_near(parts, ground)
    if parts.month_offset is not None:
        ground.supplied += supply_month(parts, context, calendar)
    if parts.bare or (parts.day is not None and parts.month is None):
        found = supply_day_of_month(parts, context, calendar)
        source = PREVIOUS if base(context.previous, calendar, PREVIOUS) else DOCUMENT
        ground.supplied.append(Supplied("month", str(found[-1].month), source))
        ground.supplied.append(Supplied("year", str(found[-1].year), source))
        return found
    if parts.short_decade is not None:
        century_of_decade(parts, ground)
    if parts.dual is not None and not parts.has_year:
        _year_of_pair(parts, parts.dual)
    if parts.year is None and not parts.is_long:
        _year_of(parts, ground, earlier)
    _check_count_of_years(parts)
    if parts.numbered_month and (parts.year or 0) < 1752:
        raise DateError(
            "Before 1752 Friends counted the months from March; the month is not sure.",
            parts.start,
            "the name of the month",
        )
    if parts.double_year is not None:
        _settle_double_year(parts, ground)
        return [parts]
    year_start = context.year_start
    found, why = in_january_years(parts, year_start, calendar)
    if why:
        ground.reasons.append(why)
    return found


def _check_count_of_years(parts: Parts) -> None:
    """ "Ramadan 1917" is a month of one calendar with the year of another."""
    if parts.season is not None and (parts.year or 0) > 3000:
        raise DateError(  # лето 7208
            f"The year {parts.year} is not counted from Christ; years from the "
            "creation of the world are not read.",
            parts.start,
        )
    known = _YEARS.get(parts.calendar) if parts.calendar else None
    if known is None or parts.year is None or parts.year in known:
        return
    raise DateError(
        f"The year {parts.year} is not one of the calendar of this month.",
        parts.start,
        f"a year from {known[0]} to {known[-1]}",
    )


def _year_of_pair(parts: Parts, other: Parts) -> None:
    """25 October/7 November 1917: the year stands after the second."""
    if other.year is not None:
        turn = (parts.month, other.month) == (12, 1)
        parts.year = other.year - 1 if turn else other.year


def _is_weekday_only(parts: Parts) -> bool:
    return (
        parts.weekday is not None
        and parts.day is None
        and parts.month is None
        and parts.feast is None
    )


def _year_of(parts: Parts, ground: Ground, earlier: list[Parts]) -> None:
    if earlier and earlier[-1].year is not None and not parts.has_year:
        before = earlier[-1]
        later = (parts.month or 0, parts.day or 99) < (
            before.month or 0,
            before.day or 0,
        )
        parts.year = (before.year or 0) + later
        return
    supplied, warnings = supply_year(parts, ground.context, ground.calendar)
    ground.supplied += supplied
    ground.warnings += warnings


def _settle_double_year(parts: Parts, ground: Ground) -> None:
    """3 March 1648/9 is 1649 by the year that begins in January; else refused."""
    if parts.double_year is None or parts.year is None:
        return
    later = parts.double_year
    if parts.feast is not None:
        raise DateError(
            f"{parts.year}/{later % 100:02}: which of the two years this feast lies in "
            "is not said.",
            parts.start,
            "one year",
        )
    if parts.month is None:
        return
    if (parts.month, parts.day or 1) > (3, 25):
        raise DateError(
            f"A double year ({parts.year}/{later % 100:02}) stands with dates from "
            "1 January to 24 March only; this date lies after.",
            parts.start,
            "one year",
        )
    ground.reasons.append(f"double year: {later} counted from January")
    parts.year, parts.double_year = later, None


def _reading(phrase: Phrase, ground: Ground) -> Reading:
    easter_before_1583(phrase, ground)
    calendar = check_duals(phrase, ground)
    ground.calendar = calendar
    if ground.calendar_from == "document":
        ground.supplied.append(
            Supplied("calendar", calendar.value, "document calendar")
        )
    text = text_of(phrase, calendar)
    try:
        date = parse_edtf(text, calendar)
    except DateError as error:
        raise DateError(
            error.message, phrase.members[0].start, error.expected
        ) from None
    check_order(date, phrase)
    check_weekdays(phrase, ground)
    warnings = (*ground.warnings, *calendar_warnings(date, ground.context.place))
    return Reading(date, why_of(date, ground), tuple(ground.supplied), warnings)
