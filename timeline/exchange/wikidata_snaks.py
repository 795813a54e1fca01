"""Values of Wikidata without their wrapping, and wrapped again; docs/topics/json.md."""

import re
from typing import Any

from .foreign import record
from .rows import Wrong

UNKNOWN = {"snaktype": "somevalue"}
NONE = {"snaktype": "novalue"}
ENTITY = "http://www.wikidata.org/entity/"
_ENTITY = re.compile(r"[QPL][1-9][0-9]{0,11}(-[FS][1-9][0-9]{0,5})?")
_KINDS = {"Q": "item", "P": "property", "L": "lexeme"}
_BY_PART = {  # a part that only values of one kind have
    "time": ("time", "time"),
    "text": ("monolingualtext", "monolingualtext"),
    "amount": ("quantity", "quantity"),
    "latitude": ("globecoordinate", "globe-coordinate"),
}
_STRINGS = {"P854": "url", "P973": "url", "P18": "commonsMedia"}


def listed(value: Any, path: str) -> list[Any]:
    """A list; an empty object stands for an empty one, as the JSON of PHP has it."""
    if value is None or value == {}:
        return []
    if not isinstance(value, list):
        raise Wrong("This is not a list.", "[ … ]", path)
    return value


def plain(snak: Any, path: str) -> Any:
    """The value of a snak without its wrapping."""
    snak = record(snak, path)
    if snak.get("snaktype") != "value":
        return {"snaktype": snak.get("snaktype")}
    data = record(snak.get("datavalue"), f"{path}.datavalue")
    value, kind = data.get("value"), data.get("type")
    if kind == "wikibase-entityid" and isinstance(value, dict):
        return value.get("id") or f"Q{value.get('numeric-id')}"
    if kind == "time" and isinstance(value, dict):
        return {n: v for n, v in value.items() if v and n != "timezone"}
    return value


def plain_all(snaks: dict[str, Any], path: str) -> dict[str, list[Any]]:
    """The values of the snaks of a qualifier or reference, by property."""
    return {
        name: [plain(snak, f"{path}.{name}") for snak in listed(some, f"{path}.{name}")]
        for name, some in snaks.items()
    }


def wrapped(name: str, value: Any) -> dict[str, Any]:
    """A value of a property as a snak."""
    if isinstance(value, dict) and value.keys() == UNKNOWN.keys():
        return {**value, "property": name}
    data, datatype = _data(name, value)
    snak = {"snaktype": "value", "property": name, "datavalue": data}
    return {**snak, "datatype": datatype}


def _data(name: str, value: Any) -> tuple[dict[str, Any], str]:
    if isinstance(value, str) and (found := _ENTITY.fullmatch(value)):
        kind = _KINDS[value[0]] if not found[1] else "form" if "F" in value else "sense"
        inner = {"entity-type": kind, "id": value}
        if not found[1]:
            inner["numeric-id"] = int(value[1:])
        return {"value": inner, "type": "wikibase-entityid"}, f"wikibase-{kind}"
    if not isinstance(value, dict):
        return {"value": value, "type": "string"}, _STRINGS.get(name, "string")
    part = next((p for p in _BY_PART if p in value), "")
    kind, datatype = _BY_PART.get(part, ("unknown", "unknown"))
    if kind == "time":
        given = {"timezone": 0, "before": 0, "after": 0, "precision": 0}
        value = {**given, **value}
    return {"value": value, "type": kind}, datatype


def wrapped_all(values: dict[str, list[Any]]) -> dict[str, list[dict[str, Any]]]:
    """Values by property as the snaks of a qualifier or reference."""
    return {name: [wrapped(name, v) for v in some] for name, some in values.items()}
