from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from vaartdesk.formats.vcard.card import Address, Card, CardError, Phone, Reading
from vaartdesk.formats.vcard.reader import MAX_BYTES, read_cards
from vaartdesk.formats.vcard.writer import write_cards

JAN = Card(
    name="Jan van der Berg; penningmeester",
    uid="01932f0c0a7b7c0e8d1f2a3b4c5d6e7f",
    given="Jan",
    infix="van der",
    family="Berg, junior; é",
    prefix="dr.",
    organisation="Bakkerij; Crème & Co",
    department="Winkel",
    function="Penningmeester",
    phones=(Phone("+31612345678", "cell"), Phone("14 0592", "work"), Phone("+31592123456")),
    emails=("jan@example.org", "info@example.org"),
    addresses=(Address("Vaart ZZ 1, boven", "9401 GG", "Assen", "Nederland"),),
    urls=("https://example.org/a/rather/long/address/that/is/folded/in/the/file/?a=1;b=2&c=3,4,5",),
    categories=("bestuur", "A, B"),
    note="Eerste regel\nTweede; met, \\ en een heel lang stuk tekst over de Vaart en zo\N{GRINNING FACE}dat de regel breekt",
)
SHOP = Card(name="Crème & Co", uid="x", is_organisation=True, organisation="Crème & Co", emails=("a@b.nl",))

OLD = b"""BEGIN:VCARD
VERSION:2.1
N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Jans=E9n;Jan;van;;
FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Jan van Jans=E9n
TEL;CELL:0612345678
TEL;WORK;VOICE:0592-123456
ORG:Bakkerij;Afdeling
ADR;WORK:;;Vaart ZZ 1;Assen;;9401 GG;Nederland
NOTE;ENCODING=QUOTED-PRINTABLE:regel 1=0Aregel=
 2
EMAIL;INTERNET:jan@example.org
PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD
 /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAUDBAQEAwUEBAQFBQUGBwwIBwcHBw8L

END:VCARD
"""
NEW = b"""BEGIN:VCARD\r
VERSION:3.0\r
PRODID:-//Apple Inc.//iPhone OS 17.0//EN\r
N:;;;;\r
FN:Slagerij Smit\r
ORG:Slagerij Smit;\r
X-ABShowAs:COMPANY\r
item1.TEL;type="voice,work";type=pref:+31 592 123456\r
item1.X-ABLabel:_$!<Work>!$_\r
TEL;VALUE=uri;TYPE=cell:tel:+31-6-12345678;ext=3\r
URL:javascript:alert(1)\r
URL:www.example.nl\r
END:VCARD\r
"""


@pytest.mark.accept("C13")
def test_what_is_written_reads_back() -> None:
    assert read_cards(write_cards([JAN, SHOP])) == Reading((JAN, SHOP))


@pytest.mark.accept("C13")
def test_the_file_keeps_to_the_letter_of_version_4() -> None:
    data = write_cards([replace(JAN, revised_at=datetime(2026, 11, 24, 12, 0, tzinfo=UTC))])
    lines = data.decode().split("\r\n")
    assert lines[:3] == ["BEGIN:VCARD", "VERSION:4.0", "KIND:individual"]
    assert "REV:20261124T120000Z" in lines
    assert "TEL;VALUE=uri;TYPE=cell:tel:+31612345678" in lines
    assert "TEL;VALUE=text;TYPE=work:14 0592" in lines
    assert "FN:Jan van der Berg; penningmeester" in lines
    assert "N:Berg\\, junior\\; é;Jan;van der;dr.;" in lines
    assert max(len(line.encode()) for line in lines) <= 75
    assert "\n" not in data.decode().replace("\r\n", "")


@pytest.mark.accept("C13")
def test_equal_input_gives_equal_bytes() -> None:
    assert write_cards([JAN, SHOP]) == write_cards([JAN, SHOP])


@pytest.mark.accept("C18")
def test_cards_of_old_phones_are_read() -> None:
    [card] = read_cards(OLD).cards
    assert (card.name, card.given, card.infix, card.family) == ("Jan van Jansén", "Jan", "van", "Jansén")
    assert card.phones == (Phone("0612345678", "cell"), Phone("0592-123456", "work"))
    assert (card.organisation, card.department) == ("Bakkerij", "Afdeling")
    assert card.addresses == (Address("Vaart ZZ 1", "9401 GG", "Assen", "Nederland"),)
    assert card.note == "regel 1\nregel 2"
    assert card.emails == ("jan@example.org",)


@pytest.mark.accept("C18")
def test_cards_of_new_phones_are_read() -> None:
    [card] = read_cards(NEW).cards
    assert (card.name, card.is_organisation, card.organisation) == ("Slagerij Smit", True, "Slagerij Smit")
    assert card.phones == (Phone("+31 592 123456", "work"), Phone("+31-6-12345678", "cell"))
    assert card.urls == ("www.example.nl",)


