"""The door out: rows of the database as a file of any format."""

from typing import Any, TextIO

from timeline.models import Timeline

from .event_records import by_date, records
from .export import objects
from .formats import Format
from .outgoing import Outgoing
from .stream import snapshot


def export_to(
    out: TextIO, format_: Format, timeline: str | None = None, using: str = "default"
) -> list[str]:
    """Write all timelines, or one, in a stream; return what is not in the file.

    That is what the format cannot carry at all, and the numbers that its writer knows.
    Raises `Timeline.DoesNotExist` when there is no timeline of that slug.
    """
    with snapshot(using):
        pk = None
        if timeline is not None:
            pk = Timeline.objects.using(using).get(slug=timeline).pk
        assert format_.write is not None
        read = by_date if format_.by_date else records
        if format_.holds_documents:
            read = objects
        outgoing: Outgoing[Any] = Outgoing(read(using, pk), using)
        format_.write(outgoing, out)
    return [*format_.losses, *outgoing.losses()]
