"""``vaartdesk export`` and ``vaartdesk import``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from vaartdesk.app.cli import LISTS, UsageError, complain
from vaartdesk.app.place import Place, place
from vaartdesk.app.session import open_for_reading, open_for_writing, rebuild_from
from vaartdesk.core.clock import Clock
from vaartdesk.core.text import _, fold, ngettext
from vaartdesk.flows.everything import export_everything
from vaartdesk.flows.file_export import WrongForm, export_file
from vaartdesk.flows.file_import import free_name, open_files
from vaartdesk.flows.rebuild import is_everything
from vaartdesk.flows.table_columns import Mapped, called, choices, with_column
from vaartdesk.flows.table_import import Unknown, apply, refused_csv, refused_name, refused_tables
from vaartdesk.flows.table_plan import Plan, State
from vaartdesk.flows.table_source import kind_called
from vaartdesk.schema.kind import Kind
from vaartdesk.store.desk import Desk
from vaartdesk.store.files import write_file

EXPORTS: Final[Mapping[str, tuple[str, ...]]] = {
    **{name: kinds for name, kinds in LISTS.items() if name != "events"},
    "calendar": ("event",),
    "events": ("event",),
    "contacts": ("organisation", "person", "function"),
}
"""Words of the command line -> the kinds they stand for; a kind's own name will do too."""
ALL: Final = "all"
SHOWN: Final = 20
"""So many refused rows are told one by one."""


def run(arguments: argparse.Namespace, clock: Clock | None) -> int:
    """Dispatch by verb."""
    where = place(arguments.data_dir, clock)
    return {"export": _export, "import": _import}[arguments.verb](arguments, where)


# --- export ----------------------------------------------------------------------------------------------------------


def _export(arguments: argparse.Namespace, where: Place) -> int:
    target = Path(arguments.out)
    with open_for_reading(where) as desk:
        if arguments.what == ALL:
            return _everything(desk, target)
        try:
            made = export_file(desk, _kinds(desk, arguments.what), target, with_hidden=arguments.confidential)
        except WrongForm as error:
            raise UsageError(str(error)) from error
    for warning in made.warnings:
        complain(warning, 0)
    told = ngettext("{n} record geschreven: {files}", "{n} records geschreven: {files}", made.count)
    print(told.format(n=made.count, files=", ".join(map(str, made.paths))))
    return 0


def _kinds(desk: Desk, what: str) -> Sequence[str]:
    """The kinds that a word stands for. Raises UsageError, naming what there is."""
    if what in EXPORTS:
        return EXPORTS[what]
    kind = what if what in desk.kinds else kind_called(desk.kinds, what)
    if not kind:
        names = ", ".join([*sorted(EXPORTS), ALL, *sorted(desk.kinds)])
        raise UsageError(_("‘{what}’ ken ik niet. Kies uit {names}.").format(what=what, names=names))
    return (kind,)


def _everything(desk: Desk, target: Path) -> int:
    made = export_everything(desk, target)
    for name in made.missing:
        complain(_("De inhoud van een bijlage ontbreekt: {name}.").format(name=name), 0)
    told = _("Alles geschreven naar {path}: {records} records, {files} bijlagen, logboek van {n} wijzigingen.")
    print(told.format(path=made.path, records=made.records, files=made.files, n=made.transactions))
    return 1 if made.missing else 0


# --- import ----------------------------------------------------------------------------------------------------------


def _import(arguments: argparse.Namespace, where: Place) -> int:
    files = [Path(name) for name in arguments.files]
    if len(files) == 1 and _holds_everything(files[0]):
        count = rebuild_from(where, files[0])
        told = ngettext(
            "Werkmap gemaakt in {folder}, met {n} bijlage.", "Werkmap gemaakt in {folder}, met {n} bijlagen.", count
        )
        print(told.format(folder=where.folder, n=count))
        return 0
    opened = open_for_reading if arguments.proef else open_for_writing
    with opened(where) as desk:
        ready = _plan(desk, files, arguments)
        if not arguments.proef:
            apply(desk, ready)
    return _tell(ready, files, is_trial=arguments.proef)


def _holds_everything(path: Path) -> bool:
    return (path.is_dir() or path.suffix.lower() == ".zip") and is_everything(path)


