"""A file by the browser: uploaded, looked at, imported, downloaded, taken back."""

import io
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import signed_in
from tests.factories import make_document
from timeline.admin import import_publish, import_undo
from timeline.exchange import Busy, Upload, upload_work
from timeline.models import Document, Event, Import, Timeline

pytestmark = pytest.mark.django_db
NEW = reverse("admin:timeline_import_add")
TABLE = "id,title,date\na,Strike,1917-08-25\nb,Conference,1917-09-27\n"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: Any) -> Path:
    settings.DATA_DIR = tmp_path / "data"
    return settings.DATA_DIR


def uploaded(
    client: Client, content: str | bytes = TABLE, name: str = "a.csv", **chosen: str
) -> str:
    """Upload a file; the address of its page."""
    content = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile(name, content)
    file.name = name
    answer = client.post(NEW, {"file": file, "timeline": "t", **chosen})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def do(client: Client, address: str, what: str, **more: str) -> str:
    """Press a button of an upload's page; what is shown then."""
    answer = client.post(address, {"do": what, **more}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def counts(page: str) -> dict[str, int]:
    """The numbers of the table of counts."""
    pairs = re.findall(r'<td>(\d+)</td><th scope="row">(\w+)</th>', page)
    return {name: int(number) for number, name in pairs}


def folders(data: Path) -> list[Path]:
    return list((data / "uploads").iterdir())


class TestTheWholeWay:
    def test_a_table_is_checked_then_imported(self, editor: Client) -> None:
        assert "At most 512 MB" in editor.get(NEW).content.decode()
        address = uploaded(editor)
        page = shown(editor, address)
        assert "Nothing is written yet" in page
        assert counts(page) == {
            **{"rows": 2, "new": 2, "changed": 0, "unchanged": 0, "refused": 0},
        }
        assert not Event.objects.exists()
        page = do(editor, address, "write")
        assert "is in, as import" in page
        assert list(Event.objects.values_list("publication", flat=True)) == 2 * [
            "draft"
        ]
        job = Import.objects.get()
        assert (job.who, job.file_name, job.new) == ("edith", "a.csv", 2)

    def test_the_first_new_events_are_shown_as_they_are_read(
        self, letter: Document, editor: Client
    ) -> None:
        rows = "".join(f"e{n},Event {n},May {n}\n" for n in range(1, 13))
        table = f"id,title,date\nold,<i>,1917-05\n{rows}"
        address = uploaded(editor, table, document="letter")
        page = shown(editor, address)
        assert "The first 10 of the new events" in page
        assert "<bdi>&lt;i&gt;</bdi>" in page
        assert page.count('data-label="read as"') == 10
        # 6 May 1917 in the calendar of the letter, thirteen days apart
        assert re.search(r"<bdi>May 6</bdi>.*?6 May 1917.*?19 May 1917", page)
        assert json.loads(editor.get(address + "report.json").content)["first_new"][
            0
        ] == {
            **{"line": 2, "timeline": "t", "title": "<i>", "as_written": ""},
            **{"edtf_written": "1917-05", "calendar": "gregorian"},
        }

    def test_the_timelines_of_new_events_are_named(self, editor: Client) -> None:
        Timeline.objects.create(slug="here", title="Here")
        table = "id,title,date,timeline\na,A,1917,here\nb,B,1917,heer\n"
        address = uploaded(editor, table, timeline="")
        page = shown(editor, address)
        assert "New timeline</h2>" in page
        assert "<strong>heer</strong>" in page
        assert "<strong>here</strong>" not in page
        assert page.count('data-label="timeline"') == 2
        assert "New timeline" not in do(editor, address, "write")

    def test_the_timeline_of_a_title_slide_is_named_too(self, editor: Client) -> None:
        slides = {
            "title": {"text": {"headline": "Rome"}},
            "events": [{"start_date": {"year": 14}, "text": {"headline": "A death"}}],
        }
        address = uploaded(editor, json.dumps(slides), "a.json", timeline="rome")
        assert "<strong>rome</strong>" in shown(editor, address)
        do(editor, address, "write")
        slides["events"][0]["text"]["headline"] = "Another"
        again = uploaded(editor, json.dumps(slides), "a.json", timeline="rome")
        assert "<strong>rome</strong>" not in shown(editor, again)

    def test_what_an_import_brought_stands_in_the_list(self, editor: Client) -> None:
        do(editor, uploaded(editor, TABLE + "c,Never,someday\n"), "write good")
        page = shown(editor, reverse("admin:timeline_import_changelist"))
        assert "2 new, 1 refused" in page

    def test_fewer_events_than_rows_are_all_the_new_ones(self, editor: Client) -> None:
        objects = [
            {"model": "timeline.timeline", "fields": {"slug": "m", "title": "M"}},
            {
                "model": "timeline.event",
                "fields": {"timeline": ["m"], "slug": "a", "title": "A"},
            },
        ]
        page = shown(editor, uploaded(editor, json.dumps(objects), "a.json"))
        assert "The new events</h2>" in page

    def test_the_file_is_deleted_and_its_report_stays(
        self, editor: Client, data: Path
    ) -> None:
        address = uploaded(editor)
        do(editor, address, "write")
        (folder,) = folders(data)
        assert not list(folder.glob("upload*"))
        assert "2 new" in editor.get(address + "report.txt").content.decode()

    def test_the_same_file_again_has_nothing_to_import(self, editor: Client) -> None:
        do(editor, uploaded(editor), "write")
        page = shown(editor, uploaded(editor))
        assert counts(page)["unchanged"] == 2
        assert "All of it is here already" in page
        assert 'value="write"' not in page

    def test_changes_are_shown_field_by_field(self, editor: Client) -> None:
        do(editor, uploaded(editor), "write")
        address = uploaded(editor, TABLE.replace("Strike", "Strike in <b>Moscow</b>"))
        page = shown(editor, address)
        assert counts(page)["changed"] == 1
        assert "<bdi>Strike</bdi></del>" in page
        assert "<bdi>Strike in &lt;b&gt;Moscow&lt;/b&gt;</bdi></ins>" in page
        do(editor, address, "write")
        assert Event.objects.get(slug="a").title == "Strike in <b>Moscow</b>"

    def test_what_somebody_saved_meanwhile_is_a_conflict(self, editor: Client) -> None:
        do(editor, uploaded(editor), "write")
        event = Event.objects.get(slug="a")
        event.title = "Corrected"
        event.save()
        page = shown(editor, uploaded(editor))
        assert counts(page)["conflicts"] == 1
        assert "<bdi>Corrected</bdi></del>" in page

    def test_the_new_events_are_a_list_to_review(self, editor: Client) -> None:
        Event.objects.create(
            timeline=Timeline.objects.create(slug="o", title="O"),
            slug="other",
            title="Another one",
        )
        page = do(editor, uploaded(editor), "write")
        (link,) = re.findall(r'href="([^"]*/event/[^"]*id__gte[^"]*)"', page)
        listed = editor.get(link.replace("&amp;", "&")).content.decode()
        assert "Conference" in listed
        assert "Another one" not in listed
        (link,) = re.findall(
            r'href="([^"]*/timeline/timeline/[^"]*id__gte[^"]*)"', page
        )
        listed = editor.get(link.replace("&amp;", "&")).content.decode()
        assert "1 timeline\n" in listed

    def test_the_way_leads_to_the_page_of_the_timeline(self, editor: Client) -> None:
        page = do(editor, uploaded(editor, timeline="mine"), "write")
        public = reverse("timeline", args=["mine"])
        assert f'<a href="{public}">Look at the timeline</a>' in page
        assert "Strike" in editor.get(public).content.decode()
        page = do(
            editor, uploaded(editor, TABLE.replace("Strike", "A strike")), "write"
        )
        assert "Look at the timeline" in page  # of another timeline: new rows
        changed = uploaded(editor, TABLE.replace("Strike", "The strike"))
        assert "Look at the timeline" not in do(editor, changed, "write")

    def test_a_large_file_is_handed_to_a_process(
        self, editor: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        began: list[Upload] = []
        monkeypatch.setattr(upload_work, "AT_ONCE", 10)
        monkeypatch.setattr(
            upload_work, "_start_process", lambda upload, lock: began.append(upload)
        )
        address = uploaded(editor)
        with began[0].held():
            began[0].tell("check", 30, 120)
            page = shown(editor, address)
            assert 'value="25"' in page
            assert "Look again" in page
            state = editor.get(address + "progress.json").json()
            assert state["percent"] == 25
            assert not state["ended"]
            do(editor, address, "write")  # not before the check has ended
            do(editor, address, "cancel")
            assert began[0].is_cancelled()
        upload_work.work_on(began[0])
        assert editor.get(address + "progress.json").json() == {"ended": True}
        assert "cancelled. Nothing of it is here" in shown(editor, address)
        assert not Event.objects.exists()

    def test_a_process_that_died_is_told(
        self, editor: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(upload_work, "AT_ONCE", 10)
        monkeypatch.setattr(upload_work, "_start_process", lambda upload, lock: None)
        page = shown(editor, uploaded(editor))
        assert "process died" in page
        assert "<title>The work ended unfinished" in page
        assert "Nothing was imported" not in page
        assert "Check it again" in page


class TestFaults:
    BAD = TABLE + "c,Never,someday\nd,,1917\n"

    def test_each_is_shown_with_its_place(self, editor: Client) -> None:
        page = shown(editor, uploaded(editor, self.BAD))
        assert counts(page)["refused"] == 2
        assert "2 faults" in page
        assert re.search(
            r'data-label="line">4<.*?<bdi>date</bdi>.*?someday', page, re.S
        )
        assert 'value="write"' not in page

    def test_the_good_rows_come_in_and_the_others_can_be_mended(
        self, editor: Client
    ) -> None:
        address = uploaded(editor, self.BAD)
        page = do(editor, address, "write good")
        assert counts(page)["refused"] == 2
        assert Event.objects.count() == 2
        answer = editor.get(address + "rejects/")
        assert answer.content.decode() == ("id,title,date\nc,Never,someday\nd,,1917\n")
        assert answer["Content-Disposition"] == 'attachment; filename="rejects.csv"'

    @pytest.mark.parametrize(
        ("name", "rejects"),
        [
            ("a.XML", "rejects.xml"),
            ("a.tei.xml", "rejects.tei.xml"),
            ("a", "rejects.txt"),
            ('a."; x', "rejects.txt"),
        ],
    )
    def test_refused_rows_end_as_their_file_did(
        self, editor: Client, name: str, rejects: str
    ) -> None:
        text = (
            '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listEvent>'
            '<event xml:id="a" when="1648-13-01"><label>Peace</label></event>'
            "</listEvent></standOff></TEI>"
        )
        answer = editor.get(uploaded(editor, text, name) + "rejects/")
        assert answer["Content-Disposition"] == f'attachment; filename="{rejects}"'
        assert "1648-13-01" in answer.content.decode()

    @pytest.mark.parametrize("kind", ["txt", "json", "csv"])
    def test_the_report_is_downloaded(self, editor: Client, kind: str) -> None:
        address = uploaded(editor, self.BAD)
        answer = editor.get(f"{address}report.{kind}")
        assert "attachment" in answer["Content-Disposition"]
        assert "someday" in answer.content.decode()
        if kind == "json":
            assert json.loads(answer.content)["fault_total"] == 2

    def test_no_other_report_is_there(self, editor: Client) -> None:
        address = uploaded(editor)
        for kind in ("html", "json.json", "about"):
            assert editor.get(f"{address}report.{kind}").status_code == 404

    def test_a_thousand_faults_and_more(self, editor: Client) -> None:
        rows = "".join(f"e{n},Event,someday {n}\n" for n in range(1_200))
        page = shown(editor, uploaded(editor, f"id,title,date\n{rows}"))
        assert "1,200 faults" in page
        assert page.count('data-label="wrong"') == 1_000
        assert "… and 200 more faults" in page

    def test_an_empty_file(self, editor: Client) -> None:
        page = shown(editor, uploaded(editor, ""))
        assert "could not be read to its end" in page
        assert "The file is empty." in page
        assert counts(page) == {}

    def test_a_picture_has_no_digest_to_show(self, editor: Client) -> None:
        page = shown(editor, uploaded(editor, b"\x89PNG\r\n\x1a\n", "a.png"))
        assert "The file is a picture (PNG)." in page
        assert "SHA-256" not in page

    def test_options_of_the_command_are_fields_of_the_page(
        self, editor: Client
    ) -> None:
        page = shown(editor, uploaded(editor, "A letter.", "a.txt"))
        assert "Name it: the choice “Format”." in page
        page = shown(editor, uploaded(editor, timeline=""))
        assert "The choice “Timeline”, a column timeline, or a document." in page

    def test_a_choice_that_is_needed_stands_open_before_the_faults(
        self, editor: Client
    ) -> None:
        address = uploaded(editor, timeline="")
        page = shown(editor, address)
        assert page.index("choices_form") < page.index("ui-faults")
        assert re.search(r'<details class="[^"]*choices" open>', page)
        page = do(editor, address, "check", timeline="t")
        assert counts(page)["new"] == 2
        assert page.index("choices_form") > page.index("ui-report")
        assert not re.search(r'<details class="[^"]*choices" open>', page)

    def test_a_lacking_timeline_is_proposed_from_the_name_of_the_file(
        self, editor: Client
    ) -> None:
        address = uploaded(editor, name="Köln & Письмо.timelinejs.csv", timeline="")
        page = shown(editor, address)
        assert "choose the timeline here" in page
        assert "is a proposal, from the name of the file." in page
        assert re.search(r'name="timeline" value="köln-письмо"', page)
        assert not Event.objects.exists()
        page = do(editor, address, "check", timeline="mine")
        assert re.search(r'name="timeline" value="mine"', page)
        assert "is a proposal" not in page

    def test_a_name_without_letters_proposes_nothing(self, editor: Client) -> None:
        page = shown(editor, uploaded(editor, name="(!).csv", timeline=""))
        assert "choose the timeline here" in page
        assert "is a proposal" not in page

    def test_the_encoding_it_looks_like_is_proposed(self, editor: Client) -> None:
        table = "id,title,date\na,Größere Übersicht,1917\n"
        page = shown(editor, uploaded(editor, table.encode("cp1252")))
        assert "choose the encoding here" in page
        assert '<option value="cp1252" selected>' in page
        page = shown(editor, uploaded(editor, table))
        assert '<option value="cp1252" selected>' not in page

    def test_a_choice_that_is_needed_has_the_ways_out_beside_it(
        self, editor: Client
    ) -> None:
        page = shown(editor, uploaded(editor, timeline=""))
        assert "preview_form" not in page
        assert page.count('value="cancel"') == page.count('value="choose"') == 1
        page = shown(editor, uploaded(editor, TABLE + "c,Never,someday\n"))
        assert page.count('value="cancel"') == page.count('value="choose"') == 1

    @pytest.mark.parametrize("content", ["", b"\x89PNG\r\n\x1a\n"])
    def test_a_file_that_is_none_asks_for_another(
        self, editor: Client, content: str | bytes
    ) -> None:
        address = uploaded(editor, content)
        assert "Choose another file" in shown(editor, address)
        assert "Import a file" in do(editor, address, "cancel")

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("a.txt", "Dear friend,\n\non 6 May we met.\n"),
            (
                "a.xml",
                '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>On 6 May.</p>'
                "</body></text></TEI>",
            ),
        ],
    )
    def test_a_text_is_shown_the_way_to_the_desk(
        self, editor: Client, name: str, content: str
    ) -> None:
        page = shown(editor, uploaded(editor, content, name))
        assert f'href="{reverse("desk-new")}">new document</a> at the desk' in page
        assert "import_document" not in page
        page = shown(editor, uploaded(editor, TABLE + "c,Never,someday\n"))
        assert "Is it a text" not in page

    def test_where_only_refused_rows_are_left_the_page_says_so(
        self, editor: Client
    ) -> None:
        address = uploaded(editor, self.BAD)
        do(editor, address, "write good")
        page = shown(editor, uploaded(editor, self.BAD))
        assert "All but the refused rows is here already." in page
        page = shown(editor, uploaded(editor, "id,title,date\nc,Never,someday\n"))
        assert "No row can come in as it stands." in page

    def test_a_name_that_stands_twice_is_said(self, editor: Client) -> None:
        address = uploaded(editor, "id,title,date,date\na,A,1917,1918\n")
        assert "A column stands twice." in shown(editor, address)

    def test_a_question_that_makes_no_sense_is_answered(self, editor: Client) -> None:
        address = uploaded(editor, '{"events": []}', "a.json")
        for what in ("choose", "columns", "write good", "nothing", ""):
            do(editor, address, what)
        assert "Preview" in do(editor, address, "check", timeline="t")

    def test_another_encoding_is_named_and_chosen(self, editor: Client) -> None:
        table = "id,title,date\n" + "a,Забастовка рабочих в Москве и Петрограде,1917\n"
        address = uploaded(editor, table.encode("cp1251"))
        assert "Windows-1251" in shown(editor, address)
        page = do(editor, address, "check", timeline="t", encoding="cp1251")
        assert counts(page)["new"] == 1
        do(editor, address, "write")
        assert Event.objects.get().title.startswith("Забастовка")

    def test_columns_are_asked_once_the_letters_can_be_read(
        self, editor: Client
    ) -> None:
        table = "Titel;Jahr;Stimmung\nÜberschwemmung;1917;düster\n"
        address = uploaded(editor, table.encode("cp1252"))
        assert "Not UTF-8" in shown(editor, address)
        page = do(editor, address, "check", timeline="t", encoding="cp1252")
        assert "Which column is which?" in page
        assert "Überschwemmung" in page
        uses = {"column-0": "title+id", "column-1": "date", "column-2": "extra"}
        assert counts(do(editor, address, "columns", **uses))["new"] == 1

    def test_other_choices_are_checked_with_the_same_file(self, editor: Client) -> None:
        address = uploaded(editor, timeline="")
        assert counts(shown(editor, address))["refused"] == 2
        page = do(editor, address, "check", timeline="strikes")
        assert counts(page)["new"] == 2
        page = do(editor, address, "check", timeline="no slug!", document="nowhere")
        assert "A slug is" in page
        assert "There is no document" in page

    def test_what_changed_since_the_preview_is_told(self, editor: Client) -> None:
        passage = make_document(passages=["The strike of August."]).passages.get()
        header = "id,title,date,document,passage,quote\n"
        row = f"a,Strike,1917,{passage.document.slug},{passage.key},The strike\n"
        address = uploaded(editor, header + row)
        assert counts(shown(editor, address))["new"] == 1
        passage.text = "Other words."
        passage.save()
        page = do(editor, address, "write")
        assert "Nothing was imported" in page
        assert counts(page)["refused"] == 1
        assert not Event.objects.exists()


class TestUploads:
    @pytest.mark.parametrize(
        ("name", "in_the_page"),
        [
            ("<script>alert(1)<b>.csv", "&lt;script&gt;alert(1)&lt;b&gt;.csv"),
            ("..\\..\\boot.csv", "boot.csv"),
            ("../../../etc/passwd.csv", "passwd.csv"),
            ("a'b&c.csv", "a&#x27;b&amp;c.csv"),
            ("дата.csv", "дата.csv"),
            (f"{'long' * 40}.csv", "long.csv"),
        ],
    )
    def test_hostile_names(
        self, editor: Client, data: Path, name: str, in_the_page: str
    ) -> None:
        page = shown(editor, uploaded(editor, name=name))
        assert "<script>alert" not in page
        assert in_the_page in page
        (folder,) = folders(data)
        assert [p.name for p in folder.glob("upload*")] == ["upload.csv"]

    def test_one_too_large_is_refused_unread(
        self, editor: Client, data: Path, settings: Any
    ) -> None:
        settings.UPLOAD_BYTES = 1024 * 1024
        file = SimpleUploadedFile("a.csv", b"x" * (3 * 1024 * 1024))
        answer = editor.post(NEW, {"file": file})
        assert answer.status_code == 413
        assert "this page takes 1 MB" in answer.content.decode()
        assert not (data / "uploads").exists() or not folders(data)

    def test_a_disk_that_is_full_is_said(
        self, editor: Client, monkeypatch: pytest.MonkeyPatch, data: Path
    ) -> None:
        def full(*_: Any, **__: Any) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Upload, "note", full)
        file = SimpleUploadedFile("a.csv", TABLE.encode())
        answer = editor.post(NEW, {"file": file})
        assert answer.status_code == 507
        assert "No space left" in answer.content.decode()
        assert folders(data) == []

    def test_pressed_twice_it_is_imported_once(self, editor: Client) -> None:
        address = uploaded(editor)
        token = address.rstrip("/").rpartition("/")[2]
        do(editor, address, "write")
        with pytest.raises(Busy):  # as a second request that saw the preview too
            upload_work.start_work(Upload(token), "write")
        assert "is in, as import" in shown(editor, address)
        assert Import.objects.count() == 1

    def test_no_file_is_said(self, editor: Client) -> None:
        answer = editor.post(NEW, {"timeline": "t"})
        assert answer.status_code == 200
        assert "This field is required" in answer.content.decode()

    def test_cancel_deletes_it(self, editor: Client, data: Path) -> None:
        address = uploaded(editor)
        page = do(editor, address, "cancel")
        assert "nothing was imported, the file is deleted" in page
        assert folders(data) == []
        assert editor.get(address).status_code == 404
        assert not Event.objects.exists()

    def test_what_is_over_a_day_old_is_gone(self, editor: Client, data: Path) -> None:
        address = uploaded(editor)
        (folder,) = folders(data)
        os.utime(folder, (0, 0))
        answer = editor.get(address)
        assert answer.status_code == 404
        assert "kept for a day" in answer.content.decode()
        assert editor.post(address, {"do": "write"}).status_code == 404
        editor.get(NEW)
        assert folders(data) == []

    @pytest.mark.parametrize("token", ["nothing", "a" * 32, "..", "%2e%2e", "a%00b"])
    def test_a_wrong_token_leads_nowhere(self, editor: Client, token: str) -> None:
        address = NEW.replace("add/", f"upload/{token}/")
        assert editor.get(address).status_code in (301, 302, 404)
        assert editor.get(address + "report.json", follow=True).status_code == 404

    def test_nobody_else_finds_it(self, editor: Client, second_editor: Client) -> None:
        address = uploaded(editor)
        for path in ("", "report.txt", "progress.json", "rejects/"):
            assert second_editor.get(address + path).status_code == 404
        assert second_editor.post(address, {"do": "write"}).status_code == 404
        assert not Event.objects.exists()

    def test_the_file_itself_is_never_served(self, editor: Client, data: Path) -> None:
        address = uploaded(editor)
        (folder,) = folders(data)
        for path in (*folder.iterdir(), folder):
            name = path.relative_to(data)
            for before in ("/", "/static/", "/admin/", address):
                assert editor.get(f"{before}{name}").status_code in (301, 302, 404)


