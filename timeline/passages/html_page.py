"""An HTML page -> the blocks of text a reader sees, and a count of what is left out."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from .limits import check_markup, check_passages
from .structure import Kind

RULE = "* * *"

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
    *("details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
    *("form", "head", "header", "html", "li", "main", "nav", "ol", "p", "pre"),
    *("section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"),
}
_LEFT_OUT = {"script", "style", "template", "title", "textarea", "select"}
_EMBEDDED = {"img", "video", "audio", "iframe", "object", "embed", "svg", "canvas"}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_OPEN = re.compile(r"<[A-Za-z/!?]")
_STRETCH = 65_536
_HUGE = re.compile(r"&#(\d{100,})")
_NOTE_NAME = re.compile(r"fn|ftn|note", re.IGNORECASE)


class Link:
    """A link inside the page, to `target`; `points` if it looks like a note marker."""

    def __init__(self, start: int, target: str, points: bool) -> None:
        self.start = self.end = start
        self.target = target
        self.points = points


class Part:
    """A block: its text, its kind if the element names one, the names it goes by."""

    def __init__(self) -> None:
        self.kind: Kind | None = None
        self.keeps_space = False
        self.names: list[str] = []
        self.links: list[Link] = []
        self.size = 0
        self._chunks: list[str] = []

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._chunks)

    @text.setter
    def text(self, text: str) -> None:
        self._chunks, self.size = [text], len(text)

    @property
    def last(self) -> str:
        """The last character, or nothing."""
        return self._chunks[-1][-1] if self.size else ""

    def add(self, text: str) -> None:
        """Put text at the end."""
        if text:
            self._chunks.append(text)
            self.size += len(text)

    def end_line(self) -> None:
        """End a line; white space before the end is not seen by a reader."""
        while self.size and self.last == " ":
            chunk = self._chunks.pop()
            self.size -= len(chunk)
            self.add(chunk.rstrip(" "))
        self.add("\n")


class Page(HTMLParser):
    """Collects the blocks of a page and counts what it leaves out."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.all_parts = [Part()]
        self.left_out: Counter[str] = Counter()
        self._skipped: list[str] = []
        self._pre = self._raised = 0
        self._link: Link | None = None
        self.unclosed = 0  # characters at the end, inside a tag or comment
        check_markup(source)
        for stretch in _stretches(with_short_references(source)):
            self.feed(stretch)
        self._end()

    def _end(self) -> None:
        """The end of the page; a tag that is open there is shown by no browser.

        The parser would take it as text, and look for its end anew at each `<`.
        """
        if _OPEN.match(self.rawdata):
            self.unclosed = len(self.rawdata)
        else:
            self.close()

    @property
    def parts(self) -> list[Part]:
        """The blocks with any text."""
        return [part for part in self.all_parts if part.text.strip()]

    @property
    def part(self) -> Part:
        """The block being read."""
        return self.all_parts[-1]

    def begin(self, kind: Kind | None = None) -> None:
        """Begin a block; one that holds no words yet is used again."""
        if self.part.size and self.part.text.strip():
            self.all_parts.append(Part())
            check_passages(len(self.all_parts))
        self.part.text = ""
        self.part.kind = kind
        self.part.keeps_space = self._pre > 0
        self.part.links.clear()
        self._link = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What an element begins; those left out are counted."""
        named = {name: value or "" for name, value in attrs}
        if tag in _LEFT_OUT | _EMBEDDED:
            self.left_out[tag] += 1
        if tag in _LEFT_OUT:
            self._skipped.append(tag)
        if self._skipped:
            return
        self._pre += tag == "pre"
        self._raised += tag == "sup"
        if tag in _BLOCKS:
            self.begin(_kind_of(tag))
        self.part.names += [named[name] for name in ("id", "name") if name in named]
        if tag == "br":
            self.part.end_line()
        elif tag in ("td", "th") and self.part.size:
            self.part.add("\t")
        elif tag == "hr":
            self._rule()
        elif tag == "a" and named.get("href", "").startswith("#"):
            target = named["href"][1:]
            points = self._raised > 0 or _NOTE_NAME.search(target) is not None
            self._link = Link(self.part.size, target, points)

    def handle_endtag(self, tag: str) -> None:
        """The end of a block, of a link, or of what is left out."""
        if self._skipped:
            if tag == self._skipped[-1]:
                self._skipped.pop()
            return
        if tag == "a" and self._link is not None:
            self._link.end = self.part.size
            self.part.links.append(self._link)
            self._link = None
        if tag == "pre":
            self._pre = max(0, self._pre - 1)
        if tag == "sup":
            self._raised = max(0, self._raised - 1)
        if tag in _BLOCKS:
            self.begin()

    def handle_data(self, data: str) -> None:
        """Text, with white space folded outside `pre`."""
        if self._skipped:
            return
        if not self.part.keeps_space:
            data = _SPACE.sub(" ", data)
            if not self.part.size or self.part.last in " \n\t":
                data = data.removeprefix(" ")
        self.part.add(data)

    def handle_comment(self, data: str) -> None:
        """Comments are no text."""
        self.left_out["comment"] += 1

    def _rule(self) -> None:
        self.begin(Kind.BREAK)
        self.part.text = RULE
        self.left_out["hr"] += 1
        self.begin()


def _kind_of(tag: str) -> Kind | None:
    if tag in _HEADINGS:
        return Kind.TITLE if tag == "h1" else Kind.HEADING
    return Kind.VERSE if tag == "pre" else None


def with_short_references(markup: str) -> str:
    """HTML whose character references have numbers that Python reads.

    One of a hundred digits is no character; Python reads no more than 4,300.
    """
    return _HUGE.sub(_cut, markup)


def _cut(reference: re.Match[str]) -> str:
    return f"&#{reference[1].lstrip('0')[:9] or 0}"


def _stretches(source: str) -> Iterator[str]:
    """The page in pieces of some size, each up to a `<`."""
    at = 0
    while at < len(source):
        end = source.find("<", at + _STRETCH)
        yield source[at : end if end >= 0 else len(source)]
        at = end if end >= 0 else len(source)
