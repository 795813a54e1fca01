"""What a value must be before it may stand in a column.

The rules are those of the model's fields, made into one check a column, for a million
values: called with a value it returns what is stored or raises `Wrong`. Whether all
values of a batch may stand as they are it answers at once.
"""

import json
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.dateparse import parse_datetime

from timeline.models import validate_text

from .rows import Wrong

DEEPEST = 64
MOST_VALUES = 500_000
INTEGERS = {
    "PositiveIntegerField": (0, 2**31 - 1),
    "IntegerField": (-(2**31), 2**31 - 1),
    "BigIntegerField": (-(2**63), 2**63 - 1),
}


@dataclass(frozen=True, slots=True)
class Check:
    """The rules of a column, for one value and for many."""

    one: Callable[[Any], Any]
    fit: Callable[[Sequence[Any]], bool] = lambda values: False

    def __call__(self, value: Any) -> Any:
        """The value as it is stored; `Wrong` when it may not stand there."""
        return self.one(value)


def clean_text(value: str) -> str:
    """Refuse what no database keeps alike: NUL, controls, lone surrogates."""
    if not value.isprintable():
        try:
            validate_text(value)
        except ValidationError as error:
            raise Wrong(_said(error)) from None
    return value


def _said(error: ValidationError) -> str:
    """Its words. Such an error refers to itself: it lets go of its frames, or the
    batch that they hold would stay until the next collection."""
    error.__traceback__ = None
    return str(error.messages[0])


def text_check(field: models.Field) -> Check:
    """A text: its length, its choices, and the rules of its field."""
    longest = field.max_length or math.inf
    choices = frozenset(value for value, _ in field.flatchoices) or None
    rules = [rule for rule in field.validators if _is_rule_of_ours(rule)]
    if isinstance(field, models.URLField):
        rules = list(field.validators)

    blank = field.blank

    @lru_cache(maxsize=256)
    def keeps_rules(value: str) -> str:
        for rule in rules:
            try:
                rule(value)
            except ValidationError as error:
                raise Wrong(_said(error), _right(field)) from None
        return ""

    def check(value: Any) -> str:
        if not isinstance(value, str):
            raise Wrong("This is not a text.", "Put it between quotation marks.")
        if choices is not None and (value or not blank) and value not in choices:
            raise Wrong("Not one of the choices.", f"One of: {_list(choices)}.")
        if len(value) > longest:
            raise Wrong(f"Longer than {longest} characters ({len(value)}).")
        clean_text(value)
        if not value:
            if not blank:
                raise Wrong("Empty.", "A text.")
        elif rules:
            keeps_rules(value)
        return value

    def fit(values: Sequence[Any]) -> bool:
        try:
            together = "".join(values)
            clean_text(together)
        except (TypeError, Wrong):
            return False
        if max(map(len, values)) > longest or not (blank or all(values)):
            return False
        if choices is not None and not choices.issuperset(filter(None, values)):
            return False
        return all(fits_rule(rule, values) for rule in rules)

    return Check(check, fit)


def fits_rule(rule: Any, values: Sequence[str]) -> bool:
    """Whether a validator lets all values pass; the empty ones it is not asked of."""
    if type(rule) is RegexValidator and not rule.inverse_match:
        search = re.compile(rule.regex.pattern, rule.regex.flags).search
        return all(search(value) for value in values if value)
    try:
        for value in values:
            if value:
                rule(value)
    except ValidationError as error:
        _said(error)
        return False
    return True


def _is_rule_of_ours(rule: Any) -> bool:
    known = ("MaxLengthValidator", "ProhibitNullCharactersValidator")
    return rule is not validate_text and type(rule).__name__ not in known


def _right(field: models.Field) -> str:
    if isinstance(field, models.URLField):
        return "An address that begins with http:// or https://."
    return ""


def _list(choices: frozenset[str]) -> str:
    return ", ".join(sorted(choices))


def integer_check(field: models.Field) -> Check:
    """A whole number that both databases hold."""
    low, high = INTEGERS[field.get_internal_type()]

    def check(value: Any) -> int | None:
        if value is None and field.null:
            return None
        if type(value) is not int:
            raise Wrong("This is not a whole number.", "A number such as 7.")
        if not low <= value <= high:
            raise Wrong("Out of range.", f"A number from {low} to {high}.")
        return value

    def fit(values: Sequence[Any]) -> bool:
        is_whole = set(map(type, values)) == {int}
        return is_whole and low <= min(values) and max(values) <= high

    return Check(check, fit)


def json_check(field: models.Field) -> Check:
    """JSON as the text that both databases give back alike: sorted, no NaN."""

    def check(value: Any) -> str:
        if value is None or (
            field.default in (dict, list) and not isinstance(value, field.default)
        ):
            kind = "an object" if field.default is dict else "a list"
            raise Wrong(f"This is not {kind}.")
        for rule in field.validators:
            try:
                rule(value)
            except ValidationError as error:
                raise Wrong(_said(error)) from None
        return canonical(value) if value else ("{}" if value == {} else "[]")

    return Check(check)


def canonical(value: Any) -> str:
    """JSON text with sorted keys, the same for equal values on both databases."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True)


def plain(value: Any, depth: int = 0, room: list[int] | None = None) -> Any:
    """The value, refused when JSON or a database cannot hold it.

    `room` is how many values there may still be.
    """
    room = [MOST_VALUES] if room is None else room
    if depth > DEEPEST:
        raise Wrong(f"Nested deeper than {DEEPEST} levels.")
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict | list):
        room[0] -= len(value)
        if room[0] < 0:
            raise Wrong(f"More than {MOST_VALUES:,} values.")
    if isinstance(value, dict):
        return {clean_text(k): plain(v, depth + 1, room) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(each, depth + 1, room) for each in value]
    if isinstance(value, float):
        return plain_number(value)
    return value


def plain_number(value: float) -> float | int:
    """A number written one way: PostgreSQL writes 1e16 as an integer, and no -0."""
    if not math.isfinite(value):
        raise Wrong("NaN and Infinity are no JSON numbers.", "A number, or null.")
    if value.is_integer() and (abs(value) >= 1e16 or value == 0):
        return int(value) if value else 0.0
    return value


def moment_check(field: models.Field) -> Check:
    """A moment with its time zone, as ISO 8601 in UTC."""

    def check(value: Any) -> str:
        try:
            moment = parse_datetime(value) if isinstance(value, str) else None
            if moment is not None and moment.tzinfo is not None:
                return moment_text(moment)
        except (ValueError, OverflowError):  # in UTC it may lie before the year 1
            pass
        wrong = "This is not a moment with a time zone."
        raise Wrong(wrong, "As 2026-11-23T10:00:00Z.")

    return Check(check)


def moment_text(moment: datetime) -> str:
    """ISO 8601 in UTC with Z; microseconds only where there are any."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return f"{moment.isoformat()}Z"


def check_of(field: models.Field) -> Check:
    """The check of a column that holds a plain value."""
    if isinstance(field, models.JSONField):
        return json_check(field)
    if isinstance(field, models.DateTimeField):
        return moment_check(field)
    if field.get_internal_type() in INTEGERS:
        return integer_check(field)
    return text_check(field)
