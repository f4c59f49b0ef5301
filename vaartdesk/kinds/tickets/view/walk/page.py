"""Lopen: a round point by point, with one hand or by keyboard alone, and its end with the report (T13).

O is in order, N is not, S passes over, F takes a photo; Enter and the arrows go on and back. Each finding is on disk at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.commands.rounds import finish_round, judge, walk_from
from vaartdesk.kinds.tickets.queries.rounds import Stop, way_of
from vaartdesk.kinds.tickets.rules import rounds
from vaartdesk.kinds.tickets.view.walk.parts import WalkParts
from vaartdesk.schema.ref import Ref, Refused, Values
from vaartdesk.ui.file_taking import TakesFiles
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

HEARD: Final = frozenset({"inspection_round", "inspection_point", "inspection_template_point", "ticket", "attachment"})


class WalkPage(TakesFiles, QWidget):
    """``enter(values)`` begins a ticket of what stands on no route; ``report(Ref)`` makes the paper of a round."""

    def __init__(self, desk: Desk, stage: Stage, title: str, enter: Callable[[Mapping[str, Any]], None]) -> None:
        super().__init__()
        self.desk, self.stage, self._enter = desk, stage, enter
        self.setObjectName("walk")
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.round: Ref | None = None
        self.values: Values = {}
        self.way: list[Stop] = []
        self.at = 0
        """The point one stands at; past the last one is the end."""
        self.header = PageHeader(title)
        self.back = self.header.add_quiet(str(_("Schouwrondes")), "arrow-left", key="Esc")
        self.back.setObjectName("toRounds")
        self.parts = WalkParts(desk, stage, self.header)
        self.card, self.end = self.parts.card, self.parts.end
        self.parts.fill(self)
        self._connect()
        self._keys()

    def _connect(self) -> None:
        self.card.judged.connect(self.judge)
        self.end.finish_requested.connect(self.finish)
        self.end.report_requested.connect(self.print_report)
        self.end.point_requested.connect(self.go_to)
        self.parts.previous.clicked.connect(lambda: self.step(-1))
        self.parts.next.clicked.connect(lambda: self.step(1))
        self.parts.list.opened.connect(self.go_to)
        self.back.clicked.connect(self.leave)
        Hearing(self.desk, self).changed.connect(self._hear)

    def _keys(self) -> None:
        """Letters do their deed wherever one stands but in the remark, which takes them itself."""
        acts: dict[str, Callable[[], object]] = {
            "O": lambda: self.judge(rounds.OK),
            "N": lambda: self.judge(rounds.WRONG),
            "S": lambda: self.judge(rounds.SKIPPED),
            "F": self.take_photo,
            "Left": lambda: self.step(-1),
            "Right": lambda: self.step(1),
            "Return": self.go_on,
            "Enter": self.go_on,
            "Esc": self.leave,
        }
        for keys, act in acts.items():
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- what the window asks ------------------------------------------------------------------------------------------

    def show_record(self, ref: Ref) -> bool:
        """Stand at this point of its round."""
        point = self.desk.get(ref)
        if ref.kind != "inspection_point" or point is None:
            return False
        self.round = Ref("inspection_round", point["round"])
        self._read()
        self.at = next((n for n, stop in enumerate(self.way) if stop.point["id"] == ref.id), 0)
        self._show()
        self.parts.focus()
        QTimer.singleShot(0, self, self._keep_focus)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Without having been told which: the round that is being walked, or waits for it, or was the last."""
        super().showEvent(event)
        if self.round is not None:
            return
        known = self.desk.rows("inspection_round")
        known.sort(key=lambda row: (row["status"] != "bezig", row["status"] != "gepland"))
        if known:
            self.show_record(walk_from(self.desk, Ref("inspection_round", known[0]["id"])))
        else:
            self._show()

    def _keep_focus(self) -> None:
        """A question that led here closed after this page came, and gave the focus back to what it was before."""
        now = QApplication.focusWidget()
        if self.isVisible() and (now is None or not self.isAncestorOf(now)):
            self.parts.focus()

    def current(self) -> Ref | None:
        """The round."""
        return self.round

    def make_new(self, kind: str = "") -> None:
        """A ticket of what one meets between the points."""
        if kind in {"", "ticket"}:
            self._enter({})

    # --- showing -------------------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """While findings can be made."""
        return self.values.get("status") in rounds.WALKED and not self.desk.is_read_only

    @property
    def is_at_end(self) -> bool:
        return self.at >= len(self.way)

    def _read(self) -> None:
        self.values = (self.desk.get(self.round) if self.round is not None else None) or {}
        with self.desk.read() as reader:
            self.way = way_of(reader, self.values) if self.values.get("alive") else []

    def _show(self) -> None:
        self.parts.show_way(self.values, self.way, self.at, is_open=self.is_open)

    def _hear(self, change: ChangeSet) -> None:
        if self.round is None or not change.kinds & HEARD:
            return
        here = self.way[self.at].point["id"] if not self.is_at_end else ""
        self._read()
        if here:
            self.at = next((n for n, stop in enumerate(self.way) if stop.point["id"] == here), 0)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the point alone."""
        super().resizeEvent(event)
        self.parts.fit(is_narrow=self.window().width() < sizes.STEP_BELOW + sizes.RAIL)

    # --- walking -------------------------------------------------------------------------------------------------------

    def judge(self, result: str) -> None:
        """What is found here is kept, and the next point comes; what is wrong is first said in words."""
        if self.is_at_end or not self.is_open or not self.card.flush():
            return
        point = Ref("inspection_point", self.way[self.at].point["id"])
        try:
            judge(self.desk, point, result)
        except Refused as refused:
            self.stage.announce(str(refused))
            return
        if result == rounds.WRONG:
            self.card.note.editor.focus()
        else:
            self.step(1)

    def step(self, way: int) -> None:
        """To the next point or the one before; behind the last lies the end."""
        if self.card.flush():
            self.go_to(self.at + way)

    def go_to(self, at: int) -> None:
        """To a point by its place on the way."""
        if self.card.flush():
            self.at = max(0, min(at, len(self.way)))
            self._show()
            self.parts.focus()

    def go_on(self) -> None:
        """Enter: the button that has the focus, else the next point; at the end the round is done, then its report."""
        now = QApplication.focusWidget()
        if isinstance(now, QAbstractButton) and self.isAncestorOf(now):
            now.click()
        elif now is self.parts.list:
            self.go_to(self.parts.list.currentIndex().row())
        elif not self.is_at_end:
            self.step(1)
        elif self.is_open:
            self.finish()
        else:
            self.print_report()

    def take_photo(self) -> None:
        """A photo of this point, and so of its ticket."""
        if not self.is_at_end and self.is_open:
            self.card.files.pick()

    def finish(self) -> None:
        """Done: what nobody looked at counts as passed over."""
        if self.round is not None and self.is_open:
            self.stage.announce(rounds.summary(finish_round(self.desk, self.round)), is_undoable=True)
            self.parts.focus()

    def print_report(self) -> None:
        """The paper of this round, looked at first."""
        if self.round is not None:
            self.stage.print_requested.emit(self.round)

    def leave(self) -> None:
        """Back to the rounds; the walk is taken up again where it was left."""
        if self.round is not None and self.card.flush():
            self.stage.open(self.round)

    # --- photos dropped or pasted --------------------------------------------------------------------------------------

    def takes_now(self) -> bool:
        return self.is_open and not self.is_at_end

    def take_files(self, mime: QMimeData) -> bool:
        """Hang a picture on the point."""
        return self.card.files.take_mime(mime)
