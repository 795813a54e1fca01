"""The header of a TEI file: what it says of the document, and what is not kept."""

from collections import Counter
from typing import Any

from timeline.passages import Doubt

from .rows import Wrong
from .tei_calendars import Calendars
from .tei_dates import said
from .tei_xml import TEI, XML_LANG, name_of, words_of

_TEI = {"t": TEI}
_FIELDS = {  # a field of the document, the elements that give it, its longest value
    "title": ("t:fileDesc/t:titleStmt/t:title", 500),
    "creator": ("t:fileDesc/t:titleStmt/t:author", 300),
    "source_repository": (".//t:msIdentifier/t:repository", 300),
    "source_edition": ("t:fileDesc/t:sourceDesc", 10_000),
}
_LANGUAGES = "t:profileDesc/t:langUsage/t:language"
_SENT = "t:profileDesc/t:correspDesc/t:correspAction[@type='sent']"
_FRAME = {"teiHeader", "fileDesc", "titleStmt"}


def header_of(root: Any) -> Any:
    """The header, or `None`."""
    return root.find("t:teiHeader", _TEI)


def about_document(root: Any) -> dict[str, str]:
    """What the header says for the fields of a document."""
    found = {}
    header = header_of(root)
    for name, (_, longest) in _FIELDS.items():
        elements = _elements(header, name) if header is not None else []
        words = "; ".join(filter(None, map(words_of, elements)))
        if words:
            found[name] = words if len(words) <= longest else f"{words[: longest - 1]}…"
    text = root.find("t:text", _TEI)
    language = next((e.get(XML_LANG) for e in (text, root) if _speaks(e)), "")
    if language := language or _language_used(header):
        found["language"] = language
    return {**found, **_sent(root, header)}


def _elements(header: Any, name: str) -> list[Any]:
    """The elements that give a field of the document."""
    found = header.findall(_FIELDS[name][0], _TEI)
    return _main(found) if name == "title" else found


def _main(titles: list[Any]) -> list[Any]:
    """The main title; else that of this text, and of no series it stands in."""
    main = [t for t in titles if t.get("type") == "main"]
    own = [t for t in titles if t.get("level") == "a"]
    alone = [t for t in titles if t.get("level") not in ("s", "j")]
    return main or (own or alone or titles)[:1]


def _language_used(header: Any) -> str:
    """The language of the text, where the header names one only."""
    found = header.findall(_LANGUAGES, _TEI) if header is not None else []
    names = [language.get("ident") or "" for language in found]
    return names[0] if len(names) == 1 and 0 < len(names[0]) <= 35 else ""


def _sent(root: Any, header: Any) -> dict[str, str]:
    """When and where a letter was sent, where the header says it once."""
    actions = header.findall(_SENT, _TEI) if header is not None else []
    if len(actions) != 1:
        return {}
    found = {}
    places = list(map(words_of, actions[0].findall("t:placeName", _TEI)))
    if len(places) == 1 and 0 < len(places[0]) <= 300:
        found["place"] = places[0]
    dates = actions[0].findall("t:date", _TEI)
    try:
        each = [said(date.attrib, Calendars.in_header(root)) for date in dates]
    except Wrong:
        each = []
    if len(each) == 1 and (date := each[0]) is not None:
        found["context_date"] = date.date.edtf
        found["context_basis"] = (
            "The header says when the letter was sent (correspDesc)."
        )
    return found


def _speaks(element: Any) -> bool:
    return element is not None and 0 < len(element.get(XML_LANG, "")) <= 35


def left_in_header(root: Any) -> list[Doubt]:
    """What the header has beside that, by element."""
    header = header_of(root)
    if header is None:
        return []
    used = {e for name in _FIELDS for e in _elements(header, name)}
    taken_once = (_LANGUAGES, f"{_SENT}/t:date", f"{_SENT}/t:placeName")
    found = (header.findall(path, _TEI) for path in taken_once)
    used.update(one for each in found if len(each) == 1 for one in each)
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
