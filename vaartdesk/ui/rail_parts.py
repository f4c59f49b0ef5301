"""What stands in the rail beside the tabs: the find field, pinned filters, the backup line, and who you are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.listing import Tone
from vaartdesk.ui.focus_ring import Ringed, needs_ring
from vaartdesk.ui.icons import mark, paint_icon
from vaartdesk.ui.painting import CENTRE, RIGHT, paint_box, paint_initials, paint_ring, paint_text
from vaartdesk.ui.rail_tabs import rail_width
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme


@dataclass(frozen=True, slots=True)
class Pin:
    """A filter kept under a name; `count` is how many records it shows now."""

    id: str
    label: str
    icon: str
    count: int = 0


class RailButton(Ringed, QAbstractButton):
    """The base of the rail's buttons: a fixed height, hover, focus ring, and a folded form of an icon alone."""

    height_least = sizes.PINNED

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_folded = False
        self.setAccessibleName(str(name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_folded(self, is_folded: bool) -> None:
        self.is_folded = is_folded
        self.setToolTip(self.accessibleName() if is_folded else "")
        self.update()

    def sizeHint(self) -> QSize:
        width = rail_width(is_folded=self.is_folded)
        return QSize(width - 2 * sizes.SPACE_2, max(self.height_least, round(line_height()) + sizes.SPACE_2))

    def minimumSizeHint(self) -> QSize:
        return QSize(sizes.RAIL_FOLDED - 2 * sizes.SPACE_2, self.sizeHint().height())

    def paint_ground(self, painter: QPainter) -> QRectF:
        """The hover fill; answers the rectangle to paint in."""
        rect = QRectF(self.rect())
        if self.isDown() or self.underMouse():
            paint_box(painter, rect, theme().colour("selection" if self.isDown() else "hover"))
        return rect

    def paint_left_icon(self, painter: QPainter, name: str, token: str, side: int = sizes.ICON) -> float:
        """An icon at the left, or centred when folded; answers where text begins."""
        rect = QRectF(self.rect())
        left = rect.center().x() - side / 2 if self.is_folded else 10
        paint_icon(painter, QRectF(left, rect.center().y() - side / 2, side, side), name, theme().colour(token))
        return left + side + 10


class FindButton(RailButton):
    """Looks like a field, opens the palette: "Zoek of doe iets", Ctrl K."""

    height_least = sizes.INPUT

    def __init__(self, key: str = "Ctrl K", parent: QWidget | None = None) -> None:
        super().__init__(_("Zoek of doe iets"), parent)
        self.setObjectName("find")
        self._key = key

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        fill = colours.colour("hover" if self.underMouse() else "surface")
        paint_box(painter, rect, fill, sizes.RADIUS, colours.colour("border"))
        left = self.paint_left_icon(painter, "search", "text2")
        if self.is_folded:
            return
        width = metrics("micro", 500).horizontalAdvance(self._key) + 11
        cap = QRectF(rect.right() - width - 9, rect.center().y() - 9, width, 18)
        paint_box(painter, cap, colours.colour("window"), sizes.RADIUS_FIELD, colours.colour("border"))
        paint_text(painter, cap, self._key, colours.colour("text2"), "micro", 500, align=CENTRE)
        text = QRectF(left, 0, cap.left() - left - sizes.SPACE_1, rect.height())
        paint_text(painter, text, self.accessibleName(), colours.colour("text3"))


class PinButton(RailButton):
    """One pinned filter, 28 high; its ring lies inside, for the area that scrolls would cut one around it."""

    def __init__(self, pin: Pin, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._is_ringed = False
        self.setObjectName(f"pin_{pin.id}")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.set_pin(pin)

    def set_pin(self, pin: Pin) -> None:
        """Another count or name."""
        self.pin = pin
        self.setAccessibleName(f"{pin.label}, {pin.count}")
        self.set_folded(self.is_folded)

    def focusInEvent(self, event: QFocusEvent) -> None:
        QAbstractButton.focusInEvent(self, event)
        self._is_ringed = needs_ring(self, event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_ringed = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme()
        rect = self.paint_ground(painter)
        if self._is_ringed:
            paint_ring(painter, rect)
        left = self.paint_left_icon(painter, self.pin.icon, "text2")
        if self.is_folded:
            return
        line = rect.adjusted(0, 0, -10, 0)
        count = str(self.pin.count)
        paint_text(painter, line, count, colours.colour("text3"), "meta", align=RIGHT, tabular=True)
        line.setLeft(left)
        line.setRight(line.right() - metrics("meta", tabular=True).horizontalAdvance(count) - sizes.SPACE_2)
        paint_text(painter, line, str(self.pin.label), colours.colour("text2"))


class BackupLine(RailButton):
    """The last backup in small print, or in warning what is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("backup")
        self._tone: Tone = "neutral"
        self.hide()

    def set_text(self, text: str, tone: Tone = "neutral") -> None:
        """What to tell; "" hides the line."""
        self._tone = tone
        self.setAccessibleName(str(text))
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, is_fine = QPainter(self), self._tone in {"neutral", "success"}
        rect = self.paint_ground(painter)
        token = "text3" if is_fine else self._tone
        name = "hard-drive" if is_fine else "triangle-alert"
        left = self.paint_left_icon(painter, name, token, sizes.ICON_INLINE)
        if not self.is_folded:
            line = rect.adjusted(left - 4, 0, -sizes.SPACE_1, 0)
            paint_text(painter, line, self.accessibleName(), theme().colour(token), "meta")


class WhoButton(RailButton):
    """Who works here: initials, name, and a menu to change it."""

    height_least = 40

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Wie ben ik"), parent)
        self.setObjectName("who")
        self._name = ""
        self._initials = "?"

    def set_person(self, name: str, initials: str) -> None:
        """The name and the two letters shown."""
        self._name, self._initials = str(name), initials
        self.setAccessibleName(str(_("Ik ben {}")).format(name))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme()
        rect = self.paint_ground(painter)
        side = max(26.0, line_height("micro") * 1.7)
        left = rect.center().x() - side / 2 if self.is_folded else 8.0
        disc = QRectF(left, rect.center().y() - side / 2, side, side)
        paint_initials(painter, disc, self._initials)
        if self.is_folded:
            return
        arrows = QRectF(rect.right() - sizes.ICON - 8, rect.center().y() - 8, sizes.ICON, sizes.ICON)
        paint_icon(painter, arrows, "chevrons-up-down", colours.colour("text2"))
        line = QRectF(disc.right() + 9, 0, arrows.left() - disc.right() - 13, rect.height())
        paint_text(painter, line, self._name or str(_("Kies wie je bent")), colours.colour("text1"), "body", 500)


class MarkLabel(QWidget):
    """The program's mark and name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._is_folded = name, False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_folded(self, is_folded: bool) -> None:
        self._is_folded = is_folded
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(26 if self._is_folded else 140, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), 26
        left = (self.width() - side) / 2 if self._is_folded else 6
        painter.drawPixmap(round(left), round((self.height() - side) / 2), mark(side, self.devicePixelRatioF()))
        if not self._is_folded:
            line = QRectF(left + side + 9, 0, self.width() - left - side - 9, self.height())
            paint_text(painter, line, self._name, theme().colour("text1"), "body", 600)
