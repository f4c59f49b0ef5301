"""Chats as they are pasted or exported: when, who, what."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.core.clock import amsterdam
from vaartdesk.formats.chat import is_chat, read_chat

AT = datetime(2026, 11, 24, 9, 12, tzinfo=amsterdam())


@pytest.mark.accept("T21")
@pytest.mark.parametrize(
    "line",
    [
        "24-11-2026 09:12 - Bakker Smit: Er ligt glas",
        "24-11-26, 09:12 - Bakker Smit: Er ligt glas",
        "[24-11-2026 09:12:33] Bakker Smit: Er ligt glas",
        "\u200e[24-11-2026, 09:12:33] ~ Bakker Smit: \u200eEr ligt glas",
        "[09:12, 24-11-2026] Bakker Smit: Er ligt glas",
        "[9:12 AM, 11/24/2026] Bakker Smit: Er ligt glas",
        "[9:12\u202fAM, 11/24/2026] Bakker Smit: Er ligt glas",
    ],
)
def test_each_way_of_writing_is_read(line: str) -> None:
    (message,) = read_chat(line)
    assert (message.at, message.who, message.text) == (AT, "Bakker Smit", "Er ligt glas")
    assert is_chat(line)


@pytest.mark.accept("T21")
def test_lines_belong_to_the_message_above_and_what_the_program_says_is_left_out() -> None:
    text = (
        "24-11-2026 09:10 - Berichten en oproepen zijn end-to-end versleuteld.\r\n"
        "24-11-2026 09:12 - Bakker Smit: Er ligt glas\r\nop de stoep\r\n"
        "24-11-2026 09:13 - Bakker Smit: IMG-2026.jpg (bestand bijgevoegd)\r\n"
        "24-11-2026 09:14 - Huismeester: Ik kom"
    )
    found = read_chat(text)
    assert [(message.who, message.text) for message in found] == [
        ("Bakker Smit", "Er ligt glas\nop de stoep"),
        ("Huismeester", "Ik kom"),
    ]


def test_plain_words_are_one_message_of_nobody() -> None:
    (message,) = read_chat("Er ligt glas: op de stoep\n\nbij Brink 3 ")
    assert (message.at, message.who, message.text) == (None, "", "Er ligt glas: op de stoep\n\nbij Brink 3")
    assert read_chat("  \n") == ()
    assert not is_chat("Let op: glas")


def test_a_day_that_cannot_be_has_no_moment() -> None:
    (message,) = read_chat("[09:12, 31-02-2026] Jan: hoi")
    assert message.at is None


@given(st.text(alphabet="0123456789-:/[], ~abAPM\n", max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert all(message.text for message in read_chat(text))
