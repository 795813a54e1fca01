"""What a format reads: rows of a file, each made of items for the tables."""

from dataclasses import dataclass, field
from typing import Any

from .report import Fault, shown

Key = tuple[Any, ...]


def one(name: str) -> str:
    """“a dating”, “an event”."""
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"


class Wrong(Exception):
    """A value that cannot come in: what is wrong, and what would be right."""

    def __init__(self, wrong: str, right: str = "", column: str = "") -> None:
        super().__init__(wrong)
        self.wrong, self.right, self.column = wrong, right, column


class Item:
    """A row for one table, with the fields that the file gives.

    A `loose` item stands for what the event has already, when it has it: the file
    gives no key of its own. An `ensured` item is left alone when it is there. A
    `single` item is the only one of its table that its event gets from the file.
    `columns` leads from a field to the file's own column name. Whoever makes the item
    may give its key, and references by key, at once.
    """

    __slots__ = (
        *("table", "fields", "loose", "ensured", "single", "columns"),
        *("key", "ref", "values", "refs", "tag_keys", "tags"),
        *("stored", "is_new", "change"),
    )

    # By hand: there are three million of them, and a dataclass takes its time.
    def __init__(
        self,
        table: str,
        fields: dict[str, Any],
        loose: bool = False,
        ensured: bool = False,
        single: bool = False,
        columns: dict[str, str] | None = None,
        key: Key = (),
        refs: dict[str, Key | None] | None = None,
    ) -> None:
        self.table, self.fields = table, fields
        self.loose, self.ensured, self.single = loose, ensured, single
        self.columns = columns
        self.key, self.ref = key, 0
        self.values: dict[str, Any] = {}
        self.refs: dict[str, Key | None] = {} if refs is None else refs
        self.tag_keys: list[Key] | None = None
        self.tags: list[int] | None = None
        self.stored: dict[str, Any] | None = None
        self.is_new = False
        self.change: tuple[dict[str, Any], dict[str, Any]] | None = None

    def column(self, name: str) -> str:
        """What the file calls this field."""
        return self.columns.get(name, name) if self.columns else name


@dataclass(slots=True, eq=False)
class Row:
    """One row of a file: a line of a table, or one object of a fixture."""

    line: int | None
    items: list[Item]
    raw: Any = None
    path: str = ""
    counted: bool = True
    faults: list[Fault] = field(default_factory=list)

    def refuse(
        self, wrong: str, right: str = "", column: str = "", value: Any = ""
    ) -> None:
        """Say what is wrong with the row; it does not come in."""
        fault = Fault(wrong, right, column, shown(value), self.line, self.path)
        self.faults.append(fault)
