"""Cijfers: what came, went and is open, how fast and how much in time, per category, street and month (D5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.core.progress import Progress, heard, unheard
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.queries import figures as queries
from vaartdesk.kinds.tickets.rules import figure_charts as charts
from vaartdesk.kinds.tickets.rules.figure_table import CAME, OPEN, Measure, Overview, Row, shown_months
from vaartdesk.kinds.tickets.view.figure_cards import FigureCards
from vaartdesk.kinds.tickets.view.figure_lists import list_of
from vaartdesk.kinds.tickets.view.figures_span import SpanBar
from vaartdesk.kinds.tickets.view.figures_table import FiguresTable
from vaartdesk.store.bus import NEW_DAY
from vaartdesk.ui.busy import BusyBar
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.chart_card import ChartCard
from vaartdesk.ui.empty import PageOrNothing
from vaartdesk.ui.fresh import Fresh
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.kind_words import new_label
from vaartdesk.ui.labels import Label
from vaartdesk.ui.segments import Segment, Segments
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height
from vaartdesk.ui.work import Work

if TYPE_CHECKING:
    from vaartdesk.core.periods import Span
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

ASKED: Final = frozenset({"ticket", "ticket_category", "street", "setting"})
AT_ONCE: Final = 2_000
"""So many tickets are counted before the window paints again; more are counted beside it."""
CATEGORY, STREET, MONTH = "category", "street", "month"
PARTS: Final = (
    Segment(CATEGORY, str(_("Per categorie"))),
    Segment(STREET, str(_("Per straat"))),
    Segment(MONTH, str(_("Per maand"))),
)
HINT: Final = _("Wijs een cijfer aan om te lezen wat het betekent; Enter of een klik opent de meldingen.")
CHARTS_SHARE: Final = 0.31
CHARTS_LEAST, CHARTS_MOST = 290, 560
CHART_HEIGHT: Final = 150
LOW: Final = 680
"""Under this height of the page the bars give way, so that nothing is cut off."""
BARS, FEW_BARS = 6, 3


class FiguresPage(Fresh, QWidget):
    """`list_requested(Query)`: show the list of tickets so."""

    list_requested = Signal(object)

    def __init__(self, desk: Desk, stage: Stage, title: str) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = PageHeader(title)
        self.report = Button(str(_("Rapport")), "file-text")
        self.report.setObjectName("figuresReport")
        self.bar = SpanBar(desk.today)
        self.busy = BusyBar()
        self.cards = FigureCards()
        self.meaning = Label(str(HINT), "meta", "text2", wrap=True)
        self.meaning.setObjectName("figureMeaning")
        self.parts = Segments(PARTS, str(_("Tabel")), small=True)
        self.parts.setObjectName("figuresParts")
        self.table = FiguresTable()
        self.by_month = ChartCard(str(_("In en uit per maand")), CHART_HEIGHT)
        self.by_group = ChartCard(str(_("Open per categorie")), 0)
        self.overview: Overview | None = None
        self._chosen = self.bar.choice()
        self._work: Work | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self.header.add_action(self.report)
        new = self.header.set_primary(new_label(self.desk.kinds["ticket"]))
        new.clicked.connect(lambda _on=False: self.make_new())
        body = QWidget()
        self.stack = PageOrNothing(body, self.desk.kinds["ticket"], self.make_new)
        column.addWidget(self.stack, 1)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, sizes.SPACE_3)
        inner.setSpacing(sizes.SPACE_2)
        inner.addWidget(self.bar)
        inner.addWidget(self.busy)
        padded = QVBoxLayout()
        padded.setContentsMargins(sizes.PAGE_PADDING, 0, sizes.PAGE_PADDING, 0)
        padded.setSpacing(sizes.SPACE_2)
        padded.addWidget(self.cards)
        padded.addWidget(self.meaning)
        padded.addLayout(self._lower(), 1)
        inner.addLayout(padded, 1)
        self.meaning.setMinimumHeight(round(2 * line_height("meta")) + 2)
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _lower(self) -> QHBoxLayout:
        """The table at the left, the charts at the right."""
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(sizes.SPACE_2)
        left.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.table, 1)
        right.setSpacing(sizes.SPACE_3)
        for card in (self.by_month, self.by_group):
            right.addWidget(card)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(sizes.SPACE_4)
        row.addLayout(left, 1)
        row.addLayout(right)
        return row

    def _connect(self) -> None:
        self.bar.changed.connect(self.refresh)
        self.parts.chosen.connect(lambda _part: self._show_table())
        self.cards.opened.connect(self.open_total)
        self.cards.pointed.connect(self.explain)
        self.table.opened.connect(self.open_row)
        self.table.pointed.connect(self.explain)
        self.by_month.clicked.connect(self._open_months)
        self.by_group.clicked.connect(lambda: self.open_total(OPEN))
        self.report.clicked.connect(self.ask_report)
        Hearing(self.desk, self).changed.connect(self._hear)
        for keys, step in (("Alt+Left", -1), ("Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), self, lambda step=step: self.bar.step(step))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- showing -------------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Count, and show it; many tickets are counted beside the window."""
        span, street = self.bar.span(), self.bar.street_key()
        with self.desk.read() as reader:
            self.bar.show_streets(queries.streets(reader))
            self.stack.tell(is_empty=not queries.has_any(reader))
            is_much = queries.count_cases(reader, span) > AT_ONCE
        if not is_much:
            self._show(self._count(span, street))
            return
        if self._work is None:
            self._work = Work(lambda progress: self._count(span, street, progress), self)
            self._work.advanced.connect(self.busy.progress)
            self._work.done.connect(self._counted)
            self._work.failed.connect(self._counted)
            self._work.stopped.connect(self._stopped)
            self.busy.cancelled.connect(self._work.stop)
            self.busy.start(str(_("Meldingen tellen…")))
            self._work.start()

    def _count(self, span: Span, street: str | None, progress: Progress = unheard) -> Overview:
        with self.desk.read() as reader, heard(progress):
            return queries.overview(reader, span, street)

    def _stopped(self) -> None:
        """What was shown before is shown on, with the period it is of; it is counted when the page is next looked at."""
        self._over()
        self.is_stale = True
        if self.overview is not None:
            self.bar.put_back(self._chosen)
        self.stage.announce(str(_("Het tellen is gestopt.")))

    def _over(self) -> None:
        if self._work is not None:
            self._work.deleteLater()
        self._work = None
        self.busy.stop()

    def _counted(self, found: object) -> None:
        """The count beside the window is over; what was chosen since is counted anew."""
        self._over()
        if isinstance(found, str):
            self.stage.announce(found)
        elif isinstance(found, Overview):
            self._show(found)
            if (found.span, found.street) != (self.bar.span(), self.bar.street_key()):
                self.refresh()

    def _show(self, overview: Overview) -> None:
        self.overview = overview
        if (overview.span, overview.street) == (self.bar.span(), self.bar.street_key()):
            self._chosen = self.bar.choice()
        self.cards.show_figures(overview.total)
        self.by_month.show_chart(charts.by_month(overview), tip=CAME.meaning)
        self._show_bars()
        self._show_table()

    def _show_bars(self) -> None:
        if self.overview is not None:
            open_by = charts.open_by(self.overview.categories, FEW_BARS if self.height() < LOW else BARS)
            self.by_group.show_chart(open_by, tip=OPEN.meaning)
            self.by_group.setVisible(bool(open_by.bars))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The charts take their share of the width, and as many bars as there is height for."""
        super().resizeEvent(event)
        width = max(CHARTS_LEAST, min(CHARTS_MOST, round(self.width() * CHARTS_SHARE)))
        for card in (self.by_month, self.by_group):
            card.setFixedWidth(width)
        self._show_bars()

    def _show_table(self) -> None:
        if self.overview is not None:
            rows = {CATEGORY: self.overview.categories, STREET: self.overview.streets, MONTH: self.overview.months}
            heads = {CATEGORY: _("Categorie"), STREET: _("Straat"), MONTH: _("Maand")}
            part = self.parts.current()
            self.table.show_rows(str(heads[part]), rows[part])
            self.table.setAccessibleName(str(_("Cijfers per {part}").format(part=str(heads[part]).lower())))

    def explain(self, measure: Measure | None) -> None:
        """Tell what a figure means, for eyes and for who only has keys."""
        self.meaning.setText(str(HINT) if measure is None else measure.meaning)

    def _hear(self, change: ChangeSet) -> None:
        if change.kinds & ASKED or (change.kind == NEW_DAY and self.bar.turn_day(self.desk.today)):
            self.outdate()

    def _is_past(self) -> bool:
        return self.bar.turn_day(self.desk.today)

    # --- to the list ---------------------------------------------------------------------------------------------------

    def open_total(self, measure: Measure) -> None:
        """The tickets behind a large figure."""
        if self.overview is not None:
            self._open(measure, Row("", self.overview.span, self.overview.total), {})

    def open_row(self, row: Row, measure: Measure) -> None:
        """The tickets behind a figure of the table."""
        part = self.parts.current()
        self._open(measure, row, {} if part == MONTH else {part: row.key})

    def _open_months(self) -> None:
        if self.overview is not None:
            months = shown_months(self.overview.span, self.desk.today)
            self._open(CAME, Row("", months, self.overview.total), {})

    def _open(self, measure: Measure, row: Row, about: dict[str, str | None]) -> None:
        street = self.overview.street if self.overview is not None else None
        named = ({"street": street} if street else {}) | about
        is_running = self.desk.today in row.span
        query = list_of(self.desk.kinds["ticket"], measure.name, row.span, is_running=is_running, about=named)
        self.list_requested.emit(query)

    def ask_report(self) -> None:
        """The figures of this period and street on paper."""
        self.stage.report_requested.emit("tickets", {"span": self.bar.span(), "street": self.bar.street_key()})

    def make_new(self, kind: str = "") -> None:
        """A new ticket."""
        self.stage.ask_new("ticket")
