"""A choice of a few as segments, for quick entry: one look, one arrow key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vaartdesk.schema.field import Field
from vaartdesk.schema.types.texts import ChoiceType
from vaartdesk.ui.editors.editor import Editor
from vaartdesk.ui.segments import Segment, Segments

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

MOST = 5


def suits_segments(field: Field) -> bool:
    """Few options, and one of them stands at first: segments cannot say "nothing"."""
    is_choice = isinstance(field.type, ChoiceType) and len(field.type.options) <= MOST
    return is_choice and bool(field.required or field.default)


class SegmentsEditor(Editor):
    """The slug of the raised segment."""

    def __init__(self, field: Field, desk: Desk) -> None:
        assert isinstance(field.type, ChoiceType)
        made = tuple(Segment(option.slug, option.label, option.icon) for option in field.type.options)
        self.segments = Segments(made, str(field.label))
        super().__init__(field, desk, self.segments)
        self.segments.setProperty("look", "groove")
        self.segments.chosen.connect(self._choose)

    def _choose(self, slug: str) -> None:
        self._mark_typed()
        self._leave()

    def text(self) -> str:
        return self.segments.current()

    def _put(self, text: str) -> None:
        """An unknown slug leaves the choice as it was."""
        if any(option.slug == text for option in self._options()):
            self.segments.choose(text)

    def _options(self) -> tuple[Any, ...]:
        assert isinstance(self.field.type, ChoiceType)
        return self.field.type.options

    def _show(self, value: Any) -> None:
        self._put(str(value or ""))

    def focus(self) -> None:
        chosen = self.segments.current()
        button = next(b for b in self.segments.children() if b.objectName() == chosen)
        button.setFocus()  # type: ignore[attr-defined]
