"""What one does with an agenda: each a command of the family, told in a toast, refused in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.commands import agenda as commands
from vaartdesk.kinds.meetings.commands import editing
from vaartdesk.kinds.meetings.commands.menu import ITEM, MEETING
from vaartdesk.kinds.meetings.model.states import MEETING_STATES
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.kinds.meetings.view.agenda_data import AgendaRow
from vaartdesk.kinds.meetings.view.agenda_pane import AgendaPane
from vaartdesk.kinds.meetings.view.chosen import ChosenMeeting
from vaartdesk.kinds.meetings.view.drop_place import DEEPEST, DropPlace
from vaartdesk.kinds.meetings.view.item_page import StayingRunner
from vaartdesk.kinds.meetings.view.meeting_list import MeetingList
from vaartdesk.kinds.meetings.view.stock_pane import StockPane
from vaartdesk.schema.chips import word
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.ui.question import Question

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

ITEM_FIELDS = ("title", "purpose", "minutes", "presenter")
TOPIC_FIELDS = ("title", "purpose", "explanation")


class AgendaDoing:
    """The verbs of the page, on its three columns. Dialogs open over the window of the agenda."""

    def __init__(
        self,
        desk: Desk,
        stage: Stage,
        chosen: ChosenMeeting,
        columns: tuple[MeetingList, AgendaPane, StockPane],
    ) -> None:
        self.desk, self.stage, self.chosen = desk, stage, chosen
        self.meetings, self.agenda, self.stock = columns

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """A refusal is told, and nothing was changed."""
        from vaartdesk.store.errors import WorkspaceError  # the store comes after the first frame

        try:
            yield
        except (Refused, WorkspaceError) as error:
            self.stage.announce(str(error))

    def _ask(self, title: str, kind: str, names: tuple[str, ...], act: Callable[[Mapping[str, Any]], None]) -> None:
        fields = [self.desk.kinds[kind].fields[name] for name in names]
        values = {"title": self.stage.take_words()}
        question = Question(self.desk, title, fields, act, agree=str(_("Toevoegen")), values=values)
        self.stage.show_dialog(self.agenda, question)

    # --- items ---------------------------------------------------------------------------------------------------------

    def ask_item(self) -> None:
        """A new item: its title, and what else is known."""
        meeting = self.chosen.ref
        if meeting is None or not self.agenda.add.isVisibleTo(self.agenda):
            return

        def act(answers: Mapping[str, Any]) -> None:
            given = {name: value for name, value in answers.items() if name != "title" and value is not None}
            item = commands.add_item(self.desk, meeting, str(answers["title"]), **given)
            self.agenda.view.choose(item.id)

        self._ask(str(_("Agendapunt toevoegen")), "agenda_item", ITEM_FIELDS, act)

    def move(self, item: Ref, place: DropPlace) -> None:
        """To where it was dropped."""
        with self._telling():
            before = Ref("agenda_item", place.before) if place.before else None
            parent = Ref("agenda_item", place.parent) if place.parent else None
            commands.move_item(self.desk, item, before=before, parent=parent)
            self.agenda.view.choose(item.id)

    def step(self, item: Ref, way: int) -> None:
        """One place up or down among its siblings."""
        name = "omhoog" if way < 0 else "omlaag"
        command = next(c for c in ITEM if c.name == name)
        with self._telling():
            command.run(self.desk, [item], {})
            self.agenda.view.choose(item.id)

    def level(self, item: Ref, way: int) -> None:
        """Under the item above it, or out from under its main item."""
        place = _level_place(self.agenda.view.rows_model.rows, item.id, way)
        if place is not None:
            self.move(item, place)

    def set_minutes(self, item: Ref, minutes: int | None) -> None:
        """How long it takes."""
        with self._telling():
            editing.set_minutes(self.desk, item, minutes)

    def set_purpose(self, item: Ref, purpose: str) -> None:
        """What it is for."""
        with self._telling():
            editing.set_purpose(self.desk, item, purpose)

    def remove(self, item: Ref) -> None:
        """Off the agenda; a topic goes back to the stock."""
        if self.agenda.view.is_fixed:
            return
        title = self.desk.title(item)
        with self._telling():
            commands.remove_item(self.desk, item)
            self.stage.announce(str(_("Van de agenda gehaald: {title}")).format(title=title), is_undoable=True)

    def decide(self) -> None:
        """A decision on the chosen item."""
        item = self.agenda.view.current()
        if item is not None:
            command = next(c for c in ITEM if c.name == "besluiten")
            StayingRunner(self.desk, self.stage).run(self.agenda, command, [item])

    # --- stock ---------------------------------------------------------------------------------------------------------

    def put(self, topic: Ref, place: DropPlace | None = None) -> None:
        """A topic onto the agenda: where it was dropped, else above the closing items."""
        meeting = self.chosen.ref
        if meeting is None or self.agenda.view.is_fixed:
            return
        title = self.desk.title(topic)
        with self._telling():
            before = Ref("agenda_item", place.before) if place and place.before else None
            item = commands.put_on_agenda(self.desk, topic, meeting, before=before)
            self.agenda.view.choose(item.id)
            self.stage.announce(str(_("Op de agenda: {title}")).format(title=title), is_undoable=True)

    def ask_topic(self) -> None:
        """A new topic for the body of this meeting."""
        shown = self.chosen.agenda
        if shown is None or not shown.meeting["body"]:
            return
        body = Ref("body", shown.meeting["body"])

        def act(answers: Mapping[str, Any]) -> None:
            given = {name: value for name, value in answers.items() if name != "title" and value}
            topic = commands.propose_topic(self.desk, body, str(answers["title"]), **given)
            self.stock.view.choose(topic.id)

        self._ask(str(_("Onderwerp aandragen")), "stock_topic", TOPIC_FIELDS, act)

    def withdraw(self, topic: Ref) -> None:
        """Out of the stock, into the bin."""
        title = self.desk.title(topic)
        with self._telling(), self.desk.change(_("Verwijderd")) as tx:
            tx.delete(topic)
        self.stage.announce(str(_("Naar de prullenbak: {title}")).format(title=title), is_undoable=True)

    def remove_any(self, ref: Ref) -> None:
        """Deleting, asked for on a record's page."""
        if ref.kind == "agenda_item":
            self.remove(ref)
        else:
            self.withdraw(ref)

    # --- meetings ------------------------------------------------------------------------------------------------------

    def move_meeting(self, status: str) -> None:
        """Another stage."""
        meeting = self.chosen.ref
        if meeting is None:
            return
        with self._telling():
            if status == "verzonden" and self._send(meeting):
                return
            editing.move_meeting(self.desk, meeting, status)
            told = f"{self.desk.title(meeting)}: {word(MEETING_STATES, status)}"
            self.stage.announce(told, is_undoable=True)

    def _send(self, meeting: Ref) -> bool:
        """Sending reports what is missing and records who is invited; whether it was sending."""
        command, values = next(c for c in MEETING if c.name == "verzenden"), self.desk.get(meeting)
        if values is None or not command.fits(values):
            return False
        StayingRunner(self.desk, self.stage).run(self.agenda, command, [meeting])
        return True

    def delete_meetings(self) -> None:
        """The chosen meetings into the bin."""
        refs = self.meetings.records.selected()
        if not refs:
            return
        title = self.desk.title(refs[0])
        with self._telling(), self.desk.change(_("Verwijderd")) as tx:
            for ref in refs:
                tx.delete(ref)
        self.stage.announce(str(_("Naar de prullenbak: {title}")).format(title=title), is_undoable=True)

    def next_of(self, body: str) -> Ref | None:
        """The coming meeting of a body, else its latest."""
        with self.desk.read() as reader:
            coming = queries.next_meeting(reader, body)
            known = queries.meetings_of(reader, body)
        found = coming or (known[-1] if known else None)
        return Ref("meeting", found["id"]) if found is not None else None


def _level_place(rows: tuple[AgendaRow, ...], key: str, way: int) -> DropPlace | None:
    """Where an item comes one level deeper (last under the sibling above) or higher (right after its main item)."""
    number = next((n for n, row in enumerate(rows) if row.ref.id == key), -1)
    if number < 0:
        return None
    row = rows[number]
    if way > 0:
        above = (other for other in reversed(rows[:number]) if other.parent == row.parent)
        sibling = next(above, None)
        if sibling is None or row.depth >= DEEPEST:
            return None
        return DropPlace(number, row.depth + 1, sibling.ref.id, None)
    main = next((other for other in rows if other.ref.id == row.parent), None)
    if main is None:
        return None
    after = [other for other in rows if other.parent == main.parent and other.ref.id != key]
    at = next(n for n, other in enumerate(after) if other.ref == main.ref) + 1
    before = after[at].ref.id if at < len(after) else None
    return DropPlace(number, row.depth - 1, main.parent, before)
