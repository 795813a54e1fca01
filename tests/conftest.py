"""What every test gets, and which tests may be skipped.

Tests marked `browser` need Chromium and the extra `browser`; tests marked `postgresql`
need a PostgreSQL database. Elsewhere they are skipped, unless REQUIRE_BROWSER=1 or
REQUIRE_POSTGRESQL=1 says that a skip is a failure.
"""

import importlib.util
import os
import shutil
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from hypothesis import settings as hypothesis_settings

SKIPPABLE = ("browser", "postgresql")
# A busy machine is slow now and then; that is no failure of the code. CI judges each
# change by the same examples; new ones are looked for where somebody is at the desk.
hypothesis_settings.register_profile(
    "timeline", deadline=None, derandomize=os.environ.get("CI", "") != ""
)
hypothesis_settings.load_profile("timeline")

REQUIRED = {m for m in SKIPPABLE if os.environ.get(f"REQUIRE_{m.upper()}") == "1"}


@pytest.fixture(scope="session", autouse=True)
def quick_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test needs `collectstatic`, and no password here is worth a slow digest."""
    with override_settings(
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


def missing(marker: str) -> str:
    """What a marked test lacks here, or nothing."""
    if marker == "postgresql":
        return "" if connection.vendor == "postgresql" else "DATABASE_URL: PostgreSQL"
    if importlib.util.find_spec("playwright") is None:
        return "the extra `browser`"
    return "" if shutil.which("chromium") else "the program chromium"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a marked test where it cannot run."""
    for marker in SKIPPABLE:
        if item.get_closest_marker(marker) and (lack := missing(marker)):
            pytest.skip(f"needs {lack}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """A skipped test is a failed one where its marker is required."""
    report = yield
    marked = {marker for marker in REQUIRED if item.get_closest_marker(marker)}
    if report.skipped and marked and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though {', '.join(marked)} is required"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, Any, Any]:
    """A file that skips itself whole fails where the browser is required."""
    report = yield
    if report.skipped and "browser" in REQUIRED:
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} skips itself; use a marker instead"
    return report
