"""The file of refused rows: as they stood, to be mended and fed back.

It is UTF-8, whatever the file was. If that was not, it begins with a byte order mark:
so it is read rightly also by a command that still names the encoding of the file. Half
a sign, which UTF-8 has not, stands as JSON writes it.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from .formats import Reader
from .rows import Row


class Rejects:
    """Made when there is the first refused row; gone again when nothing came in."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: TextIO | None = None
        self._is_made = False

    def keep(self, rows: Iterable[Row], reader: Reader) -> None:
        """Write refused rows as their reader found them."""
        for row in rows:
            if self._path is None or row.raw is None:
                continue
            is_first = False
            if self._file is None:
                is_utf_8 = reader.source.encoding.startswith("utf-8")
                encoding = "utf-8" if is_utf_8 else "utf-8-sig"
                self._file = self._path.open(
                    "w", encoding=encoding, newline="", errors="backslashreplace"
                )
                is_first = self._is_made = True
            self._file.write(reader.leading(row, is_first))
            self._file.write(reader.rejected(row))

    def end(self, reader: Reader) -> None:
        """Close the file as its format does."""
        if self._file is not None:
            self._file.write(reader.closing)
            self.close()

    def close(self) -> None:
        """Close the file, whole or not."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def drop(self) -> None:
        """Remove what was written for an import that was cancelled."""
        self.close()
        if self._is_made and self._path is not None and self._path.is_file():
            self._path.unlink(missing_ok=True)
