from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from vaartdesk.kinds.meetings.commands import agenda, menu, sitting
from vaartdesk.kinds.meetings.commands.reactions import REACTIONS
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.kinds.meetings.queries import needs
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.desk import Desk

EVENING = datetime.fromisoformat("2026-12-08 19:30")
STANDING = [
    "Opening",
    "Vaststellen agenda",
    "Mededelingen",
    "Ingekomen stukken",
    "Verslag vorige vergadering",
    "Actielijst",
    "Besluitenlijst",
    "Rondvraag",
    "Sluiting",
]


def body_called(desk: Desk, title: str) -> Ref:
    return next(Ref("body", row["id"]) for row in desk.rows("body") if row["title"] == title)


@pytest.fixture
def board(planned_desk: Desk) -> Ref:
    return body_called(planned_desk, "Binnenstadbestuur")


@pytest.fixture
def meeting(planned_desk: Desk, board: Ref) -> Ref:
    return agenda.new_meeting(planned_desk, board, EVENING)


def titles(desk: Desk, meeting: Ref) -> list[str]:
    with desk.read() as reader:
        return [f"{line.number} {line.item['title']}" for line in queries.agenda(reader, meeting.id)]


def item_called(desk: Desk, title: str) -> Ref:
    return next(Ref("agenda_item", row["id"]) for row in desk.rows("agenda_item") if row["title"] == title)


def got(desk: Desk, ref: Ref) -> dict[str, Any]:
    found = desk.get(ref)
    assert found is not None
    return dict(found)


@pytest.mark.accept("M2")
def test_a_new_board_meeting_starts_with_the_standing_items(planned_desk: Desk, meeting: Ref) -> None:
    assert titles(planned_desk, meeting) == [f"{n} {title}" for n, title in enumerate(STANDING, 1)]
    values = got(planned_desk, meeting)
    assert (values["number"], values["title"], values["planned_minutes"]) == ("V-2026-001", "Binnenstadbestuur", 120)
    assert values["papers_due_on"] == date(2026, 12, 1)


@pytest.mark.accept("M2")
def test_a_meeting_made_in_the_form_is_filled_as_well(planned_desk: Desk, board: Ref) -> None:
    planned_desk.door.reactions.extend(REACTIONS)
    with planned_desk.change("Vergadering gemaakt") as tx:
        made = tx.add("meeting", {"body": board.id, "starts_at": EVENING})
    assert titles(planned_desk, made) == [f"{n} {title}" for n, title in enumerate(STANDING, 1)]
    values = got(planned_desk, made)
    assert values["title"] == "Binnenstadbestuur"
    assert planned_desk.title(Ref("role", values["secretary"])) == "Regisseur"
    with planned_desk.change("Agenda geleegd") as tx:
        for row in tx.where("agenda_item", "meeting", made.id):
            tx.delete(Ref("agenda_item", row["id"]))
    assert titles(planned_desk, made) == []


@pytest.mark.accept("M2")
def test_changing_the_template_later_does_not_touch_the_meeting(planned_desk: Desk, board: Ref, meeting: Ref) -> None:
    with planned_desk.change("Sjabloon gewijzigd") as tx:
        for row in tx.where("template_item", "body", board.id):
            ref = Ref("template_item", row["id"])
            tx.delete(ref) if row["title"] == "Actielijst" else tx.set(ref, "title", f"{row['title']}!")
    assert titles(planned_desk, meeting) == [f"{n} {title}" for n, title in enumerate(STANDING, 1)]

    other = agenda.new_meeting(planned_desk, board, datetime.fromisoformat("2027-01-12 19:30"))
    assert titles(planned_desk, other)[5:7] == ["6 Besluitenlijst!", "7 Rondvraag!"]


@pytest.mark.accept("M3")
def test_a_new_item_stands_above_the_closing_ones_and_moving_renumbers(planned_desk: Desk, meeting: Ref) -> None:
    calendar = agenda.add_item(planned_desk, meeting, "Jaarkalender 2027")
    assert titles(planned_desk, meeting)[7:] == ["8 Jaarkalender 2027", "9 Rondvraag", "10 Sluiting"]

    agenda.move_item(planned_desk, calendar, before=item_called(planned_desk, "Mededelingen"))
    assert titles(planned_desk, meeting)[1:4] == ["2 Vaststellen agenda", "3 Jaarkalender 2027", "4 Mededelingen"]

    parade = agenda.add_item(planned_desk, meeting, "Lichtjesparade", parent=calendar)
    assert titles(planned_desk, meeting)[2:5] == ["3 Jaarkalender 2027", "3.1 Lichtjesparade", "4 Mededelingen"]

    agenda.move_item(planned_desk, parade)
    assert titles(planned_desk, meeting)[-1] == "11 Lichtjesparade"

    planned_desk.undo()
    assert titles(planned_desk, meeting)[3] == "3.1 Lichtjesparade"


