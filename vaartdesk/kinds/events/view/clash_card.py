"""What stands in the way of an event, in one sentence each, with both ways out: another day, or accept it with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.events.commands import planning
from vaartdesk.kinds.events.commands.rescheduling import reschedule
from vaartdesk.kinds.events.queries.dates import shown_between
from vaartdesk.kinds.events.rules.clashes import Clash
from vaartdesk.kinds.events.view.sign import Sign
from vaartdesk.schema.field import Field
from vaartdesk.schema.listing import Tone
from vaartdesk.schema.ref import Problem, Ref, Refused, Values
from vaartdesk.schema.types.texts import TextType
from vaartdesk.schema.types.times import DayType, LocalTimeType
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.labels import Label
from vaartdesk.ui.question import Question
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

MOST: Final = 3
"""So many are told one by one."""
NEAR: Final = timedelta(3)
"""Set-up and break-down may lie so far from the public days of a date."""


class ClashCard(QWidget):
    """A notice per event that is in the way; hidden while there is none. objectName `clashes`."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.setObjectName("clashes")
        self._ref: Ref | None = None
        self._values: Values = {}
        self._told: list[tuple[Clash, int]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, sizes.SPACE_2)
        self._column.setSpacing(sizes.SPACE_2)
        self.hide()

    def show_record(self, ref: Ref, values: Values) -> None:
        """Ask what is in the way, and tell it where that changed."""
        told = _grouped(planning.clashes_of(self.desk, ref))
        if (ref, told) == (self._ref, self._told):
            self._values = values
            return
        self._ref, self._values, self._told = ref, values, told
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for clash, count in told[:MOST]:
            self._column.addWidget(self._notice(clash, count))
        rest = len(told) - MOST
        if rest > 0:
            text = ngettext("Nog {n} botsing", "Nog {n} botsingen", rest).format(n=rest)
            self._column.addWidget(Label(text, "meta", "text2"))
        self.setVisible(bool(told))

    def _notice(self, clash: Clash, count: int) -> QWidget:
        is_hard = clash.level == "hard"
        tone: Tone = "danger" if is_hard else "warning"
        notice = QFrame()
        notice.setProperty("look", "alarm" if is_hard else "notice")
        notice.setObjectName("clash")
        notice.setAccessibleName(clash.heading)
        column = QVBoxLayout(notice)
        column.setContentsMargins(*[sizes.CARD_PADDING] * 4)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(sizes.SPACE_2)
        head.addWidget(Sign("triangle-alert", tone))
        head.addWidget(Label(clash.heading, "body", tone, weight=600), 1)
        column.addLayout(head)
        sentence = Label(self._sentence(clash, count), "body", wrap=True)
        sentence.setObjectName("clashSentence")
        column.addWidget(sentence)
        column.addLayout(self._ways_out(clash, is_hard=is_hard))
        return notice

    def _sentence(self, clash: Clash, count: int) -> str:
        told = clash.sentence(self.desk.today)
        more = ngettext("En op nog {n} datum.", "En op nog {n} data.", count - 1).format(n=count - 1)
        return f"{told} {more}" if count > 1 else told

    def _ways_out(self, clash: Clash, *, is_hard: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.SPACE_2)
        if is_hard:
            move = Button(str(_("Verplaatsen")), small=True)
            move.setObjectName("moveAway")
            move.clicked.connect(lambda: self.ask_move(clash))
            row.addWidget(move)
        accept = Button(str(_("Aanvaarden met reden")), kind="danger" if is_hard else "secondary", small=True)
        accept.setObjectName("acceptClash")
        accept.clicked.connect(lambda: self.ask_reason(clash))
        row.addWidget(accept)
        row.addStretch(1)
        return row

    # --- ways out ------------------------------------------------------------------------------------------------------

    def ask_reason(self, clash: Clash) -> Question:
        """Why the two can go together; with a reason the clash stays away."""
        assert self._ref is not None
        ref, other = self._ref, clash.other

        def act(answers: Mapping[str, Any]) -> None:
            planning.accept_clash(self.desk, ref, other, str(answers["reason"]))
            self.stage.announce(str(_("Botsing aanvaard")), is_undoable=True)

        field = Field(TextType(), _("Waarom kan dit samen?"), "reason", required=True)
        return self._ask(str(_("Aanvaarden")), field, act, explanation=clash.sentence(self.desk.today))

    def ask_move(self, clash: Clash) -> Question:
        """Another begin; of a series another day for the one date that clashes."""
        return self._ask_day(clash) if self._values["rrule"] or self._values["dates"] else self._ask_begin(clash)

    def _ask_begin(self, clash: Clash) -> Question:
        assert self._ref is not None
        ref = self._ref
        field = Field(LocalTimeType(), _("Nieuw begin"), "starts_at", required=True)

        def act(answers: Mapping[str, Any]) -> None:
            planning.move_event(self.desk, ref, answers["starts_at"])
            self.stage.announce(str(_("Evenement verplaatst")), is_undoable=True)

        values = {"starts_at": self._values["starts_at"]}
        return self._ask(str(_("Verplaatsen")), field, act, values, clash.sentence(self.desk.today))

    def _ask_day(self, clash: Clash) -> Question:
        assert self._ref is not None
        ref = self._ref
        with self.desk.read() as reader:
            near = shown_between(reader, clash.day - NEAR, clash.day + NEAR)
        own = [row for row in near if row["event"] == ref.id]
        date = min(own, key=lambda row: abs(row["first_on"] - clash.day), default=None)
        field = Field(DayType(), _("Nieuwe dag"), "day", required=True)

        def act(answers: Mapping[str, Any]) -> None:
            if date is None:
                raise Refused([Problem("", str(_("Deze datum hoort niet meer bij de reeks.")))])
            days = (answers["day"] - date["first_on"]).days
            reschedule(self.desk, ref, date["original"], first=days, last=days)
            self.stage.announce(str(_("Alleen deze datum is verplaatst")), is_undoable=True)

        values = {"day": date["first_on"] if date else clash.day}
        return self._ask(str(_("Verplaatsen")), field, act, values, clash.sentence(self.desk.today))

    def _ask(
        self, title: str, field: Field, act: Any, values: Mapping[str, Any] | None = None, explanation: str = ""
    ) -> Question:
        question = Question(self.desk, title, [field], act, explanation=explanation, values=values)
        self.stage.show_dialog(self, question)
        return question


def _grouped(clashes: Iterable[Clash]) -> list[tuple[Clash, int]]:
    """The first clash with each other record, and on how many dates there is one."""
    found: dict[tuple[Ref, str], list[Clash]] = {}
    for clash in clashes:
        found.setdefault((clash.other, clash.level), []).append(clash)
    return [(same[0], len(same)) for same in found.values()]
