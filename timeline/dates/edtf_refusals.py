"""Why a text is no EDTF date, and at which column: for people, so in their words."""

from __future__ import annotations

from .errors import DateError

_ALPHABET = frozenset("0123456789X-?~%YEST:Z+.")
_LOWER = {"x": "X", "u": "X", "y": "Y", "e": "E", "s": "S", "t": "T", "z": "Z"}
_DIGIT = "a digit or X"


def refuse_date(text: str, column: int) -> DateError:
    """The refusal of a text that does not have the shape of a date."""
    for place, character in enumerate(text):
        if character not in _ALPHABET:
            return _refuse_character(character, column + place)
    if not text:
        return DateError("A date is missing.", column, "a date such as 1917-09-14")
    if "Y" in text[:2]:
        return _refuse_long_year(text, column)
    place, expected = _walk(text)
    return DateError(_seen(text, place), column + place, expected)


def refuse_time(text: str, column: int) -> DateError:
    """The refusal of a time of day; `text` begins with its T."""
    shape = "T00:00:00"
    for place, model in enumerate(shape):
        seen = text[place : place + 1]
        fits = seen in tuple("0123456789") if model == "0" else seen == model
        if not fits:
            expected = "a digit" if model == "0" else repr(model)
            return DateError(_seen(text, place), column + place, expected)
    return DateError(
        "After the seconds stands nothing, Z or an offset.",
        column + len(shape),
        "the end, Z, or an offset such as +05:00",
    )


def _refuse_character(character: str, column: int) -> DateError:
    if character in _LOWER:
        return DateError(
            f"EDTF is written with capital letters, not {character!r}.",
            column,
            repr(_LOWER[character]),
        )
    if character.isspace():
        return DateError("EDTF has no spaces.", column, "no space")
    if character in "−–—":
        return DateError("A dash is no hyphen.", column, "'-'")
    if character in "()":
        return DateError(
            "Parentheses belong to the draft of 2012; ISO 8601-2 marks each component.",
            column,
            "a qualifier beside its component",
        )
    return DateError(f"{_name(character)} does not occur in a date.", column, "a date")


def _refuse_long_year(text: str, column: int) -> DateError:
    place = text.index("Y") + 1
    place = _skip(text, place, "-")
    if text[place : place + 1] == "0":
        return DateError("A year after Y has no leading zero.", column + place, "1–9")
    end = _digits_end(text, place)
    if end == place:
        return DateError(_seen(text, place), column + place, "the digits of a year")
    if end - place > 16:
        return DateError("The year is too large.", column + place, "fewer digits")
    if text[end : end + 1] == "E":
        return _refuse_exponent(text, end + 1, column)
    return DateError(
        "After Y stands a year alone, without month and day.",
        column + end,
        "E and an exponent, S and a number of digits, a qualifier or the end",
    )


def _refuse_exponent(text: str, place: int, column: int) -> DateError:
    end = _digits_end(text, place)
    if end - place > 3:
        return DateError("The year is too large.", column + place, "an exponent")
    if end == place or text[place] == "0":
        return DateError("An exponent is a whole number from 1.", column + place, "1–9")
    return DateError(_seen(text, end), column + end, "S, a qualifier or the end")


def _digits_end(text: str, place: int) -> int:
    while text[place : place + 1] in tuple("0123456789"):
        place += 1
    return place


def _walk(text: str) -> tuple[int, str]:
    """The first place where no date can go on, and what could have stood there."""
    place = _skip(text, _skip(text, 0, "?~%"), "-")
    place, whole = _digits(text, place, 4)
    if not whole:
        return place, _DIGIT
    if text[place : place + 1] == "S":
        return place + 1, "one digit from 1 to 4 after S, then the end"
    for component in ("month", "day"):
        place = _skip(text, place, "?~%")
        if text[place : place + 1] != "-":
            return place, f"'-' and a {component}, a qualifier or the end"
        place, whole = _digits(text, _skip(text, place + 1, "?~%"), 2)
        if not whole:
            return place, f"two digits for the {component}"
    return _skip(text, place, "?~%"), "the end of the date"


def _skip(text: str, place: int, characters: str) -> int:
    return place + (text[place : place + 1] in tuple(characters))


def _digits(text: str, place: int, count: int) -> tuple[int, bool]:
    last = place + count
    while place < last and text[place : place + 1] in tuple("0123456789X"):
        place += 1
    return place, place == last


def _seen(text: str, place: int) -> str:
    if place >= len(text):
        return "The date ends too early."
    return f"{_name(text[place])} cannot stand here."


def _name(character: str) -> str:
    """The character in quotes, or its code when it cannot be seen."""
    return repr(character) if character.isprintable() else f"U+{ord(character):04X}"
