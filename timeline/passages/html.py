"""HTML -> passages: the text a reader sees, and a report of what is not kept.

Elements give blocks and their kinds; white space is folded as a browser does; `br`
ends a line and `hr` is written `* * *`. A link to a note, raised or to a target called
a note, is a marker: it is written `[1]`, and so is the label its note begins with.
Scripts, styles, comments and pictures are left out. Every difference is a doubt.
"""

import re
from collections.abc import Mapping, Sequence

from .blocks import Lines, blocks_of, lines_of
from .html_page import RULE, Page, Part
from .segmentation import cut
from .structure import Doubt, Kind, Segmentation

_LABEL = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?\.?")
_BACK = re.compile(r"[ \u00a0]*[↑↩⤴⏎^]\ufe0e?")


def segment_html(
    source: str, decisions: Mapping[int, Kind] | None = None
) -> Segmentation:
    """Cut an HTML page into passages; `joined` of the result is the text to store."""
    page = Page(source)
    parts = page.parts
    written = _write_notes(parts)
    text, runs, kinds = _joined(parts)
    return cut(
        text,
        blocks_of(text, runs),
        {**kinds, **(decisions or {})},
        _report(page, written),
        has_title_rules=Kind.TITLE not in kinds.values(),
    )


def _write_notes(parts: Sequence[Part]) -> int:
    """Write markers and the labels of their notes as `[1]`; how many markers."""
    places: dict[str, int] = {}
    for index, part in enumerate(parts):
        for name in part.names:
            places.setdefault(name, index)
    labels: dict[int, str] = {}
    count = 0
    for index, part in enumerate(parts):
        text, pieces, done = part.text, [], 0
        for link in part.links:
            match = _LABEL.fullmatch(text[link.start : link.end].strip())
            note = places.get(link.target, -1)
            if match and link.points and note > index:
                pieces += [text[done : link.start], f"[{match.group(1)}]"]
                done = link.end
                labels.setdefault(note, match.group(1))
                count += 1
        part.text = "".join((*pieces, text[done:]))
    for index, label in labels.items():
        parts[index].text = _labelled(parts[index].text, label)
        parts[index].kind = Kind.NOTE
    return count


def _labelled(text: str, label: str) -> str:
    """The note with its label in brackets, without the signs that lead back."""
    bare = _BACK.sub("", text).strip()
    printed = re.match(rf"[\[(]?{re.escape(label)}[\])]?[.):]?(?=\W|$)", bare)
    rest = bare[printed.end() :] if printed else bare
    return f"[{label}] {rest.strip()}"


def _joined(parts: Sequence[Part]) -> tuple[str, list[Lines], dict[int, Kind]]:
    """The text, its blocks as runs of lines, and the kinds the elements gave."""
    words: list[str] = []
    runs: list[Lines] = []
    kinds: dict[int, Kind] = {}
    at = 0
    for part in parts:
        text = part.text.strip("\r\n") if part.keeps_space else part.text.strip()
        kind = part.kind
        if kind is Kind.TITLE and kind in kinds.values():
            kind = Kind.HEADING
        if kind is not None:
            kinds[at] = kind
        runs.append([(at + place, line) for place, line in lines_of(text)])
        words.append(text)
        at += len(text) + 2
    return "\n\n".join(words), runs, kinds


_WORDS = {"comment": "comment", "title": "title in the head of the page"}


def _report(page: Page, written: int) -> list[Doubt]:
    """What the stored text does not give back of the page."""
    doubts = [Doubt("The page was HTML.", 0, "its text is stored, its markup is not")]
    for tag, count in sorted(page.left_out.items()):
        if tag == "hr":
            doubts.append(Doubt(f"{count} × rule.", 0, f"written {RULE}"))
            continue
        what = _WORDS.get(tag, f"element {tag}")
        doubts.append(Doubt(f"{count} × {what}.", 0, "left out of the stored text"))
    if page.unclosed:
        text = (
            f"The page ends in a tag or comment that is not closed: the last "
            f"{page.unclosed:,} characters."
        )
        doubts.append(Doubt(text, 0, "left out of the stored text"))
    if written:
        text = f"{written} × note marker that was a link."
        doubts.append(Doubt(text, 0, "written in brackets, as is the note's label"))
    return doubts
