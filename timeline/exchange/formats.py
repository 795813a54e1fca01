"""What a format is: the parts that each file of a format fills in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TextIO

from .outgoing import Outgoing
from .rows import Row
from .source import Source


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the importer chose for rows that do not say it."""

    timeline: str = ""
    document: str = ""
    who: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)  # of a table: what is what
    language: str = ""


class Reader:
    """Reads the rows of one file; and writes the rows that were refused."""

    opening = closing = between = ""

    def __init__(self, source: Source, defaults: Defaults) -> None:
        self.source, self.defaults = source, defaults
        self.notes: list[str] = []

    def __iter__(self) -> Iterator[Row]:
        """The rows of the file in their order."""
        raise NotImplementedError

    def leading(self, row: Row, is_first: bool) -> str:
        """What stands before a refused row in the file of them."""
        return self.opening if is_first else self.between

    def rejected(self, row: Row) -> str:
        """A refused row as it stood in the file, to be mended and fed back."""
        return str(row.raw)


@dataclass(frozen=True, slots=True)
class Format:
    """A format by name: how its files end, how to read and how to write it."""

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[str], bool] | None = None
    read: Callable[[Source, Defaults], Reader] | None = None
    write: Callable[[Outgoing[Any], TextIO], None] | None = None
    holds_documents: bool = False  # writes objects of a fixture, else events
    by_date: bool = False  # is given the events as their marks stand, else by slug
    losses: tuple[str, ...] = field(default=())
    about: str = ""
