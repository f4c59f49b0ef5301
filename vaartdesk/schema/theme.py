"""What every record with theme lines shares: the fields ``theme_line`` (the main one) and, where it has them, ``other_lines``."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import Badge
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values


def badges(values: Values, context: RowContext) -> tuple[Badge, ...]:
    """The theme lines of a record, the main one first, each once."""
    keys = dict.fromkeys((values["theme_line"], *(values.get("other_lines") or ())))
    return tuple(Badge(context.letter(key), context.title(key)) for key in keys if key)


def main_badge(values: Values, context: RowContext) -> tuple[Badge, ...]:
    """Only the main theme line, for a row without place for more."""
    line = values["theme_line"]
    return (Badge(context.letter(line), context.title(line)),) if line else ()


def line_once(values: Values, reader: Reader) -> Problem | None:
    """The main theme line is not among the others."""
    if values["theme_line"] and values["theme_line"] in values["other_lines"]:
        return Problem("other_lines", str(_("De eigen themalijn hoort niet bij de andere themalijnen.")))
    return None
