"""The program opens no connection: watched while it does all it can, and read in what its modules import (G9)."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli_terminal import ROOT

WATCH = """
import atexit, os, sys
from pathlib import Path

found = []

def heard(event, args):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"):
        if args[0].family not in (1, getattr(__import__("socket"), "AF_UNIX", 1)):
            found.append((event, args[1]))
    elif event.startswith(("socket.get", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.")):
        if event != "socket.gethostname":
            found.append((event, args))

def open_sockets():
    # What Qt itself might open is told by no hook of Python; Linux tells it for the whole process.
    if not Path("/proc/self/net").exists():
        return
    links = (os.readlink(path) for path in Path("/proc/self/fd").iterdir() if os.path.islink(path))
    mine = {link[8:-1] for link in links if link.startswith("socket:[")}
    for name in ("tcp", "tcp6", "udp", "udp6"):
        listed = Path("/proc/self/net", name)
        for line in listed.read_text().splitlines()[1:] if listed.exists() else ():
            if line.split()[9] in mine:
                found.append((name, line))

sys.addaudithook(heard)
atexit.register(lambda: print("NETWORK", found))
atexit.register(open_sockets)
"""
COMMANDS = """
from datetime import datetime
from vaartdesk.app.cli import main
from vaartdesk.core.clock import FixedClock

clock = FixedClock(datetime.fromisoformat("2026-11-24T09:30:00+01:00"))
folder = Path(sys.argv[1])
def do(*words):
    status = main(["--data-dir", str(folder / "werkmap"), *words], clock)
    open_sockets()
    assert status == 0, words
do("demo")
do("export", "tickets", "-o", str(folder / "meldingen.xlsx"))
do("export", "calendar", "-o", str(folder / "agenda.ics"))
do("import", str(folder / "agenda.ics"))
do("agenda", "-o", str(folder / "agenda.pdf"))
do("backup")
do("check")
"""
TOUR = """
from vaartdesk.app.cli import main
sys.exit(main(["tour", "--out", str(Path(sys.argv[1]) / "rondleiding")]))
"""
WINDOW = """
from PySide6.QtCore import QTimer
from vaartdesk.app import cli
from vaartdesk.app.registry import TABS
from vaartdesk.app.verbs import window

fill = window.Opening._fill
def filled(opening, desk):
    fill(opening, desk)
    QTimer.singleShot(0, lambda: walk(opening.frame, [tab.name for tab in TABS]))

def walk(frame, left):
    open_sockets()
    if left:
        frame.show_tab(left[0])
        print("TAB", frame.current_tab())
        QTimer.singleShot(0, lambda: walk(frame, left[1:]))
    else:
        frame.close()

window.Opening._fill = filled
sys.exit(cli.main(["--data-dir", str(Path(sys.argv[1]) / "werkmap")]))
"""
REACHING = """
import socket
with socket.socket() as own:
    own.settimeout(0.01)
    try:
        own.connect(("127.0.0.1", 9))
    except OSError:
        pass
kept = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
kept.bind(("127.0.0.1", 0))
"""

Run = Callable[[str], list[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the program in a process that notes every attempt to reach a network; returns what it printed."""

    def started(code: str) -> list[str]:
        environment = os.environ | {"PYTHONIOENCODING": "utf-8", "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-c", WATCH + code, str(tmp_path)]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return started


@pytest.mark.accept("G9")
@pytest.mark.parametrize("code", [COMMANDS, TOUR], ids=["commands", "tour"])
def test_no_command_reaches_a_network(run: Run, code: str) -> None:
    assert run(code)[-1] == "NETWORK []"


@pytest.mark.accept("G9")
def test_the_window_reaches_no_network_on_any_tab(run: Run) -> None:
    told = run(WINDOW)
    assert [line for line in told if line.startswith("TAB")] == [
        f"TAB {name}" for name in ("today", "actions", "events", "tickets", "contacts", "meetings")
    ]
    assert told[-1] == "NETWORK []"


def test_an_attempt_would_have_been_noted(run: Run) -> None:
    told = run(REACHING)[-1]
    assert "socket.connect" in told
    assert "socket.bind" in told


@pytest.mark.skipif(not Path("/proc/self/net").exists(), reason="only Linux lists the sockets of a process")
def test_a_socket_that_qt_opens_would_have_been_noted(run: Run) -> None:
    assert "('udp" in run("from PySide6.QtNetwork import QUdpSocket\nkept = QUdpSocket()\nassert kept.bind(0)\n")[-1]


# --- what the modules import -----------------------------------------------------------------------------------------

REACHING_OUT = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "nntplib", "paramiko", "poplib", "psycopg", "pycurl",
    "requests", "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "websockets",
    "xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets",
}  # fmt: skip
ALLOWED = {
    ("store/lock.py", "socket", "gethostname"): "who holds the lock: a name of this machine",
    ("app/window/single.py", "PySide6.QtNetwork", "QLocalServer"): "a socket of this machine: a second start",
    ("app/window/single.py", "PySide6.QtNetwork", "QLocalSocket"): "the same from the other side",
}
"""(file, library, name of it) -> why it is no network."""


def imports(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """(module, name of it that is used) of every import, wherever it stands; `*` for what is not used by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield (whole, "*") if whole in REACHING_OUT else (node.module, alias.name)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                used = {
                    part.attr
                    for part in ast.walk(tree)
                    if isinstance(part, ast.Attribute) and ast.unparse(part.value) == (alias.asname or alias.name)
                }
                yield from ((alias.name, name) for name in used or {"*"})


def reaching(folder: Path) -> set[tuple[str, str, str]]:
    """Every import of a library that can reach a network, as (file, library, name)."""
    found = set()
    for path in folder.rglob("*.py"):
        for module, name in imports(ast.parse(path.read_text("utf-8"))):
            library = next((lib for lib in REACHING_OUT if f"{module}.".startswith(f"{lib}.")), None)
            if library is not None:
                found.add((path.relative_to(folder).as_posix(), library, name))
    return found


@pytest.mark.accept("G9")
def test_no_module_imports_what_could_reach_a_network() -> None:
    assert reaching(ROOT / "vaartdesk") == set(ALLOWED)


@pytest.mark.parametrize(
    "code",
    ["import socket", "from urllib import request", "import urllib.request as r\nr.urlopen('')", "def f():\n import ssl",
     "from http.client import HTTPSConnection", "from PySide6 import QtNetwork"],
)  # fmt: skip
def test_an_import_would_have_been_noted(code: str, tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text(code, encoding="utf-8")
    assert len(reaching(tmp_path)) == 1
