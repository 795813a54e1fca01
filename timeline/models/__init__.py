"""The rows: documents and their passages, events, and what ties the two together."""

from .citation import Citation
from .confirming import Offer, cite_instead, confirm_words, offered_places, offers_for
from .date_words import both_styles, in_calendar, reading_words
from .dating import (
    DERIVED,
    Dating,
    derived_values,
    plain_values,
    validate_supplied,
)
from .deciding import (
    Accepted,
    accept_proposal,
    cite,
    date_event,
    decide_proposal,
    free_slug,
)
from .derived import add_marks, refresh_marks, refresh_marks_of
from .document import ORDER_STEP, Document
from .event import Event, Tag, Timeline
from .fields import KeptCharField, validate_text
from .finding import find_proposals, reading_json
from .following import status_for, write_dating, write_datings
from .former_address import FormerAddress
from .imports import Import, ImportChange
from .mark import OPEN_END, Mark
from .merging import merge_events
from .passage import NoteLink, Passage, Revision, digest_of
from .passage_edit import plan_passage
from .placing import Outcome
from .proposal import Coverage, Proposal
from .publication import Publication, may_see_drafts
from .quoting import Hints, place_quote
from .reading import (
    SUMMARY_STRETCH,
    CitationRow,
    Counts,
    Cursor,
    DatingRow,
    EventRow,
    NoteLinkRow,
    PassageRow,
    PassageSize,
)
from .restoring import former_states, restore
from .reviewing import PUBLISH, STEPS, Step, take_step
from .revising import Plan, editor_name, plan_revision, record_revision, revise
from .settling import UNSETTLED, settle
from .statements import (
    citations_in,
    dated_events,
    event_counts,
    events_by_date,
    group_names,
    note_links,
    passage_sizes,
    undated_events,
    whole_event,
    whole_text,
)
from .supplying import supplied_part, typed_part
from .tagging import propose_tagged
from .typed_dates import (
    LONGEST_DATE,
    Typed,
    context_of,
    date_refusal,
    date_warnings,
    doubted,
    read_edtf,
    supplied_parts,
)
from .versioned import DeletedMeanwhile, StaleVersion, Versioned
from .worklists import (
    changed_citations,
    conflicts,
    scheduled,
    sums,
    undated,
    with_note,
    without_passage,
)

__all__ = [
    "DERIVED",
    "LONGEST_DATE",
    "OPEN_END",
    "ORDER_STEP",
    "PUBLISH",
    "STEPS",
    "SUMMARY_STRETCH",
    "UNSETTLED",
    "Accepted",
    "Citation",
    "CitationRow",
    "Counts",
    "Coverage",
    "Cursor",
    "Dating",
    "DatingRow",
    "DeletedMeanwhile",
    "Document",
    "Event",
    "EventRow",
    "FormerAddress",
    "Hints",
    "Import",
    "ImportChange",
    "KeptCharField",
    "Mark",
    "NoteLink",
    "NoteLinkRow",
    "Offer",
    "Outcome",
    "Passage",
    "PassageRow",
    "PassageSize",
    "Plan",
    "Proposal",
    "Publication",
    "Revision",
    "StaleVersion",
    "Step",
    "Tag",
    "Timeline",
    "Typed",
    "Versioned",
    "accept_proposal",
    "add_marks",
    "both_styles",
    "changed_citations",
    "citations_in",
    "cite",
    "cite_instead",
    "confirm_words",
    "conflicts",
    "context_of",
    "date_event",
    "date_refusal",
    "date_warnings",
    "dated_events",
    "decide_proposal",
    "derived_values",
    "digest_of",
    "doubted",
    "editor_name",
    "event_counts",
    "events_by_date",
    "find_proposals",
    "former_states",
    "free_slug",
    "group_names",
    "in_calendar",
    "may_see_drafts",
    "merge_events",
    "note_links",
    "offered_places",
    "offers_for",
    "passage_sizes",
    "place_quote",
    "plain_values",
    "plan_passage",
    "plan_revision",
    "propose_tagged",
    "read_edtf",
    "reading_json",
    "reading_words",
    "record_revision",
    "refresh_marks",
    "refresh_marks_of",
    "restore",
    "revise",
    "scheduled",
    "settle",
    "status_for",
    "sums",
    "supplied_part",
    "supplied_parts",
    "take_step",
    "typed_part",
    "undated",
    "undated_events",
    "validate_supplied",
    "validate_text",
    "whole_event",
    "whole_text",
    "with_note",
    "without_passage",
    "write_dating",
    "write_datings",
]
