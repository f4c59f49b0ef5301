"""One window a workspace: a second start brings the first one forward and ends."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 500


def server_name(folder: Path) -> str:
    """The local socket of a workspace; a hash, because socket names are short and folders are not."""
    return "vaartdesk-" + hashlib.blake2b(str(folder.absolute()).encode(), digest_size=8).hexdigest()


def call_first(folder: Path) -> bool:
    """Ask a window that is open on this workspace to come forward; False when there is none that answers."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(b"toon\n")
    is_told = socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return is_told


class Doorbell(QObject):
    """Listens for second starts. Made only while the workspace's lock is held, so that a stale socket may be removed."""

    def __init__(self, folder: Path, come_forward: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._come_forward = come_forward
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(server_name(folder))
        self.is_listening = self._server.listen(server_name(folder))
        self._server.newConnection.connect(self._answer)

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self._come_forward()
