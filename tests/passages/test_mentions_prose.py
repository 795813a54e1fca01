"""Dates in the prose of letters and of editors' notes: spans, values, and no others.

The sentences are our own, in the manner of letters from 1800 to 1935 and of the notes
of their editors. A mention stands between ⟦ and ⟧; behind it the EDTF it means.
"""

from __future__ import annotations

import re

import pytest

from timeline.dates import DateContext, parse_edtf
from timeline.passages import find_dates

Marked = tuple[str, list[str | None]]

LETTERS: list[Marked] = [
    ("Boston, ⟦May 14th, 1862⟧.", ["1862-05-14"]),
    ("Camp near Falmouth ⟦Decr 23d 1862⟧\n\nDear Father", ["1862-12-23"]),
    ("Washington ⟦Sept. 3d, 1863⟧ My dear Wife", ["1863-09-03"]),
    ("⟦Wednesday, May 14th 1862⟧", ["1862-05-14"]),
    ("⟦14 May 1862⟧\nMy dear Sir,", ["1862-05-14"]),
    ("I wrote you on the ⟦14th of May, 1862⟧, but had no answer.", ["1862-05-14"]),
    ("Your letter of the ⟦10th inst.⟧ reached me.", ["1862-05-10"]),
    ("Yours of the ⟦28th ult.⟧ is at hand.", ["1862-04-28"]),
    ("We marched on ⟦May 6⟧ and rested on ⟦May 8th⟧.", ["1862-05-06", "1862-05-08"]),
    ("He was born in ⟦1848⟧ at Concord.", ["1848"]),
    ("In ⟦June 1861⟧ we sailed.", ["1861-06"]),
    ("the winter was hard; ⟦June, 1861⟧ was dry.", ["1861-06"]),
    ("since the ⟦spring of 1861⟧ nothing grew", ["1861-21"]),
    ("from ⟦May 6⟧ to ⟦August 31⟧ he was ill", ["1862-05-06", "1862-08-31"]),
    ("between the ⟦3d and 5th of May⟧ it rained", ["1862-05-03/1862-05-05"]),
    ("from ⟦May 3-5⟧ it rained", ["1862-05-03/1862-05-05"]),
    ("the years ⟦1861–65⟧ were bitter", ["1861/1865"]),
    ("the ⟦4th of July⟧ was kept with guns", ["1862-07-04"]),
    ("on ⟦Friday, the 9th of May⟧, we left", ["1862-05-09"]),
    ("on ⟦Sunday May 4⟧ I preached", ["1862-05-04"]),
    ("died ⟦Jany 1st 1801⟧ aged sixty", ["1801-01-01"]),
    ("the fashions of the ⟦1840s⟧ are gone", ["184X"]),
    ("a house of the ⟦18th century⟧, much decayed", ["1701/1800"]),
    ("Received ⟦22nd Octr 1805⟧ & answered ⟦Novr 5⟧.", ["1805-10-22", "1805-11-05"]),
    ("on the ⟦1st of September last⟧", ["1861-09-01"]),
    ("I was there in ⟦Sept⟧ & ⟦Oct. last⟧.", ["1861-09", "1861-10"]),
    ("we return by the ⟦10th of July next⟧, God willing", ["1862-07-10"]),
    ("on ⟦May 6⟧ last week", ["1862-05-06"]),
    ("London, ⟦Tuesday 20 May [1862]⟧", ["1862-05-20"]),
    ("⟦14 June [1861?]⟧ My dear Sir", ["1861-06-14?"]),
    ("the ⟦15 Dec^r 1861⟧ & the ⟦3^d Jan^y 1862⟧", ["1861-12-15", "1862-01-03"]),
    ("Philadelphia, ⟦10mo. 3rd, 1861⟧", ["1861-10-03"]),
    ("Your letter of the ⟦21st⟧ came to hand.", ["1862-04-21"]),
    ("Yours of the ⟦9th⟧ is before me.", ["1862-05-09"]),
    ("We start on ⟦Thursday the 22d⟧.", ["1862-05-22"]),
    ("He came on the ⟦3d⟧, and left.", ["1862-05-03"]),
    ("the ⟦12th of February, 1809⟧", ["1809-02-12"]),
    ("my note of ⟦15 April⟧ you have", ["1862-04-15"]),
    ("on ⟦14/5/1862⟧ by the clerk", ["1862-05-14"]),
    ("on ⟦14/5/62⟧ by the clerk", ["1862-05-14"]),
    ("Dated ⟦3.IX.1861⟧ in ink.", ["1861-09-03"]),
    ("It was ⟦May the 6th⟧ when we met", ["1862-05-06"]),
    ("By ⟦1860⟧ he had left.", ["1860"]),
    ("in ⟦1861 or 1862⟧, I forget", None),  # type: ignore[list-item]
    ("⟦May 6⟧, 1862 men marched", None),  # type: ignore[list-item]
    ("the ⟦Sixth of May, 1862⟧, was fair", ["1862-05-06"]),
    ("as he told us ⟦May 6⟧.[2] The rest", ["1862-05-06"]),
    ("about the ⟦end of May⟧ we go", ["1862-05-21~/1862-05-31~"]),
    ("⟦early in May 1862⟧ we go", ["1862-05-01/1862-05-10"]),
    ("A.D. ⟦1861⟧", None),  # type: ignore[list-item]
]
LETTERS = [case for case in LETTERS if case[1] is not None]

