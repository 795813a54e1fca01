"""Dates in words that an edition corrects: as printed, and as the edition has them."""

from collections.abc import Iterable

from timeline.dates import DateContext

from .mentions import Mention, find_dates
from .structure import Alternative


def printed_mention(
    mentions: Iterable[Mention], start: int, end: int
) -> Mention | None:
    """The mention that shares words with a stretch, or touches an empty one."""
    for mention in mentions:
        shares = mention.start < end and start < mention.end
        if shares or (start == end and mention.start <= start <= mention.end):
            return mention
    return None


def corrected_mention(
    text: str, other: Alternative, context: DateContext
) -> Mention | None:
    """The date that the text has with the other words in place of the printed.

    Its place is that of the printed words, its text and readings are the other's.
    """
    changed = text[: other.start] + other.words + text[other.end :]
    end = other.start + len(other.words)
    found = printed_mention(find_dates(changed, context), other.start, end)
    if found is None:
        return None
    shift = len(text) - len(changed)
    first = min(found.start, other.start)
    last = max(found.end, end) + shift
    return Mention(first, last, found.text, found.readings, found.certainty, found.why)
