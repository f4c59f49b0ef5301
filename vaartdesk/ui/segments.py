"""A view switch: a groove with one raised segment, moved with Left and Right; where room is short it drops its icons first,
and then shows the chosen view alone, with a menu of all.
"""

from __future__ import annotations

from functools import partial
from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.ui.focus_ring import show_ring
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import paint_box, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
Form = Literal["whole", "bare", "menu"]
FORMS: Final[tuple[Form, ...]] = ("whole", "bare", "menu")
"""With icons, words alone, the chosen one alone: each narrower than the one before."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: its id, its word and an icon."""

    id: str
    label: str
    icon: str = ""


class SegmentButton(QAbstractButton):
    """One segment; only the chosen one is in the tab order, as with radio buttons."""

    def __init__(self, segment: Segment, small: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.segment, self._small = segment, small
        self._form: Form = "whole"
        self.setObjectName(segment.id)
        self.setText(str(segment.label))
        self.setAccessibleName(str(segment.label))
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._take_tab)
        self._take_tab(False)

    def _take_tab(self, is_chosen: bool) -> None:
        policy = Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def set_form(self, form: Form) -> None:
        """See FORMS."""
        self._form = form
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        padding = 10 if self._small else 13
        has_picture = self._form == "menu" or (self._form == "whole" and self.segment.icon)
        icon = sizes.ICON + sizes.SPACE_2 if has_picture else 0
        width = metrics("body", 500).horizontalAdvance(self.text()) + 2 * padding + icon
        return QSize(round(width), round(max(sizes.TARGET_LEAST, line_height() + sizes.SPACE_2)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        if self.isChecked():
            paint_box(painter, rect, colours.colour("seg_on"), sizes.RADIUS_SMALL)
        elif self.underMouse():
            paint_box(painter, rect, colours.colour("hover"), sizes.RADIUS_SMALL)
        ink = colours.colour("text1" if self.isChecked() else "text2")
        width = self.sizeHint().width()
        left = (rect.width() - width) / 2 + (10 if self._small else 13)
        if self.segment.icon and self._form == "whole":
            top = rect.center().y() - sizes.ICON / 2
            paint_icon(painter, QRectF(left, top, sizes.ICON, sizes.ICON), self.segment.icon, ink)
            left += sizes.ICON + sizes.SPACE_2
        paint_text(painter, QRectF(left, 0, rect.width() - left, rect.height()), self.text(), ink, "body", 500)
        if self._form == "menu":
            arrow = QRectF(rect.right() - sizes.ICON - 8, rect.center().y() - sizes.ICON / 2, sizes.ICON, sizes.ICON)
            paint_icon(painter, arrow, "chevron-down", ink)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event.reason(), is_inside=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the frame: Qt's own group skips segments outside the tab order."""
        if event.key() in STEPS or event.key() in ENDS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Segments(QFrame):
    """The switch. `chosen(id)` comes when the user or `choose()` changes it, `again(id)` with a click on the chosen one."""

    chosen = Signal(str)
    again = Signal(str)

    def __init__(
        self, segments: tuple[Segment, ...], name: str, *, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "groove")
        self.setAccessibleName(str(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for segment in segments:
            button = SegmentButton(segment, small, self)
            self._group.addButton(button)
            button.pressed.connect(partial(self._note, button))
            button.clicked.connect(self._pop)
            row.addWidget(button)
        self._buttons[0].setChecked(True)
        self._was_chosen = False
        self.form: Form = "whole"
        self._group.buttonToggled.connect(self._tell)

    @property
    def _buttons(self) -> list[SegmentButton]:
        return [button for button in self._group.buttons() if isinstance(button, SegmentButton)]

    def current(self) -> str:
        """The id of the chosen segment."""
        return next(button.segment.id for button in self._buttons if button.isChecked())

    def choose(self, segment_id: str) -> None:
        """Choose a segment; KeyError when there is none of that id."""
        found = {button.segment.id: button for button in self._buttons}[segment_id]
        found.setChecked(True)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """To the chosen segment, for this reason also where Qt went there by itself as the page before it was hidden."""
        chosen = next(button for button in self._buttons if button.isChecked())
        chosen.clearFocus()
        chosen.setFocus(reason)

    def set_form(self, form: Form) -> None:
        """Whole, without icons, or the chosen one with a menu."""
        if form == self.form:
            return
        self.form = form
        for button in self._buttons:
            button.set_form(form)
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in self._buttons:
            button.setVisible(self.form != "menu" or button.isChecked())

    def _note(self, button: SegmentButton) -> None:
        """Whether it is the chosen one that goes down."""
        self._was_chosen = button.isChecked()

    def _pop(self) -> None:
        """The menu of all, where only one is shown."""
        was_chosen, self._was_chosen = self._was_chosen, False
        if self.form != "menu":
            if was_chosen:
                self.again.emit(self.current())
            return
        menu = QMenu(self)
        menu.setObjectName("segmentMenu")
        for button in self._buttons:
            action = menu.addAction(button.text(), lambda button=button: button.setChecked(True))  # type: ignore[misc]
            action.setCheckable(True)
            action.setChecked(button.isChecked())
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _tell(self, button: QAbstractButton, is_on: bool) -> None:
        if is_on and isinstance(button, SegmentButton):
            self._show_buttons()
            self.chosen.emit(button.segment.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move, Home and End go to the ends; the choice goes along."""
        buttons, key = self._buttons, Qt.Key(event.key())
        at = next(number for number, button in enumerate(buttons) if button.isChecked())
        if key in STEPS:
            at = (at + STEPS[key]) % len(buttons)
        elif key in ENDS:
            at = ENDS[key]
        else:
            super().keyPressEvent(event)
            return
        buttons[at].setFocus(Qt.FocusReason.ShortcutFocusReason)  # first: the choice may bring another page on top
        buttons[at].setChecked(True)
