"""What one does during a meeting: each a command of the family, or one that the program lends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.commands import editing, note_taking, sitting
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.kinds.meetings.view.chosen import ChosenMeeting
from vaartdesk.kinds.meetings.view.decisions import DecisionCard, Taken, action_command, decisions_on
from vaartdesk.kinds.meetings.view.entry_line import ACTION, DECISION, DRESSES, NOTE
from vaartdesk.kinds.meetings.view.report_data import Line
from vaartdesk.kinds.meetings.view.report_pane import ReportPane
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.ui.question import Question

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

STAGES = {
    "concept": ("gehouden", _("Vergadering sluiten"), _("Vergadering gesloten")),
    "verzonden": ("gehouden", _("Vergadering sluiten"), _("Vergadering gesloten")),
    "gehouden": ("verslag_concept", _("Verslag uitwerken"), _("Het verslag is nu een concept")),
    "verslag_concept": ("verslag_vastgesteld", _("Verslag vaststellen"), _("Verslag vastgesteld")),
}
"""Stage -> the next one, what going there is called, and what is told once one is there."""


class ReportDoing:
    """The verbs of the page."""

    def __init__(self, desk: Desk, stage: Stage, chosen: ChosenMeeting, pane: ReportPane) -> None:
        self.desk, self.stage, self.chosen, self.pane = desk, stage, chosen, pane

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """A refusal is told, and nothing was changed."""
        from vaartdesk.store.errors import WorkspaceError  # the store comes after the first frame

        try:
            yield
        except (Refused, WorkspaceError) as error:
            self.stage.announce(str(error))

    # --- typing --------------------------------------------------------------------------------------------------------

    def dress(self, item: Ref | None, name: str) -> None:
        """The line that has the focus, or what is typed, as a note, a decision or an action."""
        entry, line = self.pane.entry, self.pane.lines.current()
        if item is None or not entry.isVisibleTo(self.pane):
            return
        if line is not None and line.taken is not None:
            if name == NOTE.name:
                self.undo_decision(line.taken)
            elif name == ACTION.name:
                self.begin_action()
            return
        if name == ACTION.name and not self._decision_of(item):
            entry.tell(str(_("Leg eerst een besluit vast (F8); een actie hoort bij een besluit.")))
            entry.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        source = line.ref if line is not None else entry.source
        words = line.text if line is not None else entry.words()
        proposed = self._proposed(item) if name == DECISION.name and not words else ""
        entry.begin(words or proposed, source)
        entry.put_on(DRESSES[name])
        if proposed:
            entry.text.selectAll()  # other words replace the proposal, Enter takes it as it is

    def _proposed(self, item: Ref) -> str:
        """The proposed decision, until one was taken."""
        values = self.desk.get(item)
        return str(values["proposed_decision"]) if values and not decisions_on(self.desk, item) else ""

    def _decision_of(self, item: Ref) -> Taken | None:
        """The latest decision on the item from which an action may come."""
        command = action_command(self.desk)
        found = [one for one in decisions_on(self.desk, item) if command is not None and command.fits(one.values)]
        return found[-1] if found else None

    def begin_action(self) -> None:
        """An action, typed in the line below."""
        self.pane.entry.put_on(ACTION)
        self.pane.entry.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def send(self, item: Ref | None, name: str, text: str, answers: Mapping[str, Any]) -> bool:
        """Keep what was typed; a refusal stands under the line."""
        from vaartdesk.store.errors import WorkspaceError  # the store comes after the first frame

        entry = self.pane.entry
        if item is None:
            return False
        try:
            told = self._kept(item, name, text, dict(answers))
        except Refused as refused:
            entry.show_problems(list(refused.problems))
            return False
        except WorkspaceError as error:
            entry.show_problems([Problem("", str(error))])
            return False
        entry.clear()
        if told:
            self.stage.announce(told, is_undoable=True)
        return True

    def _kept(self, item: Ref, name: str, text: str, answers: dict[str, Any]) -> str:
        source = self.pane.entry.source
        if name == DECISION.name:
            return self._decided(item, source, text, answers)
        if name == ACTION.name:
            return self._acted(item, source, text, answers)
        if source is not None:
            note_taking.correct_note(self.desk, source, text)
        else:
            note_taking.write_note(self.desk, item, text)
        return ""

    def _decided(self, item: Ref, source: Ref | None, text: str, answers: dict[str, Any]) -> str:
        outcome = answers.pop("outcome", "") or "aangenomen"
        if source is not None:
            made = note_taking.decide_from_note(self.desk, item, source, outcome, text, **answers)
        else:
            made = sitting.decide(self.desk, item, outcome, text, **answers)
        number = (self.desk.get(made) or {}).get("number", "")
        return str(_("Besluit {number} vastgelegd.")).format(number=number)

    def _acted(self, item: Ref, source: Ref | None, text: str, answers: dict[str, Any]) -> str:
        command, decision = action_command(self.desk), self._decision_of(item)
        if command is None or decision is None:
            raise Refused([Problem("", str(_("Een actie hoort bij een aangenomen besluit.")))])
        with self.desk.change(_("Actie uit besluit")) as tx:
            if source is not None:
                tx.delete(source)
            outcome = command.run(self.desk, [decision.ref], {**answers, "title": text})
        made = self.desk.get(outcome.show) if outcome.show is not None else None
        return str(_("Actie {number} gemaakt").format(number=(made or {}).get("number", "")))

    def keep(self, item: Ref | None) -> bool:
        """Before another item: a note that was being typed is kept; a decision or action has to be finished first."""
        entry = self.pane.entry
        if not entry.words():
            entry.clear()
            return True
        if entry.dress is NOTE:
            return self.send(item, NOTE.name, entry.words(), {})
        entry.tell(str(_("Bewaar dit eerst met Enter, of maak er met F7 een notitie van.")))
        entry.text.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    # --- lines ---------------------------------------------------------------------------------------------------------

    def open_line(self, line: Line) -> None:
        """A note comes back into the line to be corrected; a decision is shown where it lives."""
        if line.taken is not None:
            self.stage.open(line.ref)
        elif self.pane.entry.isVisibleTo(self.pane):
            self.pane.entry.put_on(NOTE)
            self.pane.entry.begin(line.text, line.ref)

    def remove_line(self, line: Line) -> None:
        """A note into the bin; a decision is made a note again."""
        if not self.pane.entry.isVisibleTo(self.pane):
            return
        if line.taken is not None:
            self.undo_decision(line.taken)
            return
        with self._telling():
            note_taking.drop_note(self.desk, line.ref)
            self.stage.announce(str(_("Notitie verwijderd")), is_undoable=True)

    def wire_card(self, card: DecisionCard) -> None:
        """What a card may ask."""
        card.opened.connect(self.stage.open)
        card.action_requested.connect(lambda _taken: self.begin_action())
        card.undone.connect(self.undo_decision)

    def undo_decision(self, taken: Taken) -> None:
        """It was no decision: a note again."""
        with self._telling():
            note_taking.note_from_decision(self.desk, taken.ref)
            told = _("Besluit {number} is weer een notitie")
            self.stage.announce(str(told.format(number=taken.number)), is_undoable=True)

    # --- the evening ---------------------------------------------------------------------------------------------------

    def go_on(self, now_at: Ref | None, to: Ref | None) -> None:
        """Finish an item and begin another."""
        with self._telling():
            note_taking.go_on(self.desk, now_at, to)

    def stage_label(self) -> str:
        """What the primary button does; '' when the report is approved."""
        agenda = self.chosen.agenda
        return str(STAGES[agenda.meeting["status"]][1]) if agenda and agenda.meeting["status"] in STAGES else ""

    def next_stage(self) -> None:
        """Close the meeting, work out the report, approve it."""
        agenda = self.chosen.agenda
        if agenda is None or agenda.meeting["status"] not in STAGES:
            return
        status, _label, told = STAGES[agenda.meeting["status"]]
        with self._telling():
            editing.move_meeting(self.desk, agenda.ref, status)
            self.stage.announce(str(told), is_undoable=True)

    def harvest(self) -> tuple[int, int]:
        """How many decisions and actions the meeting brought forth."""
        if self.chosen.ref is None:
            return 0, 0
        with self.desk.read() as reader:
            decisions = queries.decisions_of(reader, self.chosen.ref.id)
            actions = sum(len(queries.action_states(reader, decision["id"])) for decision in decisions)
        return len(decisions), actions

    # --- people --------------------------------------------------------------------------------------------------------

    def mark(self, member: str, status: str, **values: Any) -> None:
        """Somebody is there, signed off or missing."""
        if self.chosen.ref is not None:
            with self._telling():
                sitting.mark_attendance(self.desk, self.chosen.ref, member, status, **values)

    def ask_guest(self) -> None:
        """Somebody who was not invited is there."""
        if self.chosen.ref is None:
            return
        field = self.desk.kinds["attendance"].fields["member"]
        act = lambda answers: self.mark(str(answers["member"]), "aanwezig")  # noqa: E731  one line, one use
        self.stage.show_dialog(self.pane, Question(self.desk, str(_("Gast toevoegen")), [field], act))

    def came(self, member: str) -> None:
        """Somebody comes in now."""
        self.mark(member, "aanwezig", came_at=self._now(), left_at=None)

    def went(self, member: str) -> None:
        """Somebody leaves now."""
        self.mark(member, "aanwezig", left_at=self._now())

    def _now(self) -> Any:
        with self.desk.read() as reader:
            return queries.local_now(reader)

    def mark_interest(self, item: Ref | None, member: str, *, is_on: bool) -> None:
        """Somebody has an interest in this item."""
        if item is not None:
            with self._telling():
                note_taking.mark_interest(self.desk, item, member, has_interest=is_on)
