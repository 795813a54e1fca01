"""The pieces of a printed date: day, month, year, era, style.

Each function looks at one place in the terms and gives what it found with the place
after it, or `None`. Each looks at a few terms only, so reading is linear in the text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .reading_numbers import number_in_words
from .reading_steps import (
    APOSTROPHES,
    Terms,
    glued,
    is_mark,
    role,
    skip,
    skip_mark,
    skip_point,
)
from .reading_terms import Term

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
# Cyrillic letters that printers set for Roman ones (і is folded to и).
_LOOKALIKE = str.maketrans("хисм", "xicm")
_YEAR_ENDINGS = frozenset({"го", "ого", "й", "м", "му"})
_ROMAN_NUMERAL = re.compile(
    "m{0,2}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})"
).fullmatch


class Day(NamedTuple):
    value: int
    ordinal: bool
    spelled: bool


class Year(NamedTuple):
    """`short`: two figures; `later`: the second of a double year, 1649 of 1648/9."""

    value: int
    short: bool = False
    later: int | None = None
    marked: bool = False  # "the year", "A.D.", "г." stands by it


def day(terms: Terms, i: int) -> tuple[Day, int] | None:
    """A day of the month: 14, 14th, 14., fourteenth, 1er, 5-го."""
    term = terms[i]
    if term.digits:
        if term.digits > 2 or not 1 <= term.value <= 31:
            return None
        j, ordinal = _after_suffix(terms, i + 1)
        return (Day(term.value, ordinal, False), j) if j else None
    value = role(terms, i, "ordinal")
    if isinstance(value, int):
        return Day(value, True, True), i + 1
    value = role(terms, i, "count")
    if isinstance(value, int) and 1 <= value <= 31:
        return Day(value, False, True), i + 1
    return None


def _after_suffix(terms: Terms, j: int) -> tuple[int, bool]:
    """The place after "th"; 0 when letters that are no ending touch the number."""
    if is_mark(terms, j, "^") and glued(terms, j) and "suffix" in terms[j + 1].roles:
        return j + 2, True  # 15^th
    after = terms[j]
    if after.gap or not after.text:
        return j, False
    if "suffix" in after.roles:
        return j + 1, True
    if after.text == "-" and glued(terms, j + 1) and not terms[j + 1].text.isascii():
        return (j + 2, True) if "suffix" in terms[j + 1].roles else (j, False)
    if after.text.isalpha() and not _is_raised(terms, j):
        return 0, False
    return j, False


def _is_raised(terms: Terms, j: int) -> bool:
    """A raised figure ("1917²") is a note marker and no part of the number."""
    return terms[j].text.isnumeric()


def month(terms: Terms, i: int) -> tuple[int, int] | None:
    """A month by its name."""
    value = role(terms, i, "month")
    if not isinstance(value, int):
        return _numbered_month(terms, i)
    if terms[i].dotted:
        return value, i + 1
    return value, skip_point(terms, _raised_end(terms, i + 1))


def _raised_end(terms: Terms, j: int) -> int:
    """Pass the "^r" of "Dec^r", as transcripts write raised letters."""
    if is_mark(terms, j, "^") and glued(terms, j) and glued(terms, j + 1):
        return j + 2 if terms[j + 1].text.isalpha() else j
    return j


def _numbered_month(terms: Terms, i: int) -> tuple[int, int] | None:
    """5th mo., 5mo., Fifth Month: so the Society of Friends named the months."""
    after = terms[i + 1]
    if 1 <= terms[i].value <= 12 and not after.gap and "numbered month" in after.roles:
        return terms[i].value, i + 2  # 10mo.
    found = day(terms, i) if terms[i].digits or "ordinal" in terms[i].roles else None
    if found is None or not found[0].ordinal or found[0].value > 12:
        return None
    after = terms[found[1]]
    if "numbered month" not in after.roles:
        return None
    return found[0].value, found[1] + 1


def roman(text: str) -> int:
    """A Roman numeral as old printers set it (also IIII); 0 when it is none."""
    if not text.isascii():
        text = text.translate(_LOOKALIKE)
    values = [_ROMAN.get(letter, 0) for letter in text]
    if not values or 0 in values or len(values) > 15:
        return 0
    total, largest = 0, 0
    for value in reversed(values):
        total += -value if value < largest else value
        largest = max(largest, value)
    return total if total > 0 else 0


def roman_month(terms: Terms, i: int) -> int:
    """A month as a Roman numeral, "IX"; 0 when there is none."""
    value = roman(terms[i].text) if 1 <= len(terms[i].text) <= 4 else 0
    return value if 1 <= value <= 12 else 0


def year(terms: Terms, i: int, *, after_month: bool = False) -> tuple[Year, int] | None:
    """A year: 1917, '48, 44 BC, A.D. 79, the year 800, 1648/9, 1917 г."""
    j = skip(terms, i, "year word")
    if j > i:
        j = skip(terms, j, "of", "article")
    named = j > i
    era = skip(terms, j, "ad") if _is_era(terms, j, "ad") else j
    named, j = named or era > j, era
    term = terms[j]
    if is_mark(terms, j, APOSTROPHES) and glued(terms, j + 1):
        short = terms[j + 1]
        if short.digits == 2 and not _letters_touch(terms, j + 2):
            return Year(short.value, short=True), j + 2
        return None
    if not term.digits:
        known = named or after_month
        return _roman_year(terms, j) or (_year_in_words(terms, j) if known else None)
    if _letters_touch(terms, j + 1) and "year mark" not in terms[j + 1].roles:
        return None
    after, later = _double(terms, j)
    after = _after_ending(terms, after)
    value, mark = _era(terms, after, term.value)
    if mark == after:
        value, mark = _era(terms, skip(terms, after, "year mark"), value)
    marked = named or mark > after
    if term.value < 0 or not _may_be_year(term, marked, after_month):
        return None
    if 32 <= term.value <= 99 and term.digits == 2 and not marked:
        return Year(term.value, short=True), mark
    return Year(value, later=later, marked=marked), mark


