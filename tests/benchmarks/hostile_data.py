"""Events that break careless readers and writers: the same ones every time.

Texts that look like formulas, marks, commands or other encodings; line breaks, blanks
at both ends, combining marks, bidirectional controls, texts of a megabyte; slugs that
look percent-encoded; dates in six calendars, before the year 1, open, unknown and in
sets; several datings and citations an event, rejected, lost and changed ones among
them; nested JSON whose names stand in no order. The objects stand in no order either,
and only what refers to others comes after them.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.hostile_texts import (
    ADDRESSES,
    DATES,
    EVERY_DATE,
    NUMBERS,
    PIECES,
    SLUGS,
)
from timeline.passages import describe, state_of

Fixture = dict[str, Any]
KINDS = ("person", "place", "organisation", "topic")
STATUS = ("occurred", "scheduled", "planned", "feared")
PUBLICATION = ("draft", "reviewed", "published")
CLAIMS = ("plain", "misprint", "variant", "correction", "conventional")
PASSAGES, TAGS, AN_EVENTS = 20, 60, 500  # a document for so many events


def row(model: str, chance: random.Random, **fields: Any) -> Fixture:
    """An object of a fixture; the names of its fields stand in no order."""
    names = list(fields)
    chance.shuffle(names)
    given = {name: fields[name] for name in names}
    return dict(chance.sample([("model", f"timeline.{model}"), ("fields", given)], 2))


class Hostile:
    """Everything by rule, from one seed."""

    def __init__(self, count: int, seed: int = 1917) -> None:
        self.count, self.chance = count, random.Random(seed)
        self.texts: dict[tuple[str, str], str] = {}

    def text(self, most: int = 3, longest: int = 0) -> str:
        """Some pieces, one after the other."""
        pieces = self.chance.choices(PIECES, k=self.chance.randint(1, most))
        together = self.chance.choice(("", "", " ", "\n", ", ")).join(pieces)
        return together[:longest] if longest else together

    def maybe(self, share: float = 0.5, longest: int = 0) -> str:
        """A text, or none."""
        return self.text(3, longest) if self.chance.random() < share else ""

    def title(self, longest: int) -> str:
        """A text with something in it."""
        return self.text(2, longest)

    def json(self, depth: int = 0) -> Any:
        """A value of JSON; the names of objects stand in no order."""
        kind = self.chance.random()
        if depth > 3 or kind < 0.5:
            return self.chance.choice((None, True, False, self.text(1), *NUMBERS))
        if kind < 0.7:
            return [self.json(depth + 1) for _ in range(self.chance.randint(0, 3))]
        names = self.chance.sample(PIECES, self.chance.randint(0, 3))
        return {name: self.json(depth + 1) for name in names}

    # What events refer to

    def before(self) -> Iterator[Fixture]:
        """Timelines, documents with revisions, passages and notes; tags."""
        made = [*self._timelines(), *self._tags()]
        self.chance.shuffle(made)
        yield from made
        for number in range(self.documents):
            yield from self._document(f"d{number:05d}-{'ж' * (number % 3)}")

    @property
    def documents(self) -> int:
        """How many."""
        return max(2, self.count // AN_EVENTS)

    timelines = ("hostile", "Zeit-_", "война", "empty")

    def _timelines(self) -> Iterator[Fixture]:
        for slug in self.timelines:
            yield row(
                "timeline",
                self.chance,
                slug=slug,
                title=self.title(500),
                description=self.maybe(),
                publication=self.chance.choice(PUBLICATION),
                extra={self.text(1): self.json()},
            )

    def _tags(self) -> Iterator[Fixture]:
        for number in range(TAGS):
            name = PIECES[number % len(PIECES)][:190] + str(number) * (number % 2)
            kind = KINDS[number % 4]
            yield row("tag", self.chance, kind=kind, slug=f"ť{number}", name=name)

    def _document(self, slug: str) -> Iterator[Fixture]:
        chance = self.chance
        yield row(
            "document",
            chance,
            slug=slug,
            title=self.title(500),
            subtitle=self.maybe(),
            creator=self.maybe(longest=300),
            source_edition=self.maybe(),
            source_url=chance.choice(ADDRESSES),
            language=chance.choice(("en", "ru", "he")),
            calendar=chance.choice(tuple(DATES)),
            calendar_basis=self.maybe(),
            year_start=chance.choice(("1 January", "25 March")),
            publication=chance.choice(PUBLICATION),
            editor_note=self.maybe(0.2),
            format=chance.choice(("text", "markdown", "html", "tei")),
        )
        for number in (1, 2):
            yield self._revision(slug, number)
        keys = [f"p{number}" for number in range(1, PASSAGES + 1)]
        chance.shuffle(keys)
        for key in keys:
            yield self._passage(slug, key)
        yield from self._notes(slug)

    def _revision(self, slug: str, number: int) -> Fixture:
        when = f"19{number}7-05-06T07:08:09" + self.chance.choice(
            ("Z", "+05:30", ".123456Z")
        )
        text = self.text(20)
        fields = {"document": [slug], "number": number, "text": text, "when": when}
        fields |= {"who": self.maybe(longest=150), "why": self.maybe()}
        return row("revision", self.chance, **fields)

    def _passage(self, slug: str, key: str) -> Fixture:
        number = int(key[1:])
        text = "".join(f"«{self.text(1)}»" for _ in range(40))
        if number == PASSAGES:
            text = f"May 6 [1] and May 6 [2] {self.text(3)}"
        self.texts[slug, key] = text
        return row(
            "passage",
            self.chance,
            document=[slug],
            key=key,
            kind=self.chance.choice(("paragraph", "verse", "note", "heading")),
            number=self.chance.choice((None, number)),
            section=self.chance.randint(1, 3),
            order=number * 10,
            text=text,
            after=self.chance.choice(("", "\n\n", "\r\n", " \u2028\n", "\n * * * \n")),
            retired_in=[slug, 2] if number == 7 else None,
        )

    def _notes(self, slug: str) -> Iterator[Fixture]:
        for start, note in ((6, "p3"), (20, None)):
            yield row(
                "notelink",
                self.chance,
                marker_passage=[slug, f"p{PASSAGES}"],
                start=start,
                end=start + 3,
                label=self.title(40),
                note_passage=note and [slug, note],
                basis=self.maybe(),
            )
        yield row("proposal", self.chance, document=[slug], passage=[slug, "p20"],
                  start=0, end=5, words="May 6", readings=[self._reading()],
                  certainty="ambiguous", decision="later", why=self.maybe(),
                  who=self.maybe(longest=150), note=self.maybe())  # fmt: skip

    def _reading(self) -> dict[str, Any]:
        """What the words of a proposal may mean, with every sign in its reasons."""
        calendar, date = self.chance.choice(EVERY_DATE)
        part = {"what": "year", "value": self.text(1), "source": self.text(1)}
        return {
            "edtf_written": date,
            "calendar": calendar,
            "why": self.maybe(),
            "supplied": [part] if self.chance.random() < 0.5 else [],
            "warnings": [self.text(1)] if self.chance.random() < 0.5 else [],
        }

    # Events

    def events(self) -> Iterator[Fixture]:
        """Every event with all that hangs on it."""
        places = list(self.texts)
        for number in range(self.count):
            slug = f"{self.chance.choice(SLUGS)}{number}{self.chance.choice(SLUGS)}"
            key = [self.timelines[number % 3], slug]
            yield self._event(key, number)
            cited = list(self._citations(key, number, places))
            yield from cited
            yield from self._datings(key, number, cited)

    def _event(self, key: list[str], number: int) -> Fixture:
        chance = self.chance
        summary = self.maybe(0.8)
        if number % 10_000 == 17:
            summary = self.text(3) * (1_000_000 // 60)
        elif number % 1_000 == 3:
            summary = self.text(3) * 500
        tags = sorted({chance.randrange(TAGS) for _ in range(chance.randint(0, 3))})
        chance.shuffle(tags)
        given = {
            "timeline": key[:1],
            "slug": key[1],
            "title": self.title(500),
            "summary": summary,
            "link": chance.choice(ADDRESSES),
            "status": chance.choice(STATUS),
            "importance": chance.choice((0, 5, -7, 2**31 - 1, -(2**31))),
            "group": self.maybe(0.3, 200),
            "media_url": chance.choice(ADDRESSES),
            "media_caption": self.maybe(0.3),
            "media_credit": self.maybe(0.3),
            "media_alt": self.maybe(0.3),
            "extra": {self.text(1): self.json()} if number % 3 == 0 else {},
            "tags": [[KINDS[tag % 4], f"ť{tag}"] for tag in tags],
            "publication": chance.choice(PUBLICATION),
            "editor_note": self.maybe(0.05),
        }
        return row("event", chance, **given)

    def _citations(
        self, key: list[str], number: int, places: list[tuple[str, str]]
    ) -> Iterator[Fixture]:
        for nth in range(self.chance.choice((0, 1, 1, 1, 2, 4))):
            document, passage = self.chance.choice(places)
            text = self.texts[document, passage]
            start = self.chance.randrange(len(text) - 1)
            end = min(len(text), start + self.chance.randint(1, 40))
            if not text[start:end].strip():
                continue
            yield self._citation(
                key, f"c{number}.{nth}", (document, passage), start, end
            )

    def _citation(
        self, key: list[str], own: str, at: tuple[str, str], start: int, end: int
    ) -> Fixture:
        chance, text = self.chance, self.texts[at]
        exact = text[start:end]
        around = describe(text, start, end)
        quoted = chance.choice((exact, exact, exact, exact.upper(), f"{exact} "))
        is_lost = chance.random() < 0.05
        state = "lost" if is_lost else state_of(quoted, exact).value
        return row(
            "citation",
            chance,
            key=own,
            event=key,
            passage=list(at),
            role=chance.choice(("witness", "witness", "gloss", "mention")),
            quoted=quoted,
            exact=exact,
            prefix=around.prefix,
            suffix=around.suffix,
            start=None if is_lost else start,
            end=None if is_lost else end,
            state=state,
            lost_in=[at[0], 2] if is_lost else None,
            note=self.maybe(0.3),
        )

    def _datings(
        self, key: list[str], number: int, cited: list[Fixture]
    ) -> Iterator[Fixture]:
        keys = [citation["fields"]["key"] for citation in cited]
        for nth in range(self.chance.choice((0, 1, 1, 1, 2, 3))):
            status = self.chance.choice(("agrees", "open", "rejected"))
            if nth == 0 and self.chance.random() < 0.8:
                status = "accepted"
            yield self._dating(key, f"d{number}.{nth}", status, keys)

    def _dating(
        self, key: list[str], own: str, status: str, cited: list[str]
    ) -> Fixture:
        chance = self.chance
        calendar, date = chance.choice(EVERY_DATE)
        citation = chance.choice((None, *cited))
        supplied = {"what": "year", "value": self.text(1), "why": self.text(1),
                    "from": {"source": self.text(1)}}  # fmt: skip
        return row(
            "dating",
            chance,
            key=own,
            event=key,
            citation=citation and [citation],
            as_written=self.maybe(0.5, 500),
            calendar=calendar,
            calendar_basis=self.maybe(0.2),
            edtf_written=date if chance.random() < 0.97 else "",
            supplied=[supplied] if chance.random() < 0.1 else [],
            status=status,
            kind=chance.choice(CLAIMS),
            reason=self.maybe(0.3),
            who=self.maybe(0.3, 150),
        )


def write(path: Path, count: int) -> None:
    """All of it as JSON Lines, written as Python writes JSON: with escapes."""
    made = Hostile(count)
    with path.open("w", encoding="ascii") as file:
        for objects in (made.before(), made.events()):
            file.writelines(f"{json.dumps(one)}\n" for one in objects)
