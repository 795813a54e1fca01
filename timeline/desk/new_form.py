"""The form of a new document: its text, pasted or a file, and what is known of it."""

import hashlib
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import slugify

from timeline.dates import Calendar
from timeline.exchange import (
    DOCUMENT_FORMATS,
    DocumentFileError,
    decoded_document,
    document_format,
    said_of_document,
)
from timeline.models import (
    Document,
    KeptCharField,
    date_refusal,
    read_edtf,
    validate_text,
)
from timeline.passages import Kind, Segmentation

from .limits import MOST_BYTES, too_long

LONGEST_SLUG = 80
KIND = "kind-"


class NewDocumentForm(forms.ModelForm):
    """Text and source statement; slug and title are taken from the text where empty."""

    text = KeptCharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
        help_text="Kept to the character; line ends are stored as LF. At most 10 MB.",
    )
    file = forms.FileField(
        required=False,
        label="or a file",
        help_text="In UTF-8 (or as XML declares). It stands in for the text above.",
    )
    format = forms.ChoiceField(
        required=False,
        choices=[("", "found by itself"), *((name, name) for name in DOCUMENT_FORMATS)],
        help_text="TEI and HTML are stored as the text a reader sees, without markup.",
    )

    class Meta:
        model = Document
        fields = (
            *("title", "slug", "creator", "language", "place"),
            *("calendar", "calendar_basis", "context_date", "context_basis"),
            *("year_start", "source_repository", "source_edition"),
        )
        widgets = {
            name: forms.Textarea(attrs={"rows": 2})
            for name in ("calendar_basis", "context_basis", "source_edition")
        }

    cut: Segmentation | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = self.fields["slug"].required = False
        self.fields["title"].help_text = "Empty: the title of the text."
        self.fields["slug"].help_text = "Stands in addresses. Empty: from the title."
        if self.is_bound:
            self.data = self.data.copy()
            self.read_file()

    def read_file(self) -> None:
        """Put the words of an uploaded file where pasted ones stand."""
        self.file_error = ""
        if (upload := self.files.get("file")) is None:
            return
        if upload.size > MOST_BYTES:
            self.file_error = too_long(upload.size)
            return
        try:
            self.data["text"] = decoded(upload, self.data.get("format", ""))
        except ValidationError as error:
            self.file_error = error.messages[0]
        else:
            name = document_format(upload.name, self.data["text"])
            self.data["format"] = self.data.get("format") or name

    def clean(self) -> dict[str, Any]:
        """Cut the text into passages, and fill what was left empty from it."""
        data = super().clean()
        if self.file_error:
            self.add_error("file", self.file_error)
        elif "text" in data:
            self.cut_text(data)
        if self.cut is not None:
            calendar = data.get("calendar") or Calendar.GREGORIAN.value
            date = data.get("context_date") or ""
            for name, words in said_of_document(self.cut, calendar, date).items():
                data[name] = data.get(name) or words
            data["title"] = data.get("title") or title_of(self.cut) or "Untitled"
            data["slug"] = data.get("slug") or slug_of(data["title"])
            self.instance.title, self.instance.slug = data["title"], data["slug"]
        self.check_context(data)
        return data

    def cut_text(self, data: dict[str, Any]) -> None:
        """The text as passages, after the editor's own decisions."""
        text = data["text"]
        if (size := len(text.encode())) > MOST_BYTES:
            self.add_error("text", too_long(size))
        elif not text.strip():
            self.add_error("text", "Paste a text, or choose a file.")
        elif "format" in data:
            data["format"] = data["format"] or document_format("", text)
            read = DOCUMENT_FORMATS[data["format"]]
            try:
                decisions = self.decisions(text, read)
                self.cut = read(text, decisions) if decisions else read(text)
                validate_text(self.cut.joined)
            except ValidationError as error:
                self.add_error("text", error)
            except ValueError as error:
                self.add_error("text", str(error))

    def decisions(self, text: str, read: Any) -> Mapping[int, Kind]:
        """The kinds that were changed by hand, as long as the text is the same."""
        if self.data.get("digest") != digest_of(text):
            return {}
        auto = {p.start: p.kind.value for p in read(text).passages}
        posted = {
            int(name.removeprefix(KIND)): kind
            for name, kind in self.data.items()
            if name.startswith(KIND) and name.removeprefix(KIND).isdecimal()
        }
        return {
            start: Kind(kind)
            for start, kind in posted.items()
            if kind in set(Kind) and auto.get(start) != kind
        }

    def check_context(self, data: dict[str, Any]) -> None:
        """Refuse a context date that cannot be read in the document's calendar."""
        text, calendar = data.get("context_date"), data.get("calendar")
        if not (text and calendar):
            return
        result = read_edtf(text, calendar)
        if result.reading is None:
            self.add_error("context_date", date_refusal(result, text))

    def validate_unique(self) -> None:
        """A slug that is taken is refused at its field."""
        slug = self.cleaned_data.get("slug")
        if slug and Document._base_manager.filter(slug=slug).exists():
            self.add_error("slug", f"There is a document “{slug}” already.")

    @property
    def digest(self) -> str:
        """What the decisions shown on the page belong to."""
        return digest_of(self.cleaned_data.get("text", ""))


def decoded(upload: UploadedFile, name: str) -> str:
    """The text of a file; the byte that is none of its encoding is named."""
    try:
        return decoded_document(upload.read(), "The file", name)
    except DocumentFileError as error:
        raise ValidationError(str(error)) from error


def digest_of(text: str) -> str:
    """A short name for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def title_of(cut: Segmentation) -> str:
    """The words of the title passage on one line."""
    words = (p.text for p in cut.passages if p.kind is Kind.TITLE)
    return " ".join(next(words, "").split())[:500]


def slug_of(title: str) -> str:
    """A slug from a title."""
    return slugify(title, allow_unicode=True)[:LONGEST_SLUG].strip("-") or "document"
