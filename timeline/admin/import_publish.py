"""Making public what an import brought: its timelines and events, some at a time.

Each row is saved by itself, so that its history says so; what somebody published, took
back or changed meanwhile is as it is.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from timeline.exchange import lacking, rights_of
from timeline.models import STEPS, Event, Import, Timeline, take_step

from .import_frame import for_importers, page
from .import_report import made_by

MOST_AT_ONCE = 1_000
"""Rows of a kind that are published inside the request."""
A_TRANSACTION = 100
STEP = STEPS["publish"]


@require_http_methods(["GET", "HEAD", "POST"])
@for_importers
def publish_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what would be public; when it is posted, publish it."""
    job = Import.objects.filter(pk=pk, state=Import.State.DONE).first()
    if job is None:
        raise Http404
    rights = lacking(rights_of(request.user), rights_to_publish(job))
    if request.method != "POST":
        return publish_page(request, job, rights)
    if rights:
        raise PermissionDenied
    events, timelines = publish(job, Event), publish(job, Timeline)
    told = counted(events, "event"), counted(timelines, "timeline")
    messages.success(request, f"Published: {' and '.join(filter(None, told))}.")
    return redirect("admin:timeline_import_publish", pk=job.pk)


def publish(job: Import, model: Any) -> int:
    """Publish rows that wait, a few a transaction: other writers get in between."""
    keys = waiting(job, model)[:MOST_AT_ONCE]
    few = (keys[at : at + A_TRANSACTION] for at in range(0, len(keys), A_TRANSACTION))
    return sum(take_step(model, some, STEP) for some in few)


def rights_to_publish(job: Import) -> set[str]:
    """What it takes to make public what came in."""
    tables = {"event", "timeline"} & job.blocks.keys()
    return {f"timeline.change_{table}" for table in tables} | {*STEP.rights}


def waiting(job: Import, model: Any) -> list[int]:
    """The first rows it made that are not public, and one more than are taken."""
    block = job.blocks.get(model._meta.model_name)
    if not block:
        return []
    rows = model.objects.filter(pk__range=block, publication__in=STEP.since)
    return list(rows.order_by("pk").values_list("pk", flat=True)[: MOST_AT_ONCE + 1])


def can_publish(job: Import | None, user: Any) -> bool:
    """Whether the user is offered to publish what came in."""
    if job is None or job.state != Import.State.DONE:
        return False
    if lacking(rights_of(user), rights_to_publish(job)):
        return False
    return bool(waiting(job, Event) or waiting(job, Timeline))


def publish_page(request: HttpRequest, job: Import, rights: list[str]) -> HttpResponse:
    """The question, or that nothing waits any more."""
    events, timelines = waiting(job, Event), waiting(job, Timeline)
    context: dict[str, Any] = {"job": job, "rights": rights, "made": made_by(job.pk)}
    context["events"] = counted(min(len(events), MOST_AT_ONCE), "event")
    context["timelines"] = counted(min(len(timelines), MOST_AT_ONCE), "timeline")
    context["more"] = max(len(events), len(timelines)) > MOST_AT_ONCE
    context["hidden"] = hidden_timelines(job)
    title = f"Publish import {job.pk}" + ("?" if events or timelines else "")
    return page(request, "publish", title, **context)


def hidden_timelines(job: Import) -> list[Timeline]:
    """Timelines that were here, hold events of the import and are not public."""
    if not (events := job.blocks.get("event")):
        return []
    first, last = job.blocks.get("timeline", (0, 0))
    held = Event.objects.filter(timeline=OuterRef("pk"), pk__range=events)
    rows = Timeline.objects.filter(Exists(held), publication__in=STEP.since)
    return list(rows.exclude(pk__range=(first, last)).order_by("slug")[:5])


def counted(number: int, noun: str) -> str:
    """ "1 event", "1,000 events"; nothing for none."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}" if number else ""
