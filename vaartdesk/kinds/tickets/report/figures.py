"""The figures of a period on paper: in, out, open, how fast and in time, by category and street, and what is late (T23)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vaartdesk.charts.bars import BarChart
from vaartdesk.core.periods import Span, month_of, quarter_of, span_text, year_of
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.tickets.rules import figure_charts as charts
from vaartdesk.kinds.tickets.rules.figure_table import MEASURES, Overview, Row
from vaartdesk.pdf.charting import PAPER
from vaartdesk.pdf.parts import Beside, Bullets, Chart, Listing, Part, Prose
from vaartdesk.pdf.styles import WIDTH
from vaartdesk.pdf.tables import Cell, Column, toned
from vaartdesk.schema.listing import RowParts

HALF: Final = WIDTH * 0.47
HIGH: Final = 118.0
MOST_LATE: Final = 15
"""So many late tickets are named; the others are counted."""


def report_kind(span: Span) -> str:
    """What a report of such a stretch is called."""
    if span == month_of(span.first):
        return str(_("Maandrapportage"))
    if span == quarter_of(span.first):
        return str(_("Kwartaalrapportage"))
    return str(_("Jaarrapportage") if span == year_of(span.first) else _("Rapportage"))


def lead(now: Overview) -> str:
    """What the figures come down to."""
    came, went, still = now.total.came, now.total.went, now.total.open
    first = ngettext("Er kwam {n} melding binnen", "Er kwamen {n} meldingen binnen", came).format(n=came)
    second = ngettext("er werd er {n} gesloten", "er werden er {n} gesloten", went).format(n=went)
    third = ngettext("{n} staat nog open", "{n} staan nog open", still).format(n=still) if now.now else ""
    third = third or ngettext("{n} stond daarna nog open", "{n} stonden daarna nog open", still).format(n=still)
    counts = _("{first} en {second}; {third}.").format(first=first, second=second, third=third)
    return " ".join([counts, _speed(now)])


def _speed(now: Overview) -> str:
    speed = now.total.speed
    if speed.days is None or speed.share is None:
        return str(_("Voor een mediaan en een aandeel op tijd is er te weinig afgehandeld."))
    days = MEASURES[3].text(now.total)
    return _("De helft was in {days} of minder klaar, {share}\u00a0% op tijd.").format(days=days, share=speed.share)


def figure_parts(now: Overview, before: Overview, late: Sequence[RowParts]) -> list[Part]:
    """The report below its first sentence. ``before``: the stretch before it; ``late``: open tickets over their term."""
    most = Beside(
        _bars(str(_("Gemeld per categorie")), charts.came_by(now.categories)),
        _bars(str(_("Open per straat")), charts.open_by(now.streets)),
    )
    found: list[Part] = [Beside(_compared(now, before), _by_month(now)), most]
    found.append(_table(str(_("Per categorie")), str(_("Categorie")), now.categories))
    found.append(_table(str(_("Per straat")), str(_("Straat")), now.streets))
    found.append(_table(str(_("Per maand")), str(_("Maand")), now.months))
    if late:
        found.append(_late(late))
    meanings = tuple(measure.meaning for measure in MEASURES)
    return [*found, Bullets(meanings, str(_("Wat de cijfers betekenen")))]


def _compared(now: Overview, before: Overview) -> Listing:
    columns = (Column(str(_("Cijfer")), 3), _counts(span_text(now.span)), _counts(span_text(before.span)))
    rows = tuple((str(measure.label), measure.text(now.total), measure.text(before.total)) for measure in MEASURES)
    return Listing(str(_("In één oogopslag")), columns, rows)


def _counts(title: str) -> Column:
    return Column(title[:1].upper() + title[1:], 3, "right")


def _by_month(now: Overview) -> Chart:
    chart = charts.by_month(now)
    alt = _("Per maand: {told}").format(told=chart.sentence())
    return Chart(str(_("In en uit per maand")), chart.draw(PAPER, HALF, HIGH), str(alt))


def _bars(title: str, chart: BarChart) -> Part:
    if not chart.bars:
        return Prose(str(_("Geen meldingen.")), title)
    return Chart(title, chart.draw(PAPER, HALF), f"{title}: {chart.sentence()}")


def _table(title: str, head: str, rows: Sequence[Row]) -> Listing:
    shares = {"days": 2.4, "share": 1.8}
    columns = [Column(head, 5.5)]
    columns += [Column(str(measure.label), shares.get(measure.name, 1.0), "right") for measure in MEASURES]
    return Listing(title, tuple(columns), tuple(_line(row) for row in rows))


def _line(row: Row) -> tuple[Cell, ...]:
    return (row.label, *(measure.text(row.figures) for measure in MEASURES))


def _late(rows: Sequence[RowParts]) -> Listing:
    columns = (
        Column(str(_("Nummer")), 2.3),
        Column(str(_("Wat en waar")), 7),
        Column(str(_("Stand")), 2.4),
        Column(str(_("Te laat")), 3.2),
    )
    shown = tuple(_late_line(row) for row in rows[:MOST_LATE])
    rest = len(rows) - len(shown)
    caption = ngettext("En nog {n} melding.", "En nog {n} meldingen.", rest).format(n=rest) if rest else ""
    return Listing(str(_("Nu over termijn")), columns, shown, caption)


def _late_line(row: RowParts) -> tuple[Cell, ...]:
    what = ", ".join(part for part in (str(row.title), *(str(part) for part in row.meta)) if part)
    state = str(row.chip.label).lower() if row.chip is not None else ""
    return row.number, what, state, toned(str(row.due.text), row.due.tone) if row.due is not None else ""
