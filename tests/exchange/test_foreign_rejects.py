"""Refused rows of other programs' files, fed back, mean what they meant there."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline.models import Citation, Event, Timeline

from .conftest import empty, exported

Mended = Callable[..., str]


@pytest.fixture
def mended(bring: Callable[..., Any], tmp_path: Path) -> Mended:
    """Import what is good of a file, then its rejects with one word mended."""

    def run(content: str, name: str, wrong: str, right: str) -> str:
        path = tmp_path / f"rejects-{name}"
        report = bring(content, name, timeline="t", skip_bad=True, rejects=path)
        assert report.refused and not report.broken
        text = path.read_text()
        assert wrong in text
        again = bring(text.replace(wrong, right), path.name, timeline="t")
        assert (again.faults, again.format) == ([], report.format)
        return text

    return run


@pytest.fixture
def whole(bring: Callable[..., Any]) -> Callable[..., str]:
    """What goes out of a file that was mended before it came in."""

    def run(content: str, name: str, out: str) -> str:
        empty()
        report = bring(content, name, timeline="t")
        assert not report.faults
        return exported(out, "t")

    return run


def slide(name: str, year: str) -> dict[str, Any]:
    dates = {"start_date": {"year": year}, "end_date": {"year": "1920"}}
    return {"text": {"headline": name}, "unique_id": name, **dates}


SLIDES = {
    "title": {"text": {"headline": "The war"}},
    "scale": "human",
    "events": [slide("a", "1917"), slide("b", "soon")],
    "eras": [slide("c", "soon"), slide("d", "1918")],
}


def test_an_era_stays_an_era(mended: Mended, whole) -> None:
    text = json.dumps(SLIDES)
    rejects = json.loads(mended(text, "a.json", "soon", "1919"))
    assert list(rejects) == ["events", "eras", "title", "scale"]
    came = exported("timelinejs", "t")
    assert came == whole(text.replace("soon", "1919"), "a.json", "timelinejs")


def test_eras_alone_are_a_file_too(mended: Mended) -> None:
    text = json.dumps({**SLIDES, "events": [slide("a", "1917")]})
    assert json.loads(mended(text, "a.json", "soon", "1919"))["events"] == []
    assert Event.objects.get(slug="c").extra["timelinejs"] == {"slide": "era"}


def test_an_era_of_an_old_file_stays_one(mended: Mended) -> None:
    old = {"startDate": "1917", "endDate": "1920", "headline": "a", "text": ""}
    file = {"date": [old], "era": [{**old, "startDate": "soon", "headline": "c"}]}
    mended(json.dumps({"timeline": file}), "a.json", "soon", "1919")
    assert Event.objects.get(title="c").extra["timelinejs"] == {"slide": "era"}


def test_a_title_slide_is_no_event(mended: Mended) -> None:
    bad = {"text": {"headline": "The war"}, "media": {"url": "javascript:x"}}
    text = json.dumps({"events": [slide("a", "1917")], "title": bad})
    mended(text, "a.json", "javascript:x", "https://example.org")
    assert Event.objects.count() == 1
    kept = Timeline.objects.get().extra["timelinejs"]["title"]
    assert kept["media"] == {"url": "https://example.org"}


def test_what_stands_round_two_timelines_stays_without_one(bring, tmp_path) -> None:
    events = [{**slide(n, y), "timeline": n} for n, y in (("a", "1"), ("b", "soon"))]
    text = json.dumps({"events": events, "scale": "human"})
    rejects = tmp_path / "rejects.json"
    bring(text, "a.json", skip_bad=True, rejects=rejects)
    assert json.loads(rejects.read_text()) == {"events": events[1:]}


ITEMS = {
    "options": {"stack": False},
    "groups": [
        {"id": 1, "content": "Army", "className": "red"},
        {"id": 2, "content": "Fleet"},
        {"id": 3, "content": "Nobody's"},
    ],
    "items": [
        {"id": "a", "content": "a", "start": "1917", "group": 2},
        {"id": "b", "content": "b", "start": "soon", "group": 1},
        {"id": "c", "content": "c", "start": "1917", "group": 1},
    ],
}


def test_an_item_keeps_the_words_of_its_group(mended: Mended, whole) -> None:
    text = json.dumps(ITEMS)
    rejects = json.loads(mended(text, "a.json", "soon", "1919"))
    assert rejects["items"] == [ITEMS["items"][1]]
    assert Event.objects.get(slug="b").group == "Army"
    came = exported("vis-timeline", "t")
    assert came == whole(text.replace("soon", "1919"), "a.json", "vis-timeline")


def test_a_plain_group_goes_with_its_item(mended: Mended) -> None:
    text = json.dumps({**ITEMS, "items": [{**ITEMS["items"][0], "start": "soon"}]})
    mended(text, "a.json", "soon", "1919")
    assert Event.objects.get().group == "Fleet"


def test_a_list_of_items_stays_a_list(mended: Mended) -> None:
    items = [{"start": "1917", "content": "a"}, {"start": "soon", "content": "b"}]
    rejects = mended(json.dumps(items), "a.json", "soon", "1919")
    assert json.loads(rejects) == items[1:]


AROUND = {"dateTimeFormat": "iso8601", "wiki-url": "https://wiki.example/"}


def test_simile_says_again_how_dates_are_written(mended: Mended, whole) -> None:
    points = [{"id": "a", "title": "a", "start": "1917"}, {"id": "b", "start": "soon"}]
    points[1]["title"] = "b"
    text = json.dumps({**AROUND, "events": points})
    rejects = json.loads(mended(text, "a.json", "soon", "1919"))
    assert rejects == {**AROUND, "events": points[1:]}
    came = exported("simile-json", "t")
    assert came == whole(text.replace("soon", "1919"), "a.json", "simile-json")


def test_simile_xml_says_again_what_it_says_of_all(mended: Mended, whole) -> None:
    head = '<data date-time-format="iso8601" wiki-url="https://wiki.example/">\n'
    head += "<!-- by hand -->\n"
    text = head + '<event id="a" title="a" start="1917"></event>\n'
    text += '<event id="b" title="b" start="soon">words &amp; words</event>\n</data>'
    assert mended(text, "a.xml", "soon", "1919").startswith(head)
    came = exported("simile-xml", "t")
    assert came == whole(text.replace("soon", "1919"), "a.xml", "simile-xml")


def test_geojson_says_again_what_stands_beside_features(mended: Mended, whole) -> None:
    features = [
        {
            "type": "Feature",
            "@id": name,
            "properties": {"title": name},
            "when": {"timespans": [{"start": {"in": year}}]},
        }
        for name, year in (("a", "1917"), ("b", "soon"))
    ]
    file = {"type": "FeatureCollection", "crs": "x", "features": features}
    rejects = json.loads(mended(json.dumps(file), "a.geojson", "soon", "1919"))
    assert rejects == {**file, "features": features[1:]}
    came = exported("geojson-t", "t")
    text = json.dumps(file).replace("soon", "1919")
    assert came == whole(text, "a.geojson", "geojson-t")


@pytest.mark.usefixtures("letter")
def test_all_annotations_of_a_refused_event_come_back(bring, tmp_path) -> None:
    text = exported("web-annotation", "letter")
    events = [one["tl:event"]["slug"] for one in json.loads(text)["items"]]
    twice = next(slug for slug in events if events.count(slug) > 1)
    Event.objects.all().delete()
    file = json.loads(text)
    for one in file["items"]:
        if one["tl:event"]["slug"] == twice:
            one["tl:event"]["status"] = "sometimes"
    rejects = tmp_path / "rejects.jsonld"
    report = bring(json.dumps(file), "a.jsonld", skip_bad=True, rejects=rejects)
    assert report.refused == 1
    mended = rejects.read_text().replace("sometimes", "occurred")
    again = bring(mended, "b.jsonld")
    assert not again.faults
    assert Citation.objects.filter(event__slug=twice).count() == events.count(twice)


def test_half_a_sign_comes_back_as_it_was(bring, tmp_path) -> None:
    rejects = tmp_path / "rejects.json"
    bad = slide("a\ud83d", "1917")
    text = json.dumps({"events": [bad]})
    report = bring(text, "a.json", timeline="t", skip_bad=True, rejects=rejects)
    assert report.refused == 1
    assert json.loads(rejects.read_text()) == {"events": [bad]}
