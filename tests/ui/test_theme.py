"""Tokens reach the WCAG ratios where they are used, and the scheme switches at run time."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from vaartdesk.core.colours import DARK, LIGHT, STATES, Scheme, contrast
from vaartdesk.ui.labels import Label
from vaartdesk.ui.theme.fonts import FACES, SHIPPED_FAMILY, font, line_height
from vaartdesk.ui.theme.palette import ROLES, palette
from vaartdesk.ui.theme.sheet import stylesheet
from vaartdesk.ui.theme.theme import theme

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("rail", "window", "surface", "raised", "sunken", "hover", "selection")
TEXT_LEAST, SHAPE_LEAST = 4.5, 3.0


@SCHEMES
@pytest.mark.parametrize("text", ["text1", "text2", "text3", "accent_ink"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable_on_every_ground(scheme: Scheme, text: str, ground: str) -> None:
    assert contrast(getattr(scheme, text), getattr(scheme, ground)) >= TEXT_LEAST


@SCHEMES
@pytest.mark.parametrize("state", STATES)
def test_a_chip_is_readable_also_on_the_surface_of_a_chosen_row(scheme: Scheme, state: str) -> None:
    colours = scheme.state(state)
    assert contrast(colours.fg, colours.soft) >= TEXT_LEAST
    assert contrast(colours.fg, scheme.surface) >= TEXT_LEAST


@SCHEMES
@pytest.mark.parametrize("state", ["warning", "danger"])
@pytest.mark.parametrize("ground", ["window", "hover", "selection"])
def test_late_text_is_readable_on_every_row(scheme: Scheme, state: str, ground: str) -> None:
    assert contrast(scheme.state(state).fg, getattr(scheme, ground)) >= TEXT_LEAST


@SCHEMES
def test_buttons_and_their_states_are_readable(scheme: Scheme) -> None:
    for ground in (scheme.accent, scheme.accent_hover, scheme.accent_press):
        assert contrast(scheme.on_accent, ground) >= TEXT_LEAST


@SCHEMES
@pytest.mark.parametrize("letter", list("ABCDEF"))
def test_badges_are_readable(scheme: Scheme, letter: str) -> None:
    line = scheme.theme_line(letter)
    fill = line.base if scheme.is_dark else line.ink
    assert contrast(scheme.badge_letter, fill) >= TEXT_LEAST
    assert contrast(line.ink, line.soft) >= TEXT_LEAST


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_focus_ring_shows_on_every_ground(scheme: Scheme, ground: str) -> None:
    assert contrast(scheme.focus, getattr(scheme, ground)) >= SHAPE_LEAST


@SCHEMES
def test_a_toast_is_readable(scheme: Scheme) -> None:
    assert contrast(scheme.window, scheme.text1) >= 7


@SCHEMES
def test_the_palette_holds_the_tokens(qapp: QApplication, scheme: Scheme) -> None:
    made = palette(scheme)
    for role, token in ROLES.items():
        assert made.color(QPalette.ColorGroup.Active, role).name().upper() == getattr(scheme, token)


@SCHEMES
def test_the_stylesheet_names_every_token_by_value(dressed: QApplication, scheme: Scheme) -> None:
    marks = {name: f"{name}.svg" for name in theme()._marks.paths(scheme)}
    sheet = stylesheet(scheme, marks)
    assert "$" not in sheet
    assert scheme.accent_press in sheet
    assert "QPushButton" in sheet


def test_the_scheme_switches_by_own_call(dressed: QApplication, qtbot: QtBot) -> None:
    theme().set_mode("light")
    with qtbot.waitSignal(theme().changed):
        theme().set_mode("dark")
    assert theme().is_dark
    assert dressed.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    assert DARK.accent in dressed.styleSheet()
    with qtbot.assertNotEmitted(theme().changed):
        theme().set_mode("dark")
    theme().set_mode("light")
    assert LIGHT.accent in dressed.styleSheet()


def test_a_button_really_gets_the_new_colour(dressed: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Opslaan")
    button.setProperty("kind", "primary")
    qtbot.addWidget(button)
    button.resize(100, 32)
    button.show()
    seen = []
    for mode, scheme in (("light", LIGHT), ("dark", DARK)):
        theme().set_mode("light" if mode == "light" else "dark")
        seen.append(button.grab().toImage().pixelColor(6, 16).name().upper() == scheme.accent)
    theme().set_mode("light")
    assert seen == [True, True]


def test_type_styles_scale_with_the_application_font(dressed: QApplication, qtbot: QtBot) -> None:
    base = dressed.font()
    label = Label("Losse klinkers", "title")
    qtbot.addWidget(label)
    larger = dressed.font()
    larger.setPointSizeF(base.pointSizeF() * 1.5)
    before = line_height("meta")
    try:
        dressed.setFont(larger)
        for style, face in FACES.items():
            assert font(style).pointSizeF() == pytest.approx(larger.pointSizeF() * face.factor, abs=0.05)
        assert line_height("meta") > before
        theme().refresh()
        assert label.font().pointSizeF() == pytest.approx(larger.pointSizeF() * 1.54, abs=0.05)
    finally:
        dressed.setFont(base)
        theme().refresh()


def test_a_bare_system_gets_the_shipped_font(dressed: QApplication) -> None:
    assert font().family() != "Sans Serif"
    if font().family() == SHIPPED_FAMILY:
        assert font("body", 500).weight() == font("body", 600).weight()


def test_digits_in_columns_are_of_one_width(dressed: QApplication) -> None:
    made = font("meta", tabular=True)
    assert [made.featureValue(tag) for tag in made.featureTags()] == [1]
    assert not font("meta").featureTags()
