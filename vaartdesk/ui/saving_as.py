"""Where a file is to be written: asked in the system's own dialog, that begins where one wrote last, else in Documents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

LAST = "folderOfLastFile"
"""The name under which the program, while it runs, knows the folder."""


def ask_where(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """The path that somebody chose for a file that would be called ``name``; None when nobody did."""
    where, _filter = QFileDialog.getSaveFileName(parent, title, str(_folder() / name), kinds)
    if not where:
        return None
    path = Path(where)
    application = QApplication.instance()
    if application is not None:
        application.setProperty(LAST, str(path.parent))
    return path


def _folder() -> Path:
    """Never where the program itself was started: that may be among its own files."""
    application = QApplication.instance()
    last = str(application.property(LAST) or "") if application is not None else ""
    if last and Path(last).is_dir():
        return Path(last)
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()
