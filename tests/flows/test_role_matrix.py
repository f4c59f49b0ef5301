"""The matrix of roles and theme lines: state, counts and warnings follow from the plan and the actions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from vaartdesk.flows.role_matrix import LIMIT_SETTING, Cell, Matrix, RoleRow, counts, listed, read_matrix, told
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

LATE, LATER = date(2026, 11, 23), date(2026, 12, 24)


def key(desk: Desk, kind: str, name: str) -> str:
    field = "code" if kind == "theme_line" else "title"
    return str(next(row["id"] for row in desk.rows(kind) if row[field] == name))


def act(desk: Desk, role: str, line: str, **given: Any) -> Ref:
    """An action of a role (or of the key of a person) on a theme line."""
    owner = role if len(role) == 32 else key(desk, "role", role)
    values = {"title": f"{role} {line}", "owner": owner, "theme_line": key(desk, "theme_line", line)}
    with desk.change("Actie") as tx:
        return tx.add("action", values | {"status": "loopt", "due_on": LATER} | given)


def matrix_of(desk: Desk) -> Matrix:
    with desk.read() as reader:
        return read_matrix(reader)


def cell(desk: Desk, role: str, line: str) -> Cell:
    return matrix_of(desk).cell(key(desk, "role", role), key(desk, "theme_line", line))


def row(matrix: Matrix, title: str) -> RoleRow:
    return next(role for role in matrix.roles if role.title == title)


def warned(desk: Desk) -> list[str]:
    return [str(chip.label) for chip in matrix_of(desk).warnings]


@pytest.fixture
def bare_desk(planned_desk: Desk) -> Desk:
    """The plan without its actions."""
    with planned_desk.change("Leeg") as tx:
        for found in planned_desk.rows("action"):
            tx.delete(Ref("action", found["id"]))
    return planned_desk


@pytest.mark.accept("A2")
def test_a_cell_has_the_state_of_the_plan(bare_desk: Desk) -> None:
    assert cell(bare_desk, "Huismeester", "B").weight == "zwaartepunt"
    assert cell(bare_desk, "Regisseur", "C").weight == "betrokken"
    assert cell(bare_desk, "Huismeester", "A") == Cell()


@pytest.mark.accept("A2")
def test_open_and_late_actions_are_counted_where_role_and_line_meet(bare_desk: Desk) -> None:
    act(bare_desk, "Regisseur", "C", due_on=LATE)
    act(bare_desk, "Regisseur", "C")
    act(bare_desk, "Regisseur", "C", status="gereed", due_on=LATE)
    act(bare_desk, "Regisseur", "C", visible_from=LATER)
    act(bare_desk, "Huismeester", "C")
    found = cell(bare_desk, "Regisseur", "C")
    assert (found.open, found.late) == (2, 1)
    line = next(line for line in matrix_of(bare_desk).lines if line.code == "C")
    assert (line.open, line.late) == (3, 1)


def test_the_action_that_is_due_first_stands_for_the_cell(bare_desk: Desk) -> None:
    act(bare_desk, "Regisseur", "C", title="Later")
    act(bare_desk, "Regisseur", "C", title="Zonder dag", due_on=None)
    first = act(bare_desk, "Regisseur", "C", title="Te laat", due_on=LATE)
    found = cell(bare_desk, "Regisseur", "C").first
    assert found is not None
    assert (found[0], found[1].title) == (first, "Te laat")
    assert found[1].due is not None
    assert found[1].due.text == "1 dag te laat"


def test_what_a_person_has_counts_with_the_first_role_held_today(bare_desk: Desk) -> None:
    with bare_desk.change("Bezetting") as tx:
        person = tx.add("person", {"title": "Iemand"}).id
        for title, until in (("Huismeester", None), ("Backoffice", None), ("Regisseur", LATE)):
            tx.add("role_holder", {"role": key(bare_desk, "role", title), "person": person, "to_on": until})
    act(bare_desk, person, "B", due_on=LATE)
    assert (cell(bare_desk, "Huismeester", "B").open, cell(bare_desk, "Backoffice", "B").open) == (1, 0)
    assert cell(bare_desk, "Regisseur", "B").open == 0
    assert person in row(matrix_of(bare_desk), "Huismeester").owners


@pytest.mark.accept("A3")
def test_lines_without_a_working_centre_of_gravity_are_marked(bare_desk: Desk) -> None:
    assert warned(bare_desk) == ["C en E hebben geen zwaartepunt", "A en F: rol nog niet operationeel"]
    with bare_desk.change("Zwaartepunt") as tx:
        place = {"role": key(bare_desk, "role", "Backoffice"), "theme_line": key(bare_desk, "theme_line", "C")}
        tx.add("matrix_cell", place | {"weight": "zwaartepunt"})
        tx.set(Ref("role", key(bare_desk, "role", "Marketeer")), "is_operational", True)
    assert warned(bare_desk) == ["E heeft geen zwaartepunt", "A: rol nog niet operationeel"]


@pytest.mark.accept("A3")
def test_a_role_is_marked_from_one_late_action_above_the_limit(bare_desk: Desk) -> None:
    for line in "CCE":
        act(bare_desk, "Regisseur", line, due_on=LATE)
    assert not row(matrix_of(bare_desk), "Regisseur").is_over
    act(bare_desk, "Regisseur", "A", due_on=LATE)
    assert warned(bare_desk)[-1] == "Regisseur: 4 te laat, grens is 3"
    found = row(matrix_of(bare_desk), "Regisseur")
    assert (found.late, found.is_over) == (4, True)
    with bare_desk.change("Grens") as tx:
        tx.put_setting(LIMIT_SETTING, 5)
    assert not row(matrix_of(bare_desk), "Regisseur").is_over


def test_a_role_says_what_matters_most_of_it(bare_desk: Desk) -> None:
    remarks = {role.title: role.remark for role in matrix_of(bare_desk).roles}
    assert remarks["Regisseur"] == "integraal"
    assert remarks["Huismeester"] == "zwaartepunt B"
    assert remarks["Marketeer"] == "nog niet operationeel"
    assert remarks["Backoffice"] == ""


@pytest.mark.accept("C16")
def test_an_empty_role_shows_once_it_is_known_who_is_what(bare_desk: Desk) -> None:
    with bare_desk.change("Bezetting") as tx:
        person = tx.add("person", {"title": "Iemand"}).id
        holder = {"role": key(bare_desk, "role", "Communicatiemedewerker"), "person": person, "contract": "ingehuurd"}
        tx.add("role_holder", holder)
    remarks = {role.title: role.remark for role in matrix_of(bare_desk).roles}
    assert remarks["Communicatiemedewerker"] == "ingehuurd"
    assert remarks["Huismeester"] == "niet bezet"


def test_the_words_of_a_cell() -> None:
    assert [listed(words) for words in (["A"], ["A", "B"], ["A", "B", "C"])] == ["A", "A en B", "A, B en C"]
    assert (counts(7, 2), counts(0, 0)) == ("7 open, 2 te laat", "0 open")


def test_a_cell_is_told_in_one_sentence(bare_desk: Desk) -> None:
    matrix = matrix_of(bare_desk)
    line = next(line for line in matrix.lines if line.code == "F")
    role = row(matrix, "Marketeer")
    sentence = told(role, line, matrix.cell(role.key, line.key))
    assert sentence == "Marketeer, F Goed bekend: zwaartepunt, 0 open, rol nog niet operationeel"
