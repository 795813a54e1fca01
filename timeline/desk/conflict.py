"""One event whose datings do not meet: an editor says which is followed, and why."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from timeline.models import (
    UNSETTLED,
    Dating,
    Event,
    StaleVersion,
    both_styles,
    settle,
    validate_text,
)
from timeline.passages import sentence_round

from .access import desk_page, name_of
from .pages import number

SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page("change_dating")
def conflict(request: HttpRequest, pk: int) -> HttpResponse:
    """The datings of an event with their witnesses; posted: which one is followed."""
    event = get_object_or_404(Event.objects.select_related("timeline"), pk=pk)
    error = ""
    if request.method == "POST":
        error = settled(request, event)
        if not error:
            return redirect("desk-conflicts")
    rows = event.datings.select_related("citation__passage__document")
    datings = list(rows.order_by("status", "start_min", "pk")[:SHOWN])
    context = {
        "event": event,
        "datings": [(d, words_of(d), quotation(d)) for d in datings],
        "unsettled": UNSETTLED,
        "kinds": Dating.Kind.choices,
        "error": error,
        "reason": request.POST.get("reason", ""),
        "chosen": number(request, "dating"),
    }
    return render(request, "desk/conflict.html", context)


def settled(request: HttpRequest, event: Event) -> str:
    """Settle the conflict as posted; what is wrong with it, or nothing."""
    dating = event.datings.filter(pk=number(request, "dating") or 0).first()
    if dating is None:
        return "Choose the dating that is followed."
    reason, kind = request.POST.get("reason", ""), request.POST.get("kind", "")
    try:
        validate_text(reason)
        if kind and kind not in Dating.Kind.values:
            raise ValidationError("There is no such kind.")
        rejected = settle(
            event, dating, reason, name_of(request.user), seen(request), kind
        )
    except ValidationError as error:
        return "; ".join(error.messages)
    except StaleVersion:
        return (
            "Somebody changed these datings after you opened the page. They stand "
            "below as they are now, with your reason; decide again."
        )
    messages.success(
        request, f"“{event}” follows “{dating}”; rejected: {len(rejected)}."
    )
    return ""


def seen(request: HttpRequest) -> dict[int, int]:
    """The versions of the datings that were on the page."""
    pairs = [value.split(":") for value in request.POST.getlist("seen")[:SHOWN]]
    return {
        int(pair[0]): int(pair[1])
        for pair in pairs
        if len(pair) == 2 and all(p.isascii() and p.isdecimal() for p in pair)
    }


def words_of(dating: Dating) -> str:
    """The date in both styles."""
    date = dating.date()
    return both_styles(date) if date else "unknown"


def quotation(dating: Dating) -> tuple[str, str, str] | None:
    """The sentence it rests on: before, the words, after."""
    citation = dating.citation
    if citation is None or citation.start is None:
        return None
    text, start, end = citation.passage.text, citation.start, citation.end
    first, last = sentence_round(text, start, end)
    return text[first:start], text[start:end], text[end:last]