def _after_ending(terms: Terms, j: int) -> int:
    """Pass the "-го" of "1917-го"."""
    if terms[j].text == "-" and glued(terms, j) and glued(terms, j + 1):
        ending = terms[j + 1]
        if ending.text in _YEAR_ENDINGS:
            return j + 2
    return j


def _year_in_words(terms: Terms, j: int) -> tuple[Year, int] | None:
    found = number_in_words(terms, j)
    if found is None or found[0] > 2100:
        return None
    return Year(found[0], marked=True), skip(terms, found[1], "year mark")


def _roman_year(terms: Terms, j: int) -> tuple[Year, int] | None:
    """MDCCLXXXVII, in capitals and of four letters at least."""
    text = terms[j].text
    if len(text) < 4 or not terms[j].capital or not _ROMAN_NUMERAL(text):
        return None
    value = roman(text)
    return (Year(value, marked=True), j + 1) if 1000 <= value <= 2100 else None


def _letters_touch(terms: Terms, j: int) -> bool:
    after = terms[j]
    return not after.gap and after.text.isalpha() and not _is_raised(terms, j)


def _may_be_year(term: Term, marked: bool, after_month: bool) -> bool:
    if 3 <= term.digits <= 4 and term.value > 0:
        return term.digits == 4 or marked or after_month
    if marked:
        return term.value > 0 and term.digits <= 6
    return after_month and term.digits == 2 and term.value >= 32


def _double(terms: Terms, j: int) -> tuple[int, int | None]:
    """1648/9, 1648/49 and 1699/1700: the place after, and the later year."""
    if not (is_mark(terms, j + 1, "/") and terms[j + 2].digits):
        return j + 1, None
    earlier, second = terms[j], terms[j + 2]
    if terms[j + 3].text.isalpha() and glued(terms, j + 3):
        return j + 1, None
    modulus = 10 ** min(second.digits, earlier.digits)
    if earlier.digits >= 3 and (earlier.value + 1) % modulus == second.value:
        return j + 3, earlier.value + 1
    return j + 1, None


def _era(terms: Terms, j: int, value: int) -> tuple[int, int]:
    """The astronomical year and the place after BC or AD."""
    k = skip_mark(terms, j, ",") if is_mark(terms, j, ",") else j
    if _is_era(terms, k, "bc"):
        return 1 - value, k + 1
    if _is_era(terms, k, "ad"):
        return value, k + 1
    return value, j


def _is_era(terms: Terms, i: int, name: str) -> bool:
    """BC or AD; as one short word only in capitals ("ad" may be an advertisement)."""
    term = terms[i]
    if name not in term.roles:
        return False
    return (
        len(term.text) > 3 or term.capital or term.dotted or term.end - term.start > 3
    )


def before_christ(terms: Terms, i: int) -> int:
    """The place after BC; 0 when it does not stand here."""
    return i + 1 if _is_era(terms, i, "bc") else 0
