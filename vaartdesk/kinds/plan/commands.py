"""Verbs on goals, and the commands that offer them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from vaartdesk.core.text import _
from vaartdesk.kinds.plan.model import Measurement
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field, fields_of
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk


def measure(desk: Desk, goal: Ref, value: int, on: date | None = None, **values: Any) -> Ref:
    """A measurement of a goal, in hundredths, today unless ``on`` says otherwise. The first one of a goal without a
    baseline becomes its baseline.
    """
    with desk.change(_("Meting toegevoegd")) as tx:
        day = on or tx.today
        known = tx.get(goal)
        if known["baseline"] is None:
            tx.update(goal, {"baseline": value, "baseline_on": day})
        given = {"goal": goal.id, "value": value, "measured_on": day, "source": known["source"]}
        return tx.add("measurement", given | values)


def _measure(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    given = {name: value for name, value in answers.items() if value not in (None, "")}
    measure(desk, refs[0], given.pop("value"), given.pop("measured_on", None), **given)
    return Outcome(_("Meting toegevoegd aan {goal}.").format(goal=desk.title(refs[0])), refs[0])


def _asks_measurement(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    """Most often somebody writes down what was measured today."""
    fields = fields_of(Measurement)
    day = replace(fields["measured_on"], default=reader.today)
    return (fields["value"], day, fields["national"], fields["source"])


GOAL = (
    Command(
        "meting",
        _("Meting toevoegen"),
        _measure,
        icon="plus",
        asks=_asks_measurement,
        primary=True,
    ),
)
