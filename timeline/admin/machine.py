"""Rows that programs make: proposals to decide on."""

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString

from timeline.models import Document, Proposal

from .forms import RowForm
from .inlines import link_to
from .rows import RowAdmin, bdi


class ProposalForm(RowForm):
    """What an editor says about a stretch that may be a date."""

    class Meta:
        model = Proposal
        fields = ("decision", "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 2, "cols": 60})}


@admin.register(Proposal)
class ProposalAdmin(RowAdmin):
    """Found by a program; decided here one by one, on the desk in a row."""

    form = ProposalForm
    readonly_fields = (
        *("passage", "words", "start", "end"),
        *("readings", "certainty", "why", "citation", "who"),
    )
    fields = ("decision", "note", *readonly_fields, "seen_version")
    list_display = ("found", "passage_link", "certainty", "decision", "who")
    list_filter = ("decision", "certainty")
    list_select_related = ("passage__document",)
    search_fields = ("words", "passage__key", "document__slug")
    ordering = ("-pk",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A program reads the text for them."""
        return False

    def published_part(self, obj: Proposal) -> Document:
        """A proposal stands in its document."""
        return obj.document

    @admin.display(description="words", ordering="words")
    def found(self, proposal: Proposal) -> SafeString:
        """The words that may be a date."""
        return bdi(proposal.words)

    @admin.display(description="passage", ordering="passage")
    def passage_link(self, proposal: Proposal) -> SafeString:
        """The passage they stand in."""
        return link_to(proposal.passage, str(proposal.passage))