NOT_IN_LETTERS = [
    "The vote was six in favour, four against and six abstentions.",
    "He may be sixty; he may march on.",
    "Order No. 1917 of the 14th Regiment, p. 23, vol. 3.",
    "It cost $1862 and 50 cents, or £1862.",
    "They took 1500 men, 1862 horses and 3 guns.",
    "See pp. 1860-1865 of the report.",
    "We may go in the fall of the city.",
    "The March of the army; March on!",
    "At 6 o'clock, or 10.30, we rose.",
    "Second, the third man; a second time.",
    "He read 2 Sam. 14 and Mar. the gospel.",
    "I had the 5th of the lot.",
    "Mr. May and Miss April June walked in Augusta.",
    "The 19th Massachusetts and the 2nd Corps.",
    "Room 1862, box 1848, Ms. 1850.",
    "On Sunday last; on Tuesday; yesterday.",
    "Nos. 1861 and 1862 of the journal",
    "marker [2] and note [6], etc.",
    "a distance of 1862 miles",
    "a population of 1862 souls",
    "1/2 a mile, 3/4 of an hour",
    "1. the first. 2. the second. 3. the third.",
    "at 14 Fifth Avenue, number 1862",
    "the day before, the day after, at this very moment",
    "on the 9th Regiment fell the blow; by the 2nd Corps; on the 3d floor",
    "on the 1st and 2nd Brigades; on the 10th of a mile",
    "Thursday 4 men came; the letter of the 5 men",
]

NOTES: list[Marked] = [
    (
        "John Smith (⟦1802–1870⟧), a merchant, was elected on ⟦3 March 1840⟧.",
        ["1802/1870", "1840-03-03"],
    ),
    ("See his letter of ⟦14 May 1862⟧, n. 3.", ["1862-05-14"]),
    ("The bill passed on ⟦2 May 1861⟧ and again in ⟦1863⟧.", ["1861-05-02", "1863"]),
    ("It opened in ⟦October 1905⟧; see vol. 26, pp. 19–21.", ["1905-10"]),
    ("Published in London, ⟦1851⟧.", ["1851"]),
    ("(London: Murray, ⟦1851⟧), 14.", ["1851"]),
    ("She died on ⟦15 September 1917⟧ at Paris.", ["1917-09-15"]),
    ("He reigned from ⟦1801⟧ until ⟦1825⟧.", ["1801", "1825"]),
    ("In the ⟦autumn of 1917⟧ the front fell.", ["1917-23"]),
    ("written c. ⟦1848⟧", None),  # type: ignore[list-item]
    ("The congress met on ⟦25 October (7 November) 1917⟧.", ["1917-11-07"]),
    ("The congress met ⟦24–26 October 1917⟧.", ["1917-10-24/1917-10-26"]),
    (
        "It appeared on ⟦3 March 1840⟧; on ⟦5 May⟧ he left.",
        ["1840-03-03", "1840-05-05"],
    ),
    (
        "See ⟦20 Feb. 1816⟧, ⟦3-4 March 1817⟧ and ⟦6 May⟧.",
        ["1816-02-20", "1817-03-03/1817-03-04", "1817-05-06"],
    ),
    (
        "after ⟦12 Oct. 1810⟧ and before ⟦3 Nov. 1811⟧",
        ["1810-10-12", "1811-11-03"],
    ),
    ("postmarked ⟦14 May 1862⟧, received ⟦15 May⟧", ["1862-05-14", "1862-05-15"]),
    ("the ⟦1840s⟧ and the ⟦19th century⟧", ["184X", "1801/1900"]),
    ("the revolution of ⟦1848⟧ failed", ["1848"]),
]
NOTES = [case for case in NOTES if case[1] is not None]

