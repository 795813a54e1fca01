"""Files that nobody means well with, made in code: a table of them by kind.

Each has a name, what the file is called, what is in it, and what the answer must be:
`REFUSED` with these words, or how many events come in.
"""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import openpyxl

REFUSED = -1
HEADER = "id,title,date\n"
DEEP = 100_000


@dataclass(frozen=True)
class Hostile:
    """A file and the answer it must get."""

    name: str
    file: str
    content: Callable[[], bytes]
    answer: int = REFUSED
    says: str = ""  # words of a fault, or of a note
    place: str = ""  # line, path or column of the fault
    options: dict[str, Any] = field(default_factory=dict)


CASES: list[Hostile] = []


def case(
    name: str,
    file: str,
    content: Any,
    says: str = "",
    place: str = "",
    answer: int = REFUSED,
    **options: Any,
) -> None:
    """Enter a file in the table; text is UTF-8, values are JSON."""

    def made() -> bytes:
        value = content() if callable(content) else content
        if not isinstance(value, str | bytes):
            value = json.dumps(value)
        return value if isinstance(value, bytes) else value.encode()

    CASES.append(Hostile(name, file, made, answer, says, place, options))


def row(model: str, **fields: Any) -> dict[str, Any]:
    """An object of a fixture."""
    return {"model": model, "fields": fields}


def timeline(slug: str = "t", **other: Any) -> dict[str, Any]:
    return row("timeline.timeline", slug=slug, title="T", **other)


def event(slug: str = "e", **other: Any) -> dict[str, Any]:
    return row("timeline.event", timeline=["t"], slug=slug, **{"title": "E", **other})


def dating(key: str = "d", **other: Any) -> dict[str, Any]:
    given = {"event": ["t", "e"], "edtf_written": "1917", "calendar": "gregorian"}
    return row("timeline.dating", key=key, **{**given, **other})


def lines(*rows: Any) -> str:
    return "".join(json.dumps(one) + "\n" for one in rows)


def with_text(text: str, old: str = '"E"') -> str:
    """A fixture whose title is JSON of our own making."""
    return lines(timeline(), event()).replace(old, text)


def xlsx(*rows: list[Any]) -> bytes:
    """A workbook of these rows."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    for one in rows or (["id", "title", "date"], ["a", "A", "1917"]):
        book.active.append(one)
    book.save(out)
    return out.getvalue()


def rezipped(book: bytes, parts: dict[str, Any]) -> bytes:
    """The workbook with these parts changed, by the end of their name."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            change = next((c for end, c in parts.items() if name.endswith(end)), None)
            text = old.read(name).decode()
            new.writestr(name, change(text) if callable(change) else change or text)
    return out.getvalue()


def zip_of(members: dict[str, bytes]) -> bytes:
    """A workbook with further members."""
    out = io.BytesIO(xlsx())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE data ['
    + '<!ENTITY a0 "lol">'
    + "".join(f'<!ENTITY a{n} "{"".join([f"&a{n - 1};"] * 10)}">' for n in range(1, 10))
    + "]>"
)
FILE = '<!DOCTYPE data [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE data SYSTEM "http://127.0.0.1:9/x.dtd">'
PARAMETER = '<!DOCTYPE data [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>'
XML = {"format": "simile-xml", "timeline": "t"}
ON_T = {"timeline": "t"}

# Entities

for name, doctype in (
    *(("billion laughs", BOMB), ("a file as an entity", FILE)),
    *(("a document type elsewhere", REMOTE), ("a parameter entity", PARAMETER)),
):
    text = f'{doctype}<data><event title="x" start="1917">&a9;&x;</event></data>'
    case(f"xml: {name}", "a.simile.xml", text, "document type", "1", **XML)
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listEvent>'
for name, doctype in (
    ("billion laughs", BOMB.replace("DOCTYPE data", "DOCTYPE TEI")),
    ("a file as an entity", FILE.replace("DOCTYPE data", "DOCTYPE TEI")),
    ("a document type elsewhere", REMOTE.replace("DOCTYPE data", "DOCTYPE TEI")),
):
    text = f'{doctype}{TEI}<event when="1917"><label>&a9;</label></event>'
    text += "</listEvent></standOff></TEI>"
    case(f"tei: {name}", "a.tei", text, format="tei", **ON_T)
