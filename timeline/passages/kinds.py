"""What a block is, when it is neither a break nor a note.

Print gives no names to its parts, so these are rules of thumb, named one by one. A
decision that could well be another is returned with its doubt, for an editor to see.
"""

import re
from collections.abc import Sequence

from .blocks import Block
from .labels import note_label
from .structure import Kind

Decision = tuple[Kind, str]  # the kind, and the doubt or ""

TITLE_LENGTH = 120
HEADING_LENGTH = 70
VERSE_LENGTH = 62
SIGNATURE_LENGTH = 60

_SENTENCE_END = re.compile(r"[.!?:;,…]['\"’”»)\]]*$")
_MARKER_END = re.compile(r"(?:\[\^?\w{1,3}\]|\(\d{1,3}\)|[⁰¹²³⁴-⁹*†‡]{1,3})$")
_NUMBERED_HEADING = re.compile(
    r"(?:(?i:chapter|book|part|section|letter|canto|act|scene|volume|appendix|kapitel"
    r"|chapitre|глава)\s+(?:\d+|(?i:[ivxlcdm]+|(?:the\s+)?(?:first|second|third|fourth"
    r"|fifth|sixth|seventh|eighth|ninth|tenth|last|one|two|three|four|five|six|seven"
    r"|eight|nine|ten))\b)|[IVXLCDM]+\b|§\s*\d+)(?:[.:]?|[.:]?\s*[—–-]?\s*[^\Wa-z].*)"
)
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S.*")
_SOURCE = re.compile(
    r"(?:sources?|printed in|published in|first published|transcribed|reprinted|quelle"
    r"|источник|from the archives?)\b.{0,40}?[:.]",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(
    r"(?:an?|the|or|being|by|from|to|in|with|translated|edited)\b,?\s", re.IGNORECASE
)
_NAME = re.compile(r"(?:[^\W\d_]\.|[^\W\d_][\w’'\-.]*)(?:[ \u00a0]+|$)")
_SMALL_WORDS = {"de", "von", "van", "der", "la", "le", "di", "da", "of", "the", "and"}


def title(block: Block, following: Block) -> Decision | None:
    """Whether the first block of a document is its title."""
    words = block.words
    if not block.is_line or len(words) > TITLE_LENGTH or following.is_break:
        return None
    if words.isupper():
        return Kind.TITLE, ""
    if _ends_sentence(words):
        return None
    dated = any(character.isdecimal() for character in words)
    return Kind.TITLE, "The first line may be a title or a date." if dated else ""


def subtitle(block: Block, following: Block) -> Decision | None:
    """Whether the block after the title is a subtitle."""
    words = block.words
    short = block.is_line and len(words) <= TITLE_LENGTH
    longer = len(following.words) > len(words)
    if not short or following.is_break or words.endswith((",", ":", ";")):
        return None
    if _SUBTITLE.match(words) and (longer or words.isupper()):
        return Kind.SUBTITLE, ""
    if longer and not heading(words) and not _ends_sentence(words):
        return Kind.SUBTITLE, "The second line may be a subtitle or a heading."
    return None


def is_source(words: str) -> bool:
    """Whether the words at the end of a document say where its text comes from."""
    return _SOURCE.match(words) is not None


def signature(block: Block) -> Decision | None:
    """Whether the last block of the body is a name set under it."""
    last = block.lines[-1].strip()
    if len(block.lines) > 4 or any(
        len(line.strip()) > SIGNATURE_LENGTH for line in block.lines
    ):
        return None
    parts = _NAME.findall(last)
    if "".join(parts) != last or not 1 <= len(parts) <= 6:
        return None
    names = [part.strip() for part in parts if part.strip() not in _SMALL_WORDS]
    if not names or not all(name[0].isupper() for name in names):
        return None
    if _ends_sentence(last) and len(names[-1].rstrip(".")) > 2:
        return None
    doubt = "" if len(names) > 1 else "A single word at the end may be a signature."
    return Kind.SIGNATURE, doubt


def heading(words: str) -> bool:
    """Whether a line has the form of a heading."""
    if len(words) > TITLE_LENGTH:
        return False
    if _NUMBERED_HEADING.fullmatch(words) or _MARKDOWN_HEADING.fullmatch(words):
        return True
    letters = sum(character.isalpha() for character in words)
    return letters > 2 and words.isupper() and len(words) <= HEADING_LENGTH


def body(block: Block, following: Block | None) -> Decision:
    """Heading, verse or paragraph."""
    words = block.words
    if block.is_line and heading(words):
        return Kind.HEADING, ""
    if _is_verse(block.lines):
        few = "" if len(block.lines) > 2 else "Two short lines may be verse or prose."
        return Kind.VERSE, few
    label = note_label(words)
    if label and label.is_strong:
        return Kind.PARAGRAPH, "The paragraph begins like a note."
    long_next = following is not None and len(following.words) > 2 * HEADING_LENGTH
    short = block.is_line and len(words) <= HEADING_LENGTH
    if short and long_next and not _ends_sentence(words):
        return Kind.PARAGRAPH, "A short line without a full stop may be a heading."
    return Kind.PARAGRAPH, ""


def _is_verse(lines: Sequence[str]) -> bool:
    """Short lines that each begin with a capital: wrapped prose does not do that."""
    stripped = [line.strip() for line in lines]
    if len(stripped) < 2 or max(map(len, stripped)) > VERSE_LENGTH:
        return False
    capitals = sum(line.lstrip("\"'“‘«„—-* (")[:1].isupper() for line in stripped)
    return capitals == len(stripped)


def _ends_sentence(words: str) -> bool:
    bare = _MARKER_END.sub("", words.rstrip())
    return _SENTENCE_END.search(bare) is not None
