"""A corrected text for the one before: what stays, and what each pointer becomes.

A passage that is found again keeps its key, kind and number wherever it stands now. A
new one gets a key that none ever had. A pointer stays in its passage, in a part split
off from it, or in the passage it was merged into; it goes nowhere else by itself.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .blocks import lines_of
from .carrying import Carrier
from .keys import Keys
from .notes import link
from .pairing import pair
from .pairs import Group, Pairing
from .pointers import Carried, Pointer, lost
from .segmentation import sectioned, segment
from .sides import Side
from .structure import Kind, Segment, Segmentation
from .words import Words, words_of

Cutter = Callable[[str, Mapping[int, Kind] | None], Segmentation]


@dataclass(frozen=True, slots=True)
class Former:
    """A passage of the text before."""

    key: str
    text: str
    kind: Kind = Kind.PARAGRAPH
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Revised:
    """The new text under its keys, and the pointers in the order they were given.

    `became` names, for each former passage, those that hold its words now, the one with
    its key first; `retired` are the keys without any passage of that name.
    """

    segmentation: Segmentation
    carried: tuple[Carried, ...]
    added: tuple[str, ...]
    retired: tuple[str, ...]
    became: Mapping[str, tuple[str, ...]]


def revise(
    former: Sequence[Former],
    text: str,
    pointers: Iterable[Pointer] = (),
    used_keys: Iterable[str] = (),
    decisions: Mapping[int, Kind] | None = None,
    cut: Cutter = segment,
) -> Revised:
    """Cut the new text, give its passages their keys, and carry the pointers over.

    `used_keys` are all keys the document ever gave, retired ones included; `cut` is the
    reader of the text's format. A pointer into a passage that `former` does not hold is
    a KeyError.
    """
    fresh = _cut_as_before(former, text, decisions or {}, cut)
    old_words = [words_of(one.text) for one in former]
    new_words = [words_of(one.text) for one in fresh.passages]
    pairing = pair([one.words for one in old_words], [one.words for one in new_words])
    keys = Keys({one.key for one in former}.union(used_keys))
    passages = _keyed(former, fresh.passages, pairing, keys, decisions or {})
    segmentation = _relinked(fresh, passages, pairing)
    carried = _carried(
        former, passages, pairing, (old_words, new_words), list(pointers)
    )
    kept = {one.key for one in passages}
    retired = tuple(one.key for one in former if one.key not in kept)
    added = tuple(
        one.key for index, one in enumerate(passages) if index not in pairing.to_old
    )
    became = _became(former, passages, pairing)
    return Revised(segmentation, tuple(carried), added, retired, became)


def _cut_as_before(
    former: Sequence[Former], text: str, decisions: Mapping[int, Kind], cut: Cutter
) -> Segmentation:
    """The new text cut so that what stands in it unaltered is what it was before.

    An editor may have said that a block is no note: it takes in nothing now either.
    Only where the reader keeps the text is it known where that stands.
    """
    fresh = cut(text, decisions)
    if fresh.joined != text:
        return fresh
    before = _known_kinds(former, text)
    found = {passage.start: passage.kind for passage in fresh.passages}
    if all(found.get(at) == kind for at, kind in before.items()):
        return fresh
    return cut(text, {**before, **decisions})


def _known_kinds(former: Sequence[Former], text: str) -> dict[int, Kind]:
    """Where former passages stand unaltered in a text, each that stands there once."""
    places: dict[str, list[int]] = {}
    for at, line in lines_of(text):
        places.setdefault(line.rstrip(), []).append(at)
    alike: dict[tuple[str, int], dict[str, list[int]]] = {}
    for one in former:
        alike.setdefault(_shape(one.text), {})[one.text] = []
    for (first, length), found in alike.items():  # thousands may begin alike
        for at in places.get(first, ()) if first else ():
            here = found.get(text[at : at + length])
            if here is not None and not text[at + length : at + length + 1].strip():
                here.append(at)
    kinds = {}
    for one in former:
        here = alike[_shape(one.text)][one.text]
        if len(here) == 1:
            kinds[here[0]] = one.kind
    return kinds


def _shape(words: str) -> tuple[str, int]:
    """The first line of a passage, and how long it is."""
    first = words.splitlines()[0].rstrip() if words.strip() else ""
    return first, len(words)


def carry(old: str, new: str, pointers: Iterable[Pointer]) -> tuple[Carried, ...]:
    """The pointers of one passage over an edit of that passage alone."""
    given = list(pointers)
    if not given:
        return ()
    key = given[0].passage
    carrier = Carrier(
        Side([(key, old, words_of(old))]), Side([(key, new, words_of(new))])
    )
    return tuple(carrier.carry(pointer) for pointer in given)


def _keyed(
    former: Sequence[Former],
    fresh: Sequence[Segment],
    pairing: Pairing,
    keys: Keys,
    decisions: Mapping[int, Kind],
) -> list[Segment]:
    """The new passages under the keys, kinds and numbers of those they are."""
    passages = []
    for index, passage in enumerate(fresh):
        if index in pairing.to_old:
            known = former[pairing.to_old[index]]
            kind = decisions.get(passage.start, known.kind)
            passages.append(
                replace(passage, key=known.key, kind=kind, number=known.number)
            )
        else:
            key, number = keys.give(passage.kind, passage.label)
            passages.append(replace(passage, key=key, number=number))
    return sectioned(passages)


def _relinked(
    fresh: Segmentation, passages: Sequence[Segment], pairing: Pairing
) -> Segmentation:
    """Markers and doubts again, under the final keys and kinds.

    What kind a known passage is was decided before and is no longer in doubt.
    """
    keys = {one.key: now.key for one, now in zip(fresh.passages, passages, strict=True)}
    renamed = fresh.renamed(keys)
    markers, doubts = link(passages, renamed.given)
    known = {
        passage.start
        for index, passage in enumerate(fresh.passages)
        if index in pairing.to_old
    }
    doubts += [
        doubt
        for doubt in fresh.doubts
        if doubt.decision.startswith("taken as") and doubt.at not in known
    ]
    doubts.sort(key=lambda doubt: doubt.at)
    return replace(
        renamed,
        passages=tuple(passages),
        markers=tuple(markers),
        doubts=tuple(doubts),
    )


def _carried(
    former: Sequence[Former],
    passages: Sequence[Segment],
    pairing: Pairing,
    words: tuple[Sequence[Words], Sequence[Words]],
    pointers: Sequence[Pointer],
) -> list[Carried]:
    """Each pointer over the alignment of the passages its own belongs with."""
    place = {one.key: index for index, one in enumerate(former)}
    groups = {index: group for group in pairing.groups() for index in group.old}
    carriers: dict[Group, Carrier] = {}
    carried = []
    for pointer in pointers:
        group = groups.get(place[pointer.passage])
        if group is None:
            carried.append(lost(pointer, "The passage is gone."))
            continue
        if group not in carriers:
            carriers[group] = _carrier(group, former, passages, words)
        carried.append(carriers[group].carry(pointer))
    return carried


def _carrier(
    group: Group,
    former: Sequence[Former],
    passages: Sequence[Segment],
    words: tuple[Sequence[Words], Sequence[Words]],
) -> Carrier:
    old = [(former[one].key, former[one].text, words[0][one]) for one in group.old]
    new = [(passages[one].key, passages[one].text, words[1][one]) for one in group.new]
    return Carrier(Side(old), Side(new))


def _became(
    former: Sequence[Former], passages: Sequence[Segment], pairing: Pairing
) -> dict[str, tuple[str, ...]]:
    """Where the words of each former passage are now."""
    became: dict[str, list[str]] = {one.key: [] for one in former}
    for old, new in [*pairing.to_new.items(), *pairing.merged_in.items()]:
        became[former[old].key].append(passages[new].key)
    for new, old in pairing.split_off.items():
        became[former[old].key].append(passages[new].key)
    return {key: tuple(keys) for key, keys in became.items()}
