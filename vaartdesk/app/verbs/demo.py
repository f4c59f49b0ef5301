"""``vaartdesk demo``: an empty workspace filled with the work plan and an example year."""

from __future__ import annotations

import argparse

from vaartdesk.app.cli import UsageError
from vaartdesk.app.demo.fill import Amounts, fill
from vaartdesk.app.place import place
from vaartdesk.app.session import open_for_writing
from vaartdesk.core.clock import Clock
from vaartdesk.core.text import _

TOLD = ("ticket", "event", "action", "meeting", "decision", "goal", "contract", "premises", "signal")
"""The kinds whose numbers are told, in this order."""


def run(arguments: argparse.Namespace, clock: Clock | None) -> int:
    """Fill it and say what is in it now."""
    if arguments.years < 1 or arguments.scale < 1:
        raise UsageError(str(_("--years en --scale zijn minstens 1.")))
    where = place(arguments.data_dir, clock)
    with open_for_writing(where, may_make=True) as desk:
        made = fill(desk, Amounts(arguments.years, arguments.scale))
        kinds = desk.kinds
    print(_("Voorbeelden gemaakt in {folder}:").format(folder=where.folder))
    for name in TOLD:
        print(f"  {made[name]:>7} {kinds[name].plural}")
    print(f"  {made['organisation'] + made['person']:>7} {_('contacten')}")
    print(f"  {made['photo']:>7} {_('foto’s')}")
    print(_("Alles is gemerkt als voorbeeld. Zoek op ‘voorbeeld’, of maak het met Ctrl+Z ongedaan."))
    return 0
