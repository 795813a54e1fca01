"""A part of a date that an editor supplied: what, which value, from where, and why."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from .passage import Passage

COLUMNS = ("what", "value", "document", "passage", "source", "why")
"""How a part is typed: a passage by document and key, or else a source in words."""


def supplied_part(typed: Mapping[str, str], document: str = "") -> dict[str, Any]:
    """A part as it is stored; `document` is the slug meant where none is typed.

    Raises `ValidationError` where something is missing, or the passage is not there.
    """
    words = {name: (typed.get(name) or "").strip() for name in COLUMNS}
    for name in ("what", "value"):
        if not words[name]:
            raise ValidationError(f"A supplied part needs its {name}.")
    return {
        "what": words["what"],
        "value": words["value"],
        "from": origin_of(words, document),
        "why": words["why"],
    }


def origin_of(words: Mapping[str, str], document: str) -> dict[str, str]:
    """Where a part is from: a passage that is there, or a source in words."""
    key, source = words["passage"], words["source"]
    if bool(key) == bool(source):
        raise ValidationError(
            f"“{words['what']}”: name the passage it is from, or else the source."
        )
    if source:
        return {"source": source}
    slug = words["document"] or document
    if not slug:
        raise ValidationError(f"“{words['what']}”: name the document of {key}.")
    if not Passage.objects.filter(document__slug=slug, key=key).exists():
        raise ValidationError(f"There is no passage {key} in a document “{slug}”.")
    return {"document": slug, "passage": key}


def typed_part(part: Mapping[str, Any]) -> dict[str, str]:
    """A stored part as it would be typed."""
    origin = part.get("from") or {}
    words = {name: str(part.get(name, "")) for name in ("what", "value", "why")}
    return words | {
        name: str(origin.get(name, "")) for name in ("document", "passage", "source")
    }
