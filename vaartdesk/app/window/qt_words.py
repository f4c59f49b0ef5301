"""Words of Qt's own dialogs that its Dutch translation lacks: a file dialog that speaks two languages puzzles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QTranslator

from vaartdesk.core.text import _

WORDS: Final[Mapping[tuple[str, str], str]] = {
    ("QFileDialog", "&Look in:"): _("&Zoeken in:"),
    ("QFileDialog", "Files of &type:"): _("Bestanden van &type:"),
    ("QAbstractFileIconProvider", "Folder"): _("Map"),
    ("QAbstractFileIconProvider", "File"): _("Bestand"),
    ("QAbstractFileIconProvider", "%1 File"): _("%1-bestand"),
    ("QAbstractFileIconProvider", "Drive"): _("Station"),
}


class QtWords(QTranslator):
    """Asked before Qt's own translation, which speaks for what is not here."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return str(WORDS.get((context, source)) or "") or None  # type: ignore[return-value]  # null of Qt: ask the next
