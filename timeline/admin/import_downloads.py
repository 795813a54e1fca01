"""What is downloaded of an upload: its report, and the rows that were refused."""

import re
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from timeline.exchange import Upload

from .import_frame import of_an_upload

ENDING = re.compile(r"\.[a-z0-9]{1,10}$")
TYPES = {"text": "text/plain", "json": "application/json", "csv": "text/csv"}


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
    named = ENDING.search(about["name"].lower())
    ending = about["ending"] or (named[0] if named else ".txt")
    ending = ending.replace(".xlsx", ".csv")
    return as_file(content, "application/octet-stream", f"rejects{ending}")


def as_file(content: bytes, kind: str, name: str) -> HttpResponse:
    """A download of a name that is ours."""
    answer = HttpResponse(content, content_type=f"{kind}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
