"""An agenda made of records: what is put forward comes back on paper, with times, people, annexes and decisions."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from papers import outline, pages
from specimens import Specimens
from vaartdesk.flows.agenda_paper import agenda_paper, find_meeting, write_agenda, write_pack
from vaartdesk.flows.agendering import put_forward
from vaartdesk.flows.follow_up import action_of
from vaartdesk.flows.record_print import print_record_paper
from vaartdesk.kinds.meetings.commands.agenda import add_item, move_item, new_meeting, put_on_agenda
from vaartdesk.kinds.meetings.commands.sitting import decide
from vaartdesk.kinds.meetings.queries import gatherings
from vaartdesk.kinds.tickets.commands.intake import log_ticket
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import NotFound

EVENING = datetime(2026, 12, 8, 19, 30)  # noqa: DTZ001  wall-clock time, as meetings store it


def board(desk: Desk) -> Ref:
    return next(Ref("body", row["id"]) for row in desk.rows("body") if row["title"] == "Binnenstadbestuur")


def log(desk: Desk, title: str) -> Ref:
    category = desk.rows("ticket_category")[0]["id"]
    return log_ticket(desk, {"title": title, "place_text": "Koopmansplein 7", "category": category})


@pytest.fixture
def meeting(planned_desk: Desk) -> Ref:
    """A board meeting with a ticket on its agenda."""
    made = new_meeting(planned_desk, board(planned_desk), EVENING)
    topic = put_forward(planned_desk, [log(planned_desk, "Fietsbeugels <b>Brink</b> & omgeving")], board(planned_desk))
    item = put_on_agenda(planned_desk, topic, made)
    with planned_desk.change("Voorstel") as tx:
        tx.update(
            item,
            {"purpose": "besluitvorming", "proposed_decision": "Het bestuur vraagt 24 beugels aan.", "minutes": 20},
        )
    return made


def text_of(path: Path) -> str:
    return " ".join(" ".join(pages(path.read_bytes())).split())


@pytest.mark.accept("M15")
def test_the_pdf_holds_what_the_records_hold(planned_desk: Desk, meeting: Ref, tmp_path: Path) -> None:
    result = write_agenda(planned_desk, meeting, tmp_path / "agenda.pdf")
    found = text_of(tmp_path / "agenda.pdf")
    for words in (
        "Binnenstadbestuur",
        "dinsdag 8 december 2026",
        "19.30",
        "Fietsbeugels <b>Brink</b> & omgeving",
        "Het bestuur vraagt 24 beugels aan.",
        "Koopmansplein 7",
        "Rondvraag",
        f"pagina 1 van {result.pages}",
        "MKB Retail",
    ):
        assert words in found, words
    assert result.lost_characters == ()
    assert any("Fietsbeugels" in str(mark) for mark in outline(result.data))


@pytest.mark.accept("M15")
def test_where_nobody_votes_all_are_members(planned_desk: Desk) -> None:
    team = next(Ref("body", row["id"]) for row in planned_desk.rows("body") if row["title"] == "Teamoverleg")
    made = agenda_paper(planned_desk, new_meeting(planned_desk, team, EVENING))
    assert {person.name for person in made.members} >= {"Regisseur", "Huismeester"}
    assert {person.note for person in made.members} == {""}
    assert made.invited == ()


def test_the_same_records_give_the_same_bytes(planned_desk: Desk, meeting: Ref, tmp_path: Path) -> None:
    for name in ("een.pdf", "twee.pdf"):
        write_agenda(planned_desk, meeting, tmp_path / name)
    assert (tmp_path / "een.pdf").read_bytes() == (tmp_path / "twee.pdf").read_bytes()


def test_papers_for_others_do_not_say_who_reported(planned_desk: Desk, meeting: Ref, tmp_path: Path) -> None:
    with planned_desk.read() as reader:
        line = next(ln for ln in gatherings.agenda(reader, meeting.id) if ln.item["subject"])
    ticket = Ref("ticket", line.item["subject"])
    with planned_desk.change("Melder") as tx:
        tx.update(
            ticket, {"reporter_name": "Jansen", "reporter_phone": "+31592123456", "description": "Bij de ingang."}
        )
        tx.note(ticket, "Jansen belt vaak")
    write_agenda(planned_desk, meeting, tmp_path / "agenda.pdf")
    found = text_of(tmp_path / "agenda.pdf")
    assert "Bij de ingang." in found
    assert "Jansen" not in found
    assert "123456" not in found
    data, _warnings = print_record_paper(planned_desk, ticket)
    assert "Jansen" in " ".join(pages(data))


@pytest.mark.accept("M3")
def test_moving_an_item_renumbers_it_and_its_annexes(planned_desk: Desk, meeting: Ref) -> None:
    with planned_desk.read() as reader:
        lines = gatherings.agenda(reader, meeting.id)
    item = next(Ref("agenda_item", line.id) for line in lines if line.item["subject"])
    move_item(planned_desk, item, before=Ref("agenda_item", lines[0].id))
    paper = agenda_paper(planned_desk, meeting)
    assert paper.items[0].title.startswith("Fietsbeugels")
    assert (paper.items[0].number, paper.items[0].annexes) == ("1", ("1-a",))
    assert [annex.label for annex in paper.annexes] == ["1-a"]
    under = next(Ref("agenda_item", line.id) for line in lines if line.id != item.id)
    move_item(planned_desk, item, parent=under)
    paper = agenda_paper(planned_desk, meeting)
    assert [i.annexes for i in paper.items if i.number == "1.1"] == [("1.1-a",)]


def test_the_chain_runs_from_ticket_to_action(planned_desk: Desk, meeting: Ref) -> None:
    with planned_desk.read() as reader:
        line = next(ln for ln in gatherings.agenda(reader, meeting.id) if ln.item["subject"])
    owner = planned_desk.rows("role")[0]["id"]
    decision = decide(planned_desk, Ref("agenda_item", line.id), "aangenomen", "Akkoord.", owner=owner)
    action = action_of(planned_desk, decision, "Beugels bestellen", owner=owner, due_on=date(2027, 2, 1))
    ticket = Ref("ticket", line.item["subject"])
    assert [link.ref.kind for link in planned_desk.chain(ticket)] == [
        "stock_topic",
        "agenda_item",
        "decision",
        "action",
    ]
    assert [link.ref.kind for link in planned_desk.chain(action)] == [
        "ticket",
        "stock_topic",
        "agenda_item",
        "decision",
    ]
    assert (planned_desk.get(decision) or {})["number"] == "B-2026-001"
    assert (planned_desk.get(decision) or {})["follow_up"] == "open"
    with planned_desk.change("Gereed") as tx:
        tx.set(action, "status", "gereed")
    assert (planned_desk.get(decision) or {})["follow_up"] == "uitgevoerd"


def test_several_tickets_are_one_topic(planned_desk: Desk, meeting: Ref) -> None:
    tickets = [log(planned_desk, f"Losse tegel {n}") for n in range(4)]
    topic = put_forward(planned_desk, tickets, board(planned_desk))
    item = put_on_agenda(planned_desk, topic, meeting)
    paper = agenda_paper(planned_desk, meeting)
    shown = next(i for i in paper.items if "gebundeld" in i.title)
    assert len(shown.annexes) == 1  # tickets together are one annex
    assert planned_desk.chain(tickets[3])[-1].ref == item


def test_the_pack_holds_the_papers_and_names_what_is_missing(planned_desk: Desk, meeting: Ref, tmp_path: Path) -> None:
    item = add_item(planned_desk, meeting, "Begroting 2027", purpose="besluitvorming")
    with planned_desk.change("Stukken") as tx:
        tx.attach(
            item,
            write_agenda(planned_desk, meeting, tmp_path / "los.pdf").data,
            "begroting.pdf",
            mime="application/pdf",
        )
        gone = tx.attach(item, b"weg", "weg.pdf", mime="application/pdf")
        tx.attach(item, b"cijfers", "cijfers.xlsx", mime="application/vnd.ms-excel")
    planned_desk.file((planned_desk.get(gone) or {})["sha256"]).unlink()
    result = write_pack(planned_desk, meeting, tmp_path / "set.pdf")
    assert any("weg.pdf" in w or "ontbreekt" in w for w in result.warnings)
    assert (tmp_path / "set.zip").exists()
    assert "begroting.pdf" in text_of(tmp_path / "set.pdf")


def test_the_next_board_meeting_is_found_without_a_number(planned_desk: Desk) -> None:
    with pytest.raises(NotFound, match="geen komende bestuursvergadering"):
        find_meeting(planned_desk, None)
    made = new_meeting(planned_desk, board(planned_desk), EVENING)
    assert find_meeting(planned_desk, None) == made
    number = (planned_desk.get(made) or {})["number"]
    assert find_meeting(planned_desk, number) == made
    with pytest.raises(NotFound, match="V-2026-999"):
        find_meeting(planned_desk, "V-2026-999")


@pytest.mark.parametrize(
    "name", ["ticket", "event", "action", "organisation", "decision", "goal", "signal", "contract"]
)
def test_any_record_prints_itself(planned_desk: Desk, name: str) -> None:
    specimens = Specimens(planned_desk.kinds)
    with planned_desk.change("Gemaakt") as tx:
        ref = specimens.record(tx, name)
        tx.note(ref, "Gebeld & <i>genoteerd</i> 🦭")
    data, _warnings = print_record_paper(planned_desk, ref)
    found = " ".join(" ".join(pages(data)).split())
    assert planned_desk.kinds[name].title_of(planned_desk.get(ref) or {}).split()[0] in found
    assert "Gebeld & <i>genoteerd</i>" in found
