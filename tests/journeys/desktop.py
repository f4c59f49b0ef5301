"""The program on somebody's desk, in the words of who works with it: what a person does, and what is then on the screen.

Widgets are found by their objectName, everything is done with keys and mouse, and nothing is asked of the program itself
but whether it has told of a change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QListView, QPushButton, QWidget

from papers import whole
from vaartdesk.app.tour.hand import Hand
from vaartdesk.app.tour.planner import grip, middle
from vaartdesk.app.window.assembly import Window
from vaartdesk.core.clock import Clock
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.ui.frame import MainFrame
from vaartdesk.ui.preview.dialog import Preview
from workspace import open_desk

BOARD = "Binnenstadbestuur"


class Desktop:
    """One laptop. ``strokes`` counts keys and clicks since `start_counting`."""

    def __init__(self, folder: Path, settings: Path, clock: Clock) -> None:
        self.folder, self.settings, self.clock = folder, settings, clock
        self._open()

    def _open(self) -> None:
        frame = MainFrame(self.settings)
        self.window = Window(frame, open_desk(self.folder, self.clock, planned=True))
        frame.show()
        self.hand = Hand(frame, self.window.desk)
        self.window.show_first()
        self.hand.come_back()
        self._before = 0

    def leave(self) -> None:
        """Close the window."""
        self.window.frame.close()
        self.hand.settle()
        self.window.frame.deleteLater()
        self.hand.settle()

    def restart(self) -> None:
        """Close the program and start it again."""
        self.leave()
        self._open()

    @contextmanager
    def counting(self) -> Iterator[Callable[[], int]]:
        """The keys and clicks of a block: call what it gives for their number."""
        before = self.hand.strokes
        yield lambda: self.hand.strokes - before

    # --- what everybody does -------------------------------------------------------------------------------------------

    def sit_down(self, role: str) -> None:
        """Answer the question of the first start."""
        self.hand.press_button(role, self.hand.see("whoDialog", QWidget))

    def become(self, role: str) -> None:
        """Somebody else takes the chair."""
        self.hand.click("who")
        self.hand.pick(role)

    def tab(self) -> str:
        """The objectName of the page on top."""
        page = self.window.frame.stack.currentWidget()
        return page.objectName() if page else ""

    def go_to(self, number: int) -> None:
        """Ctrl and the tab's number."""
        self.hand.press(f"Ctrl+{number}")

    def find(self, words: str) -> None:
        """Ctrl+K, a word, Enter."""
        self.hand.press("Ctrl+K")
        self.hand.type(f"{words}\n")

    def note_signal(self, text: str) -> None:
        """Ctrl+Shift+N, what one heard, Enter."""
        self.hand.press("Ctrl+Shift+N")
        self.hand.type(text)
        self.hand.change(lambda: self.hand.press("Return"))

    def undo(self) -> None:
        """Ctrl+Z."""
        self.hand.change(lambda: self.hand.press("Ctrl+Z"))

    def toast(self) -> str:
        """The last short message, '' when there is none."""
        found = self.hand.seen("toast", QFrame, self.window.frame)
        return found[-1].accessibleName() if found else ""

    @contextmanager
    def paper(self) -> Iterator[str]:
        """Ctrl+P, until the pages are there: what can be read on them."""
        self.hand.press("Ctrl+P")
        preview = self.hand.see("preview", Preview, self.hand.top())
        self.hand.wait(lambda: bool(preview.data), "the pages")
        yield whole(preview.data)
        self.hand.press("Escape")

    def titles(self, kind: str) -> list[str]:
        """The titles of all records of a kind, from the disk: for what no page shows."""
        desk = self.window.desk
        return [desk.kinds[kind].title_of(row) for row in desk.rows(kind)]

    # --- the record on top ---------------------------------------------------------------------------------------------

    def detail(self) -> QWidget:
        return self.hand.see("detail", QWidget)

    def shown(self, field: str) -> str:
        """What stands in a field of the record."""
        editor = self.hand.see(field, QWidget, self.detail())
        return editor.currentText() if isinstance(editor, QComboBox) else self.hand.read(field, self.detail())

    def state(self) -> str:
        """The state of the record, as its chip says it."""
        return self.hand.read("status", self.detail()).removeprefix("Stand: ")

    def has_record(self) -> bool:
        """Whether a record is shown."""
        return bool(self.hand.seen("detail", QWidget)) and bool(self.hand.seen("title", QWidget, self.detail()))

    def type_over(self, field: str, text: str) -> None:
        """Another value for a field, left with Enter."""
        self.hand.fill(field, text)
        self.hand.change(lambda: self.hand.press("Return"))

    def command(self, name: str) -> None:
        """A button of the record, or its entry behind the three dots."""
        shown = self.hand.seen(name, QPushButton, self.detail())
        if shown:
            self.hand.click_on(shown[0])
            return
        label = self.detail().findChild(QPushButton, name)
        assert label is not None
        self.hand.click("more", self.detail())
        self.hand.pick(label.text())

    def answer(self, **fields: str) -> None:
        """Fill in the question on top, and agree."""
        for name, text in fields.items():
            self.hand.fill(name, text)
        self.hand.change(lambda: self.hand.click("agree"))

    def solve(self, result: str) -> None:
        """Afhandelen: the result, in its own field."""
        self.command("finish")
        self.hand.type(result)
        self.hand.change(lambda: self.hand.press("Tab"))

    def put_forward(self, body: str = BOARD) -> None:
        """Agenderen: the record goes into the stock of a body."""
        self.command("agenderen")
        self.hand.type(f"{body}\n")
        self.hand.change(lambda: self.hand.press("Return"))


