"""The list of events as HTML, with its apparatus and supplied parts.

The ordered list is the timeline; scripts read the `data-` attributes to draw it.
"""

from collections.abc import Iterable

from django.utils.safestring import SafeString

from .event_items import EventItem, Place, Reading, SuppliedPart
from .html import fill, join, optional
from .labels import DateLabel

_ITEM = """<li class="event" id="{anchor}" data-event="{slug}" data-title="{title}" \
data-status="{status}" data-importance="{importance}" data-citations="{keys}"{days}>
<a class="pick" href="{pick}"><span class="os">{date}</span>{style}</a>
{other}{written}<div class="title"><a href="{href}"><bdi>{title}</bdi></a>{tag}{era}\
{draft}</div>
{group}{summary}{places}{unattested}{apparatus}</li>
"""
_DAYS = """ data-first="{first}" data-first-max="{first_max}" \
data-last-min="{last_min}" data-last="{last}" data-first-kind="{first_kind}" \
data-last-kind="{last_kind}" data-qualifier="{qualifier}" data-shape="{shape}"\
{words}{era}"""
_REJECTED = """<data class="rejected" hidden value="{edtf}" data-dating="{key}" \
data-status="{status}" data-first="{first}" data-last="{last}" \
data-citation="{citation}"{words} data-label="{label}"></data>
"""
_TAG = ' <span class="tag">{value}</span>'
_GROUP = """<div class="group"><span class="kind">Group</span> <bdi>{value}</bdi></div>
"""
_BY = "entered by <bdi>{value}</bdi>"


def event_list(items: Iterable[EventItem], list_id: str) -> SafeString:
    """The events as an ordered list."""
    return fill(
        '<ol class="events" id="{id}">\n{items}</ol>',
        id=list_id,
        items=join(map(list_item, items)),
    )


def list_item(item: EventItem) -> SafeString:
    """One event of the list."""
    row, label = item.row, item.label
    dating = item.lemma.row if item.lemma else None
    return fill(
        _ITEM,
        anchor=item.anchor,
        slug=row.slug,
        title=row.title,
        status=row.status,
        importance=row.importance,
        keys=item.keys,
        days=days(item),
        pick=item.pick,
        date=label.words,
        style=optional(' <span class="style-name">{value}</span>', label.style),
        other=optional(
            '<div class="ns">{value} <span>{style}</span></div>\n',
            label.other,
            style=label.other_style,
        ),
        written=optional(
            '<div class="written">as printed: “<bdi>{value}</bdi>”</div>\n',
            dating.as_written if dating else "",
        ),
        href=item.href,
        tag=optional(_TAG, item.tag),
        era=optional(_TAG, "era" if row.is_era else ""),
        draft=optional(_TAG, "not published" if item.is_draft else ""),
        group=optional(_GROUP, row.group),
        summary=summary(item),
        places=optional('<div class="places">{value}</div>\n', places(item.places)),
        unattested=unattested(item),
        apparatus=list_apparatus(item),
    )


def days(item: EventItem) -> SafeString:
    """What scripts draw: the bounds of the accepted dating in day numbers."""
    if item.lemma is None:
        return SafeString()
    dating = item.lemma.row
    return fill(
        _DAYS,
        first=dating.start_min,
        first_max=dating.start_max,
        last_min=dating.end_min,
        last=dating.end_max,
        first_kind=dating.start_kind,
        last_kind=dating.end_kind,
        qualifier=dating.qualifier,
        shape=dating.shape,
        words=axis_words(item.label),
        era=SafeString(" data-era" if item.row.is_era else ""),
    )


def axis_words(label: DateLabel) -> SafeString:
    """A date as the axis says it in each style; with its year only where it has one."""
    said = {
        "short-julian": label.short_julian,
        "short-gregorian": label.short_gregorian,
    }
    if label.long_julian != label.short_julian:
        said["long-julian"] = label.long_julian
    if label.long_gregorian != label.short_gregorian:
        said["long-gregorian"] = label.long_gregorian
    return join(
        fill(' data-{name}="{value}"', name=name, value=value)
        for name, value in said.items()
    )


def summary(item: EventItem) -> SafeString:
    """The summary, or its first stretch and the way to the rest."""
    more = SafeString()
    if item.is_cut:
        more = fill('… <a href="{href}">the whole summary</a>', href=item.href)
    return optional(
        '<div class="summary"><bdi>{value}</bdi>{more}</div>\n', item.summary, more=more
    )


