"""Mails of strangers: read whatever they are, hurt by none."""

from __future__ import annotations

import base64
import io
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.formats.mail import MailError
from vaartdesk.formats.markup import plain_of
from vaartdesk.formats.received import MAX_FILES, MAX_TEXT, read_eml

HEAD = b"From: Bakker Smit <bakker@smit.example>\r\nSubject: Kuil\r\nDate: Tue, 24 Nov 2026 09:00:00 +0100\r\n"


def written(text: str = "Er is een kuil.", **headers: str) -> EmailMessage:
    made = EmailMessage()
    given = {"From": "Bakker Smit <bakker@smit.example>", "Subject": "Kuil", "Date": "Tue, 24 Nov 2026 09:00:00 +0100"}
    for name, value in (given | headers).items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


@pytest.mark.accept("T21")
def test_a_plain_mail_says_who_what_and_when() -> None:
    mail = written("Er ligt glas.\n\nGroet, Smit", Subject="Re: FW: Glas op het plein", Message_ID="<1@smit.example>")
    read = read_eml(mail.as_bytes())
    assert (read.sender_name, read.sender_email) == ("Bakker Smit", "bakker@smit.example")
    assert (read.subject, read.plain_subject) == ("Re: FW: Glas op het plein", "Glas op het plein")
    assert read.sent_at == datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert read.text.strip() == "Er ligt glas.\n\nGroet, Smit"
    assert read.message_id == "<1@smit.example>"


@pytest.mark.accept("T21")
def test_pictures_and_files_come_along_and_the_senders_mark_does_not() -> None:
    mail = written()
    mail.add_attachment(b"\xff\xd8" + b"x" * 20_000, maintype="image", subtype="jpeg", filename="../../foto.jpg")
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="offerte.pdf")
    mail.add_attachment(b"GIF89a", maintype="image", subtype="gif", cid="<logo>", disposition="inline")
    read = read_eml(mail.as_bytes())
    assert [(picture.name, len(picture.data)) for picture in read.pictures] == [("foto.jpg", 20_002)]
    assert [(file.name, file.mime) for file in read.files] == [("offerte.pdf", "application/pdf")]


@pytest.mark.accept("T21")
def test_a_mail_of_markup_only_is_read_as_words() -> None:
    mail = written()
    mail.set_content(
        "<html><head><style>p{color:red}</style></head><body><p>Er is een <b>kuil</b>&amp; meer</p><script>weg()</script>"
        "<img src='http://volg.example/x.gif'><div>Groet</div></body></html>",
        subtype="html",
    )
    assert read_eml(mail.as_bytes()).text == "Er is een kuil& meer\n\nGroet"


@pytest.mark.parametrize(
    ("charset", "body", "text"),
    [
        (b"windows-1252", "caf\u00e9 \u2019t Hof".encode("cp1252"), "café ’t Hof"),
        (b"utf-8", b"caf\xe9", "café"),
        (b"x-bestaat-niet", "café".encode(), "café"),
        (b"utf-16", b"\xff", "ÿ"),
        (b'"', b"kuil", "kuil"),
    ],
)
@pytest.mark.accept("T21")
def test_a_wrong_or_unknown_charset_loses_no_letter(charset: bytes, body: bytes, text: str) -> None:
    data = (
        HEAD + b"Content-Type: text/plain; charset=" + charset + b"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + body
    )
    assert read_eml(data).text == text


@pytest.mark.accept("T21")
def test_encoded_headers_are_decoded_and_broken_ones_do_no_harm() -> None:
    data = b"From: =?utf-8?q?Caf=C3=A9_Hof?= <hof@example.nl>\r\nSubject: =?x-niets?b?!!!?=\r\nDate: nooit\r\n\r\nHoi"
    read = read_eml(data)
    assert read.sender_name == "Café Hof"
    assert read.sent_at is None
    assert read_eml(b"From: kapot\r\n\r\nx").sender_email == ""
    assert read_eml(b"Subject: a\r\n b\r\n\r\nx").subject == "a b"


def nested(depth: int) -> bytes:
    data = HEAD
    for level in range(depth):
        data += b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (level, level)
    return data + b"Content-Type: text/plain\r\n\r\nkuil\r\n"


@pytest.mark.accept("T21")
@pytest.mark.parametrize("depth", [20, 90, 5_000])
def test_a_mail_in_a_mail_in_a_mail_is_refused(depth: int) -> None:
    with pytest.raises(MailError, match=r"ingewikkeld|beschadigd"):
        read_eml(nested(depth))


@pytest.mark.accept("T21")
def test_a_bomb_stays_a_file_and_is_never_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("nullen", b"0" * 20_000_000)
    mail = written()
    mail.add_attachment(packed.getvalue(), maintype="application", subtype="zip", filename="bom.zip")
    (file,) = read_eml(mail.as_bytes()).files
    assert len(file.data) < 100_000


@pytest.mark.accept("T21")
def test_too_much_is_left_out_and_told() -> None:
    mail = written("kuil " * MAX_TEXT)
    for number in range(MAX_FILES + 5):
        mail.add_attachment(b"x", maintype="application", subtype="pdf", filename=f"{number}.pdf")
    read = read_eml(mail.as_bytes())
    assert len(read.text) <= MAX_TEXT + 2
    assert len(read.files) == MAX_FILES
    assert len(read.remarks) == 2


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "geen e-mail"),
        (b"zomaar wat tekst", "geen e-mail"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "geen e-mail"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "Outlook"),
        (HEAD + b"\r\n" + bytes(41 * 1024 * 1024), "te groot"),
    ],
)
@pytest.mark.accept("T21")
def test_what_is_no_mail_says_so(data: bytes, told: str) -> None:
    with pytest.raises(MailError, match=told):
        read_eml(data)


@given(st.binary(max_size=600))
def test_any_bytes_are_read_or_refused(tail: bytes) -> None:
    try:
        read_eml(HEAD + tail)
    except MailError:
        return


@given(st.text(alphabet="<>/abpscript&;! =\"'\n", max_size=300))
def test_any_markup_becomes_words(html: str) -> None:
    assert "<script" not in plain_of(f"<script>{html}")


def test_a_broken_picture_in_a_mail_is_handed_on_as_it_came() -> None:
    body = base64.b64encode(b"geen foto" * 3_000)
    data = HEAD + b"Content-Type: image/jpeg; name=x.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n" + body
    assert [picture.name for picture in read_eml(data).pictures] == ["x.jpg"]
