"""Where a record came from and what it led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from vaartdesk.core.text import _
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.ui.chain import Chain, Link
from vaartdesk.ui.section import Section

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

LONGEST = 28


class ChainSection(Section):
    """`Samenhang`; hidden for a record that stands alone. `opened(Ref)` comes from a chip."""

    opened = Signal(object)

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__(str(_("Samenhang")))
        self.desk, self.kind = desk, kind
        self.chain = Chain(str(_("Samenhang")))
        self.body.addWidget(self.chain)
        self._refs: dict[str, Ref] = {}
        self.chain.opened.connect(lambda key: self.opened.emit(self._refs[key]))

    def show_record(self, ref: Ref, values: Values) -> None:
        """The chain of a record, its own place in it in accent."""
        found = self.desk.chain(ref)
        self._refs = {link.ref.id: link.ref for link in found}
        before = [self._link(link.ref, link.number, link.title) for link in found if link.direction == "van"]
        after = [self._link(link.ref, link.number, link.title) for link in found if link.direction != "van"]
        own = Link(ref.id, self._label(ref.kind, str(values.get("number") or ""), ""), self.kind.icon, is_own=True)
        self.chain.set_links([*before, own, *after])
        self.set_count(str(len(found)))
        self.setVisible(bool(found))

    def _link(self, ref: Ref, number: str, title: str) -> Link:
        kind = self.desk.kinds[ref.kind]
        return Link(ref.id, self._label(ref.kind, number, title), kind.icon)

    def _label(self, kind: str, number: str, title: str) -> str:
        """`M-2026-0133 Melding`; without a number the title says which."""
        word = str(self.desk.kinds[kind].label)
        word = word[:1].upper() + word[1:]
        if number:
            return f"{number} {word}"
        short = title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"
        return f"{word}: {short}" if short else word
