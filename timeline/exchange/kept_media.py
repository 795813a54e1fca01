"""What files of TimelineJS keep in `extra` and pages show, as words and an address.

A title slide's media, and a frame to be embedded in a page, which here is a link.
"""

import re
from typing import Any

from .foreign import plain_lines, plain_text
from .timelinejs import MEDIA, NAME

_SOURCE = re.compile(r"""\bsrc\s*=\s*["']?(https?://[^"'<>\s]{1,900})""", re.IGNORECASE)


def _media(kept: Any) -> dict[str, str]:
    media = kept.get("media") if isinstance(kept, dict) else None
    if not isinstance(media, dict):
        return {}
    return {name: v for name, v in media.items() if isinstance(v, str) and v.strip()}


def kept_address(extra: dict[str, Any]) -> str:
    """The address inside what was to be embedded; "" when nothing was."""
    found = _SOURCE.search(_media(extra.get(NAME)).get("url", "")[:10_000])
    return found[1] if found else ""


def kept_words(extra: dict[str, Any]) -> str:
    """The words that stood where others have an address: a quotation, say."""
    url = _media(extra.get(NAME)).get("url", "")[:10_000]
    is_markup = url.lstrip().startswith("<") and not _SOURCE.search(url)
    return plain_lines(url) if is_markup else ""


def is_era(extra: dict[str, Any]) -> bool:
    """Whether a file had the event as an era, a stretch behind the others."""
    kept = extra.get(NAME)
    return isinstance(kept, dict) and kept.get("slide") == "era"


def title_media(extra: dict[str, Any]) -> dict[str, str]:
    """Address, caption, credit and alternative text of a title slide."""
    kept = extra.get(NAME)
    media = _media(kept.get("title") if isinstance(kept, dict) else None)
    texts = {name: plain_text(media[name]) for name in MEDIA if name in media}
    url = media.get("url", "")
    found = _SOURCE.search(url[:10_000])
    return {**texts, "url": found[1] if found else url} if media else {}
