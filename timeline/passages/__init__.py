"""Where words stand in a text, and where they stand after an edit. Pure Python."""

from .across import Across, find_across
from .anchoring import How, Reason, Refusal, Span, anchor
from .html import segment_html
from .markdown import segment_markdown
from .mentions import Certainty, Mention, find_dates
from .nearest import Place
from .pointers import Carried, Pointer, Target
from .revision import Former, Revised, carry, revise
from .segmentation import segment
from .selectors import CONTEXT, TextSelector, describe
from .sentences import sentence_round
from .states import State, fold, state_of
from .structure import Doubt, Kind, Marker, Segment, Segmentation

__all__ = [
    "CONTEXT",
    "Across",
    "Carried",
    "Certainty",
    "Doubt",
    "Former",
    "How",
    "Kind",
    "Marker",
    "Mention",
    "Place",
    "Pointer",
    "Reason",
    "Refusal",
    "Revised",
    "Segment",
    "Segmentation",
    "Span",
    "State",
    "Target",
    "TextSelector",
    "anchor",
    "carry",
    "describe",
    "find_across",
    "find_dates",
    "fold",
    "revise",
    "segment",
    "segment_html",
    "segment_markdown",
    "sentence_round",
    "state_of",
]
