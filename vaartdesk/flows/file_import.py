"""Any file that can be read in, by its ending: tables, calendars, cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.garbage import uncollected
from vaartdesk.core.progress import Progress, unheard
from vaartdesk.core.text import _
from vaartdesk.core.whole_file import read_whole
from vaartdesk.flows.calendar_import import calendar_tables
from vaartdesk.flows.contact_cards import card_tables
from vaartdesk.flows.table_columns import Mapped
from vaartdesk.flows.table_import import open_tables, prepare
from vaartdesk.flows.table_plan import Plan
from vaartdesk.flows.table_source import TABLE_FILES
from vaartdesk.formats.ics.event import CalendarError
from vaartdesk.formats.tables import TableError
from vaartdesk.formats.vcard.card import CardError
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import WorkspaceError, translate


class Unreadable(WorkspaceError):
    """A file that cannot be read in; the text is the Dutch sentence."""


@dataclass(frozen=True)
class Opened:
    """The tables of one or more files, and what they held besides (Dutch)."""

    tables: tuple[Mapped, ...]
    remarks: tuple[str, ...] = ()

    def plan(self, desk: Desk, *, is_lenient: bool = False, progress: Progress = unheard) -> Plan:
        """What would happen. Raises Cancelled."""
        return replace(prepare(desk, self.tables, is_lenient=is_lenient, progress=progress), remarks=self.remarks)


def open_files(
    desk: Desk, files: Sequence[Path], kind: str = "", *, else_kind: str = "", progress: Progress = unheard
) -> Opened:
    """Open them all. ``kind``: what tables hold, whatever they say; ``else_kind``: what those hold that do not tell.

    Raises Unreadable, table_import.Unknown for a table of which nobody knows what it holds, and Cancelled when
    ``progress`` does.
    """
    tables: list[Mapped] = []
    remarks: list[str] = []
    with uncollected():
        for n, file in enumerate(files):
            found, told = _open(desk, file, kind, else_kind, _part_of(progress, n, len(files)))
            tables += found
            remarks += told
            if not found and not told:
                remarks.append(_("In {name} staat niets om in te lezen.").format(name=file.name))
    return Opened(tuple(tables), tuple(remarks))


def _part_of(progress: Progress, n: int, count: int) -> Progress:
    """How far one of several files is, as a share of all."""
    return lambda share: progress((n + share) / count)


def _open(
    desk: Desk, file: Path, kind: str, else_kind: str, progress: Progress
) -> tuple[list[Mapped], tuple[str, ...]]:
    read = READERS.get(file.suffix.lower())
    try:
        if read is None:
            return _with_rows(open_tables(desk, [file], kind, else_kind=else_kind))
        return read(desk, file.name, read_whole(file), progress)
    except FileNotFoundError as error:
        raise Unreadable(str(_("{name} is er niet.").format(name=file))) from error
    except PermissionError as error:
        raise Unreadable(str(_("{name} mag niet gelezen worden. Er is niets gewijzigd.").format(name=file))) from error
    except (CalendarError, CardError) as error:
        raise Unreadable(f"{file.name}: {error}") from error
    except TableError as error:
        if hasattr(error, "table"):
            raise  # Unknown: it can be asked what this holds
        raise Unreadable(f"{file.name}: {error}" if file.name not in str(error) else str(error)) from error
    except OSError as error:
        raise translate(error) or Unreadable(str(_("{name} is niet te lezen.").format(name=file))) from error


def _with_rows(tables: Sequence[Mapped]) -> tuple[list[Mapped], tuple[str, ...]]:
    """The tables that have rows; then a sentence for each that has none."""
    bare = [
        _("Onder de koppen van {name} staan geen rijen.").format(name=t.table.source)
        for t in tables
        if not t.table.rows
    ]
    return [table for table in tables if table.table.rows], tuple(bare)


Reader = Callable[[Desk, str, bytes, Progress], tuple[list[Mapped], tuple[str, ...]]]
"""From a file's name and bytes to its tables, and what was left out (Dutch)."""
READERS: Final[Mapping[str, Reader]] = {
    ".ics": calendar_tables,
    ".ical": calendar_tables,
    ".ifb": calendar_tables,
    ".vcf": card_tables,
    ".vcard": card_tables,
}
"""By ending; what is not among them is a table."""
ENDINGS: Final = (*TABLE_FILES, ".ics", ".vcf")
"""What a person is offered to choose from."""


def free_name(path: Path) -> Path:
    """The path, or with a number behind the name where there is something already."""
    found, number = path, 1
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem} {number}{path.suffix}")
    return found
