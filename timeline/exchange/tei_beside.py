"""Words beside the printed ones in a TEI text: `choice`, `app`, `del`, `supplied`.

The text keeps what the source prints. What the edition sets beside it, and what the
writer struck out, is told with its place; what the edition supplies stands in brackets.
"""

from typing import Any

from timeline.passages import Beside, Doubt, Other

from .tei_elements import AMONG_BLOCKS, BESIDE, CONTAINERS, LEAVES, PRINTED_FIRST
from .tei_flow import EDGES, Mark, Part
from .tei_told import beside, short, struck
from .tei_walk import Handler, Walk
from .tei_xml import name_of, words_of

BLOCKS = {*CONTAINERS, *LEAVES, *AMONG_BLOCKS, "lg", "l", "cell"}


def choice(walk: Walk, element: Any) -> None:
    """`choice`: what is printed, else the first."""
    children = [c for c in element if name_of(c)]
    printed = next((c for c in children if name_of(c) in PRINTED_FIRST), None)
    if printed is None and children:
        printed = children[0]
    _beside(walk, element, printed, children)


def app(walk: Walk, element: Any) -> None:
    """`app`: the lemma, else the first reading."""
    readings = [e for e in element.iter() if name_of(e) in ("lem", "rdg")]
    known = set(readings)
    own = [e for e in readings if not known.intersection(e.iterancestors())]
    printed = next((e for e in own if name_of(e) == "lem"), None)
    if printed is None and own:
        printed = own[0]
        walk.report.count("app without lem: its first rdg stands in the text")
    _beside(walk, element, printed, own)
    for child in element:
        if name_of(child) == "note":
            walk.visit(child)


def subst(walk: Walk, element: Any) -> None:
    """`subst`: what was added for something else."""
    children = [c for c in element if name_of(c)]
    printed = next((c for c in children if name_of(c) == "add"), None)
    if printed is None:
        walk.walk(element, only_elements=True)
        return
    _beside(walk, element, printed, children)


def _beside(walk: Walk, element: Any, printed: Any, children: list[Any]) -> None:
    """The printed words, and with their place those that stand beside them."""
    if printed is None:
        return
    part, start = walk.written(printed)
    words = " ".join(part.text_from(start).split())
    for child in children:
        if child is not printed:
            _other(element, child, part, start, words)


def _other(element: Any, child: Any, part: Part, start: int, printed: str) -> None:
    kind = BESIDE.get(name_of(child), Beside.EXPANSION)
    if kind is Beside.VARIANT and name_of(element) == "choice":
        kind = Beside.EXPANSION
    words, end = words_of(child), part.size
    source = child.get("wit") or child.get("resp") or element.get("resp") or ""
    _mark(part, start, end, (words, kind, source), beside(kind, printed, words, source))


def _mark(
    part: Part,
    start: int,
    end: int,
    other: tuple[str, Beside, str],
    told: tuple[str, str],
) -> None:
    """Other words at a place, and what is said of them."""
    part.marks.append(Mark(start, end, lambda s, e: Other(s, e, *other)))
    text, decision = told
    part.marks.append(Mark(start, end, lambda s, e: Doubt(text, s, decision)))


def deleted(walk: Walk, element: Any) -> None:
    """`del`: struck out, so no words of the text; they are told.

    A deletion that was taken back (`restore`) is one no more, and a note inside keeps
    the words it belongs to.
    """
    words = words_of(element)
    if not words or any(name_of(e) == "restore" for e in element.iterancestors()):
        walk.report.meet("del", ())
        walk.words(element)
        return
    if any(child in walk.notes.numbers for child in element.iter()):
        _told(
            walk, element, "“{}” is struck out.", "it stands in the text, with its note"
        )
        return
    part = walk.flow.here()
    source = element.get("resp") or element.get("hand") or ""
    other = (words, Beside.DELETED, source)
    _mark(part, part.size, part.size, other, struck(words, source))


def corrected(walk: Walk, element: Any) -> None:
    """`corr` alone: the file does not say what the source has."""
    text = "“{}” corrects words that the file does not give."
    _told(walk, element, text, "it stands in the text")


def supplied(walk: Walk, element: Any) -> None:
    """`supplied`: not in the source, so in brackets, as editions print it."""
    text = "“{}” is supplied by the edition."
    is_among_words = not any(name_of(child) in BLOCKS for child in element.iter())
    part = walk.flow.part
    has_bracket = part is not None and part.size and part.last == "["
    if not is_among_words or has_bracket or not words_of(element):
        _told(walk, element, text, "it stands in the text")
        return
    if (element.text or "")[:1] in tuple(EDGES):
        walk.flow.write(" ")
        element.text = element.text.lstrip(EDGES)
    walk.flow.write("[")
    _told(walk, element, text, "it stands in brackets in the text")
    part = walk.flow.here()
    is_spaced = part.last == " "
    if is_spaced:
        part.cut(part.size - 1)
    part.add("] " if is_spaced else "]")


def _told(walk: Walk, element: Any, text: str, decision: str) -> None:
    words = text.format(short(words_of(element)))
    if mark := walk.stretch(element):
        mark.make = lambda start, end: Doubt(words, start, decision)


WORDS: dict[str, Handler] = {
    "choice": choice,
    "app": app,
    "subst": subst,
    "del": deleted,
    "corr": corrected,
    "supplied": supplied,
}
