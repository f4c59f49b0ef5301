"""What a list says when it shows nothing: start the first record, or clear the filters."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.kind import Kind
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.empty import Drawing
from vaartdesk.ui.labels import Label
from vaartdesk.ui.theme import sizes

CENTRE = Qt.AlignmentFlag.AlignHCenter


class Nothing(QWidget):
    """A drawing, one sentence and one way on."""

    cleared = Signal()
    new_requested = Signal()

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.setObjectName("nothing")
        self._kind = kind
        self._is_filtered = False
        self.title = Label("", "section", "text1", weight=600, wrap=True)
        self.title.setAlignment(CENTRE)
        self.hint = Label("", "body", "text2", wrap=True)
        self.hint.setAlignment(CENTRE)
        self.button = Button("", "", "secondary")
        self.button.clicked.connect(self._act)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[sizes.DETAIL_PADDING] * 4)
        column.setSpacing(sizes.SPACE_2)
        column.addStretch(1)
        column.addWidget(Drawing("search"), 0, CENTRE)
        column.addSpacing(sizes.SPACE_2)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addSpacing(sizes.SPACE_2)
        column.addWidget(self.button, 0, CENTRE)
        column.addStretch(2)

    def tell(self, *, is_filtered: bool) -> None:
        """Say why there is nothing."""
        self._is_filtered = is_filtered
        if is_filtered:
            self.title.setText(str(_("Niets gevonden met deze filters")))
            self.hint.setText(str(_("Er zijn wel {plural}, maar geen die past.")).format(plural=self._kind.plural))
            self.button.setText(str(_("Filters wissen")))
        else:
            self.title.setText(str(_("Nog geen {plural}")).format(plural=self._kind.plural))
            self.hint.setText(str(_("Met Ctrl+N maak je de eerste.")))
            self.button.setText(str(_("Maak {the}")).format(the=self._kind.the))

    def _act(self) -> None:
        way = self.cleared if self._is_filtered else self.new_requested
        way.emit()
