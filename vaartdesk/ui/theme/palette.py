"""The tokens as a QPalette, so that completers, tooltips and Qt's own dialogs match the painted parts."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QPalette

from vaartdesk.core.colours import Scheme

Role = QPalette.ColorRole

ROLES: Final[dict[Role, str]] = {
    Role.Window: "window",
    Role.Base: "surface",
    Role.AlternateBase: "sunken",
    Role.Text: "text1",
    Role.WindowText: "text1",
    Role.PlaceholderText: "text3",
    Role.Button: "surface",
    Role.ButtonText: "text1",
    Role.BrightText: "on_accent",
    Role.Highlight: "selection",
    Role.HighlightedText: "text1",
    Role.Accent: "accent",
    Role.Link: "accent_ink",
    Role.LinkVisited: "accent_ink",
    Role.ToolTipBase: "raised",
    Role.ToolTipText: "text1",
    Role.Light: "surface",
    Role.Midlight: "hover",
    Role.Mid: "border",
    Role.Dark: "line",
    Role.Shadow: "border",
}
MUTED: Final = (Role.Text, Role.WindowText, Role.ButtonText, Role.HighlightedText)


def palette(scheme: Scheme) -> QPalette:
    """A palette of the scheme's tokens; disabled text takes text3."""
    made = QPalette()
    for role, token in ROLES.items():
        made.setColor(role, QColor(getattr(scheme, token)))
    for role in MUTED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(scheme.text3))
    return made
