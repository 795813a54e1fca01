"""Events as entities of Wikidata, and back: nothing changes, and others read it too.

Expected values are those of Wikibase's docs/topics/json.md: historical years, a
precision for each value, 00 for the digits that do not count.
"""

import json
from typing import Any

import pytest

from timeline.exchange import Report
from timeline.models import Dating, Event, Timeline

from .conftest import counts, empty, exported
from .test_foreign_round_trip import changes, dated
from .test_losses import losses
from .test_wikidata import JULIAN, claim, entity, snak, statuses, take, time

pytestmark = pytest.mark.django_db
__all__ = ["take"]
MARK = "historical-timeline"
YEAR = time("+1917-00-00T00:00:00Z", 9)
OTHER = time("+1918-00-00T00:00:00Z", 9)
DAY = time("+1917-09-28T00:00:00Z")


def entities() -> list[dict[str, Any]]:
    return json.loads(exported("wikidata"))


def claims() -> dict[str, Any]:
    (one,) = entities()
    return one["claims"]


def values(name: str) -> list[Any]:
    """The values of a property: time and precision, or what stands for them."""
    return [shown(one["mainsnak"]) for one in claims()[name]]


def shown(one: dict[str, Any]) -> Any:
    if one["snaktype"] != "value":
        return one["snaktype"]
    value = one["datavalue"]["value"]
    if isinstance(value, dict) and "time" in value:
        return value["time"].removesuffix("T00:00:00Z"), value["precision"]
    return value.get("id") or value.get("text") if isinstance(value, dict) else value


def again(bring, **options: Any) -> Report:
    return bring(exported("wikidata"), "a.wikidata.json", **options)


