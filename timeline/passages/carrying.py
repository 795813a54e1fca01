"""Pointers over an edit: from the words of a passage to the words now in their place.

Words are followed one by one through the alignment of old and new text. A pointer keeps
its words only where the words round it stand as well, and where no second copy could
be meant with as much right; everything else is changed or lost, for an editor to see.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from .alignment import Match, align
from .pointers import Carried, Pointer, Target, lost
from .sides import Side, end_of, start_of
from .states import state_of
from .substitution import recognisable, substitutes

ROUND = 8  # words on each side that may support a pointer
SUPPORT = 3.0  # what they must bring; a word of letters or figures counts 1
MOST_GROWTH = 3  # times as many words as before, and a few more, may be the new words
FEW = 8


class Carrier:
    """Carries pointers from the old side to the new one."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self.matches = align(old.words, new.words)
        self.image = [-1] * len(old.words)
        for match in self.matches:
            for step in range(match.size):
                self.image[match.old + step] = match.new + step

    @cached_property
    def _taken(self) -> set[int]:
        """The new words that an old one became."""
        return set(self.image) - {-1}

    @cached_property
    def _new_places(self) -> dict[str, list[int]]:
        return _by_word(self.new.words)

    @cached_property
    def _old_places(self) -> dict[str, list[int]]:
        return _by_word(self.old.words)

    def carry(self, pointer: Pointer) -> Carried:
        """Where the pointer's words are now."""
        part = self.old.keys.index(pointer.passage)
        first, end = self.old.covered(part, pointer.start, pointer.end)
        if first == end:
            return lost(pointer, "The pointer holds no words.")
        images = self.image[first:end]
        if images[0] >= 0 and images == [*range(images[0], images[0] + len(images))]:
            return self._kept(pointer, first, end, images[0])
        moved = self._moved(first, end)
        if moved is not None:
            return self._at(pointer, first, end, moved, moved + end - first)
        return self._altered(pointer, first, end)

    def _kept(self, pointer: Pointer, first: int, end: int, now: int) -> Carried:
        """All words are there, side by side: accept them if nothing speaks against."""
        if self._could_be_another(first, end):
            why = "The words stood more than once, and which were cut is not clear."
            return lost(pointer, why)
        if not self._is_supported(first, end, now):
            return lost(pointer, "The words stand there, but nothing round them does.")
        return self._at(pointer, first, end, now, now + end - first)

    def _could_be_another(self, first: int, end: int) -> bool:
        """Whether the cut or the insertion beside the words may as well be elsewhere.

        "May 6, and May 6" cut to "May 6": no alignment tells which one is left.
        """
        index = bisect_right(self.matches, first, key=lambda match: match.old) - 1
        match = self.matches[index]
        before = self.matches[index - 1] if index else Match(0, 0, 0)
        past = Match(len(self.old.words), len(self.new.words), 0)
        after = self.matches[index + 1] if index + 1 < len(self.matches) else past
        cut = match.old - before.old - before.size
        come = match.new - before.new - before.size
        head, tail = end - match.old, match.old + match.size - first
        if cut and _repeats(self.old.words, match.old, cut, head):
            return True
        if come and _repeats(self.new.words, match.new, come, head):
            return True
        cut, old_end = after.old - match.old - match.size, match.old + match.size
        come, new_end = after.new - match.new - match.size, match.new + match.size
        if cut and _repeats_before(self.old.words, old_end, cut, tail):
            return True
        return bool(come) and _repeats_before(self.new.words, new_end, come, tail)

    def _is_supported(self, first: int, end: int, now: int) -> bool:
        """Whether enough of the words round about stand round about still."""
        left = range(max(0, first - ROUND), first)
        right = range(end, min(len(self.old.words), end + ROUND))
        past = now + end - first
        held = sum(
            _weight(self.old.words[word])
            for word in left
            if max(0, now - 2 * ROUND) <= self.image[word] < now
        ) + sum(
            _weight(self.old.words[word])
            for word in right
            if past <= self.image[word] < past + 2 * ROUND
        )
        could = sum(_weight(self.old.words[word]) for word in [*left, *right])
        own = sum(_weight(self.old.words[word]) for word in range(first, end))
        return held + max(0, own - FEW) >= min(SUPPORT, could / 2)

    def _moved(self, first: int, end: int) -> int | None:
        """Where a sentence with these words has moved to inside the passage, if sure.

        The words with four on each side must stand once before and once now.
        """
        part = self.old.part_of(first)
        base = self.old.firsts[part]
        start, stop = (
            max(base, first - 4),
            min(base + len(self.old.parts[part].words), end + 4),
        )
        run = self.old.words[start:stop]
        if stop - start < FEW or any(image >= 0 for image in self.image[start:stop]):
            return None
        places = _places(self.new.words, self._new_places, run)
        before = _places(self.old.words, self._old_places, run)
        return places[0] + first - start if len(places) == len(before) == 1 else None

    def _altered(self, pointer: Pointer, first: int, end: int) -> Carried:
        """The words now between what stood before and after the pointer's words."""
        image = self._with_substitutes(first, end)
        found = [image[word] for word in range(first, end) if word in image]
        if not found:
            return lost(pointer, "The words are gone.")
        kept = sum(self.image[word] >= 0 for word in range(first, end))
        left, right = min(found), max(found) + 1
        without = (
            len(found) < end - first
        )  # new words beside it may stand for a lost one
        if (without or self.image[first] < 0) and first - 1 in image:
            left = min(left, image[first - 1] + 1)
        if (without or self.image[end - 1] < 0) and end in image:
            right = max(right, image[end])
        left, right = self._with_transposed(first, end, left, right)
        if right - left > MOST_GROWTH * (end - first) + FEW:
            if not kept:
                return lost(pointer, "The words are gone, and much stands there now.")
            left, right = min(found), max(found) + 1
            if right - left > MOST_GROWTH * (end - first) + FEW:
                return lost(pointer, "The words are scattered.")
        if not recognisable(self.old.words[first:end], self.new.words[left:right]):
            return lost(
                pointer, "The words are gone, and quite other ones stand there."
            )
        return self._at(pointer, first, end, left, right)

    def _with_transposed(
        self, first: int, end: int, left: int, right: int
    ) -> tuple[int, int]:
        """The new words with those at their edges that are the pointer's own.

        "September 12" made "12 September 1917" is these three words; "12th" is 12 too.
        """
        mine = set(self.image[first:end])
        own = {
            _figure(self.old.words[word])
            for word in range(first, end)
            if self.image[word] < 0 and self.old.words[word].isalnum()
        }
        for place in range(left - 1, max(-1, left - 1 - FEW), -1):
            if place in self._taken and place not in mine:
                break
            if _figure(self.new.words[place]) in own:
                left = place
        for place in range(right, min(len(self.new.words), right + FEW)):
            if place in self._taken and place not in mine:
                break
            if _figure(self.new.words[place]) in own:
                right = place + 1
        return left, right

    def _with_substitutes(self, first: int, end: int) -> dict[int, int]:
        """Old word -> new word near the pointer, likely substitutes included."""
        start, stop = max(0, first - 1), min(len(self.old.words), end + 1)
        image = {
            word: self.image[word]
            for word in range(start, stop)
            if self.image[word] >= 0
        }
        word = start
        while word < stop:
            if self.image[word] >= 0:
                word += 1
                continue
            old_gap, new_gap = self._gap(word)
            pairs = substitutes(
                self.old.words[old_gap.start : old_gap.stop],
                self.new.words[new_gap.start : new_gap.stop],
            )
            for one, other in pairs:
                image[old_gap.start + one] = new_gap.start + other
            word = old_gap.stop
        return image

    def _gap(self, word: int) -> tuple[range, range]:
        """The unmatched words round an old one, and those in their place."""
        index = bisect_right(self.matches, word, key=lambda match: match.old)
        before = self.matches[index - 1] if index else Match(0, 0, 0)
        past = Match(len(self.old.words), len(self.new.words), 0)
        after = self.matches[index] if index < len(self.matches) else past
        return (
            range(before.old + before.size, after.old),
            range(before.new + before.size, after.new),
        )

    def _at(
        self, pointer: Pointer, first: int, end: int, left: int, right: int
    ) -> Carried:
        """The pointer on the new words from left up to right, to the very letter."""
        left, right = self._in_one_passage(left, right)
        part, start, stop = self.new.span(left, right - 1)
        text = self.new.texts[part]
        old_part, old_start, old_stop = self.old.span(first, end - 1)
        old_text = self.old.texts[old_part]
        start = start_of(old_text, pointer.start, old_start, text, start)
        stop = end_of(old_text, pointer.end, old_stop, text, stop)
        if start >= stop:
            return lost(pointer, "The words are gone.")
        exact = text[start:stop]
        target = Target(self.new.keys[part], start, stop, exact)
        return Carried(pointer, target, state_of(pointer.quoted, exact))

    def _in_one_passage(self, left: int, right: int) -> tuple[int, int]:
        """The words, cut to the passage that holds most of them."""
        parts = range(self.new.part_of(left), self.new.part_of(right - 1) + 1)
        ends = [*self.new.firsts[1:], len(self.new.words)]
        pieces = [
            (max(left, self.new.firsts[part]), min(right, ends[part])) for part in parts
        ]
        return max(pieces, key=lambda piece: piece[1] - piece[0])


