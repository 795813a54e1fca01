"""What the rules of all tables share while a file is checked."""

from collections.abc import Collection, Set
from dataclasses import dataclass

from .dating_in import Dates
from .references import References
from .report import Report
from .rights import ALL
from .rows import Item, Row
from .seen import Seen, Texts

Entry = tuple[Row, Item]
MOST_SEARCHED = 5_000_000
"""Characters of passages in which an import looks for words like a quote's."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the importer chose, and may do."""

    calendar: str = ""
    language: str = ""
    document: str = ""
    may_publish: bool = True
    rights: Collection[str] = ALL
    closed: Set[str] = frozenset()  # documents whose text the file would break


class Batch:
    """The state of a check: references, dates, and what concerns several rows."""

    def __init__(self, using: str, rules: Rules, report: Report) -> None:
        self.using, self.rules, self.report = using, rules, report
        self.seen, self.texts = Seen(), Texts()
        self.references = References(using, self.seen, self.texts)
        self.dates = Dates(rules.calendar, rules.language)
        self.left_out: set[tuple[str, int]] = set()
        # Events of the database that a row of the file makes follow another dating,
        # and the datings that other rows of the file give up.
        self.followed: dict[int, Entry] = {}
        self.given_up: set[int] = set()
        # Tags that rows of the file call by another name than theirs: each such row
        # is refused with this.
        self.misnamed: dict[tuple[str, ...], tuple[str, str, str]] = {}
        self.unsearched = MOST_SEARCHED

    def may_search(self, text: str) -> bool:
        """Whether there is time to look for words like those of a quote."""
        self.unsearched -= len(text)
        return self.unsearched >= 0

    def close(self) -> None:
        """Let the temporary files go."""
        self.seen.close()
        self.texts.close()


def sound(entries: list[Entry]) -> list[Entry]:
    """The entries whose rows have no fault."""
    return [entry for entry in entries if not entry[0].faults]
