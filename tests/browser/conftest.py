"""Pages of a live server in Chromium, watched for errors while they are used."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client

from tests.chromium import chromium
from tests.factories import make_timeline
from timeline.dates import Calendar, civil_date
from timeline.models import Dating, Event, refresh_marks

from .axe import axe

__all__ = ["axe", "chromium"]

WATCH = """
  window.violations = [];
  addEventListener("securitypolicyviolation",
    (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


@dataclass
class Watch:
    """What a page did that it should not."""

    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    pages: list[Any] = field(default_factory=list)

    def complaints(self) -> list[str]:
        """Errors, requests to other hosts, breaches of the content security policy."""
        breaches = [
            breach
            for page in self.pages
            for breach in page.evaluate("window.violations ?? []")
        ]
        return [*self.errors, *self.foreign, *breaches]


Open = Callable[..., Any]


def make_crowd(count: int) -> None:
    """A timeline `many` of so many events, two days apart from 1 January 1900."""
    timeline = make_timeline("many")
    events = Event.objects.bulk_create(
        Event(
            timeline=timeline, slug=f"e{n}", title=f"Event {n}", publication="published"
        )
        for n in range(count)
    )
    datings = [dating_of(event, 2 * n) for n, event in enumerate(events)]
    Dating.objects.bulk_create(datings)
    refresh_marks([event.pk for event in events])


def dating_of(event: Event, days: int) -> Dating:
    """An accepted dating by an editor, so many days after 1 January 1900."""
    day = civil_date(Calendar.GREGORIAN, 2415021 + days)
    written = f"{day.year}-{day.month:02}-{day.day:02}"
    dating = Dating(event=event, edtf_written=written, status="accepted", who="editor")
    dating.fill()
    return dating


@pytest.fixture
def letter(transactional_db: None) -> None:
    """The letter of September 1917."""
    call_command("loaddata", "letter", verbosity=0)


@pytest.fixture
def open_page(chromium: Any, live_server: Any) -> Iterator[Open]:
    """Open an address; fails at the end if any page complained.

    `status` is the answer expected, `options` those of a browser context; `user`
    names an administrator who is signed in.
    """
    watch = Watch()
    contexts = []

    def open_one(
        address: str,
        width: int = 1280,
        height: int = 800,
        status: int = 200,
        user: str = "",
        **options: Any,
    ) -> Any:
        size = {"width": width, "height": height}
        context = chromium.new_context(viewport=size, **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        if user:
            context.add_cookies([sign_in(user, live_server.url)])
        page = context.new_page()
        listen(page, watch, status)
        answer = page.goto(live_server.url + address)
        assert answer is None or answer.status == status
        watch.pages.append(page)
        return page

    yield open_one
    complaints = watch.complaints()
    for context in contexts:
        context.close()
    assert complaints == []


def sign_in(name: str, address: str) -> dict[str, str]:
    """The session cookie of an administrator, made here."""
    users = get_user_model().objects
    user = users.filter(username=name).first() or users.create_superuser(name)
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": address}


def listen(page: Any, watch: Watch, status: int) -> None:
    """Note errors in the console, uncaught ones, and requests to other hosts."""

    def console(message: Any) -> None:
        expected = status >= 400 and f"status of {status}" in message.text
        if message.type in ("error", "warning") and not expected:
            watch.errors.append(message.text)

    def request(asked: Any) -> None:
        place = urlsplit(asked.url)
        if place.scheme in ("http", "https") and place.hostname != "localhost":
            watch.foreign.append(asked.url)

    page.add_init_script(WATCH)
    page.on("console", console)
    page.on("pageerror", lambda error: watch.errors.append(str(error)))
    page.on("request", request)
