"""XML as we write it: text and attributes that come back to the character."""

import re

from .tei_stream import Node
from .tei_xml import TEI

NO_XML = re.compile("[\ufffe\uffff]")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._\-]{0,200}", re.ASCII)
_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", 13: "&#13;"}
_ATTRIBUTE = {**_TEXT, ord('"'): "&quot;", 9: "&#9;", 10: "&#10;"}
_LOST = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
_SPECIAL = re.compile('[&<>\r\t\n"\ufffe\uffff]')


def text(words: str) -> str:
    """Words between tags; U+FFFE and U+FFFF, which XML forbids, become U+FFFD."""
    if not _SPECIAL.search(words):
        return words
    return words.translate(_TEXT).translate(_LOST)


def attribute(words: str) -> str:
    """Words of an attribute, with the quotation marks."""
    if not _SPECIAL.search(words):
        return f'"{words}"'
    return f'"{words.translate(_ATTRIBUTE).translate(_LOST)}"'


def tag(name: str, attributes: dict[str, str], inside: str = "") -> str:
    """An element; what it holds is XML already."""
    given = "".join(f" {n}={attribute(v)}" for n, v in attributes.items() if v)
    return f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>"


def is_name(words: str) -> bool:
    """Whether words may be an `xml:id`."""
    return _NAME.fullmatch(words) is not None


def written(node: Node, namespace: str = TEI, tail: bool = True) -> str:
    """An element as it stood in the file, with all that is in it."""
    own, _, name = node.name.rpartition(" ")  # TEI elements go by their name only
    own = own or TEI
    given = node.attributes if own == namespace else {"xmlns": own, **node.attributes}
    inside = text(node.text) + "".join(written(each, own) for each in node.children)
    return tag(name, given, inside) + (text(node.tail) if tail else "")
