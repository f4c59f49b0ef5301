"""What an agenda on paper holds: plain values, no records. `vaartdesk.pdf.agenda.layout` prints them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from datetime import date, datetime, time
from pathlib import Path

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, file_stem
from vaartdesk.pdf.parts import Listing, Part


@dataclass(frozen=True, slots=True)
class Person:
    """A member or guest: name (or function) and what stands at the right: "voorzitter, stem", "bij punt 4"."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Purpose:
    """What an item is for: `slug` chooses the colour (see `colours`), `label` is printed: "ter besluitvorming"."""

    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: `number` "2" or "2.1", `lines` the letters of its theme lines, `annexes` labels ("2-a")."""

    number: str
    title: str
    starts: time | None = None
    minutes: int = 0
    lines: tuple[str, ...] = ()
    purpose: Purpose | None = None
    presenter: str = ""
    explanation: str = ""
    proposed_decision: str = ""
    annexes: tuple[str, ...] = ()
    internal_note: str = ""
    is_confidential: bool = False


@dataclass(frozen=True, slots=True)
class AnnexPaper:
    """An annex: `label` "4-a", the number of its item, a conclusion in one sentence, then parts or a file.

    A file has a `file_name`; `source` is where it lies or its content, None when it is missing.
    """

    label: str
    item: str
    title: str
    sentence: str = ""
    line: str = ""
    line_name: str = ""
    parts: tuple[Part, ...] = ()
    file_name: str = ""
    source: Path | bytes | None = field(default=None, repr=False)
    is_confidential: bool = False


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """A meeting's agenda. `version` is the end of the footer ("versie 1 van 1 december 2026"); `made_at` (aware) is the
    date the file bears; `logo` is a JPEG or PNG, without it the mark of the house is printed.
    """

    organisation: str
    body: str
    day: date
    begins: time
    made_at: datetime
    slogan: str = ""
    logo: bytes | None = field(default=None, repr=False)
    ends: time | None = None
    place: str = ""
    members: tuple[Person, ...] = ()
    invited: tuple[Person, ...] = ()
    items: tuple[Item, ...] = ()
    annexes: tuple[AnnexPaper, ...] = ()
    actions: Listing | None = None
    decisions: Listing | None = None
    version: str = ""


@dataclass(frozen=True, slots=True)
class AgendaOptions:
    """What is printed. `is_public` leaves confidential items and their annexes out; `is_chair_copy` adds the internal
    notes, never together with `is_public`.
    """

    members: bool = True
    times: bool = True
    explanation: bool = True
    annex_list: bool = True
    action_list: bool = True
    decision_list: bool = True
    is_chair_copy: bool = False
    is_public: bool = False


def for_readers(paper: AgendaPaper, options: AgendaOptions) -> AgendaPaper:
    """`paper` without what these readers may not see."""
    items: Sequence[Item] = paper.items
    annexes: Sequence[AnnexPaper] = paper.annexes
    if options.is_public:
        secret = {item.number for item in items if item.is_confidential}
        closed = {item.number for item in items if secret & _above(item.number)}
        annexes = [annex for annex in annexes if not annex.is_confidential and annex.item not in closed]
        open_labels = {annex.label for annex in annexes}
        hidden = {annex.label for annex in paper.annexes} - open_labels
        items = [_without(item, hidden) for item in items if item.number not in closed]
    if options.is_public or not options.is_chair_copy:
        items = [replace(item, internal_note="") for item in items]
    return replace(paper, items=tuple(items), annexes=tuple(annexes))


def _above(number: str) -> set[str]:
    """The numbers of an item and of the items it is part of: 2, 2.1, 2.1.3."""
    parts = number.split(".")
    return {".".join(parts[:length]) for length in range(1, len(parts) + 1)}


def _without(item: Item, hidden: set[str]) -> Item:
    return replace(item, annexes=tuple(label for label in item.annexes if label not in hidden))


def file_name(paper: AgendaPaper, options: AgendaOptions | None = None) -> str:
    """The name to propose for the file: `agenda-binnenstadbestuur-2026-12-08-openbaar.pdf`."""
    options = options or AgendaOptions()
    body = file_stem(paper.body)
    who = _("openbaar") if options.is_public else _("voorzitter") if options.is_chair_copy else ""
    return "-".join(part for part in ("agenda", body, paper.day.isoformat(), str(who)) if part) + ".pdf"
