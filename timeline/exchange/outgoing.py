"""What goes out of a database: pages of rows, and what their format could not carry."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Outgoing(Generic[T]):
    """Pages for a writer; it says here how much of them it has to leave out."""

    def __init__(self, pages: Iterable[T], using: str) -> None:
        self._pages, self.using = pages, using
        self._lost: Counter[str] = Counter()

    def __iter__(self) -> Iterator[T]:
        return iter(self._pages)

    def lose(self, what: str, number: int = 1) -> None:
        """So many of these are not in the file."""
        self._lost[what] += number

    def losses(self) -> list[str]:
        """Each with its number."""
        return [f"{number:,} {what}." for what, number in self._lost.items() if number]
