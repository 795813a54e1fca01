"""A file comes in by the browser: uploaded, looked at, imported or let go.

Every effect is posted. The file waits in a private folder (`timeline.exchange.Upload`)
and is found by a random token, by nobody but who uploaded it.
"""

import json
from functools import wraps
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods

from timeline.exchange import (
    COLUMN_CHOICES,
    COLUMNS_HELP,
    TEMPLATES,
    Busy,
    NoUpload,
    StillWorking,
    TableHead,
    Upload,
    find_upload,
    keep_upload,
    may_import,
    rights_of,
    start_work,
    sweep_uploads,
    table_head,
)

from .import_form import ChoicesForm, ColumnsForm, ImportForm, most_megabytes
from .import_report import shaped
from .revisions import name_of

ROOM = 1024 * 1024
"""Bytes of a posted form beside its file."""
WORKING = ("check", "write", "apply")
CHOSEN = tuple(ChoicesForm.base_fields)
TYPES = {"text": "text/plain", "json": "application/json", "csv": "text/csv"}
GONE = (
    "There is no such upload, or it is gone: a file is kept for a day, and deleted "
    "when it is imported or cancelled. Upload it again."
)


def page(
    request: HttpRequest, name: str, title: str, status: int = 200, **context: Any
) -> HttpResponse:
    """A page of the import in the frame of the admin."""
    frame = {**admin.site.each_context(request), "title": title, **context}
    path = f"admin/timeline/import/{name}.html"
    return render(request, path, frame, status=status)


def for_importers(view: Any) -> Any:
    """A page for those who may type what a file brings; never kept by a browser."""

    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not may_import(request.user):
            raise PermissionDenied
        return view(request, **kwargs)

    return never_cache(guarded)


