"""What became of cited words: still the same, the same but for their dress, or changed.

Folding levels what editions differ in without meaning anything by it: runs of white
space, the shape of quotation marks and dashes, the space round dashes, the Unicode
form. Nothing is stored folded.
"""

import re
import unicodedata
from enum import StrEnum

_QUOTES = dict.fromkeys(map(ord, "“”„‟«»″＂"), '"')
_APOSTROPHES = dict.fromkeys(map(ord, "‘’‚‛‹›′´`ʼ＇"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−⸺⸻﹘﹣－"), "-")
_TABLE = {**_QUOTES, **_APOSTROPHES, **_DASHES}
_SPACE = re.compile(r"\s+")
_DASH = re.compile(r" ?-(?: ?-)* ?")


class State(StrEnum):
    """How the words now at a place relate to the words once cited."""

    EXACT = "exact"
    NORMALISED = "normalised"
    CHANGED = "changed"
    LOST = "lost"


def fold(text: str) -> str:
    """The text with white space, quotes, dashes and Unicode form levelled."""
    levelled = unicodedata.normalize("NFC", text).translate(_TABLE)
    return _DASH.sub("-", _SPACE.sub(" ", levelled)).strip()


def state_of(quoted: str, exact: str | None) -> State:
    """The state of a citation of `quoted` whose place now holds `exact`."""
    if not exact:
        return State.LOST
    if exact == quoted:
        return State.EXACT
    return State.NORMALISED if fold(exact) == fold(quoted) else State.CHANGED
