"""Cited words before and after an edit."""

from dataclasses import dataclass

from .states import State


@dataclass(frozen=True, slots=True)
class Pointer:
    """Cited words: their place in a passage, and how they were first quoted."""

    key: str
    passage: str
    start: int
    end: int
    quoted: str


@dataclass(frozen=True, slots=True)
class Target:
    """Words in a passage of the new text."""

    passage: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a pointer: its new place, or None when it is lost, and why."""

    pointer: Pointer
    after: Target | None
    state: State
    why: str = ""


def lost(pointer: Pointer, why: str) -> Carried:
    """The pointer without a place."""
    return Carried(pointer, None, State.LOST, why)
