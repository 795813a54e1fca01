"""Two lists of words -> the runs they share, in order.

Runs of three words that stand once in each list are fixed first, in the longest chain
that keeps their order; difflib aligns what lies between. So the cost follows the length
of the text and not its square. A stretch too long for difflib stays unaligned.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

MOST_PAIRS = 40_000  # old words times new words that difflib is given at once
DEPTH = 8  # how often a stretch is looked at anew

_Stretch = tuple[int, int]


class Match(NamedTuple):
    """old[old : old + size] == new[new : new + size]"""

    old: int
    new: int
    size: int


def align(old: Sequence[str], new: Sequence[str], depth: int = DEPTH) -> list[Match]:
    """The shared runs, ascending in both lists; touching ones are one run.

    What is too long for difflib between two fixed runs is aligned the same way, `depth`
    times at most: a run that stands twice in the text may stand once in a stretch.
    """
    if old == new:
        return [Match(0, 0, len(old))] if old else []
    matches: list[Match] = []
    at_old = at_new = 0
    for fixed_old, fixed_new in [*_fixed(old, new), (len(old), len(new))]:
        if fixed_old < at_old or fixed_new < at_new:
            continue  # inside the run grown from the one before
        in_old, in_new = (at_old, fixed_old), (at_new, fixed_new)
        for match in _between(old, new, in_old, in_new, depth):
            _add(matches, match)
        most = min(len(old) - fixed_old, len(new) - fixed_new)
        size = _same(old, new, fixed_old, fixed_new, most)
        _add(matches, Match(fixed_old, fixed_new, size))
        at_old, at_new = fixed_old + size, fixed_new + size
    return matches


def _fixed(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of runs that stand once in each list, in the longest ordered chain."""
    old_once, new_once = _once(old), _once(new)
    pairs = [
        (place, new_once[run]) for run, place in old_once.items() if run in new_once
    ]
    pairs.sort()
    return longest_chain(pairs)


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    seen: dict[tuple[str, ...], int] = {}
    for place, run in enumerate(zip(words, words[1:], words[2:], strict=False)):
        seen[run] = -1 if run in seen else place
    return {run: place for run, place in seen.items() if place >= 0}


def longest_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the sorted pairs that ascends in both."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, second) in enumerate(pairs):
        length = bisect_left(tails, second)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [second]
        ends[length : length + 1] = [index]
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _between(
    old: Sequence[str],
    new: Sequence[str],
    in_old: _Stretch,
    in_new: _Stretch,
    depth: int,
) -> Iterator[Match]:
    """The runs two stretches share: their common ends, and what difflib finds."""
    old_start, old_end = in_old
    new_start, new_end = in_new
    most = min(old_end - old_start, new_end - new_start)
    head = _same(old, new, old_start, new_start, most)
    tail = _same_before(old, new, old_end, new_end, most - head)
    yield Match(old_start, new_start, head)
    one = old[old_start + head : old_end - tail]
    other = new[new_start + head : new_end - tail]
    at_old, at_new = old_start + head, new_start + head
    runs: Iterable[tuple[int, int, int]] = ()
    if 0 < len(one) * len(other) <= MOST_PAIRS:
        runs = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    elif one and other and depth and (len(one), len(other)) != (len(old), len(new)):
        runs = align(one, other, depth - 1)
    for run in runs:
        yield Match(at_old + run[0], at_new + run[1], run[2])
    yield Match(old_end - tail, new_end - tail, tail)


def _same(
    old: Sequence[str], new: Sequence[str], at_old: int, at_new: int, most: int
) -> int:
    """How many words agree from these places on."""
    size = 0
    while size < most and old[at_old + size] == new[at_new + size]:
        size += 1
    return size


def _same_before(
    old: Sequence[str], new: Sequence[str], at_old: int, at_new: int, most: int
) -> int:
    """How many words agree just before these places."""
    size = 0
    while size < most and old[at_old - size - 1] == new[at_new - size - 1]:
        size += 1
    return size


def _add(matches: list[Match], match: Match) -> None:
    """Append a run; one that touches the last run makes it longer."""
    if not match.size:
        return
    if matches:
        last = matches[-1]
        if (last.old + last.size, last.new + last.size) == (match.old, match.new):
            matches[-1] = Match(last.old, last.new, last.size + match.size)
            return
    matches.append(match)
