"""The file that comes in: its encoding, its lines, its digest, and its limits.

UTF-8 and everything with a byte order mark is read; an encoding that could only be
guessed is refused by name, because a wrong guess gives other letters without a word.
"""

import codecs
import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from .rows import Wrong

HEAD = 64 * 1024
LONGEST_LINE = 16 * 1024 * 1024  # characters
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
UTF_7 = re.compile(rb"\+/v[89+/]")  # how its byte order mark begins
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.\-]{1,40})""")
_RUN = re.compile(rb"[\x80-\xff]+")
_MANY = 3  # bytes above ASCII in a row: a word in another script, hardly one of Europe
_CYRILLIC = (
    *(("cp1251", "Windows-1251"), ("koi8-r", "KOI8-R"), ("cp866", "CP 866")),
    *(("iso8859-5", "ISO 8859-5"), ("mac-cyrillic", "Mac Cyrillic")),
)
_COMMON = set("оеаинтср")  # more than half of the letters of a Russian text
_ENOUGH = 10
_AGAIN = "Save it as UTF-8, or name its encoding with --encoding."


class BadFile(Wrong):
    """The file as a whole cannot be read; `line` says from where on."""

    def __init__(
        self,
        wrong: str,
        right: str = "",
        line: int | None = None,
        column: str = "",
        value: str = "",
    ) -> None:
        super().__init__(wrong, right, column)
        self.line, self.value = line, value


class _Digesting(io.RawIOBase):
    """Bytes on their way in, counted and digested."""

    def __init__(self, raw: BinaryIO) -> None:
        self.raw_file = raw
        self.sha = hashlib.sha256()
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = self.raw_file.readinto(buffer)  # type: ignore[attr-defined]
        if size:
            self.sha.update(buffer[:size])
            self.count += size
        return size or 0


class Source:
    """A file open for reading, once, from beginning to end."""

    def __init__(self, path: Path, encoding: str = "") -> None:
        self.path = path
        self.name = path.name
        self.size = path.stat().st_size
        with path.open("rb") as file:
            self.head = file.read(HEAD)
        is_marked = any(self.head.startswith(mark) for mark, _ in MARKS)
        # A byte order mark says more than who names an encoding for every file.
        self.encoding = encoding if encoding and not is_marked else detect(self.head)
        self._file = path.open("rb", buffering=0)
        self.bytes = _Digesting(self._file)  # type: ignore[arg-type]
        buffered = io.BufferedReader(self.bytes, 1024 * 1024)
        self.text = io.TextIOWrapper(buffered, self.encoding, newline="")

    def head_text(self) -> str:
        """The beginning as text, for finding the format."""
        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        try:
            return decoder.decode(self.head).lstrip("\ufeff")
        except UnicodeError as error:
            raise self.undecodable(error) from None

    def lines(self) -> Iterator[str]:
        """Lines with their ends; one that never ends is refused."""
        readline, number = self.text.readline, 0
        while line := self._next(readline, number):
            number += 1
            yield line

    def _next(self, readline: object, number: int) -> str:
        try:
            line = readline(LONGEST_LINE)  # type: ignore[operator]
        except UnicodeError as error:
            raise self.undecodable(error) from None
        if len(line) == LONGEST_LINE:
            raise BadFile(
                f"The line is longer than {LONGEST_LINE:,} characters.",
                "A row takes one line or a few.",
                number + 1,
            )
        return line

    def read(self, size: int) -> str:
        """The next characters."""
        try:
            return self.text.read(size)
        except UnicodeError as error:
            raise self.undecodable(error) from None

    def rest_digest(self) -> str:
        """The SHA-256 of the whole file, also of what nobody read."""
        while self.bytes.read(1024 * 1024):
            pass
        return self.bytes.sha.hexdigest()

    def undecodable(self, error: UnicodeError) -> BadFile:
        """Where the first bytes stand that are not in the encoding."""
        if not isinstance(error, UnicodeDecodeError):  # of the text as a whole
            return BadFile(f"Not {self.encoding}: {error}.", _AGAIN)
        line, column, byte = bad_byte(self.path, self.encoding)
        is_utf_8 = self.encoding.startswith("utf-8")
        name = "UTF-8" if is_utf_8 else self.encoding
        looks = f" {looks_like(self.path)}".rstrip() if is_utf_8 else ""
        where = f"byte {byte:#04x} at character {column}" if byte >= 0 else "bytes"
        return BadFile(f"Not {name}: {where}.{looks}", _AGAIN, line)

    def close(self) -> None:
        """Close the file."""
        self.text.close()
        self._file.close()


def detect(head: bytes) -> str:
    """The encoding a byte order mark names, else UTF-8."""
    for mark, name in MARKS:
        if head.startswith(mark):
            if name == "utf-8-sig" and b"\0" in head[:1000]:
                raise BadFile("After the mark of UTF-8 stand zero bytes.", _AGAIN)
            return name
    if UTF_7.match(head):
        raise BadFile("The file begins as UTF-7 does.", _AGAIN)
    if b"\0" in head[:1000] and not head.startswith(b"PK"):
        even, odd = head[:1000:2].count(0), head[1:1000:2].count(0)
        kind = "UTF-16 without a byte order mark" if abs(even - odd) > 20 else "binary"
        raise BadFile(f"The file holds zero bytes: it looks like {kind}.", _AGAIN)
    return "utf-8"


def bad_byte(path: Path, encoding: str) -> tuple[int, int, int]:
    """Line, character in the line and value of the first byte that does not decode."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line, column = 1, 0
    with path.open("rb") as file:
        while block := file.read(64 * 1024):
            for at in range(0, len(block), 64):
                piece = block[at : at + 64]
                try:
                    text = decoder.decode(piece)
                except UnicodeDecodeError as error:
                    text = error.object[: error.start].decode(encoding, "replace")
                    line, column = _moved(text, line, column)
                    return line, column, error.object[error.start]
                line, column = _moved(text, line, column)
    return line, column, -1


def _moved(text: str, line: int, column: int) -> tuple[int, int]:
    breaks = text.count("\n")
    return line + breaks, len(text) - text.rfind("\n") - 1 + (0 if breaks else column)


def looks_like(path: Path) -> str:
    """A sentence about bytes that are not UTF-8: what they may be, never used."""
    with path.open("rb") as file:
        head = file.read(1024 * 1024)
    if found := _DECLARED.match(head):
        return f"It declares {found[1].decode()}."
    likely = likely_encoding(head)
    return f"It looks like {likely}." if likely else ""


def likely_encoding(head: bytes) -> str:
    """A name for bytes above ASCII that are not UTF-8; none where any would mislead.

    In the languages of Western Europe they stand one by one among others; in the
    scripts of others they make whole words.
    """
    runs = _RUN.findall(head)
    high = b"".join(runs)
    words = b"".join(run for run in runs if len(run) >= _MANY)
    if not high:
        return ""
    if len(words) > len(high) / 2:
        return _likely_script(words)
    strange = sum(byte < 0xA0 and byte not in _USUAL for byte in high)
    return "" if strange > len(high) / 4 else "Windows-1252 or ISO 8859-1"


_USUAL = set("€‚„…‹›‘’“”•–—ŠšŒœŽžŸ".encode("cp1252"))


def _likely_script(words: bytes) -> str:
    """The encoding in which words of another script are Cyrillic ones, if any is."""
    shares = []
    for codec, name in _CYRILLIC:
        text = words.decode(codec, "replace").casefold()
        shares.append((sum(sign in _COMMON for sign in text) / len(text), name))
    share, name = max(shares)
    return name if share > 0.45 and len(words) >= _ENOUGH else ""
