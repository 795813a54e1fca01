"""The spreadsheet of TimelineJS, as it is downloaded."""

import csv
import io

import pytest

from timeline.models import Dating, Event, Timeline

from .conftest import counts, empty, exported, faults

pytestmark = pytest.mark.django_db
HEADER = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,"
    "Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n"
)


def row(headline: str = "Strike", **cells: str) -> str:
    names = HEADER.strip().split(",")
    given = {name.replace(" ", "_").lower(): "" for name in names}
    given |= {"headline": headline, **cells}
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(given.values())
    return out.getvalue()


@pytest.fixture
def take(bring):
    def run(*rows: str, **options):
        return bring(HEADER + "".join(rows), "sheet.csv", timeline="t", **options)

    return run


def test_the_spreadsheet_is_known_by_its_header(take) -> None:
    report = take(row(year="1917"))
    assert (report.format, counts(report)) == ("timelinejs-csv", (1, 0, 0, 0))


@pytest.mark.parametrize(
    ("cells", "edtf"),
    [
        ({"year": "1917"}, "1917"),
        ({"year": "1917", "month": "9"}, "1917-09"),
        ({"year": "-44", "month": "3", "day": "15"}, "-0043-03-15"),
        ({"year": "1917", "end_year": "1918"}, "1917/1918"),
        ({"year": "1905", "display_date": "c. 1905"}, "1905~"),
        ({"year": "1917", "month": "9", "day": "28", "time": "1:30 PM"},) * 1
        + ("1917-09-28T13:30:00",),
        ({"year": "1917", "month": "9", "day": "28", "time": "12:05 am"},) * 1
        + ("1917-09-28T00:05:00",),
        ({"year": "1917", "month": "9", "day": "28", "time": "07:08:09"},) * 1
        + ("1917-09-28T07:08:09",),
    ],
)
def test_dates_are_as_coarse_as_the_cells(take, cells, edtf: str) -> None:
    assert counts(take(row(**cells))) == (1, 0, 0, 0)
    assert Dating.objects.get().edtf == edtf


def test_the_title_names_the_timeline_and_an_era_is_an_event(take) -> None:
    rows = (
        row("The year 1917", type="title", text="From spring on"),
        row("Strike", year="1917"),
        row("Between", year="1905", end_year="1917", type="era"),
    )
    assert counts(take(*rows)) == (2, 0, 0, 0)
    timeline = Timeline.objects.get()
    assert (timeline.title, timeline.description) == ("The year 1917", "From spring on")


