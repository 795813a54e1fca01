"""Checked rows on their way from validation to writing: a temporary file of chunks."""

import marshal
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

Shape = tuple[str, tuple[str, ...]]  # a table, and the columns that rows give
New = dict[Shape, list[tuple[Any, ...]]]  # rows: their ref, then those columns
Change = tuple[str, int, int | None, dict[str, Any], dict[str, Any]]


class Spool:
    """Chunks written once and read as often as needed, in their order."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="import-")  # noqa: SIM115
        self.chunks = 0

    def put(self, new: New, changes: list[Change]) -> None:
        """Keep what one batch of rows made."""
        if new or changes:
            chunk = marshal.dumps((new, changes))
            self._file.write(len(chunk).to_bytes(8, "little"))
            self._file.write(chunk)
            self.chunks += 1

    def chunks_in_order(self) -> Iterator[tuple[New, list[Change]]]:
        """Everything that was put, from the beginning."""
        self._file.seek(0)
        for _ in range(self.chunks):
            size = int.from_bytes(self._file.read(8), "little")
            yield marshal.loads(self._file.read(size))

    def close(self) -> None:
        """Let the file go, also when there is no room for what it still holds."""
        with suppress(OSError):
            self._file.close()
