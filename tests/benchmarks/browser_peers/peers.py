"""The other timelines: packages from npm, and the same events in their formats."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

PACKAGES = ("vis-timeline", "@knight-lab/timelinejs")
HERE = Path(__file__).parent
Json = dict[str, Any]


def install(folder: Path) -> None:
    """Install the packages with npm, outside the repository."""
    quiet = ("--no-audit", "--no-fund", "--silent")
    subprocess.run(["npm", "install", *quiet, *PACKAGES], cwd=folder, check=True)


def version(folder: Path, package: str) -> str:
    """The version that npm chose."""
    about = folder / "node_modules" / package / "package.json"
    return str(json.loads(about.read_text())["version"])


def ends(event: Json) -> tuple[str, str]:
    """First and last day of the dating that an event follows, Gregorian."""
    dating = next(d for d in event["datings"] if d["status"] == "accepted")
    first, _, last = dating["edtf"].partition("/")
    return first, last or first


def as_vis(events: list[Json]) -> list[Json]:
    """Items as vis-timeline takes them."""
    items = []
    for number, event in enumerate(events):
        first, last = ends(event)
        item = {"id": number, "content": event["title"], "start": first}
        items.append(item if first == last else {**item, "end": last})
    return items


def as_timelinejs(events: list[Json]) -> Json:
    """Slides as TimelineJS3 takes them."""
    slides = []
    for event in events:
        first, last = map(parts, ends(event))
        text = {"headline": event["title"], "text": event["summary"]}
        slide = {"start_date": first, "text": text}
        slides.append(slide if first == last else {**slide, "end_date": last})
    return {"events": slides}


def parts(day: str) -> dict[str, str]:
    """A day as TimelineJS3 writes it."""
    return dict(zip(("year", "month", "day"), day.split("-"), strict=True))


def prepare(folder: Path, events: dict[int, list[Json]]) -> None:
    """Put pages, packages and data where they can be served from."""
    (folder / "packages").symlink_to(folder / "node_modules")
    (folder / "data").mkdir()
    for page in HERE.glob("*.html"):
        (folder / page.name).write_text(page.read_text())
    for size, found in events.items():
        for name, form in (("vis", as_vis), ("timelinejs", as_timelinejs)):
            data = json.dumps(form(found), ensure_ascii=False)
            (folder / "data" / f"{name}-{size}.json").write_text(data)


class Quiet(SimpleHTTPRequestHandler):
    """A file server that prints nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; give its address."""
    handler = partial(Quiet, directory=folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
