"""A file by the browser, from the upload to the page of its event, in every state."""

import os
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from timeline.exchange import upload_work
from timeline.models import Event, Timeline

from .axe import WCAG, found
from .conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("letter")]
NEW = "/admin/timeline/import/add/"
TABLE = "id,title,date,timeline\n"
GOOD = TABLE + "flood,The Neva floods Petrograd,1917-11-21,letter\n"
CHANGED = TABLE + "moscow-strike,A strike in Moscow,1917-08-12,letter\n"
UNSURE = "Wann;Was geschah;Stimmung\n1917-05-19;Koalition;bang\n"
THOUSANDS = TABLE + "".join(
    f"e{n},An event,someday number {n} of many,letter\n" for n in range(1_100)
)
STATES = {
    "columns": UNSURE,
    "good": GOOD,
    "changed": CHANGED,
    "empty": "",
    "a thousand faults": THOUSANDS,
    "binary": "\0\1\2",
    "a text": "Dear friend,\n\non 6 May we met.\n",
    "without a timeline": "id,title,date\na,A,1917\nb,B,1918\n",
    "a new timeline": TABLE + "a,A,1917,nowhere\n",
}


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: Any) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


def upload(page: Any, content: str | bytes, name: str = "events.csv") -> None:
    """Choose a file, as if from the disk, and send it."""
    content = content.encode() if isinstance(content, str) else content
    file = {"name": name, "mimeType": "text/csv", "buffer": content}
    page.get_by_label("File", exact=True).set_input_files(file)
    page.get_by_role("button", name="Check the file").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_upload_to_the_public_page(open_page: Open, scripts: bool) -> None:
    page = open_page(NEW, user="editor", java_script_enabled=scripts)
    upload(page, GOOD)
    assert "Nothing is written yet" in page.inner_text("#content")
    assert not Event.objects.filter(slug="flood").exists()
    page.get_by_role("button", name="Import 1 row").click()
    assert "is in, as import" in page.inner_text("#content")
    event = Event.objects.get(slug="flood")
    public = reverse("event", args=["letter", "flood"])
    page.get_by_role("link", name="See the new events").click()
    page.locator(f"input[name=_selected_action][value='{event.pk}']").check()
    page.locator("select[name=action]").select_option("publish")
    page.locator("button[name=index]").click()
    event.refresh_from_db()
    assert event.publication == "published"
    page.goto(page.url.split("/admin/")[0] + public)
    assert "The Neva floods Petrograd" in page.inner_text("h1")


def test_a_large_file_shows_its_progress_and_is_cancelled(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = []
    monkeypatch.setattr(upload_work, "AT_ONCE", 10)
    monkeypatch.setattr(  # a copy of the lock stands for the process that holds it
        upload_work,
        "_start_process",
        lambda upload, lock: began.append((upload, os.dup(lock))),
    )
    page = open_page(NEW, user="editor")
    upload(page, GOOD)
    bar = page.get_by_role("progressbar")
    bar.wait_for()
    ((held, lock),) = began
    held.tell("check", 40, 100)
    page.get_by_text("Reading and checking: 40 %").first.wait_for()
    assert bar.get_attribute("value") == "40"
    page.get_by_role("button", name="Cancel: nothing comes in").click()
    page.wait_for_load_state("networkidle")
    assert held.is_cancelled()
    upload_work.work_on(held)
    os.close(lock)
    page.get_by_text("Nothing of it is here").wait_for()
    assert not Event.objects.filter(slug="flood").exists()


def test_a_timeline_that_is_lacking_is_chosen_on_the_spot(open_page: Open) -> None:
    page = open_page(NEW, user="editor")
    upload(page, STATES["without a timeline"])
    timeline = page.get_by_label("Timeline", exact=True)
    assert timeline.input_value() == "events"  # proposed from the name of the file
    timeline.fill("letter")
    page.get_by_role("button", name="Check it again").click()
    page.get_by_role("button", name="Import 2 rows").click()
    page.get_by_text("is in, as import").wait_for()
    events = Event.objects.filter(timeline__slug="letter", slug__in=("a", "b"))
    assert events.count() == 2


def test_letters_that_are_not_utf_8_are_mended_by_one_button(open_page: Open) -> None:
    page = open_page(NEW, user="editor")
    table = TABLE + "flut,Große Überschwemmung,1917-11-21,letter\n"
    upload(page, table.encode("cp1252"))
    assert page.get_by_label("Encoding").input_value() == "cp1252"
    page.get_by_role("button", name="Check it again").click()
    page.get_by_role("button", name="Import 1 row").click()
    page.get_by_text("is in, as import").wait_for()
    assert Event.objects.get(slug="flut").title == "Große Überschwemmung"
    page.get_by_role("link", name="Look at the timeline").click()
    assert "Große Überschwemmung" in page.inner_text("#ui-events")


def test_a_picture_leads_back_to_the_form(open_page: Open) -> None:
    page = open_page(NEW, user="editor")
    upload(page, b"\x89PNG\r\n\x1a\n", "a.png")
    page.get_by_role("button", name="Choose another file").click()
    page.get_by_label("File", exact=True).wait_for()


def test_a_file_is_dropped_anywhere_on_the_wide_field(open_page: Open) -> None:
    page = open_page(NEW, user="editor", width=1280)
    box = page.get_by_label("File", exact=True).bounding_box()
    assert box["width"] > 600
    assert box["height"] > 50


def test_refused_rows_are_mended_and_come_back(open_page: Open) -> None:
    page = open_page(NEW, user="editor")
    upload(page, GOOD + "frost,The Neva freezes,31 June 1917,letter\n")
    page.get_by_role("button", name="Import the good rows (1)").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the refused rows").click()
    rows = Path(download.value.path()).read_text(encoding="utf-8")
    page.get_by_role("link", name="Import another file").click()
    upload(page, rows.replace("31 June", "30 June"), "rejects.csv")
    page.get_by_role("button", name="Import 1 row").click()
    page.get_by_text("is in, as import").wait_for()
    assert Event.objects.filter(slug__in=("flood", "frost")).count() == 2


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing(open_page: Open, axe: Any, name: str, width: int) -> None:
    page = open_page(NEW, user="editor", width=width)
    upload(page, STATES[name])
    page.wait_for_load_state("networkidle")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert found(axe, page, WCAG, sheets=False) == [], scheme
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_after_the_import(
    open_page: Open, axe: Any, width: int
) -> None:
    page = open_page(NEW, user="editor", width=width)
    upload(page, GOOD)
    page.get_by_role("button", name="Import 1 row").click()
    assert found(axe, page, WCAG, sheets=False) == []
    page.get_by_role("link", name="Publish what came in").click()
    assert page.get_by_role("button", name="Publish 1 event").is_visible()
    assert found(axe, page, WCAG, sheets=False) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.go_back()
    page.get_by_role("link", name="Undo this import").click()
    assert found(axe, page, WCAG, sheets=False) == []
    page.get_by_role("button", name="Undo the import").click()
    assert found(axe, page, WCAG, sheets=False) == []
    assert not Event.objects.filter(slug="flood").exists()
    assert Timeline.objects.filter(slug="letter").exists()
