"""Agenderen: any record, or several, as one topic in the stock of a body, with the chain from record to topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.meetings.commands.agenda import propose_topic
from vaartdesk.kinds.meetings.model.gatherings import StockTopic
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field, fields_of
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.model import CHAIN

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

KINDS = ("ticket", "event", "action", "signal", "goal", "organisation", "premises", "advice", "contract", "need")
"""Kinds that can be put on an agenda; a decision goes back to a body by its own follow-up."""


def _asks(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    """For which body, what for, and why: of tickets that is filled in with what they say."""
    from vaartdesk.flows.annexes import explanation_of  # prints: not before it is used

    fields = fields_of(StockTopic)
    told = explanation_of(reader, refs) or None
    return (fields["body"], fields["purpose"], replace(fields["explanation"], default=told))


def put_forward(desk: Desk, refs: Sequence[Ref], body: Ref, **values: Any) -> Ref:
    """One topic about all of ``refs``; its title is the first record's, or says how many there are."""
    records = [(ref, desk.get(ref) or {}) for ref in refs]
    first, shown = records[0]
    title = desk.kinds[first.kind].title_of(shown)
    if len(records) > 1:
        told = ngettext("{title}, {n} keer gebundeld", "{title}, {n} gebundeld", len(records))
        title = told.format(title=title, n=len(records))
    given = {"theme_line": _line(records), **{name: value for name, value in values.items() if value}}
    with desk.change(_("Geagendeerd")) as tx:
        topic = propose_topic(desk, body, title, subject=first, related=tuple(r.id for r in refs[1:]), **given)
        for ref in refs[1:]:
            tx.link(ref, CHAIN, topic)
    return topic


def _line(records: Sequence[tuple[Ref, Values]]) -> str | None:
    """The theme line that the records share, if they do."""
    lines = {values.get("theme_line") for _ref, values in records}
    return lines.pop() if len(lines) == 1 else None


def _run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    body = Ref("body", answers["body"])
    topic = put_forward(desk, refs, body, purpose=answers.get("purpose"), explanation=answers.get("explanation"))
    sentence = _("In de voorraad van {body}").format(body=desk.title(body))
    return Outcome(str(sentence), topic if len(refs) > 1 else None)


AGENDEREN = Command("agenderen", _("Agenderen"), _run, icon="messages-square", asks=_asks, many=True)
