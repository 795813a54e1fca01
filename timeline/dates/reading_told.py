"""Dates told from another, now computed: "yesterday", "last Tuesday", "the forties"."""

from __future__ import annotations

from .context import Supplied
from .errors import DateError
from .reading_ground import Ground
from .reading_parts import Parts
from .reading_supply import DOCUMENT, PREVIOUS, add_months, base, day_parts


def century_of_decade(parts: Parts, ground: Ground) -> None:
    for date, source in (
        (ground.context.previous, PREVIOUS),
        (ground.context.document_date, DOCUMENT),
    ):
        found = base(date, ground.calendar, source)
        if found is not None and parts.short_decade is not None:
            year = found.last.year
            decade = year - year % 100 + parts.short_decade
            parts.decade = decade if decade <= year else decade - 100
            parts.short_decade = None
            ground.supplied.append(
                Supplied("century", str(parts.decade // 100 + 1), source)
            )
            return
    raise DateError(
        "A decade without its century.", parts.start, "a decade such as 1840s"
    )


def told(parts: Parts, ground: Ground) -> Parts:
    """yesterday; the next day; two days later."""
    unit, count, from_now = "day", parts.day_offset or 0, True
    if parts.day_from_then is not None:
        count, from_now = parts.day_from_then, False
    if parts.shift is not None:
        count, unit, told = parts.shift
        from_now = told == "now"
    source = DOCUMENT if from_now else PREVIOUS
    date = ground.context.document_date if from_now else ground.context.previous
    found = base(date, ground.calendar, source)
    if found is None:
        raise DateError(
            f"This is told from the {source}, which is not known.", parts.start
        )
    ground.supplied.append(Supplied("date", str(date), source))
    if unit == "year" and found.year is not None:
        return Parts(parts.start, parts.end, year=found.year + count)
    if unit == "month" and found.month is not None:
        year, month = add_months(*found.month, count)
        return Parts(parts.start, parts.end, year=year, month=month)
    if not found.is_day:
        raise DateError(f"The {source} is not exact to a day.", parts.start)
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit, 1)
    return day_parts(parts, found.first_day + count * days, ground.calendar)


def weekday_near(parts: Parts, ground: Ground) -> list[Parts]:
    """last Tuesday, next Tuesday; Tuesday alone is either."""
    found = base(ground.context.document_date, ground.calendar, DOCUMENT)
    if found is None or not found.is_day or parts.weekday is None:
        raise DateError(
            "A weekday is told from the document's day, which is not known.",
            parts.start,
            "a document date exact to the day",
        )
    today = found.first_day
    past = today - ((today - parts.weekday - 1) % 7 + 1)
    coming = today + ((parts.weekday - today - 1) % 7 + 1)
    ground.supplied.append(
        Supplied("date", str(ground.context.document_date), DOCUMENT)
    )
    days = {-1: [past], 1: [coming]}.get(parts.week_step or 0, [past, coming])
    return [day_parts(parts, day, ground.calendar) for day in days]
