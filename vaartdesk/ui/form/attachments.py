"""What hangs on a record: its photos beside the fields, other files under "Bijlagen"; dropped, pasted or picked."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from vaartdesk.core.text import _, ngettext
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button, IconButton
from vaartdesk.ui.form.incoming import Incoming, Intake, attach, from_clipboard
from vaartdesk.ui.form.pictures import PhotoPanel
from vaartdesk.ui.form.redaction import RedactionDialog
from vaartdesk.ui.labels import Label
from vaartdesk.ui.section import Section
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def size_words(size: int | None) -> str:
    """`240 kB`, `3,1 MB`."""
    if size is None:
        return ""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


class FileRow(QWidget):
    """One file: its name opens it, the cross takes it away."""

    opened = Signal()
    removed = Signal()

    def __init__(self, file: Mapping[str, Any], is_missing: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.SPACE_1)
        name = Button(str(file["title"]), "image" if file["is_photo"] else "file-text", "link", small=True)
        name.clicked.connect(self.opened)
        row.addWidget(name)
        note = str(_("bestand ontbreekt")) if is_missing else size_words(file["size"])
        row.addWidget(Label(note, "meta", "danger" if is_missing else "text3"))
        row.addStretch(1)
        cross = IconButton("x", _("{name} verwijderen").format(name=file["title"]), side=sizes.BUTTON_SMALL)
        cross.clicked.connect(self.removed)
        row.addWidget(cross)


class Attachments(Section):
    """The section "Bijlagen"; ``photos`` is the panel that stands beside the fields."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(str(_("Bijlagen")))
        self.desk, self.stage = desk, stage
        self.ref: Ref | None = None
        self.photos = PhotoPanel(desk)
        self.intake = Intake(self)
        self._for: Ref | None = None
        self._files: dict[str, Mapping[str, Any]] = {}
        self._rows: list[FileRow] = []
        self.add = self.add_action(str(_("Bijlage")))
        self.add.setObjectName("addAttachment")
        self.add.clicked.connect(self.pick)
        self.photos.add_requested.connect(self.pick)
        self.photos.opened.connect(self.open_file)
        self.photos.removed.connect(self.remove)
        self.photos.redaction_requested.connect(self.redact)
        self.intake.ready.connect(self._store)
        self.intake.failed.connect(self.stage.announce)

    def show_record(self, ref: Ref) -> None:
        """The files of a record."""
        self.ref = ref
        found = self.desk.attachments(ref)
        self._files = {file["id"]: file for file in found}
        self.photos.show_photos([file for file in found if file["is_photo"]])
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._file_row(file) for file in found if not file["is_photo"]]
        self.set_count(str(len(self._rows)) if self._rows else "")
        self.set_folded(not self._rows)

    def _file_row(self, file: Mapping[str, Any]) -> FileRow:
        row = FileRow(file, not self.desk.file(file["sha256"]).exists())
        row.opened.connect(lambda: self.open_file(file["id"]))
        row.removed.connect(lambda: self.remove(file["id"]))
        self.body.addWidget(row)
        return row

    # --- adding --------------------------------------------------------------------------------------------------------

    def pick(self) -> None:
        """Choose files with the system's own dialog."""
        names, _filter = QFileDialog.getOpenFileNames(self, str(_("Foto's of bestanden toevoegen")))
        if names:
            self.take([Path(name) for name in names])

    def take_mime(self, mime: QMimeData) -> bool:
        """Take what was dropped or pasted; False when there is nothing to take."""
        paths, pictures = from_clipboard(mime)
        if paths or pictures:
            self.take(paths, pictures)
        return bool(paths or pictures)

    def take(self, paths: list[Path], pictures: list[tuple[str, bytes]] | None = None) -> None:
        """Make files ready and hang them on the record that is shown now, whatever is shown by then."""
        self._for = self.ref
        self.intake.take(paths, pictures or ())

    def _store(self, files: list[Incoming]) -> None:
        if self._for is not None:
            attach(self.desk, self._for, files, self)
            told = ngettext("{name} toegevoegd", "{n} bestanden toegevoegd", len(files))
            self.stage.announce(told.format(name=files[0].name, n=len(files)), is_undoable=True)

    # --- opening and removing ------------------------------------------------------------------------------------------

    def open_file(self, key: str) -> None:
        """Show a copy with the system's own program: the stored file is named by its content and must not change."""
        file = self._files[key]
        source = self.desk.file(file["sha256"])
        if not source.exists():
            self.stage.announce(str(_("{name} ontbreekt in de werkmap.").format(name=file["title"])))
            return
        folder = Path(tempfile.mkdtemp(prefix="vaartdesk-bijlage-"))
        copy = folder / (Path(str(file["title"])).name or "bijlage")
        shutil.copyfile(source, copy)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def redact(self, key: str) -> None:
        """Black boxes over a stored photo: the new one takes its place, the old one is erased from the log too."""
        file = self._files[key]
        data = self.desk.files.get(str(file["sha256"]))
        if data is None:
            self.stage.announce(str(_("{name} ontbreekt in de werkmap.").format(name=file["title"])))
            return
        dialog = RedactionDialog(data)
        dialog.redacted.connect(lambda jpeg: self._replace(key, jpeg))
        self.stage.show_dialog(self, dialog)

    def _replace(self, key: str, jpeg: bytes) -> None:
        old, file = Ref("attachment", key), self._files[key]
        with self.desk.change(_("Foto onleesbaar gemaakt"), origin=self) as tx:
            name, taken = str(file["title"]), file["taken_at"]
            tx.attach(self._owner(), jpeg, name, mime="image/jpeg", is_photo=True, taken_at=taken)
            tx.delete(old)
            tx.erase(old, ["sha256"])
        self.stage.announce(str(_("Vlak onleesbaar gemaakt")))

    def _owner(self) -> Ref:
        assert self.ref is not None
        return self.ref

    def remove(self, key: str) -> None:
        """Take a file off the record; Ctrl+Z brings it back."""
        with self.desk.change(_("Bijlage verwijderd"), origin=self) as tx:
            tx.delete(Ref("attachment", key))
        self.stage.announce(str(_("Bijlage verwijderd")), is_undoable=True)
