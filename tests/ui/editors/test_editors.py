"""Every editor: what it shows, what it reads, and how it is used by keyboard."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from keyboard import press, type_text
from vaartdesk.schema.field import Field
from vaartdesk.schema.types.amounts import MinutesType, MoneyType, NumberType
from vaartdesk.schema.types.base import Option
from vaartdesk.schema.types.contact import EmailType, PhoneType, PostcodeType
from vaartdesk.schema.types.references import LinksType, RefType
from vaartdesk.schema.types.texts import ChoiceType, FlagType, LongTextType, TextType
from vaartdesk.schema.types.times import DayType, LocalTimeType, MomentType
from vaartdesk.store.desk import Desk
from vaartdesk.ui.editors.choice_segments import SegmentsEditor, suits_segments
from vaartdesk.ui.editors.day import DayEditor, LocalEditor
from vaartdesk.ui.editors.editor import Editor
from vaartdesk.ui.editors.long import LongEditor
from vaartdesk.ui.editors.registry import EDITORS

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

LEVELS = ChoiceType(options=(Option("laag", "Laag"), Option("gewoon", "Gewoon"), Option("hoog", "Hoog", "arrow-up")))


def test_every_editor_name_of_a_field_type_has_a_widget() -> None:
    types = (
        TextType, LongTextType, ChoiceType, FlagType, DayType, MomentType, LocalTimeType, NumberType, MoneyType,
        MinutesType, EmailType, PhoneType, PostcodeType, RefType, LinksType,
    )  # fmt: skip
    assert {type_.editor for type_ in types} <= EDITORS.keys()


@pytest.mark.parametrize(
    ("type_", "value", "shown", "typed", "read"),
    [
        (TextType(), "Brink", "Brink", "  Kop  van de Brink ", "Kop van de Brink"),
        (NumberType(decimals=1), 219, "21,9", "7,8", 78),
        (NumberType(unit="dagen"), 5, "5", "7 dagen", 7),
        (NumberType(grouped=False), 2026, "2026", "2027", 2027),
        (MoneyType(), 750_000, "€\u00a07.500,00", "12,50", 1250),
        (MinutesType(), 15, "15", "1:30", 90),
        (EmailType(), "a@b.nl", "a@b.nl", "Jan@Voorbeeld.NL", "Jan@voorbeeld.nl"),
        (PhoneType(), "+31612345678", "06 12345678", "0592 123456", "+31592123456"),
        (PostcodeType(), "9401 AB", "9401 AB", "9401jh", "9401 JH"),
        (DayType(), date(2026, 11, 24), "di 24-11-2026", "4 dec", date(2026, 12, 4)),
        (LocalTimeType(), datetime(2026, 11, 24, 19, 30), "di 24-11-2026 19:30", "za 28 nov 20.00", datetime(2026, 11, 28, 20)),  # noqa: DTZ001
        (MomentType(), datetime(2026, 11, 24, 8, 30, tzinfo=UTC), "di 24-11-2026 09:30", "24-11-2026 10:00", datetime(2026, 11, 24, 9, tzinfo=UTC)),
    ],
    ids=lambda value: type(value).__name__ if hasattr(value, "editor") else None,
)  # fmt: skip
def test_a_line_shows_the_value_and_reads_what_is_typed(
    show: Any, type_: Any, value: Any, shown: str, typed: str, read: Any
) -> None:
    it = show(type_)
    it.editor.show_value(value)
    assert it.line.text() == shown
    assert it.editor.value() == value
    assert not it.editor.is_dirty
    it.retype(typed)
    assert it.editor.is_dirty
    assert it.editor.value() == read


def test_enter_and_tab_leave_a_line_once(show: Any) -> None:
    it = show(TextType())
    it.retype("Iets")
    press(it.line, "Return")
    assert it.left == 1
    press(it.line, "Tab")
    assert it.other.hasFocus()


def test_a_sentence_stands_under_the_field_and_for_the_screen_reader(show: Any) -> None:
    it = show(DayType(), hint="bijvoorbeeld 24 nov")
    it.box.show_problem("November heeft 30 dagen.")
    label = it.box.findChild(QWidget, "field_problem")
    assert label is not None
    assert label.isVisible()
    assert it.line.accessibleDescription() == "November heeft 30 dagen."
    it.box.show_problem("")
    assert not label.isVisible()
    assert it.line.accessibleDescription() == "bijvoorbeeld 24 nov"


def test_every_editor_has_an_accessible_name(show: Any) -> None:
    for type_ in (
        TextType(),
        LongTextType(),
        LEVELS,
        FlagType(),
        DayType(),
        RefType(target="role"),
        LinksType(target="role"),
    ):
        it = show(type_)
        found = QAccessible.queryAccessibleInterface(it.editor.focus_widget)
        assert "Veld" in found.text(QAccessible.Text.Name), type_


def test_up_and_down_walk_through_the_days(show: Any) -> None:
    it = show(DayType())
    it.editor.show_value(date(2026, 12, 31))
    it.editor.focus()
    press(it.line, "Up")
    assert it.editor.value() == date(2027, 1, 1)
    press(it.line, "Down")
    press(it.line, "Down")
    assert it.editor.value() == date(2026, 12, 30)


def test_the_calendar_opens_by_key_starts_the_week_on_monday_and_picks(show: Any) -> None:
    it = show(DayType())
    editor = it.editor
    assert isinstance(editor, DayEditor)
    editor.show_value(date(2026, 11, 24))
    popup = editor.open_calendar()
    assert popup.calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert popup.calendar.selectedDate() == QDate(2026, 11, 24)
    popup.calendar.setSelectedDate(QDate(2026, 12, 1))
    popup.calendar.activated.emit(QDate(2026, 12, 1))
    assert editor.value() == date(2026, 12, 1)
    assert it.left >= 1
    assert not popup.isVisible()


def test_picking_a_day_keeps_the_time(show: Any) -> None:
    it = show(LocalTimeType())
    editor = it.editor
    assert isinstance(editor, LocalEditor)
    editor.show_value(datetime(2026, 11, 24, 19, 30))  # noqa: DTZ001
    popup = editor.open_calendar()
    popup.calendar.activated.emit(QDate(2026, 12, 1))
    assert editor.value() == datetime(2026, 12, 1, 19, 30)  # noqa: DTZ001


def test_a_choice_saves_when_left_and_never_by_the_wheel(show: Any) -> None:
    it = show(LEVELS)
    box = it.editor.widget
    assert isinstance(box, QComboBox)
    it.editor.show_value("gewoon")
    it.editor.focus()
    middle = QPoint(10, 10)
    wheel = QWheelEvent(
        middle, box.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, wheel)
    assert it.editor.value() == "gewoon"
    press(box, "Down")
    assert it.left == 0
    assert it.editor.value() == "hoog"
    press(box, "Escape")
    assert it.editor.value() == "gewoon"
    press(box, "Down")
    it.other.setFocus()
    assert it.left == 1


def test_a_choice_keeps_a_value_of_a_newer_version(show: Any) -> None:
    it = show(LEVELS)
    it.editor.show_value("extreem")
    assert it.editor.value() == "extreem"
    assert it.editor.widget.currentText() == "extreem"


def test_an_optional_choice_can_be_emptied_and_a_required_one_cannot(show: Any) -> None:
    assert show(LEVELS).editor.widget.itemText(0) == ""
    assert show(LEVELS, required=True).editor.widget.itemText(0) == "Laag"


def test_a_flag_saves_with_a_click(show: Any) -> None:
    it = show(FlagType())
    box = it.editor.widget
    assert isinstance(box, QCheckBox)
    it.editor.show_value(False)
    box.click()
    assert it.left == 1
    assert it.editor.value() is True


def test_a_long_text_grows_and_saves_with_ctrl_enter(show: Any) -> None:
    it = show(LongTextType())
    area = it.editor.widget
    assert isinstance(area, QPlainTextEdit)
    assert isinstance(it.editor, LongEditor)
    it.editor.show_value("Een regel")
    low = area.height()
    it.editor.focus()
    type_text(area, "\nTwee\nDrie\nVier")
    QApplication.processEvents()
    assert area.height() > low + 2 * area.fontMetrics().height()
    assert it.left == 0
    press(area, "Ctrl+Return")
    assert it.left == 1
    assert it.editor.value().splitlines() == ["Twee", "Drie", "VierEen regel"]
    press(area, "Escape")
    assert it.editor.value() == "Een regel"
    press(area, "Tab")
    assert it.other.hasFocus()


def test_few_options_with_a_start_suit_segments(bare_desk: Desk, dressed: QApplication, qtbot: QtBot) -> None:
    field = Field(LEVELS, "Urgentie", name="urgency", default="gewoon")
    assert suits_segments(field)
    assert not suits_segments(Field(LEVELS, "Urgentie"))
    editor = SegmentsEditor(field, bare_desk)
    qtbot.addWidget(editor.widget)
    left: list[bool] = []
    editor.left.connect(lambda: left.append(editor.is_dirty))
    editor.show_value("gewoon")
    assert left == []
    editor.segments.choose("hoog")
    assert left == [True]
    assert editor.value() == "hoog"


def test_a_locked_editor_can_be_read_but_not_changed(show: Any) -> None:
    it = show(TextType())
    it.editor.show_value("Vast")
    it.editor.set_read_only(True)
    it.retype("x")
    assert it.editor.value() == "Vast"


def test_the_base_says_what_a_new_editor_must_do(bare_desk: Desk, dressed: QApplication, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with pytest.raises(NotImplementedError):
        Editor(Field(TextType(), "Veld"), bare_desk, widget).text()