def of_an_upload(view: Any) -> Any:
    """A page about one's own upload; 404 for everybody else's."""

    @wraps(view)
    def found(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        try:
            upload = find_upload(token)
            about = upload.about()
        except NoUpload:
            return gone(request)
        if about.get("owner") != request.user.pk:
            return gone(request)
        return view(request, upload, about, **kwargs)

    return for_importers(found)


def gone(request: HttpRequest) -> HttpResponse:
    """Nothing there, and what to do."""
    return page(request, "gone", "No such upload", 404, sentence=GONE)


# Uploading


@csrf_exempt  # checked after the length, so that the refusal can name the limit
@require_http_methods(["GET", "HEAD", "POST"])
@for_importers
def new(request: HttpRequest) -> HttpResponse:
    """The form for a file; a file that is too long is refused unread."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    size = int(length) if length.isdecimal() else 0
    if size > settings.UPLOAD_BYTES + ROOM:
        sentence = (
            f"The file has about {size / 1_048_576:,.0f} MB; this page takes "
            f"{most_megabytes():,} MB. Nothing of it was kept. The command "
            "import_events takes files of any size."
        )
        return upload_page(request, ImportForm(), 413, refused=sentence)
    return uploaded(request)


@csrf_protect
def uploaded(request: HttpRequest) -> HttpResponse:
    """Keep a file, and begin to check it."""
    if request.method != "POST":
        sweep_uploads()
        return upload_page(request, ImportForm())
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return upload_page(request, form, 200)
    chosen = {name: form.cleaned_data[name] for name in CHOSEN}
    file, user = form.cleaned_data["file"], request.user
    upload = keep_upload(
        file.name,
        file.chunks(),
        owner=user.pk,
        who=name_of(user),
        **chosen,
    )
    head = head_of(upload)
    if head is not None and not head.is_sure:
        upload.tell("columns")
    else:
        start(request, upload, "check")
    return to(upload)


def upload_page(
    request: HttpRequest, form: ImportForm, status: int = 200, **context: Any
) -> HttpResponse:
    """The form."""
    more = [form[name] for name in form.fields if name not in ("file", "timeline")]
    open_more = any(field.errors for field in more)
    context |= {"form": form, "more": more, "open_more": open_more}
    context |= {"columns_help": COLUMNS_HELP.items(), "has_xlsx": has_xlsx()}
    return page(request, "upload", "Import a file", status, **context)


def head_of(upload: Upload) -> TableHead | None:
    """The columns of a table, before anything else is said of it."""
    about = upload.about()
    return table_head(
        upload.file, about["format"], about["encoding"], about.get("columns")
    )


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


# The page of an upload


@require_http_methods(["GET", "HEAD", "POST"])
@of_an_upload
def upload(request: HttpRequest, upload: Upload, about: dict[str, Any]) -> HttpResponse:
    """Where an upload is; what is posted takes it further."""
    state = current_state(upload)
    if request.method == "POST":
        return take_further(request, upload, about, state)
    if state["step"] == "columns":
        head = head_of(upload)
        if head is not None:
            form = ColumnsForm(head.columns, COLUMN_CHOICES)
            return columns_page(request, upload, about, form)
    return state_page(request, upload, about, state)


def current_state(upload: Upload) -> dict[str, Any]:
    """How far it is; work that nobody does any more has died."""
    state = upload.state()
    if state["step"] in WORKING and not upload.is_worked_on():
        state = upload.state()  # it may have ended between the two looks
        if state["step"] in WORKING:
            state |= {
                "step": "failed",
                "why": "The work ended unfinished: its "
                "process died. Nothing of it is there.",
            }
    return state


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
    if about["encoding"] != form.cleaned_data["encoding"]:
        upload.note(columns={})
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
        return page(request, "progress", TITLES[step], **context, **progress(state))
    if text := upload.report("json"):
        context["report"] = shaped(json.loads(text), request.user)
    if step in ("new", "checked", "failed"):
        form = form or ChoicesForm(initial=about)
        context |= {"form": form, "is_table": head_of(upload) is not None}
    name = "preview" if step in ("new", "checked", "failed") else "outcome"
    return page(request, name, TITLES[step], **context)


TITLES = {
    "new": "The file waits",
    "check": "The file is being checked",
    "write": "The file is being imported",
    "apply": "The file is being imported",
    "checked": "Preview",
    "failed": "Nothing was imported",
    "written": "Imported",
    "cancelled": "Cancelled",
}
STEPS = {
    "check": "Reading and checking",
    "write": "Writing, hidden until all of it is there",
    "apply": "Showing it to everybody",
}


def progress(state: dict[str, Any]) -> dict[str, Any]:
    """How far the work is, in words and as a share."""
    done, total = state["done"], state["total"]
    percent = min(100, 100 * done // total) if total else 0
    words = STEPS[state["step"]] + (f": {percent} %" if percent else " …")
    return {"percent": percent, "words": words}


@require_GET
@of_an_upload
def progress_json(
    request: HttpRequest, upload: Upload, about: dict[str, Any]
) -> JsonResponse:
    """The same for scripts."""
    state = current_state(upload)
    if state["step"] not in WORKING:
        return JsonResponse({"ended": True})
    return JsonResponse({"ended": False, **progress(state)})


# What is downloaded


@require_GET
@of_an_upload
def report(
    request: HttpRequest, upload: Upload, about: dict[str, Any], kind: str
) -> HttpResponse:
    """The report as a file."""
    kind = {"txt": "text"}.get(kind, kind)
    if kind not in TYPES or not (text := upload.report(kind)):
        raise Http404
    ending = "txt" if kind == "text" else kind
    return as_file(text.encode(), TYPES[kind], f"report.{ending}")


@require_GET
@of_an_upload
def rejects(
    request: HttpRequest, upload: Upload, about: dict[str, Any]
) -> HttpResponse:
    """The refused rows as they stood, to be mended and fed back."""
    try:
        content = upload.rejects.read_bytes()
    except FileNotFoundError:
        raise Http404 from None
    ending = about["ending"].replace(".xlsx", ".csv") or ".txt"
    return as_file(content, "application/octet-stream", f"rejects{ending}")


@require_GET
@for_importers
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """A table to begin with."""
    if kind not in TEMPLATES or (kind == "xlsx" and not has_xlsx()):
        raise Http404
    kinds = {"csv": "text/csv", "xlsx": "application/octet-stream"}
    return as_file(TEMPLATES[kind](), kinds[kind], f"template.{kind}")


def has_xlsx() -> bool:
    """Whether workbooks can be written here."""
    return find_spec("openpyxl") is not None


def as_file(content: bytes, kind: str, name: str) -> HttpResponse:
    """A download of a name that is ours."""
    answer = HttpResponse(content, content_type=f"{kind}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
