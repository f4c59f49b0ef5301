"""The name a field type gives its editor, and the widget that it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from vaartdesk.schema.field import Field
from vaartdesk.ui.editors.choice import ChoiceEditor, FlagEditor
from vaartdesk.ui.editors.day import DayEditor, LocalEditor, MomentEditor
from vaartdesk.ui.editors.editor import Editor
from vaartdesk.ui.editors.line import LineEditor
from vaartdesk.ui.editors.links import LinksEditor
from vaartdesk.ui.editors.long import LongEditor
from vaartdesk.ui.editors.ref import RefEditor
from vaartdesk.ui.editors.rule import RuleEditor

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

EDITORS: Final[Mapping[str, Callable[[Field, Desk], Editor]]] = {
    "text": LineEditor,
    "line": LineEditor,
    "long": LongEditor,
    "choice": ChoiceEditor,
    "flag": FlagEditor,
    "day": DayEditor,
    "moment": MomentEditor,
    "local": LocalEditor,
    "number": LineEditor,
    "money": LineEditor,
    "ref": RefEditor,
    "links": LinksEditor,
    "rule": RuleEditor,
}


def make_editor(field: Field, desk: Desk) -> Editor:
    """The editor of a field; KeyError for an editor name that nobody maps."""
    return EDITORS[field.type.editor](field, desk)
