"""Citations: on their own pages, and inside the page of their event."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import SafeString

from timeline.models import Citation, Event, write_dating

from .citation_form import CitationForm, CitationFormSet
from .inlines import BoundedInlines, KnownChoices, RowInline, link_to
from .previews import find_quote
from .rows import RowAdmin, bdi

WHICH = "Where the words stand more than once"
LONGEST_QUOTE = 80


class CitationDisplay:
    """What is shown of a citation and never typed."""

    @admin.display(description="place")
    def place(self, citation: Citation) -> SafeString | str:
        """Where the words stand now, with what is round them, and their state."""
        if citation.start is None:
            return "lost" if citation.pk else "computed from the quote"
        return format_html(
            "characters {}–{}: <bdi>…{}[{}]{}…</bdi> ({})",
            citation.start,
            citation.end,
            citation.prefix,
            citation.exact,
            citation.suffix,
            citation.get_state_display(),
        )

    @admin.display(description="datings")
    def dates(self, citation: Citation) -> SafeString | str:
        """The datings that rest on the citation."""
        if citation.pk is None:
            return "none yet"
        words = [str(dating) for dating in citation.datings.all()]
        return bdi("; ".join(words)) if words else "none"


class CitationInline(CitationDisplay, RowInline):
    """The citations of an event: passage, quote, role, and the date in one go."""

    model = Citation
    form = CitationForm
    formset = CitationFormSet
    autocomplete_fields = ("passage",)
    readonly_fields = ("place", "dates")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("passage", "role"),
                    "quoted",
                    "date",
                    "place",
                    "dates",
                    "note",
                    "seen_version",
                )
            },
        ),
        (
            WHICH,
            {
                "classes": ("collapse",),
                "fields": (
                    ("occurrence", "given_start"),
                    ("given_prefix", "given_suffix"),
                ),
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        """With all that a row shows, so that none costs a query of its own."""
        rows = super().get_queryset(request).select_related("passage__document")
        return rows.prefetch_related("datings")


@admin.register(Citation)
class CitationAdmin(CitationDisplay, BoundedInlines, KnownChoices, RowAdmin):
    """All citations."""

    form = CitationForm
    autocomplete_fields = ("event", "passage")
    readonly_fields = ("key", "place", "dates")
    list_display = ("words", "passage_link", "role", "state", "event_link", "key")
    list_display_links = ("words",)
    list_filter = ("state", "role")
    ordering = ("-pk",)
    list_select_related = ("passage__document", "event")
    search_fields = (
        *("key", "quoted", "exact", "event__title", "event__slug"),
        *("passage__key", "passage__document__slug"),
    )
    fieldsets = (
        (None, {"fields": ("event", "passage", "quoted", "role", "seen_version")}),
        (
            WHICH,
            {
                "fields": (
                    ("occurrence", "given_start"),
                    ("given_prefix", "given_suffix"),
                )
            },
        ),
        (None, {"fields": ("place", "date", "dates", "note", "key")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        """With the columns a citation is named by."""
        rows = super().get_queryset(request)
        return rows.select_related("passage__document", "event")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """For a dating's select: the citations of its event."""
        rows, duplicates = super().get_search_results(request, queryset, search_term)
        if (event := request.GET.get("of_event", "")).isdecimal():
            rows = rows.filter(event=event)
        return rows, duplicates

    def get_readonly_fields(
        self, request: HttpRequest, obj: Citation | None = None
    ) -> tuple[str, ...]:
        """A citation stays with its event; its datings rest on both."""
        return ("event", *self.readonly_fields) if obj else self.readonly_fields

    def get_urls(self) -> list:
        """Where the live look-up of a quote is answered."""
        view = self.admin_site.admin_view(find_quote)
        return [
            path("find/", view, name="timeline_citation_find"),
            *super().get_urls(),
        ]

    def save_model(
        self, request: HttpRequest, obj: Citation, form: Any, change: bool
    ) -> None:
        """Save the citation, then the dating that was typed with it."""
        super().save_model(request, obj, form, change)
        if (dating := form.dating()) is not None:
            write_dating(dating)

    def published_part(self, obj: Citation) -> Event:
        """A citation is as public as its event."""
        return obj.event

    @admin.display(description="words", ordering="exact")
    def words(self, citation: Citation) -> SafeString:
        """The words as they stand now."""
        exact = citation.exact
        return bdi(exact if len(exact) <= LONGEST_QUOTE else f"{exact[:79]}…")

    @admin.display(description="passage", ordering="passage")
    def passage_link(self, citation: Citation) -> SafeString:
        """The passage, as readers name it."""
        return link_to(citation.passage, str(citation.passage))

    @admin.display(description="event", ordering="event")
    def event_link(self, citation: Citation) -> SafeString:
        """The event the words bear on."""
        return link_to(citation.event, str(citation.event))
