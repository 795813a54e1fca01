"""Documents, with their passages on the same page while they are few."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.forms import BaseFormSet, ModelForm
from django.http import HttpRequest
from django.utils.safestring import SafeString

from timeline.models import Document, Passage, date_refusal, read_edtf

from .forms import RowForm
from .inlines import BoundedInlines, RowInline
from .passage_form import PassageForm
from .publishing import PublicationActions
from .revisions import keep_revision, name_of, place_last
from .rows import RowAdmin, bdi
from .widgets import EDTFInput
from .words import in_a_list


class DocumentForm(RowForm):
    """A document; its context date is read in its own calendar."""

    class Meta:
        model = Document
        fields = ()  # the admin names them
        widgets = {
            "context_date": EDTFInput(attrs={"class": "vTextField"}),
            **{
                name: forms.Textarea(attrs={"rows": 2, "cols": 80})
                for name in (
                    *("source_edition", "source_rights"),
                    *("calendar_basis", "context_basis", "editor_note"),
                )
            },
        }

    def clean(self) -> dict[str, Any]:
        """Refuse a context date that cannot be read."""
        data = super().clean()
        text, calendar = data.get("context_date"), data.get("calendar")
        if text and calendar and {"context_date", "calendar"} & set(self.changed_data):
            result = read_edtf(text, calendar)
            if result.reading is None:
                self.add_error("context_date", date_refusal(result, text))
        return data


class PassageInline(RowInline):
    """The passages of a short document."""

    model = Passage
    form = PassageForm
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("key", "kind", "number", "section", "order"),
                    "text",
                    ("after", "carry_citations"),
                    "seen_version",
                )
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Passage]:
        """The text as it stands; retired passages have their list."""
        rows = super().get_queryset(request).select_related("document")
        return rows.filter(retired_in=None)


@admin.register(Document)
class DocumentAdmin(BoundedInlines, PublicationActions, RowAdmin):
    """All documents."""

    form = DocumentForm
    inlines = (PassageInline,)
    bounded_relations = (
        ("passages", "document", "passages"),
        ("revisions", "document", "revisions"),
        ("former_addresses", "document", "former addresses"),
    )
    readonly_fields = ("rows_elsewhere", "digest")
    prepopulated_fields = {"slug": ("title",)}
    list_display = ("heading", "slug", "date", "calendar", "publication")
    list_display_links = ("heading",)
    list_filter = ("publication", "calendar")
    search_fields = ("title", "slug", "creator")
    actions = ("mark_reviewed", "publish", "take_back")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    *("title", "slug", "subtitle", "creator"),
                    ("language", "format", "publication"),
                    *("editor_note", "rows_elsewhere", "seen_version"),
                )
            },
        ),
        (
            "Dates",
            {
                "description": "Calendar and year stand in for what the dates of "
                "this document do not print.",
                "fields": (
                    ("calendar", "year_start"),
                    *("calendar_basis", "context_date", "context_basis", "place"),
                ),
            },
        ),
        (
            "Source",
            {
                "classes": ("collapse",),
                "fields": (
                    *("source_repository", "source_edition", "source_url"),
                    *("source_rights", "digest"),
                ),
            },
        ),
    )

    def save_formset(
        self, request: HttpRequest, form: ModelForm, formset: BaseFormSet, change: bool
    ) -> None:
        """Passages typed without an order come last, in the order they were typed."""
        rows = formset.save(commit=False)
        for gone in formset.deleted_objects:
            gone.delete()
        for passage in rows:
            place_last(passage)
            passage.save()
        if rows or formset.deleted_objects:
            keep_revision(form.instance, name_of(request.user))

    @admin.display(description="document", ordering="title")
    def heading(self, document: Document) -> SafeString:
        """The title."""
        return bdi(document.title)

    @admin.display(description="context date", empty_value="")
    def date(self, document: Document) -> SafeString | None:
        """The context date in both styles."""
        if not document.context_date:
            return None
        reading = read_edtf(document.context_date, document.calendar).reading
        return in_a_list(reading.date) if reading else bdi(document.context_date)