def places(found: Iterable[Place]) -> SafeString:
    """Passages, each a link to the words, with the document where it is another."""
    return join((place_link(place) for place in found), ", ")


def place_link(place: Place) -> SafeString:
    """One passage as a link to the words."""
    document = optional(" of <bdi>{value}</bdi>", place.document)
    link = '<a href="{href}">{label}</a>{document}'
    return fill(link, href=place.href, label=place.label, document=document)


def unattested(item: EventItem) -> SafeString:
    """That no passage gives the date, or none that may be seen."""
    said = optional(f"no passage: {_BY}", item.entered_by)
    if not said and item.lemma and item.lemma.row.is_withheld:
        said = SafeString("its passage is not public")
    return optional('<div class="places unattested">{value}</div>\n', said)


def list_apparatus(item: EventItem) -> SafeString:
    """Differing readings and supplied parts, and what a drawing needs of the former."""
    inner = apparatus(item) + supplied(item.supplied)
    drawn = join(rejected(reading) for reading in item.variants if reading.row.edtf)
    return optional('<div class="app">\n{value}</div>\n', SafeString(inner)) + drawn


def apparatus(item: EventItem) -> SafeString:
    """`6 May] ¶ 3 · 6 Mar note 2 (misprint)`, which is followed, and why."""
    if not item.variants:
        return SafeString()
    line = join([lemma(item), *map(variant, item.variants)], " · ")
    return fill(
        "<p>{line}</p>\n{followed}{others}",
        line=line,
        followed=followed(item),
        others=join(map(reason, item.variants)),
    )


def lemma(item: EventItem) -> SafeString:
    """The reading that is followed, with its witnesses."""
    if item.lemma is None:
        return SafeString("No reading is followed")
    witnesses = places(item.lemma.places) or optional(_BY, item.lemma.entered_by)
    line = '<b class="lem">{words}</b>] {witnesses}'
    return fill(line, words=item.lemma.label.short, witnesses=witnesses)


def variant(reading: Reading) -> SafeString:
    """Another reading, with its witness and what is remarked of it."""
    witness = optional("<i>{value}</i>", places(reading.places))
    witness = witness or optional(_BY, reading.entered_by)
    return fill(
        "{words}{witness}{remark}",
        words=reading.label.short,
        witness=optional(" {value}", witness),
        remark=optional(" ({value})", reading.remark),
    )


def followed(item: EventItem) -> SafeString:
    """Which reading is followed, and why."""
    if item.lemma is None:
        return SafeString()
    return fill(
        '<p class="why">Followed: {where}. <bdi>{why}</bdi></p>\n',
        where=named(item.lemma),
        why=item.lemma.row.reason,
    )


def reason(reading: Reading) -> SafeString:
    """Why a reading is not followed, or not settled."""
    verdict = "Not followed" if reading.row.status == "rejected" else "Open"
    return optional(
        '<p class="why">{verdict}: {where}. <bdi>{value}</bdi></p>\n',
        reading.row.reason,
        verdict=verdict,
        where=named(reading),
    )


def named(reading: Reading) -> str:
    """A reading by its passages, else by its words."""
    return ", ".join(place.label for place in reading.places) or reading.label.short


def supplied(parts: Iterable[SuppliedPart]) -> SafeString:
    """What the source does not print there, and where it is from."""
    line = join(map(supplied_part, parts), " · ")
    return optional('<p class="supplied">Supplied: {value}</p>\n', line)


def supplied_part(part: SuppliedPart) -> SafeString:
    """One supplied part, its source a link where there is a passage."""
    source = fill("<bdi>{source}</bdi>", source=part.source)
    if part.href:
        source = fill(
            '<a href="{href}">{source}</a>', href=part.href, source=part.source
        )
    return fill(
        "<bdi>{words}</bdi>, from {source}{document}",
        words=part.words,
        source=source,
        document=optional(" of <bdi>{value}</bdi>", part.document),
    )


def rejected(reading: Reading) -> SafeString:
    """A reading that is not followed, for the drawing; its words stand above."""
    row = reading.row
    where = "".join(f" in {place.label}" for place in reading.places)
    return fill(
        _REJECTED,
        edtf=row.edtf,
        key=row.key,
        status=row.status,
        first=row.start_min,
        last=row.end_max,
        citation=row.citation.key if row.citation else "",
        words=axis_words(reading.label),
        label=f"{reading.remark}{where}",
    )
