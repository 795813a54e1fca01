"""How long a text may be, and how a form that is too long is refused with the limit."""

from django.http import HttpRequest

MOST_BYTES = 10 * 1024 * 1024
ROOM = 2 * 1024 * 1024
"""Bytes of a posted form beside the text."""
TOO_LONG = (
    "The text has {size:,} bytes; a document has at most 10 MB ({most:,} bytes). "
    "Take it in pieces, a document for each."
)


def too_long(size: int) -> str:
    """The refusal of a text that is too long."""
    return TOO_LONG.format(size=size, most=MOST_BYTES)


def oversize(request: HttpRequest) -> int:
    """The length of a form that is too long to be read at all, else 0."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    size = int(length) if length.isdecimal() else 0
    return size if size > MOST_BYTES + ROOM else 0
