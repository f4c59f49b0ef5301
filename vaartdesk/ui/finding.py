"""What Ctrl+K offers for what was typed: records first, then commands and new records with the words filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, fold
from vaartdesk.schema.context import line_letters
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.ui.finding_apart import of_month, where_and_when
from vaartdesk.ui.kind_words import new_label
from vaartdesk.ui.question import CommandRunner

if TYPE_CHECKING:
    from vaartdesk.schema.kind import Kind
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

RECORDS: Final = 6
COMMANDS: Final = 5
NEW: Final = 3
LONGEST: Final = 40
PUT_FORWARD: Final = "agenderen"
"""The command that Ctrl+Enter runs."""


@dataclass(frozen=True)
class PaletteCommand:
    """Something to do: stable name, words, icon, key as shown, and the deed."""

    name: str
    label: str
    icon: str
    key: str
    run: Callable[[], None]


@dataclass(frozen=True)
class Found:
    """One row: what it is called, what stands at its right, its key, and what Enter does. ``is_head`` is a heading.

    Of a record also what ``kind`` it is in words, the letter of its theme line, and what Ctrl+Enter does: put it on an agenda.
    """

    label: str
    icon: str = ""
    note: str = ""
    key: str = ""
    run: Callable[[], None] | None = None
    kind: str = ""
    letter: str = ""
    put_forward: Callable[[QWidget], None] | None = None

    @property
    def is_head(self) -> bool:
        return self.run is None


class Finder:
    """Knows the prefixes: ``>`` commands, ``#`` numbers, ``@`` contacts."""

    def __init__(self, desk: Desk, stage: Stage, commands: Sequence[PaletteCommand], news: Sequence[str] = ()) -> None:
        """``news``: the kinds of which a new record is offered, the likeliest first."""
        self.desk, self.stage, self.commands, self.news = desk, stage, commands, news

    def find(self, typed: str) -> list[Found]:
        """The rows for what was typed, headings included."""
        prefix, words = (typed[:1], typed[1:].strip()) if typed[:1] in {">", "#", "@"} else ("", typed.strip())
        if prefix == ">":
            return self._headed(str(_("Doe iets")), self._commands(words, len(self.commands)))
        if prefix == "#":
            return self._headed(str(_("Gevonden")), [self._row(r, n, t) for r, n, t in self._hits(words) if n])
        if prefix == "@":
            return self._headed(str(_("Contacten")), self._records(words, self._contacts()))
        if not words:
            return self._headed(str(_("Doe iets")), self._commands("", COMMANDS + NEW))
        found = self._headed(str(_("Gevonden")), self._records(words, ()))
        return found + self._headed(str(_("Doe iets")), [*self._commands(words, COMMANDS), *self._new(words)])

    @staticmethod
    def _headed(title: str, rows: list[Found]) -> list[Found]:
        return [Found(title), *rows] if rows else []

    # --- records -------------------------------------------------------------------------------------------------------

    def _contacts(self) -> tuple[str, ...]:
        """Kinds with an address to write to that stand on their own."""
        return tuple(
            n for n, kind in self.desk.kinds.items() if kind.has("email") and kind.searchable and not kind.parent
        )

    def _hits(self, words: str, kinds: Sequence[str] = (), limit: int = RECORDS) -> list[tuple[Ref, str, str]]:
        if not words:
            return []
        return [(hit.ref, hit.number, hit.title) for hit in self.desk.search(words, kinds=kinds, limit=limit)]

    def _records(self, words: str, kinds: Sequence[str]) -> list[Found]:
        """What fits the words, and then what is of the month among them; namesakes tell where and when they are."""
        hits = {ref: (ref, number, title) for ref, number, title in self._hits(words, kinds)}
        hits |= {hit.ref: (hit.ref, hit.number, hit.title) for hit in of_month(self.desk, words, kinds, RECORDS)}
        shown = list(hits.values())[:RECORDS]
        often = Counter(title for _ref, _number, title in shown)
        return [self._row(ref, number, title, is_apart=often[title] == 1) for ref, number, title in shown]

    def _row(self, ref: Ref, number: str, title: str, *, is_apart: bool = True) -> Found:
        """What is told of a record: its number and how it stands, else what it is; of namesakes where and when, and the number."""
        kind, values = self.desk.kinds[ref.kind], self.desk.get(ref) or {}
        state = kind.status.field_text(values.get("status")).lower() if kind.status is not None and number else ""
        note: tuple[str, ...] = (number, state or str(kind.label))
        if not is_apart:
            note = (*where_and_when(self.desk, kind, values), number)
        return Found(
            title,
            kind.icon,
            " · ".join(part for part in note if part),
            run=lambda: self.stage.open(ref),
            kind=str(kind.label),
            letter=self._letters.get(values.get(kind.line) or "", ""),
            put_forward=self._putting_forward(kind, ref, values),
        )

    @cached_property
    def _letters(self) -> Mapping[str, str]:
        with self.desk.read() as reader:
            return line_letters(reader)

    def _putting_forward(self, kind: Kind, ref: Ref, values: Values) -> Callable[[QWidget], None] | None:
        """The command that puts it on an agenda, where the kind has one that fits this record."""
        command = next((c for c in kind.commands if c.name == PUT_FORWARD and values and c.fits(values)), None)
        if command is None:
            return None
        runner = CommandRunner(self.desk, self.stage)
        return lambda anchor: runner.run(anchor, command, [ref])

    # --- deeds ---------------------------------------------------------------------------------------------------------

    def _commands(self, words: str, most: int) -> list[Found]:
        wanted = fold(words).split()
        fitting = [c for c in self.commands if all(word in fold(str(c.label)) for word in wanted)]
        return [Found(str(c.label), c.icon, key=c.key, run=c.run) for c in fitting[:most]]

    def _new(self, words: str) -> list[Found]:
        """A new record of each everyday kind, the words as its title."""
        every = [kind.name for kind in self.desk.kinds.values() if kind.quick and not kind.parent]
        return [self._new_row(self.desk.kinds[name], words) for name in (self.news or every)[:NEW]]

    def _new_row(self, kind: Kind, words: str) -> Found:
        short = words if len(words) <= LONGEST else words[:LONGEST].rstrip() + "…"
        label = _("{new}: ‘{words}’").format(new=new_label(kind), words=short)
        return Found(label, "plus", run=lambda: self.stage.ask_new(kind.name, words))
