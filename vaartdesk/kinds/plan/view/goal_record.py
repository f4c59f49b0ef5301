"""The record of a goal: how far it is, drawn; its measurements; and what is meant to move it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vaartdesk.kinds.plan import queries
from vaartdesk.kinds.plan.view.goal_chart import GoalChart
from vaartdesk.kinds.plan.view.measurements import Measurements
from vaartdesk.kinds.plan.view.pulls import Pulls
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.form.head import TEXT_INSET
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.record_dialog import RecordDialog, add_parts
from vaartdesk.ui.stage import Stage

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

ASKED: Final = frozenset({"goal", "measurement", "link", "action"})
"""A change of one of these may change what is shown here."""


def build(desk: Desk, stage: Stage) -> RecordPage:
    """The page of a goal, for whatever tab shows goals."""
    return GoalRecord(desk, stage)


class GoalRecord(RecordPage):
    """The chart first, then measurements and what pulls, then the fields."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(desk, desk.kinds["goal"], stage)
        self.chart = GoalChart()
        self.measurements = Measurements(desk)
        self.pulls = Pulls(desk)
        for number, part in enumerate((self.chart, self.measurements, self.pulls)):
            part.setContentsMargins(TEXT_INSET, 0, 0, 0)
            self.layout_of_page.body.insertWidget(number, part)
        add_parts(self, without=("measurement",))
        self.measurements.add_requested.connect(self._measure)
        self.measurements.opened.connect(lambda ref: stage.show_dialog(self, RecordDialog(desk, ref, stage)))
        self.pulls.opened.connect(stage.open)
        self.filled.connect(self._show_own)
        Hearing(desk, self).changed.connect(self._hear_others)

    def _show_own(self, ref: Ref) -> None:
        values = self.desk.get(ref)
        if values is None:
            return
        with self.desk.read() as reader:
            found = queries.measurements(reader, ref.id)
        self.chart.show_goal(values, found, self.desk.today)
        self.measurements.show_goal(values, found)
        self.pulls.show_goal(ref)

    def _hear_others(self, change: ChangeSet) -> None:
        """A measurement came, or an action that serves this goal; the facts in the head follow from them too."""
        if self.ref is None or not change.kinds & ASKED:
            return
        self._show_own(self.ref)
        with self.desk.read() as reader:
            self.facts.show_values(self.values, reader)

    def _measure(self) -> None:
        """The goal's own command: it makes the first measurement the baseline."""
        self.run(next(command for command in self.kind.commands if command.name == "meting"))