class TestTimes:
    @pytest.mark.parametrize(
        ("edtf", "value"),
        [
            ("1917-09-28", ("+1917-09-28", 11)),
            ("1917-09", ("+1917-09-00", 10)),
            ("1917-12", ("+1917-12-00", 10)),
            ("1917", ("+1917-00-00", 9)),
            ("191X", ("+1910-00-00", 8)),
            ("-0043-03-15", ("-0044-03-15", 11)),  # 44 BC
            ("0000", ("-0001-00-00", 9)),  # 1 BC
            ("Y17E7", ("+170000000-00-00", 9)),
            ("XXXX", "somevalue"),
        ],
    )
    def test_a_date_is_a_value_with_its_precision(self, edtf: str, value) -> None:
        dated([edtf], "gregorian")
        assert values("P585") == [value]

    @pytest.mark.parametrize(
        ("edtf", "earliest", "latest"),
        [
            ("[1801..1900]", ("+1801-00-00", 9), ("+1900-00-00", 9)),
            ("19XX", ("+1900-00-00", 9), ("+1999-00-00", 9)),  # not 1901 to 2000
            ("[1917-02..1917-05]", ("+1917-02-00", 10), ("+1917-05-00", 10)),
            (
                "[1917-02-03..1917-05-31]",
                *(("+1917-02-03", 11), ("+1917-05-31", 11)),
            ),
            ("[..1670]", None, ("+1670-00-00", 9)),
            ("[1670..]", ("+1670-00-00", 9), None),
            ("1917-21", ("+1917-03-00", 10), ("+1917-05-00", 10)),  # spring
        ],
    )
    def test_between_two_dates(self, edtf: str, earliest, latest) -> None:
        dated([edtf], "gregorian")
        (one,) = claims()["P585"]
        assert one["mainsnak"]["snaktype"] == "somevalue"
        given = {n: shown(q[0]) for n, q in one["qualifiers"].items()}
        wanted = {"P1319": earliest, "P1326": latest}
        assert given == {n: v for n, v in wanted.items() if v}
        assert one["qualifiers-order"] == sorted(given)

    @pytest.mark.parametrize(
        ("edtf", "start", "end"),
        [
            ("1917-09-14/1917-09-22", [("+1917-09-14", 11)], [("+1917-09-22", 11)]),
            ("1914-07/1918", [("+1914-07-00", 10)], [("+1918-00-00", 9)]),
            ("1914/..", [("+1914-00-00", 9)], ["novalue"]),
            ("1914/", [("+1914-00-00", 9)], None),
            ("/1917", None, [("+1917-00-00", 9)]),
            ("../1917", ["novalue"], [("+1917-00-00", 9)]),
        ],
    )
    def test_a_stretch_has_a_start_and_an_end(self, edtf: str, start, end) -> None:
        dated([edtf], "gregorian")
        found = claims()
        given = {name: values(name) for name in found}
        wanted = {"P580": start, "P582": end}
        assert given == {n: v for n, v in wanted.items() if v}

    @pytest.mark.parametrize(
        ("edtf", "circumstances"),
        [
            ("1917~", ["Q5727902"]),
            ("1917?", ["Q18122778"]),
            ("1917%", ["Q5727902", "Q18122778"]),
        ],
    )
    def test_doubt_is_a_circumstance(self, edtf: str, circumstances) -> None:
        dated([edtf], "gregorian")
        (one,) = claims()["P585"]
        assert shown(one["mainsnak"]) == ("+1917-00-00", 9)
        assert list(map(shown, one["qualifiers"]["P1480"])) == circumstances

    def test_the_digits_are_julian_where_the_date_is(self) -> None:
        dated(["1917-09-15"], "julian")
        (one,) = claims()["P585"]
        value = one["mainsnak"]["datavalue"]["value"]
        assert value == time("+1917-09-15T00:00:00Z", 11, JULIAN)

    def test_other_calendars_become_gregorian_and_are_told(self) -> None:
        """1 Vendémiaire I was 22 September 1792."""
        dated(["0001-01-01"], "french_republican")
        assert values("P585") == [("+1792-09-22", 11)]
        (told,) = [one for one in losses("wikidata") if one[0].isdigit()]
        assert told == "1 dates of other calendars, written as Gregorian days."

    @pytest.mark.parametrize(
        "edtf", ["1985-04-12T23:20:30", "{1667,1669}", "[1667,1669]", "0988-XX-15"]
    )
    def test_what_a_time_cannot_say_is_counted_and_comes_back(
        self, bring, edtf: str
    ) -> None:
        dated([edtf, "1917"], "gregorian")
        told = "1 dates that Wikidata can say in part only."
        assert told in losses("wikidata")
        out = exported("wikidata")
        empty()
        bring(out, "a.wikidata.json")
        assert set(Dating.objects.values_list("edtf_written", flat=True)) == {
            edtf,
            "1917",
        }


