"""The rules of a row, each enforced by the database or on every way into it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from timeline.models import (
    Citation,
    Dating,
    DeletedMeanwhile,
    Document,
    Event,
    Mark,
    Passage,
    StaleVersion,
    Timeline,
    refresh_marks,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def timeline(db: None) -> Timeline:
    return Timeline.objects.create(slug="t", title="T", publication="published")


@pytest.fixture
def event(timeline: Timeline) -> Event:
    return Event.objects.create(
        timeline=timeline, slug="e", title="E", publication="published"
    )


@pytest.fixture
def passage(db: None) -> Passage:
    document = Document.objects.create(slug="d", title="D", publication="published")
    return Passage.objects.create(
        document=document, key="p1", number=1, order=1, text="On 6 May it rained."
    )


def cite(event: Event, passage: Passage, **fields: object) -> Citation:
    values = {"exact": "6 May", "quoted": "6 May", "start": 3, "end": 8, **fields}
    return Citation.objects.create(event=event, passage=passage, **values)


def date(event: Event, edtf: str, status: str = "accepted", **fields: object) -> Dating:
    return Dating.objects.create(
        event=event, edtf_written=edtf, status=status, **fields
    )


class TestText:
    """NUL, controls and lone surrogates are refused alike on both databases."""

    BAD = ("a\x00b", "a\x07b", "a\ud800b")

    @pytest.mark.parametrize("text", BAD)
    def test_refused_by_save(self, event: Event, text: str) -> None:
        event.summary = text
        with pytest.raises(ValidationError, match=r"Character 1 is U\+"):
            event.save()

    @pytest.mark.parametrize("text", BAD)
    def test_refused_by_bulk_writing(self, timeline: Timeline, text: str) -> None:
        with pytest.raises(ValidationError):
            Event.objects.bulk_create([Event(timeline=timeline, slug="x", title=text)])
        with pytest.raises(ValidationError):
            Timeline.objects.update(title=text)

    @pytest.mark.parametrize("text", BAD)
    def test_refused_inside_json(self, event: Event, text: str) -> None:
        for extra in ({"note": [text]}, {text: 1}):
            event.extra = extra
            with pytest.raises(ValidationError, match=r"Character 1 is U\+"):
                event.save()

    def test_everything_else_is_kept(self, event: Event) -> None:
        text = " \tא\u202e e\u0301 😀 \r\n\u00a0"
        event.summary = text
        event.save()
        assert Event.objects.get().summary == text


class TestDating:
    @pytest.mark.parametrize(
        ("calendar", "edtf"),
        [
            ("gregorian", "1917-02-30"),
            ("gregorian", "1900-02-29"),
            ("julian", "1900-02-30"),
        ],
    )
    def test_a_day_the_calendar_lacks_is_refused(
        self, event: Event, calendar: str, edtf: str
    ) -> None:
        with pytest.raises(ValidationError, match="edtf_written"):
            date(event, edtf, calendar=calendar)

    def test_the_julian_calendar_has_29_february_1900(self, event: Event) -> None:
        # 29 February 1900 Julian is 13 March 1900 Gregorian: 12 days until 28 February.
        assert date(event, "1900-02-29", calendar="julian").edtf == "1900-03-13"

    def test_one_dating_at_most_is_accepted(self, event: Event) -> None:
        date(event, "1917-05-06")
        with pytest.raises(IntegrityError), transaction.atomic():
            date(event, "1917-05-07")

    def test_follow_demotes_first_and_keeps_the_loser(self, event: Event) -> None:
        former, better = date(event, "1917-05-06"), date(event, "1917-05-07", "open")
        event.follow(better, "the diary is nearer")
        former.refresh_from_db()
        assert (former.status, former.reason) == ("rejected", "the diary is nearer")
        assert event.accepted_dating() == better
        assert event.mark.sort_start == better.start_min

    def test_follow_refuses_another_events_dating(
        self, event: Event, timeline: Timeline
    ) -> None:
        other = Event.objects.create(timeline=timeline, slug="o", title="O")
        with pytest.raises(ValidationError):
            event.follow(date(other, "1917"), "")

    def test_a_citation_of_another_event_is_refused(
        self, event: Event, passage: Passage, timeline: Timeline
    ) -> None:
        other = Event.objects.create(timeline=timeline, slug="o", title="O")
        with pytest.raises(ValidationError, match="another event"):
            date(event, "1917", citation=cite(other, passage))

    def test_an_unknown_date_has_no_days(self, event: Event) -> None:
        dating = date(event, "", "open", as_written="n.d.")
        assert dating.start_min is dating.end_max is None
        assert dating.start_kind == dating.end_kind == "unknown"

    @pytest.mark.parametrize(
        "supplied",
        [
            {},
            ["year"],
            [{"what": "year"}],
            [dict.fromkeys(("what", "value", "from", "why"), "x")],
        ],
    )
    def test_supplied_parts_have_their_shape(
        self, event: Event, supplied: object
    ) -> None:
        with pytest.raises(ValidationError, match=r"[Ss]upplied"):
            date(event, "1917", supplied=supplied)


class TestCitation:
    def test_the_words_stand_at_their_place(
        self, event: Event, passage: Passage
    ) -> None:
        assert cite(event, passage).passage.text[3:8] == "6 May"
        with pytest.raises(ValidationError, match="On 6 "):
            cite(event, passage, start=0, end=5)

    def test_an_exact_double_is_refused(self, event: Event, passage: Passage) -> None:
        cite(event, passage)
        with pytest.raises(IntegrityError), transaction.atomic():
            cite(event, passage)
        cite(event, passage, role="gloss")

    def test_only_a_lost_citation_has_no_place(
        self, event: Event, passage: Passage
    ) -> None:
        with pytest.raises(ValidationError):
            cite(event, passage, start=None, end=None)
        assert cite(event, passage, start=None, end=None, state="lost").pk
        with pytest.raises(IntegrityError), transaction.atomic():
            cite(event, passage, state="lost")

    def test_a_cited_passage_cannot_be_deleted(
        self, event: Event, passage: Passage
    ) -> None:
        cite(event, passage)
        for delete in (
            passage.delete,
            passage.document.delete,
            Passage.objects.all().delete,
        ):
            with pytest.raises(ProtectedError):
                delete()

    def test_an_event_goes_with_its_citations_and_datings(
        self, event: Event, passage: Passage
    ) -> None:
        date(event, "1917", citation=cite(event, passage))
        event.delete()
        assert not Citation.objects.exists()
        assert not Dating.objects.exists()
        assert not Mark.objects.exists()

    def test_keys_are_ten_lower_case_letters(
        self, event: Event, passage: Passage
    ) -> None:
        key = cite(event, passage).key
        assert len(key) == 10
        assert key.isalpha()
        assert key.islower()


class TestMark:
    def test_it_follows_event_and_dating(self, event: Event) -> None:
        assert not Mark.objects.exists()
        dating = date(event, "1917-09-28")
        assert event.mark.sort_start == event.mark.sort_end == 2421500
        assert event.mark.visible
        event.publication, event.importance = "draft", 7
        event.save()
        mark = Mark.objects.get()
        assert (mark.visible, mark.importance) == (False, 7)
        dating.delete()
        assert not Mark.objects.exists()

    def test_open_ends_sort_beyond_every_day(self, event: Event) -> None:
        date(event, "../1917-09-28")
        mark = Mark.objects.get()
        assert (mark.sort_start, mark.sort_end) == (-(2**53 - 1), 2421500)

    def test_bulk_writing_calls_for_its_marks(self, timeline: Timeline) -> None:
        events = Event.objects.bulk_create(
            [Event(timeline=timeline, slug=str(n), title="x") for n in range(3)]
        )
        datings = [
            Dating(event=e, edtf_written="1917", status="accepted") for e in events
        ]
        for dating in datings:
            dating.fill()
        Dating.objects.bulk_create(datings)
        assert not Mark.objects.exists()
        assert refresh_marks([e.pk for e in events]) == 3
        assert Event.objects.between(2421500, 2421500).count() == 3
        assert Event.objects.between(2421600, None).count() == 0


class TestVersion:
    def test_a_save_over_a_newer_version_is_refused(self, event: Event) -> None:
        mine, theirs = Event.objects.get(), Event.objects.get()
        theirs.title = "theirs"
        theirs.save()
        mine.title = "mine"
        with pytest.raises(StaleVersion) as refusal:
            mine.save()
        assert refusal.value.current.title == "theirs"
        assert Event.objects.get().title == "theirs"

    def test_each_save_raises_the_version(self, event: Event) -> None:
        assert event.version == 1
        event.save()
        event.save(update_fields=["title"])
        assert Event.objects.get().version == event.version == 3

    def test_a_row_that_was_deleted_meanwhile_is_not_stored_anew(
        self, event: Event
    ) -> None:
        mine = Event.objects.get()
        event.delete()
        mine.title = "mine"
        with pytest.raises(DeletedMeanwhile, match="event was deleted") as refusal:
            mine.save()
        assert refusal.value.current.title == "mine"
        assert not Event.objects.exists()
        with pytest.raises(DeletedMeanwhile):
            mine.save(update_fields=["title"])

    def test_a_copy_is_a_new_row(self, event: Event) -> None:
        event.pk, event.slug = None, "copy"
        event.save()
        assert Event.objects.count() == 2

    def test_a_failed_save_does_not(self, event: Event) -> None:
        event.link = "javascript:alert(1)"
        with pytest.raises(ValidationError, match="link"):
            event.save()
        assert event.version == 1


class TestPublication:
    @pytest.mark.parametrize("hidden", ["timeline", "document", "event"])
    def test_a_citation_needs_all_three_published(
        self, event: Event, passage: Passage, hidden: str
    ) -> None:
        cite(event, passage)
        assert Citation.objects.published().count() == 1
        row = {
            "timeline": event.timeline,
            "document": passage.document,
            "event": event,
        }[hidden]
        row.publication = "reviewed"
        row.save()
        assert not Citation.objects.published().exists()
        assert not Citation.objects.visible_to(None).exists()

    def test_only_editors_see_drafts(
        self, event: Event, django_user_model: type
    ) -> None:
        event.publication = "draft"
        event.save()
        reader = django_user_model.objects.create_user("reader")
        admin = django_user_model.objects.create_superuser("admin")
        assert not Event.objects.visible_to(reader).exists()
        assert Event.objects.visible_to(admin).exists()


@pytest.mark.parametrize("slug", ["", " ", ".", "..", "a\nb"])
def test_an_event_slug_can_stand_in_an_address(timeline: Timeline, slug: str) -> None:
    with pytest.raises(ValidationError):
        Event(timeline=timeline, slug=slug, title="E").full_clean()
    Event(timeline=timeline, slug="any / text. Ж", title="E").full_clean()
