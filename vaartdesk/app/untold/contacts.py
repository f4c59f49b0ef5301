"""Contacten as the window shows it: the family's own views, and who has not been told yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.contacts.view import page
from vaartdesk.ui.views import View

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

VIEW = "untold"


def build(desk: Desk, stage: Stage) -> QWidget:
    """The page for the window."""

    def untold() -> QWidget:
        from vaartdesk.app.untold.page import UntoldPage  # asks several kinds: not before it is looked at

        return UntoldPage(desk, stage, str(_("Contacten")))

    return page.build(desk, stage, more=(View(VIEW, str(_("Nog te melden")), "mail", (), untold),))
