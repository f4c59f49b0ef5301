"""Writing down a signal: only the text is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.text import _, clean
from vaartdesk.kinds.signals.rules import rows
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.schema.types.texts import LongTextType

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def write_signal(desk: Desk, text: str, fields: Mapping[str, Any] | None = None) -> Ref:
    """Write down a signal, signed by who sits here. Raises Refused when there is no text."""
    text = clean(text).strip()
    if not text:
        raise Refused([Problem("text", str(_("Schrijf op wat je hoorde of zag.")))])
    who = desk.who.id if desk.who else None
    with desk.change(_("Signaal genoteerd")) as tx:
        return tx.add("signal", {"noted_at": tx.now, "noted_by": who} | dict(fields or {}) | {"text": text})


def close_signals(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    """Close signals, with what became of them."""
    with desk.change(_("Signaal afgesloten")) as tx:
        for ref in refs:
            before = dict(tx.get(ref))
            tx.update(ref, {"status": "afgesloten", "outcome": answers.get("outcome") or before["outcome"]})
            tx.update(ref, rows.settle(before, tx.get(ref), tx.reader))
    if len(refs) == 1:
        return Outcome(_("{number} afgesloten").format(number=(desk.get(refs[0]) or {}).get("number", "")), refs[0])
    return Outcome(_("{n} signalen afgesloten").format(n=len(refs)))


def _write(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    made = write_signal(desk, str(answers.get("text") or ""))
    number = (desk.get(made) or {}).get("number", "")
    return Outcome(_("{number} genoteerd").format(number=number), made)


def _asks_text(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    return (Field(LongTextType(), _("Signaal"), "text", required=True),)


def _asks_outcome(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    return (Field(LongTextType(), _("Wat ervan werd"), "outcome"),)


COMMANDS: Final = (
    Command(
        "write_signal",
        _("Signaal noteren"),
        _write,
        icon="radio",
        key="Ctrl+Shift+N",
        asks=_asks_text,
        fits=lambda values: False,
        in_menu=True,
    ),
    Command("close", _("Afsluiten"), close_signals, icon="check", asks=_asks_outcome, fits=rows.is_open, many=True),
)
