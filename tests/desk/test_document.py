"""A document on the desk: its dates proposed, decided, and what a decision writes."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_document, make_event, make_timeline
from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    Proposal,
    find_proposals,
)

LOG = (
    "On 3 May 1821 the ship left 😀 Cork. On 4 June the mast broke off Ushant.\n\n"
    "She was sold on 05/07/1822, or so the owner’s ledger says."
)


@pytest.fixture
def log(db: None) -> Document:
    document = make_document("log", LOG, context_date="1821", context_basis="Title.")
    find_proposals(document)
    return document


def proposal(words: str) -> Proposal:
    return Proposal.objects.get(words=words)


def decide(client: Client, words: str, decision: str, **fields: object) -> str:
    """Post a decision as the page's form would, and return the page that answers."""
    row = proposal(words)
    values = {"date": row.pk, "seen": row.version, "decision": decision, **fields}
    address = f"/desk/documents/{row.document.slug}/"
    return client.post(address, values, follow=True).content.decode()


class TestFinding:
    def test_the_letters_nine_dates_are_cited_already(self, letter: Document) -> None:
        assert find_proposals(letter) == 9
        rows = Proposal.objects.filter(document=letter)
        assert set(rows.values_list("citation__key", flat=True)) == {
            f"m0{number}" for number in range(1, 10)
        }
        assert str(rows.coverage()) == "9 of 9 expressions cited, 0 refused"

    def test_dates_are_proposed_once(self, editor: Client, log: Document) -> None:
        assert [p.words for p in Proposal.objects.all()] == [
            *("3 May 1821", "4 June", "05/07/1822")
        ]
        decide(editor, "3 May 1821", "refused")
        answer = editor.post("/desk/documents/log/find/", follow=True)
        assert "0 dates found" in answer.content.decode()
        assert proposal("3 May 1821").decision == "refused"

    def test_words_added_later_are_found_later(
        self, editor: Client, log: Document
    ) -> None:
        decide(editor, "3 May 1821", "refused")
        passage = log.passages.first()
        passage.text = "Preface of 1 May 1821. " + passage.text
        passage.save()
        assert find_proposals(log) == 1
        row = proposal("3 May 1821")
        assert row.decision == "refused"
        assert passage.text[row.start : row.end] == "3 May 1821"

    def test_a_refused_date_that_was_cut_and_restored_stays_refused(
        self, editor: Client, log: Document
    ) -> None:
        decide(editor, "3 May 1821", "refused")
        passage = log.passages.first()
        text = passage.text
        for words in (text.replace("On 3 May 1821 the", "The"), text):
            passage.text = words
            passage.save()
        assert not Proposal.objects.filter(words="3 May 1821").exists()
        assert find_proposals(log) == 1
        assert (proposal("3 May 1821").decision, proposal("3 May 1821").who) == (
            *("refused", "edith"),
        )


