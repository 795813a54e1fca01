"""Columns of the database as JSON, a page at a time.

A column whose texts hold nothing to escape, as most do, goes out as it is; the others
are escaped text by text. Both ways give the same characters.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .checks import canonical
from .tables import Table, as_moment

TEXT = json.encoder.encode_basestring
_ESCAPED = re.compile(r'["\\\x00-\x1f]').search
Columns = Sequence[Sequence[Any]]
Encode = Callable[[Columns], list[Iterable[Any]]]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an object: its columns, and how it stands in the object's frame."""

    start: int
    end: int
    frame: str
    encode: Encode


def kind_of(table: Table, name: str) -> tuple[str, Encode]:
    """Frame and encoder of a column that holds a plain value."""
    if name in table.json_columns:
        return "%s", _each(_json_text)
    if name in table.moment_columns:
        return '"%s"', _each(as_moment)
    if name in table.number_columns:
        return "%s", _numbers
    return '"%s"', _texts


def key_field(start: int, key: list[str], optional: bool) -> Field:
    """A natural key as a list; null where there is no row."""
    end = start + len(key)
    if optional:
        return Field(start, end, "%s", _optional_keys)
    parts = ['"%s"' if _is_text(column) else "%s" for column in key]

    def encode(columns: Columns) -> list[Iterable[Any]]:
        return [
            _escaped(values) if _is_text(column) else values
            for column, values in zip(key, columns, strict=True)
        ]

    return Field(start, end, f"[{', '.join(parts)}]", encode)


def _is_text(column: str) -> bool:
    return not column.endswith(('."number"', '."start"', '."end"'))


def _escaped(values: Sequence[str]) -> Sequence[str]:
    """Texts as they stand between quotation marks."""
    if _ESCAPED("".join(values)):
        return [TEXT(value)[1:-1] for value in values]
    return values


def _texts(columns: Columns) -> list[Iterable[Any]]:
    return [_escaped(columns[0])]


def _numbers(columns: Columns) -> list[Iterable[Any]]:
    (values,) = columns
    if None in values:
        return [["null" if value is None else value for value in values]]
    return [values]


def _each(encode: Callable[[Any], str]) -> Encode:
    return lambda columns: [[encode(value) for value in columns[0]]]


def _json_text(value: str) -> str:
    return value if value in ("{}", "[]") else canonical(json.loads(value))


def _optional_keys(columns: Columns) -> list[Iterable[Any]]:
    if len(columns) == 1 and None not in columns[0]:
        return [[f'["{value}"]' for value in _escaped(columns[0])]]
    return [[_key_text(key) for key in zip(*columns, strict=True)]]


def _key_text(key: tuple[Any, ...]) -> str:
    if key[0] is None:
        return "null"
    parts = [TEXT(part) if type(part) is str else str(part) for part in key]
    return f"[{', '.join(parts)}]"


@lru_cache(maxsize=2_000)
def tags_text(tags: tuple[tuple[str, str, str], ...]) -> str:
    """Tags as a list of natural keys."""
    return json.dumps([tag[:2] for tag in tags], ensure_ascii=False)
