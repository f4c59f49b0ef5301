"""The window put together: a frame, an open desk, the tabs of the registry, and the commands that reach all of it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from vaartdesk.app.registry import RECORD_PAGES, TABS, Tab, page_maker
from vaartdesk.app.window import traffic
from vaartdesk.app.window.counts import Counts
from vaartdesk.app.window.menu import build_menu
from vaartdesk.app.window.who import ask_who, first_tab, pop_who, roles_of, show_who
from vaartdesk.core.text import _
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.after_paint import AfterPaint
from vaartdesk.ui.frame import MainFrame
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.toast import ToastAction, undo_action
from vaartdesk.ui.work import do_beside, end_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vaartdesk.store.desk import Desk


class Window(QObject):
    """Joins frame and desk. Pages get the desk and a stage; they ask the stage, it asks the window."""

    put_back_requested = Signal(object)

    def __init__(self, frame: MainFrame, desk: Desk) -> None:
        super().__init__(frame)
        self.frame, self.desk = frame, desk
        self.is_closing = False
        self._is_turning = False
        """Something large is being undone, or done again, beside the window."""
        self.stage = Stage(frame.state, self)
        self.stage.page_makers = {kind: page_maker(module) for kind, module in RECORD_PAGES.items()}
        self.hearing = Hearing(desk, self)
        self.counts = Counts(self)
        for tab in TABS:
            frame.add_tab(tab.name, tab.object_name, tab.label, tab.icon, lambda tab=tab: self._page(tab))  # type: ignore[misc]
        build_menu(self)
        self._connect()

    def _connect(self) -> None:
        self.stage.open_requested.connect(self.show_record)
        self.stage.announced.connect(self.announce)
        self.stage.print_requested.connect(self.print_record)
        self.stage.new_requested.connect(self.new_of)
        self.stage.kind_requested.connect(self.show_kind)
        traffic.connect(self)
        self.frame.rail.find_requested.connect(self.find)
        self.frame.rail.who_requested.connect(lambda at: pop_who(self, at))
        self.frame.rail.backup_requested.connect(self.back_up)
        self.frame.closing.connect(self.close)

    def _page(self, tab: Tab) -> QWidget:
        """Build a tab's page when it is first shown."""
        page: QWidget = import_module(tab.view).build(self.desk, self.stage)
        return page

    # ---------------------------------------------------------------- what everything reaches
    def show_first(self) -> None:
        """The tab of last time, or the one of who sits here; asks who that is when nobody said, once it has painted."""
        show_who(self)
        page = self.frame.show_tab(str(self.frame.state.value("window/tab", "")) or first_tab(self))
        AfterPaint(page, self._after_first)

    def _after_first(self) -> None:
        if self.is_closing:
            return
        if self.desk.who is None:
            ask_who(self)
        self.counts.begin()

    def refresh_counts(self) -> None:
        self.counts.refresh()

    def roles(self) -> set[str]:
        """The names of the roles of who sits here."""
        return roles_of(self)

    def show_record(self, ref: Ref) -> None:
        """Bring a record on top, on the tab of its kind; a part shows on the page it is part of."""
        kind = self.desk.kinds.get(ref.kind)
        tab = next((t for t in TABS if ref.kind in t.kinds), None)
        if kind is not None and kind.parent and tab is None:
            self._show_parent(ref, kind.parent)
            return
        if tab is None:  # it stands in no list of a tab: over the page that is on top
            from vaartdesk.ui.record_dialog import RecordDialog  # seldom needed, and it brings the entries along

            self.frame.show_dialog(RecordDialog(self.desk, ref, self.stage))
            return
        page = self.frame.show_tab(tab.name)
        page.show_record(ref)  # type: ignore[attr-defined]

    def _show_parent(self, ref: Ref, field: str) -> None:
        values = self.desk.get(ref)
        owner = self.desk.ref(values[field]) if values and values[field] else None
        if owner is not None:
            self.show_record(owner)

    def show_kind(self, kind: str) -> None:
        """The list of a kind, on the tab it belongs to."""
        tab = next((tab for tab in TABS if kind in tab.kinds), None)
        page = self.frame.show_tab(tab.name) if tab is not None else None
        if page is not None and hasattr(page, "show_kind"):
            page.show_kind(kind)

    def announce(self, sentence: str, is_undoable: bool) -> None:
        """A toast; with a tick and "Ongedaan maken" where something was done, else as news: it may say why nothing was."""
        if is_undoable:
            self.frame.toast(sentence, undo_action(self.undo))
        else:
            self.frame.toast(sentence, icon_name="info")

    def undo(self) -> None:
        """Typing that is not saved yet first; else the last own change, whichever record, and go there."""
        editor = QApplication.focusWidget()
        if isinstance(editor, QLineEdit) and editor.isUndoAvailable() and editor.isModified():
            editor.undo()
            return
        if (
            isinstance(editor, QPlainTextEdit)
            and editor.document().isUndoAvailable()
            and editor.document().isModified()
        ):
            editor.undo()
            return
        again = ToastAction(str(_("Opnieuw doen")), self.redo)
        self._turn_back(self.desk.undo, str(_("Er is niets om ongedaan te maken.")), again)

    def redo(self) -> None:
        """The last undone change again."""
        self._turn_back(self.desk.redo, str(_("Er is niets om opnieuw te doen.")))

    def _turn_back(self, step: Callable[[], object], nothing: str, way_back: ToastAction | None = None) -> None:
        """At once; what was read in by the thousands beside the window, one at a time."""
        if self._is_turning:
            return
        if not self.desk.undoing.is_large(redo=way_back is None):
            self._tell(step(), nothing, way_back)
            return

        def done(undone: object) -> None:
            self._is_turning = False
            self._tell(undone, nothing, way_back)

        def fail(sentence: str) -> None:
            self._is_turning = False
            self.announce(sentence, False)

        self._is_turning = True
        words = _("Ongedaan maken…") if way_back is not None else _("Opnieuw doen…")
        do_beside(self.frame, str(words), lambda _progress: step(), done, fail)

    def _tell(self, undone: object, nothing: str, way_back: ToastAction | None = None) -> None:
        from vaartdesk.store.undoing import Undone  # loaded with the desk

        if not isinstance(undone, Undone):
            self.frame.toast(nothing, icon_name="info")
            return
        self.frame.toast(undone.sentence, way_back, icon_name="undo-2" if way_back else "redo-2")
        shown = next((ref for ref in undone.refs if self._is_shown(ref)), None)
        reveal = getattr(self.frame.page(self.frame.current_tab()), "reveal", None)
        if shown is not None and not (reveal is not None and reveal(shown)):
            self.show_record(shown)

    def _is_shown(self, ref: Ref) -> bool:
        kind = self.desk.kinds.get(ref.kind)
        values = self.desk.get(ref) if kind is not None else None
        return bool(values and values["alive"]) and any(ref.kind in tab.kinds for tab in TABS)

    def new_record(self) -> None:
        """A new record of the tab that is on top (Ctrl+N)."""
        page = self.frame.page(self.frame.current_tab())
        if page is not None:
            page.make_new()  # type: ignore[attr-defined]

    def new_of(self, kind: str) -> None:
        """A new record of a kind, on the tab it belongs to."""
        if kind == "signal":
            self.new_signal()
            return
        tab = next(tab for tab in TABS if kind in tab.kinds)
        self.frame.show_tab(tab.name).make_new(kind)  # type: ignore[attr-defined]

    def new_signal(self) -> None:
        """Five seconds for what one just heard (Ctrl+Shift+N)."""
        from vaartdesk.app.window.signal import SignalDialog  # built on first use

        self.frame.show_dialog(SignalDialog(self.desk, self.stage))

    def find(self) -> None:
        """Ctrl+K: find anything, do anything."""
        from vaartdesk.app.window.finding import open_palette  # built on first use

        open_palette(self)

    def print_current(self) -> None:
        """Ctrl+P: what the page on top would print."""
        page = self.frame.page(self.frame.current_tab())
        print_day = getattr(page, "print_day", None)
        if print_day is not None:  # Vandaag is no list of one kind, and what is chosen in it is not what it shows
            print_day()
            return
        ref = getattr(page, "current", lambda: None)()
        if traffic.print_on_top(self, page, ref if isinstance(ref, Ref) else None):
            return
        if isinstance(ref, Ref):
            self.print_record(ref)
        else:
            self.announce(str(_("Kies eerst iets om af te drukken.")), False)

    def print_record(self, ref: Ref) -> None:
        """Make the PDF of a record and show it."""
        from vaartdesk.app.window.printing import print_record  # reportlab, only when something is printed

        print_record(self, ref)

    def back_up(self) -> None:
        """A checked copy now."""
        from vaartdesk.app.window.copying import back_up  # loaded with the desk

        back_up(self, self.counts.refresh_backup)

    def put_back(self, source: Path) -> None:
        """A copy in place of all that is here; whoever opened this window closes it, does so, and opens it again."""
        self.put_back_requested.emit(source)

    def close(self) -> None:
        """Let go of the workspace."""
        if not self.is_closing:
            self.is_closing = True
            self.hearing.stop()
            self.frame.hide()  # it may take a moment until what works beside it has stopped
            end_all(self.frame, QApplication.instance() or self)
            self.desk.close()
