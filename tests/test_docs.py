"""Nothing public is undocumented, and nothing documented is missing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import BaseCommand, call_command, load_command_class
from django.test import Client
from django.urls import URLResolver, get_resolver

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
COMMANDS = [
    path.stem
    for path in sorted((ROOT / "timeline/management/commands").glob("[a-z]*.py"))
]
READERS = {"setting", "switch", "choice", "seconds", "names", "database", "megabytes"}


def sections(text: str) -> dict[str, str]:
    """The parts of a page under each second-level heading."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def section_of(command: str) -> str:
    """Where a command is documented."""
    pages = sections((DOCS / "commands.md").read_text())
    found = [body for title, body in pages.items() if command in title.split()]
    assert found, f"docs/commands.md has no section for {command}"
    return found[0]


def options_of(command: str) -> set[str]:
    """The options a command has beside those of every command."""
    own: BaseCommand = load_command_class("timeline", command)
    every = BaseCommand().create_parser("manage.py", "any")
    common = {o for action in every._actions for o in action.option_strings}
    parser = own.create_parser("manage.py", command)
    return {o for a in parser._actions for o in a.option_strings[:1]} - common


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_and_option_is_documented(command: str) -> None:
    text = section_of(command)
    assert [o for o in sorted(options_of(command)) if o not in text] == []


def test_each_documented_command_exists() -> None:
    titles = sections((DOCS / "commands.md").read_text())
    words = {w for title in titles for w in title.split() if "_" in w}
    assert words <= set(COMMANDS)


def settings_read() -> set[str]:
    """The environment variables that settings.py reads."""
    tree = ast.parse((ROOT / "timeline" / "settings.py").read_text())
    return {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in READERS
        and isinstance(node.args[0], ast.Constant)
    }


def test_settings_are_documented_one_and_all() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \|", (DOCS / "settings.md").read_text(), re.M)
    assert sorted(rows) == sorted(settings_read())


def test_no_other_module_reads_the_environment() -> None:
    readers = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "timeline").rglob("*.py")
        if re.search(
            r"os\.environ\[|os\.environ\.get|getenv|environ\.", path.read_text()
        )
    ]
    assert sorted(readers) == [
        "timeline/asgi.py",  # names the settings module
        "timeline/environment.py",
        "timeline/management/commands/serve.py",  # hands ALLOWED_HOSTS on
        "timeline/wsgi.py",
    ]


def routes(patterns: list[Any], before: str = "/") -> Iterator[str]:
    """Every public route, as the documents write it."""
    for pattern in patterns:
        route = before + re.sub(r"<\w+:(\w+)>", r"<\1>", str(pattern.pattern))
        if isinstance(pattern, URLResolver) and route != "/admin/":
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def test_addresses_are_documented_one_and_all() -> None:
    table = re.findall(r"^\| (`/.*?) \|", (DOCS / "addresses.md").read_text(), re.M)
    documented = [a for cell in table for a in re.findall(r"`([^`]+)`", cell)]
    assert sorted(documented) == sorted(routes(get_resolver().url_patterns))


def keys_of(value: Any) -> Iterator[str]:
    """Every key of a JSON value, at any depth."""
    if isinstance(value, dict):
        yield from value
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, dict | list):
            yield from keys_of(part)


@pytest.mark.django_db
def test_each_key_of_the_json_is_documented(client: Client) -> None:
    call_command("loaddata", "letter", verbosity=0)
    documented = set(re.findall(r"`(\w+)`", (DOCS / "addresses.md").read_text()))
    addresses = (
        "/timelines/letter.json",
        "/documents/letter.json",
        "/timelines/letter/events/moscow-strike.json",
    )
    answers = [client.get(address).json() for address in addresses]
    assert set(keys_of(answers)) - documented == set()


@pytest.mark.parametrize(
    "page",
    [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))],
    ids=lambda p: p.name,
)
def test_links_between_the_documents_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_readme_has_one_command_to_run_and_one_to_test() -> None:
    blocks = re.findall(
        r"^```sh\n(.*?)^```", (ROOT / "README.md").read_text(), re.M | re.S
    )
    assert [block.count("\n") for block in blocks] == [1, 1]
    run, test = blocks
    assert run.rstrip().endswith("manage.py serve")
    assert ".venv/bin/pytest" in test
