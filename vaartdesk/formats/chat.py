"""Messages of a chat, pasted or exported (WhatsApp on Android, iPhone and the web): when, who, what."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import clean

MAX_TEXT: Final = 200_000
_DAY: Final = r"(?P<a>\d{1,4})[-/.](?P<b>\d{1,2})[-/.](?P<c>\d{2,4})"
_TIME: Final = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]\d{2})?(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?"
_HEADS: Final = (
    re.compile(rf"^\[{_DAY},? {_TIME}\] (?P<who>[^:\n]{{1,80}}): ?(?P<text>.*)$"),
    re.compile(rf"^\[{_TIME}, {_DAY}\] (?P<who>[^:\n]{{1,80}}): ?(?P<text>.*)$"),
    re.compile(rf"^{_DAY},? {_TIME} - (?P<who>[^:\n]{{1,80}}): ?(?P<text>.*)$"),
)
_SYSTEM: Final = (re.compile(rf"^\[{_DAY},? {_TIME}\] "), re.compile(rf"^{_DAY},? {_TIME} - "))
_LEFT_OUT: Final = re.compile(
    r"<(?:media|medien|bijlage|attached|weggelaten)[^>]*>|\S+ \((?:bestand|file) [^)]*\)", re.IGNORECASE
)
_MARKS: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Message:
    """One message. ``at`` is aware, Dutch time; None where nothing tells."""

    at: datetime | None
    who: str
    text: str


def read_chat(text: str) -> tuple[Message, ...]:
    """The messages in a text; a text that is no chat is one message of nobody."""
    lines = _MARKS.sub("", clean(text[:MAX_TEXT].replace("\r\n", "\n").replace("\u202f", " "))).split("\n")
    found: list[Message] = []
    for line in lines:
        head = next((match for pattern in _HEADS if (match := pattern.match(line)) is not None), None)
        if head is not None:
            found.append(Message(_moment(head), head["who"].strip().lstrip("~ "), _words(head["text"])))
        elif any(pattern.match(line) for pattern in _SYSTEM):
            continue  # what the program itself says: that messages are encrypted, that somebody joined
        elif found:
            last = found[-1]
            found[-1] = Message(last.at, last.who, f"{last.text}\n{_words(line)}".strip("\n"))
    if not found:
        plain = "\n".join(lines).strip()
        return (Message(None, "", plain),) if plain else ()
    return tuple(message for message in found if message.text)


def is_chat(text: str) -> bool:
    """Whether somebody's name stands before what was said."""
    return any(message.who for message in read_chat(text))


def _words(text: str) -> str:
    return _LEFT_OUT.sub("", text).rstrip()


def _moment(head: re.Match[str]) -> datetime | None:
    """Day before month, as is written here; month first only where nothing else can be."""
    first, second, third = int(head["a"]), int(head["b"]), int(head["c"])
    year, month, day = (first, second, third) if first > 31 else (third, second, first)
    if month > 12:
        month, day = day, month
    year += 2000 if year < 100 else 0
    hour = int(head["hour"])
    if head["half"]:
        hour = hour % 12 + (12 if head["half"].lower() == "p" else 0)
    try:
        return datetime(year, month, day, hour, int(head["minute"]), tzinfo=amsterdam())
    except ValueError:
        return None
