"""Addresses of the desk, all below `/desk/`."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from . import (
    changed,
    citing,
    conflict,
    document,
    edit,
    history,
    merging,
    new,
    note,
    overview,
    review,
    revisions,
)


class DocumentConverter(StringConverter):
    """The slug of a document, letters of every script included."""

    regex = r"[\w-]{1,80}"


register_converter(DocumentConverter, "document")

urlpatterns = [
    path("", overview.home, name="desk"),
    path("new/", new.new, name="desk-new"),
    path("changed/", changed.changed, name="desk-changed"),
    path("documents/<document:slug>/", document.document, name="desk-document"),
    path("documents/<document:slug>/find/", document.find, name="desk-find"),
    path("documents/<document:slug>/cite/", citing.citing, name="desk-cite"),
    path("documents/<document:slug>/review/", review.review, name="desk-review"),
    path("documents/<document:slug>/edit/", edit.edit, name="desk-edit"),
    path(
        "documents/<document:slug>/revisions/",
        revisions.revisions,
        name="desk-revisions",
    ),
    path("documents/<document:slug>/note/", note.document_note, name="desk-note"),
    path("events/<int:pk>/note/", note.event_note, name="desk-event-note"),
    path("events/<int:pk>/merge/", merging.merge, name="desk-merge"),
    *(
        path(
            f"history/{kind}/<int:pk>/",
            history.history,
            {"kind": kind},
            name=f"desk-history-{kind}",
        )
        for kind in history.MODELS
    ),
    path("conflicts/<int:pk>/", conflict.conflict, name="desk-conflict"),
    *(
        path(f"{name}/", overview.events, {"name": name}, name=f"desk-{name}")
        for name in overview.EVENTS
    ),
]
