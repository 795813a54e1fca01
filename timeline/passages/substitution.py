"""Which new word stands for which old one, between words that did not change.

A misspelt word stands for the right one, a figure for a figure, another word for a word
only where nothing fits better. It serves to mark altered words, never to accept them.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

MOST = 60  # words of a stretch; a longer one has been rewritten
LEAVE_OUT = 0.55  # the price of an old word without a new one, or the reverse
UNLIKE = 0.95  # of one word for a quite different one
FIGURES = 0.4
PUNCTUATION = 0.5
NEVER = 9.0
ALIKE = 0.6  # the share of letters by which a word is still recognised
LONG = 200  # letters of two words; longer ones are no words


def substitutes(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs (old, new) of places, ascending, at the least price."""
    if not old or not new or len(old) > MOST or len(new) > MOST:
        return []
    prices = _prices(old, new)
    one, other = len(old), len(new)
    pairs = []
    while one and other:
        here = prices[one][other]
        if here == prices[one - 1][other - 1] + _price(old[one - 1], new[other - 1]):
            one, other = one - 1, other - 1
            pairs.append((one, other))
        elif here == prices[one - 1][other] + LEAVE_OUT:
            one -= 1
        else:
            other -= 1
    return pairs[::-1]


def recognisable(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether the new words still say something of the old ones.

    A word that stands there still, or misspelt, or a figure for a figure; articles and
    commas count only where there is nothing else.
    """
    telling = [word for word in old if word.isalnum() and _tells(word)] or old
    return any(_like(one, other) for one in telling for other in new)


def _tells(word: str) -> bool:
    return len(word) > 2 or word.isdecimal()


def _like(one: str, other: str) -> bool:
    """Whether one word may be the other, altered."""
    if one == other or (one[0].isdecimal() and other[0].isdecimal()):
        return True
    if not (one[0].isalnum() and other[0].isalnum()):
        return False
    if len(one) + len(other) > LONG:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _prices(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    """The least price of turning each beginning of one list into each of the other."""
    prices = [[LEAVE_OUT * column for column in range(len(new) + 1)]]
    for row, one in enumerate(old, start=1):
        line = [LEAVE_OUT * row]
        above = prices[-1]
        for column, other in enumerate(new, start=1):
            line.append(
                min(
                    above[column - 1] + _price(one, other),
                    above[column] + LEAVE_OUT,
                    line[-1] + LEAVE_OUT,
                )
            )
        prices.append(line)
    return prices


def _price(one: str, other: str) -> float:
    """What it costs to take one word for the other."""
    if one == other:
        return 0.0
    if one.isdecimal() and other.isdecimal():
        return FIGURES
    if one[0].isalnum() and other[0].isalnum():
        likeness = SequenceMatcher(None, one, other, autojunk=False).ratio()
        return min(UNLIKE, 1.3 * (1 - likeness))
    if not one[0].isalnum() and not other[0].isalnum():
        return PUNCTUATION
    return NEVER
