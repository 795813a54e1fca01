"""Printed dates in French, as the Imprimerie nationale and archivists write them."""

from __future__ import annotations

import pytest

from .reading_cases import Case, written

ALL: list[Case] = [
    ("1er mai 1917", "1917-05-01", "Lexique: the first only is ordinal"),
    ("1ᵉʳ mai 1917", "1917-05-01", "raised letters"),
    ("6 mai 1917", "1917-05-06", "Lexique"),
    ("le 6 mai 1917", "1917-05-06", "with the article"),
    ("le dimanche 6 mai 1917", "1917-05-06", "with the weekday"),
    ("dimanche 6 mai 1917", "1917-05-06", "with the weekday"),
    ("ce 6 mai 1917", "1917-05-06", "head of a letter"),
    ("du 6 mai 1917", "1917-05-06", "of a letter"),
    ("Paris, le 6 mai 1917", "refused", ""),
    ("le 14 juillet 1789", "1789-07-14", "the Bastille"),
    ("4 août 1789", "1789-08-04", "accent"),
    ("4 aout 1789", "1789-08-04", "no accent"),
    ("2 décembre 1851", "1851-12-02", "accent"),
    ("15 févr. 1848", "1848-02-15", "short"),
    ("15 janv. 1848", "1848-01-15", "short"),
    ("3 8bre 1793", "1793-10-03", "Latin number"),
    ("3 7bre 1793", "1793-09-03", "Latin number"),
    ("3 Xbre 1793", "1793-12-03", "Latin number"),
    ("le cinq mai mil huit cent vingt et un", "1821-05-05", "notaries: in words"),
    ("6 mai de l'an 1917", "1917-05-06", "solemn"),
    ("6 mai de l’an de grâce 1517", "1517-05-06", "solemn"),
    ("06/05/1917", "1917-05-06", "day first"),
    ("6.5.1917", "1917-05-06", "day first"),
    ("6-5-1917", "1917-05-06", "day first"),
    ("mai 1917", "1917-05", "month"),
    ("en mai 1917", "1917-05", "month"),
    ("au mois de mai 1917", "1917-05", "month"),
    ("1917", "1917", "year"),
    ("en 1917", "1917", "year"),
    ("l'an 1066", "1066", "year"),
    ("l’année 1917", "1917", "year"),
    ("en l'an 800", "0800", "year"),
    ("14 et 16 septembre 1917", "{1917-09-14,1917-09-16}", "two days"),
    ("les 14 et 16 septembre 1917", "{1917-09-14,1917-09-16}", "two days"),
    ("14-22 septembre 1917", "1917-09-14/1917-09-22", "range"),
    ("du 14 au 22 septembre 1917", "1917-09-14/1917-09-22", "from … to"),
    ("30 sept.-2 oct. 1917", "1917-09-30/1917-10-02", "across a month"),
    ("du 30 septembre au 2 octobre 1917", "1917-09-30/1917-10-02", "across a month"),
    ("mai-juin 1917", "1917-05/1917-06", "months"),
    ("de mai à août 1917", "1917-05/1917-08", "months"),
    ("1914-1918", "1914/1918", "years"),
    ("de 1914 à 1918", "1914/1918", "years in words"),
    ("entre 1914 et 1918", "1914/1918", "between"),
    ("entre le 6 et le 9 mai 1917", "1917-05-06/1917-05-09", "between days"),
    ("1914 ou 1915", "[1914,1915]", "or"),
    ("nuit du 24 au 25 octobre 1917", "1917-10-24/1917-10-25", "night"),
    ("dans la nuit du 9 au 10 août 1792", "1792-08-09/1792-08-10", "night"),
    ("début mai 1917", "1917-05-01/1917-05-10", "docs: ten days"),
    ("mi-mai 1917", "1917-05-11/1917-05-20", "docs"),
    ("fin mai 1917", "1917-05-21/1917-05-31", "docs"),
    ("début 1917", "1917-01/1917-04", "docs: four months"),
    ("fin 1917", "1917-09/1917-12", "docs"),
    ("vers 1900", "1900~", "about"),
    ("environ 1900", "1900~", "about"),
    ("ca 1900", "1900~", "about"),
    ("v. 1900", "1900~", "catalogues: v. for vers"),
    ("avant 1917", "../1916", "before"),
    ("avant le 6 mai 1917", "../1917-05-05", "before a day"),
    ("après 1917", "1918/..", "after"),
    ("depuis 1917", "1917/..", "since"),
    ("à partir de 1917", "1917/..", "since"),
    ("jusqu'en 1917", "../1917", "until"),
    ("au plus tard en 1917", "../1917", "not after"),
    ("1917 ?", "1917?", "query after a space"),
    ("[1917 ?]", "1917?", "query after a space"),
    ("peut-être 1917", "1917?", "perhaps"),
    ("XIIe siècle", "1101/1200", "century"),
    ("XIIᵉ siècle", "1101/1200", "raised letter"),
    ("le XIIe siècle", "1101/1200", "century"),
    ("12e siècle", "1101/1200", "figures"),
    ("douzième siècle", "1101/1200", "words"),
    ("milieu du XIIe siècle", "1134/1166", "docs: thirds"),
    ("début du XIIe siècle", "1101/1133", "docs"),
    ("fin du XIIe siècle", "1167/1200", "docs"),
    ("fin XIIe siècle", "1167/1200", "docs"),
    ("première moitié du XIIe siècle", "1101/1150", "half"),
    ("2e moitié du XIIe siècle", "1151/1200", "half"),
    ("dernier quart du XIIe siècle", "1176/1200", "quarter"),
    ("XIIe-XIIIe siècles", "1101/1300", "two centuries"),
    ("Ve siècle av. J.-C.", "-0499/-0400", "century BC"),
    ("les années 1840", "184X", "decade"),
    ("années 1840", "184X", "decade"),
    ("printemps 1905", "1905-21", "season"),
    ("au printemps de 1905", "1905-21", "season"),
    ("l'été 1914", "1914-22", "season"),
    ("automne 1917", "1917-23", "season"),
    ("hiver 1905-1906", "1905-24", "season of two years"),
    ("l'hiver de 1812", "1812-24", "season"),
    ("44 av. J.-C.", "-0043", "BC"),
    ("44 avant Jésus-Christ", "-0043", "BC"),
    ("79 ap. J.-C.", "0079", "AD"),
    ("15 mars 44 av. J.-C.", "-0043-03-15", "the Ides"),
    ("Pâques 1917", "1917-04-08", "Easter"),
    ("lundi de Pâques 1916", "1916-04-24", "Easter Monday"),
    ("vendredi saint 1865", "1865-04-14", "Good Friday"),
    ("Pentecôte 1917", "1917-05-27", "49 days after Easter"),
    ("Noël 1862", "1862-12-25", "Christmas"),
    ("la Toussaint 1755", "1755-11-01", "All Saints"),
    ("la Saint-Jean 1717", "1717-06-24", "St John"),
    ("la Saint-Barthélemy 1572", "1572-08-24", "the massacre"),
    ("Mercredi des Cendres 1917", "1917-02-21", "Ash Wednesday"),
]
ALL = [case for case in ALL if case[1] != "refused"]


