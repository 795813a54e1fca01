"""Chromium for the tests marked `browser`, through Playwright's plain interface."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, one for a test file.

    Playwright keeps an event loop in this thread. Django then takes every query here
    for one made inside asynchronous code, which it is not; hence the variable, for as
    long as the browser runs.
    """
    playwright = pytest.importorskip("playwright.sync_api")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with playwright.sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"))
            yield browser
            browser.close()
