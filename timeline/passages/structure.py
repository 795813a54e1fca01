"""What a document is made of: passages, note markers, and the doubts about them.

Offsets count code points, from 0, the end not included.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from timeline.dates import Reading


class Kind(StrEnum):
    """What a passage is in the document."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    VERSE = "verse"
    BREAK = "break"
    SIGNATURE = "signature"
    NOTE = "note"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Segment:
    """A passage to be: its words and the characters up to the next passage.

    `start` and `end` are places in the whole text. `label` is what a note is called
    in print ("2", "*"); its text begins with the label as printed.
    """

    key: str
    kind: Kind
    number: int | None
    section: int
    start: int
    end: int
    text: str
    after: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Marker:
    """A note marker: its place inside a passage, and the key of its note if any."""

    label: str
    passage: str
    start: int
    end: int
    note: str | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the text leaves open: what, where in the text, what was decided."""

    text: str
    at: int
    decision: str


class Beside(StrEnum):
    """Why other words stand beside the printed ones."""

    CORRECTION = "correction"
    VARIANT = "variant"
    EXPANSION = "expansion"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Words that an edition sets beside the printed ones, and who says so."""

    passage: str
    start: int
    end: int
    words: str
    kind: Beside
    source: str = ""


@dataclass(frozen=True, slots=True)
class TaggedDate:
    """Words that the markup calls a date: what it says they mean, or why not."""

    passage: str
    start: int
    end: int
    reading: Reading | None
    why: str


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A text cut into passages; joining their `text + after` gives the text back.

    Markup may say more: `given` are the markers it names, `alternatives` and `dates`
    what it says of some words, `about` what it says of the document.
    """

    passages: tuple[Segment, ...]
    markers: tuple[Marker, ...]
    doubts: tuple[Doubt, ...]
    given: tuple[Marker, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    dates: tuple[TaggedDate, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def joined(self) -> str:
        """The source, character for character."""
        return "".join(passage.text + passage.after for passage in self.passages)

    def passage(self, key: str) -> Segment:
        """The passage with this key; KeyError when there is none."""
        for passage in self.passages:
            if passage.key == key:
                return passage
        raise KeyError(key)

    def renamed(self, keys: Mapping[str, str]) -> "Segmentation":
        """The same, with other keys for some passages."""

        def name(key: str) -> str:
            return keys.get(key, key)

        return replace(
            self,
            passages=tuple(replace(p, key=name(p.key)) for p in self.passages),
            markers=renamed_markers(self.markers, keys),
            given=renamed_markers(self.given, keys),
            alternatives=tuple(
                replace(one, passage=name(one.passage)) for one in self.alternatives
            ),
            dates=tuple(replace(one, passage=name(one.passage)) for one in self.dates),
        )


def renamed_markers(
    markers: tuple[Marker, ...], keys: Mapping[str, str]
) -> tuple[Marker, ...]:
    """The markers, with other keys for some passages."""
    return tuple(
        replace(
            marker,
            passage=keys.get(marker.passage, marker.passage),
            note=keys.get(marker.note, marker.note) if marker.note else None,
        )
        for marker in markers
    )
