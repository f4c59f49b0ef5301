"""Where measures work: workspaces filled by `vaartdesk demo --scale`, thrown away after the run unless kept for the next."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from bench.plain import Plain
from vaartdesk.app.cli import main as vaartdesk
from vaartdesk.app.registry import load_kinds
from vaartdesk.app.wiring import wire
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.store.migrations.head import SCHEMA_VERSION

CLOCK: Final = FixedClock(datetime(2026, 11, 24, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam")))
TICKETS_OF_ONE: Final = 300
"""Of `demo --scale 1`."""
HOMES: Final = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA")
WHO: Final = "Huismeester"


@dataclass(frozen=True)
class Sizes:
    """How much is measured; see `scaled` for another share of the usual."""

    tickets: int = 2_000
    lists: tuple[int, ...] = (2_000, 20_000)
    finds: tuple[int, ...] = (2_000,)
    """Tickets of the workspaces that Ctrl+K looks through: 2,000 come with 3,000 other records."""
    pins: int = 5_000
    events: int = 500
    read_events: int = 5_000
    read_cards: int = 1_500
    pack_files: int = 30
    changes: int = 100_000
    saves: int = 200
    photo: tuple[int, int] = (4_000, 3_000)
    photos: int = 124
    """Of the backup, 0.75 MB each."""
    backup_tickets: int = 300
    """Beside them: a database of a tenth, as after years of use."""
    rounds: int = 5
    heavy_rounds: int = 3
    """Of what takes seconds a turn."""

    def scaled(self, share: float) -> Sizes:
        """So many times as much; below 1 with fewer rounds."""
        if share == 1:
            return self

        def times(count: int) -> int:
            return max(2, round(count * share))

        side = min(1.0, share**0.5)
        return Sizes(
            tickets=times(self.tickets),
            lists=tuple(dict.fromkeys(map(times, self.lists))),
            finds=tuple(dict.fromkeys(map(times, self.finds))),
            pins=times(self.pins),
            events=times(self.events),
            read_events=times(self.read_events),
            read_cards=times(self.read_cards),
            pack_files=times(self.pack_files),
            changes=times(self.changes),
            saves=times(self.saves),
            photo=(round(self.photo[0] * side), round(self.photo[1] * side)),
            photos=times(self.photos),
            rounds=self.rounds if share > 1 else 1,
            heavy_rounds=self.heavy_rounds if share > 1 else 1,
        )


FULL: Final = Sizes(lists=(2_000, 20_000, 200_000), finds=(2_000, 200_000), photos=1_242, backup_tickets=2_000)
"""With what takes minutes: lists of 200,000, a backup of 1 GB."""


class Workshop:
    """``folder`` is empty at first. Nothing of the user's is read or written: settings lie in it too.

    ``kept``: where the filled workspaces stay for another run.
    """

    def __init__(self, folder: Path, sizes: Sizes, kept: Path | None = None) -> None:
        self.folder, self.sizes = folder, sizes
        self._samples = kept or folder / "samples"
        self._count = 0
        self._plain: Plain | None = None
        os.environ.update({name: str(folder / "home" / name.lower()) for name in HOMES})

    @property
    def plain(self) -> Plain:
        """Plain widgets, in a process of their own that stays for the whole run."""
        if self._plain is None:
            self._plain = Plain()
        return self._plain

    def close(self) -> None:
        """Nothing of it is asked any more."""
        if self._plain is not None:
            self._plain.close()

    def new(self, name: str) -> Path:
        """A path that is not there yet."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._count += 1
        return self.folder / f"{self._count}-{name}"

    def sample(self, tickets: int = 0) -> Path:
        """A workspace with about so many tickets, 500 events and the year of a team. Shared: do not write in it."""
        scale = max(1, -(-(tickets or self.sizes.tickets) // TICKETS_OF_ONE))
        made = self._samples / f"{scale}-{self.sizes.events}-v{SCHEMA_VERSION}"
        if not made.exists():
            draft = made.with_name(f"{made.name}.new")
            shutil.rmtree(draft, ignore_errors=True)
            with redirect_stdout(io.StringIO()):
                if vaartdesk(["--data-dir", str(draft), "demo", "--scale", str(scale)], CLOCK):
                    raise RuntimeError("the example year could not be made")
            with open_desk(draft) as desk:
                desk.set_who(role(desk, WHO))
                fill_calendar(desk, self.sizes.events)
            draft.replace(made)
        return made

    def copy(self, tickets: int = 0) -> Path:
        """A workspace of one's own."""
        target = self.new("workspace")
        shutil.copytree(self.sample(tickets), target, ignore=shutil.ignore_patterns("*.lock"))
        return target

    @contextmanager
    def desk(self, tickets: int = 0) -> Iterator[Desk]:
        """An open workspace of one's own."""
        folder = self.copy(tickets)
        with open_desk(folder) as desk:
            yield desk
        shutil.rmtree(folder)


@contextmanager
def open_desk(folder: Path) -> Iterator[Desk]:
    """A workspace as the program opens it."""
    with Desk.open(folder, load_kinds(), clock=CLOCK) as desk:
        wire(desk)
        yield desk


def role(desk: Desk, name: str) -> Ref:
    """A role of the work plan."""
    return Ref("role", next(row["id"] for row in desk.rows("role") if row["title"] == name))


def fill_calendar(desk: Desk, count: int) -> None:
    """Up to so many events: those of the example year again, spread over days and places, one in ten a weekly series."""
    examples = [desk.get(Ref("event", row["id"])) for row in desk.rows("event")]
    known = [row for row in examples if row is not None and row["starts_at"] and row["ends_at"] and not row["rrule"]]
    places = [row["id"] for row in desk.rows("place")]
    names = ("title", "type", "audience", "theme_line", "is_public", "is_whole_day", "visitors", "zone")
    with desk.change("Meetgegevens") as tx:
        for number in range(count - len(examples)):
            row = known[number % len(known)]
            starts = row["starts_at"].replace(month=number % 12 + 1, day=number * 7 % 28 + 1)
            values = {name: row[name] for name in names if name in row}
            values |= {"starts_at": starts, "ends_at": starts + (row["ends_at"] - row["starts_at"])}
            values |= {"place": places[number % len(places)], "status": "aangevraagd"}
            if number % 10 == 0:
                values["rrule"] = "FREQ=WEEKLY;COUNT=20"
            tx.add("event", values)
