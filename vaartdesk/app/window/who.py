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
    from vaartdesk.app.window.shell import Shell


def initials(name: str) -> str:
    """Two letters: of the first two words, or the first two of one word."""
    words = [w for w in name.replace("-", " ").split() if w[:1].isalpha()]
    return ("".join(w[0] for w in words[:2]) if len(words) > 1 else name[:2]).upper() or "?"


def choices(window: Shell) -> list[tuple[Ref, str]]:
    """Roles in the order of the plan, then the persons who hold one now."""
    found, today = [], window.desk.today
    holders = {
        row["person"]
        for row in window.desk.rows("role_holder")
        if (row["from_on"] is None or row["from_on"] <= today) and (row["to_on"] is None or row["to_on"] >= today)
    }
    for name in ("role", "person"):
        kind = window.desk.kinds[name]
        rows = window.desk.rows(name, None if name == "role" else [key for key in holders if key])
        rows.sort(key=lambda r: (r.get("pos") or "", fold(kind.title_of(r))))
        found += [(Ref(name, row["id"]), kind.title_of(row)) for row in rows]
    return found


def roles_of(window: Shell) -> set[str]:
    """The names of the roles of who sits here."""
    desk, who = window.desk, window.desk.who
    if who is None:
        return set()
    if who.kind == "role":
        return {desk.title(who)}
    held = [row["role"] for row in desk.rows("role_holder") if row.get("person") == who.id]
    return {desk.title(Ref("role", key)) for key in held if key}


def first_tab(window: Shell) -> str:
    """The tab of the role; Vandaag where a role has none."""
    names = roles_of(window)
    return next((tab.name for tab in TABS if set(tab.roles) & names), TABS[0].name)


def show_who(window: Shell) -> None:
    """Name and initials at the foot of the rail."""
    who = window.desk.who
    name = window.desk.title(who) if who else ""
    window.frame.rail.who.set_person(name, initials(name))


def fill_who(window: Shell, menu: QMenu) -> None:
    """One entry a role or person; choosing needs no restart."""
    menu.clear()
    for ref, name in choices(window):
        is_now = ref == window.desk.who
        # A picture takes the place where Qt would draw a tick.
        entry = menu.addAction(icon("check" if is_now else _picture(name)), name)
        entry.setCheckable(True)
        entry.setChecked(is_now)
        entry.triggered.connect(lambda _on=False, ref=ref: choose(window, ref))


def _picture(name: str) -> str:
    """Of a role the icon of its tab."""
    return next((tab.icon for tab in TABS if name in tab.roles), "user")


def pop_who(window: Shell, at: QPoint) -> None:
    """The menu above the button."""
    menu = QMenu(window.frame)
    fill_who(window, menu)
    menu.popup(QPoint(at.x(), at.y() - menu.sizeHint().height()))


def choose(window: Shell, ref: Ref) -> None:
    """Sign with this from now on."""
    window.desk.set_who(ref)
    show_who(window)
    page = window.frame.page("today")
    if page is not None:
        page.start_over()  # type: ignore[attr-defined]
    window.refresh_counts()  # after it: Vandaag counts what it shows to who sits here now


def ask_who(window: Shell) -> None:
    """Once, at the first start: everything is signed with it."""
    told = _("VaartDesk ondertekent elke wijziging met wie je bent en opent jouw tabblad. Je kunt dit altijd wisselen.")
    dialog = Dialog(str(_("Wie zit hier?")), str(told), width=440)
    dialog.setObjectName("whoDialog")
    for ref, name in choices(window):
        button = Button(name, kind="secondary")
        button.clicked.connect(lambda _on=False, ref=ref: _answer(window, dialog, ref))
        dialog.body.addWidget(button)
    window.frame.show_dialog(dialog)


def _answer(window: Shell, dialog: Dialog, ref: Ref) -> None:
    dialog.accept()
    choose(window, ref)
    window.frame.show_tab(first_tab(window))
