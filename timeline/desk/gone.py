"""What was worked on is no longer there: the typed words are shown, not lost."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

GONE = (
    "What you worked on was deleted, or has another address, since you opened it. "
    "Nothing of yours is stored. All that you typed stands below: copy what you need "
    "before you leave this page."
)
NOT_TYPED = {"csrfmiddlewaretoken", "seen", "looked", "digest", "date", "decision"}


def gone(request: HttpRequest, why: str = GONE) -> HttpResponse:
    """The answer to a form whose row is gone, with everything that was typed."""
    context = {"why": why, "typed": typed(request)}
    return render(request, "desk/gone.html", context, status=410)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """The posted fields that hold words, by name."""
    return [
        (name.replace("_", " "), value)
        for name, values in request.POST.lists()
        for value in values
        if name not in NOT_TYPED and value.strip() and not value.isdecimal()
    ]
