"""A timeline by the browser: a whole file, or a failed download and the reason."""

import errno
import json
import os
import random
from pathlib import Path
from typing import Any

import pytest

from .axe import WCAG, found
from .conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("letter")]
EXPORT = "/admin/timeline/export/"


def download(page: Any, name: str) -> Any:
    """What comes of the button."""
    page.get_by_label("Timeline", exact=True).fill("letter")
    page.locator(f"input[value={name}]").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    return download.value


def test_the_file_comes_whole(open_page: Open) -> None:
    page = open_page(EXPORT, user="editor")
    file = download(page, "jsonl")
    assert (file.failure(), file.suggested_filename) == (None, "letter.jsonl")
    lines = Path(file.path()).read_text(encoding="utf-8").splitlines()
    models = [json.loads(line)["model"] for line in lines]
    assert models.count("timeline.event") == 6


def test_a_file_that_breaks_off_is_a_failed_download_and_the_page_says_why(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(out: Any, *_: Any) -> None:
        out.write(random.Random(1917).randbytes(1_000_000).hex())
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("timeline.exchange.export_stream.export_to", fails)
    page = open_page(EXPORT, user="editor")
    assert download(page, "jsonl").failure() is not None
    page.reload()
    told = page.get_by_role("alert").inner_text()
    assert "letter.jsonl broke off: Input/output error." in told
    page.reload()
    assert page.get_by_role("alert").count() == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_the_button_is_always_in_sight_and_covers_no_focus(
    open_page: Open, width: int
) -> None:
    page = open_page(EXPORT, user="editor", width=width)
    button = page.get_by_role("button", name="Download")
    top = button.bounding_box()["y"]
    assert top < page.viewport_size["height"]
    radio = page.locator("input[value=jsonl]")
    radio.focus()
    for _ in range(12):  # from format to format
        page.keyboard.press("ArrowDown")
        at = page.evaluate("document.activeElement.getBoundingClientRect().bottom")
        assert at <= button.bounding_box()["y"]


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(open_page: Open, axe: Any, width: int) -> None:
    page = open_page(EXPORT, user="editor", width=width)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert found(axe, page, WCAG, sheets=False) == [], scheme
    assert page.evaluate("document.documentElement.scrollWidth") <= width
