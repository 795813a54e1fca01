"""How fast EDTF is read, beside python-edtf (the package `edtf`), in one run.

    python -m tests.benchmarks.edtf_speed [--rounds N]

Each string is read by both, in turn, so that both meet the same machine; the CPU time
of a reading and the ratio are printed, and the exit code is 1 when the median ratio
is below 200. Without python-edtf only our own times are printed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from importlib import import_module

from timeline.dates import parse_edtf

REQUIRED_RATIO = 200
STRINGS = [
    "1917-09-28",
    "1917-09",
    "1917",
    "1917?",
    "-0043-03-15",
    "2001-02-03T09:30:01Z",
    "Y-17E7",
    "2001-21",
    "156X-12-25",
    "15XX-12-XX",
    "2004-06~-11",
    "?2004-06-~11",
    "1917-09-27/1917-10-05",
    "../1985",
    "2004-06-~01/2004-06-~20",
    "[1667,1668,1670..1672]",
    "{1960,1961-12}",
]


def python_edtf() -> Callable[[str], object] | None:
    """The parser of the package `edtf`, if it is installed."""
    try:
        parser: Callable[[str], object] = import_module("edtf").parse_edtf
    except ImportError:
        return None
    return parser


def cpu_time(read: Callable[[str], object], text: str, rounds: int) -> float:
    """Seconds of CPU for one reading: the best of three runs."""
    read(text)
    runs = []
    for _ in range(3):
        begin = time.process_time()
        for _ in range(rounds):
            read(text)
        runs.append((time.process_time() - begin) / rounds)
    return min(runs)


def main() -> int:
    """Print a line for each string; 0 when we are fast enough."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=10, help="of python-edtf")
    rounds = options.parse_args().rounds
    peer = python_edtf()
    ratios = []
    for text in STRINGS:
        own = cpu_time(parse_edtf, text, rounds * 200)
        line = f"{text:26} {own * 1e6:8.2f} µs"
        if peer is not None:
            other = cpu_time(peer, text, rounds)
            ratios.append(other / own)
            line += f" {other * 1e6:10.0f} µs {ratios[-1]:8.0f} ×"
        print(line)
    if not ratios:
        print("python-edtf is not installed: nothing to compare with")
        return 0
    median = statistics.median(ratios)
    print(f"ratio: median {median:.0f}, least {min(ratios):.0f}")
    return 0 if median >= REQUIRED_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
