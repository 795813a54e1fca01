"""The editor's side of Django's admin: every row, with its history and its checks."""

from . import (
    citation,
    dating,
    document,
    event,
    former_address,
    import_list,
    machine,
    passage,
    timeline,
)

__all__ = [
    "citation",
    "dating",
    "document",
    "event",
    "former_address",
    "import_list",
    "machine",
    "passage",
    "timeline",
]
