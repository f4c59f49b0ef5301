"""The fields of a section in one or two columns, and "+ veld" for those that are still empty: one reads first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QSizePolicy, QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.editors.field_box import FieldBox
from vaartdesk.ui.flow_layout import FlowLayout
from vaartdesk.ui.theme import sizes

TWO_FROM = 520
"""From this width on fields stand in two columns."""
FEW = 4
"""So many "+ veld" buttons are shown; the others are behind "Meer velden". One more is shown in place of that."""


class FieldGrid(QWidget):
    """Arranges boxes row by row; a tall one takes the whole width. Those of ``optional`` wait under "+ veld" while they
    are empty; what the user adds stays until another record is shown.
    """

    laid_out = Signal()

    def __init__(self, boxes: Sequence[FieldBox], optional: Collection[str] = ()) -> None:
        super().__init__()
        self.boxes = list(boxes)
        for box in self.boxes:
            box.setParent(self)  # before it is ever shown: a widget without a parent would be a window
        self._optional = set(optional)
        self._added: set[str] = set()
        self._filled: set[str] = set()
        self._withheld: set[str] = set()
        self._shown: tuple[int, tuple[tuple[str, bool], ...], frozenset[str]] | None = None
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(sizes.SPACE_4)
        self.grid.setVerticalSpacing(0)
        self.offer = QWidget(self)
        self.offer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._flow = FlowLayout(self.offer, gap=2, line_gap=0)
        self.buttons: dict[str, Button] = {}
        for box in self.boxes:
            if box.editor.field.name in self._optional and not box.editor.field.derived:
                self.buttons[box.editor.field.name] = self._offer_button(box)
        self.more = Button(str(_("Meer velden")), "ellipsis", "offer", small=True)
        self.more.clicked.connect(self._show_more)
        self._flow.addWidget(self.more)

    def _offer_button(self, box: FieldBox) -> Button:
        button = Button(str(box.editor.field.label), "plus", "offer", small=True)
        button.setObjectName(f"add_{box.editor.field.name}")
        button.clicked.connect(lambda: self.add(box.editor.field.name))
        self._flow.addWidget(button)
        return button

    def add(self, name: str) -> None:
        """Show an optional field, the cursor in it."""
        self._added.add(name)
        self._arrange()
        next(box for box in self.boxes if box.editor.field.name == name).editor.focus()

    def reveal(self, name: str) -> None:
        """Show an optional field because something is to be said about it."""
        if name in self._optional and name not in self._added:
            self._added.add(name)
            self._arrange()

    def withhold(self, name: str, *, is_withheld: bool) -> None:
        """Neither show nor offer a field: the page says elsewhere what it would say."""
        (self._withheld.add if is_withheld else self._withheld.discard)(name)
        self._arrange()

    def show_values(self, values: Mapping[str, Any], *, is_same_record: bool) -> None:
        """Show what is filled; another record puts the fields that were added by hand back under "+ veld"."""
        if not is_same_record:
            self._added.clear()
        fields = [box.editor.field for box in self.boxes]
        self._filled = {field.name for field in fields if not field.type.is_empty(values.get(field.name))}
        self._added |= self._filled & self._optional
        self._arrange()

    @property
    def is_filled(self) -> bool:
        """Whether one of its fields says something."""
        return bool(self._filled)

    def _visible(self) -> list[FieldBox]:
        hidden = (self._optional - self._added) | self._withheld
        return [box for box in self.boxes if box.editor.field.name not in hidden]

    def _arrange(self) -> None:
        """Place the boxes; nothing is touched when columns and fields are those of before."""
        columns = 2 if self.width() >= TWO_FROM else 1
        visible = self._visible()
        wide = {box for box in visible if columns == 1 or box.wanted_width() > (self.width() - sizes.SPACE_4) / columns}
        shown = tuple((box.editor.field.name, box in wide) for box in visible)
        wanted = (columns, shown, frozenset(self._withheld))
        if wanted == self._shown:
            return
        self._shown = wanted
        for box in self.boxes:
            self.grid.removeWidget(box)
            box.setVisible(box in visible)
        row = column = 0
        for box in visible:
            is_wide = box in wide
            if is_wide and column:
                row, column = row + 1, 0
            self.grid.addWidget(box, row, column, 1, columns if is_wide else 1, Qt.AlignmentFlag.AlignTop)
            column = 0 if is_wide else (column + 1) % columns
            row += column == 0
        for column_number in range(2):
            self.grid.setColumnStretch(column_number, int(column_number < columns))
        self._arrange_offer(row + 1, columns)
        self.laid_out.emit()

    def _arrange_offer(self, row: int, columns: int) -> None:
        waiting = self._waiting()
        for number, name in enumerate(waiting):
            self.buttons[name].setVisible(number < FEW or len(waiting) == FEW + 1)
        for name in self.buttons.keys() - set(waiting):
            self.buttons[name].hide()
        self.more.setVisible(len(waiting) > FEW + 1)
        self.offer.setVisible(bool(waiting))
        self.grid.removeWidget(self.offer)
        self.grid.addWidget(self.offer, row, 0, 1, columns)

    def _waiting(self) -> list[str]:
        """The fields that "+ veld" offers."""
        return [name for name in self.buttons if name not in self._added | self._withheld]

    def _show_more(self) -> None:
        menu = QMenu(self)
        for name in self._waiting()[FEW:]:
            menu.addAction(self.buttons[name].text(), lambda name=name: self.add(name))  # type: ignore[misc]
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
