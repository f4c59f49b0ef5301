"""Two laptops changed the same field: both values are kept, a person says which one counts (picture 10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.moments import recent_moment
from vaartdesk.core.text import _, ngettext
from vaartdesk.schema.field import Field
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.types.references import RefType
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.labels import IconLabel, Label
from vaartdesk.ui.painting import paint_box
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import font
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

SIGN = 22


@dataclass(frozen=True)
class Version:
    """One of the values: by whom and when, and how it reads. ``by`` says it to who sits here: "Jij, op deze laptop"."""

    value: Any
    shown: str
    who: str
    when: str
    by: str = ""
    was: str = ""


class VersionCard(QFrame):
    """A card that chooses its value; the radio button takes the keyboard."""

    clicked = Signal()

    def __init__(self, version: Version) -> None:
        super().__init__()
        self.version = version
        self.radio = QRadioButton(version.by or version.who or str(_("Onbekend")))
        self.radio.toggled.connect(self.update)
        self.radio.setFont(font("body", 600))
        head = QHBoxLayout()
        head.addWidget(self.radio)
        head.addStretch(1)
        head.addWidget(Label(version.when, "meta", "text3"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[sizes.CARD_PADDING] * 4)
        column.addLayout(head)
        column.addWidget(Label(version.shown or str(_("leeg")), "section", weight=400, wrap=True))
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chosen card stands out by its frame and ground, and by the radio button's dot."""
        is_on = self.radio.isChecked()
        ground, border = ("accent_soft", "accent") if is_on else ("surface", "border")
        colours = theme()
        width = sizes.FOCUS_RING if is_on else 1
        paint_box(
            QPainter(self), QRectF(self.rect()), colours.colour(ground), sizes.RADIUS, colours.colour(border), width
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.radio.setChecked(True)
        self.radio.setFocus(Qt.FocusReason.MouseFocusReason)


class VersionsDialog(Dialog):
    """Goes through the fields one by one; "Later" leaves the rest as it is, both values kept."""

    def __init__(self, desk: Desk, ref: Ref, conflicts: Mapping[str, Sequence[Any]], first: str = "") -> None:
        """``conflicts``: field -> its heads; ``first``: the field to begin with."""
        super().__init__(str(_("Twee versies van hetzelfde veld")), width=720)
        self.setObjectName("versionsDialog")
        self.desk, self.ref = desk, ref
        self.kind = desk.kinds[ref.kind]
        self._conflicts = dict(conflicts)
        order = [first, "alive", *self.kind.fields]
        self._names = [name for name in dict.fromkeys(order) if name in conflicts]
        self._at = 0
        self.cards: list[VersionCard] = []
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(sizes.SPACE_3)
        self.note = Label("", "body", "text2", wrap=True)
        self.count = Label("", "meta", "text3")
        self.title.hide()
        self.body.addLayout(self._head())
        self.body.addSpacing(sizes.SPACE_1)
        self.body.addLayout(self._row)
        self.body.addWidget(self._well())
        self.rest = QCheckBox()
        self.rest.setObjectName("sameForOthers")
        self.add_note(self.rest)
        self.add_button(Button(str(_("Later"))), accepts=False).setObjectName("later")
        self.both = self.add_button(Button(str(_("Beide in logboek"))))
        self.both.setObjectName("both")
        self.both.clicked.connect(lambda: self._decide(is_noted=True))
        self.keep = self.add_button(Button(str(_("Deze versie houden")), kind="primary"))
        self.keep.setObjectName("keep")
        self.keep.clicked.connect(lambda: self._decide(is_noted=False))
        self._show()

    def _head(self) -> QHBoxLayout:
        """The sign, the title and the sentence beside it, and the how manyeth this is."""
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.explanation)
        self.title.show()
        row = QHBoxLayout()
        row.setSpacing(sizes.SPACE_3)
        row.addWidget(IconLabel("git-compare-arrows", "accent_ink", SIGN), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _well(self) -> QFrame:
        """What the field held before, and that nothing is lost."""
        well = QFrame()
        well.setProperty("look", "well")
        row = QHBoxLayout(well)
        row.setContentsMargins(sizes.SPACE_3, sizes.SPACE_2, sizes.SPACE_3, sizes.SPACE_2)
        row.setSpacing(sizes.SPACE_2)
        row.addWidget(IconLabel("history", "text2", sizes.ICON))
        row.addWidget(self.note, 1)
        return well

    # --- showing -------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """The field whose turn it is."""
        name = self._names[self._at]
        left = len(self._names) - self._at - 1
        number = str((self.desk.get(self.ref) or {}).get("number") or "")
        record = f"{str(self.kind.label).capitalize()} {number or self.desk.title(self.ref)}"
        told = _("{record}, veld {field}. Allebei zijn bewaard; kies welke geldt.")
        self.explanation.setText(told.format(record=record, field=self._label(name)))
        self.explanation.show()
        self.count.setText(str(_("{n} van {all}").format(n=self._at + 1, all=len(self._names))))
        self.count.setVisible(len(self._names) > 1)
        for card in self.cards:
            self._group.removeButton(card.radio)
            card.hide()
            card.deleteLater()
        self.cards = [VersionCard(version) for version in self._versions(name)]
        for card in self.cards:
            self._group.addButton(card.radio)
            self._row.addWidget(card, 1)
        self.cards[0].radio.setChecked(True)
        was = next((card.version.was for card in self.cards if card.version.was), "") or str(_("niet ingevuld"))
        self.note.setText(str(_("Was: {was}. De andere waarde blijft in de geschiedenis staan.").format(was=was)))
        self.rest.setVisible(left > 0)
        self.rest.setText(ngettext("Ook voor het andere veld", "Ook voor de andere {n}", left).format(n=left))

    def _label(self, name: str) -> str:
        return str(_("verwijderd")) if name == "alive" else str(self.kind.fields[name].label)

    def _versions(self, name: str) -> list[Version]:
        """The values with who wrote them and when, the one that is shown now first."""
        history = self.desk.history(self.ref)
        lines = {line.txn: line for line in history} | {line.txn: line for line in history if line.field == name}
        field = self.kind.fields.get(name)
        found = []
        for head in self._conflicts[name]:
            line = lines.get((head.device, head.seq))
            value = bool(head.value) if field is None else field.type.value(head.value)
            who, when = (line.who, recent_moment(line.at, self.desk.today)) if line else ("", "")
            was = line.old if line and line.field == name else ""
            by = self._by(who) if head.device in self.desk.door.journal.identity.mine else who
            found.append(Version(value, self._shown(field, value), who, when, by, was))
        return found

    def _by(self, who: str) -> str:
        """Whose value it is when it was written on this laptop."""
        is_own = self.desk.who is not None and self.desk.title(self.desk.who) == who
        return str(_("Jij, op deze laptop") if is_own else _("{who}, op deze laptop").format(who=who))

    def _shown(self, field: Field | None, value: Any) -> str:
        if field is None:
            return str(_("bewaard")) if value else str(_("verwijderd"))
        if isinstance(field.type, RefType):
            with self.desk.read() as reader:
                return reader.titles([value]).get(value, "") if value else ""
        return field.type.paper_text(value)

    # --- deciding ------------------------------------------------------------------------------------------------------

    def _chosen(self) -> int:
        return next(number for number, card in enumerate(self.cards) if card.radio.isChecked())

    def _decide(self, *, is_noted: bool) -> None:
        """Choose for this field, or for all that are left."""
        names = self._names[self._at :] if self.rest.isChecked() else [self._names[self._at]]
        chosen = self._chosen()
        with self.desk.change(_("Versie gekozen")) as tx:
            for name in names:
                versions = self._versions(name)
                version = versions[min(chosen, len(versions) - 1)]
                tx.resolve(self.ref, name, version.value)
                if is_noted:
                    values = " / ".join(f"{v.who}: {v.shown}" if v.who else v.shown for v in versions)
                    tx.note(self.ref, f"{self._label(name)}: {values}")
        self._at += len(names)
        if self._at >= len(self._names):
            self.accept()
        else:
            self._show()

    def first_focus(self) -> QWidget:
        return self.keep
