"""The calendars a source may be written in, and the English names of their months."""

from __future__ import annotations

from enum import StrEnum

from .errors import DateError


class Calendar(StrEnum):
    """A way of naming days. Julian and Gregorian are both carried back without end."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"
    HEBREW = "hebrew"
    ISLAMIC_CIVIL = "islamic_civil"
    FRENCH_REPUBLICAN = "french_republican"
    SWEDISH = "swedish"

    @classmethod
    def _missing_(cls, value: object) -> Calendar:
        raise DateError(f"There is no calendar {value!r}.", expected=", ".join(cls))

    @property
    def label(self) -> str:
        """The name in a sentence: "the French Republican calendar"."""
        return self.value.replace("_", " ").title()

    @property
    def month_names(self) -> tuple[str, ...]:
        """English names; the first is month 1 (Hebrew: Nisan, the year begins in 7)."""
        return _MONTH_NAMES.get(self, _ROMAN_MONTHS)


_ROMAN_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTH_NAMES = {
    Calendar.HEBREW: (
        "Nisan",
        "Iyar",
        "Sivan",
        "Tammuz",
        "Av",
        "Elul",
        "Tishri",
        "Heshvan",
        "Kislev",
        "Tevet",
        "Shevat",
        "Adar",
        "Adar II",
    ),
    Calendar.ISLAMIC_CIVIL: (
        "Muharram",
        "Safar",
        "Rabi I",
        "Rabi II",
        "Jumada I",
        "Jumada II",
        "Rajab",
        "Shaban",
        "Ramadan",
        "Shawwal",
        "Dhu al-Qada",
        "Dhu al-Hijja",
    ),
    Calendar.FRENCH_REPUBLICAN: (
        "Vendémiaire",
        "Brumaire",
        "Frimaire",
        "Nivôse",
        "Pluviôse",
        "Ventôse",
        "Germinal",
        "Floréal",
        "Prairial",
        "Messidor",
        "Thermidor",
        "Fructidor",
        "complementary days",
    ),
}