for name, text in (
    ("deep", TEI + "<event>" * DEEP),
    ("cut off", TEI + '<event when="1917"><label>x'),
    ("an attribute twice", TEI + '<event when="1917" when="1918"/>'),
    ("not TEI", "<svg/>"),
    ("empty", ""),
    ("Latin-1", (TEI + "<event><label>é</label></event>").encode("latin-1")),
):
    case(f"tei: {name}", "a.tei", text, format="tei", **ON_T)
case("xml: deep", "a.xml", "<data>" + "<event>" * DEEP, "no place", "", **XML)
case("xml: an entity nobody declared", "a.xml", "<data>&x;</data>", "not XML", **XML)
case("xml: cut off", "a.xml", '<data><event title="x', "not XML", "1", **XML)
case(
    "xml: NUL",
    "a.xml",
    '<data><event title="a\0b" start="1917"/></data>',
    "zero bytes",
    **XML,
)
case(
    "xml: UTF-16 declared, UTF-8 written",
    "a.xml",
    '<?xml version="1.0" encoding="UTF-16"?>'
    '<data><event title="é" start="1917"/></data>',
    answer=1,
    **XML,
)
case(
    "xml: an attribute twice",
    "a.xml",
    '<data><event title="a" title="b" start="1917"/></data>',
    "duplicate attribute",
    "1",
    **XML,
)
case(
    "xml: 100,000 attributes",
    "a.xml",
    lambda: (
        "<data><event title='x' start='1917' "
        + " ".join(f"a{n}='{n}'" for n in range(DEEP))
        + "/></data>"
    ),
    answer=1,
    **XML,
)

# Zip

case(
    "xlsx: a member of 100 MB",
    "a.xlsx",
    lambda: zip_of({"xl/media/big.bin": b"\0" * 100_000_000}),
    "unpacks to",
    **ON_T,
)
case(
    "xlsx: 2,000 members",
    "a.xlsx",
    lambda: zip_of({f"xl/x{n}.xml": b"<a/>" for n in range(2_000)}),
    "parts",
    **ON_T,
)
case(
    "xlsx: names that climb out of the folder",
    "a.xlsx",
    lambda: zip_of(
        {"../../../tmp/owned.txt": b"x", "/etc/cron.d/owned": b"x", "C:\\owned": b"x"}
    ),
    answer=1,
    **ON_T,
)
case(
    "xlsx: an entity bomb in the sheet",
    "a.xlsx",
    lambda: rezipped(
        xlsx(), {"sheet1.xml": lambda text: BOMB + text.partition("?>")[2]}
    ),
    "document type",
    **ON_T,
)
case(
    "xlsx: an external entity in the shared strings",
    "a.xlsx",
    lambda: zip_of({"xl/sharedStrings.xml": f"{FILE}<sst><si>&x;</si></sst>".encode()}),
    "document type",
    **ON_T,
)
case(
    "xlsx: a formula",
    "a.xlsx",
    lambda: xlsx(
        ["id", "title", "date"], ["a", '=WEBSERVICE("http://127.0.0.1:9")', "1917"]
    ),
    "formula",
    "2",
    **ON_T,
)
case(
    "xlsx: a sheet that says it has a million columns",
    "a.xlsx",
    lambda: rezipped(
        xlsx(),
        {"sheet1.xml": lambda text: text.replace('ref="A1:C2"', 'ref="A1:XFD1048576"')},
    ),
    answer=1,
    **ON_T,
)
case(
    "xlsx: a cell far to the right",
    "a.xlsx",
    lambda: rezipped(
        xlsx(), {"sheet1.xml": lambda text: text.replace('r="C2"', 'r="XFD2"')}
    ),
    "",
    "2",
    **ON_T,
)
case(
    "xlsx: a row far below",
    "a.xlsx",
    lambda: rezipped(
        xlsx(), {"sheet1.xml": lambda text: text.replace('r="2"', 'r="100000"')}
    ),
    answer=1,
    **ON_T,
)
case(
    "xlsx: a row of 200,000 cells",
    "a.xlsx",
    lambda: rezipped(
        xlsx(),
        {
            "sheet1.xml": lambda text: text.replace(
                "</row></sheetData>", "<c><v>1</v></c>" * 200_000 + "</row></sheetData>"
            )
        },
    ),
    "more than 16,384 cells",
    **ON_T,
)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
END = "</sheetData>"


