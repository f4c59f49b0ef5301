"""A mail that was copied as text: sender, subject and moment from the lines that mail programs put above it (T21)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, time
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dates import parse_day
from vaartdesk.core.text import clean
from vaartdesk.formats.received import MAX_TEXT, Received, shortened

_NAMES: Final[Mapping[str, str]] = {
    "van": "from", "from": "from", "afzender": "from",
    "onderwerp": "subject", "subject": "subject", "betreft": "subject",
    "datum": "date", "date": "date", "verzonden": "date", "verzonden op": "date", "sent": "date",
    "aan": "to", "to": "to", "cc": "to", "bcc": "to", "beantwoorden": "to", "antwoord aan": "to", "reply-to": "to",
}  # fmt: skip
_HEAD: Final = re.compile(r"^[ \t>*]*(?P<name>[A-Za-z][A-Za-z -]{1,14}?)\*?[ \t]*:\*?[ \t]*(?P<value>.*)$")
_BEFORE: Final = re.compile(r"^(?:[->_ \t]*|.*(?:forwarded message|original message|bericht)\b.*)$", re.IGNORECASE)
"""A line that may stand above the head: empty, a rule, "Begin doorgestuurd bericht:"."""
_ADDRESS: Final = re.compile(r"[^@\s<>\[\]\",;:]+@[^@\s<>\[\]\",;]+\.[^@\s<>\[\]\",;.]+")
_DAY: Final = re.compile(r"\b(\d{1,2})[- ./]([A-Za-z]{3,9}|\d{1,2})\.?[- ./](\d{4})\b")
_TIME: Final = re.compile(r"\b([01]?\d|2[0-3])[:.](\d{2})\b(?!\.\d)")


def read_copied(text: str) -> Received | None:
    """The mail that a copied text is; None where no sender and subject stand above it."""
    lines = clean(text[: 2 * MAX_TEXT]).split("\n")
    start = next((at for at, line in enumerate(lines) if not _BEFORE.match(line)), len(lines))
    said, at = dict[str, str](), start
    while at < len(lines) and (head := _head(lines[at])) is not None:
        said.setdefault(*head)
        at += 1
    if not said.get("from") or "subject" not in said:
        return None
    name, address = _sender(said["from"])
    words, cut = shortened("\n".join(lines[at:]).strip())
    return Received(said["subject"][:300], name, address, _moment(said.get("date", "")), words, remarks=cut)


def _head(line: str) -> tuple[str, str] | None:
    """What a line of the head is called by us, and what it says."""
    match = _HEAD.match(line)
    name = _NAMES.get(match["name"].strip().lower()) if match else None
    return (name, match["value"].strip()) if match and name else None


def _sender(words: str) -> tuple[str, str]:
    """``Anna Smit <anna@smit.nl>`` and ``Anna Smit [mailto:anna@smit.nl]`` alike."""
    found = _ADDRESS.search(words)
    address = found[0].lower() if found else ""
    name = parseaddr(words)[0] or re.split(r"[<\[(]|\S+@", words, maxsplit=1)[0]
    return " ".join(name.strip(" \"'").split())[:120], address


def _moment(words: str) -> datetime | None:
    """As mail writes it, or as Dutch programs show it: `dinsdag 24 november 2026 21:14`; None where that cannot be read."""
    try:
        told = parsedate_to_datetime(words)
        return told if told.tzinfo is not None else told.replace(tzinfo=amsterdam())
    except (ValueError, IndexError, TypeError):
        pass
    day = _DAY.search(words)
    clock = _TIME.search(words[day.end() :]) if day else None
    if day is None or clock is None:
        return None
    try:
        on = parse_day(f"{day[1]}-{day[2]}-{day[3]}" if day[2].isdigit() else f"{day[1]} {day[2]} {day[3]}", _ANY_DAY)
    except ValueError:
        return None
    return datetime.combine(on, time(int(clock[1]), int(clock[2])), tzinfo=amsterdam())


_ANY_DAY: Final = datetime(2026, 1, 1, tzinfo=amsterdam()).date()
"""Nothing hangs on it: the year always stands there."""
