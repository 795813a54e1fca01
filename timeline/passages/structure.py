"""What a document is made of: passages, note markers, and the doubts about them.

Offsets count code points, from 0, the end not included.
"""

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A text cut into passages; joining their `text + after` gives the text back."""

    passages: tuple[Segment, ...]
    markers: tuple[Marker, ...]
    doubts: tuple[Doubt, ...]

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
