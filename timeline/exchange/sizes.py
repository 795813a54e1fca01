"""Keys in pieces of a few round sizes, for statements with a place for each key.

SQLite keeps every statement it has prepared: with one for each number of keys it takes
many megabytes and is always new.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

SIZES = (1, 10, 60, 250, 500, 1_000)
K = TypeVar("K")


def in_sizes(keys: Sequence[K]) -> Iterator[tuple[Sequence[K], int]]:
    """Pieces of the keys, each with the size that it is to be filled up to."""
    for at in range(0, len(keys), SIZES[-1]):
        some = keys[at : at + SIZES[-1]]
        yield some, next(size for size in SIZES if size >= len(some))
