"""Inputs that say what they are read as, and selects that know their row already."""

from typing import Any

from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.contrib.admin.widgets import AutocompleteSelect as StockAutocomplete
from django.contrib.admin.widgets import AutocompleteSelectMultiple as StockMultiple
from django.forms import Media, Script
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

MODULE = Script("timeline/admin/preview.js", type="module")
NAMES = Script("timeline/admin/names.js", type="module")
STYLE = "timeline/admin/admin.css"


class Previewed:
    """An input with a place beside it where the answer stands, read out when it comes.

    `shown` is what stands there before anything is typed; scripts replace it.
    """

    kind = ""
    view = ""
    shown = ""

    @property
    def media(self) -> Media:
        """The module that asks, and the style of the answer."""
        return Media(js=[MODULE], css={"all": [STYLE]})

    def render(self, name: str, value: Any, *args: Any, **kwargs: Any) -> SafeString:
        """The input and its answer."""
        return format_html(
            '{}<output class="preview" aria-live="polite">{}</output>',
            super().render(name, value, *args, **kwargs),
            self.shown,
        )

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What the module needs to know."""
        return {
            **super().build_attrs(*args, **kwargs),
            "data-preview": self.kind,
            "data-address": reverse(f"admin:{self.view}"),
        }


class DateInput(Previewed, AdminTextInputWidget):
    """A date as the source prints it, read while it is typed."""

    kind, view = "as_written", "timeline_dating_read"


class EDTFInput(DateInput):
    """A date in EDTF, read while it is typed."""

    kind = "edtf_written"


class QuoteInput(Previewed, AdminTextareaWidget):
    """A quote, looked up in its passage while it is typed."""

    kind, view = "quoted", "timeline_citation_find"


class JSONTextarea(AdminTextareaWidget):
    """JSON as it was typed, a lone surrogate as its escape: no page can hold it."""

    def format_value(self, value: Any) -> str | None:
        """The text, such that it can be sent."""
        text = super().format_value(value)
        return text and text.encode("utf-8", "backslashreplace").decode()


class KnownRows:
    """Shows the chosen rows without asking the database for what the form has read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known: dict[str, str] = {}
        self.query = ""

    @property
    def media(self) -> Media:
        """The stock scripts, and the one that names the box they draw."""
        return super().media + Media(js=[NAMES])

    def get_url(self) -> str:
        """Where the options come from, narrowed by `query`."""
        return f"{super().get_url()}?{self.query}" if self.query else super().get_url()

    def value_from_datadict(self, *args: Any) -> Any:
        """What was chosen; what can be no key becomes the key of no row."""
        value = super().value_from_datadict(*args)
        if isinstance(value, list):
            return [key if is_key(key) else NO_KEY for key in value]
        return value if not value or is_key(value) else NO_KEY

    def optgroups(self, name: str, value: list, attr: Any = None) -> list:
        """The chosen options, from what is known where that is enough."""
        chosen = [str(pk) for pk in value if pk not in ("", None)]
        if not set(chosen) <= self.known.keys():
            return super().optgroups(name, chosen, attr)
        options = []
        if not self.is_required and not self.allow_multiple_selected:
            options.append(self.create_option(name, "", "", False, 0))
        options += [
            self.create_option(name, pk, self.known[pk], True, 0) for pk in chosen
        ]
        return [(None, options, 0)]


NO_KEY = "0"
"""Rows are numbered from 1."""


def is_key(text: str) -> bool:
    """Whether a text can be the key of a row, which is a number of 64 bits."""
    return text.isascii() and text.isdecimal() and int(text[:20]) < 2**63


class AutocompleteSelect(KnownRows, StockAutocomplete):
    """One row, found by typing."""


class AutocompleteSelectMultiple(KnownRows, StockMultiple):
    """Several rows, found by typing; each has its own cross, the list has none."""

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """No cross for all of them: it would be no item of the list it stands in."""
        return {**super().build_attrs(*args, **kwargs), "data-allow-clear": "false"}
