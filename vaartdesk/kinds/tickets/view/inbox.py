"""What comes in by mail or chat and becomes a ticket: dropped on the list or the window, or pasted (T21)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from vaartdesk.core.progress import Progress
from vaartdesk.core.text import _
from vaartdesk.formats.chat import read_chat
from vaartdesk.formats.copied_mail import read_copied
from vaartdesk.formats.mail import Enclosure, MailError
from vaartdesk.formats.received import Received, read_eml
from vaartdesk.kinds.tickets.commands import received
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.form.incoming import PHOTOS, Incoming, from_clipboard, prepared, read_file
from vaartdesk.ui.question import ask_anyway
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.work import do_beside

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.form.photo_intake import PhotoIntake
    from vaartdesk.ui.stage import Stage

MAILS: Final = (".eml", ".msg")
TEXTS: Final = (".txt",)
RFC822: Final = "message/rfc822"
SHOWN: Final = ("reporter_name", "reporter_email", "reporter_phone", "description")
"""What a message fills beside the four fields of a quick entry, to be looked at before it is kept."""


class Entry(Protocol):
    """A quick entry that a message is put into."""

    photos: PhotoIntake

    def fill(self, values: Mapping[str, Any], shown: Sequence[str] = ()) -> None: ...

    def tell(self, remark: str) -> None: ...


Enter = Callable[[Mapping[str, Any]], Entry]


def is_mail(mime: QMimeData) -> bool:
    """Whether a mail is dragged."""
    return mime.hasFormat(RFC822) or any(Path(url.toLocalFile()).suffix.lower() in MAILS for url in mime.urls())


class Inbox(QObject):
    """``enter(values)`` opens the quick entry of a ticket; what was read is put into it, and nothing is kept before Enter."""

    def __init__(self, desk: Desk, stage: Stage, page: QWidget, enter: Enter) -> None:
        super().__init__(page)
        self.desk, self.stage, self.page, self.enter = desk, stage, page, enter

    # --- what is offered -----------------------------------------------------------------------------------------------

    @staticmethod
    def takes(mime: QMimeData) -> bool:
        """Whether a ticket can be made of what is dragged."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        return mime.hasFormat(RFC822) or any(path.suffix.lower() in (*MAILS, *TEXTS, *PHOTOS) for path in paths)

    def take_clipboard(self) -> bool:
        """Begin a ticket of what was copied; an empty clipboard is none at all on some systems."""
        mime: QMimeData | None = QApplication.clipboard().mimeData()
        return mime is not None and self.take_mime(mime)

    def take_mime(self, mime: QMimeData) -> bool:
        """Begin a ticket of what was dropped or pasted; False where there is nothing to begin with."""
        if mime.hasFormat(RFC822):
            self.take_mail(bytes(mime.data(RFC822).data()), "")
            return True
        paths, pictures = from_clipboard(mime)
        if paths:
            return self.take_files(paths)
        if pictures:
            self.enter({}).photos.take((), pictures)
            return True
        return mime.hasText() and self.take_text(mime.text())

    def take_files(self, paths: Sequence[Path]) -> bool:
        """A mail, a chat that was written to a file, or photos; False for anything else."""
        mails = [path for path in paths if path.suffix.lower() in MAILS]
        chats = [path for path in paths if path.suffix.lower() in TEXTS]
        photos = [path for path in paths if path.suffix.lower() in PHOTOS]
        if mails:
            self._read(mails[0])
            if len(mails) > 1:
                self.stage.announce(str(_("Eén mail tegelijk: de eerste wordt een melding.")))
        elif chats:
            self._read_chat(chats[0], photos)
        elif photos:
            self.enter({}).photos.take(photos)
        return bool(mails or chats or photos)

    def take_text(self, text: str) -> bool:
        """A ticket of pasted words, of a mail or a chat; False where there are none."""
        mail = read_copied(text)
        if mail is not None:
            self._show(mail)
            return True
        values = received.of_chat(self.desk, read_chat(text))
        if values:
            self._fill(self.enter({}), values)
        return bool(values)

    # --- mail ----------------------------------------------------------------------------------------------------------

    def _read(self, path: Path) -> None:
        try:
            data = read_file(path)
        except ValueError as error:
            self.stage.announce(str(error))
            return
        self.take_mail(data, path.name)

    def take_mail(self, data: bytes, name: str) -> None:
        """Read it beside the window, and show what it says."""

        def act(progress: Progress) -> Received:
            progress(0.0)
            try:
                return read_eml(data)
            except MailError as error:
                raise Refused([Problem("", f"{name}: {error}" if name else str(error))]) from error

        do_beside(self.page.window(), str(_("Mail lezen")), act, self._show, self.stage.announce)  # type: ignore[arg-type]

    def _show(self, mail: Received) -> None:
        known = received.ticket_of(self.desk, mail)
        if known is not None:
            number = (self.desk.get(known) or {}).get("number", "")
            self.stage.open(known)
            self.stage.announce(str(_("Van deze mail is al melding {number} gemaakt.").format(number=number)))
            return
        about = received.answered(self.desk, mail)
        if about is not None:
            self._ask_where(about, mail)
        else:
            self._begin(mail)

    def _ask_where(self, ref: Ref, mail: Received) -> None:
        """A mail with a ticket's number in its subject: an answer mostly."""
        number = str((self.desk.get(ref) or {}).get("number") or "")
        title = str(_("Hoort deze mail bij {number}?").format(number=number))
        told = str(
            _("{who} schrijft: {subject}").format(who=mail.sender_name or mail.sender_email, subject=mail.subject)
        )
        dialog = Dialog(title, told)
        dialog.setObjectName("whichTicket")
        new = dialog.add_button(Button(str(_("Nieuwe melding")), kind="quiet"), accepts=False)
        new.setObjectName("newTicket")
        new.clicked.connect(lambda: QTimer.singleShot(0, self, lambda: self._begin(mail)))
        add = dialog.add_button(
            Button(str(_("Bij {number} voegen").format(number=number)), kind="primary", key="Enter"), accepts=True
        )
        add.setObjectName("addToTicket")
        add.clicked.connect(lambda: self._prepare(ref, mail))
        self.stage.show_dialog(self.page, dialog)

    def _prepare(self, ref: Ref, mail: Received) -> None:
        """Its photos are made small beside the window, as all photos are."""

        def act(progress: Progress) -> tuple[list[Incoming], list[str]]:
            kept, wrong = list[Incoming](), list[str]()
            enclosed = [*mail.pictures, *mail.files]
            for place, file in enumerate(enclosed):
                progress(place / len(enclosed))
                try:
                    kept.append(prepared(file.name, file.data))
                except ValueError as error:  # PhotoError is one
                    wrong.append(f"{file.name}: {error}")
            return kept, wrong

        def done(made: tuple[list[Incoming], list[str]]) -> None:
            self._add(ref, mail, *made)

        do_beside(self.page.window(), str(_("Mail lezen")), act, done, self.stage.announce)  # type: ignore[arg-type]

    def _add(self, ref: Ref, mail: Received, files: list[Incoming], wrong: list[str]) -> None:
        try:
            received.add_mail(self.desk, ref, mail, files)
        except Refused as refused:
            again = partial(self._add, ref, mail, files, wrong)
            ask_anyway(self.page, self.desk, self.stage, refused.problems, again)
            return
        self.stage.open(ref)
        number = str((self.desk.get(ref) or {}).get("number") or "")
        told = [str(_("{number}: mail toegevoegd").format(number=number)), *wrong]
        self.stage.announce(". ".join(told), is_undoable=True)

    def _begin(self, mail: Received) -> None:
        entry = self.enter({})
        self._fill(entry, received.of_mail(self.desk, mail))
        files: list[Enclosure] = [*mail.pictures, *mail.files]
        if files:
            entry.photos.take((), [(file.name, file.data) for file in files])
        if mail.remarks:
            entry.tell(" ".join(mail.remarks))

    def _read_chat(self, path: Path, photos: Sequence[Path]) -> None:
        try:
            text = read_file(path)[: 4 * received.MOST].decode("utf-8", "replace")
        except ValueError as error:
            self.stage.announce(str(error))
            return
        values = received.of_chat(self.desk, read_chat(text))
        if not values:
            self.stage.announce(str(_("{name} is leeg.").format(name=path.name)))
            return
        entry = self.enter({})
        self._fill(entry, values)
        if photos:
            entry.photos.take(photos)

    # --- into the quick entry ------------------------------------------------------------------------------------------

    @staticmethod
    def _fill(entry: Entry, values: Mapping[str, Any]) -> None:
        entry.fill(values, shown=SHOWN)
