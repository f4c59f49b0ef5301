"""Quick entry of a ticket: what, where, category, urgency, Enter; the term is told and a double offered while typing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QKeySequence, QShortcut

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.formats import terms
from vaartdesk.formats.terms import calendar_of
from vaartdesk.kinds.tickets.commands.intake import add_reporter, similar_to
from vaartdesk.kinds.tickets.commands.mapping import spot_fields
from vaartdesk.kinds.tickets.model.ticket import PARTIES
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.queries.tickets import street_names
from vaartdesk.kinds.tickets.rules import term
from vaartdesk.kinds.tickets.rules.meant import meant_place
from vaartdesk.kinds.tickets.rules.moves import local_day
from vaartdesk.kinds.tickets.view.entry_cards import Answer, Hints, doubles_card
from vaartdesk.kinds.tickets.view.entry_photos import PhotoNews
from vaartdesk.kinds.tickets.view.inbox import Inbox, is_mail
from vaartdesk.kinds.tickets.view.street_line import street_editor
from vaartdesk.schema.chips import word
from vaartdesk.schema.field import Field
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.question import Question
from vaartdesk.ui.quick_entry import QuickEntry

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

LAST_CATEGORY = "tickets/last_category"
"""What the laptop remembers of the last entry, to offer it again."""
LAST_STREET = "tickets/last_street"
ALSO = ("name", "phone", "email", "text")
"""What is asked about a second reporter."""


class TicketEntry(QuickEntry):
    """See the module. Alt+D joins the first double instead of making a new ticket; Enter still makes a new one.

    Alt+B puts a copied message in; a mail or photo can be dropped on it.
    """

    def __init__(self, desk: Desk, stage: Stage, values: Mapping[str, Any] | None = None) -> None:
        self._doubles: list[Values] = []
        self._asked: tuple[Any, ...] = ()
        self._left_so = set[str]()
        given = dict(values or {})
        self._offered = _remembered(desk, stage)
        if "latitude" in given or "place_text" in given:
            self._offered.pop("place_text", None)
        makers = {"place_text": street_editor}
        super().__init__(desk, desk.kinds["ticket"], stage, values=self._offered | given, makers=makers)
        self.cards = Hints(self.hints)
        self.news = PhotoNews(self, self.cards, self.take_spot)
        self.inbox = Inbox(desk, stage, self, lambda _values: self)
        self.changed.connect(self._consider)
        self.saved.connect(self._remember)
        where = self.boxes["place_text"].editor
        where.left.connect(self._ask_street)
        where.typed.connect(lambda: self.cards.put("street", None))
        QShortcut(QKeySequence("Alt+D"), self, self.join_first)
        self.spot = self._link("pointOut", _("Plek aanwijzen"), "map-pin", "Alt+P", self.ask_spot)
        self.pasting = self._link("pasteMessage", _("Bericht plakken"), "message-circle", "Alt+B", self.paste)
        if self.given.get("latitude") is not None:
            self.spot.setText(str(_("Plek aangewezen")))
        self._consider(self.values()[0])

    def _link(self, name: str, label: str, icon: str, key: str, act: Callable[[], object]) -> Button:
        """Something to do below the fields, by its key too."""
        button = Button(str(label), icon, "link", small=True, key=key)
        button.setObjectName(name)
        button.clicked.connect(lambda _on=False: act())
        row = self.deeds.layout()
        assert row is not None
        row.addWidget(button)
        QShortcut(QKeySequence(key), self, act)
        return button

    # ---------------------------------------------------------------- what follows from the values so far
    def _consider(self, values: Mapping[str, Any]) -> None:
        with self.desk.read() as reader:
            self.tell(_told(values, reader))
        is_begun = bool(str(values.get("title") or "").strip())
        asked = (is_begun, values.get("category"), str(values.get("place_text") or "").strip())
        if asked != self._asked:
            self._asked = asked
            self._offer(similar_to(self.desk, values) if is_begun else [])

    def _offer(self, rows: list[Values]) -> None:
        self._doubles = rows
        self.cards.put("doubles", doubles_card(rows, self._place_of, self.join) if rows else None)

    def _place_of(self, row: Values) -> str:
        day = day_short(local_day(row["reported_at"]), self.desk.today) if row["reported_at"] else ""
        return " · ".join(p for p in (row["number"], row["place_text"], day) if p)

    # ---------------------------------------------------------------- a message that came in
    def fill(self, values: Mapping[str, Any], shown: Sequence[str] = ()) -> None:
        """Put in what a message says, as if it was typed; ``shown``: fields that get a place here when they are filled."""
        for name in shown:
            if values.get(name) and name not in self.boxes:
                self.add_field(name)
        blank = {name: "" for name in self._offered if name not in values and name == "place_text"}
        for name, value in (blank | dict(values)).items():
            if name in self.boxes:
                editor = self.boxes[name].editor
                editor.put_text(editor.field.type.field_text(value))
            else:
                self.given[name] = value
        empty = [name for name in self.kind.quick if not self.boxes[name].editor.text().strip()]
        self.boxes[empty[0] if empty else "category"].editor.focus()

    def paste(self) -> None:
        """Alt+B: the message on the clipboard."""
        if not self.inbox.take_clipboard():
            self.stage.announce(str(_("Op het klembord staat geen bericht. Kopieer eerst de tekst.")))

    def take_files(self, mime: QMimeData) -> bool:
        """A mail fills the fields, other files hang on the ticket."""
        return (is_mail(mime) and self.inbox.take_mime(mime)) or super().take_files(mime)

    # ---------------------------------------------------------------- joining a double
    def join_first(self) -> None:
        """Alt+D."""
        if self._doubles:
            self.join(self._doubles[0])

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
    def _ask_street(self) -> None:
        """A street that was typed wrong stands on no plan and in no figures of its street: offer the one that is meant."""
        where = self.boxes["place_text"].editor
        words = where.text().strip()
        if not where.is_dirty or words in self._left_so:
            return
        with self.desk.read() as reader:
            meant = meant_place(words, [name for _key, name in street_names(reader)])
        if meant:
            take = Answer("takeStreet", meant, "Alt+S", lambda: where.put_text(meant))
            leave = Answer("leaveStreet", str(_("Zo laten")), "Alt+Z", lambda: self._left_so.add(words))
            self.cards.ask(
                "street", str(_("Deze straat ken ik niet. Bedoel je {place}?").format(place=meant)), (take, leave)
            )

    def ask_spot(self) -> None:
        """The plan, to click on; the street there is filled in where nothing was typed yet."""
        from vaartdesk.kinds.tickets.view.spot_dialog import SpotDialog  # the plan is read on first use

        dialog = SpotDialog(self.desk)
        dialog.pointed_out.connect(self._take_spot)
        self.stage.show_dialog(self, dialog)

    def _take_spot(self, latitude: float, longitude: float, street: str) -> None:
        self.take_spot(spot_fields(latitude, longitude), street, str(_("Plek aangewezen")))

    def take_spot(self, fields: Mapping[str, Any], street: str, told: str) -> None:
        """Where it is; the street there is filled in where nobody typed another place."""
        self.given |= fields
        self.spot.setText(told)
        where = self.boxes["place_text"].editor
        if street and where.text().strip() in {"", str(self._offered.get("place_text") or "")}:
            where.put_text(street)

    # ---------------------------------------------------------------- keeping it
    def _write(self, values: Mapping[str, Any]) -> Ref:
        """One ticket, or one for each photo: the same four fields, each with what its own photo says."""
        self.photos.finished()
        self._made = []
        with self.desk.change(_("Toegevoegd"), origin=self) as tx:
            for own, files in self.news.parts():
                ref = tx.add(self.kind.name, {**values, **own})
                for file in files:
                    tx.attach(ref, file.data, file.name, mime=file.mime, is_photo=file.is_photo, taken_at=file.taken_at)
                self._made.append(ref)
        return self._made[0]

    _made: list[Ref]

    def _remember(self, ref: Ref) -> None:
        """The next one begins where this one was, in its category."""
        values = self.desk.get(ref) or {}
        self.stage.remember(LAST_CATEGORY, str(values.get("category") or ""))
        self.stage.remember(LAST_STREET, str(values.get("street") or ""))
        if len(getattr(self, "_made", ())) > 1:
            told = _("{n} meldingen bewaard, {first} is de eerste")
            self.stage.announce(told.format(n=len(self._made), first=values.get("number", "")), is_undoable=True)


def _remembered(desk: Desk, stage: Stage) -> dict[str, Any]:
    """Street and category of the last entry, while they still exist."""
    category, street = stage.recall(LAST_CATEGORY), stage.recall(LAST_STREET)
    found = {"category": category} if any(row["id"] == category for row in desk.rows("ticket_category")) else {}
    with desk.read() as reader:
        name = dict(street_names(reader)).get(street, "")
    return found | ({"place_text": name} if name else {})


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
