"""How signals and trends look in a list, and what follows from their state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dates import day_short, time_text
from vaartdesk.core.text import _
from vaartdesk.kinds.signals import model as m
from vaartdesk.schema.chips import chip, word, words
from vaartdesk.schema.kind import Filter, Grouping, RowContext
from vaartdesk.schema.listing import Badge, Due, Header, RowParts
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values

CLOSED: Final = frozenset({"omgezet", "afgesloten"})
MOVES: Final[Mapping[str, tuple[str, ...]]] = {
    "nieuw": ("bekeken", "omgezet", "afgesloten"),
    "bekeken": ("nieuw", "omgezet", "afgesloten"),
    "omgezet": ("bekeken", "afgesloten"),
    "afgesloten": ("bekeken",),
}
TITLE_LENGTH: Final = 80
SIGNAL_FIELDS: Final = (
    "number",
    "title",
    "text",
    "status",
    "noted_at",
    "noted_by",
    "reported_by",
    "reporter_text",
    "street",
    "place_text",
    "category",
    "theme_line",
    "owner",
    "told_on",
    "wants_answer",
)
"""What a row, a filter or a group header of signals looks at."""


def allowed(status: str) -> tuple[str, ...]:
    """The states offered from here."""
    return MOVES.get(status, ("bekeken",))


def is_open(values: Values) -> bool:
    """True until a signal became something, or was closed."""
    return values["status"] not in CLOSED


def signal_title(values: Values) -> str:
    """The title, or else the first line of the text, cut at a word."""
    if values.get("title"):
        return str(values["title"])
    lines = str(values.get("text") or "").strip().splitlines()
    first = " ".join(lines[0].split()) if lines else ""
    if len(first) <= TITLE_LENGTH:
        return first
    cut = first[: TITLE_LENGTH - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


def settle(before: Values | None, after: Values, reader: Reader) -> Mapping[str, Any]:
    """A new signal has a moment; one that is closed has a day."""
    follows: dict[str, Any] = {}
    if before is None and after["noted_at"] is None:
        follows["noted_at"] = reader.now
    old = "nieuw" if before is None else before["status"]
    if after["status"] == old:
        return follows
    if after["status"] in CLOSED and after["closed_on"] is None:
        follows["closed_on"] = reader.today
    if old in CLOSED and after["status"] not in CLOSED and after["closed_on"] is not None:
        follows["closed_on"] = None
    return follows


def signal_row(values: Values, context: RowContext) -> RowParts:
    """What was heard, of whom, when; number, where, state."""
    heard = values["reporter_text"] or context.title(values["reported_by"]) or context.title(values["noted_by"])
    line = values["theme_line"]
    return RowParts(
        title=signal_title(values),
        number=values["number"],
        icon="radio",
        badges=(Badge(context.letter(line), context.title(line)),) if line else (),
        meta=words(_("van {who}").format(who=heard) if heard else "", values["place_text"]),
        due=_noted(values, context),
        chip=chip(m.STATUSES, values["status"]),
    )


def _noted(values: Values, context: RowContext) -> Due | None:
    """When it was written down: `gisteren 16:40`, `di 24 nov`."""
    if values["noted_at"] is None:
        return None
    local = values["noted_at"].astimezone(amsterdam())
    day, today = local.date(), context.today
    if day == today:
        return Due(_("vandaag {time}").format(time=time_text(local)), is_done=not is_open(values))
    if day == today - timedelta(1):
        return Due(_("gisteren {time}").format(time=time_text(local)), is_done=not is_open(values))
    return Due(day_short(day, today), is_done=not is_open(values))


def by_status(values: Values, context: RowContext) -> tuple[int, Header]:
    """New ones first."""
    order = [option.slug for option in m.STATUSES]
    status = values["status"]
    return order.index(status) if status in order else len(order), Header(word(m.STATUSES, status), 0)


GROUPINGS: Final = (Grouping("status", _("Status"), by_status),)
FILTERS: Final = (
    Filter("open", _("Open"), lambda v, x: is_open(v), preset=True),
    Filter("nieuw", _("Nieuwe signalen"), lambda v, x: v["status"] == "nieuw", pinned=True, icon="inbox"),
    Filter(
        "nog_te_melden",
        _("Nog terug te vertellen"),
        lambda v, x: not is_open(v) and v["wants_answer"] and v["told_on"] is None,
    ),
)


def trend_row(values: Values, context: RowContext) -> RowParts:
    """A trend with its source and day."""
    line = values["theme_line"]
    return RowParts(
        title=values["title"],
        icon="chart-line",
        badges=(Badge(context.letter(line), context.title(line)),) if line else (),
        meta=words(values["source"]),
        due=Due(day_short(values["noted_on"], context.today)) if values["noted_on"] else None,
        chip=chip(m.TREND_STATUSES, values["status"]),
    )


def settle_trend(before: Values | None, after: Values, reader: Reader) -> Mapping[str, Any]:
    """A new note has a day."""
    return {"noted_on": reader.today} if before is None and after["noted_on"] is None else {}
