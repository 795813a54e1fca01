"""Events, with their citations and datings on one page."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.forms import BaseFormSet, ModelForm
from django.http import HttpRequest
from django.utils.safestring import SafeString

from timeline.models import (
    Citation,
    Dating,
    Event,
    both_styles,
    write_dating,
    write_datings,
)

from .citation import CitationInline
from .dating import DatingInline
from .forms import RowForm
from .inlines import BoundedInlines, KnownChoices, link_to
from .publishing import PublicationActions
from .rows import RowAdmin, bdi
from .widgets import JSONTextarea
from .words import in_a_list


class EventForm(RowForm):
    """An event; its date stands in its datings."""

    class Meta:
        model = Event
        fields = ()  # the admin names them
        widgets = {
            "extra": JSONTextarea(attrs={"rows": 4, "cols": 80}),
            "media_caption": forms.Textarea(attrs={"rows": 2}),
            "media_credit": forms.Textarea(attrs={"rows": 2}),
            "media_alt": forms.Textarea(attrs={"rows": 2}),
            "editor_note": forms.Textarea(attrs={"rows": 2, "cols": 80}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_revert and "tags" in self.fields:
            former = self.instance._history.tags.values_list("tag", flat=True)
            self.initial["tags"] = list(former)


@admin.register(Event)
class EventAdmin(BoundedInlines, KnownChoices, PublicationActions, RowAdmin):
    """All events."""

    form = EventForm
    inlines = (CitationInline, DatingInline)
    bounded_relations = (
        ("citations", "event", "citations"),
        ("datings", "event", "datings"),
        ("former_addresses", "event", "former addresses"),
    )
    autocomplete_fields = ("timeline", "tags")
    readonly_fields = ("rows_elsewhere",)
    prepopulated_fields = {"slug": ("title",)}
    list_display = (
        *("heading", "date", "passage", "status", "publication", "timeline_link"),
    )
    list_display_links = ("heading",)
    list_filter = ("publication", "status")
    ordering = ("-pk",)  # sorting a million titles would cost a second
    list_select_related = ("timeline", "mark")
    search_fields = ("title", "slug", "summary", "timeline__slug")
    actions = ("mark_reviewed", "publish", "take_back")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "timeline",
                    ("title", "slug"),
                    "summary",
                    ("status", "publication"),
                    *("tags", "editor_note"),
                    "seen_version",
                )
            },
        ),
        (
            "Media, link and what else came with it",
            {
                "classes": ("collapse",),
                "fields": (
                    ("importance", "group"),
                    *("link", "media_url", "media_caption", "media_credit"),
                    *("media_alt", "extra"),
                ),
            },
        ),
        (None, {"fields": ("rows_elsewhere",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        """With the dating each event follows, for any number of rows in one query."""
        accepted = Dating.objects.filter(status=Dating.Status.ACCEPTED)
        accepted = accepted.select_related("citation__passage__document")
        return (
            super()
            .get_queryset(request)
            .prefetch_related(Prefetch("datings", accepted, to_attr="followed"))
        )

    def save_formset(
        self, request: HttpRequest, form: ModelForm, formset: BaseFormSet, change: bool
    ) -> None:
        """Datings are written in the order that accepts at most one at a time."""
        if formset.model is not Dating:
            super().save_formset(request, form, formset, change)
            return
        rows = formset.save(commit=False)
        for gone in formset.deleted_objects:
            gone.delete()
        write_datings(rows)
        formset.save_m2m()

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: list, change: bool
    ) -> None:
        """After all that was typed as rows, the dates that were typed with quotes."""
        super().save_related(request, form, formsets, change)
        for formset in formsets:
            if formset.model is Citation:
                self.save_dates(request, formset)

    def save_dates(self, request: HttpRequest, formset: BaseFormSet) -> None:
        """Write the dating of each citation that was typed with a date, and say so."""
        for form in formset.forms:
            if form in formset.deleted_forms or (dating := form.dating()) is None:
                continue
            write_dating(dating)
            date = dating.date()
            words = both_styles(date) if date else "unknown"
            self.message_user(request, f"“{dating}” is read as {words}.")

    @admin.display(description="event", ordering="title")
    def heading(self, event: Event) -> SafeString:
        """The title."""
        return bdi(event.title)

    @admin.display(description="date", ordering="mark__sort_start", empty_value="open")
    def date(self, event: Event) -> SafeString | None:
        """The date the event follows, in both styles."""
        date = event.followed[0].date() if event.followed else None
        return in_a_list(date) if date else None

    @admin.display(description="rests on", empty_value="no passage")
    def passage(self, event: Event) -> SafeString | None:
        """The passage the followed dating rests on."""
        citation = event.followed[0].citation if event.followed else None
        return link_to(citation.passage, str(citation.passage)) if citation else None

    @admin.display(description="timeline", ordering="timeline")
    def timeline_link(self, event: Event) -> SafeString:
        """The timeline it stands on."""
        return link_to(event.timeline, str(event.timeline))
