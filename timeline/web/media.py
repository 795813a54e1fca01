"""Media as a link and its words: nothing of another host is shown or fetched."""

from dataclasses import dataclass

from timeline.exchange import kept_address, title_media
from timeline.models import Event, Timeline

from .addresses import web_link


@dataclass(frozen=True, slots=True)
class Media:
    """What `_media.html` prints: an address of the web, and the words beside it."""

    href: str
    caption: str
    credit: str
    alt: str

    def __bool__(self) -> bool:
        """Whether there is anything to print."""
        return bool(self.href or self.caption or self.credit or self.alt)


def media_json(media: Media) -> dict[str, str] | None:
    """The same for other programs; `None` where there is none."""
    shown = {"url": media.href, "caption": media.caption}
    return {**shown, "credit": media.credit, "alt": media.alt} if media else None


def event_media(event: Event) -> Media:
    """The media of an event; of a frame to be embedded, the address in it."""
    address = event.media_url or kept_address(event.extra)
    texts = (event.media_caption, event.media_credit, event.media_alt)
    return Media(web_link(address), *texts)


def timeline_media(timeline: Timeline) -> Media:
    """The media of a timeline's title slide."""
    kept = title_media(timeline.extra)
    texts = (kept.get(name, "") for name in ("caption", "credit", "alt"))
    return Media(web_link(kept.get("url", "")), *texts)
