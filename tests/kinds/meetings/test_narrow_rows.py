"""The narrow list of meetings: short names, earlier ones newest first; seats go by the short name of the partner."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from vaartdesk.kinds.meetings.commands.agenda import new_meeting
from vaartdesk.kinds.meetings.rules.rows import by_time, narrow_meeting_row, seat_row
from vaartdesk.kinds.meetings.view.page import MeetingViews
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

TITLES = {"r": "Regiegroep Binnenstad", "b": "Binnenstadbestuur", "v": "Vereniging van Vastgoedeigenaren Assen Centrum"}
SHORTS = {"r": "Regiegroep", "b": "Bestuur", "v": "VVAC"}


def context(now: str = "2026-11-24 09:30") -> RowContext:
    moment = datetime.fromisoformat(now).astimezone()
    return RowContext(moment.date(), moment, TITLES, {}, {}, SHORTS)


def meeting(title: str, body: str, start: str | None, status: str = "concept") -> dict[str, Any]:
    at = datetime.fromisoformat(start) if start else None
    return {"title": title, "body": body, "starts_at": at, "status": status}


def test_a_long_name_of_a_body_gives_way_to_its_short_one() -> None:
    row = narrow_meeting_row(meeting("Regiegroep Binnenstad", "r", "2026-12-03 15:00"), context())
    assert (row.title, row.meta, row.day) == ("Regiegroep", ("15.00, concept",), ("do", "3"))
    assert row.accessible == "Regiegroep Binnenstad, do 3 dec, 15.00, concept"


def test_a_name_that_fits_or_that_somebody_chose_stays() -> None:
    assert narrow_meeting_row(meeting("Binnenstadbestuur", "b", None), context()).title == "Binnenstadbestuur"
    chosen = meeting("Regiegroep, extra over de kerst", "r", None)
    assert narrow_meeting_row(chosen, context()).title == "Regiegroep, extra over de kerst"


def test_an_earlier_meeting_tells_its_month_and_that_its_report_is_approved() -> None:
    row = narrow_meeting_row(meeting("Binnenstadbestuur", "b", "2026-02-17 19:30", "verslag_vastgesteld"), context())
    assert row.meta == ("februari, vastgesteld",)
    assert "verslag vastgesteld" in row.accessible


def test_a_seat_bears_the_short_name_of_the_partner() -> None:
    seat = {"organisation": "v", "holder": None, "deputy": None, "has_vote": True, "from_on": None, "to_on": None}
    assert seat_row(seat, context()).title == "VVAC"
    assert seat_row({**seat, "organisation": None}, context()).title == "partner onbekend"


def test_earlier_meetings_run_newest_first_also_within_a_day() -> None:
    starts = ["2026-10-15 15:00", "2026-11-17 19:30", "2026-10-27 19:30", "2026-10-15 09:00"]
    keyed = [(by_time({"starts_at": datetime.fromisoformat(start)}, context()), start) for start in starts]
    found = [start for _key, start in sorted(keyed, key=lambda pair: pair[0][0])]
    assert found == ["2026-11-17 19:30", "2026-10-27 19:30", "2026-10-15 15:00", "2026-10-15 09:00"]


@pytest.mark.usefixtures("evening")
def test_the_list_shows_and_hears_of_short_names(views: MeetingViews, page: Any, planned_desk: Desk) -> None:
    rows = page.meetings.records.rows
    body = next(row for row in planned_desk.rows("body") if row["title"] == "Regiegroep Binnenstad")
    made = new_meeting(planned_desk, Ref("body", body["id"]), datetime.fromisoformat("2026-12-03 15:00"))
    assert rows.parts(made.id).title == "Regiegroep"
    with planned_desk.change("Anders") as tx:
        tx.set(Ref("body", body["id"]), "short", "Regie")
    assert rows.parts(made.id).title == "Regie"
