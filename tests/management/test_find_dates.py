"""`manage.py find_dates`: the letter by the command, and the contract of its lines."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

LETTER = Path(__file__).parents[1] / "data" / "letter.txt"


class Input:
    """Standard input of bytes, as a pipe gives it."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def find(monkeypatch: pytest.MonkeyPatch, *lines: bytes) -> list[Any]:
    """The answers to the lines."""
    output = io.StringIO()
    monkeypatch.setattr("sys.stdin", Input(b"\n".join(lines) + b"\n"))
    monkeypatch.setattr("sys.stdout", output)
    call_command("find_dates")
    return [json.loads(line) for line in output.getvalue().splitlines()]


def line(**request: object) -> bytes:
    return json.dumps(request).encode()


def test_the_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    text = LETTER.read_text(encoding="utf-8")
    request = line(text=text, calendar="julian", document_date="1917")
    (answer,) = find(monkeypatch, request)
    mentions = answer["mentions"]
    assert len(mentions) == 9
    for each in mentions:
        assert text[each["start"] : each["end"]] == each["text"]
        assert each["calendar"] == "julian"
        assert each["certainty"] in ("certain", "context")
        assert each["why"]
    dual = mentions[4]
    assert dual["text"] == "September 15 (28), 1917"
    assert (dual["edtf"], dual["certainty"]) == ("1917-09-28", "certain")
    assert dual["supplied"] == []


def test_a_mention_that_the_context_does_not_decide(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (answer,) = find(monkeypatch, line(text="We left on May 6."))
    (mention,) = answer["mentions"]
    assert (mention["start"], mention["end"]) == (11, 16)
    assert mention["certainty"] == "ambiguous"
    assert mention["edtf"] is None
    assert mention["readings"] == []
    assert "year" in mention["why"]


def test_a_mention_of_two_readings(monkeypatch: pytest.MonkeyPatch) -> None:
    (answer,) = find(monkeypatch, line(text="Signed on 3/4/1917."))
    (mention,) = answer["mentions"]
    assert mention["certainty"] == "ambiguous"
    assert [each["edtf"] for each in mention["readings"]] == [
        "1917-04-03",
        "1917-03-04",
    ]


def test_columns_count_code_points(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\U0001d538\U0001d539 in 1848"
    (answer,) = find(monkeypatch, line(text=text))
    (mention,) = answer["mentions"]
    assert (mention["start"], mention["end"]) == (6, 10)


def test_bad_lines_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = find(
        monkeypatch,
        b"no json",
        b'{"text": 5}',
        b'{"text": "a\\u0000b"}',
        b'{"text": "\\ud800"}',
        line(text=""),
    )
    assert [("error" in each) for each in answers] == [True, True, True, True, False]
    assert answers[2]["column"] == 1
    assert answers[4] == {"mentions": []}
