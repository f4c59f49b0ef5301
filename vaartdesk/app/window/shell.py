"""What the parts of the window may ask of it: so that they need not know how it is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from vaartdesk.schema.ref import Ref
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.frame import MainFrame
    from vaartdesk.ui.hearing import Hearing
    from vaartdesk.ui.stage import Stage


class Shell(Protocol):
    """The window, as its parts see it."""

    frame: MainFrame
    desk: Desk
    stage: Stage
    hearing: Hearing
    is_closing: bool

    def announce(self, sentence: str, is_undoable: bool) -> None: ...

    def refresh_counts(self) -> None: ...

    def roles(self) -> set[str]:
        """The names of the roles of who sits here."""

    def show_kind(self, kind: str) -> None: ...

    def new_record(self) -> None: ...

    def new_signal(self) -> None: ...

    def print_current(self) -> None: ...

    def print_record(self, ref: Ref) -> None: ...

    def back_up(self) -> None: ...

    def put_back(self, source: Path) -> None: ...

    def undo(self) -> None: ...

    def redo(self) -> None: ...

    def find(self) -> None: ...
