"""What every letter of the team has in common: to whom, from whom, and how the house can be reached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.text import _
from vaartdesk.flows.sender import sender
from vaartdesk.pdf.letter import Letter, print_letters
from vaartdesk.schema.ref import Ref, Values

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

REACH: Final = ("house_address", "house_phone", "house_email", "house_website")
"""Settings of the team: a line each at the upper right of a letter."""


def address_of(desk: Desk, key: str | None, attention: str = "") -> tuple[str, ...]:
    """The lines in the window of the envelope: name, for whose attention, street, postcode with town; () for nobody."""
    ref = desk.ref(key) if key else None
    values = desk.get(ref) if ref is not None else None
    if ref is None or values is None:
        return (attention,) if attention else ()
    house = _house_of(desk, ref, values)
    names = [values["title"]]
    if house is not None and house["title"] != values["title"]:
        # A person is written to at the organisation: its name first, as the post wants it.
        names = [house["title"], str(_("t.a.v. {name}").format(name=values["title"]))]
    if attention:
        names.append(str(_("t.a.v. {name}").format(name=attention)))
    where = values if values["address"] or house is None else house
    # Two blanks between postcode and town, as the post asks; blanks that hold, for others fold into one.
    town = "\u00a0\u00a0".join(part for part in (where["postcode"], where["town"]) if part)
    return tuple(line for line in (*names, where["address"], town) if line)


def _house_of(desk: Desk, ref: Ref, values: Values) -> Values | None:
    key = values.get("organisation") if ref.kind == "person" else None
    return desk.get(Ref("organisation", key)) if key else None


def house_town(desk: Desk) -> str:
    """Where letters are written: the setting ``house_town``."""
    return str(desk.setting("house_town", str(_("Assen"))))


def letter(desk: Desk, to: tuple[str, ...], subject: str, text: str, **more: Any) -> Letter:
    """A letter of today from the house; ``more`` are fields of Letter."""
    on: date = desk.today
    return Letter(to, subject, text, on, place=house_town(desk), **more)


def print_all(desk: Desk, letters: Sequence[Letter]) -> tuple[bytes, tuple[str, ...]]:
    """(PDF, warnings)."""
    reach = [str(desk.setting(name, "")) for name in REACH]
    result = print_letters(letters, sender(desk), desk.clock.now(), [line for line in reach if line])
    return result.data, result.warnings
