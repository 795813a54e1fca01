"""Where words stand in a text, and where they stand after an edit. Pure Python."""

from .across import Across, find_across
from .anchoring import How, Reason, Refusal, Span, anchor, only_place
from .corrected import corrected_mention, printed_mention
from .html import segment_html
from .html_page import with_short_references
from .labels import note_label
from .limits import (
    TooManyParts,
    check_markers,
    check_markup,
    check_passages,
    check_told,
)
from .markdown import segment_markdown
from .marked_up import Dated, Link, MarkedPart, Other, assemble
from .mentions import Certainty, Mention, find_dates
from .nearest import Place
from .pointers import Carried, Pointer, Target
from .revision import Cutter, Former, Revised, carry, revise
from .segmentation import segment
from .selectors import CONTEXT, TextSelector, context_of, describe
from .sentences import sentence_round
from .states import State, fold, state_of
from .structure import (
    Alternative,
    Beside,
    Doubt,
    Kind,
    Marker,
    Segment,
    Segmentation,
    TaggedDate,
)

__all__ = [
    "CONTEXT",
    "Across",
    "Alternative",
    "Beside",
    "Carried",
    "Certainty",
    "Cutter",
    "Dated",
    "Doubt",
    "Former",
    "How",
    "Kind",
    "Link",
    "MarkedPart",
    "Marker",
    "Mention",
    "Other",
    "Place",
    "Pointer",
    "Reason",
    "Refusal",
    "Revised",
    "Segment",
    "Segmentation",
    "Span",
    "State",
    "TaggedDate",
    "Target",
    "TextSelector",
    "TooManyParts",
    "anchor",
    "assemble",
    "carry",
    "check_markers",
    "check_markup",
    "check_passages",
    "check_told",
    "context_of",
    "corrected_mention",
    "describe",
    "find_across",
    "find_dates",
    "fold",
    "note_label",
    "only_place",
    "printed_mention",
    "revise",
    "segment",
    "segment_html",
    "segment_markdown",
    "sentence_round",
    "state_of",
    "with_short_references",
]
