"""Onderhoud: what comes back, as a list with its record, and the season on one page (T17)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.view.list_foot import add_foot
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.views import View, Views

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

SEASON = "season"


def upkeep_views(desk: Desk, stage: Stage, title: str, views: Callable[[], Views]) -> list[View]:
    """The list and the season; one segment stands for both. ``views`` gives the views of the tab."""
    kind = desk.kinds["maintenance"]

    def listed() -> QWidget:
        maker = stage.page_makers.get(kind.name)
        page = ListDetailPage(desk, kind, stage, title=title, page=partial(maker, desk, stage) if maker else None)
        add_foot(page, "toSeason", str(_("Het seizoen op één pagina")), "chart-gantt", lambda: views().choose(SEASON))
        page.list.load()
        page.list.choose_first()
        return page

    def season() -> QWidget:
        from vaartdesk.kinds.tickets.view.season_page import SeasonPage  # not before it is looked at

        return SeasonPage(desk, stage, title)

    label = str(kind.plural).capitalize()
    return [
        View(kind.name, label, kind.icon, (kind.name,), listed),
        View(SEASON, str(_("Seizoen")), "chart-gantt", (), season, within=kind.name),
    ]
