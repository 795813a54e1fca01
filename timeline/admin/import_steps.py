"""The steps of an upload: its work begun, and how far it is."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from timeline.exchange import (
    Busy,
    StillWorking,
    TableHead,
    Upload,
    rights_of,
    start_work,
    table_head,
)

DIED = (
    "The work ended unfinished: its process died. If it was writing, the list of "
    "imports says whether the file is in; a part of it never stays."
)
WORKING = ("check", "write", "apply")
TITLES = {
    "new": "The file waits",
    "check": "The file is being checked",
    "write": "The file is being imported",
    "checked": "Preview",
    "failed": "Nothing was imported",
    "died": "The work ended unfinished",
    "written": "Imported",
    "cancelled": "Cancelled",
}
STEPS = {
    "check": "Reading and checking",
    "write": "Writing, hidden until all of it is there",
    "apply": "Changing what is here",
}


def head_of(upload: Upload) -> TableHead | None:
    """The columns of a table; whether it is one is noted, a workbook opens slowly."""
    about = upload.about()
    head = table_head(
        upload.file, about["format"], about["encoding"], about.get("columns")
    )
    upload.note(is_table=head is not None)
    return head


def begin(request: HttpRequest, upload: Upload) -> HttpResponse:
    """Ask for the columns of a table that are not known, else check the file."""
    head = head_of(upload)
    if head is not None and not head.is_sure:
        upload.tell("columns")
    else:
        start(request, upload, "check")
    return to(upload)


def start(request: HttpRequest, upload: Upload, step: str) -> None:
    """Begin the work with the user's rights, or say why not now."""
    upload.note(rights=sorted(rights_of(request.user)))
    try:
        start_work(upload, step)
    except (Busy, StillWorking) as error:
        messages.warning(request, str(error))


def to(upload: Upload) -> HttpResponse:
    """On to the page of an upload."""
    return redirect("admin:timeline_import_upload", token=upload.token)


def current_state(upload: Upload) -> dict[str, Any]:
    """How far it is; work that nobody does any more has died."""
    state = upload.state()
    if state["step"] in WORKING and not upload.is_worked_on():
        state = upload.state()  # it may have ended between the two looks
        if state["step"] in WORKING:
            state |= {"step": "died", "why": DIED}
    return state


def progress(about: dict[str, Any], state: dict[str, Any]) -> dict[str, Any]:
    """How far the work is, in words and as a share of this step."""
    done, total = state["done"], state["total"]
    percent = min(100, 100 * done // total) if total else 0
    step = "Checking once more" if about["writes"] else STEPS["check"]
    step = step if state["step"] == "check" else STEPS[state["step"]]
    words = step + (f": {percent} %" if percent else " …")
    return {"percent": percent, "words": words}
