"""More printed dates: limits, parts of periods, styles, feasts, shared parts.

The wordings come from archive catalogues, GOST 7.0 editions, French and German finding
aids, and letters. Written in the calendar of the date; `J` Julian, `F` Republican.
"""

from __future__ import annotations

import pytest

from .reading_cases import Case, read

ENGLISH: list[Case] = [
    ("Sept. the 5th, 1917", "1917-09-05", "a day, month or year as sources print it"),
    ("ye 5th of June 1685", "1685-06-05", "a day, month or year as sources print it"),
    ("on or about 6 May 1917", "1917-05-06~", "about"),
    (
        "the night of the 24th October 1917",
        "1917-10-24",
        "a day, month or year as sources print it",
    ),
    (
        "the night of October 24–25, 1917",
        "1917-10-24/1917-10-25",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "night of the 24th to the 25th of October 1917",
        "1917-10-24/1917-10-25",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "the last day of May 1917",
        "1917-05-31",
        "a day, month or year as sources print it",
    ),
    (
        "the first day of May 1917",
        "1917-05-01",
        "a day, month or year as sources print it",
    ),
    (
        "mid-May to early June 1917",
        "1917-05-11/1917-06-10",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "after 1905 and before 1917",
        "1906/1916",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "after 1905 but before 1917",
        "1906/1916",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "not before 1905 and not after 1917",
        "1905/1917",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    ("sometime in 1917", "1917", "a day, month or year as sources print it"),
    ("c. 1100–c. 1150", "1100~/1150~", "about"),
    ("ca. 1100-1150", "1100~/1150~", "about"),
    ("1st century AD", "0001/0100", "a century or a part of it, by docs/dates.md"),
    ("2nd c. BCE", "-0199/-0100", "BC: year 0 is 1 BC"),
    ("3rd millennium BC", "-2999/-2000", "BC: year 0 is 1 BC"),
    ("1860s or 1870s", "[186X,187X]", "one of several"),
    ("1860s–1870s", "186X/187X", "a decade"),
    ("1860s-70s", "186X/187X", "a decade"),
    ("1860s and 1870s", "{186X,187X}", "all of several"),
    (
        "summer/autumn 1917",
        "1917-22/1917-23",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "May/June 1917",
        "1917-05/1917-06",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    ("May 6 or 7, 1917", "[1917-05-06,1917-05-07]", "one of several"),
    ("6 May or 7 June 1917", "[1917-05-06,1917-06-07]", "one of several"),
    ("6 May 1917 or 7 June 1918", "[1917-05-06,1918-06-07]", "one of several"),
    ("Sunday 6 and Monday 7 May 1917", "{1917-05-06,1917-05-07}", "all of several"),
    ("Sep 17 1787", "1787-09-17", "a day, month or year as sources print it"),
    ("September 17 1787", "1787-09-17", "a day, month or year as sources print it"),
    ("MDCCLXXXVII", "1787", "a day, month or year as sources print it"),
    ("A.D. MCMXVII", "1917", "a day, month or year as sources print it"),
    ("anno MDCXLVIII", "1648", "a day, month or year as sources print it"),
    ("6 May 1917 (Julian calendar)", "J1917-05-06", "both styles, or a style named"),
    ("6 May 1917 (Julian)", "J1917-05-06", "both styles, or a style named"),
    ("May 6/19, 1917", "J1917-05-06", "both styles, or a style named"),
    (
        "7 November [O.S. 25 October] 1917",
        "1917-11-07",
        "a day, month or year as sources print it",
    ),
    (
        "19 May 1917 (O.S. 6 May)",
        "1917-05-19",
        "a day, month or year as sources print it",
    ),
    (
        "25 October 1917 O.S. (7 November N.S.)",
        "J1917-10-25",
        "both styles, or a style named",
    ),
    (
        "25 October O.S./7 November N.S. 1917",
        "J1917-10-25",
        "both styles, or a style named",
    ),
    ("30 January 1648-9", "1649-01-30", "a day, month or year as sources print it"),
    ("30 January 1648–9", "1649-01-30", "a day, month or year as sources print it"),
    ("5th mo. 14th, 1862", "1862-05-14", "a day, month or year as sources print it"),
    (
        "14th of 5th month 1862",
        "1862-05-14",
        "a day, month or year as sources print it",
    ),
    (
        "Thursday evening, May 15th 1862",
        "1862-05-15",
        "a day, month or year as sources print it",
    ),
    (
        "Sunday night, 6 May 1917",
        "1917-05-06",
        "a day, month or year as sources print it",
    ),
    (
        "the evening of 25 October 1917",
        "1917-10-25",
        "a day, month or year as sources print it",
    ),
    (
        "25 October 1917, evening",
        "1917-10-25",
        "a day, month or year as sources print it",
    ),
    ("the 60s of the 19th century", "186X", "a decade"),
    (
        "6th–8th May 1917",
        "1917-05-06/1917-05-08",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "May 6th–8th, 1917",
        "1917-05-06/1917-05-08",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "6–8.v.1917",
        "1917-05-06/1917-05-08",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "25 December 1916 to 6 January 1917",
        "1916-12-25/1917-01-06",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "between 25 December 1916 and 6 January 1917",
        "1916-12-25/1917-01-06",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "late 1916 or early 1917",
        "[1916-09..1916-12,1917-01..1917-04]",
        "one of several",
    ),
    (
        "late 1916–early 1917",
        "1916-09/1917-04",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "late 19th–early 20th century",
        "1867/1933",
        "a century or a part of it, by docs/dates.md",
    ),
    ("17th-18th cent.", "1601/1800", "a century or a part of it, by docs/dates.md"),
    (
        "between the 12th and 14th centuries",
        "1101/1400",
        "a century or a part of it, by docs/dates.md",
    ),
    (
        "before the 12th century",
        "../1100",
        'a limit: the date itself is out after "before" and "after"',
    ),
    (
        "by the end of May 1917",
        "../1917-05-31",
        'a limit: the date itself is out after "before" and "after"',
    ),
    (
        "before the end of 1917",
        "../1917-08",
        'a limit: the date itself is out after "before" and "after"',
    ),
    (
        "early in 1917",
        "1917-01/1917-04",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "the beginning of the 12th century",
        "1101/1133",
        "a century or a part of it, by docs/dates.md",
    ),
    (
        "the third quarter of the 19th century",
        "1851/1875",
        "a century or a part of it, by docs/dates.md",
    ),
    (
        "the second half of May 1917",
        "1917-05-16/1917-05-31",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    ("c. 6–8 May 1917", "1917-05-06~/1917-05-08~", "about"),
    (
        "1917 or before",
        "../1917",
        'a limit: the date itself is out after "before" and "after"',
    ),
    ("1917, or possibly 1918", "[1917,1918]", "one of several"),
    ("[1917 or 1918]", "[1917,1918]", "one of several"),
    (
        "[between 1914 and 1918]",
        "1914/1918",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "[before 1917]",
        "../1916",
        'a limit: the date itself is out after "before" and "after"',
    ),
    ("6 May [1917?]", "1917-05-06?", "doubt"),
    ("[May 1917?]", "1917-05?", "doubt"),
    ("May [?] 1917", "1917-05?", "doubt"),
    (
        "2/3 May 1917",
        "1917-05-02/1917-05-03",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    ("New Year's Eve 1899", "1899-12-31", "a day, month or year as sources print it"),
    ("Eve of St. Agnes 1819", "1819-01-20", "a day, month or year as sources print it"),
    ("1 Jan. 45 BC", "-0044-01-01", "BC: year 0 is 1 BC"),
    ("c. 44–c. 30 BC", "-0043~/-0029~", "about"),
    ("100 BC–AD 100", "-0099/0100", "BC: year 0 is 1 BC"),
    (
        "from c. 1917",
        "1917~/..",
        'a limit: the date itself is out after "before" and "after"',
    ),
    ("3rd of Sept., 1939", "1939-09-03", "a day, month or year as sources print it"),
    ("Sept. 3rd 1939", "1939-09-03", "a day, month or year as sources print it"),
    ("Twelfth Night 1601", "1601-01-05", "a day, month or year as sources print it"),
    (
        "Sunday, the sixth of May, nineteen hundred and seventeen",
        "1917-05-06",
        "a day, month or year as sources print it",
    ),
    (
        "the sixth day of May in the year of our Lord "
        "one thousand nine hundred and seventeen",
        "1917-05-06",
        "a day, month or year as sources print it",
    ),
    ("May 1917 or June 1917", "[1917-05,1917-06]", "one of several"),
    ("May or June 1917", "[1917-05,1917-06]", "one of several"),
    (
        "24 and 25 October and 3 November 1917",
        "{1917-10-24,1917-10-25,1917-11-03}",
        "all of several",
    ),
    ("May 6 and June 7, 1917", "{1917-05-06,1917-06-07}", "all of several"),
    ("6 May and 7 June 1917", "{1917-05-06,1917-06-07}", "all of several"),
    ("7th Sept. 1786", "1786-09-07", "a day, month or year as sources print it"),
    ("1786 Sept. 7", "1786-09-07", "a day, month or year as sources print it"),
    ("1914–1918?", "1914/1918?", "doubt"),
]

RUSSIAN: list[Case] = [
    (
        "в ночь на 26 октября 1917 г.",
        "1917-10-25/1917-10-26",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "утром 25 октября 1917 г.",
        "1917-10-25",
        "a day, month or year as sources print it",
    ),
    (
        "25 октября 1917 г. утром",
        "1917-10-25",
        "a day, month or year as sources print it",
    ),
    (
        "не позднее 15 (28) сентября 1917 г.",
        "J../1917-09-15",
        "both styles, or a style named",
    ),
    (
        "12–14 (25–27) сентября 1917 г.",
        "J1917-09-12/1917-09-14",
        "both styles, or a style named",
    ),
    (
        "между 6 и 10 мая 1917 г.",
        "1917-05-06/1917-05-10",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "первая половина мая 1917 г.",
        "1917-05-01/1917-05-15",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "вторая половина 1917 г.",
        "1917-07/1917-12",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "конец 1916 – начало 1917 г.",
        "1916-09/1917-04",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    ("1910-е гг.", "191X", "a decade"),
    ("60-е годы XIX века", "186X", "a decade"),
    ("в 60-х годах XIX века", "186X", "a decade"),
    ("30-е гг. XIX в.", "183X", "a decade"),
    (
        "в январе—феврале 1917 г.",
        "1917-01/1917-02",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "январь 1917 – март 1918",
        "1917-01/1918-03",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    ("первая треть XX в.", "1901/1933", "a century or a part of it, by docs/dates.md"),
    (
        "конец XIX – начало XX в.",
        "1867/1933",
        "a century or a part of it, by docs/dates.md",
    ),
    (
        "конец XIX — начало XX века",
        "1867/1933",
        "a century or a part of it, by docs/dates.md",
    ),
    ("первого мая 1917 года", "1917-05-01", "a day, month or year as sources print it"),
    (
        "тысяча девятьсот семнадцатый год",
        "1917",
        "a day, month or year as sources print it",
    ),
    (
        "5—7 мая 1917 г.",
        "1917-05-05/1917-05-07",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "25 октября по старому стилю 1917 года",
        "J1917-10-25",
        "both styles, or a style named",
    ),
    (
        "после 25 октября 1917 г.",
        "1917-10-26/..",
        'a limit: the date itself is out after "before" and "after"',
    ),
    ("около 25 октября 1917 г.", "1917-10-25~", "about"),
    (
        "не ранее 1 мая и не позднее 5 мая 1917 г.",
        "1917-05-01/1917-05-05",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "ранее 6 мая 1917 г.",
        "../1917-05-05",
        'a limit: the date itself is out after "before" and "after"',
    ),
    (
        "весна—лето 1917 г.",
        "1917-21/1917-22",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    ("1917 г., май", "1917-05", "a day, month or year as sources print it"),
    ("май 1917-го", "1917-05", "a day, month or year as sources print it"),
    ("1 января 1918", "1918-01-01", "a day, month or year as sources print it"),
    ("в начале XX века", "1901/1933", "a century or a part of it, by docs/dates.md"),
    (
        "с начала 1917 г.",
        "1917-01/..",
        'a limit: the date itself is out after "before" and "after"',
    ),
    ("I век до н. э.", "-0099/0000", "BC: year 0 is 1 BC"),
    ("XX столетие", "1901/2000", "a century or a part of it, by docs/dates.md"),
    ("Пасха 1917 г.", "1917-04-08", "a day, month or year as sources print it"),
]

FRENCH: list[Case] = [
    (
        "mi-1917",
        "1917-05/1917-08",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "fin 1916-début 1917",
        "1916-09/1917-04",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    ("courant 1917", "1917", "a day, month or year as sources print it"),
    ("l'an II", "F0002", "Republican calendar, an I = 1792-93"),
    ("nivôse an III", "F0003-04", "Republican calendar, an I = 1792-93"),
    (
        "du 18 au 19 brumaire an VIII",
        "F0008-02-18/0008-02-19",
        "Republican calendar, an I = 1792-93",
    ),
    (
        "1er-3 mai 1917",
        "1917-05-01/1917-05-03",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    ("1er et 2 mai 1917", "{1917-05-01,1917-05-02}", "all of several"),
    (
        "quinze mai mil neuf cent dix-sept",
        "1917-05-15",
        "a day, month or year as sources print it",
    ),
    ("vers 1900-1910", "1900~/1910~", "about"),
    ("[vers 1900]", "1900~", "about"),
    (
        "deuxième quart du XIXe siècle",
        "1826/1850",
        "a century or a part of it, by docs/dates.md",
    ),
    ("XIXe s.", "1801/1900", "a century or a part of it, by docs/dates.md"),
    (
        "fin XIXe-début XXe siècle",
        "1867/1933",
        "a century or a part of it, by docs/dates.md",
    ),
    (
        "août-septembre 1917",
        "1917-08/1917-09",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "15 août-3 septembre 1917",
        "1917-08-15/1917-09-03",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    ("les années 60 du XIXe siècle", "186X", "a decade"),
    (
        "entre 1914 et 1918",
        "1914/1918",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "avant le milieu du XIXe siècle",
        "../1833",
        'a limit: the date itself is out after "before" and "after"',
    ),
    ("le 5 mai 1917 ou le 6 juin 1917", "[1917-05-05,1917-06-06]", "one of several"),
    ("le 5 ou le 6 mai 1917", "[1917-05-05,1917-05-06]", "one of several"),
    (
        "au début du mois de mai 1917",
        "1917-05-01/1917-05-10",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "première quinzaine de mai 1917",
        "1917-05-01/1917-05-15",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "jusqu'au 6 mai 1917",
        "../1917-05-06",
        'a limit: the date itself is out after "before" and "after"',
    ),
    (
        "à partir du 6 mai 1917",
        "1917-05-06/..",
        'a limit: the date itself is out after "before" and "after"',
    ),
    (
        "au plus tôt le 6 mai 1917",
        "1917-05-06/..",
        'a limit: the date itself is out after "before" and "after"',
    ),
    ("au cours de l'été 1917", "1917-22", "season"),
    ("été 1917", "1917-22", "season"),
    ("6 mai 1917 [n. st.]", "1917-05-06", "a day, month or year as sources print it"),
    ("25 octobre/7 novembre 1917", "J1917-10-25", "both styles, or a style named"),
    ("primidi 21 brumaire an II", "F0002-02-21", "Republican calendar, an I = 1792-93"),
    ("an II de la République", "F0002", "Republican calendar, an I = 1792-93"),
    ("IIe siècle avant J.-C.", "-0199/-0100", "BC: year 0 is 1 BC"),
    ("Ier siècle", "0001/0100", "a century or a part of it, by docs/dates.md"),
    (
        "second semestre 1917",
        "1917-07/1917-12",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
]

GERMAN: list[Case] = [
    (
        "zweite Hälfte 19. Jh.",
        "1851/1900",
        "a century or a part of it, by docs/dates.md",
    ),
    ("19. Jh., 2. Hälfte", "1851/1900", "a century or a part of it, by docs/dates.md"),
    ("1. Viertel 19. Jh.", "1801/1825", "a century or a part of it, by docs/dates.md"),
    (
        "zwischen dem 6. und 10. Mai 1917",
        "1917-05-06/1917-05-10",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "zwischen dem 6. und dem 10. Mai 1917",
        "1917-05-06/1917-05-10",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "1. Mai–3. Juni 1917",
        "1917-05-01/1917-06-03",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "1.–3. Mai 1917",
        "1917-05-01/1917-05-03",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "1.5.–3.6.1917",
        "1917-05-01/1917-06-03",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "01.05.1917–03.06.1917",
        "1917-05-01/1917-06-03",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "01.05.1917 - 03.06.1917",
        "1917-05-01/1917-06-03",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "1. 5. bis 3. 6. 1917",
        "1917-05-01/1917-06-03",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "Frühjahr/Sommer 1917",
        "1917-21/1917-22",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "Mitte der 1840er Jahre",
        "1844/1846",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    ("in den 40er Jahren des 19. Jahrhunderts", "184X", "a decade"),
    (
        "am Sonntag, dem 6. Mai 1917",
        "1917-05-06",
        "a day, month or year as sources print it",
    ),
    ("den 7./17. September 1631", "J1631-09-07", "both styles, or a style named"),
    (
        "Ende 1916/Anfang 1917",
        "1916-09/1917-04",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "Ende 1916 oder Anfang 1917",
        "[1916-09..1916-12,1917-01..1917-04]",
        "one of several",
    ),
    (
        "Ende 19./Anfang 20. Jh.",
        "1867/1933",
        "a century or a part of it, by docs/dates.md",
    ),
    (
        "nach dem 6. und vor dem 10. Mai 1917",
        "1917-05-07/1917-05-09",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    ("um den 6. Mai 1917", "1917-05-06~", "about"),
    ("um 1900/1910", "1900~/1910~", "about"),
    (
        "Ende der 1840er Jahre",
        "1847/1849",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "bis Ende Mai 1917",
        "../1917-05-31",
        'a limit: the date itself is out after "before" and "after"',
    ),
    (
        "frühestens 1917",
        "1917/..",
        'a limit: the date itself is out after "before" and "after"',
    ),
    (
        "1917/18",
        "1917/1918",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "1. H. Mai 1917",
        "1917-05-01/1917-05-15",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "[nach dem 6. Mai 1917]",
        "1917-05-07/..",
        'a limit: the date itself is out after "before" and "after"',
    ),
    ("6. Mai 1917 (?)", "1917-05-06?", "doubt"),
    ("1. Jh. v. Chr.", "-0099/0000", "BC: year 0 is 1 BC"),
    ("3. Jahrtausend v. Chr.", "-2999/-2000", "BC: year 0 is 1 BC"),
    (
        "im frühen 19. Jahrhundert",
        "1801/1833",
        "a century or a part of it, by docs/dates.md",
    ),
    (
        "im späten 19. Jahrhundert",
        "1867/1900",
        "a century or a part of it, by docs/dates.md",
    ),
    (
        "den siebzehnten September 1786",
        "1786-09-17",
        "a day, month or year as sources print it",
    ),
    ("Freitag nach Pfingsten 1525", "J1525-06-09", "both styles, or a style named"),
    ("St. Martinstag 1517", "1517-11-11", "a day, month or year as sources print it"),
    (
        "am Vorabend von Weihnachten 1862",
        "1862-12-24",
        "a day, month or year as sources print it",
    ),
    (
        "14.IX.–16.IX.1917",
        "1917-09-14/1917-09-16",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
    (
        "24./25. Oktober 1917",
        "1917-10-24/1917-10-25",
        "a stretch, or a part of a year or month by docs/dates.md",
    ),
]

ALL = [
    *[("en", *case) for case in ENGLISH],
    *[("ru", *case) for case in RUSSIAN],
    *[("fr", *case) for case in FRENCH],
    *[("de", *case) for case in GERMAN],
]
LETTERS = {"julian": "J", "french_republican": "F", "gregorian": ""}


@pytest.mark.parametrize(
    ("language", "text", "edtf", "why"), ALL, ids=[f"{c[0]} {c[1]}" for c in ALL]
)
def test_wider(language: str, text: str, edtf: str, why: str) -> None:
    result = read(text, language)
    assert result.reading is not None, result.why
    date = result.reading.date
    assert LETTERS[date.calendar.value] + date.edtf_written == edtf, why


REFUSED = [
    ("en", "[n.d.]", "Undated"),
    ("ru", "15 (28) сентября", "year"),
    ("de", "6. V. 17", "two figures"),
    ("ru", "в 10-х числах мая 1917 г.", ""),
]


@pytest.mark.parametrize(("language", "text", "why"), REFUSED)
def test_refused(language: str, text: str, why: str) -> None:
    result = read(text, language)
    assert result.is_refused
    assert why in result.why


def test_a_season_code_that_may_be_years_is_ambiguous() -> None:
    # 32 is autumn in the southern hemisphere (ISO 8601-2, 4.8); or 1831 to 1832.
    result = read("1831-32")
    assert [each.date.edtf for each in result.readings] == ["1831/1832", "1831-32"]


def test_easter_before_1583_is_julian_and_says_so() -> None:
    reading = read("Easter 1066").reading
    assert reading is not None
    assert reading.date.calendar.value == "julian"
    assert reading.date.edtf_written == "1066-04-16"  # the comet's year
    assert "Julian" in reading.why
