"""What the admin's live previews ask: what a date is read as, where a quote stands.

Both are for editors only, read nothing but the rows they name, and take inputs of
bounded length. Their answer is the one the form gives when it is saved.
"""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from timeline.dates import Calendar, Reading
from timeline.models import (
    LONGEST_DATE,
    Citation,
    Document,
    Hints,
    Passage,
    Typed,
    both_styles,
    date_refusal,
    date_warnings,
    place_quote,
)

LONGEST_QUOTE = 20_000


def may_edit(request: HttpRequest, model: str) -> None:
    """Refuse those who may neither add nor change such rows."""
    user = request.user
    rights = (f"timeline.{verb}_{model}" for verb in ("add", "change"))
    if not any(user.has_perm(right) for right in rights):
        raise PermissionDenied


def posted(request: HttpRequest, name: str, longest: int) -> str:
    """A posted text of bounded length, its line breaks as line feeds."""
    text = request.POST.get(name, "").replace("\r\n", "\n")
    if len(text) > longest:
        raise ValidationError(f"Longer than {longest} characters.")
    return text


def number(request: HttpRequest, name: str) -> int | None:
    """A posted number, `None` where there is none."""
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else None


def answer(lines: list[str], **more: Any) -> JsonResponse:
    """The lines to show beside the field."""
    return JsonResponse({"lines": lines, **more})


@require_POST
def read_date_preview(request: HttpRequest) -> JsonResponse:
    """What the fields of a dating are read as, in both styles."""
    may_edit(request, "dating")
    try:
        typed = Typed(
            posted(request, "as_written", LONGEST_DATE),
            posted(request, "edtf_written", LONGEST_DATE),
            posted(request, "calendar", 20),
        )
    except ValidationError as error:
        return answer(error.messages, ok=False)
    if typed.calendar and typed.calendar not in set(Calendar):
        return answer(["There is no such calendar."], ok=False)
    if not (typed.as_written.strip() or typed.edtf_written):
        return answer([], ok=True)
    result = typed.read(document_of(request))
    if result.reading is None:
        text = typed.edtf_written or typed.as_written
        return answer(date_refusal(result, text).messages, ok=False)
    return answer(shown(result.reading), ok=True, edtf=result.reading.date.edtf)


def shown(reading: Reading) -> list[str]:
    """Both styles, what was supplied, and what to look at again."""
    supplied = [f"{p.what} {p.value} ({p.source})" for p in reading.supplied]
    lines = [both_styles(reading.date)]
    if supplied:
        lines.append(f"Supplied: {', '.join(supplied)}")
    return lines + date_warnings([reading])


def document_of(request: HttpRequest) -> Document | None:
    """The document the date stands in: by its citation, its passage, or itself."""
    if pk := number(request, "citation"):
        return Document.objects.filter(passages__citations=pk).first()
    if pk := number(request, "passage"):
        return Document.objects.filter(passages=pk).first()
    if pk := number(request, "document"):
        return Document.objects.filter(pk=pk).first()
    return None


@require_POST
def find_quote(request: HttpRequest) -> JsonResponse:
    """Where a quote stands in its passage, or why it has no place."""
    may_edit(request, Citation._meta.model_name)
    passages = Passage.objects.select_related("document")
    passage = passages.filter(pk=number(request, "passage") or 0).first()
    if passage is None:
        return answer(["Choose the passage first."], ok=False)
    try:
        quoted = posted(request, "quoted", LONGEST_QUOTE)
        hints = Hints(
            number(request, "occurrence"),
            posted(request, "given_prefix", LONGEST_QUOTE),
            posted(request, "given_suffix", LONGEST_QUOTE),
            number(request, "given_start"),
        )
        if not quoted:
            return answer([], ok=True)
        place = place_quote(passage, quoted, hints)
    except ValidationError as error:
        return answer(error.messages, ok=False)
    line = f"Characters {place.start}–{place.end}: …{place.prefix}[{place.exact}]"
    return answer([f"{line}{place.suffix}…"], ok=True)
