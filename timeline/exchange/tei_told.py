"""What is told of single places of a TEI text: gaps, and words beside the printed."""

from typing import Any

from timeline.passages import Beside

PRINTED = "the text keeps what is printed"


def gap(element: Any) -> str:
    """Why words are missing, and how many."""
    said = [element.get(n) for n in ("reason", "quantity", "unit", "extent")]
    return f"A gap ({', '.join(filter(None, said)) or 'no reason given'})."


def short(words: str) -> str:
    """Words in a doubt, cut where they are long."""
    return words if len(words) <= 200 else f"{words[:199]}…"


def beside(kind: Beside, printed: str, words: str, source: str) -> tuple[str, str]:
    """What a doubt says of words beside words."""
    by = f" ({source})" if source else ""
    one, other = short(printed), short(words)
    if not printed:
        return f"“{other}” is not in print here{by}.", PRINTED
    if kind is Beside.CORRECTION:
        return (
            f"“{one}” is corrected to “{other}”{by}.",
            PRINTED,
        )
    if kind is Beside.VARIANT:
        return f"“{one}”: another reading is “{other}”{by}.", "the text has the lemma"
    if kind is Beside.DELETED:
        return (
            f"“{one}” stands for “{other}”, struck out{by}.",
            "the text has what replaces it",
        )
    return f"“{one}” is resolved as “{other}”{by}.", PRINTED


def struck(words: str, source: str) -> tuple[str, str]:
    """What a doubt says of words that are struck out and not replaced."""
    by = f" ({source})" if source else ""
    return f"“{short(words)}” is struck out{by}.", "left out of the text"
