"""Which passages of two states of a text belong together: pairs, and parts of them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

WordList = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Passages, by index, whose words are to be aligned with each other."""

    old: tuple[int, ...]
    new: tuple[int, ...]


@dataclass(slots=True)
class Pairing:
    """`to_new` and `to_old` pair what is the same passage; the rest are parts."""

    to_new: dict[int, int] = field(default_factory=dict)
    to_old: dict[int, int] = field(default_factory=dict)
    split_off: dict[int, int] = field(default_factory=dict)  # new -> old it was part of
    merged_in: dict[int, int] = field(default_factory=dict)  # old -> new it is part of
    contested: set[int] = field(default_factory=set)  # old ones with two heirs

    def add(self, old: int, new: int) -> None:
        """Pair two passages."""
        self.to_new[old] = new
        self.to_old[new] = old

    def groups(self) -> Iterator[Group]:
        """Each pair with the parts that belong to it."""
        parts: dict[int, list[int]] = defaultdict(list)
        for new, whole in self.split_off.items():
            parts[whole].append(new)
        merged: dict[int, list[int]] = defaultdict(list)
        for old, whole in self.merged_in.items():
            merged[whole].append(old)
        for old, new in self.to_new.items():
            yield Group(
                tuple(sorted([old, *merged[new]])), tuple(sorted([new, *parts[old]]))
            )


def in_place(pairing: Pairing, one: int) -> Iterator[int]:
    """Where the passage would stand if it had stayed next to its neighbours."""
    if one - 1 in pairing.to_new:
        yield pairing.to_new[one - 1] + 1
    if one + 1 in pairing.to_new:
        yield pairing.to_new[one + 1] - 1
