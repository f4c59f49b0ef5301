"""Filing terms of a municipality, in words. Which day they give is the business of what is filed."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.kinds.places.model import UNITS
from vaartdesk.schema.chips import word


def term_text(amount: int | None, unit: str) -> str:
    """``15 werkdagen``; a term that is not known says so."""
    if amount is None:
        return str(_("termijn onbekend"))
    singular = {"werkdagen": _("werkdag"), "dagen": _("kalenderdag"), "weken": _("week"), "maanden": _("maand")}
    name = str(singular[unit]) if amount == 1 and unit in singular else word(UNITS, unit)
    return f"{amount} {name}"
