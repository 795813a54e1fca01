"""Modules of the pages, loaded alone into an empty page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import chromium

__all__ = ["chromium"]

ROOT = Path(__file__).resolve().parents[2] / "timeline" / "static" / "timeline" / "js"
ADDRESS = "http://modules.test/"
Run = Callable[..., Any]


def answer(route: Any) -> None:
    """The file of that name, or an empty page."""
    name = route.request.url.removeprefix(ADDRESS)
    if not name:
        route.fulfill(body="<!doctype html><title>Modules</title>")
    else:
        route.fulfill(path=ROOT / name, content_type="text/javascript")


@pytest.fixture(scope="module")
def run(chromium: Any) -> Run:
    """Evaluate a script with one module as `m` and one argument as `arg`."""
    page = chromium.new_page()
    page.route(f"{ADDRESS}**", answer)
    page.goto(ADDRESS)

    def evaluate(module: str, script: str, arg: Any = None) -> Any:
        load = f"const m = await import('{ADDRESS}{module}.js');"
        return page.evaluate(f"async (arg) => {{ {load} {script} }}", arg)

    return evaluate
