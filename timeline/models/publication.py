"""Who may see what: the one rule for pages, JSON, import and export."""

from typing import Any, Self

from django.db import models
from django.db.models import Q


class Publication(models.TextChoices):
    """How far a row has come on its way to the public."""

    DRAFT = "draft", "draft"
    REVIEWED = "reviewed", "reviewed"
    PUBLISHED = "published", "published"


def may_see_drafts(user: Any) -> bool:
    """Editors see what is not published yet; nobody else does."""
    return bool(
        user is not None
        and user.is_active
        and user.is_staff
        and user.has_perm("timeline.view_event")
    )


class PublicationQuerySet(models.QuerySet):
    """Rows that are public when everything they stand in is public too.

    `public_paths` names the relations on whose publication a row depends; `""` is
    the row itself.
    """

    public_paths: tuple[str, ...] = ("",)

    def published(self) -> Self:
        """What the public sees."""
        rule = Q()
        for path in self.public_paths:
            field = f"{path}__publication" if path else "publication"
            rule &= Q(**{field: Publication.PUBLISHED})
        return self.filter(rule)

    def visible_to(self, user: Any) -> Self:
        """What this user sees: everything for editors, else what is published."""
        return self if may_see_drafts(user) else self.published()
