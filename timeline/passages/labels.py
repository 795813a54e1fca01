"""How notes are labelled in print, and how the text points to them.

A note begins with its label: `[1] `, `[^1]: `, `[Footnote 1: `, `1. `, `1) `, `(1) `,
`* `, `¹ `. Brackets are a strong sign; a number with a full stop may be a list.
"""

import re
from dataclasses import dataclass

from .limits import check_markers

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NAME = r"\d{1,3}|[*†‡§]{1,3}|[a-z]"
_FORMS = {
    "bracket": re.compile(rf"[ \t]*\[({_NAME})\][ \t\u00a0]+\S"),
    "caret": re.compile(r"[ \t]*\[\^([^\]\s]{1,40})\]:"),
    "word": re.compile(r"[ \t]*\[(?:Foot)?[Nn]ote[ ](\d{1,3}|[A-Z*]):"),
    "parenthesis": re.compile(r"[ \t]*\((\d{1,3})\)[ \t\u00a0]+\S"),
    "number": re.compile(r"[ \t]*(\d{1,3})[.)][ \t\u00a0]+\S"),
    "symbol": re.compile(r"[ \t]*([*†‡§]{1,3})[ \t\u00a0]*(?=[^*†‡§\s])"),
    "superscript": re.compile(r"[ \t]*([⁰¹²³⁴-⁹]{1,3})[ \t\u00a0]*\S"),
}
STRONG = {"bracket", "caret", "word"}
_MARKER = re.compile(
    rf"\[\^(?P<caret>[^\]\s]{{1,40}})\](?!:)|\[(?P<bracket>{_NAME})\]"
    r"|(?<!\d )(?<!\d)\((?P<parenthesis>\d{1,3})\)"
    r"|(?<=[^\s*†‡§])(?P<symbol>[*†‡§]{1,3})(?![*†‡§\w])"
    r"|(?<=[^\s⁰¹²³⁴-⁹])(?P<superscript>[⁰¹²³⁴-⁹]{1,3})"
)


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a note or marker ("2", "*") and the form it is printed in."""

    name: str
    form: str
    start: int
    end: int

    @property
    def is_strong(self) -> bool:
        """Whether the form is one that only notes have."""
        return self.form in STRONG

    @property
    def is_certain(self) -> bool:
        """Whether a line that begins so is a note even in the middle of a block."""
        return self.form in {"caret", "word"}

    def follows(self, other: "Label") -> bool:
        """Whether a line with this label may be the note after `other`."""
        if self.form != other.form:
            return False
        if self.name.isdecimal() and other.name.isdecimal():
            return int(self.name) > int(other.name)
        return True


def note_label(words: str) -> Label | None:
    """The label a note begins with, or None."""
    for form, pattern in _FORMS.items():
        if match := pattern.match(words):
            start, end = match.span(1)
            return Label(_plain(match.group(1)), form, start, end)
    return None


def markers(text: str) -> list[Label]:
    """Everything in a passage that has the form of a note marker, in order.

    Raises `TooManyParts` when there are more than a whole document may have.
    """
    found = []
    for match in _MARKER.finditer(text):
        form = match.lastgroup or ""
        name = _plain(match.group(form))
        found.append(Label(name, form, match.start(), match.end()))
        check_markers(len(found))
    return found


def _plain(name: str) -> str:
    return name.translate(_SUPERSCRIPTS)
