"""A passage as HTML: cited stretches and note markers are links, every character kept.

No white space may come in between: what stands in `<bdi>` is the source.
"""

from django.utils.safestring import SafeString

from .html import fill, join, optional, text
from .margin import Label
from .marked_text import PassageItem, Piece

_TAGS = {
    "title": "h3",
    "subtitle": "h3",
    "heading": "h3",
    "break": "div",
    "note": "div",
}
_CLASSES = {"signature": "signed"}
_PASSAGE = """<{tag} id="{key}" class="passage {css}" data-key="{key}">{number}\
<bdi>{pieces}</bdi>{inside}</{tag}>
{below}"""


def passage_html(item: PassageItem) -> SafeString:
    """A passage with its number as a link, and what is missing about its notes."""
    is_note = item.kind == "note"
    tag = _TAGS.get(item.kind, "p")
    said = "span" if is_note else "p"
    warnings = join(
        fill(' <{tag} class="warn" lang="en">{words}</{tag}>', tag=said, words=warning)
        for warning in item.warnings
    )
    return fill(
        _PASSAGE,
        tag=tag,
        key=item.key,
        css=_CLASSES.get(item.kind, item.kind),
        number=number(item),
        pieces=pieces(item),
        inside=warnings if is_note else "",
        below="" if is_note else warnings,
    )


def number(item: PassageItem) -> SafeString:
    """The number of a paragraph or verse, a link to itself."""
    if item.kind not in ("paragraph", "verse"):
        return SafeString()
    return fill(
        '<a class="n" href="#{key}" lang="en" aria-label="{name}">{number}</a>',
        key=item.key,
        name=item.name,
        number="¶" if item.number is None else item.number,
    )


def pieces(item: PassageItem) -> SafeString:
    """The text of a passage, every character of it."""
    return join(map(piece_html, item.pieces))


def piece_html(piece: Piece) -> SafeString:
    """A stretch of text, with the ids and links it carries."""
    if not piece.css:
        return SafeString(text(piece.text))
    ids = join(fill('<span id="{id}"></span>', id=name) for name in piece.extra_ids)
    cited = ' data-citations="{value}" data-event="{event}"'
    return fill(
        '{ids}<{tag} class="{css}"{id}{cited}{href}>{text}</{tag}>{recte}',
        ids=ids,
        tag="a" if piece.href else "span",
        css=piece.css,
        id=optional(' id="{value}"', piece.id),
        cited=optional(cited, piece.keys, event=piece.event),
        href=optional(' href="{value}"', piece.href),
        text=SafeString(text(piece.text) + join(map(beside, piece.beside))),
        recte=join(recte(key, words) for key, words in piece.recte),
    )


def beside(label: Label) -> SafeString:
    """An event in the margin: an attribute, so that the words stay those of the source.

    Who does not see the margin has the same in the list, to which the link leads.
    """
    more = f"; {label.more:,} more" if label.more else ""
    return fill(
        '<span class="beside" aria-hidden="true" data-day="{day}" '
        'data-title="{title}{more}"></span>',
        day=label.day,
        title=label.title,
        more=more,
    )


def recte(key: str, words: str) -> SafeString:
    """What a misprint should read, beside it: the text itself stays as printed."""
    return fill(
        '<span class="recte" data-citation="{key}" lang="en"> '
        "[<i>recte</i> <bdi>{words}</bdi>]</span>",
        key=key,
        words=words,
    )
