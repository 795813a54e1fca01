"""Markup, scripts, bidi controls and heaps of marks on every page of the desk."""

import re

import pytest
from django.test import Client
from django.urls import get_resolver

from tests.desk.test_new import post
from tests.factories import make_citation, make_dating, make_document, make_event
from tests.factories import make_timeline as line
from tests.web.conftest import parse
from timeline.models import Citation, Document, Event, find_proposals, revise

MARKS = "e" + "\u0301" * 10_000
EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>\u202e{{ 7 }}&amp;"
LAST = f"Of the rest of it more is said, {EVIL}, in the book that he kept."
TITLE = EVIL + "\u2067x" + MARKS[:300]

PAGES = [
    "",
    "new/",
    "conflicts/",
    "conflicts/{torn}/",
    "without-passage/",
    "undated/",
    "scheduled/",
    "notes/",
    "changed/",
    "documents/evil/",
    "documents/evil/?q=script",
    "documents/evil/edit/",
    "documents/evil/edit/?passage=p1",
    "documents/evil/revisions/?old=1&new=2",
    "documents/evil/review/",
    "documents/evil/cite/?passage=p1&start=0&end=60&q=script",
    "documents/evil/note/",
    "events/{torn}/note/",
    "events/{torn}/merge/?q=script&other={other}",
    "history/event/{torn}/",
    "history/document/{document}/",
    "history/timeline/{line}/",
    "history/citation/{citation}/",
    "history/dating/{dating}/",
]


@pytest.fixture
def numbers(db: None) -> dict[str, int]:
    """A document, a timeline and events with hostile words in each of their texts."""
    texts = ("creator", "place", "source_edition", "calendar_basis", "context_basis")
    more = dict.fromkeys((*texts, "editor_note"), EVIL)
    text = f"On 6 May 1917 {EVIL} and on 05/07/1918 {MARKS}.\n\n{LAST}"
    document = make_document("evil", text, title=TITLE, **more)
    timeline = line("evil", title=TITLE, description=EVIL)
    fields = {"title": TITLE, "summary": EVIL, "editor_note": EVIL}
    torn = make_event(timeline, "torn", "1917-05-06", status="scheduled", **fields)
    other = make_event(timeline, "other", None, **fields)
    passage = document.passages.get(key="p1")
    cited = make_citation(torn, passage, "6 May 1917", note=EVIL)
    last = document.passages.get(text=LAST)
    gone = make_citation(other, last, EVIL, note=EVIL)
    dating = make_dating(torn, "1800", reason=EVIL, who=EVIL, as_written=EVIL)
    find_proposals(document)
    new = document.text().replace("6 May 1917", "7 May 1917")
    new = new.replace(f", {EVIL},", "")
    revise(Document.objects.get(pk=document.pk), new, who=EVIL, why=EVIL)
    for row in (torn, other, document, timeline, dating):
        row.refresh_from_db()
        row._change_reason = EVIL[:100]
        row.save()
    assert Citation.objects.get(pk=gone.pk).state == "lost"
    assert Citation.objects.get(pk=cited.pk).state == "changed"
    return {
        "torn": torn.pk,
        "other": other.pk,
        "document": document.pk,
        "line": timeline.pk,
        "citation": cited.pk,
        "dating": dating.pk,
    }


def without_isolated(content: str) -> str:
    """The page without what stands inside `<bdi>`, inputs and attributes."""
    body = content.split("</head>")[1]
    body = re.sub(r"<bdi\b[^>]*>.*?</bdi>", "", body, flags=re.S)
    body = re.sub(r"<textarea\b.*?</textarea>", "", body, flags=re.S)
    body = re.sub(r"<option\b.*?</option>", "", body, flags=re.S)
    return "".join(parse(body.encode()).text)


@pytest.mark.parametrize("address", PAGES)
def test_it_is_text_and_turns_nothing_round(
    editor: Client, publisher: Client, numbers: dict[str, int], address: str
) -> None:
    answer = publisher.get("/desk/" + address.format(**numbers))
    assert answer.status_code == 200
    content = answer.content.decode()
    page = parse(answer.content)
    scripts = [values for tag, values in page.tags if tag == "script"]
    assert all("/static/timeline/" in str(values.get("src")) for values in scripts)
    assert not [tag for tag, _ in page.tags if tag == "img"]
    assert not [v for _, v in page.tags if any(name.startswith("on") for name in v)]
    assert "\u202e" not in without_isolated(content)
    assert "\u2067" not in without_isolated(content)


def test_every_page_of_the_desk_is_on_the_list() -> None:
    """A new page is one line in PAGES."""
    (desk,) = [p for p in get_resolver().url_patterns if str(p.pattern) == "desk/"]
    known = [re.escape(page.split("?")[0]) for page in PAGES]
    known = [re.sub(r"\\\{\w+\\\}", r"<[^>]+>", page) for page in known]
    known = [page.replace("evil", "<[^>]+>") for page in known]
    for pattern in desk.url_patterns:
        route = str(pattern.pattern)
        if route.endswith("find/"):
            continue  # answers only what is posted
        assert any(re.fullmatch(page, route) for page in known), route


@pytest.mark.parametrize("words", ["\x00", "\x1b[31m", "\ufffe\x07"])
def test_controls_are_refused_with_their_place(
    editor: Client, db: None, words: str
) -> None:
    text = f"On 6 May 1917 {words} it rained."
    page = post(editor, text).content.decode()
    at = next(n for n, c in enumerate(text) if ord(c) < 32)
    assert f"Character {at} is U+{ord(text[at]):04X}" in page
    assert not Document.objects.exists()


def test_ten_thousand_marks_are_stored_as_they_came(editor: Client, db: None) -> None:
    text = f"A log\n\nOn 6 May 1917 {MARKS} it rained."
    post(editor, text, save=True, slug="log")
    assert Document.objects.get().text() == text
    page = editor.get("/desk/documents/log/").content.decode()
    assert page.count("\u0301") >= 10_000
    assert not Event.objects.exists()
