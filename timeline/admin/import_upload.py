"""The page of an upload: its columns, its progress, its preview, its outcome.

Every effect is posted.
"""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from timeline.exchange import COLUMN_CHOICES, Upload
from timeline.models import Import

from .import_form import ChoicesForm, ColumnsForm, proposed
from .import_frame import of_an_upload, page
from .import_publish import can_publish
from .import_report import shaped
from .import_steps import (
    TITLES,
    WORKING,
    begin,
    current_state,
    head_of,
    progress,
    start,
    to,
)

OPEN = ("new", "checked", "failed", "died")
"""Where an upload waits for what is to become of it."""


@require_http_methods(["GET", "HEAD", "POST"])
@of_an_upload
def upload(request: HttpRequest, upload: Upload, about: dict[str, Any]) -> HttpResponse:
    """Where an upload is; what is posted takes it further."""
    state = current_state(upload)
    if request.method == "POST":
        return take_further(request, upload, about, state)
    if state["step"] == "columns":
        if (head := head_of(upload)) is not None:
            form = ColumnsForm(head.columns, COLUMN_CHOICES)
            return columns_page(request, upload, about, form)
        state["step"] = "new"
    return state_page(request, upload, about, state)


def take_further(
    request: HttpRequest, upload: Upload, about: dict[str, Any], state: dict[str, Any]
) -> HttpResponse:
    """What the buttons of the page do."""
    wanted = request.POST.get("do", "")
    if wanted == "cancel":
        return cancel(request, upload)
    if state["step"] in (*WORKING, "written", "cancelled"):
        return to(upload)
    if wanted == "columns":
        return take_columns(request, upload, about)
    if wanted == "choose":
        upload.tell("columns")
    elif wanted == "check":
        return check_again(request, upload, about)
    elif wanted in ("write", "write good") and state["step"] == "checked":
        start(request, upload, wanted)
    return to(upload)


def cancel(request: HttpRequest, upload: Upload) -> HttpResponse:
    """Stop the work, or let the file go."""
    if upload.is_worked_on():
        upload.cancel()
        return to(upload)
    if upload.state()["step"] != "written":
        messages.info(request, "Cancelled: nothing was imported, the file is deleted.")
    upload.remove()
    return redirect("admin:timeline_import_add")


def take_columns(
    request: HttpRequest, upload: Upload, about: dict[str, Any]
) -> HttpResponse:
    """Which column is which, then the check."""
    if (head := head_of(upload)) is None:
        start(request, upload, "check")
        return to(upload)
    form = ColumnsForm(head.columns, COLUMN_CHOICES, request.POST)
    if not form.is_valid():
        return columns_page(request, upload, about, form)
    upload.note(columns=form.chosen())
    start(request, upload, "check")
    return to(upload)


def check_again(
    request: HttpRequest, upload: Upload, about: dict[str, Any]
) -> HttpResponse:
    """Check the same file with other choices."""
    form = ChoicesForm(request.POST)
    if not form.is_valid():
        return state_page(request, upload, about, current_state(upload), form)
    upload.note(**form.cleaned_data)
    if any(about[name] != form.cleaned_data[name] for name in ("encoding", "format")):
        upload.note(columns={})
        return begin(request, upload)
    start(request, upload, "check")
    return to(upload)


def columns_page(
    request: HttpRequest, upload: Upload, about: dict[str, Any], form: ColumnsForm
) -> HttpResponse:
    """The columns with their first values, and a select for each."""
    title = "Which column is which?"
    return page(request, "columns", title, form=form, upload=upload, about=about)


def state_page(
    request: HttpRequest,
    upload: Upload,
    about: dict[str, Any],
    state: dict[str, Any],
    form: ChoicesForm | None = None,
) -> HttpResponse:
    """Progress, preview or outcome."""
    step = state["step"]
    context = {"upload": upload, "about": about, "state": state}
    context["has_rejects"] = upload.rejects.is_file()
    if step in WORKING:
        title = TITLES["write" if about["writes"] else "check"]
        return page(request, "progress", title, **context, **progress(about, state))
    if text := upload.report("json"):
        context["report"] = shaped(json.loads(text), request.user)
        job = Import.objects.filter(pk=context["report"]["import"] or 0).first()
        context["can_publish"] = can_publish(job, request.user)
    if step in OPEN:
        context["proposed"] = proposed(about, context.get("report", {}))
        form = form or ChoicesForm(initial={**about, **context["proposed"]})
        context["form"] = form
    name = "preview" if step in OPEN else "outcome"
    return page(request, name, TITLES[step], **context)


@require_GET
@of_an_upload
def progress_json(
    request: HttpRequest, upload: Upload, about: dict[str, Any]
) -> JsonResponse:
    """The same for scripts."""
    state = current_state(upload)
    if state["step"] not in WORKING:
        return JsonResponse({"ended": True})
    return JsonResponse({"ended": False, **progress(about, state)})
