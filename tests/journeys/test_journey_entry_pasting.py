"""What is on the clipboard goes where Ctrl+V is pressed: a picture and files beside the fields, words into the field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from journeys.desktop import Desktop, Tickets
from vaartdesk.schema.ref import Ref

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


@pytest.fixture
def tickets(desktop: Desktop) -> Iterator[Tickets]:
    desktop.sit_down("Huismeester")
    yield Tickets(desktop)
    QApplication.clipboard().clear()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "stoep.jpg"
    Image.new("RGB", (640, 480), "brown").save(path, "JPEG")
    return path


def clip(fill: Callable[[QMimeData], None]) -> None:
    """Copy something elsewhere."""
    mime = QMimeData()
    fill(mime)
    QApplication.clipboard().setMimeData(mime)


def picture() -> QImage:
    made = QImage(64, 48, QImage.Format.Format_RGB32)
    made.fill(0x806040)
    return made


def photos(desktop: Desktop) -> list[object]:
    """The photos of the entry, once they are made ready."""
    entry = desktop.hand.see("quickEntry", QWidget)
    return list(entry.photos.finished())  # type: ignore[attr-defined]


@pytest.mark.accept("T10")
def test_a_copied_photo_is_pasted_while_the_cursor_stands_in_a_field(
    desktop: Desktop, tickets: Tickets, photo: Path
) -> None:
    desktop.hand.press("Ctrl+N")
    desktop.hand.type("Bord hangt scheef")
    clip(lambda mime: mime.setImageData(picture()))
    desktop.hand.press("Ctrl+V")
    assert len(photos(desktop)) == 1
    clip(lambda mime: mime.setUrls([QUrl.fromLocalFile(str(photo))]))
    desktop.hand.press("Tab", "Ctrl+V")
    assert len(photos(desktop)) == 2
    assert desktop.hand.read("title") == "Bord hangt scheef", "no path of a file among the words"
    assert desktop.hand.read("place_text") == ""
    desktop.hand.type("Brink 3\tstraatm\t")
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    desk = desktop.window.desk
    (row,) = desk.rows("ticket")
    assert len(desk.attachments(Ref("ticket", row["id"]))) == 2


@pytest.mark.accept("T10")
def test_on_a_record_a_photo_is_pasted_from_within_its_text(desktop: Desktop, tickets: Tickets) -> None:
    tickets.log("Kuil", "Brink 3", "bestrat")
    clip(lambda mime: mime.setImageData(picture()))
    text = desktop.hand.see("description", QPlainTextEdit, desktop.detail())
    desktop.hand.click_on(text)
    desktop.hand.change(lambda: desktop.hand.press("Ctrl+V"))
    desk = desktop.window.desk
    (row,) = desk.rows("ticket")
    assert len(desk.attachments(Ref("ticket", row["id"]))) == 1
    assert text.toPlainText() == ""


def test_words_go_into_the_field_also_when_a_picture_of_them_comes_along(desktop: Desktop, tickets: Tickets) -> None:
    def cells(mime: QMimeData) -> None:
        mime.setText("Kuil bij de brug")
        mime.setImageData(picture())

    clip(cells)
    desktop.hand.press("Ctrl+N", "Ctrl+V")
    assert desktop.hand.read("title") == "Kuil bij de brug"
    assert photos(desktop) == []