class TestAccepting:
    def test_a_new_event_with_citation_and_dating(
        self, editor: Client, log: Document
    ) -> None:
        decide(editor, "4 June", "new", title="The mast breaks")
        event = Event.objects.get()
        assert (event.title, event.slug) == ("The mast breaks", "the-mast-breaks")
        assert event.publication == "draft"
        assert event.timeline.slug == "log"
        citation = event.citations.get()
        assert citation.exact == citation.quoted == "4 June"
        assert citation.start == LOG.index("4 June")  # code points: 😀 is one
        dating = event.datings.get()
        assert (dating.status, dating.edtf) == ("accepted", "1821-06-04")
        assert (dating.citation, dating.as_written) == (citation, "4 June")
        assert dating.who == "edith"
        assert [(s["what"], s["value"], s["from"]) for s in dating.supplied] == [
            ("year", "1821", {"source": "Title."}),
            ("calendar", "gregorian", {"source": "document calendar of log"}),
        ]
        row = proposal("4 June")
        assert (row.decision, row.citation, row.who) == ("accepted", citation, "edith")

    def test_the_title_comes_from_the_sentence(
        self, editor: Client, log: Document
    ) -> None:
        page = editor.get(f"/desk/documents/log/?date={proposal('4 June').pk}")
        assert 'value="On 4 June the mast broke off Ushant"' in page.content.decode()

    def test_two_readings_need_a_choice(self, editor: Client, log: Document) -> None:
        page = decide(editor, "05/07/1822", "new", title="Sold")
        assert "Choose one of the readings" in page
        assert not Event.objects.exists()
        assert 'value="Sold"' in page  # what was typed stays
        days = [r["edtf_written"] for r in proposal("05/07/1822").readings]
        assert sorted(days) == ["1822-05-07", "1822-07-05"]
        number = days.index("1822-07-05") + 1
        decide(editor, "05/07/1822", "new", title="Sold", reading=number)
        assert Dating.objects.get().edtf == "1822-07-05"

    def test_an_event_that_is_there_and_agrees(
        self, editor: Client, log: Document
    ) -> None:
        event = make_event(make_timeline("log"), "departure", "1821-05-03")
        address = f"/desk/documents/log/?date={proposal('3 May 1821').pk}"
        page = editor.get(address).content.decode()
        assert f'<option value="{event.pk}"' in page
        decide(editor, "3 May 1821", "existing", event=event.pk)
        assert event.datings.get(as_written="3 May 1821").status == "agrees"

    def test_an_event_that_follows_another_date_gets_a_conflict(
        self, editor: Client, log: Document
    ) -> None:
        event = make_event(make_timeline("log"), "departure", "1821-05-01")
        page = decide(editor, "3 May 1821", "existing", event=event.pk)
        assert "settle the conflict" in page
        assert event.accepted_dating().edtf == "1821-05-01"
        assert event.datings.get(as_written="3 May 1821").status == "open"
        assert "Event departure" in editor.get("/desk/conflicts/").content.decode()

    def test_an_event_is_found_by_its_title(
        self, editor: Client, log: Document
    ) -> None:
        event = make_event(make_timeline("ships"), "x", None, title="Sale of the brig")
        address = f"/desk/documents/log/?date={proposal('4 June').pk}&q=the+BRIG"
        assert f'<option value="{event.pk}"' in editor.get(address).content.decode()

    def test_equal_titles_get_slugs_of_their_own(
        self, editor: Client, log: Document
    ) -> None:
        decide(editor, "3 May 1821", "new", title="Sails")
        decide(editor, "4 June", "new", title="Sails")
        slugs = Event.objects.order_by("pk").values_list("slug", flat=True)
        assert list(slugs) == ["sails", "sails-2"]


class TestCorrecting:
    def test_another_date_needs_a_reason(self, editor: Client, log: Document) -> None:
        typed = {"title": "The mast breaks", "instead": "4 July 1821"}
        assert "give the reason" in decide(editor, "4 June", "new", **typed)
        assert not Event.objects.exists()
        decide(editor, "4 June", "new", **typed, why="The log has July.")
        dating = Dating.objects.get()
        assert (dating.edtf, dating.as_written) == ("1821-07-04", "4 June")
        assert (dating.kind, dating.reason) == ("correction", "The log has July.")
        assert dating.supplied[-1] == {
            "what": "date",
            "value": "1821-07-04",
            "from": {"source": "entered by edith"},
            "why": "The log has July.",
        }
        assert log.text() == LOG

    def test_a_date_that_is_not_read_is_refused(
        self, editor: Client, log: Document
    ) -> None:
        page = decide(editor, "4 June", "new", title="x", instead="31 June 1821")
        assert "is not read as a date" in page
        assert not Event.objects.exists()


