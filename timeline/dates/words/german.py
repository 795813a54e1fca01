"""The words of German dates.

A trailing point marks an abbreviation; entries are separated by commas.
"""

from __future__ import annotations

from .table import Table

TABLE: Table = {
    "month": {
        1: "januar, jan., jän., jänner, jenner, januarii, januars, jänners",
        2: "februar, feb., febr., feber, hornung, februarii, februars, febers",
        3: "märz, maerz, mär., mrz., märzen, martii, märzes, merz, mertz",
        4: "april, apr., aprilis, aprils",
        5: "mai, may, maj, mais, maien, maii, maij",
        6: "juni, jun., juny, junius, junii, junij, junis, juno",
        7: "juli, jul., july, julius, julii, julij, julis",
        8: "august, aug., augusts, augusti",
        9: "september, sept., sep., septbr., 7ber., 7br., septembers, septembris",
        10: "oktober, okt., october, oct., octbr., oktbr., 8ber., 8br., "
        "oktobers, octobris, octobers",
        11: "november, nov., novbr., 9ber., 9br., novembers, novembris",
        12: "dezember, dez., december, dec., decbr., dezbr., 10ber., 10br., "
        "xber., xbr., dezembers, christmonat, decembers, decembris",
    },
    "weekday": {
        0: "montag, mo., montags, mont.",
        1: "dienstag, di., dienstags, dinstag, dienst.",
        2: "mittwoch, mi., mittwochs, mittw.",
        3: "donnerstag, do., donnerstags, donn.",
        4: "freitag, fr., freitags, freytag, freit.",
        5: "samstag, sa., sonnabend, samstags, sonnabends, sonnab., samst.",
        6: "sonntag, so., sonntags, sonnt.",
    },
    "suffix": {
        "": "ten, te, ter, sten, ste, ster, er, n",
    },
    "ordinal": {
        1: "erste, ersten, erster",
        2: "zweite, zweiten, zweiter",
        3: "dritte, dritten, dritter",
        4: "vierte, vierten, vierter",
        5: "fünfte, fünften, fünfter",
        6: "sechste, sechsten, sechster",
        7: "siebte, siebten, siebente, siebenten, siebter",
        8: "achte, achten, achter",
        9: "neunte, neunten, neunter",
        10: "zehnte, zehnten, zehnter",
        11: "elfte, elften, elfter, eilften",
        12: "zwölfte, zwölften, zwölfter",
        13: "dreizehnte, dreizehnten",
        14: "vierzehnte, vierzehnten",
        15: "fünfzehnte, fünfzehnten",
        16: "sechzehnte, sechzehnten",
        17: "siebzehnte, siebzehnten",
        18: "achtzehnte, achtzehnten",
        19: "neunzehnte, neunzehnten",
        20: "zwanzigste, zwanzigsten",
        21: "einundzwanzigste, einundzwanzigsten",
        22: "zweiundzwanzigste, zweiundzwanzigsten",
        23: "dreiundzwanzigste, dreiundzwanzigsten",
        24: "vierundzwanzigste, vierundzwanzigsten",
        25: "fünfundzwanzigste, fünfundzwanzigsten",
        26: "sechsundzwanzigste, sechsundzwanzigsten",
        27: "siebenundzwanzigste, siebenundzwanzigsten",
        28: "achtundzwanzigste, achtundzwanzigsten",
        29: "neunundzwanzigste, neunundzwanzigsten",
        30: "dreißigste, dreißigsten, dreissigsten",
        31: "einunddreißigste, einunddreißigsten, einunddreissigsten",
    },
    "count": {
        1: "ein, eine, einen, einem, einer, eines",
        2: "zwei",
        3: "drei",
        4: "vier",
        5: "fünf",
        6: "sechs",
        7: "sieben",
        8: "acht",
        9: "neun",
        10: "zehn",
        11: "elf",
        12: "zwölf",
    },
    "article": {
        "": "der, die, das, den, dem, des, d.",
    },
    "of": {
        "": "des, der, vom, von, im, des monats",
    },
    "on": {
        "": "am, im, in, an, anno, zum, vom, in den",
    },
    "month word": {
        "": "monat, monats",
    },
    "day word": {
        "": "tag, tage",
    },
    "year word": {
        "": "jahr, jahre, jahres, im jahr, im jahre, des jahres, das jahr, "
        "anno, jahren, in den jahren",
    },
    "about": {
        "~": "um, etwa, circa, ca., zirka, gegen, ungefähr, rund, um das jahr, "
        "um den, zwischen etwa, etwa um",
    },
    "perhaps": {
        "?": "vielleicht, wahrscheinlich, wohl, vermutlich, vermutl., "
        "möglicherweise, wahrsch.",
    },
    "before": {
        "<": "vor, vor dem, vor der",
    },
    "after": {
        ">": "nach, nach dem, nach der",
    },
    "by": {
        "<=": "spätestens, spätestens am, bis, nicht nach, bis zum, bis "
        "spätestens, nicht später als, spätestens im",
    },
    "since": {
        ">=": "seit, seit dem, ab, ab dem, frühestens, nicht vor, frühestens "
        "am, nicht früher als, frühestens im",
    },
    "between": {
        "": "zwischen, zwischen dem",
    },
    "from": {
        "": "von, vom, vom jahr",
    },
    "range": {
        "": "bis, bis zum, bis zur, bis etwa",
    },
    "and": {
        "": "und, u., sowie, und dem, aber",
    },
    "or": {
        "": "oder, od., bzw., oder am",
    },
    "either": {
        "": "entweder",
    },
    "bc": {
        "": "v. chr., vor christus, v. u. z., vor unserer zeitrechnung, v. "
        "chr. geb., vor christi geburt, vor christo, vor chr.",
    },
    "ad": {
        "": "n. chr., nach christus, u. z., unserer zeitrechnung, n. u. z., "
        "nach christi geburt, a. d., nach chr.",
    },
    "julian": {
        "": "a. st., alten stils, alten stiles, a. s., st. v., alter stil, "
        "julianisch, julianischer kalender, alt. st., julian., jul., st. "
        "vet., nach julianischem kalender",
    },
    "gregorian": {
        "": "n. st., neuen stils, neuen stiles, n. s., st. n., neuer stil, "
        "gregorianisch, gregorianischer kalender, greg., gregor., nach "
        "gregorianischem kalender",
    },
    "century": {
        "": "jahrhundert, jahrhunderts, jahrhunderte, jh., jhd., jahrh., "
        "jhdt., jhs., jhdts., jahrhunderten, saec., jhds.",
    },
    "decade suffix": {
        "": "er, iger",
    },
    "decade word": {
        "": "jahre, jahren, jahrzehnt",
    },
    "decade": {
        20: "zwanziger",
        30: "dreißiger, dreissiger",
        40: "vierziger",
        50: "fünfziger",
        60: "sechziger",
        70: "siebziger",
        80: "achtziger",
        90: "neunziger",
    },
    "portion": {
        "early": "anfang, anfang des, anfangs, beginn, beginn des, anfang der, "
        "anf., frühes, frühen, frühe, beginn der, anfang vom",
        "mid": "mitte, mitte des, mitte der, mittleres, mittleren",
        "late": "ende, ende des, ausgang des, ende der, spätes, späten, späte, "
        "schluss des",
        "half 1": "erste hälfte, erste hälfte des, ersten hälfte des, 1. hälfte, 1. "
        "hälfte des, 1. h., 1. hälfte d., erste hälfte der, ersten hälfte "
        "der, erstes halbjahr, 1. halbjahr",
        "half 2": "zweite hälfte, zweite hälfte des, zweiten hälfte des, 2. hälfte, "
        "2. hälfte des, 2. h., 2. hälfte d., zweite hälfte der, zweiten "
        "hälfte der, zweites halbjahr, 2. halbjahr",
        "quarter 1": "erstes viertel des, 1. viertel des, ersten viertel des, 1. "
        "viertel, erstes viertel, erste viertel des, erstes "
        "quartal, 1. quartal",
        "quarter 2": "zweites viertel des, 2. viertel des, zweiten viertel des, 2. "
        "viertel, zweites viertel, zweite viertel des, zweites "
        "quartal, 2. quartal",
        "quarter 3": "drittes viertel des, 3. viertel des, dritten viertel des, 3. "
        "viertel, drittes viertel, dritte viertel des, drittes "
        "quartal, 3. quartal",
        "quarter 4": "letztes viertel des, 4. viertel des, letzten viertel des, "
        "viertes viertel des, 4. viertel, letztes viertel, letzte viertel "
        "des, viertes quartal, 4. quartal, letztes quartal",
        "third 1": "erstes drittel des, 1. drittel des, ersten drittel des, erstes "
        "drittel, 1. drittel, erste drittel des",
        "third 2": "zweites drittel des, 2. drittel des, zweiten drittel des, "
        "zweites drittel, 2. drittel",
        "third 3": "letztes drittel des, 3. drittel des, letzten drittel des, "
        "letztes drittel, 3. drittel, drittes drittel des",
        "last day": "letzter tag des, letzten tag des, letzten tage des",
        "week 1": "erste woche des, ersten woche des, erste maiwoche",
        "last week": "letzte woche des, letzten woche des",
    },
    "season": {
        21: "frühling, frühjahr, frühlings, frühjahrs, lenz",
        22: "sommer, sommers",
        23: "herbst, herbstes",
        24: "winter, winters",
    },
    "night": {
        "night": "nacht vom, in der nacht vom, die nacht vom, nacht von, nacht des",
        "night into": "nacht auf den, nacht zum, in der nacht auf den, nacht auf, in "
        "der nacht zum, die nacht auf den, die nacht zum",
    },
    "night link": {
        "": "auf den, auf, zum, zu dem",
    },
    "part of day": {
        "": "morgen des, abend des, am abend des, am morgen des, nachmittag "
        "des, am nachmittag des, vormittag des",
    },
    "this month": {
        0: "d. m., dieses monats, d. mts., lfd. m., ds. mts., ds., des "
        "laufenden monats, curr., c., hujus, huj., diesen monat, d. j., "
        "dieses",
        -1: "v. m., vorigen monats, v. mts., vor. m., vergangenen monats, "
        "letzten monats, des vorigen monats, vorigen monat",
        1: "n. m., nächsten monats, k. m., kommenden monats, n. mts.",
    },
    "day from now": {
        -2: "vorgestern",
        -1: "gestern, gestern abend, gestern früh",
        0: "heute, heut, heute abend, heute morgen",
        1: "morgen, morgen früh",
        2: "übermorgen",
    },
    "day from then": {
        0: "am selben tag, am gleichen tag, am selben tage, am nämlichen "
        "tage, am gleichen tage, selbigen tags, desselben tages, am "
        "selben abend",
        1: "am nächsten tag, am folgenden tag, tags darauf, am tag darauf, "
        "am folgenden tage, am nächsten tage, am tage darauf, am andern "
        "tag, am nächsten morgen, anderntags",
        -1: "am vortag, tags zuvor, am tag zuvor, am tag davor, am tage "
        "zuvor, am vortage",
    },
    "last": {
        -1: "letzten, letzte, letzter, vorigen, vorige, voriger, vergangenen, "
        "vergangene, vergangener, letztes, voriges",
    },
    "next": {
        1: "nächsten, nächste, nächster, kommenden, kommende, kommender, "
        "künftigen, nächstes",
    },
    "this": {
        0: "diesen, diese, dieser, dieses",
    },
    "unit": {
        "day": "tag, tage, tagen, tages",
        "week": "woche, wochen",
        "month": "monat, monate, monaten, monats",
        "year": "jahr, jahre, jahren, jahres",
    },
    "ago prefix": {
        -1: "vor",
    },
    "later": {
        1: "später, darauf, danach, nachher",
        -1: "zuvor, früher, davor, vorher",
    },
    "later prefix": {
        1: "nach",
    },
    "undated": {
        "": "o. d., ohne datum, undatiert, o. j., ohne jahr, s. d., datum "
        "unbekannt, unbekannt, undat., o. o. u. j., nicht datiert",
    },
    "same year": {
        0: "desselben jahres, des gleichen jahres, dieses jahres, d. j., "
        "dess. j., des laufenden jahres, im selben jahr, im gleichen "
        "jahr, ds. js., d. js., des selben jahres, im selben jahre, "
        "dieses jahr, l. j., lfd. j.",
    },
    "last year": {
        -1: "vorigen jahres, v. j., des vorjahres, des vorigen jahres, "
        "letzten jahres, vergangenen jahres, des vergangenen jahres, im "
        "vorigen jahr, voriges jahr, im vorjahr, vor. j.",
    },
    "next year": {
        1: "des folgejahres, nächsten jahres, des folgenden jahres, des "
        "nächsten jahres, kommenden jahres, n. j., k. j., im folgenden "
        "jahr, nächstes jahr",
    },
    "feast": {
        "new year": "neujahr, neujahrstag, zu neujahr",
        "new year's eve": "silvester, sylvester, zu silvester",
        "epiphany": "dreikönig, dreikönigstag, heilige drei könige, epiphanias, "
        "dreikönigsfest, heilig dreikönig",
        "candlemas": "lichtmess, lichtmeß, mariä lichtmess, mariä lichtmeß",
        "annunciation": "mariä verkündigung",
        "george": "georgi, georgstag, st. georg",
        "john": "johannis, johannistag, johanni, st. johannis",
        "peter and paul": "peter und paul",
        "bartholomew": "bartholomäi, bartholomäus, bartholomäustag",
        "assumption": "mariä himmelfahrt",
        "nativity of mary": "mariä geburt",
        "michaelmas": "michaelis, michaeli, michaelistag",
        "all saints": "allerheiligen, zu allerheiligen",
        "all souls": "allerseelen, zu allerseelen",
        "martinmas": "martini, martinstag, st. martinstag",
        "nicholas": "nikolaus, nikolaustag, nikolai",
        "christmas eve": "heiligabend, heiliger abend, heiligen abend, christabend, "
        "weihnachtsabend, am heiligen abend",
        "christmas": "weihnachten, weihnachtstag, christtag, zu weihnachten, erster "
        "weihnachtstag, erster weihnachtsfeiertag",
        "stephen": "stephanstag, stefanitag, zweiter weihnachtstag, zweiter "
        "weihnachtsfeiertag",
        "shrove tuesday": "fastnacht, faschingsdienstag, fastnachtsdienstag",
        "ash wednesday": "aschermittwoch",
        "palm sunday": "palmsonntag",
        "maundy thursday": "gründonnerstag",
        "good friday": "karfreitag, charfreitag",
        "holy saturday": "karsamstag, ostersamstag, charsamstag",
        "easter": "ostern, ostersonntag, ostertag, zu ostern",
        "easter monday": "ostermontag",
        "low sunday": "weißer sonntag",
        "ascension": "himmelfahrt, christi himmelfahrt, himmelfahrtstag",
        "whit sunday": "pfingsten, pfingstsonntag, zu pfingsten",
        "whit monday": "pfingstmontag",
        "trinity": "trinitatis",
        "corpus christi": "fronleichnam",
        "innocents": "unschuldige kinder",
        "whit tuesday": "pfingstdienstag",
        "easter tuesday": "osterdienstag",
        "conception": "mariä empfängnis",
        "visitation": "mariä heimsuchung",
        "thomas": "thomastag",
        "james": "jakobi, jakobstag",
        "lawrence": "laurentii, laurenzi",
        "mary magdalene": "maria magdalena",
        "catherine": "katharinentag",
    },
    "feast eve": {
        -1: "vorabend von, am vorabend von, vorabend zu, am vorabend des, tag "
        "vor, am tag vor",
        1: "tag nach, am tag nach",
    },
    "feast link": {
        "": "fest der, am fest der",
    },
    "clock": {
        "": "uhr",
    },
    "counted": {
        "": "mann, personen, seelen, soldaten, gefangene, stimmen, mark, "
        "gulden, taler, thaler, kronen, franken, francs, pfund, kreuzer, "
        "meilen, fuß, kilometer, seiten, exemplare, bände, stunden, "
        "minuten, tage, wochen, monate, jahre, jahren, mal, pferde, "
        "briefe, einwohner, zeilen, verse, fl., rubel, tagen, euro, "
        "prozent, uhr, menschen, arbeiter",
    },
    "numbered": {
        "": "nr., nro., nummer, seite, seiten, s., band, bd., bde., blatt, "
        "bl., kapitel, kap., heft, h., zeile, z., anm., anmerkung, "
        "paragraph, absatz, abs., artikel, art., vers, akt, szene, saal, "
        "zimmer, brief, briefe, op., spalte, sp., fol., abb., tafel, "
        "taf., sign., regiment, jg., jahrgang, kasten, mappe, buch, teil, "
        "t., p., f., folge",
    },
    "year lead": {
        "": "in, im, seit, um, vor, nach, bis, von, ab, ende, anfang, mitte, "
        "jahr, jahre, jahres, jahren, und, zwischen, frühjahr, sommer, "
        "herbst, winter, frühling, geb., gest., geboren, gestorben, "
        "datiert, erschienen, ca., circa, etwa, oder, anno, aus, für, "
        "seitens, zum, spätestens, erst, bereits, schon, noch, saison, "
        "spielzeit, der, des, dem, vom, gegen, frühestens, frühe, späte",
    },
    "firm year lead": {
        "": "im jahr, im jahre, jahr, jahre, jahres, seit, um, geb., gest., "
        "geboren, gestorben, datiert, erschienen, ca., circa, etwa, anno, "
        "ende, anfang, mitte, sommer, herbst, winter, frühjahr, frühling, "
        "spätestens, erst, bereits, schon",
    },
    "plain": {
        "": "er, sie, es, wir, ich, man, ihr, war, waren, ist, sind, wurde, "
        "wurden, hat, hatte, haben, hatten, der, die, das, den, dem, des, "
        "ein, eine, einen, einem, einer, und, oder, aber, als, dass, daß, "
        "wo, wie, wenn, da, zu, zum, zur, mit, von, vom, bei, beim, für, "
        "an, am, auf, aus, in, im, bis, nach, vor, durch, unter, über, "
        "nicht, auch, noch, schon, sich, seine, sein, ihre, ihren, gab, "
        "kam, ging, erschien, erschienen, entstanden, wird, nur, dann, "
        "so, gemeinsam, zwischen, statt, uraufgeführt, veröffentlicht, "
        "lebte, starb, gegründet, erstmals, wieder, begann, ohne, werden, "
        "jedoch, dort",
    },
    "month lead": {
        "": "im, seit, bis, ab, monat",
    },
    "millennium": {
        "": "jahrtausend, jahrtausends, jahrtausende, jt., jtsd.",
    },
    "day part": {
        "": "morgens, abends, nachts, vormittags, nachmittags, früh, mittags, "
        "vormittag, nachmittag, abend, mittag, nacht",
    },
    "letter": {
        "": "brief, briefe, briefes, schreiben, schreibens, zuschrift, "
        "brieflein, briefchen, zeilen, telegramm, depesche",
    },
    "day lead": {
        "": "am, vom, bis zum, seit dem, zum",
    },
}
