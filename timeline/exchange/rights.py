"""Who may import, and what: the rights that typing the same rows would take.

The one rule for the command line (nobody is named: everything), the admin and any
other door.
"""

from collections.abc import Collection
from typing import Any

PUBLISH = "timeline.publish_event"
ADD, CHANGE = "add", "change"
# Rows that an editor makes together with others take the right to those.
TYPED_WITH = {"revision": "passage", "notelink": "passage", "proposal": "citation"}
ALL = frozenset({"*"})


def may_import(user: Any) -> bool:
    """Whether this user may import at all: staff who may type events."""
    if user is None:
        return True
    may_type = any(user.has_perm(right_to(verb, "event")) for verb in (ADD, CHANGE))
    return bool(user.is_active and user.is_staff and may_type)


def rights_of(user: Any) -> frozenset[str]:
    """What `Options.rights` is for this user; nobody is the command line."""
    return ALL if user is None else frozenset(user.get_all_permissions())


def lacking(rights: Collection[str], needed: Collection[str]) -> list[str]:
    """The needed rights that are not among these."""
    return [] if "*" in rights else sorted(set(needed) - set(rights))


def right_to(verb: str, table: str) -> str:
    """The permission that adding or changing rows of a table takes."""
    return f"timeline.{verb}_{TYPED_WITH.get(table, table)}"
