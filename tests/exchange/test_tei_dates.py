"""Dates in TEI attributes. Day counts by hand: Julian = Gregorian - 13 days in 1917."""

import pytest

from timeline.dates import parse_edtf
from timeline.exchange.rows import Wrong
from timeline.exchange.tei_calendars import Calendars
from timeline.exchange.tei_dates import said

CALENDARS = Calendars({"os": "Julian calendar, Old Style", "c2": "A calendar of ours"})


def read(**attributes: str) -> tuple[str, str]:
    """EDTF and calendar; `_` in a name is `-`."""
    given = {name.replace("_", "-"): value for name, value in attributes.items()}
    given = {name.replace("from-is", "from"): v for name, v in given.items()}
    found = said(given, CALENDARS)
    assert found is not None
    return found.date.edtf_written, found.date.calendar.value


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("1917-05-19", "1917-05-19"),
        ("1917-05", "1917-05"),
        ("1917", "1917"),
        ("1917-05-19T10:00:00Z", "1917-05-19T10:00:00Z"),
        ("1917-05-19+03:00", "1917-05-19"),
        ("0044", "0044"),
        # W3C XML Schema 1.0, which TEI names, has no year 0: -0044 is 44 BC, and
        # EDTF counts that year -0043.
        ("-0044-03-15", "-0043-03-15"),
        ("-0001", "0000"),
        ("12000", "Y12000"),
        ("-12000", "Y-11999"),
    ],
)
def test_when_is_gregorian_and_has_no_year_0(value: str, edtf: str) -> None:
    assert read(when=value) == (edtf, "gregorian")


def test_iso_counts_astronomically() -> None:
    assert read(when_iso="-0043") == ("-0043", "gregorian")
    assert read(when_iso="19170519") == ("1917-05-19", "gregorian")
    assert read(when_iso="1917-05-19/1917-05-20")[0] == "1917-05-19/1917-05-20"


@pytest.mark.parametrize(
    ("attributes", "edtf"),
    [
        ({"notBefore": "1917-05-01", "notAfter": "1917-05-20"},
         "[1917-05-01..1917-05-20]"),
        ({"notBefore": "1917-05-01", "notAfter": "1917-05-31"}, "1917-05"),
        ({"notBefore": "1917", "notAfter": "1917"}, "1917"),
        ({"notBefore": "1917-05", "notAfter": "1918"}, "[1917-05-01..1918-12-31]"),
        ({"notBefore": "1917"}, "[1917..]"),
        ({"notAfter": "1917"}, "[..1917]"),
        ({"from": "1917-09-14", "to": "1917-09-22"}, "1917-09-14/1917-09-22"),
        ({"from": "1917", "to": "1917"}, "1917"),
        ({"from": "1917"}, "1917/"),
        ({"to": "1917"}, "/1917"),
        ({"from": "1810", "notAfter": "1815"}, "1810/1815"),
    ],
)  # fmt: skip
def test_ends(attributes: dict[str, str], edtf: str) -> None:
    found = said(attributes, CALENDARS)
    assert found is not None
    assert found.date == parse_edtf(edtf)


def test_what_edtf_cannot_hold_is_left_over() -> None:
    found = said({"from": "1810", "notAfter": "1815"}, CALENDARS)
    assert found is not None
    assert found.left == {"notAfter": "1815"}


