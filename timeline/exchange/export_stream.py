"""An export in pieces, for a download: the first at once, none waits for the last.

Formats write to a file; here a thread writes, and waits when nobody takes the pieces.
Whoever stops taking them ends it.
"""

import io
import threading
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, Full, Queue
from typing import Any

from django.db import connections

from .export_file import export_to
from .formats import Format

PIECE = 64 * 1024  # bytes
AHEAD = 8  # pieces that wait to be taken
PATIENCE = 0.5  # seconds between two looks whether anybody still takes them


def export_pieces(
    format_: Format, timeline: str | None = None, using: str = "default"
) -> Iterator[bytes]:
    """The bytes of an export; what goes wrong is raised where it is taken."""
    pipe = _Pipe()

    def write() -> None:
        end: BaseException | None = None
        try:
            out = io.TextIOWrapper(
                io.BufferedWriter(pipe, PIECE), "utf-8", newline="", write_through=False
            )
            export_to(out, format_, timeline, using)
            out.flush()
        except BaseException as error:
            end = error
        finally:
            with suppress(BrokenPipeError):
                pipe.put(end)
            _disconnect(using)

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    try:
        yield from pipe.taken()
    finally:
        pipe.leave()
        writer.join()


def _disconnect(using: str) -> None:
    """Close this thread's connection; Django leaves one to a memory database open."""
    connection = connections[using]
    connection.close()
    if connection.connection is not None:
        connection.connection.close()
        connection.connection = None


class _Pipe(io.RawIOBase):
    """A file that is written here and taken there."""

    def __init__(self) -> None:
        self._pieces: Queue[bytes | BaseException | None] = Queue(AHEAD)
        self._left = threading.Event()

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        data = bytes(piece)
        if data:
            self.put(data)
        return len(data)

    def put(self, piece: bytes | BaseException | None) -> None:
        """Hand a piece over; wait as long as somebody takes them."""
        while not self._left.is_set():
            with suppress(Full):
                self._pieces.put(piece, timeout=PATIENCE)
                return
        raise BrokenPipeError("Nobody takes the export any more.")

    def taken(self) -> Iterator[bytes]:
        """The pieces, until the end."""
        while isinstance(piece := self._pieces.get(), bytes):
            yield piece
        if piece is not None:
            raise piece

    def leave(self) -> None:
        """Take no more."""
        self._left.set()
        with suppress(Empty):
            while True:
                self._pieces.get_nowait()
