"""What the pages of the import share: the frame of the admin, and who may see them."""

from functools import wraps
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from timeline.exchange import NoUpload, find_upload, may_import

GONE = (
    "There is no such upload, or it is gone: a file is kept for a day, and deleted "
    "when it is imported or cancelled. Upload it again."
)
NO_RIGHT = (
    "Importing takes the right to add or change events. Whoever manages the users here "
    "can give it to you."
)


def page(
    request: HttpRequest, name: str, title: str, status: int = 200, **context: Any
) -> HttpResponse:
    """A page of the import in the frame of the admin."""
    frame = {**admin.site.each_context(request), "title": title, **context}
    path = f"admin/timeline/import/{name}.html"
    return render(request, path, frame, status=status)


def for_importers(view: Any) -> Any:
    """A page for those who may type what a file brings; never kept by a browser."""

    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not may_import(request.user):
            return page(request, "gone", "No right to import", 403, sentence=NO_RIGHT)
        return view(request, **kwargs)

    return never_cache(guarded)


def of_an_upload(view: Any) -> Any:
    """A page about one's own upload; 404 for everybody else's."""

    @wraps(view)
    def found(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        try:
            upload = find_upload(token)
            about = upload.about()
        except NoUpload:
            return gone(request)
        if about.get("owner") != request.user.pk:
            return gone(request)
        return view(request, upload, about, **kwargs)

    return for_importers(found)


def gone(request: HttpRequest) -> HttpResponse:
    """Nothing there, and what to do."""
    context = {"sentence": GONE, "may_upload": True}
    return page(request, "gone", "No such upload", 404, **context)
