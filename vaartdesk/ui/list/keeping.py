"""Filter bewaren: ask a name, and keep what is filtered under it, pinned below the tab."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.kind import Kind
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.list.saved import keep_filter
from vaartdesk.ui.question import Question
from vaartdesk.ui.stage import Stage

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def ask_to_keep(anchor: QWidget, desk: Desk, stage: Stage, kind: Kind, query: Query) -> None:
    """Ask a name and keep the filter of now under it."""
    title = desk.kinds["saved_filter"].fields["title"]

    def act(answers: Mapping[str, Any]) -> None:
        keep_filter(desk, kind, str(answers["title"]), query)
        stage.announce(str(_("Filter bewaard")), is_undoable=True)

    explanation = str(_("Het filter komt vastgezet onder dit tabblad, met een teller."))
    stage.show_dialog(anchor, Question(desk, str(_("Filter bewaren")), [title], act, explanation=explanation))
