"""What must hold for any day: printed by rule, it is read as the day it was."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import Calendar, civil_date, day_number

from .reading_cases import read, written

ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SHORT = [
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "May",
    "Jun.",
    "Jul.",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
]
GERMAN = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
FRENCH = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
RUSSIAN = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
WEEKDAYS = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
]

DAYS = st.dates(date(1000, 1, 1), date(2100, 12, 31))
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}

FORMS = {
    "en": [
        lambda d: f"{d.day} {ENGLISH[d.month - 1]} {d.year}",
        lambda d: f"{ENGLISH[d.month - 1]} {d.day}, {d.year}",
        lambda d: f"{SHORT[d.month - 1]} {d.day}, {d.year}",
        lambda d: f"the {ordinal(d.day)} of {ENGLISH[d.month - 1]}, {d.year}",
        lambda d: f"{ENGLISH[d.month - 1]} {ordinal(d.day)} {d.year}",
        lambda d: f"{WEEKDAYS[d.weekday()]}, {d.day} {ENGLISH[d.month - 1]} {d.year}",
        lambda d: f"{d.day}.{ROMAN[d.month - 1]}.{d.year}",
        lambda d: f"{d.day}-{ENGLISH[d.month - 1]}-{d.year}",
        lambda d: f"{d.year}, {ENGLISH[d.month - 1]} {d.day}",
    ],
    "de": [
        lambda d: f"{d.day}. {GERMAN[d.month - 1]} {d.year}",
        lambda d: f"den {d.day}ten {GERMAN[d.month - 1]} {d.year}",
        lambda d: f"{d.day}. {d.month}. {d.year}",
        lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
        lambda d: f"{d.day}/{d.month} {d.year}",
    ],
    "fr": [
        lambda d: f"le {d.day} {FRENCH[d.month - 1]} {d.year}",
        lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    ],
    "ru": [
        lambda d: f"{d.day} {RUSSIAN[d.month - 1]} {d.year} г.",
        lambda d: f"{d.day}-го {RUSSIAN[d.month - 1]} {d.year} года",
        lambda d: f"{d.year} г., {d.day} {RUSSIAN[d.month - 1]}",
        lambda d: f"{d.day}.{d.month:02}.{d.year}",
    ],
}


def ordinal(day: int) -> str:
    return f"{day}{ENDINGS.get(day, 'th')}"


@given(day=DAYS, language=st.sampled_from(list(FORMS)), data=st.data())
def test_a_day_is_read_in_every_form(
    day: date, language: str, data: st.DataObject
) -> None:
    form = data.draw(st.sampled_from(FORMS[language]))
    assert written(form(day), language) == day.isoformat(), form(day)


@given(day=DAYS, length=st.integers(1, 400))
def test_a_range_is_read_from_its_first_day_to_its_last(day: date, length: int) -> None:
    last = day + timedelta(days=length)
    text = f"{FORMS['en'][0](day)}–{FORMS['en'][0](last)}"
    assert written(text) == f"{day.isoformat()}/{last.isoformat()}"


@given(day=DAYS, other=st.integers(1, 31))
def test_days_of_one_month_share_it(day: date, other: int) -> None:
    first, last = sorted((day.day, other))
    text = f"{first}–{last} {ENGLISH[day.month - 1]} {day.year}"
    reading = read(text).reading
    if reading is None:  # the month has no such day, or both are one
        assert last > 28 or first == last
        return
    month = f"{day.year}-{day.month:02}"
    assert reading.date.edtf == f"{month}-{first:02}/{month}-{last:02}"


@given(number=st.integers(2_300_000, 2_480_000), wrong=st.integers(-3, 3))
def test_both_styles_are_one_day_or_refused(number: int, wrong: int) -> None:
    old = civil_date(Calendar.JULIAN, number)
    new = civil_date(Calendar.GREGORIAN, number)
    other = civil_date(Calendar.GREGORIAN, number + wrong)
    text = (
        f"{old.day} {ENGLISH[old.month - 1]} {old.year} "
        f"({other.day} {ENGLISH[other.month - 1]} {other.year})"
    )
    result = read(text)
    if wrong:
        assert result.is_refused
        return
    assert result.reading is not None, text
    found = result.reading.date
    assert found.calendar is Calendar.JULIAN
    assert found.first_day == found.last_day == number
    assert civil_date(Calendar.GREGORIAN, number) == new


@given(number=st.integers(2_370_000, 2_480_000))
def test_a_right_weekday_brings_no_warning(number: int) -> None:
    year, month, day = civil_date(Calendar.GREGORIAN, number)
    text = f"{WEEKDAYS[number % 7]}, {day} {ENGLISH[month - 1]} {year}"
    reading = read(text).reading
    assert reading is not None
    assert reading.warnings == ()
    wrong = f"{WEEKDAYS[(number + 1) % 7]}, {day} {ENGLISH[month - 1]} {year}"
    doubted = read(wrong).reading
    assert doubted is not None
    assert len(doubted.warnings) == 1


@given(day=DAYS)
def test_before_and_after_leave_the_day_out(day: date) -> None:
    text = FORMS["en"][0](day)
    number = day_number(Calendar.GREGORIAN, day.year, day.month, day.day)
    before, after = read(f"before {text}").reading, read(f"after {text}").reading
    by, since = read(f"by {text}").reading, read(f"since {text}").reading
    assert before and after and by and since
    assert (before.date.first_day, before.date.last_day) == (None, number - 1)
    assert (after.date.first_day, after.date.last_day) == (number + 1, None)
    assert (by.date.last_day, since.date.first_day) == (number, number)


@given(day=DAYS, month=st.integers(1, 12))
def test_a_supplied_year_is_near_the_document(day: date, month: int) -> None:
    reading = read(ENGLISH[month - 1], document_date=day.isoformat()).reading
    assert reading is not None
    year = int(reading.date.edtf[:4])
    assert abs(year - day.year) <= 1
    months = (year - day.year) * 12 + month - day.month
    assert -10 <= months <= 6


@given(century=st.integers(1, 20))
def test_centuries_have_a_hundred_years(century: int) -> None:
    first = (century - 1) * 100 + 1
    assert written(f"{ordinal(century)} century") == f"{first:04}/{first + 99:04}"


@given(century=st.integers(2, 20))
def test_the_parts_of_a_century_make_it_whole(century: int) -> None:
    ends: list[str] = []
    for part in ("early", "mid", "late"):
        ends += written(f"{part} {ordinal(century)} century").split("/")
    years = [int(end) for end in ends]
    assert years[0] == (century - 1) * 100 + 1
    assert years[-1] == century * 100
    assert years[2] == years[1] + 1 and years[4] == years[3] + 1
