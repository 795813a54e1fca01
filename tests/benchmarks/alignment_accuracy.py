"""How many pointers are right, wrong or handed to the editor after random edits.

    python tests/benchmarks/alignment_accuracy.py [--seed 1] [--documents 3]

The prose is made by a seeded generator, with dates and whole sentences that repeat.
Each character carries the place it came from through every edit, so the truth is known
and does not come from the code measured.

right: the words stand unaltered (white space, quotes, dashes and Unicode form aside)
and the answer is exactly their place; or they do not, and it is `changed` or `lost`.
wrong: the answer is `exact` or `normalised` at another place, or of altered words.
handed over: the words stand unaltered and the answer is `changed` or `lost`.
"""

import argparse
import random
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from timeline.passages import Former, Pointer, State, fold, revise, segment

MONTHS = [
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
]
SYLLABLES = [
    *("an", "ber", "cor", "del", "en", "far", "gil", "hol", "is", "jor", "kel", "lam"),
    *("mon", "nor", "ol", "pet", "qui", "ros", "sen", "tor", "ul", "ver", "wen", "yar"),
    *("zel", "bré", "cú", "dö"),
]
SMALL = [
    *("the", "of", "and", "to", "in", "a", "was", "that", "it", "with", "for", "on"),
    *("his", "as", "by", "at", "were", "from", "had", "which"),
]

Cell = tuple[str, int | None]  # a character and where it came from
Paragraph = list[Cell]
Text = list[Paragraph]


