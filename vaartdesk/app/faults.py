"""A log of faults without personal data, for whoever mends them: where, not what was typed."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from vaartdesk import __version__

logger = logging.getLogger("vaartdesk")
NAME = "vaartdesk.log"


class _WhereOnly(logging.Formatter):
    """File, line and function of each step and the kind of error; never its message, which may quote a record."""

    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        kind, _error, trace = ei
        lines = []
        while trace is not None:
            code = trace.tb_frame.f_code
            lines.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return "\n".join([*lines, f"  {kind.__name__ if kind else '?'}"])


class _FirstFault(logging.Handler):
    """Opens the log when there is something to write: what turns its files brings sockets and pickles along, at every start."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.ERROR)
        self._path = path
        self._log: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._log is None:
            from logging.handlers import RotatingFileHandler

            self._log = RotatingFileHandler(self._path, maxBytes=500_000, backupCount=2, encoding="utf-8")
            self._log.setFormatter(_WhereOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
        self._log.emit(record)

    def close(self) -> None:
        if self._log is not None:
            self._log.close()
        super().close()


def keep_log(folder: Path) -> Path:
    """Faults of this process go to ``folder/vaartdesk.log``; hard crashes too."""
    path = folder / NAME
    logger.addHandler(_FirstFault(path))
    faulthandler.enable((folder / "vaartdesk-crash.log").open("a", encoding="utf-8"))
    sys.excepthook = _report
    threading.excepthook = lambda args: _report(args.exc_type, args.exc_value, args.exc_traceback)
    return path


def _report(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logger.error("fault in version %s", __version__, exc_info=(kind, error or kind(), trace))
    sys.__excepthook__(kind, error or kind(), trace)
