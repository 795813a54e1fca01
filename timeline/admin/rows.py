"""What every admin of the application shares: history, versions, refusals in words."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Model, ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.safestring import SafeString
from simple_history.admin import SimpleHistoryAdmin

from timeline.models import StaleVersion

from .deleted import deleted_meanwhile, typed_values
from .publishing import may_publish

REFUSED = (StaleVersion, IntegrityError, ValidationError)
"""What a save may raise when somebody else saved in the same instant."""
MOST_LISTED = 100


def bdi(text: object) -> SafeString:
    """Text of a source, kept from turning the line round it."""
    return format_html("<bdi>{}</bdi>", text)


class UserForms:
    """Gives each form's class the user it is made for."""

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> type:
        """The form's class with its user."""
        form = super().get_form(request, *args, **kwargs)
        form.user = request.user
        return form


class UserFormset:
    """Gives each inline form's class the user it is made for."""

    def get_formset(self, request: HttpRequest, *args: Any, **kwargs: Any) -> type:
        """The formset's class, its form with the user."""
        formset = super().get_formset(request, *args, **kwargs)
        formset.form.user = request.user
        return formset


class RowAdmin(UserForms, SimpleHistoryAdmin):
    """A row with its history; a save that came too late is answered, not lost."""

    object_history_template = "admin/timeline/object_history.html"
    object_history_list_template = "admin/timeline/object_history_list.html"
    show_full_result_count = False
    list_per_page = 100
    list_max_show_all = 200
    history_list_per_page = 20
    view_on_site = False
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def changeform_view(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The form; where somebody else was quicker it is checked again."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except REFUSED:
            return super().changeform_view(request, *args, **kwargs)

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        """A form whose row is gone keeps what was typed in it."""
        if request.method == "POST" and typed_values(request):
            return deleted_meanwhile(request, self, object_id)
        return super()._get_obj_does_not_exist_redirect(request, opts, object_id)

    def history_form_view(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """A former state; saving it is one transaction, as any other save."""
        try:
            with transaction.atomic():
                return super().history_form_view(request, *args, **kwargs)
        except REFUSED:
            with transaction.atomic():
                return super().history_form_view(request, *args, **kwargs)

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        """Save what was changed; an untouched row keeps its version and history."""
        if change and not form.has_changed() and not form.is_revert:
            return
        super().save_model(request, obj, form, change)

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: Model | None = None
    ) -> dict[str, tuple[str, ...]]:
        """A slug is proposed once; later it stands in addresses."""
        return {} if obj else dict(self.prepopulated_fields)

    def published_part(self, obj: Any) -> Any:
        """The row on whose publication this one depends."""
        return obj

    def has_delete_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        """What is published goes only by those who may take it back."""
        if not super().has_delete_permission(request, obj):
            return False
        if obj is None or may_publish(request.user):
            return True
        part = self.published_part(obj)
        return getattr(part, "publication", "") != "published"

    def delete_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Delete after confirmation; a citation that came meanwhile refuses it."""
        try:
            return super().delete_view(request, object_id, *args, **kwargs)
        except (ProtectedError, RestrictedError):
            self.message_user(
                request, "Not deleted: other rows now rest on it.", messages.ERROR
            )
            return HttpResponseRedirect(request.path)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple:
        """What would go and what forbids it, each list of bounded length."""
        deletable, counts, missing, protected = super().get_deleted_objects(
            objs, request
        )
        return bounded(deletable), counts, missing, bounded(protected)


def bounded(rows: list) -> list:
    """The first rows, and how many more there are."""
    more = len(rows) - MOST_LISTED
    return rows if more <= 0 else [*rows[:MOST_LISTED], f"… and {more} more"]


class Site:
    """The names the admin shows."""

    header = "Timeline: the editor’s side"
    title = "Timeline"


admin.site.site_header = Site.header
admin.site.site_title = Site.title
