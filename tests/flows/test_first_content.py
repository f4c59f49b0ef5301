from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from vaartdesk.core.clock import FixedClock
from vaartdesk.flows.first_content import write_first_content
from vaartdesk.flows.first_facts import facts_of, hundredths, key_of
from vaartdesk.kinds.plan import queries as plan
from vaartdesk.kinds.plan.rules.goals import standing
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from workspace import open_desk

COUNTS = {
    "theme_line": 6,
    "role": 8,
    "goal": 5,
    "agreement": 5,
    "fund": 1,
    "seat": 5,
    "municipality": 1,
    "permit_term": 4,
    "action": 7,
}


@pytest.mark.accept("G1")
def test_a_first_start_holds_the_facts_of_the_plan(planned_desk: Desk) -> None:
    assert {kind: len(planned_desk.rows(kind)) for kind in COUNTS} == COUNTS
    partners = [row["title"] for row in planned_desk.rows("organisation") if row["is_partner"]]
    assert sorted(partners) == sorted(fact["name"] for fact in facts_of("werkplan.toml")["partner"])
    assert len(partners) == 5


@pytest.mark.accept("G1")
def test_there_is_a_table_for_each_theme_line(planned_desk: Desk) -> None:
    lines = {row["id"]: row["code"] for row in planned_desk.rows("theme_line")}
    bodies = planned_desk.rows("body")
    tables = {row["title"]: lines[row["theme_line"]] for row in bodies if row["theme_line"]}
    assert tables == {f"ThemaTafel {code}": code for code in "ABCDEF"}
    assert {row["title"] for row in bodies if not row["theme_line"]} == {
        "Binnenstadbestuur",
        "Regiegroep Binnenstad",
        "Projectgroep Binnenstad",
        "Gecombineerde vergadering",
        "Teamoverleg",
        "Raad van Advies",
        "Denkgroep economie",
        "Binnenstadborrel",
    }


@pytest.mark.accept("G1")
def test_the_matrix_holds_the_pluses_of_the_plan_and_marks_the_centres_as_assumed(planned_desk: Desk) -> None:
    cells = planned_desk.rows("matrix_cell")
    assert Counter((cell["weight"], cell["is_assumed"]) for cell in cells) == {
        ("betrokken", False): 12,
        ("zwaartepunt", True): 4,
    }


@pytest.mark.accept("G1")
def test_what_the_plan_does_not_say_is_marked(planned_desk: Desk) -> None:
    for kind in ("street", "place", "ticket_category", "permit_term", "measurement"):
        rows = [planned_desk.get(Ref(kind, row["id"])) for row in planned_desk.rows(kind)]
        assert rows, kind
        assert all(row is not None and row["is_assumed"] for row in rows), kind
    assert [row["title"] for row in planned_desk.rows("role") if row["is_assumed"]] == ["Backoffice"]
    segments = planned_desk.rows("contact_segment")
    assert [row["title"] for row in segments if row["is_assumed"]] == ["leverancier", "pers"]
    for kind in ("theme_line", "goal", "agreement", "organisation", "person"):
        rows = [planned_desk.get(Ref(kind, row["id"])) for row in planned_desk.rows(kind)]
        assert not any(row is not None and row["is_assumed"] for row in rows), kind


@pytest.mark.accept("G1", "D1")
def test_the_goals_have_the_figures_of_the_agreement(planned_desk: Desk) -> None:
    with planned_desk.read() as reader:
        found = {
            goal["short"]: standing(goal, series, reader.today) for goal, series in plan.goals_with_measurements(reader)
        }
    assert {name: (now.state, now.value, now.target, now.progress) for name, now in found.items()} == {
        "Arbeidsplaatsen": ("loopt", 380_000, 500_000, 0),
        "Bedrijven": ("loopt", 43_000, 50_000, 0),
        "Leegstand": ("loopt", 2190, 780, 0),
        "Waardering": ("geen_nulmeting", None, 750, None),
        "Notering": ("doeljaar_voorbij", None, 2500, None),
    }


@pytest.mark.accept("G1")
def test_every_row_can_be_changed_and_stays_so_when_the_plan_is_read_again(planned_desk: Desk) -> None:
    desk = planned_desk
    role, street = Ref("role", key_of("role", "Backoffice")), Ref("street", key_of("street", "Weiersstraat"))
    with desk.change("Gewijzigd") as tx:
        tx.set(role, "title", "Secretariaat")
        tx.delete(street)
    before = {kind: len(desk.rows(kind, alive=False)) for kind in desk.kinds}
    told: list[object] = []
    desk.bus.subscribe(told.append)

    write_first_content(desk)

    assert told == []
    assert {kind: len(desk.rows(kind, alive=False)) for kind in desk.kinds} == before
    assert desk.title(role) == "Secretariaat"
    found = desk.get(street)
    assert found is not None
    assert not found["alive"]


@pytest.mark.accept("G1")
def test_two_laptops_make_the_same_rows(tmp_path: Path, clock: FixedClock) -> None:
    keys = []
    for name in ("een", "twee"):
        with open_desk(tmp_path / name, clock) as desk:
            write_first_content(desk)
            keys.append({(kind, row["id"]) for kind in desk.kinds for row in desk.rows(kind)})
    assert keys[0] == keys[1]


def test_it_is_one_change_that_can_be_undone(desk: Desk) -> None:
    write_first_content(desk)
    undone = desk.undo()
    assert undone is not None
    assert "Werkplan ingelezen" in undone.sentence
    assert {kind: len(desk.rows(kind)) for kind in COUNTS} == dict.fromkeys(COUNTS, 0)
    desk.redo()
    assert {kind: len(desk.rows(kind)) for kind in COUNTS} == COUNTS


@pytest.mark.accept("T2")
def test_every_aspect_has_categories_with_a_term(planned_desk: Desk) -> None:
    rows = planned_desk.rows("ticket_category")
    aspects = {option.slug for option in planned_desk.kinds["ticket_category"].fields["aspect"].type.options}  # type: ignore[attr-defined]
    assert {row["aspect"] for row in rows} == aspects
    assert all(row["term"] is not None and row["term_unit"] for row in rows)


def test_a_new_action_follows_the_numbers_of_the_plan(planned_desk: Desk) -> None:
    line = next(row["id"] for row in planned_desk.rows("theme_line") if row["code"] == "A")
    with planned_desk.change("Actie gemaakt") as tx:
        action = tx.add("action", {"title": "Etalagepilot", "theme_line": line})
    found = planned_desk.get(action)
    assert found is not None
    assert found["number"] == "A-004"


def test_agreements_name_their_parties_and_bodies_whom_they_advise(planned_desk: Desk) -> None:
    agreement = planned_desk.get(Ref("agreement", key_of("agreement", "Binnenstadakkoord")))
    assert agreement is not None
    assert agreement["signed_on"] == date(2018, 2, 7)
    assert len(agreement["parties"]) == 7
    table = planned_desk.get(Ref("body", key_of("body", "ThemaTafel C")))
    assert table is not None
    with planned_desk.read() as reader:
        titles = reader.titles(table["advises"])
    assert [titles[key] for key in table["advises"]] == ["Gemeente Assen", "Binnenstadbestuur", "Teamoverleg"]


@pytest.mark.parametrize(("text", "value"), [("21.9", 2190), ("3800", 380_000), ("7.85", 785)])
def test_figures_of_the_file_are_exact(text: str, value: int) -> None:
    assert hundredths(text) == value
    assert hundredths(None) is None
