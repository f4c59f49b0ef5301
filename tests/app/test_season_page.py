"""Maintenance and dressing in the window: the rule in words with its days, the season to scale, and the same on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from judge import is_sound, judge, needs_judge
from keyboard import press, type_text
from papers import plain, whole
from today import add
from vaartdesk.core.clock import FixedClock
from vaartdesk.flows.season_paper import SEASON
from vaartdesk.kinds.tickets.commands.upkeep import make_tickets
from vaartdesk.kinds.tickets.queries.upkeep import season_rows
from vaartdesk.kinds.tickets.rules.upkeep import season_of, ticket_id
from vaartdesk.kinds.tickets.view.season_page import SeasonPage
from vaartdesk.kinds.tickets.view.upkeep_record import UpkeepRecord
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from window_parts import button, dialog, top_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]
pytestmark = pytest.mark.accept("T17")


def lights(desk: Desk, **given: Any) -> Ref:
    supplier = add(desk, "organisation", title="Licht BV")
    contract = add(desk, "contract", title="Sterren", status="lopend", supplier=supplier.id, subject="kerstverlichting")
    fields = {
        "title": "Kerstverlichting",
        "subject": "kerstverlichting",
        "contract": contract.id,
        "starts_on": date(2024, 11, 9),
        "rrule": "FREQ=YEARLY",
        "stays_days": 63,
        "place_text": "Brink",
    }
    return add(desk, "maintenance", **(fields | given))


def season_page(window: Window) -> SeasonPage:
    window.stage.show_kind("maintenance")
    button(top_page(window), "toSeason").click()
    page = window.frame.page("tickets").currentWidget()  # type: ignore[union-attr]
    assert isinstance(page, SeasonPage)
    return page


def rows(page: SeasonPage) -> list[str]:
    model = page.view.list.season
    return [str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(model.rowCount())]


# --- the rule --------------------------------------------------------------------------------------------------------


def test_a_rule_is_typed_in_words_and_tells_its_days_while_it_is(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot
) -> None:
    ref = lights(planned_desk, title="Goten", rrule="FREQ=YEARLY", starts_on=date(2026, 3, 2), stays_days=None)
    window = open_window()
    window.show_record(ref)
    page = top_page(window).page
    assert isinstance(page, UpkeepRecord)
    QApplication.processEvents()  # what hangs on a record comes after its fields
    line = page.saver.boxes["rrule"].editor.focus_widget
    told = page.findChild(QLabel, "comingDays")
    assert told is not None
    line.setFocus()
    line.selectAll()  # type: ignore[attr-defined]
    type_text(line, "eerste maandag van de")
    assert not told.isVisible(), "half a rule says nothing yet"
    type_text(line, " maand")
    assert told.text() == "Eerstvolgende: ma 7 dec, ma 4 jan 2027, ma 1 feb 2027"
    assert told.isVisible()
    press(line, "Return")
    assert (planned_desk.get(ref) or {})["rrule"] == "FREQ=MONTHLY;BYDAY=1MO"
    qtbot.waitUntil(lambda: not told.isVisible())
    shown = [label.text() for label in page.facts.findChildren(QLabel)]
    assert "ma 7 dec, ma 4 jan 2027, ma 1 feb 2027" in shown


def test_what_is_no_rule_says_so_and_stays(open_window: Opened, planned_desk: Desk) -> None:
    ref = lights(planned_desk)
    window = open_window()
    window.show_record(ref)
    page = top_page(window).page
    line = page.saver.boxes["rrule"].editor.focus_widget
    line.setFocus()
    line.selectAll()  # type: ignore[attr-defined]
    type_text(line, "als het sneeuwt")
    press(line, "Return")
    assert page.saver.boxes["rrule"].problem
    assert line.text() == "als het sneeuwt"  # type: ignore[attr-defined]
    assert (planned_desk.get(ref) or {})["rrule"] == "FREQ=YEARLY"


def test_what_hangs_now_is_told_with_its_tickets(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    ref = lights(planned_desk, starts_on=date(2026, 11, 25))
    make_tickets(planned_desk)
    window = open_window()
    window.show_record(ref)
    page = top_page(window).page
    assert isinstance(page, UpkeepRecord)
    qtbot.waitUntil(lambda: page.tickets.head.count_text == "1")
    assert "Hangt nu" not in [label.text() for label in page.facts.findChildren(QLabel)]
    with planned_desk.change("Eerder") as tx:
        tx.set(ref, "starts_on", date(2026, 11, 20))
    texts = [label.text() for label in page.facts.findChildren(QLabel)]
    assert texts[texts.index("Hangt nu") + 1] == "tot en met do 21 jan 2027"


# --- the season ------------------------------------------------------------------------------------------------------


def test_a_season_runs_from_march_so_that_new_year_cuts_nothing() -> None:
    assert season_of(date(2026, 11, 24)) == (date(2026, 3, 1), date(2027, 2, 28))
    assert season_of(date(2028, 2, 29)) == (date(2027, 3, 1), date(2028, 2, 29))
    assert season_of(date(2026, 3, 1)) == (date(2026, 3, 1), date(2027, 2, 28))


def test_bars_say_what_is_done_late_hanging_and_to_come(planned_desk: Desk, clock: FixedClock) -> None:
    lights(planned_desk, title="Hangt", starts_on=date(2026, 11, 9))
    lights(planned_desk, title="Voorbij", starts_on=date(2026, 4, 1), stays_days=10)
    lights(planned_desk, title="Van vorig jaar", starts_on=date(2026, 2, 1), rrule="", stays_days=60)
    weekly = lights(planned_desk, title="Wekelijks", starts_on=date(2026, 11, 24), rrule="FREQ=WEEKLY", stays_days=None)
    make_tickets(planned_desk)
    clock.advance(timedelta(8))
    make_tickets(planned_desk)
    first = Ref("ticket", ticket_id(weekly.id, date(2026, 11, 24)))
    with planned_desk.change("Klaar") as tx:
        tx.update(first, {"status": "afgehandeld", "result": "Gedaan"})
    with planned_desk.read() as reader:
        found = {row.maintenance["title"]: row for row in season_rows(reader, *season_of(planned_desk.today))}
    assert [bar.tone for bar in found["Hangt"].bars] == ["accent"]
    assert (found["Hangt"].bars[0].first, found["Hangt"].bars[0].last) == (date(2026, 11, 9), date(2027, 1, 10))
    assert [bar.tone for bar in found["Voorbij"].bars] == ["neutral"]
    assert [bar.first for bar in found["Van vorig jaar"].bars] == [date(2026, 2, 1)], "it still hung in March"
    assert {bar.tone for bar in found["Wekelijks"].bars[:2]} == {"success", "danger"}
    assert {bar.tone for bar in found["Wekelijks"].bars[2:]} == {"accent"}
    assert found["Wekelijks"].told == "Sterren · Licht BV"


def test_the_season_stands_in_the_window_to_scale(open_window: Opened, planned_desk: Desk) -> None:
    ref = lights(planned_desk)
    lights(planned_desk, title="Hanging baskets", subject="groen", starts_on=date(2025, 5, 15), stays_days=153)
    window = open_window()
    page = season_page(window)
    assert rows(page) == [
        "Kerstverlichting, 1",
        "Kerstverlichting, Sterren · Licht BV, ma 9 nov tot en met zo 10 jan 2027",
        "Groenvoorziening, 1",
        "Hanging baskets, Sterren · Licht BV, vr 15 mei tot en met wo 14 okt",
    ]
    assert page.words.text() == "Maart 2026 – februari 2027"
    scale = page.view.list.scale(1000)
    year = scale.x(date(2027, 3, 1)) - scale.x(date(2026, 3, 1))
    assert (scale.x(date(2026, 12, 1)) - scale.x(date(2026, 11, 1))) / year == pytest.approx(30 / 365)
    view = page.view.list
    QApplication.processEvents()  # rows find their place
    press(view, "Home")
    press(view, "Return")
    assert top_page(window).page.ref == ref
    page = season_page(window)
    page.view.list.setFocus()
    press(page.view.list, "Alt+Right")
    assert page.words.text() == "Maart 2027 – februari 2028"
    for _season in range(3):
        press(page.view.list, "Alt+Left")
    assert rows(page)[1].endswith("za 9 nov 2024 tot en met vr 10 jan 2025")
    button(page, "toUpkeep").click()
    assert top_page(window).kind.name == "maintenance"


def test_a_change_elsewhere_and_an_empty_season(open_window: Opened, planned_desk: Desk) -> None:
    window = open_window()
    page = season_page(window)
    assert page.nothing.isVisible()
    page.make_new()
    entry = dialog(window, "quickEntry")
    entry.boxes["title"].editor.put_text("Vlaggen")
    entry.boxes["starts_on"].editor.put_text("1-12-2026")
    entry.save_button.click()
    assert rows(page) == ["Overig, 1", "Vlaggen, di 1 dec"]
    assert not page.nothing.isVisible()


def test_the_page_on_paper(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    lights(planned_desk)
    window = open_window()
    page = season_page(window)
    QTest.mouseClick(page.paper, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog(window, "preview") is not None)
    preview = dialog(window, "preview")
    qtbot.waitUntil(preview.save_button.isEnabled)
    preview.reject()


def test_the_paper_is_one_page_with_what_hangs_when(planned_desk: Desk) -> None:
    lights(planned_desk, title="Sterren <&>")
    made = SEASON.run(planned_desk, [], {}).paper
    assert made is not None
    assert made.name == "seizoen-2026-2027.pdf"
    data, warnings = made.make()
    assert warnings == ()
    found = plain(whole(data))
    assert "maart 2026 tot en met februari 2027" in found
    assert "elk jaar, 63 dagen lang" in found
    assert "Sterren <&>" in found
    assert "pagina 1 van 1" in found


def test_forty_works_still_have_their_drawing_on_the_first_page(planned_desk: Desk) -> None:
    for number in range(40):
        lights(planned_desk, title=f"Werk {number}", rrule="FREQ=WEEKLY", stays_days=None)
    made = SEASON.run(planned_desk, [], {}).paper
    assert made is not None
    data, warnings = made.make()
    assert warnings == ()
    assert "Werk 39" in plain(whole(data))


@needs_judge
def test_the_paper_is_accessible_and_archivable(planned_desk: Desk, tmp_path: Path) -> None:
    for subject in ("kerstverlichting", "groen", "vlaggen", "overig"):
        lights(planned_desk, title=f"Werk {subject} 😀", subject=subject)
    (tmp_path / "seizoen.pdf").write_bytes(SEASON.run(planned_desk, [], {}).paper.make()[0])  # type: ignore[union-attr]
    is_sound(judge(tmp_path / "seizoen.pdf"), 1, 800)
