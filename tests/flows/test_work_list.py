"""The work list on paper, read back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image

from papers import ink, outline, plain, whole
from vaartdesk.flows.work_list import WORK_LIST
from vaartdesk.kinds.tickets.commands.intake import log_ticket
from vaartdesk.pdf.styles import LEFT
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk


def photo(colour: str = "brown") -> bytes:
    out = BytesIO()
    Image.new("RGB", (400, 300), colour).save(out, "JPEG")
    return out.getvalue()


def log(desk: Desk, title: str, where: str, photos: int = 0) -> Ref:
    category = desk.rows("ticket_category")[0]["id"]
    fields = {
        "title": title,
        "place_text": where,
        "category": category,
        "description": "Kijk ook achterom.",
        "reporter_name": "Bakkerij Geheim",
    }
    return log_ticket(desk, fields, [photo()] * photos)


def street(desk: Desk, at: int) -> str:
    rows = sorted(desk.rows("street"), key=lambda row: (row["pos"], row["id"]))
    return str(rows[at]["title"])


def paper(desk: Desk, refs: list[Ref]) -> bytes:
    made = WORK_LIST.run(desk, refs, {}).paper
    assert made is not None
    assert made.name == "looplijst-2026-11-24.pdf"
    data, warnings = made.make()
    assert warnings == ()
    return data


@pytest.mark.accept("T12")
def test_a_selection_stands_in_walking_order_with_box_photo_and_room(planned_desk: Desk) -> None:
    desk = planned_desk
    first, second = street(desk, 0), street(desk, 1)
    refs = [
        log(desk, "Lantaarn stuk <i>", f"{second} 3"),
        log(desk, "Graffiti", f"{first} 20"),
        log(desk, "Losse klinker", f"{first} 4", photos=1),
        log(desk, "Bank kapot", "bij de fontein"),
    ]
    data = paper(desk, refs)
    found = plain(whole(data))
    order = ["Losse klinker", "Graffiti", "Lantaarn stuk <i>", "Bank kapot"]
    assert sorted(order, key=found.index) == order
    assert [title for _level, title, _page in outline(data)][:1] == ["Werk in de straat"]
    assert f"{first}" in found
    assert "Overige plaatsen" in found
    assert "Kijk ook achterom." in found
    assert "Geheim" not in found
    with pikepdf.open(BytesIO(data)) as pdf:
        (page,) = pdf.pages
        assert len(page.get_images()) == 1
    (_left, _top, _right, bottom), *_rest = ink(data)
    assert bottom > 500  # there is room to write on between the tasks


@pytest.mark.accept("T12")
def test_each_ticket_has_its_box(planned_desk: Desk) -> None:
    refs = [log(planned_desk, f"Melding {n}", f"{street(planned_desk, 0)} {n}") for n in range(1, 41)]
    data = paper(planned_desk, refs)
    boxes = 0
    with pikepdf.open(BytesIO(data)) as pdf:
        for elem in _elements(pdf.Root.StructTreeRoot):
            boxes += str(elem.get("/Alt", "")) == "Vakje om af te vinken"
        assert len(pdf.pages) > 3
    assert boxes == 40
    for left, _top, _right, _bottom in ink(data):
        assert left >= LEFT - 1


def _elements(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    found: list[Any] = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found += [kid, *_elements(kid)]
    return found
