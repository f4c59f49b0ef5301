"""Dialogs about the program itself: what it is, and one page of help for each tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QTextBrowser

from vaartdesk.app.about import version_lines
from vaartdesk.core.resources import resource
from vaartdesk.core.text import _
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.labels import Label
from vaartdesk.ui.scrim import Dialog

SEMIBOLD = 600


def about_dialog() -> Dialog:
    """Version, schema, libraries and the licence."""
    dialog = Dialog(str(_("VaartDesk")), str(_("Het bureau van het uitvoeringsteam van de binnenstad.")), width=460)
    lines = Label("\n".join(version_lines()), "body", wrap=True)
    lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    dialog.body.addWidget(lines)
    dialog.body.addWidget(Label(str(_("Vrije software onder de MIT-licentie.")), "meta", "text2", wrap=True))
    dialog.add_button(Button(str(_("Sluiten")), kind="primary"), accepts=True)
    return dialog


def help_dialog(tab: str) -> Dialog:
    """The page of help for a tab; the general one where a tab has none."""
    path = resource("help", f"{tab}.md")
    if not path.exists():
        path = resource("help", "today.md")
    dialog = Dialog(str(_("Hulp")), width=640)
    page = QTextBrowser()
    page.setObjectName("helpPage")
    page.setAccessibleName(str(_("Hulp")))
    page.setOpenLinks(False)
    page.setMarkdown(path.read_text(encoding="utf-8"))
    _dress(page.document())
    page.setMinimumHeight(420)
    dialog.body.addWidget(page)
    dialog.add_button(Button(str(_("Sluiten")), kind="primary"), accepts=True)
    return dialog


def _dress(document: QTextDocument) -> None:
    """What markdown makes bold in the weight that our type has, for a heavier one would be smeared on; keys in the same type."""
    cursor = QTextCursor(document)
    for place in range(document.characterCount() - 1):
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        now, dressed = cursor.charFormat(), QTextCharFormat()
        if now.fontFixedPitch():
            dressed.setFontFixedPitch(False)
            dressed.setFontFamilies(QApplication.font().families())
        if now.fontFixedPitch() or now.fontWeight() > SEMIBOLD:
            dressed.setFontWeight(SEMIBOLD)
            cursor.mergeCharFormat(dressed)