class TestOurEvents:
    def test_the_letter_over_itself_changes_nothing(self, letter, bring) -> None:
        before = exported()
        report = again(bring)
        assert (changes(report), report.format) == ([], "wikidata")
        assert counts(report) == (0, 0, 6, 0)
        assert exported() == before

    def test_the_letter_in_an_empty_database_has_its_dates(self, letter, bring) -> None:
        names = ("event__slug", "key", "edtf_written", "calendar", "status", "kind")
        names = (*names, "as_written", "reason", "who", "calendar_basis")
        before = sorted(Dating.objects.values_list(*names))
        titles = sorted(Event.objects.values_list("slug", "title", "summary"))
        out = exported("wikidata")
        empty()
        assert counts(bring(out, "a.wikidata.json")) == (6, 0, 0, 0)
        assert sorted(Dating.objects.values_list(*names)) == before
        assert sorted(Event.objects.values_list("slug", "title", "summary")) == titles

    def test_the_words_cited_are_the_reference(self, letter) -> None:
        (one,) = [e for e in entities() if e[MARK]["slug"] == "democratic-conference"]
        start, end = one["claims"]["P580"][0], one["claims"]["P582"][0]
        assert start["references"] == end["references"]
        (reference,) = start["references"]
        given = {name: shown(snaks[0]) for name, snaks in reference["snaks"].items()}
        assert given["P1683"] == "September 14-22"
        assert given["P958"] == "n. 2"

    def test_what_is_not_in_wikidata_has_no_id_there(self, letter) -> None:
        for one in entities():
            assert "id" not in one
            assert one["type"] == "item"
            for some in one["claims"].values():
                assert all("id" not in statement for statement in some)

    def test_of_several_the_followed_is_preferred_the_rejected_deprecated(self) -> None:
        dated(["1917"], "gregorian")
        event = Event.objects.get()
        for edtf, status in (("1918", "rejected"), ("1919", "open")):
            Dating.objects.create(event=event, edtf_written=edtf, status=status)
        ranks = {shown(c["mainsnak"])[0][:5]: c["rank"] for c in claims()["P585"]}
        assert ranks == {"+1917": "preferred", "+1918": "deprecated", "+1919": "normal"}

    def test_a_date_edited_there_is_believed(self, bring) -> None:
        dated(["1917-09-15"], "julian", as_written="Sept 15")
        key = Dating.objects.get().key
        edited = exported("wikidata").replace("+1917-09-15T", "+1917-09-16T")
        assert counts(bring(edited, "a.json")) == (0, 1, 0, 0)
        dating = Dating.objects.get()
        assert (dating.key, dating.edtf_written) == (key, "1917-09-16")
        assert dating.calendar == "julian"

    def test_an_end_edited_there_is_believed(self, bring) -> None:
        dated(["1917-09-14/1917-09-22"], "gregorian")
        edited = exported("wikidata").replace("+1917-09-22T", "+1917-09-23T")
        assert counts(bring(edited, "a.json")) == (0, 1, 0, 0)
        assert Dating.objects.get().edtf == "1917-09-14/1917-09-23"

    def test_a_title_edited_there_is_believed(self, bring) -> None:
        dated(["1917"], "gregorian")
        label = {"en": {"language": "en", "value": "Siege"}}
        (one,) = entities()
        assert counts(bring(json.dumps([{**one, "labels": label}]), "a.json"))[1] == 1
        assert Event.objects.get().title == "Siege"

    def test_a_statement_added_there_is_a_dating_more(self, bring) -> None:
        dated(["1917"], "gregorian")
        (one,) = entities()
        one["claims"]["P585"].append(claim(OTHER, number=7))
        assert counts(bring(json.dumps([one]), "a.json")) == (0, 1, 0, 0)
        given = dict(Dating.objects.values_list("edtf", "status"))
        assert given == {"1917": "accepted", "1918": "open"}

    def test_a_copy_on_another_timeline_has_keys_of_its_own(self, bring) -> None:
        dated(["1917"], "gregorian")
        assert counts(again(bring, timeline="copy")) == (1, 0, 0, 0)
        assert Dating.objects.count() == 2
        assert counts(again(bring)) == (0, 0, 2, 0)

    def test_link_and_picture_are_statements(self, bring) -> None:
        timeline = Timeline.objects.create(slug="t", title="T")
        commons = "https://commons.wikimedia.org/wiki/File:A_b%C3%BC.jpg"
        Event.objects.create(
            timeline=timeline,
            **{"slug": "a", "title": "A", "link": "https://e.org/?a=1"},
            media_url=commons,
        )
        assert {n: values(n) for n in claims()} == {
            "P18": ["A bü.jpg"],
            "P973": ["https://e.org/?a=1"],
        }
        assert counts(again(bring)) == (0, 0, 1, 0)
        Event.objects.update(media_url="https://e.org/a.jpg")
        told = "1 pictures that are not files of Wikimedia Commons."
        assert told in losses("wikidata")
        assert counts(again(bring)) == (0, 0, 1, 0)

    def test_refused_entities_of_ours_can_be_mended(self, bring, tmp_path) -> None:
        dated(["1917", "1918"], "gregorian")
        broken = exported("wikidata").replace("+1918-00-00", "+0000-00-00")
        rejects = tmp_path / "rejects.json"
        report = bring(broken, "a.json", skip_bad=True, rejects=rejects)
        assert counts(report) == (0, 0, 1, 1)
        mended = rejects.read_text().replace("+0000-00-00", "+1918-00-00")
        assert counts(bring(mended, "a.json")) == (0, 0, 1, 0)


