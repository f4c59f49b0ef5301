"""The board of actions: every card moves one field, by mouse and by keys, and comes back with undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vaartdesk.kinds.actions.rules.cards import card_of, part_counts
from vaartdesk.kinds.actions.view.board_column import BoardColumn
from vaartdesk.kinds.actions.view.board_page import BoardPage
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme.theme import theme

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


def key(desk: Desk, kind: str, name: str) -> str:
    field = "code" if kind == "theme_line" else "title"
    return str(next(row["id"] for row in desk.rows(kind) if row[field] == name))


class Actions:
    """A handful of actions by name."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.refs = desk, dict[str, Ref]()
        with desk.change("Leeg") as tx:
            for row in desk.rows("action"):
                tx.delete(Ref("action", row["id"]))

    def add(self, title: str, status: str = "loopt", owner: str = "Regisseur", **given: Any) -> Ref:
        values = {"title": title, "status": status, "owner": key(self.desk, "role", owner)}
        values["theme_line"] = key(self.desk, "theme_line", given.pop("line", "A"))
        with self.desk.change("Actie") as tx:
            self.refs[title] = tx.add("action", values | given)
        return self.refs[title]

    def values(self, title: str) -> Values:
        found = self.desk.get(self.refs[title])
        assert found is not None
        return found


@pytest.fixture
def actions(planned_desk: Desk) -> Actions:
    made = Actions(planned_desk)
    made.add("Etalages", "loopt", due_on=date(2026, 11, 21))
    made.add("Wegwijzers", "wacht", line="C", due_on=date(2026, 12, 4), waits_text="ontwerp van de gemeente")
    made.add("Kalender", "loopt", "Event-coördinator", line="D", due_on=date(2026, 12, 8))
    made.add("Geveltuinen", "gepland", "Huismeester", line="B", due_on=date(2026, 12, 1))
    return made


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def told(stage: Stage) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    stage.announced.connect(lambda sentence, is_undoable: found.append((sentence, is_undoable)))
    return found


@pytest.fixture
def board(actions: Actions, planned_desk: Desk, stage: Stage, qtbot: QtBot, qapp: QApplication) -> Iterator[BoardPage]:
    theme().install(qapp, "light")
    page = BoardPage(planned_desk, stage, "Themalijnen")
    qtbot.addWidget(page)
    page.resize(1158, 768)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    yield page
    page.close()


def titles(board: BoardPage) -> dict[str, list[str]]:
    return {column.label: [card.parts.title for card in column.list.cards.rows] for column in board.columns}


def column(board: BoardPage, label: str) -> BoardColumn:
    return next(found for found in board.columns if found.label == label)


def take(board: BoardPage, label: str, title: str) -> BoardColumn:
    """Make a card current, with the focus on it."""
    found = column(board, label)
    key = next(card.key for card in found.list.cards.rows if card.parts.title == title)
    found.list.setFocus()
    assert found.list.choose(key)
    return found


@pytest.mark.accept("A5")
def test_cards_stand_by_state_in_order_of_their_deadline(board: BoardPage) -> None:
    assert titles(board) == {
        "Idee": [],
        "Gepland": ["Geveltuinen"],
        "Loopt": ["Etalages", "Kalender"],
        "Wacht": ["Wegwijzers"],
        "Gereed": [],
    }


@pytest.mark.accept("A5")
def test_alt_right_moves_the_card_that_one_field_and_undo_brings_it_back(
    board: BoardPage, actions: Actions, planned_desk: Desk, told: list[tuple[str, bool]]
) -> None:
    before = dict(actions.values("Geveltuinen"))
    held = take(board, "Gepland", "Geveltuinen")
    QTest.keyClick(held.list, Qt.Key.Key_Right, ALT)
    assert titles(board)["Loopt"] == ["Etalages", "Geveltuinen", "Kalender"]
    after = actions.values("Geveltuinen")
    assert {name for name in before if before[name] != after[name]} == {"status"}
    assert told == [(f"{after['number']} van Gepland naar Loopt", True)]
    target = column(board, "Loopt").list
    assert target.hasFocus()
    assert target.current_key() == actions.refs["Geveltuinen"].id
    planned_desk.undo()
    assert titles(board)["Gepland"] == ["Geveltuinen"]
    assert dict(actions.values("Geveltuinen")) == before


