"""Months of the Hebrew and the Islamic calendar, as books in Latin letters spell them.

The value names calendar and month as this project counts them: Nisan is 1, Tishri 7,
Adar 12 and Adar II 13. Understood in every language.
"""

from __future__ import annotations

from .table import Table

TABLE: Table = {
    "other month": {
        "hebrew 1": "nisan, nissan",
        "hebrew 2": "iyar, iyyar, ijar",
        "hebrew 3": "sivan, siwan",
        "hebrew 4": "tammuz, tamuz, tammus",
        "hebrew 5": "av, menachem av",
        "hebrew 6": "elul",
        "hebrew 7": "tishri, tishrei, tischri, tichri",
        "hebrew 8": "heshvan, cheshvan, marheshvan, marcheshvan, cheschwan",
        "hebrew 9": "kislev, chislev, kislew",
        "hebrew 10": "tevet, tebet, teves, teveth",
        "hebrew 11": "shevat, shvat, shebat, schewat",
        "hebrew 12": "adar, adar i, adar rishon, first adar",
        "hebrew 13": "adar ii, adar sheni, second adar, veadar",
        "islamic_civil 1": "muharram, moharram, muḥarram",
        "islamic_civil 2": "safar, ṣafar",
        "islamic_civil 3": "rabi i, rabi' i, rabi al-awwal, rabi' al-awwal, rabīʿ i",
        "islamic_civil 4": "rabi ii, rabi' ii, rabi al-thani, rabi' al-thani, "
        "rabi al-akhir, rabi' al-akhir, rabīʿ ii",
        "islamic_civil 5": "jumada i, jumada al-ula, jumādā i",
        "islamic_civil 6": "jumada ii, jumada al-akhira, jumada al-thaniya, jumādā ii",
        "islamic_civil 7": "rajab, redjeb",
        "islamic_civil 8": "sha'ban, shaban, shaaban, shaʿbān",
        "islamic_civil 9": "ramadan, ramazan, ramaḍān",
        "islamic_civil 10": "shawwal, shawwāl",
        "islamic_civil 11": "dhu al-qa'da, dhu'l-qa'da, dhu l-qa'da, dhu al-qadah",
        "islamic_civil 12": "dhu al-hijja, dhu'l-hijja, dhu l-hijja, dhu al-hijjah",
    },
    "hegira": {
        "": "a. h., ah, anno hegirae, of the hegira, of the hijra, h.",
    },
}
