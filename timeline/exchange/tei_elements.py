"""What the elements of a TEI text are to us: blocks and their kinds, or left out.

Elements that are not named here are markup inside a line: their words are kept.
"""

from timeline.passages import Beside, Kind

CONTAINERS = {
    *("TEI", "text", "front", "body", "back", "group", "floatingText"),
    *("div", "div1", "div2", "div3", "div4", "div5", "div6", "div7"),
    *("list", "table", "figure", "sp", "spGrp", "opener", "closer", "postscript"),
    *("argument", "epigraph", "titlePage", "docTitle", "listBibl", "noteGrp"),
    *("castList", "castGroup", "set", "performance", "prologue", "epilogue"),
}
LEAVES = {
    **dict.fromkeys(("p", "ab", "item", "salute", "dateline"), Kind.PARAGRAPH),
    **dict.fromkeys(("byline", "docAuthor", "docDate", "docEdition"), Kind.PARAGRAPH),
    **dict.fromkeys(("docImprint", "imprimatur", "trailer"), Kind.PARAGRAPH),
    **dict.fromkeys(("row", "speaker", "castItem", "meeting"), Kind.PARAGRAPH),
    "head": Kind.HEADING,
    "titlePart": Kind.HEADING,
    "signed": Kind.SIGNATURE,
}
AMONG_BLOCKS = {  # blocks where they do not stand among words
    **dict.fromkeys(("quote", "q", "said", "cit", "stage", "label"), Kind.PARAGRAPH),
    **dict.fromkeys(("desc", "caption", "address", "xr"), Kind.PARAGRAPH),
    **dict.fromkeys(("bibl", "biblStruct", "biblFull"), Kind.SOURCE),
}
HEADED = {
    *("text", "front", "body", "group", "titlePage", "lg"),
    *("div", "div1", "div2", "div3", "div4", "div5", "div6", "div7"),
}
TOPMOST = {"text", "front", "body", "group", "titlePage"}
LEFT_OUT = {
    *("teiHeader", "standOff", "facsimile", "sourceDoc", "xenoData", "fsdDecl"),
    *("fw", "figDesc", "index", "interp", "interpGrp", "span", "spanGrp", "link"),
    *("linkGrp", "join", "joinGrp", "alt", "altGrp", "timeline", "certainty"),
    *("precision", "respons", "listApp", "listAnnotation", "fs"),
    *("metamark", "witDetail"),
    *("listPerson", "listPlace", "listOrg", "listEvent", "listObject", "listRelation"),
    *("person", "place", "org", "event", "relation", "particDesc"),
}
SIGNLESS = {  # empty in TEI: nothing stands for them in the text
    *("pb", "cb", "gb", "milestone", "anchor", "handShift", "addSpan", "delSpan"),
    *("damageSpan", "gap", "space", "graphic", "media"),
}
ORNAMENTS = {"section", "break", "ornament", "tb", "scene"}
PRINTED_FIRST = ("sic", "orig", "abbr", "am")
BESIDE = {
    "corr": Beside.CORRECTION,
    "reg": Beside.EXPANSION,
    "expan": Beside.EXPANSION,
    "rdg": Beside.VARIANT,
    "lem": Beside.VARIANT,
    "del": Beside.DELETED,
}
DATES = {"date", "docDate"}
SILENT = {  # elements whose part in the text is kept or told one by one
    *CONTAINERS,
    *LEAVES,
    *("lb", "l", "lg", "note", "choice", "sic", "corr", "orig", "reg", "abbr"),
    *("expan", "app", "lem", "rdg", "rdgGrp", "subst", "date", "cell", "gap"),
    *("supplied", "wit"),
}
