"""What is chosen for a file on the import page: its format, its timeline, its dates."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import slugify

from timeline.dates import Calendar
from timeline.exchange import FORMATS
from timeline.models import Document, Timeline, validate_text

MEGABYTE = 1024 * 1024
PROPOSED = 200
"""Slugs that a field offers while it is typed in."""
SLUG_LENGTH = 80
FOUND = "found from the file"
LANGUAGES = [
    ("", "as the document says"),
    *(("en", "English"), ("fr", "French"), ("de", "German"), ("ru", "Russian")),
]
ENCODINGS = [
    ("", "UTF-8, or as its first bytes say"),
    ("cp1252", "Windows-1252 (Western Europe)"),
    ("iso-8859-15", "ISO 8859-15 (Western Europe)"),
    ("cp1250", "Windows-1250 (Central Europe)"),
    ("cp1251", "Windows-1251 (Cyrillic)"),
    ("koi8-r", "KOI8-R (Cyrillic)"),
    ("cp866", "CP 866 (Cyrillic)"),
    ("cp1253", "Windows-1253 (Greek)"),
    ("cp1255", "Windows-1255 (Hebrew)"),
    ("cp1256", "Windows-1256 (Arabic)"),
    ("mac-roman", "Mac Roman"),
    ("utf-16", "UTF-16"),
]


def most_megabytes() -> int:
    """The largest file that is taken."""
    return int(settings.UPLOAD_BYTES // MEGABYTE)


def readable_formats() -> list[tuple[str, str]]:
    """The formats that come in, each with what it is."""
    return [
        (name, f"{name}: {format_.about}" if format_.about else name)
        for name, format_ in sorted(FORMATS.items())
        if format_.read
    ]


def proposed(about: dict[str, Any], report: dict[str, Any]) -> dict[str, str]:
    """What a report asks for and the file hints at: to be agreed to, never taken.

    The timeline may be called like the file; the encoding is what its bytes look like.
    """
    needs = report.get("needs", ())
    found = {}
    if "timeline" in needs:
        found["timeline"] = slug_of(about["name"])
    if "encoding" in needs:
        said = " ".join(fault["wrong"] for fault in report["faults"])
        likely = (
            value
            for value, label in ENCODINGS
            if value and f"It looks like {label.split(' (')[0]}" in said
        )
        found["encoding"] = next(likely, "")
    return {name: value for name, value in found.items() if value and not about[name]}


def slug_of(name: str) -> str:
    """The slug a file's name makes, in any script."""
    stem = PurePath(name).stem.partition(".")[0]
    return slugify(stem, allow_unicode=True)[:SLUG_LENGTH]


class SlugInput(forms.TextInput):
    """A slug, with some that are there offered while it is typed."""

    def __init__(self, model: type) -> None:
        super().__init__(attrs={"autocomplete": "off", "spellcheck": "false"})
        self.model = model

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        """The input and its list."""
        slugs = self.model.objects.order_by("slug").values_list("slug")[:PROPOSED]
        listed = f"{name}-there"
        return format_html(
            '{}<datalist id="{}">{}</datalist>',
            super().render(name, value, {**(attrs or {}), "list": listed}, renderer),
            listed,
            format_html_join("", '<option value="{}"></option>', slugs),
        )


class ChoicesForm(forms.Form):
    """How a file is to be read."""

    timeline = forms.CharField(
        required=False,
        max_length=SLUG_LENGTH,
        validators=Timeline._meta.get_field("slug").validators,
        help_text="Its short name in addresses (slug); a new one is made. Leave it "
        "empty where each row names its timeline or its document.",
    )
    document = forms.CharField(
        required=False,
        max_length=SLUG_LENGTH,
        help_text="The short name (slug) of the document that quotes stand in.",
    )
    format = forms.ChoiceField(required=False)
    calendar = forms.ChoiceField(
        required=False,
        choices=[("", "as the file or the document says")]
        + [(c.value, c.value.replace("_", " ")) for c in Calendar],
        help_text="Of dates that name none. Dates such as 1917-05-19 are Gregorian "
        "unless a calendar is chosen.",
    )
    language = forms.ChoiceField(
        required=False, choices=LANGUAGES, help_text="Of printed dates."
    )
    encoding = forms.ChoiceField(
        required=False,
        choices=ENCODINGS,
        help_text="Of the letters in the file; the report says when it is another.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["format"].choices = [("", FOUND), *readable_formats()]
        self.fields["timeline"].widget = SlugInput(Timeline)
        self.fields["document"].widget = SlugInput(Document)

    def clean_document(self) -> str:
        """A document that is there."""
        slug = self.cleaned_data["document"]
        if slug and not Document.objects.filter(slug=slug).exists():
            raise ValidationError("There is no document of this slug.")
        return slug


class ImportForm(ChoicesForm):
    """A file, and how it is to be read."""

    file = forms.FileField(allow_empty_file=True)
    field_order = ("file", "timeline", "document")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = (
            f"At most {most_megabytes():,} MB. It is checked first, and nothing is "
            "written before you have seen what would be."
        )

    def clean_file(self) -> Any:
        """A name that can be kept and shown."""
        file = self.cleaned_data["file"]
        validate_text(file.name)
        return file


class ColumnsForm(forms.Form):
    """Which column of the file is which; a select for each."""

    LABELS = {
        "extra": "keep it under its own name",
        "": "leave it out",
        "title+id": "title, and the id made of it",
    }
    HINTS = {
        "id": "permanent name of the row",
        "date": "EDTF or as printed",
        "end_date": "end of a range",
        "quote": "the words of the passage",
        "passage": "key of the passage, such as p3",
        "document": "slug of the document",
        "start": "place of the quote",
        "end": "place of the quote",
        "more": "JSON of our own exports",
    }

    def __init__(self, columns: list[Any], uses: Any, *args: Any, **kwargs: Any):
        super().__init__(*args, label_suffix="", **kwargs)
        choices = [(use, self.label(use)) for use in uses]
        self.columns = columns
        for number, column in enumerate(columns):
            self.fields[f"column-{number}"] = forms.ChoiceField(
                required=False,
                choices=choices,
                initial=column.use,
                label=f"{column.name or 'the column without a name'} is",
            )

    @classmethod
    def label(cls, use: str) -> str:
        """A column of ours as the select names it."""
        if use in cls.LABELS:
            return cls.LABELS[use]
        return f"{use} ({cls.HINTS[use]})" if use in cls.HINTS else use

    def rows(self) -> list[tuple[Any, Any]]:
        """Each column with its select."""
        return [
            (column, self[f"column-{number}"])
            for number, column in enumerate(self.columns)
        ]

    def clean(self) -> dict[str, Any]:
        """The three that are needed, and each of ours once."""
        uses = [use for use in self.cleaned_data.values() if use not in ("", "extra")]
        parts = [part for use in uses for part in use.split("+")]
        for part in dict.fromkeys(parts):
            if parts.count(part) > 1:
                self.add_error(None, f"Two columns are to be “{part}”: choose one.")
        for needed in ("id", "title", "date"):
            if needed not in parts:
                self.add_error(None, f"Say which column is the “{needed}”.")
        return self.cleaned_data

    def chosen(self) -> dict[str, str]:
        """What each named column is to be."""
        return {
            column.name: self.cleaned_data[f"column-{number}"]
            for number, column in enumerate(self.columns)
            if column.name
        }
