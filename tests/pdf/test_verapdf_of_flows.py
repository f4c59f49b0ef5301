"""Every kind of paper that the program makes, of the example year, before veraPDF: PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from judge import is_sound, judge, needs_judge
from papers import plain, whole
from still import NOW
from vaartdesk.app.demo.fill import Amounts, fill
from vaartdesk.app.window.printing import job_of
from vaartdesk.core.clock import FixedClock
from vaartdesk.core.periods import month_of
from vaartdesk.flows.agendering import put_forward
from vaartdesk.flows.day_overview import DayOverview, print_day
from vaartdesk.flows.forwarding import letter_of
from vaartdesk.flows.letters import print_all
from vaartdesk.flows.list_print import print_list
from vaartdesk.flows.minutes_paper import print_minutes
from vaartdesk.flows.record_print import print_record_paper
from vaartdesk.flows.round_report import print_round
from vaartdesk.flows.street_paper import print_street
from vaartdesk.flows.ticket_report import print_ticket_report
from vaartdesk.flows.waiting_paper import print_waiting
from vaartdesk.flows.work_list import print_work_list
from vaartdesk.kinds.meetings.commands.agenda import put_on_agenda
from vaartdesk.kinds.tickets.commands.rounds import start_round
from vaartdesk.schema.listing import Due, RowParts
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.shown import ShownList
from vaartdesk.store.desk import Desk
from workspace import open_desk

ROOT = Path(__file__).resolve().parents[2]
MAKERS = re.compile(r"\bprint_(?:report|letters|agenda)\(")
Made = tuple[bytes, tuple[str, ...]]


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The example year."""
    with open_desk(tmp_path_factory.mktemp("papers") / "werkmap", FixedClock(NOW), planned=True) as desk:
        fill(desk, Amounts(photos=6))
        yield desk


def refs(desk: Desk, kind: str, **wanted: Any) -> list[Ref]:
    rows = [row for row in desk.rows(kind) if all(row[name] == value for name, value in wanted.items())]
    return [Ref(kind, row["id"]) for row in rows]


def with_photo(desk: Desk) -> Ref:
    return next(ref for ref in refs(desk, "ticket") if any(a["is_photo"] for a in desk.attachments(ref)))


def agenda(desk: Desk) -> Made:
    """With a bundle of tickets as an annex: its counts, its chart, its photos (T15)."""
    bundle = [with_photo(desk), *refs(desk, "ticket")[:4]]
    coming = [ref for ref in refs(desk, "meeting") if (desk.get(ref) or {})["status"] == "concept"]
    put_on_agenda(desk, put_forward(desk, bundle, refs(desk, "body")[0]), coming[0])
    data, warnings = job_of(desk, coming[0]).make()
    assert "Gemeld per maand" in plain(whole(data)), "the annex of the tickets"
    return data, warnings


def held(desk: Desk) -> Ref:
    """A meeting whose minutes hold a decision."""
    taken = (desk.get(ref) or {} for ref in refs(desk, "decision"))
    return next(Ref("meeting", str(values["meeting"])) for values in taken if values["meeting"])


def listing(desk: Desk) -> Made:
    keys = tuple(ref.id for ref in refs(desk, "action"))
    return print_list(desk, ShownList("action", "Acties", (("Alle", keys),), "Filter: geen."))


def day(desk: Desk) -> Made:
    row = RowParts("Lantaarn uit", number="M-2026-0001", meta=("Brink 4",), due=Due("2 werkdagen te laat", "danger"))
    week = (("di 24 nov", "19:30", "Vergadering", "Stadhuis"),)
    return print_day(desk, DayOverview("Vier meldingen vragen iets van je.", (("Nu", (row,)),), week, "Huismeester"))


def inspected(desk: Desk) -> Made:
    """A round that was begun, of the example template."""
    return print_round(desk, start_round(desk, refs(desk, "inspection_template")[0]))


def season(desk: Desk) -> Made:
    from vaartdesk.flows.season_paper import print_season

    return print_season(desk, date(2026, 11, 1), date(2027, 3, 31))


PAPERS: Mapping[str, tuple[str, Callable[[Desk], Made]]] = {
    "agenda": ("app/window/printing", agenda),
    "brief": (
        "flows/letters",
        lambda d: print_all(d, [letter_of(d, with_photo(d)), letter_of(d, refs(d, "ticket")[0])]),
    ),
    "dag": ("flows/day_overview", day),
    "lijst": ("flows/list_print", listing),
    "looplijst": ("flows/work_list", lambda d: print_work_list(d, [with_photo(d), *refs(d, "ticket")[:12]])),
    "melding": ("flows/record_print", lambda d: print_record_paper(d, with_photo(d))),
    "rapport": ("flows/ticket_report", lambda d: print_ticket_report(d, month_of(d.today))),
    "notulen": ("flows/minutes_paper", lambda d: print_minutes(d, held(d))),
    "ronde": ("flows/round_report", inspected),
    "seizoen": ("flows/season_paper", season),
    "straat": ("flows/street_paper", lambda d: print_street(d, refs(d, "street")[0].id)),
    "wacht": ("flows/waiting_paper", lambda d: print_waiting(d, "gemeente")),
}
"""Name -> the module that prints it, and how."""


@needs_judge
def test_every_paper_of_the_program_is_accessible_and_archivable(year: Desk, tmp_path: Path) -> None:
    for name, (_module, make) in PAPERS.items():
        data, warnings = make(year)
        assert warnings == (), name
        (tmp_path / f"{name}.pdf").write_bytes(data)
    for kind in ("action", "event", "goal", "organisation", "decision", "contract", "premises"):
        (tmp_path / f"{kind}.pdf").write_bytes(print_record_paper(year, refs(year, kind)[0])[0])
    files = sorted(tmp_path.glob("*.pdf"))
    is_sound(judge(*files), len(files), 400)


def test_no_paper_is_printed_that_is_not_judged() -> None:
    printed = {
        path.relative_to(ROOT / "vaartdesk").with_suffix("").as_posix()
        for path in (ROOT / "vaartdesk").rglob("*.py")
        if path.is_relative_to(ROOT / "vaartdesk/flows") or path.is_relative_to(ROOT / "vaartdesk/app/window")
        if MAKERS.search(path.read_text("utf-8"))
    }
    same = {
        "flows/agenda_paper",
        "flows/meeting_papers",
    }  # the agenda for others: of the command line, for whom one says
    assert printed - same == {module for module, _make in PAPERS.values()}
