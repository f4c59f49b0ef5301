"""The next meeting: its evening to scale, what waits in stock, and the day on which its papers go out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_short, time_text
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.meetings.queries.gatherings import next_with_papers, stock
from vaartdesk.kinds.meetings.view.agenda_data import Agenda, read_agenda
from vaartdesk.kinds.meetings.view.time_bar import colour_of, pieces_of
from vaartdesk.schema.listing import Tone
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.card import Card
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.painting import RIGHT, paint_box, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

KINDS = frozenset({"meeting", "agenda_item", "stock_topic", "body"})
GAP = 2
WARN_DAYS = 7


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting as the card tells it. ``papers``: when its papers go out, in words and tone; '' without a day for it."""

    agenda: Agenda
    title: str
    meta: str
    papers: str
    tone: Tone


def coming(desk: Desk) -> Coming | None:
    """The next meeting; None when none is planned in the next six weeks."""
    with desk.read() as reader:
        row = next_with_papers(reader)
        waiting = len(stock(reader, row["body"])) if row is not None else 0
    agenda = read_agenda(desk, Ref("meeting", row["id"])) if row is not None else None
    if row is None or agenda is None or agenda.starts_at is None:
        return None
    when = f"{day_short(agenda.starts_at.date(), desk.today)} {time_text(agenda.starts_at)}"
    papers, tone = _papers(desk, agenda)
    return Coming(agenda, f"{row['title']}, {when}", _meta(agenda, waiting), papers, tone)


def _meta(agenda: Agenda, waiting: int) -> str:
    points = ngettext("{n} punt", "{n} punten", len(agenda.rows)).format(n=len(agenda.rows))
    planned = _("{total} van {planned} minuten").format(total=agenda.total, planned=agenda.planned)
    minutes = planned if agenda.planned else _("{total} minuten").format(total=agenda.total)
    left = _("voorraad {n}").format(n=waiting) if waiting else ""
    return " · ".join(str(part) for part in (points, minutes, left) if part)


def _papers(desk: Desk, agenda: Agenda) -> tuple[str, Tone]:
    due = agenda.meeting["papers_due_on"]
    if due is None:
        return "", "neutral"
    day = day_short(due, desk.today)
    if agenda.meeting["status"] != "concept":
        return str(_("Stukken verstuurd")), "success"
    if due < desk.today:
        return str(_("Stukken hadden {day} de deur uit gemoeten").format(day=day)), "danger"
    tone: Tone = "warning" if (due - desk.today).days <= WARN_DAYS else "neutral"
    return str(_("Stukken uiterlijk {day} de deur uit").format(day=day)), tone


class Evening(QWidget):
    """The bar of an agenda, small: a segment per item, begin and end below, what runs over in danger."""

    def __init__(self) -> None:
        super().__init__()
        self.agenda: Agenda | None = None
        self.setObjectName("evening")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_agenda(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self.setAccessibleName(f"{agenda.clock(0)} – {self.end_text()}")
        self.update()

    def end_text(self) -> str:
        """The right end of the bar: ``21:30`` as planned, ``21:38, 8 min te lang``."""
        agenda = self.agenda
        if agenda is None:
            return ""
        end = agenda.clock(max(agenda.total, agenda.planned))
        return str(_("{end}, {n} min te lang").format(end=end, n=agenda.over)) if agenda.over else end

    def sizeHint(self) -> QSize:
        return QSize(200, round(sizes.SEGMENT + sizes.SPACE_1 + line_height("micro")))

    def paintEvent(self, event: QPaintEvent) -> None:
        agenda, painter = self.agenda, QPainter(self)
        if agenda is None:
            return
        scale = self.width() / max(agenda.total, agenda.planned, 1)
        for piece in pieces_of(agenda.rows, agenda.planned):
            width = max(2.0, (piece.end - piece.start) * scale - GAP)
            fill = QColor(theme().state("danger").solid) if piece.is_over else colour_of(piece.row.purpose)
            paint_box(painter, QRectF(piece.start * scale, 0, width, sizes.SEGMENT), fill, sizes.RADIUS_SEGMENT)
        line = QRectF(0, sizes.SEGMENT + sizes.SPACE_1, self.width(), line_height("micro"))
        paint_text(painter, line, agenda.clock(0), theme().colour("text3"), "micro", tabular=True)
        ink = theme().colour("danger" if agenda.over else "text3")
        paint_text(painter, line, self.end_text(), ink, "micro", align=RIGHT, tabular=True)


class MeetingCard(Card):
    """objectName `nextMeeting`; hidden while no meeting is planned."""

    def __init__(self, opened: Callable[[Ref], None]) -> None:
        super().__init__(str(_("Eerstvolgende vergadering")))
        self.setObjectName("nextMeeting")
        self.shown: Coming | None = None
        self.name, self.meta = ElidedLabel("", "body", weight=500), ElidedLabel("", "meta", "text2")
        self.papers, self.evening = Label("", "meta", "text2"), Evening()
        agenda = Button(str(_("Agenda")), "list-ordered")
        agenda.setObjectName("openAgenda")
        agenda.clicked.connect(lambda _on=False: self._open(opened))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.meta)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(agenda)
        self.body.addLayout(row)
        self.body.addWidget(self.evening)
        self.body.addWidget(self.papers)

    def _open(self, opened: Callable[[Ref], None]) -> None:
        if self.shown is not None:
            opened(self.shown.agenda.ref)

    def show_meeting(self, found: Coming | None) -> None:
        """Show a meeting; None hides the card."""
        self.shown = found
        self.setVisible(found is not None)
        if found is None:
            return
        self.name.set_text(found.title)
        self.meta.set_text(found.meta)
        self.evening.show_agenda(found.agenda)
        self.evening.setVisible(bool(found.agenda.rows))
        self.papers.setText(found.papers)
        self.papers.set_role("text2" if found.tone == "neutral" else found.tone)
        self.papers.setVisible(bool(found.papers))