class TestRights:
    def user(self, *rights: str) -> Client:
        client = signed_in("helper")
        for right in rights:
            client.user.user_permissions.add(Permission.objects.get(codename=right))
        return client

    def test_visitors_are_sent_to_sign_in(self, client: Client) -> None:
        for address in (NEW, NEW.replace("add/", "template.csv")):
            answer = client.get(address)
            assert answer.status_code == 302
            assert "/login/" in answer["Location"]

    def test_a_reader_may_not(self) -> None:
        reader = self.user("view_event", "view_import")
        answer = reader.get(NEW)
        assert answer.status_code == 403
        assert "takes the right to add or change events" in answer.content.decode()
        file = SimpleUploadedFile("a.csv", TABLE.encode())
        assert reader.post(NEW, {"file": file}).status_code == 403
        changes = reverse("admin:timeline_import_changelist")
        assert "Import a file" not in reader.get(changes).content.decode()

    def test_each_row_takes_the_right_to_type_it(self) -> None:
        helper = self.user("change_event")
        page = shown(helper, uploaded(helper))
        assert counts(page)["refused"] == 2
        assert "You may not add a timeline" in page
        Timeline.objects.create(slug="t", title="T")
        assert "You may not add an event" in shown(helper, uploaded(helper))

    def test_an_editor_does_not_publish_and_a_publisher_does(
        self, editor: Client, publisher: Client
    ) -> None:
        table = "id,title,date,publication\na,Strike,1917,published\n"
        page = do(editor, uploaded(editor, table), "write")
        assert Event.objects.get().publication == "draft"
        assert "it takes the right to publish" in page
        do(publisher, uploaded(publisher, table), "write")
        assert Event.objects.get().publication == "published"

    def test_every_effect_is_posted_with_a_token(self) -> None:
        user = User.objects.create_superuser("owner")
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(user)
        file = SimpleUploadedFile("a.csv", TABLE.encode())
        assert strict.post(NEW, {"file": file}).status_code == 403
        client = Client()
        client.force_login(user)
        address = uploaded(client)
        assert strict.post(address, {"do": "write"}).status_code == 403
        assert client.get(address, {"do": "write"}).status_code == 200
        assert not Event.objects.exists()
        do(client, address, "write")
        undo = reverse("admin:timeline_import_undo", args=[Import.objects.get().pk])
        assert strict.post(undo).status_code == 403
        assert Event.objects.exists()

    def test_rights_that_were_lost_meanwhile_do_not_count(self, editor: Client) -> None:
        address = uploaded(editor)
        editor.user.groups.clear()
        editor.user.user_permissions.add(
            Permission.objects.get(codename="change_event")
        )
        page = do(editor, address, "write")
        assert "You may not add" in page
        assert not Event.objects.exists()