def test_unknown_columns_and_backgrounds_are_kept(bring) -> None:
    table = "Year,Headline,Background,Mood\n1917,Strike,#fff,tense\n"
    bring(table, "sheet.csv", timeline="t")
    kept = Event.objects.get().extra["timelinejs"]
    assert kept == {"background": {"color": "#fff"}, "columns": {"mood": "tense"}}


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"year": "soon"}, "start_date.year"),
        ({"year": "0"}, "start_date.year"),
        ({"month": "3"}, "start_date.year"),
        ({"year": "1917", "time": "noon"}, "time"),
        ({"year": "1917", "time": "13:00 pm"}, "time"),
        ({"year": "1917", "media": "javascript:alert(1)"}, "media.url"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(take, cells, column: str) -> None:
    report = take(row(year="1917"), row(**cells))
    assert faults(report) == [(3, column)]
    assert Event.objects.count() == 0


def test_refused_rows_can_be_mended_and_fed_back(take, tmp_path) -> None:
    rejects = tmp_path / "rejects.csv"
    report = take(row(year="1917"), row(year="soon"), skip_bad=True, rejects=rejects)
    assert counts(report) == (1, 0, 0, 1)
    assert rejects.read_text() == HEADER + row(year="soon")


def test_no_cell_that_goes_out_is_a_formula(take) -> None:
    take(row("=1+1", year="-44", text="+49"))
    out = exported("timelinejs-csv")
    title, cells = csv.DictReader(io.StringIO(out))
    assert (title["Type"], title["Headline"]) == ("title", "t")
    assert (cells["Headline"], cells["Text"]) == ("'=1+1", "'+49")
    assert cells["Year"] == "-44"


def test_out_in_out_is_identical(take, bring) -> None:
    take(
        row("Strike", year="1917", month="8", day="25", media="https://example.org/a"),
        row("Caesar", year="-44", group="Rome", background="#fff"),
        row("Between", year="1905", end_year="1917", type="era"),
        row("No date"),
    )
    before = exported("timelinejs-csv")
    empty()
    assert counts(bring(before, "again.csv", timeline="t")) == (4, 0, 0, 0)
    assert exported("timelinejs-csv") == before


def test_a_column_that_only_looks_like_ours_is_kept(bring) -> None:
    bring("Year,Headline,Calendar\n1917,Strike,office\n", "sheet.csv", timeline="t")
    assert Dating.objects.get().calendar == "gregorian"
    assert Event.objects.get().extra["timelinejs"] == {"dating": {"calendar": "office"}}


def test_the_table_names_its_timeline(take, bring) -> None:
    take(row("The year 1917", type="title"), row("Strike", year="1917"))
    out = exported("timelinejs-csv")
    assert counts(bring(out, "again.csv")) == (0, 0, 1, 0)
    empty()
    assert counts(bring(out, "again.csv")) == (1, 0, 0, 0)
    timeline = Timeline.objects.get()
    assert (timeline.slug, timeline.title) == ("t", "The year 1917")


OLD = "Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Type,Tag\n"


def test_the_sheet_of_older_versions_is_read_month_first(bring) -> None:
    rows = (
        "1/1/1917,,The year,Words,https://example.org/a,,,title,\n",
        "9/28/1917,10/5/1917,Conference,<p>Met</p>,,,,,Petrograd\n",
        "8/9/1963 13:30,,Heritage,,,,,,\n",
        "9/1917,,Month,,,,,,\n",
        "-43,,Ides,,,,,,\n",
        "1917-09-28,,ISO,,,,,,\n",
    )
    report = bring(OLD + "".join(rows), "sheet.csv", timeline="t")
    assert (report.format, counts(report)) == ("timelinejs-csv", (5, 0, 0, 0))
    assert [n for n in report.notes if "month first" in n]
    dates = dict(Dating.objects.values_list("event__title", "edtf"))
    assert dates == {
        "Conference": "1917-09-28/1917-10-05",
        "Heritage": "1963-08-09T13:30:00",
        **{"Month": "1917-09", "Ides": "-0042", "ISO": "1917-09-28"},
    }
    assert Event.objects.get(title="Conference").group == "Petrograd"
    assert Timeline.objects.get().title == "The year"


@pytest.mark.parametrize(
    ("date", "column"),
    [
        ("28/9/1917", "start_date.month"),
        ("1/1/17", "start_date"),  # TimelineJS shows the year 17
        ("September 1917", "start_date"),
    ],
)
def test_what_is_no_date_there_is_refused(bring, date: str, column: str) -> None:
    report = bring(f"{OLD}{date},,A,,,,,,\n", "sheet.csv", timeline="t")
    assert faults(report) == [(2, column)]


@pytest.mark.parametrize(
    ("year", "edtf"),
    [("-10,000", "-9999"), ("1,917", "1917"), ("-13 798 000", "Y-13797999")],
)
def test_a_year_in_groups_of_thousands(take, year: str, edtf: str) -> None:
    take(row(year=year))
    assert Dating.objects.get().edtf == edtf
    assert faults(take(row(year="19,17"))) == [(2, "start_date.year")]


def test_a_second_title_is_a_refused_row(take, tmp_path) -> None:
    second = row("Another year", type="title")
    rows = row("The year", type="title"), second, row(year="1917")
    rejects = tmp_path / "rejects.csv"
    report = take(*rows, skip_bad=True, rejects=rejects)
    assert (counts(report), report.rows) == ((1, 0, 0, 1), 2)
    assert report.faults[0].wrong == "The title stands in line 2 already."
    assert (report.faults[0].line, report.faults[0].column) == (3, "type")
    assert Timeline.objects.get().title == "The year"
    assert rejects.read_text() == HEADER + second
