"""Schouw: the rounds with what was found, the routes they follow, and the walk itself (T13)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.commands.rounds import START
from vaartdesk.kinds.tickets.view.list_foot import add_foot
from vaartdesk.schema.field import Field
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.types.references import RefType
from vaartdesk.schema.types.times import DayType
from vaartdesk.ui.kind_words import new_label
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.question import Question
from vaartdesk.ui.views import View

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

ROUND: Final = "inspection_round"
ROUTE: Final = "inspection_template"
Enter = Callable[[QWidget, Mapping[str, Any]], None]


def round_views(desk: Desk, stage: Stage, title: str, enter: Enter) -> list[View]:
    """The views of rounds, routes and the walk; one segment stands for all three."""

    def rounds() -> QWidget:
        return RoundsPage(desk, stage, title)

    def routes() -> QWidget:
        return RoutesPage(desk, stage, title)

    def walk() -> QWidget:
        from vaartdesk.kinds.tickets.view.walk.page import WalkPage  # not before a round is walked

        page = WalkPage(desk, stage, title, lambda values: enter(page, values))
        return page

    return [
        View(ROUND, str(_("Schouw")), "clipboard-check", (ROUND,), rounds),
        View(ROUTE, str(_("Schouwroutes")), "route", (ROUTE,), routes, within=ROUND),
        View("walk", str(_("Ronde lopen")), "play", ("inspection_point",), walk, within=ROUND),
    ]


class RoundsPage(ListDetailPage):
    """The rounds; a new one begins with its route."""

    def __init__(self, desk: Desk, stage: Stage, title: str) -> None:
        super().__init__(desk, desk.kinds[ROUND], stage, title=title, add=self.begin)
        add_foot(self, "toRoutes", str(_("Routes en hun punten")), "route", lambda: stage.show_kind(ROUTE))
        self.list.load()
        self.list.choose_first()

    def begin(self) -> None:
        """Ask along which route and when; a round of today is walked at once. Without a route, first a route."""
        routes = self.desk.rows(ROUTE)
        if not routes:
            self.stage.announce(str(_("Maak eerst een route: de punten waar je langs loopt.")))
            self.stage.new_requested.emit(ROUTE)
            return
        fields = (
            Field(RefType(target=ROUTE), _("Schouwroute"), "template", required=True),
            Field(DayType(), _("Wanneer"), "held_on", required=True),
        )
        values = {"template": routes[0]["id"] if len(routes) == 1 else None, "held_on": self.desk.today}
        title = new_label(self.kind)
        self.stage.show_dialog(
            self, Question(self.desk, title, fields, self._start, agree=str(START.label), values=values)
        )

    def _start(self, answers: Mapping[str, Any]) -> None:
        outcome = START.run(self.desk, [Ref(ROUTE, answers["template"])], answers)
        self.runner.tell(outcome)


class RoutesPage(ListDetailPage):
    """The routes with their points in walking order."""

    def __init__(self, desk: Desk, stage: Stage, title: str) -> None:
        super().__init__(desk, desk.kinds[ROUTE], stage, title=title)
        add_foot(self, "toRounds", str(_("Terug naar de rondes")), "arrow-left", lambda: stage.show_kind(ROUND))
        self.list.load()
        self.list.choose_first()
