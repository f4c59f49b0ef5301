"""The raw lines of a calendar file, cut into its events before any of it is given a meaning."""

from __future__ import annotations

import re
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


def event_blocks(data: bytes) -> tuple[list[list[str]], bool]:
    """The lines of each VEVENT that are of use, unfolded, without the parts inside it (alarms); then whether the file breaks off
    in the middle of one.

    Raises CalendarError for what is no calendar, too large, or nested too deep.
    """
    if len(data) > MAX_BYTES:
        raise CalendarError(_("Het agendabestand is te groot: hoogstens {n} MB.").format(n=MAX_BYTES // 1024 // 1024))
    lines = _LINE_BREAK.split(_FOLD.sub("", decoded(data)))
    if not any(_mark(line) == ("BEGIN", "VCALENDAR") for line in lines):
        raise CalendarError(_("Dit is geen agendabestand (.ics)."))
    blocks: list[list[str]] = []
    is_cut = _cut(lines, blocks)
    return blocks, is_cut


def _cut(lines: list[str], blocks: list[list[str]]) -> bool:
    """Fill ``blocks``; whether the last one has no end."""
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
                _keep(block, blocks)
            del open_parts[-1:]
        elif inside and len(block) < _MAX_LINES and _is_read(line):
            block.append(line[:_LINE_LENGTH])
    return "VEVENT" in open_parts


def _keep(block: list[str], blocks: list[list[str]]) -> None:
    if len(blocks) == MAX_EVENTS:
        raise CalendarError(_("Het agendabestand heeft meer dan {n} afspraken.").format(n=MAX_EVENTS))
    blocks.append(block)


def _mark(line: str) -> tuple[str, str]:
    """BEGIN or END and of what; empty for any other line."""
    name, _colon, part = line[:80].partition(":")
    mark = name.strip().upper()
    return (mark, part.strip().upper()) if mark in {"BEGIN", "END"} else ("", "")


def _is_read(line: str) -> bool:
    found = _NAME.match(line)
    return found is not None and found.group(1).upper() in _READ
