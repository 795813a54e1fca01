"""Which passage of a corrected text is which passage of the text before.

Passages with the same words are paired first, then those whose neighbours are, then
those that share enough runs of three words. Two candidates that are nearly as good as
each other are left alone: then the passage is gone and a new one has come.

A passage that was split goes with all its parts, and passages that were merged go with
the one they became; the greatest part keeps the key.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby

from .likeness import LIKE, Likeness
from .pairs import Pairing, WordList, in_place
from .parts import attach_parts, keep_first

LONG = 6  # words: a shorter passage says little about which one it is
ROUNDS = 8  # each round may decide what the one before left open


def pair(old: Sequence[WordList], new: Sequence[WordList]) -> Pairing:
    """Pair the passages of two states of a text, given as their words."""
    pairing = Pairing()
    if list(old) == list(new):
        for index in range(len(old)):
            pairing.add(index, index)
        return pairing
    _same_words(pairing, old, new)
    _neighbours(pairing, old, new)
    _gaps(pairing, old, new)
    if len(pairing.to_new) == len(old) == len(new):
        return pairing
    likeness = Likeness(old, new)
    _unpair_copies(pairing, likeness)
    for _ in range(ROUNDS):
        if not likeness.pair_some(pairing):
            break
        _neighbours(pairing, old, new)
        _gaps(pairing, old, new)
    attach_parts(pairing, likeness)
    keep_first(pairing, [len(one) for one in old], [len(one) for one in new])
    return pairing


def _same_words(
    pairing: Pairing, old: Sequence[WordList], new: Sequence[WordList]
) -> None:
    """Long passages that stand once in each text, wherever they stand now."""
    places = {words: index for index, words in enumerate(new)}
    in_old, in_new = Counter(old), Counter(new)
    for index, words in enumerate(old):
        if len(words) >= LONG and in_old[words] == in_new[words] == 1:
            pairing.add(index, places[words])


def _neighbours(
    pairing: Pairing, old: Sequence[WordList], new: Sequence[WordList]
) -> None:
    """Passages with the same words next to a pair, on the same side of it."""
    for step in (1, -1):
        for start in sorted(pairing.to_new, reverse=step < 0):
            one, other = start + step, pairing.to_new[start] + step
            while (
                0 <= one < len(old)
                and 0 <= other < len(new)
                and one not in pairing.to_new
                and other not in pairing.to_old
                and old[one] == new[other]
            ):
                pairing.add(one, other)
                one, other = one + step, other + step


def _gaps(pairing: Pairing, old: Sequence[WordList], new: Sequence[WordList]) -> None:
    """Between two pairs: passages with the same words, as many before as after."""
    for ones, others in _unpaired(pairing, len(old), len(new)):
        by_words: dict[WordList, list[int]] = defaultdict(list)
        for other in others:
            by_words[new[other]].append(other)
        counted: dict[WordList, list[int]] = defaultdict(list)
        for one in ones:
            counted[old[one]].append(one)
        for words, places in counted.items():
            if len(places) == len(by_words[words]):
                for one, other in zip(places, by_words[words], strict=True):
                    pairing.add(one, other)


def _unpaired(
    pairing: Pairing, old_count: int, new_count: int
) -> list[tuple[list[int], list[int]]]:
    """Runs of passages not yet paired, with those between the same two pairs."""
    found = []
    runs = groupby(range(old_count), key=lambda index: index in pairing.to_new)
    for paired, run in runs:
        if paired:
            continue
        ones = list(run)
        first = pairing.to_new.get(ones[0] - 1, -1) + 1
        last = pairing.to_new.get(ones[-1] + 1, new_count)
        others: list[int] = []
        for other in range(first, last):
            if other in pairing.to_old:
                break
            others.append(other)
        if first + len(others) == last:
            found.append((ones, others))
    return found


def _unpair_copies(pairing: Pairing, likeness: Likeness) -> None:
    """Part a pair that stands alone elsewhere when its old place holds its like.

    Then a copy may have been made elsewhere and the original altered, or the passage
    moved and a like one written in its place: nothing tells which.
    """
    for one, other in list(pairing.to_new.items()):
        if (
            pairing.to_new.get(one - 1) == other - 1
            or pairing.to_new.get(one + 1) == other + 1
        ):
            continue
        for place in in_place(pairing, one):
            free = 0 <= place < len(likeness.new) and place not in pairing.to_old
            if free and likeness.dice(one, place) >= LIKE:
                del pairing.to_new[one], pairing.to_old[other]
                pairing.contested.add(one)
                break
