"""Dates in words that an edition corrects: as printed, and as the edition has them."""

from bisect import bisect_left
from collections.abc import Sequence

from timeline.dates import DateContext

from .mentions import Mention, find_dates
from .structure import Alternative

BEFORE, AFTER = 120, 40  # characters in which the date and its year would stand


def printed_mention(
    mentions: Sequence[Mention], start: int, end: int
) -> Mention | None:
    """The mention that shares words with a stretch, or touches an empty one."""
    first = bisect_left(mentions, start, key=lambda mention: mention.end)
    for mention in mentions[first : first + 2]:
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
    left = max(0, other.start - BEFORE)
    before, after = text[left : other.start], text[other.end : other.end + AFTER]
    start, end = len(before), len(before) + len(other.words)
    mentions = find_dates(before + other.words + after, context)
    found = printed_mention(mentions, start, end)
    if found is None:
        return None
    shift = len(other.words) - (other.end - other.start)
    first = left + min(found.start, start)
    last = left + max(found.end, end) - shift
    return Mention(first, last, found.text, found.readings, found.certainty, found.why)
