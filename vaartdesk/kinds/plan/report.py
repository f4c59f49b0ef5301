"""A goal drawn and told: its series with baseline, target, national figure and trend, for screen and paper alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from vaartdesk.charts.line import LineChart, Point
from vaartdesk.core.dates import day_field
from vaartdesk.core.text import _
from vaartdesk.kinds.plan.model import FIGURE_DECIMALS
from vaartdesk.kinds.plan.rules.goals import in_order, projected, standing, target_now
from vaartdesk.kinds.plan.rules.rows import figure_text
from vaartdesk.schema.ref import Values

AHEAD: Final = 2
"""So many years ahead the trend is drawn for a goal without a year, or whose year has passed."""
MOST_TICKS: Final = 6
HALFWAY: Final = 50
WHOLE: Final = 10**FIGURE_DECIMALS


def horizon(goal: Values, today: date) -> date:
    """The day up to which the trend is drawn: the end of the goal's year, where that is still to come."""
    year = goal["by_year"]
    return date(year if year and year >= today.year else today.year + AHEAD, 12, 31)


def goal_chart(goal: Values, measurements: Sequence[Values], today: date) -> LineChart | None:
    """The series of a goal; None without any dated value. Values are in units, places on the x axis in years."""
    series = _series(goal, measurements)
    if not series:
        return None
    end = horizon(goal, today)
    expected = projected(measurements, end)
    ahead = (Point(_years(end), max(expected, 0) / WHOLE),) if expected is not None and end > series[-1][0] else ()
    target = target_now(goal, measurements)
    last = end if ahead else max(series[-1][0], today)
    return LineChart(
        points=tuple(Point(_years(day), value / WHOLE) for day, value in series),
        ticks=_ticks(series[0][0].year, last.year + (last.month > 6)),
        unit=short_unit(goal),
        start=str(_("nulmeting {value}").format(value=figure_text(goal["baseline"], short_unit(goal))))
        if goal["baseline"] is not None and series[0][1] == goal["baseline"]
        else "",
        target=None if target is None else target / WHOLE,
        national=tuple(
            Point(_years(m["measured_on"]), m["national"] / WHOLE)
            for m in in_order(measurements)
            if m["national"] is not None and m["measured_on"] is not None
        ),
        national_name=goal["relative_to"] or str(_("landelijk")),
        projection=ahead,
    )


def short_unit(goal: Values) -> str:
    """The unit where it is a sign that stands with every figure; a word ("arbeidsplaatsen") is said once."""
    return str(goal["unit"]) if len(goal["unit"]) == 1 else ""


def _series(goal: Values, measurements: Sequence[Values]) -> list[tuple[date, int]]:
    """The dated values, oldest first; the baseline in front where no measurement is it."""
    found = [(m["measured_on"], int(m["value"])) for m in in_order(measurements) if m["measured_on"] is not None]
    base, day = goal["baseline"], goal["baseline_on"]
    if base is not None and day is not None and (not found or day < found[0][0]):
        found.insert(0, (day, int(base)))
    return found


def _years(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 366


def _ticks(first: int, last: int) -> tuple[tuple[float, str], ...]:
    """Round years, few enough to be read."""
    step = max(1, -(-(last - first) // MOST_TICKS))
    return tuple((float(year), str(year)) for year in range(first, last + 1, step))


def goal_sentence(goal: Values, measurements: Sequence[Values], today: date) -> str:
    """Where the goal stands and where it goes: `Halverwege. In dit tempo staat de teller eind 2028 op 13,4 %.`"""
    now = standing(goal, measurements, today)
    if now.state == "geen_cijfer":
        return str(_("Een doel zonder cijfer."))
    if now.progress is None:
        return str(_("Geen nulmeting. De eerste meting wordt het begin."))
    part = _("Halverwege.") if now.progress == HALFWAY else _("{n} % van de weg.").format(n=now.progress)
    end = horizon(goal, today)
    expected = projected(measurements, end)
    if now.state == "gehaald" or expected is None:
        return str(_("Gehaald.")) if now.state == "gehaald" else str(part)
    value = figure_text(max(expected, 0), goal["unit"])
    pace = _("In dit tempo staat de teller eind {year} op {value}.").format(year=end.year, value=value)
    return f"{part} {pace}"


def goal_caption(goal: Values, measurements: Sequence[Values]) -> str:
    """Under the chart: what is measured, in what, by whom, and when last."""
    known = [m for m in in_order(measurements) if m["measured_on"] is not None]
    definition = str(goal["definition"] or "").strip()
    unit = "" if short_unit(goal) or not goal["unit"] else _("In {unit}.").format(unit=goal["unit"])
    source = str(goal["source"] or (known[-1]["source"] if known else ""))
    parts = [definition and f"{definition.rstrip('.')}.", unit, source and _("Bron: {source}.").format(source=source)]
    if known:
        parts.append(_("Laatste meting {day}.").format(day=day_field(known[-1]["measured_on"])))
    return " ".join(str(part) for part in (*parts, _("De as begint bij nul.")) if part)