class Job:
    """Somebody's work on a laptop; it goes on after a restart."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop

    @property
    def hand(self) -> Hand:
        return self.desktop.hand


class Tickets(Job):
    """What the huismeester does."""

    def log(self, what: str, where: str, category: str) -> None:
        """Ctrl+N, four fields from Tab to Tab, Enter; the urgency goes one step up."""
        self.hand.press("Ctrl+N")
        self.hand.type(f"{what}\t{where}\t{category}\t")
        self.hand.press("Right")
        self.hand.change(lambda: self.hand.press("Return"))

    def listed(self) -> list[str]:
        """The rows of the list as a screen reader reads them; [] where an empty list says how to begin."""
        return [row for view in self.hand.seen("list", QListView) for row in rows(view)]

    def forward(self, reference: str) -> None:
        """Doorzetten, with their reference."""
        self.desktop.command("forward")
        self.desktop.answer(reference=reference)


class Calendar(Job):
    """What the event-coördinator does."""

    def plan(self, title: str, begins: str, ends: str, place: str) -> None:
        """Ctrl+N, four fields, Enter."""
        self.hand.press("Ctrl+N")
        self.hand.type(f"{title}\t{begins}\t{ends}\t{place}\t")
        self.hand.change(lambda: self.hand.press("Return"))

    def add_permit(self) -> None:
        """A permit, as the event's category says."""
        self.hand.click("addPermit")
        self.hand.change(lambda: self.hand.press("Return"))

    def permit_deadline(self) -> str:
        """What the clock of the permit says."""
        return self.hand.read("termClock", self.hand.see("permits", QWidget))

    def drag(self, title: str, day: date) -> None:
        """Drag an event in the month to another day."""
        grid = self.hand.see("month", MonthGrid)
        event = next(shown.event for shown in grid.shown if shown.title == title)
        start, end = grip(grid, event), middle(grid, day)
        self.hand.change(lambda: self.hand.drag(grid.viewport(), start, (start + end) / 2, end))

    def clashes(self) -> list[str]:
        """The sentences that stand in the way."""
        return [label.text() for label in self.hand.seen("clashSentence", QLabel)]


class Meetings(Job):
    """What the regisseur does."""

    def plan(self, body: str, when: str) -> None:
        """Ctrl+N, the body and the evening."""
        self.hand.press("Ctrl+N")
        self.desktop.answer(body=f"{body}\t", starts_at=when)

    def agenda(self) -> list[str]:
        """The titles from top to bottom."""
        model = self.hand.see("agenda", QListView).model()
        return [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)) for row in range(model.rowCount())]

    def read_aloud(self) -> list[str]:
        """The agenda as a screen reader reads it: number, title, time, minutes, purpose."""
        return rows(self.hand.see("agenda", QListView))

    def take_from_stock(self) -> None:
        """The first topic of the stock, with Alt+Right."""
        self.hand.see("stock", QListView).setFocus(Qt.FocusReason.TabFocusReason)
        self.hand.change(lambda: self.hand.press("Alt+Right"))

    def stand_on(self, title: str) -> None:
        """Walk to an item of the agenda."""
        view = self.hand.see("agenda", QListView)
        view.setFocus()
        self.hand.press("Home")
        for _row in range(self.agenda().index(title)):
            self.hand.press("Down")

    def preview(self) -> str:
        """Ctrl+P, until the pages are there; how many, in words."""
        self.hand.press("Ctrl+P")
        preview = self.hand.see("preview", QWidget, self.hand.top())
        self.hand.wait(lambda: self.hand.see("saveButton", QPushButton, preview).isEnabled(), "the pages")
        return self.hand.read("pageLabel", preview)


def rows(view: QListView) -> list[str]:
    """What a list says, row by row, headings included."""
    model = view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role) or "") for row in range(model.rowCount())]
