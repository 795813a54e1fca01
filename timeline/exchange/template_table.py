"""A table to begin with: the usual columns, and three rows about the first document.

The rows say what a database with the letter holds already: imported there, they change
nothing. A CSV has no room for comments, so what a column holds stands beside the link,
and on the second sheet of the workbook.
"""

import csv
from functools import partial
from io import BytesIO, StringIO

from .workbook import Workbook

COLUMNS = {
    "id": "A short permanent name; the same id in the next file means the same event.",
    "title": "What happened, in a line.",
    "date": "As printed (“September 15 (28), 1917”), or as 1917-09-28, 1917-09, 1917~, "
    "-0043 (EDTF; Gregorian unless calendar says otherwise).",
    "end_date": "The end of a range that begins at date; may be empty.",
    "calendar": "gregorian, julian, hebrew, islamic_civil, french_republican or "
    "swedish; empty: Gregorian, or that of the document for printed dates.",
    "description": "A few sentences; may be empty.",
    "document": "The slug of the document that is quoted.",
    "passage": "The key of its passage, such as p3 or note-2; empty when the words "
    "stand in one passage only.",
    "quote": "The words that bear the event out, copied from the passage.",
    "status": "occurred, scheduled, planned or feared; empty: occurred.",
    "tags": "war; place:Moscow; person:…; organisation:…",
    "timeline": "The slug of the timeline; may be chosen on the page instead.",
    "url": "A link, http or https.",
    "group": "What the events are grouped by.",
    "importance": "A whole number; larger is drawn first.",
    "prefix, suffix": "Words before and after a quote that stands there twice.",
    "start, end": "The place of the quote in the passage, in characters from 0.",
    "media_url, media_caption, media_credit, media_alt": "A picture or recording: its "
    "address, caption, credit, and what it shows. Nothing is fetched.",
    "publication": "draft, reviewed or published, which takes the right to publish.",
}
USUAL = tuple(COLUMNS)[:12]
ROWS = (
    (
        *("moscow-strike", "Strike in Moscow", "1917-08-12", "", "julian"),
        "The letter compares the elections in Moscow with the strike.",
        *("letter", "p4", "August 12", "occurred", "place:Moscow", "letter"),
    ),
    (
        "democratic-conference-date-set",
        "Date first set for the Democratic Conference",
        *("1917-09-12", "", "julian"),
        "Note 2 calls September 12 the date set for the convocation of the conference, "
        "and says that the conference took place on September 14-22.",
        *("letter", "p3", "September 12", "scheduled"),
        *("organisation:Democratic Conference", "letter"),
    ),
    (
        *("democratic-conference", "Democratic Conference, Petrograd"),
        *("1917-09-14", "1917-09-22", "julian"),
        "Note 2 says that the conference took place in Petrograd.",
        *("letter", "note-2", "September 14-22", "occurred"),
        *("organisation:Democratic Conference; place:Petrograd", "letter"),
    ),
)


def template_csv(separator: str = ",") -> bytes:
    """The table as CSV, marked as UTF-8 so that a spreadsheet opens it as such."""
    out = StringIO()
    rows = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    rows.writerows([USUAL, *ROWS])
    return out.getvalue().encode("utf-8-sig")


def template_xlsx() -> bytes:
    """The table as a workbook; its second sheet says what each column holds."""
    file = BytesIO()
    with Workbook(file) as book:
        book.table("events", USUAL, ROWS)
        book.table("columns", ("column", "holds"), COLUMNS.items())
    return file.getvalue()


TEMPLATES = {
    "csv": template_csv,
    "tsv": partial(template_csv, "\t"),
    "xlsx": template_xlsx,
}
