"""Who sits behind the program: a person with roles, or a bare role while nobody is entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from vaartdesk.app.registry import TABS
from vaartdesk.core.text import _, fold
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.icons import icon
from vaartdesk.ui.scrim import Dialog

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window


def initials(name: str) -> str:
    """Two letters: of the first two words, or the first two of one word."""
    words = [w for w in name.replace("-", " ").split() if w[:1].isalpha()]
    return ("".join(w[0] for w in words[:2]) if len(words) > 1 else name[:2]).upper() or "?"


class WhoMenu:
    """The button at the foot of the rail and its menu; also Extra > Ik ben..."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def refresh(self) -> None:
        """Show who it is."""
        who = self.window.desk.who
        name = self.window.desk.title(who) if who else ""
        self.window.frame.rail.who.set_person(name, initials(name))

    def choices(self) -> list[tuple[Ref, str]]:
        """Roles in the order of the plan, then persons."""
        desk = self.window.desk
        found = []
        for kind in ("role", "person"):
            rows = desk.rows(kind)
            ordered = sorted(rows, key=lambda r: (r.get("pos") or "", fold(desk.kinds[kind].title_of(r))))
            found += [(Ref(kind, row["id"]), desk.kinds[kind].title_of(row)) for row in ordered]
        return found

    def first_tab(self) -> str:
        """The tab of the role; Vandaag where a role has none."""
        names = self.roles()
        return next((tab.name for tab in TABS if set(tab.roles) & names), TABS[0].name)

    def roles(self) -> set[str]:
        """The names of the roles of who sits here."""
        desk, who = self.window.desk, self.window.desk.who
        if who is None:
            return set()
        if who.kind == "role":
            return {desk.title(who)}
        held = [row["role"] for row in desk.rows("role_holder") if row.get("person") == who.id]
        return {desk.title(Ref("role", key)) for key in held if key}

    def menu(self) -> QMenu:
        """One entry a role or person; choosing needs no restart."""
        made = QMenu(self.window.frame)
        made.setTitle(str(_("Ik ben…")))
        for ref, name in self.choices():
            entry = made.addAction(icon("user" if ref.kind == "person" else "wrench"), name)
            entry.setCheckable(True)
            entry.setChecked(ref == self.window.desk.who)
            entry.triggered.connect(lambda _on=False, ref=ref: self.choose(ref))
        return made

    def pop(self, at: QPoint) -> None:
        """Above the button."""
        menu = self.menu()
        menu.popup(QPoint(at.x(), at.y() - menu.sizeHint().height()))

    def choose(self, ref: Ref) -> None:
        """Sign with this from now on."""
        self.window.desk.set_who(ref)
        self.refresh()
        self.window.counts.refresh()
        page = self.window.frame.page("today")
        if page is not None:
            page.refresh()  # type: ignore[attr-defined]

    def ask(self) -> None:
        """Once, at the first start: everything is signed with it."""
        told = _(
            "VaartDesk ondertekent elke wijziging met wie je bent en opent jouw tabblad. Je kunt dit altijd wisselen."
        )
        dialog = Dialog(str(_("Wie zit hier?")), str(told), width=440)
        dialog.setObjectName("whoDialog")
        for ref, name in self.choices():
            button = Button(name, kind="secondary")
            button.clicked.connect(lambda _on=False, ref=ref: self._answer(dialog, ref))
            dialog.body.addWidget(button)
        self.window.frame.show_dialog(dialog)

    def _answer(self, dialog: Dialog, ref: Ref) -> None:
        dialog.accept()
        self.choose(ref)
        self.window.frame.show_tab(self.first_tab())
