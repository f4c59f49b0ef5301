"""From a figure to the list of the tickets that it counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from vaartdesk.core.periods import Span
from vaartdesk.kinds.tickets.rules.moves import DONE
from vaartdesk.schema.kind import Kind
from vaartdesk.ui.list.picks import NOTHING, days_key
from vaartdesk.ui.list.query import Query, first_query


def list_of(kind: Kind, measure: str, span: Span, *, is_running: bool, about: Mapping[str, str | None]) -> Query:
    """The query of a figure. ``is_running``: the period is not over; ``about``: field -> key of category or street, None
    for those without one.
    """
    named = {name: frozenset({key or NOTHING}) for name, key in about.items()}
    query = replace(first_query(kind), filters=frozenset(), grouping="", sort="reported_at", is_reversed=True)
    if measure == "open" and is_running:
        return replace(query, filters=frozenset({"open"}), picks=named)
    return replace(query, picks=named | _days(measure, span), filters=_filters(measure))


def _filters(measure: str) -> frozenset[str]:
    return frozenset({"op_tijd"}) if measure == "share" else frozenset()


def _days(measure: str, span: Span) -> dict[str, frozenset[str]]:
    inside = frozenset({days_key(span.first, span.last)})
    if measure == "came":
        return {"reported_at": inside}
    if measure == "open":
        after = days_key(span.last + timedelta(1), None)
        return {
            "reported_at": frozenset({days_key(None, span.last)}),
            "closed_at": frozenset({after, NOTHING}),
        }
    solved = {"status": frozenset({DONE})} if measure in {"days", "share"} else {}
    return {"closed_at": inside} | solved
