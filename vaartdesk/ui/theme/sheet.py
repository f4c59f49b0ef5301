"""The one stylesheet of the application, generated from the tokens.

It dresses real Qt widgets; what is painted by hand (rail, rows, chips, segments) reads the tokens itself. Widgets are
told apart by dynamic properties: `kind` (primary, secondary, quiet, danger), `look` (card, page, detail ...), `role`
(a text colour), `state` (error), `form` (small). Never `size`: that is a property of every QWidget already.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from string import Template
from typing import Final

from vaartdesk.core.colours import Scheme, State
from vaartdesk.ui.theme.fonts import font, line_height
from vaartdesk.ui.theme.sizes import BUTTON, BUTTON_SMALL, FIELD, INPUT, TARGET_LARGE

GROUND: Final = """
QMainWindow, QWidget[look="page"] { background: $window; }
QWidget[look="detail"] { background: $surface; }
QWidget[look="rail"] { background: $rail; border: none; border-right: 1px solid $border; }
QFrame[look="card"] { background: $surface; border: 1px solid $border; border-radius: 6px; }
QFrame[look="dialog"] { background: $raised; border-radius: 10px; }
QFrame[look="groove"] { background: $groove; border-radius: 6px; }
QFrame[look="well"] { background: $sunken; border-radius: 6px; }
QFrame[look="notice"] { background: $warning_soft; border-radius: 6px; }
QFrame[look="alarm"] { background: $danger_soft; border-radius: 6px; }
QFrame[look="decision"] { background: $accent_soft; border: 1px solid $accent; border-radius: 6px; }
QFrame[look="rule"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="toast"] { background: $text1; border-radius: 6px; }
QScrollArea, QScrollArea > QWidget > QWidget[look="plain"] { background: transparent; border: none; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover, QSplitter::handle:pressed { background: $line; }
"""

TEXT: Final = """
QLabel { background: transparent; }
QLabel[role="text2"] { color: $text2; }
QLabel[role="text3"] { color: $text3; }
QLabel[role="accent_ink"] { color: $accent_ink; }
QLabel[role="info"] { color: $info_fg; }
QLabel[role="success"] { color: $success_fg; }
QLabel[role="warning"] { color: $warning_fg; }
QLabel[role="danger"] { color: $danger_fg; }
QLabel[role="window"] { color: $window; }
QLabel[look="key"] { color: $text3; background: $window; border: 1px solid $border; border-radius: 4px; padding: 1px 5px; }
"""

BUTTONS: Final = """
QPushButton { color: $text1; background: $surface; border: 1px solid $border; border-radius: 6px; padding: 0 12px;
  min-height: ${button}px; font-weight: $medium; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $selection; }
QPushButton:disabled { color: $text3; background: $groove; border-color: $groove; }
QPushButton:focus { outline: none; }
QPushButton[kind="primary"] { color: $on_accent; background: $accent; border-color: $accent; padding: 0 14px;
  font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_press; border-color: $accent_press; }
QPushButton[kind="primary"]:disabled { color: $text3; background: $groove; border-color: $groove; }
QPushButton[kind="quiet"] { color: $text2; background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:checked { background: $selection; }
QPushButton[kind="link"] { color: $accent_ink; background: transparent; border-color: transparent; padding: 0 6px; }
QPushButton[kind="link"]:hover { background: $hover; }
QPushButton[kind="offer"] { color: $text3; background: transparent; border-color: transparent; font-weight: 400;
  font-size: ${meta_points}pt; }
QPushButton[kind="offer"]:hover { color: $text1; background: $hover; }
QPushButton[kind="danger"] { color: $danger_fg; }
QPushButton[kind="toast"] { color: $window; background: transparent; border: none; padding: 0 8px; font-weight: 600; }
QPushButton[kind="toast"]:hover { text-decoration: underline; }
QPushButton[form="small"] { min-height: ${button_small}px; padding: 0 10px; }
QPushButton[form="inline"] { min-height: ${button_small}px; padding: 0; text-align: left; }
QPushButton[kind="offer"] { padding: 0 8px 0 0; }
QPushButton::menu-indicator { image: none; width: 0; }
QToolButton { color: $text2; background: transparent; border: 1px solid transparent; border-radius: 6px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked, QToolButton:open { background: $selection; }
QToolButton[look="framed"] { background: $surface; border-color: $border; }
QToolButton[look="framed"]:hover { background: $hover; }
QToolButton:disabled { color: $text3; }
QToolButton::menu-indicator { image: none; width: 0; }
"""

INPUTS: Final = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { color: $text1; background: $surface;
  border: 1px solid $border; border-radius: 4px; padding: 0 7px; selection-background-color: $selection;
  selection-color: $text1; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${input}px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { background: transparent; border: none; min-height: 0;
  padding: 0 5px; }
QPlainTextEdit, QTextEdit { padding: 5px 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $focus; padding-left: 6px; padding-right: 6px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { min-height: ${input_focus}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 4px 3px; }
QLineEdit[form="large"] { min-height: ${large}px; }
QLineEdit[form="large"]:focus { min-height: ${large_focus}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $text3;
  background: $sunken; }
*[look="field"] { background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 0 6px;
  min-height: ${field}px; }
*[look="field"]:hover { background: $hover; border-color: $hover; }
*[look="field"]:focus { background: $surface; border: 2px solid $focus; padding: 0 6px; min-height: ${field}px; }
*[look="field"][readOnly="true"]:hover { background: transparent; border-color: transparent; }
QPlainTextEdit[look="field"], QPlainTextEdit[look="field"]:focus { padding: 1px 7px; }
QPlainTextEdit[form="reading"], QPlainTextEdit[form="reading"]:focus { padding: 1px 5px; }
*[look="bare"], *[look="bare"]:focus { background: transparent; border: none; padding: 0; }
*[state="error"], *[state="error"]:focus, *[state="error"]:hover { background: $surface;
  border: 2px solid $danger_solid; }
QComboBox::drop-down { border: none; width: 22px; subcontrol-position: center right; }
QComboBox::down-arrow { image: url("$mark_down"); width: 14px; height: 14px; }
QComboBox[look="field"]::down-arrow { image: none; }
QComboBox[look="field"]:hover::down-arrow, QComboBox[look="field"]:focus::down-arrow { image: url("$mark_down"); }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 18px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url("$mark_up"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$mark_down"); width: 10px; height: 10px; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: 22px; }
QCheckBox, QRadioButton { color: $text1; spacing: 8px; min-height: ${target}px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $line;
  background: $surface; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $focus; width: 12px; height: 12px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:checked { image: url("$mark_check"); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$mark_part"); }
QRadioButton::indicator:checked { image: url("$mark_dot"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $groove; border-color: $border; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $groove; }
QSlider::handle:horizontal { width: 16px; margin: -6px 0; border-radius: 8px; background: $accent; }
QProgressBar { background: $groove; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""

VIEWS: Final = """
QAbstractItemView { color: $text1; background: transparent; border: none; outline: none;
  selection-background-color: $selection; selection-color: $text1; alternate-background-color: $sunken; }
QTableView, QTreeView { gridline-color: $border; }
QTableView::item, QTreeView::item { padding: 0 8px; border: none; }
QTableView::item:hover, QTreeView::item:hover { background: $hover; }
QTableView::item:selected, QTreeView::item:selected { background: $selection; color: $text1; }
QTableView[look="painted"]::item:hover, QTableView[look="painted"]::item:selected { background: transparent; }
QAbstractItemView::indicator { width: 14px; height: 14px; border: 1px solid $line; background: $surface; }
QAbstractItemView::indicator:checked { background: $accent; border-color: $accent; image: url("$mark_check"); }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { color: $text3; background: transparent; border: none; border-bottom: 1px solid $border;
  padding: 4px 8px; font-weight: 600; }
QComboBox QAbstractItemView, QListView[look="popup"] { background: $raised; border: 1px solid $border;
  padding: 4px; }
#filterPopup QListView[look="popup"] { border: none; padding: 0; }
QComboBox QAbstractItemView::item, QListView[look="popup"]::item { min-height: ${target}px; padding: 0 8px;
  border-radius: 5px; }
QComboBox QAbstractItemView::item:hover, QListView[look="popup"]::item:hover { background: $hover; }
QComboBox QAbstractItemView::item:selected, QListView[look="popup"]::item:selected { background: $selection;
  color: $text1; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $thumb; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 2px 2px 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px 2px 2px 2px; }
QScrollBar::handle:vertical:hover { margin: 2px 1px 2px 1px; border-radius: 5px; background: $line; }
QScrollBar::handle:horizontal:hover { margin: 1px 2px 1px 2px; border-radius: 5px; background: $line; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabWidget QTabBar::tab { color: $text2; background: transparent; border: none; padding: 6px 12px; margin: 0 2px; }
QTabWidget QTabBar::tab:hover { background: $hover; }
QTabWidget QTabBar::tab:selected { color: $accent_ink; border-bottom: 2px solid $accent; }
QCalendarWidget QWidget { alternate-background-color: $raised; }
QCalendarWidget QAbstractItemView { background: $raised; }
QCalendarWidget QAbstractItemView:disabled { color: $text3; }
QCalendarWidget #qt_calendar_navigationbar { background: $raised; border-bottom: 1px solid $border; }
QCalendarWidget QToolButton { color: $text1; min-height: ${target}px; min-width: ${target}px; font-weight: 600; }
QCalendarWidget #qt_calendar_prevmonth { qproperty-icon: url("$mark_left"); }
QCalendarWidget #qt_calendar_nextmonth { qproperty-icon: url("$mark_right"); }
"""

MENUS: Final = """
QMenuBar { background: $rail; color: $text1; border-bottom: 1px solid $border; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 5px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; color: $text1; border: 1px solid $border; padding: 5px; }
QMenu::item { padding: 6px 24px 6px 10px; border-radius: 5px; }
QMenu::item:selected { background: $selection; color: $text1; }
QMenu::item:disabled { color: $text3; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 6px; }
QMenu::indicator:checked { image: url("$mark_check_menu"); }
QMenu::right-arrow { image: url("$mark_right"); width: 14px; height: 14px; right: 6px; }
QMenu::separator { height: 1px; background: $border; margin: 5px 6px; }
QToolTip { background: $raised; color: $text1; border: 1px solid $border; padding: 4px 6px;
  font-size: ${meta_points}pt; }
QStatusBar { background: $window; color: $text2; }
QDialog, QMessageBox, QWizard { background: $raised; }
"""


def stylesheet(scheme: Scheme, marks: Mapping[str, str]) -> str:
    """The stylesheet of a scheme; `marks` are the paths of the small pictures."""
    return Template(GROUND + TEXT + BUTTONS + INPUTS + VIEWS + MENUS).substitute(_names(scheme), **marks)


def _names(scheme: Scheme) -> dict[str, str]:
    """Every token under its own name, states as `danger_fg`, lengths without their borders."""
    names = {field.name: getattr(scheme, field.name) for field in fields(scheme)}
    for key, value in list(names.items()):
        if isinstance(value, State):
            names |= {f"{key}_{part}": colour for part, colour in asdict(value).items()}
    tallest = round(line_height("body"))
    lengths = {
        "button": max(BUTTON, tallest + 10) - 2,
        "button_small": max(BUTTON_SMALL, tallest + 6) - 2,
        "input": max(INPUT, tallest + 10) - 2,
        "input_focus": max(INPUT, tallest + 10) - 4,
        "large": TARGET_LARGE - 2,
        "large_focus": TARGET_LARGE - 4,
        "field": max(FIELD, tallest + 6) - 4,
        "target": max(FIELD, tallest + 4),
        "medium": font("body", 500).weight().value,
        "meta_points": round(font("meta").pointSizeF(), 2),
    }
    names["thumb"] = scheme.seg_on if scheme.is_dark else scheme.border
    return {key: str(value) for key, value in (names | lengths).items()}
