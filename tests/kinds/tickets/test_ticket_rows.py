"""What rows of tickets and contracts tell: whose icon, at whom it lies as the reader sees it, and how near notice is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from vaartdesk.formats.holidays import WorkCalendar
from vaartdesk.kinds.tickets.commands.intake import log_ticket
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.rules import rows, term
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.ref import Ref
from vaartdesk.store.bus import ChangeSet
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list.large import shared_rows

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
BIKES = {"term": 10, "term_unit": "werkdagen", "icon": "bike"}


def icon_of(sort: str, category: dict[str, Any]) -> str:
    values = {
        "type": sort,
        "status": "nieuw",
        "reported_at": NOW,
        "closed_at": None,
        "pauses": "",
        "paused_since": None,
    }
    return str(term.derived(values, category, WorkCalendar(), {})["icon"])


@pytest.mark.parametrize(
    ("sort", "icon"),
    [("klacht", "bike"), ("overlast", "bike"), ("wens", "lightbulb"), ("onderhoud", "wrench"), ("calamiteit", "triangle-alert")],
)  # fmt: skip
def test_a_complaint_shows_what_it_is_about_and_a_wish_that_it_is_one(sort: str, icon: str) -> None:
    assert icon_of(sort, BIKES) == icon


def test_without_an_icon_of_the_category_the_sort_has_one() -> None:
    assert icon_of("klacht", {**BIKES, "icon": ""}) == "message-square-warning"


def test_the_shipped_categories_give_a_new_ticket_its_icon_and_theme_line(planned_desk: Desk) -> None:
    category = next(
        row for row in planned_desk.rows("ticket_category") if row["title"] == "Volle afvalbak of container"
    )
    ref = log_ticket(
        planned_desk, {"title": "Container vol", "place_text": "Koopmansplein", "category": category["id"]}
    )
    found = planned_desk.get(ref)
    assert found is not None
    line = planned_desk.get(Ref("theme_line", found["theme_line"]))
    assert line is not None
    assert (found["icon"], line["code"]) == ("trash-2", "B")


def who_words(own: set[str], **values: Any) -> str:
    context = RowContext(TODAY, NOW, {"k": "Gemeente Assen"}, {}, {}, own=frozenset(own))
    return rows.lies_with({"lies_with": "huismeester", "forwarded_to": None, **values}, context)


def test_what_lies_with_the_reader_lies_with_me() -> None:
    assert who_words({"huismeester", "r1"}) == "bij mij"
    assert who_words({"regisseur"}) == "huismeester"
    assert who_words(set()) == "huismeester"
    assert who_words({"huismeester"}, lies_with="gemeente") == "gemeente"
    assert who_words({"p"}, lies_with="overig", forwarded_to="p") == "bij mij"
    assert who_words({"p"}, lies_with="overig", forwarded_to="k") == "Gemeente Assen"


def role(desk: Desk, title: str) -> Ref:
    return Ref("role", next(row["id"] for row in desk.rows("role") if row["title"] == title))


def test_who_sits_here_changes_what_the_list_says(planned_desk: Desk) -> None:
    category = next(row for row in planned_desk.rows("ticket_category") if row["title"] == "Geluid")
    fields = {"title": "Koelinstallatie bromt", "place_text": "Oudestraat 11", "category": category["id"]}
    ref = log_ticket(planned_desk, fields)
    shown = shared_rows(planned_desk, planned_desk.kinds["ticket"])
    shown.load()

    def listen(change: ChangeSet) -> None:
        shown.hear(change)

    planned_desk.bus.subscribe(listen)
    assert shown.parts(ref.id).meta == ("Oudestraat 11", "huismeester")
    planned_desk.set_who(role(planned_desk, "Huismeester"))
    assert shown.parts(ref.id).meta == ("Oudestraat 11", "bij mij")
    planned_desk.set_who(role(planned_desk, "Regisseur"))
    assert shown.parts(ref.id).meta == ("Oudestraat 11", "huismeester")


def test_a_person_is_the_roles_held_today(planned_desk: Desk) -> None:
    caretaker = role(planned_desk, "Huismeester")
    with planned_desk.change("Bezetting") as tx:
        person = tx.add("person", {"title": "Huismeester van dienst"})
        tx.add("role_holder", {"role": caretaker.id, "person": person.id, "from_on": date(2026, 1, 1)})
        gone = {"role": role(planned_desk, "Regisseur").id, "person": person.id, "to_on": date(2026, 11, 23)}
        tx.add("role_holder", gone)
    planned_desk.set_who(person)
    with planned_desk.read() as reader:
        assert reader.own == {person.id, caretaker.id, "huismeester"}


@pytest.mark.accept("T14")
@pytest.mark.parametrize(
    ("notice", "text", "tone"),
    [
        (date(2026, 11, 23), "ma 23 nov", "neutral"),
        (date(2026, 11, 24), "vandaag", "warning"),
        (date(2026, 11, 30), "nog 4 werkdagen", "warning"),
        (date(2026, 12, 1), "nog 5 werkdagen", "warning"),
        (date(2026, 12, 2), "nog 6 werkdagen", "neutral"),
    ],
)
def test_a_notice_date_within_a_working_week_is_amber(notice: date, text: str, tone: str) -> None:
    due = rows.notice_label({"notice_on": notice, "status": "lopend"}, TODAY, WorkCalendar())
    assert due is not None
    assert (due.text, due.tone) == (text, tone)


def test_on_vandaag_a_contract_tells_its_notice_date_and_price(planned_desk: Desk) -> None:
    with planned_desk.change("Contract gemaakt") as tx:
        values = {"title": "Kerstverlichting", "status": "lopend", "notice_on": date(2026, 11, 30), "price": 1_840_000}
        tx.add("contract", values)
    with planned_desk.read() as reader:
        need = queries.contracts_near_notice(reader)[0]
    assert need.parts.meta == ("Contract", "opzegdatum ma 30-11-2026", "€\N{NO-BREAK SPACE}18.400 per jaar")
    assert need.parts.chip is not None
    assert (need.parts.chip.label, need.parts.chip.tone) == ("Opzegdatum", "warning")
