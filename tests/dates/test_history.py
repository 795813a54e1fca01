"""Days of history that have two names, and their weekdays: witnesses we did not make.

Each row can be looked up in any handbook; the weekday checks the day count itself.
"""

from __future__ import annotations

import pytest

from timeline.dates import Calendar, civil_date, day_number, parse_edtf

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN
FRENCH, HEBREW = Calendar.FRENCH_REPUBLICAN, Calendar.HEBREW
SWEDISH = Calendar.SWEDISH
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

OLD_AND_NEW_STYLE = [
    ("1605-11-05", "1605-11-15", "Gunpowder Plot"),
    ("1616-04-23", "1616-05-03", "Shakespeare died"),
    ("1642-12-25", "1643-01-04", "Newton born"),
    ("1649-01-30", "1649-02-09", "Charles I beheaded"),
    ("1666-09-02", "1666-09-12", "Great Fire of London began"),
    ("1688-11-05", "1688-11-15", "William III landed at Torbay"),
    ("1690-07-01", "1690-07-11", "battle of the Boyne"),
    ("1700-02-28", "1700-03-10", "the last day ten days apart"),
    ("1700-02-29", "1700-03-11", "the leap day of 1700, Julian only"),
    ("1725-01-28", "1725-02-08", "Peter the Great died"),
    ("1727-03-20", "1727-03-31", "Newton died"),
    ("1732-02-11", "1732-02-22", "Washington born"),
    ("1752-09-02", "1752-09-13", "last Julian day in Great Britain"),
    ("1762-06-28", "1762-07-09", "Catherine II took the throne"),
    ("1799-05-26", "1799-06-06", "Pushkin born"),
    ("1801-03-11", "1801-03-23", "Paul I killed"),
    ("1812-08-26", "1812-09-07", "battle of Borodino"),
    ("1825-12-14", "1825-12-26", "Decembrists"),
    ("1828-08-28", "1828-09-09", "Tolstoy born"),
    ("1837-01-27", "1837-02-08", "Pushkin's duel"),
    ("1861-02-19", "1861-03-03", "emancipation of the serfs"),
    ("1870-04-10", "1870-04-22", "Lenin born"),
    ("1881-03-01", "1881-03-13", "Alexander II killed"),
    ("1900-02-28", "1900-03-12", "the last day twelve days apart"),
    ("1900-02-29", "1900-03-13", "the leap day of 1900, Julian only"),
    ("1905-01-09", "1905-01-22", "Bloody Sunday"),
    ("1905-10-17", "1905-10-30", "October Manifesto"),
    ("1914-07-19", "1914-08-01", "Germany declared war on Russia"),
    ("1917-02-23", "1917-03-08", "February Revolution began"),
    ("1917-03-02", "1917-03-15", "Nicholas II abdicated"),
    ("1917-05-05", "1917-05-18", "coalition formed"),
    ("1917-05-06", "1917-05-19", "coalition announced"),
    ("1917-07-03", "1917-07-16", "July Days began"),
    ("1917-08-12", "1917-08-25", "strike in Moscow"),
    ("1917-08-31", "1917-09-13", "Petrograd Soviet's resolution"),
    ("1917-09-14", "1917-09-27", "Democratic Conference opened"),
    ("1917-09-22", "1917-10-05", "Democratic Conference closed"),
    ("1917-10-10", "1917-10-23", "Central Committee decided on a rising"),
    ("1917-10-25", "1917-11-07", "October Revolution"),
    ("1918-01-05", "1918-01-18", "Constituent Assembly met"),
    ("1918-01-31", "1918-02-13", "last Julian day in Russia"),
]