GERMAN: list[Marked] = [
    ("Wien, ⟦15. 5. 1912⟧.", ["1912-05-15"]),
    (
        "geboren am ⟦15.5.1862⟧ in Wien, gestorben am ⟦21. 10. 1931⟧ ebenda",
        ["1862-05-15", "1931-10-21"],
    ),
    (
        "Die Uraufführung fand am ⟦9. Oktober 1895⟧ am Burgtheater statt.",
        ["1895-10-09"],
    ),
    ("Im ⟦Mai 1893⟧ reiste er nach Salzburg.", ["1893-05"]),
    ("Er starb ⟦1931⟧ in Wien.", ["1931"]),
    ("Im Jahr ⟦1893⟧ erschien der Band.", ["1893"]),
    ("Seit ⟦1893⟧ lebte sie in Berlin.", ["1893"]),
    ("vom ⟦14. bis 22. September 1917⟧", ["1917-09-14/1917-09-22"]),
    ("Der Brief vom ⟦3. März 1890⟧ fehlt.", ["1890-03-03"]),
    ("⟦Anfang Mai 1893⟧ kam er zurück.", ["1893-05-01/1893-05-10"]),
    ("⟦Ende 1893⟧ zog er um.", ["1893-09/1893-12"]),
    ("Im ⟦Sommer 1914⟧ war er in Celerina.", ["1914-22"]),
    (
        "Am ⟦5. Dezember 1891⟧ las er vor; am ⟦7. Dezember⟧ schrieb er.",
        ["1891-12-05", "1891-12-07"],
    ),
    ("Johann Meier (⟦1802–1870⟧), Kaufmann.", ["1802/1870"]),
    ("⟦Sonntag, den 6. Mai 1917⟧", ["1917-05-06"]),
    ("gedruckt ⟦1891⟧ bei Fischer", ["1891"]),
    ("in den ⟦1840er Jahren⟧ gebaut", ["184X"]),
    ("ein Haus aus dem ⟦18. Jahrhundert⟧", ["1701/1800"]),
    ("den ⟦12ten April 1797⟧", ["1797-04-12"]),
    ("zwischen ⟦1893⟧ und ⟦1895⟧", ["1893", "1895"]),
    ("⟦3. IX. 1917⟧, Feldpost", ["1917-09-03"]),
    ("Wien, ⟦4. V. 1903⟧.", ["1903-05-04"]),
    ("⟦5. Mai [1893]⟧", ["1893-05-05"]),
    ("⟦5. Mai 1893⟧, nicht ⟦1. Mai d. J.⟧", ["1893-05-05", "1893-05-01"]),
]

NOT_IN_GERMAN = [
    "Nr. 1917, Bd. 3, S. 14–22, Anm. 5.",
    "Er hatte 1500 Mann und 1862 Gulden.",
    "Um 6 Uhr, gegen 10.30 Uhr.",
    "Der 14. Band, die 3. Auflage, das 5. Kapitel.",
    "Er mag sechzig sein. So mag es gehen.",
    "am Montag; im Winter; gestern; heute",
    "der erste Akt, die zweite Szene",
    "Seite 1893 und Blatt 1894",
]

