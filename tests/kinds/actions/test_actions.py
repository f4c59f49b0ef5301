"""Actions: lateness on plain values, numbers and verbs on the real store."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from vaartdesk.core.clock import FixedClock
from vaartdesk.kinds.actions.commands import COMMANDS, finish_action, reopen_action
from vaartdesk.kinds.actions.model import Action
from vaartdesk.kinds.actions.queries import states_by_line
from vaartdesk.kinds.actions.rules import lateness, rows
from vaartdesk.schema.field import fields_of
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.ref import Ref, Refused, Values
from vaartdesk.store.desk import Desk

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
OPEN = ("idee", "gepland", "loopt", "wacht")


def action(**given: Any) -> dict[str, Any]:
    values = {name: f.type.empty if f.default is None else f.default for name, f in fields_of(Action).items()}
    return values | {"id": "a" * 32, "alive": True, "number": "A-012", "title": "Pilot leegstandsetalages"} | given


def context() -> RowContext:
    titles = {"a": "Compact & compleet", "b": "Prettig & comfortabel", "f": "Goed bekend", "v": "Verbinder"}
    return RowContext(TODAY, NOW, titles, {"a": "A", "b": "B", "f": "F"}, {})


def got(desk: Desk, ref: Ref) -> Values:
    values = desk.get(ref)
    assert values is not None
    return values


def add(desk: Desk, **given: Any) -> Ref:
    with desk.change("Actie") as tx:
        return tx.add("action", {"title": "Pilot"} | given)


@pytest.mark.accept("A6")
@pytest.mark.parametrize("status", OPEN)
@pytest.mark.parametrize(
    ("days", "tone", "text"),
    [
        (8, "neutral", "wo 2 dec"),
        (7, "warning", "di 1 dec"),
        (1, "warning", "wo 25 nov"),
        (0, "warning", "vandaag"),
        (-1, "danger", "1 dag te laat"),
        (-3, "danger", "3 dagen te laat"),
    ],
)
def test_an_open_action_is_amber_a_week_before_and_red_the_day_after(
    status: str, days: int, tone: str, text: str
) -> None:
    label = lateness.due_label(action(status=status, due_on=TODAY + timedelta(days)), TODAY)
    assert label is not None
    assert (label.tone, label.text, label.is_done) == (tone, text, False)


@pytest.mark.accept("A6")
@pytest.mark.parametrize("status", ["gereed", "vervallen"])
@pytest.mark.parametrize("days", [-400, -1, 0, 3])
def test_what_is_done_never_colours(status: str, days: int) -> None:
    values = action(status=status, due_on=TODAY + timedelta(days))
    label = lateness.due_label(values, TODAY)
    assert label is not None
    assert (label.tone, label.is_done) == ("neutral", True)
    assert rows.by_deadline(values, context())[1].tone == "neutral"
    assert not lateness.is_late(values, TODAY)


def test_the_row_shows_line_other_lines_owner_and_state() -> None:
    shown = rows.action_row(action(theme_line="a", other_lines=("f", "b"), owner="v", status="loopt"), context())
    assert (shown.badge, [badge.letter for badge in shown.badges]) == ("A", ["B", "F"])
    assert shown.meta == ("Verbinder",)
    assert shown.chip is not None
    assert (shown.chip.label, shown.chip.icon, shown.chip.tone) == ("Loopt", "play", "accent")
    order, header = rows.by_line(action(theme_line="b"), context())
    assert (header.text, header.line) == ("Prettig & comfortabel", "B")
    assert order < rows.by_line(action(), context())[0]
    assert rows.action_row(action(), context()).badge == "O"


def test_an_action_stays_out_of_sight_until_its_day(desk: Desk, clock: FixedClock) -> None:
    add(desk, due_on=TODAY + timedelta(2), visible_from=TODAY + timedelta(1))
    opened = next(f for f in rows.FILTERS if f.preset)

    def seen() -> tuple[bool, int]:
        with desk.read() as reader:
            needs = desk.kinds["action"].attention[0].query(reader)
        (row,) = desk.rows("action")
        return opened.test(row, RowContext(desk.today, desk.clock.now(), {}, {}, {})), len(needs)

    assert seen() == (False, 0)
    clock.advance(timedelta(days=1))
    assert seen() == (True, 1)


@pytest.mark.accept("A1")
def test_numbers_follow_the_first_main_line_and_are_kept(planned_desk: Desk) -> None:
    desk = planned_desk
    lines = {row["code"]: row["id"] for row in desk.rows("theme_line")}
    known = {row["number"] for row in desk.rows("action")}
    with desk.change("Mensen") as tx:
        owner, helper = tx.add("role", {"title": "Trekker"}), tx.add("role", {"title": "Medewerker"})
        other = tx.add("organisation", {"title": "Gemeente"})
    people = {"owner": owner.id, "co_workers": (helper.id,), "lead": "samen", "second_owner": other.id}
    ref = add(desk, theme_line=lines["B"], other_lines=(lines["A"], lines["F"]), **people)
    assert {name: got(desk, ref)[name] for name in people} == people
    assert got(desk, ref)["number"].startswith("B-")
    assert got(desk, ref)["number"] not in known
    number = got(desk, ref)["number"]
    with desk.change("Andere lijn") as tx:
        tx.update(ref, {"theme_line": lines["C"]})
    assert got(desk, ref)["number"] == number
    assert got(desk, add(desk))["number"].startswith("O-")
    with pytest.raises(Refused) as refused, desk.change("Dubbel") as tx:
        tx.set(ref, "theme_line", lines["A"])
    assert refused.value.problems[0].field == "other_lines"


def test_finishing_sets_day_and_progress_and_reopening_takes_them_back(desk: Desk) -> None:
    refs = [add(desk), add(desk)]
    assert finish_action(desk, refs[:1], {"result": "Tien panden."}).sentence == "O-001 gereed"
    values = got(desk, refs[0])
    assert (values["status"], values["finished_on"], values["progress"], values["result"]) == (
        "gereed",
        TODAY,
        100,
        "Tien panden.",
    )
    assert reopen_action(desk, refs[:1], {}).sentence == "O-001 loopt weer"
    assert (got(desk, refs[0])["finished_on"], got(desk, refs[0])["progress"]) == (None, None)
    assert finish_action(desk, refs, {}).sentence == "2 acties gereed"
    assert [command.name for command in COMMANDS if command.fits(got(desk, refs[0]))] == ["reopen"]


def test_dragging_to_wacht_begins_a_waiting_day(desk: Desk) -> None:
    ref = add(desk, status="loopt")
    with desk.change("Naar wacht") as tx:
        tx.set(ref, "status", "wacht")
    assert got(desk, ref)["waits_since"] == TODAY
    desk.undo()
    assert (got(desk, ref)["status"], got(desk, ref)["waits_since"]) == ("loopt", None)


@pytest.mark.accept("A9")
def test_progress_of_a_parent_is_the_share_of_finished_parts(desk: Desk) -> None:
    parent = add(desk)
    parts = [
        add(desk, parent=parent.id, owner=None, status=status) for status in ("gereed", "loopt", "vervallen", "gereed")
    ]
    facts = desk.kinds["action"].facts
    assert facts is not None
    with desk.read() as reader:
        assert list(facts(got(desk, parent), reader)) == [("Deelacties gereed", "2 van 3")]
        assert list(facts(got(desk, parts[0]), reader)) == []
    with pytest.raises(Refused), desk.change("Eigen deel") as tx:
        tx.set(parent, "parent", parent.id)


def test_actions_are_counted_by_line_and_state(planned_desk: Desk) -> None:
    line = planned_desk.rows("theme_line")[0]["id"]
    with planned_desk.read() as reader:
        before = states_by_line(reader)[line].copy()
    for given in (
        {"status": "loopt"},
        {"status": "loopt", "visible_from": date(2027, 1, 1)},
        {"status": "idee"},
        {"status": "vervallen"},
        {"status": "gereed", "finished_on": date(2026, 3, 1)},
        {"status": "gereed", "finished_on": date(2025, 12, 31)},
    ):
        add(planned_desk, theme_line=line, **given)
    add(planned_desk, status="wacht")

    with planned_desk.read() as reader:
        after = states_by_line(reader)

    assert after[line] - before == {"loopt": 1, "gereed": 1}
    assert after[None]["wacht"] == 1
