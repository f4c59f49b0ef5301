"""The map with what lies over it: buttons, legend, where the drawing comes from, and the card of the chosen pin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.clock_face import TermFace
from vaartdesk.schema.listing import RowParts
from vaartdesk.ui.labels import Label
from vaartdesk.ui.map.overlays import Legend, PinCard, Sign, ZoomButtons
from vaartdesk.ui.map.plan import Plan
from vaartdesk.ui.map.view import MapView
from vaartdesk.ui.theme import sizes

EDGE: Final = sizes.SPACE_3
Told = Callable[[str], tuple[RowParts, TermFace | None] | None]


class MapPane(QWidget):
    """``tell(key)`` gives what the card of a pin shows. `opened(key)`: the record of a pin is asked for."""

    opened = Signal(str)

    def __init__(self, plan: Plan, signs: Sequence[Sign] = (), tell: Told | None = None) -> None:
        super().__init__()
        self.view = MapView(plan)
        self._tell = tell
        self.buttons = ZoomButtons()
        self.legend = Legend(signs)
        self.source = Label("", "micro", "text3")
        self.source.setObjectName("mapSource")
        self.card = PinCard(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        for widget in (self.buttons, self.legend, self.source):
            widget.setParent(self.view)
        self.setFocusProxy(self.view)
        self.view.installEventFilter(self)
        self._connect()
        self.show_plan(plan)

    def _connect(self) -> None:
        view = self.view
        self.buttons.nearer.clicked.connect(lambda: view.zoom(1))
        self.buttons.farther.clicked.connect(lambda: view.zoom(-1))
        self.buttons.whole.clicked.connect(view.show_whole)
        view.chosen.connect(lambda _key: self.show_card())
        view.moved.connect(self._follow)
        view.opened.connect(self.opened)
        self.card.opened.connect(lambda: self.opened.emit(view.key))
        self.card.next_requested.connect(self._show_next)

    def show_plan(self, plan: Plan, name: str = "") -> None:
        """Another ground, and what it is: a sketch, or the file it came from."""
        if plan is not self.view.plan:
            self.view.show_plan(plan)
        told = str(_("Schets, niet opgemeten")) if plan.is_sketch else name
        if plan.is_open_street_map:
            told = f"{told} · © OpenStreetMap-bijdragers".removeprefix(" · ")
        self.source.setText(told)
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._lay_out()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Buttons above at the right, the legend below at the left where it fits, the source below at the right."""
        wide, high = self.view.width(), self.view.height()
        for widget in (self.buttons, self.legend, self.source):
            widget.resize(widget.sizeHint())
        self.buttons.move(wide - self.buttons.width() - EDGE, EDGE)
        self.legend.setVisible(bool(self.legend.signs) and self.legend.width() + 2 * EDGE <= wide)
        self.legend.move(EDGE, high - self.legend.height() - EDGE)
        self.source.move(wide - self.source.width() - EDGE, high - self.source.height() - sizes.SPACE_2)
        self._follow()

    # --- the card ------------------------------------------------------------------------------------------------------

    def show_card(self) -> None:
        """The card of the chosen pin, or none."""
        told = self._tell(self.view.key) if self._tell is not None and self.view.key else None
        cluster = self.view.chosen_cluster() if self.view.key else None
        if told is None or cluster is None:
            self.card.hide()
            return
        keys = [pin.key for pin in cluster.pins]
        self.card.show_parts(*told, keys.index(self.view.key) + 1, len(keys))
        self.card.show()
        self.card.raise_()
        self._follow()

    def _follow(self) -> None:
        """The card goes along with its pin, clear of the legend."""
        if not self.view.key or self.card.isHidden():
            return
        cluster = self.view.chosen_cluster()
        if cluster is not None:
            room = QRectF(self.view.rect()).adjusted(EDGE, EDGE, -EDGE, -2 * EDGE - self.legend.height())
            self.card.stand_near(self.view.pixel_of((cluster.x, cluster.y)), room)

    def _show_next(self) -> None:
        cluster = self.view.chosen_cluster()
        if cluster is not None:
            self.view.choose_next_in(cluster)
            self.show_card()
