"""Rules over a whole record that more than one family has; each gives a problem or nothing."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values


def ends_after_start(values: Values, reader: Reader) -> Problem | None:
    """A period (``from_on``, ``to_on``: days, either may be missing) does not end before it begins."""
    if values["from_on"] and values["to_on"] and values["to_on"] < values["from_on"]:
        return Problem("to_on", str(_("Het einde ligt vóór het begin.")))
    return None
