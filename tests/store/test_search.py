"""Finding anything: by number, word, beginning, part of a word; case and accents do not matter; syntax is just text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specimens import Specimens
from vaartdesk.core.text import fold
from vaartdesk.schema.ref import Ref
from vaartdesk.store import indexing
from vaartdesk.store.connect import raw
from vaartdesk.store.desk import Desk
from vaartdesk.store.search import quoted


@pytest.fixture(params=["lies ready", "taken in"])
def desk(desk: Desk, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Everything is asked twice: while the text of a record lies ready for the indexes, and when they have taken it in."""
    if request.param == "taken in":
        monkeypatch.setattr(indexing, "MOST_DUE", 0)
    yield desk
    with desk.read() as reader:
        (count,) = raw(reader.connection).execute("select count(*) from record_due").fetchone()
    assert (count > 0) == (request.param == "lies ready")


def make(desk: Desk, kind: str, **values: Any) -> Ref:
    with desk.change("Gemaakt") as tx:
        return Specimens(desk.kinds).record(tx, kind, **values)


def found(desk: Desk, words: str) -> list[Ref]:
    return [hit.ref for hit in desk.search(words)]


@pytest.mark.accept("G3")
@pytest.mark.parametrize("words", ["cafe", "CAFÉ", "Café De Brink", "brink caf", "afé", "de brin"])
def test_case_accents_order_and_parts_do_not_matter(desk: Desk, words: str) -> None:
    ref = make(desk, "organisation", title="Café De Brink")
    assert found(desk, words) == [ref]


@pytest.mark.accept("G3")
def test_a_part_of_a_compound_word_is_found(desk: Desk) -> None:
    ref = make(desk, "action", title="Evenementenvergunningen bundelen")
    assert found(desk, "vergunning") == [ref]


@pytest.mark.accept("G3")
@pytest.mark.parametrize("words", ["M-2026-0001", "m-2026-0001", "0001"])
def test_a_number_comes_first(desk: Desk, words: str) -> None:
    ticket = make(desk, "ticket", title="Losse tegel")
    make(desk, "ticket", title="Nog een, zie M-2026-0001")
    assert found(desk, words)[0] == ticket


def test_a_title_comes_before_a_mention(desk: Desk) -> None:
    mention = make(desk, "ticket", title="Tegel", description="bij de lantaarn op de hoek")
    title = make(desk, "ticket", title="Lantaarn uit")
    newer = make(desk, "ticket", title="Bankje", description="naast een lantaarn")
    assert found(desk, "lantaarn") == [title, newer, mention]


def test_a_mention_is_shown_in_its_words(desk: Desk) -> None:
    make(desk, "ticket", title="Tegel", description="Drie stoeptegels liggen scheef bij de ingang van de passage")
    (hit,) = desk.search("passage")
    assert "passage" in hit.snippet


def test_a_changed_title_is_found_and_the_old_one_is_not(desk: Desk) -> None:
    ref = make(desk, "ticket", title="Lantaarn")
    with desk.change("Titel gewijzigd") as tx:
        tx.set(ref, "title", "Bankje")
    assert found(desk, "bankje") == [ref]
    assert found(desk, "lantaarn") == []
    desk.undo()
    assert found(desk, "lantaarn") == [ref]


def test_kinds_can_be_asked_for(desk: Desk) -> None:
    make(desk, "ticket", title="Brink vegen")
    street = make(desk, "street", title="Brink")
    assert [hit.ref for hit in desk.search("brink", kinds=("street",))] == [street]


@pytest.mark.parametrize("words", ["", "   ", "*", '"', "a OR b", "NEAR(x y)", "x AND", "(", "title:x", "-", "'"])
def test_syntax_is_just_text(desk: Desk, words: str) -> None:
    make(desk, "ticket", title="Gewone melding")
    assert found(desk, words) == []


@given(st.text(max_size=40))
def test_any_text_makes_an_expression_of_quoted_words(words: str) -> None:
    made = quoted(words, prefix=True)
    assert made.count('"') % 2 == 0
    assert len(made.split()) <= max(1, len(fold(words).split()))


def test_of_a_pasted_page_only_the_beginning_is_asked(desk: Desk) -> None:
    ref = make(desk, "organisation", title="Café De Brink", note="Zij schrijven: " + "de stoep ligt los. " * 30)
    assert found(desk, "Zij schrijven: " + "de stoep ligt los. " * 5_000) == [ref]