class TestColumns:
    TABLE = "Wann;Was geschah;Stimmung\n1917-05-19;Koalition;<b>bang</b>\n"

    def test_a_known_header_takes_no_step(self, editor: Client) -> None:
        table = "Kennung;Titel;Datum\na;Streik;1917\n"
        assert counts(shown(editor, uploaded(editor, table)))["new"] == 1

    def test_an_unknown_column_is_asked_for(self, editor: Client) -> None:
        address = uploaded(editor, self.TABLE)
        page = shown(editor, address)
        assert "Which column is which?" in page
        assert "&lt;b&gt;bang&lt;/b&gt;" in page
        assert re.search(r'<option value="date" selected>', page)
        assert re.search(r'<option value="extra" selected>', page)
        names = {"column-0": "date", "column-1": "title+id", "column-2": ""}
        page = do(editor, address, "columns", **names)
        assert counts(page)["new"] == 1
        do(editor, address, "write")
        event = Event.objects.get()
        assert (event.slug, event.title, event.extra) == ("koalition", "Koalition", {})

    @pytest.mark.parametrize(
        ("chosen", "says"),
        [
            (("date", "title", "extra"), "Say which column is the “id”"),
            (("date", "title+id", "date"), "Two columns are to be “date”"),
            (("date", "", ""), "Say which column is the “title”"),
            (("date", "title+id", "superuser"), "Select a valid choice"),
        ],
    )
    def test_a_choice_that_cannot_be(
        self, editor: Client, chosen: tuple[str, ...], says: str
    ) -> None:
        address = uploaded(editor, self.TABLE)
        names = {f"column-{number}": use for number, use in enumerate(chosen)}
        assert says in do(editor, address, "columns", **names)

    def test_the_choice_can_be_changed_after_the_check(self, editor: Client) -> None:
        table = "id,title,date,Datum\na,A,1917,1918\n"
        address = uploaded(editor, table)
        names = {"column-0": "id", "column-1": "title", "column-2": "date"}
        do(editor, address, "columns", **names, **{"column-3": "extra"})
        page = do(editor, address, "choose")
        assert "Which column is which?" in page
        names |= {"column-2": "extra", "column-3": "date"}
        do(editor, address, "columns", **names)
        do(editor, address, "write")
        assert Event.objects.get().datings.get().edtf == "1918"

    def test_a_workbook_is_asked_about_too(self, editor: Client) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        book, file = openpyxl.Workbook(), io.BytesIO()
        for row in (["What", "Year"], ["Strike", 1917]):
            book.active.append(row)
        book.save(file)
        address = uploaded(editor, file.getvalue(), "a.xlsx")
        assert "Which column is which?" in shown(editor, address)
        names = {"column-0": "title+id", "column-1": "date"}
        assert counts(do(editor, address, "columns", **names))["new"] == 1


