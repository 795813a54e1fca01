"""How much one document may hold: what is cut, stored and shown at once has an end."""

MOST = {
    "passages": 50_000,  # a Bible has 31,102 verses
    "note markers": 50_000,
    "lines": 500_000,
    "signs “<” of markup": 600_000,
    "dates, corrections and gaps in its markup": 60_000,
}


class TooManyParts(ValueError):
    """A text of more parts of a kind than one document holds."""


def check_passages(count: int) -> None:
    """Refuse more passages than a document holds."""
    _check("passages", count)


def check_markers(count: int) -> None:
    """Refuse more note markers than a document holds."""
    _check("note markers", count)


def check_lines(count: int) -> None:
    """Refuse more lines than a document holds."""
    _check("lines", count)


def check_markup(source: str) -> None:
    """Refuse more markup than a document holds, before it is read."""
    _check("signs “<” of markup", source.count("<"))


def check_told(count: int) -> None:
    """Refuse more places of which the markup says something than a document holds."""
    _check("dates, corrections and gaps in its markup", count)


def _check(what: str, count: int) -> None:
    if count > MOST[what]:
        raise TooManyParts(
            f"The text has more than {MOST[what]:,} {what}, the most that a document "
            "holds. Make several documents of it."
        )
