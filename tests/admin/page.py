"""A form of a page as a browser sends it: the fields, their values, the line breaks."""

import re
from html.parser import HTMLParser
from typing import Any

LINE_BREAK = re.compile("\r\n|\r|\n")


class FormReader(HTMLParser):
    """Collects what the form with the most fields would post."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.values: dict[str, Any] = {}
        self.text: list[str] | None = None
        self.name = ""
        self.select: dict[str, Any] | None = None
        self.option: dict[str, Any] | None = None
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("id", "").endswith("_form")
        if not self.inside:
            return
        if tag == "input":
            self.read_input(given)
        elif tag == "textarea":
            self.name, self.text = given["name"], []
        elif tag == "select":
            self.select = {"name": given["name"], "many": "multiple" in given}
            self.values[given["name"]] = [] if "multiple" in given else None
        elif tag == "option" and self.select:
            self.read_option(given)

    def read_input(self, given: dict) -> None:
        kind, name = given.get("type", "text"), given.get("name")
        if kind in ("submit", "button") or not name or "disabled" in given:
            return
        if kind == "checkbox":
            if "checked" in given:
                self.values[name] = given.get("value", "on")
            return
        value = given.get("value") or ""
        self.values[name] = re.sub("[\r\n]", "", value) if kind != "hidden" else value

    def read_option(self, given: dict) -> None:
        name, value = self.select["name"], given.get("value", "")
        if self.select["many"]:
            if "selected" in given:
                self.values[name].append(value)
        elif "selected" in given or self.values[name] is None:
            self.values[name] = value

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = None
        elif tag == "textarea" and self.text is not None:
            text = "".join(self.text)
            text = re.sub("\\A(\r\n|\r|\n)", "", text)
            self.values[self.name] = LINE_BREAK.sub("\r\n", text)
            self.text = None

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)


def form_of(response: Any) -> dict[str, Any]:
    """The fields of the page's form, as they would be posted untouched."""
    reader = FormReader()
    reader.feed(response.content.decode())
    return {
        name: value
        for name, value in reader.values.items()
        if value is not None and "__prefix__" not in name
    }


def open_form(client: Any, address: str) -> dict[str, Any]:
    """Open a page and return its form."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return form_of(response)


def errors_of(response: Any) -> str:
    """Every error on the page, as text."""
    context = response.context
    lists = context["errors"] if context and "errors" in context else []
    found = [[errors] if isinstance(errors, str) else errors for errors in lists]
    return "\n".join(str(message) for errors in found for message in errors)
