"""Entities of Wikidata: precision over digits, calendars, ranks, qualifiers.

Expected days are counted with the formulas of day_number's own tests or quoted from
the standard works: 15 March 44 BC Julian is JDN 1705426.
"""

import json

import pytest

from timeline.models import Dating, Event

from .conftest import counts, empty, exported

pytestmark = pytest.mark.django_db
GREGORIAN, JULIAN = "Q1985727", "Q1985786"


def time(text: str, precision: int = 11, calendar: str = GREGORIAN, **other) -> dict:
    return {
        "time": text,
        "timezone": 0,
        "before": 0,
        "after": 0,
        "precision": precision,
        "calendarmodel": f"http://www.wikidata.org/entity/{calendar}",
        **other,
    }


def snak(value, kind: str = "value") -> dict:
    types = {dict: "time", str: "string"}
    if kind != "value":
        return {"snaktype": kind, "datatype": "time"}
    if isinstance(value, str) and value[:1] == "Q":
        data = {"value": {"entity-type": "item", "id": value}}
        data["type"] = "wikibase-entityid"
    else:
        data = {"value": value, "type": types[type(value)]}
    datatype = "time" if isinstance(value, dict) else "string"
    return {"snaktype": "value", "datatype": datatype, "datavalue": data}


def claim(value, rank: str = "normal", kind: str = "value", **other) -> dict:
    qualifiers = other.pop("qualifiers", {})
    number = other.pop("number", 1)
    return {
        "id": f"Q1$0000-{number}",
        "type": "statement",
        "rank": rank,
        "mainsnak": snak(value, kind),
        "qualifiers": {name: [snak(v)] for name, v in qualifiers.items()},
        **other,
    }


def entity(name: str = "Q1", label: str = "Siege", **claims) -> dict:
    return {
        "id": name,
        "type": "item",
        "labels": {"en": {"language": "en", "value": label}},
        "descriptions": {"en": {"language": "en", "value": "an event"}},
        "claims": claims,
    }


@pytest.fixture
def take(bring):
    def run(*entities, **options):
        file = {"entities": {one.get("id", "x"): one for one in entities}}
        return bring(json.dumps(file), "a.json", timeline="t", **options)

    return run


def only() -> Dating:
    return Dating.objects.get()


@pytest.mark.parametrize(
    ("text", "precision", "edtf"),
    [
        ("+1917-00-00T00:00:00Z", 9, "1917"),
        ("+1917-01-01T00:00:00Z", 9, "1917"),  # the digits beyond it do not count
        ("+1917-09-00T00:00:00Z", 10, "1917-09"),
        ("+1917-09-28T00:00:00Z", 11, "1917-09-28"),
        ("+00000001917-09-28T00:00:00Z", 11, "1917-09-28"),
        ("+1917-09-28T10:20:30Z", 14, "1917-09-28T10:20:30Z"),
        ("+1917-00-00T00:00:00Z", 8, "191X"),
        ("+1801-00-00T00:00:00Z", 7, "[1801..1900]"),
        ("+1900-00-00T00:00:00Z", 7, "[1801..1900]"),  # the 19th ends with it
        ("+1901-00-00T00:00:00Z", 7, "[1901..2000]"),
        ("+1250-00-00T00:00:00Z", 7, "[1201..1300]"),  # shown as 13th century
        ("+1500-00-00T00:00:00Z", 6, "[1001..2000]"),
        ("-0044-03-15T00:00:00Z", 11, "-0043-03-15"),  # 44 BC: no year 0
        ("-0001-00-00T00:00:00Z", 9, "0000"),
        ("-0044-00-00T00:00:00Z", 8, "[-0048..-0039]"),  # 49 to 40 BC
        ("-0044-00-00T00:00:00Z", 7, "[-0099..0000]"),  # 100 to 1 BC
        ("+0005-00-00T00:00:00Z", 8, "[0001..0009]"),
        ("-10000-00-00T00:00:00Z", 5, "[Y-14998..-4999]"),  # 14999 to 5000 BC
        ("-65000000-00-00T00:00:00Z", 3, "[Y-65499998..Y-64499999]"),
        ("-13798000000-00-00T00:00:00Z", 3, "[Y-13798499998..Y-13797499999]"),
        ("-66000000-00-00T00:00:00Z", 9, "Y-65999999"),
    ],
)
def test_the_precision_says_how_many_digits_count(take, text, precision, edtf) -> None:
    assert counts(take(entity(P585=[claim(time(text, precision))]))) == (1, 0, 0, 0)
    assert only().edtf_written == edtf
    assert (only().status, only().event.slug) == ("accepted", "Q1")


