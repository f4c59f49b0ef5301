"""The preview of a PDF: made in a worker, looked through, then printed or saved (M20)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.progress import Progress, heard
from vaartdesk.core.text import _, ngettext
from vaartdesk.store.errors import translate
from vaartdesk.store.files import write_file
from vaartdesk.ui.busy import BusyBar
from vaartdesk.ui.buttons import Button, IconButton
from vaartdesk.ui.labels import Label
from vaartdesk.ui.preview.pages import PageView, page_label
from vaartdesk.ui.preview.printing import Printing
from vaartdesk.ui.saving_as import ask_where
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.work import Work

WIDTH, HEIGHT = 980, 540


@dataclass(frozen=True)
class PrintJob:
    """``name``: of the file to propose; ``make`` gives the PDF and warnings in Dutch, on a worker's thread.

    ``beside``: what is kept beside it under the same name: ending -> content.
    """

    name: str
    make: Callable[[], tuple[bytes, tuple[str, ...]]]
    beside: Mapping[str, bytes] = field(default_factory=dict)


class Preview(Dialog):
    """Pages at the right, outline at the left; Esc closes."""

    def __init__(self, job: PrintJob) -> None:
        super().__init__(str(_("Voorbeeld")), width=WIDTH)
        self.setObjectName("preview")
        self.job = job
        self.data = b""
        self.is_over = False
        self.printing: Printing | None = None
        self.pages = PageView()
        self.outline = QListWidget()
        self.outline.setObjectName("outline")
        self.outline.setAccessibleName(str(_("Inhoud")))
        self.outline.setFixedWidth(220)
        self.outline.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.where = Label("", "meta", "text2")
        self.where.setObjectName("pageLabel")
        self.warnings = Label("", "meta", "warning", wrap=True)
        self.warnings.hide()
        self.busy = BusyBar(inset=0)  # the card has its own
        self._build()
        self.outline.currentItemChanged.connect(self._jump)
        self.pages.page_changed.connect(lambda page: self.where.setText(page_label(page, self.pages.page_count)))
        self.finished.connect(self._leave)
        self.busy.cancelled.connect(self._stop)
        self._start()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(sizes.SPACE_3)
        row.addWidget(self.outline)
        column = QVBoxLayout()
        column.addWidget(self._tools())
        column.addWidget(self.pages, 1)
        row.addLayout(column, 1)
        self.give_room(self.pages, HEIGHT)
        self.body.addWidget(self.busy)
        self.body.addLayout(row)
        self.body.addWidget(self.warnings)
        self.add_button(Button(str(_("Sluiten")), kind="quiet"), accepts=False)
        self.save_button = self.add_button(Button(str(_("Bewaren als…")), "download"))
        self.save_button.setObjectName("saveButton")
        self.save_button.clicked.connect(lambda _on=False: self.save())
        self.print_button = self.add_button(Button(str(_("Afdrukken…")), "printer", "primary"))
        self.print_button.setObjectName("printButton")
        self.print_button.clicked.connect(self.print_pages)

    def _tools(self) -> QWidget:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        for name, label, act in (
            ("zoom-out", _("Kleiner"), lambda: self.pages.step_zoom(-1)),
            ("zoom-in", _("Groter"), lambda: self.pages.step_zoom(1)),
            ("move-horizontal", _("Op breedte"), self.pages.fit_width),
        ):
            button = IconButton(name, str(label))
            button.clicked.connect(lambda _on=False, act=act: act())
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.where)
        return tools

    def _start(self) -> None:
        for button in (self.save_button, self.print_button):
            button.setEnabled(False)
        self.busy.start(str(_("PDF maken…")))
        job, app = self.job, QCoreApplication.instance()
        assert app is not None

        def make(progress: Progress) -> tuple[bytes, tuple[str, ...]]:
            with heard(progress):
                return job.make()

        # Not below the dialog: closing it must neither wait for the paper nor take the work away under its thread.
        work = Work(make, app)
        work.advanced.connect(self.busy.progress)
        work.done.connect(self._show)
        work.failed.connect(self._fail)
        for over in (work.done, work.failed, work.stopped):
            over.connect(work.deleteLater)
        self.finished.connect(work.stop)
        work.start()

    def _stop(self) -> None:
        """Of the printing, the paper stays; without a paper there is nothing to look at."""
        if self.printing is not None:
            self.printing.stop()
        else:
            self.reject()

    def _leave(self) -> None:
        """Closed: a paper that comes after this is not opened any more."""
        self.is_over = True
        if self.printing is not None:
            self.printing.stop()
        self.pages.close_pdf()

    def _show(self, made: tuple[bytes, tuple[str, ...]]) -> None:
        if self.is_over:
            return
        self.busy.stop()
        self.data, warnings = made
        self.pages.show_pdf(self.data)
        self.pages.fit_width()
        self.where.setText(page_label(0, self.pages.page_count))
        for mark in self.pages.outline():
            item = QListWidgetItem("   " * mark.level + mark.title)
            item.setToolTip(mark.title)
            item.setData(Qt.ItemDataRole.UserRole, mark.spot)
            self.outline.addItem(item)
            high = self.outline.sizeHintForRow(self.outline.row(item))
            item.setSizeHint(QSize(0, high))  # no wider than the list: a long title ends in dots
        self.outline.setVisible(self.outline.count() > 1)
        told = " ".join(str(w) for w in warnings)
        self.warnings.setText(told)
        self.warnings.setVisible(bool(told))
        for button in (self.save_button, self.print_button):
            button.setEnabled(True)
        self.pages.setFocus()

    def _fail(self, sentence: str) -> None:
        self.busy.stop()
        self.warnings.setText(sentence)
        self.warnings.show()

    def _jump(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.pages.show_spot(item.data(Qt.ItemDataRole.UserRole))

    # ---------------------------------------------------------------- out of the program
    def save(self, path: str = "") -> bool:
        """Ask where (unless given) and write the file, whole or not at all."""
        if not path:
            path = str(ask_where(self, str(_("Bewaren als")), self.job.name, "PDF (*.pdf)") or "")
        if not path:
            return False
        try:
            write_file(Path(path), self.data)
            for ending, content in self.job.beside.items():
                write_file(Path(path).with_suffix(ending), content)
        except OSError as error:
            self._fail(str(translate(error) or error))
            return False
        names = [Path(path).name, *(Path(path).with_suffix(ending).name for ending in self.job.beside)]
        self.where.setText(str(_("Bewaard: {name}").format(name=", ".join(names))))
        return True

    def print_pages(self) -> None:
        """The system's dialog with page range, copies and both sides; without a printer the file is offered."""
        if not QPrinterInfo.availablePrinterNames():
            self.warnings.setText(str(_("Er is geen printer gevonden. Bewaar de PDF en druk hem elders af.")))
            self.warnings.show()
            self.save()
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.job.name)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setFullPage(True)  # the paper has its own margins
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.pages.page_count)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.send(printer)

    def send(self, printer: QPrinter) -> None:
        """The chosen pages, with a way to stop; nothing else is printed meanwhile."""
        printing = self.printing = Printing(self.pages, printer, self)
        self.print_button.setEnabled(False)
        self.busy.start(str(_("Afdrukken…")))
        printing.advanced.connect(self.busy.progress)
        printing.done.connect(lambda count: self._printed(_told(count)))
        printing.stopped.connect(lambda: self._printed(str(_("Het afdrukken is gestopt."))))
        refused = _("De printer neemt niets aan. Kies een andere, of bewaar de PDF.")
        printing.refused.connect(lambda: self._printed(str(refused)))
        printing.start()

    def _printed(self, sentence: str) -> None:
        self.busy.stop()
        self.print_button.setEnabled(True)
        self.where.setText(sentence)
        if self.printing is not None:
            self.printing.deleteLater()
        self.printing = None


def _told(count: int) -> str:
    return ngettext("{count} bladzijde afgedrukt.", "{count} bladzijden afgedrukt.", count).format(count=count)