FRENCH: list[Marked] = [
    ("Paris, le ⟦14 mai 1862⟧.", ["1862-05-14"]),
    ("le ⟦1er mai 1917⟧, il partit", ["1917-05-01"]),
    (
        "né le ⟦2 avril 1840⟧ à Paris, mort le ⟦29 septembre 1902⟧",
        ["1840-04-02", "1902-09-29"],
    ),
    ("En ⟦1848⟧, la république fut proclamée.", ["1848"]),
    ("en ⟦mai 1893⟧ il vint", ["1893-05"]),
    ("du ⟦14 au 22 septembre 1917⟧", ["1917-09-14/1917-09-22"]),
    ("sa lettre du ⟦3 mars 1890⟧ manque", ["1890-03-03"]),
    ("au ⟦printemps 1905⟧", ["1905-21"]),
    ("au ⟦XVIIIe siècle⟧", ["1701/1800"]),
    ("dans les ⟦années 1840⟧", ["184X"]),
    ("Jean Dupont (⟦1802-1870⟧), négociant.", ["1802/1870"]),
    ("le ⟦18 brumaire an VIII⟧", ["1799-11-09"]),
    ("le ⟦samedi 5 mai 1821⟧ il mourut", ["1821-05-05"]),
    ("⟦fin mai 1893⟧", ["1893-05-21/1893-05-31"]),
    ("paru le ⟦3 mars 1890⟧, puis le ⟦5 mai⟧", ["1890-03-03", "1890-05-05"]),
]

NOT_IN_FRENCH = [
    "page 1862, tome 3, n° 1917, chapitre 14",
    "il avait 1500 hommes et 1862 francs",
    "à 6 heures, vers 10 h 30",
    "le 14e régiment, la 3e édition, le second acte",
    "hier, demain, mardi dernier",
    "il mars son cheval; mai oui",
    "le premier mot, les cinq sens",
]

RUSSIAN: list[Marked] = [
    ("Петроград, ⟦15 (28) сентября 1917 г.⟧", ["1917-09-28"]),
    ("родился ⟦6 мая 1868 г.⟧ в Царском Селе", ["1868-05-06"]),
    ("В ⟦1905 году⟧ началась стачка.", ["1905"]),
    ("в ⟦мае 1917 г.⟧ он вернулся", ["1917-05"]),
    ("с ⟦14 по 22 сентября 1917 г.⟧", ["1917-09-14/1917-09-22"]),
    ("⟦весной 1905 года⟧", ["1905-21"]),
    ("в ⟦1840-х годах⟧", ["184X"]),
    ("в ⟦XIX веке⟧", ["1801/1900"]),
]

NOT_IN_RUSSIAN = [
    "Приказ № 1917, стр. 14, т. 26.",
    "было 1500 человек и 1862 рубля",
    "он может быть шестидесяти лет",
]


def cases(name: str, language: str, marked: list[Marked]) -> list[object]:
    return [
        pytest.param(language, text, values, id=f"{name}-{n}")
        for n, (text, values) in enumerate(marked)
    ]


def spans(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and where they stood."""
    found: list[tuple[int, int]] = []
    plain = ""
    for piece in re.split(r"(⟦.*?⟧)", marked):
        if piece.startswith("⟦"):
            found.append((len(plain), len(plain) + len(piece) - 2))
            piece = piece[1:-1]
        plain += piece
    return plain, found


MARKED = [
    *cases("letter", "en", LETTERS),
    *cases("note", "en", NOTES),
    *cases("german", "de", GERMAN),
    *cases("french", "fr", FRENCH),
    *cases("russian", "ru", RUSSIAN),
]
CONTEXTS = {"letter": "1862-05-20"}


@pytest.mark.parametrize(("language", "marked", "values"), MARKED)
def test_the_dates_of_prose(
    language: str,
    marked: str,
    values: list[str],
    request: pytest.FixtureRequest,
) -> None:
    text, expected = spans(marked)
    name = request.node.callspec.id.partition("-")[0]
    document = parse_edtf(CONTEXTS[name]) if name in CONTEXTS else None
    context = DateContext(document_date=document, language=language)
    found = find_dates(text, context)
    assert [text[each.start : each.end] for each in found] == [
        text[start:end] for start, end in expected
    ]
    assert [(each.start, each.end) for each in found] == expected
    assert [
        each.reading.date.edtf if each.reading else None for each in found
    ] == values


SILENT = [
    *[("en", text) for text in NOT_IN_LETTERS],
    *[("de", text) for text in NOT_IN_GERMAN],
    *[("fr", text) for text in NOT_IN_FRENCH],
    *[("ru", text) for text in NOT_IN_RUSSIAN],
]


@pytest.mark.parametrize(("language", "text"), SILENT, ids=range(len(SILENT)))
def test_what_is_no_date_is_left_alone(language: str, text: str) -> None:
    context = DateContext(document_date=parse_edtf("1862-05-20"), language=language)
    assert [each.text for each in find_dates(text, context)] == []
