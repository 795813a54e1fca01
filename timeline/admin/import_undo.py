"""Taking an import back: asked first, then done as a whole or not at all."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from timeline.exchange import (
    CannotUndo,
    StillRunning,
    lacking,
    rights_of,
    start_command,
    undo,
)
from timeline.models import Import

from .import_access import rights_to_undo
from .import_frame import for_importers, page

MOST_AT_ONCE = 50_000
"""New rows that are removed inside the request; more are hidden in it."""


@require_http_methods(["GET", "HEAD", "POST"])
@for_importers
def undo_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what would go; when it is posted, take it back."""
    job = Import.objects.filter(pk=pk).first()
    if job is None:
        raise Http404
    rights = lacking(rights_of(request.user), rights_to_undo(job))
    if request.method != "POST":
        why = (
            ""
            if job.state == Import.State.DONE
            else f"It is {job.get_state_display()}."
        )
        return undo_page(request, job, rights, why)
    if rights:
        raise PermissionDenied
    is_large = job.new > MOST_AT_ONCE
    try:
        undo(job, at_once=not is_large)
    except (CannotUndo, StillRunning) as error:
        return undo_page(request, job, rights, str(error), 409)
    if is_large:
        start_command("undo_import")  # ends what is being undone
    messages.success(request, f"Import {job.pk} of {job.file_name} is undone.")
    return redirect("admin:timeline_import_changelist")


def undo_page(
    request: HttpRequest, job: Import, rights: list[str], why: str, status: int = 200
) -> HttpResponse:
    """The question, or why it cannot be."""
    context: dict[str, Any] = {"job": job, "rights": rights, "why": why}
    return page(request, "undo", f"Undo import {job.pk}?", status, **context)
