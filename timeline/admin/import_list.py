"""The record of imports: who brought what and when, and the pages that bring more."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from timeline.exchange import may_import
from timeline.models import Import

from . import import_downloads, import_new, import_upload
from .import_publish import publish_import
from .import_report import made_by
from .import_undo import undo_import
from .rows import bdi

WAYS = (
    *(("event", "events"), ("timeline", "timelines")),
    *(("page", "the page of the timeline"), ("publish", "publish")),
)


@admin.register(Import)
class ImportAdmin(admin.ModelAdmin):
    """What came in with which file: looked at, never changed."""

    list_display = (
        *("number", "file", "state", "brought", "take_back"),
        *("by", "started"),
    )
    list_display_links = ("number",)
    list_filter = ("state", "format")
    search_fields = ("file_name", "who", "digest")
    show_full_result_count = False
    view_on_site = False
    fields = (
        *("file_name", "format", "digest", "who", "started", "finished"),
        *("state", "why", "rows", "new", "changed", "unchanged", "refused"),
        *("came_in", "take_back"),
    )
    readonly_fields = ("came_in", "take_back")

    def get_urls(self) -> list[URLPattern]:
        """The pages of the import before those of the record."""
        own = {
            "add/": ("add", import_new.new),
            "upload/<str:token>/": ("upload", import_upload.upload),
            "upload/<str:token>/progress.json": (
                "progress",
                import_upload.progress_json,
            ),
            "upload/<str:token>/report.<str:kind>": ("report", import_downloads.report),
            "upload/<str:token>/rejects/": ("rejects", import_downloads.rejects),
            "template.<str:kind>": ("template", import_new.template),
            "<int:pk>/undo/": ("undo", undo_import),
            "<int:pk>/publish/": ("publish", publish_import),
        }
        view = self.admin_site.admin_view
        return [
            *(
                path(route, view(page), name=f"timeline_import_{name}")
                for route, (name, page) in own.items()
            ),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list under its name: there is nothing to select."""
        context = {**(extra_context or {}), "title": "Imports"}
        return super().changelist_view(request, context)

    @admin.display(description="import", ordering="pk")
    def number(self, job: Import) -> int:
        """Its number."""
        return job.pk

    @admin.display(ordering="file_name")
    def file(self, job: Import) -> SafeString:
        """The file's name."""
        return bdi(job.file_name or "a file")

    @admin.display(description="who", ordering="who")
    def by(self, job: Import) -> SafeString:
        """Who brought it."""
        return bdi(job.who)

    @admin.display(description="brought")
    def brought(self, job: Import) -> str:
        """What its rows were, as far as there were any."""
        names = ("new", "changed", "unchanged", "refused")
        counts = [(getattr(job, name), name) for name in names]
        told = ", ".join(f"{count:,} {name}" for count, name in counts if count)
        return told or "–"

    @admin.display(description="what came in")
    def came_in(self, job: Import) -> SafeString | str:
        """The ways to the rows it made, while they are here."""
        made = made_by(job.pk) if job.state == Import.State.DONE else {}
        if made:
            address = reverse("admin:timeline_import_publish", args=[job.pk])
            made["publish"] = address
        links = [(made[name], words) for name, words in WAYS if name in made]
        return format_html_join(", ", '<a href="{}">{}</a>', links) or "–"

    @admin.display(description="undo")
    def take_back(self, job: Import) -> SafeString | str:
        """The way to undo it, while it is done."""
        if job.state != Import.State.DONE:
            return "–"
        address = reverse("admin:timeline_import_undo", args=[job.pk])
        return format_html(
            '<a href="{}" aria-label="Undo import {}">Undo</a>',
            address,
            job.pk,
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Who may type events may bring a file of them."""
        return may_import(request.user)

    def has_change_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        """A record does not change."""
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        """Its rows rest on it."""
        return False

    def has_view_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        """Who may import sees what was imported."""
        return super().has_view_permission(request, obj) or may_import(request.user)
