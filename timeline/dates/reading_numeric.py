"""Dates in figures: 14.5.1862, 3/4/1917, 3.IX.1917, 1917.05.06, 15. 5., 05/1917.

Which figure is the day is known when one is above 12, when both are equal, when the
month is Roman, or from the language: with points the day comes first in German,
French and Russian. Otherwise both readings are kept.
"""

from __future__ import annotations

from .reading_parts import Found, Parts
from .reading_pieces import roman_month
from .reading_steps import DASHES, Terms, glued, is_mark, role, skip, skip_point


def numeric(terms: Terms, i: int) -> Found | None:
    """A date in figures, with all orders its figures allow in `choices`."""
    first = terms[i]
    if not first.digits or first.value < 0:
        return None
    return _year_first(terms, i) or _three(terms, i) or _month_and_year(terms, i)


def _separator(terms: Terms, i: int) -> str:
    """The mark between two figures; " " for a Roman month after a space."""
    term = terms[i]
    if term.text in ("/", ".") and not term.gap:
        return term.text
    if term.text and term.text in DASHES and not term.gap and glued(terms, i + 1):
        return "-"
    return ""


def _year_first(terms: Terms, i: int) -> Found | None:
    """1917.05.06, 1917/5/6, 1917. V. 6."""
    if terms[i].digits != 4:
        return None
    mark = _separator(terms, i + 1)
    if not mark or _separator(terms, i + 3) != mark:
        return None
    middle = terms[i + 2]
    month = middle.value if middle.digits in (1, 2) else roman_month(terms, i + 2)
    day = terms[i + 4]
    if not 1 <= month <= 12 or day.digits not in (1, 2) or not 1 <= day.value <= 31:
        return None
    parts = Parts(terms[i].start, day.end, year=terms[i].value, month=month)
    parts.day = day.value
    return parts, i + 5


def _three(terms: Terms, i: int) -> Found | None:
    """Day, month and year in figures, the day perhaps in both styles: 3/16.IX.1917."""
    first = terms[i]
    if first.digits > 2 or not 1 <= first.value <= 31:
        return None
    dual, j = _dual(terms, i)
    mark = _separator(terms, j)
    if mark and role(terms, j + 1, "month"):
        return _named_month(terms, i, j + 1, mark)
    roman = roman_month(terms, j + 1) if mark else roman_month(terms, j)
    if not mark:
        if not roman or not terms[j].capital or len(terms[j].text) < 1:
            return None
        return _roman_date(terms, i, j, roman, dual)
    middle = terms[j + 1]
    if roman:
        return _roman_date(terms, i, j + 1, roman, dual)
    if middle.digits not in (1, 2) or not 1 <= middle.value <= 31:
        return None
    if dual is None and not mark:
        return None
    after = j + 2
    if _separator(terms, after) != mark:
        return _spaced_year(terms, i, j, mark)
    year = terms[after + 1]
    if year.digits not in (2, 4) or (mark == "." and not _year_near(terms, after + 1)):
        return _day_and_month(terms, i, j, after) if mark == "." else None
    parts = _ordered(terms, i, first.value, middle.value)
    if parts is None:
        return None
    _set_year(parts, year.value, year.digits)
    _set_dual(parts, dual)
    return parts, skip(terms, after + 2, "year mark")


def _named_month(terms: Terms, i: int, j: int, mark: str) -> Found | None:
    """6-May-1917."""
    year = terms[j + 2]
    if _separator(terms, j + 1) != mark or year.digits != 4:
        return None
    month = role(terms, j, "month")
    parts = Parts(terms[i].start, year.end, day=terms[i].value, year=year.value)
    parts.month = month if isinstance(month, int) else None
    return parts, j + 3


def _spaced_year(terms: Terms, i: int, j: int, mark: str) -> Found | None:
    """6/5 1917."""
    year = terms[j + 2]
    if mark != "/" or year.digits != 4:
        return None
    parts = _ordered(terms, i, terms[i].value, terms[j + 1].value)
    if parts is not None:
        _set_year(parts, year.value, year.digits)
    return (parts, j + 3) if parts is not None else None


def _dual(terms: Terms, i: int) -> tuple[Parts | None, int]:
    """3/16.9.1917 and 3(16).9.1917: the second figure is the other style's day."""
    mark, number = terms[i + 1], terms[i + 2]
    if mark.text in ("/", "(", "[") and number.digits in (1, 2):
        j = i + 4 if mark.text in "([" and is_mark(terms, i + 3, ")]") else i + 3
        follows = terms[j].text == "." or roman_month(terms, j)
        if (mark.text == "/" or j == i + 4) and follows:
            other = Parts(number.start, number.end, day=number.value)
            return other, j
    return None, i + 1


def _year_near(terms: Terms, i: int) -> bool:
    return not (
        terms[i + 1].text == "." and glued(terms, i + 1) and terms[i + 2].digits
    )


def _ordered(terms: Terms, i: int, first: int, second: int) -> Parts | None:
    """One date, or the two orders the figures allow."""
    orders = [(first, second), (second, first)]
    found = [Parts(terms[i].start, 0, day=d, month=m) for d, m in orders if m <= 12]
    if not found:
        return Parts(terms[i].start, 0, day=first, month=second)
    if len(found) == 2 and first != second:
        parts = Parts(terms[i].start, 0)
        parts.choices = tuple(found)
        return parts
    return found[0]


def _roman_date(
    terms: Terms, i: int, j: int, month: int, dual: Parts | None
) -> Found | None:
    parts = Parts(terms[i].start, terms[j].end, day=terms[i].value, month=month)
    parts.figures = parts.roman = True
    _set_dual(parts, dual)
    k = j + 1
    if _separator(terms, k) or is_mark(terms, k, ","):
        k += 1
    year = terms[k]
    if year.digits == 4 or (year.digits == 2 and k > j + 1):
        _set_year(parts, year.value, year.digits)
        return parts, skip(terms, k + 1, "year mark")
    if len(terms[j].text) == 1 and not terms[j].capital:
        return None
    return (parts, skip_point(terms, j + 1)) if _separator(terms, i + 1) else None


def _set_year(parts: Parts, value: int, digits: int) -> None:
    for each in parts.choices or (parts,):
        if digits == 2:
            each.short_year = value
        else:
            each.year = value


def _set_dual(parts: Parts, dual: Parts | None) -> None:
    for each in parts.choices or (parts,):
        each.dual = dual


def _day_and_month(terms: Terms, i: int, j: int, after: int) -> Found | None:
    """15. 5. — day and month without a year, as German prints them."""
    day, month = terms[i].value, terms[j + 1].value
    if month > 12 or not terms[j + 1].digits:
        return None
    parts = Parts(terms[i].start, terms[after].end, day=day, month=month)
    parts.figures = True
    return parts, after + 1


def _month_and_year(terms: Terms, i: int) -> Found | None:
    """05/1917, 5.1917."""
    first, year = terms[i], terms[i + 2]
    if not _separator(terms, i + 1) or year.digits != 4 or first.digits > 2:
        return None
    if not 1 <= first.value <= 12 or _separator(terms, i + 3):
        return None
    parts = Parts(first.start, year.end, month=first.value, year=year.value)
    return parts, i + 3
