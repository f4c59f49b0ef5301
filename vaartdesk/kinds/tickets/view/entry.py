"""Quick entry of a ticket: what, where, category, urgency, Enter; the term is told and a double offered while typing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _, ngettext
from vaartdesk.formats import terms
from vaartdesk.formats.terms import calendar_of
from vaartdesk.kinds.tickets.commands.intake import add_reporter, offer_of, similar_to
from vaartdesk.kinds.tickets.commands.mapping import spot_fields
from vaartdesk.kinds.tickets.model.ticket import PARTIES
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.rules import term
from vaartdesk.kinds.tickets.rules.moves import local_day
from vaartdesk.schema.chips import word
from vaartdesk.schema.field import Field
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.card import Card
from vaartdesk.ui.labels import ElidedLabel, KeyLabel, Label
from vaartdesk.ui.question import Question
from vaartdesk.ui.quick_entry import QuickEntry

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

LAST_CATEGORY = "tickets/last_category"
"""What the laptop remembers of the last entry, to offer it again."""
MOST = 2
ALSO = ("name", "phone", "email", "text")
"""What is asked about a second reporter."""


class Double(QWidget):
    """One open ticket that looks the same, and the way to join it."""

    def __init__(self, row: Values, told: str, key: str) -> None:
        super().__init__()
        self.row = row
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        text = ElidedLabel(f"{row['title']}  ·  {told}", "body")
        self.button = Button(str(_("Melder toevoegen")), "user-plus", small=True, key=key)
        self.button.setObjectName("joinDouble")
        line.addWidget(text, 1)
        line.addWidget(self.button)


class TicketEntry(QuickEntry):
    """See the module. Alt+D joins the first double instead of making a new ticket; Enter still makes a new one."""

    def __init__(self, desk: Desk, stage: Stage, values: Mapping[str, Any] | None = None) -> None:
        self.doubles: list[Double] = []
        self._card: Card | None = None
        self._asked: tuple[Any, ...] = ()
        super().__init__(desk, desk.kinds["ticket"], stage, values=_remembered(desk, stage) | dict(values or {}))
        self.changed.connect(self._consider)
        self.photos.arrived.connect(self._read_photos)
        self.saved.connect(self._remember)
        QShortcut(QKeySequence("Alt+D"), self, self.join_first)
        self.spot = self._spot_button()
        self._consider(self.values()[0])

    # ---------------------------------------------------------------- what follows from the values so far
    def _consider(self, values: Mapping[str, Any]) -> None:
        with self.desk.read() as reader:
            self.tell(_told(values, reader))
        asked = (values.get("category"), str(values.get("place_text") or "").strip())
        if asked != self._asked:
            self._asked = asked
            self._offer(similar_to(self.desk, values))

    def _offer(self, rows: list[Values]) -> None:
        if self._card is not None:
            self.hints.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card, self.doubles = None, []
        if not rows:
            return
        card = Card()
        card.setObjectName("doubles")
        card.setProperty("look", "notice")
        head = QHBoxLayout()
        title = ngettext("Lijkt op een open melding", "Lijkt op open meldingen", len(rows))
        head.addWidget(Label(title, "body", "warning", weight=600), 1)
        head.addWidget(KeyLabel("Alt+D"))
        card.body.addLayout(head)
        for place, row in enumerate(rows[:MOST]):
            double = Double(row, self._place_of(row), "Alt+D" if place == 0 else "")
            double.button.clicked.connect(lambda _on=False, row=row: self.join(row))
            card.body.addWidget(double)
            self.doubles.append(double)
        self.hints.addWidget(card)
        self._card = card

    def _place_of(self, row: Values) -> str:
        day = day_short(local_day(row["reported_at"]), self.desk.today) if row["reported_at"] else ""
        return " · ".join(p for p in (row["number"], row["place_text"], day) if p)

    # ---------------------------------------------------------------- joining a double
    def join_first(self) -> None:
        """Alt+D."""
        if self.doubles:
            self.join(self.doubles[0].row)

    def join(self, row: Values) -> None:
        """Add who reported it to an open ticket, in place of a new one."""
        kind = self.desk.kinds["ticket_reporter"]
        fields: list[Field] = [kind.fields[name] for name in ALSO]
        ref = Ref("ticket", row["id"])

        def act(answers: Mapping[str, Any]) -> None:
            add_reporter(self.desk, ref, answers)
            for file in self.photos.finished():
                self._attach(ref, file)
            self._forget()
            self.stage.announce(str(_("Melder toegevoegd aan {number}").format(number=row["number"])), is_undoable=True)
            self.accept()
            self.saved.emit(ref)

        title = str(_("Wie meldde {number} ook?").format(number=row["number"]))
        self.stage.show_dialog(self, Question(self.desk, title, fields, act))

    def _attach(self, ref: Ref, file: Any) -> None:
        with self.desk.change(_("Foto toegevoegd")) as tx:
            tx.attach(ref, file.data, file.name, mime=file.mime, is_photo=file.is_photo, taken_at=file.taken_at)

    # ---------------------------------------------------------------- where on the plan
    def _spot_button(self) -> Button:
        """Point out where it is; Alt+P."""
        button = Button(str(_("Aanwijzen op plattegrond")), "map-pin", "link", small=True, key="Alt+P")
        button.setObjectName("pointOut")
        button.clicked.connect(self.ask_spot)
        self._fields.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        QShortcut(QKeySequence("Alt+P"), self, self.ask_spot)
        if self.given.get("latitude") is not None:
            button.setText(str(_("Aangewezen op plattegrond")))
        return button

    def ask_spot(self) -> None:
        """The plan, to click on; the street there is filled in where nothing was typed yet."""
        from vaartdesk.kinds.tickets.view.spot_dialog import SpotDialog  # the plan is read on first use

        dialog = SpotDialog(self.desk)
        dialog.pointed_out.connect(self._take_spot)
        self.stage.show_dialog(self, dialog)

    def _take_spot(self, latitude: float, longitude: float, street: str) -> None:
        self.given |= spot_fields(latitude, longitude)
        self.spot.setText(str(_("Aangewezen op plattegrond")))
        where = self.boxes["place_text"].editor
        if street and not where.text().strip():
            where.put_text(street)

    def _read_photos(self, files: list[Any]) -> None:
        """Where the photo says it was taken is taken along; far away or unlikely is only told (T24)."""
        photos = [file.photo for file in files if getattr(file, "photo", None) is not None]
        offer = offer_of(photos)
        if offer.is_place_doubtful:
            self.stage.announce(str(_("De plaats in de foto ligt niet in de buurt en is niet overgenomen.")))
            return
        self.given |= offer.fields()

    def _remember(self, ref: Ref) -> None:
        values = self.desk.get(ref) or {}
        self.stage.remember(LAST_CATEGORY, str(values.get("category") or ""))


def _remembered(desk: Desk, stage: Stage) -> dict[str, Any]:
    """The category of the last entry, while it still exists."""
    key = stage.recall(LAST_CATEGORY)
    return {"category": key} if key and any(row["id"] == key for row in desk.rows("ticket_category")) else {}


def _told(values: Mapping[str, Any], reader: Reader) -> str:
    """``Termijn 2 werkdagen, uiterlijk do 26 nov · ligt bij gemeente``, from what is typed so far."""
    category = queries.categories(reader).get(values.get("category") or "")
    if category is None:
        return ""
    ticket = {**EMPTY, **values, "reported_at": values.get("reported_at") or reader.now}
    follows = term.derived(ticket, category, calendar_of(reader.settings), reader.settings)
    parts = []
    if follows["due_on"] is not None:
        words = terms.days_text(follows["term"], follows["term_unit"])
        day = day_short(follows["due_on"], reader.today)
        parts.append(str(_("Termijn {term}, uiterlijk {day}").format(term=words, day=day)))
    if category["lies_with"]:
        parts.append(str(_("ligt bij {who}").format(who=word(PARTIES, category["lies_with"]).lower())))
    return " · ".join(parts)


EMPTY: dict[str, Any] = {
    "type": "klacht", "status": "nieuw", "closed_at": None, "paused_since": None, "pauses": "", "return_after": None,
    "expected_on": None, "forwarded_on": None,
}  # fmt: skip
"""What a ticket that is not there yet has."""
