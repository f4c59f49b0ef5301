"""Ctrl+P to the printer: through the system's dialog, its page range kept; without a printer the file is offered."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from vaartdesk.ui.preview import dialog as preview
from window_parts import button, dialog

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


class SystemDialog:
    """In the place of the system's own: what it was told, and a person who wants pages 2 and 3 in a file."""

    file = ""
    range = (0, 0)

    def __init__(self, printer: QPrinter, _parent: object) -> None:
        self.printer = printer

    def setMinMax(self, first: int, last: int) -> None:
        type(self).range = (first, last)

    def exec(self) -> QDialog.DialogCode:
        self.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.printer.setOutputFileName(self.file)
        self.printer.setFromTo(2, 3)
        return QDialog.DialogCode.Accepted


@pytest.fixture
def shown(open_window: Opened, qtbot: QtBot) -> Any:
    """The preview of an action with a long story, as Ctrl+P shows it."""
    window = open_window("Regisseur")
    with window.desk.change("Gemaakt") as tx:
        ref = tx.add("action", {"title": "Lang verhaal", "description": "Een zin van het verhaal. " * 700})
    window.show_record(ref)
    window.print_record(ref)
    found = dialog(window, "preview")
    qtbot.waitUntil(lambda: bool(found.data))
    yield found
    found.reject()


@pytest.mark.accept("M20")
def test_the_chosen_pages_go_through_the_dialog_of_the_system(
    shown: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with pikepdf.open(BytesIO(shown.data)) as paper:
        pages = len(paper.pages)
    assert pages >= 3
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Proefprinter"])
    monkeypatch.setattr(SystemDialog, "file", str(tmp_path / "afdruk.pdf"))
    monkeypatch.setattr(preview, "QPrintDialog", SystemDialog)

    button(shown, "printButton").click()
    qtbot.waitUntil(lambda: shown.where.text() == "2 bladzijden afgedrukt.")

    assert SystemDialog.range == (1, pages)
    with pikepdf.open(tmp_path / "afdruk.pdf") as printed:
        assert len(printed.pages) == 2
        sides = [float(side) / 72 * 25.4 for side in list(printed.pages[0].mediabox)[2:]]
    assert sides == pytest.approx([210, 297], abs=1)


def test_printing_is_stopped_by_its_button_and_can_be_begun_again(
    shown: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Proefprinter"])
    monkeypatch.setattr(SystemDialog, "file", str(tmp_path / "afdruk.pdf"))
    monkeypatch.setattr(preview, "QPrintDialog", SystemDialog)

    button(shown, "printButton").click()
    assert not button(shown, "printButton").isEnabled()
    shown.printing.advanced.connect(lambda _share: shown.busy.cancel.click())
    qtbot.waitUntil(lambda: shown.where.text() == "Het afdrukken is gestopt.")
    assert shown.printing is None
    assert not shown.busy.isVisible()

    button(shown, "printButton").click()
    qtbot.waitUntil(lambda: shown.where.text() == "2 bladzijden afgedrukt.")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(
    shown: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Proefprinter"])
    monkeypatch.setattr(SystemDialog, "file", str(tmp_path / "weg" / "afdruk.pdf"))
    monkeypatch.setattr(preview, "QPrintDialog", SystemDialog)
    button(shown, "printButton").click()
    assert "neemt niets aan" in shown.where.text()
    assert button(shown, "printButton").isEnabled()


@pytest.mark.accept("M20")
def test_without_a_printer_the_file_is_offered(shown: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "bewaard.pdf"
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))

    button(shown, "printButton").click()

    assert target.read_bytes() == shown.data
    assert "geen printer" in shown.warnings.text()
