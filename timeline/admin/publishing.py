"""Who may publish: the field in a form, and the actions on a list.

Without `timeline.publish_event` an editor takes a row from draft to reviewed and back,
and corrects what is published; neither publishes it nor takes it back.
"""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from timeline.models import PUBLISH as PERMISSION
from timeline.models import STEPS, Publication, take_step

MOST_AT_ONCE = 1_000


def may_publish(user: Any) -> bool:
    """Whether this user may publish, and take back what is published."""
    return user is not None and user.has_perm(PERMISSION)


class PublicationForm:
    """The part of a form that keeps `publication` within what the user may set."""

    user: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "publication" in self.fields and not may_publish(self.user):
            self.limit_publication()

    def limit_publication(self) -> None:
        """Leave out what the user may not set; a published row keeps its state."""
        field = self.fields["publication"]
        field.choices = [
            choice for choice in Publication.choices if choice[0] != "published"
        ]
        stored = self.stored.publication if self.stored else Publication.DRAFT
        if stored == Publication.PUBLISHED:
            field.choices, field.disabled = Publication.choices, True
            field.help_text = "Only a publisher can take this back."
        if Publication.PUBLISHED in (stored, self.initial.get("publication")):
            self.initial["publication"] = stored


class PublicationActions(admin.ModelAdmin):
    """Bulk actions; each row is saved by itself, so that its history says so."""

    @admin.action(
        description="Mark selected %(verbose_name_plural)s as reviewed",
        permissions=["change"],
    )
    def mark_reviewed(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Drafts become reviewed; a published row is left as it is."""
        self.bring(request, queryset, "review")

    @admin.action(
        description="Publish selected %(verbose_name_plural)s",
        permissions=["publish"],
    )
    def publish(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Rows become public, as far as what they stand in is."""
        self.bring(request, queryset, "publish")

    @admin.action(
        description="Take selected %(verbose_name_plural)s back from the public",
        permissions=["publish"],
    )
    def take_back(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Published rows become reviewed again."""
        self.bring(request, queryset, "take-back")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether the actions that publish are offered."""
        return self.has_change_permission(request) and may_publish(request.user)

    def bring(self, request: HttpRequest, queryset: QuerySet, name: str) -> None:
        """Take each row over the step, all or none, at most a thousand."""
        keys = list(
            queryset.order_by().values_list("pk", flat=True)[: MOST_AT_ONCE + 1]
        )
        if len(keys) > MOST_AT_ONCE:
            text = f"More than {MOST_AT_ONCE} rows at once: select fewer."
            self.message_user(request, text, messages.ERROR)
            return
        step = STEPS[name]
        count = take_step(self.model, keys, step)
        self.message_user(request, f"{count} marked as {step.to.value}.")
