"""A list that is asked for the days from one to another, as a page of figures does."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sample_records import Samples
from vaartdesk.schema.listing import RowParts
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list.picks import NOTHING, days_key
from vaartdesk.ui.list.query import Query, query_of
from vaartdesk.ui.list.record_list import RecordList
from vaartdesk.ui.list.shown import told_query
from vaartdesk.ui.theme.fonts import metrics


@pytest.fixture
def shown(bare_desk: Desk, samples: Samples, qtbot: QtBot, dressed: QApplication) -> RecordList:
    made = RecordList(bare_desk, bare_desk.kinds["action"])
    qtbot.addWidget(made)
    made.resize(452, 500)
    made.show()
    made.load()
    return made


def due(made: RecordList) -> list[str]:
    rows = [made.rows.values[key] for key in made.model.entries if isinstance(key, str)]
    return sorted(str(row["due_on"]) for row in rows)


def picked(made: RecordList, *keys: str) -> list[str]:
    made.show_query(Query(picks={"due_on": frozenset(keys)}))
    return due(made)


def test_both_ends_belong_to_it_and_either_may_be_open(shown: RecordList) -> None:
    shown.show_query(Query())
    every = [day for day in due(shown) if day != "None"]
    first, last = date.fromisoformat(every[0]), date.fromisoformat(every[-1])
    assert first < last
    assert picked(shown, days_key(first, last)) == every
    assert picked(shown, days_key(first, first)) == [day for day in every if day == str(first)]
    assert picked(shown, days_key(None, first)) == [day for day in every if day == str(first)]
    assert picked(shown, days_key(last, None)) == [day for day in every if day == str(last)]
    assert picked(shown, days_key(last, None), NOTHING) == sorted([str(last), *["None"] * (5 - len(every))])


def test_it_is_told_counted_kept_and_taken_off_like_any_other_filter(shown: RecordList) -> None:
    november = days_key(date(2026, 11, 1), date(2026, 11, 30))
    count = len(picked(shown, november))
    chip = shown.bar.chips["due_on"]
    assert chip.value() == "november 2026"
    assert chip.sizeHint().width() > metrics("meta", 500).horizontalAdvance("Deadline: november 2026"), (
        "and of what it is"
    )
    assert "november 2026" in told_query(shown.query, shown.kind, shown.rows.context)
    popup = shown.bar.open_popup("due_on", shown.bar)
    assert popup.list.item(0).text() == f"november 2026  {count}"
    assert popup.chosen() == {november}
    popup.close()
    assert query_of(shown.query.to_json()) == shown.query
    assert not shown.bar.chips["due_on"].isHidden()


def test_words_for_open_ends_and_for_parts_of_months(shown: RecordList) -> None:
    for key, told in (
        (days_key(date(2026, 11, 24), None), "vanaf di 24-11-2026"),
        (days_key(None, date(2026, 11, 24)), "tot en met di 24-11-2026"),
        (days_key(date(2026, 11, 2), date(2026, 11, 24)), "ma 02-11-2026 – di 24-11-2026"),
    ):
        picked(shown, key)
        assert shown.bar.chips["due_on"].value() == told


def test_what_another_version_wrote_filters_everything_out_and_breaks_nothing(shown: RecordList) -> None:
    assert picked(shown, "2026-13-45..soms") == []
    titles = [shown.model.parts(entry) for entry in shown.model.entries]
    assert not [part for part in titles if isinstance(part, RowParts)]
