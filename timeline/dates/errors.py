"""The one error of the room: a date that cannot be read, written or converted."""

from __future__ import annotations


class DateError(ValueError):
    """Why a date is refused, where in the text, and what would have been right.

    `column` counts code points from 0; it is `None` when the refusal concerns a value
    and not a text. `expected` says what could have stood there, if that is known.
    """

    def __init__(
        self, message: str, column: int | None = None, expected: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.column = column
        self.expected = expected

    def __reduce__(self) -> tuple[type[DateError], tuple[object, ...]]:
        return type(self), (self.message, self.column, self.expected)
