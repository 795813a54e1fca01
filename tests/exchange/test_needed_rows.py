"""What the rows of a table need beside themselves: their timeline and their tags.

They are no rows of the file; where one cannot come in, the rows that need it cannot.
"""

import pytest

from timeline.exchange import REPORTS, undo
from timeline.models import Event, Import, Tag, Timeline

from .conftest import counts, faults

pytestmark = pytest.mark.django_db
TABLE = "id,title,date,tags\na,Strike,1917,War\nb,Other,1918,War\nc,Fine,1919,\n"


@pytest.fixture
def warfare(db: None) -> Tag:
    return Tag.objects.create(kind="topic", slug="war", name="Warfare")


@pytest.mark.parametrize("has_timeline", [True, False])
class TestATagOfAnotherName:
    @pytest.fixture(autouse=True)
    def timeline(self, warfare: Tag, has_timeline: bool) -> None:
        if has_timeline:
            Timeline.objects.create(slug="t", title="T")

    def test_refuses_the_file(self, bring) -> None:
        report = bring(TABLE, timeline="t")
        assert faults(report) == [(2, "tags"), (3, "tags")]
        assert "named “Warfare”" in report.faults[0].wrong
        assert counts(report) == (1, 0, 0, 2)
        assert not report.written
        assert not Event.objects.exists()

    def test_skips_the_rows_that_have_it(self, bring) -> None:
        report = bring(TABLE, timeline="t", skip_bad=True)
        assert counts(report) == (1, 0, 0, 2)
        assert list(Event.objects.values_list("slug", "tags")) == [("c", None)]
        assert Timeline.objects.get().slug == "t"


def test_the_tag_by_its_own_name(warfare: Tag, bring) -> None:
    table = TABLE.replace(",War\n", ",topic:Warfare\n")
    bring(table, timeline="t")
    assert Tag.objects.count() == 2  # its slug follows from the name


@pytest.mark.parametrize("lacks", ["timeline", "tag"])
def test_a_right_that_is_lacking_for_them_refuses_the_file(bring, lacks: str) -> None:
    names = {"timeline", "tag", "event", "dating"} - {lacks}
    rights = {f"timeline.add_{name}" for name in names}
    report = bring(TABLE, timeline="t", rights=rights)
    assert not report.written
    assert not Event.objects.exists()
    good = bring(TABLE, timeline="t", rights=rights, skip_bad=True)
    made = list(Event.objects.values_list("slug", "tags"))
    assert made == ([("c", None)] if lacks == "tag" else [])
    assert good.new == len(made)


def test_a_refused_row_takes_no_timeline_from_the_next(bring) -> None:
    table = "id,title,date,passage\na,A,1917,p1\nb,B,1918,\n"
    report = bring(table, timeline="t", skip_bad=True)
    assert counts(report) == (1, 0, 0, 1)
    assert faults(report) == [(2, "quote")]
    assert Event.objects.get().timeline.slug == "t"


class TestWhatRefusedRowsAloneCalledFor:
    GOOD = "a,Strike,1917,War,t\n"
    BAD = "b,Other,someday,War; Peace,t\nc,Third,never,Bread,elsewhere\n"
    HEAD = "id,title,date,tags,timeline\n"

    @pytest.mark.parametrize("rows", [GOOD + BAD, BAD + GOOD])
    def test_is_not_made(self, bring, rows: str) -> None:
        report = bring(self.HEAD + rows, skip_bad=True)
        assert counts(report) == (1, 0, 0, 2)
        assert list(Tag.objects.values_list("name", flat=True)) == ["War"]
        assert list(Timeline.objects.values_list("slug", flat=True)) == ["t"]
        assert [tag.name for tag in Event.objects.get().tags.all()] == ["War"]

    def test_is_made_for_a_change_of_what_is_here(self, bring) -> None:
        bring(self.HEAD + "a,Strike,1917,,t\n")
        report = bring(self.HEAD + self.GOOD + self.BAD, skip_bad=True)
        assert counts(report) == (0, 1, 0, 2)
        assert [tag.name for tag in Event.objects.get().tags.all()] == ["War"]
        assert Tag.objects.count() == 1

    def test_stays_where_it_was_here_before(self, bring) -> None:
        Tag.objects.create(kind="topic", slug="peace", name="Peace")
        Timeline.objects.create(slug="elsewhere", title="Elsewhere")
        bring(self.HEAD + self.GOOD + self.BAD, skip_bad=True)
        assert set(Tag.objects.values_list("name", flat=True)) == {"Peace", "War"}
        assert Timeline.objects.count() == 2

    def test_is_made_of_rows_of_their_own(self, bring) -> None:
        def row(model: str, **fields: str) -> dict:
            return {"model": f"timeline.{model}", "fields": fields}

        objects = [
            row("timeline", slug="t", title="T"),
            row("tag", kind="topic", slug="war", name="War"),
            row("event", timeline=["t"], slug="a"),  # without a title
        ]
        report = bring(objects, "a.jsonl", skip_bad=True)
        assert counts(report) == (2, 0, 0, 1)
        assert (Tag.objects.count(), Timeline.objects.count()) == (1, 1)

    def test_the_import_is_undone_all_the_same(self, bring) -> None:
        report = bring(self.HEAD + self.GOOD + self.BAD, skip_bad=True)
        undo(Import.objects.get(pk=report.import_id))
        assert not Tag.objects.exists()
        assert not Timeline.objects.exists()


def test_a_timeline_that_is_not_here_yet_is_told(bring) -> None:
    Timeline.objects.create(slug="here", title="Here")
    table = "id,title,date,timeline\na,A,1917,here\nb,B,1917,heer\nc,C,1917,heer\n"
    report = bring(table, dry_run=True)
    assert report.new_timelines == ["heer"]
    assert "There was no timeline “heer” before." in REPORTS["text"](report)
    assert [sample.timeline for sample in report.samples] == ["here", "heer", "heer"]


def test_only_what_comes_in_is_told_as_a_change(bring) -> None:
    table = "id,title,date,timeline\na,A,1917,t\nb,B,1917,t\n"
    bring(table)
    Event.objects.filter(slug="b").update(version=2)  # somebody saved it
    changed = table.replace("A,1917", "Another,1918").replace("B,1917", "Third,never")
    report = bring(changed, dry_run=True)
    told = [(one.line, one.row, one.column) for one in report.differences]
    assert told[0] == (2, "event t a", "title")
    assert {row for _, row, _ in told[1:]} == {"dating t.a of t a"}
    assert report.difference_total == len(told)
    assert report.conflicts == 0
    assert bring(table.replace("B,", "Third,"), dry_run=True).conflicts == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "a.json",
            '{"title": {"text": {"headline": "T"}}, "events": '
            '[{"start_date": {"year": "1917"}, "text": {"headline": "Strike"}}]}',
        ),
        (
            "a.xml",
            '<data wiki-url="https://example.org/">'
            '<event start="1917" title="Strike"/></data>',
        ),
    ],
)
def test_a_timeline_of_which_the_file_says_more_is_told_too(
    bring, name: str, content: str
) -> None:
    report = bring(content, name, timeline="heer", dry_run=True)
    assert (report.faults, report.new_timelines) == ([], ["heer"])
    Timeline.objects.create(slug="heer", title="Here")
    assert bring(content, name, timeline="heer", dry_run=True).new_timelines == []