class TestSayingMore:
    """Misprint, doubt and supplied parts, entered as such."""

    def test_an_uncertain_and_approximate_date(
        self, editor: Client, log: Document
    ) -> None:
        decide(editor, "4 June", "new", title="Mast", uncertain="on")
        decide(editor, "3 May 1821", "new", title="Sailed", approximate="on")
        found = dict(Dating.objects.values_list("as_written", "edtf_written"))
        assert found == {"4 June": "1821-06-04?", "3 May 1821": "1821-05-03~"}
        dating = Dating.objects.get(as_written="4 June")
        assert dating.qualifier == "uncertain"
        assert dating.start_min == dating.end_max  # doubt moves no bound

    def test_a_misprint_needs_its_reason(self, editor: Client, log: Document) -> None:
        fields = {"title": "Mast", "kind": "misprint", "instead": "4 July 1821"}
        page = decide(editor, "4 June", "new", **fields)
        assert "give the reason" in page
        assert not Dating.objects.exists()
        decide(editor, "4 June", "new", **fields, why="The proofs have July.")
        dating = Dating.objects.get()
        assert (dating.kind, dating.reason) == ("misprint", "The proofs have July.")
        assert (dating.as_written, dating.edtf) == ("4 June", "1821-07-04")
        assert dating.citation.exact == "4 June"

    def test_a_kind_without_another_date_needs_it_too(
        self, editor: Client, log: Document
    ) -> None:
        page = decide(editor, "4 June", "new", title="Mast", kind="variant")
        assert "Say why the date is a variant." in page
        assert '<option value="variant" selected>' in page

    def test_a_supplied_part_names_its_passage(
        self, editor: Client, log: Document
    ) -> None:
        part = {"supplied_what": "hour", "supplied_value": "noon"}
        page = decide(editor, "4 June", "new", title="Mast", **part)
        assert "name the passage it is from" in page
        assert 'value="noon"' in page
        page = decide(editor, "4 June", "new", title="M", **part, supplied_passage="x")
        assert "There is no passage x" in page
        decide(editor, "4 June", "new", title="Mast", **part, supplied_passage="p2")
        last = Dating.objects.get().supplied[-1]
        assert (last["what"], last["value"]) == ("hour", "noon")
        assert last["from"] == {"document": "log", "passage": "p2"}


class TestOtherDecisions:
    def test_progress(self, editor: Client, log: Document) -> None:
        decide(editor, "3 May 1821", "new", title="Departure")
        page = decide(editor, "4 June", "later")
        assert "1 of 3 expressions cited, 0 refused, 1 put off, 1 to decide" in page
        page = decide(editor, "05/07/1822", "refused")
        assert "Every date of the text is decided." in page
        assert "Go to what was put off" in page

    def test_a_refused_date_may_be_opened_again(
        self, editor: Client, log: Document
    ) -> None:
        decide(editor, "4 June", "refused")
        decide(editor, "4 June", "open")
        assert proposal("4 June").decision == "open"

    def test_a_cited_date_is_not_refused(self, editor: Client, log: Document) -> None:
        decide(editor, "4 June", "new", title="The mast breaks")
        assert "Delete its citation first" in decide(editor, "4 June", "refused")
        assert proposal("4 June").decision == "accepted"

    def test_the_next_one_comes_after_each(self, editor: Client, log: Document) -> None:
        page = decide(editor, "3 May 1821", "refused")
        assert re.search(r'id="ui-queue-head">“<bdi>4 June</bdi>”', page)

    def test_the_later_of_two_who_accept_keeps_the_words(
        self, editor: Client, second_editor: Client, log: Document
    ) -> None:
        seen = proposal("4 June").version
        decide(editor, "4 June", "new", title="The mast breaks")
        fields = {"title": "The <b>mast</b> falls", "why": "Told so."}
        page = decide(second_editor, "4 June", "new", seen=seen, **fields)
        assert "changed meanwhile by edith" in page
        assert "Cited for" in page
        assert "The &lt;b&gt;mast&lt;/b&gt; falls" in page and "Told so." in page
        assert [event.title for event in Event.objects.all()] == ["The mast breaks"]

    def test_the_later_of_two_editors_is_told(
        self, editor: Client, second_editor: Client, log: Document
    ) -> None:
        seen = proposal("4 June").version
        decide(editor, "4 June", "refused")
        page = decide(second_editor, "4 June", "new", title="Mast", seen=seen)
        assert "changed meanwhile by edith" in page
        assert 'value="Mast"' in page
        assert not Event.objects.exists()
        assert proposal("4 June").decision == "refused"

    def test_an_unknown_date_of_another_document_is_not_decided(
        self, editor: Client, log: Document
    ) -> None:
        make_document("other", "Nothing here.")
        row = proposal("4 June")
        values = {"date": row.pk, "seen": row.version, "decision": "refused"}
        editor.post("/desk/documents/other/", values)
        assert proposal("4 June").decision == "open"


