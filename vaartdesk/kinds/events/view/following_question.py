"""Asks to which day a date of a series goes, together with all that follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.kinds.events.commands.following import move_following
from vaartdesk.schema.field import Field
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.types.times import DayType
from vaartdesk.ui.question import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vaartdesk.kinds.events.rules.shown import Shown
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage


def ask_following(desk: Desk, stage: Stage, anchor: QWidget, shown: Shown, then: Callable[[Ref], object]) -> Question:
    """``then`` is told the event that what follows is of now."""
    today = desk.today

    def act(answers: Mapping[str, Any]) -> None:
        day = answers["day"]
        moved = move_following(desk, Ref("event", shown.event), shown.original, (day - shown.first_on).days)
        then(moved)
        told = _("{title}: vanaf {day} verplaatst").format(title=shown.title, day=day_short(day, today))
        stage.announce(told, is_undoable=True)

    told = _("{title} van {day} en alle data daarna gaan evenveel dagen mee. De data ervoor blijven staan.").format(
        title=shown.title, day=day_short(shown.first_on, today)
    )
    field = Field(DayType(), _("Nieuwe dag"), "day", required=True)
    title = str(_("Deze en volgende verplaatsen"))
    given, agree = {"day": shown.first_on}, str(_("Verplaatsen"))
    question = Question(desk, title, [field], act, explanation=str(told), agree=agree, values=given)
    stage.show_dialog(anchor, question)
    return question
