"""``vaartdesk`` without a verb: open the window."""

from __future__ import annotations

import argparse
import logging

from PySide6.QtWidgets import QMessageBox

from vaartdesk.app.faults import keep_log
from vaartdesk.app.session import Place, config_folder, open_for_writing, place, state_folder
from vaartdesk.app.window.start import after_paint, application, frame, warm_up
from vaartdesk.core.clock import Clock
from vaartdesk.ui.frame import MainFrame

logger = logging.getLogger(__name__)


def run(arguments: argparse.Namespace, clock: Clock | None) -> int:
    """Show the frame at once, then fill it; returns when the window is closed."""
    keep_log(state_folder())
    where = place(arguments.data_dir, clock)
    app = application()
    shown = frame(config_folder() / "venster.ini")
    shown.show()
    after_paint(lambda: _fill(shown, where))
    return int(app.exec())


def _fill(shown: MainFrame, where: Place) -> None:
    from vaartdesk.app.window.assembly import Window  # SQLAlchemy and the kinds: only after the first paint
    from vaartdesk.store.errors import WorkspaceError, translate

    try:
        desk = open_for_writing(where, may_make=True)
    except (WorkspaceError, OSError) as error:
        QMessageBox.critical(shown, "VaartDesk", str(translate(error) or error))
        shown.close()
        return
    window = Window(shown, desk)
    window.show_first()
    warm_up(window)
