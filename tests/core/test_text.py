from __future__ import annotations

import gettext
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.core.text import Message, _, clean, fold, ngettext, use_catalogue


class English(gettext.NullTranslations):
    """A catalogue that shouts, so that one sees where it was asked."""

    def gettext(self, message: str) -> str:
        return {"Opslaan": "Save", "{n} dagen te laat": "{n} days late"}.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "{n} day" if n == 1 else "{n} days"


@pytest.fixture
def english() -> Iterator[None]:
    use_catalogue(English())
    yield
    use_catalogue(None)


def test_a_message_is_its_dutch_source_without_a_catalogue() -> None:
    message = _("Opslaan")
    assert (str(message), f"{message}", message.source) == ("Opslaan", "Opslaan", "Opslaan")


def test_a_message_made_before_the_language_was_chosen_is_shown_in_it(english: None) -> None:
    message = Message("Opslaan")
    assert str(message) == "Save"
    assert f"[{message}]" == "[Save]"
    assert "%s!" % message == "Save!"  # noqa: UP031 - this is the form under test
    assert message + "!" == "Save!"
    assert "* " + message == "* Save"
    assert _("{n} dagen te laat").format(n=3) == "3 days late"


def test_a_message_is_compared_and_stored_as_its_source(english: None) -> None:
    message = _("Opslaan")
    by_text: dict[str, int] = {message: 1}
    assert by_text["Opslaan"] == 1
    assert message.source == "Opslaan"


def test_a_message_can_be_a_pattern(english: None) -> None:
    assert _("%d van %d") % (2, 3) == "2 van 3"


def test_the_empty_message_does_not_show_the_header_of_the_catalogue() -> None:
    class Header(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message or "Content-Type: text/plain"

    use_catalogue(Header())
    try:
        assert not str(_(""))
    finally:
        use_catalogue(None)


def test_counts_choose_their_sentence() -> None:
    assert [ngettext("{n} dag", "{n} dagen", n).format(n=n) for n in (0, 1, 2)] == ["0 dagen", "1 dag", "2 dagen"]


def test_counts_follow_the_catalogue(english: None) -> None:
    assert ngettext("{n} dag", "{n} dagen", 1) == "{n} day"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Café  de\tGroot\n", "cafe de groot"),
        ("\N{LATIN CAPITAL LIGATURE IJ}ssel", "ijssel"),
        ("IJssel", "ijssel"),
        ("ﬁets", "fiets"),
        ("Straße", "strasse"),
        ("Ångström Østergård Æ", "angstrom ostergard ae"),
        ("co\N{SOFT HYPHEN}ordinatie", "coordinatie"),
        ("coördinatie", "coordinatie"),
        ("２４ nov", "24 nov"),
        ("İstanbul", "istanbul"),
        ("a\N{ZERO WIDTH JOINER}b\ud800", "ab"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(st.text())
def test_folding_does_not_depend_on_the_form_or_the_edges(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert fold(f" {text}\n") == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_folding_does_not_see_capitals(text: str) -> None:
    assert fold(text.lower()) == fold(text)


def test_cleaning_drops_what_cannot_be_stored() -> None:
    assert clean("a\0b\x07c\ud800d\r\ne\rf\tg\x1b") == "abcd\ne\nf\tg"
    assert clean("e\N{COMBINING ACUTE ACCENT}") == "é"


@given(st.text(alphabet=st.characters()))
def test_clean_text_is_always_storable_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode() is not None
    assert not {char for char in cleaned if ord(char) < 32} - {"\n", "\t"}
    assert clean(cleaned) == cleaned
