"""The words of French dates, the Republican calendar of 1792 to 1805 included.

A trailing point marks an abbreviation; entries are separated by commas.
"""

from __future__ import annotations

from .table import Table

TABLE: Table = {
    "month": {
        1: "janvier, janv., jan., janv'r., januarii",
        2: "février, fevrier, févr., fév., fevr., februarii",
        3: "mars, mrs., martii",
        4: "avril, avr., aprilis",
        5: "mai, maii, maij, maji",
        6: "juin, junii, junij",
        7: "juillet, juil., jul., juill., julii, julij",
        8: "août, aout, aoust, augusti",
        9: "septembre, sept., septemb., 7bre., 7embre., septembris",
        10: "octobre, oct., 8bre., octob., octobris",
        11: "novembre, nov., 9bre., novemb., novembris",
        12: "décembre, decembre, déc., dec., 10bre., xbre., decembris",
    },
    "republican month": {
        1: "vendémiaire, vendemiaire, vend.",
        2: "brumaire, brum.",
        3: "frimaire, frim.",
        4: "nivôse, nivose, niv.",
        5: "pluviôse, pluviose, pluv.",
        6: "ventôse, ventose, vent.",
        7: "germinal, germ.",
        8: "floréal, floreal, flor.",
        9: "prairial, prair.",
        10: "messidor, mess.",
        11: "thermidor, therm.",
        12: "fructidor, fruct.",
        13: "jour complémentaire, jours complémentaires, jour complementaire",
    },
    "weekday": {
        0: "lundi, lun.",
        1: "mardi",
        2: "mercredi, mercr.",
        3: "jeudi",
        4: "vendredi, vendr.",
        5: "samedi, sam.",
        6: "dimanche, dim.",
    },
    "suffix": {
        "": "er, ère, ere, re, e, è, me, ème, eme, ième, ieme, nd, nde, o, r",
    },
    "ordinal": {
        1: "premier, première",
        2: "deuxième, second",
        3: "troisième",
        4: "quatrième",
        5: "cinquième",
        6: "sixième",
        7: "septième",
        8: "huitième",
        9: "neuvième",
        10: "dixième",
        11: "onzième",
        12: "douzième",
        13: "treizième",
        14: "quatorzième",
        15: "quinzième",
        16: "seizième",
        17: "dix septième",
        18: "dix huitième",
        19: "dix neuvième",
        20: "vingtième",
        21: "vingt et unième",
    },
    "count": {
        1: "un, une",
        2: "deux",
        3: "trois",
        4: "quatre",
        5: "cinq",
        6: "six",
        7: "sept",
        8: "huit",
        9: "neuf",
        10: "dix",
        11: "onze",
        12: "douze",
        13: "treize",
        14: "quatorze",
        15: "quinze",
        16: "seize",
        17: "dix sept",
        18: "dix huit",
        19: "dix neuf",
        20: "vingt",
        21: "vingt et un",
        22: "vingt deux",
        23: "vingt trois",
        24: "vingt quatre",
        25: "vingt cinq",
        26: "vingt six",
        27: "vingt sept",
        28: "vingt huit",
        29: "vingt neuf",
        30: "trente",
        31: "trente et un",
        40: "quarante",
        50: "cinquante",
        60: "soixante",
        70: "soixante dix",
        71: "soixante et onze",
        72: "soixante douze",
        73: "soixante treize",
        74: "soixante quatorze",
        75: "soixante quinze",
        76: "soixante seize",
        77: "soixante dix sept",
        78: "soixante dix huit",
        79: "soixante dix neuf",
        80: "quatre vingt, quatre vingts",
        90: "quatre vingt dix",
        91: "quatre vingt onze",
        92: "quatre vingt douze",
        93: "quatre vingt treize",
        94: "quatre vingt quatorze",
        95: "quatre vingt quinze",
        96: "quatre vingt seize",
        97: "quatre vingt dix sept",
        98: "quatre vingt dix huit",
        99: "quatre vingt dix neuf",
    },
    "hundred": {
        1000: "mil, mille",
        100: "cent, cents",
    },
    "article": {
        "": "le, la, les, ce, l', l",
    },
    "of": {
        "": "de, du, des, d', d",
    },
    "on": {
        "": "en, à, dans, au cours de, au, daté du, datée du, aux, courant, "
        "dans le courant de, au cours du, dans le courant du, courant de",
    },
    "month word": {
        "": "mois, mois de, mois d', du mois de, du mois d', au mois de",
    },
    "day word": {
        "": "jour",
    },
    "year word": {
        "": "an, l'an, année, l'année, en l'an, l'an de grâce, l'an de grace, "
        "an de grâce",
    },
    "about": {
        "~": "environ, vers, env., circa, ca., c., autour de, aux environs de, "
        "aux alentours de, v., vers le, vers la, autour du, aux environs "
        "du",
    },
    "perhaps": {
        "?": "peut être, probablement, sans doute, vraisemblablement",
    },
    "before": {
        "<": "avant, avant le, avant la, antérieur à, antérieur au, antérieure "
        "à, antérieurement à",
    },
    "after": {
        ">": "après, apres, après le, après la, postérieur à, postérieur au, "
        "postérieure à",
    },
    "by": {
        "<=": "au plus tard, au plus tard le, au plus tard en, pas après, "
        "jusqu'en, jusqu'au, jusqu'à, jusque",
    },
    "since": {
        ">=": "depuis, depuis le, dès, dès le, à partir de, à partir du, au "
        "plus tôt, au plus tôt en, au plus tôt le, à compter du",
    },
    "between": {
        "": "entre, entre le",
    },
    "from": {
        "": "du, de, depuis, d'",
    },
    "range": {
        "": "au, à, jusqu'au, jusqu'à, jusqu'en, a",
    },
    "and": {
        "": "et, ainsi que, et le, et la, mais",
    },
    "or": {
        "": "ou, ou bien, ou le, ou la",
    },
    "either": {
        "": "soit",
    },
    "bc": {
        "": "av. j. c., avant j. c., avant jésus christ, avant notre ère, av. "
        "n. è., av. n. ère, av. jésus christ, av. jc., avant jc.",
    },
    "ad": {
        "": "ap. j. c., après j. c., après jésus christ, de notre ère, apr. "
        "j. c., de n. è., ap. jc., de l'ère chrétienne",
    },
    "julian": {
        "": "v. st., v. s., vieux style, ancien style, a. s., style julien, "
        "calendrier julien, du calendrier julien, anc. st., a. st.",
    },
    "gregorian": {
        "": "n. st., n. s., nouveau style, style grégorien, calendrier "
        "grégorien, du calendrier grégorien, nouv. st.",
    },
    "century": {
        "": "siècle, siècles, siecle, s., siecles",
    },
    "decade word": {
        "": "années, annees, décennie",
    },
    "decade": {
        10: "dix",
        20: "vingt",
        30: "trente",
        40: "quarante",
        50: "cinquante",
        60: "soixante",
        70: "soixante dix",
        80: "quatre vingt, quatre vingts",
        90: "quatre vingt dix",
    },
    "portion": {
        "early": "début, debut, début de, début du, début des, commencement de, "
        "commencement du, premiers jours de, déb.",
        "mid": "mi, milieu, milieu de, milieu du, milieu des",
        "late": "fin, fin de, fin du, fin des, derniers jours de",
        "half 1": "première moitié, première moitié de, première moitié du, 1 ère "
        "moitié du, 1 re moitié du, première quinzaine de, première "
        "quinzaine du, première quinzaine d', premier semestre, premier "
        "semestre de, 1 er semestre, 1 er semestre de",
        "half 2": "seconde moitié, deuxième moitié, seconde moitié du, deuxième "
        "moitié du, seconde moitié de, 2 e moitié du, seconde quinzaine "
        "de, deuxième quinzaine de, seconde quinzaine d', deuxième "
        "quinzaine d', second semestre, deuxième semestre, second "
        "semestre de, 2 e semestre, 2 e semestre de, 2 ème semestre",
        "quarter 1": "premier quart du, 1 er quart du, premier trimestre, premier "
        "trimestre de, premier quart",
        "quarter 2": "deuxième quart du, second quart du, 2 e quart du, deuxième "
        "trimestre, deuxième trimestre de, second trimestre, deuxième "
        "quart",
        "quarter 3": "troisième quart du, 3 e quart du, troisième trimestre, troisième "
        "trimestre de, troisième quart",
        "quarter 4": "dernier quart du, quatrième quart du, 4 e quart du, quatrième "
        "trimestre, quatrième trimestre de, dernier trimestre de, dernier "
        "quart",
        "third 1": "premier tiers du, premier tiers",
        "third 2": "deuxième tiers du, second tiers du, deuxième tiers",
        "third 3": "dernier tiers du, troisième tiers du, dernier tiers",
        "last day": "dernier jour de, dernier jour du",
        "week 1": "première semaine de, première semaine d'",
        "week 2": "deuxième semaine de, deuxième semaine d'",
        "week 3": "troisième semaine de, troisième semaine d'",
        "last week": "dernière semaine de, dernière semaine d'",
    },
    "season": {
        21: "printemps",
        22: "été",
        23: "automne",
        24: "hiver",
    },
    "night": {
        "night": "nuit du, la nuit du, dans la nuit du, nuit, la nuit de, nuit de, "
        "nuits des",
    },
    "part of day": {
        "": "matin du, soir du, le matin du, le soir du, matinée du, au matin "
        "du, au soir du, la matinée du, la soirée du, dans la matinée du, "
        "dans la soirée du",
    },
    "this month": {
        0: "courant, de ce mois, ct., du mois courant, du courant, ce mois",
        -1: "dernier, passé, du mois dernier, du mois passé, du mois "
        "précédent, le mois dernier, le mois passé",
        1: "prochain, du mois prochain, le mois prochain",
    },
    "day from now": {
        -2: "avant hier",
        -1: "hier, hier soir, hier matin",
        0: "aujourd'hui, ce jour, ce matin, ce soir",
        1: "demain, demain matin",
        2: "après demain",
    },
    "day from then": {
        0: "le même jour, ce jour là, le jour même, même jour",
        1: "le lendemain, lendemain, le jour suivant",
        -1: "la veille, le jour précédent, veille",
    },
    "last after": {
        -1: "dernier, dernière, passé, passée",
    },
    "next after": {
        1: "prochain, prochaine",
    },
    "unit": {
        "day": "jour, jours",
        "week": "semaine, semaines",
        "month": "mois",
        "year": "an, ans, année, années",
    },
    "ago prefix": {
        -1: "il y a",
    },
    "later": {
        1: "plus tard, après",
        -1: "plus tôt, auparavant, avant",
    },
    "undated": {
        "": "s. d., sans date, non daté, non datée, n. d., date inconnue, s. l. n. d.",
    },
    "same year": {
        0: "de la même année, de cette année, de l'année courante, la même "
        "année, de l'année en cours, cette année",
    },
    "last year": {
        -1: "de l'année dernière, de l'an dernier, de l'année précédente, "
        "l'an dernier, l'année dernière, de l'an passé, l'an passé, de "
        "l'année passée, l'année passée, l'année précédente",
    },
    "next year": {
        1: "de l'année prochaine, de l'année suivante, l'année suivante, "
        "l'année prochaine, l'an prochain",
    },
    "feast": {
        "new year": "jour de l'an, le jour de l'an, la circoncision, nouvel an, le "
        "nouvel an",
        "new year's eve": "la saint sylvestre, saint sylvestre",
        "epiphany": "épiphanie, l'épiphanie, jour des rois, les rois, la fête des rois",
        "candlemas": "chandeleur, la chandeleur",
        "valentine": "saint valentin, la saint valentin",
        "annunciation": "annonciation, l'annonciation",
        "john": "saint jean, la saint jean, st. jean, la st. jean, saint jean baptiste",
        "bastille": "fête nationale, la fête nationale",
        "bartholomew": "saint barthélemy, la saint barthélemy, la st. barthélemy",
        "assumption": "assomption, l'assomption",
        "michaelmas": "saint michel, la saint michel, la st. michel",
        "all saints": "toussaint, la toussaint",
        "all souls": "jour des morts, le jour des morts, la fête des morts",
        "martinmas": "saint martin, la saint martin, la st. martin",
        "nicholas": "saint nicolas, la saint nicolas",
        "christmas eve": "veille de noël, la veille de noël, réveillon de noël",
        "christmas": "noël, noel, jour de noël, le jour de noël",
        "stephen": "saint étienne, la saint étienne",
        "shrove tuesday": "mardi gras, le mardi gras",
        "ash wednesday": "mercredi des cendres, le mercredi des cendres",
        "palm sunday": "dimanche des rameaux, les rameaux, le dimanche des rameaux",
        "maundy thursday": "jeudi saint, le jeudi saint",
        "good friday": "vendredi saint, le vendredi saint",
        "holy saturday": "samedi saint, le samedi saint",
        "easter": "pâques, paques, dimanche de pâques, le dimanche de pâques, jour "
        "de pâques, le jour de pâques",
        "easter monday": "lundi de pâques, le lundi de pâques",
        "low sunday": "quasimodo, la quasimodo",
        "ascension": "ascension, l'ascension, jeudi de l'ascension, le jeudi de "
        "l'ascension",
        "whit sunday": "pentecôte, la pentecôte, dimanche de pentecôte, dimanche de la "
        "pentecôte, le dimanche de la pentecôte",
        "whit monday": "lundi de pentecôte, le lundi de pentecôte, lundi de la "
        "pentecôte, le lundi de la pentecôte",
        "trinity": "trinité, la trinité, dimanche de la trinité",
        "corpus christi": "fête dieu, la fête dieu",
        "innocents": "saints innocents",
        "whit tuesday": "mardi de pentecôte",
        "easter tuesday": "mardi de pâques",
        "conception": "immaculée conception",
    },
    "feast eve": {
        -1: "veille de, la veille de, la veille de la, veille du, la veille "
        "du, veille de la",
        1: "lendemain de, le lendemain de, lendemain du, le lendemain du",
    },
    "feast link": {
        "": "fête de, la fête de, jour de, le jour de, fête de la, la fête de la",
    },
    "counted": {
        "": "hommes, personnes, âmes, soldats, prisonniers, voix, livres, "
        "sous, écus, mètres, lieues, kilomètres, pages, exemplaires, "
        "volumes, heures, minutes, jours, semaines, mois, ans, années, "
        "fois, fr., chevaux, lettres, habitants, vers, lignes, francs, "
        "morts, blessés, cts.",
    },
    "numbered": {
        "": "numéro, n., nº, no., page, pages, p., pp., tome, t., vol., "
        "chapitre, chap., article, art., section, folio, fol., ff., "
        "feuillet, ligne, l., note, livre, liv., acte, scène, lettre, "
        "planche, pl., carton, dossier, cote, ms., rue, salle, régiment, "
        "op., cahier, fig., col.",
    },
    "year lead": {
        "": "en, depuis, vers, avant, après, de, an, année, l'année, dès, "
        "jusqu'en, et, entre, début, fin, à, au, printemps, été, automne, "
        "hiver, dans, né, née, mort, morte, daté, datée, publié, publiée, "
        "ou, années, courant, avril, saison, d', salon de, c., ca., "
        "circa, mi",
    },
    "firm year lead": {
        "": "en, depuis, vers, l'année, année, dès, jusqu'en, début, fin, né, "
        "née, mort, morte, daté, datée, publié, publiée, c., ca., circa",
    },
    "plain": {
        "": "il, elle, ils, elles, on, nous, vous, je, le, la, les, l', un, "
        "une, des, du, de, d', et, ou, mais, qui, que, où, dont, à, au, "
        "aux, en, dans, par, pour, sur, sous, avec, sans, chez, fut, "
        "était, est, sont, a, avait, ont, avaient, ce, cette, ces, son, "
        "sa, ses, leur, leurs, ne, se, s', puis, comme, quand, lorsque, "
        "après, avant, jusqu, qu', entre, également, même, n', y, devant, "
        "date, lors, mon, ma, mes, notre, déjà, encore",
    },
    "month lead": {
        "": "en, depuis, jusqu'en, dès, mois de, mois d', mois",
    },
    "millennium": {
        "": "millénaire, millénaires",
    },
    "day part": {
        "": "matin, soir, nuit, après midi, au matin, au soir, midi, minuit",
    },
    "republic": {
        "": "de la république, de la république française, de la liberté, rép.",
    },
    "republican weekday": {
        "": "primidi, duodi, tridi, quartidi, quintidi, sextidi, septidi, "
        "octidi, nonidi, décadi",
    },
    "letter": {
        "": "lettre, lettres, celle, celles, billet, billets, dépêche, "
        "dépêches, télégramme",
    },
    "day lead": {
        "": "du, jusqu'au, depuis le",
    },
}