def test_alt_left_at_the_first_column_does_nothing(board: BoardPage, actions: Actions) -> None:
    actions.add("Waterpunt", "idee")
    held = take(board, "Idee", "Waterpunt")
    QTest.keyClick(held.list, Qt.Key.Key_Left, ALT)
    assert actions.values("Waterpunt")["status"] == "idee"


@pytest.mark.accept("A5")
def test_a_card_is_dragged_to_another_column(board: BoardPage, actions: Actions) -> None:
    source, target = column(board, "Gepland").list, column(board, "Wacht").list
    start = source.visualRect(source.cards.index(0, 0)).center()
    end = source.viewport().mapFromGlobal(target.viewport().mapToGlobal(QPoint(40, 60)))
    QTest.mousePress(source.viewport(), LEFT, pos=start)
    for point in (start + QPoint(0, 14), end):
        QTest.mouseMove(source.viewport(), point)
    assert target.drop_row == 0  # due before the one that waits
    QTest.mouseRelease(source.viewport(), LEFT, pos=end)
    assert actions.values("Geveltuinen")["status"] == "wacht"
    assert titles(board)["Wacht"] == ["Geveltuinen", "Wegwijzers"]
    assert target.drop_row is None


def test_a_card_let_go_beside_the_board_or_with_escape_stays(board: BoardPage, actions: Actions) -> None:
    source = column(board, "Gepland").list
    start = source.visualRect(source.cards.index(0, 0)).center()
    QTest.mousePress(source.viewport(), LEFT, pos=start)
    QTest.mouseMove(source.viewport(), start + QPoint(0, 14))
    QTest.mouseRelease(source.viewport(), LEFT, pos=QPoint(5, -200))
    assert actions.values("Geveltuinen")["status"] == "gepland"
    QTest.mousePress(source.viewport(), LEFT, pos=start)
    QTest.mouseMove(source.viewport(), start + QPoint(300, 14))
    QTest.keyClick(source, Qt.Key.Key_Escape)
    QTest.mouseRelease(source.viewport(), LEFT, pos=start + QPoint(300, 14))
    assert actions.values("Geveltuinen")["status"] == "gepland"


@pytest.mark.accept("A5")
def test_by_role_a_card_moves_to_another_trekker(board: BoardPage, actions: Actions, planned_desk: Desk) -> None:
    board.groups.choose("owner")
    assert titles(board)["Huismeester"] == ["Geveltuinen"]
    before = dict(actions.values("Geveltuinen"))
    board.move_card(actions.refs["Geveltuinen"].id, column(board, "Backoffice"))
    after = actions.values("Geveltuinen")
    assert {name for name in before if before[name] != after[name]} == {"owner"}
    assert titles(board)["Backoffice"] == ["Geveltuinen"]
    planned_desk.undo()
    assert titles(board)["Huismeester"] == ["Geveltuinen"]


def test_by_theme_line_organisatie_is_the_last_column(board: BoardPage, actions: Actions) -> None:
    board.groups.choose("theme_line")
    assert list(titles(board))[-1] == "Organisatie"
    board.move_card(actions.refs["Kalender"].id, column(board, "Organisatie"))
    assert actions.values("Kalender")["theme_line"] is None


def test_a_move_that_a_rule_forbids_is_told_and_changes_nothing(
    board: BoardPage, actions: Actions, planned_desk: Desk, told: list[tuple[str, bool]]
) -> None:
    with planned_desk.change("Ook D") as tx:
        tx.set(actions.refs["Etalages"], "other_lines", (key(planned_desk, "theme_line", "D"),))
    board.groups.choose("theme_line")
    target = next(found for found in board.columns if found.value == key(planned_desk, "theme_line", "D"))
    assert not board.move_card(actions.refs["Etalages"].id, target)
    assert told == [("De eigen themalijn hoort niet bij de andere themalijnen.", False)]


def test_arrows_walk_over_columns_without_cards(board: BoardPage) -> None:
    held = take(board, "Loopt", "Kalender")
    QTest.keyClick(held.list, Qt.Key.Key_Right)
    assert column(board, "Wacht").list.hasFocus()
    QTest.keyClick(column(board, "Wacht").list, Qt.Key.Key_Right)
    assert column(board, "Wacht").list.hasFocus()
    QTest.keyClick(column(board, "Wacht").list, Qt.Key.Key_Left)
    assert column(board, "Loopt").list.hasFocus()


