"""What can stand in the way when a window opens its workspace, and what the person may choose (S4)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from vaartdesk.core.text import _
from vaartdesk.store.errors import plainly
from vaartdesk.store.location import Unsafe
from vaartdesk.store.lock import Holder
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.frame import MainFrame
from vaartdesk.ui.scrim import Dialog

Act = Callable[[], None]


def ask_when_locked(frame: MainFrame, holder: Holder, read: Act, copy: Act, leave: Act) -> Dialog:
    """Somebody else has the workspace open: look only, work in a copy, or leave."""
    where = str(_("dit apparaat")) if holder.is_here else holder.host
    title = str(_("Deze werkmap is al open op {where}").format(where=where))
    told = _(
        "Twee vensters die tegelijk schrijven kunnen elkaar in de weg zitten. Je kunt meekijken, of verder in een kopie."
    )
    return _choices(
        frame,
        title,
        str(told),
        ((_("Annuleren"), "", leave), (_("Lokale kopie maken"), "copy", copy), (_("Alleen lezen"), "eye", read)),
    )


def ask_when_unsafe(frame: MainFrame, found: Unsafe, go_on: Act, copy: Act, leave: Act) -> Dialog:
    """The workspace lies where an open database can be damaged."""
    if found.kind == "wolk":
        told = _(
            "Deze map wordt gesynchroniseerd ({name}). Een open database kan daar beschadigd raken. Zet alleen "
            "uitwisselbestanden in deze map."
        )
    else:
        told = _("Deze map ligt op een netwerk ({name}). Een open database kan daar beschadigd raken.")
    return _choices(
        frame,
        str(_("Deze map is geen veilige plek")),
        str(told.format(name=found.name)),
        ((_("Annuleren"), "", leave), (_("Toch openen"), "", go_on), (_("Lokale kopie maken"), "copy", copy)),
    )


def tell_and_leave(frame: MainFrame, sentence: str, leave: Act, put_back: Act | None = None) -> Dialog:
    """It cannot be opened: what happened, what is safe, what to do. ``put_back``: there are copies to choose from."""
    choices = [(_("Sluiten"), "", leave)]
    if put_back is not None:
        choices.append((_("Reservekopie terugzetten…"), "history", put_back))
    return _choices(frame, str(_("VaartDesk kan deze werkmap niet openen")), sentence, tuple(choices))


def _choices(frame: MainFrame, title: str, told: str, choices: tuple[tuple[str, str, Act], ...]) -> Dialog:
    dialog = Dialog(title, told, width=520)
    dialog.setObjectName("arrivalDialog")
    for place, (label, icon, act) in enumerate(choices):
        is_last = place == len(choices) - 1
        button = Button(str(label), icon, "primary" if is_last else "quiet" if place == 0 else "secondary")
        button.setObjectName(f"choice{place}")
        dialog.add_button(button, accepts=True)
        button.clicked.connect(lambda _on=False, act=act: act())
    dialog.finished.connect(lambda is_agreed: None if is_agreed else choices[0][2]())
    frame.show_dialog(dialog)
    return dialog


def local_copy(folder: Path, target: Path) -> Path:
    """A copy of a workspace to go on in; an existing copy is left alone and the new one gets a number."""
    place, number = target, 1
    while place.exists():
        number += 1
        place = target.with_name(f"{target.name} {number}")
    with plainly():
        place.mkdir(parents=True)
        for name in ("vaartdesk.db", "vaartdesk.db-wal"):
            if (folder / name).exists():
                shutil.copy2(folder / name, place / name)
        if (folder / "files").exists():
            shutil.copytree(folder / "files", place / "files")
    return place
