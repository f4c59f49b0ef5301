"""The day on paper."""

from __future__ import annotations

from papers import outline, pages
from vaartdesk.flows.day_overview import DayOverview, print_day
from vaartdesk.schema.listing import Badge, Chip, Due, RowParts
from vaartdesk.store.desk import Desk

ROWS = (
    RowParts(
        "Lichtmast 14 brandt <niet>",
        "M-2026-0117",
        meta=("Gedempte Singel", "gemeente"),
        badges=(Badge("B"),),
        due=Due("4 werkdagen te laat", "danger"),
        chip=Chip("Doorgezet"),
    ),
    RowParts("Teamoverleg", "V-2026-024", day=("di", "24")),
)
WEEK = (("di 24 nov", "16:00", "Teamoverleg", "kantoor"), ("za 28 nov", "", "Sinterklaas", "Koopmansplein"))


def test_groups_and_week_stand_in_their_order(planned_desk: Desk) -> None:
    day = DayOverview("Twee dingen vragen iets.", (("Nu", ROWS), ("Deze week", ())), WEEK, "Huismeester")
    data, warnings = print_day(planned_desk, day)
    assert warnings == ()
    [page] = pages(data)
    for text in (
        "Dinsdag 24 november 2026", "Huismeester", "Twee dingen vragen iets.", "Nu (2)", "Lichtmast 14 brandt <niet>",
        "4 werkdagen te laat", "Doorgezet", "B · Gedempte Singel · gemeente", "di 24", "Koopmansplein",
    ):  # fmt: skip
        assert text in page, text
    assert page.index("Nu (2)") < page.index("Sinterklaas")
    assert "Deze week (0)" not in page
    assert next(title for _level, title, _page in outline(data)) == "Dinsdag 24 november 2026"
    assert print_day(planned_desk, day)[0] == data


def test_a_day_without_anything_is_one_sentence(planned_desk: Desk) -> None:
    data, _warnings = print_day(planned_desk, DayOverview("Er wacht vandaag niets op je.", ()))
    [page] = pages(data)
    assert "Er wacht vandaag niets op je." in page
