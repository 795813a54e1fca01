"""Timelines and tags."""

from django.contrib import admin

from timeline.models import Tag, Timeline

from .forms import RowForm
from .inlines import BoundedInlines
from .publishing import PublicationActions
from .rows import RowAdmin


@admin.register(Timeline)
class TimelineAdmin(BoundedInlines, PublicationActions, RowAdmin):
    """All timelines; their events have a list of their own."""

    form = RowForm
    bounded_relations = (
        ("events", "timeline", "events"),
        ("former_addresses", "timeline", "former addresses"),
    )
    readonly_fields = ("rows_elsewhere",)
    prepopulated_fields = {"slug": ("title",)}
    list_display = ("title", "slug", "publication")
    list_filter = ("publication",)
    search_fields = ("title", "slug")
    actions = ("mark_reviewed", "publish", "take_back")
    fields = (
        *("title", "slug", "description", "publication", "rows_elsewhere"),
        "seen_version",
    )


@admin.register(Tag)
class TagAdmin(RowAdmin):
    """All tags."""

    form = RowForm
    prepopulated_fields = {"slug": ("name",)}
    list_display = ("name", "kind", "slug")
    list_filter = ("kind",)
    search_fields = ("name", "slug")
    fields = ("kind", "name", "slug", "seen_version")
