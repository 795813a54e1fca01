"""Plain text -> blocks: runs of lines with no blank line between them.

A line ends at LF, CRLF or CR. A line of white space is blank. A line of asterisks or
dashes is a block by itself. Where lines are too long to be wrapped prose, each line is
a block. Nothing is dropped: a block reaches to the start of the next one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .labels import note_label
from .limits import check_lines, check_passages

UNWRAPPED = 160  # a line longer than this was not wrapped by hand or by a program
LONGEST_BREAK = 200
TRAILING = " \t\r\n\v\f"  # never a no-break space: that one is printed

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BREAK = re.compile(r"[ \t]*(?:([*\-_=~·•—–#])(?:[ \t]*\1){2,}|⁂|❧)[ \t]*")


Lines = list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines: its words are text[start:end], the next block is at `next`."""

    start: int
    end: int
    next: int
    lines: tuple[str, ...]
    is_break: bool = False

    @property
    def words(self) -> str:
        """The block without the white space round it."""
        return "\n".join(self.lines).strip()

    @property
    def is_line(self) -> bool:
        """Whether the block is a single line."""
        return len(self.lines) == 1


def is_break(line: str) -> bool:
    """Whether a line only parts two sections: `* * *`, `***`, `---`."""
    bare = line.rstrip("\r\n")
    return len(bare) <= LONGEST_BREAK and _BREAK.fullmatch(bare) is not None


def blocks(text: str) -> list[Block]:
    """The blocks of the text; the first starts at 0, the last reaches to the end."""
    runs: list[Lines] = []
    for run in _runs(text):
        runs += _parts(run)
        check_passages(len(runs))
    return blocks_of(text, runs)


def blocks_of(text: str, runs: Sequence[Lines]) -> list[Block]:
    """The blocks that begin with these runs of lines, each line with its place."""
    found = []
    for index, run in enumerate(runs):
        start = run[0][0] if index else 0
        following = runs[index + 1][0][0] if index + 1 < len(runs) else len(text)
        last_start, last_line = run[-1]
        end = last_start + len(last_line.rstrip(TRAILING))
        lines = tuple(line.rstrip("\r\n") for _, line in run)
        alone = len(run) == 1 and is_break(run[0][1])
        found.append(Block(start, end, following, lines, alone))
    if not found and text:
        found.append(Block(0, len(text), len(text), (text,)))
    return found


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """The lines of the text with their ends, and where each begins."""
    for number, match in enumerate(_LINE.finditer(text), 1):
        check_lines(number)
        yield match.start(), match.group()


def _runs(text: str) -> Iterator[Lines]:
    """Runs of lines that are not blank."""
    run: Lines = []
    for place, line in lines_of(text):
        alone = is_break(line)
        if run and (alone or not line.strip()):
            yield run
            run = []
        if alone:
            yield [(place, line)]
        elif line.strip():
            run.append((place, line))
    if run:
        yield run


def _parts(run: Lines) -> Iterator[Lines]:
    """The run, cut where each line stands for itself or begins the next note."""
    if any(len(line) > UNWRAPPED for _, line in run[:-1]):
        yield from ([line] for line in run)
        return
    previous = note_label(run[0][1])
    part = [run[0]]
    for place, line in run[1:]:
        label = note_label(line)
        if label and (label.is_certain or (previous and label.follows(previous))):
            yield part
            part, previous = [], label
        part.append((place, line))
    yield part
