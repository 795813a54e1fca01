"""The words of each language, for telling dates and for reading the words back."""

from __future__ import annotations

from collections.abc import Mapping

from .wording_words import Words


def _with_hemispheres(
    seasons: tuple[str, str, str, str],
    north: str,
    south: str,
    others: Mapping[int, str],
) -> dict[int, str]:
    table = {21 + place: season for place, season in enumerate(seasons)}
    table |= {25 + place: f"{season} ({north})" for place, season in enumerate(seasons)}
    table |= {29 + place: f"{season} ({south})" for place, season in enumerate(seasons)}
    return table | dict(others)


def _numbered(template: str, first: int, count: int) -> dict[int, str]:
    return {
        first + place: template.replace("{number}", str(place + 1))
        for place in range(count)
    }


ENGLISH = Words(
    locale="en",
    day_number="{number}",
    first_day_number="1",
    day="{day} {month} {year}",
    day_without_year="{day} {month}",
    month="{month} {year}",
    months="{first} – {last} {year}",
    year="{year}",
    years="{first}–{last}",
    republican_year="year {year}",
    republican_date_year="{year}",
    complementary_day="complementary day {day}, year {year}",
    before_christ="{year} BC",
    after_christ="AD {year}",
    long_year="year {year}",
    decade="{year}s",
    significant="{year} (significant digits: {number})",
    about="about {date}",
    uncertain="{date} (uncertain)",
    note="{date} ({note})",
    doubt_of="{components} {doubt}",
    uncertain_note="uncertain",
    approximate_note="approximate",
    both_note="approximate and uncertain",
    components=("year", "month", "day"),
    not_given="{components} not given",
    joint=" and ",
    until="until {date}",
    since="from {date} on",
    start_unknown="until {date}, start unknown",
    end_unknown="from {date}, end unknown",
    always="without start or end",
    nothing_known="start and end unknown",
    unknown_start_open_end="start unknown, without end",
    open_start_unknown_end="without start, end unknown",
    or_earlier="{date} or earlier",
    or_later="{date} or later",
    to="{first} to {last}",
    either=" or ",
    both=" and ",
    one_of="one of: {dates}",
    all_of="all of: {dates}",
    time="{date}, {time}",
    groupings=_with_hemispheres(
        ("spring {year}", "summer {year}", "autumn {year}", "winter {year}"),
        "northern hemisphere",
        "southern hemisphere",
        _numbered("{year}, quarter {number}", 33, 4)
        | _numbered("{year}, four months {number}", 37, 3)
        | _numbered("{year}, half-year {number}", 40, 2),
    ),
)

FRENCH = Words(
    locale="fr",
    day_number="{number}",
    first_day_number="1er",
    day="{day} {month} {year}",
    day_without_year="{day} {month}",
    month="{month} {year}",
    months="{first} – {last} {year}",
    year="{year}",
    years="{first}–{last}",
    republican_year="an {year}",
    republican_date_year="an {year}",
    complementary_day="jour complémentaire {day}, an {year}",
    before_christ="{year} av. J.-C.",
    after_christ="{year} apr. J.-C.",
    long_year="an {year}",
    decade="années {year}",
    significant="{year} (chiffres significatifs : {number})",
    about="vers {date}",
    uncertain="{date} (incertain)",
    note="{date} ({note})",
    doubt_of="{components} {doubt}",
    uncertain_note="incertain",
    approximate_note="approximatif",
    both_note="approximatif et incertain",
    components=("an", "mois", "jour"),
    not_given="{components} non précisé",
    joint=" et ",
    until="jusque : {date}",
    since="dès {date}",
    start_unknown="jusque : {date}, début inconnu",
    end_unknown="dès {date}, fin inconnue",
    always="sans début ni fin",
    nothing_known="début et fin inconnus",
    unknown_start_open_end="début inconnu, sans fin",
    open_start_unknown_end="sans début, fin inconnue",
    or_earlier="{date} ou avant",
    or_later="{date} ou après",
    to="{first} à {last}",
    either=" ou ",
    both=" et ",
    one_of="une de ces dates : {dates}",
    all_of="toutes ces dates : {dates}",
    time="{date}, {time}",
    groupings=_with_hemispheres(
        ("printemps {year}", "été {year}", "automne {year}", "hiver {year}"),
        "hémisphère nord",
        "hémisphère sud",
        _numbered("{year}, trimestre {number}", 33, 4)
        | _numbered("{year}, quadrimestre {number}", 37, 3)
        | _numbered("{year}, semestre {number}", 40, 2),
    ),
)