def test_the_digits_are_in_the_calendar_that_is_named(take) -> None:
    text = "-0044-03-15T00:00:00Z"
    take(entity(P585=[claim(time(text, 11, JULIAN))]))
    dating = only()
    assert (dating.edtf_written, dating.calendar) == ("-0043-03-15", "julian")
    assert dating.start_min == 1705426
    assert "Q1985786" in dating.calendar_basis


def test_long_years_of_the_julian_calendar_are_told_in_the_gregorian(take) -> None:
    take(entity(P585=[claim(time("-12000-00-00T00:00:00Z", 9, JULIAN))]))
    assert (only().calendar, only().edtf) == ("gregorian", "[Y-12000..Y-11999]")


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        (time("+1917-00-00T00:00:00Z", 9, before=2, after=1), "[1915..1918]"),
        (time("+1917-01-00T00:00:00Z", 10, before=1), "[1916-12..1917-01]"),
        (time("+1917-03-01T00:00:00Z", 11, after=31), "[1917-03-01..1917-04-01]"),
        (time("+1917-00-00T00:00:00Z", 8, after=1), "[1910..1929]"),
    ],
)
def test_before_and_after_widen_by_units_of_the_precision(take, value, edtf) -> None:
    take(entity(P585=[claim(value)]))
    assert only().edtf == edtf


YEAR = time("+1917-00-00T00:00:00Z", 9)
CENTURY = time("+1250-00-00T00:00:00Z", 7)


@pytest.mark.parametrize(
    ("value", "qualifiers", "edtf"),
    [
        (YEAR, {"P1480": "Q5727902"}, "1917~"),
        (YEAR, {"P1480": "Q18122778"}, "1917?"),  # presumably
        (YEAR, {"P1480": "Q18912752"}, "1917"),  # disputed: kept, and no doubt of ours
        (CENTURY, {"P1480": "Q5727902"}, "[1201~..1300~]"),
        (CENTURY, {"P1319": time("+1250-00-00T00:00:00Z", 9)}, "[1250..1300]"),
        (CENTURY, {"P1326": time("+1250-00-00T00:00:00Z", 9)}, "[1201..1250]"),
        (
            YEAR,
            {
                "P1319": time("+1910-00-00T00:00:00Z", 9),
                "P1326": time("+1912-06-01T00:00:00Z"),
            },
            "[1910-01-01..1912-06-01]",
        ),
    ],
)
def test_qualifiers_say_about_earliest_latest(take, value, qualifiers, edtf) -> None:
    take(entity(P585=[claim(value, qualifiers=qualifiers)]))
    assert only().edtf == edtf
    kept = Event.objects.get().extra["wikidata"]["statements"][0]
    assert kept["qualifiers"].keys() == qualifiers.keys()
    assert kept["value"]["time"] == value["time"]


def test_an_unknown_value_between_known_ones_is_a_date(take) -> None:
    bounds = {"P1326": time("+1300-00-00T00:00:00Z", 9)}
    take(entity(P570=[claim(None, kind="somevalue", qualifiers=bounds)]))
    assert only().edtf == "[..1300]"


START = time("+1914-07-28T00:00:00Z")
END = time("+1918-11-00T00:00:00Z", 10)


