"""GeoJSON-T and Linked Places: features with `when`."""

import json

import pytest

from timeline.models import Dating, Event

from .conftest import counts, empty, exported

pytestmark = pytest.mark.django_db
NAME = "a.geojson"


def feature(when=None, **other) -> dict:
    return {
        "type": "Feature",
        "@id": "https://example.org/1",
        "properties": {"title": "Siege", "ccode": "RU"},
        "geometry": {"type": "Point", "coordinates": [37.6, 55.75]},
        **({"when": when} if when else {}),
        **other,
    }


@pytest.fixture
def take(bring):
    def run(*features, **options):
        file = {"type": "FeatureCollection", "features": list(features)}
        return bring(json.dumps(file), NAME, timeline="t", **options)

    return run


def span(start=None, end=None) -> dict:
    sides = {"start": start, "end": end}
    return {"timespans": [{name: side for name, side in sides.items() if side}]}


@pytest.mark.parametrize(
    ("when", "edtf"),
    [
        (span({"in": "1917"}), "1917"),
        (span({"in": "-0043-03-15"}), "-0043-03-15"),
        (span({"in": "1914"}, {"in": "1918-11-11"}), "1914/1918-11-11"),
        (span({"earliest": "1917-01-01", "latest": "1917-12-31"}), "1917"),
        (span(None, {"in": "1917"}), "/1917"),
        (span({"in": 300}, {"in": 1680}), "0300/1680"),  # numbers are years
        (span({"in": -43}), "-0043"),
        (
            span({"earliest": "1917-01-05", "latest": "1917-03-02"}),
            "[1917-01-05..1917-03-02]",
        ),
        (span({"earliest": 1917, "latest": 1917}), "1917"),
        (span(1917), "1917"),
        (
            {"timespans": [*span({"in": 300}, {"in": 1680})["timespans"]] * 2},
            "{0300..1680,0300..1680}",
        ),
    ],
)
def test_a_time_span_is_a_date(take, when, edtf: str) -> None:
    report = take(feature(when))
    assert (report.format, counts(report)) == ("geojson-t", (1, 0, 0, 0))
    assert Dating.objects.get().edtf == edtf


def test_the_first_of_the_descriptions_is_the_summary(take, bring) -> None:
    texts = [{"value": "A long siege", "lang": "en"}, {"value": "Belagerung"}]
    take(feature(span({"in": "1917"}), descriptions=texts))
    assert Event.objects.get().summary == "A long siege"
    out = exported("geojson-t")
    assert json.loads(out)["features"][0]["descriptions"] == texts
    assert counts(bring(out, NAME, timeline="t")) == (0, 0, 1, 0)


def test_several_spans_are_all_of_them_and_go_out_again(take, bring) -> None:
    spans = [
        {"start": {"in": "0300"}, "end": {"in": "1680"}},
        {"start": {"in": "1720"}, "end": {"in": "1800"}},
    ]
    take(feature({"timespans": spans}))
    dating = Dating.objects.get()
    assert (dating.edtf, dating.shape) == ("{0300..1680,1720..1800}", "all_of")
    before = exported()
    out = exported("geojson-t")
    assert counts(bring(out, NAME, timeline="t")) == (0, 0, 1, 0)
    assert exported() == before
    assert Event.objects.get().extra["geojson-t"]["when"]["timespans"] == spans


def test_place_and_properties_are_kept_and_go_out_again(take) -> None:
    one = feature({**span({"in": "1917"}), "label": "in the year 17", "periods": ["x"]})
    take(one)
    assert Dating.objects.get().as_written == "in the year 17"
    (out,) = json.loads(exported("geojson-t"))["features"]
    assert out["geometry"] == one["geometry"]
    assert out["properties"]["ccode"] == "RU"
    assert out["when"]["periods"] == ["x"]
    assert out["when"]["timespans"] == [{"start": {"in": "1917"}}]


@pytest.mark.parametrize(
    ("when", "column"),
    [
        ({"timespans": [{}, {}]}, "when.timespans[0]"),
        (
            {"timespans": [{"start": 1917, "end": "1918-05-06"}, {"start": 1920}]},
            "when.timespans",
        ),
        (span({"earliest": "1917"}), "start"),
        (
            span({"earliest": "1917-01-05", "latest": "1917-03-02"}, {"in": "1918"}),
            "start",
        ),
        (span(None, {"earliest": "1917-01-05", "latest": "1917-03-02"}), "end"),
        (span({"in": "1917-02-30"}), "date"),
        (span({"in": "1918"}, {"in": "1914"}), "date"),
        ({"timespans": [3]}, "when.timespans[0]"),
        (span({"in": True}), "start.in"),
        (span({"in": 1917.5}), "start.in"),
        (span(["1917"]), "start.in"),
    ],
)
def test_what_is_wrong_has_its_place(take, when, column: str) -> None:
    report = take(feature(span({"in": "1917"}), **{"@id": "ok"}), feature(when))
    assert [(f.path, f.column) for f in report.faults] == [("features[1]", column)]
    assert Event.objects.count() == 0


@pytest.mark.parametrize(
    "date",
    [
        "1917",
        "1917-09-28",
        "191X",
        "1905~",
        "../1917",
        "1917/",
        "-0043",
        "",
        "1914/1918",
    ],
)
def test_out_in_out_is_identical(bring, date: str) -> None:
    bring(f'id,title,date,description\na,A,"{date}",x\n', timeline="t")
    before = exported("geojson-t")
    empty()
    assert counts(bring(before, NAME, timeline="t")) == (1, 0, 0, 0)
    assert [d.edtf for d in Dating.objects.all()] == ([date] if date else [])
    assert exported("geojson-t") == before


def test_hostile_files_are_refused(bring) -> None:
    for text in (
        '{"features": [1, null]}',
        '{"features": ' + "[" * 100_000,
        '{"features": [{"properties": {"title": "x"}, "when": {"timespans": NaN}}]}',
        "[]",
    ):
        report = bring(text, NAME, format="geojson-t", timeline="t")
        assert report.refused
    assert Event.objects.count() == 0
