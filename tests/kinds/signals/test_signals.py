"""Signals, on the real store."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.core.clock import FixedClock
from vaartdesk.kinds.signals.commands import COMMANDS, write_signal
from vaartdesk.kinds.signals.rules import rows
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.ref import Ref, Refused, Values
from vaartdesk.store.desk import Desk


def got(desk: Desk, ref: Ref) -> Values:
    values = desk.get(ref)
    assert values is not None
    return values


def test_a_signal_needs_only_its_text(desk: Desk) -> None:
    with desk.change("Rol") as tx:
        role = tx.add("role", {"title": "Verbinder"})
    desk.set_who(role)
    ref = write_signal(desk, "Ondernemers vragen om langer licht op koopavond\nTwee keer gehoord.")
    values = got(desk, ref)
    assert (values["number"], values["status"]) == ("S-2026-0001", "nieuw")
    assert (values["noted_at"], values["noted_by"]) == (desk.clock.now(), role.id)
    assert desk.title(ref) == "Ondernemers vragen om langer licht op koopavond"
    assert [hit.ref for hit in desk.search("koopavond")] == [ref]
    command = next(c for c in COMMANDS if c.name == "write_signal")
    assert command.key == "Ctrl+Shift+N"
    with desk.read() as reader:
        assert [field.name for field in command.asks(reader, [])] == ["text"]
    assert command.run(desk, [], {"text": "Hangjeugd"}).sentence == "S-2026-0002 genoteerd"


@pytest.mark.parametrize("text", ["", "  \n\t ", "\x00"])
def test_nothing_is_no_signal(desk: Desk, text: str) -> None:
    with pytest.raises(Refused):
        write_signal(desk, text)
    assert desk.rows("signal") == []


def test_new_ones_stand_on_vandaag_newest_first_until_looked_at(desk: Desk, clock: FixedClock) -> None:
    first = write_signal(desk, "Eerste", {"reporter_text": "ondernemer Brink 6"})
    clock.advance(timedelta(hours=1))
    second = write_signal(desk, "Tweede")

    def needs() -> list[Any]:
        with desk.read() as reader:
            return list(desk.kinds["signal"].attention[0].query(reader))

    assert [(need.ref, need.group) for need in needs()] == [(second, "signalen"), (first, "signalen")]
    assert needs()[1].parts.meta == ("van ondernemer Brink 6",)
    assert needs()[1].parts.due.text == "vandaag 09:30"
    clock.advance(timedelta(days=1))
    assert needs()[1].parts.due.text == "gisteren 09:30"
    close = next(c for c in COMMANDS if c.name == "close")
    assert close.run(desk, [first, second], {"outcome": "Doorgegeven."}).sentence == "2 signalen afgesloten"
    assert needs() == []
    assert (got(desk, first)["closed_on"], got(desk, first)["outcome"]) == (desk.today, "Doorgegeven.")
    with desk.change("Weer open") as tx:
        tx.set(first, "status", "bekeken")
    assert got(desk, first)["closed_on"] is None


@given(st.text(max_size=300))
def test_a_title_is_one_short_line(text: str) -> None:
    title = rows.signal_title({"title": "", "text": text})
    assert len(title) <= rows.TITLE_LENGTH
    assert "\n" not in title


def test_who_waits_for_an_answer_is_not_forgotten() -> None:
    waiting = next(f for f in rows.FILTERS if f.name == "nog_te_melden")
    context = RowContext(
        datetime.fromisoformat("2026-11-24").date(), datetime.fromisoformat("2026-11-24T09:00+01:00"), {}, {}, {}
    )
    values = {"status": "afgesloten", "wants_answer": True, "told_on": None}
    assert waiting.test(values, context)
    assert not waiting.test(values | {"told_on": context.today}, context)
    assert not waiting.test(values | {"status": "nieuw"}, context)


def test_a_trend_has_the_day_on_which_it_was_noted(desk: Desk) -> None:
    with desk.change("Trend") as tx:
        ref = tx.add("trend_note", {"title": "Winkels worden kleiner"})
    assert got(desk, ref)["noted_on"] == desk.today
