"""The share of premises that stand empty, with its definition."""

from __future__ import annotations

from collections.abc import Iterable

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.ref import Values

SHOPS = frozenset({"winkel", "horeca", "dienst"})
"""Uses that count: what a visitor can walk into. Premises without a use count as well."""


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Empty premises out of all that count; ``share`` in hundredths of a percent, None without any premises."""

    empty: int
    total: int

    @property
    def share(self) -> int | None:
        """2190 is 21,9 %; rounded half up to a tenth of a percent, as the source of the plan does."""
        if not self.total:
            return None
        return (self.empty * 2000 + self.total) // (2 * self.total) * 10


def vacancy(premises: Iterable[Values]) -> Vacancy:
    """Count premises with a use of ``SHOPS`` or without one; only the state ``leeg`` is empty, not a transformation."""
    counted = [p["status"] for p in premises if not p["use"] or p["use"] in SHOPS]
    return Vacancy(counted.count("leeg"), len(counted))


def definition() -> str:
    """What the share means, for under a figure."""
    return str(_("Panden voor winkel, horeca of dienstverlening die leegstaan, als deel van al die panden."))
