"""One editor in a process of their own: opens forms, posts them, saves many rows.

Reads commands as JSON Lines and answers each with a line; `races.py` starts several.
"""

import html
import json
import os
import re
import sys
import time
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402  needs the settings
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import OperationalError, connection  # noqa: E402
from django.test import Client  # noqa: E402

from tests.admin.page import form_of  # noqa: E402
from tests.factories import make_document  # noqa: E402
from timeline.models import (  # noqa: E402
    Citation,
    Dating,
    Document,
    Event,
    Passage,
    Proposal,
    find_proposals,
)

TARGETS = {
    "event": (Event, "summary"),
    "citation": (Citation, "note"),
    "dating": (Dating, "reason"),
    "passage": (Passage, "text"),
}
DATES = "dates"
"""The slug of a document with a date for each decision."""
EDIT = "/desk/documents/letter/edit/?passage=p19"
HIDDEN = re.compile(r'name="(seen|looked)" value="(\w*)"')


def proposal(number: int) -> Proposal:
    """The date that is decided in a race."""
    return Proposal.objects.get(words=f"3 May {1000 + number}")


def target(kind: str) -> Any:
    """The row of a kind that both editors work on."""
    rows = TARGETS[kind][0].objects
    if kind == "passage":
        return rows.get(document__slug="letter", key="p19")
    return rows.order_by("pk").first()


class Editor:
    """A signed-in editor with at most one form open."""

    def __init__(self, name: str) -> None:
        settings.ALLOWED_HOSTS.append("testserver")
        self.client = Client()
        self.client.force_login(User.objects.get(username=name))
        self.address, self.form, self.text = "", {}, ""

    def open(self, kind: str, text: str, number: int) -> dict[str, Any]:
        """Open the form of a row and type a text; nothing is posted but a look."""
        self.text = text
        if kind == "decision":
            return self.open_date(number, text)
        if kind == "passage":
            return self.open_desk(text)
        self.address = f"/admin/timeline/{kind}/{target(kind).pk}/change/"
        self.form = form_of(self.client.get(self.address))
        self.form[TARGETS[kind][1]] = text
        return {"opened": self.address}

    def open_date(self, number: int, text: str) -> dict[str, Any]:
        """The queue of the desk, with a title typed for a new event."""
        row = proposal(number)
        self.address = f"/desk/documents/{DATES}/?date={row.pk}"
        page = self.client.get(self.address).content.decode()
        seen = dict(HIDDEN.findall(page))["seen"]
        self.form = {"date": row.pk, "seen": seen, "decision": "new", "title": text}
        return {"opened": self.address}

    def open_desk(self, text: str) -> dict[str, Any]:
        """The desk shows what a text does before it is saved."""
        self.address = EDIT
        page = self.client.get(EDIT).content.decode()
        form = {**dict(HIDDEN.findall(page)), "text": text, "why": "A race."}
        page = self.client.post(EDIT, form).content.decode()
        self.form = {**form, **dict(HIDDEN.findall(page)), "save": "yes"}
        return {"opened": EDIT}

    def save(self, at: float) -> dict[str, Any]:
        """Post the form at this instant."""
        while time.time() < at:
            pass
        answer = self.client.post(self.address, self.form)
        page = html.unescape(answer.content.decode())
        return {"saved": answer.status_code == 302, "kept": self.text in page}

    def read(self, kind: str, number: int) -> dict[str, Any]:
        """What is stored now."""
        if kind == "decision":
            return {"text": proposal(number).citation.event.title}
        return {"text": getattr(target(kind), TARGETS[kind][1])}


def prepare(names: list[str], dates: int) -> None:
    """A database with the letter, so many dates to decide, and these administrators."""
    call_command("migrate", verbosity=0)
    call_command("loaddata", "letter", verbosity=0)
    lines = [f"On 3 May {1000 + n} a ship came in from Cork." for n in range(dates)]
    find_proposals(make_document(DATES, "\n\n".join(["Dates", *lines])))
    for name in names:
        User.objects.create_superuser(name)
        event = Event.objects.first()
        event.pk, event.slug, event.title = None, name, name
        event.save()


def save_many(name: str, count: int) -> dict[str, int]:
    """Save an event of one's own so many times; how often the database was locked."""
    row = Event.objects.get(slug=name)
    done = locked = 0
    for number in range(count):
        row.summary = f"{name} {number}"
        try:
            row.save()
            done += 1
        except OperationalError as error:
            if "locked" not in str(error):
                raise
            locked += 1
            connection.close()
            row.refresh_from_db()
    entries = Event.history.filter(slug=name, summary__startswith=f"{name} ")
    return {"saved": done, "locked": locked, "kept": entries.count()}


def main() -> None:
    """Obey the commands on standard input."""
    name = sys.argv[1]
    editor = Editor(name) if name != "prepare" else None
    for line in sys.stdin:
        command = json.loads(line)
        do, arguments = command.pop("do"), command
        if do == "prepare":
            prepare(**arguments)
            answer: dict[str, Any] = {"documents": Document.objects.count()}
        elif do == "many":
            answer = save_many(name, **arguments)
        else:
            answer = getattr(editor, do)(**arguments)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    os.nice(1)
    main()
