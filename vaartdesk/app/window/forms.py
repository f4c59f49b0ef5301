"""The files that only the records of some kinds can be written to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vaartdesk.core.text import _

CARDS: Final = (("vcf", _("Kaartjes (.vcf)"), "id-card"),)
MORE_FORMS: Final[Mapping[str, tuple[tuple[str, str, str], ...]]] = {
    "event": (("ics", _("Agendabestand (.ics)"), "calendar"),),
    "person": CARDS,
    "organisation": CARDS,
}
"""Kind -> ending, label and icon."""
