"""The words of English dates, as printed books and old letters write them.

A trailing point marks an abbreviation; entries are separated by commas.
"""

from __future__ import annotations

from .table import Table

TABLE: Table = {
    "month": {
        1: "january, jan., jany., jan'y., janry., janr'y., januar', januarii",
        2: "february, feb., febr., feby., feb'y., febry., febr'y., febuary, februarii",
        3: "march, mar., mch., mar'h., martii",
        4: "april, apr., aprl., apl., ap'l., apr'l., aprill, aprilis",
        5: "may, maii, maij, maji",
        6: "june, jun., junii, junij",
        7: "july, jul., jul'y., julii, julij",
        8: "august, aug., augt., aug't., augst., aug'st., augusti",
        9: "september, sept., sep., septr., sept'r., septbr., septb'r., "
        "7ber., 7bre., 7br., septem'r., septemb., septemr., sepr., "
        "sep'r., viiber., viibre., septembris",
        10: "october, oct., octr., oct'r., octob., octobr., octob'r., octbr., "
        "octb'r., 8ber., 8bre., 8br., viiiber., viiibre., octobris",
        11: "november, nov., novr., nov'r., novemb., novembr., novemb'r., "
        "novbr., novb'r., 9ber., 9bre., 9br., ixber., ixbre., novembris",
        12: "december, dec., decr., dec'r., decemb., decembr., decemb'r., "
        "decbr., decb'r., 10ber., 10bre., 10br., xber., xbre., xbr., "
        "decem'r., decembris",
    },
    "weekday": {
        0: "monday, mon., mond., mondy., munday",
        1: "tuesday, tue., tues., tuesd., tuesdy., tuesy.",
        2: "wednesday, wed., weds., wedn., wednes., wednesdy., wedy., "
        "weddy., wedny., wedday",
        3: "thursday, thu., thur., thurs., thursd., thursdy., thursy.",
        4: "friday, fri., frid., fridy.",
        5: "saturday, sat., satur., saty., satdy., sat'y., satday",
        6: "sunday, sun., sund., sundy., sabbath",
    },
    "suffix": {
        "": "st, nd, rd, th, d, h, t, ds, ths",
    },
    "ordinal": {
        1: "first",
        2: "second",
        3: "third",
        4: "fourth",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
        11: "eleventh",
        12: "twelfth",
        13: "thirteenth",
        14: "fourteenth",
        15: "fifteenth",
        16: "sixteenth",
        17: "seventeenth",
        18: "eighteenth",
        19: "nineteenth",
        20: "twentieth",
        21: "twenty first, one and twentieth",
        22: "twenty second",
        23: "twenty third",
        24: "twenty fourth, four and twentieth",
        25: "twenty fifth, five and twentieth",
        26: "twenty sixth",
        27: "twenty seventh",
        28: "twenty eighth",
        29: "twenty ninth",
        30: "thirtieth",
        31: "thirty first",
    },
    "count": {
        1: "one, a, an",
        2: "two, a couple of",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
    },
    "hundred": {
        100: "hundred",
        1000: "thousand",
    },
    "article": {
        "": "the, ye, this",
    },
    "of": {
        "": "of, o', de",
    },
    "on": {
        "": "on, upon, in, at, during, dated, date, dat., some time in, "
        "sometime in, some time during, sometime during, in the course of",
    },
    "month word": {
        "": "month, month of, the month of",
    },
    "day word": {
        "": "day",
    },
    "year word": {
        "": "year, the year, year of our lord, the year of our lord, anno, "
        "year of grace, the year of grace, years, the years",
    },
    "about": {
        "~": "about, circa, circ., c., ca., around, approximately, approx., "
        "roughly, or thereabouts, nearly, abt., cir., towards, toward, "
        "near, on or about, upon or about",
    },
    "perhaps": {
        "?": "perhaps, probably, possibly, maybe, prob., presumably, conjectured",
    },
    "before": {
        "<": "before, prior to, ante, earlier than, bef., pre",
    },
    "after": {
        ">": "after, post, later than, subsequent to, aft., following",
    },
    "by": {
        "<=": "by, not after, not later than, no later than, at latest, until, "
        "till, up to, on or before, in or before, at the latest",
    },
    "since": {
        ">=": "since, not before, not earlier than, no earlier than, from, on "
        "or after, in or after, from and after, as from, beginning",
    },
    "between": {
        "": "between, betw., bet., betwixt",
    },
    "range": {
        "": "to, till, until, through, up to, til, thro', thru, unto, to about",
    },
    "and": {
        "": "and, as well as, but",
    },
    "or": {
        "": "or, or else, or perhaps, or possibly",
    },
    "either": {
        "": "either",
    },
    "bc": {
        "": "b. c., b. c. e., bc, bce, before christ, before the christian "
        "era, ante christum",
    },
    "ad": {
        "": "a. d., ad, c. e., ce, anno domini, of our lord, of the christian "
        "era, after christ",
    },
    "julian": {
        "": "o. s., os, old style, julian, old stile, o. st., julian "
        "calendar, julian style, in the julian calendar, according to the "
        "old style",
    },
    "gregorian": {
        "": "n. s., ns, new style, gregorian, new stile, n. st., gregorian "
        "calendar, gregorian style, in the gregorian calendar, according "
        "to the new style",
    },
    "century": {
        "": "century, centuries, cent., c., centy., cen., cents.",
    },
    "decade suffix": {
        "": "s, 's",
    },
    "decade": {
        10: "teens, tens",
        20: "twenties",
        30: "thirties",
        40: "forties",
        50: "fifties",
        60: "sixties",
        70: "seventies",
        80: "eighties",
        90: "nineties",
    },
    "portion": {
        "early": "early, early part of, early in, beginning of, start of, beg. of, "
        "beginning, early days of",
        "mid": "mid, middle of, mid to",
        "late": "late, late in, end of, close of, latter part of, latter end of, "
        "ultimo of",
        "half 1": "first half of, first half, first semester, first six months of, "
        "first fortnight of, 1 st half of, 1 st half",
        "half 2": "second half of, second half, latter half of, last half of, "
        "second semester, second fortnight of, 2 nd half of, 2 nd half, 2 d half of",
        "quarter 1": "first quarter of, first quarter, 1 st quarter of, 1 st quarter",
        "quarter 2": "second quarter of, second quarter, 2 nd quarter of, 2 nd quarter",
        "quarter 3": "third quarter of, third quarter, 3 rd quarter of, 3 rd quarter",
        "quarter 4": "fourth quarter of, last quarter of, fourth quarter, last "
        "quarter, 4 th quarter of, 4 th quarter",
        "third 1": "first third of",
        "third 2": "second third of",
        "third 3": "last third of, third third of",
        "last day": "last day of",
        "week 1": "first week of, first week in, first days of",
        "week 2": "second week of, second week in",
        "week 3": "third week of, third week in",
        "week 4": "fourth week of, fourth week in",
        "last week": "last week of, last week in, last days of",
    },
    "season": {
        21: "spring, springtime, spring time",
        22: "summer, summertime",
        23: "autumn, fall",
        24: "winter, wintertime",
    },
    "night": {
        "night": "night of, the night of, night from, the night from, overnight, "
        "the night between, night between, night of the, the night of the",
    },
    "part of day": {
        "": "morning of, evening of, afternoon of, eve of the, noon of, the "
        "morning of, the evening of, the afternoon of, the noon of, dawn "
        "of, the dawn of",
    },
    "this month": {
        0: "inst., instant, of this month, this month, current, of the "
        "present month, curt.",
        -1: "ult., ultimo, of last month, last month, ulto., ulto, of the "
        "last month, of the past month, past month",
        1: "prox., proximo, of next month, next month",
    },
    "day from now": {
        -2: "the day before yesterday, day before yesterday",
        -1: "yesterday, last night, yesterday morning, yesterday evening",
        0: "today, to day, tonight, to night, this day, this morning, this "
        "evening, this afternoon",
        1: "tomorrow, to morrow, tomorrow morning, to morrow morning",
        2: "the day after tomorrow, day after tomorrow, the day after to morrow",
    },
    "day from then": {
        0: "the same day, same day, that day, on the same day",
        1: "the next day, next day, the following day, the day after, the "
        "day following",
        -1: "the day before, the previous day, the eve, the preceding day",
    },
    "last": {
        -1: "last, past",
    },
    "next": {
        1: "next, coming, the coming",
    },
    "this": {
        0: "this, the current, the present",
    },
    "unit": {
        "day": "day, days",
        "week": "week, weeks",
        "fortnight": "fortnight, fortnights",
        "month": "month, months",
        "year": "year, years",
    },
    "ago": {
        -1: "ago, since, back",
    },
    "later": {
        1: "later, after, afterwards, afterward, thereafter",
        -1: "earlier, before, previously",
    },
    "undated": {
        "": "n. d., nd, undated, no date, without date, not dated, date "
        "unknown, unknown, sine dato, date not given",
    },
    "same year": {
        0: "of the same year, of that year, same year, the same year, of "
        "this year, this year, of the current year, of the present year",
    },
    "last year": {
        -1: "of last year, last year, of the last year, of the preceding "
        "year, of the previous year, of the past year",
    },
    "next year": {
        1: "of next year, next year, of the following year, of the next year",
    },
    "feast": {
        "new year": "new year's day, new years day, new year's, circumcision",
        "new year's eve": "new year's eve",
        "epiphany": "epiphany, twelfth day, three kings",
        "candlemas": "candlemas, candlemas day, purification",
        "valentine": "st. valentine's day, valentine's day",
        "patrick": "st. patrick's day",
        "annunciation": "lady day, the annunciation, annunciation",
        "george": "st. george's day",
        "may day": "may day",
        "john": "st. john's day, midsummer day, st. john the baptist's day, feast "
        "of st. john the baptist, nativity of st. john the baptist, "
        "midsummer",
        "peter and paul": "st. peter and st. paul, sts. peter and paul",
        "independence": "independence day, the glorious fourth",
        "swithin": "st. swithin's day, st. swithun's day",
        "bartholomew": "st. bartholomew's day, bartholomew day",
        "lammas": "lammas, lammas day",
        "assumption": "assumption, the assumption, assumption day",
        "nativity of mary": "nativity of the virgin, nativity of our lady",
        "holy cross": "holy cross day, holyrood day",
        "michaelmas": "michaelmas, michaelmas day, st. michael's day",
        "hallowe'en": "hallowe'en, halloween, all hallows' eve",
        "all saints": "all saints' day, all saints day, all hallows, all saints, all "
        "hallows' day",
        "all souls": "all souls' day, all souls day, all souls",
        "martinmas": "martinmas, st. martin's day, martinmas day",
        "andrew": "st. andrew's day",
        "nicholas": "st. nicholas' day, st. nicholas's day, st. nicholas day",
        "christmas eve": "christmas eve, xmas eve",
        "christmas": "christmas day, christmas, xmas, xmas day",
        "stephen": "boxing day, st. stephen's day",
        "shrove tuesday": "shrove tuesday, mardi gras, pancake day",
        "ash wednesday": "ash wednesday",
        "palm sunday": "palm sunday",
        "maundy thursday": "maundy thursday, holy thursday",
        "good friday": "good friday",
        "holy saturday": "holy saturday, easter eve, easter saturday",
        "easter": "easter sunday, easter day, easter",
        "easter monday": "easter monday",
        "low sunday": "low sunday",
        "ascension": "ascension day, ascension",
        "whit sunday": "whit sunday, whitsunday, pentecost, whitsun, whit sun day",
        "whit monday": "whit monday, whitmonday",
        "trinity": "trinity sunday",
        "corpus christi": "corpus christi",
        "twelfth night": "twelfth night",
        "agnes": "st. agnes, st. agnes' day",
        "crispin": "st. crispin's day, crispin's day",
        "thomas": "st. thomas's day, st. thomas' day",
        "innocents": "holy innocents, innocents' day, childermas",
        "luke": "st. luke's day",
        "catherine": "st. catherine's day",
        "guy fawkes": "guy fawkes day, guy fawkes' day, guy fawkes night",
        "armistice": "armistice day",
        "invention of the cross": "invention of the cross",
        "james": "st. james's day, st. james' day",
        "lawrence": "st. lawrence's day",
        "giles": "st. giles' day, st. giles's day",
        "david": "st. david's day",
        "mark": "st. mark's day",
        "conception": "immaculate conception",
        "visitation": "the visitation",
        "conversion of paul": "conversion of st. paul",
        "mary magdalene": "st. mary magdalene's day, st. mary magdalene",
        "lucy": "st. lucy's day",
        "matthew": "st. matthew's day",
        "simon and jude": "st. simon and st. jude",
        "washington": "washington's birthday",
        "septuagesima": "septuagesima, septuagesima sunday",
        "quinquagesima": "quinquagesima, quinquagesima sunday",
        "whit tuesday": "whit tuesday",
        "easter tuesday": "easter tuesday",
    },
    "feast eve": {
        -1: "eve of, the eve of, vigil of, the vigil of, the day before, day before",
        1: "the day after, day after, the morrow of, morrow of",
    },
    "feast link": {
        "": "feast of, the feast of, feast of the, the feast of the",
    },
    "clock": {
        "": "o'clock, a. m., p. m.",
    },
    "counted": {
        "": "men, people, persons, souls, inhabitants, soldiers, prisoners, "
        "killed, wounded, votes, dollars, cents, pounds, shillings, "
        "pence, guineas, francs, marks, rubles, roubles, gulden, florins, "
        "lire, crowns, miles, yards, feet, inches, acres, leagues, tons, "
        "barrels, bushels, pages, copies, volumes, lines, words, letters, "
        "books, horses, mules, cattle, sheep, guns, muskets, rifles, "
        "ships, houses, troops, hours, minutes, seconds, days, weeks, "
        "months, years, times, per, percent, lbs., oz., ft., o'clock, "
        "degrees, others, members, workers, deputies, delegates, women, "
        "children, students, boys, girls, eggs, cases, shares, or so, "
        "regiment, infantry, cavalry, volunteers, rounds",
    },
    "numbered": {
        "": "no., nos., number, numbers, nr., page, pages, p., pp., vol., "
        "vols., volume, chapter, chap., chapters, ch., order, section, "
        "sections, sect., article, art., note, notes, fol., folio, ff., "
        "f., box, line, lines, fig., figure, plate, regiment, sheet, ms., "
        "mss., add. ms., room, lot, item, verse, psalm, act, scene, "
        "canto, book, bk., letter, letters, street, st., stanza, op., "
        "sonnet, paragraph, par., table, map, cat., inv., series, "
        "question, division, brigade, corps, battalion, company, ward, "
        "district, route, highway, cap., doc., acc., pl., bwv, lib., "
        "part, pt.",
    },
    "year lead": {
        "": "in, since, until, till, during, circa, c., ca., spring, summer, "
        "autumn, fall, winter, early, late, year, years, anno, born, "
        "died, b., d., dated, published, season, before, after, between, "
        "from, through, to, around, about, of, by, for, and, or, est., "
        "fl., ending, edition, ed., revolution, fiscal, session, class "
        "of, copyright, till about, towards",
    },
    "firm year lead": {
        "": "in, since, until, till, during, circa, c., ca., year, anno, "
        "born, died, dated, published, early, late, spring, summer, "
        "autumn, winter, fl.",
    },
    "plain": {
        "": "he, she, it, they, we, i, you, was, were, is, are, be, been, "
        "had, has, have, the, a, an, and, or, but, when, that, which, "
        "who, whom, where, to, by, with, for, from, as, at, on, in, of, "
        "until, till, his, her, its, their, my, our, there, this, these, "
        "those, did, does, do, not, if, so, then, than, after, before, "
        "while, because, will, would, could, should, may, might, must, "
        "shall, can, also, only, about, under, between, during, since, "
        "both, again, no, into, upon, through, onwards, onward, "
        "inclusive, however, though, although, came, went, began, made, "
        "became, edition, ed., per, without",
    },
    "month lead": {
        "": "in, since, until, till, during, month of, month, the month of",
    },
    "millennium": {
        "": "millennium, millennia, mill.",
    },
    "day part": {
        "": "morning, evening, night, afternoon, noon, midnight, a. m., p. "
        "m., evg., morn., eve., forenoon, in the morning, in the evening, "
        "in the afternoon, at night, at noon, about noon",
    },
    "numbered month": {
        "": "mo., month",
    },
    "letter": {
        "": "letter, letters, yours, mine, favor, favors, favour, favours, "
        "note, notes, dispatch, despatch, dispatches, despatches, telegram, "
        "communication, lines, epistle, billet, circular",
    },
    "day lead": {
        "": "on, upon, dated, until, till, since, by, before, after",
    },
}
