"""Records of one or more kinds as a file, by its ending: csv, xlsx, json, and what else their kind has (ics, vcf)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.flows.calendar_export import export_calendar
from vaartdesk.flows.contact_cards import export_cards
from vaartdesk.flows.table_export import FORMS, export_table
from vaartdesk.formats.tables import TableError
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import WorkspaceError, plainly
from vaartdesk.store.files import write_file

SPECIAL: Final[Mapping[str, frozenset[str]]] = {
    "ics": frozenset({"event"}),
    "vcf": frozenset({"organisation", "person"}),
}
"""Ending -> the kinds that can be written so."""


class WrongForm(WorkspaceError):
    """A file that these records cannot be written to; the text is the Dutch sentence."""


@dataclass(frozen=True)
class Written:
    """The files that were written, how many records they hold, and what was left out (Dutch)."""

    paths: tuple[Path, ...]
    count: int
    warnings: tuple[str, ...] = ()


def forms_of(kinds: Sequence[str]) -> tuple[str, ...]:
    """The endings that fit all of these kinds, the most usual first."""
    return (*FORMS, *(form for form, able in SPECIAL.items() if set(kinds) & able))


def export_file(
    desk: Desk,
    kinds: Sequence[str],
    path: Path,
    ids: Sequence[str] | None = None,
    *,
    with_hidden: bool = False,
) -> Written:
    """Write the living records of these kinds (of one kind those of ``ids``, in that order), whole or not at all.

    CSV holds one kind: for several there is a file for each, with its name before the ending. Raises WorkspaceError.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in forms_of(kinds):
        endings = ", ".join(f".{name}" for name in forms_of(kinds))
        raise WrongForm(str(_("Geef het bestand een van deze uitgangen: {endings}.").format(endings=endings)))
    if not path.parent.is_dir():
        raise WorkspaceError(str(_("De map {folder} is er niet. Er is niets geschreven.").format(folder=path.parent)))
    if path.is_dir():
        raise WorkspaceError(str(_("{path} is een map. Geef een bestandsnaam.").format(path=path)))
    if form == "csv" and len(kinds) > 1:
        return _each(desk, kinds, path)
    try:
        data, count, warnings = _FORMS.get(form, _table)(desk, kinds, form, ids, with_hidden)
    except TableError as error:
        raise WrongForm(str(error)) from error
    with plainly():
        write_file(path, data)
    return Written((path,), count, warnings)


def _each(desk: Desk, kinds: Sequence[str], path: Path) -> Written:
    names = {name: str(desk.kinds[name].plural).replace(" ", "-") for name in kinds}
    made = [export_file(desk, [kind], path.with_name(f"{path.stem}-{names[kind]}.csv")) for kind in kinds]
    return Written(tuple(p for w in made for p in w.paths), sum(w.count for w in made))


_Made = tuple[bytes, int, tuple[str, ...]]


def _table(desk: Desk, kinds: Sequence[str], form: str, ids: Sequence[str] | None, _hidden: bool) -> _Made:
    made = export_table(desk, kinds, form, ids)
    return made.data, made.count, made.warnings


def _calendar(desk: Desk, _kinds: Sequence[str], _form: str, ids: Sequence[str] | None, with_hidden: bool) -> _Made:
    made = export_calendar(desk, ids, with_hidden=with_hidden)
    return made.data, made.count, made.warnings


def _cards(desk: Desk, kinds: Sequence[str], _form: str, ids: Sequence[str] | None, _hidden: bool) -> _Made:
    able = [kind for kind in kinds if kind in SPECIAL["vcf"]]
    made = export_cards(desk, able, ids)
    return made.data, made.count, made.warnings


_FORMS: Final[Mapping[str, Callable[[Desk, Sequence[str], str, Sequence[str] | None, bool], _Made]]] = {
    "ics": _calendar,
    "vcf": _cards,
}
