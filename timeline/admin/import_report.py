"""A report as a page shows it: what would happen, what is wrong, what can be done."""

import re
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from timeline.dates import Calendar, parse_edtf
from timeline.exchange import FORMATS, lacking, rights_of
from timeline.models import Event, Import, Timeline, both_styles

from .import_access import rights_to_undo

SHOWN = 20
"""Faults and changed rows that stand open; the others unfold."""
SAMPLES = 10
"""New events that a report shows."""
OPTION = re.compile(r"--(\w+)(?: “[^”]*”| \S+\|\S+\b)?")
COUNTS = (
    ("rows", "in the file"),
    ("new", "are not here yet"),
    ("changed", "are here with other values"),
    ("unchanged", "are here as they stand in the file"),
    ("refused", "cannot come in"),
)
WRITTEN = {
    "new": "came in",
    "changed": "were here and have the file’s values now",
    "unchanged": "were here as they stand in the file",
    "refused": "did not come in",
}


def shaped(report: dict[str, Any], user: Any) -> dict[str, Any]:
    """A report for the templates."""
    brings = report["new"] + report["changed"]
    needs = needs_of(report)
    can_come = not report["broken"] and brings > 0
    return {
        **report,
        "counts": counts_of(report),
        "brings": brings,
        "brings_shown": f"{brings:,}",
        "can_write": can_come and not report["fault_total"],
        "can_write_good": can_come and report["fault_total"] > 0,
        "is_unread": report["broken"] and report["rows"] <= 1,
        "may_be_a_text": may_be_a_text(report),
        "is_here_already": not brings and not report["fault_total"],
        "samples": samples_of(report),
        "has_more_samples": SAMPLES <= len(report["first_new"]) < report["new"],
        "new_timelines": new_timelines(report),
        "needs": needs,
        "needs_choice": bool(needs),
        **faults_of(report),
        **changes_of(report),
        "about_format": about_of(report["format"]),
        "losses": losses_of(report["format"]),
        "made": made_by(report["import"]),
        "can_undo": can_undo(report["import"], user),
    }


def counts_of(report: dict[str, Any]) -> list[tuple[str, int, str, str]]:
    """Each sum, as it is written, with what it says before the import or after it."""
    written = WRITTEN if report["written"] else {}
    return [
        (name, report[name], f"{report[name]:,}", written.get(name, words))
        for name, words in COUNTS
    ]


def new_timelines(report: dict[str, Any]) -> list[str]:
    """Timelines that are not here yet: those rows call for, and a title slide's."""
    called = report.get("new_timelines", [])
    shown = {sample["timeline"] for sample in report["first_new"]} - {*called}
    here = Timeline.objects.filter(slug__in=shown).values_list("slug", flat=True)
    return [*called, *sorted(shown - {*here})]


def samples_of(report: dict[str, Any]) -> list[dict[str, Any]]:
    """The first new events, the date of each in both styles."""
    return [{**sample, "read_as": read_as(sample)} for sample in report["first_new"]]


def read_as(sample: dict[str, Any]) -> str:
    """A date in words; empty where there is none."""
    if not sample["edtf_written"]:
        return ""
    calendar = Calendar(sample["calendar"] or "gregorian")
    return both_styles(parse_edtf(sample["edtf_written"], calendar))


def faults_of(report: dict[str, Any]) -> dict[str, Any]:
    """The first faults, the others, and how many more there are."""
    faults = [{**f, "right": in_the_page(f["right"])} for f in report["faults"]]
    return {
        "first_faults": faults[:SHOWN],
        "other_faults": faults[SHOWN:],
        "uncounted_faults": report["fault_total"] - len(faults),
    }


def may_be_a_text(report: dict[str, Any]) -> bool:
    """Whether a file without events may be a document, which comes in at the desk."""
    return report["broken"] and report["rows"] <= 1 and report["format"] in ("", "tei")


def needs_of(report: dict[str, Any]) -> list[str]:
    """The choices that would mend some of the faults."""
    told = (OPTION.search(fault["right"]) for fault in report["faults"])
    return list(dict.fromkeys(found[1] for found in told if found))


def in_the_page(sentence: str) -> str:
    """What would be right, with the fields of the page for the command's options."""
    told = OPTION.sub(lambda found: f"the choice “{found[1].capitalize()}”", sentence)
    told = told.replace("with import_document", "as a document")
    return told[:1].upper() + told[1:]


def changes_of(report: dict[str, Any]) -> dict[str, Any]:
    """The changes, row by row."""
    changes = report["changes"]
    rows = [
        (line, row, list(columns))
        for (line, row), columns in groupby(changes, lambda c: (c["line"], c["row"]))
    ]
    return {
        "first_changes": rows[:SHOWN],
        "other_changes": rows[SHOWN:],
        "uncounted_changes": report["change_total"] - len(changes),
    }


def about_of(name: str) -> str:
    """What a format is, in words."""
    return FORMATS[name].about if name in FORMATS else ""


def losses_of(name: str) -> list[SafeString]:
    """What files of this format cannot carry."""
    return [with_code(loss) for loss in FORMATS[name].losses] if name in FORMATS else []


def with_code(sentence: str) -> SafeString:
    """A sentence with the names in it set as such."""
    plain, *pairs = sentence.split("`")
    names = zip(pairs[::2], pairs[1::2], strict=False)
    return format_html("{}{}", plain, format_html_join("", "<code>{}</code>{}", names))


def made_by(number: int | None) -> dict[str, Any]:
    """The events and timelines that came in, as the addresses of their lists.

    `page` is the public page of the timeline that the first of the events is on.
    """
    job = Import.objects.filter(pk=number or 0).first()
    made = {}
    for name in ("event", "timeline"):
        if job is not None and has_made(job, name):
            first, last = job.blocks[name]
            query = urlencode({"id__gte": first, "id__lte": last})
            made[name] = f"{reverse(f'admin:timeline_{name}_changelist')}?{query}"
    if job is not None and "event" in made:
        events = Event.objects.filter(pk__range=job.blocks["event"]).order_by("pk")
        slug = events.values_list("timeline__slug", flat=True)[:1].get()
        made["page"] = reverse("timeline", args=[slug])
    return made


def has_made(job: Import, name: str) -> bool:
    """Whether there are rows that it brought, of events or timelines."""
    rows = {"event": Event, "timeline": Timeline}[name].objects
    return name in job.blocks and rows.filter(pk__range=job.blocks[name]).exists()


def can_undo(number: int | None, user: Any) -> bool:
    """Whether the user is offered to take the import back."""
    job = Import.objects.filter(pk=number or 0, state=Import.State.DONE).first()
    return job is not None and not lacking(rights_of(user), rights_to_undo(job))
