"""Who may use the desk: staff who may cite, signed in through the admin."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from .gone import gone

View = Callable[..., HttpResponse]
CITE = "timeline.add_citation"


def desk_page(*rights: str) -> Callable[[View], View]:
    """A page for editors who have these rights too, named without the application.

    A form whose row is gone is answered with what was typed.
    """
    needed = [CITE, *(f"timeline.{right}" for right in rights)]

    def guard(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            user = request.user
            if not user.is_authenticated:
                return redirect_to_login(
                    request.get_full_path(), reverse("admin:login")
                )
            if not (user.is_staff and user.has_perms(needed)):
                raise PermissionDenied
            try:
                return view(request, **kwargs)
            except Http404:
                if request.method != "POST":
                    raise
                return gone(request)

        return never_cache(answer)

    return guard


def name_of(user: Any) -> str:
    """The name an editor is recorded under."""
    return user.get_full_name() or user.get_username()
