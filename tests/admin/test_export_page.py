"""A timeline by the browser, in a stream: whole, for editors only."""

import errno
import io
import json
import os
import random
import threading
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import signed_in
from tests.factories import make_timeline
from tests.letter import load_letter
from timeline.admin.import_report import with_code
from timeline.exchange import FORMATS, export_pieces, export_to, format_named
from timeline.models import Event

EXPORT = reverse("export")
WRITTEN = sorted(name for name, format_ in FORMATS.items() if format_.write)


@pytest.fixture
def letter(transactional_db: None) -> None:
    """Another thread reads what is stored, so it has to be stored."""
    load_letter()


@pytest.fixture
def editor(letter: None) -> Client:
    return signed_in("edith", "Editor")


def written(name: str, timeline: str | None) -> bytes:
    """The same export without a page."""
    file = io.BytesIO()
    out = io.TextIOWrapper(file, "utf-8", newline="", write_through=True)
    export_to(out, format_named(name), timeline)
    out.flush()
    return file.getvalue()


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


@pytest.mark.parametrize("name", ["jsonl", "json", "csv", "geojson-t", "icalendar"])
def test_a_download_is_the_export(editor: Client, name: str) -> None:
    answer = editor.get(EXPORT, {"format": name, "timeline": "letter"})
    assert answer.streaming
    ending = FORMATS[name].suffixes[0]
    told = answer["Content-Disposition"]
    assert told == f'attachment; filename="letter{ending}"'
    found, direct = body(answer), written(name, "letter")
    if name == "icalendar":  # names the moment it was made
        found, direct = (text.split(b"BEGIN:VEVENT")[0] for text in (found, direct))
    assert found[:200] == direct[:200]
    assert len(found) == len(direct)


def test_all_timelines_where_none_is_named(editor: Client) -> None:
    make_timeline("another")
    lines = body(editor.get(EXPORT, {"format": "jsonl", "timeline": ""})).splitlines()
    slugs = {json.loads(line)["fields"].get("slug") for line in lines}
    assert {"another", "letter"} <= slugs


def test_every_format_is_offered_with_what_it_cannot_carry(editor: Client) -> None:
    page = editor.get(EXPORT).content.decode()
    for name in WRITTEN:
        assert f'value="{name}"' in page
        for loss in FORMATS[name].losses:
            assert with_code(loss) in page


def test_formats_stand_by_their_use_the_whole_first(editor: Client) -> None:
    page = editor.get(EXPORT).content.decode()
    named = ["json", "jsonl", "csv", "xlsx", "timelinejs", "tei", "bibtex", "text"]
    places = [page.index(f'value="{name}"') for name in named]
    assert places[0] == min(places)
    assert max(places[:2]) < min(places[2:4])
    assert max(places[2:4]) < min(places[4:6])
    assert max(places[4:6]) < min(places[6:])


@pytest.mark.parametrize(
    "query",
    [
        {"format": "nothing"},
        {"format": "jsonl", "timeline": "nowhere"},
        {"format": "", "timeline": "letter"},
        {"format": "jsonl", "timeline": "a\0b"},
    ],
)
def test_what_is_not_there_is_said(editor: Client, query: dict[str, str]) -> None:
    answer = editor.get(EXPORT, query)
    assert answer.status_code == 200
    assert not answer.streaming
    assert "errorlist" in answer.content.decode()


def test_nothing_is_changed_by_a_post(editor: Client) -> None:
    assert editor.post(EXPORT, {"format": "jsonl"}).status_code == 405


def test_drafts_are_for_editors_only(letter: None, client: Client) -> None:
    Event.objects.filter(slug="moscow-strike").update(publication="draft")
    query = {"format": "jsonl", "timeline": "letter"}
    answer = client.get(EXPORT, query)
    assert (answer.status_code, "/login/" in answer["Location"]) == (302, True)
    helper = signed_in("helper")
    answer = helper.get(EXPORT, query)
    assert answer.status_code == 403
    assert "it takes the right to see them" in answer.content.decode()
    helper.user.user_permissions.add(Permission.objects.get(codename="view_event"))
    assert b"moscow-strike" in body(helper.get(EXPORT, query))


