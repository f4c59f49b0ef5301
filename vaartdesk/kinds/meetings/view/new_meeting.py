"""A new meeting: which body and when; the rest comes from the body."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.meetings.commands.agenda import new_meeting
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.kinds.meetings.rules.planning import usual_start
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.schema.types.base import Invalid
from vaartdesk.ui.question import Question

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


class NewMeeting(Question):
    """Choosing another body proposes its usual time, and tells what it brings along."""

    def __init__(self, desk: Desk, made: Callable[[Ref], None], body: str | None = None) -> None:
        self.desk = desk
        self._made = made
        self._proposed: Any = None
        fields = desk.kinds["meeting"].fields
        chosen = body or _first_body(desk)
        super().__init__(
            desk,
            str(_("Nieuwe vergadering")),
            (fields["body"], fields["starts_at"]),
            self._make,
            explanation=" ",
            agree=str(_("Maken")),
            values={"body": chosen},
        )
        self.setObjectName("newMeeting")
        self.boxes["body"].editor.left.connect(self._propose)
        self._propose()

    def _body(self) -> Values | None:
        try:
            key = self.boxes["body"].editor.value()
        except Invalid:
            return None
        return self.desk.get(Ref("body", key)) if key else None

    def _propose(self) -> None:
        """The usual time of the body, unless another one was typed; and what comes with it."""
        body, editor = self._body(), self.boxes["starts_at"].editor
        self.explanation.setText(self._told(body) if body else str(_("Kies een overleg.")))
        if body is not None and not editor.is_dirty:
            self._proposed = usual_start(body["usual_time"], self.desk.today, self._last(body))
            editor.show_value(self._proposed)

    def _last(self, body: Values) -> datetime | None:
        """When it met last, or will."""
        with self.desk.read() as reader:
            found = [
                meeting["starts_at"] for meeting in queries.meetings_of(reader, body["id"]) if meeting["starts_at"]
            ]
        return found[-1] if found else None

    def _told(self, body: Values) -> str:
        with self.desk.read() as reader:
            number = len(queries.template(reader, body["id"]))
        items = ngettext("{n} vast punt", "{n} vaste punten", number).format(n=number)
        long = str(_("{n} minuten")).format(n=body["duration"]) if body["duration"] else ""
        brings = ", ".join(part for part in (body["place"], long, items) if part)
        return str(_("Uit het overleg komen: {what}.")).format(what=brings)

    def _make(self, answers: Mapping[str, Any]) -> None:
        self._made(new_meeting(self.desk, Ref("body", answers["body"]), answers["starts_at"]))


def _first_body(desk: Desk) -> str | None:
    """The board, else the first body there is."""
    with desk.read() as reader:
        bodies = [body for body in queries.bodies(reader) if body["status"] == "actief"]
    found = next((body for body in bodies if body["type"] == "bestuur"), bodies[0] if bodies else None)
    return found["id"] if found else None
