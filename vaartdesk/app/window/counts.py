"""Live counts in the rail: per tab what is open, and the pinned filters of the tab that is on top."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from vaartdesk.app.registry import TABS, Tab
from vaartdesk.core.clock import amsterdam
from vaartdesk.core.text import _, ngettext
from vaartdesk.store import backup
from vaartdesk.store.bus import NEW_DAY
from vaartdesk.ui.list import saved
from vaartdesk.ui.list.large import shared_rows
from vaartdesk.ui.list.query import Query, first_query
from vaartdesk.ui.list.sift import Sift
from vaartdesk.ui.rail_parts import Pin

if TYPE_CHECKING:
    from vaartdesk.app.window.shell import Shell
    from vaartdesk.schema.kind import Kind
    from vaartdesk.schema.ref import Ref
    from vaartdesk.store.bus import ChangeSet

DELAY_MS = 120
"""Counts wait until the change that made them stale has been painted."""
ALARM = "calamiteit"
"""A kind's filter of this name turns its count red."""
MOST_PINS = 6
"""Of all tabs together, on Vandaag."""
COUNTED = ("action", "event", "ticket", "meeting")


def counted_kind(tab: Tab) -> str | None:
    """The kind whose open records a tab counts."""
    return next((kind for kind in tab.kinds if kind in COUNTED), None)


def open_query(kind: Kind) -> Query:
    """What of a kind still asks something: what its list shows at first; where that is all, its first pinned filter."""
    first = first_query(kind)
    pinned = next((own.name for own in kind.filters if own.pinned), "")
    return first if first.filters or not pinned else replace(first, filters=frozenset({pinned}))


