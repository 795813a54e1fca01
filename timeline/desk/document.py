"""A document on the desk: its text, and beside it the queue of its dates."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from timeline.models import (
    Document,
    Proposal,
    StaleVersion,
    Timeline,
    find_proposals,
)

from .access import desk_page, name_of
from .decision import KINDS, NEW, DecisionForm
from .gone import typed
from .marked import marked_passages
from .pages import number
from .parts import read_part
from .queue import (
    candidates,
    first_waiting,
    neighbours,
    proposals_of,
    readings_of,
    sentence_of,
    timeline_of,
    title_for,
)

TIMELINES = 200
LISTED = 40


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page()
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """The text and its queue; posted: the decision about one date."""
    found = get_object_or_404(Document, slug=slug)
    proposal = asked_for(request, found)
    form = None
    if request.method == "POST":
        if proposal is None:
            raise Http404("This date is no longer in the text.")
        form = decision_form(request, proposal)
        if form.is_valid() and decided(request, form):
            following = first_waiting(found, proposal)
            return redirect(address(found, following))
        proposal = get_object_or_404(proposals_of(found), pk=proposal.pk)
    if proposal is None and "at" not in request.GET:
        proposal = first_waiting(found, None)
    return render(request, "desk/document.html", shown(request, found, proposal, form))


def address(document: Document, proposal: Proposal | None) -> str:
    """The document's page at one of its dates."""
    page = reverse("desk-document", args=[document.slug])
    return f"{page}?{urlencode({'date': proposal.pk})}" if proposal else page


def asked_for(request: HttpRequest, document: Document) -> Proposal | None:
    """The date that the address or the form names."""
    pk = number(request, "date")
    return proposals_of(document).filter(pk=pk).first() if pk else None


def decision_form(request: HttpRequest, proposal: Proposal) -> DecisionForm:
    """The posted decision; to make an event needs the right to."""
    if request.POST.get("decision") == NEW and not request.user.has_perms(
        ("timeline.add_event", "timeline.add_dating")
    ):
        raise PermissionDenied
    return DecisionForm(
        request.POST, proposal, readings_of(proposal), name_of(request.user)
    )


def decided(request: HttpRequest, form: DecisionForm) -> bool:
    """Write the decision, or say why it is not written."""
    try:
        messages.success(request, form.save())
    except StaleVersion as error:
        row = error.current
        who = f" by {row.who}" if getattr(row, "who", "") else ""
        form.add_error(
            None,
            f"“{row}” was changed meanwhile{who}; nothing of yours is written. "
            "Look at it as it stands now and decide again.",
        )
        return False
    except ValidationError as error:
        form.add_error(None, "; ".join(error.messages))
        return False
    except IntegrityError:
        form.add_error(
            None,
            "Somebody saved or deleted something of this in the same instant; nothing "
            "of yours is written. Look at it as it stands now and decide again.",
        )
        return False
    return True


def shown(
    request: HttpRequest,
    document: Document,
    proposal: Proposal | None,
    form: DecisionForm | None,
) -> dict[str, Any]:
    """Everything the page prints."""
    at = proposal.passage.key if proposal else request.GET.get("at")
    part = read_part(document, at)
    keys = [passage.pk for passage in part.passages]
    here = list(
        Proposal.objects.filter(passage__in=keys).order_by(
            "passage__order", "passage_id", "start"
        )
    )
    rows = Proposal.objects.filter(document=document).current()
    return {
        "document": document,
        "part": part,
        "passages": marked_passages(part.passages, here, proposal and proposal.pk),
        "coverage": rows.coverage(request.user),
        "put_off": rows.filter(decision="later").first() if not proposal else None,
        "listed": around(here, proposal),
        "current": current(request, document, proposal) if proposal else None,
        "form": form,
    }


def around(proposals: list[Proposal], current: Proposal | None) -> list[Proposal]:
    """The dates of this part that follow the current one, at most `LISTED`."""
    keys = [proposal.pk for proposal in proposals]
    at = keys.index(current.pk) if current and current.pk in keys else 0
    return proposals[at : at + LISTED]


def current(
    request: HttpRequest, document: Document, proposal: Proposal
) -> dict[str, Any]:
    """The date that is decided now, with what an editor needs for it."""
    readings = readings_of(proposal)
    timeline = timeline_of(document)
    query = request.GET.get("q", "").strip()[:200]
    previous, following = neighbours(proposal)
    return {
        "proposal": proposal,
        "is_cited": proposal.decision == "accepted" and proposal.citation is not None,
        "readings": readings,
        "sentence": sentence_of(proposal),
        "title": title_for(proposal),
        "kinds": KINDS,
        "typed": typed(request),
        "timeline": timeline,
        "timelines": Timeline.objects.order_by("title", "slug")[:TIMELINES],
        "candidates": candidates(readings, timeline, query),
        "query": query,
        "previous": previous,
        "next": following,
    }


@require_POST
@desk_page()
def find(request: HttpRequest, slug: str) -> HttpResponse:
    """Look for dates that have no proposal yet; what is decided stays decided."""
    found = get_object_or_404(Document, slug=slug)
    count = find_proposals(found)
    messages.success(
        request, f"{count} date{'' if count == 1 else 's'} found that were not here."
    )
    return redirect("desk-document", slug=slug)