WEEKDAY_OF = [
    (JULIAN, (1066, 10, 14), "Sat", "battle of Hastings"),
    (JULIAN, (800, 12, 25), "Fri", "Charlemagne crowned"),
    (JULIAN, (1215, 6, 15), "Mon", "Magna Carta"),
    (JULIAN, (1453, 5, 29), "Tue", "Constantinople fell"),
    (JULIAN, (1492, 10, 12), "Fri", "Columbus saw land"),
    (JULIAN, (1517, 10, 31), "Sat", "Luther's theses"),
    (JULIAN, (1572, 8, 24), "Sun", "St Bartholomew's day"),
    (JULIAN, (1582, 10, 4), "Thu", "last Julian day in Rome"),
    (GREGORIAN, (1582, 10, 15), "Fri", "first Gregorian day"),
    (JULIAN, (1605, 11, 5), "Tue", "Gunpowder Plot"),
    (JULIAN, (1649, 1, 30), "Tue", "Charles I beheaded"),
    (JULIAN, (1666, 9, 2), "Sun", "Great Fire of London"),
    (JULIAN, (1752, 9, 2), "Wed", "last Julian day in Great Britain"),
    (GREGORIAN, (1752, 9, 14), "Thu", "first Gregorian day there"),
    (GREGORIAN, (1776, 7, 4), "Thu", "Declaration of Independence"),
    (GREGORIAN, (1789, 7, 14), "Tue", "Bastille"),
    (GREGORIAN, (1793, 1, 21), "Mon", "Louis XVI beheaded"),
    (GREGORIAN, (1805, 10, 21), "Mon", "Trafalgar"),
    (GREGORIAN, (1815, 6, 18), "Sun", "Waterloo"),
    (GREGORIAN, (1865, 4, 14), "Fri", "Lincoln shot"),
    (JULIAN, (1905, 1, 9), "Sun", "Bloody Sunday"),
    (GREGORIAN, (1912, 4, 15), "Mon", "Titanic sank"),
    (GREGORIAN, (1914, 6, 28), "Sun", "Sarajevo"),
    (JULIAN, (1917, 10, 25), "Wed", "October Revolution"),
    (GREGORIAN, (1918, 11, 11), "Mon", "armistice"),
    (GREGORIAN, (1929, 10, 29), "Tue", "Black Tuesday"),
    (GREGORIAN, (1944, 6, 6), "Tue", "Normandy"),
    (GREGORIAN, (1969, 7, 20), "Sun", "moon landing"),
    (GREGORIAN, (1989, 11, 9), "Thu", "Berlin wall"),
    (GREGORIAN, (2000, 1, 1), "Sat", "J2000"),
    (HEBREW, (5708, 2, 5), "Fri", "declaration of Israel"),
    (Calendar.ISLAMIC_CIVIL, (1, 1, 1), "Fri", "epoch of the Hijra"),
]

FRENCH_REPUBLIC = [
    ((1, 1, 1), (1792, 9, 22), "first day of the Republic"),
    ((1, 5, 2), (1793, 1, 21), "Louis XVI beheaded"),
    ((2, 1, 1), (1793, 9, 22), "1 Vendémiaire II"),
    ((2, 2, 1), (1793, 10, 22), "1 Brumaire II"),
    ((2, 3, 1), (1793, 11, 21), "1 Frimaire II"),
    ((2, 3, 4), (1793, 11, 24), "decree on the calendar"),
    ((2, 4, 1), (1793, 12, 21), "1 Nivôse II"),
    ((2, 5, 1), (1794, 1, 20), "1 Pluviôse II"),
    ((2, 6, 1), (1794, 2, 19), "1 Ventôse II"),
    ((2, 7, 1), (1794, 3, 21), "1 Germinal II"),
    ((2, 8, 1), (1794, 4, 20), "1 Floréal II"),
    ((2, 9, 1), (1794, 5, 20), "1 Prairial II"),
    ((2, 9, 20), (1794, 6, 8), "Festival of the Supreme Being"),
    ((2, 9, 22), (1794, 6, 10), "law of 22 Prairial"),
    ((2, 10, 1), (1794, 6, 19), "1 Messidor II"),
    ((2, 11, 1), (1794, 7, 19), "1 Thermidor II"),
    ((2, 11, 9), (1794, 7, 27), "fall of Robespierre"),
    ((2, 12, 1), (1794, 8, 18), "1 Fructidor II"),
    ((2, 13, 5), (1794, 9, 21), "last day of II"),
    ((3, 7, 12), (1795, 4, 1), "rising of 12 Germinal"),
    ((3, 9, 1), (1795, 5, 20), "rising of 1 Prairial"),
    ((3, 12, 5), (1795, 8, 22), "constitution of III"),
    ((3, 13, 6), (1795, 9, 22), "day of the Revolution"),
    ((4, 1, 13), (1795, 10, 5), "13 Vendémiaire"),
    ((5, 12, 18), (1797, 9, 4), "coup of 18 Fructidor"),
    ((6, 8, 22), (1798, 5, 11), "coup of 22 Floréal"),
    ((7, 9, 30), (1799, 6, 18), "coup of 30 Prairial"),
    ((7, 13, 6), (1799, 9, 22), "last day of VII"),
    ((8, 2, 18), (1799, 11, 9), "coup of 18 Brumaire"),
    ((9, 4, 3), (1800, 12, 24), "rue Saint-Nicaise"),
    ((9, 10, 26), (1801, 7, 15), "Concordat"),
    ((12, 8, 28), (1804, 5, 18), "Empire proclaimed"),
    ((13, 3, 11), (1804, 12, 2), "Napoleon crowned"),
    ((14, 4, 10), (1805, 12, 31), "the last day"),
]

