"""Files of others read in: a calendar, and again; cards of people."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from bench.line import Line, Turn, line_of, ms_of, numbered
from bench.screen import Screen, screen
from bench.workshop import Workshop
from vaartdesk.core.progress import Progress
from vaartdesk.flows.file_import import open_files
from vaartdesk.flows.table_import import apply

FIRST: Final = date(2026, 1, 1)
PLACES: Final = ("Koopmansplein", "Vaart", "Marktstraat", "Mercuriusplein", "Oude Stationsstraat")


def calendar(workshop: Workshop) -> Iterator[Line]:
    """An .ics of thousands of events, then the same file again, which changes nothing."""
    import icalendar

    count = workshop.sizes.read_events
    file = workshop.new("agenda.ics")
    file.write_bytes(_events(count))
    data = file.read_bytes()
    first, again, floors = list[Turn](), list[Turn](), list[float]()
    for _round in numbered(workshop.sizes.heavy_rounds):
        folder = workshop.copy()
        with screen(folder) as shown:
            shown.tab("events")
            first.append(_read_in(shown, file))
            again.append(_read_in(shown, file))
        floors.append(ms_of(lambda: icalendar.Calendar.from_ical(data)))
        shutil.rmtree(folder)
    note = "floor: icalendar parsing it"
    yield line_of(f"import {count:,} events", 1.5, first, floors, note=note)
    yield line_of(f"import {count:,} events again", 1.2, again, floors, note=note)


def cards(workshop: Workshop) -> Iterator[Line]:
    """A .vcf of people and their organisations."""
    import vobject

    count = workshop.sizes.read_cards
    file = workshop.new("adressen.vcf")
    file.write_text(_cards(count), encoding="utf-8")
    text = file.read_text(encoding="utf-8")
    turns, floors = list[Turn](), list[float]()
    for _round in numbered(workshop.sizes.heavy_rounds):
        folder = workshop.copy()
        with screen(folder) as shown:
            shown.tab("contacts")
            turns.append(_read_in(shown, file))
        floors.append(ms_of(lambda: list(vobject.readComponents(text))))
        shutil.rmtree(folder)
    yield line_of(f"import {count:,} vCards", 1.5, turns, floors, note="floor: vobject parsing it")


def _read_in(shown: Screen, file: Path) -> Turn:
    """As the window does it: opened, planned and written on a thread beside it. The copy made before is in it."""
    turn, _done = shown.beside(_act(shown, file))
    return turn


def _act(shown: Screen, file: Path) -> Callable[[Progress], object]:
    def act(progress: Progress) -> object:
        opened = open_files(shown.desk, [file])
        return apply(shown.desk, opened.plan(shown.desk, progress=progress), progress)

    return act


def _events(count: int) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Meten//NL"]
    for n in range(count):
        day = FIRST + timedelta(n * 7 % 360)
        begins, ends = (f"{day:%Y%m%d}T{hour:02}0000" for hour in (9 + n % 8, 11 + n % 8))
        lines += [
            "BEGIN:VEVENT",
            f"UID:meten-{n}@voorbeeld.nl",
            "DTSTAMP:20261101T080000Z",
            f"DTSTART;TZID=Europe/Amsterdam:{begins}",
            f"DTEND;TZID=Europe/Amsterdam:{ends}",
            f"SUMMARY:Proef {n} op het plein",
            f"LOCATION:{PLACES[n % len(PLACES)]}",
            f"DESCRIPTION:Opbouw vanaf acht uur\\, kraam {n}\\nContact via het bureau.",
            *(["RRULE:FREQ=WEEKLY;COUNT=5"] if n % 20 == 0 else []),
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def _cards(count: int) -> str:
    lines = list[str]()
    for n in range(count):
        lines += [
            "BEGIN:VCARD",
            "VERSION:3.0",
            f"FN:Proef van Tester {n}",
            f"N:Tester {n};Proef;van;;",
            f"ORG:Winkel {n // 3}",
            "TITLE:Bedrijfsleider",
            f"TEL;TYPE=CELL:+31 6 {10_000_000 + n}",
            f"EMAIL;TYPE=WORK:tester{n}@voorbeeld.nl",
            f"ADR;TYPE=WORK:;;Marktstraat {n};Assen;;9401 JH;Nederland",
            "CATEGORIES:proef",
            "END:VCARD",
        ]
    return "\r\n".join([*lines, ""])
