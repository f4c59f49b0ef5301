"""The papers of a meeting from the window: the agenda with its papers for whom one says, and the minutes."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from papers import outline, plain, whole
from vaartdesk.flows.follow_up import action_of
from vaartdesk.kinds.meetings.commands import editing, note_taking, sitting
from vaartdesk.kinds.meetings.commands.agenda import add_item, new_meeting
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from window_parts import button, dialog

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]
EVENING = datetime(2026, 12, 8, 19, 30)  # noqa: DTZ001  wall-clock time, as meetings store it


class Board:
    """A meeting of the board with an open and a confidential item."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        body = next(Ref("body", row["id"]) for row in desk.rows("body") if row["title"] == "Binnenstadbestuur")
        self.meeting = new_meeting(desk, body, EVENING)
        self.open = add_item(desk, self.meeting, "Fietsbeugels Brink", minutes=20)
        self.closed = add_item(desk, self.meeting, "Huur van de zaal", minutes=10)
        with desk.change("Vertrouwelijk") as tx:
            tx.update(self.closed, {"is_confidential": True, "internal_note": "Bod is 900 euro"})

    def hold(self) -> None:
        """It was held: notes, a decision with an action, and somebody with an interest."""
        sitting.invite(self.desk, self.meeting)
        member = next(row["member"] for row in self.desk.rows("attendance") if row["has_vote"])
        sitting.mark_attendance(self.desk, self.meeting, member, "aanwezig")
        note_taking.write_note(self.desk, self.open, "De huismeester licht <b>toe</b>.")
        due = datetime(2026, 12, 18).date()  # noqa: DTZ001
        made = sitting.decide(self.desk, self.open, "aangenomen", "Er komen 24 beugels.", due_on=due)
        action_of(self.desk, made, "Beugels bestellen", owner=None)
        note_taking.write_note(self.desk, self.closed, "De verhuurder zakt.")
        note_taking.mark_interest(self.desk, self.open, member, has_interest=True)
        editing.move_meeting(self.desk, self.meeting, "gehouden")


@pytest.fixture
def board(planned_desk: Desk) -> Board:
    return Board(planned_desk)


@pytest.fixture
def window(open_window: Opened, board: Board) -> Window:
    made = open_window("Regisseur")
    made.show_record(board.meeting)
    return made


def asked(window: Window, qtbot: QtBot, **answers: str | bool) -> Any:
    """Answer what is asked, and wait for the paper."""
    question = dialog(window, "question")
    for name, answer in answers.items():
        question.boxes[name].editor.show_value(answer)
    question.agree.click()
    qtbot.waitUntil(lambda: bool(dialog(window, "preview")) and bool(dialog(window, "preview").data))
    return dialog(window, "preview")


def text_of(shown: Any) -> str:
    found = plain(whole(shown.data))
    shown.reject()
    return found


@pytest.mark.accept("M16")
def test_the_public_set_leaves_out_what_is_confidential_and_its_name_says_so(
    window: Window, board: Board, qtbot: QtBot
) -> None:
    sitting.decide(board.desk, board.closed, "aangenomen", "Wij huren de zaal.", due_on=EVENING.date())
    button(window.frame, "agendaSet").click()
    shown = asked(window, qtbot, readers="openbaar")
    assert shown.job.name == "vergaderset-binnenstadbestuur-2026-12-08-openbaar.pdf"
    found = text_of(shown)
    assert "Fietsbeugels Brink" in found
    assert "Huur van de zaal" not in found

    button(window.frame, "agendaSet").click()
    shown = asked(window, qtbot, readers="voorzitter", times=False)
    found = text_of(shown)
    assert "Bod is 900 euro" in found
    assert "20 min" not in found


@pytest.mark.accept("M17")
def test_the_set_holds_the_files_and_what_cannot_be_printed_goes_beside_it(
    window: Window, board: Board, planned_desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with planned_desk.change("Bijlagen") as tx:
        tx.attach(board.open, b"geen pdf", "begroting.xlsx")
    button(window.frame, "agendaSet").click()
    shown = asked(window, qtbot)
    assert "begroting.xlsx" in plain(whole(shown.data))
    target = tmp_path / "set.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    button(shown, "saveButton").click()
    assert shown.where.text() == "Bewaard: set.pdf, set.zip"
    with zipfile.ZipFile(tmp_path / "set.zip") as beside:
        assert len(beside.namelist()) == 1
    shown.reject()


@pytest.mark.accept("M10", "M12")
def test_ctrl_p_on_the_minutes_prints_them(window: Window, board: Board, qtbot: QtBot) -> None:
    board.hold()
    window.frame.page("meetings").choose("report")  # type: ignore[union-attr]
    window.print_current()
    shown = asked(window, qtbot)
    assert shown.job.name == "verslag-binnenstadbestuur-2026-12-08.pdf"
    numbers = [title for _level, title, _page in outline(shown.data)]
    found = text_of(shown)
    for words in (
        "Verslag, concept",
        "dinsdag 8 december 2026, 19.30 uur",
        "1 van 5 stemmen aanwezig; er was geen quorum.",
        "De huismeester licht <b>toe</b>.",
        "Besluit B-2026-001 · aangenomen",
        "Er komen 24 beugels.",
        "Uiterlijk 18 december 2026",
        "Beugels bestellen",
        "had een belang bij dit punt en telde niet mee",
        "Huur van de zaal (vertrouwelijk)",
        "De verhuurder zakt.",
    ):
        assert plain(words) in found, words
    assert any("Fietsbeugels Brink" in title for title in numbers)


def test_public_minutes_leave_out_what_is_confidential(window: Window, board: Board, qtbot: QtBot) -> None:
    board.hold()
    window.frame.page("meetings").choose("report")  # type: ignore[union-attr]
    button(window.frame.page("meetings").currentWidget(), "previewButton").click()  # type: ignore[union-attr]
    shown = asked(window, qtbot, readers="openbaar")
    assert shown.job.name.endswith("-openbaar.pdf")
    found = text_of(shown)
    assert "24 beugels" in found
    assert "verhuurder" not in found
    assert "Huur van de zaal" not in found


def test_before_the_meeting_ctrl_p_on_the_minutes_shows_the_agenda(window: Window, board: Board, qtbot: QtBot) -> None:
    window.frame.page("meetings").choose("report")  # type: ignore[union-attr]
    window.print_current()
    shown = dialog(window, "preview")
    qtbot.waitUntil(lambda: bool(shown.data))
    assert shown.job.name.startswith("agenda-")
    shown.reject()


def test_what_is_told_leaves_time_bar_and_buttons_in_sight(window: Window, board: Board, qtbot: QtBot) -> None:
    views: Any = window.frame.page("meetings")
    agenda = views.currentWidget()
    told = window.frame.toast("Agendapunt verplaatst")
    bar = agenda.agenda.bar
    assert told.geometry().bottom() < bar.mapTo(window.frame, bar.rect().topLeft()).y()
    report = views.choose("report")
    qtbot.waitUntil(report.pane.bar.isVisible)
    told = window.frame.toast("Besluit vastgelegd")
    assert told.geometry().bottom() < report.pane.bar.mapTo(window.frame, report.pane.bar.rect().topLeft()).y()
