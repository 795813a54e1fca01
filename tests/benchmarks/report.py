"""Figures into docs/performance.md: each benchmark owns the part between its marks."""

import os
import platform
import re
from datetime import date

from tests.benchmarks.server import ROOT

PAGE = ROOT / "docs" / "performance.md"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table as Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def machine() -> str:
    """What the figures were taken on."""
    return (
        f"{date.today():%d %B %Y}, Python {platform.python_version()}, "
        f"{os.cpu_count()} cores, {platform.machine()}."
    )


def write(name: str, text: str) -> None:
    """Print a part and put it between its marks on the page."""
    print(text)
    begin, end = f"<!-- {name} -->", f"<!-- end {name} -->"
    page = PAGE.read_text()
    part = f"{begin}\n{text}\n\n{machine()}\n{end}"
    found = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    if not found.search(page):
        raise SystemExit(f"{PAGE} has no marks {begin} … {end}")
    PAGE.write_text(found.sub(lambda _: part, page))
