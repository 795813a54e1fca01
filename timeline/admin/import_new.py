"""A file comes in by the browser: it is kept in a private folder, and its check begins.

It is found there by a random token, by nobody but who uploaded it.
"""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods

from timeline.exchange import (
    COLUMNS_HELP,
    TEMPLATES,
    has_xlsx,
    keep_upload,
    sweep_uploads,
)

from .import_downloads import as_file
from .import_form import ChoicesForm, ImportForm, most_megabytes
from .import_frame import for_importers, page
from .import_steps import begin
from .revisions import name_of

ROOM = 1024 * 1024
"""Bytes of a posted form beside its file."""
CHOSEN = tuple(ChoicesForm.base_fields)


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
    about = {"owner": user.pk, "who": name_of(user), **chosen}
    try:
        upload = keep_upload(file.name, file.chunks(), **about)
    except OSError as error:
        sentence = f"The file could not be kept: {error.strerror or error}."
        return upload_page(request, form, 507, refused=sentence)
    return begin(request, upload)


def upload_page(
    request: HttpRequest, form: ImportForm, status: int = 200, **context: Any
) -> HttpResponse:
    """The form."""
    more = [form[name] for name in form.fields if name not in ("file", "timeline")]
    open_more = any(field.errors for field in more)
    context |= {"form": form, "more": more, "open_more": open_more}
    context |= {"columns_help": COLUMNS_HELP.items(), "has_xlsx": has_xlsx()}
    return page(request, "upload", "Import a file", status, **context)


@require_GET
@for_importers
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """A table to begin with."""
    if kind not in TEMPLATES or (kind == "xlsx" and not has_xlsx()):
        raise Http404
    kinds = {"csv": "text/csv", "tsv": "text/tab-separated-values"}
    as_what = kinds.get(kind, "application/octet-stream")
    return as_file(TEMPLATES[kind](), as_what, f"template.{kind}")
