"""Ctrl+K: the palette over records of every kind and the commands of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaartdesk.app.registry import TABS
from vaartdesk.app.window.menu import commands
from vaartdesk.ui.finding import PaletteCommand
from vaartdesk.ui.palette import Palette

if TYPE_CHECKING:
    from vaartdesk.app.window.shell import Shell


def open_palette(window: Shell) -> None:
    """Show it over the window."""
    offered = [PaletteCommand(e.name, e.label.replace("&", ""), e.icon, e.key, e.run) for e in commands(window)]
    window.frame.show_dialog(Palette(window.desk, window.stage, offered, news=_news(window)))


def _news(window: Shell) -> list[str]:
    """What one makes on the tab that is on top, then what the other tabs are for."""
    now = window.frame.current_tab()
    tabs = sorted((tab for tab in TABS if tab.kinds), key=lambda tab: tab.name != now)
    return [tab.kinds[0] for tab in tabs]