@pytest.mark.parametrize(
    ("claims", "edtf"),
    [
        ({"P580": [claim(START)], "P582": [claim(END)]}, "1914-07-28/1918-11"),
        ({"P580": [claim(START)]}, "1914-07-28/"),
        ({"P582": [claim(END)]}, "/1918-11"),
        (
            {"P580": [claim(START)], "P582": [claim(None, kind="novalue")]},
            "1914-07-28/..",
        ),
        (
            {"P580": [claim(START)], "P582": [claim(None, kind="somevalue")]},
            "1914-07-28/",
        ),
        # An end of an interval cannot be a choice of years; it is said to be near.
        ({"P580": [claim(CENTURY)], "P582": [claim(END)]}, "12XX~/1918-11"),
        (
            {"P580": [claim(time("-0100-00-00T00:00:00Z", 7))]},
            "-00XX~/",
        ),
        (
            {"P580": [claim(time("+1500-00-00T00:00:00Z", 6))], "P582": [claim(END)]},
            "1XXX~/1918-11",
        ),
        ({"P582": [claim(time("+1917-00-00T00:00:00Z", 9, after=2))]}, "/1919~"),
        ({"P582": [claim(time("+1917-00-00T00:00:00Z", 8))]}, "/191X"),
    ],
)
def test_start_and_end_are_one_interval(take, claims, edtf: str) -> None:
    assert counts(take(entity(**claims))) == (1, 0, 0, 0)
    assert only().edtf_written == edtf


def test_two_calendars_in_an_interval_become_days_of_one(take) -> None:
    start = time("+1917-09-14T00:00:00Z", 11, JULIAN)
    end = time("+1917-10-05T00:00:00Z")
    take(entity(P580=[claim(start)], P582=[claim(end)]))
    assert (only().edtf, only().calendar) == ("1917-09-27/1917-10-05", "gregorian")


def test_a_person_has_an_event_for_birth_and_one_for_death(take) -> None:
    take(entity("Q42", "Ada", P569=[claim(YEAR)], P570=[claim(CENTURY)]))
    found = Event.objects.order_by("slug").values_list("slug", "title", "link")
    page = "https://www.wikidata.org/wiki/Q42"
    assert list(found) == [
        ("Q42-P569", "Ada (date of birth)", page),
        ("Q42-P570", "Ada (date of death)", page),
    ]


def test_a_significant_event_has_its_date_in_qualifiers(take) -> None:
    fire = entity("Q7", "Great Fire")
    one = claim("Q7", qualifiers={"P585": time("+1666-09-02T00:00:00Z", 11, JULIAN)})
    report = take(entity(P793=[one, claim("Q8", number=2)]), fire)
    assert counts(report) == (1, 0, 0, 0)
    event = Event.objects.get()
    assert (event.title, only().edtf_written) == ("Siege (Great Fire)", "1666-09-02")
    assert any("without a date: 1" in note for note in report.notes)


def statuses() -> dict[str, str]:
    return dict(Dating.objects.values_list("edtf", "status"))


DAY = time("+1917-09-28T00:00:00Z")
OTHER = time("+1918-00-00T00:00:00Z", 9)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (
            [claim(YEAR, "preferred"), claim(OTHER, number=2)],
            {"1917": "accepted", "1918": "open"},
        ),
        (
            [claim(OTHER, "deprecated"), claim(YEAR, number=2)],
            {"1918": "rejected", "1917": "accepted"},
        ),
        # The finer date lies within the coarser: they do not contradict each other.
        (
            [claim(YEAR), claim(DAY, number=2)],
            {"1917": "open", "1917-09-28": "accepted"},
        ),
        # These do: none is chosen.
        ([claim(YEAR), claim(OTHER, number=2)], {"1917": "open", "1918": "open"}),
    ],
)
def test_ranks_say_what_is_followed(take, claims, expected) -> None:
    assert counts(take(entity(P585=claims))) == (1, 0, 0, 0)
    assert statuses() == expected


def test_the_same_date_twice_agrees(take) -> None:
    take(entity(P585=[claim(YEAR), claim(YEAR, number=2)]))
    assert sorted(Dating.objects.values_list("status", flat=True)) == [
        "accepted",
        "agrees",
    ]


def test_contradicting_dates_are_told(take) -> None:
    report = take(entity(P585=[claim(YEAR), claim(OTHER, number=2)]))
    assert "Q1: the dates contradict each other; none is followed." in report.notes


def reference(**snaks) -> dict:
    return {"hash": "x", "snaks": {name: [snak(v)] for name, v in snaks.items()}}


