"""Datings: on their own pages, and inside the page of their event."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from timeline.models import (
    Dating,
    Event,
    KeptCharField,
    StaleVersion,
    both_styles,
    write_dating,
)

from .dating_form import DatingForm, DatingFormSet, SingleDatingForm
from .inlines import KnownChoices, RowInline, link_to
from .previews import read_date_preview
from .rows import RowAdmin, bdi
from .widgets import AutocompleteSelect
from .words import in_a_list


class DatingDisplay:
    """What is shown of a dating and never typed."""

    @admin.display(description="read as", ordering="start_min")
    def read_as(self, dating: Dating) -> SafeString | str:
        """The date in both styles."""
        date = dating.date()
        if date is None:
            return "unknown" if dating.pk else "computed from the date"
        return in_a_list(date)

    @admin.display(description="follow")
    def follow_link(self, dating: Dating) -> SafeString | str:
        """The way to make the event follow this dating."""
        if dating.pk is None or dating.status == Dating.Status.ACCEPTED:
            return "the event follows this dating" if dating.pk else "after saving"
        address = reverse("admin:timeline_dating_follow", args=[dating.pk])
        return format_html('<a href="{}">Follow this dating instead</a>', address)


class DatingInline(DatingDisplay, RowInline):
    """The datings of an event; at most one of them is accepted."""

    model = Dating
    form = DatingForm
    formset = DatingFormSet
    autocomplete_fields = ("citation",)
    readonly_fields = ("read_as", "follow_link")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "as_written",
                    ("edtf_written", "calendar", "is_unknown"),
                    "read_as",
                    ("status", "kind", "citation"),
                    "follow_link",
                    "reason",
                    "seen_version",
                )
            },
        ),
        (
            "Supplied parts and basis",
            {
                "classes": ("collapse",),
                "fields": ("supplied", "calendar_basis", "who"),
            },
        ),
    )

    def get_formset(
        self, request: HttpRequest, obj: Model | None = None, **kwargs: Any
    ) -> type[forms.BaseInlineFormSet]:
        """A dating rests on a citation of its own event: only those are offered."""
        formset = super().get_formset(request, obj, **kwargs)
        field = formset.form.base_fields.get("citation")
        if obj is not None and field is not None:
            widget = field.widget.widget
            if isinstance(widget, AutocompleteSelect):
                widget.query = f"of_event={obj.pk}"
        return formset

    def get_queryset(self, request: HttpRequest) -> QuerySet[Dating]:
        """With all that a row shows, so that none costs a query of its own."""
        rows = super().get_queryset(request)
        return rows.select_related("event", "citation__passage__document")


class FollowForm(forms.Form):
    """Why the event follows another dating."""

    reason = KeptCharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Stands with both datings: the one followed and the one rejected.",
    )


@admin.register(Dating)
class DatingAdmin(DatingDisplay, KnownChoices, RowAdmin):
    """All datings."""

    form = SingleDatingForm
    autocomplete_fields = ("event", "citation")
    readonly_fields = ("key", "read_as", "edtf", "follow_link")
    list_display = (
        "words",
        "read_as",
        "status",
        "kind",
        "event_link",
        "passage",
        "key",
    )
    list_display_links = ("words",)
    list_filter = ("status", "kind", "calendar")
    ordering = ("-pk",)
    list_select_related = ("event", "citation__passage__document")
    search_fields = ("key", "as_written", "edtf_written", "event__title", "event__slug")
    fieldsets = (
        (None, {"fields": ("event", "citation", "seen_version")}),
        (
            "Date",
            {
                "fields": (
                    "as_written",
                    ("edtf_written", "calendar", "is_unknown"),
                    ("read_as", "edtf"),
                    "calendar_basis",
                    "supplied",
                )
            },
        ),
        (
            "Standing",
            {"fields": (("status", "kind"), "follow_link", "reason", "who", "key")},
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Dating]:
        """With the columns a dating and its document are named by."""
        rows = super().get_queryset(request)
        return rows.select_related("event", "citation__passage__document")

    def get_readonly_fields(
        self, request: HttpRequest, obj: Dating | None = None
    ) -> tuple[str, ...]:
        """A dating stays with its event."""
        return ("event", *self.readonly_fields) if obj else self.readonly_fields

    def get_urls(self) -> list:
        """The live preview, and the page that asks why another dating is followed."""
        wrap = self.admin_site.admin_view
        return [
            path("read/", wrap(read_date_preview), name="timeline_dating_read"),
            path("<int:pk>/follow/", wrap(self.follow), name="timeline_dating_follow"),
            *super().get_urls(),
        ]

    def save_model(
        self, request: HttpRequest, obj: Dating, form: Any, change: bool
    ) -> None:
        """Save by the one way that changes which dating an event follows."""
        if change and not form.has_changed() and not form.is_revert:
            return
        write_dating(obj)

    def follow(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make the event follow this dating, with a reason."""
        rows = Dating.objects.select_related("event").filter(pk=pk)
        if (dating := rows.first()) is None:
            if request.method != "POST":
                raise Http404("There is no such dating.")
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if not self.has_change_permission(request, dating):
            raise PermissionDenied
        form = FollowForm(request.POST or None)
        event_page = reverse("admin:timeline_event_change", args=[dating.event_id])
        if request.method == "POST" and form.is_valid():
            self.follow_with(request, dating, form)
            if form.is_valid():
                return redirect(event_page)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Follow “{dating}”",
            "opts": self.opts,
            "form": form,
            "dating": dating,
            "read_as": both_styles(date) if (date := dating.date()) else "unknown",
            "former": dating.event.accepted_dating(),
            "event_page": event_page,
        }
        return TemplateResponse(request, "admin/timeline/follow.html", context)

    def follow_with(
        self, request: HttpRequest, dating: Dating, form: FollowForm
    ) -> None:
        """Follow; somebody else's newer version is answered in the form."""
        try:
            with transaction.atomic():
                dating.event.follow(dating, form.cleaned_data["reason"])
                self.log_change(request, dating, "Followed by its event.")
        except StaleVersion as stale:
            form.add_error(None, str(stale))
            return
        self.message_user(request, f"The event now follows “{dating}”.")

    def published_part(self, obj: Dating) -> Event:
        """A dating is as public as its event."""
        return obj.event

    @admin.display(description="as written", ordering="as_written")
    def words(self, dating: Dating) -> SafeString:
        """The date as the source prints it."""
        return bdi(dating)

    @admin.display(description="event", ordering="event")
    def event_link(self, dating: Dating) -> SafeString:
        """The event that is dated."""
        return link_to(dating.event, str(dating.event))

    @admin.display(description="passage", empty_value="entered by an editor")
    def passage(self, dating: Dating) -> SafeString | None:
        """The passage the dating rests on."""
        if dating.citation is None:
            return None
        return link_to(dating.citation.passage, str(dating.citation.passage))
