"""The two roles, as groups made after every migration.

An editor enters and reviews; a publisher also publishes and takes back. Rights a site
adds to the groups stay; rights of ours that were removed come back: for other sets of
rights make a group of another name.
"""

from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions
from django.db.models import Q

EDITOR, PUBLISHER = "Editor", "Publisher"
PUBLISH = "publish_event"
MODELS = (
    *("timeline", "document", "passage", "revision", "notelink"),
    *("event", "tag", "citation", "dating", "proposal", "import"),
    "formeraddress",
)


def make_roles(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make both groups and give them the rights they should have; idempotent."""
    create_permissions(sender, verbosity=0, using=using)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    groups = apps.get_model("auth", "Group").objects.using(using)
    ours = Q(content_type__app_label=sender.label, content_type__model__in=MODELS)
    for name, rights in ((EDITOR, ours & ~Q(codename=PUBLISH)), (PUBLISHER, ours)):
        group, _ = groups.get_or_create(name=name)
        group.permissions.add(*permissions.filter(rights))
