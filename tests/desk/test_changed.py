"""The list of changed citations: one button to confirm, or to cite other words."""

import re

import pytest
from django.test import Client

from timeline.models import Citation, Document

ADDRESS = "/desk/changed/"
FROM_MAY = " from May 6 to August 31"


def citation(key: str) -> Citation:
    return Citation.objects.get(key=key)


@pytest.fixture
def edited(letter: Document) -> Document:
    """m01 and m02 are lost from paragraph 3; m04 is changed."""
    for key, old, new in (
        ("p3", FROM_MAY, ""),
        ("p3", "The majority", "In May and August it was not so. The majority"),
        ("p4", "August 12", "August 13"),
    ):
        passage = letter.passages.get(key=key)
        assert old in passage.text
        passage.text = passage.text.replace(old, new)
        passage.save()
    return letter


def form(page: str, key: str) -> str:
    """The form of a citation."""
    pk = citation(key).pk
    return re.search(rf'<li id="c-{pk}">.*?</li>', page, re.S)[0]


def fields(html: str) -> dict[str, str]:
    return dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', html))


def test_the_words_as_they_stand_are_confirmed(
    editor: Client, edited: Document
) -> None:
    html = form(editor.get(ADDRESS).content.decode(), "m04")
    assert "August 13" in html and "Cite the words as they stand now" in html
    answer = editor.post(ADDRESS, {**fields(html), "confirm": "yes"}, follow=True)
    assert "see that it still holds" in answer.content.decode()
    assert (citation("m04").quoted, citation("m04").state) == ("August 13", "exact")
    entry = citation("m04").history.first()
    assert entry.history_user == editor.user


def test_other_words_are_cited_instead(editor: Client, edited: Document) -> None:
    assert citation("m02").state == "lost"
    html = form(editor.get(ADDRESS).content.decode(), "m02")
    button = re.search(r'name="instead" value="([\d:]+)"', html)
    assert button, html
    answer = editor.post(
        ADDRESS, {**fields(html), "instead": button[1]}, follow=True
    ).content.decode()
    assert "is cited for" in answer
    row = citation("m02")
    assert "August" in row.exact
    assert row.state == "exact" and row.quoted == row.exact
    assert row.passage.text[row.start : row.end] == row.exact


@pytest.mark.parametrize("value", ["", "1", "1:2", "a:b:c", "9:9:9", "1:2:3:4"])
def test_forged_words_are_refused(editor: Client, edited: Document, value: str) -> None:
    html = form(editor.get(ADDRESS).content.decode(), "m04")
    editor.post(ADDRESS, {**fields(html), "instead": value})
    assert citation("m04").state == "changed"


def test_a_newer_version_is_looked_at_again(editor: Client, edited: Document) -> None:
    html = form(editor.get(ADDRESS).content.decode(), "m04")
    citation("m04").save()
    page = editor.post(ADDRESS, {**fields(html), "confirm": "yes"}, follow=True)
    assert "Somebody changed this citation" in page.content.decode()
    assert citation("m04").state == "changed"


def test_it_needs_the_right_to_change_citations(
    editor: Client, edited: Document
) -> None:
    group = editor.user.groups.get()
    group.permissions.remove(group.permissions.get(codename="change_citation"))
    page = editor.get(ADDRESS).content.decode()
    assert "<form" not in page
    assert editor.post(ADDRESS, {"citation": 1}).status_code == 403
