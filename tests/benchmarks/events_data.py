"""Events to measure imports with: the same ones every time, in CSV and as a fixture.

Each event has a date (day, month, year or years; a fifth before 1918 in the Julian
calendar), two tags and a quote of six words from one of the passages; there are twenty
passages in each document, and a document for every thousand events.
"""

import csv
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

COLUMNS = (
    *("id", "title", "description", "date", "calendar", "importance", "tags"),
    *("document", "passage", "quote", "timeline"),
)
PASSAGES = 20
Fixture = dict[str, Any]


def words(chance: random.Random) -> list[str]:
    """Five thousand invented words."""
    syllables = [c + v for c in "bcdfghklmnprst" for v in "aeiou"]
    return [
        "".join(chance.choices(syllables, k=chance.choice((2, 3, 3, 4))))
        for _ in range(5_000)
    ]


def texts(count: int) -> Iterator[tuple[str, str, str]]:
    """Document, passage and text."""
    chance = random.Random(1)
    known = words(chance)
    for number in range(max(1, count // 1_000)):
        for passage in range(1, PASSAGES + 1):
            text = " ".join(chance.choices(known, k=60))
            yield f"doc-{number:06d}", f"p{passage}", text


def date_of(chance: random.Random) -> tuple[str, str]:
    """A date in EDTF syntax, and its calendar."""
    year = chance.randint(1500, 1999)
    if chance.random() > 0.8:
        year = chance.randint(-2999, 1499)
    julian = year < 1582 or (year < 1918 and chance.random() < 0.2)
    shown = f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    kind = chance.random()
    if kind < 0.5:
        shown += f"-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    elif kind < 0.7:
        shown += f"-{chance.randint(1, 12):02d}"
    elif kind > 0.9 and year > 0:
        shown += f"/{year + chance.randint(1, 9):04d}"
    return shown, "julian" if julian else "gregorian"


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """The rows of the table, in the order of `COLUMNS`."""
    chance = random.Random(2)
    known = words(chance)
    passages = list(texts(count))
    for number in range(count):
        document, passage, text = chance.choice(passages)
        date, calendar = date_of(chance)
        at = chance.randint(0, 54)
        tags = sorted({f"tag{chance.randint(0, 39)}" for _ in range(2)})
        yield (
            *(f"ev-{number:08d}", " ".join(chance.choices(known, k=4))),
            *(" ".join(chance.choices(known, k=17)), date, calendar),
            *(str(int(1000 * chance.random() ** 4)), "; ".join(tags)),
            *(document, passage, " ".join(text.split()[at : at + 6]), "bench"),
        )


def objects_of_texts(count: int) -> Iterator[Fixture]:
    """The timeline, the documents and their passages."""
    yield _object("timeline", slug="bench", title="Bench")
    last = ""
    for document, passage, text in texts(count):
        if document != last:
            last = document
            yield _object("document", slug=document, title=document)
        number = int(passage[1:])
        yield _object(
            "passage",
            document=[document],
            key=passage,
            number=number,
            order=number * 10,
            text=text,
            after="\n\n",
        )


def objects(count: int) -> Iterator[Fixture]:
    """Everything as a fixture."""
    yield from objects_of_texts(count)
    for number in range(40):
        name = f"tag{number}"
        yield _object("tag", kind="topic", slug=name, name=name)
    passages = {(d, p): text for d, p, text in texts(count)}
    for row in rows(count):
        cells = dict(zip(COLUMNS, row, strict=True))
        yield from _objects_of(cells, passages[cells["document"], cells["passage"]])


def _objects_of(cells: dict[str, str], text: str) -> Iterator[Fixture]:
    event, key, quote = ["bench", cells["id"]], cells["id"], cells["quote"]
    at = text.index(quote)
    yield _object(
        "event",
        timeline=["bench"],
        slug=cells["id"],
        title=cells["title"],
        summary=cells["description"],
        importance=int(cells["importance"]),
        tags=[["topic", tag] for tag in cells["tags"].split("; ")],
    )
    yield _object(
        "citation",
        key=key,
        event=event,
        passage=[cells["document"], cells["passage"]],
        quoted=quote,
        exact=quote,
        start=at,
        end=at + len(quote),
        prefix=text[max(0, at - 32) : at],
        suffix=text[at + len(quote) : at + len(quote) + 32],
    )
    yield _object(
        "dating",
        key=key,
        event=event,
        citation=[key],
        calendar=cells["calendar"],
        edtf_written=cells["date"],
        status="accepted",
    )


def _object(model: str, **fields: Any) -> Fixture:
    return {"model": f"timeline.{model}", "fields": fields}


def write(folder: Path, count: int) -> None:
    """The files `events.csv`, `texts.jsonl` and `events.json`, if not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / "events.json").exists():
        return
    with (folder / "events.csv").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        table.writerows(rows(count))
    with (folder / "texts.jsonl").open("w") as file:
        file.writelines(f"{json.dumps(o)}\n" for o in objects_of_texts(count))
    with (folder / "draft.json").open("w") as file:
        file.write("[\n")
        for number, each in enumerate(objects(count)):
            file.write(",\n" * bool(number) + json.dumps(each))
        file.write("\n]\n")
    (folder / "draft.json").rename(folder / "events.json")
