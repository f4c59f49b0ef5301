"""Draft mails as `.eml` files (RFC 5322): opened by the user's own mail program, never sent from here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.pattern import Pattern
from vaartdesk.core.text import _, clean

if TYPE_CHECKING:
    from email.headerregistry import Address
    from email.message import EmailMessage

MAILTO_LENGTH: Final = 1_900
"""Windows cuts a `mailto:` link near 2,000 characters."""
_HOST: Final = Pattern(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}", re.IGNORECASE)
_LOCAL: Final = Pattern(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.IGNORECASE)
_NAMED: Final = Pattern(r"(.*?) ?< ?([^<>]*?) ?>")
_MIME: Final = Pattern(r"([a-z0-9.+-]+)/([a-z0-9.+-]+)", re.IGNORECASE)
_LINE_BREAKS: Final = Pattern("[\\s\x00-\x1f\x7f\x85\u2028\u2029]+")


class MailError(ValueError):
    """The draft cannot be written; the text is a Dutch sentence for the user."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file to go with a mail. `mime` may have parameters: `text/calendar; method=REQUEST`."""

    name: str
    data: bytes
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail to be looked at and sent by the user. Addresses as `jan@example.org` or `Jan Smit <jan@example.org>`."""

    subject: str
    body: str
    to: Sequence[str] = ()
    cc: Sequence[str] = ()
    bcc: Sequence[str] = ()
    sender: str = ""
    enclosures: Sequence[Enclosure] = ()


def write_eml(draft: Draft, *, date: datetime) -> bytes:
    """The draft as an `.eml` file with CRLF; equal input gives equal bytes.

    `date` is an aware moment. `X-Unsent` makes Outlook open it for editing; `Bcc` stays in, as a draft needs it.
    Line breaks in headers and file names are taken out. Raises MailError for an address that cannot be.
    """
    from email.message import EmailMessage  # the package is large, and a start writes no mail
    from email.policy import SMTP
    from email.utils import format_datetime

    message = EmailMessage(policy=SMTP)
    message["Date"] = format_datetime(date)
    message["X-Unsent"] = "1"
    if draft.sender:
        message["From"] = _address(draft.sender)
    for header, addresses in (("To", draft.to), ("Cc", draft.cc), ("Bcc", draft.bcc)):
        if addresses:
            message[header] = [_address(address) for address in addresses]
    message["Subject"] = _one_line(draft.subject)
    message.set_content(clean(draft.body), cte="quoted-printable")
    for enclosure in draft.enclosures:
        _enclose(message, enclosure)
    if message.is_multipart():
        message.set_boundary(_boundary(draft))
    return message.as_bytes()


def mailto(draft: Draft) -> str | None:
    """The draft as a `mailto:` link; None where it has enclosures or is longer than Windows hands over."""
    if draft.enclosures:
        return None
    from urllib.parse import quote  # as above

    fields = [
        ("cc", ",".join(_address(address).addr_spec for address in draft.cc)),
        ("bcc", ",".join(_address(address).addr_spec for address in draft.bcc)),
        ("subject", _one_line(draft.subject)),
        ("body", clean(draft.body).replace("\n", "\r\n")),
    ]
    query = "&".join(f"{name}={quote(value, safe='@,')}" for name, value in fields if value)
    to = ",".join(quote(_address(address).addr_spec, safe="@") for address in draft.to)
    link = f"mailto:{to}{'?' if query else ''}{query}"
    return link if len(link) <= MAILTO_LENGTH else None


def _one_line(text: str) -> str:
    return _LINE_BREAKS.sub(" ", clean(text)).strip()


def _address(text: str) -> Address:
    from email.headerregistry import Address  # as above

    # Not ``email.utils.parseaddr``: what it takes differs between the patches of one Python.
    plain = _one_line(text)
    named = _NAMED.fullmatch(plain)
    name, spec = (named[1].strip('"').replace('\\"', '"'), named[2]) if named is not None else ("", plain)
    local, at, host = spec.rpartition("@")
    try:
        # Names of hosts may have accents; what stands before the sign may not, in mail that must arrive everywhere.
        host = host.encode("idna").decode("ascii")
    except UnicodeError:
        at = ""
    if not at or not _LOCAL.fullmatch(local) or not _HOST.fullmatch(host):
        raise MailError(_("‘{text}’ is geen e-mailadres.").format(text=plain[:80]))
    return Address(display_name=name, username=local, domain=host)


def _enclose(message: EmailMessage, enclosure: Enclosure) -> None:
    mime, _semicolon, rest = enclosure.mime.partition(";")
    kind = _MIME.fullmatch(mime.strip())
    main, sub = kind.groups() if kind else ("application", "octet-stream")
    if main in {"message", "multipart"}:
        # These would be taken apart into the mail that encloses them.
        main, sub = "application", "octet-stream"
    pairs = (part.partition("=") for part in rest.split(";") if "=" in part)
    params = {_one_line(name): _one_line(value).strip('"') for name, _equals, value in pairs}
    name = re.sub(r'[/\\:*?"<>|]', "-", _one_line(enclosure.name)).lstrip(".") or str(_("bijlage"))
    message.add_attachment(enclosure.data, maintype=main, subtype=sub, filename=name, params=params)


def _boundary(draft: Draft) -> str:
    """Made of what is inside, so that it is the same each time and inside none of it."""
    digest = blake2b(digest_size=16)
    for piece in (draft.subject.encode(errors="replace"), draft.body.encode(errors="replace")):
        digest.update(piece + b"\0")
    for enclosure in draft.enclosures:
        digest.update(enclosure.name.encode(errors="replace") + b"\0" + enclosure.data)
    return f"=_vaartdesk_{digest.hexdigest()}"
