"""The readings of a proposal on the way in: what the desk shows can be shown.

A reading is a date in EDTF syntax and its calendar, why it is read so, what was
supplied, and warnings; of a correction in the text also its kind and reason.
"""

from collections.abc import Callable
from typing import Any

from timeline.dates import Calendar, DateError, parse_edtf
from timeline.models import Dating

from .checks import Check, json_check
from .rows import Wrong

TEXTS = ("edtf_written", "calendar", "why", "kind", "reason")
PARTS = {"what", "value", "source"}
KINDS = frozenset(Dating.Kind.values)
RIGHT = "An object with edtf_written and calendar; why, supplied, warnings."


def readings_check(field: Any) -> Check:
    """A list of readings."""
    as_json = json_check(field)

    def check(value: Any) -> str:
        text: str = as_json(value)
        for number, reading in enumerate(value, start=1):
            if not _is_reading(reading):
                raise Wrong(f"Reading {number} is none.", RIGHT)
            _check_date(number, reading)
        return text

    return Check(check)


def _is_reading(reading: Any) -> bool:
    return (
        isinstance(reading, dict)
        and {"edtf_written", "calendar"} <= reading.keys()
        and all(isinstance(reading.get(name, ""), str) for name in TEXTS)
        and reading.get("kind", "plain") in KINDS
        and _is_list(reading.get("supplied", []), _is_part)
        and _is_list(reading.get("warnings", []), lambda one: isinstance(one, str))
    )


def _is_list(value: Any, is_one: Callable[[Any], bool]) -> bool:
    return isinstance(value, list) and all(map(is_one, value))


def _is_part(part: Any) -> bool:
    if not isinstance(part, dict) or part.keys() != PARTS:
        return False
    return all(isinstance(value, str) for value in part.values())


def _check_date(number: int, reading: dict[str, Any]) -> None:
    try:
        parse_edtf(reading["edtf_written"], Calendar(reading["calendar"]))
    except DateError as error:
        raise Wrong(f"Reading {number}: {error.message}") from None
    except ValueError:
        known = ", ".join(calendar.value for calendar in Calendar)
        raise Wrong(f"Reading {number} has no calendar.", f"One of: {known}.") from None
