"""Named questions about places."""

from __future__ import annotations

from typing import Any

from vaartdesk.kinds.places.model import Municipality, PermitTerm, Premises, Street
from vaartdesk.kinds.places.rules.rows import house_key
from vaartdesk.kinds.places.rules.vacancy import Vacancy, vacancy
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader


def streets(reader: Reader) -> list[dict[str, Any]]:
    """The streets in their order."""
    return sorted(living(reader, Street), key=lambda s: (s["pos"], s["id"]))


def terms(reader: Reader, municipality: str) -> dict[str, dict[str, Any]]:
    """Category -> the filing term of a municipality; of two rows for one category the first in order."""
    rows = living(reader, PermitTerm, table(PermitTerm).c.municipality == municipality)
    return {row["category"]: row for row in sorted(rows, key=lambda r: (r["pos"], r["id"]), reverse=True)}


def own_municipality(reader: Reader) -> str | None:
    """The municipality of the settings, else the first there is."""
    chosen = reader.settings.get("municipality")
    known = [row["id"] for row in living(reader, Municipality)]
    return chosen if chosen in known else next(iter(known), None)


def premises_in(reader: Reader, street: str) -> list[dict[str, Any]]:
    """The premises of a street by house number."""
    rows = living(reader, Premises, table(Premises).c.street == street)
    return sorted(rows, key=lambda p: (house_key(p["house_number"]), p["id"]))


def vacancy_now(reader: Reader) -> Vacancy:
    """Empty premises out of all."""
    return vacancy(living(reader, Premises))
