"""Selector + text -> the one span whose words are the quote, or a refusal.

Only the exact words are accepted. Place and context decide between several occurrences
and only when they leave one; whatever is merely similar is shown as nearest words,
never taken.
"""

from dataclasses import dataclass
from enum import StrEnum

from .nearest import Place, nearest_words, place
from .selectors import TextSelector

MOST_PLACES = 500  # a quote that stands more often than this is ambiguous anyway


class Reason(StrEnum):
    """Why a quote was not anchored."""

    ABSENT = "absent"
    AMBIGUOUS = "ambiguous"
    EMPTY = "empty"


class How(StrEnum):
    """What led to the words."""

    POSITION = "position"
    QUOTE = "quote"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Span:
    """Where the words stand. `score` is the share of the given context that agrees."""

    start: int
    end: int
    score: float
    how: How


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no span: every place the words stand, or the nearest words."""

    reason: Reason
    places: tuple[Place, ...] = ()
    nearest: tuple[Place, ...] = ()

    @property
    def why(self) -> str:
        """The refusal in a sentence."""
        if self.reason is Reason.EMPTY:
            return "The quote is empty."
        if self.reason is Reason.ABSENT:
            return "The passage does not hold these words."
        times = "twice" if len(self.places) == 2 else f"{len(self.places)} times"
        more = "at least " if len(self.places) >= MOST_PLACES else ""
        return f"The words stand {more}{times} in the passage."


def anchor(selector: TextSelector, text: str, nearest: bool = True) -> Span | Refusal:
    """The span of the selector's words in the text, or why there is none.

    To look for the nearest words takes a second for a few million characters.
    """
    exact = selector.exact
    if not exact.strip():
        return Refusal(Reason.EMPTY)
    starts = occurrences(text, exact)
    if not starts:
        near = nearest_words(text, exact) if nearest else ()
        return Refusal(Reason.ABSENT, nearest=near)
    hinted = _hinted(selector, text)
    if len(starts) == 1:
        how = How.POSITION if hinted else How.QUOTE
        return _span(starts[0], selector, text, how)
    agreeing = [start for start in starts if _agrees(start, selector, text)]
    has_context = bool(selector.prefix or selector.suffix)
    if hinted and selector.start is not None:
        contradicted = has_context and agreeing and selector.start not in agreeing
        if not contradicted:
            return _span(selector.start, selector, text, How.POSITION)
    elif has_context and len(agreeing) == 1 and len(starts) < MOST_PLACES:
        return _span(agreeing[0], selector, text, How.CONTEXT)
    places = tuple(place(text, start, start + len(exact)) for start in starts)
    return Refusal(Reason.AMBIGUOUS, places=places)


def only_place(text: str, exact: str) -> int | None:
    """Where the words start that stand once in the text: what `anchor` needs no more
    than the words for. `None` when they stand nowhere, or more than once.
    """
    at = text.find(exact)
    if at < 0 or text.find(exact, at + 1) >= 0 or not exact.strip():
        return None
    return at


def occurrences(text: str, exact: str) -> list[int]:
    """Where the words start, overlapping ones included, at most MOST_PLACES."""
    starts: list[int] = []
    at = text.find(exact)
    while at >= 0 and len(starts) < MOST_PLACES:
        starts.append(at)
        at = text.find(exact, at + 1)
    return starts


def _hinted(selector: TextSelector, text: str) -> bool:
    """Whether the selector's own place holds its words."""
    start, end = selector.start, selector.end
    if start is None or end is None or start < 0:
        return False
    return text[start:end] == selector.exact


def _agrees(start: int, selector: TextSelector, text: str) -> bool:
    """Whether prefix and suffix both stand round this occurrence."""
    end = start + len(selector.exact)
    before = text[max(0, start - len(selector.prefix)) : start]
    return before == selector.prefix and text.startswith(selector.suffix, end)


def _span(start: int, selector: TextSelector, text: str, how: How) -> Span:
    end = start + len(selector.exact)
    given = len(selector.prefix) + len(selector.suffix)
    if not given:
        return Span(start, end, 1.0, how)
    before = _same(reversed_(selector.prefix), reversed_(text[:start], given))
    after = _same(selector.suffix, text[end : end + given])
    return Span(start, end, (before + after) / given, how)


def reversed_(text: str, most: int | None = None) -> str:
    """The last `most` characters of a text, backwards."""
    return (text if most is None else text[max(0, len(text) - most) :])[::-1]


def _same(one: str, other: str) -> int:
    """How many characters two texts share from the start."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