@pytest.mark.accept("C18")
def test_cards_in_every_encoding_are_read() -> None:
    text = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Jansén;Zoë;;;\r\nEND:VCARD\r\n"
    for data in (text.encode(), text.encode("utf-8-sig"), text.encode("cp1252"), text.encode("utf-16")):
        assert read_cards(data).cards[0].name == "Zoë Jansén"


def test_only_an_organisation_is_an_organisation() -> None:
    [card] = read_cards(b"BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nORG:Bakkerij\nEND:VCARD").cards
    assert (card.name, card.is_organisation) == ("Bakkerij", True)


def test_one_broken_card_costs_only_itself() -> None:
    broken = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN\r\nN\r\nEND:VCARD\r\n"
    nameless = b"BEGIN:VCARD\r\nVERSION:3.0\r\nEMAIL:a@b.nl\r\nEND:VCARD\r\n"
    reading = read_cards(broken + NEW + nameless)
    assert [card.name for card in reading.cards] == ["Slagerij Smit"]
    assert reading.skipped == ("Kaartje 1 is niet te lezen.", "Kaartje 3 heeft geen naam.")


def test_a_card_in_a_card_is_left_out() -> None:
    inner = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Binnen\r\nEND:VCARD\r\n"
    outer = f"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Buiten\r\nAGENT:\r\n{inner}EMAIL:a@b.nl\r\nEND:VCARD\r\n"
    [card] = read_cards(outer.encode()).cards
    assert (card.name, card.emails) == ("Buiten", ("a@b.nl",))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "geen kaartjes"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "geen kaartjes"),
        (b"BEGIN:VCARD\r\nFN:x\r\n", "geen kaartjes"),
        (b"x" * (MAX_BYTES + 1), "hoogstens 20 MB"),
        (b"BEGIN:VCARD\nEND:VCARD\n" * 10_001, "meer dan 10000 kaartjes"),
    ],
    ids=["empty", "calendar", "open", "large", "many"],
)
def test_what_holds_no_cards_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(CardError, match=sentence):
        read_cards(data)


def test_a_huge_card_is_left_out() -> None:
    data = b"BEGIN:VCARD\nFN:x\n" + b"NOTE:y\n" * 100_000 + b"END:VCARD\n"
    assert read_cards(data) == Reading((), ("Kaartje 1 is niet te lezen.",))


def test_a_field_cannot_be_smuggled_in() -> None:
    card = replace(SHOP, name="a\r\nTEL:1", uid="b\r\nTEL:2", emails=("c\r\nTEL:3",), urls=("https://d\r\nTEL:4",))
    assert "tel" not in vobject.readOne(write_cards([card]).decode()).contents


storable = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=60)


@settings(deadline=None)
@given(storable, storable, storable, storable, st.lists(storable, max_size=3, unique=True))
def test_any_text_reads_back(name: str, family: str, street: str, note: str, categories: list[str]) -> None:
    card = Card(name=name, family=family, addresses=(Address(street),), note=note, categories=tuple(categories))
    [read] = read_cards(write_cards([card])).cards
    # Once read, accents are put together; from then on nothing changes.
    assert read_cards(write_cards([read])).cards == (read,)
    assert len(read.categories) == len({*read.categories})
    assert all((read.name, read.family, read.addresses, read.note))


SEED = write_cards([JAN]) + OLD + NEW
PIECES = [
    b"",
    b":",
    b";",
    b"=",
    b",",
    b"\r\n",
    b"\r\n ",
    b"\xff",
    b"\\",
    b'"',
    b"=\r\n",
    b"END:VCARD\r\n",
    b"ENCODING=B",
    b"%",
]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.integers(0, len(SEED) - 1), st.integers(0, 12), st.sampled_from(PIECES)), max_size=6))
def test_damaged_cards_are_read_or_refused_in_dutch(damage: list[tuple[int, int, bytes]]) -> None:
    data = bytearray(SEED)
    for spot, length, piece in damage:
        data[spot : spot + length] = piece
    try:
        reading = read_cards(bytes(data))
    except CardError as error:
        reading = Reading((), (str(error),))
    assert all(sentence.endswith(".") for sentence in reading.skipped)
    assert all(card.name for card in reading.cards)


@given(st.binary())
def test_any_bytes_are_refused_in_dutch(data: bytes) -> None:
    with pytest.raises(CardError, match="geen kaartjes"):
        read_cards(data)


@pytest.mark.accept("C18")
def test_a_file_that_breaks_off_in_a_card_says_so() -> None:
    whole = write_cards([SHOP])
    reading = read_cards(whole + write_cards([JAN])[:-60])
    assert reading == Reading((SHOP,), ("Het bestand houdt midden in een kaartje op; dat is niet gelezen.",))


def test_a_text_beyond_what_a_field_holds_is_cut_and_told() -> None:
    [card] = (reading := read_cards(write_cards([replace(SHOP, note="x" * 30_000, function="y" * 5_000)]))).cards
    assert (len(card.note), len(card.function)) == (20_000, 5_000)
    assert reading.skipped == ("Kaartje 1: een tekst van meer dan 20000 tekens is daar afgekapt.",)
