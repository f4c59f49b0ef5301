"""The four pictures of Vandaag: what each asks of the families, and how it is drawn and told.

Loads ReportLab (the charts do): imported when the first picture is asked for, after the list is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Final

from vaartdesk.charts.pressure import Pressure
from vaartdesk.charts.small import FEWEST, Area
from vaartdesk.charts.stack import Stack, StackChart
from vaartdesk.charts.ways import Way, Ways
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _, ngettext
from vaartdesk.formats.terms import WORKING, days_text
from vaartdesk.kinds.actions.queries import states_by_line
from vaartdesk.kinds.events.queries.pressure import BUSY, FULL, week_loads
from vaartdesk.kinds.plan.queries import goals_with_measurements, theme_lines
from vaartdesk.kinds.plan.rules.goals import standing
from vaartdesk.kinds.plan.rules.rows import figure_text
from vaartdesk.kinds.tickets.queries import figures as tickets
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.ui.chart_view import Chart

NAMED: Final = 3
"""So many events of the fullest week are named."""
FEW: Final = {False: 4, True: 5}
"""How many goals a narrow and a wide card show."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its words; what only fits in a wide card is left out by a narrow one. ``tip``: what is counted."""

    chart: Chart
    remark: str = ""
    caption: str = ""
    end: str = ""
    tip: str = ""


def open_tickets(reader: Reader, *, is_wide: bool) -> Figure | None:
    """How many tickets were open over twelve weeks, with what came and went this week."""
    flow = tickets.flow(reader)
    if not any(flow.open) and not any(flow.came):
        return None
    speed = tickets.speed(reader)
    counts = _("deze week {came} in, {went} uit").format(came=flow.came[-1], went=flow.went[-1])
    caption = str(_("12 weken · {counts}").format(counts=counts))
    few = _("te weinig meldingen voor een aandeel of mediaan (minder dan {n})").format(n=FEWEST)
    share = _("{n} % binnen termijn").format(n=speed.share) if speed.share is not None else ""
    middle = _("mediaan {days}").format(days=days_text(speed.days, WORKING)) if speed.days is not None else ""
    told = ", ".join(part for part in (share, middle) if part) or few
    tip = _(
        "Open aan het eind van elke week, de laatste 12 weken. In: gemeld, uit: gesloten.\n"
        "Afgehandeld in die weken: {told}. Dagen dat een melding wachtte tellen niet mee."
    ).format(told=told)
    first = reader.today - timedelta(reader.today.weekday() + 7 * (len(flow.open) - 1))
    chart = Area(flow.open, day_short(first, reader.today).partition(" ")[2], str(_("nu")))
    if not is_wide:
        return Figure(chart, caption=counts[:1].upper() + counts[1:], tip=str(tip))
    remark = share or str(_("termijn: te weinig"))
    return Figure(chart, remark, caption, middle or str(_("mediaan: te weinig")), str(tip))


def event_pressure(reader: Reader, *, is_wide: bool) -> Figure | None:
    """How full the twelve weeks to come are."""
    loads = week_loads(reader)
    if not any(load.count for load in loads):
        return None
    chart = Pressure(tuple((load.number, load.count) for load in loads), BUSY, FULL)
    peak = max(loads, key=lambda load: load.count)
    told = _("Week {week}: {titles}").format(week=peak.number, titles=_listed(peak.titles))
    tip = _("Data van evenementen per week; druk vanaf {busy}, vol vanaf {full}.\n{told}").format(
        busy=BUSY, full=FULL, told=told
    )
    if not is_wide:
        return Figure(chart, tip=str(tip))
    return Figure(chart, str(_("12 weken")), str(told), tip=str(tip))


def _listed(titles: tuple[str, ...]) -> str:
    """``Kerstmarkt, Lichtjesparade en koopavond``; what does not fit is counted."""
    shown = list(titles[:NAMED])
    rest = len(titles) - len(shown)
    if rest:
        return ", ".join([*shown, str(_("en {n} meer").format(n=rest))])
    return str(_(" en ")).join(part for part in (", ".join(shown[:-1]), shown[-1]) if part) if shown else ""


def actions_by_line(reader: Reader, *, is_wide: bool) -> Figure | None:
    """Actions of each theme line by their state."""
    counted = states_by_line(reader)
    lines = [(row["id"], row["code"], row["title"]) for row in theme_lines(reader)]
    lines += [(None, "O", str(_("Organisatie")))] if counted.get(None) else []
    stacks = [
        Stack(code, title, count["gereed"], count["loopt"], count["wacht"], count["gepland"])
        for key, code, title in lines
        if (count := counted.get(key)) is not None
    ]
    if not stacks:
        return None
    total = sum(sum(stack.counts) for stack in stacks)
    remark = ngettext("{n} actie", "{n} acties", total).format(n=total) if is_wide else ""
    tip = _("Acties die lopen, wachten of gepland zijn, en wat dit jaar gereed kwam. Ideeën tellen niet mee.\n{told}")
    chart = StackChart(tuple(stacks), is_small=True)
    return Figure(chart, remark, tip=str(tip.format(told=chart.sentence().replace("; ", "\n"))))


def goals(reader: Reader, *, is_wide: bool) -> Figure | None:
    """The goals of the agreement that have a figure, each by the part of its way."""
    found = [(goal, rows) for goal, rows in goals_with_measurements(reader) if not goal["theme_line"]]
    ways = [way for goal, rows in found if (way := _way(goal, rows, reader)) is not None]
    if not ways:
        return None
    chart = Ways(tuple(ways[: FEW[is_wide]]))
    rest = len(ways) - len(chart.ways)
    caption = str(_("en nog {n}").format(n=rest)) if rest else ""
    tip = _("Het deel van de weg van nulmeting naar streefwaarde, naar de laatste meting.\n{told}")
    return Figure(chart, caption=caption, tip=str(tip.format(told=chart.sentence().replace("; ", "\n"))))


def _way(goal: Values, measurements: Sequence[Values], reader: Reader) -> Way | None:
    now = standing(goal, measurements, reader.today)
    if now.target is None:
        return None
    unit = goal["unit"]
    name = goal["short"] or goal["title"]
    if now.progress is None or now.value is None:
        return Way(name, "", str(_("geen nulmeting") if goal["baseline"] is None else _("geen meting")), None)
    short = unit if unit == "%" else ""
    span = _("van {start} naar {target}").format(
        start=figure_text(goal["baseline"]), target=figure_text(now.target, short)
    )
    return Way(name, str(span), figure_text(now.value, short), now.progress)


Ask = Callable[..., Figure | None]


@dataclass(frozen=True, slots=True)
class Picture:
    """One of the four: its places in a narrow and in a wide window, name and title, the kinds it follows from, the kind that a click shows, and its chart's
    height (0: as the chart itself needs).
    """

    places: tuple[int, int]
    name: str
    title: str
    ask: Ask
    kinds: frozenset[str]
    source: str
    height: int = 0


PICTURES: Final = (
    Picture(
        (0, 2),
        "openTickets",
        _("Open meldingen"),
        open_tickets,
        frozenset({"ticket", "ticket_category"}),
        "ticket",
        100,
    ),
    Picture(
        (1, 3),
        "eventPressure",
        _("Evenementendruk"),
        event_pressure,
        frozenset({"event", "event_override"}),
        "event",
        100,
    ),
    Picture(
        (2, 0),
        "actionsByLine",
        _("Acties per themalijn"),
        actions_by_line,
        frozenset({"action", "theme_line"}),
        "action",
    ),
    Picture((3, 1), "goals", _("Doelen"), goals, frozenset({"goal", "measurement"}), "goal"),
)
