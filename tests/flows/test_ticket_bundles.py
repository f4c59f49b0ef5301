"""Tickets on an agenda: what is said of them, the annex that shows them, and the decision that comes back to each."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from papers import pages, plain
from vaartdesk.core.clock import FixedClock
from vaartdesk.flows.agenda_paper import agenda_paper, write_agenda
from vaartdesk.flows.agendering import AGENDEREN
from vaartdesk.kinds.meetings.commands.agenda import new_meeting, put_on_agenda
from vaartdesk.kinds.meetings.commands.sitting import decide
from vaartdesk.kinds.tickets.commands.intake import add_reporter, log_ticket
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.kinds.tickets.queries.bundles import alike, bundle
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

EVENING = datetime(2026, 12, 8, 19, 30)  # noqa: DTZ001  wall-clock time, as meetings store it


def photo(number: int = 0) -> bytes:
    out = BytesIO()
    Image.new("RGB", (400, 300), (80, 20 * number, 60)).save(out, "JPEG")
    return out.getvalue()


def board(desk: Desk) -> Ref:
    return next(Ref("body", row["id"]) for row in desk.rows("body") if row["title"] == "Binnenstadbestuur")


def log(desk: Desk, number: int, photos: int = 0, **more: object) -> Ref:
    category = next(row["id"] for row in desk.rows("ticket_category") if row["title"] == "Bestrating")
    street = next(row["title"] for row in desk.rows("street"))
    fields = {
        "title": f"Losse klinker {number} <b>",
        "place_text": f"{street} {number}",
        "category": category,
        "reporter_name": "Bakkerij Geheim",
    }
    return log_ticket(desk, fields | more, [photo(number)] * photos)


@pytest.fixture
def three(planned_desk: Desk, clock: FixedClock) -> list[Ref]:
    """Three tickets of one category and street, of September, October and today; the first is solved."""
    refs = []
    for number, days in enumerate((70, 40, 0), 1):
        reported = clock.now() - timedelta(days=days)
        refs.append(log(planned_desk, number, photos=number - 1, reported_at=reported))
    move_ticket(planned_desk, refs[0], "afgehandeld", {"result": "Gelegd"})
    add_reporter(planned_desk, refs[2], {"name": "Kapper Geheim"})
    return refs


def asked(desk: Desk, refs: list[Ref]) -> dict[str, object]:
    with desk.read() as reader:
        return {field.name: field.default for field in AGENDEREN.asks(reader, refs)}


def put_forward(desk: Desk, refs: list[Ref]) -> Ref:
    """Through the command, as the window does, with what it offers; returns the item of a board meeting."""
    answers = asked(desk, refs) | {"body": board(desk).id}
    AGENDEREN.run(desk, refs, answers)
    topic = Ref("stock_topic", desk.rows("stock_topic")[-1]["id"])
    return put_on_agenda(desk, topic, new_meeting(desk, board(desk), EVENING))


def item_meeting(desk: Desk, item: Ref) -> Ref:
    values = desk.get(item)
    assert values is not None
    return Ref("meeting", values["meeting"])


@pytest.mark.accept("T15")
def test_counts_of_a_bundle(planned_desk: Desk, three: list[Ref]) -> None:
    with planned_desk.read() as reader:
        found = bundle(reader, [ref.id for ref in three])
    assert [row["number"] for row in found.rows] == ["M-2026-0001", "M-2026-0002", "M-2026-0003"]
    assert (found.open, found.solved, found.reporters) == (2, 1, 4)
    assert found.months[-1] == (2026, 11, 1)
    assert [count for _year, _month, count in found.months[-3:]] == [1, 1, 1]
    assert len(found.months) == 12


@pytest.mark.accept("T15")
def test_one_ticket_knows_how_often_its_like_came(planned_desk: Desk, three: list[Ref], clock: FixedClock) -> None:
    double = log(planned_desk, 9, status="nieuw")
    move_ticket(planned_desk, double, "dubbel", {"duplicate_of": three[2].id})
    log(planned_desk, 8, reported_at=clock.now() - timedelta(days=500))
    log(planned_desk, 7, place_text="bij de fontein")
    with planned_desk.read() as reader:
        values = planned_desk.get(three[2])
        assert values is not None
        assert len(alike(reader, values).rows) == 3
    said = str(asked(planned_desk, [three[2]])["explanation"])
    assert "M-2026-0003 Losse klinker 3 <b>" in said
    assert "in twaalf maanden 3 keer gemeld, 2 daarvan zijn nog open" in said
    assert "Geheim" not in said


@pytest.mark.accept("T15")
def test_a_bundle_says_its_counts_and_numbers(planned_desk: Desk, three: list[Ref]) -> None:
    said = str(asked(planned_desk, three)["explanation"]).splitlines()
    assert said[0].startswith("3 meldingen, 2 nog open")
    assert "de eerste van 15 september 2026" in said[0]
    assert [line.split()[0] for line in said[1:]] == ["M-2026-0001", "M-2026-0002", "M-2026-0003"]


@pytest.mark.accept("T15")
def test_the_annex_shows_counts_chart_list_and_photos(planned_desk: Desk, three: list[Ref], tmp_path: Path) -> None:
    item = put_forward(planned_desk, three)
    result = write_agenda(planned_desk, item_meeting(planned_desk, item), tmp_path / "agenda.pdf")
    annex = next(page for page in map(plain, pages(result.data)) if "Gemeld per maand" in page)
    for said in (
        "3 meldingen: M-2026-0001 tot en met M-2026-0003",
        "Nog open 2",
        "Afgehandeld 1",
        "Melders 4",
        "M-2026-0002 Losse klinker 2 <b>",
        "afgehandeld",
    ):
        assert said in annex, said
    assert "Geheim" not in plain(" ".join(pages(result.data)))
    labels = [annex.label for annex in agenda_paper(planned_desk, item_meeting(planned_desk, item)).annexes]
    assert len(labels) == 1
    with pikepdf.open(tmp_path / "agenda.pdf") as pdf:
        images = [name for page in pdf.pages for name in page.get_images()]
    assert len(images) == 2  # a photo of each ticket that has one


@pytest.mark.accept("T15")
def test_a_single_ticket_is_shown_whole_with_its_like(planned_desk: Desk, three: list[Ref], tmp_path: Path) -> None:
    item = put_forward(planned_desk, [three[2]])
    result = write_agenda(planned_desk, item_meeting(planned_desk, item), tmp_path / "agenda.pdf")
    annex = plain(" ".join(pages(result.data)))
    assert "M-2026-0003 Losse klinker 3 <b>" in annex
    assert "Vaker gemeld In deze straat is dit in twaalf maanden 3 keer gemeld" in annex


@pytest.mark.accept("T15")
def test_each_ticket_tells_where_it_stands_and_what_was_decided(planned_desk: Desk, three: list[Ref]) -> None:
    def told(ref: Ref) -> list[tuple[str, str]]:
        kind, values = planned_desk.kinds["ticket"], planned_desk.get(ref)
        assert kind.facts is not None
        assert values is not None
        with planned_desk.read() as reader:
            return [fact for fact in kind.facts(values, reader) if fact[0] in {"Geagendeerd", "Besluit"}]

    assert told(three[0]) == []
    AGENDEREN.run(planned_desk, three, {"body": board(planned_desk).id, "purpose": "besluitvorming"})
    assert told(three[2]) == [("Geagendeerd", "Binnenstadbestuur, in de voorraad")]
    topic = Ref("stock_topic", planned_desk.rows("stock_topic")[-1]["id"])
    item = put_on_agenda(planned_desk, topic, new_meeting(planned_desk, board(planned_desk), EVENING))
    assert told(three[0]) == [("Geagendeerd", "Binnenstadbestuur, 8 december 2026")]
    made = decide(planned_desk, item, "aangenomen", "Zo doen wij het.", title="De straat wordt opnieuw gelegd")
    planned = planned_desk.get(made)
    assert planned is not None
    for ref in three:
        ((label, value),) = told(ref)
        assert label == "Besluit"
        assert value.startswith(f"{planned['number']}, aangenomen")
        assert value.endswith(": De straat wordt opnieuw gelegd")
    planned_desk.undo()
    assert told(three[0]) == [("Geagendeerd", "Binnenstadbestuur, 8 december 2026")]
