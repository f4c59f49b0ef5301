"""By what a row without a key or number is known to be a record that is here already, and what keys follow from rules."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.ids import link_id, rule_id
from vaartdesk.core.order import between
from vaartdesk.core.text import _, fold
from vaartdesk.kinds.events.rules.occurrences import date_id
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Values
from vaartdesk.schema.types.texts import ChoiceType
from vaartdesk.store.files import FileStore

NUMBER: Final = re.compile(r"[A-Z]{1,3}-(?:[0-9]{4}-)?[A-Z]?[0-9]{1,7}")


@dataclass(frozen=True)
class Identity:
    """``hard`` attributes must be equal; of ``soft`` ones two filled values may not differ."""

    hard: tuple[str, ...]
    soft: tuple[str, ...] = ()


OWN: Final[Mapping[str, Identity]] = {
    "attachment": Identity(("record_id", "title", "sha256")),
    "note": Identity(("record_id", "text"), ("at",)),
    "theme_line": Identity(("title",), ("code",)),
    "role_holder": Identity(("role", "person"), ("from_on",)),
    "measurement": Identity(("goal", "measured_on")),
    "standard_text": Identity(("title",), ("kind",)),
    "permit_term": Identity(("municipality", "category")),
    "person": Identity(("title",), ("email", "mobile", "phone", "organisation")),
    "organisation": Identity(("title",), ("kvk", "town", "email")),
    "function": Identity(("person", "organisation", "title"), ("from_on",)),
    "need": Identity(("title",), ("contact", "since_on")),
    "offer": Identity(("title",), ("provider",)),
    "seat": Identity(("body", "organisation"), ("from_on",)),
    "membership": Identity(("body", "member"), ("from_on",)),
    "decision": Identity(("title",), ("meeting", "decided_on")),
    "action": Identity(("title",), ("theme_line", "year", "parent")),
    "event": Identity(("title", "starts_at"), ("place", "place_text")),
    "permit": Identity(("record", "type"), ("occurrence", "reference")),
    "clash_acceptance": Identity(("event", "other")),
    "publication": Identity(("event", "medium")),
    "marker": Identity(("title", "from_on"), ("region",)),
    "ticket_category": Identity(("title",), ("aspect",)),
    "ticket": Identity(("title", "place_text"), ("category", "street", "reported_at")),
    "ticket_reporter": Identity(("ticket", "name"), ("contact", "reported_at")),
    "mediation": Identity(("ticket",), ("first_party", "first_name", "second_party", "second_name")),
    "contract": Identity(("title",), ("supplier", "reference")),
    "maintenance": Identity(("title",), ("season", "place_text")),
}
"""What the declarations of these kinds do not say by themselves."""


def identity_of(kind: Kind) -> Identity:
    """Title, parent, and what a record cannot be without."""
    if kind.name in OWN:
        return OWN[kind.name]
    title = (kind.title,) if isinstance(kind.title, str) and kind.has(kind.title) else ()
    asked = [n for n, f in kind.fields.items() if f.required and f.default is None and not _is_choice(kind, n)]
    parent = (kind.parent,) if kind.parent else ()
    return Identity(tuple(dict.fromkeys((*title, *parent, *asked))))


def _is_choice(kind: Kind, name: str) -> bool:
    return isinstance(kind.fields[name].type, ChoiceType)


def hard_key(identity: Identity, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """What equal records share; None where the row does not say enough."""
    found = tuple(_plain(values.get(name)) for name in identity.hard)
    return found if any(part not in (None, "", ()) for part in found) else None


def softly_equal(identity: Identity, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """No two filled values differ."""
    pairs = ((_plain(one.get(name)), _plain(other.get(name))) for name in identity.soft)
    return all(a == b for a, b in pairs if a not in (None, "", ()) and b not in (None, "", ()))


def _plain(value: Any) -> Any:
    """Without case and accents; moments to the minute, which is what people write."""
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, datetime):
        return value.replace(second=0, microsecond=0)
    return value


# --- keys that follow from what a record says ------------------------------------------------------------------------


def _date(values: Values) -> str:
    at = values.get("original_at")
    return date_id(values["event"], at.strftime("%Y-%m-%dT%H:%M")) if at and values.get("event") else ""


def _link(values: Values) -> str:
    ends = values.get("from_id"), str(values.get("role") or ""), values.get("to_id")
    return link_id(*ends) if all(ends) and "|" not in ends[1] else ""  # type: ignore[arg-type]


RULES: Final[Mapping[str, Callable[[Values], str]]] = {
    "setting": lambda values: rule_id("setting", values["key"]) if "|" not in (values.get("key") or "|") else "",
    "link": _link,
    "event_override": _date,
}
"""Kinds whose key is worked out; '' where the record does not say enough."""

# --- what no file may bring in ---------------------------------------------------------------------------------------


def objection(kind: Kind, values: Values, files: FileStore) -> str:
    """Why a record would damage the workspace, in Dutch; '' for what is sound."""
    if kind.has("pos") and values.get("pos") and not _is_order(values["pos"]):
        return str(_("De volgorde is niet te lezen. Laat de kolom Volgorde weg."))
    guard = _GUARDS.get(kind.name)
    return guard(values, files) if guard is not None else ""


def _is_order(key: str) -> bool:
    try:
        between(key, None)
    except ValueError:
        return False
    return len(key) < 200


def _setting(values: Values, _files: FileStore) -> str:
    try:
        json.loads(values.get("value") or "null")
    except (ValueError, RecursionError):
        return str(_("De waarde van een instelling is geen JSON."))
    return ""


def _attachment(values: Values, files: FileStore) -> str:
    if files.state(str(values.get("sha256") or "")) == "ontbreekt":
        return str(_("De inhoud van deze bijlage is er niet. Bijlagen komen mee met Alles exporteren."))
    return ""


_GUARDS: Final[Mapping[str, Callable[[Values, FileStore], str]]] = {"setting": _setting, "attachment": _attachment}
