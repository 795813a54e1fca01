"""`manage.py read_dates`: the contract of its lines, and that no line stops it."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from django.core.management import call_command


class Input:
    """Standard input of bytes, as a pipe gives it."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def run(monkeypatch: pytest.MonkeyPatch, command: str, data: bytes) -> list[Any]:
    """The answers of a command to lines of input."""
    output = io.StringIO()
    monkeypatch.setattr("sys.stdin", Input(data))
    monkeypatch.setattr("sys.stdout", output)
    call_command(command)
    return [json.loads(line) for line in output.getvalue().splitlines()]


def read(monkeypatch: pytest.MonkeyPatch, **request: object) -> Any:
    """The answer to one request."""
    line = json.dumps(request).encode() + b"\n"
    (answer,) = run(monkeypatch, "read_dates", line)
    return answer


def test_a_printed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = read(
        monkeypatch,
        text="May 6",
        syntax="printed",
        calendar="julian",
        document_date="1917",
    )
    assert answer["edtf"] == "1917-05-19"
    assert answer["edtf_written"] == "1917-05-06"
    assert answer["calendar"] == "julian"
    assert answer["first_day"] == answer["last_day"] == 2421368
    assert (answer["start_kind"], answer["end_kind"]) == ("known", "known")
    assert {each["what"]: each["value"] for each in answer["supplied"]} == {
        "year": "1917",
        "calendar": "julian",
    }
    assert answer["words"] == "6 May 1917"
    assert answer["why"]
    assert answer["warnings"] == []


def test_the_two_dates_are_in_the_calendar_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # 31 December 1917 Julian is 13 January 1918: the year is that of the calendar.
    answer = read(
        monkeypatch, text="May 6", calendar="julian", document_date="1917-12-31"
    )
    assert answer["edtf_written"] == "1917-05-06"


def test_the_date_before(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = read(monkeypatch, text="two days later", previous="1917-05-06")
    assert answer["edtf"] == "1917-05-08"


def test_edtf_syntax_in_a_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = read(monkeypatch, text="1917-05-06", syntax="edtf", calendar="julian")
    assert (answer["edtf"], answer["edtf_written"]) == ("1917-05-19", "1917-05-06")


def test_edtf_form_is_gregorian_as_printed_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer = read(monkeypatch, text="1917-05-06", calendar="julian")
    assert (answer["edtf"], answer["calendar"]) == ("1917-05-06", "gregorian")


def test_open_ends_are_null(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = read(monkeypatch, text="before 1917")
    assert answer["first_day"] is None
    assert answer["start_kind"] == "open"
    assert answer["last_day"] == 2421229  # 31 December 1916


def test_an_ambiguous_date(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = read(monkeypatch, text="3/4/1917")
    assert answer["error"] == "ambiguous"
    assert [each["edtf"] for each in answer["readings"]] == ["1917-04-03", "1917-03-04"]
    assert answer["why"]
    assert answer["column"] == 0


def test_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = read(monkeypatch, text="September 15 (27), 1917")
    assert "same day" in answer["error"]
    assert answer["column"] == len("September 15 (")
    assert "edtf" not in answer


BAD_LINES = [
    b"not json",
    b"",
    b"[]",
    b'"text"',
    b"1",
    b"null",
    b"{}",
    b'{"text": null}',
    b'{"text": 1917}',
    b'{"text": "6 May 1917", "syntax": "prose"}',
    b'{"text": "6 May 1917", "calendar": "lunar"}',
    b'{"text": "6 May 1917", "calendar": 1}',
    b'{"text": "6 May", "document_date": "soon"}',
    b'{"text": "6 May", "document_date": 1917}',
    b'{"text": "6 May", "language": 4}',
    b'{"text": "\\ud800"}',
    b'{"text": "6 May\\u0000 1917"}',
    b'{"text": "1917-13-01", "syntax": "edtf"}',
    b'{"text": "' + b"9" * 200_000 + b'"}',
    b"[" * 100_000,
    b"\xff\xfe",
    b'{"text": 1e999999}',
    b'{"text": "6 May 1917", "calendar": "\\ud800"}',
]


def test_each_line_has_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    good = b'{"text": "6 May 1917"}'
    lines = [line for bad in BAD_LINES for line in (bad, good)]
    answers = run(monkeypatch, "read_dates", b"\n".join(lines) + b"\n")
    assert len(answers) == len(lines)
    for line, answer in zip(lines, answers, strict=True):
        if line == good:
            assert answer["edtf"] == "1917-05-06"
        else:
            assert isinstance(answer["error"], str) and answer["error"]
            assert "column" in answer


def test_the_last_line_needs_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = run(monkeypatch, "read_dates", b'{"text": "1917"}\n{"text": "1918"}')
    assert [each["edtf"] for each in answers] == ["1917", "1918"]


def test_no_input_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "read_dates", b"") == []


def test_a_request_longer_than_what_is_read_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    padding = "x" * 200_000
    line = json.dumps({"text": "1917", "note": padding}).encode() + b"\n"
    answers = run(monkeypatch, "read_dates", line * 3)
    assert [each["edtf"] for each in answers] == ["1917"] * 3


def test_windows_line_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = run(monkeypatch, "read_dates", b'{"text": "1917"}\r\n')
    assert [each["edtf"] for each in answers] == ["1917"]


def test_words_in_the_language_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = read(monkeypatch, text="6. Mai 1917", language="de")
    assert answer["words"] == "6. Mai 1917"


@pytest.mark.parametrize(
    ("order", "edtf"), [("day first", "1917-04-03"), ("month first", "1917-03-04")]
)
def test_the_order_of_figures(
    monkeypatch: pytest.MonkeyPatch, order: str, edtf: str
) -> None:
    assert read(monkeypatch, text="3/4/1917", order=order)["edtf"] == edtf


def test_an_order_that_is_none_stops_no_other_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It ended the command, and with it the answers to all lines after it."""
    lines = [{"text": "3/4/1917", "order": "dmy"}, {"text": "1917"}]
    data = "".join(json.dumps(line) + "\n" for line in lines).encode()
    refused, answer = run(monkeypatch, "read_dates", data)
    assert refused == {
        "error": '"order" is not one of: day first, month first.',
        "column": None,
    }
    assert answer["edtf"] == "1917"
