"""What the scripts and style sheets of the pages promise, read from their sources."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[2] / "timeline" / "static" / "timeline"
MODULES = sorted((STATIC / "js").glob("*.js"))
SHEETS = sorted(STATIC.glob("*.css"))
PURE = {"axis", "calendar", "crowd", "extent", "lanes", "layout", "scale", "zoom"}
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)


def code(path: Path) -> str:
    """A source without its comments."""
    return COMMENT.sub("", path.read_text())


def names(paths: list[Path]) -> list[str]:
    """File names, for the names of tests."""
    return [path.name for path in paths]


def test_the_pure_modules_are_there() -> None:
    assert {path.stem for path in MODULES} > PURE
    assert {"timeline.css", "reading.css", "axis.css"} <= {p.name for p in SHEETS}


def test_the_page_asks_for_every_module_at_once() -> None:
    """Not one after the other, as each is found to import the next."""
    page = STATIC.parents[2] / "templates" / "timeline" / "reading.html"
    asked = re.findall(r"'timeline/js/(\w+)\.js'", page.read_text())
    assert sorted(asked) == sorted(path.stem for path in MODULES)


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_no_date_object_no_markup_no_globals(path: Path) -> None:
    source = code(path)
    for word in ("Date", "innerHTML", "outerHTML", "eval", "globalThis"):
        assert not re.search(rf"\b{word}\b", source), word
    assert not re.search(r"\bwindow\.\w+ = ", source)


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_imports_are_neighbours_and_pure_modules_stay_pure(path: Path) -> None:
    imported = re.findall(r'\bfrom "([^"]+)"', code(path))
    assert all(re.fullmatch(r"\./\w+\.js", one) for one in imported)
    if path.stem in PURE:
        assert {Path(one).stem for one in imported} <= PURE
        assert not re.search(r"\b(document|window)\b", code(path))


@pytest.mark.parametrize("path", MODULES + SHEETS, ids=names(MODULES + SHEETS))
def test_nothing_comes_from_another_host(path: Path) -> None:
    addresses = re.findall(r"https?://[^\s\"')]+", code(path))
    assert [one for one in addresses if one != "http://www.w3.org/2000/svg"] == []
