"""The preview makes its paper beside the window: closed before it is done, faulty, or at the end of the program."""

from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from papers import blank
from vaartdesk.store.errors import DiskFull
from vaartdesk.ui.preview.dialog import Preview, PrintJob
from vaartdesk.ui.work import Work, end_all


class SlowPaper:
    """A paper that is being made until it may go on."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()

    def make(self) -> tuple[bytes, tuple[str, ...]]:
        self.begun.set()
        assert self.go_on.wait(30)
        paper = blank()
        paper.heading(1, "Kop")
        return paper.save().data, ()


def works(app: QCoreApplication) -> list[Work]:
    return app.findChildren(Work)


def test_a_preview_that_is_closed_early_does_not_wait_and_takes_nothing_away(
    dressed: QApplication, qtbot: QtBot
) -> None:
    paper = SlowPaper()
    preview = Preview(PrintJob("a.pdf", paper.make))
    assert paper.begun.wait(30)
    preview.deleteLater()
    QApplication.sendPostedEvents(preview, QEvent.Type.DeferredDelete.value)
    del preview
    assert len(works(dressed)) == 1
    paper.go_on.set()
    qtbot.waitUntil(lambda: not works(dressed))


def test_the_end_of_the_window_waits_for_a_paper(dressed: QApplication, qtbot: QtBot) -> None:
    paper = SlowPaper()
    preview = Preview(PrintJob("a.pdf", paper.make))
    qtbot.addWidget(preview)
    assert paper.begun.wait(30)
    threading.Thread(target=paper.go_on.set).start()
    end_all(dressed)
    assert paper.go_on.is_set()
    qtbot.waitUntil(lambda: not works(dressed))


class LongPaper(SlowPaper):
    """A paper of so many pages that it can be stopped half-way."""

    def __init__(self) -> None:
        super().__init__()
        self.is_made = False

    def make(self) -> tuple[bytes, tuple[str, ...]]:
        paper = blank()
        for number in range(60):
            paper.heading(1 if number == 0 else 2, f"Kop {number}")
            paper.page_break()
        self.begun.set()
        assert self.go_on.wait(30)
        data = paper.save().data
        self.is_made = True
        return data, ()


def test_the_making_of_a_paper_is_stopped_by_its_button(dressed: QApplication, qtbot: QtBot) -> None:
    paper = LongPaper()
    preview = Preview(PrintJob("a.pdf", paper.make))
    qtbot.addWidget(preview)
    preview.show()
    assert paper.begun.wait(30)
    qtbot.waitUntil(preview.busy.isVisible)
    assert preview.busy.cancel.text() == "Stoppen"
    with qtbot.waitSignal(preview.finished):
        QTest.mouseClick(preview.busy.cancel, Qt.MouseButton.LeftButton)
    paper.go_on.set()
    qtbot.waitUntil(lambda: not works(dressed))
    assert not paper.is_made


def test_a_preview_tells_how_far_its_paper_is(dressed: QApplication, qtbot: QtBot) -> None:
    paper, heard = LongPaper(), list[int]()
    paper.go_on.set()
    preview = Preview(PrintJob("a.pdf", paper.make))
    qtbot.addWidget(preview)
    preview.busy.bar.valueChanged.connect(heard.append)
    qtbot.waitUntil(lambda: bool(preview.data))
    assert len(heard) > 20
    assert heard == sorted(heard)
    assert not preview.busy.isVisible()


def test_a_paper_that_comes_after_the_preview_was_closed_is_not_opened(dressed: QApplication, qtbot: QtBot) -> None:
    paper = SlowPaper()
    preview = Preview(PrintJob("a.pdf", paper.make))
    qtbot.addWidget(preview)
    paper.go_on.set()
    for pool in dressed.findChildren(QThreadPool):
        pool.waitForDone()
    preview.reject()  # the paper is made, and the window has not heard of it yet
    qtbot.waitUntil(lambda: not works(dressed))
    assert preview.pages.page_count == 0
    assert preview.data == b""


def test_what_keeps_a_paper_from_being_made_is_told(dressed: QApplication, qtbot: QtBot, log_errors: list[str]) -> None:
    def full() -> tuple[bytes, tuple[str, ...]]:
        raise DiskFull("De schijf is vol.")

    def broken() -> tuple[bytes, tuple[str, ...]]:
        raise RuntimeError("kapot")

    for make, told in ((full, "De schijf is vol."), (broken, "ging iets mis in VaartDesk zelf")):
        preview = Preview(PrintJob("a.pdf", make))
        qtbot.addWidget(preview)
        qtbot.waitUntil(lambda preview=preview: not preview.warnings.isHidden())  # type: ignore[misc]
        assert told in preview.warnings.text()
        assert not preview.save_button.isEnabled()
    assert log_errors.pop().startswith("vaartdesk.ui.work")


LONG = "Een besluit met een titel die nooit past in de inhoud naast het voorbeeld, hoe breed zij ook is"


def _two_headings_on_a_page() -> tuple[bytes, tuple[str, ...]]:
    paper = blank()
    paper.heading(1, "Kop")
    for number in range(12):
        paper.paragraph(f"Regel {number}")
    paper.heading(2, LONG)
    paper.page_break()
    paper.heading(2, "Daarna")
    return paper.save().data, ()


def test_the_outline_leads_to_the_heading_itself_and_never_scrolls_sideways(
    dressed: QApplication, qtbot: QtBot
) -> None:
    preview = Preview(PrintJob("a.pdf", _two_headings_on_a_page))
    qtbot.addWidget(preview)
    preview.resize(980, 500)
    preview.show()
    qtbot.waitUntil(lambda: preview.outline.count() == 3)
    places = []
    for row in range(3):
        preview.outline.setCurrentRow(row)
        places.append(preview.pages.verticalScrollBar().value())
    assert places[0] < places[1] < places[2]
    assert preview.pages.current_page() == 1
    preview.outline.setCurrentRow(1)
    assert preview.pages.current_page() == 0
    long = preview.outline.item(1)
    assert long.toolTip() == LONG
    assert preview.outline.visualItemRect(long).width() <= preview.outline.viewport().width()
    QTest.keyClick(preview.outline, Qt.Key.Key_Right)
    assert preview.outline.horizontalScrollBar().value() == 0
    preview.reject()
