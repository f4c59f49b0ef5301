"""A mail that somebody received, read from its `.eml` file: sender, moment, text, pictures and other files (RFC 5322, 2045).

What comes in is a stranger's: size, parts and depth are bounded, nothing is unpacked or fetched, markup becomes plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, clean
from vaartdesk.formats.mail import Enclosure, MailError
from vaartdesk.formats.markup import plain_of

MAX_BYTES: Final = 40 * 1024 * 1024
MAX_PARTS: Final = 100
MAX_DEPTH: Final = 8
MAX_TEXT: Final = 20_000
MAX_FILES: Final = 30
TINY: Final = 10_000
"""Bytes of a picture in the text that is the sender's mark, not a photo."""
_PART: Final = re.compile(rb"(?im)^content-type:[ \t]*(?:multipart|message)/")
_OUTLOOK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ADDRESS: Final = re.compile(r"[^@\s<>\",;]+@[^@\s<>\",;.]+(?:\.[^@\s<>\",;.]+)+")
_REPLY: Final = re.compile(r"^(?:(?:re|fw|fwd|aw|wg|antw|betr|doorst)\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Received:
    """What a mail says. ``sent_at`` is aware, None where it cannot be read; ``remarks`` say in Dutch what was left out."""

    subject: str = ""
    sender_name: str = ""
    sender_email: str = ""
    sent_at: datetime | None = None
    text: str = ""
    pictures: tuple[Enclosure, ...] = ()
    files: tuple[Enclosure, ...] = ()
    message_id: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def plain_subject(self) -> str:
        """The subject without "Re:" and "Fwd:"."""
        return _REPLY.sub("", self.subject).strip()


def read_eml(data: bytes) -> Received:
    """The mail in an `.eml` file. Raises MailError for what is no mail, or is made to hurt."""
    if data.startswith(_OUTLOOK):
        raise MailError(
            _("Dit is een Outlook-bestand (.msg). Bewaar de mail in Outlook als .eml en sleep die hierheen.")
        )
    if len(data) > MAX_BYTES:
        raise MailError(_("De mail is te groot: hoogstens {n} MB.").format(n=MAX_BYTES // 1024 // 1024))
    if sum(1 for _match in _PART.finditer(data)) > MAX_PARTS:
        raise MailError(_("De mail zit te ingewikkeld in elkaar om te lezen."))
    try:
        message = message_from_bytes(data)
        if not any(message.get(name) for name in ("From", "Subject", "Date", "Message-ID")):
            raise MailError(_("Dit is geen e-mail."))
        return _received(message)
    except MailError:
        raise
    except Exception as error:
        # The standard library's parser is not written for hostile input: RecursionError and more have been seen.
        raise MailError(_("De mail is beschadigd en kan niet worden gelezen.")) from error


def shortened(text: str) -> tuple[str, tuple[str, ...]]:
    """What is kept of a text, and in Dutch that there was more."""
    if len(text) <= MAX_TEXT:
        return text, ()
    told = str(_("De tekst is na {n} tekens afgekapt.").format(n=f"{MAX_TEXT:,}".replace(",", ".")))
    return text[:MAX_TEXT].rstrip() + " …", (told,)


def _received(message: Message) -> Received:
    gathered = _Gathered()
    gathered.take(message)
    name, address = parseaddr(_header(message, "From"))
    text, cut = shortened(gathered.words())
    return Received(
        _header(message, "Subject")[:300],
        " ".join(name.split())[:120],
        address.lower() if _ADDRESS.fullmatch(address) else "",
        _moment(_header(message, "Date")),
        text,
        tuple(gathered.pictures),
        tuple(gathered.files),
        _header(message, "Message-ID").strip()[:300],
        tuple(dict.fromkeys([*gathered.remarks, *cut])),
    )


class _Gathered:
    """What the parts of a mail hold."""

    def __init__(self) -> None:
        self.plain: list[str] = []
        self.rich: list[str] = []
        self.pictures: list[Enclosure] = []
        self.files: list[Enclosure] = []
        self.remarks: list[str] = []

    def take(self, message: Message) -> None:
        """Every part that is a leaf."""
        for part in _leaves(message, 0):
            sort = part.get_content_maintype()
            name = _file_name(part)
            is_enclosed = part.get_content_disposition() == "attachment" or bool(name)
            if sort == "text" and not is_enclosed:
                (self.rich if part.get_content_subtype() == "html" else self.plain).append(_text(part))
            elif sort == "image" or is_enclosed:
                self._enclose(part, name, is_picture=sort == "image")

    def _enclose(self, part: Message, name: str, *, is_picture: bool) -> None:
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes) or not data:
            return
        is_mark = is_picture and len(data) < TINY and bool(part.get("Content-ID"))
        if is_mark:
            return
        if len(self.pictures) + len(self.files) >= MAX_FILES:
            self.remarks.append(str(_("Meer dan {n} bijlagen: de rest is weggelaten.").format(n=MAX_FILES)))
            return
        ending = part.get_content_subtype().split("+")[0] if is_picture else "bin"
        kept = Enclosure(name or f"{_('bijlage')}.{ending}", data, part.get_content_type())
        (self.pictures if is_picture else self.files).append(kept)

    def words(self) -> str:
        """The plain text; without one, what the markup says."""
        text = "\n\n".join(part.strip() for part in self.plain if part.strip())
        rich = "\n\n".join(self.rich)
        return text or plain_of(rich[: 20 * MAX_TEXT])


def _leaves(part: Message, depth: int) -> Iterator[Message]:
    """The parts that hold something themselves. A mail in a mail is a text of its own."""
    if not part.is_multipart():
        yield part
        return
    if depth >= MAX_DEPTH:
        raise MailError(_("De mail zit te ingewikkeld in elkaar om te lezen."))
    payload = part.get_payload()
    for inner in payload if isinstance(payload, list) else ():
        if isinstance(inner, Message):
            yield from _leaves(inner, depth + 1)


def _text(part: Message) -> str:
    """The text of a part, whatever it says its letters are."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    for charset in (part.get_content_charset() or "utf-8", "utf-8"):
        try:
            return clean(data.decode(charset).replace("\r\n", "\n"))
        except (LookupError, UnicodeError, ValueError):
            continue
    return clean(data.decode("cp1252", "replace").replace("\r\n", "\n"))


def _header(message: Message, name: str) -> str:
    """A header as one line of text, encoded words decoded."""
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        parts = decode_header(str(raw))
    except (HeaderParseError, ValueError):
        parts = [(str(raw), None)]
    found = [_word(data, charset) for data, charset in parts]
    return " ".join(clean("".join(found)).split())


def _word(data: bytes | str, charset: str | None) -> str:
    if isinstance(data, str):
        return data.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        return data.decode(charset or "utf-8")
    except (LookupError, UnicodeError):
        return data.decode("cp1252", "replace")


def _file_name(part: Message) -> str:
    """The name of an enclosed file, without folders."""
    name = part.get_filename() or ""
    plain = "".join(_word(data, charset) for data, charset in decode_header(str(name))) if name else ""
    return " ".join(clean(re.split(r"[/\\\\]", plain)[-1]).split()).lstrip(".")[:120]


def _moment(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    aware = found if found.tzinfo is not None else found.replace(tzinfo=UTC)
    return aware if 1990 <= aware.year <= 2100 else None
