"""Lists on their way out of the window: to a file, to paper, all at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from keyboard import press
from vaartdesk.app.window import outgoing, traffic
from vaartdesk.app.window.export_dialog import ExportDialog
from vaartdesk.flows.rebuild import is_everything
from vaartdesk.formats.tables import read_csv
from vaartdesk.ui.preview.dialog import Preview
from vaartdesk.ui.saving_as import ask_where
from window_parts import button, dialog, toast, top_page

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


@pytest.fixture
def window(open_window: Opened, qtbot: QtBot) -> Window:
    """The window on the tab with actions, with three of them."""
    made = open_window("Regisseur")
    with made.desk.change("Gemaakt") as tx:
        tx.add_many("action", [{"title": f"Proef {n}", "status": "loopt"} for n in range(3)])
    made.frame.show_tab("actions")
    return made


# --- out -------------------------------------------------------------------------------------------------------------


def test_the_rows_that_are_shown_go_to_a_file(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    page = top_page(window)
    page.header.search.setText("proef")  # type: ignore[union-attr]
    shown = page.shown_list()
    assert (len(shown.keys), shown.told) == (3, "Filter: Open, met “proef”.")
    outgoing.write_shown(window, shown, tmp_path / "proeven.csv")
    qtbot.waitUntil(lambda: "3 records geschreven: proeven.csv" in toast(window))
    rows = read_csv((tmp_path / "proeven.csv").read_bytes())
    assert sorted(row[1] for row in rows[1:]) == ["Proef 0", "Proef 1", "Proef 2"]


def test_of_several_chosen_rows_only_those_go(window: Window, qtbot: QtBot) -> None:
    page = top_page(window)
    page.header.search.setText("proef")  # type: ignore[union-attr]
    page.list.choose_first()
    press(page.list.view, "Shift+Down")
    page.outgoing.menu.aboutToShow.emit()
    assert page.outgoing.menu.actions()[0].text() == "2 gekozen acties"
    assert len(page.shown_list().keys) == 2


def test_the_menu_of_a_list_offers_what_its_kind_can_be(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.frame.show_tab("contacts")
    page = top_page(window)
    page.outgoing.menu.aboutToShow.emit()
    offered = {action.objectName() for action in page.outgoing.menu.actions()}
    assert offered >= {"export_csv", "export_xlsx", "export_json", "export_vcf", "export_import"}
    asked: list[str] = []

    def ask(*told: Any) -> tuple[str, str]:
        asked.append(told[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    next(a for a in page.outgoing.menu.actions() if a.objectName() == "export_vcf").trigger()
    assert Path(asked[0]).name == "personen-2026-11-24.vcf"
    assert Path(asked[0]).is_absolute()
    assert Path.cwd() not in Path(asked[0]).parents, "not among the files of the program"


def test_the_next_file_is_proposed_where_the_last_one_went(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def ask(*told: Any) -> tuple[str, str]:
        asked.append(Path(told[2]))
        return str(tmp_path / "een.csv"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    for _time in range(2):
        assert ask_where(window.frame, "Exporteren", "twee.csv", "CSV (*.csv)") == tmp_path / "een.csv"
    assert asked[1] == tmp_path / "twee.csv"


def test_the_file_menu_exports_any_kind(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    action = next(a for a in window.frame.findChildren(QAction) if a.objectName() == "export")
    action.trigger()
    found = dialog(window, "exportDialog")
    assert isinstance(found, ExportDialog)
    assert (found.kind.currentData(), found.which.currentData(), found.form.currentData()) == (
        "action",
        "shown",
        "xlsx",
    )
    found.kind.setCurrentIndex(found.kind.findData("event"))
    assert [found.form.itemData(n) for n in range(found.form.count())] == ["xlsx", "csv", "json", "ics"]
    found.kind.setCurrentIndex(found.kind.findData("role"))
    found.form.setCurrentIndex(found.form.findData("json"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_told: (str(tmp_path / "rollen"), ""))
    button(found, "agree").click()
    qtbot.waitUntil(lambda: "geschreven: rollen.json" in toast(window))
    assert "Huismeester" in (tmp_path / "rollen.json").read_text("utf-8")


def test_everything_is_exported_from_the_menu(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_told: (str(tmp_path / "alles.zip"), ""))
    next(a for a in window.frame.findChildren(QAction) if a.objectName() == "exportAll").trigger()
    qtbot.waitUntil(lambda: "Alles geschreven naar alles.zip" in toast(window))
    assert is_everything(tmp_path / "alles.zip")


def test_a_place_that_will_not_do_is_told(window: Window, qtbot: QtBot) -> None:
    outgoing.write_all(window, window.desk.folder / "alles.zip")
    qtbot.waitUntil(lambda: "buiten de werkmap" in toast(window))
    outgoing.write_shown(window, top_page(window).shown_list(), window.desk.folder / "weg" / "x.csv")
    qtbot.waitUntil(lambda: "weg is er niet" in toast(window))


# --- paper -----------------------------------------------------------------------------------------------------------


def test_the_printer_of_a_list_shows_the_list_as_a_pdf(window: Window, qtbot: QtBot) -> None:
    page = top_page(window)
    page.header.search.setText("proef")  # type: ignore[union-attr]
    page.outgoing.printer.click()
    found = dialog(window, "preview")
    assert isinstance(found, Preview)
    qtbot.waitUntil(lambda: bool(found.data))
    assert found.job.name == "acties-2026-11-24.pdf"
    found.reject()


def test_ctrl_p_asks_whether_list_or_record_is_meant(window: Window, qtbot: QtBot) -> None:
    page = top_page(window)
    page.list.choose_first()
    qtbot.waitUntil(lambda: page.current() is not None)
    page.list.view.setFocus()
    window.print_current()
    found = dialog(window, "printChoice")
    assert button(found, "printShown").text().startswith("De lijst, ")
    button(found, "printRecord").click()
    shown = dialog(window, "preview")
    number = (window.desk.get(page.current()) or {})["number"]  # type: ignore[arg-type]
    assert shown.job.name == f"{number}.pdf"
    qtbot.waitUntil(lambda: bool(shown.data))
    shown.reject()


def test_ctrl_p_in_a_record_prints_the_record(window: Window, qtbot: QtBot) -> None:
    page = top_page(window)
    page.list.choose_first()
    ref = page.list.current()
    assert ref is not None
    page.show_record(ref)
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    page.rename()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.page.isAncestorOf(focus)
    window.print_current()
    assert dialog(window, "printChoice") is None
    shown = dialog(window, "preview")
    number = (window.desk.get(ref) or {})["number"]
    assert shown.job.name == f"{number}.pdf"
    qtbot.waitUntil(lambda: bool(shown.data))
    shown.reject()


def test_pages_without_a_list_print_as_before(window: Window) -> None:
    window.frame.show_tab("today")
    page = window.frame.page("today")
    assert not traffic.print_on_top(window, page, None)
