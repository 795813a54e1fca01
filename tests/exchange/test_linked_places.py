"""GeoJSON-T and Linked Places: features with `when`."""

import json

import pytest

from timeline.models import Dating, Event, Timeline

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


DAYS = "[1917-01-01..1920-05-06]"


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
        (span({"earliest": "1917", "latest": "1920-05-06"}), DAYS),
        (span({"earliest": "1917"}), "[1917..]"),
        (span({"latest": "1917"}), "[..1917]"),
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


LIMITS = {"earliest": "1600-02-01", "latest": "1610-01-01"}
END = {"earliest": "1700", "latest": "1702"}


@pytest.mark.parametrize(
    ("when", "edtf"),
    [
        (span(LIMITS, END), "1600-02-01/1702"),  # the outer points, as with SIMILE
        (span({"in": "1600"}, END), "1600/1702"),
        (span(None, END), "/1702"),
        (span({"latest": "1600"}, {"earliest": "1700"}), "1600/1700"),
        # began no earlier and ended no later: somewhere between
        (span({"earliest": "1301-01-01"}, {"latest": "1301-12-31"}), "1301"),
        (span({"earliest": "1301"}, {"latest": "1304"}), "[1301..1304]"),
    ],
)
def test_limits_of_an_end_are_told_and_kept(bring, take, when, edtf: str) -> None:
    report = take(feature(when))
    assert Dating.objects.get().edtf == edtf
    told = f"limits of their own; {edtf} is counted, and they are kept."
    assert [note for note in report.notes if told in note]
    assert Event.objects.get().extra["geojson-t"]["when"] == when
    before = exported("geojson-t")
    (out,) = json.loads(before)["features"]
    assert out["when"]["timespans"] == when["timespans"]
    assert counts(bring(before, NAME)) == (0, 0, 1, 0)
    empty()
    bring(before, NAME)
    assert Event.objects.get().extra["geojson-t"]["when"] == when
    assert exported("geojson-t") == before


def test_a_start_that_equals_the_end_is_one_date_and_both_are_kept(take) -> None:
    when = span({"in": "1917"}, {"in": "1917"})
    assert not [n for n in take(feature(when)).notes if "limits" in n]
    assert Dating.objects.get().edtf == "1917"
    assert Event.objects.get().extra["geojson-t"]["when"] == when


def test_times_of_parts_of_a_place_are_told_and_not_counted(take) -> None:
    when = span({"in": "1600"})
    within = {"type": "GeometryCollection", "geometries": [{"when": when}]}
    report = take(
        feature(names=[{"toponym": "Abingdon", "when": when}]),
        feature(geometry=within, **{"@id": "b"}),
        feature(when, names=[{"toponym": "A", "when": when}], **{"@id": "c"}),
        feature(**{"@id": "d"}),
    )
    assert counts(report) == (4, 0, 0, 0) and Dating.objects.count() == 1
    (told,) = [note for note in report.notes if "times only of" in note]
    assert told.endswith("relations: 2; kept, not counted.")


@pytest.mark.parametrize(
    ("properties", "title"),
    [
        ({"label": "Slav Lordships"}, "Slav Lordships"),
        ({"title": "", "name": "Abingdon"}, "Abingdon"),
        ({}, "Abendon"),
    ],
)
def test_a_feature_is_called_what_it_calls_itself(take, properties, title) -> None:
    names = [{"toponym": "Abendon", "lang": "en"}, {"toponym": "Abingdon"}]
    take(feature(span({"in": "1917"}), properties=properties, names=names))
    event = Event.objects.get()
    assert (event.title, event.extra["geojson-t"]["names"]) == (title, names)
    (out,) = json.loads(exported("geojson-t"))["features"]
    assert out["properties"] == {**properties, "title": title, "slug": event.slug} | (
        {"dating": out["properties"]["dating"]}
    )


def test_what_a_collection_says_of_itself_goes_out_again(bring, take) -> None:
    said = {"@context": "http://example.org/v1.jsonld", "title": "Incanto trade"}
    said["crs"] = {"type": "name"}
    text = {"type": "FeatureCollection", **said, "features": [feature(span(1301))]}
    assert counts(bring(json.dumps(text), NAME, timeline="t")) == (1, 0, 0, 0)
    assert Timeline.objects.get().extra == {"geojson-t": said}
    before = exported("geojson-t")
    assert {n: json.loads(before)[n] for n in said} == said
    assert counts(bring(before, NAME)) == (0, 0, 1, 0)
    empty()
    bring(before, NAME)
    assert exported("geojson-t") == before


@pytest.mark.parametrize("between", ["\n", "\r\n", "\n\n", "\n\x1e"])
def test_a_feature_on_each_line(bring, between: str) -> None:
    named = ((str(n), span({"in": 1600 + n})) for n in range(3))
    lines = [json.dumps(feature(when, **{"@id": name})) for name, when in named]
    report = bring(between.join(lines) + "\n", "places.txt", timeline="t")
    assert (report.format, counts(report)) == ("geojson-t", (3, 0, 0, 0))
    lines[1] = "{" + lines[1]
    report = bring(between.join(lines), "places.txt", timeline="t")
    assert (report.faults[0].line or 0) > 1 and report.refused == 1


def test_one_feature_alone(bring) -> None:
    one = feature(span({"in": 1600}))
    report = bring(json.dumps(one, indent=1), "a.json", timeline="t")
    assert (report.format, counts(report)) == ("geojson-t", (1, 0, 0, 0))


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
        (span({"earliest": "1917-03-02", "latest": "1917-01-05"}), "start"),
        (span({"in": 1910}, {"earliest": "1917", "latest": "soon"}), "end"),
        (span({"in": "1917-02-30"}), "when"),
        (span({"in": "1918"}, {"in": "1914"}), "when"),
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
