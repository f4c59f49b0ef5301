"""A hand on keyboard and mouse: works the shown window as a person does, and waits for what it then sees or hears.

It never sleeps: it lets Qt work off its events until something is so, and stops with a sentence when that does not come.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.form.field_grid import FieldGrid
from vaartdesk.ui.section import Section

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

CONTROLS: Final = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\b": Qt.Key.Key_Backspace}
PATIENCE_MS: Final = 15_000
LOOK_MS: Final = 20
LEFT: Final = Qt.MouseButton.LeftButton
Found = TypeVar("Found", bound=QWidget)


class Stopped(Exception):
    """What had to come did not come, or was something else; the text is the Dutch sentence."""


class Hand:
    """``strokes`` counts the keys and clicks so far; typed text counts per character."""

    def __init__(self, window: QWidget, desk: Desk, patience_ms: int = PATIENCE_MS) -> None:
        self.window, self.desk, self.patience_ms = window, desk, patience_ms
        self.strokes = 0

    # --- waiting -------------------------------------------------------------------------------------------------------

    def wait(self, is_so: Callable[[], bool], what: str) -> None:
        """Let the window work until it is so. Raises Stopped, naming ``what``, when it takes too long."""
        late = QTimer()
        late.setSingleShot(True)
        late.start(self.patience_ms)
        while not is_so():
            if not late.isActive():
                raise Stopped(_("Hierop is vergeefs gewacht: {what}.").format(what=what))
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def settle(self) -> None:
        """Let everything happen that is due now."""
        for _again in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def change(self, act: Callable[[], object]) -> ChangeSet:
        """Do something, and wait until the desk has told what it changed. Raises Stopped."""
        heard: list[ChangeSet] = []
        end = self.desk.bus.subscribe(heard.append)
        try:
            act()
            self.wait(lambda: bool(heard), str(_("een bewaarde wijziging")))
        finally:
            end()
        self.settle()
        return heard[0]

    # --- looking -------------------------------------------------------------------------------------------------------

    def top(self) -> QWidget:
        """Where one works now: the dialog that lies on top, else the window."""
        scrims = [scrim for scrim in self.window.findChildren(QWidget, "scrim") if scrim.isVisible()]
        return scrims[-1] if scrims else self.window

    def seen(self, name: str, sort: type[Found], within: QWidget | None = None) -> list[Found]:
        """What bears this objectName and can be seen now."""
        inside = within or self.top()
        return [widget for widget in inside.findChildren(sort, name) if widget.isVisible()]

    def see(self, name: str, sort: type[Found], within: QWidget | None = None) -> Found:
        """The first visible one of that name, as soon as there is one. Raises Stopped."""
        self.wait(lambda: bool(self.seen(name, sort, within)), name)
        return self.seen(name, sort, within)[0]

    def read(self, name: str, within: QWidget | None = None) -> str:
        """The text that a label or a line shows, else what a screen reader says of it."""
        widget = self.see(name, QWidget, within)
        is_text = isinstance(widget, QLabel | QLineEdit | QPushButton)
        return widget.text() if is_text else widget.accessibleName()  # type: ignore[attr-defined]

    # --- keys ----------------------------------------------------------------------------------------------------------

    def _target(self) -> QWidget:
        """Where a key goes: the open menu, else what has the focus. Raises Stopped."""
        popup = QApplication.activePopupWidget()
        if popup is None and QApplication.activeModalWidget() is None:
            self.come_back()
        return popup or QApplication.focusWidget() or self.window

    def come_back(self) -> None:
        """The window is active again after a menu or dialog went: what a window manager does, where there is one."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self.wait(self.window.isActiveWindow, str(_("het venster")))

    def press(self, *keys: str) -> None:
        """Press combinations one after the other, such as `Ctrl+Shift+N`, `F2`, `Tab`."""
        for combination in keys:
            QTest.keySequence(self._target(), QKeySequence(combination))
            self.strokes += 1
            self.settle()

    def type(self, text: str) -> None:
        """Type text into whatever has the focus; a line break and a tab are the keys of that name.

        What is not ASCII comes as an input method commits it: `QTest.keyClicks` ends the interpreter on it.
        """
        for character in text:
            target = self._target()
            if character in CONTROLS:
                QTest.keyClick(target, CONTROLS[character])
                self.settle()
            elif " " <= character <= "~":
                QTest.keyClicks(target, character)
            else:
                commit = QInputMethodEvent()
                commit.setCommitString(character)
                QApplication.sendEvent(target, commit)
            self.strokes += 1
        self.settle()

    def reach(self, name: str) -> None:
        """Bring a field of the record into sight: unfold its section, and press its "+ veld" while it is empty."""
        pages = self.seen("detail", QWidget) or [self.top()]
        field = pages[0].findChild(QWidget, name)
        if field is None or field.isVisible():
            return
        section, grid = above(field, Section), above(field, FieldGrid)
        if section is not None and section.is_folded():
            self.click_on(section.head)
        button = grid.buttons.get(name) if grid is not None and not field.isVisible() else None
        if grid is not None and button is not None and button.isVisible():
            self.click_on(button)
        elif grid is not None and button is not None:
            self.click_on(grid.more)
            self.pick(plain(button.text()))

    def fill(self, name: str, text: str) -> None:
        """Go to a field, type over what stands there."""
        self.reach(name)
        field = self.see(name, QWidget)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(field, QLineEdit):
            field.selectAll()
        self.type(text)

    # --- mouse ---------------------------------------------------------------------------------------------------------

    def click(self, name: str, within: QWidget | None = None) -> None:
        """Click on what bears this objectName."""
        self.click_on(self.see(name, QWidget, within))

    def press_button(self, label: str, within: QWidget | None = None) -> None:
        """Click the button that says so. Raises Stopped when there is none."""
        inside = within or self.top()
        buttons = [b for b in inside.findChildren(QPushButton) if b.isVisible() and plain(b.text()) == label]
        if not buttons:
            raise Stopped(_("Er is geen knop ‘{label}’.").format(label=label))
        self.click_on(buttons[0])

    def click_on(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on a widget, in its middle unless told where."""
        QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, at or widget.rect().center())
        self.strokes += 1
        self.settle()

    def pick(self, *labels: str) -> None:
        """Choose in the menu that is open, through its sub menus. Raises Stopped for an entry that is not there."""
        before: QWidget | None = None
        for label in labels:
            menu = self._menu_after(before, label)
            entry = next((a for a in menu.actions() if plain(a.text()) == label and a.isEnabled()), None)
            if entry is None:
                menu.close()
                raise Stopped(_("‘{label}’ staat niet in het menu.").format(label=label))
            self.click_on(menu, menu.actionGeometry(entry).center())
            before = menu

    def _menu_after(self, before: QWidget | None, label: str) -> QMenu:
        """The menu that opens after another one, or the first."""
        popup = QApplication.activePopupWidget
        self.wait(lambda: isinstance(popup(), QMenu) and popup() is not before, label)
        menu = popup()
        assert isinstance(menu, QMenu)
        return menu

    def drag(self, widget: QWidget, start: QPoint, *way: QPoint) -> None:
        """Take hold at ``start`` and let go at the last point of ``way``."""
        none = Qt.KeyboardModifier.NoModifier
        QTest.mousePress(widget, LEFT, none, start)
        for point in way:
            QTest.mouseMove(widget, point)
            self.settle()
        QTest.mouseRelease(widget, LEFT, none, way[-1])
        self.strokes += 1
        self.settle()

    def drop(self, paths: Sequence[Path], name: str) -> None:
        """Let files that are dragged from the desktop go over a widget."""
        target = self.see(name, QWidget)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path.absolute())) for path in paths])
        middle, copy, none = target.rect().center(), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(middle, copy, mime, LEFT, none)
        QApplication.sendEvent(target, enter)
        if not enter.isAccepted():
            raise Stopped(str(_("Hier kan geen bestand worden neergezet.")))
        QApplication.sendEvent(target, QDropEvent(QPointF(middle), copy, mime, LEFT, none))
        self.strokes += 1
        self.settle()

    def save_in(self, folder: Path, ask: Callable[[], object]) -> Path:
        """Do what asks for a file name, and answer its dialog with the name it proposes, in ``folder``.

        The dialog has an event loop of its own, so the answer waits in a timer. Raises Stopped when it did not serve.
        """
        answer = _FileAnswer(self, folder.absolute())
        ask()
        self.wait(lambda: bool(answer.path), str(_("het venster Bewaren als")))
        if not answer.path or not answer.path.exists():
            raise Stopped(str(_("Het bestand is niet bewaard.")))
        return answer.path


class _FileAnswer:
    """Looks for the file dialog every few milliseconds, types the path into it and presses Enter; gives up in time."""

    def __init__(self, hand: Hand, folder: Path) -> None:
        self.hand, self.folder = hand, folder
        self.path: Path | None = None
        self._looks = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        self._looks += 1
        if isinstance(dialog, QFileDialog) and not dialog.isActiveWindow():
            dialog.activateWindow()
        elif isinstance(dialog, QFileDialog):
            self._timer.stop()
            self._answer(dialog)
        if self._looks * LOOK_MS > self.hand.patience_ms:
            self._timer.stop()
            if isinstance(dialog, QDialog):
                dialog.reject()

    def _answer(self, dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        if line is None:
            dialog.reject()
            return
        self.path = self.folder / Path(line.text()).name
        self.path.unlink(missing_ok=True)  # asked whether to overwrite, the dialog would ask in a dialog of its own
        line.setCompleter(None)  # type: ignore[arg-type]  # its list would take the Enter
        line.setFocus()
        line.selectAll()
        self.hand.type(f"{self.path}\n")
        if dialog.isVisible():
            dialog.reject()


def above(widget: QWidget, sort: type[Found]) -> Found | None:
    """What of that sort a widget stands in."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, sort):
        parent = parent.parentWidget()
    return parent


def plain(label: str) -> str:
    """A menu's words without mnemonic and key."""
    return label.replace("&", "").partition("\t")[0]
