"""A `HistoricalDate` as JSON and back.

Only calendar and written form decide; what follows from them (EDTF, days, kinds) is
written for readers that do no arithmetic, and is reckoned anew when it is read.
"""

from __future__ import annotations

from collections.abc import Mapping

from .calendars import Calendar
from .edtf import parse_edtf
from .errors import DateError
from .historical_date import HistoricalDate

JsonValue = str | int | None


def date_to_json(date: HistoricalDate) -> dict[str, JsonValue]:
    """The date as an object of JSON; days are day numbers."""
    return {
        "calendar": date.calendar.value,
        "edtf_written": date.edtf_written,
        "edtf": date.edtf,
        "first_day": date.first_day,
        "last_day": date.last_day,
        "start_min": date.start_min,
        "start_max": date.start_max,
        "end_min": date.end_min,
        "end_max": date.end_max,
        "start_kind": date.start_kind.value,
        "end_kind": date.end_kind.value,
        "shape": date.shape.value,
        "qualifier": date.qualifier.value,
        "seconds": date.seconds,
    }


def date_from_json(value: Mapping[str, object]) -> HistoricalDate:
    """The date again; refused when the days it names are not those it has.

    `edtf_written` and `calendar` are enough; without them `edtf` is read as Gregorian.
    """
    text = value.get("edtf_written", value.get("edtf"))
    calendar = value.get("calendar", Calendar.GREGORIAN.value)
    if not isinstance(text, str) or not isinstance(calendar, str):
        raise DateError(
            "The object names no date.", expected="edtf_written and calendar, or edtf"
        )
    date = parse_edtf(text, Calendar(calendar))
    known = date_to_json(date)
    for name, stated in value.items():
        if name in known and name != "edtf_written" and stated != known[name]:
            raise DateError(
                f"{name} is {stated!r}, but {text} ({calendar}) has {known[name]!r}.",
                expected=repr(known[name]),
            )
    return date
