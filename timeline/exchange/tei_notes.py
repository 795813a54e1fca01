"""The notes of a TEI text: what each is called, and what points to it.

A note is called what `@n` says, else what it prints first, else what its marker prints,
else the next number that no other note has.
"""

import re
from itertools import count
from typing import Any

from timeline.passages import check_markers, note_label

from .tei_xml import TEI, XML_ID, words_of

LONGEST = 40
_BARE = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?\.?")
_TYPED = re.compile(r"note|fn", re.IGNORECASE)


def bare_label(words: str) -> str:
    """The label in words that are nothing else, without brackets; "" when they are."""
    found = _BARE.fullmatch(words.strip())
    return found[1] if found else ""


class Notes:
    """The notes in a text, by number in document order."""

    def __init__(self, text: Any) -> None:
        self.elements = list(text.iter(f"{{{TEI}}}note"))
        check_markers(len(self.elements))
        self.numbers = {note: number for number, note in enumerate(self.elements)}
        self.by_id: dict[str, int] = {}
        self.by_anchor: dict[str, int] = {}
        self.twice: list[str] = []
        for note, number in self.numbers.items():
            if name := note.get(XML_ID):
                if name in self.by_id:
                    self.twice.append(name)
                self.by_id.setdefault(name, number)
        self.ids = {e.get(XML_ID) for e in text.iter() if e.get(XML_ID)}
        self._anchor()
        self.printed = {n: printed_label(e) for n, e in enumerate(self.elements)}
        self.labels = self._labelled(text)

    def _anchor(self) -> None:
        """Notes that point at their place, where nothing else is said of it."""
        for note, number in self.numbers.items():
            for pointer in (note.get("target") or "").split():
                name = pointer.removeprefix("#")
                if pointer.startswith("#") and name in self.ids:
                    self.by_anchor.setdefault(name, number)
                    break
        self.anchored = set(self.by_anchor.values())

    def _labelled(self, text: Any) -> dict[int, str]:
        said = self._in_markers(text)
        labels = {}
        for number, note in enumerate(self.elements):
            given = " ".join((note.get("n") or "").split())
            label = bare_label(given) or given or self.printed[number]
            labels[number] = (label or said.get(number, ""))[:LONGEST]
        used = {label for label in labels.values() if label}
        free = (str(n) for n in count(1) if str(n) not in used)
        return {number: label or next(free) for number, label in labels.items()}

    def _in_markers(self, text: Any) -> dict[int, str]:
        """What the first marker of a note prints."""
        said: dict[int, str] = {}
        for ref in text.iter(f"{{{TEI}}}ref"):
            number = self.of(ref)
            if number is not None and (label := bare_label(words_of(ref))):
                said.setdefault(number, label)
        return said

    def of(self, pointer: Any) -> int | None:
        """The note that a `ref` or `ptr` leads to."""
        for target in (pointer.get("target") or "").split():
            number = self.by_id.get(target[1:]) if target.startswith("#") else None
            if number is not None:
                return number
        return None

    def label(self, number: int | None) -> str:
        """What a note is called; "?" for a note that is not there."""
        return "?" if number is None else self.labels[number]

    def is_marker(self, pointer: Any) -> bool:
        """Whether a pointer that leads to no note looks like the marker of one."""
        targets = (pointer.get("target") or "").split()
        inside = [t for t in targets if t.startswith("#")]
        if any(t[1:] in self.ids for t in inside) or (targets and not inside):
            return False
        if _TYPED.search(pointer.get("type") or ""):
            return True
        return bool(inside) and bool(bare_label(words_of(pointer)))


def printed_label(note: Any) -> str:
    """The label that the words of a note begin with, in brackets or as `label`."""
    first = next(note.iterchildren(), None)
    is_first = first is not None and not (note.text or "").strip()
    if is_first and first.tag == f"{{{TEI}}}label":
        return words_of(first).strip("[]().: ")[:LONGEST]
    found = note_label(words_of(note)[:80])
    return found.name if found and found.is_strong else ""


def prints(note: Any, label: str) -> bool:
    """Whether the words of a note begin with its label, as print sets labels."""
    if printed_label(note) == label:
        return True
    found = note_label(words_of(note)[:80])
    return found is not None and found.name == label and found.form != "superscript"
