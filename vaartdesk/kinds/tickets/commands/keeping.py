"""Keeping who reported a ticket: told a fortnight ahead, put off, and then wiped for good (T16)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.tickets.queries import keeping as queries
from vaartdesk.kinds.tickets.rules import keeping
from vaartdesk.kinds.tickets.rules.moves import CLOSED
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.schema.types.times import DayType

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.store.tx import Tx


def announce(desk: Desk) -> int:
    """Write down until when each reporter is kept, once that comes near; answers of how many tickets."""
    with desk.read() as reader:
        found = queries.still_known(reader)
        until = {row["id"]: keeping.announced_until(row, reader.today, reader.settings) for row in found}
    told = {key: day for key, day in until.items() if day is not None}
    if told:
        with desk.change(_("Wissen van melders aangekondigd"), kind="auto") as tx:
            for key, day in told.items():
                tx.set(Ref("ticket", key), "keep_until", day)
    return len(told)


def anonymise(desk: Desk) -> int:
    """Wipe who reported the tickets whose day has come, here, in history and on every laptop; answers of how many.

    Ctrl+Z does not take this back. The tickets stay, so that every count stays as it is.
    """
    with desk.read() as reader:
        due = [Ref("ticket", row["id"]) for row in queries.still_known(reader) if keeping.is_due(row, reader.today)]
    if due:
        with desk.change(_("Melder gewist")) as tx:
            for ref in due:
                _wipe(tx, ref)
    return len(due)


def _wipe(tx: Tx, ref: Ref) -> None:
    tx.erase(ref, keeping.has_wiped(tx.get(ref), "ticket"))
    for kind in queries.PARTS:
        for row in tx.where(kind, "ticket", ref.id):
            tx.erase(Ref(kind, row["id"]), keeping.has_wiped(row, kind))
    tx.update(ref, {"anonymised_on": tx.today, "keep_until": None})


def postpone(desk: Desk, refs: Sequence[Ref], until: date) -> None:
    """Keep who reported these tickets until another day. Raises Refused for a day that is not ahead."""
    with desk.change(_("Melder langer bewaard")) as tx:
        for ref in refs:
            tx.set(ref, "keep_until", until)


def _asks(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    later = reader.today + timedelta(keeping.days_kept(reader.settings))
    return (Field(DayType(), _("Bewaren tot"), "keep_until", required=True, default=later),)


def _run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    until: date = answers["keep_until"]
    postpone(desk, refs, until)
    day = day_short(until, desk.today)
    told = ngettext("Melder bewaard tot {day}", "Melders van {n} meldingen bewaard tot {day}", len(refs))
    return Outcome(told.format(n=len(refs), day=day))


def _is_kept(values: Values) -> bool:
    return values["status"] in CLOSED and (
        values["keep_until"] is not None or bool(keeping.has_wiped(values, "ticket"))
    )


KEEP_REPORTER: Final = Command(
    "keep_reporter", _("Melder langer bewaren"), _run, icon="eye", asks=_asks, fits=_is_kept, many=True, in_menu=True
)
