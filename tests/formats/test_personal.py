"""Words that say too much about somebody: found where they are, and not where a number is something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.formats.personal import findings

BSN = "111222333"


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.sort, finding.text) for finding in findings(text)]


@pytest.mark.accept("T16")
@pytest.mark.parametrize(
    ("text", "sort", "shown"),
    [
        ("Eigenaar heeft BSN 111222333, zegt hij", "bsn", "111222333"),
        ("bsn:111222333.", "bsn", "111222333"),
        ("nummer 1112.22.333", "bsn", "1112.22.333"),
        ("nummer 111 222 333", "bsn", "111 222 333"),
        ("Witte bus, 12-ABC-3, op de stoep", "kenteken", "12-ABC-3"),
        ("auto AB-12-CD staat fout", "kenteken", "AB-12-CD"),
        ("auto gz-123-k staat fout", "kenteken", "gz-123-k"),
        ("Kenteken: 5xyz21", "kenteken", "5xyz21"),
        ("kenteken van de bus 5 XYZ 21", "kenteken", "5 XYZ 21"),
        ("De verdachte is weggerend", "woord", "verdachte"),
        ("Mogelijke DADERS gezien", "woord", "DADERS"),
    ],
)
def test_what_says_too_much_is_found(text: str, sort: str, shown: str) -> None:
    assert found(text) == [(sort, shown)]


@pytest.mark.accept("T16")
@pytest.mark.parametrize(
    "text",
    [
        "Bel 0592 36 69 11 of 0592-366911",
        "06-11122233, 06 11122233, 0611122233 en 06 1112 2233",
        "+31 111222333 en +31111222333 en 0031 111222333 en +31 (0)111222333",
        "Bel +49 30 111222333",
        "Rekening NL91 ABNA 0417 1643 00 en NL91ABNA0417164300",
        "IBAN NL02ABNA0123456789 van de bakker",
        "DE89 3704 0044 0532 0130 00 is Duits",
        "Btw NL111222333B01 en nl 111222333 b 01",
        "Hun kenmerk 111222333, zaaknummer: 111222333",
        "https://voorbeeld.nl/111222333 en 111222333@voorbeeld.nl",
        "Meterstand 111222334 klopt niet",
        "1112223330 is te lang en 11122233 te kort",
        "M-2026-0042, A-012, B-2026-001 en E-2026-031",
        "Gezien op 24-11-2026, 24-11-26, 4-nov-26, 24-nov-6 en di-24-11",
        "Mulderstraat 12-14-bg, schaal 1-op-100",
        "Postcode 9401 AB, hoek 12-b",
        "Verdacht pakketje, en de kandidaat-daderschap",
        "€ 1.112.223,33 en 111222333,50",
        "",
    ],
)
def test_other_numbers_and_words_give_no_alarm(text: str) -> None:
    assert found(text) == []


def test_a_service_number_beside_a_phone_is_still_found() -> None:
    assert found(f"Bel 06-12345678, bsn {BSN}") == [("bsn", BSN)]
    assert found(f"NL91ABNA0417164300 van {BSN}") == [("bsn", BSN)]
    assert found(f"{BSN}.0592123456") == [("bsn", BSN)]


def test_the_team_names_other_words() -> None:
    assert [f.text for f in findings("De junk en de dader", ("junk",))] == ["junk"]


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert all(finding.text in text for finding in findings(text))
