"""A file sent while it is made, which nobody takes for whole when it breaks off.

A server may end an answer that failed midway as if it had ended well. So the answer is
packed (gzip, RFC 1952), and a failure spoils the rest: whatever unpacks it says that
the download failed. Who takes no gzip gets the file once it is made, with its length.
"""

import logging
import re
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from itertools import chain
from typing import IO, Any

from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

log = logging.getLogger(__name__)

PIECE = 64 * 1024
FASTEST = 1
SPOILED = b"\xff" * 32  # no block of a deflated stream begins like this (RFC 1951)
KEPT = "download_broke_off"  # in the session
GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))", re.IGNORECASE)
DELETE = "What your browser may have kept of it is not whole: delete it."
Told = Callable[[Exception], None]


class NotMade(Exception):
    """The file failed before its first byte was sent."""


def download(
    request: HttpRequest, name: str, pieces: Iterator[bytes]
) -> HttpResponse | StreamingHttpResponse:
    """The pieces as a file of this name; `NotMade` when they fail at once."""

    def broke_off(error: Exception) -> None:
        log.error("The download of %s broke off.", name, exc_info=error)
        keep_why(request, f"{name} broke off: {reason(error)} {DELETE}")

    try:
        answer: HttpResponse | StreamingHttpResponse
        if request.method == "HEAD":
            answer = HttpResponse()
        elif GZIP.search(request.headers.get("Accept-Encoding", "")):
            answer = Download(packed(pieces, broke_off))
            answer["Content-Encoding"] = "gzip"
        else:
            file, length = made(pieces)
            answer = Download(parts_of(file))
            answer["Content-Length"] = str(length)
    except Exception as error:
        log.exception("The download of %s failed.", name)
        raise NotMade(reason(error)) from error
    answer["Vary"] = "Accept-Encoding"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


class Download(StreamingHttpResponse):
    """Its first piece is there; it ends the work when the reader goes away."""

    def __init__(self, pieces: Any) -> None:
        super().__init__(chain([next(pieces, b"")], pieces))
        self._resource_closers.append(pieces.close)


def packed(pieces: Iterator[bytes], broke_off: Told) -> Iterator[bytes]:
    """The pieces as gzip, each sent at once; spoiled where they fail."""
    gzip = zlib.compressobj(FASTEST, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    first = next(pieces, b"")  # a failure here is none of the stream
    try:
        for piece in chain([first], pieces):
            yield gzip.compress(piece) + gzip.flush(zlib.Z_SYNC_FLUSH)
    except Exception as error:
        broke_off(error)
        yield SPOILED
    else:
        yield gzip.flush()
    finally:
        end(pieces)


def made(pieces: Iterator[bytes]) -> tuple[IO[bytes], int]:
    """All pieces in a temporary file, and its length."""
    file = tempfile.TemporaryFile()  # noqa: SIM115, it is sent after this
    try:
        file.writelines(pieces)
    except BaseException:
        file.close()
        raise
    finally:
        end(pieces)
    length = file.tell()
    file.seek(0)
    return file, length


def parts_of(file: IO[bytes]) -> Iterator[bytes]:
    """A file in pieces; closed at its end."""
    with file:
        while piece := file.read(PIECE):
            yield piece


def end(pieces: Iterable[bytes]) -> None:
    """Let whoever makes the pieces stop."""
    pieces.close()  # type: ignore[attr-defined]


def reason(error: Exception) -> str:
    """Why it failed, in a sentence."""
    if isinstance(error, DatabaseError):
        return f"the database failed ({' '.join(str(error).split()).rstrip('.')})."
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}."
    return "the program failed here. The log says more."


# The reason, kept for who asked


def keep_why(request: HttpRequest, sentence: str) -> None:
    """Keep it in the session, which was saved before the answer began."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    session = store(request.session.session_key)
    session[KEPT] = sentence
    with suppress(DatabaseError, UpdateError):
        session.save()


def take_why(request: HttpRequest) -> str:
    """What was kept, once."""
    return str(request.session.pop(KEPT, ""))
