from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.formats.mail import MAILTO_LENGTH, Draft, Enclosure, MailError, mailto, write_eml

DATE = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
DRAFT = Draft(
    subject="Agenda bestuur – 1 december",
    body="Beste allen,\n\nBijgaand de agenda.\nGroet, geïnteresseerd",
    to=["Jan Smit <jan@example.org>", "piet@example.org"],
    cc=['"Crème & Co; Assen" <info@example.org>'],
    bcc=["stil@example.org"],
    sender="Vaart in Assen <info@example.org>",
    enclosures=[Enclosure("agenda.pdf", b"%PDF-1.7\n\r\x00", "application/pdf")],
)


def read(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_reads_back_as_it_was_meant() -> None:
    message = read(write_eml(DRAFT, date=DATE))
    assert message["Subject"] == DRAFT.subject
    assert [(a.display_name, a.addr_spec) for a in message["To"].addresses] == [
        ("Jan Smit", "jan@example.org"),
        ("", "piet@example.org"),
    ]
    assert message["Cc"].addresses[0].display_name == "Crème & Co; Assen"
    assert str(message["Bcc"]) == "stil@example.org"
    assert message["X-Unsent"] == "1"
    assert message["Date"].datetime == DATE
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n").rstrip("\n") == DRAFT.body
    [file] = message.iter_attachments()
    assert (file.get_filename(), file.get_content_type()) == ("agenda.pdf", "application/pdf")
    assert file.get_content() == b"%PDF-1.7\n\r\x00"


def test_equal_input_gives_equal_bytes() -> None:
    assert write_eml(DRAFT, date=DATE) == write_eml(DRAFT, date=DATE)
    assert b"Message-ID" not in write_eml(DRAFT, date=DATE)


def test_lines_end_as_mail_wants_them() -> None:
    data = write_eml(DRAFT, date=DATE)
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) < 998


def test_a_header_cannot_be_smuggled_in() -> None:
    draft = Draft("Hallo\r\nBcc: boef@example.org", "x", to=["Jan\r\nBcc: b@example.org <jan@example.org>"])
    message = read(write_eml(draft, date=DATE))
    assert message["Bcc"] is None
    assert message["Subject"] == "Hallo Bcc: boef@example.org"


def test_a_body_cannot_end_its_part() -> None:
    first = write_eml(DRAFT, date=DATE)
    boundary = read(first).get_boundary()
    assert boundary
    draft = Draft("x", f"--{boundary}--\n--{boundary}\n\nb", enclosures=[Enclosure("a.txt", b"inhoud", "text/plain")])
    message = read(write_eml(draft, date=DATE))
    body = message.get_body()
    assert body is not None
    assert str(boundary) in body.get_content()
    assert [part.get_filename() for part in message.iter_attachments()] == ["a.txt"]


def test_an_invitation_keeps_its_method() -> None:
    file = Enclosure("uitnodiging.ics", b"BEGIN:VCALENDAR", "text/calendar; method=REQUEST; charset=utf-8")
    [part] = read(write_eml(Draft("x", "y", enclosures=[file]), date=DATE)).iter_attachments()
    assert part.get_content_type() == "text/calendar"
    assert part["Content-Type"].params["method"] == "REQUEST"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "-..-etc-passwd"),
        ("C:\\x\\y.exe", "C--x-y.exe"),
        ("a\r\nb.pdf", "a b.pdf"),
        ("notulen – mei.pdf", "notulen – mei.pdf"),
        ("...", "bijlage"),
    ],
)
def test_names_of_files_lead_nowhere(name: str, kept: str) -> None:
    [part] = read(write_eml(Draft("x", "y", enclosures=[Enclosure(name, b"z")]), date=DATE)).iter_attachments()
    assert part.get_filename() == kept


@pytest.mark.parametrize("mime", ["message/rfc822", "multipart/mixed", "onzin", ""])
def test_an_odd_kind_of_file_is_just_a_file(mime: str) -> None:
    [part] = read(write_eml(Draft("x", "y", enclosures=[Enclosure("a", b"z", mime)]), date=DATE)).iter_attachments()
    assert part.get_content_type() == "application/octet-stream"
    assert part.get_content() == b"z"


@pytest.mark.parametrize("address", ["jan", "jan@", "@example.org", "jan smit@example.org", "é@example.org", "a@b", ""])
def test_what_is_no_address_is_named(address: str) -> None:
    with pytest.raises(MailError) as raised:
        write_eml(Draft("x", "y", to=[address]), date=DATE)
    assert str(raised.value) == f"‘{address}’ is geen e-mailadres."


def test_a_host_with_an_accent_is_written_as_the_net_knows_it() -> None:
    assert read(write_eml(Draft("x", "y", to=["info@café.nl"]), date=DATE))["To"] == "info@xn--caf-dma.nl"


def test_a_short_draft_is_a_link() -> None:
    link = mailto(Draft("Vraag & meer", "Regel 1\nRegel 2", to=["jan@example.org"], bcc=["stil@example.org"]))
    assert link is not None
    parsed = urlsplit(link)
    assert (parsed.scheme, parsed.path) == ("mailto", "jan@example.org")
    assert parse_qs(parsed.query) == {
        "bcc": ["stil@example.org"],
        "subject": ["Vraag & meer"],
        "body": ["Regel 1\r\nRegel 2"],
    }


def test_what_windows_would_cut_is_no_link() -> None:
    assert mailto(DRAFT) is None
    assert mailto(Draft("x", "é" * MAILTO_LENGTH, to=["jan@example.org"])) is None


@given(st.text(), st.text(), st.text(), st.binary())
def test_any_text_makes_a_mail_that_reads_back(subject: str, body: str, name: str, content: bytes) -> None:
    draft = Draft(subject, body, to=["jan@example.org"], enclosures=[Enclosure(name, content)])
    message = read(write_eml(draft, date=DATE))
    assert set(message.keys()) == {"Date", "X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
    [part] = message.iter_attachments()
    assert part.get_content() == content


@given(st.text())
def test_any_text_is_an_address_or_a_sentence(address: str) -> None:
    sentence = None
    try:
        message = read(write_eml(Draft("x", "y", to=[address]), date=DATE))
        assert len(message["To"].addresses) == 1
    except MailError as error:
        sentence = str(error)
    assert sentence is None or sentence.endswith("is geen e-mailadres.")
