"""Taking timelines out by the browser: a timeline, a format, a download in a stream."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from timeline.exchange import FORMATS, export_pieces, format_named
from timeline.models import Timeline, may_see_drafts

from .download import NotMade, download, take_why
from .import_form import SLUG_LENGTH, SlugInput
from .import_frame import page
from .import_report import losses_of

TYPES = {
    **dict.fromkeys((".json", ".jsonl", ".geojson", ".jsonld"), "application/json"),
    **{".csv": "text/csv", ".tsv": "text/tab-separated-values"},
    **{".xml": "application/xml", ".ics": "text/calendar", ".txt": "text/plain"},
}


NO_RIGHT = (
    "An export holds drafts: it takes the right to see them. Whoever manages the users "
    "here can give it to you."
)
WHOLE = "Everything, and back again"
TABLES = "A table"
PROGRAMS = "For other programs, and back again"
READERS = "To read, to cite, to put elsewhere; these do not come in again"
KINDS = (WHOLE, TABLES, PROGRAMS, READERS)


def kind_of(format_: Any) -> str:
    """What a format is for."""
    if format_.holds_documents:
        return WHOLE
    if not format_.read:
        return READERS
    return TABLES if format_.name in ("csv", "tsv", "xlsx") else PROGRAMS


class ExportForm(forms.Form):
    """Which timeline, as what."""

    timeline = forms.CharField(
        required=False,
        max_length=SLUG_LENGTH,
        help_text="The slug; empty: all timelines.",
    )
    format = forms.ChoiceField(widget=forms.RadioSelect, initial="jsonl")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["timeline"].widget = SlugInput(Timeline)
        names = [(name, name) for name, format_ in FORMATS.items() if format_.write]
        self.fields["format"].choices = sorted(names)

    def clean_timeline(self) -> str:
        """A timeline that is there."""
        slug = self.cleaned_data["timeline"]
        if slug and not Timeline.objects.filter(slug=slug).exists():
            raise ValidationError("There is no timeline of this slug.")
        return slug

    def kinds(self) -> list[tuple[str, list[tuple[Any, Any, list[SafeString]]]]]:
        """Each format with its button and with what it cannot carry, by its use."""
        kinds: dict[str, list[Any]] = {kind: [] for kind in KINDS}
        for button in self["format"]:
            format_ = FORMATS[name := button.data["value"]]
            kinds[kind_of(format_)].append((format_, button, losses_of(name)))
        return list(kinds.items())


@never_cache
@require_safe
def export(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """The form; with a format named, the file."""
    if not may_see_drafts(request.user):
        title = "No right to export"
        return page(request, "gone", title, 403, sentence=NO_RIGHT)
    form = ExportForm(request.GET if "format" in request.GET else None)
    if not form.is_valid():
        return export_page(request, form, take_why(request))
    chosen = form.cleaned_data
    try:
        return export_file(request, chosen["format"], chosen["timeline"])
    except NotMade as error:
        return export_page(request, form, f"Nothing was exported: {error}", 500)


def export_page(
    request: HttpRequest, form: ExportForm, why: str, status: int = 200
) -> HttpResponse:
    """The form, and what became of the last download."""
    return page(request, "export", "Export", status, form=form, why=why)


def export_file(
    request: HttpRequest, name: str, timeline: str
) -> HttpResponse | StreamingHttpResponse:
    """One timeline or all, sent while they are read."""
    format_ = format_named(name)
    ending = next(iter(format_.suffixes), ".txt")
    stem = timeline if timeline.isascii() and timeline else "timelines"
    pieces = export_pieces(format_, timeline or None)
    answer = download(request, f"{stem}{ending}", pieces)
    kind = TYPES.get("." + ending.rpartition(".")[2], "application/octet-stream")
    answer["Content-Type"] = f"{kind}; charset=utf-8"
    return answer
