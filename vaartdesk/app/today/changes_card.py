"""What colleagues changed in the last seven days, newest first, one line a record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.moments import recent_moment
from vaartdesk.core.text import _, ngettext
from vaartdesk.schema.ref import Ref
from vaartdesk.store.connect import raw
from vaartdesk.store.recent import recent
from vaartdesk.ui.card import Card
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.line_button import LineButton
from vaartdesk.ui.painting import paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

DAYS = 7
MOST = 6


@dataclass(frozen=True, slots=True)
class Changed:
    """One record that somebody changed: what, and who and when."""

    ref: Ref
    icon: str
    what: str
    who: str


def changed(desk: Desk, mine: Sequence[str]) -> tuple[list[Changed], int]:
    """The newest changes by others, and how many there were in all."""
    since = desk.clock.now() - timedelta(DAYS)
    with desk.read() as reader:
        found, total = recent(raw(reader.connection), desk.kinds, since, mine, MOST)
        keys = {change.ref.id for change in found}
        titles = reader.titles(keys | {change.author for change in found})
        numbers = reader.numbers(keys)
    lines = []
    for change in found:
        name = numbers.get(change.ref.id) or titles.get(change.ref.id, "")
        label = str(_(change.label)) if change.label else str(_("gewijzigd"))
        what = f"{name}: {label[:1].lower()}{label[1:]}"
        if numbers.get(change.ref.id):
            what += f", {titles.get(change.ref.id, '')}"
        who = f"{titles.get(change.author, '')} · {recent_moment(change.at, desk.today)}"
        lines.append(Changed(change.ref, desk.kinds[change.ref.kind].icon, what, who))
    return lines, total


class ChangeLine(LineButton):
    """Icon, what changed, and below it who and when."""

    def __init__(self, change: Changed) -> None:
        super().__init__(change.ref, f"{change.what}, {change.who}")
        self.change = change
        self.setToolTip(change.what)

    def least_height(self) -> float:
        return line_height() + line_height("meta") + sizes.SPACE_1

    def paint_line(self, painter: QPainter, rect: QRectF) -> None:
        colours, side = theme(), float(sizes.ICON)
        top = QRectF(rect.left() + 2, rect.top() + 2, rect.width() - 4, line_height())
        icon = QRectF(top.left(), top.center().y() - side / 2, side, side)
        paint_icon(painter, icon, self.change.icon, colours.colour("text2"))
        top.setLeft(icon.right() + sizes.SPACE_2)
        paint_text(painter, top, self.change.what, colours.colour("text1"))
        below = QRectF(top.left(), top.bottom(), top.width(), line_height("meta"))
        paint_text(painter, below, self.change.who, colours.colour("text3"), "meta")


class ChangesCard(Card):
    """objectName `changes`; hidden while nobody else changed anything."""

    def __init__(self, opened: Callable[[Ref], None]) -> None:
        super().__init__(str(_("Van collega's, laatste week")))
        self.setObjectName("changes")
        self._opened = opened
        lines = QWidget()
        self._column = QVBoxLayout(lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.body.addWidget(lines)

    def show_changes(self, found: Sequence[Changed], total: int) -> None:
        """Show these of so many."""
        self.remark.setText(ngettext("{n} wijziging", "{n} wijzigingen", total).format(n=total))
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for change in found:
            line = ChangeLine(change)
            line.clicked.connect(lambda _on=False, ref=change.ref: self._opened(ref))
            self._column.addWidget(line)
        self.setVisible(bool(found))