def test_who_goes_away_ends_the_export(
    letter: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = threading.Event()

    def endless(out: Any, *_: Any) -> None:
        try:
            while True:
                out.write("line\n" * 100_000)
        finally:
            ended.set()

    replace(monkeypatch, endless)
    pieces = export_pieces(format_named("jsonl"))
    assert next(pieces).startswith(b"line\n")
    pieces.close()
    assert ended.is_set()


def fails_after(size: int, error: Exception) -> Callable[..., None]:
    def fails(out: Any, *_: Any) -> None:
        signs = random.Random(1917)  # not to be packed into one piece
        out.write(signs.randbytes(size // 2).hex())
        raise error

    return fails


def test_what_fails_midway_is_raised_where_it_is_taken(
    letter: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(monkeypatch, fails_after(1_000_000, ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        list(export_pieces(format_named("jsonl")))


def unpacked(answer: Any) -> bytes:
    """As a browser unpacks what it gets, to the end of the stream."""
    gzip = zlib.decompressobj(zlib.MAX_WBITS | 16)
    found = b"".join(map(gzip.decompress, answer.streaming_content))
    assert gzip.eof
    return found


def test_a_browser_gets_it_packed(editor: Client) -> None:
    query = {"format": "jsonl", "timeline": "letter"}
    answer = editor.get(EXPORT, query, headers={"Accept-Encoding": "gzip, deflate, br"})
    assert answer["Content-Encoding"] == "gzip"
    assert "Content-Length" not in answer
    assert unpacked(answer) == written("jsonl", "letter")


@pytest.mark.parametrize("accepted", ["", "identity", "br", "br, gzip;q=0"])
def test_who_takes_no_gzip_gets_it_once_it_is_made(
    editor: Client, accepted: str
) -> None:
    query = {"format": "jsonl", "timeline": "letter"}
    answer = editor.get(EXPORT, query, headers={"Accept-Encoding": accepted})
    content = body(answer)
    assert "Content-Encoding" not in answer
    assert int(answer["Content-Length"]) == len(content)
    assert content == written("jsonl", "letter")


def test_who_asks_for_the_headers_alone_makes_no_file(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(monkeypatch, fails_after(0, AssertionError()))
    answer = editor.head(EXPORT, {"format": "csv", "timeline": "letter"})
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == 'attachment; filename="letter.csv"'


def test_what_fails_midway_cannot_be_unpacked_and_the_page_says_why(
    editor: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    replace(monkeypatch, fails_after(1_000_000, error))
    query = {"format": "csv", "timeline": "letter"}
    answer = editor.get(EXPORT, query, headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    with pytest.raises(zlib.error):
        unpacked(answer)
    assert "broke off" in caplog.text
    page = editor.get(EXPORT).content.decode()
    assert "letter.csv broke off: No space left on device." in page
    assert "broke off" not in editor.get(EXPORT).content.decode()


@pytest.mark.parametrize(("accepted", "size"), [("gzip", 0), ("identity", 1_000_000)])
def test_what_fails_before_its_first_byte_is_a_page(
    editor: Client,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    accepted: str,
    size: int,
) -> None:
    error = DatabaseError("database disk image is malformed")
    replace(monkeypatch, fails_after(size, error))
    query = {"format": "csv", "timeline": "letter"}
    answer = editor.get(EXPORT, query, headers={"Accept-Encoding": accepted})
    assert answer.status_code == 500
    assert "Content-Disposition" not in answer
    told = "the database failed (database disk image is malformed)."
    assert f"Nothing was exported: {told}" in answer.content.decode()
    assert "failed" in caplog.text


def test_what_breaks_for_a_reason_of_ours_is_not_shown_to_the_world(
    editor: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    replace(monkeypatch, fails_after(0, ZeroDivisionError("secret")))
    page = editor.get(EXPORT, {"format": "csv"}).content.decode()
    assert "the program failed here. The log says more." in page
    assert "secret" not in page


def replace(monkeypatch: pytest.MonkeyPatch, write: Callable[..., None]) -> None:
    """Let this stand for the writing of any format."""
    monkeypatch.setattr("timeline.exchange.export_stream.export_to", write)


def test_names_in_a_sentence_are_set_as_names() -> None:
    assert with_code("a `b` c <i> `d`") == "a <code>b</code> c &lt;i&gt; <code>d</code>"
