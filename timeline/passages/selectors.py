"""How words are found in a passage: quoted with context, and by their place.

The names are those of the W3C Web Annotation Data Model: `exact`, `prefix` and `suffix`
of a TextQuoteSelector, `start` and `end` of a TextPositionSelector. Offsets count code
points from the start of the passage.
"""

from dataclasses import dataclass

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class TextSelector:
    """Words, what stands before and after them, and where they stood."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


def describe(text: str, start: int, end: int) -> TextSelector:
    """The selector of text[start:end]; ValueError when no words stand there."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no words at {start}-{end} in a text of {len(text)}")
    prefix, suffix = context_of(text, start, end)
    return TextSelector(text[start:end], prefix, suffix, start, end)


def context_of(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a span, as far as a selector quotes it."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
