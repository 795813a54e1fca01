"""Taking timelines out by the browser: a timeline, a format, a download in a stream."""

from itertools import chain
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from timeline.exchange import FORMATS, export_pieces, format_named
from timeline.models import Timeline, may_see_drafts

from .import_form import SlugInput
from .import_report import losses_of

TYPES = {
    **dict.fromkeys((".json", ".jsonl", ".geojson", ".jsonld"), "application/json"),
    **{".csv": "text/csv", ".tsv": "text/tab-separated-values"},
    **{".xml": "application/xml", ".ics": "text/calendar", ".txt": "text/plain"},
}


class ExportForm(forms.Form):
    """Which timeline, as what."""

    timeline = forms.CharField(
        required=False, max_length=80, help_text="The slug; empty: all timelines."
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

    def formats(self) -> list[tuple[Any, Any, list[SafeString]]]:
        """Each format with its button and with what it cannot carry."""
        named = [(button.data["value"], button) for button in self["format"]]
        return [(FORMATS[name], button, losses_of(name)) for name, button in named]


@never_cache
@require_safe
def export(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """The form; with a format named, the file."""
    if not may_see_drafts(request.user):
        raise PermissionDenied
    form = ExportForm(request.GET if "format" in request.GET else None)
    if form.is_valid():
        return download(form.cleaned_data["format"], form.cleaned_data["timeline"])
    context = {**admin.site.each_context(request), "title": "Export", "form": form}
    return render(request, "admin/timeline/import/export.html", context)


def download(name: str, timeline: str) -> StreamingHttpResponse:
    """The file in pieces; the first is made before the answer begins."""
    format_ = format_named(name)
    pieces = export_pieces(format_, timeline or None)
    first = next(pieces, b"")
    ending = next(iter(format_.suffixes), ".txt")
    kind = TYPES.get("." + ending.rpartition(".")[2], "application/octet-stream")
    answer = Download(pieces, chain([first], pieces))
    answer["Content-Type"] = f"{kind}; charset=utf-8"
    stem = timeline if timeline.isascii() and timeline else "timelines"
    answer["Content-Disposition"] = f'attachment; filename="{stem}{ending}"'
    return answer


class Download(StreamingHttpResponse):
    """Ends the export when the reader goes away before its end."""

    def __init__(self, pieces: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._resource_closers.append(pieces.close)
