"""A tab with several views: one page each, built when first shown, chosen by the segments in their headers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.shown import ShownList
from vaartdesk.ui.focus_ring import FocusRing
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.segments import Segment, Segments
from vaartdesk.ui.tab_order import lead_with

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.list.query import Query
    from vaartdesk.ui.stage import Stage


@dataclass(frozen=True)
class View:
    """One view of a tab. ``kinds``: the records it shows, the first is what it makes; ``build`` makes its page, which
    has a ``header``. ``within``: the view that leads to this one, and whose segment stands for it.
    """

    id: str
    label: str
    icon: str
    kinds: tuple[str, ...]
    build: Callable[[], QWidget]
    within: str = ""

    @property
    def segment(self) -> str:
        """The id of the segment that is chosen while this view is on top."""
        return self.within or self.id


class Views(QStackedWidget):
    """See the module. The window calls ``show_record``, ``make_new``, ``current`` and ``show_query``."""

    def __init__(self, name: str, views: Sequence[View]) -> None:
        super().__init__()
        self.name, self.views = name, tuple(views)
        self._pages: dict[str, QWidget] = {}
        self.setProperty("look", "page")
        self.choose(self.views[0].id)

    def choose(self, view_id: str) -> QWidget:
        """Bring a view on top."""
        view = next(v for v in self.views if v.id == view_id)
        if view_id not in self._pages:
            page = view.build()
            self._pages[view_id] = page
            self.addWidget(page)
            self._add_segments(page, view_id)
        page = self._pages[view_id]
        self.setCurrentWidget(page)
        segments = page.findChild(Segments, f"views_{self.name}")
        if segments is not None and segments.current() != self._segment_of(view_id):
            segments.choose(self._segment_of(view_id))
        return page

    def _segment_of(self, view_id: str) -> str:
        return next(view.segment for view in self.views if view.id == view_id)

    def _add_segments(self, page: QWidget, view_id: str) -> None:
        header = getattr(page, "header", None)
        if not isinstance(header, PageHeader) or len(self.views) < 2:
            return
        led = tuple(Segment(v.id, str(v.label), v.icon) for v in self.views if not v.within)
        segments = Segments(led, self.name)
        segments.setObjectName(f"views_{self.name}")
        segments.choose(self._segment_of(view_id))
        segments.chosen.connect(self._switch)
        segments.again.connect(self._switch)
        header.add_segments(segments)
        lead_with(page, segments)

    def _switch(self, view_id: str) -> None:
        """Another view; the segments of the one that is left go back to it, the focus goes along to those of the new one."""
        rings = (ring for ring in self.findChildren(FocusRing) if isinstance(ring.control.parentWidget(), Segments))
        by_key = any(ring.isVisible() for ring in rings)
        page = self.choose(view_id)
        after = page.findChild(Segments, f"views_{self.name}")
        if after is not None:
            after.take_focus(Qt.FocusReason.ShortcutFocusReason if by_key else Qt.FocusReason.MouseFocusReason)
        for known, other in self._pages.items():
            segments = other.findChild(Segments, f"views_{self.name}")
            if segments is not None and other is not page and segments.current() != self._segment_of(known):
                segments.blockSignals(True)
                segments.choose(self._segment_of(known))
                segments.blockSignals(False)

    def _view_of(self, kind: str) -> View | None:
        return next((v for v in self.views if kind in v.kinds), None)

    # ---------------------------------------------------------------- what the window asks
    def show_record(self, ref: Ref) -> None:
        """On the view of its kind; the keyboard comes along when that is another view."""
        view = self._view_of(ref.kind)
        if view is not None:
            before = self.currentWidget()
            page = self.choose(view.id)
            page.show_record(ref)  # type: ignore[attr-defined]
            if page is not before:
                self._land(page)

    def bring(self, view_id: str) -> None:
        """Another view on top, and the keyboard in what it shows."""
        self._land(self.choose(view_id))

    @staticmethod
    def _land(page: QWidget) -> None:
        """Hiding the view before left the focus to whatever came next; where one works is its list."""
        start = page.list.view if isinstance(page, ListDetailPage) else page.focusProxy()
        if start is not None:
            start.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, ref: Ref) -> bool:
        """Whether the view on top showed the record itself: then nobody needs to be brought elsewhere."""
        reveal = getattr(self.currentWidget(), "reveal", None)
        return bool(reveal(ref)) if reveal is not None else False

    def show_kind(self, kind: str) -> None:
        """The first view of a kind; the one on top where it shows that kind."""
        view = self._view_of(kind)
        if view is not None:
            self.bring(view.id)

    def make_new(self, kind: str = "") -> None:
        """A new record of ``kind``, or of what is on top."""
        view = self._view_of(kind) if kind else None
        page = self.choose(view.id) if view is not None else self.currentWidget()
        page.make_new()  # type: ignore[union-attr]

    def current(self) -> Ref | None:
        """The record that is shown."""
        page = self.currentWidget()
        found = page.current() if page is not None and hasattr(page, "current") else None
        return found if isinstance(found, Ref) else None

    def shown_list(self) -> ShownList | None:
        """What the list on top shows; None where no list is on top."""
        page = self.currentWidget()
        return page.shown_list() if isinstance(page, ListDetailPage) else None

    def show_query(self, query: Query) -> None:
        """A pinned filter, on the first view."""
        page = self.choose(self.views[0].id)
        if isinstance(page, ListDetailPage):
            page.show_query(query)

    def show_filter(self, kind: str, query: Query) -> None:
        """A pinned filter of another kind than the first, on the view of that kind."""
        view = self._view_of(kind)
        page = self.choose(view.id) if view is not None else None
        if page is not None and hasattr(page, "show_query"):
            page.show_query(query)


def kind_view(desk: Desk, stage: Stage, name: str, label: str = "", icon: str = "", title: str = "") -> View:
    """The plain view of a kind, with its family's own page for the record where there is one."""
    kind = desk.kinds[name]

    def build() -> QWidget:
        maker = stage.page_makers.get(name)
        own = partial(maker, desk, stage) if maker is not None else None
        page = ListDetailPage(desk, kind, stage, title=title, page=own)
        page.list.load()
        page.list.choose_first()
        return page

    return View(name, label or str(kind.plural).capitalize(), icon or kind.icon, (name,), build)
