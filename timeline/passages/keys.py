"""Public names of passages: `p3`, `note-2`, `break-1`. Given once, never given again.

A paragraph that a later state of the text brings in takes the next number that no
passage ever had, wherever it stands: `p20` may stand between `p2` and `p3`.
"""

import re
from collections import Counter
from collections.abc import Iterable

from .structure import Kind

_STEMS = {
    Kind.PARAGRAPH: "p",
    Kind.VERSE: "verse-",
    Kind.HEADING: "heading-",
    Kind.BREAK: "break-",
    Kind.NOTE: "note-",
}
_NUMBERED = {Kind.PARAGRAPH, Kind.VERSE}
_COUNTED = re.compile(r"(p|verse-|heading-|break-|note-)([1-9][0-9]{0,8})")


class Keys:
    """Gives keys that are not in use and never were."""

    def __init__(self, used: Iterable[str] = ()) -> None:
        self._used = set(used)
        self._last: Counter[str] = Counter()
        self._again: Counter[str] = Counter()
        for match in map(_COUNTED.fullmatch, self._used):
            if match:
                stem, number = match.group(1), int(match.group(2))
                self._last[stem] = max(self._last[stem], number)

    def give(self, kind: Kind, label: str = "") -> tuple[str, int | None]:
        """A new key, and the number that a paragraph, verse or note goes by."""
        if kind is Kind.NOTE and label.isalnum() and label.isascii():
            number = int(label) if label.isdecimal() else None
            self._last["note-"] = max(self._last["note-"], number or 0)
            return self._free(f"note-{label}"), number
        if kind not in _STEMS:
            return self._free(str(kind)), None
        stem = _STEMS[kind]
        self._last[stem] += 1
        number = self._last[stem]
        key = self._free(f"{stem}{number}")
        return key, number if kind in _NUMBERED or kind is Kind.NOTE else None

    def _free(self, key: str) -> str:
        """The key, or the first of key-2, key-3, … that was never given."""
        free = key
        while free in self._used:
            self._again[key] += 1
            free = f"{key}-{self._again[key] + 1}"
        self._used.add(free)
        return free