@pytest.mark.accept("M3")
def test_an_item_goes_up_and_down_by_key(planned_desk: Desk, meeting: Ref) -> None:
    up, down = menu.ITEM[0].run, menu.ITEM[1].run
    item = item_called(planned_desk, "Mededelingen")
    up(planned_desk, [item], {})
    assert titles(planned_desk, meeting)[1] == "2 Mededelingen"
    down(planned_desk, [item], {})
    down(planned_desk, [item], {})
    assert titles(planned_desk, meeting)[3] == "4 Mededelingen"
    opening = item_called(planned_desk, "Opening")
    assert up(planned_desk, [opening], {}).sentence == "Het agendapunt kan niet verder."
    assert titles(planned_desk, meeting)[0] == "1 Opening"


def test_an_item_does_not_come_under_itself(planned_desk: Desk, meeting: Ref) -> None:
    first = agenda.add_item(planned_desk, meeting, "Leegstand")
    second = agenda.add_item(planned_desk, meeting, "Etalages", parent=first)
    with pytest.raises(Refused):
        agenda.move_item(planned_desk, first, parent=second)
    assert got(planned_desk, first)["parent"] is None


@pytest.mark.accept("M7")
def test_a_topic_leaves_the_stock_for_an_agenda_and_comes_back(planned_desk: Desk, board: Ref, meeting: Ref) -> None:
    desk = planned_desk
    with desk.change("Actie gemaakt") as tx:
        action = tx.add("action", {"title": "Etalagepilot"})
    topic = agenda.propose_topic(desk, board, "Etalagepilot leegstand", subject=action, minutes=20)
    with desk.read() as reader:
        assert [t["id"] for t in queries.stock(reader, board.id)] == [topic.id]

    item = agenda.put_on_agenda(desk, topic, meeting)
    with desk.read() as reader:
        assert queries.stock(reader, board.id) == []
    values = got(desk, item)
    assert (values["title"], values["minutes"], values["subject"]) == ("Etalagepilot leegstand", 20, action.id)
    assert [link.ref for link in desk.chain(item)] == [action, topic]
    with pytest.raises(Refused):
        agenda.put_on_agenda(desk, topic, meeting)

    agenda.remove_item(desk, item)
    with desk.read() as reader:
        assert [t["id"] for t in queries.stock(reader, board.id)] == [topic.id]
    assert got(desk, topic)["meeting_item"] is None


@pytest.mark.accept("M7")
def test_an_item_deleted_by_any_way_gives_its_topic_back(planned_desk: Desk, board: Ref, meeting: Ref) -> None:
    planned_desk.door.reactions.extend(REACTIONS)
    topic = agenda.propose_topic(planned_desk, board, "Advies terrassenbeleid")
    item = agenda.put_on_agenda(planned_desk, topic, meeting)
    with planned_desk.change("Verwijderd") as tx:
        tx.delete(item)
    assert got(planned_desk, topic)["status"] == "voorraad"
    planned_desk.undo()
    assert got(planned_desk, topic)["status"] == "geagendeerd"
    assert got(planned_desk, item)["alive"]


@pytest.mark.accept("C2")
def test_another_holder_leaves_past_meetings_as_they_were(planned_desk: Desk, board: Ref) -> None:
    desk = planned_desk
    with desk.change("Personen ingevoerd") as tx:
        old, new = (tx.add("person", {"title": title}).id for title in ("Oud bestuurslid", "Nieuw bestuurslid"))
    seat = Ref("seat", desk.rows("seat")[0]["id"])
    with desk.change("Zetel bezet") as tx:
        tx.set(seat, "holder", old)
    earlier = agenda.new_meeting(desk, board, datetime.fromisoformat("2026-10-27 19:30"))
    sitting.invite(desk, earlier)
    later = agenda.new_meeting(desk, board, EVENING)

    sitting.change_holder(desk, seat, new, date(2026, 12, 1))

    with desk.read() as reader:
        assert {old, new} & {p["member"] for p in queries.people(reader, earlier.id)} == {old}
        assert {old, new} & {p["member"] for p in queries.people(reader, later.id)} == {new}
        assert {old, new} & {i.member for i in queries.invited(reader, board.id, date(2026, 11, 30))} == {old}
    with pytest.raises(Refused):
        sitting.change_holder(desk, seat, old, date(2018, 2, 7))


@pytest.mark.accept("M22")
def test_the_combined_meeting_asks_the_boards_of_the_partners_of_that_day(planned_desk: Desk) -> None:
    desk = planned_desk
    combined = body_called(desk, "Gecombineerde vergadering")
    partner = next(row["id"] for row in desk.rows("organisation") if row["is_partner"])
    other = next(row["id"] for row in desk.rows("organisation") if row["title"] == "MKB Noord")
    with desk.change("Bestuursleden ingevoerd") as tx:
        people = [tx.add("person", {"title": f"Bestuurslid {n}"}).id for n in range(4)]
        now, past, no_board, no_partner = people
        tx.add("function", {"person": now, "organisation": partner, "is_board": True})
        tx.add("function", {"person": past, "organisation": partner, "is_board": True, "to_on": date(2025, 12, 31)})
        tx.add("function", {"person": no_board, "organisation": partner})
        tx.add("function", {"person": no_partner, "organisation": other, "is_board": True})
    with desk.read() as reader:
        found = queries.invited(reader, combined.id, EVENING.date())
        names = reader.titles([i.member for i in found])
    assert [(names[i.member], i.function, i.has_vote) for i in found] == [
        ("Bestuurslid 0", "lid", True),
        ("Gemeente Assen", "toehoorder", False),
    ]


