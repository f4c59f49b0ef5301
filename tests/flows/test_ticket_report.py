"""The report of the tickets on paper, read back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from papers import outline, plain, whole
from vaartdesk.core.periods import month_of, months_from, quarter_of, year_of
from vaartdesk.flows.ticket_report import ticket_report
from vaartdesk.kinds.tickets.rules.figure_table import MEASURES
from vaartdesk.store.desk import Desk

NOVEMBER = month_of(date(2026, 11, 24))


def log(desk: Desk, title: str, where: str, came: str, went: str = "", **more: Any) -> None:
    category = next(row["id"] for row in desk.rows("ticket_category") if row["title"] == "Bestrating")
    moment = {"reported_at": datetime.fromisoformat(f"{came}T12:00").replace(tzinfo=UTC)}
    closed: dict[str, Any] = {}
    if went:
        at = datetime.fromisoformat(f"{went}T12:00").replace(tzinfo=UTC)
        closed = {"status": "afgehandeld", "result": "Klaar", "closed_at": at}
    fields = {"title": title, "place_text": where, "category": category, "reporter_name": "Bakkerij Geheim"}
    with desk.change("Melding") as tx:
        tx.add("ticket", fields | moment | closed | more)


@pytest.fixture
def filled(planned_desk: Desk) -> Desk:
    desk = planned_desk
    street = desk.rows("street")[0]["title"]
    for number in range(4):
        log(desk, f"Tegel {number}", f"{street} {number + 1}", "2026-11-02", "2026-11-04")
    log(desk, "Tegel laat", "elders", "2026-10-01", "2026-11-20")
    log(desk, "Kuil <b>", f"{street} 9", "2026-08-03")
    return desk


def read(desk: Desk, *about: Any) -> tuple[bytes, str]:
    data, warnings = ticket_report(desk, *about).make()
    assert warnings == ()
    return data, plain(whole(data))


@pytest.mark.accept("T23")
def test_a_month_with_what_came_went_is_open_and_in_time(filled: Desk) -> None:
    assert ticket_report(filled, NOVEMBER).name == "meldingen-2026-11.pdf"
    data, found = read(filled, NOVEMBER)
    assert "Meldingen, november 2026" in found
    assert "Er kwamen 4 meldingen binnen en er werden er 5 gesloten; 1 staat nog open." in found
    assert "De helft was in 2 werkdagen of minder klaar, 80 % op tijd." in found.replace("\u00a0", " ")
    assert "November 2026" in found
    assert "Oktober 2026" in found
    titles = [title for _level, title, _page in outline(data)]
    assert titles[0] == "Meldingen, november 2026"
    for head in ("Per categorie", "Per straat", "Per maand", "Nu over termijn", "Wat de cijfers betekenen"):
        assert head in found
        assert head in titles
    assert "Heel › Bestrating 4 5 1 2 werkdagen 80 %" in found.replace("\u00a0", " ")
    assert "Kuil <b>" in found
    assert "Geheim" not in found, "who reported it stays inside the team"


@pytest.mark.accept("T23")
def test_every_figure_is_defined_and_every_chart_told(filled: Desk) -> None:
    data, found = read(filled, NOVEMBER)
    for measure in MEASURES:
        assert plain(measure.meaning) in found
    with pikepdf.open(BytesIO(data)) as pdf:
        told = [str(item["/Alt"]) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
    assert any("nov 4 in 5 uit" in alt for alt in told)
    assert any(alt.startswith("Gemeld per categorie: Heel › Bestrating 4") for alt in told)
    assert any(alt.startswith("Open per straat:") for alt in told)


@pytest.mark.accept("T23")
def test_too_few_cases_give_no_median_and_no_share(filled: Desk) -> None:
    _data, found = read(filled, month_of(date(2026, 10, 1)))
    assert "Voor een mediaan en een aandeel op tijd is er te weinig afgehandeld." in found
    assert "2 stonden daarna nog open" in found
    assert "te weinig te weinig" in found


def test_one_street_and_other_stretches(filled: Desk) -> None:
    street = filled.rows("street")[0]
    data, found = read(filled, quarter_of(NOVEMBER.first), street["id"])
    assert "Kwartaalrapportage" in found
    assert f"{street['title']}. Stand van 24 november 2026" in found
    assert "Er kwamen 4 meldingen binnen en er werden er 4 gesloten" in found
    assert "Jaarrapportage" in read(filled, year_of(NOVEMBER.first))[1]
    assert "Rapportage, meldingen" in read(filled, months_from(NOVEMBER.first, -12))[1]
    paper = ticket_report(filled, quarter_of(NOVEMBER.first), street["id"])
    assert paper.name.startswith("meldingen-2026-10-2026-12-")
    assert data == paper.make()[0], "the same figures give the same bytes"


def test_more_late_ones_than_fit_are_counted(filled: Desk) -> None:
    for number in range(20):
        log(filled, f"Verzakking {number}", "elders", "2026-09-01")
    _data, found = read(filled, NOVEMBER)
    assert "En nog 6 meldingen." in found


def test_without_a_ticket_it_says_so(planned_desk: Desk) -> None:
    _data, found = read(planned_desk, NOVEMBER)
    assert "Er kwamen 0 meldingen binnen" in found
    assert "Geen meldingen." in found
