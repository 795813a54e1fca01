"""The letter, loaded; and a way to read a page as its words."""

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.letter import load_letter
from timeline.models import Document


@pytest.fixture
def letter(db: None) -> Document:
    """The letter of September 1917."""
    return load_letter()


@pytest.fixture
def editor(db: None) -> Client:
    """A client signed in as one who may see drafts."""
    client = Client()
    client.force_login(User.objects.create_superuser("editor", password="x"))
    return client


class Words(HTMLParser):
    """The text of a page outside of attributes, with elements by id."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag == "a" and values.get("href"):
            self.hrefs.append(str(values["href"]))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    @property
    def words(self) -> str:
        """All text, white space folded."""
        return " ".join("".join(self.text).split())


def parse(content: bytes) -> Words:
    """A page as words, ids and links."""
    page = Words()
    page.feed(content.decode())
    return page


@pytest.fixture
def read(client: Client) -> Callable[..., Words]:
    """Fetch a public page and read it; fails unless it answers with `status`."""

    def fetch(address: str, status: int = 200, **query: Any) -> Words:
        response = client.get(address, query)
        assert response.status_code == status, (address, response.status_code)
        return parse(response.content)

    return fetch
