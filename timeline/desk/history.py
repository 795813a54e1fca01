"""Who did what to a row, and when, field by field; any former state is restored."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import (
    ObjectDoesNotExist,
    PermissionDenied,
    ValidationError,
)
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from timeline.models import (
    PUBLISH,
    Citation,
    Dating,
    Document,
    Event,
    StaleVersion,
    Timeline,
    former_states,
    restore,
)

from .access import desk_page
from .differences import changes
from .pages import number

PAGE = 30
LONG = 80
"""Characters from which on only the words that differ are shown."""
MODELS: dict[str, Any] = {
    "timeline": Timeline,
    "document": Document,
    "event": Event,
    "citation": Citation,
    "dating": Dating,
}


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page()
def history(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The entries of a row, the latest first; posted: one of them is restored."""
    model = MODELS[kind]
    row = get_object_or_404(model, pk=pk)
    if request.method == "POST":
        if not request.user.has_perm(f"timeline.change_{kind}"):
            raise PermissionDenied
        restored(request, row)
        return redirect(request.get_full_path())
    states = former_states(model, pk, number(request, "before"), PAGE)
    context = {
        "row": row,
        "kind": model._meta.verbose_name,
        "states": [
            (state.entry, [shown(change) for change in state.changes])
            for state in states
        ],
        "next": states[-1].entry.history_id if len(states) == PAGE else None,
        "is_first_page": "before" not in request.GET,
        "may_change": request.user.has_perm(f"timeline.change_{kind}"),
        "rows": rows_of(row),
    }
    return render(request, "desk/history.html", context)


def shown(change: Any) -> tuple[str, str, str, list]:
    """A change; of long texts the words that differ."""
    if max(len(change.before), len(change.after)) < LONG:
        return change.field, change.before, change.after, []
    return change.field, "", "", changes(change.before, change.after)


def rows_of(row: Any) -> list[tuple[str, str]]:
    """The citations and datings of an event, each with its own history."""
    if not isinstance(row, Event):
        return []
    parts = [("citation", each) for each in row.citations.select_related("passage")]
    parts += [("dating", each) for each in row.datings.all()]
    return [
        (f"{kind}: {each}", reverse(f"desk-history-{kind}", args=[each.pk]))
        for kind, each in parts[:PAGE]
    ]


def restored(request: HttpRequest, row: Any) -> None:
    """Restore the entry that was chosen; say what became of it."""
    entry = row.history.filter(history_id=number(request, "entry") or 0).first()
    if entry is None:
        raise Http404("The row has no such entry.")
    keep = () if request.user.has_perm(PUBLISH) else ("publication",)
    try:
        restore(entry, number(request, "seen") or 0, keep)
    except ValidationError as error:
        messages.error(request, "; ".join(error.messages))
    except ObjectDoesNotExist:
        messages.error(request, "Somebody deleted it meanwhile.")
    except StaleVersion as error:
        messages.error(request, str(error))
    except IntegrityError:
        messages.error(request, "Not restored: another row stands in its way.")
    else:
        messages.success(request, f"The state of {entry.history_date:%Y-%m-%d %H:%M}.")
