"""The header of a TEI file: what it says of the document, and what is not kept."""

from collections import Counter
from typing import Any

from timeline.passages import Doubt

from .tei_xml import TEI, XML_LANG, name_of, words_of

_TEI = {"t": TEI}
_FIELDS = {  # a field of the document, the elements that give it, its longest value
    "title": ("t:fileDesc/t:titleStmt/t:title", 500),
    "creator": ("t:fileDesc/t:titleStmt/t:author", 300),
    "source_repository": (".//t:msIdentifier/t:repository", 300),
    "source_edition": ("t:fileDesc/t:sourceDesc", 10_000),
}
_FRAME = {"teiHeader", "fileDesc", "titleStmt"}


def header_of(root: Any) -> Any:
    """The header, or `None`."""
    return root.find("t:teiHeader", _TEI)


def about_document(root: Any) -> dict[str, str]:
    """What the header says for the fields of a document."""
    found = {}
    header = header_of(root)
    for name, (path, longest) in _FIELDS.items():
        elements = header.findall(path, _TEI) if header is not None else []
        if name == "title":
            elements = _main(elements)
        words = "; ".join(filter(None, map(words_of, elements)))
        if words:
            found[name] = words if len(words) <= longest else f"{words[: longest - 1]}…"
    text = root.find("t:text", _TEI)
    language = next((e.get(XML_LANG) for e in (text, root) if _speaks(e)), "")
    if language:
        found["language"] = language
    return found


def _main(titles: list[Any]) -> list[Any]:
    """The main title; all of them where none is called so."""
    return [t for t in titles if t.get("type") == "main"] or titles[:1]


def _speaks(element: Any) -> bool:
    return element is not None and 0 < len(element.get(XML_LANG, "")) <= 35


def left_in_header(root: Any) -> list[Doubt]:
    """What the header has beside that, by element."""
    header = header_of(root)
    if header is None:
        return []
    used = {e for path, _ in _FIELDS.values() for e in header.findall(path, _TEI)}
    inside = {each for element in used for each in element.iter()}
    names = Counter(
        name
        for element in header.iter()
        if element not in inside and (name := name_of(element)) not in _FRAME and name
    )
    taken = ", ".join(sorted({name_of(element) for element in used})) or "nothing"
    text = f"The header is no part of the text; taken from it: {taken}."
    doubts = [Doubt(text, 0, "for fields of the document that are left empty")]
    if names:
        each = ", ".join(f"{count} × {name}" for name, count in sorted(names.items()))
        doubts.append(Doubt(f"In the header: {each}.", 0, "not kept"))
    return doubts
