"""Black boxes drawn on a photo are burned into the stored copy, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from keyboard import press
from sample_records import Samples
from vaartdesk.formats.photo import read_photo
from vaartdesk.store.desk import Desk
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.form.redaction import RedactionDialog
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.stage import Stage


def jpeg() -> bytes:
    made = BytesIO()
    Image.new("RGB", (800, 400), (200, 180, 160)).save(made, "JPEG")
    return read_photo(made.getvalue()).jpeg


def is_black(data: bytes, x: float, y: float) -> bool:
    image = Image.open(BytesIO(data)).convert("L")
    return int(image.getpixel((round(x * (image.width - 1)), round(y * (image.height - 1))))) < 12  # type: ignore[arg-type]


@pytest.fixture
def dialog(qtbot: QtBot, dressed: QApplication) -> RedactionDialog:
    made = RedactionDialog(jpeg())
    qtbot.addWidget(made)
    made.resize(720, 560)
    made.show()
    qtbot.waitExposed(made)
    return made


def burned(dialog: RedactionDialog) -> bytes:
    found: list[bytes] = []
    dialog.redacted.connect(found.append)
    dialog.burn_button.click()
    return found[0]


@pytest.mark.accept("T10")
def test_a_dragged_box_is_black_in_the_copy_and_the_rest_is_not(dialog: RedactionDialog) -> None:
    assert not dialog.burn_button.isEnabled()
    rect = dialog.canvas.picture_rect()
    start = QPoint(round(rect.left() + 0.2 * rect.width()), round(rect.top() + 0.3 * rect.height()))
    end = QPoint(round(rect.left() + 0.5 * rect.width()), round(rect.top() + 0.7 * rect.height()))
    QTest.mousePress(dialog.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(dialog.canvas, end)
    QTest.mouseRelease(dialog.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    data = burned(dialog)
    assert is_black(data, 0.35, 0.5)
    assert not is_black(data, 0.1, 0.5)
    assert not is_black(data, 0.6, 0.5)


@pytest.mark.accept("T10", "G10")
def test_a_box_is_made_moved_and_sized_by_keyboard(dialog: RedactionDialog) -> None:
    canvas = dialog.canvas
    canvas.setFocus()
    press(canvas, "Ins")
    for _step in range(60):
        press(canvas, "Left")
        press(canvas, "Up")
    press(canvas, "Shift+Right")
    press(canvas, "Ins")
    press(canvas, "Del")
    assert len(canvas.boxes) == 1
    data = burned(dialog)
    assert is_black(data, 0.05, 0.05)
    assert not is_black(data, 0.5, 0.5)


def test_a_click_without_a_drag_makes_no_box(dialog: RedactionDialog) -> None:
    QTest.mouseClick(dialog.canvas, Qt.MouseButton.LeftButton)
    assert dialog.canvas.boxes == []
    assert not dialog.burn_button.isEnabled()


@pytest.fixture
def page(bare_desk: Desk, samples: Samples, qtbot: QtBot, dressed: QApplication) -> Iterator[RecordPage]:
    with bare_desk.change("Foto") as tx:
        tx.attach(samples.pilot, jpeg(), "straat.jpg", mime="image/jpeg", is_photo=True)
    made = RecordPage(bare_desk, bare_desk.kinds["action"], Stage())
    qtbot.addWidget(made)
    made.show()
    made.show_record(samples.pilot)
    qtbot.waitUntil(made.files.photos.isVisible)
    yield made
    made.close()


@pytest.mark.accept("T10")
def test_a_stored_photo_is_replaced_and_the_old_one_is_named_nowhere(
    page: RecordPage, bare_desk: Desk, samples: Samples
) -> None:
    before = bare_desk.attachments(samples.pilot)[0]
    page.files.redact(before["id"])
    dialog = page.window().findChild(RedactionDialog)
    assert dialog is not None
    dialog.canvas.setFocus()
    press(dialog.canvas, "Ins")
    dialog.burn_button.click()
    after = bare_desk.attachments(samples.pilot)
    assert [file["title"] for file in after] == ["straat.jpg"]
    assert after[0]["sha256"] != before["sha256"]
    assert is_black(bare_desk.file(after[0]["sha256"]).read_bytes(), 0.5, 0.5)
    with bare_desk.read() as reader:
        from sqlalchemy import text

        named = reader.connection.execute(
            text("select count(*) from change where value like :sha"), {"sha": f"%{before['sha256']}%"}
        ).scalar()
    assert named == 0


@pytest.mark.accept("T10")
def test_a_new_photo_is_redacted_before_it_is_kept(
    bare_desk: Desk, samples: Samples, qtbot: QtBot, dressed: QApplication, photo_file: Callable[[], Path]
) -> None:
    entry = QuickEntry(bare_desk, bare_desk.kinds["action"], Stage())
    qtbot.addWidget(entry)
    entry.show()
    entry.photos.take([photo_file()])
    first = entry.photos.finished()[0].data
    path = bare_desk.file(bare_desk.files.put(first))
    entry.photos.open_redaction()
    dialog = entry.window().findChild(RedactionDialog)
    assert dialog is not None
    dialog.canvas.setFocus()
    press(dialog.canvas, "Ins")
    dialog.burn_button.click()
    assert is_black(entry.photos.files[0].data, 0.5, 0.5)
    assert not path.exists()
    kept = bare_desk.file(bare_desk.files.put(entry.photos.files[0].data))
    entry.reject()
    assert not kept.exists()