def sheet(old: str, new: Callable[[], str]) -> Callable[[], bytes]:
    """A workbook with something else in its sheet."""
    return lambda: rezipped(
        xlsx(), {"sheet1.xml": lambda text: text.replace(old, new())}
    )


def part(name: str, old: str, new: Callable[[], str]) -> Callable[[], bytes]:
    """A workbook with something else in another part."""
    return lambda: rezipped(xlsx(), {name: lambda text: text.replace(old, new())})


def one_text_in_many_cells() -> bytes:
    """A list of texts, of which 300,000 cells name the same long one."""
    texts = ("id", "title", "date", "x" * 3_000_000)
    names = "".join(f'<c t="s"><v>{n}</v></c>' for n in range(3))
    long = '<row><c t="s"><v>3</v></c></row>'
    kind = (
        '<Override PartName="/xl/texts.xml" ContentType="application/vnd.openxml'
        'formats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    )
    book = rezipped(
        xlsx(),
        {
            "[Content_Types].xml": lambda text: (
                text.replace("/xl/sharedStrings.xml", "/xl/none.xml")
                .replace("sharedStrings+xml", "none+xml")
                .replace("</Types>", kind)
            ),
            "sheet1.xml": f"<worksheet {MAIN}><sheetData><row>{names}</row>"
            f"{long * 300_000}</sheetData></worksheet>",
        },
    )
    out = io.BytesIO(book)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        listed = "".join(f"<si><t>{text}</t></si>" for text in texts)
        archive.writestr("xl/texts.xml", f"<sst {MAIN}>{listed}</sst>")
    return out.getvalue()


TOO_MANY = "too many elements"
for name, content, says in (
    (
        "a row 100,000,000 lines below",
        sheet('r="2"', lambda: 'r="100000000"'),
        "at most 1,048,576 rows",
    ),
    (
        "a row of a number without end",
        sheet('r="2"', lambda: 'r="1e30"'),
        "at most 1,048,576 rows",
    ),
    ("a row above the one before it", sheet('r="2"', lambda: 'r="1"'), "Row 1 stands"),
    (
        "rows that end far to the right",
        sheet(
            END,
            lambda: (
                "".join(f'<row><c r="XFD{n}"><v>1</v></c></row>' for n in range(3, 600))
                + END
            ),
        ),
        "cells, empty ones too",
    ),
    ("a sheet 3,000,000 deep", sheet(END, lambda: "<a>" * 3_000_000), TOO_MANY),
    (
        "1,000,000 runs in a cell",
        sheet(END, lambda: f"<row><c><is>{'<r/>' * 1_000_000}</is></c></row>{END}"),
        TOO_MANY,
    ),
    (
        "900,000 merged cells",
        sheet(END, lambda: f"{END}<mergeCells>{'<mergeCell/>' * 900_000}</mergeCells>"),
        TOO_MANY,
    ),
    (
        "1,500,000 styles",
        part("styles.xml", "</cellXfs>", lambda: "<xf/>" * 1_500_000 + "</cellXfs>"),
        TOO_MANY,
    ),
    (
        "500,000 names",
        part(
            "xl/workbook.xml",
            "</workbook>",
            lambda: "<definedName>1</definedName>" * 500_000 + "</workbook>",
        ),
        TOO_MANY,
    ),
    (
        "100,000 sheets",
        part("xl/workbook.xml", "<sheet ", lambda: "<sheet/>" * 100_000 + "<sheet "),
        "over 1,000 sheets",
    ),
    (
        "one long text in 300,000 cells",
        one_text_in_many_cells,
        "The cells hold over",
    ),
    (
        "packed data that is none",
        lambda: (
            xlsx().replace(b"\x08\x00", b"\x08\x01", 1)[:50]
            + b"\xff" * 40
            + xlsx()[90:]
        ),
        "no XLSX workbook",
    ),
):
    case(f"xlsx: {name}", "a.xlsx", content, says, **ON_T)
case("xlsx: cut off", "a.xlsx", lambda: xlsx()[:2_000], "no XLSX workbook", **ON_T)
case(
    "xlsx: a broken sheet",
    "a.xlsx",
    lambda: rezipped(xlsx(), {"sheet1.xml": "<worksheet><sheetData><row>"}),
    "",
    **ON_T,
)
case(
    "xlsx: a ZIP file of something else",
    "a.xlsx",
    lambda: rezipped(xlsx(), {"workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}),
    "workbook",
    **ON_T,
)
case(
    "xlsx: not a ZIP file", "a.xlsx", b"PK\x03\x04" + b"\xff" * 500, "workbook", **ON_T
)

# Encodings

CAFE = HEADER + "a,Café à Paris,1917\n"
case(
    "csv: Latin-1", "a.csv", CAFE.encode("latin-1"), "Not UTF-8: byte 0xe9", "2", **ON_T
)
case(
    "csv: UTF-16 without a mark",
    "a.csv",
    CAFE.encode("utf-16-le"),
    "UTF-16 without a byte order mark",
    **ON_T,
)
case("csv: UTF-16 with its mark", "a.csv", CAFE.encode("utf-16"), answer=1, **ON_T)
case(
    "csv: UTF-8 and then Latin-1",
    "a.csv",
    (HEADER + "".join(f"a{n},é,1917\n" for n in range(3_000))).encode()
    + "b,é,1917\n".encode("latin-1"),
    "Not UTF-8",
    "3002",
    **ON_T,
)
case("csv: UTF-7", "a.csv", b"+/v8-" + CAFE.encode("utf-7"), "UTF-7", **ON_T)
case(
    "csv: the mark of UTF-8, then UTF-16",
    "a.csv",
    b"\xef\xbb\xbf" + CAFE.encode("utf-16-le"),
    "zero bytes",
    **ON_T,
)
case(
    "xml: Latin-1, as it declares",
    "a.xml",
    '<?xml version="1.0" encoding="ISO-8859-1"?>'
    '<data><event title="é" start="1917"/></data>'.encode("latin-1"),
    "It declares ISO-8859-1.",
    "1",
    **XML,
)
case(
    "csv: half a character at the end",
    "a.csv",
    CAFE.encode() + b"b,\xc3",
    "Not UTF-8",
    "3",
    **ON_T,
)
case(
    "csv: UTF-16 cut in the middle",
    "a.csv",
    CAFE.encode("utf-16")[:-1],
    "Not utf-16",
    "",
    **ON_T,
)
case(
    "json: surrogates written as UTF-8",
    "a.jsonl",
    with_text('"X"').encode().replace(b"X", b"\xed\xa0\x80"),
    "Not UTF-8",
    "2",
)
case(
    "json: an overlong NUL",
    "a.jsonl",
    with_text('"X"').encode().replace(b"X", b"\xc0\x80"),
    "Not UTF-8",
    "2",
)

# JSON

case("json: nested 100,000 deep", "a.jsonl", lambda: with_text("[" * DEEP), "deep", "2")
case(
    "json: objects nested 100,000 deep",
    "a.json",
    lambda: "[" + '{"model":' * DEEP,
    "deep",
    "",
)
for name, file, wanted in (
    ("timelinejs", "a.timelinejs.json", "events"),
    ("vis-timeline", "a.vis.json", "items"),
    ("geojson-t", "a.geojson", "features"),
    ("wikidata", "a.wikidata.json", "entities"),
    ("simile-json", "a.simile.json", "events"),
    ("web-annotation", "a.jsonld", "items"),
):
    case(
        f"{name}: nested 100,000 deep",
        file,
        f'{{"{wanted}": ' + "[" * DEEP,
        "deep",
        format=name,
        **ON_T,
    )
    case(f"{name}: a number", file, "17", format=name, **ON_T)
    case(f"{name}: cut off", file, f'{{"{wanted}": [{{"a', format=name, **ON_T)
    case(f"{name}: empty", file, "", format=name, **ON_T)
    case(
        f"{name}: a list where an object stands",
        file,
        {wanted: [["x"], None, 3, "a"]},
        format=name,
        **ON_T,
    )
for name, text in (
    ("nested 100,000 deep", "var x = {events: " + "[" * DEEP),
    ("that calls", "var x = {events: [alert(1)]};"),
    ("of a function", "var x = {events: [{start: '1917', title: function(){}}]}"),
    ("that never ends a text", "var x = {events: [{title: '" + "x" * 500_000),
    ("that never ends a comment", "/*" + "*" * 500_000 + " var x = {events: []}"),
    ("of many comments", "/**/" * 200_000 + "x"),
    ("of keys without end", "var x = {" + "a:" * 200_000),
    ("of backslashes", "var x = {events: ['" + "\\" * 400_001 + "']}"),
):
    case(f"script: {name}", "a.js", text, format="simile-json", **ON_T)
for number in ("NaN", "Infinity", "-Infinity"):
    case(f"json: {number}", "a.jsonl", with_text(number), "no JSON number", "2")
case("json: 1e400", "a.jsonl", with_text("1e400"), "too large a number", "2")
for name, text in (
    ("a.jsonl", with_text("9" * 10_000)),
    ("a.json", "[-" + "9" * 5_000),
):
    case(f"json: a number of 10,000 digits, {name}", name, text, "too many digits")
case(
    "json: an importance of 400 digits",
    "a.jsonl",
    lines(timeline(), event(importance=10**399)),
    "Out of range",
    "importance",
)
case("json: a name twice", "a.jsonl", with_text('"E", "title": "F"'), "twice", "title")
case(
    "json: 200,000 names and then one twice",
    "a.jsonl",
    lambda: with_text(
        '"E", "extra": {' + "".join(f'"{n}":1,' for n in range(200_000)) + '"7":1}'
    ),
    "twice",
    "7",
)
for depth in (900, 960, 985):
    text = "[" * depth + "]" * depth
    case(f"json: a title {depth} deep", "a.jsonl", with_text(text), "", "2")
case(
    "json: a slide 980 deep",
    "a.timelinejs.json",
    '{"events": [{"x": ' + "[" * 980 + "]" * 980 + "}]}",
    **ON_T,
)
case("json: cut off in an object", "a.json", '[{"model": "timeline.ti', "", "1")
case(
    "json: cut off in a list", "a.json", f"[{json.dumps(timeline())}", "too early", "1"
)
case(
    "json: cut off in a text",
    "a.jsonl",
    lines(timeline()) + '{"model": "timeline.event", "fie',
    "not JSON",
    "2",
)
case("json: more after the end", "a.json", "[] []", "there is more", "1")
case(
    "json: rubbish after an object",
    "a.jsonl",
    lines(timeline()).strip() + " x\n",
    "not JSON",
    "1",
)
case("json: an object of nothing", "a.json", "{}", format="json")
case("json: rows that are no objects", "a.jsonl", "3\nnull\n[]\n", "not an object", "1")
case("json: a comment", "a.json", "[ // hello\n]", "not JSON", "1", format="json")
case("json: gzip", "a.json", lambda: gzip.compress(lines(timeline()).encode()), "gzip")
case("json: binary", "a.json", bytes(range(256)) * 20, "zero bytes")
case("json: a list for a title", "a.jsonl", with_text('["E"]'), "not a text", "title")
case(
    "json: an object for a key", "a.jsonl", lines(event(slug={})), "not a text", "slug"
)
case(
    "json: a timeline that is a number",
    "a.jsonl",
    lines(timeline(), row("timeline.event", timeline=7, slug="e", title="E")),
    "natural key",
    "timeline",
)

# What a database does not keep alike

case("text: NUL", "a.jsonl", with_text(r'"a\u0000b"'), "U+0000", "title")
case("text: a lone surrogate", "a.jsonl", with_text(r'"a\ud800b"'), "U+D800", "title")
case(
    "text: a control character", "a.jsonl", with_text(r'"a\u001bb"'), "U+001B", "title"
)
case(
    "text: a lone surrogate in a name",
    "a.jsonl",
    lines(timeline(), event(**{"\ud800": 1})),
    "no such field",
)
case(
    "text: a terminal's commands in a name",
    "a.jsonl",
    lines(timeline(), event(**{"\x1b[2J": 1})),
    "no such field",
)
case(
    "text: a lone surrogate in the extra of a slide",
    "a.timelinejs.json",
    {"events": [{"text": {"headline": "x"}, "a\ud800": "b"}]},
    "U+D800",
    "",
    **ON_T,
)
case("csv: NUL", "a.csv", HEADER + "a,A\0B,1917\n", "", "", **ON_T)
BIDI = "\u202eevil\u2066 \u200f"
case(
    "text: bidirectional marks",
    "a.jsonl",
    lines(timeline(), event(title=BIDI)),
    answer=1,
)
MARKS = "a" + "\u0301" * 10_000
case(
    "text: 10,000 marks on one letter",
    "a.jsonl",
    lines(timeline(), event(summary=MARKS)),
    answer=1,
)
HTML = "<script>alert(1)</script><img src=x onerror=alert(1)>"
case(
    "text: a script for a title",
    "a.jsonl",
    lines(timeline(), event(title=HTML)),
    answer=1,
)

# Tables

case("csv: empty", "a.csv", "", "", "", format="csv", **ON_T)
case("csv: a byte order mark alone", "a.csv", b"\xef\xbb\xbf", format="csv", **ON_T)
case("csv: no header", "a.csv", "a,A,1917\nb,B,1918\n", "no column", "1", **ON_T)
case("csv: a column twice", "a.csv", "id,title,date,date\na,A,1,1\n", "", "1", **ON_T)
case(
    "csv: a column twice by case",
    "a.csv",
    "id,title,date,x,X\na,A,1917,1,2\n",
    answer=1,
    **ON_T,
)
case(
    "csv: a quotation that never ends",
    "a.csv",
    HEADER + 'a,"A,1917\n' * 9,
    "",
    "2",
    **ON_T,
)
case(
    "csv: a cell of 5 MB",
    "a.csv",
    lambda: HEADER + "a,A,1917\nb," + "x" * 5_000_000 + ",1917\n",
    "",
    "3",
    **ON_T,
)
case(
    "csv: a line of 17 MB",
    "a.csv",
    lambda: HEADER + "x" * 17_000_000,
    "longer than",
    "2",
    **ON_T,
)
case(
    "csv: ragged rows", "a.csv", HEADER + "a,A,1917,x\nb\n,,,,\n", "cells", "2", **ON_T
)
case(
    "csv: 1,000,000 columns",
    "a.csv",
    lambda: ",".join(map(str, range(1_000_000))) + "\n",
    "columns",
    format="csv",
    **ON_T,
)
case(
    "timelinejs-csv: 500,000 columns",
    "a.csv",
    lambda: "Year,Headline" + ",x" * 500_000 + "\n",
    "columns",
    format="timelinejs-csv",
    **ON_T,
)
case(
    "timelinejs: 5,000 slides that are the same",
    "a.timelinejs.json",
    lambda: {"events": [{"text": {"headline": "x"}}] * 5_000},
    answer=5_000,
    **ON_T,
)
case(
    "xlsx: an entity bomb that is not called XML",
    "a.xlsx",
    lambda: zip_of({"xl/worksheets/sheet1.dat": BOMB.encode()}),
    "document type",
    **ON_T,
)
case(
    "csv: a formula comes in as words",
    "a.csv",
    HEADER + "a,=1+1,1917\n",
    answer=1,
    **ON_T,
)
case("csv: binary", "a.csv", bytes(range(1, 256)) * 40, "", "", format="csv", **ON_T)

# Other people's tables

for model in ("auth.user", "auth.permission", "sessions.session", "timeline.import"):
    root = {"model": model, "pk": 1, "fields": {"is_superuser": True}}
    case(f"fixture: {model}", "a.jsonl", lines(timeline(), root), "own models", "model")
case(
    "fixture: a history of rows",
    "a.jsonl",
    lines(row("timeline.historicalevent", history_id=1)),
    "own models",
    "model",
)
case(
    "fixture: a field of no use",
    "a.jsonl",
    lines(timeline(), event(pk=1)),
    "no such",
    "pk",
)
case(
    "fixture: who imported it",
    "a.jsonl",
    lines(timeline(imported_by=1)),
    "",
    "imported_by",
)
case("fixture: derived bounds", "a.jsonl", lines(dating(start_min=0)), "", "start_min")

# Addresses

for scheme in (
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x"),
    *("file:///etc/passwd", "vbscript:x", "http://", "//example.org", " javascript:x"),
):
    address = lines(timeline(), event(link=scheme))
    case(f"address: {scheme}", "a.jsonl", address, "URL", "link")
for name, file in (
    ("timelinejs", {"events": [{"text": {"headline": "x"}, "link": "javascript:x"}]}),
    ("simile-json", {"events": [{"title": "x", "start": "1", "image": "file:///x"}]}),
):
    case(f"address: {name}", "a.json", file, "", "", format=name, **ON_T)

# Dates

for number in ("1000000000000000000000", "Y" + "9" * 400, "-" + "1" * 400):
    shown = number[:12]
    case(f"date: {shown}", "a.csv", HEADER + f"a,A,{number}\n", "", "date", **ON_T)
for number in ("Y1000000000", "Y-1000000000", "1E9"):
    answer = 1 if number[0] == "Y" else REFUSED
    case(f"date: {number}", "a.csv", HEADER + f"a,A,{number}\n", answer=answer, **ON_T)
for name, text in (
    ("10,000 characters", "1" * 10_000),
    ("10,000 brackets", "[" * 10_000),
    ("10,000 choices", '"[' + ",".join(["1917"] * 10_000) + ']"'),
    ("words without end", "May " * 5_000),
    ("30 February", "1917-02-30"),
    ("a month 13", "1917-13"),
    ("the end before the start", "1918/1917"),
    ("3/4/1917", "3/4/1917"),
):
    case(f"date: {name}", "a.csv", f"{HEADER}a,A,{text}\n", "", "date", **ON_T)
for name, year in (("10^9", 10**9), ("-10^9", -(10**9))):
    slide = {"start_date": {"year": year}, "text": {"headline": "x"}}
    file = {"events": [slide]}
    case(f"timelinejs: a year {name}", "a.timelinejs.json", file, answer=1, **ON_T)
slide = {"start_date": {"year": 10**400}, "text": {"headline": "x"}}
case(
    "timelinejs: a year 10^400",
    "a.timelinejs.json",
    {"events": [slide]},
    "",
    "",
    **ON_T,
)
item = {"content": "x", "start": 10**400}
case("vis: milliseconds 10^400", "a.vis.json", [item], "far from 1970", "start", **ON_T)

# Quotes

DOCUMENT = (
    row("timeline.document", slug="d", title="D"),
    row("timeline.passage", document=["d"], key="p1", order=1, text="May 6 or May 6."),
    row("timeline.document", slug="other", title="O"),
    row("timeline.passage", document=["other"], key="p1", order=1, text="June 1."),
    *(timeline(), event(), event("f")),
)


def citing(**fields: Any) -> str:
    given = {"key": "c", "event": ["t", "e"], "passage": ["d", "p1"], **fields}
    return lines(*DOCUMENT, row("timeline.citation", **given))


for name, fields, says in (
    ("that is not there", {"exact": "May 7"}, "does not hold"),
    ("that stands twice", {"exact": "May 6"}, "stand twice"),
    ("of nothing", {"exact": ""}, ""),
    ("of blanks", {"exact": "   "}, ""),
    ("of another document", {"exact": "May 6", "passage": ["other", "p1"]}, "not hold"),
    ("of a document that is not there", {"passage": ["x", "p1"]}, "no such passage"),
    ("beyond the end", {"exact": "May 6", "start": 10**6, "end": 10**6 + 5}, ""),
    ("before the beginning", {"exact": "May 6", "start": -6, "end": -1}, ""),
    ("of a million characters", {"exact": "May 6 " * 170_000}, ""),
):
    case(f"quote: {name}", "a.jsonl", citing(**fields), says, "8")
case(
    "quote: of another event",
    "a.jsonl",
    citing(exact="May 6.") + lines(dating(event=["t", "f"], citation=["c"])),
    "another event",
    "citation",
)

# References and keys

case(
    "keys: the same twice",
    "a.jsonl",
    lines(timeline(), event(), event()),
    "stands",
    "slug",
)
case(
    "keys: two accepted datings",
    "a.jsonl",
    lines(timeline(), event(), *(dating(k, status="accepted") for k in "ab")),
    "follows another",
    "status",
)
case(
    "keys: of a row far below",
    "a.jsonl",
    lambda: lines(event(), *(timeline(f"t{n}") for n in range(2_000)), timeline()),
    "earlier in this file",
    "timeline",
)
case(
    "keys: rows that need each other",
    "a.jsonl",
    lines(
        timeline(),
        event(),
        dating("d", citation=["c"]),
        row("timeline.citation", key="c", event=["t", "e"], passage=["d", "p"]),
    ),
    "no such citation",
    "citation",
)
for slug in (".", "..", " ", "a\nb", "", "…" * 201):
    answer = lines(timeline(), event(slug=slug))
    case(f"slug: {slug[:5]!r}", "a.jsonl", answer, "", "slug")
case(
    "slug: a path",
    "a.jsonl",
    lines(timeline(), event(slug="../../etc/passwd")),
    answer=1,
)
case("slug: of a timeline", "a.jsonl", lines(timeline("../x")), "slug", "slug")
HUGE = {f"k{n}": "x" * 1_000 for n in range(4_000)}
case(
    "extra: 600,000 values",
    "a.jsonl",
    lambda: with_text('"E", "extra": {"a": [' + ",".join(["{}"] * 600_000) + "]}"),
    "More than",
    "extra",
)
case("extra: 4 MB", "a.jsonl", lambda: lines(timeline(), event(extra=HUGE)), answer=1)
case(
    "extra: nested 70 deep",
    "a.jsonl",
    with_text('"E", "extra": ' + '{"a":' * 70 + "1" + "}" * 70),
    "deeper than 64",
    "extra",
)
