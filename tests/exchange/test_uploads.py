"""Uploads: a private folder for a day; the work on one, its end and cancelling."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_document
from timeline.exchange import (
    Busy,
    NoUpload,
    StillWorking,
    Upload,
    find_upload,
    keep_upload,
    start_work,
    sweep_uploads,
    table_head,
)
from timeline.exchange import upload_work as work
from timeline.models import Event, Import

TABLE = b"id,title,date\na,Strike,1917-08-25\nb,Conference,1917-09-27\n"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: Any) -> Path:
    settings.DATA_DIR = tmp_path / "data"
    return settings.DATA_DIR


def kept(content: bytes = TABLE, name: str = "strikes.csv", **about: Any) -> Upload:
    about = {"timeline": "t", "who": "Edith", "rights": ["*"], **about}
    return keep_upload(name, [content[:10], content[10:]], owner=1, **about)


def as_old_as(upload: Upload, seconds: int) -> None:
    then = upload.folder.stat().st_mtime - seconds
    os.utime(upload.folder, (then, then))


class TestFolder:
    def test_a_file_is_kept_whole_where_nobody_else_looks(self, data: Path) -> None:
        upload = kept()
        assert upload.file.read_bytes() == TABLE
        assert stat.S_IMODE((data / "uploads").stat().st_mode) == 0o700
        assert stat.S_IMODE(upload.folder.stat().st_mode) == 0o700
        assert find_upload(upload.token) == upload

    @pytest.mark.parametrize(
        ("name", "ending"),
        [
            ("a.csv", ".csv"),
            ("A.TIMELINEJS.JSON", ".timelinejs.json"),
            ("../../etc/passwd", ""),
            ("a.csv/../../../x.php", ""),
            ("a\0b.xlsx", ".xlsx"),
            ("<img src=x onerror=alert(1)>.json", ".json"),
            ("", ""),
        ],
    )
    def test_the_name_on_the_disk_is_ours(self, name: str, ending: str) -> None:
        upload = kept(name=name)
        assert upload.file.name == f"upload{ending}"
        assert upload.file.parent == upload.folder
        assert upload.about()["name"] == name

    @pytest.mark.parametrize(
        "token",
        ["", ".", "..", "../secret-key", "a" * 31, "a" * 33, "a" * 31 + "/", "é" * 32],
    )
    def test_what_is_no_token_leads_nowhere(self, token: str) -> None:
        with pytest.raises(NoUpload):
            find_upload(token)

    def test_nobody_guesses_one(self) -> None:
        kept()
        with pytest.raises(NoUpload):
            find_upload("a" * 32)

    def test_its_day_ends(self) -> None:
        upload, fresh = kept(), kept()
        as_old_as(upload, 24 * 3600 + 60)
        as_old_as(fresh, 24 * 3600 - 60)
        with pytest.raises(NoUpload):
            find_upload(upload.token)
        sweep_uploads()
        assert not upload.folder.exists()
        assert find_upload(fresh.token) == fresh

    def test_its_day_does_not_end_while_it_is_worked_on(self) -> None:
        upload = kept()
        with upload.held():
            as_old_as(upload, 48 * 3600)
            assert find_upload(upload.token) == upload
            assert upload.is_worked_on()
        assert not upload.is_worked_on()

    def test_one_works_on_it_at_a_time(self) -> None:
        upload = kept()
        with upload.held(), pytest.raises(StillWorking), upload.held():
            pass

    def test_one_person_keeps_ten(self) -> None:
        first = kept()
        as_old_as(first, 60)
        other = keep_upload("a.csv", [TABLE], owner=2)
        as_old_as(other, 120)
        many = [kept() for _ in range(10)]
        assert not first.folder.exists()
        assert all(upload.folder.exists() for upload in (other, *many))

    def test_an_upload_that_breaks_off_leaves_nothing(self, data: Path) -> None:
        def pieces() -> Any:
            yield b"id,"
            raise OSError

        with pytest.raises(OSError):
            keep_upload("a.csv", pieces(), owner=1)
        assert list((data / "uploads").iterdir()) == []


@pytest.mark.django_db
class TestWork:
    def test_it_is_checked_then_written_then_deleted(self) -> None:
        upload = kept()
        start_work(upload, "check")
        assert upload.state()["step"] == "checked"
        assert json.loads(upload.report("json"))["new"] == 2
        assert not Event.objects.exists()
        start_work(upload, "write")
        assert upload.state()["step"] == "written"
        assert Event.objects.count() == 2
        assert not upload.file.exists()
        job = Import.objects.get()
        assert (job.file_name, job.who) == ("strikes.csv", "Edith")
        assert "2 new" in upload.report("text")

    def test_one_fault_refuses_it_and_the_good_rows_can_be_taken(self) -> None:
        upload = kept(TABLE + b"c,Never,someday\n")
        start_work(upload, "write")
        assert upload.state()["step"] == "checked"
        assert not Event.objects.exists()
        start_work(upload, "write good")
        assert upload.state()["step"] == "written"
        assert Event.objects.count() == 2
        assert upload.rejects.read_text() == "id,title,date\nc,Never,someday\n"

    def test_it_is_written_with_the_rights_that_were_noted(self) -> None:
        upload = kept(rights=["timeline.add_timeline", "timeline.change_event"])
        start_work(upload, "write")
        assert upload.state()["step"] == "checked"
        assert not Event.objects.exists()
        assert "timeline.add_event" in upload.report("text")

    def test_cancelled_it_leaves_nothing(self) -> None:
        upload = kept()
        work.begin(upload, "write")
        upload.cancel()
        work.work_on(upload)
        assert upload.state()["step"] == "cancelled"
        assert not upload.file.exists()
        assert not Event.objects.exists()
        assert not Import.objects.exclude(state="rolled_back").exists()

    def test_a_failure_is_one_sentence(self, monkeypatch: Any) -> None:
        def fails(*_: Any) -> None:
            raise ZeroDivisionError

        upload = kept()
        monkeypatch.setattr(work, "import_file", fails)
        start_work(upload, "write")
        assert upload.state()["why"] == work.BROKEN
        assert upload.file.exists()

    def test_a_large_file_goes_to_a_process_and_few_do_at_once(
        self, monkeypatch: Any
    ) -> None:
        began = []
        monkeypatch.setattr(work, "AT_ONCE", 10)
        monkeypatch.setattr(
            work, "_start_process", lambda upload, lock: began.append(upload.token)
        )
        first, second, third = kept(), kept(), kept()
        start_work(first, "check")
        assert began == [first.token]
        with first.held(), second.held(), pytest.raises(Busy):
            start_work(third, "check")


def test_the_process_that_works_keeps_the_lock_it_was_handed() -> None:
    upload = kept()
    with upload.held() as lock:
        child = subprocess.Popen(
            [sys.executable, "-c", "import sys; sys.stdin.read()"],
            stdin=subprocess.PIPE,
            pass_fds=[lock],
        )
    assert upload.is_worked_on()
    child.communicate()
    assert not upload.is_worked_on()


def test_no_token_is_taken_for_an_option() -> None:
    """A command is begun with it; one in 64 random tokens began with a hyphen."""
    with pytest.raises(NoUpload):
        find_upload("-" + "a" * 31)


def test_the_command_names_what_is_not_there() -> None:
    with pytest.raises(CommandError, match="no such upload"):
        call_command("import_upload", "a" * 32)


class TestHead:
    def head(self, tmp_path: Path, text: str, name: str = "a.csv", **more: Any) -> Any:
        path = tmp_path / name
        path.write_bytes(text.encode())
        return table_head(path, **more)

    def test_a_known_header_is_sure(self, tmp_path: Path) -> None:
        assert self.head(tmp_path, TABLE.decode()).is_sure

    def test_columns_with_their_first_values(self, tmp_path: Path) -> None:
        rows = "Nr;Was;Jahr;Stimmung\n" + "".join(
            f"{n};Streik {n};19{n};\n" for n in range(10, 15)
        )
        head = self.head(tmp_path, rows)
        assert not head.is_sure
        assert [c.use for c in head.columns] == ["id", "title", "date", "extra"]
        assert head.columns[1].values == ["Streik 10", "Streik 11", "Streik 12"]

    @pytest.mark.django_db
    @pytest.mark.parametrize(
        ("sources", "use"),
        [
            (["letter", ""], "document"),
            (["letter", "newspaper"], "extra"),
            (["", ""], "extra"),
        ],
    )
    def test_a_source_is_a_document_when_all_of_it_is_here(
        self, tmp_path: Path, sources: list[str], use: str
    ) -> None:
        make_document("letter")
        rows = "".join(f"Strike;1917;{source}\n" for source in sources)
        head = self.head(tmp_path, f"Titel;Jahr;Quelle\n{rows}")
        assert head.columns[2].use == use
        named = self.head(tmp_path, f"Titel;Jahr;document\n{rows}")
        assert named.columns[2].use == "document"

    def test_what_was_chosen_stays(self, tmp_path: Path) -> None:
        head = self.head(tmp_path, "a,b,c\n1,2,3\n", chosen={"b": "title"})
        assert [c.use for c in head.columns] == ["extra", "title", "extra"]

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "\n\n",
            "Year,Month,Day,Headline\n1917,8,25,Strike\n",
            "a,a,b\n1,2,3\n",
            '"a,b\n',
            "caf\udce9".encode("utf-8", "surrogateescape").decode("latin-1"),
        ],
    )
    def test_what_has_no_columns_to_speak_of(self, tmp_path: Path, text: str) -> None:
        head = self.head(tmp_path, text)
        assert head is None or not head.is_sure

    def test_other_formats_have_none(self, tmp_path: Path) -> None:
        assert self.head(tmp_path, '{"events": []}', "a.json") is None
        assert self.head(tmp_path, "PK\x03\x04", "a.xlsx") is None
