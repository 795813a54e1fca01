"""The public address of each thing. Event slugs are any text, so percent-encoded whole.

A slash inside an event's slug is encoded too: no browser then takes `a/../b` for `b`.
"""

from urllib.parse import quote, urlsplit

from django.urls import get_script_prefix


def timeline_address(timeline: str) -> str:
    """The page of a timeline."""
    return f"{get_script_prefix()}timelines/{quote(timeline)}/"


def event_address(timeline: str, event: str) -> str:
    """The page of an event."""
    return f"{timeline_address(timeline)}events/{quote(event, safe='')}/"


def document_address(document: str) -> str:
    """The page of a document."""
    return f"{get_script_prefix()}documents/{quote(document)}/"


def passage_address(document: str, passage: str) -> str:
    """The part of a document round a passage, with the passage as its fragment."""
    return f"{document_address(document)}at/{passage}/#{passage}"


def citation_address(citation: str) -> str:
    """The permanent address of a citation."""
    return f"{get_script_prefix()}citations/{citation}/"


def words_address(document: str, passage: str | None, citation: str) -> str:
    """The cited words; `passage` where the document is served in parts."""
    part = f"at/{passage}/" if passage else ""
    return f"{document_address(document)}{part}#c-{citation}"


def twin(page: str) -> str:
    """The JSON address of a page."""
    return page.rstrip("/") + ".json"


def web_link(address: str) -> str:
    """The address where it is one of the web, else nothing: no `javascript:`."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""
