"""The letter, and clients signed in as each role."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from tests.letter import load_letter
from timeline.models import Document


@pytest.fixture
def letter(db: None) -> Document:
    return load_letter()


def signed_in(name: str, *groups: str, is_superuser: bool = False) -> Client:
    user = User.objects.create_user(name, is_staff=True, is_superuser=is_superuser)
    user.groups.set(Group.objects.filter(name__in=groups))
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def owner(db: None) -> Client:
    return signed_in("owner", is_superuser=True)


@pytest.fixture
def editor(db: None) -> Client:
    return signed_in("edith", "Editor")


@pytest.fixture
def second_editor(db: None) -> Client:
    return signed_in("sam", "Editor")


@pytest.fixture
def publisher(db: None) -> Client:
    return signed_in("paula", "Publisher")
