"""Files read in by the window: looked at, their columns chosen, then one change that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from vaartdesk.app.window.reading.begin import read_files
from vaartdesk.app.window.reading.dialog import ImportDialog
from vaartdesk.flows.table_import import apply
from vaartdesk.formats.tables import read_csv
from window_parts import dialog, toast

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]
APPLY = "vaartdesk.app.window.reading.dialog.apply"
LIST = "Wat;Trekker;Klaar op\nBankjes;Huismeester;24-12-2026\nBomen;Niemand;\nBorden;Regisseur;\n"


@pytest.fixture
def window(open_window: Opened, qtbot: QtBot) -> Window:
    """The window on the tab with actions, with three of them."""
    made = open_window("Regisseur")
    with made.desk.change("Gemaakt") as tx:
        tx.add_many("action", [{"title": f"Proef {n}", "status": "loopt"} for n in range(3)])
    made.frame.show_tab("actions")
    return made


def opened(
    window: Window, qtbot: QtBot, folder: Path, text: str = LIST, name: str = "lijst van de markt.csv"
) -> ImportDialog:
    """The dialog on a file, its first plan worked out."""
    path = folder / name
    path.write_text(text, encoding="cp1252")
    read_files(window, [path], "action")
    qtbot.waitUntil(lambda: dialog(window, "importDialog") is not None)
    found = dialog(window, "importDialog")
    assert isinstance(found, ImportDialog)
    planned(found, qtbot)
    return found


def planned(found: ImportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: found.plan is not None)


def test_a_file_is_looked_at_its_columns_chosen_and_then_read_in(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    found = opened(window, qtbot, tmp_path)
    before = len(window.desk.rows("action"))
    assert found.kind.currentData() == "action"
    assert [box.currentData() for box in found.columns.boxes] == ["", "owner", ""]
    assert found.summary.text() == "0 nieuw, 0 gewijzigd, 0 gelijk, 3 geweigerd"
    assert not found.go.isEnabled()

    for at, name in ((0, "title"), (2, "due_on")):
        box = found.columns.boxes[at]
        box.setCurrentIndex(box.findData(name))
        box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: found.summary.text() == "2 nieuw, 0 gewijzigd, 0 gelijk, 1 geweigerd")
    assert found.go.text() == "2 records inlezen"
    shown = [[found.model.index(row, column).data() for column in range(4)] for row in range(3)]
    assert shown == [
        ["3", "Geweigerd", "Bomen", "Trekker ‘Niemand’ is hier niet bekend."],
        ["2", "Nieuw", "Bankjes", ""],
        ["4", "Nieuw", "Borden", ""],
    ]
    assert len(window.desk.rows("action")) == before

    with qtbot.waitSignal(found.read_in):
        found.go.click()
    assert len(window.desk.rows("action")) == before + 2
    assert toast(window) == "Ingelezen: 2 nieuw, 0 gewijzigd"
    assert "1 rij is geweigerd" in found.summary.text()
    [kept] = found.keep_refused(tmp_path)
    assert [row[0] for row in read_csv(kept.read_bytes())] == ["Wat", "Bomen"]
    found.reject()
    window.undo()
    assert len(window.desk.rows("action")) == before


def test_the_same_file_again_knows_the_columns_and_has_nothing_to_do(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    text = "Wat;Trekker\nBankjes;Huismeester\n"
    first = opened(window, qtbot, tmp_path, text)
    first.choose_column(0, "title")
    planned(first, qtbot)
    with qtbot.waitSignal(first.finished):
        first.go.click()
    again = opened(window, qtbot, tmp_path, text)
    assert again.columns.boxes[0].currentData() == "title"
    assert again.summary.text() == "0 nieuw, 0 gewijzigd, 1 gelijk, 0 geweigerd"
    assert again.go.text() == "Niets te doen"
    assert not again.go.isEnabled()


def test_a_column_is_one_thing_only_and_the_kind_can_be_chosen(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    found = opened(window, qtbot, tmp_path)
    found.choose_column(0, "owner")
    assert [box.currentData() for box in found.columns.boxes] == ["owner", "", ""]
    found.kind.setCurrentIndex(found.kind.findData("street"))
    found.kind.activated.emit(found.kind.currentIndex())
    planned(found, qtbot)
    assert found.columns.boxes[0].findData("owner") == -1
    found.choose_column(0, "title")
    qtbot.waitUntil(lambda: found.summary.text().startswith("3 nieuw"))


def test_unknown_references_can_be_left_empty(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    found = opened(window, qtbot, tmp_path)
    found.choose_column(0, "title")
    found.lenient.click()
    qtbot.waitUntil(lambda: found.summary.text() == "3 nieuw, 0 gewijzigd, 0 gelijk, 0 geweigerd")
    assert not found.keep.isVisible()


def test_stopping_while_it_reads_writes_nothing_and_can_be_begun_again(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = opened(window, qtbot, tmp_path)
    found.choose_column(0, "title")
    planned(found, qtbot)
    before = len(window.desk.rows("action"))

    def stopped(desk: Any, plan: Any, progress: Any) -> Any:
        found.stop()
        return apply(desk, plan, progress)

    monkeypatch.setattr(APPLY, stopped)
    found.go.click()
    qtbot.waitUntil(lambda: found._work is None)
    assert len(window.desk.rows("action")) == before
    assert found.go.isEnabled()
    monkeypatch.setattr(APPLY, apply)
    with qtbot.waitSignal(found.read_in):
        found.go.click()
    assert len(window.desk.rows("action")) == before + 2


def test_a_file_that_cannot_be_read_is_told(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "acties.xlsx"
    path.write_bytes(b"PK geen werkboek")
    read_files(window, [path])
    qtbot.waitUntil(lambda: "geen Excel-bestand" in toast(window))
    assert dialog(window, "importDialog") is None


def test_everything_in_the_dialog_has_a_name(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    found = opened(window, qtbot, tmp_path)
    inside = found.focusable()
    assert len(inside) > 7
    names = [QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) for widget in inside]
    assert all(names), [widget.objectName() for widget in inside]
    model = found.model
    spoken = model.data(model.index(0, 0), 11)  # Qt.ItemDataRole.AccessibleTextRole
    assert spoken == "rij 2, Geweigerd, zonder titel, Vul actie in."
