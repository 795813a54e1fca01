"""Text columns that keep every character, and refuse those no database keeps alike.

NUL, the other C0 controls (but tab, line feed and carriage return) and lone
surrogates are refused wherever a value is written: forms, `save`, bulk writing and
`loaddata` all pass `get_db_prep_save`. Nothing is stripped, folded or normalised.
"""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db import models

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def validate_text(value: str) -> None:
    """Refuse the first forbidden character, named with its place in code points."""
    if found := FORBIDDEN.search(value):
        code = ord(found.group())
        kind = "a lone surrogate" if code >= 0xD800 else "a control character"
        raise ValidationError(
            f"Character {found.start()} is U+{code:04X}, {kind}: it cannot be stored. "
            "Remove it; tab and line breaks are allowed.",
            code="forbidden_character",
        )


def validate_json_text(value: Any) -> None:
    """Refuse a forbidden character in any text of a JSON value, keys included."""
    if isinstance(value, str):
        validate_text(value)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            validate_json_text(key)
            validate_json_text(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            validate_json_text(inner)


def line_feeds(value: str) -> str:
    """The line breaks of a posted form (CRLF, as HTML asks) as line feeds."""
    return value.replace("\r\n", "\n")


def _one_break(value: Any) -> Any:
    if isinstance(value, str):
        return line_feeds(value).replace("\r", "\n")
    return value


class KeptCharField(forms.CharField):
    """A form field that strips nothing and turns posted CRLF into LF."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "strip": False})
        # The rule of our own says which character it is, and where.
        self.validators = [
            rule
            for rule in self.validators
            if not isinstance(rule, ProhibitNullCharactersValidator)
        ]
        self.validators.append(validate_text)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """A browser posts every line break as CRLF: that alone is no change."""
        return super().has_changed(_one_break(initial), _one_break(data))

    def to_python(self, value: Any) -> str:
        """The posted text with its line breaks as LF."""
        return line_feeds(super().to_python(value))


class _SourceText:
    """What the two column types share."""

    default_validators = (validate_text,)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """The value for the database, refused when it holds a forbidden character."""
        if isinstance(value, str):
            validate_text(value)
        return super().get_db_prep_save(value, connection)  # type: ignore[misc]

    def formfield(self, **kwargs: Any) -> Any:
        """A form field that keeps white space."""
        return super().formfield(  # type: ignore[misc]
            **{"form_class": KeptCharField, **kwargs}
        )


class SourceTextField(_SourceText, models.TextField):
    """Text of any length, kept to the character."""


class SourceCharField(_SourceText, models.CharField):
    """A short text, kept to the character."""

    def formfield(self, **kwargs: Any) -> Any:
        """A form field that keeps white space; Django's own where there are choices."""
        if self.choices is not None:
            return models.CharField.formfield(self, **kwargs)
        return super().formfield(**kwargs)


class EditorNoteField(SourceTextField):
    """A note to the next editor; on no public page, and in none of their JSON."""

    def __init__(self, **kwargs: Any) -> None:
        words = (
            "To the next editor; shown on the desk and in the admin, never in public."
        )
        kept = {"blank": True, "verbose_name": "note to the next editor"}
        super().__init__(**{**kept, "help_text": words, **kwargs})
