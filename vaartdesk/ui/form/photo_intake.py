"""The photos of a record that is still being made: dropped, pasted or picked, shown small, kept through a crash."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QSize, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from vaartdesk.core.text import _, ngettext
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.form.incoming import Incoming, Intake, from_clipboard
from vaartdesk.ui.form.pictures import DropZone, PhotoButton
from vaartdesk.ui.form.redaction import RedactionDialog
from vaartdesk.ui.labels import Label
from vaartdesk.ui.scrim import Scrim
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

SIZE = QSize(150, 106)
DRAFT = "photos"
EMPTY = _("Sleep of plak een foto")


class PhotoIntake(QWidget):
    """`arrived(list[Incoming])`: photos are ready; a family reads place and time from them."""

    arrived = Signal(object)

    def __init__(self, desk: Desk, kind_name: str) -> None:
        super().__init__()
        self.desk, self._kind = desk, kind_name
        self.files: list[Incoming] = []
        self.intake = Intake(self)
        self.intake.ready.connect(self._add)
        self.intake.failed.connect(self._tell)
        self.zone = DropZone(SIZE, "image-plus")
        self.zone.clicked.connect(self.pick)
        self.shown = PhotoButton(SIZE)
        self.shown.removed.connect(self._remove_last)
        self.shown.clicked.connect(self.pick)
        self.note = Label("", "meta", "text3", wrap=True)
        self._note(str(EMPTY))
        self.note.setObjectName("photoNote")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.SPACE_1)
        self.redact = Button(str(_("Onleesbaar maken")), "eye-off", "link", small=True)
        self.redact.setObjectName("redact")
        self.redact.setToolTip(str(_("Zwarte vlakken over wat niet te zien mag zijn")))
        self.redact.clicked.connect(self.open_redaction)
        self.shown.redaction_requested.connect(self.open_redaction)
        for widget in (self.zone, self.shown, self.note, self.redact):
            column.addWidget(widget)
        column.addStretch(1)
        self.shown.hide()
        self.redact.hide()

    def pick(self) -> None:
        """Choose files with the system's own dialog."""
        names, _filter = QFileDialog.getOpenFileNames(self, str(_("Foto's toevoegen")))
        if names:
            self.take([Path(name) for name in names])

    def take(self, paths: Sequence[Path], pictures: Sequence[tuple[str, bytes]] = ()) -> None:
        """Make files ready in a worker."""
        self._note(str(_("Foto wordt verkleind...")))
        self.intake.take(paths, pictures)

    def take_mime(self, mime: QMimeData) -> bool:
        """Take what was dropped or pasted; False when there is nothing to take."""
        paths, pictures = from_clipboard(mime)
        if paths or pictures:
            self.take(paths, pictures)
        return bool(paths or pictures)

    def finished(self) -> list[Incoming]:
        """All files, also those that were still on their way."""
        self.intake.wait()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return self.files

    def _add(self, files: list[Incoming]) -> None:
        self.files += files
        for file in files:
            self.desk.files.put(file.data)
        self._keep()
        self._show()
        self.arrived.emit(files)

    def open_redaction(self) -> None:
        """Black boxes over the last photo, before it is kept anywhere for good."""
        at = next((n for n in reversed(range(len(self.files))) if self.files[n].is_photo), None)
        if at is None:
            return
        dialog = RedactionDialog(self.files[at].data)
        dialog.redacted.connect(lambda jpeg: self._replace(at, jpeg))
        Scrim(self.window(), dialog)

    def _replace(self, at: int, jpeg: bytes) -> None:
        old = self.files[at]
        self.files[at] = replace(old, data=jpeg)
        self._keep()
        self._forget_content(old.data)
        self._show()

    def _forget_content(self, data: bytes) -> None:
        """The picture that could still be read leaves the disk, unless a record has it."""
        from sqlalchemy import text  # comes with the store, after the first frame

        sha256 = self.desk.files.put(data)
        with self.desk.read() as reader:
            statement = text("select count(*) from attachment where sha256 = :sha256")
            is_used = bool(reader.connection.execute(statement, {"sha256": sha256}).scalar())
        if not is_used:
            self.desk.file(sha256).unlink(missing_ok=True)

    def discard(self) -> None:
        """The record is not made after all: its pictures go from the disk."""
        for file in self.files:
            self._forget_content(file.data)
        self.files = []

    def _remove_last(self) -> None:
        self._forget_content(self.files[-1].data)
        self.files.pop()
        self._keep()
        self._show()

    def _tell(self, sentence: str) -> None:
        self._note(sentence, "danger")

    def _note(self, sentence: str, role: str = "text3") -> None:
        """Below the photo, as high as it needs: squeezed it would stand across the photo."""
        self.note.setText(sentence)
        self.note.set_role(role)
        self.note.setFixedSize(SIZE.width(), self.note.heightForWidth(SIZE.width()))

    def _show(self) -> None:
        photos = [file for file in self.files if file.is_photo]
        self.zone.setVisible(not photos)
        self.shown.setVisible(bool(photos))
        self.redact.setVisible(bool(photos))
        if photos:
            last = photos[-1]
            self.shown.show_photo(self.desk.file(self.desk.files.put(last.data)), last.name)
        count = len(self.files)
        told = ngettext("{n} bestand", "{n} bestanden", count)
        if len(photos) == count:
            told = ngettext("{n} foto", "{n} foto's", count)
        self._note(told.format(n=count) if count else str(EMPTY))

    # --- through a crash -----------------------------------------------------------------------------------------------

    def _keep(self) -> None:
        """The bytes are on disk by their content; the draft remembers which."""
        kept = [
            {
                "name": file.name,
                "mime": file.mime,
                "sha256": self.desk.files.put(file.data),
                "taken_at": file.taken_at.isoformat() if file.taken_at else "",
                "is_photo": file.is_photo,
            }
            for file in self.files
        ]
        self.desk.drafts.keep(self._kind, "", DRAFT, json.dumps(kept))

    def restore(self) -> None:
        """The files that were here when the program stopped."""
        draft = self.desk.drafts.of(self._kind).get(DRAFT)
        for kept in json.loads(draft.text) if draft else ():
            data = self.desk.files.get(str(kept["sha256"]))
            if data is not None:
                taken = datetime.fromisoformat(kept["taken_at"]) if kept["taken_at"] else None
                self.files.append(Incoming(str(kept["name"]), data, str(kept["mime"]), bool(kept["is_photo"]), taken))
        if self.files:
            self._show()