def test_enter_opens_the_record(board: BoardPage, actions: Actions, stage: Stage) -> None:
    opened: list[Ref] = []
    stage.open_requested.connect(opened.append)
    held = take(board, "Wacht", "Wegwijzers")
    assert board.current() == actions.refs["Wegwijzers"]
    QTest.keyClick(held.list, Qt.Key.Key_Return)
    assert opened == [actions.refs["Wegwijzers"]]


def test_the_plus_begins_an_action_in_its_column(board: BoardPage) -> None:
    column(board, "Wacht").add_requested.emit()
    entry = board.findChild(QuickEntry)
    assert entry is not None
    assert entry.given == {"status": "wacht"}
    entry.reject()


@pytest.mark.accept("A8")
def test_what_may_not_be_seen_yet_has_no_card(board: BoardPage, actions: Actions) -> None:
    actions.add("Jaarplan", "gepland", visible_from=date(2026, 11, 25))
    assert "Jaarplan" not in titles(board)["Gepland"]
    board.show_query(Query(sort="due_on", filters=frozenset({"verborgen"})))
    assert titles(board)["Gepland"] == ["Jaarplan"]


def test_words_and_filters_leave_cards_out(board: BoardPage) -> None:
    board.search.setText("etal")
    assert titles(board)["Loopt"] == ["Etalages"]
    assert titles(board)["Wacht"] == []


def test_what_was_done_last_stands_on_top(board: BoardPage, actions: Actions) -> None:
    actions.add("Eerder", "gereed", finished_on=date(2026, 10, 1))
    actions.add("Later", "gereed", finished_on=date(2026, 11, 1))
    assert titles(board)["Gereed"] == ["Later", "Eerder"]


def test_a_card_let_go_in_the_gap_beside_a_column_belongs_to_that_column(board: BoardPage, actions: Actions) -> None:
    source, target = column(board, "Gepland").list, column(board, "Loopt")
    start = source.visualRect(source.cards.index(0, 0)).center()
    QTest.mousePress(source.viewport(), LEFT, pos=start)
    end = source.viewport().mapFromGlobal(target.mapToGlobal(QPoint(-2, 80)))
    for point in (start + QPoint(0, 14), end):
        QTest.mouseMove(source.viewport(), point)
    QTest.mouseRelease(source.viewport(), LEFT, pos=end)
    assert actions.values("Geveltuinen")["status"] == "loopt"


def test_five_columns_fit_a_small_screen(board: BoardPage) -> None:
    assert len(board.columns) == 5
    right = max(found.mapTo(board, found.rect().topRight()).x() for found in board.columns)
    assert right <= board.width()
    assert {200 <= found.width() <= 230 for found in board.columns} == {True}, [c.width() for c in board.columns]


def test_a_column_beyond_the_edge_comes_into_sight_when_walked_to(board: BoardPage, qtbot: QtBot) -> None:
    board.groups.choose("owner")
    last = column(board, "Huismeester")
    bar = board.area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    held = column(board, "Event-coördinator").list
    held.setFocus()
    held.choose_row(0)
    QTest.keyClick(held, Qt.Key.Key_Right)
    assert last.list.hasFocus()
    assert last.mapTo(board.area, last.rect().topRight()).x() <= board.area.width()
    assert all(card.parts.meta == () for card in last.list.cards.rows), "the column says whose they are"


def test_a_card_tells_how_far_it_is_and_what_it_waits_for(actions: Actions, planned_desk: Desk) -> None:
    whole = actions.refs["Etalages"]
    for title, status in (("Eigenaren", "gereed"), ("Opening", "gepland"), ("Nooit", "vervallen")):
        actions.add(title, status, parent=whole.id)
    rows = {row["id"]: row for row in planned_desk.rows("action")}
    counts = part_counts(rows.values())
    context = RowContext(planned_desk.today, planned_desk.clock.now(), {}, {}, {})
    card = card_of(rows[whole.id], context, counts[whole.id])
    assert (card.share, card.told) == (50, "1 van 2")
    waiting = card_of(rows[actions.refs["Wegwijzers"].id], context)
    assert (waiting.share, waiting.waits) == (None, "wacht op ontwerp van de gemeente")
