"""What the stored text does not give back of a TEI file, counted, as doubts."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from timeline.passages import Doubt, Segmentation

from .tei_xml import split

NAMES_SHOWN = 20
STAND_OFF = "its events come in with import_events, not with the text"


@dataclass(slots=True)
class Report:
    """Counts of what is kept as words only, left out, or written otherwise."""

    words_kept: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    signless: Counter[str] = field(default_factory=Counter)
    notes: Counter[tuple[str, str]] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    twice: Sequence[str] = ()
    joined: int = 0  # line ends inside a word
    cells: int = 0
    rules: int = 0
    markers: int = 0
    labels: int = 0

    def meet(self, name: str, silent: Collection[str]) -> None:
        """An element whose words are kept and whose markup is not."""
        if name not in silent:
            self.words_kept[name] += 1

    def count(self, what: str) -> None:
        """Something that is told with its count."""
        self.others[what] += 1

    def wrap(self, element: Any) -> None:
        """An element of another namespace round parts of the text."""
        namespace, name = split(element.tag)
        self.words_kept[f"{name} of the namespace “{namespace}”"] += 1

    def leave_out(self, element: Any, name: str) -> None:
        """An element, a comment or an instruction whose words are left out."""
        if name == "teiHeader":
            return  # told by itself
        tag = element.tag
        if not isinstance(tag, str):
            kind = "processing instruction" if hasattr(element, "target") else "comment"
            self.left_out[kind] += 1
        elif name:
            self.left_out[name] += 1
        else:
            namespace, local = split(tag)
            self.left_out[f"{local} of the namespace “{namespace}”"] += 1

    def doubts(self) -> Iterator[Doubt]:
        """All of it, one for each element."""
        yield Doubt("The file was TEI.", 0, "its text is stored, its markup is not")
        told = (
            (self.words_kept, "its words are kept, the element is not"),
            (self.signless, "nothing stands for it in the text"),
            (self.others, "told here, not kept"),
        )
        for names, decision in told:
            for name, count in sorted(names.items()):
                yield Doubt(f"{count} × {name}.", 0, decision)
        for name, count in sorted(self.left_out.items()):
            has_events = name in ("standOff", "listEvent", "event")
            decision = STAND_OFF if has_events else "left out of the text"
            yield Doubt(f"{count} × {name}.", 0, decision)
        for (name, value), count in sorted(self.notes.items()):
            text = f"{count} × note with {name}=“{value}”."
            yield Doubt(text, 0, "a note like any other; that is not kept")
        yield from self._written()
        for name in self.twice:
            yield Doubt(
                f"Two notes have the id “{name}”.", 0, "pointers lead to the first"
            )

    def _written(self) -> Iterator[Doubt]:
        """What the text has that the file had otherwise."""
        told = (
            (self.markers, "note marker", "written in brackets"),
            (self.labels, "note without its label", "the label is written before it"),
            (self.joined, "lb inside a word", "the word is written in one"),
            (self.cells, "cell", "a tab stands between two"),
            (self.rules, "milestone", "written * * *"),
        )
        for count, what, decision in told:
            if count:
                yield Doubt(f"{count} × {what}.", 0, decision)

    def with_names(
        self, cut: Segmentation, names: Sequence[tuple[str, str]]
    ) -> Segmentation:
        """The result, with one doubt more: which `xml:id` named which passage."""
        if not names:
            return cut
        each = ", ".join(f"“{name}” is {key}" for name, key in names[:NAMES_SHOWN])
        more = (
            f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
        )
        text = f"{len(names)} × xml:id on a passage: {each}{more}."
        doubt = Doubt(text, 0, "passages go by keys of their own")
        return replace(cut, doubts=(doubt, *cut.doubts))
