"""How alike the passages of two texts are, and which likeness is beyond doubt.

Passages are compared by the runs of three words they share. A candidate is taken when
no other for the same passage comes near it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .alignment import longest_chain
from .pairs import Pairing, WordList, in_place

Grams = frozenset[tuple[str, ...]]

MANY = 12  # runs of words that such a pair must share when it is out of its place
MOST_SHARERS = 8  # a run of words that more passages share tells nothing
LIKE = 0.3  # the least likeness of a pair
LIKE_IN_PLACE = 0.55  # of letters, for a short passage between two paired ones
WHOLE = 0.7  # the share of the shorter one that makes a pair of unequal passages
MARGIN = 0.15  # by which a candidate must be better than the next
NEIGHBOUR = 0.1  # what a paired neighbour on one side adds to a likeness
IN_ORDER = 0.2  # what it adds to stand between the same pairs as before
SOME = 6  # as many when it stands beside a neighbour
SHORT = 24  # words: a passage so short is compared by its letters too


@dataclass(frozen=True, slots=True)
class Candidate:
    score: float
    old: int
    new: int
    shared: Grams

    def rivals(self, other: "Candidate") -> bool:
        """Whether the other is nearly as good and rests on the same words.

        Two halves of a split passage are as good as each other, on different words.
        """
        if (self.old, self.new) == (other.old, other.new):
            return False
        if other.score < self.score - MARGIN:
            return False
        least = min(len(self.shared), len(other.shared))
        return 2 * len(self.shared & other.shared) >= least


class Likeness:
    """How much the passages of two texts share, by runs of three words."""

    def __init__(self, old: Sequence[WordList], new: Sequence[WordList]) -> None:
        self.old, self.new = old, new
        self.old_grams = [_grams(words) for words in old]
        self.new_grams = [_grams(words) for words in new]
        self._holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, grams in enumerate(self.new_grams):
            for gram in grams:
                self._holders[gram].append(index)

    def pair_some(self, pairing: Pairing) -> bool:
        """Pair what is alike beyond doubt, best first; whether there was any."""
        candidates = sorted(
            self._candidates(pairing), key=lambda one: (-one.score, one.old, one.new)
        )
        by_old: dict[int, list[Candidate]] = defaultdict(list)
        by_new: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            by_old[candidate.old].append(candidate)
            by_new[candidate.new].append(candidate)
        before = len(pairing.to_new)
        for candidate in candidates:
            if candidate.old in pairing.to_new or candidate.new in pairing.to_old:
                continue
            others = [
                other
                for other in by_old[candidate.old] + by_new[candidate.new]
                if other.old not in pairing.to_new and other.new not in pairing.to_old
            ]
            if not any(candidate.rivals(other) for other in others):
                pairing.add(candidate.old, candidate.new)
        return len(pairing.to_new) > before

    def _candidates(self, pairing: Pairing) -> Iterator[Candidate]:
        bounds = _bounds(pairing, len(self.old), len(self.new))
        for one in range(len(self.old)):
            if one in pairing.to_new or one in pairing.contested:
                continue
            votes: Counter[int] = Counter()
            for gram in self.old_grams[one]:
                holders = self._holders.get(gram, ())
                if len(holders) <= MOST_SHARERS:
                    votes.update(holders)
            others = {other for other, _ in votes.most_common(MOST_SHARERS)}
            others.update(in_place(pairing, one))
            for other in others:
                if 0 <= other < len(self.new) and other not in pairing.to_old:
                    low, high = bounds[one]
                    bonus = IN_ORDER if low < other < high else 0.0
                    if candidate := self._candidate(pairing, one, other, bonus):
                        yield candidate

    def _candidate(
        self, pairing: Pairing, one: int, other: int, bonus: float
    ) -> Candidate | None:
        shared = self.old_grams[one] & self.new_grams[other]
        sides = (pairing.to_new.get(one - 1, -9) == other - 1) + (
            pairing.to_new.get(one + 1, -9) == other + 1
        )
        score = self.dice(one, other)
        least = min(len(self.old_grams[one]), len(self.new_grams[other]))
        if (
            len(shared) >= (MANY if not sides else SOME)
            and len(shared) >= WHOLE * least
        ):
            score = max(score, LIKE)  # most of a long passage was cut or added
        if sides:
            score = max(score, _common(self.old[one], self.new[other]) - 0.2)
        if sides == 2 and len(self.old[one]) < SHORT:
            score = max(score, self._letters(one, other))
        if score < LIKE:
            return None
        return Candidate(score + NEIGHBOUR * sides + bonus, one, other, shared)

    def dice(self, one: int, other: int) -> float:
        """The share of runs that an old and a new passage have in common."""
        mine, yours = self.old_grams[one], self.new_grams[other]
        shared = len(mine & yours)
        return 2 * shared / (len(mine) + len(yours)) if shared else 0.0

    def _letters(self, one: int, other: int) -> float:
        """The likeness of two short passages letter by letter, or 0."""
        mine, yours = " ".join(self.old[one]), " ".join(self.new[other])
        if len(yours) > 4 * len(mine) + 40:
            return 0.0
        ratio = SequenceMatcher(None, mine, yours, autojunk=False).ratio()
        return ratio if ratio >= LIKE_IN_PLACE else 0.0


def _bounds(pairing: Pairing, old_count: int, new_count: int) -> list[tuple[int, int]]:
    """For each old passage, the new places of the nearest pairs in order."""
    chain = dict(longest_chain(sorted(pairing.to_new.items())))
    lows, highs = [], []
    low, high = -1, new_count
    for one in range(old_count):
        lows.append(low)
        low = chain.get(one, low)
    for one in range(old_count - 1, -1, -1):
        highs.append(high)
        high = chain.get(one, high)
    return list(zip(lows, reversed(highs), strict=True))


def _grams(words: WordList) -> Grams:
    """The runs of three words; a shorter passage is a run by itself."""
    return frozenset(zip(words, words[1:], words[2:], strict=False)) or (
        frozenset([words]) if words else frozenset()
    )


def _common(one: WordList, other: WordList) -> float:
    """The share of words two passages have in common, whatever their order."""
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other)) if shared else 0.0
