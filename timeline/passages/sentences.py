"""The sentence round some words of a text. Pure; a rule of thumb, for display only.

A sentence ends at `.`, `!` or `?`, closing quotes and note markers included, before
white space and a capital, a quote or a bracket; not after an initial or one of the
abbreviations below, which dates and names bring.
"""

import re

REACH = 2_000
"""How far a sentence may go on either side of the words, in code points."""

_END = re.compile(
    r"[.!?…]+[\"'”’»)\]]*(?:\[[^\]\s]{1,4}\])?"
    r"(?=\s+[\"'“‘«(\[]*[^\W\d_a-zа-я]|\s*\n\s*\n)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[^\W\d_]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|St|"
    r"Messrs|Prof|Gen|Col|Capt|Rev|Hon|No|Nos|vol|vols|ed|eds|ca|cf|fol|viz|vs))\.$"
)


def sentence_round(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence that holds `text[start:end]` starts and ends."""
    floor, ceiling = max(0, start - REACH), min(len(text), end + REACH)
    first = floor
    for found in _END.finditer(text, floor, ceiling):
        if found.end() > start:
            break
        if not _is_abbreviation(text, found):
            first = found.end()
    last = ceiling
    for found in _END.finditer(text, max(floor, end - 1), ceiling):
        if found.end() >= end and not _is_abbreviation(text, found):
            last = found.end()
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _is_abbreviation(text: str, found: re.Match[str]) -> bool:
    """Whether the full stop belongs to a short word before it."""
    if not found[0].startswith(".") or len(found[0]) > 1:
        return False
    return bool(_ABBREVIATION.search(text, max(0, found.start() - 12), found.end()))