@pytest.mark.accept("M11")
def test_attendance_is_noted_and_a_stranger_is_a_guest(planned_desk: Desk, meeting: Ref) -> None:
    desk = planned_desk
    with desk.read() as reader:
        voters = [p["member"] for p in queries.people(reader, meeting.id) if p["has_vote"]]
    for partner in voters[:3]:
        sitting.mark_attendance(desk, meeting, partner, "aanwezig")
    sitting.mark_attendance(desk, meeting, voters[3], "afgemeld")
    guest = next(row["id"] for row in desk.rows("person") if row["title"] == "Programmamanager binnenstad")
    came = sitting.mark_attendance(desk, meeting, guest, "aanwezig", came_at=datetime.fromisoformat("2026-12-08 20:15"))

    assert got(desk, came)["is_guest"]
    kind = desk.kinds["meeting"]
    assert kind.facts is not None
    with desk.read() as reader:
        facts = dict(kind.facts(got(desk, meeting), reader))
        assert len(queries.attendance(reader, meeting.id)) == 7
    assert facts["Quorum"] == "3 van 5 stemmen aanwezig, nodig 3"


@pytest.mark.accept("M4")
def test_sending_tells_which_decision_has_no_text(planned_desk: Desk, meeting: Ref) -> None:
    desk = planned_desk
    send = next(command for command in menu.MEETING if command.name == "verzenden")
    agenda.add_item(desk, meeting, "Begroting 2027", purpose="besluitvorming")
    with desk.read() as reader:
        assert [field.name for field in send.asks(reader, [meeting])] == ["is_sure"]
    with pytest.raises(Refused) as refused:
        send.run(desk, [meeting], {})
    assert str(refused.value) == "Voorstel ontbreekt bij punt 8. Vul het aan, of verstuur toch."
    assert got(desk, meeting)["status"] == "concept"

    send.run(desk, [meeting], {"is_sure": True})
    values = got(desk, meeting)
    assert (values["status"], values["sent_on"]) == ("verzonden", desk.today)
    with desk.read() as reader:
        assert len(queries.attendance(reader, meeting.id)) == 6


def test_a_meeting_goes_only_where_it_may(planned_desk: Desk, meeting: Ref) -> None:
    with pytest.raises(Refused) as refused, planned_desk.change("Stand gewijzigd") as tx:
        tx.set(meeting, "status", "verslag_vastgesteld")
    assert str(refused.value) == "Van concept kan dit worden: verzonden, gehouden, vervallen."
    for status in ("gehouden", "verslag_concept", "verslag_vastgesteld"):
        with planned_desk.change("Stand gewijzigd") as tx:
            tx.set(meeting, "status", status)
    with pytest.raises(Refused) as refused, planned_desk.change("Stand gewijzigd") as tx:
        tx.set(meeting, "status", "concept")
    assert str(refused.value) == "Het verslag is vastgesteld; de vergadering ligt vast."


def test_vandaag_tells_of_meetings_and_their_papers(planned_desk: Desk, board: Ref, meeting: Ref) -> None:
    today = agenda.new_meeting(planned_desk, board, datetime.fromisoformat("2026-11-24 16:00"))
    agenda.new_meeting(planned_desk, board, datetime.fromisoformat("2027-01-12 19:30"))
    with planned_desk.read() as reader:
        coming = needs.coming_meetings(reader)
        papers = needs.papers_to_send(reader)
    assert [(need.ref, need.group) for need in coming] == [(today, "nu")]
    assert sorted((need.ref, need.group) for need in papers) == sorted([(today, "nu"), (meeting, "week")])


def test_the_next_meeting_of_the_board_is_found(planned_desk: Desk, board: Ref, meeting: Ref) -> None:
    agenda.new_meeting(planned_desk, board, datetime.fromisoformat("2026-10-27 19:30"))
    agenda.new_meeting(planned_desk, board, datetime.fromisoformat("2027-01-12 19:30"))
    with planned_desk.read() as reader:
        coming = queries.next_of_type(reader, "bestuur")
        assert coming is not None
        assert coming["id"] == meeting.id
        before = queries.previous_meeting(reader, coming)
        assert before is not None
        assert before["starts_at"] == datetime.fromisoformat("2026-10-27 19:30")
        assert queries.next_meeting(reader, board.id, datetime.fromisoformat("2027-01-12 19:30")) is None