class TestPublicCount:
    def test_drafts_do_not_count_for_the_public(
        self, editor: Client, log: Document
    ) -> None:
        decide(editor, "3 May 1821", "new", title="Departure")
        rows = Proposal.objects.filter(document=log)
        assert rows.coverage(editor.user).cited == 1
        assert rows.coverage(None).cited == 0

    def test_the_documents_page_says_how_many(
        self, editor: Client, client: Client, log: Document
    ) -> None:
        decide(editor, "3 May 1821", "new", title="Departure")
        decide(editor, "05/07/1822", "refused")
        page = editor.get("/documents/log/").content.decode()
        assert "1 of 3 dates cited, 1 refused" in page
        page = client.get("/documents/log/").content.decode()
        assert "0 of 3 dates cited, 1 refused" in page

    def test_a_date_whose_citation_was_deleted_waits_again(
        self, editor: Client, log: Document
    ) -> None:
        decide(editor, "3 May 1821", "new", title="Departure")
        Dating.objects.all().delete()
        Citation.objects.all().delete()
        coverage = Proposal.objects.filter(document=log).coverage(editor.user)
        assert (coverage.cited, coverage.waiting) == (0, 3)
        page = editor.get("/desk/documents/log/").content.decode()
        assert re.search(r'id="ui-queue-head">“<bdi>3 May 1821</bdi>”', page)


class TestPage:
    def test_words_of_the_text_are_escaped(self, editor: Client) -> None:
        text = "<script>alert(1)</script> on 3 May 1821 <img src=x onerror=alert(1)>."
        find_proposals(make_document("evil", text, title="<b>Title</b>"))
        page = editor.get("/desk/documents/evil/").content.decode()
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "<b>" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; on <a class" in page

    def test_queries_do_not_grow(self, editor: Client, log: Document) -> None:
        years = "\n\n".join(f"In {year} it was." for year in range(1700, 1800))
        find_proposals(make_document("many", years))
        counts = []
        for slug in ("log", "many"):
            with CaptureQueriesContext(connection) as queries:
                editor.get(f"/desk/documents/{slug}/")
            counts.append(len(queries))
        assert counts[0] == counts[1] <= 20

    def test_a_megabyte_opens_quickly_and_in_parts(self, editor: Client) -> None:
        words = "The fleet lay at anchor, and nothing else is told of that day. " * 10
        text = "\n\n".join(f"On 3 May {1000 + n} {words}" for n in range(1_650))
        assert len(text) > 1_000_000
        document = make_document("chronicle", text)
        find_proposals(document)
        answer = editor.get("/desk/documents/chronicle/")
        assert len(answer.content) < 2_000_000
        page = answer.content.decode()
        assert "1650 expressions" in page
        following = re.search(r'href="(\?at=.*?)">The part that follows', page)[1]
        second = editor.get(f"/desk/documents/chronicle/{following}").content.decode()
        assert "The part before" in second
        assert "3 May 1000" not in second
