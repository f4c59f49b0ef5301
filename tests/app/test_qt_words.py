"""The dialogs of Qt itself speak Dutch throughout."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from vaartdesk.app.window.start import application


def test_a_file_dialog_has_no_english_label(qtbot: QtBot) -> None:
    app = application()
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert labels == {"Zoeken in:", "Bestandsnaam:", "Bestanden van type:"}
    assert app.translate("QAbstractFileIconProvider", "Folder") == "Map"
    assert app.translate("QFileDialog", "Parent Directory") == "Hogere map", "Qt's own translation still speaks"
    assert app.translate("Iets", "Onbekend") == "Onbekend"