def significant() -> dict[str, Any]:
    """A coronation, dated by a qualifier."""
    value = claim("Q209715", number=5, qualifiers={"P585": DAY})
    return entity(P793=[value])


FROM_THERE = {
    "point": entity(P585=[claim(YEAR), claim(DAY, number=2)]),
    "contradicting": entity(P585=[claim(YEAR), claim(OTHER, number=2)]),
    "ranked": entity(
        P585=[
            claim(YEAR, "deprecated", qualifiers={"P2241": "Q41755623"}),
            claim(OTHER, "preferred", number=2),
            claim(DAY, number=3),
        ]
    ),
    "stretch": entity(
        P580=[claim(YEAR)],
        P582=[claim(OTHER, number=2), claim(DAY, "deprecated", number=3)],
    ),
    "open": entity(P580=[claim(YEAR)], P582=[claim(None, kind="novalue", number=2)]),
    "born": entity("Q42", "Adams", P569=[claim(DAY)], P570=[claim(OTHER, number=2)]),
    "century": entity(P585=[claim(time("+1250-00-00T00:00:00Z", 7, after=1))]),
    "unknown": entity(P585=[claim(None, kind="somevalue")]),
    "significant": significant(),
    "described": entity(
        P585=[
            claim(
                YEAR,
                qualifiers={"P1480": "Q5727902", "P1319": DAY},
                references=[
                    {
                        "snaks": {
                            "P248": [snak("Q5")],
                            "P813": [snak(OTHER)],
                            "P1683": [
                                {
                                    "snaktype": "value",
                                    "datavalue": {
                                        "type": "monolingualtext",
                                        "value": {"text": "so", "language": "la"},
                                    },
                                }
                            ],
                        }
                    }
                ],
            )
        ],
        P18=[claim("A file.jpg", number=9)],
    ),
}

NO_TIME = {"property": "P585", "id": "a", "rank": "normal"}