def test_references_and_the_reason_of_a_deprecation_are_kept_and_told(take) -> None:
    source = reference(
        P248="Q7", P854="https://example.org/a", P813=time("+2020-01-01T00:00:00Z")
    )
    wrong = claim(
        OTHER, "deprecated", number=2, qualifiers={"P2241": "Q9"}, references=[source]
    )
    book = entity("Q7", "A Chronicle")
    take(entity(P585=[claim(YEAR), wrong]), book)
    rejected = Dating.objects.get(status="rejected")
    assert rejected.reason == (
        "Deprecated in Wikidata: Q9. Stated in A Chronicle, https://example.org/a."
    )
    # The day on which somebody looked is kept, and is no event.
    assert (Event.objects.count(), Dating.objects.count()) == (1, 2)
    kept = Event.objects.get().extra["wikidata"]["statements"][1]["references"][0]
    assert kept["P813"][0]["time"] == "+2020-01-01T00:00:00Z"


def test_values_that_are_none_are_told(take) -> None:
    living = entity("Q2", "Eve", P570=[claim(None, kind="novalue")])
    unknown = entity("Q3", "Adam", P570=[claim(None, kind="somevalue")])
    report = take(living, unknown, entity("Q4"))
    assert counts(report) == (1, 0, 0, 0)  # that Adam died is known, not when
    assert Event.objects.get().slug == "Q3-P570"
    assert not Dating.objects.exists()
    assert "Q2 claims.P570[0]: no value." in report.notes
    assert "Q3 claims.P570[0]: an unknown value." in report.notes
    assert "Items without a date that is taken: 1." in report.notes


def test_dates_that_are_not_taken_are_counted(take) -> None:
    report = take(entity(P606=[claim(YEAR), claim(DAY, number=2)]))
    assert "Dates of P606, which are not taken: 2." in report.notes


@pytest.mark.parametrize(
    ("language", "title"),
    [("de-ch", "Belagerung"), ("ru", "Allgemein"), ("", "Allgemein")],
)
def test_labels_fall_back(take, language: str, title: str) -> None:
    one = entity(P585=[claim(YEAR)])
    one["labels"] |= {
        "de": {"language": "de", "value": "Belagerung"},
        "mul": {"language": "mul", "value": "Allgemein"},
    }
    take(one, language=language)
    assert Event.objects.get().title == title


def test_without_a_label_the_id_is_the_title(take) -> None:
    take({**entity(P585=[claim(YEAR)]), "labels": {}})
    assert Event.objects.get().title == "Q1"


def test_the_file_of_an_image_is_named_by_its_page(take) -> None:
    take(entity(P585=[claim(YEAR)], P18=[claim("A siege & more.jpg")]))
    page = "https://commons.wikimedia.org/wiki/File:A_siege_%26_more.jpg"
    assert Event.objects.get().media_url == page


@pytest.mark.parametrize("shape", ["api", "list", "dump", "single", "php"])
def test_the_shapes_a_file_has(bring, shape: str) -> None:
    one, other = entity(P585=[claim(YEAR)]), entity("Q2", P585=[claim(DAY, number=2)])
    one["claims"]["P585"][0]["qualifiers"] = []  # PHP writes an empty object so
    texts = {
        "api": json.dumps({"entities": {"Q1": one, "Q2": other}, "success": 1}),
        "list": json.dumps([one, other], indent=1),
        "dump": f"[\n{json.dumps(one)},\n{json.dumps(other)}\n]\n",
        "single": json.dumps(one),
        "php": json.dumps({"entities": [one, {**other, "claims": []}]}),
    }
    report = bring(texts[shape], "a.json", timeline="t")
    expected = 1 if shape in ("single", "php") else 2
    assert (report.format, counts(report)) == ("wikidata", (expected, 0, 0, 0))


def test_the_same_file_again_changes_nothing_and_settling_stays(take) -> None:
    ours = entity(P585=[claim(YEAR), claim(OTHER, number=2), claim(DAY, number=3)])
    take(ours, who="teacher")
    before = exported()
    assert counts(take(ours, who="another")) == (0, 0, 1, 0)
    assert exported() == before
    event = Event.objects.get()
    event.follow(event.datings.get(edtf="1918"), "The minutes say so.")
    before = exported()
    assert counts(take(ours)) == (0, 0, 1, 0)
    assert exported() == before


def test_a_statement_that_is_new_does_not_overrule_the_one_followed(take) -> None:
    take(entity(P585=[claim(YEAR)]))
    later = [claim(YEAR), claim(OTHER, "preferred", number=2)]
    assert counts(take(entity(P585=later))) == (0, 1, 0, 0)
    assert statuses() == {"1917": "accepted", "1918": "open"}