class TestKinds:
    SIMILE = '{"events": [{"start": "1917-08-25", "title": "Strike", "id": "a"}]}'
    FILES = {
        "a.tsv": "id\ttitle\tdate\na\tStrike\t1917-08-25\n",
        "a.timelinejs.json": json.dumps(
            {
                "events": [
                    {
                        "unique_id": "a",
                        "start_date": {"year": 1917, "month": 8, "day": 25},
                        "text": {"headline": "Strike"},
                    }
                ]
            }
        ),
        "sheet.csv": "Year,Month,Day,Headline\n1917,8,25,Strike\n",
        "a.jsonl": '{"model": "timeline.timeline", "fields": {"slug": "t", '
        '"title": "T"}}\n{"model": "timeline.event", "fields": {"timeline": ["t"], '
        '"slug": "a", "title": "Strike"}}\n',
    }

    @pytest.mark.parametrize("name", FILES)
    def test_each_kind_comes_in(self, editor: Client, name: str) -> None:
        address = uploaded(editor, self.FILES[name], name)
        page = do(editor, address, "write")
        assert "is in, as import" in page, page
        assert Event.objects.get().title == "Strike"

    def test_a_fixture_with_users_is_refused(self, owner: Client) -> None:
        users = json.dumps(
            [{"model": "auth.user", "fields": {"username": "x", "is_superuser": True}}]
        )
        address = uploaded(owner, users, "users.json")
        assert counts(shown(owner, address))["refused"] >= 1
        do(owner, address, "write good")
        assert not User.objects.filter(username="x").exists()


