"""What every test stands on: a still clock, no network, no display, a home of its own, and no silent warnings."""

from __future__ import annotations

import logging
import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Before Qt is first imported, which pytest-qt does when it is configured.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "XDG_RUNTIME_DIR" not in os.environ:  # Qt warns where a session has none
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="vaartdesk-run-")

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from still import NOW
from vaartdesk.core.clock import FixedClock
from vaartdesk.store.desk import Desk
from workspace import open_desk

# The same examples every time, so that a red suite is red for everybody; no folder of finds in the checkout.
settings.register_profile("suite", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("suite")

# A test tells what comes, not how soon: on a machine that does other work too it may take a while.
PATIENCE_MS = 30_000
for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed, QtBot.waitActive):
    wait.__kwdefaults__ = {**(wait.__kwdefaults__ or {}), "timeout": PATIENCE_MS}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--crashes", type=int, default=20, help="how many seeded moments to kill a working process at")


@pytest.fixture
def clock() -> FixedClock:
    """Tuesday 24 November 2026, half past nine in Assen."""
    return FixedClock(NOW)


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    """An open workspace without a record."""
    with open_desk(tmp_path / "werkmap", clock) as opened:
        yield opened


@pytest.fixture
def planned_desk(tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    """An open workspace with the facts of the work plan."""
    with open_desk(tmp_path / "werkmap", clock, planned=True) as opened:
        yield opened


@pytest.fixture
def crashes(request: pytest.FixtureRequest) -> int:
    """How many seeded moments to kill a working process at."""
    return int(request.config.getoption("--crashes"))


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """The program opens no connection by itself, so neither does a test; local sockets of the system are fine."""

    def refuse(self: socket.socket, address: Any) -> Any:
        raise AssertionError(f"a test tried to reach the network: {address}")

    def local_only(method: Any) -> Any:
        def guarded(self: socket.socket, address: Any) -> Any:
            is_local = self.family == getattr(socket, "AF_UNIX", None)
            return method(self, address) if is_local else refuse(self, address)

        return guarded

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, local_only(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", lambda host, *rest, **named: refuse(None, host))  # type: ignore[arg-type]
        yield


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing of the user is read or written: data, settings, cache and log lie in a folder that is thrown away."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("VAARTDESK_DATA_DIR", raising=False)
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(name, str(home / name.lower()))
        yield


class _Errors(logging.Handler):
    """Keeps what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def log_errors() -> Iterator[list[str]]:
    """What was logged as an error, as `logger: message`; a test that expects one takes it out, the rest is a failure."""
    errors, root = _Errors(), logging.getLogger()
    root.addHandler(errors)
    yield errors.lines
    root.removeHandler(errors)
    assert not errors.lines, "logged as error, and not expected"
