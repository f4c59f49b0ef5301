"""What a new record of the meetings family takes from its surroundings, whichever way it was made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vaartdesk.core.order import between
from vaartdesk.kinds.meetings.model.bodies import Body
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values

FROM_BODY = {"title": "title", "place": "place", "chair": "chair", "secretary": "secretary"}
"""Field of a meeting -> field of its body that fills it while it is empty."""


def meeting(before: Values | None, after: Values, reader: Reader) -> Mapping[str, Any]:
    """A new meeting is called after its body and meets in its place; an approved report bears its day."""
    if before is None:
        body = queries.one(reader, Body, after["body"])
        return {name: body[source] for name, source in FROM_BODY.items() if not after[name]} if body else {}
    if after["status"] == "verslag_vastgesteld" and after["approved_on"] is None:
        return {"approved_on": reader.today}
    return {}


def agenda_item(before: Values | None, after: Values, reader: Reader) -> Mapping[str, Any]:
    """A new item without a place stands last among its siblings."""
    if before is not None or after["pos"] or not after["meeting"]:
        return {}
    keys = [n.item["pos"] for n in queries.agenda(reader, after["meeting"]) if n.item["parent"] == after["parent"]]
    return {"pos": between(max(keys, default=None), None)}


def stock_topic(before: Values | None, after: Values, reader: Reader) -> Mapping[str, Any]:
    """A new topic bears the day on which it was put forward, and stands last in the stock."""
    if before is not None:
        return {}
    found: dict[str, Any] = {} if after["proposed_on"] else {"proposed_on": reader.today}
    if not after["pos"] and after["body"]:
        keys = [t["pos"] for t in queries.stock(reader, after["body"])]
        found["pos"] = between(max(keys, default=None), None)
    return found


def decision(before: Values | None, after: Values, reader: Reader) -> Mapping[str, Any]:
    """A new decision was taken today, unless it says otherwise."""
    return {"decided_on": reader.today} if before is None and after["decided_on"] is None else {}


def advice(before: Values | None, after: Values, reader: Reader) -> Mapping[str, Any]:
    """Advice bears the day on which it was given, and that on which it was answered."""
    found: dict[str, Any] = {} if after["given_on"] else {"given_on": reader.today}
    if after["status"] != "open" and after["replied_on"] is None:
        found["replied_on"] = reader.today
    return found