@pytest.mark.parametrize(("text", "edtf", "source"), ALL, ids=[c[0] for c in ALL])
def test_french(text: str, edtf: str, source: str) -> None:
    assert written(text, "fr") == edtf, source


# Villain, Les dates républicaines; day 1 of year I is 22 September 1792.
REPUBLICAN: list[Case] = [
    ("18 brumaire an VIII", "1799-11-09", "Bonaparte's coup"),
    ("18 brumaire an 8", "1799-11-09", "figures"),
    ("le 18 brumaire de l'an VIII", "1799-11-09", "article"),
    ("9 thermidor an II", "1794-07-27", "fall of Robespierre"),
    ("1er vendémiaire an I", "1792-09-22", "the first day"),
    ("13 vendémiaire an IV", "1795-10-05", "Paris rises"),
    ("18 fructidor an V", "1797-09-04", "coup"),
    ("2 décembre 1804 (11 frimaire an XIII)", "1804-12-02", "both calendars"),
    ("11 frimaire an XIII (2 décembre 1804)", "1804-12-02", "both calendars"),
]


@pytest.mark.parametrize(
    ("text", "edtf", "source"), REPUBLICAN, ids=[c[0] for c in REPUBLICAN]
)
def test_republican(text: str, edtf: str, source: str) -> None:
    from .reading_cases import julian

    assert julian(text, "fr")[1] == edtf, source


def check(text: str, edtf: str, source: str) -> str:
    return written(text, "fr")
