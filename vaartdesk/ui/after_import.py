"""What needs a large library waits for it beside the window instead of in it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

from PySide6.QtCore import QObject, Signal


def is_imported(module: str) -> bool:
    """Whether a module is there, whole."""
    found = sys.modules.get(module)
    return found is not None and not getattr(found.__spec__, "_initializing", False)


class AfterImport(QObject):
    """Imports a module on a thread of its own, then does ``act`` once, in the window's thread."""

    _imported = Signal()

    def __init__(self, module: str, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._module = module
        self._imported.connect(act)
        # No daemon: an interpreter that ends in the middle of an import may crash.
        threading.Thread(target=self._work, name=f"import {module}").start()

    def _work(self) -> None:
        import_module(self._module)
        with suppress(RuntimeError):  # whoever waited is gone
            self._imported.emit()
