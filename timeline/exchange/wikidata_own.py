"""What stands in files of Wikidata's form that we wrote: which event, which dating.

Nobody else reads it. An event that is not in Wikidata has no id there, and is known by
its timeline and slug; a statement that is not there has no id either, and is known by
the key of its dating. A date that Wikidata can say in part only stands here whole.
"""

from dataclasses import dataclass, fields
from typing import Any

NAME = "historical-timeline"
STATUSES = ("accepted", "agrees", "open", "rejected")
RANKS = ("preferred", "normal", "deprecated")


@dataclass(frozen=True, slots=True)
class Own:
    """What we wrote beside a statement."""

    dating: str = ""  # its key; none beside a statement that Wikidata has
    edtf: str | None = None
    calendar: str = ""
    as_written: str = ""
    kind: str = ""
    status: str = ""
    reason: str = ""
    who: str = ""
    basis: str = ""  # of the calendar
    rank: str = ""  # in Wikidata, where ours is another
    passed: str = ""  # no dating of ours rests on this statement

    def written(self) -> dict[str, str]:
        """As it stands in the file."""
        given = {one.name: getattr(self, one.name) for one in fields(self)}
        return {n: v for n, v in given.items() if v or (n == "edtf" and v is not None)}


@dataclass(frozen=True, slots=True)
class OwnEntity:
    """What we wrote beside an entity."""

    timeline: str
    slug: str
    kind: str = ""  # the property of its times; "" for its own point, start and end
    title: str = ""
    label: str = ""
    link: str = ""

    def written(self) -> dict[str, str]:
        """As it stands in the file."""
        given = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in given.items() if value}


def own_of_statement(statement: dict[str, Any]) -> Own:
    """What we wrote beside a statement; nothing where it is none of ours."""
    found = _texts(statement.get(NAME), Own)
    for name, known in (("status", STATUSES), ("rank", RANKS)):
        if found.get(name, "") not in known:
            found.pop(name, None)
    return Own(**found)


def own_of_entity(entity: dict[str, Any]) -> OwnEntity | None:
    """What we wrote beside an entity; `None` where it is none of ours."""
    found = _texts(entity.get(NAME), OwnEntity)
    return OwnEntity(**found) if found.get("timeline") and found.get("slug") else None


def _texts(value: Any, kind: type) -> dict[str, str]:
    """The texts that stand there under a name that is known."""
    known = {one.name for one in fields(kind)}
    given = value.items() if isinstance(value, dict) else ()
    return {n: v for n, v in given if n in known and isinstance(v, str)}
