"""TEI as XML, read safely: no document type, no entity, no file or host beside it.

`lxml` (extra `tei`) reads; what a file declares before its first element is looked at
here, before the parser sees it.
"""

import codecs
import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

from timeline.passages import check_markup

from .rows import Wrong
from .source import MARKS, BadFile

TEI = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DEEPEST = 100
NO_DOCTYPE = "The same file without <!DOCTYPE …>; write entities as characters."
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._\-]+)""")
_SPACE = re.compile(r"[ \t\r\n]*")
_AT = re.compile(r", line \d+, column \d+$")
_LOOKS = re.compile(r"<(?:[\w.\-]+:)?(?:TEI|teiCorpus)(?:\.2)?[\s>/]")


def etree() -> Any:
    """The package, when a TEI file is there."""
    try:
        return import_module("lxml.etree")
    except ImportError:
        raise BadFile(
            "TEI needs lxml.", "pip install lxml, or the extra “tei” of this project."
        ) from None


def options() -> dict[str, Any]:
    """How a parser is made: it opens nothing, expands nothing, and has its limits."""
    return {
        "encoding": "utf-8",
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "dtd_validation": False,
        "attribute_defaults": False,
        "huge_tree": False,
        "recover": False,
        "collect_ids": False,
    }


def looks_like_tei(head: str) -> bool:
    """Whether a text begins like a TEI file."""
    start = head.lstrip("\ufeff \t\r\n")
    return start.startswith("<") and _LOOKS.search(start[:16_384]) is not None


def declares_encoding(raw: bytes) -> bool:
    """Whether a file begins with an XML declaration or the mark of UTF-16."""
    return raw.startswith((b"<?xml", codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def decoded_xml(raw: bytes) -> str:
    """The characters of a file: by its mark, else as it declares, else UTF-8."""
    name = next((name for mark, name in MARKS if raw.startswith(mark)), "")
    if not name:
        declared = _DECLARED.match(raw.lstrip(b" \t\r\n"))
        name = declared[1].decode("ascii") if declared else "utf-8"
    try:
        codec = codecs.lookup(name)
        if not codec._is_text_encoding:
            raise LookupError(name)
    except LookupError:
        right = "Save the file as UTF-8."
        raise BadFile(f"The encoding “{name}” is not known.", right, 1) from None
    if codec.name in ("utf-16", "utf-32") and not raw.startswith(
        (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    ):
        right = "Save the file as UTF-8."
        raise BadFile(f"{name} without a byte order mark.", right, 1)
    try:
        return raw.decode(codec.name).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(codec.name, "replace")
        line, column = place_of(before, len(before))
        raise BadFile(
            f"Not {name}, as the file says it is: byte {raw[error.start]:#04x} in "
            f"line {line}, column {column}.",
            "Save the file as UTF-8, or declare its encoding.",
            line,
        ) from None


def check_prolog(text: str) -> None:
    """Refuse a document type: it would bring entities, defaults or other files."""
    at = _SPACE.match(text.removeprefix("\ufeff")).end()  # type: ignore[union-attr]
    while True:
        if text.startswith("<!DOCTYPE", at) or text[at : at + 9].upper() == "<!DOCTYPE":
            line, column = place_of(text, at)
            wrong = f"A document type is not taken (line {line}, column {column})."
            raise BadFile(wrong, NO_DOCTYPE, line)
        ends = {"<?": "?>", "<!--": "-->"}
        end = next((e for b, e in ends.items() if text.startswith(b, at)), "")
        found = text.find(end, at) if end else -1
        if found < 0:
            return
        at = _SPACE.match(text, found + len(end)).end()  # type: ignore[union-attr]


def place_of(text: str, at: int) -> tuple[int, int]:
    """Line and column of a place, counted from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def parsed(text: str) -> Any:
    """The root of a TEI document; `BadFile` says what is wrong, and where.

    Raises `TooManyParts` before a file of endless markup is read.
    """
    xml = etree()
    text = text.removeprefix("\ufeff")
    check_prolog(text)
    check_markup(text)
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError as error:
        line, column = place_of(text, error.start)
        wrong = f"Half a character stands in line {line}, column {column}."
        raise BadFile(wrong, "Characters of Unicode.", line) from None
    try:
        root = xml.fromstring(raw, xml.XMLParser(**options()))
    except xml.XMLSyntaxError as error:
        raise broken(error) from None
    check_root(root.tag)
    check_depth(xml.iterwalk(root, ("start", "end")))
    return root


def check_depth(steps: Iterable[tuple[str, Any]]) -> None:
    """Refuse elements that stand in each other deeper than anybody writes them."""
    depth = 0
    for step, element in steps:
        depth += 1 if step == "start" else -1
        if depth > DEEPEST:
            raise too_deep(element.sourceline)


def broken(error: Any) -> BadFile:
    """Why the file is not XML, with line and column."""
    line, column = error.position
    message = _AT.sub("", error.msg or "it ends at once").rstrip(".")
    if "Excessive depth" in message:
        return too_deep(line)
    wrong = f"This is not XML: {message} (line {line}, column {column})."
    return BadFile(wrong, "", line)


def too_deep(line: int) -> BadFile:
    """The refusal of elements that stand in each other without end."""
    wrong = f"Elements stand in each other more than {DEEPEST} deep (line {line})."
    return BadFile(wrong, "", line)


def check_root(tag: str, allowed: Iterable[str] = ("TEI",)) -> None:
    """Refuse what is not TEI P5, by name."""
    namespace, name = split(tag)
    if namespace != TEI:
        where = f"the namespace “{namespace}”" if namespace else "no namespace"
        older = " TEI P4 is not read." if name in ("TEI.2", "teiCorpus.2") else ""
        wrong = f"The file begins with “{name}” in {where}.{older}"
        raise BadFile(wrong, f'<TEI xmlns="{TEI}">', 1)
    if name not in allowed:
        raise BadFile(f"The file begins with “{name}”.", "A single <TEI>.", 1)


def split(tag: str) -> tuple[str, str]:
    """Namespace and name of an element."""
    namespace, brace, name = tag.rpartition("}")
    return (namespace.removeprefix("{"), name) if brace else ("", tag)


def name_of(element: Any) -> str:
    """The name of a TEI element; "" for comments, instructions and other namespaces."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    namespace, name = split(tag)
    return name if namespace == TEI else ""


def words_of(element: Any) -> str:
    """All words inside an element on one line."""
    return " ".join("".join(element.itertext()).split())


def sentence(error: Wrong) -> str:
    """What is wrong, and what would be right."""
    return f"{error.wrong} {error.right}".strip()
