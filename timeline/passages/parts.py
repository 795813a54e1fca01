"""Passages that were split or merged: which pair a part belongs to."""

from collections.abc import Sequence

from .likeness import Grams, Likeness
from .pairs import Pairing

PART = 0.5  # the share of a part that must come from the whole
SLIGHT = 4  # a part smaller than one in so many does not keep the key
REACH = 2  # how far from the whole a part may stand
PASSES = 8  # a row of parts longer than this is joined from one end only


def attach_parts(pairing: Pairing, likeness: Likeness) -> None:
    """Give each passage still alone to the pair beside it that it is a part of."""
    old, new = likeness.old_grams, likeness.new_grams
    for _ in range(PASSES):
        found = False
        for part in range(len(new)):
            if part in pairing.to_old or part in pairing.split_off:
                continue
            owners = _owners(part, pairing.to_old, pairing.split_off)
            whole = _whole(new[part], owners, old, new, pairing.to_new)
            if whole is not None:
                pairing.split_off[part] = whole
                found = True
        for part in range(len(old)):
            if part in pairing.to_new or part in pairing.merged_in:
                continue
            owners = _owners(part, pairing.to_new, pairing.merged_in)
            whole = _whole(old[part], owners, new, old, pairing.to_old)
            if whole is not None:
                pairing.merged_in[part] = whole
                found = True
        if not found:
            return


def _owners(part: int, pairs: dict[int, int], parts: dict[int, int]) -> list[int]:
    """The passages of the other text that those near the part belong to."""
    near = (part + step for step in range(-REACH, REACH + 1))
    owners = (pairs.get(index, parts.get(index)) for index in near)
    return sorted({owner for owner in owners if owner is not None})


def _whole(
    part: Grams,
    owners: Sequence[int],
    wholes: Sequence[Grams],
    mains: Sequence[Grams],
    partner: dict[int, int],
) -> int | None:
    """Which owner the part came from: it has words that the main part lacks."""
    best, chosen = 0, None
    for owner in owners:
        shared = part & wholes[owner]
        own = shared - mains[partner[owner]]
        enough = len(shared) >= PART * len(part) and 2 * len(own) >= len(shared)
        if enough and len(shared) > best:
            best, chosen = len(shared), owner
    return chosen


def keep_first(
    pairing: Pairing, old_sizes: Sequence[int], new_sizes: Sequence[int]
) -> None:
    """Let the first part that is not slight have the key, of the split or merged."""
    for group in list(pairing.groups()):
        old = _first(group.old, old_sizes)
        new = _first(group.new, new_sizes)
        for one in group.old:
            pairing.to_new.pop(one, None)
            pairing.merged_in[one] = new
        for other in group.new:
            pairing.to_old.pop(other, None)
            pairing.split_off[other] = old
        del pairing.merged_in[old], pairing.split_off[new]
        pairing.add(old, new)


def _first(indexes: Sequence[int], sizes: Sequence[int]) -> int:
    total = sum(sizes[index] for index in indexes)
    for index in indexes:
        if sizes[index] * SLIGHT >= total:
            return index
    return max(indexes, key=lambda index: sizes[index])
