"""The passages of one text that are aligned with those of another, as words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from .words import Words


class Side:
    """Some passages of one text as one list of words."""

    def __init__(self, passages: Sequence[tuple[str, str, Words]]) -> None:
        self.keys = [key for key, _, _ in passages]
        self.texts = [text for _, text, _ in passages]
        self.parts = [words for _, _, words in passages]
        self.words: list[str] = []
        self.firsts: list[int] = []
        for words in self.parts:
            self.firsts.append(len(self.words))
            self.words += words.words

    def part_of(self, word: int) -> int:
        """The passage that a word stands in."""
        return bisect_right(self.firsts, word) - 1

    def span(self, first: int, last: int) -> tuple[int, int, int]:
        """The passage, start and end of the words from first to last."""
        part = self.part_of(first)
        base, words = self.firsts[part], self.parts[part]
        return part, words.starts[first - base], words.ends[last - base]

    def covered(self, part: int, start: int, end: int) -> tuple[int, int]:
        """The words that a stretch of a passage touches: from first up to next."""
        words, base = self.parts[part], self.firsts[part]
        first = bisect_right(words.ends, start)
        return base + first, base + max(first, bisect_left(words.starts, end))


def start_of(old: str, pointed: int, old_start: int, new: str, new_start: int) -> int:
    """Where a pointer begins that began before or inside its first word.

    White space it took in before the word is taken in, as much as stands there still;
    the part of the word that it left out is left out if the word begins as before.
    """
    least = new_start - max(0, old_start - pointed)
    if pointed < old_start:
        while new_start > max(0, least) and new[new_start - 1].isspace():
            new_start -= 1
        return new_start
    skipped = old[old_start:pointed]
    return new_start + len(skipped) if new.startswith(skipped, new_start) else new_start


def end_of(old: str, pointed: int, old_stop: int, new: str, new_stop: int) -> int:
    """Where a pointer ends that ended after or inside its last word; as `start_of`."""
    most = new_stop + max(0, pointed - old_stop)
    if pointed > old_stop:
        while new_stop < min(len(new), most) and new[new_stop].isspace():
            new_stop += 1
        return new_stop
    skipped = old[pointed:old_stop]
    return new_stop - len(skipped) if new.endswith(skipped, 0, new_stop) else new_stop
