"""Addresses that things had before: looked at, and taken away; renaming makes them."""

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from timeline.models import FormerAddress

from .inlines import link_to
from .publishing import may_publish
from .rows import bdi


@admin.register(FormerAddress)
class FormerAddressAdmin(admin.ModelAdmin):
    """All former addresses; whoever takes one away breaks links of readers."""

    actions = None
    list_display = ("former", "kind", "within", "now")
    list_display_links = ("former",)
    search_fields = ("slug",)
    ordering = ("-pk",)
    show_full_result_count = False
    view_on_site = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[FormerAddress]:
        """With what each leads to."""
        rows = super().get_queryset(request)
        return rows.select_related("timeline", "document", "event__timeline", "within")

    @admin.display(description="former slug", ordering="slug")
    def former(self, address: FormerAddress) -> SafeString:
        """The slug as it was."""
        return bdi(address.slug)

    @admin.display(description="leads to")
    def now(self, address: FormerAddress) -> SafeString:
        """The row that is found by it now."""
        return link_to(address.leads_to, str(address.leads_to))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Renaming and merging make them."""
        return False

    def has_change_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        """What an address was does not change."""
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        """A link of readers is broken only by those who publish."""
        return super().has_delete_permission(request, obj) and may_publish(request.user)
