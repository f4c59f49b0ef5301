"""How far a goal is: one sentence, the chart, and what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vaartdesk.kinds.plan.report import goal_caption, goal_chart, goal_sentence
from vaartdesk.schema.ref import Values
from vaartdesk.ui.chart_view import ChartView
from vaartdesk.ui.labels import Label
from vaartdesk.ui.theme import sizes

HEIGHT = 260


class GoalChart(QWidget):
    """objectName `goalChart`; without a dated value there is only the sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("goalChart")
        self.sentence = Label("", "body", "text2", wrap=True)
        self.view = ChartView(height=HEIGHT)
        self.caption = Label("", "micro", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, sizes.SPACE_2)
        column.setSpacing(sizes.SPACE_2)
        for part in (self.sentence, self.view, self.caption):
            column.addWidget(part)

    def show_goal(self, goal: Values, measurements: Sequence[Values], today: date) -> None:
        """Draw a goal with its measurements, oldest first."""
        chart = goal_chart(goal, measurements, today)
        self.sentence.setText(goal_sentence(goal, measurements, today))
        self.view.set_chart(chart)
        self.view.setVisible(chart is not None)
        self.caption.setText(goal_caption(goal, measurements))
        self.caption.setVisible(chart is not None)
