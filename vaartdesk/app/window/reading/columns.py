"""Which column of the file is what: a line for each, with an example, and what it becomes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from vaartdesk.core.text import _
from vaartdesk.flows.table_columns import Mapped, choices
from vaartdesk.ui.editors.choice import Choices
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.theme import sizes

EXAMPLE: Final = 60
LOOKED_AT: Final = 50
HEIGHT: Final = 176


class ColumnsArea(QScrollArea):
    """`chosen(int, str)`: column and attribute ('' = not read)."""

    chosen = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("columns")
        self.setAccessibleName(str(_("Kolommen")))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(HEIGHT)
        self.viewport().setAutoFillBackground(False)
        self.boxes: list[Choices] = []

    def show_table(self, found: Mapped) -> None:
        """The columns of this table."""
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, sizes.SPACE_3, 0)
        grid.setHorizontalSpacing(sizes.SPACE_3)
        grid.setVerticalSpacing(sizes.SPACE_1)
        for place, head in enumerate((_("Kolom in het bestand"), _("Voorbeeld"), _("Wordt"))):
            grid.addWidget(Label(str(head), "meta", "text2"), 0, place)
            grid.setColumnStretch(place, 1)
        self.boxes = []
        for at, header in enumerate(found.table.headers):
            title = header or str(_("(zonder kop)"))
            grid.addWidget(ElidedLabel(title, "body"), at + 1, 0)
            grid.addWidget(ElidedLabel(_example(found, at), "body", "text2"), at + 1, 1)
            grid.addWidget(self._box(found, at, title), at + 1, 2)
        grid.setRowStretch(len(found.table.headers) + 1, 1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # setWidget turns it on; the dialog's own ground must show

    def _box(self, found: Mapped, at: int, title: str) -> Choices:
        box = Choices()
        box.setObjectName(f"column{at}")
        box.setAccessibleName(str(_("{column} wordt").format(column=title)))
        box.setFixedHeight(sizes.INPUT)
        box.addItem(str(_("Niet inlezen")), "")
        for name, label in choices(found.kind).items():
            box.addItem(label, name)
        box.setCurrentIndex(box.findData(found.columns[at]))
        box.activated.connect(lambda _index, at=at, box=box: self.chosen.emit(at, str(box.currentData())))
        self.boxes.append(box)
        return box


def _example(found: Mapped, at: int) -> str:
    """The first cell of the column that says something."""
    cells = (row.cells[at] for row in found.table.rows[:LOOKED_AT])
    words = next((str(cell) for cell in cells if isinstance(cell, str | int) and str(cell).strip()), "")
    return " ".join(words.split())[:EXAMPLE]
