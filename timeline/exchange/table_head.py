"""What stands in the columns of a table, for whoever says which of them is which."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.models import Document

from .csv_table import CSV, TSV, TableReader
from .formats import Defaults
from .header import KEEP, NEEDED, proposed, recognised
from .registry import format_named, format_of
from .report import shown
from .rows import Wrong
from .source import Source
from .xlsx import XLSX, XlsxReader

FIRST = 3
MOST_COLUMNS = 200
TABLES = (CSV, TSV, XLSX)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file: its name, its first values, and what it may be."""

    name: str
    values: list[str]
    use: str


@dataclass(frozen=True, slots=True)
class TableHead:
    """The columns of a file, and whether each is known for sure."""

    columns: list[Column]
    is_sure: bool


def table_head(
    path: Path,
    format_name: str = "",
    encoding: str = "",
    chosen: Mapping[str, str] | None = None,
) -> TableHead | None:
    """The head of a table; `None` where there is none to speak of.

    What is wrong with a file is said when it is checked, not here.
    """
    try:
        source = Source(path, encoding)
    except (Wrong, OSError, LookupError):
        return None
    try:
        names, rows = _read(source, format_name)
    except (Wrong, OSError):
        return None
    finally:
        source.close()
    if not any(names) or len(names) > MOST_COLUMNS or len(set(names)) < len(names):
        return None
    ours = recognised(names)
    is_sure = all(ours) and set(NEEDED) <= set(ours)
    uses = [
        (chosen or {}).get(name, use)
        for name, use in zip(names, proposed(names), strict=True)
    ]
    columns = [
        Column(name, [shown(row[at]) for row in rows if at < len(row)], use)
        for at, (name, use) in enumerate(zip(names, uses, strict=True))
    ]
    if not chosen and "document" not in ours:
        columns = [_of_no_document(column) for column in columns]
    return TableHead(columns, is_sure)


def _of_no_document(column: Column) -> Column:
    """A source that is none of the documents here is kept under its own name.

    As a document it would be refused, or give its name to a timeline.
    """
    values = set(column.values) - {""}
    if column.use != "document":
        return column
    found = Document.objects.filter(slug__in=values).values_list("slug", flat=True)
    return column if values and set(found) == values else replace(column, use=KEEP)


def _read(source: Source, format_name: str) -> tuple[list[str], list[list[str]]]:
    """The names and the first rows, when the format is one of our tables."""
    if format_name:
        format_ = format_named(format_name)
    else:
        format_ = format_of(source.path, source.head_text())
    if format_ is XLSX:
        return XlsxReader(source, Defaults()).head(FIRST)
    if format_ in TABLES:
        separator = "\t" if format_ is TSV else ","
        return TableReader(source, Defaults(), separator).head(FIRST)
    return [], []