class TestEventsFromThere:
    """An entity in, out as an entity, in again: nothing has changed anywhere."""

    @pytest.mark.parametrize("name", FROM_THERE)
    @pytest.mark.parametrize("who", ["", "teacher"])
    def test_in_out_and_in_changes_nothing(self, take, bring, name, who) -> None:
        take(FROM_THERE[name], who=who)
        before, out = exported(), exported("wikidata")
        report = bring(out, "a.json", timeline="t")
        assert (changes(report), report.new, report.refused) == ([], 0, 0)
        assert exported() == before
        empty()
        assert bring(out, "a.json").refused == 0
        assert (exported(), exported("wikidata")) == (before, out)

    @pytest.mark.parametrize("name", FROM_THERE)
    def test_the_statements_go_out_as_they_came(self, take, name: str) -> None:
        take(FROM_THERE[name])
        given = FROM_THERE[name]["claims"]
        found: dict[str, list[Any]] = {}
        for one in entities():
            assert one["id"] == FROM_THERE[name]["id"]
            for property_, some in one["claims"].items():
                found.setdefault(property_, []).extend(some)
        ids = {p: {c["id"] for c in some if p != "P18"} for p, some in found.items()}
        assert ids == {
            p: {c["id"] for c in some if p != "P18"} for p, some in given.items()
        }
        for property_, some in given.items():
            for one in some if property_ != "P18" else ():
                (same,) = [c for c in found[property_] if c["id"] == one["id"]]
                assert same["rank"] == one["rank"]
                assert shown(same["mainsnak"]) == shown(one["mainsnak"])
                assert set(same.get("qualifiers", {})) == set(one["qualifiers"])

    def test_what_an_editor_decided_is_in_the_ranks(self, take, bring) -> None:
        take(FROM_THERE["contradicting"])
        event = Event.objects.get()
        event.follow(event.datings.get(edtf="1918"), "The minutes say so.")
        before = exported()
        ranks = {shown(c["mainsnak"])[0][:5]: c["rank"] for c in claims()["P585"]}
        assert ranks == {"+1917": "normal", "+1918": "preferred"}
        out = exported("wikidata")
        assert counts(bring(out, "a.json")) == (0, 0, 1, 0)
        assert exported() == before
        empty()
        bring(out, "a.json")
        assert statuses() == {"1917": "open", "1918": "accepted"}
        followed = Dating.objects.get(edtf="1918")
        assert followed.reason.endswith("The minutes say so.")

    def test_a_date_an_editor_corrected_stands_beside_theirs(self, take, bring) -> None:
        take(FROM_THERE["stretch"])
        dating = Dating.objects.get(status="accepted")
        dating.edtf_written = "1916/1918"
        dating.save()
        Dating.objects.create(event=dating.event, edtf_written="1915", status="open")
        before, out = exported(), exported("wikidata")
        assert counts(bring(out, "a.json")) == (0, 0, 1, 0)
        assert exported() == before
        found = json.loads(out)[0]["claims"]
        assert [shown(c["mainsnak"])[0][:5] for c in found["P580"]] == [
            "+1917",
            "+1916",
        ]
        assert ["id" in c for c in found["P580"]] == [True, False]
        empty()
        bring(out, "a.json")
        given = sorted(Dating.objects.values_list("edtf", "status"))
        assert given == [
            ("/1917-09-28", "rejected"),
            ("1915", "open"),
            ("1916/1918", "accepted"),
        ]

    def test_a_dating_that_was_removed_does_not_come_back(self, take, bring) -> None:
        take(FROM_THERE["point"])
        Dating.objects.get(edtf="1917").delete()
        before, out = exported(), exported("wikidata")
        assert counts(bring(out, "a.json")) == (0, 0, 1, 0)
        assert exported() == before

    @pytest.mark.parametrize("name", ["point", "born", "significant"])
    def test_title_link_and_slug_are_those_of_the_editor(
        self, take, bring, name: str
    ) -> None:
        take(FROM_THERE[name])
        for event in Event.objects.all():
            event.title, event.link = f"Our {event.slug}", "https://e.org/"
            event.slug = f"our-{event.slug}"
            event.save()
        before = exported()
        report = bring(exported("wikidata"), "a.json")
        assert (changes(report), report.refused) == ([], 0)
        assert exported() == before

    @pytest.mark.parametrize(
        "kept",
        [
            "x",
            {"entity": 5},
            {"entity": "Q1", "statements": "x"},
            {"entity": "Q1", "statements": [{"id": "a"}]},
            {"entity": "Q1", "statements": [{"property": "P31", "id": "a"}]},
            {
                "entity": "Q1",
                "statements": [
                    {
                        "property": "P585",
                        "id": "a",
                        "rank": "normal",
                        "value": {"time": 5},
                    }
                ],
            },
        ],
    )
    def test_what_extra_has_otherwise_is_not_believed(self, bring, kept: Any) -> None:
        dated(["1917"], "gregorian")
        Event.objects.update(extra={"wikidata": kept})
        before = exported()
        assert values("P585") == [("+1917-00-00", 9)]
        report = again(bring)
        assert (changes(report), counts(report)) == ([], (0, 0, 1, 0))
        assert exported() == before


def test_nobody_elses_mark_is_believed_where_it_is_broken(bring) -> None:
    ours = {**entity(P585=[claim(YEAR)]), MARK: {"timeline": 5, "slug": "a"}}
    ours["claims"]["P585"][0][MARK] = {"edtf": 5, "status": "published", "dating": []}
    assert counts(bring(json.dumps([ours]), "a.json", timeline="t")) == (1, 0, 0, 0)
    dating = Dating.objects.get()
    assert (dating.edtf, dating.status, dating.event.slug) == ("1917", "accepted", "Q1")
