"""The one object that knows which scheme is shown; everything painted asks it, everything styled hears from it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from vaartdesk.core.colours import DARK, LIGHT, Line, Scheme, State
from vaartdesk.schema.listing import Tone
from vaartdesk.ui.theme.dressing import dress
from vaartdesk.ui.theme.fonts import base_font
from vaartdesk.ui.theme.marks import Marks
from vaartdesk.ui.theme.palette import palette
from vaartdesk.ui.theme.sheet import stylesheet

Mode = Literal["system", "light", "dark"]

HINTS: dict[Mode, Qt.ColorScheme] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Scheme and mode of the whole program.

    `mode` is what the user chose ("system" follows the desktop at run time), `scheme` what is shown now. `changed`
    comes after palette and stylesheet are in place; widgets that keep colours of their own refresh on it.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mode: Mode = "system"
        self._scheme = LIGHT
        self._marks = Marks()
        self._is_installed = False

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def is_dark(self) -> bool:
        return self._scheme.is_dark

    def install(self, app: QApplication, mode: Mode = "system") -> None:
        """Dress the application: Fusion, font, palette, stylesheet. A second call only sets the mode."""
        if not self._is_installed:
            app.setStyle("Fusion")
            app.setFont(base_font(app.font()))
            hints = app.styleHints()
            hints.colorSchemeChanged.connect(self._follow)
            hints.accessibility().contrastPreferenceChanged.connect(self._follow)
            self._is_installed = True
        self.set_mode(mode)

    def set_mode(self, mode: Mode) -> None:
        """Show the system's scheme, or light or dark whatever the system says."""
        self._mode = mode
        if self._is_installed:
            hints = QApplication.styleHints()
            hints.setColorScheme(HINTS[mode])  # title bars and native dialogs follow where the platform can
        self._follow()

    def _follow(self) -> None:
        """Apply the scheme that mode and system now ask for; nothing happens when it is already shown."""
        wanted = _contrasting(self._wanted())
        if wanted != self._scheme or (self._is_installed and not _app().styleSheet()):
            self._scheme = wanted
            self.refresh()

    def _wanted(self) -> Scheme:
        if self._mode == "system":
            is_dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if is_dark else LIGHT
        return DARK if self._mode == "dark" else LIGHT

    def refresh(self) -> None:
        """Write palette and stylesheet again and tell everybody; also after the application font changed."""
        if self._is_installed:
            dress(_app(), palette(self._scheme), stylesheet(self._scheme, self._marks.paths(self._scheme)))
        self.changed.emit()

    def colour(self, token: str) -> QColor:
        """The colour of a token ("text2"), of a state's text ("danger"), or of a theme line's ink ("B")."""
        scheme = self._scheme
        if token in scheme.lines:
            return QColor(scheme.lines[token].ink)
        value = getattr(scheme, token)
        return QColor(value.fg if isinstance(value, State) else value)

    def state(self, tone: Tone) -> State:
        """The three colours of a tone; "accent" is built of the accent tokens."""
        scheme = self._scheme
        if tone == "accent":
            return State(scheme.accent_ink, scheme.accent_soft, scheme.accent)
        return scheme.state(tone)

    def ink(self, tone: Tone) -> QColor:
        """The colour of text and icons in a tone; neutral is text2."""
        return self.colour("text2") if tone == "neutral" else QColor(self.state(tone).fg)

    def line(self, letter: str) -> Line:
        """The colours of a theme line; an unknown letter is neutral."""
        return self._scheme.theme_line(letter)


def _contrasting(scheme: Scheme) -> Scheme:
    """The scheme with real outlines and darker small text where the system asks for more contrast."""
    preference = QApplication.styleHints().accessibility().contrastPreference()
    if preference != Qt.ContrastPreference.HighContrast:
        return scheme
    return replace(scheme, border=scheme.line, text3=scheme.text2, text2=scheme.text1)


def _app() -> QApplication:
    """The running application; a theme is never installed without one."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


@cache
def theme() -> Theme:
    """The theme of this process."""
    return Theme()
