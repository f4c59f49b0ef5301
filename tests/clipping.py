"""Looks for what is cut off or stands outside its parent on a window; as a program, at the scale that Qt was started with."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from vaartdesk.ui.buttons import LinkLine
from vaartdesk.ui.chips import ChipLabel, FilterChip, StateChip
from vaartdesk.ui.editors.line import Line
from vaartdesk.ui.editors.long import MOST_LINES, LongText
from vaartdesk.ui.focus_ring import FocusRing
from vaartdesk.ui.frame import MainFrame
from vaartdesk.ui.labels import ElidedLabel
from vaartdesk.ui.segments import SegmentButton
from vaartdesk.ui.term_clock import TermClock
from vaartdesk.ui.views import Views
from vaartdesk.ui.wrapping import wrapped

PATIENCE = 60
"""So many looks at a page that is still being laid out; then it never comes to rest."""
WHOLE = (QPushButton, SegmentButton, StateChip, FilterChip, ChipLabel)
"""Never narrower than they ask for: what they say is a word one chooses by."""


def cut(root: QWidget) -> list[str]:
    """What says more than fits it."""
    return [f"{_name(w)}: {why}" for w in _seen(root) if (why := _cut(w))]


def outside(root: QWidget) -> list[str]:
    """What reaches past its parent, and what is wider than the area it scrolls in."""
    return [f"{_name(w)}: {why}" for w in _seen(root) if (why := _outside(w))]


def _seen(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        is_own = not widget.objectName().startswith("qt_") and not isinstance(widget, FocusRing)
        if is_own and widget.isVisible() and not widget.isWindow() and widget.width() and widget.height():
            yield widget


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} {widget.objectName()} {str(text)[:40]!r}"


def _cut(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return _cut_label(widget)
    if isinstance(widget, WHOLE) and not isinstance(widget, LinkLine):
        wanted, has = widget.sizeHint(), widget.size()
        is_cut = has.width() + 1 < wanted.width() or has.height() + 1 < wanted.height()
        return f"wants {wanted.width()}x{wanted.height()}, has {has.width()}x{has.height()}" if is_cut else ""
    if isinstance(widget, ElidedLabel) and widget.objectName() == "pageTitle":
        return "title elided" if widget.sizeHint().width() > widget.width() + 2 else ""
    if isinstance(widget, Line):
        return _cut_line(widget)
    if isinstance(widget, LongText):
        lines = min(MOST_LINES, round(widget.document().size().height()))
        height = lines * widget.fontMetrics().lineSpacing()
        return f"{lines} lines want {height}" if height > widget.viewport().height() + 1 else ""
    if isinstance(widget, TermClock):
        face = widget.face()
        room = widget.width() - 22
        return "clock's words" if QFontMetricsF(widget.font()).horizontalAdvance(str(face.words)) > room else ""
    return ""


def _cut_label(label: QLabel) -> str:
    if not label.text() or not label.pixmap().isNull():
        return ""
    room, measure = label.contentsRect(), QFontMetricsF(label.font())
    if not label.wordWrap():
        wanted = measure.horizontalAdvance(label.text())
        return f"text {wanted:.0f} in {room.width()}" if wanted > room.width() + 1 else ""
    widest = max((measure.horizontalAdvance(word) for word in label.text().split()), default=0.0)
    if widest > room.width() + 1:
        return f"a word of {widest:.0f} in {room.width()}"
    height = label.heightForWidth(label.width())
    return f"height {height} in {label.height()}" if height > label.height() + 1 else ""


def _cut_line(line: Line) -> str:
    """A line that one reads wraps; at rest it has room for every line of its text."""
    if not line.wraps or line.hasFocus():
        return ""
    wanted = wrapped(line.text(), line.font(), line.width() - 20).boundingRect().height()
    return f"text {wanted:.0f} high in {line.height()}" if math.floor(wanted) > line.height() else ""


def _outside(widget: QWidget) -> str:
    parent = widget.parentWidget()
    if parent is None:
        return ""
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and parent is area.viewport():
        is_wide = isinstance(area, QScrollArea) and widget.width() > parent.width() + 1
        return f"{widget.width()} wide in {parent.width()}" if is_wide else ""
    if isinstance(widget, QLineEdit) and isinstance(parent, QLineEdit):
        return ""
    rect, room = widget.geometry(), parent.rect().adjusted(-1, -1, 1, 1)
    return "" if room.contains(rect) else f"{rect.getRect()} in {parent.size().toTuple()} of {type(parent).__name__}"


# --- every tab of a window -----------------------------------------------------------------------------------------------


def wait(milliseconds: int) -> None:
    """Let the window work: what hangs on a record comes after the paint, and is laid out after that."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(root: QWidget) -> None:
    """Until every part stands where it stood a moment before; a page that never does is wrong."""
    before: list[object] = []
    for _look in range(PATIENCE):
        wait(50)
        now: list[object] = [widget.geometry().getRect() for widget in _seen(root)]
        if now == before:
            return
        before = now
    raise AssertionError("the page never comes to rest")


def walk(frame: MainFrame, tabs: tuple[str, ...]) -> Iterator[tuple[str, QWidget]]:
    """Every tab and every view of it, shown."""
    for tab in tabs:
        page = frame.show_tab(tab)
        views: list[Any] = [view.id for view in page.views] if isinstance(page, Views) else [None]
        for view in views:
            if view is not None:
                page.choose(view)  # type: ignore[attr-defined]
            settle(frame)
            yield f"{tab}/{view}" if view else tab, page


def problems(frame: MainFrame, tabs: tuple[str, ...]) -> dict[str, list[str]]:
    """Where -> what is cut or outside."""
    found = {where: [*cut(frame), *outside(frame)] for where, _page in walk(frame, tabs)}
    return {where: told for where, told in found.items() if told}


def main(folder: str, *shapes: str) -> None:
    """`clipping.py FOLDER 1366x768 ...` writes what is wrong in each of these sizes as JSON."""
    from vaartdesk.app.registry import TABS
    from vaartdesk.app.window.assembly import Window
    from vaartdesk.app.window.start import application
    from vaartdesk.core.clock import FixedClock, parse_moment
    from workspace import open_desk

    app = application()
    frame = MainFrame(Path(folder) / "venster.ini")
    frame.setMinimumSize(
        1, 1
    )  # as on a screen that is smaller than the least of the design; 0 would mean: ask the pages
    with open_desk(Path(folder) / "werkmap", FixedClock(parse_moment("2026-11-24T08:30:00.000Z"))) as desk:
        desk.set_who(next(desk.ref(row["id"]) for row in desk.rows("role") if row["title"] == "Huismeester"))
        window = Window(frame, desk)
        frame.show()
        told: dict[str, dict[str, list[str]]] = {}
        for shape in shapes:
            width, height = map(int, shape.split("x"))
            frame.resize(width, height)
            assert (frame.width(), frame.height()) == (width, height)
            told[shape] = problems(frame, tuple(tab.name for tab in TABS))
        sys.stdout.write(json.dumps({"ratio": frame.devicePixelRatioF(), "told": told}))
        window.close()
    app.closeAllWindows()


if __name__ == "__main__":
    main(*sys.argv[1:])
