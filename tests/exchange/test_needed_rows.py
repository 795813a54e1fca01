"""What the rows of a table need beside themselves: their timeline and their tags.

They are no rows of the file; where one cannot come in, the rows that need it cannot.
"""

import pytest

from timeline.models import Event, Tag, Timeline

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
