"""The tabs of the window as a real QTabBar that stands upright: icon, word and a live count, 36 high."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHoverEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QTabBar, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.ui.focus_ring import BY_KEY, COMING_BACK
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import RIGHT, paint_box, paint_dot, paint_ring, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme


@dataclass(slots=True)
class Tab:
    """What one tab shows. `count` is None where a number says nothing; `is_alarm` is a calamiteit."""

    id: str
    label: str
    icon: str
    count: int | None = None
    count_text: str = ""
    is_alarm: bool = False


WIDEST: Final = 300
SURROUNDINGS: Final = 2 * sizes.SPACE_2 + 4 * 10 + sizes.ICON_RAIL + 40


def rail_width(*, is_folded: bool) -> int:
    """208, or 60 folded; wider with a larger font, because the tab names are the last thing that may be cut."""
    if is_folded:
        return sizes.RAIL_FOLDED
    needed = metrics("body", 600).horizontalAdvance(str(_("Themalijnen"))) + SURROUNDINGS
    return max(sizes.RAIL, min(WIDEST, round(needed)))


class RailTabs(QTabBar):
    """An upright tab bar with horizontal text. Up and Down move, Home and End go to the ends, the wheel does nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = 0
        """The height of a row in a low window, 0 elsewhere."""
        self.setObjectName("tabs")
        self.setShape(QTabBar.Shape.RoundedWest)
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setExpanding(False)
        self.setMouseTracking(True)
        self._tabs: list[Tab] = []
        self._hovered = -1
        self._is_folded = False
        self._is_ringed = False

    def add(self, tab: Tab) -> int:
        """Append a tab; answers its number."""
        self._tabs.append(tab)
        number = self.addTab(str(tab.label))
        self._tell(number)
        return number

    def set_count(self, number: int, count: int | None, text: str = "", *, is_alarm: bool = False) -> None:
        """The live count; `text` is what a screen reader says after the name ("23 open")."""
        tab = self._tabs[number]
        tab.count, tab.count_text, tab.is_alarm = count, str(text), is_alarm
        self._tell(number)
        self.update()

    def set_folded(self, is_folded: bool) -> None:
        """Icons only, the count as a dot."""
        self._is_folded = is_folded
        for number in range(len(self._tabs)):
            self._tell(number)
            self.setTabText(number, self.tabText(number))  # makes QTabBar ask for the sizes again
        self.updateGeometry()

    def _tell(self, number: int) -> None:
        """Spoken name and tooltip of a tab."""
        tab = self._tabs[number]
        said = tab.count_text or ("" if tab.count is None else str(tab.count))
        name = f"{tab.label}, {said}" if said else str(tab.label)
        self.setAccessibleTabName(number, name)
        self.setTabToolTip(number, f"{name}  Ctrl+{number + 1}" if self._is_folded else f"Ctrl+{number + 1}")

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(rail_width(is_folded=self._is_folded) - 2 * sizes.SPACE_2, self._row or self.tab_height())

    def set_row_height(self, height: int) -> None:
        """Lower rows, where the window is low."""
        row = 0 if height == self.tab_height() else height
        if row != self._row:
            self._row = row
            for number in range(self.count()):
                self.setTabText(number, self.tabText(number))  # makes QTabBar ask for the sizes again
            self.updateGeometry()

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @staticmethod
    def tab_height() -> int:
        """36, or what a larger font needs."""
        return max(sizes.RAIL_TAB, round(line_height()) + sizes.SPACE_3)

    def sizeHint(self) -> QSize:
        hint = self.tabSizeHint(0)
        return QSize(hint.width(), hint.height() * self.count())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, tab in enumerate(self._tabs):
            self._paint_tab(painter, QRectF(self.tabRect(number)).adjusted(0, 1, 0, -1), number, tab)

    def _paint_tab(self, painter: QPainter, rect: QRectF, number: int, tab: Tab) -> None:
        colours, is_current = theme(), number == self.currentIndex()
        if is_current or number == self._hovered:
            paint_box(painter, rect, colours.colour("selection" if is_current else "hover"))
        if is_current:
            bar = QRectF(rect.left(), rect.center().y() - sizes.SPACE_2, 3, sizes.SPACE_4)
            paint_box(painter, bar, colours.colour("accent"), 1.5)
        ink = colours.colour("accent_ink" if is_current else "text2")
        side = sizes.ICON_RAIL
        left = rect.center().x() - side / 2 if self._is_folded else rect.left() + 10
        paint_icon(painter, QRectF(left, rect.center().y() - side / 2, side, side), tab.icon, ink)
        if self._is_folded:
            self._paint_dot(painter, rect, tab)
        else:
            self._paint_words(painter, rect, tab, is_current)
        if self.hasFocus() and is_current and self._is_ringed:
            paint_ring(painter, rect)

    def _paint_words(self, painter: QPainter, rect: QRectF, tab: Tab, is_current: bool) -> None:
        colours, weight = theme(), 600 if is_current else 400
        right = rect.right() - 10
        if tab.count is not None:
            token = "danger" if tab.is_alarm else "accent_ink" if is_current else "text3"
            strong = 600 if tab.is_alarm or is_current else 400
            line = QRectF(rect.left(), rect.top(), right - rect.left(), rect.height())
            count = str(tab.count)
            paint_text(painter, line, count, colours.colour(token), "meta", strong, align=RIGHT, tabular=True)
            right -= metrics("meta", strong, tabular=True).horizontalAdvance(count) + sizes.SPACE_2
        left = rect.left() + 10 + sizes.ICON_RAIL + 10
        ink = colours.colour("accent_ink" if is_current else "text1")
        label = QRectF(left, rect.top(), right - left, rect.height())
        paint_text(painter, label, str(tab.label), ink, "body", weight)

    def _paint_dot(self, painter: QPainter, rect: QRectF, tab: Tab) -> None:
        """Folded, a count is a dot at the icon's corner."""
        if tab.count:
            centre = QPointF(rect.center().x() + 11, rect.center().y() - 9)
            paint_dot(painter, centre, theme().colour("danger" if tab.is_alarm else "accent"), 6)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows for focus by key."""
        if event.reason() not in COMING_BACK:
            self._is_ringed = event.reason() in BY_KEY
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self.count() - 1
        moves = {
            Qt.Key.Key_Up: max(0, self.currentIndex() - 1),
            Qt.Key.Key_Down: min(last, self.currentIndex() + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in moves:
            self._is_ringed = True
            self.setCurrentIndex(moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel over the rail must not change the page."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Know which tab is under the mouse."""
        if isinstance(event, QHoverEvent) and event.type() != QEvent.Type.HoverLeave:
            self._hover(self.tabAt(event.position().toPoint()))
        elif event.type() in {QEvent.Type.Leave, QEvent.Type.HoverLeave}:
            self._hover(-1)
        return super().event(event)

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.update()
