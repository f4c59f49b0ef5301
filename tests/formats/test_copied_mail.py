"""A mail that was copied as text: its head as mail programs write it, and what is no mail."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.core.clock import amsterdam
from vaartdesk.formats.copied_mail import read_copied

AT = datetime(2026, 11, 24, 21, 14, tzinfo=amsterdam())
BODY = "Goedenavond,\n\nBij Brink 3 knippert de lamp.\n\nGroet, Anna"


@pytest.mark.accept("T21")
@pytest.mark.parametrize(
    "head",
    [
        "Van: Anna Smit <Anna@smit.example>\nOnderwerp: Lamp knippert\nDatum: di 24 nov 2026 21:14",
        "Van: Anna Smit <anna@smit.example>\nVerzonden: dinsdag 24 november 2026 21:14\nAan: Vaart\nOnderwerp: Lamp knippert",
        "From: Anna Smit [mailto:anna@smit.example]\nSent: 24-11-2026 21:14\nTo: Vaart\nSubject: Lamp knippert",
        (
            '-----Oorspronkelijk bericht-----\nVan: "Anna Smit" <anna@smit.example>\nDatum: 24-11-2026 21.14 uur\n'
            "Onderwerp: Lamp knippert"
        ),
        (
            "Begin doorgestuurd bericht:\n\nVan: Anna Smit <anna@smit.example>\nOnderwerp: Lamp knippert\n"
            "Datum: 24 november 2026 om 21:14"
        ),
        "*Van:* Anna Smit <anna@smit.example>\n*Date:* Tue, 24 Nov 2026 21:14:00 +0100\n*Subject:* Lamp knippert",
    ],
)
def test_each_way_of_writing_is_read(head: str) -> None:
    mail = read_copied(f"\n{head}\n\n{BODY}\n")
    assert mail is not None
    assert (mail.subject, mail.sender_name, mail.sender_email) == ("Lamp knippert", "Anna Smit", "anna@smit.example")
    assert mail.sent_at == AT
    assert mail.text == BODY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Lamp knippert bij Brink 3",
        "[09:12, 24-11-2026] Bakker Smit: Er ligt glas",
        "Van: de bakker hoorde ik dat er glas ligt",
        "Onderwerp: glas\nDat ligt er al lang",
        "Er ligt glas.\nVan: Anna <anna@smit.example>\nOnderwerp: Lamp",
    ],
)
def test_what_has_no_sender_and_subject_above_it_is_no_mail(text: str) -> None:
    assert read_copied(text) is None


def test_a_moment_that_cannot_be_is_none() -> None:
    mail = read_copied("Van: Anna\nOnderwerp: Lamp\nDatum: 31-11-2026 10:00\n\nx")
    assert mail is not None
    assert (mail.sent_at, mail.sender_name, mail.sender_email) == (None, "Anna", "")


@given(st.text(max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    read_copied(text)
    read_copied(f"Van: {text}\nOnderwerp: {text}\nDatum: {text}\n{text}")


def test_what_is_too_long_is_cut_with_a_word() -> None:
    mail = read_copied(f"Van: Anna\nOnderwerp: Lamp\n\n{'woord ' * 4000}")
    assert mail is not None
    assert mail.text.endswith(" …")
    assert mail.remarks == ("De tekst is na 20.000 tekens afgekapt.",)
