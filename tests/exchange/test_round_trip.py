"""What goes out comes back in, byte for byte."""

import json

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.exchange import Report
from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    Mark,
    NoteLink,
    Passage,
    Revision,
    Tag,
    Timeline,
    refresh_marks,
)

from .conftest import LETTER, counts, empty, exported

pytestmark = pytest.mark.django_db
TEXTS = (Document, Passage, Revision, NoteLink)


def test_the_letter_comes_in_as_its_fixture_says(letter: Report) -> None:
    fixture = json.loads(LETTER.read_text())
    assert counts(letter) == (len(fixture), 0, 0, 0)
    lines = [json.loads(line) for line in exported().splitlines()]
    by_text = {json.dumps(o, sort_keys=True) for o in lines}
    assert by_text == {json.dumps(o, sort_keys=True) for o in fixture}


def test_the_door_and_loaddata_make_the_same_rows(letter: Report) -> None:
    through_the_door, marks = exported(), sorted_marks()
    empty()
    call_command("loaddata", "letter", verbosity=0)
    assert exported() == through_the_door
    assert sorted_marks() == marks


def sorted_marks() -> list[tuple]:
    names = ("event__slug", "sort_start", "sort_end", "sort_seconds", "visible")
    return sorted(Mark.objects.values_list(*names))


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_out_in_out_is_identical(letter: Report, bring, name: str) -> None:
    before = exported(name)
    empty()
    assert bring(before, f"all.{name}").refused == 0
    assert exported(name) == before


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_a_table_into_a_database_with_its_documents(
    letter: Report, bring, name: str
) -> None:
    before, all_rows = exported(name), exported()
    empty(*TEXTS)
    assert counts(bring(before, f"all.{name}")) == (6, 0, 0, 0)
    assert exported(name) == before
    Timeline.objects.update(
        title="The Bolsheviks Must Assume Power",
        publication="published",
        description=json.loads(all_rows.splitlines()[0])["fields"]["description"],
    )
    assert exported() == all_rows


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "tsv"])
def test_the_second_import_changes_nothing(letter: Report, bring, name: str) -> None:
    before = exported(name)
    report = bring(before, f"all.{name}")
    assert counts(report)[:2] == (0, 0)
    assert report.refused == 0
    assert exported(name) == before
    assert Event.objects.filter(version__gt=1).count() == 0


def test_loaddata_reads_what_we_write(letter: Report, tmp_path) -> None:
    before = exported("json")
    path = tmp_path / "all.json"
    path.write_text(before)
    empty()
    call_command("loaddata", str(path), verbosity=0)
    assert exported("json") == before


def test_every_object_has_its_names_sorted(letter: Report) -> None:
    for line in exported().splitlines():
        value = json.loads(line)
        assert line == json.dumps(value, sort_keys=True, ensure_ascii=False)


def test_one_timeline_takes_what_it_rests_on(letter: Report, bring) -> None:
    bring("id,title,date,timeline\nx,Other,1900,elsewhere\n")
    alone = [json.loads(line) for line in exported(timeline="letter").splitlines()]
    assert not [o for o in alone if "elsewhere" in json.dumps(o)]
    assert len(alone) == len(json.loads(LETTER.read_text()))
    (other,) = exported("csv", "elsewhere").splitlines()[1:]
    assert other.startswith("x,Other,1900,")


# Content that breaks careless writers: quotes, separators, formulas, white space.
HOSTILE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
    | st.sampled_from("\t\n\r\"',;|=+-@–−\u2028\u202e\u0301'😀"),
    max_size=12,
)
TITLE = HOSTILE.filter(bool)
SLUG = HOSTILE.filter(lambda s: s.strip() and s.strip(".") and s.isprintable())
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | HOSTILE
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(HOSTILE, inner, max_size=3)
    ),
    max_leaves=6,
)
DATES = st.sampled_from(
    (
        *("1917-09-28", "-0043", "-0043-03-15", "1917~", "../1917", "1917/", "Y17E7"),
        *("", "[1667,1668]", "1917-21", "191X", "1914/1918?", "1985-04-12T23:20:30Z"),
    )
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_hostile_content_comes_back_as_it_went(bring, data: st.DataObject) -> None:
    empty()
    draw = data.draw
    text = draw(HOSTILE) + "words" + draw(HOSTILE)
    document = Document.objects.create(slug="d", title=draw(TITLE))
    passage = Passage.objects.create(document=document, key="p1", order=1, text=text)
    timeline = Timeline.objects.create(slug="t", title="T")
    tag = Tag.objects.create(kind="topic", slug="s", name=draw(TITLE))
    for slug in draw(st.lists(SLUG, min_size=1, max_size=3, unique=True)):
        event = Event.objects.create(
            timeline=timeline,
            slug=slug,
            title=draw(TITLE),
            summary=draw(HOSTILE),
            group=draw(HOSTILE),
            media_caption=draw(HOSTILE),
            extra=draw(st.dictionaries(HOSTILE, JSON, max_size=2)),
        )
        event.tags.set([tag] if draw(st.booleans()) else [])
        at = text.index("words")
        citation = Citation.objects.create(
            event=event,
            passage=passage,
            quoted=draw(st.sampled_from(["words", "w0rds"])),
            exact="words",
            prefix=text[max(0, at - 32) : at],
            start=at,
            end=at + 5,
            note=draw(HOSTILE),
        )
        for status in draw(
            st.lists(st.sampled_from(["accepted", "open"]), max_size=2, unique=True)
        ):
            Dating.objects.create(
                event=event,
                citation=draw(st.sampled_from([None, citation])),
                edtf_written=draw(DATES),
                as_written=draw(HOSTILE),
                reason=draw(HOSTILE),
                status=status,
            )
    normal = exported()  # floats are written one way from the first import on
    empty()
    assert bring(normal, "all.jsonl").refused == 0
    lines, table = exported(), exported("csv")
    empty()
    assert bring(lines, "all.jsonl").refused == 0
    assert exported() == lines
    assert exported("csv") == table
    empty(*TEXTS)
    report = bring(table)
    assert report.faults == []
    assert exported("csv") == table
    refresh_marks(Event.objects.values_list("pk", flat=True))