def _repeats(words: Sequence[str], at: int, size: int, most: int) -> bool:
    """Whether `most` words from `at` on are those that stand `size` before them."""
    return at + most <= len(words) and all(
        words[at - size + step] == words[at + step] for step in range(most)
    )


def _repeats_before(words: Sequence[str], at: int, size: int, most: int) -> bool:
    """Whether `most` words before `at` are those that stand `size` after them."""
    return most <= at and all(
        words[at - 1 - step] == words[at + size - 1 - step] for step in range(most)
    )


def _weight(word: str) -> float:
    """What a word says about where it stands: a comma or an article says less."""
    return 1.0 if len(word) > 2 and word.isalnum() else 0.5


def _figure(word: str) -> str:
    """The word, or only its figures when it begins with them: 6th is 6."""
    figures = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    return figures if figures.isdecimal() else word


def _by_word(words: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        places[word].append(place)
    return places


def _places(
    words: Sequence[str], by_word: dict[str, list[int]], run: Sequence[str]
) -> list[int]:
    """Where a run of words stands, found by its rarest word."""
    step, rarest = min(enumerate(run), key=lambda pair: len(by_word.get(pair[1], ())))
    starts = (place - step for place in by_word.get(rarest, ()))
    return [at for at in starts if at >= 0 and words[at : at + len(run)] == run]
