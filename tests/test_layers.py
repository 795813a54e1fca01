"""Who may import whom: every import statement of every module, read without running it.

The rule stands in docs/architecture.md: imports run downwards, through front doors.
"""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "timeline"

BELOW = {
    "dates": set(),
    "passages": {"dates"},
    "models": {"passages", "dates"},
    "exchange": {"models", "passages", "dates"},
}
for room in ("web", "admin", "desk", "management", "templatetags"):
    BELOW[room] = {"exchange", *BELOW["exchange"]}
FREE = {"migrations"}
"""Django writes these; they import what Django makes them import."""

WIRING = {
    *("settings", "environment", "urls", "apps", "roles"),
    *("wsgi", "asgi", "staticfiles"),
}
"""Modules directly in the package: no room imports them."""

ALLOWED_WIRING = {("management/server.py", "wsgi")}
"""The server's worker loads the application, as any web server would."""

PURE = {"dates": {"babel"}, "passages": set[str]()}
"""What the rooms without Django may import beside the standard library."""


def room_of(path: Path) -> str:
    """The room a module stands in, or the module's own name beside the rooms."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> list[tuple[int, int, str]]:
    """Line, level (1 for `from .x`) and dotted name of every import in a module."""
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found += [(node.lineno, 0, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            name = node.module or ""
            if name == "timeline":  # from timeline import dates
                found += [(node.lineno, 0, f"timeline.{a.name}") for a in node.names]
            else:
                found.append((node.lineno, node.level, name))
    return found


def faults(path: Path) -> list[str]:
    """What a module imports and should not."""
    room, found = room_of(path), []
    for line, level, name in imported(path):
        where = f"{path.relative_to(ROOT)}:{line}"
        if level > 1:
            found.append(f"{where}: climbs out of its room with `from ..`")
        elif level == 0:
            fault = fault_of(path, room, name)
            found += [f"{where}: {fault}"] if fault else []
    return found


def fault_of(path: Path, room: str, name: str) -> str | None:
    """What is wrong with one absolute import, if anything."""
    top, _, rest = name.partition(".")
    if top != "timeline":
        pure = PURE.get(room)
        if pure is not None and top not in sys.stdlib_module_names | pure:
            return f"{room} is plain Python and may not import {top}"
        return None
    target, _, inside = rest.partition(".")
    if target == room or not target:
        return None
    if target in WIRING:
        key = (path.relative_to(PACKAGE).as_posix(), target)
        return None if key in ALLOWED_WIRING else f"a room imports wiring: {name}"
    if target not in BELOW[room]:
        return f"{room} may not import {target}"
    return f"{name} is inside {target}; import its front door" if inside else None


def modules() -> list[Path]:
    """Every module that stands in a room."""
    return [
        path
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent != PACKAGE and room_of(path) not in FREE
    ]


@pytest.mark.parametrize(
    "path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix()
)
def test_imports_run_downwards_through_front_doors(path: Path) -> None:
    assert faults(path) == []


def test_every_folder_of_the_package_has_its_rule() -> None:
    folders = {p.parent.relative_to(PACKAGE).parts[0] for p in modules()}
    assert folders <= set(BELOW) | FREE


def test_every_module_beside_the_rooms_is_known_wiring() -> None:
    assert {p.stem for p in PACKAGE.glob("*.py")} - {"__init__"} <= WIRING


@pytest.mark.parametrize(
    ("where", "source", "fault"),
    [
        ("dates/edtf.py", "import django.db", "dates is plain Python"),
        ("dates/edtf.py", "from timeline.models import Event", "may not import models"),
        ("passages/anchoring.py", "import convertdate", "passages is plain Python"),
        ("models/event.py", "from timeline.web import pages", "may not import web"),
        ("models/event.py", "from timeline.dates.edtf import parse", "front door"),
        ("web/pages.py", "from timeline.admin import forms", "may not import admin"),
        ("web/pages.py", "from timeline import desk", "may not import desk"),
        ("web/pages.py", "from timeline.settings import DEBUG", "imports wiring"),
        ("web/pages.py", "from ..models import Event", "climbs out"),
        (
            "desk/x.py",
            "def f():\n    from timeline.web import api",
            "may not import web",
        ),
    ],
)
def test_a_fault_would_be_seen(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
    source: str,
    fault: str,
) -> None:
    package = tmp_path / "timeline"
    path = package / where
    path.parent.mkdir(parents=True)
    path.write_text(source)
    monkeypatch.setitem(globals(), "PACKAGE", package)
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    (found,) = faults(path)
    assert fault in found
