"""A form whose row was deleted while it was open: what was typed is shown, not lost."""

import re
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

NOT_TYPED = re.compile(
    r"csrfmiddlewaretoken|_\w+|initial-.*|"
    r"(.*-)?(seen_version|id|[A-Z]+(_[A-Z]+)*|__prefix__.*)"
)
"""Fields that nobody types into: versions, keys, buttons, management forms."""
INLINE = re.compile(r"(\w+)-(\d+)-(\w+)")


def typed_values(request: HttpRequest) -> list[tuple[str, str]]:
    """The posted fields that hold words, not numbers, by a name an editor knows."""
    return [
        (label_of(name), value)
        for name, values in request.POST.lists()
        for value in values
        if not NOT_TYPED.fullmatch(name) and value.strip() and not value.isdecimal()
    ]


def label_of(name: str) -> str:
    """`citations-0-quoted` as "citations 1: quoted"."""
    if found := INLINE.fullmatch(name):
        relation, number, field = found.groups()
        name = f"{relation} {int(number) + 1}: {field}"
    return name.replace("_", " ")


def deleted_meanwhile(
    request: HttpRequest, model_admin: admin.ModelAdmin, object_id: str
) -> HttpResponse:
    """Who deleted the row, every word that was typed, and the way to bring it back."""
    model = model_admin.model
    entry = last_entry(model, object_id)
    opts = model._meta
    context: dict[str, Any] = {
        **model_admin.admin_site.each_context(request),
        "title": f"This {opts.verbose_name} was deleted meanwhile",
        "opts": opts,
        "who": entry.history_user if entry else None,
        "when": entry.history_date if entry else None,
        "typed": typed_values(request),
        "list": reverse(f"admin:timeline_{opts.model_name}_changelist"),
    }
    if entry is not None:
        address = f"admin:timeline_{opts.model_name}_history"
        context["history"] = reverse(address, args=[object_id])
    template = "admin/timeline/deleted.html"
    return TemplateResponse(request, template, context, status=410)


def last_entry(model: type[Model], object_id: str) -> Any:
    """The deletion as the history tells it, if it does."""
    if not (object_id.isascii() and object_id.isdecimal() and len(object_id) < 19):
        return None
    rows = model.history.filter(**{model._meta.pk.name: int(object_id)})
    return rows.filter(history_type="-").first()
