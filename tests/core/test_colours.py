from __future__ import annotations

from dataclasses import fields

import pytest

from vaartdesk.core.colours import DARK, LIGHT, STATES, Scheme, contrast, rgb

both = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("rail", "window", "surface", "raised", "sunken", "hover", "selection")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.005)
    assert contrast("#123456", "#123456") == 1
    assert rgb("#0072B2") == (0, 114, 178)


@pytest.mark.parametrize("colour", ["0072B2", "#0072B", "#0072B2FF", "#GGGGGG"])
def test_another_form_is_no_colour(colour: str) -> None:
    with pytest.raises(ValueError):
        rgb(colour)


@pytest.mark.accept("G10")
@both
@pytest.mark.parametrize("token", ["text1", "text2", "text3", "accent_ink"])
def test_text_is_readable_on_every_ground(scheme: Scheme, token: str) -> None:
    assert min(contrast(getattr(scheme, token), getattr(scheme, ground)) for ground in GROUNDS) >= 4.5


@pytest.mark.parametrize(
    ("scheme", "token", "ratio"),
    [
        (LIGHT, "text1", 13.31),
        (DARK, "text1", 10.38),
        (LIGHT, "text3", 4.73),
        (DARK, "text3", 4.52),
        (LIGHT, "accent_ink", 6.04),
        (DARK, "accent_ink", 6.46),
    ],
)
def test_the_tokens_are_those_that_were_measured(scheme: Scheme, token: str, ratio: float) -> None:
    lowest = min(contrast(getattr(scheme, token), getattr(scheme, ground)) for ground in GROUNDS)
    assert lowest == pytest.approx(ratio, abs=0.01)


@pytest.mark.accept("G10")
@both
def test_controls_can_be_seen(scheme: Scheme) -> None:
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5
    assert contrast(scheme.accent_ink, scheme.accent_soft) >= 4.5
    assert min(contrast(scheme.focus, getattr(scheme, ground)) for ground in GROUNDS) >= 3
    assert min(contrast(scheme.line, getattr(scheme, ground)) for ground in ("window", "surface", "raised")) >= 3


@pytest.mark.accept("G10")
@both
@pytest.mark.parametrize("name", STATES)
def test_states_are_readable_as_chip_as_text_and_as_bar(scheme: Scheme, name: str) -> None:
    state = scheme.state(name)
    assert contrast(state.fg, state.soft) >= 4.5
    assert contrast(state.fg, scheme.surface) >= 4.5
    assert contrast(state.solid, scheme.window) >= 3


@pytest.mark.accept("G10")
@both
@pytest.mark.parametrize("letter", "ABCDEF")
def test_theme_lines_are_readable_as_text_badge_and_bar(scheme: Scheme, letter: str) -> None:
    line = scheme.theme_line(letter)
    assert contrast(line.ink, line.soft) >= 4.5
    assert contrast(line.ink, scheme.badge_letter) >= 4.5
    assert contrast(line.base, scheme.surface) >= 3


@both
def test_organisation_is_no_line_and_neutral(scheme: Scheme) -> None:
    assert scheme.theme_line("").ink == scheme.theme_line("O").ink == scheme.neutral.fg


@both
def test_every_token_is_a_colour(scheme: Scheme) -> None:
    for field in fields(scheme):
        value = getattr(scheme, field.name)
        if isinstance(value, str):
            assert rgb(value)