class TestTemplates:
    @pytest.mark.parametrize("kind", ["csv", "xlsx"])
    def test_it_changes_nothing_where_the_letter_is(
        self, letter: Document, editor: Client, kind: str
    ) -> None:
        answer = editor.get(NEW.replace("add/", f"template.{kind}"))
        assert f'filename="template.{kind}"' in answer["Content-Disposition"]
        page = shown(editor, uploaded(editor, answer.content, f"a.{kind}", timeline=""))
        assert counts(page) == {
            **{"rows": 3, "new": 0, "changed": 0, "unchanged": 3, "refused": 0},
        }

    @pytest.mark.parametrize("kind", ["pdf", "csv.csv"])
    def test_there_is_no_other(self, editor: Client, kind: str) -> None:
        address = NEW.replace("add/", f"template.{kind}")
        assert editor.get(address).status_code == 404


class TestUndo:
    def brought(self, client: Client) -> str:
        do(client, uploaded(client), "write")
        return reverse("admin:timeline_import_undo", args=[Import.objects.get().pk])

    def test_it_is_asked_first_then_undone(self, editor: Client) -> None:
        address = self.brought(editor)
        assert "2 new, 0 changed" in editor.get(address).content.decode()
        assert Event.objects.count() == 2
        answer = editor.post(address, follow=True)
        assert "is undone" in answer.content.decode()
        assert not Event.objects.exists()
        assert Import.objects.get().state == "undone"
        assert "It is undone" in editor.get(address).content.decode()
        assert editor.post(address).status_code == 409

    def test_a_large_one_is_hidden_at_once_and_removed_by_a_process(
        self, editor: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        began: list[tuple[str, ...]] = []
        monkeypatch.setattr(import_undo, "MOST_AT_ONCE", 1)
        monkeypatch.setattr(import_undo, "start_command", lambda *a: began.append(a))
        editor.post(self.brought(editor))
        assert began == [("undo_import",)]
        assert not Event.objects.exists()
        assert Import.objects.get().state == "undoing"
        call_command("undo_import")
        assert Import.objects.get().state == "undone"
        assert not Event._base_manager.exists()

    def test_why_it_cannot_be_is_said(self, editor: Client) -> None:
        address = self.brought(editor)
        event = Event.objects.get(slug="a")
        event.title = "Corrected"
        event.save()
        answer = editor.post(address)
        assert answer.status_code == 409
        number = Import.objects.get().pk
        told = f"event {event.pk} “Corrected” of import {number} was saved"
        assert told in answer.content.decode()
        assert Event.objects.count() == 2

    def test_what_is_published_goes_by_a_publisher(
        self, editor: Client, publisher: Client
    ) -> None:
        address = self.brought(editor)
        Event.objects.filter(slug="a").update(publication="published")
        assert "publish_event" in editor.get(address).content.decode()
        assert editor.post(address).status_code == 403
        assert publisher.post(address).status_code == 302

    def test_one_that_is_not_there(self, editor: Client) -> None:
        address = reverse("admin:timeline_import_undo", args=[77])
        assert editor.get(address).status_code == 404


def test_the_list_shows_who_brought_what(editor: Client) -> None:
    do(editor, uploaded(editor, name="<i>.csv"), "write")
    page = editor.get(reverse("admin:timeline_import_changelist")).content.decode()
    assert "Import a file" in page
    assert "&lt;i&gt;.csv" in page
    assert "edith" in page
    assert "/undo/" in page
    job = Import.objects.get()
    record = editor.get(reverse("admin:timeline_import_change", args=[job.pk]))
    assert job.digest in record.content.decode()


def test_the_first_page_of_the_admin_leads_there(editor: Client) -> None:
    page = editor.get(reverse("admin:index")).content.decode()
    assert f'href="{NEW}">Import a file' in page


class TestPublishing:
    """What came in is made public as a whole, by who may."""

    @staticmethod
    def address() -> str:
        return reverse("admin:timeline_import_publish", args=[Import.objects.get().pk])

    def test_events_and_their_new_timeline_together(self, publisher: Client) -> None:
        page = do(publisher, uploaded(publisher), "write")
        assert f'href="{self.address()}">Publish what came in</a>' in page
        page = shown(publisher, self.address())
        assert "2 events and 1 timeline of what it brought are not public" in page
        assert Event.objects.get(slug="a").publication == "draft"
        answer = publisher.post(self.address(), follow=True)
        page = answer.content.decode()
        assert "Published: 2 events and 1 timeline." in page
        assert "Nothing of it waits" in page
        public = Client().get(reverse("timeline", args=["t"])).content.decode()
        assert "Strike" in public
        entry = Event.objects.get(slug="a").history.first()
        assert entry.history_user == publisher.user
        assert entry.publication == "published"

    def test_who_may_not_publish_is_told_and_offered_nothing(
        self, editor: Client
    ) -> None:
        page = do(editor, uploaded(editor), "write")
        assert "Publish what came in" not in page
        page = shown(editor, self.address())
        assert "<code>timeline.publish_event</code>" in page
        assert ">Publish 2 events" not in page
        assert editor.post(self.address()).status_code == 403
        assert not Event.objects.filter(publication="published").exists()

    def test_so_many_at_a_time(
        self, publisher: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(import_publish, "MOST_AT_ONCE", 1)
        monkeypatch.setattr(import_publish, "A_TRANSACTION", 1)
        do(publisher, uploaded(publisher), "write")
        assert "The first 1 event and 1 timeline" in shown(publisher, self.address())
        for number in (1, 2):
            publisher.post(self.address())
            public = Event.objects.filter(publication="published")
            assert public.count() == number
        assert "Nothing of it waits" in shown(publisher, self.address())

    def test_a_table_that_says_so_publishes_in_one_go(self, publisher: Client) -> None:
        do(publisher, uploaded(publisher), "write")
        head, *rows = TABLE.splitlines()
        said = [f"{head},publication", *(f"{row},published" for row in rows)]
        do(publisher, uploaded(publisher, "\n".join(said)), "write")
        assert Event.objects.filter(publication="published").count() == 2

    def test_a_timeline_that_was_here_stays_and_is_named(
        self, publisher: Client
    ) -> None:
        timeline = Timeline.objects.create(slug="t", title="Held back")
        do(publisher, uploaded(publisher), "write")
        page = publisher.post(self.address(), follow=True).content.decode()
        assert "Published: 2 events." in page
        assert "Held back</bdi></a>. Its events are seen once it is published." in page
        timeline.refresh_from_db()
        assert timeline.publication == "draft"

    def test_what_is_published_is_not_undone_as_a_whole(
        self, publisher: Client
    ) -> None:
        do(publisher, uploaded(publisher), "write")
        publisher.post(self.address())
        undo = reverse("admin:timeline_import_undo", args=[Import.objects.get().pk])
        assert publisher.post(undo).status_code == 409
        assert Event.objects.count() == 2

    def test_no_import_that_is_undone_is_published(self, publisher: Client) -> None:
        do(publisher, uploaded(publisher), "write")
        address = self.address()
        publisher.post(
            reverse("admin:timeline_import_undo", args=[Import.objects.get().pk])
        )
        assert publisher.get(address).status_code == 404
        assert publisher.post(address).status_code == 404

    def test_the_record_leads_to_what_came_in(self, publisher: Client) -> None:
        do(publisher, uploaded(publisher), "write")
        record = reverse("admin:timeline_import_change", args=[Import.objects.get().pk])
        page = shown(publisher, record)
        assert ">events</a>, <a" in page
        assert f'href="{self.address()}">publish</a>' in page

    def test_no_page_asks_once_a_row(
        self, publisher: Client, django_assert_max_num_queries: Any
    ) -> None:
        rows = "".join(f"e{n},Event {n},1917\n" for n in range(300))
        do(publisher, uploaded(publisher, f"id,title,date\n{rows}"), "write")
        with django_assert_max_num_queries(20):
            shown(publisher, self.address())