@pytest.mark.parametrize(
    ("value", "column"),
    [
        (time("+0000-00-00T00:00:00Z", 9), "value.time"),
        (time("1917", 9), "value.time"),
        (time("+1917-02-30T00:00:00Z"), "value.time"),
        (time("+1917-00-00T00:00:00Z", 10), "value.precision"),
        (time("+1917-01-00T00:00:00Z"), "value.precision"),
        (time("+1917-01-01T00:00:00Z", 15), "value.precision"),
        (time("+1917-01-01T00:00:00Z", 11, "Q12138"), "value.calendarmodel"),
        (time("+1917-01-01T00:00:00Z", before=-1), "value.before"),
        (time("+" + "9" * 400 + "-01-01T00:00:00Z"), "value.time"),
        (time("+9999999999999999-00-00T00:00:00Z", 9), "mainsnak"),
        ("1917", "datavalue.value"),
    ],
)
def test_what_is_wrong_has_its_place(take, value, column: str) -> None:
    report = take(entity("Q5", P585=[claim(YEAR)]), entity(P585=[claim(value)]))
    (fault,) = report.faults
    assert (fault.path, counts(report)[3]) == ("Q1.P585", 1)
    assert fault.column.startswith("claims.P585[0].")
    assert fault.column.endswith(column)
    assert Event.objects.count() == 0


@pytest.mark.parametrize(
    "change",
    [
        {"id": "../Q1"},
        {"id": 7},
        {"claims": []},
        {"claims": {"P585": {"a": 1}}},
        {"claims": {"P585": ["x"]}},
        {"claims": {"P585": [{**claim(YEAR), "rank": "best"}]}},
        {"claims": {"P585": [{**claim(YEAR), "references": [3]}]}},
        {"claims": {"P585": [{**claim(YEAR), "mainsnak": None}]}},
        {"labels": "x", "descriptions": ["y"]},
        {"claims": {"P585": 3}},
        {"claims": {"P793": 3}},
        {"claims": {"P793": [3]}},
        {"type": None},
    ],
)
def test_entities_of_another_shape_are_refused_or_told(bring, change) -> None:
    one = {**entity(P585=[claim(YEAR)]), **change}
    report = bring(json.dumps([one]), "a.json", format="wikidata", timeline="t")
    assert report.faults or report.notes or report.new


def test_an_answer_of_the_rest_api_is_refused_by_name(take) -> None:
    value = {"type": "value", "content": {"time": "+1917-09-28T00:00:00Z"}}
    said = {"P569": [{"id": "Q1$1", "rank": "normal", "value": value}]}
    answer = {"id": "Q1", "type": "item", "labels": {"en": "Her"}, "statements": said}
    (fault,) = take(answer).faults
    assert (fault.column, fault.wrong) == (
        *("statements", "This is an answer of the REST API."),
    )
    assert "Special:EntityData/Q1.json" in fault.right


def test_refused_events_can_be_mended_and_fed_back(bring, tmp_path) -> None:
    bad = entity(P569=[claim(YEAR)], P570=[claim(time("soon"), number=2)])
    rejects = tmp_path / "rejects.json"
    options = {"timeline": "t", "skip_bad": True, "rejects": rejects}
    assert counts(bring(json.dumps([bad]), "a.json", **options)) == (1, 0, 0, 1)
    mended = rejects.read_text().replace("soon", "+1950-00-00T00:00:00Z")
    mended = mended.replace('"precision": 11', '"precision": 9')
    assert counts(bring(mended, "b.json", timeline="t")) == (1, 0, 0, 0)
    assert sorted(Dating.objects.values_list("edtf", flat=True)) == ["1917", "1950"]


def test_no_row_can_say_what_only_a_reader_may(bring) -> None:
    event = {"timeline": ["t"], "slug": "e", "title": "E", "_extra": {"a": 1}}
    rows = [{"model": "timeline.event", "fields": event}]
    assert [f.column for f in bring(rows, "a.jsonl").faults] == ["_extra"]
    more = json.dumps({"datings": [{"key": "k", "_status": "accepted"}]})
    quoted = more.replace('"', '""')
    table = f'id,title,date,more\na,A,,"{quoted}"\n'
    assert [f.column for f in bring(table, timeline="t").faults] == ["more"]
    empty()
