"""The window as a shelf: a rail and a stack of pages that others register. It knows no records.

Pages are built when first shown. Size, place of the splitters and the last tab are kept in an ini file; nothing is
positioned on the screen, which Wayland forbids.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QSettings, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QWidget,
)

from vaartdesk.core.dataclass import dataclass
from vaartdesk.ui.icons import window_icon
from vaartdesk.ui.rail import NAME, Rail
from vaartdesk.ui.rail_tabs import Tab
from vaartdesk.ui.scrim import Dialog, Scrim
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.toast import Toast, ToastAction

FIRST_SIZE: Final = (1366, 768)
LIST: Final = "list"
"""What the list of a page is called."""
MENU_KEYS: Final = ("F10", "Alt+M")


@dataclass(slots=True)
class Page:
    """A tab's page: how to build it, and the widget once built."""

    id: str
    object_name: str
    factory: Callable[[], QWidget]
    widget: QWidget | None = None


class MainFrame(QMainWindow):
    """The main window, objectName `mainWindow`.

    `page_shown(tab_id)` comes after a page is on top. `menu` is the one menu behind F10; its owner fills it.
    """

    page_shown = Signal(str)
    closing = Signal()

    def __init__(self, state_file: Path, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mainWindow")
        self.setWindowTitle(NAME)
        self.setWindowIcon(window_icon())
        self.setMinimumSize(*sizes.WINDOW_LEAST)
        self.state = QSettings(str(state_file), QSettings.Format.IniFormat)
        self.rail = Rail()
        self.stack = QStackedWidget()
        self.stack.setProperty("look", "page")
        self.menu = QMenu(self)
        self._last_tab = str(self.state.value("window/tab", ""))
        self._pages: list[Page] = []
        self._toast: Toast | None = None
        self._scrims: list[Scrim] = []
        self._build()
        self._restore()

    def _build(self) -> None:
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        self.rail.tabs.currentChanged.connect(self._show)
        self.rail.menu_requested.connect(self._pop_menu)
        for keys in MENU_KEYS:
            QShortcut(QKeySequence(keys), self, self.rail.ask_menu)

    def add_tab(self, tab_id: str, object_name: str, label: str, icon: str, factory: Callable[[], QWidget]) -> None:
        """Dock a tab; `factory` builds its page when `show_tab` or a click first asks for it. Its key is Ctrl and its number."""
        self._pages.append(Page(tab_id, object_name, factory))
        number = len(self._pages)
        QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda: self.show_tab(tab_id))
        with QSignalBlocker(self.rail.tabs):  # a bar's first tab becomes current by itself, which shows nothing yet
            self.rail.tabs.add(Tab(tab_id, str(label), icon))

    def current_tab(self) -> str:
        """The id of the tab shown; "" before any is docked."""
        number = self.rail.tabs.currentIndex()
        return self._pages[number].id if 0 <= number < len(self._pages) else ""

    def show_tab(self, tab_id: str) -> QWidget:
        """Bring a tab on top, the keyboard with it, and answer its page; KeyError for an unknown id."""
        number = self._number(tab_id)
        known = self._pages[number].widget
        was_on = known.focusWidget() if known is not None else None  # hiding the other page moves the focus somewhere
        if self.rail.tabs.currentIndex() == number and known is None:
            self._show(number)
        self.rail.tabs.setCurrentIndex(number)
        page = self._built(self._pages[number])
        self._enter(page, was_on)
        return page

    @staticmethod
    def _enter(page: QWidget, was_on: QWidget | None) -> None:
        """Where one was on this page; the first time, or after a button, its list: the arrow keys work at once. A page that is no
        list says with its focus proxy where one begins.
        """
        shown = page.currentWidget() if isinstance(page, QStackedWidget) else page
        if shown is not None and shown.focusProxy() is not None and (was_on is None or was_on is shown):
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        views = (*page.findChildren(QAbstractItemView, LIST), *page.findChildren(QAbstractItemView))
        first = next((view for view in views if view.isVisible()), page)
        is_place = was_on is not None and was_on.isVisible() and not isinstance(was_on, QAbstractButton)
        start = was_on if was_on is not None and is_place else first
        if start is not QApplication.focusWidget():
            start.setFocus(Qt.FocusReason.OtherFocusReason)

    def page(self, tab_id: str) -> QWidget | None:
        """The page of a tab, None while nobody has looked at it."""
        return self._pages[self._number(tab_id)].widget

    def set_count(self, tab_id: str, count: int | None, text: str = "", *, is_alarm: bool = False) -> None:
        """The live count of a tab."""
        self.rail.tabs.set_count(self._number(tab_id), count, text, is_alarm=is_alarm)

    def _number(self, tab_id: str) -> int:
        return {page.id: number for number, page in enumerate(self._pages)}[tab_id]

    def _show(self, number: int) -> None:
        page = self._pages[number]
        self.stack.setCurrentWidget(self._built(page))
        self.state.setValue("window/tab", page.id)
        self.page_shown.emit(page.id)

    def _built(self, page: Page) -> QWidget:
        if page.widget is None:
            page.widget = page.factory()
            page.widget.setObjectName(page.object_name)
            self.stack.addWidget(page.widget)
        return page.widget

    def restore_tab(self) -> None:
        """Show the tab of last time, once all are docked."""
        if self._last_tab in {page.id for page in self._pages}:
            self.show_tab(self._last_tab)

    def _pop_menu(self, at: QPoint) -> None:
        if not self.menu.isEmpty():
            self.menu.popup(at)

    def toast(self, text: str, action: ToastAction | None = None, icon_name: str = "check") -> Toast:
        """Show a short message; an earlier one goes."""
        if self._toast is not None:
            self._toast.dismiss()
        made = Toast(self, str(text), action, icon_name, self._foot)
        made.closed.connect(lambda: self._forget(made))
        self._toast = made
        return made

    def _foot(self) -> int:
        """How high what the view on top keeps at the lower edge is: its buttons, or figures that change while one works."""
        page = self.stack.currentWidget()
        view = page.currentWidget() if isinstance(page, QStackedWidget) else page
        height: Callable[[], int] = getattr(view, "foot_height", lambda: 0)
        return height()

    def _forget(self, toast: Toast) -> None:
        if self._toast is toast:
            self._toast = None

    def show_dialog(self, dialog: Dialog) -> None:
        """Show a dialog over the whole window; it tells its end by `finished(bool)`."""
        scrim = Scrim(self, dialog)
        self._scrims.append(scrim)
        dialog.finished.connect(lambda: self._scrims.remove(scrim))

    def has_dialog(self) -> bool:
        """Whether a dialog is open."""
        return bool(self._scrims)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail where the window is narrow."""
        super().resizeEvent(event)
        is_narrow = self.width() < sizes.RAIL_FOLD_BELOW
        if is_narrow != self.rail.is_folded:
            self.rail.set_folded(is_narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's state; `closing` lets others put away theirs, once all that was being typed is kept."""
        self.state.setValue("window/size", self.size())
        self.state.setValue("window/is_maximised", self.isMaximized())
        for part in (*self.findChildren(Scrim), self.stack):
            part.hide()  # forms and dialogs save or keep a draft when they are hidden; afterwards it would be too late
        self.closing.emit()
        self.state.sync()
        super().closeEvent(event)

    def _restore(self) -> None:
        size = self.state.value("window/size")
        self.resize(size if isinstance(size, QSize) and size.isValid() else QSize(*FIRST_SIZE))
        if str(self.state.value("window/is_maximised", "false")).lower() == "true":
            self.setWindowState(Qt.WindowState.WindowMaximized)
