"""References of a file: a whole column at once says what each would say alone."""

from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exchange.references import key_of, keys_of
from timeline.exchange.rows import Wrong
from timeline.models import Event

PARTS = st.one_of(
    st.text(max_size=4), st.integers(-1, 2**31), st.none(), st.booleans(), st.floats()
)
VALUES = st.one_of(PARTS, st.lists(PARTS, max_size=4), st.just(["letter", "p1"]))


def one_by_one(values: list[Any], table: str) -> list[Any] | None:
    try:
        return [key_of(value, table) for value in values]
    except Wrong:
        return None


@given(
    st.lists(VALUES, min_size=1, max_size=4),
    st.sampled_from(["event", "passage", "revision", "tag", "citation"]),
)
def test_what_passes_at_once_passes_one_by_one(values: list[Any], table: str) -> None:
    found = keys_of(values, table)
    assert found is None or found == one_by_one(values, table)


@pytest.mark.parametrize(
    ("values", "table"),
    [
        ([["letter", "p1"], ["letter", "n2"]], "passage"),
        ([["letter", 0], ["letter", 2**31 - 1]], "revision"),
        ([["a"], ["b"]], "citation"),
    ],
)
def test_keys_pass_at_once(values: list[Any], table: str) -> None:
    assert keys_of(values, table) == [tuple(value) for value in values]


@pytest.mark.parametrize(
    ("values", "table"),
    [
        ([["letter", "p1"], None], "passage"),
        ([["letter", "p1"], ["letter"]], "passage"),
        ([["letter", "p1"], ["letter", 1]], "passage"),
        ([["letter", "p\x00"]], "passage"),
        ([["letter", -1]], "revision"),
        ([["letter", 2**31]], "revision"),
        ([["letter", True]], "revision"),
        (["letter"], "citation"),
    ],
)
def test_one_that_is_none_sends_all_the_long_way(values: list[Any], table: str) -> None:
    assert keys_of(values, table) is None
    assert one_by_one([v for v in values if v is not None], table) is None or (
        None in values
    )


@pytest.mark.django_db
class TestTags:
    """The tags of many events, cut back into those of each."""

    OBJECTS: ClassVar[list[dict[str, Any]]] = [
        {"model": "timeline.timeline", "fields": {"slug": "t", "title": "T"}},
        *(
            {
                "model": "timeline.tag",
                "fields": {"kind": "topic", "slug": name, "name": name},
            }
            for name in "abc"
        ),
    ]

    def event(self, slug: str, tags: Any) -> dict[str, Any]:
        fields = {"timeline": ["t"], "slug": slug, "title": slug, "tags": tags}
        return {"model": "timeline.event", "fields": fields}

    def test_each_event_gets_its_own(self, bring: Any) -> None:
        given = {"e1": "ab", "e2": "", "e3": "c", "e4": "cba"}
        events = [
            self.event(slug, [["topic", name] for name in names])
            for slug, names in given.items()
        ]
        report = bring([*self.OBJECTS, *events], "t.jsonl")
        assert report.faults == []
        for slug, names in given.items():
            tags = Event.objects.get(slug=slug).tags.values_list("slug", flat=True)
            assert sorted(tags) == sorted(names)

    @pytest.mark.parametrize(
        "tags", ["topic", None, [["topic"]], [["topic", 1]], ["a"], [["topic", "x"]]]
    )
    def test_a_wrong_one_refuses_its_event_alone(self, bring: Any, tags: Any) -> None:
        rows = [self.event("e1", [["topic", "a"]]), self.event("e2", tags)]
        report = bring([*self.OBJECTS, *rows], "t.jsonl", skip_bad=True)
        assert [(f.line, f.column) for f in report.faults] == [(6, "tags")]
        assert Event.objects.get().tags.get().slug == "a"