ROSH_HASHANAH = [
    (5700, (1939, 9, 14)),
    (5710, (1949, 9, 24)),
    (5720, (1959, 10, 3)),
    (5730, (1969, 9, 13)),
    (5740, (1979, 9, 22)),
    (5750, (1989, 9, 30)),
    (5760, (1999, 9, 11)),
    (5765, (2004, 9, 16)),
    (5770, (2009, 9, 19)),
    (5774, (2013, 9, 5)),
    (5777, (2016, 10, 3)),
    (5780, (2019, 9, 30)),
    (5781, (2020, 9, 19)),
    (5782, (2021, 9, 7)),
    (5783, (2022, 9, 26)),
    (5784, (2023, 9, 16)),
    (5785, (2024, 10, 3)),
    (5786, (2025, 9, 23)),
]

PASSOVER = [
    (5774, (2014, 4, 15)),
    (5775, (2015, 4, 4)),
    (5776, (2016, 4, 23)),
    (5777, (2017, 4, 11)),
    (5778, (2018, 3, 31)),
    (5779, (2019, 4, 20)),
    (5780, (2020, 4, 9)),
    (5781, (2021, 3, 28)),
    (5782, (2022, 4, 16)),
    (5783, (2023, 4, 6)),
    (5784, (2024, 4, 23)),
    (5785, (2025, 4, 13)),
]

GREAT_NORTHERN_WAR = [  # Swedish, Julian and Gregorian names of one day
    ((1700, 11, 20), (1700, 11, 19), (1700, 11, 30), "Narva"),
    ((1702, 7, 9), (1702, 7, 8), (1702, 7, 19), "Kliszów"),
    ((1706, 2, 3), (1706, 2, 2), (1706, 2, 13), "Fraustadt"),
    ((1708, 7, 4), (1708, 7, 3), (1708, 7, 14), "Holowczyn"),
    ((1708, 9, 29), (1708, 9, 28), (1708, 10, 9), "Lesnaya"),
    ((1709, 6, 28), (1709, 6, 27), (1709, 7, 8), "Poltava"),
    ((1710, 2, 28), (1710, 2, 27), (1710, 3, 10), "Helsingborg"),
    ((1712, 12, 9), (1712, 12, 9), (1712, 12, 20), "Gadebusch"),
]


@pytest.mark.parametrize(("old", "new", "event"), OLD_AND_NEW_STYLE)
def test_old_and_new_style(old: str, new: str, event: str) -> None:
    date = parse_edtf(old, JULIAN)
    assert date.edtf == new, event
    assert date.first_day == parse_edtf(new).first_day


@pytest.mark.parametrize(("calendar", "date", "weekday", "event"), WEEKDAY_OF)
def test_weekday(
    calendar: Calendar, date: tuple[int, int, int], weekday: str, event: str
) -> None:
    """Day number 0 was a Monday."""
    assert WEEKDAYS[day_number(calendar, *date) % 7] == weekday, event


@pytest.mark.parametrize(("republican", "gregorian", "event"), FRENCH_REPUBLIC)
def test_the_french_republic(
    republican: tuple[int, int, int], gregorian: tuple[int, int, int], event: str
) -> None:
    day = day_number(FRENCH, *republican)
    assert civil_date(GREGORIAN, day) == gregorian, event
    assert civil_date(FRENCH, day_number(GREGORIAN, *gregorian)) == republican


@pytest.mark.parametrize(("year", "gregorian"), ROSH_HASHANAH)
def test_rosh_hashanah(year: int, gregorian: tuple[int, int, int]) -> None:
    assert civil_date(GREGORIAN, day_number(HEBREW, year, 7, 1)) == gregorian


@pytest.mark.parametrize(("year", "gregorian"), PASSOVER)
def test_passover(year: int, gregorian: tuple[int, int, int]) -> None:
    assert civil_date(HEBREW, day_number(GREGORIAN, *gregorian)) == (year, 1, 15)


@pytest.mark.parametrize(("swedish", "julian", "new", "battle"), GREAT_NORTHERN_WAR)
def test_the_great_northern_war(
    swedish: tuple[int, int, int],
    julian: tuple[int, int, int],
    new: tuple[int, int, int],
    battle: str,
) -> None:
    day = day_number(SWEDISH, *swedish)
    assert civil_date(JULIAN, day) == julian, battle
    assert civil_date(GREGORIAN, day) == new, battle
    assert civil_date(SWEDISH, day) == swedish, battle
