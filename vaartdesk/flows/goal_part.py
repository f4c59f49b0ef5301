"""A goal on paper as its page draws it: the series with baseline, target and trend (D2)."""

from __future__ import annotations

from datetime import date
from typing import Final

from vaartdesk.core.text import _
from vaartdesk.kinds.plan import queries
from vaartdesk.kinds.plan.report import goal_caption, goal_chart, goal_sentence
from vaartdesk.pdf.charting import PAPER
from vaartdesk.pdf.parts import Chart, Part, Prose
from vaartdesk.pdf.styles import WIDTH
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values

HEIGHT: Final = 200.0


def goal_parts(reader: Reader, goal: Values, today: date) -> list[Part]:
    """Where it stands in a sentence, and the chart; the sentence alone without any dated value."""
    found = queries.measurements(reader, goal["id"])
    told, chart = goal_sentence(goal, found, today), goal_chart(goal, found, today)
    if chart is None:
        return [Prose(told)]
    alt = str(_("Verloop van {goal}. {told}").format(goal=goal["title"], told=told))
    return [Prose(told), Chart(str(_("Verloop")), chart.draw(PAPER, WIDTH, HEIGHT), alt, goal_caption(goal, found))]
