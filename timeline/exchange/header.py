"""The header of a table: which column of a file is which of ours.

Columns are known by name, or by what the importer says of them. One that is neither is
kept in the event's `extra` under its own name.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import compress
from typing import Any

from django.utils.text import slugify

from .columns import COLUMNS
from .rows import Wrong
from .synonyms import PROPOSED, SYNONYMS, bare, by_name, folded

NEEDED = ("id", "title", "date")
KEEP, LEAVE_OUT, TITLE_AND_ID = "extra", "", "title+id"
"""What a column may be besides one of ours."""
CHOICES = (*COLUMNS, TITLE_AND_ID, KEEP, LEAVE_OUT)
HEADER = "columns: id, title, date, …"
LONGEST_ID = 80
MOST_COLUMNS = 2_000

_KNOWN = {bare(name): name for name in COLUMNS} | by_name(SYNONYMS)
_PROPOSED = by_name(PROPOSED)
_LIKELY = {**_PROPOSED, **_KNOWN}


def recognised(names: list[str]) -> list[str]:
    """Our name for each column of a file; "" for a column that is not ours.

    Of two columns that mean the same the one with our own name is taken.
    """
    ours = [name if (name := folded(n)) in COLUMNS else "" for n in names]
    for at, name in enumerate(names):
        known = _KNOWN.get(bare(name), "")
        if not ours[at] and known not in ours:
            ours[at] = known
    return ours


def proposed(names: list[str]) -> list[str]:
    """What to offer for each column: ours, what may be ours, else to keep it."""
    ours = recognised(names)
    for likely in (_likely_name, _likely_word):
        for at, name in enumerate(names):
            if not ours[at] and (use := likely(bare(name))) and use not in ours:
                ours[at] = use
    # A table that quotes nothing has no use for the place of a quote.
    if "quote" not in ours:
        for own, meant in (("start", "date"), ("end", "end_date")):
            if own in ours and meant not in ours:
                ours[ours.index(own)] = meant
    if "id" not in ours and "title" in ours:
        ours[ours.index("title")] = TITLE_AND_ID
    pairs = zip(ours, names, strict=True)
    return [our or (KEEP if name else LEAVE_OUT) for our, name in pairs]


def _likely_name(name: str) -> str:
    return _PROPOSED.get(name, "")


def _likely_word(name: str) -> str:
    """The first word of a longer name that means one of our columns."""
    uses = (_LIKELY.get(word) for word in name.split("_"))
    return next(filter(None, uses), "")


@dataclass(frozen=True, slots=True)
class Header:
    """What each column of a file is: ours, kept in `extra`, or left out."""

    names: list[str]
    ours: list[str]
    kept: list[bool]
    id_of_title: bool = False

    def extra(self, cells: list[str]) -> dict[str, Any]:
        """The cells that are kept under the file's own names."""
        pairs = zip(
            compress(self.names, self.kept), compress(cells, self.kept), strict=True
        )
        return {name: cell for name, cell in pairs if cell}

    def without_name(self, cells: list[str]) -> str:
        """A cell that stands where the header has no name."""
        pairs = zip(self.names, cells, strict=True)
        return next((cell for name, cell in pairs if cell.strip() and not name), "")


def check_width(names: list[str]) -> None:
    """Refuse a header with more names than a table has."""
    if len(names) > MOST_COLUMNS:
        wrong = f"The header has {len(names):,} columns."
        raise Wrong(wrong, f"{MOST_COLUMNS:,} at most.")


def check_names(names: list[str]) -> None:
    """Each name once, and not too many of them."""
    check_width(names)
    counts = Counter(filter(None, names))
    if doubles := [name for name, count in counts.items() if count > 1]:
        raise Wrong("A column stands twice.", "Each name once.", min(doubles))


def read_header(names: list[str], chosen: Mapping[str, str]) -> Header:
    """The header by its names, and by what was chosen for some of them."""
    names = [name if name.strip() else "" for name in names]
    if not any(names):
        raise Wrong("There is no header.", f"The first line names the {HEADER}.")
    check_names(names)
    ours = _with_choice(names, chosen) if chosen else recognised(names)
    id_of_title = TITLE_AND_ID in ours
    if id_of_title:
        ours[ours.index(TITLE_AND_ID)] = "title"
    for needed in NEEDED:
        if needed not in ours and not (needed == "id" and id_of_title):
            raise Wrong(
                f"There is no column “{needed}”.",
                f"The columns are: {', '.join(names[:30])}. A header names the "
                f"{HEADER}; or --columns “{_example(names)}”.",
                needed,
            )
    kept = [
        not our and bool(name) and chosen.get(name) != LEAVE_OUT
        for name, our in zip(names, ours, strict=True)
    ]
    return Header(names, ours, kept, id_of_title)


def _with_choice(names: list[str], chosen: Mapping[str, str]) -> list[str]:
    for name, use in chosen.items():
        if name not in names:
            right = f"The columns are: {', '.join(names[:30])}."
            raise Wrong("There is no such column in the file.", right, name)
        if use not in CHOICES:
            right = f"One of: {', '.join(filter(None, CHOICES))}; or nothing."
            raise Wrong(f"There is no column “{use}” of ours.", right, name)
    uses = [use for use in chosen.values() if use not in (KEEP, LEAVE_OUT)]
    parts = [part for use in uses for part in use.split("+")]
    if doubles := [part for part in parts if parts.count(part) > 1]:
        raise Wrong(f"Two columns are to be “{doubles[0]}”.", "One.", doubles[0])
    known = [
        "" if our in parts or name in chosen else our
        for name, our in zip(names, recognised(names), strict=True)
    ]
    told = [use if (use := chosen.get(name, "")) != KEEP else "" for name in names]
    return [use or our for use, our in zip(told, known, strict=True)]


def _example(names: list[str]) -> str:
    pairs = zip(names, proposed(names), strict=True)
    return ",".join(f"{n}={our}" for n, our in pairs if our not in (KEEP, LEAVE_OUT))


def id_of(title: str) -> str:
    """An event's slug made of its title, for tables that have none."""
    return slugify(title, allow_unicode=True)[:LONGEST_ID].strip("-")
