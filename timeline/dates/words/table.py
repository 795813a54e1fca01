"""The shape of a table of words: role, value, and the spellings that mean it."""

from __future__ import annotations

from collections.abc import Mapping

Value = int | str
Table = Mapping[str, Mapping[int, str] | Mapping[str, str]]