class TestCalendars:
    @pytest.mark.parametrize("name", ["#os", "#julian", "#Julian_Calendar", "#O.S."])
    def test_the_calendar_of_the_words(self, name: str) -> None:
        assert read(when="1917-05-19", calendar=name) == ("1917-05-06", "julian")

    def test_a_year_is_left_gregorian(self) -> None:
        assert read(when="1917", calendar="#os") == ("1917", "gregorian")

    def test_an_unknown_calendar_is_said(self) -> None:
        found = said({"when": "1917-05-19", "calendar": "#c2"}, CALENDARS)
        assert found is not None
        assert found.date == parse_edtf("1917-05-19")
        assert "“#c2” is not known" in found.note

    def test_custom_is_in_the_calendar_of_the_method(self) -> None:
        given = {"when-custom": "1917-05-06", "datingMethod": "#os"}
        found = said(given, CALENDARS)
        assert found is not None
        assert (found.date.edtf_written, found.date.edtf) == (
            "1917-05-06",
            "1917-05-19",
        )

    def test_both_must_be_one_day(self) -> None:
        custom = {"when-custom": "1917-05-06", "datingMethod": "#os"}
        assert said({**custom, "when": "1917-05-19"}, CALENDARS) is not None
        with pytest.raises(Wrong, match="are different days"):
            said({**custom, "when": "1917-05-06"}, CALENDARS)

    def test_a_short_year_is_a_year(self) -> None:
        # Al-Hasan ibn al-Haytham, as the Guidelines have it; the civil calendar counts
        # 12 Jumada II 431 as 28 February 1040 (Julian day 2100964).
        found = said(
            {"when-custom": "431-06-12", "datingMethod": "#islamic"}, CALENDARS
        )
        assert found is not None
        assert found.date.edtf_written == "0431-06-12"

    @pytest.mark.parametrize(("day", "is_near"), [(20, True), (21, True), (22, False)])
    def test_an_observed_month_may_begin_beside(self, day: int, is_near: bool) -> None:
        """27 Rajab 1335 is 19 May 1917 in the civil calendar: 1 Muharram was 28
        October 1916, and 203 days lie between."""
        given = {"when-custom": "1335-07-27", "datingMethod": "#islamic"}
        given["when"] = f"1917-05-{day}"
        if not is_near:
            with pytest.raises(Wrong, match="different days"):
                said(given, CALENDARS)
            return
        found = said(given, CALENDARS)
        assert found is not None
        assert found.date == parse_edtf(f"1917-05-{day}")
        assert found.left == {"when-custom": "1335-07-27"}

    def test_a_method_of_its_own_leaves_the_gregorian_date(self) -> None:
        found = said({"when": "2012-12-21", "when-custom": "13.0.0.0.0"}, CALENDARS)
        assert found is not None
        assert found.date == parse_edtf("2012-12-21")
        assert found.left == {"when-custom": "13.0.0.0.0"}


class TestDoubt:
    @pytest.mark.parametrize(
        ("attributes", "edtf"),
        [
            ({"cert": "low"}, "1917?"),
            ({"cert": "high"}, "1917"),
            ({"precision": "low"}, "1917~"),
            ({"precision": "medium", "cert": "medium"}, "1917%"),
        ],
    )
    def test_on_a_date(self, attributes: dict[str, str], edtf: str) -> None:
        assert read(when="1917", **attributes)[0] == edtf

    def test_on_an_interval(self) -> None:
        found = said({"from": "1917", "to": "1918", "cert": "low"}, CALENDARS)
        assert found is not None
        assert found.date.edtf_written == "1917?/1918?"

    def test_on_a_choice_it_is_left_over(self) -> None:
        given = {"notBefore": "1917", "notAfter": "1919", "cert": "low"}
        found = said(given, CALENDARS)
        assert found is not None
        assert found.left == {"cert": "low"}


@pytest.mark.parametrize(
    ("attributes", "message", "column"),
    [
        ({"when": "0000"}, "no year 0", "when"),
        ({"when": "--05-06"}, "no year", "when"),
        ({"when": "10:00:00"}, "no date of W3C", "when"),
        ({"when": "May 1917"}, "no date of W3C", "when"),
        ({"when": "1917-02-30"}, "has no day 30|February", "when"),
        ({"when": "1917", "from": "1916"}, "stands beside", "from"),
        ({"from": "1917", "notBefore": "1916"}, "stands beside", "notBefore"),
        ({"to": "1917", "notAfter": "1918"}, "stands beside", "notAfter"),
        ({"from": "1918", "to": "1917"}, "ends before it begins", "from"),
        ({"notBefore": "1918", "notAfter": "1917"}, "ends before it begins",
         "notBefore"),
        ({"when-custom": "1917-05-06"}, "which calendar", "datingMethod"),
        ({"when-custom": "1917", "datingMethod": "#x"}, "not known", "datingMethod"),
        ({"when-custom": "-0043", "datingMethod": "#os"}, "year 0 or without",
         "when-custom"),
        ({"when": "1" * 18}, "year", "when"),
    ],
)  # fmt: skip
def test_refused(attributes: dict[str, str], message: str, column: str) -> None:
    with pytest.raises(Wrong, match=message) as error:
        said(attributes, CALENDARS)
    assert error.value.column == column


def test_no_attributes_say_nothing() -> None:
    assert said({"type": "dating", "calendar": "#os", "when": " "}, CALENDARS) is None
