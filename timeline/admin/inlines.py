"""Rows edited inside the page of what they belong to, as long as they are few."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.forms import ModelChoiceField, ModelMultipleChoiceField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .formsets import RowFormSet
from .publishing import may_publish
from .rows import UserFormset
from .widgets import AutocompleteSelect, AutocompleteSelectMultiple

MOST_INLINE = 50
"""Rows of one kind on a page; more are reached by their list."""


class KnownChoices:
    """Autocomplete that shows the chosen rows without a query for each."""

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField | None:
        """Our autocomplete in place of the stock one."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = AutocompleteSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> ModelMultipleChoiceField | None:
        """The same for several rows."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = AutocompleteSelectMultiple(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class RowInline(UserFormset, KnownChoices, admin.StackedInline):
    """Rows of one kind inside the page of what they belong to."""

    extra = 1
    formset = RowFormSet
    show_change_link = True

    def has_delete_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        """Rows of what is published go only by those who may take it back."""
        if not super().has_delete_permission(request, obj):
            return False
        return may_publish(request.user) or (
            getattr(obj, "publication", "") != "published"
        )


class BoundedInlines:
    """Leaves an inline out where it would hold too many rows, and links to their list.

    `bounded_relations` are (related name, foreign key, label).
    """

    bounded_relations: tuple[tuple[str, str, str], ...] = ()

    def get_inlines(self, request: HttpRequest, obj: Model | None) -> list[type]:
        """The inlines that fit, and each that was on the page that is posted."""
        if obj is None or obj.pk is None:
            return list(self.inlines)
        return [
            inline
            for inline in self.inlines
            if f"{self.relation_of(inline)}-TOTAL_FORMS" in request.POST
            or self.fits(obj, self.relation_of(inline))
        ]

    def relation_of(self, inline: type) -> str:
        """The related name of an inline's foreign key, which is its prefix too."""
        return next(
            name
            for name, _, _ in self.bounded_relations
            if self.model._meta.get_field(name).related_model is inline.model
        )

    def fits(self, obj: Model, relation: str) -> bool:
        """Whether the rows are few enough to be edited on one page."""
        rows = getattr(obj, relation).order_by()
        return rows[: MOST_INLINE + 1].count() <= MOST_INLINE

    @admin.display(description="All rows")
    def rows_elsewhere(self, obj: Model) -> SafeString | str:
        """Links to the lists of what belongs to this row."""
        if obj.pk is None:
            return "after the first save"
        return format_html_join(
            ", ",
            '<a href="{}">{} ({})</a>',
            (self.link_parts(obj, *relation) for relation in self.bounded_relations),
        )

    def link_parts(
        self, obj: Model, relation: str, key: str, label: str
    ) -> tuple[str, str, int]:
        """Address, label and number of one kind of rows."""
        rows = getattr(obj, relation)
        address = reverse(f"admin:timeline_{rows.model._meta.model_name}_changelist")
        return f"{address}?{key}__id__exact={obj.pk}", label, rows.order_by().count()


def link_to(obj: Model, text: str) -> SafeString:
    """A link to the page of a row."""
    name = f"admin:timeline_{obj._meta.model_name}_change"
    return format_html(
        '<a href="{}"><bdi>{}</bdi></a>', reverse(name, args=[obj.pk]), text
    )
