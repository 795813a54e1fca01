"""Passages and note markers on their own pages, and the revisions to look at."""

import re
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from timeline.models import Document, NoteLink, Passage, Revision

from .forms import RowForm
from .inlines import BoundedInlines, KnownChoices, RowInline, link_to
from .passage_form import PassageForm
from .revisions import keep_revision, name_of, place_last
from .rows import RowAdmin, bdi

STRETCH = 100
"""Characters of a passage in a list."""
KEYS = re.compile(r"¶\s*(\d+)")
NOTES = re.compile(r"\bnote\s+(\w+)")


class NoteLinkForm(RowForm):
    """A marker stands in its passage; its note is of the same document."""

    class Meta:
        model = NoteLink
        fields = ("marker_passage", "label", "start", "end", "note_passage", "basis")
        widgets = {"basis": forms.Textarea(attrs={"rows": 2})}

    def clean(self) -> dict[str, Any]:
        """Refuse a place that does not hold the marker."""
        data = super().clean()
        passage = data.get("marker_passage") or self.instance.marker_passage
        note = data.get("note_passage")
        if note is not None and note.document_id != passage.document_id:
            self.add_error("note_passage", "This note is of another document.")
        label, start, end = (data.get(name) for name in ("label", "start", "end"))
        typed = {"marker_passage", "label", "start", "end"} & set(self.changed_data)
        if None in (label, start, end) or passage.pk is None or not typed:
            return data
        words = passage.text[start:end]
        if label not in words:
            self.add_error("start", f"At {start}–{end} stands “{words}”.")
        return data


class NoteLinkInline(RowInline):
    """The note markers of a passage."""

    model = NoteLink
    form = NoteLinkForm
    fk_name = "marker_passage"
    extra = 0
    autocomplete_fields = ("note_passage",)
    fields = (("label", "start", "end"), "note_passage", "basis", "seen_version")

    def get_queryset(self, request: HttpRequest) -> QuerySet[NoteLink]:
        """With what a row is named by."""
        rows = super().get_queryset(request)
        return rows.select_related("marker_passage__document", "note_passage__document")


@admin.register(Passage)
class PassageAdmin(BoundedInlines, KnownChoices, RowAdmin):
    """All passages."""

    form = PassageForm
    inlines = (NoteLinkInline,)
    bounded_relations = (
        ("note_markers", "marker_passage", "note markers"),
        ("citations", "passage", "citations"),
    )
    autocomplete_fields = ("document",)
    readonly_fields = ("rows_elsewhere", "retired_in")
    list_display = ("name", "document_link", "kind", "opening", "order", "retired_in")
    list_display_links = ("name",)
    list_filter = ("kind", ("retired_in", admin.EmptyFieldListFilter))
    list_select_related = ("document", "retired_in__document")
    search_fields = ("key__startswith", "document__slug", "text")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "document",
                    ("key", "kind"),
                    ("number", "section", "order"),
                    "text",
                    ("after", "carry_citations"),
                    *("rows_elsewhere", "retired_in", "seen_version"),
                )
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Passage]:
        """With the document a passage is named by; lists get only its opening."""
        rows = super().get_queryset(request).select_related("document")
        return rows.annotate(stretch=Substr("text", 1, STRETCH))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """By key or label ("¶ 3"); for a select only passages still in the text."""
        term = KEYS.sub(r"p\1", NOTES.sub(r"note-\1", search_term))
        rows, duplicates = super().get_search_results(request, queryset, term)
        if "field_name" in request.GET:
            rows = rows.filter(retired_in=None).defer("text", "after")
        return rows, duplicates

    def get_readonly_fields(
        self, request: HttpRequest, obj: Passage | None = None
    ) -> tuple[str, ...]:
        """A passage stays in its document."""
        return ("document", *self.readonly_fields) if obj else self.readonly_fields

    def save_model(
        self, request: HttpRequest, obj: Passage, form: Any, change: bool
    ) -> None:
        """The passage and the revision of its document, at once."""
        if change and not form.has_changed() and not form.is_revert:
            return
        place_last(obj)
        super().save_model(request, obj, form, change)
        keep_revision(obj.document, name_of(request.user))

    def published_part(self, obj: Passage) -> Document:
        """A passage is as public as its document."""
        return obj.document

    @admin.display(description="passage", ordering="order")
    def name(self, passage: Passage) -> str:
        """The label a reader sees."""
        return passage.label()

    @admin.display(description="document", ordering="document")
    def document_link(self, passage: Passage) -> SafeString:
        """The document it is part of."""
        return link_to(passage.document, passage.document.slug)

    @admin.display(description="opening words")
    def opening(self, passage: Passage) -> SafeString:
        """The first characters of the text."""
        return bdi(passage.stretch)


@admin.register(NoteLink)
class NoteLinkAdmin(KnownChoices, RowAdmin):
    """All note markers."""

    form = NoteLinkForm
    autocomplete_fields = ("marker_passage", "note_passage")
    list_display = ("label", "marker", "note", "start")
    list_filter = (("note_passage", admin.EmptyFieldListFilter),)
    list_select_related = ("marker_passage__document", "note_passage__document")
    search_fields = ("label", "marker_passage__key", "marker_passage__document__slug")
    fields = (
        *("marker_passage", ("label", "start", "end"), "note_passage", "basis"),
        "seen_version",
    )

    def published_part(self, obj: NoteLink) -> Document:
        """A marker is as public as its document."""
        return obj.marker_passage.document

    @admin.display(description="stands in", ordering="marker_passage")
    def marker(self, link: NoteLink) -> SafeString:
        """The passage with the marker."""
        return link_to(link.marker_passage, str(link.marker_passage))

    @admin.display(description="leads to", empty_value="no note")
    def note(self, link: NoteLink) -> SafeString | None:
        """The note, if there is one."""
        note = link.note_passage
        return None if note is None else link_to(note, str(note))


@admin.register(Revision)
class RevisionAdmin(admin.ModelAdmin):
    """The states a text was in: made by every edit, changed by nobody."""

    actions = None
    list_display = ("__str__", "when", "who", "why", "digest")
    list_select_related = ("document",)
    search_fields = ("document__slug",)
    show_full_result_count = False
    view_on_site = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        """Lists do not load the texts."""
        rows = super().get_queryset(request)
        return rows.select_related("document").defer("text")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Edits of a text make revisions."""
        return False

    def has_change_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        """What a text was does not change."""
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        """What a text was is kept; it goes with its document."""
        return super().has_delete_permission(request, obj)

    def delete_view(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Never by itself."""
        raise PermissionDenied

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Shown without a button to delete it."""
        context = {**(extra_context or {}), "show_delete": False}
        return super().change_view(request, object_id, form_url, context)
