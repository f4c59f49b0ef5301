"""What every chapter of the tour works with, and what people do on every record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from vaartdesk.app.tour.hand import Hand, Stopped
from vaartdesk.app.tour.story import Days, Made
from vaartdesk.app.tour.telling import Teller
from vaartdesk.app.window.assembly import Window
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.ref import Ref, Values

BODY = "Binnenstadbestuur"


@dataclass
class Scene:
    """The window with a hand on it. ``desk`` is looked into only to compare what stands on the screen with it."""

    window: Window
    hand: Hand
    days: Days
    teller: Teller
    out: Path
    made: Made = field(default_factory=Made)

    def become(self, role: str) -> None:
        """Somebody else sits down: the button at the foot of the rail."""
        self.hand.click("who", self.window.frame.rail)
        self.hand.pick(role)

    def record(self, kind: str) -> tuple[Ref, Values]:
        """The newest record of a kind."""
        desk = self.window.desk
        rows = desk.rows(kind)
        if not rows:
            raise Stopped(_("Er is geen {kind} gemaakt.").format(kind=desk.kinds[kind].label))
        ref = Ref(kind, max(row["id"] for row in rows))
        return ref, desk.get(ref) or {}

    def made_by(self, kind: str, act: Callable[[], object]) -> Values:
        """Do something that makes a record of this kind. Raises Stopped when it did not."""
        change = self.hand.change(act)
        fresh = [ref for ref in change.changed if ref.kind == kind]
        if not fresh:
            raise Stopped(_("Er is geen {kind} gemaakt.").format(kind=self.window.desk.kinds[kind].label))
        return self.window.desk.get(fresh[0]) or {}

    def find(self, words: str) -> None:
        """Ctrl+K, a word, Enter."""
        self.hand.press("Ctrl+K")
        self.hand.see("paletteLine", QWidget)
        self.hand.type(f"{words}\n")

    def command(self, name: str) -> None:
        """A command of the record on top: its button, or its entry behind the three dots where there is no room."""
        detail = self.hand.see("detail", QWidget)
        shown = self.hand.seen(name, QPushButton, detail)
        if shown:
            self.hand.click_on(shown[0])
            return
        label = detail.findChild(QPushButton, name)
        if label is None:
            raise Stopped(_("Deze opdracht is er niet: {name}.").format(name=name))
        self.hand.click("more", detail)
        self.hand.pick(label.text())

    def put_forward(self, why: str) -> Values:
        """Agenderen: choose the body, say why, Enter."""
        self.command("agenderen")
        self.hand.fill("body", BODY)
        self.hand.press("Return")
        self.hand.fill("explanation", why)
        return self.made_by("stock_topic", lambda: self.hand.click("agree"))

    def expect(self, is_so: bool, sentence: str) -> None:
        """Raises Stopped with the sentence when it is not so."""
        if not is_so:
            raise Stopped(sentence)
