"""Server CPU of a timeline page against two others on the same server, in one run.

    .venv/bin/python -m tests.benchmarks.serving [--seconds 4] [--rounds 5]

Counts user and system time of the server's processes from /proc, so that other work on
the machine disturbs little; one connection is kept open and asks one request at a time.
"""

from argparse import ArgumentParser
from statistics import median

from tests.benchmarks.report import table, write
from tests.benchmarks.server import cost_of, serving

PAGES = {
    "timeline page, 50 events": "/timelines/chronicle-50/",
    "the same as JSON": "/timelines/chronicle-50.json",
    "timeline page of the letter, 6 events": "/timelines/letter/",
    "timeline page, 500 events": "/timelines/chronicle-500/",
    "plain ListView, 50 events": "/plain/chronicle-50/",
    "plain ListView, 500 events": "/plain/chronicle-500/",
    "hello": "/hello/",
}


def main() -> None:
    """Go round the pages several times; the median of each is its figure."""
    parser = ArgumentParser()
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    costs: dict[str, list[float]] = {name: [] for name in PAGES}
    with serving() as server:
        sizes = {name: len(server.get(path)) for name, path in PAGES.items()}
        for _ in range(options.rounds):
            for name, path in PAGES.items():
                costs[name].append(cost_of(server, path, options.seconds))
    middle = {name: median(found) for name, found in costs.items()}
    hello = middle["hello"]
    rows = [
        [
            name,
            f"{cost:.2f} ms",
            f"{min(costs[name]):.2f}–{max(costs[name]):.2f}",
            f"{cost / hello:.1f}",
            f"{cost / middle[f'plain ListView, {plain(name)} events']:.2f}",
            f"{sizes[name]:,}",
        ]
        for name, cost in middle.items()
    ]
    head = ["page", "CPU a request", "lowest–highest", "× hello", "× plain", "bytes"]
    write("serving", table(head, rows))


def plain(name: str) -> int:
    """The number of events of the plain page that a page is set against."""
    return 500 if "500" in name else 50


if __name__ == "__main__":
    main()
