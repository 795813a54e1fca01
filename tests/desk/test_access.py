"""Only staff who may cite see the desk."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from .conftest import signed_in

PAGES = (
    *("/desk/", "/desk/conflicts/", "/desk/without-passage/", "/desk/changed/"),
    *("/desk/undated/", "/desk/scheduled/"),
)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.django_db
def test_visitors_are_led_to_the_login(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"] == f"/admin/login/?next={address}"


@pytest.mark.django_db
def test_users_who_are_no_staff_are_refused(client: Client) -> None:
    client.force_login(User.objects.create_user("reader"))
    assert client.get("/desk/").status_code == 403


@pytest.mark.django_db
def test_staff_without_the_right_to_cite_are_refused() -> None:
    assert signed_in("porter").get("/desk/").status_code == 403


@pytest.mark.parametrize("address", PAGES)
def test_editors_come_in(editor: Client, address: str) -> None:
    answer = editor.get(address)
    assert answer.status_code == 200
    assert "no-cache" in answer["Cache-Control"]


def test_lists_are_only_read(editor: Client) -> None:
    assert editor.post("/desk/conflicts/").status_code == 405