class Prose:
    """Sentences of made-up words, some of them repeated, with dates that repeat."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.vocabulary = [
            "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))
            for _ in range(2500)
        ]
        self.weights = [1 / (rank + 3) for rank in range(len(self.vocabulary))]
        self.dates = [self.date() for _ in range(120)]
        self.formulas = [self.sentence() for _ in range(40)]

    def date(self) -> str:
        chance = self.chance
        day, year = chance.randint(1, 28), chance.randint(1640, 1680)
        month = chance.choice(MONTHS)
        forms = [
            f"{month} {day}",
            f"{day} {month} {year}",
            f"{month} {day}, {year}",
            f"{month} {year}",
            str(year),
            f"{month} {day}-{day + 2}",
        ]
        return chance.choices(forms, [4, 3, 2, 1, 1, 1])[0]

    def sentence(self) -> str:
        chance = self.chance
        words = []
        for _ in range(chance.randint(5, 24)):
            if chance.random() < 0.45:
                words.append(chance.choice(SMALL))
            else:
                words.append(chance.choices(self.vocabulary, self.weights)[0])
        if chance.random() < 0.4:
            at = chance.randint(1, len(words) - 1)
            date = self.date() if chance.random() < 0.5 else chance.choice(self.dates)
            words[at:at] = ["on", date]
        if chance.random() < 0.2:
            words[2] = f"“{words[2]}”"
        if chance.random() < 0.15:
            words[-2] += "—"
        if chance.random() < 0.5:
            words[len(words) // 2] += ","
        text = " ".join(words)
        return text[0].upper() + text[1:] + "."

    def paragraph(self) -> str:
        chance = self.chance
        sentences = [
            chance.choice(self.formulas) if chance.random() < 0.06 else self.sentence()
            for _ in range(chance.choice([1, 2, 3, 4, 5, 6, 8, 12]))
        ]
        if chance.random() < 0.03:
            sentences = [chance.choice(self.formulas)]
        return " ".join(sentences)

    def text(self, length: int) -> str:
        paragraphs = []
        while sum(map(len, paragraphs)) < length:
            paragraphs.append(self.paragraph())
        return "\n\n".join(paragraphs)


def cells(text: str) -> Text:
    """The paragraphs of a text, each character with its place."""
    paragraphs: Text = []
    at = 0
    for words in text.split("\n\n"):
        paragraphs.append([(char, at + step) for step, char in enumerate(words)])
        at += len(words) + 2
    return paragraphs


def fresh(words: str) -> Paragraph:
    return [(char, None) for char in words]


def in_place(words: str, origins: list[int | None]) -> Paragraph:
    """New words that stand for old ones: they share out the old places."""
    share = len(origins) / max(1, len(words))
    return [(char, origins[int(step * share)]) for step, char in enumerate(words)]


Edit = Callable[[Text, random.Random, Prose], Text]


def typos(rate: float) -> Edit:
    def edit(text: Text, chance: random.Random, prose: Prose) -> Text:
        return [_with_typos(paragraph, rate, chance) for paragraph in text]

    return edit


def _with_typos(paragraph: Paragraph, rate: float, chance: random.Random) -> Paragraph:
    made: Paragraph = []
    for char, origin in paragraph:
        if not char.isalnum() or chance.random() >= rate:
            made.append((char, origin))
            continue
        kind = chance.randrange(4)
        letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
        if kind == 0:
            made.append((letter, origin))
        elif kind == 1:
            made += [(char, origin), (letter, origin)]
        elif kind == 2:
            made += [(" ", None), (char, origin)]
    return made


SWAPS = {"“": '"', "”": '"', "—": "--", "-": "–", "'": "’", '"': "“", ",": ","}


def swapped(text: Text, chance: random.Random, prose: Prose) -> Text:
    return [
        [(new, at) for char, at in paragraph for new in SWAPS.get(char, char)]
        for paragraph in text
    ]


def rewrapped(text: Text, chance: random.Random, prose: Prose) -> Text:
    width = chance.choice([40, 66, 72, 100])
    wrapped: Text = []
    for paragraph in text:
        column = 0
        made: Paragraph = []
        for char, at in paragraph:
            column += 1
            if char.isspace() and column > width:
                char, column = "\n", 0
            made.append((char, at))
        wrapped.append(made)
    return wrapped


def decomposed(text: Text, chance: random.Random, prose: Prose) -> Text:
    return [
        [
            (new, at)
            for char, at in paragraph
            for new in unicodedata.normalize("NFD", char)
        ]
        for paragraph in text
    ]


def inserted(text: Text, chance: random.Random, prose: Prose) -> Text:
    made = list(text)
    for _ in range(max(1, len(text) // 15)):
        at = chance.randint(0, len(made))
        made.insert(at, fresh(prose.paragraph()))
    return made


def copied(text: Text, chance: random.Random, prose: Prose) -> Text:
    """Copies of paragraphs elsewhere, and half of the originals altered."""
    made = list(text)
    for paragraph in chance.sample(text, max(1, len(text) // 30)):
        words = "".join(char for char, _ in paragraph)
        made.insert(chance.randint(0, len(made)), fresh(words))
        if chance.random() < 0.5:
            made = [
                _with_typos(one, 0.02, chance) if one is paragraph else one
                for one in made
            ]
    return made


def moved(text: Text, chance: random.Random, prose: Prose) -> Text:
    made = list(text)
    for _ in range(max(1, len(text) // 15)):
        paragraph = made.pop(chance.randrange(len(made)))
        made.insert(chance.randint(0, len(made)), paragraph)
    return made


def deleted(text: Text, chance: random.Random, prose: Prose) -> Text:
    gone = set(chance.sample(range(len(text)), max(1, len(text) // 12)))
    return [paragraph for index, paragraph in enumerate(text) if index not in gone]


def sentences_cut(text: Text, chance: random.Random, prose: Prose) -> Text:
    return [
        [
            cell
            for sentence in _sentences(paragraph)
            if chance.random() > 0.08
            for cell in sentence
        ]
        for paragraph in text
    ]


def _sentences(paragraph: Paragraph) -> list[Paragraph]:
    parts: list[Paragraph] = [[]]
    for cell in paragraph:
        parts[-1].append(cell)
        if cell[0] == ".":
            parts.append([])
    return parts


def dates_altered(text: Text, chance: random.Random, prose: Prose) -> Text:
    return [_dates(paragraph, chance, prose) for paragraph in text]


def _dates(paragraph: Paragraph, chance: random.Random, prose: Prose) -> Paragraph:
    words = "".join(char for char, _ in paragraph)
    made: Paragraph = []
    at = 0
    for start, end in _date_places(words):
        made += paragraph[at:start]
        old = paragraph[start:end]
        turn = chance.random()
        if turn < 0.15:
            date = prose.date()
            while words[start:end] in date:  # "May 6" stands in "May 6, 1665"
                date = prose.date()
            made += in_place(date, [origin for _, origin in old])
        elif turn > 0.05 + 0.15:
            made += old
        at = end
    return made + paragraph[at:]


def _date_places(words: str) -> list[tuple[int, int]]:
    places = []
    for month in MONTHS:
        at = words.find(month)
        while at >= 0:
            end = at + len(month)
            while end < len(words) and (words[end].isdigit() or words[end] == " "):
                end += 1
            end = at + len(words[at:end].rstrip())
            places.append((at, end))
            at = words.find(month, end)
    return sorted(places)


def split(text: Text, chance: random.Random, prose: Prose) -> Text:
    made: Text = []
    for paragraph in text:
        parts = _sentences(paragraph)
        if len(parts) > 3 and chance.random() < 0.1:
            at = chance.randint(1, len(parts) - 2)
            one = [cell for part in parts[:at] for cell in part]
            other = [cell for part in parts[at:] for cell in part]
            made += [one, other[1:]]
        else:
            made.append(paragraph)
    return made


def merged(text: Text, chance: random.Random, prose: Prose) -> Text:
    made: Text = []
    for paragraph in text:
        if made and chance.random() < 0.08:
            made[-1] = [*made[-1], (" ", None), *paragraph]
        else:
            made.append(paragraph)
    return made


def all_at_once(text: Text, chance: random.Random, prose: Prose) -> Text:
    for edit in (
        *(deleted, inserted, moved, dates_altered, sentences_cut, typos(0.01)),
        *(swapped, rewrapped, decomposed),
    ):
        text = edit(text, chance, prose)
    return text


EDITS: dict[str, Edit] = {
    "typos, 1 % of letters": typos(0.01),
    "typos, 4 % of letters": typos(0.04),
    "quotes and dashes swapped": swapped,
    "re-wrapped": rewrapped,
    "Unicode form D": decomposed,
    "paragraphs inserted": inserted,
    "paragraphs copied": copied,
    "paragraphs moved": moved,
    "paragraphs deleted": deleted,
    "sentences cut": sentences_cut,
    "dates altered or cut": dates_altered,
    "paragraphs split": split,
    "paragraphs merged": merged,
    "all at once": all_at_once,
}


@dataclass(frozen=True)
class Cited:
    """A pointer and its place in the whole text."""

    pointer: Pointer
    start: int
    end: int


def cited(text: str, chance: random.Random, count: int) -> list[Cited]:
    """Pointers to dates, and to runs of one to eight words."""
    found = []
    passages = [one for one in segment(text).passages if " " in one.text]
    for number in range(count):
        passage = chance.choice(passages)
        places = _date_places(passage.text)
        if places and chance.random() < 0.6:
            start, end = chance.choice(places)
        else:
            spaces = [at for at, char in enumerate(passage.text) if char.isspace()]
            first = chance.randrange(len(spaces))
            last = min(len(spaces) - 1, first + chance.randint(1, 8))
            start, end = spaces[first] + 1, spaces[last]
        words = passage.text[start:end]
        if not any(char.isalnum() for char in words):
            continue
        pointer = Pointer(str(number), passage.key, start, end, words)
        found.append(Cited(pointer, passage.start + start, passage.start + end))
    return found


def joined(text: Text) -> tuple[str, list[int | None]]:
    """The new text and, for each character, where it came from."""
    flat: list[Cell] = []
    for paragraph in text:
        if flat:
            flat += fresh("\n\n")
        flat += paragraph
    return "".join(char for char, _ in flat), [origin for _, origin in flat]


def measure(
    text: str, name: str, seed: int, pointers: int, show: int = 0
) -> tuple[Counter[str], float]:
    """What became of the pointers in one text after one edit, and the seconds."""
    chance = random.Random(f"{name} {seed}")
    prose = Prose(random.Random(seed + 1000))
    given = cited(text, chance, pointers)
    new, origins = joined(EDITS[name](cells(text), chance, prose))
    now: dict[int, list[int]] = {}
    for at, origin in enumerate(origins):
        if origin is not None:
            now.setdefault(origin, []).append(at)
    former = [Former(one.key, one.text, one.kind) for one in segment(text).passages]
    started = time.process_time()
    result = revise(former, new, [one.pointer for one in given])
    seconds = time.process_time() - started
    starts = {one.key: one.start for one in result.segmentation.passages}
    outcome: Counter[str] = Counter()
    for one, carried in zip(given, result.carried, strict=True):
        places = [
            at for origin in range(one.start, one.end) for at in now.get(origin, [])
        ]
        truth = (min(places), max(places) + 1) if places else None
        stands = truth is not None and fold(new[slice(*truth)]) == fold(
            one.pointer.quoted
        )
        here = None
        if carried.after:
            base = starts[carried.after.passage]
            here = (base + carried.after.start, base + carried.after.end)
        sure = carried.state in (State.EXACT, State.NORMALISED)
        if sure:
            verdict = "right" if stands and here == truth else "wrong"
        else:
            verdict = "handed over" if stands else "right"
            if carried.state is State.CHANGED and truth and here:
                apart = here[1] <= truth[0] or truth[1] <= here[0]
                outcome["changed, elsewhere"] += apart
            if truth is None:
                outcome["gone, called " + carried.state] += 1
        outcome[verdict] += 1
        if show and verdict != "right":
            show -= 1
            print(f"  {verdict}: {one.pointer.quoted!r} {carried.state} {carried.why}")
            print("     old", repr(text[one.start - 50 : one.end + 50]))
            if truth:
                print("     now", repr(new[max(0, truth[0] - 50) : truth[1] + 50]))
            if here:
                print("     got", repr(new[max(0, here[0] - 50) : here[1] + 50]))
    return outcome, seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=3)
    parser.add_argument("--length", type=int, default=200_000)
    parser.add_argument("--pointers", type=int, default=500)
    parser.add_argument("--text", type=Path, help="a text of your own instead")
    parser.add_argument("--show", type=int, default=0, help="examples of each edit")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    print(
        f"{'edit':28}{'pointers':>9}{'right %':>9}{'wrong %':>9}{'handed %':>9}{'s':>7}"
    )
    for name in EDITS:
        outcome: Counter[str] = Counter()
        seconds = 0.0
        for document in range(options.documents):
            seed = options.seed * 100 + document
            text = (
                options.text.read_text(encoding="utf-8")
                if options.text
                else Prose(random.Random(seed)).text(options.length)
            )
            found, took = measure(text, name, seed, options.pointers, options.show)
            outcome += found
            seconds += took
        report(name, outcome, seconds / options.documents)
        total += outcome
    report("all", total, 0.0)


def report(name: str, outcome: Counter[str], seconds: float) -> None:
    count = sum(outcome[verdict] for verdict in ("right", "wrong", "handed over"))
    shares = [
        100 * outcome[verdict] / count for verdict in ("right", "wrong", "handed over")
    ]
    more = {key: outcome[key] for key in outcome if "," in key and outcome[key]}
    line = f"{name:28}{count:9}" + "".join(f"{share:9.3f}" for share in shares)
    print(f"{line}{seconds:7.2f}  {more or ''}")


if __name__ == "__main__":
    main()
