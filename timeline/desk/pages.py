"""Lists a page at a time, by primary key: no page grows with what is stored."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

PAGE = 50


@dataclass(frozen=True, slots=True)
class ListPage:
    """The rows of one page, and where the following one begins."""

    rows: list[Any]
    next: int | None


def number(request: HttpRequest, name: str) -> int | None:
    """A number of the query or the form; `None` where there is none."""
    text = request.POST.get(name) or request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None


def list_page(request: HttpRequest, rows: QuerySet, size: int = PAGE) -> ListPage:
    """The rows after the one named by `?after=`."""
    after = number(request, "after") or 0
    found = list(rows.filter(pk__gt=after).order_by("pk")[: size + 1])
    more = found[size - 1].pk if len(found) > size else None
    return ListPage(found[:size], more)