GERMAN = Words(
    locale="de",
    day_number="{number}.",
    first_day_number="1.",
    day="{day} {month} {year}",
    day_without_year="{day} {month}",
    month="{month} {year}",
    months="{first} – {last} {year}",
    year="{year}",
    years="{first}–{last}",
    republican_year="Jahr {year}",
    republican_date_year="{year}",
    complementary_day="Ergänzungstag {day}, Jahr {year}",
    before_christ="{year} v. Chr.",
    after_christ="{year} n. Chr.",
    long_year="Jahr {year}",
    decade="{year}er Jahre",
    significant="{year} (gültige Ziffern: {number})",
    about="etwa {date}",
    uncertain="{date} (unsicher)",
    note="{date} ({note})",
    doubt_of="{components} {doubt}",
    uncertain_note="unsicher",
    approximate_note="ungefähr",
    both_note="ungefähr und unsicher",
    components=("Jahr", "Monat", "Tag"),
    not_given="{components} nicht angegeben",
    joint=" und ",
    until="bis {date}",
    since="ab {date}",
    start_unknown="bis {date}, Beginn unbekannt",
    end_unknown="ab {date}, Ende unbekannt",
    always="ohne Beginn und Ende",
    nothing_known="Beginn und Ende unbekannt",
    unknown_start_open_end="Beginn unbekannt, ohne Ende",
    open_start_unknown_end="ohne Beginn, Ende unbekannt",
    or_earlier="{date} oder früher",
    or_later="{date} oder später",
    to="{first} bis {last}",
    either=" oder ",
    both=" und ",
    one_of="eines von: {dates}",
    all_of="alle von: {dates}",
    time="{date}, {time}",
    groupings=_with_hemispheres(
        ("Frühling {year}", "Sommer {year}", "Herbst {year}", "Winter {year}"),
        "Nordhalbkugel",
        "Südhalbkugel",
        _numbered("{year}, Quartal {number}", 33, 4)
        | _numbered("{year}, Jahresdrittel {number}", 37, 3)
        | _numbered("{year}, Halbjahr {number}", 40, 2),
    ),
)

RUSSIAN = Words(
    locale="ru",
    day_number="{number}",
    first_day_number="1",
    day="{day} {month} {year}",
    day_without_year="{day} {month}",
    month="{month} {year}",
    months="{first} – {last} {year}",
    year="{year} г.",
    years="{first}–{last} гг.",
    republican_year="год {year}",
    republican_date_year="{year}",
    complementary_day="дополнительный день {day}, год {year}",
    before_christ="{year} г. до н. э.",
    after_christ="{year} г. н. э.",
    long_year="год {year}",
    decade="{year}-е годы",
    significant="{year} (значащих цифр: {number})",
    about="примерно {date}",
    uncertain="{date} (под вопросом)",
    note="{date} ({note})",
    doubt_of="{components} {doubt}",
    uncertain_note="под вопросом",
    approximate_note="примерно",
    both_note="примерно и под вопросом",
    components=("год", "месяц", "день"),
    not_given="{components} не указан",
    joint=" и ",
    until="по {date}",
    since="начиная с даты: {date}",
    start_unknown="по {date}, начало неизвестно",
    end_unknown="начиная с даты: {date}, конец неизвестен",
    always="без начала и конца",
    nothing_known="начало и конец неизвестны",
    unknown_start_open_end="начало неизвестно, без конца",
    open_start_unknown_end="без начала, конец неизвестен",
    or_earlier="{date} или раньше",
    or_later="{date} или позже",
    to="{first} по {last}",
    either=" или ",
    both=" и ",
    one_of="одно из: {dates}",
    all_of="все из: {dates}",
    time="{date}, {time}",
    groupings=_with_hemispheres(
        ("весна {year}", "лето {year}", "осень {year}", "зима {year}"),
        "северное полушарие",
        "южное полушарие",
        _numbered("{year}, квартал {number}", 33, 4)
        | _numbered("{year}, четырёхмесячие {number}", 37, 3)
        | _numbered("{year}, полугодие {number}", 40, 2),
    ),
)

LANGUAGES = {words.locale: words for words in (ENGLISH, FRENCH, GERMAN, RUSSIAN)}


def words_of(locale: str) -> Words:
    """The words of a language such as "de" or "de-AT"; English for any other."""
    return LANGUAGES.get(locale.replace("_", "-").split("-")[0].lower(), ENGLISH)
