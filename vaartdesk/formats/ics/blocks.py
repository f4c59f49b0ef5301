"""The raw lines of a calendar file, cut into its events before any of it is given a meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vaartdesk.core.text import _
from vaartdesk.formats.decoding import decoded
from vaartdesk.formats.ics.event import CalendarError

MAX_BYTES: Final = 10 * 1024 * 1024
MAX_EVENTS: Final = 10_000
_MAX_LINES = 2_000
_LINE_LENGTH = 100_000
_DEPTH = 20
_LINE_BREAK: Final = re.compile(r"\r\n|\n|\r")
_FOLD: Final = re.compile(r"(?:\r\n|\n|\r)[ \t]")
_NAME: Final = re.compile(r"([A-Za-z-]+)[;:]")
_READ: Final = frozenset(
    {"UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "LOCATION", "DESCRIPTION", "URL", "STATUS", "CATEGORIES"}
    | {"RRULE", "EXDATE", "RDATE", "RECURRENCE-ID", "SEQUENCE", "ORGANIZER", "ATTENDEE"}
)


def event_blocks(data: bytes) -> Iterator[list[str]]:
    """The lines of each VEVENT that are of use, unfolded, without the parts inside it (alarms).

    Raises CalendarError for what is no calendar, too large, or nested too deep.
    """
    if len(data) > MAX_BYTES:
        raise CalendarError(_("Het agendabestand is te groot: hoogstens {n} MB.").format(n=MAX_BYTES // 1024 // 1024))
    lines = _LINE_BREAK.split(_FOLD.sub("", decoded(data)))
    if not any(_mark(line) == ("BEGIN", "VCALENDAR") for line in lines):
        raise CalendarError(_("Dit is geen agendabestand (.ics)."))
    for count, block in enumerate(_cut(lines)):
        if count == MAX_EVENTS:
            raise CalendarError(_("Het agendabestand heeft meer dan {n} afspraken.").format(n=MAX_EVENTS))
        yield block


def _cut(lines: list[str]) -> Iterator[list[str]]:
    open_parts: list[str] = []
    block: list[str] = []
    for line in lines:
        mark, part = _mark(line)
        inside = open_parts[-1:] == ["VEVENT"]
        if mark == "BEGIN":
            if len(open_parts) == _DEPTH:
                raise CalendarError(_("Dit agendabestand is beschadigd."))
            if "VEVENT" not in open_parts:
                block = []
            open_parts.append(part)
        elif mark == "END":
            if inside:
                yield block
            del open_parts[-1:]
        elif inside and len(block) < _MAX_LINES and _is_read(line):
            block.append(line)


def _mark(line: str) -> tuple[str, str]:
    """BEGIN or END and of what; empty for any other line."""
    name, _colon, part = line[:80].partition(":")
    mark = name.strip().upper()
    return (mark, part.strip().upper()) if mark in {"BEGIN", "END"} else ("", "")


def _is_read(line: str) -> bool:
    found = _NAME.match(line)
    return found is not None and found.group(1).upper() in _READ and len(line) <= _LINE_LENGTH
