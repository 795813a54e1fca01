"""Time to the drawn timeline in Chromium, and bytes, against two other timelines.

    .venv/bin/pip install -e ".[dev,browser]"
    .venv/bin/python -m tests.benchmarks.browser_peers.run [--repeat 7]

Needs Chromium and npm. Each run begins with an empty cache. Drawn means: the marks are
in the page (ours), or the library says so (the others), and two frames have passed.
Ours comes from the server with its database, the others from files.
"""

import gzip
import json
import tempfile
from argparse import ArgumentParser
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from statistics import median

import brotli
from playwright.sync_api import Browser, Response, sync_playwright

from tests.benchmarks.browser_peers import peers
from tests.benchmarks.report import table, write
from tests.benchmarks.server import Running, serving

SIZES = {6: "letter", 500: "chronicle-500"}
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
)
WATCH = """
(() => {
  const isDrawn = () => window.drawn || document.querySelector("#ui-axis a.mark");
  const look = () => {
    if (!isDrawn()) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      window.drawnAt = performance.now();
    }));
  };
  requestAnimationFrame(look);
})()
"""
KINDS = {
    "document": "HTML",
    "stylesheet": "CSS",
    "script": "JavaScript",
    "fetch": "data",
}


@dataclass
class Weight:
    """Bytes of what a page loads, by kind."""

    raw: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    gzip: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    brotli: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, response: Response) -> None:
        """Count one response."""
        kind = KINDS.get(response.request.resource_type)
        if kind is None or response.status != 200:
            return
        body = response.body()
        self.raw[kind] += len(body)
        self.gzip[kind] += len(gzip.compress(body, 9))
        self.brotli[kind] += len(brotli.compress(body))


def open_once(browser: Browser, url: str, weight: Weight | None = None) -> float:
    """Milliseconds from the start of the navigation to the drawn timeline."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.add_init_script(WATCH)
    page.goto(url, wait_until="commit")
    page.wait_for_function("() => window.drawnAt", timeout=120_000)
    took = page.evaluate("window.drawnAt")
    if weight is not None:
        page.wait_for_load_state("networkidle")
        for response in responses:
            weight.add(response)
    context.close()
    return float(took)


def events_of(server: Running) -> dict[int, list[peers.Json]]:
    """The same events for the others, from our own JSON."""
    found = {
        size: json.loads(server.get(f"/timelines/{slug}.json"))["events"]
        for size, slug in SIZES.items()
    }
    assert {size: len(events) for size, events in found.items()} == {6: 6, 500: 500}
    return found


def main() -> None:
    """Take turns; the median of each is its figure."""
    parser = ArgumentParser()
    parser.add_argument("--repeat", type=int, default=7)
    repeat = parser.parse_args().repeat
    with tempfile.TemporaryDirectory(prefix="timeline-peers-") as temporary:
        folder = Path(temporary)
        peers.install(folder)
        with serving() as server, peers.served(folder) as files:
            peers.prepare(folder, events_of(server))
            vis, timelinejs = (peers.version(folder, name) for name in peers.PACKAGES)
            pages = {
                "ours": lambda n: f"{server.url}timelines/{SIZES[n]}/",
                f"vis-timeline {vis}": lambda n: f"{files}vis.html?events={n}",
                f"TimelineJS3 {timelinejs}": (
                    lambda n: f"{files}timelinejs.html?events={n}"
                ),
            }
            measure(pages, repeat)


def measure(pages: dict, repeat: int) -> None:
    """Open each page so many times, in turns, and write the tables."""
    times: dict[tuple[str, int], list[float]] = defaultdict(list)
    weights: dict[tuple[str, int], Weight] = defaultdict(Weight)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium"), args=list(FLAGS)
        )
        for name, address in pages.items():
            for size in SIZES:
                open_once(browser, address(size), weights[name, size])
        for _ in range(repeat):
            for name, address in pages.items():
                for size in SIZES:
                    times[name, size].append(open_once(browser, address(size)))
        browser.close()
    write("browser", f"{time_table(list(pages), times)}\n\n{weight_table(weights)}")


def time_table(names: list[str], times: dict[tuple[str, int], list[float]]) -> str:
    """Milliseconds to the drawn timeline."""
    middle = {key: median(found) for key, found in times.items()}
    rows = []
    for name in names:
        row = [name]
        for size in SIZES:
            here, found = middle[name, size], times[name, size]
            ratio = here / middle["ours", size]
            spread = f"{min(found):.0f}–{max(found):.0f}"
            row += [f"{here:.0f} ms ({spread})", f"{ratio:.2f}"]
        rows.append(row)
    head = ["drawn after", "6 events", "× ours", "500 events", "× ours"]
    return table(head, rows)


def weight_table(weights: dict[tuple[str, int], Weight]) -> str:
    """Bytes by kind, raw and compressed; scripts and styles do not grow with events."""
    rows = []
    for (name, size), weight in weights.items():
        for kind in KINDS.values():
            constant = kind in ("CSS", "JavaScript")
            if kind not in weight.raw or (constant and size != min(SIZES)):
                continue
            what = kind if constant else f"{kind}, {size} events"
            row = (weight.raw[kind], weight.gzip[kind], weight.brotli[kind])
            rows.append([name, what, *map("{:,}".format, row)])
    return table(["bytes", "of", "raw", "gzip", "brotli"], rows)


if __name__ == "__main__":
    main()
