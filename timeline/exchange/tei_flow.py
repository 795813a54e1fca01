"""The words of a TEI text on their way into passages.

White space is folded as is customary in TEI: a run of it is one space, at the edges of
a block nothing; a line break is a line end. A note's words go to a passage of its own,
its paragraphs parted by blank lines.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from timeline.passages import (
    Dated,
    Doubt,
    Kind,
    Link,
    MarkedPart,
    Other,
    check_passages,
)

EDGES = " \t\r\n"
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Context:
    """An open block: what its words are, and whether words may stand in it."""

    kind: Kind
    is_leaf: bool = False
    is_line: bool = False


@dataclass(slots=True, eq=False)
class Mark:
    """A stretch of a part that something is said of."""

    start: int
    end: int
    make: Callable[[int, int], Link | Dated | Other | Doubt] | None = None


class Part:
    """A passage being read."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.label = ""
        self.size = 0
        self.is_head = self.is_second_head = False
        self.marks: list[Mark] = []
        self.ids: list[str] = []
        self._chunks: list[str] = []

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self._chunks)

    @property
    def last(self) -> str:
        """The last character, or nothing."""
        return self._chunks[-1][-1] if self.size else ""

    def add(self, text: str) -> None:
        """Put words at the end."""
        if text:
            self._chunks.append(text)
            self.size += len(text)

    def cut(self, size: int) -> str:
        """Take off all that stands behind a place, and give it."""
        taken: list[str] = []
        while self.size > size:
            chunk = self._chunks.pop()
            self.size -= len(chunk)
            taken.append(chunk[max(0, size - self.size) :])
            self.add(chunk[: max(0, size - self.size)])
        return "".join(reversed(taken))

    def text_from(self, size: int) -> str:
        """What stands behind a place."""
        taken: list[str] = []
        at = self.size
        for chunk in reversed(self._chunks):
            if at <= size:
                break
            at -= len(chunk)
            taken.append(chunk[max(0, size - at) :])
        return "".join(reversed(taken))

    def end_line(self, sign: str = "\n") -> None:
        """End a line; white space before the end is not printed."""
        while self.size and self.last == " ":
            chunk = self._chunks.pop()
            self.size -= len(chunk)
            self.add(chunk.rstrip(" "))
        self.add(sign)

    def finished(self) -> MarkedPart:
        """The part as it is stored: without white space at its end."""
        text = self.text.rstrip(EDGES)
        found: dict[type, list] = {Link: [], Dated: [], Other: [], Doubt: []}
        for mark in self.marks:
            if mark.make is None:
                continue
            start, end = trimmed(text, mark.start, mark.end)
            made = mark.make(start, end)
            if start < end or isinstance(made, Other | Doubt):
                found[type(made)].append(made)
        return MarkedPart(
            self.kind,
            text,
            self.label,
            found[Link],
            found[Dated],
            found[Other],
            found[Doubt],
        )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at its edges."""
    end = min(end, len(text))
    start = min(start, end)
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


@dataclass(slots=True)
class Flow:
    """The part that words go to now, and the parts that are complete."""

    parts: list[Part] = field(default_factory=list)
    part: Part | None = None
    contexts: list[Context] = field(default_factory=lambda: [Context(Kind.PARAGRAPH)])
    in_note: bool = False
    gap: bool = False  # in a note: a new paragraph begins with the next word
    label_size: int = 0  # in a note: the label that is written before its words

    @property
    def is_inline(self) -> bool:
        """Whether a note here stands among words."""
        return self.part is not None or any(c.is_leaf for c in self.contexts)

    def open(self, context: Context) -> None:
        """A block begins."""
        self.close_part()
        self.contexts.append(context)

    def close(self) -> None:
        """The innermost block ends."""
        self.contexts.pop()
        self.close_part()

    def close_part(self) -> None:
        """The next words begin a new part; in a note, a new paragraph of it."""
        if not self.in_note:
            self.part = None
        elif self.part is not None and self.part.size > self.label_size:
            self.gap = True

    def here(self) -> Part:
        """The part that words go to, made when there is none."""
        if self.part is None:
            self.part = Part(self.contexts[-1].kind)
            self.parts.append(self.part)
            check_passages(len(self.parts))
        if self.gap:
            self.part.end_line("\n\n")
            self.gap = False
        return self.part

    def write(self, data: str | None) -> None:
        """Words, with white space folded."""
        if not data:
            return
        data = _SPACE.sub(" ", data)
        if self.part is None or self.gap:
            data = data.removeprefix(" ")
        elif self._has_left_lines() and data != " ":
            self.part = None
        if data == "" or (self.part is None and data == " "):
            return
        part = self.here()
        if not part.size or part.last in " \n\t":
            data = data.removeprefix(" ")
        part.add(data)

    def _has_left_lines(self) -> bool:
        """Whether words follow lines of verse without being one."""
        is_verse = self.part is not None and self.part.kind is Kind.VERSE
        in_verse = self.contexts[-1].is_line or self.contexts[-1].kind is Kind.VERSE
        return is_verse and not in_verse

    def begin_line(self) -> None:
        """A line of verse begins, in the stanza that is open or in a new one."""
        self.contexts.append(Context(Kind.VERSE, is_leaf=True, is_line=True))
        if self.gap or self.part is None:
            return
        if self.in_note or self.part.kind is Kind.VERSE:
            self.break_line()
        else:
            self.part = None

    def end_line(self) -> None:
        """A line of verse ends; its stanza goes on."""
        self.contexts.pop()

    def break_line(self) -> None:
        """A line end inside a block."""
        if self.part is not None and self.part.size and not self.gap:
            self.part.end_line()
