"""Speed of reading printed dates and of finding them, beside dateparser, in one run.

    python tests/benchmarks/reading_speed.py

Prints the CPU time of a date, bytes of prose a second, the growth of the time from 1 k
to 64 k characters, and how many times faster than `dateparser.search` the letter is
searched. That needs `dateparser`, which the project does not; without it the ratio is
left out.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from pathlib import Path

from timeline.dates import Calendar, DateContext, parse_edtf, read_date
from timeline.passages import find_dates

LETTER = Path(__file__).parents[1] / "data" / "letter.txt"
CONTEXT = DateContext(
    calendar=Calendar.JULIAN, document_date=parse_edtf("1917", Calendar.JULIAN)
)
IMPORT_DATES = ("6 May 1917", "1917-05-06", "May 6, 1917")
PRINTED_DATES = ("14–22 September 1917", "September 15 (28), 1917", "mid-12th century")
SIZES = (1024, 2048, 4096, 8192, 16384, 32768, 65536)


def seconds(work: Callable[[], object], times: int = 1, rounds: int = 5) -> float:
    """The best CPU time of one call."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(times):
            work()
        best = min(best, (time.process_time() - start) / times)
    return best


def one_date(text: str) -> float:
    """Microseconds for one date."""
    return seconds(lambda: read_date(text), times=2000) * 1e6


def growth(text: str) -> list[tuple[int, float]]:
    """Seconds for texts that double in length."""
    long = text * (SIZES[-1] // len(text) + 1)
    return [
        (size, seconds(lambda s=size: find_dates(long[:s], CONTEXT))) for size in SIZES
    ]  # type: ignore[misc]


def beside_dateparser(text: str) -> float | None:
    """How many times faster the text is searched than by `dateparser.search`."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None
    ours = seconds(lambda: find_dates(text, CONTEXT))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = seconds(lambda: search_dates(text, languages=["en"]), rounds=1)
    return theirs / ours


def main() -> None:
    """Print the measurements."""
    text = LETTER.read_text(encoding="utf-8")
    for date in (*IMPORT_DATES, *PRINTED_DATES):
        print(f"{date:28} {one_date(date):8.1f} µs")
    times = growth(text)
    for (size, took), (_, before) in zip(times[1:], times, strict=False):
        speed = size / took / 1e6
        print(
            f"{size:6} characters: {speed:.2f} MB/s, {took / before:.2f} per doubling"
        )
    ratio = beside_dateparser(text)
    if ratio is not None:
        print(f"dateparser.search takes {ratio:.0f} times as long on the letter")


if __name__ == "__main__":
    main()