class Counts:
    """Kept up to date from the bus, a tab per turn of the event loop; the rows are those that the lists show."""

    def __init__(self, window: Shell) -> None:
        self.window = window
        self._sifts: dict[str, Sift] = {}
        self._stale: dict[str, Tab] = {}
        """The tabs whose count may be another."""
        self._pins: dict[str, tuple[Tab, str, saved.Pinned]] = {}
        """Pinned filters by their name in the rail, with tab and kind."""
        asking = frozenset(kind.name for kind in window.desk.kinds.values() if kind.attention)
        self._asking = asking | {"role", "role_holder", "setting"}
        self._timer = QTimer(window.frame)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._turn)
        self._turns: Iterator[None] = iter(())
        """What is still to be counted, in pieces that nobody has to wait for."""
        self._has_begun = False
        window.hearing.changed.connect(self._hear)
        window.frame.page_shown.connect(self._turn_to)
        window.frame.rail.pin_chosen.connect(self._choose)

    def sift(self, name: str) -> Sift:
        """The rows of a kind, read on first use."""
        if name not in self._sifts:
            self._sifts[name] = Sift(shared_rows(self.window.desk, self.window.desk.kinds[name]))
        rows = self._sifts[name].rows
        if not rows.is_loaded:
            rows.load()
        return self._sifts[name]

    def _loading(self, name: str) -> Iterator[None]:
        """The rows of a kind where they are not here yet, in pieces."""
        if name not in self._sifts:
            self._sifts[name] = Sift(shared_rows(self.window.desk, self.window.desk.kinds[name]))
        yield
        yield from self._sifts[name].rows.loading()

    def _hear(self, change: ChangeSet) -> None:
        if change.kind == NEW_DAY and self._has_begun:
            self.begin()
        heard = [name for name, sift in self._sifts.items() if sift.rows.is_loaded and sift.rows.hear(change)]
        self._stale |= {tab.name: tab for tab in TABS if counted_kind(tab) in heard}
        if change.kinds & self._asking:
            self._stale |= {tab.name: tab for tab in TABS if not tab.kinds}
        if self._stale or heard or saved.SAVED in change.kinds:
            self._start()

    def begin(self) -> None:
        """Count all tabs, once what waits to be painted is painted."""
        self._has_begun = True
        self._stale = {tab.name: tab for tab in TABS}
        self._start()

    def refresh(self) -> None:
        """Count all tabs now."""
        self._has_begun = True
        self._stale = {tab.name: tab for tab in TABS}
        for _turn in self._count_all():
            pass

    def _start(self) -> None:
        self._turns = self._count_all()
        self._timer.start(DELAY_MS)

    def _turn(self) -> None:
        """One piece; nothing happens once the window closes."""
        if not self.window.is_closing and next(self._turns, self) is not self:
            self._timer.start(0)

    def _count_all(self) -> Iterator[None]:
        """The tabs that may have another count, then the pinned filters."""
        while self._stale:
            tab = next(iter(self._stale.values()))
            yield from self._count(tab)
            self._stale.pop(tab.name, None)
        yield from self._show_pins(self.window.frame.current_tab())
        self.refresh_backup()

    def _count(self, tab: Tab) -> Iterator[None]:
        name = counted_kind(tab)
        if not tab.kinds:
            yield from self._count_needs(tab)
        elif name is not None:
            yield from self._loading(name)
            sift = self.sift(name)
            if sift.rows.needs_digest:  # a list this long counts once it was opened and worked out
                return
            found = yield from sift.counting(open_query(sift.rows.kind))
            self.window.frame.set_count(tab.name, found or None, self._told(found), is_alarm=self._alarm(sift))
            yield

    def _count_needs(self, tab: Tab) -> Iterator[None]:
        """What Vandaag shows, where it is built; else its questions one by one."""
        page = self.window.frame.page(tab.name)
        found: int | None = page.waiting() if page is not None else None  # type: ignore[attr-defined]
        if found is None:
            from vaartdesk.app.today.gather import questions

            needs: set[Ref] = set()
            for answer in questions(self.window.desk, self.window.roles()):
                needs.update(need.ref for need in answer)
                yield
            found = len(needs)
        self.window.frame.set_count(tab.name, found or None, self._told(found))
        yield

    @staticmethod
    def _told(found: int) -> str:
        """What is said behind the name of the tab."""
        return ngettext("{n} open", "{n} open", found).format(n=found)

    @staticmethod
    def _alarm(sift: Sift) -> bool:
        alarm = next((f for f in sift.rows.kind.filters if f.name == ALARM), None)
        context = sift.rows.context
        return alarm is not None and any(alarm.test(row, context) for row in sift.rows.values.values())

    # ---------------------------------------------------------------- pinned filters
    def _turn_to(self, tab_name: str) -> None:
        """Another tab; at the start its list goes first, and the pinned filters come with the counts."""
        if self._has_begun and not self._stale:
            for _turn in self._show_pins(tab_name):
                pass

    def _show_pins(self, tab_name: str) -> Iterator[None]:
        """Of the tab itself; Vandaag has no list of its own and shows those of all tabs under which something lies."""
        tab = next((t for t in TABS if t.name == tab_name), None)
        found: dict[str, tuple[Tab, str, saved.Pinned]] = {}
        shown, kept = [], saved.kept_filters(self.window.desk)
        owners = self._own_tab_first() if tab is not None and not tab.kinds else [tab] if tab else []
        for owner in owners:
            for name, pin in self._pins_of(owner, kept):
                yield from self._loading(name)
                count = yield from self.sift(name).counting(pin.query)
                known = pin.id if owner is tab and name == owner.kinds[0] else f"{name}:{pin.id}"
                if owner is tab or count:
                    found[known] = owner, name, pin
                    shown.append(Pin(known, pin.title, pin.icon, count))
        if tab_name != self.window.frame.current_tab():
            return  # another tab came on top meanwhile, and its pins with it
        self._pins = found
        self.window.frame.rail.set_pins(shown if tab is None or tab.kinds else shown[:MOST_PINS])

    def _pins_of(self, tab: Tab, kept: dict[str, list[saved.Pinned]]) -> list[tuple[str, saved.Pinned]]:
        """What stands under a tab, with its kind: of its first list the kind's own filters too, of the others the kept ones."""
        first, *others = tab.kinds
        own = saved.pinned(self.window.desk.kinds[first], kept.get(first, []))
        others_kept = [(name, pin) for name in others for pin in kept.get(name, []) if pin.is_pinned]
        return [(first, pin) for pin in own] + others_kept

    def _own_tab_first(self) -> list[Tab]:
        """The tabs whose records are counted, that of who sits here first."""
        roles = self.window.roles()
        counted = [tab for tab in TABS if tab.kinds and tab.kinds[0] in COUNTED]
        return sorted(counted, key=lambda tab: not roles.intersection(tab.roles))

    def _choose(self, pin_id: str) -> None:
        if pin_id in self._pins:
            tab, kind, pin = self._pins[pin_id]
            page = self.window.frame.show_tab(tab.name)
            if kind != tab.kinds[0] and hasattr(page, "show_filter"):
                page.show_filter(kind, pin.query)
            elif hasattr(page, "show_query"):
                page.show_query(pin.query)

    # ---------------------------------------------------------------- backup
    def refresh_backup(self) -> None:
        """Say when the last checked copy was made; a day without one is a warning."""
        found = backup.backups(self.window.desk.workspace)
        rail = self.window.frame.rail
        if not found:
            rail.backup.set_text(str(_("Nog geen back-up")), "warning")
            return
        at = found[0].at.astimezone(amsterdam())
        today: date = self.window.desk.today
        if at.date() == today:
            rail.backup.set_text(str(_("Back-up vandaag {time}").format(time=f"{at:%H:%M}")))
        else:
            rail.backup.set_text(str(_("Laatste back-up {day}").format(day=f"{at:%d-%m}")), "warning")
