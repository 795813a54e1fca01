"""What people call our columns, in English, German, French and Russian.

`SYNONYMS` mean one of our columns whatever else the table holds. `PROPOSED` may mean
it: a page offers them, and no file is read by them unless somebody says so.
"""

import re
import unicodedata

SYNONYMS = {
    "id": (
        *("unique_id", "uid", "slug", "event_id", "identifier", "kennung", "kürzel"),
        *("identifiant", "identifikator", "ид", "код", "идентификатор"),
    ),
    "title": (
        *("headline", "name", "event", "label", "titel", "überschrift", "ereignis"),
        *("bezeichnung", "titre", "intitulé", "événement", "nom", "заголовок"),
        *("название", "событие", "наименование"),
    ),
    "date": (
        *("start_date", "when", "display_date", "datum", "startdatum", "zeitpunkt"),
        *("wann", "date_de_début", "date_début", "quand", "дата", "дата_начала"),
        "когда",
    ),
    "description": (
        *("summary", "text", "details", "body", "beschreibung", "zusammenfassung"),
        *("inhalt", "texte", "résumé", "détails", "contenu", "описание", "текст"),
        "содержание",
    ),
    "document": ("source_document", "doc", "dokument", "документ"),
    "passage": ("paragraph", "absatz", "paragraphe", "alinéa", "абзац", "параграф"),
    "quote": (
        *("quotation", "quoted", "exact", "words", "zitat", "wortlaut", "extrait"),
        "цитата",
    ),
    "url": ("link", "href", "address", "adresse", "verweis", "lien", "ссылка"),
    "calendar": ("kalender", "calendrier", "календарь"),
    "end_date": (
        *("date_end", "until", "to", "enddatum", "ende", "bis", "date_de_fin"),
        *("date_fin", "дата_окончания", "дата_конца"),
    ),
    "status": ("statut", "статус"),
    "group": (
        *("category", "type", "gruppe", "kategorie", "groupe", "catégorie", "группа"),
        *("категория", "тип"),
    ),
    "tags": (
        *("keywords", "subjects", "tag", "schlagworte", "schlagwörter", "stichworte"),
        *("mots_clés", "étiquettes", "теги", "метки", "ключевые_слова"),
    ),
    "timeline": (
        *("zeitleiste", "zeitstrahl", "chronologie", "frise", "лента_времени"),
        "хронология",
    ),
    "importance": ("weight", "priority", "wichtigkeit", "gewicht", "важность"),
    "media_url": ("media", "image", "picture", "bild", "изображение", "картинка"),
    "media_caption": ("caption", "bildunterschrift", "légende", "подпись"),
    "media_credit": ("credit", "bildnachweis", "crédit"),
    "media_alt": ("alt", "alt_text", "alternativtext", "texte_alternatif"),
    "publication": ("published", "veröffentlichung", "публикация"),
}
PROPOSED = {
    "id": ("key", "number", "no", "nr", "nummer", "numéro", "№", "номер", "n"),
    "title": ("what", "subject", "was", "quoi", "что", "thema", "sujet", "тема"),
    "date": (
        *("year", "day", "time", "start", "from", "begin", "beginning", "jahr"),
        *("beginn", "anfang", "von", "année", "an", "jour", "début", "du", "год"),
        *("день", "начало", "с"),
    ),
    "description": ("note", "notes", "comment", "notiz", "bemerkung", "примечание"),
    "document": ("source", "quelle", "источник"),
    "passage": ("page", "place_in_text", "stelle", "место_в_тексте"),
    "quote": ("citation", "passage_text", "excerpt", "отрывок"),
    "url": ("website", "web", "webseite", "site", "сайт", "адрес"),
    "end_date": ("end", "finish", "end_year", "fin", "au", "конец", "по", "до"),
    "group": ("series", "topic", "serie", "série", "раздел"),
    "media_url": ("photo", "foto", "illustration", "фото", "иллюстрация"),
}


def folded(name: str) -> str:
    """A column's name without case, and with one underscore for what separates."""
    return re.sub(r"[\s_\-]+", "_", name.strip().casefold())


def bare(name: str) -> str:
    """A folded name without accents and without the marks people put behind it."""
    parts = unicodedata.normalize("NFKD", folded(name))
    letters = "".join(c for c in parts if not unicodedata.combining(c))
    return letters.strip("_:*.?()[]’'")


def by_name(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Each name as it is compared, with our column."""
    return {bare(other): name for name, others in table.items() for other in others}
