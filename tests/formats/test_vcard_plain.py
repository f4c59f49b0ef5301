from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vaartdesk.formats.vcard.plain import NotPlain, plain_card
from vaartdesk.formats.vcard.reader import by_library, card_of, read_cards

WORDS = st.text(alphabet="abé Z09,;:\\nN\"'^%/=+.-🦭&@", max_size=20)
NAMES = [
    "FN",
    "N",
    "ORG",
    "TITLE",
    "ROLE",
    "TEL",
    "EMAIL",
    "ADR",
    "URL",
    "CATEGORIES",
    "NOTE",
    "UID",
    "KIND",
    "X-ABShowAs",
]
HEADS = [
    "",
    ";TYPE=work",
    ";TYPE=CELL,VOICE",
    ';type="voice,work";type=pref',
    ";CELL",
    ";WORK;VOICE",
    ";VALUE=uri",
    ";CHARSET=UTF-8",
    ";ENCODING=QUOTED-PRINTABLE",
    ";BASE64",
    ";X=",
    ";",
    ";LANGUAGE=nl",
    ";PREF=1",
    ';SORT-AS="Berg,Jan"',
    "; x = y",
]
STARTS = ["", "", "", "item1.", "a_b."]


@st.composite
def lines(draw: st.DrawFn) -> str:
    name = draw(st.sampled_from([*NAMES, "tel", "n", "REV", "X-ABLabel"]))
    return f"{draw(st.sampled_from(STARTS))}{name}{draw(st.sampled_from(HEADS))}:{draw(WORDS)}"


def told(read: Any, block: list[str]) -> Any:
    try:
        return card_of(read(block))
    except Exception:  # noqa: BLE001 - of which the reader of files makes one sentence, whatever vobject raised
        return None


@settings(deadline=None, max_examples=400)
@given(st.lists(lines(), max_size=6))
@example(["N:Berg;Jan;van,der;;", "TEL;TYPE=CELL,VOICE:0612345678", "NOTE:een\\, twee\\nen drie, vier"])
def test_what_is_read_without_the_library_is_what_the_library_reads(block: list[str]) -> None:
    for whole in (block, *([line] for line in block)):
        try:
            plain_card(whole)
        except NotPlain:
            continue
        assert told(plain_card, whole) == told(by_library, ["VERSION:3.0", *whole])


@pytest.mark.parametrize(
    "line",
    [
        "FN:Jan van der Berg",
        "N:Berg;Jan;van der;;",
        'item1.TEL;type="voice,work";type=pref:+31 592 123456',
        "TEL;CELL;VOICE:0612345678",
        "ADR;TYPE=WORK:;;Vaart ZZ 1;Assen;;9401 GG;Nederland",
        "NOTE:Regel\\nvolgende\\, en meer",
        "CATEGORIES:bestuur,winkel",
    ],
)
def test_what_programs_write_day_by_day_needs_no_library(line: str) -> None:
    assert plain_card([line])


@pytest.mark.parametrize(
    "line",
    ["NOTE;ENCODING=QUOTED-PRINTABLE:a=0Ab", "ORG:Jansen\\, Zn;Winkel", "A_B:x", "zonder dubbele punt", "BEGIN:VNOTE"],
)
def test_the_rest_is_left_to_the_library(line: str) -> None:
    with pytest.raises(NotPlain):
        plain_card([line])


@pytest.mark.accept("C18")
@pytest.mark.parametrize("head", ["NOTE", "NOTE;CHARSET=UTF-8", "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8"])
def test_a_text_with_commas_that_nobody_escaped_stays_whole(head: str) -> None:
    card = f"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Jansen, Piet\r\nTITLE:Kok, \r\n bakker\r\n{head}:Belt graag, 's middags\r\nEND:VCARD"
    [read] = read_cards(card.encode()).cards
    assert (read.name, read.function, read.note) == ("Jansen, Piet", "Kok, bakker", "Belt graag, 's middags")
