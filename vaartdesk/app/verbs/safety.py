"""``vaartdesk backup``, ``restore`` and ``check``."""

from __future__ import annotations

import argparse
from pathlib import Path

from vaartdesk.app.output import print_json
from vaartdesk.app.place import Place, place
from vaartdesk.app.session import open_for_writing, put_back
from vaartdesk.core.clock import Clock
from vaartdesk.core.text import _, ngettext
from vaartdesk.store import backup, check
from vaartdesk.store.connect import sqlite_connect
from vaartdesk.store.errors import NotFound
from vaartdesk.store.workspace import Workspace


def run(arguments: argparse.Namespace, clock: Clock | None) -> int:
    """Dispatch by verb."""
    where = place(arguments.data_dir, clock)
    return {"backup": _backup, "restore": _restore, "check": _check}[arguments.verb](arguments, where)


def _backup(arguments: argparse.Namespace, where: Place) -> int:
    workspace = Workspace(where.folder)
    workspace.require()
    made = backup.make_backup(workspace, where.clock.now(), "hand", sqlite_connect)
    print(_("Reservekopie gemaakt en nagelezen: {folder}").format(folder=made.folder))
    if arguments.out:
        backup.pack(made, Path(arguments.out))
        print(_("En als één bestand: {file}").format(file=arguments.out))
    return 0


def _restore(arguments: argparse.Namespace, where: Place) -> int:
    source = Path(arguments.file)
    if not source.exists():
        raise NotFound(str(_("{name} is er niet. Er is niets gewijzigd.").format(name=source)))
    before = put_back(where, source)
    if before is None:
        print(_("Teruggezet."))
    else:
        told = _("Teruggezet. Wat er stond is bewaard in {folder}; zet die terug om dit ongedaan te maken.")
        print(told.format(folder=before))
    return 0


def _check(arguments: argparse.Namespace, where: Place) -> int:
    Workspace(where.folder).require()
    with open_for_writing(where) as desk:
        if arguments.opruimen:
            gone = check.tidy(desk)
            check.reindex(desk)
            if not arguments.json:
                print(ngettext("{n} bestand opgeruimd.", "{n} bestanden opgeruimd.", gone).format(n=gone))
        findings = check.check(desk)
    if arguments.json:
        print_json([{"where": finding.where, "sentence": finding.sentence} for finding in findings])
        return 1 if findings else 0
    for finding in findings:
        print(f"{finding.where}: {finding.sentence}")
    if not findings:
        print(_("Alles is heel: database, logboek, zoeken en bijlagen."))
    return 1 if findings else 0
