"""What it costs to carry pointers over an edit, and to cut and search a text.

    python tests/benchmarks/alignment_speed.py [--length 250000] [--pointers 1000]

To reach: at most 1.5 s per 250,000 characters and 1 ms a pointer, every paragraph
altered. The texts are made by the generator of alignment_accuracy.py.
"""

import argparse
import random
import time
from collections.abc import Callable

from alignment_accuracy import EDITS, Prose, cells, cited, joined

from timeline.passages import Former, TextSelector, anchor, describe, revise, segment


def best(work: Callable[[], object], times: int = 3) -> float:
    """The least seconds of some runs."""
    seconds = []
    for _ in range(times):
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return min(seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--length", type=int, default=250_000)
    parser.add_argument("--pointers", type=int, default=1000)
    options = parser.parse_args()
    text = Prose(random.Random(5)).text(options.length)
    chance, prose = random.Random(6), Prose(random.Random(7))
    pointers = [one.pointer for one in cited(text, chance, options.pointers)]
    former = [Former(one.key, one.text, one.kind) for one in segment(text).passages]
    print(f"{len(text):,} characters in {len(former):,} passages")
    print(f"{len(pointers):,} pointers")
    print(f"{'segment':28}{best(lambda: segment(text)):8.3f} s")
    heads = ("text alone", "with pointers", "ms a pointer")
    print(f"{'edit':28}" + "".join(f"{head:>14}" for head in heads))
    for name in ("typos, 1 % of letters", "re-wrapped", "all at once"):
        new, _ = joined(EDITS[name](cells(text), chance, prose))
        alone = best(lambda new=new: revise(former, new))
        whole = best(lambda new=new: revise(former, new, pointers))
        each = 1000 * (whole - alone) / len(pointers)
        print(f"{name:28}{alone:12.3f} s{whole:12.3f} s{each:14.3f}")
    passage = max((one.text for one in segment(text).passages), key=len)
    selector = describe(passage, 10, 30)
    absent = TextSelector(selector.exact[::-1])
    print(
        f"{'anchor, found':28}{1e6 * best(lambda: anchor(selector, passage)):8.0f} µs"
    )
    print(f"{'anchor, absent':28}{1e6 * best(lambda: anchor(absent, passage)):8.0f} µs")


if __name__ == "__main__":
    main()