def _plan(desk: Desk, files: Sequence[Path], arguments: argparse.Namespace) -> Plan:
    kind = ""
    if arguments.kind:
        [kind, *others] = _kinds(desk, arguments.kind)
        if others:
            raise UsageError(_("‘{what}’ is meer dan één soort. Kies uit {names}.").format(
                what=arguments.kind, names=", ".join([kind, *others])))  # fmt: skip
    try:
        opened = open_files(desk, files, kind)
        tables = _with_columns(opened.tables, arguments.column)
        return replace(opened, tables=tables).plan(desk, is_lenient=arguments.onbekend_leeg)
    except Unknown as error:
        raise UsageError(
            _("{sentence} Zeg het met --kind, bijvoorbeeld --kind acties.").format(sentence=error)
        ) from error


def _with_columns(tables: tuple[Mapped, ...], asked: Sequence[str]) -> tuple[Mapped, ...]:
    """The tables with what ``--column`` says of their columns. Raises UsageError."""
    for words in asked:
        heading, equals, field = words.partition("=")
        places = [(n, at) for n, table in enumerate(tables) for at in _places(table, heading)]
        if not equals or not places:
            heads = ", ".join(dict.fromkeys(h for table in tables for h in table.table.headers if h))
            told = _("Kolom ‘{heading}’ staat niet in het bestand. Er staan: {heads}.")
            raise UsageError(told.format(heading=heading, heads=heads))
        changed = list(tables)
        for n, at in places:
            changed[n] = with_column(changed[n], at, _field(changed[n].kind, field) if field.strip() else "")
        tables = tuple(changed)
    return tables


def _places(table: Mapped, heading: str) -> list[int]:
    return [at for at, head in enumerate(table.table.headers) if fold(head) == fold(heading)]


def _field(kind: Kind, words: str) -> str:
    name = called(kind, words)
    if not name:
        names = ", ".join(choices(kind).values())
        told = _("‘{words}’ is geen veld van {plural}. Kies uit {names}.")
        raise UsageError(told.format(words=words, plural=kind.plural, names=names))
    return name


def _tell_unread(table: Mapped) -> None:
    """Columns that are left out are said, so that nothing is lost in silence."""
    unread = [head for head, name in zip(table.table.headers, table.columns, strict=True) if head and not name]
    if unread:
        told = _("{source}: niet gelezen: {heads}. Zeg met --column KOP=VELD wat een kolom is.")
        complain(told.format(source=table.table.source, heads=", ".join(unread)), 0)


def _tell(ready: Plan, files: Sequence[Path], *, is_trial: bool) -> int:
    for at, table in enumerate(ready.tables):
        lines = [line for line in ready.lines if line.table == at]
        part = Plan(ready.tables, tuple(lines))
        print(f"{table.table.source}, {table.kind.plural}: {part.summary}")
        if not table.table.is_plain:
            _tell_unread(table)
        if is_trial:
            for line in lines:
                if line.state is not State.SAME:
                    print(f"  {line.row.line}  {line.state}  {line.title}  {line.told}".rstrip())
    for remark in ready.remarks:
        complain(remark, 0)
    for at in refused_tables(ready):
        _tell_refused(ready, at, files, is_trial=is_trial)
    return 1 if refused_tables(ready) else 0


def _tell_refused(ready: Plan, at: int, files: Sequence[Path], *, is_trial: bool) -> None:
    """The reasons on stderr, and the rows in a file beside the one they came from."""
    refused = [line for line in ready.lines if line.table == at and line.state is State.REFUSED]
    source = ready.tables[at].table.source
    for line in refused[:SHOWN]:
        complain(f"{source}, {_('rij {n}').format(n=line.row.line)}: {line.remark}", 0)
    if len(refused) > SHOWN:
        complain(_("... en nog {n}.").format(n=len(refused) - SHOWN), 0)
    if not is_trial:
        _keep(ready, at, _folder(ready.tables[at], files))


def _keep(ready: Plan, at: int, folder: Path) -> None:
    """What was read in stays so, whatever becomes of this file."""
    path = free_name(folder / refused_name(ready, at))
    try:
        write_file(path, refused_csv(ready, at))
    except OSError:
        complain(_("De geweigerde rijen konden niet worden bewaard in {file}.").format(file=path), 1)
        return
    told = _("Geweigerde rijen staan met de reden in {file}; verbeter ze en lees dat bestand in.")
    print(told.format(file=path), file=sys.stderr)


def _folder(table: Mapped, files: Sequence[Path]) -> Path:
    return next((file.parent for file in files if table.table.source.startswith(file.name)), files[0].parent)
