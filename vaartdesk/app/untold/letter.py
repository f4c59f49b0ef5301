"""The mail that is ready for one who was not told yet, as it will be sent, and the way to what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.flows.telling import text_of
from vaartdesk.flows.untold import Untold
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.labels import Label, rule
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage


class Letter(QScrollArea):
    """``show_item`` fills it."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.item: Untold | None = None
        self.setObjectName("untoldLetter")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sheet = sheet = QWidget()
        sheet.setProperty("look", "detail")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.who = Label("", "title", weight=600, wrap=True)
        self.reach = Label("", "meta", "text2", wrap=True)
        self.subject = Label("", "body", weight=600, wrap=True)
        self.body = Label("", "body", wrap=True)
        self.body.setObjectName("untoldText")
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.about = Button("", "arrow-right", "link", small=True)
        self.about.setObjectName("openAbout")
        self.about.clicked.connect(self._open)
        line = QHBoxLayout()
        line.setContentsMargins(-sizes.SPACE_2, 0, 0, 0)  # its words begin where the others do
        line.addWidget(self.about)
        line.addStretch(1)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(*[sizes.SPACE_6] * 4)
        column.setSpacing(sizes.SPACE_2)
        for widget in (self.who, self.reach):
            column.addWidget(widget)
        column.addLayout(line)
        column.addWidget(rule())
        column.addSpacing(sizes.SPACE_2)
        for widget in (self.subject, self.body):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(sheet)

    def show_item(self, item: Untold | None) -> None:
        """The mail of one; None shows nothing."""
        self.item = item
        self.sheet.setVisible(item is not None)
        if item is None:
            return
        who = item.who
        self.who.setText(who.name or who.email or who.phone)
        reach = " · ".join(part for part in (who.email, who.phone) if part)
        self.reach.setText(reach or str(_("Geen mailadres of telefoonnummer bekend.")))
        self.about.setText(" · ".join(part for part in (item.number, item.title) if part))
        self.subject.setText(item.subject)
        self.body.setText(text_of(self.desk, item))

    def _open(self) -> None:
        if self.item is not None:
            self.stage.open(self.item.about)
