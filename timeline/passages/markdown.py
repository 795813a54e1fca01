"""Markdown -> passages. The text is stored as it was typed, signs and all.

Read are the signs that make blocks: headings in both styles (the first one is the
title), breaks, fenced code, footnotes `[^1]:` with their indented paragraphs, lines
that end in two spaces or a backslash, lines that begin with a bar, front matter. What
stands inside a line (emphasis, links) is text. CommonMark's lists and quotations are
paragraphs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .blocks import Lines, blocks_of, is_break, lines_of
from .labels import note_label
from .limits import check_passages
from .segmentation import cut
from .structure import Doubt, Kind, Segmentation

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t].*)?$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HARD_END = re.compile(r"(?: {2,}|\\)$")


@dataclass(slots=True)
class _Reader:
    """The runs of lines found so far, and the kinds that their signs give them."""

    runs: list[Lines] = field(default_factory=list)
    kinds: dict[int, Kind] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    run: Lines = field(default_factory=list)

    def close(self, kind: Kind | None = None) -> None:
        """End the run being read; its lines may say that it is verse."""
        if not self.run:
            return
        if kind is None and _is_verse(self.run):
            kind = Kind.VERSE
        if kind is not None:
            self.kinds[self.run[0][0] if self.runs else 0] = kind
        self.runs.append(self.run)
        self.run = []
        check_passages(len(self.runs))

    def close_heading(self) -> None:
        """End a run that is a heading: the first heading of a text is its title."""
        first = Kind.TITLE not in self.kinds.values() and not any(
            kind is Kind.HEADING for kind in self.kinds.values()
        )
        only_matter = all(self.kinds.get(run[0][0]) is Kind.SOURCE for run in self.runs)
        self.close(Kind.TITLE if first and only_matter else Kind.HEADING)


def segment_markdown(
    text: str, decisions: Mapping[int, Kind] | None = None
) -> Segmentation:
    """Cut a Markdown text into passages; joining them gives the text back."""
    reader = _read(text)
    return cut(
        text,
        blocks_of(text, reader.runs),
        {**reader.kinds, **(decisions or {})},
        reader.doubts,
        has_title_rules=False,
    )


def _read(text: str) -> _Reader:
    reader = _Reader()
    fence = ""
    matter = False
    for place, line in lines_of(text):
        bare = line.rstrip("\r\n")
        if fence or matter:
            reader.run.append((place, line))
            if fence and _closes(bare, fence):
                fence = ""
                reader.close(Kind.VERSE)
            elif matter and bare.rstrip() in ("---", "..."):
                matter = False
                reader.close(Kind.SOURCE)
            continue
        if place == 0 and bare.rstrip() == "---" and _has_matter(text):
            matter = True
            reader.run.append((place, line))
            continue
        if match := _FENCE.match(bare):
            fence = match.group(1)
            reader.close()
            reader.run.append((place, line))
            reader.doubts.append(
                Doubt("A fenced block.", place, "lines kept, taken as verse")
            )
            continue
        _read_line(reader, place, line, bare)
    reader.close(Kind.VERSE if fence else None)
    return reader


def _read_line(reader: _Reader, place: int, line: str, bare: str) -> None:
    """A line outside fences and front matter."""
    if not bare.strip():
        reader.close()
    elif reader.run and _UNDERLINE.match(bare):
        reader.run.append((place, line))
        reader.close_heading()
    elif _HEADING.match(bare):
        reader.close()
        reader.run.append((place, line))
        reader.close_heading()
    elif is_break(bare):
        reader.close()
        reader.run.append((place, line))
        reader.close(Kind.BREAK)
    else:
        label = note_label(bare)
        if label and label.is_certain:
            reader.close()
        reader.run.append((place, line))


def _closes(line: str, fence: str) -> bool:
    """Whether a line ends a fenced block: the same sign, at least as many."""
    sign = line.strip()
    return len(sign) >= len(fence) and set(sign) == {fence[0]}


def _has_matter(text: str) -> bool:
    """Whether the text begins with front matter, closed by a line of its own."""
    return (
        re.search(r"(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?:[\r\n]|\Z)", text) is not None
    )


def _is_verse(run: Lines) -> bool:
    """Whether all lines but the last have a hard end, or all begin with a bar."""
    lines = [line.rstrip("\r\n") for _, line in run]
    if len(lines) < 2:
        return False
    barred = all(line.startswith("| ") or line == "|" for line in lines)
    return barred or all(_HARD_END.search(line) for line in lines[:-1])
