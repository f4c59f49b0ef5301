"""``vaartdesk agenda``: the agenda of a meeting as a PDF, alone or with all its papers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from vaartdesk.app.place import place
from vaartdesk.app.session import open_for_reading
from vaartdesk.core.clock import Clock
from vaartdesk.core.text import _, ngettext
from vaartdesk.flows.agenda_paper import find_meeting, write_agenda, write_pack


def run(arguments: argparse.Namespace, clock: Clock | None) -> int:
    """Write the file and say what it holds; warnings go to stderr."""
    with open_for_reading(place(arguments.data_dir, clock)) as desk:
        meeting = find_meeting(desk, arguments.meeting)
        target = Path(arguments.out)
        result = (write_pack if arguments.pack else write_agenda)(desk, meeting, target)
        title = desk.title(meeting)
    for warning in result.warnings:
        print(f"vaartdesk: {warning}", file=sys.stderr)
    pages = ngettext("{n} bladzijde", "{n} bladzijden", result.pages).format(n=result.pages)
    print(_("Agenda van {title} geschreven: {file} ({pages})").format(title=title, file=target, pages=pages))
    return 0
