"""Quotes on their way in: each is anchored in its passage, or its row is refused."""

from collections.abc import Callable
from typing import Any

from timeline.passages import (
    Refusal,
    State,
    TextSelector,
    anchor,
    context_of,
    only_place,
    state_of,
)

from .report import shown
from .rows import Item, Wrong

LOST = State.LOST.value


def place_words(item: Item, text: str, may_search: Callable[[str], bool]) -> None:
    """Fill in where the words stand, with their context and state.

    A fixture's own place is checked and kept. Without a place the quote, its context
    or the place as a hint must lead to one stretch of the passage and no other; what
    is merely like it is told where the import `may_search` for it.
    """
    values = item.values
    if values.get("state") == LOST:
        _check_lost(values)
        return
    start, end = values.get("start"), values.get("end")
    if not item.loose and start is not None and end is not None:
        _check_place(values, text)
    else:
        _find(values, text, start, end, may_search)
    if "state" not in values:
        values["state"] = state_of(values["quoted"], values["exact"]).value


def _check_lost(values: dict[str, Any]) -> None:
    if values.get("start") is not None or values.get("end") is not None:
        raise Wrong("A lost citation has no place.", "start and end are null.", "start")


def _check_place(values: dict[str, Any], text: str) -> None:
    start, end = values["start"], values["end"]
    values.setdefault("exact", values.get("quoted", ""))
    values.setdefault("quoted", values["exact"])
    if not start < end <= len(text):
        raise Wrong(f"The passage has {len(text)} characters.", column="end")
    if text[start:end] != values["exact"]:
        found = shown(text[start:end])
        raise Wrong(f"The passage has “{found}” there.", _right(text, values), "exact")
    before, after = context_of(text, start, end)
    values.setdefault("prefix", before)
    values.setdefault("suffix", after)


def _right(text: str, values: dict[str, Any]) -> str:
    at = text.find(values["exact"])
    return f"The words stand at {at}." if at >= 0 and values["exact"] else ""


def _find(
    values: dict[str, Any],
    text: str,
    start: int | None,
    end: int | None,
    may_search: Callable[[str], bool],
) -> None:
    words = values.get("exact") or values.get("quoted") or ""
    at = only_place(text, words)
    if at is not None:  # place and context only decide between several
        _put(values, words, text, at, at + len(words))
        return
    if end is None and start is not None:
        end = start + len(words)
    prefix, suffix = values.get("prefix") or "", values.get("suffix") or ""
    selector = TextSelector(words, prefix, suffix, start, end)
    found = anchor(selector, text, nearest=False)
    if isinstance(found, Refusal):
        if not found.places and may_search(text):
            found = anchor(selector, text)
        assert isinstance(found, Refusal)
        raise _refusal(found)
    _put(values, words, text, found.start, found.end)


def _put(values: dict[str, Any], words: str, text: str, start: int, end: int) -> None:
    before, after = context_of(text, start, end)
    values.setdefault("quoted", words)
    values["exact"], values["start"], values["end"] = words, start, end
    values.setdefault("prefix", before)
    values.setdefault("suffix", after)


def _refusal(refusal: Refusal) -> Wrong:
    if refusal.places:
        each = "; ".join(
            f"{p.start}–{p.end} “{p.before} [{p.words}] {p.after}”"
            for p in refusal.places[:5]
        )
        return Wrong(refusal.why, f"Say which by prefix, suffix or start: {each}.")
    if refusal.nearest:
        each = "; ".join(f"“{shown(p.words)}” at {p.start}" for p in refusal.nearest)
        return Wrong(refusal.why, f"Nearest: {each}.")
    return Wrong(refusal.why, "The very words of the passage.")
