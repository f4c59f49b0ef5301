"""Icons take the colour of their token, also after the scheme changed under an icon that was made before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from vaartdesk.core.colours import DARK, LIGHT
from vaartdesk.core.resources import resource
from vaartdesk.ui.icons import WINDOW_SIZES, icon, mark, pixmap, window_icon
from vaartdesk.ui.theme.theme import theme


def inks(image: QImage) -> set[str]:
    """The colours of the fully covered pixels."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name().upper() for colour in pixels if colour.alpha() == 255}


def test_an_icon_is_drawn_in_its_token(dressed: QApplication) -> None:
    theme().set_mode("light")
    assert inks(pixmap("trash-2", QColor(LIGHT.danger.fg), 64).toImage()) == {LIGHT.danger.fg}


def test_an_icon_follows_the_scheme(dressed: QApplication) -> None:
    theme().set_mode("light")
    made = icon("triangle-alert", "danger", "accent_ink")
    light = inks(made.pixmap(QSize(64, 64), 1.0).toImage())
    theme().set_mode("dark")
    dark = inks(made.pixmap(QSize(64, 64), 1.0).toImage())
    chosen = inks(made.pixmap(QSize(64, 64), 1.0, QIcon.Mode.Normal, QIcon.State.On).toImage())
    faint = inks(made.pixmap(QSize(64, 64), 1.0, QIcon.Mode.Disabled).toImage())
    theme().set_mode("light")
    assert (light, dark) == ({LIGHT.danger.fg}, {DARK.danger.fg})
    assert (chosen, faint) == ({DARK.accent_ink}, {DARK.text3})


def test_an_icon_is_sharp_at_its_ratio(dressed: QApplication) -> None:
    made = pixmap("wrench", QColor(LIGHT.text2), 16, 1.5)
    assert made.size() == QSize(24, 24)
    assert made.devicePixelRatio() == 1.5
    assert pixmap("wrench", QColor(LIGHT.text2), 16, 1.5).cacheKey() == made.cacheKey()


def test_an_icon_that_was_not_shipped_is_named(dressed: QApplication) -> None:
    with pytest.raises(FileNotFoundError, match=r"no-such-icon\.svg"):
        pixmap("no-such-icon", QColor("black"))


@pytest.mark.parametrize("path", sorted(Path(resource("icons")).glob("*.svg")), ids=lambda path: path.stem)
def test_every_shipped_icon_can_be_coloured(dressed: QApplication, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "currentColor" in text
    assert 'stroke-width="2"' in text
    found = inks(pixmap(path.stem, QColor(LIGHT.danger.fg), 72).toImage())
    assert LIGHT.danger.fg in found
    assert "#000000" not in found


def test_the_licence_of_the_icons_is_beside_them() -> None:
    assert "ISC License" in Path(resource("icons", "LICENSE-lucide.txt")).read_text(encoding="utf-8")


def test_the_mark_takes_the_accent_and_the_window_icon_has_sizes(dressed: QApplication) -> None:
    theme().set_mode("dark")
    assert DARK.accent in inks(mark(52, 1.0).toImage())
    theme().set_mode("light")
    assert LIGHT.accent in inks(mark(52, 1.0).toImage())
    assert {size.width() for size in window_icon().availableSizes()} == set(WINDOW_SIZES)
