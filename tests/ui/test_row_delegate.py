"""Rows and group headers: heights, what is painted where, and what the tooltip adds."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyle
from pytestqt.qtbot import QtBot

from vaartdesk.core.colours import DARK, LIGHT
from vaartdesk.schema.listing import Badge, Chip, Due, Header, RowParts
from vaartdesk.ui import painting
from vaartdesk.ui.row_delegate import PARTS, RowDelegate, header_height, paint_header, paint_row, row_height, tooltip
from vaartdesk.ui.theme.theme import theme

State = QStyle.StateFlag
REST = State.State_Enabled
ROW = RowParts(
    "Losse klinkers voor de passage",
    number="M-2026-0133",
    icon="message-square-warning",
    meta=("Mulderstraat 14", "gemeente"),
    badges=(Badge("B", "Prettig & comfortabel"),),
    due=Due("nog 2 werkdagen", "warning", "clock"),
    chip=Chip("Doorgezet", "share", "info"),
)
WIDTH, HEIGHT = 452, 44


def painted(parts: RowParts | Header, state: State = REST, width: int = WIDTH) -> QImage:
    """The row on a transparent ground."""
    image = QImage(QSize(width, HEIGHT), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if isinstance(parts, Header):
        paint_header(painter, QRectF(0, 0, width, 28), parts)
    else:
        paint_row(painter, QRectF(0, 0, width, HEIGHT), parts, state)
    painter.end()
    return image


def has(image: QImage, colour: str, left: int, right: int, top: int = 0, bottom: int = HEIGHT) -> bool:
    """Whether the colour stands, unmixed, in that part of the picture."""
    wanted = QColor(colour)
    return any(image.pixelColor(x, y) == wanted for x in range(left, right) for y in range(top, bottom))


class Rows(QAbstractListModel):
    """A list of parts."""

    def __init__(self, *rows: RowParts | Header) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return len(self.rows)

    def data(self, index: Any, role: int = 0) -> RowParts | Header | None:
        return self.rows[index.row()] if role == PARTS else None


def test_heights_are_those_of_the_design(dressed: QApplication, qtbot: QtBot) -> None:
    view, model = QListView(), Rows(Header("Deze week", 1), ROW)
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(RowDelegate(view))
    assert view.sizeHintForIndex(model.index(0)).height() == header_height() == 28
    assert view.sizeHintForIndex(model.index(1)).height() == row_height() == 44


def test_rows_grow_with_the_font(dressed: QApplication) -> None:
    base = dressed.font()
    larger = dressed.font()
    larger.setPointSizeF(base.pointSizeF() * 2)
    try:
        dressed.setFont(larger)
        assert row_height() > 60
        assert header_height() > 28
    finally:
        dressed.setFont(base)


def test_lateness_is_top_right_and_the_state_below_it(dressed: QApplication) -> None:
    theme().set_mode("light")
    image = painted(ROW)
    assert has(image, LIGHT.warning.fg, 300, WIDTH - 18, 0, 22)
    assert has(image, LIGHT.info.soft, 300, WIDTH - 18, 22, 44)
    assert not has(image, LIGHT.info.soft, 0, WIDTH, 0, 20)
    assert has(image, LIGHT.theme_line("B").soft, 40, 260, 22, 44)


def test_the_chip_of_a_chosen_row_stands_on_surface(dressed: QApplication) -> None:
    theme().set_mode("light")
    image = painted(ROW, State.State_Selected)
    assert has(image, LIGHT.selection, 8, 40)
    assert has(image, LIGHT.surface, 300, WIDTH - 18, 22, 44)
    assert not has(image, LIGHT.info.soft, 0, WIDTH)
    assert not has(image, LIGHT.focus, 0, WIDTH)


def test_focus_is_a_ring_inside_the_row(dressed: QApplication) -> None:
    theme().set_mode("dark")
    image = painted(ROW, State.State_Selected | State.State_HasFocus)
    theme().set_mode("light")
    assert image.pixelColor(9, 22) == QColor(DARK.focus)
    assert image.pixelColor(7, 22).alpha() == 0


def test_hover_has_its_own_ground(dressed: QApplication) -> None:
    theme().set_mode("light")
    assert has(painted(ROW, State.State_MouseOver), LIGHT.hover, 10, 20)


@pytest.mark.parametrize("width", [280, 340, 452, 900])
def test_the_right_part_is_never_elided_nor_painted_over(dressed: QApplication, width: int) -> None:
    theme().set_mode("light")
    assert ROW.due is not None
    assert ROW.chip is not None
    long = RowParts("W" * 90, meta=("W" * 90,), due=ROW.due, chip=ROW.chip, icon="wrench")
    image, right = painted(long, width=width), width - 18
    chip = round(painting.chip_width(ROW.chip, painting.CHIP_ROW))
    due = round(painting.due_width(ROW.due))
    assert not has(image, LIGHT.text1, right - due - 2, width, 0, 22)
    assert not has(image, LIGHT.text3, right - chip - 2, width, 24, 40)
    assert not has(image, LIGHT.text1, right, width)


def test_the_slots_at_the_left(dressed: QApplication) -> None:
    theme().set_mode("light")
    badge = painted(RowParts("Pilot", badge="A"))
    assert has(badge, LIGHT.theme_line("A").ink, 18, 38)
    person = painted(RowParts("Voorzitter", initials="VM"))
    assert has(person, LIGHT.accent_soft, 18, 48)
    organisation = painted(RowParts("Leverancier", initials="KV", is_square=True))
    assert has(organisation, LIGHT.neutral.soft, 18, 21)
    day = painted(RowParts("Bestuur", day=("di", "8")))
    assert has(day, LIGHT.text1, 30, 50, 20, 40)
    alarm = painted(RowParts("Ruit", icon="triangle-alert", icon_tone="danger"))
    assert alarm != painted(RowParts("Ruit", icon="triangle-alert"))


def test_a_header_has_tone_count_and_hairline(dressed: QApplication) -> None:
    theme().set_mode("light")
    image = painted(Header("Over termijn", 3, "danger"))
    assert has(image, LIGHT.danger.fg, 16, 120, 0, 28)
    assert has(image, LIGHT.border, 300, WIDTH - 16, 0, 28)
    assert has(painted(Header("Compact", 3, line="A")), LIGHT.theme_line("A").ink, 16, 120, 0, 28)


def test_the_tooltip_tells_what_is_cut_and_what_letters_mean(dressed: QApplication) -> None:
    assert tooltip(ROW, QRectF(0, 0, 900, HEIGHT)) == "B: Prettig & comfortabel"
    narrow = tooltip(ROW, QRectF(0, 0, 260, HEIGHT))
    assert narrow.splitlines() == [ROW.title, "Mulderstraat 14 · gemeente", "B: Prettig & comfortabel"]
    assert not tooltip(RowParts("Kort"), QRectF(0, 0, 400, HEIGHT))
