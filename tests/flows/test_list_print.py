"""A list on paper: the records of the screen, in their order and groups, with count and filter."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from papers import WHEN, outline, pages
from specimens import Specimens
from vaartdesk.flows.list_print import MOST, print_list
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.shown import ShownList
from vaartdesk.store.desk import Desk
from workspace import all_kinds

KINDS = all_kinds()


def make(desk: Desk, kind: str, *rows: dict[str, Any]) -> list[Ref]:
    with desk.change("Gemaakt") as tx:
        return tx.add_many(kind, rows)


def keys(refs: list[Ref]) -> tuple[str, ...]:
    return tuple(ref.id for ref in refs)


def test_rows_stand_in_their_groups_and_order_with_count_and_filter(planned_desk: Desk) -> None:
    yesterday, later = planned_desk.today - timedelta(days=1), planned_desk.today + timedelta(days=60)
    role = next(row["id"] for row in planned_desk.rows("role") if row["title"] == "Huismeester")
    refs = make(
        planned_desk,
        "action",
        {"title": "Bankjes <b>verven</b> & zo", "due_on": yesterday, "status": "loopt", "owner": role},
        {"title": "Bomen planten", "due_on": later, "status": "gereed"},
        {"title": "Borden 😀", "due_on": later},
    )
    shown = ShownList("action", "Acties", (("Te laat", keys(refs[:1])), ("Later", keys(refs[:0:-1]))), "Filter: Mijn.")
    data, warnings = print_list(planned_desk, shown)
    assert warnings == ()
    [page] = pages(data)
    assert "3 acties. Filter: Mijn." in page
    assert "Te laat (1)" in page
    assert "Later (2)" in page
    assert "Bankjes <b>verven</b> & zo" in page
    assert "Huismeester" in page
    assert "1 dag te laat" in page
    assert page.index("Borden 😀") < page.index("Bomen planten")
    assert "24 november 2026" in page
    assert [title for _level, title, _page in outline(data)] == ["Acties", "Te laat (1)", "Later (2)"]
    assert print_list(planned_desk, shown)[0] == data


def test_only_the_chosen_rows_are_printed_where_several_are(planned_desk: Desk) -> None:
    refs = make(planned_desk, "street", *({"title": f"Laan {n}"} for n in range(4)))
    groups = (("", keys(refs)),)
    [page] = pages(print_list(planned_desk, ShownList("street", "Straten", groups, "", keys(refs[1:3])))[0])
    assert "2 straten." in page
    assert "Laan 1" in page
    assert "Laan 0" not in page


def test_columns_without_a_word_are_left_out_and_the_title_is_always_there(planned_desk: Desk) -> None:
    refs = make(planned_desk, "person", {"title": "Anna", "function_title": "Eigenaar"}, {"title": "Bert"})
    [page] = pages(print_list(planned_desk, ShownList("person", "Personen", (("", keys(refs)),)))[0])
    assert "Persoon Functie Anna Eigenaar Bert" in page


def test_a_column_that_repeats_the_title_gives_its_place_to_another(planned_desk: Desk) -> None:
    body = next(row for row in planned_desk.rows("body") if row["title"] == "Binnenstadbestuur")
    made = make(planned_desk, "meeting", {"body": body["id"], "starts_at": WHEN.replace(tzinfo=None)})
    [page] = pages(print_list(planned_desk, ShownList("meeting", "Vergaderingen", (("", keys(made)),), ""))[0])
    assert page.count("Binnenstadbestuur") == 1
    assert "Overleg" not in page


def test_a_date_is_not_broken_where_the_columns_are_full(planned_desk: Desk) -> None:
    long = "Een signaal met zoveel woorden dat de kolommen vol zijn en niemand nog ruimte over heeft"
    fields = {
        "text": long,
        "title": long,
        "place_text": "Koopmansplein, hoek Nieuwe Huizen",
        "noted_at": datetime(2027, 12, 29, 9, 30, tzinfo=UTC),
    }
    made = make(planned_desk, "signal", *(fields for _number in range(3)))
    [page] = pages(print_list(planned_desk, ShownList("signal", "Signalen", (("", keys(made)),), ""))[0])
    assert page.count("wo 29 dec 2027 10:30") == 3


def test_an_empty_list_says_so(desk: Desk) -> None:
    [page] = pages(print_list(desk, ShownList("action", "Acties", (), "Filter: Te laat."))[0])
    assert "Geen acties. Filter: Te laat." in page


def test_a_list_without_end_is_cut_off_with_a_word(planned_desk: Desk) -> None:
    refs = make(planned_desk, "street", *({"title": f"Pad {n}"} for n in range(MOST + 5)))
    data, warnings = print_list(planned_desk, ShownList("street", "Straten", (("", keys(refs)),)))
    shown = pages(data)
    assert "2005 straten. Hier staan de eerste 2.000." in shown[0]
    assert "eerste 2.000" in warnings[-1]
    assert any(f"Pad {MOST - 1}" in page for page in shown)
    assert not any(f"Pad {MOST}" in page for page in shown)


@pytest.mark.parametrize("kind", [k for k in KINDS if k.sections], ids=lambda kind: kind.name)
def test_a_list_of_any_kind_is_printed(kind: Kind, desk: Desk) -> None:
    specimens = Specimens(desk.kinds)
    with desk.change("Gemaakt") as tx:
        refs = [specimens.record(tx, kind.name) for _again in range(2)]
        for field in kind.fields.values():
            if not (field.derived or field.auto or kind.checks):
                tx.set(refs[0], field.name, specimens.value(tx, field))
    [page, *_rest] = pages(print_list(desk, ShownList(kind.name, str(kind.plural), (("Groep", keys(refs)),)))[0])
    assert f"2 {kind.plural}." in page
    assert "Groep (2)" in page
