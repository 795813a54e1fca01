"""Media as a link and its words: nothing of another host is shown or fetched."""

from dataclasses import dataclass

from timeline.exchange import kept_address, kept_words, title_media
from timeline.models import Event, Timeline

from .addresses import web_link


@dataclass(frozen=True, slots=True)
class Media:
    """What `_media.html` prints: an address of the web, and the words beside it."""

    href: str
    caption: str
    credit: str
    alt: str
    words: str = ""  # of what is shown there itself, a quotation for one

    def __bool__(self) -> bool:
        """Whether there is anything to print."""
        told = (self.href, self.words, self.caption, self.credit, self.alt)
        return any(told)


def media_json(media: Media) -> dict[str, str] | None:
    """The same for other programs; `None` where there is none."""
    shown = {"url": media.href, "words": media.words, "caption": media.caption}
    return {**shown, "credit": media.credit, "alt": media.alt} if media else None


def event_media(event: Event) -> Media:
    """The media of an event; of a frame to be embedded, the address in it."""
    address = event.media_url or kept_address(event.extra)
    texts = (event.media_caption, event.media_credit, event.media_alt)
    words = "" if address else kept_words(event.extra)
    return Media(web_link(address), *texts, words)


def timeline_media(timeline: Timeline) -> Media:
    """The media of a timeline's title slide."""
    kept = title_media(timeline.extra)
    texts = (kept.get(name, "") for name in ("caption", "credit", "alt"))
    return Media(web_link(kept.get("url", "")), *texts)
