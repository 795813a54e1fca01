"""The checks of axe-core, from the package, not from the network."""

from typing import Any

import pytest

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def axe() -> Any:
    """axe, for a test file."""
    return pytest.importorskip("axe_playwright_python.sync_playwright").Axe()


def found(
    axe: Any, page: Any, rules: list[str], sheets: bool = True
) -> list[tuple[str, str, str]]:
    """What axe finds: the rule, the element, what is wrong with it.

    Without `sheets` it does not read the style sheets for a lock of the orientation:
    it fails on the `@import` in the admin's forms.css, and says so in the console.
    """
    options = {"runOnly": rules, "preload": sheets}
    violations = axe.run(page, options=options).response["violations"]
    return [
        (each["id"], node["html"][:200], node["failureSummary"])
        for each in violations
        for node in each["nodes"]
    ]
