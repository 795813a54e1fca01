"""A quote that its passage does not hold: which other passages do, or it runs over."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from .states import fold


@dataclass(frozen=True, slots=True)
class Across:
    """`holding`: passages with the words. `running`: those the words run through."""

    holding: tuple[str, ...]
    running: tuple[str, ...]


def find_across(texts: Iterable[tuple[str, str]], quote: str) -> Across:
    """Where in a document's passages (key, text) a quote stands.

    A quote that runs from one passage to the next is found with white space, quotes
    and dashes folded, because what lies between passages is no part of either.
    """
    passages = list(texts)
    if not quote.strip():
        return Across((), ())
    holding = tuple(key for key, text in passages if quote in text)
    return Across(holding, () if holding else _running(passages, fold(quote)))


def _running(passages: list[tuple[str, str]], quote: str) -> tuple[str, ...]:
    starts: list[int] = []
    folded: list[str] = []
    length = 0
    for _, text in passages:
        starts.append(length)
        folded.append(fold(text))
        length += len(folded[-1]) + 1
    at = " ".join(folded).find(quote)
    if at < 0:
        return ()
    first = bisect_right(starts, at) - 1
    last = bisect_right(starts, at + len(quote) - 1) - 1
    keys = tuple(key for key, _ in passages[first : last + 1])
    return keys if len(keys) > 1 else ()
