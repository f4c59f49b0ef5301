"""The colour of an item's purpose, on its chip and in the bar of the evening."""

from __future__ import annotations

from typing import Final

from vaartdesk.core.colours import LIGHT, State
from vaartdesk.pdf.agenda.paper import Purpose

_DECISION: Final = State(LIGHT.accent_ink, LIGHT.accent_soft, LIGHT.accent)
_PURPOSES: Final = {
    "informatie": LIGHT.neutral,
    "bespreking": LIGHT.info,
    "advisering": LIGHT.warning,
    "besluitvorming": _DECISION,
    "hamerstuk": LIGHT.success,
}


def purpose_colours(purpose: Purpose | None) -> State:
    """The colours of a purpose; neutral for one that is not known."""
    slug = purpose.slug.removeprefix("ter_") if purpose else ""
    return _PURPOSES.get(slug, LIGHT.neutral)
