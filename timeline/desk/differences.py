"""Two texts compared: paragraph by paragraph first, then word by word. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\s+|\w+|[^\w\s]")
MOST_WORDS = 6_000
"""Words of a changed stretch up to which it is compared word by word."""
CONTEXT = 60
"""Characters shown round a change."""
MOST_CHANGES = 300


@dataclass(frozen=True, slots=True)
class Change:
    """Words that went and words that came, with what stands round them."""

    before: str
    gone: str
    came: str
    after: str


def changes(old: str, new: str) -> list[Change]:
    """The changes from one text to the other, at most `MOST_CHANGES`."""
    if old == new:
        return []
    found: list[Change] = []
    for start, end, came in stretches(old, new):
        found += word_changes(old, start, end, came)
        if len(found) >= MOST_CHANGES:
            break
    return found[:MOST_CHANGES]


def stretches(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Stretches of whole lines that differ: from, to in the old text, and the new."""
    lines, others = old.splitlines(keepends=True), new.splitlines(keepends=True)
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    matcher = SequenceMatcher(None, lines, others, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield offsets[i], offsets[j], "".join(others[k:m])


def word_changes(text: str, start: int, end: int, came: str) -> Iterator[Change]:
    """The words that differ in one stretch."""
    old, new = WORD.findall(text[start:end]), WORD.findall(came)
    if len(old) + len(new) > MOST_WORDS:
        yield change(text, start, end, came)
        return
    at = [start]
    for word in old:
        at.append(at[-1] + len(word))
    for i, j, k, m in joined(SequenceMatcher(None, old, new, autojunk=False)):
        yield change(text, at[i], at[j], "".join(new[k:m]))


def joined(matcher: SequenceMatcher) -> Iterator[tuple[int, int, int, int]]:
    """The differing stretches; those with only one word between them are one."""
    waiting: Sequence[int] | None = None
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        if waiting and i - waiting[1] <= 1:
            waiting = (waiting[0], j, waiting[2], m)
            continue
        if waiting:
            yield waiting[0], waiting[1], waiting[2], waiting[3]
        waiting = (i, j, k, m)
    if waiting:
        yield waiting[0], waiting[1], waiting[2], waiting[3]


def change(text: str, start: int, end: int, came: str) -> Change:
    """A change with the characters round it."""
    return Change(
        text[max(0, start - CONTEXT) : start],
        text[start:end],
        came,
        text[end : end + CONTEXT],
    )
