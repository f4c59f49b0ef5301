"""Rows speak a whole sentence, in reading order."""

from __future__ import annotations

import dataclasses

import pytest

from vaartdesk.schema.listing import Badge, Chip, Due, Header, RowParts, spoken


def test_a_row_speaks_its_filled_parts_in_reading_order() -> None:
    row = RowParts(
        title="Losse klinkers",
        number="M-2026-0133",
        badges=(Badge("B", "Prettig & comfortabel"), Badge("A")),
        meta=("Mulderstraat 14", "gemeente"),
        chip=Chip("Doorgezet", "share", "info"),
        due=Due("nog 2 werkdagen", "warning", "clock"),
    )
    assert spoken(row) == (
        "Losse klinkers, M-2026-0133, Prettig & comfortabel, A, Mulderstraat 14, gemeente, Doorgezet, nog 2 werkdagen"
    )


def test_an_own_sentence_replaces_the_parts() -> None:
    assert spoken(RowParts("x", number="1", accessible="Eigen zin")) == "Eigen zin"


def test_a_header_speaks_its_count() -> None:
    assert spoken(Header("Deze week", 3)) == "Deze week, 3"


def test_rows_are_values() -> None:
    assert RowParts("a") == RowParts("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        RowParts("a").title = "b"  # type: ignore[misc]
