"""Pure rules about contacts: silence, review of privacy, doubles and groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from vaartdesk.core.periods import whole_months
from vaartdesk.core.text import fold
from vaartdesk.schema.ref import Values

SILENT_MONTHS = 6
"""Months without contact after which someone counts as silent, unless the setting `silent_months` says otherwise."""


def silent_months(settings: Mapping[str, Any]) -> int:
    """The team's limit of silence in months."""
    value = settings.get("silent_months", SILENT_MONTHS)
    return value if isinstance(value, int) and value > 0 else SILENT_MONTHS


def months_silent(last_spoken_on: date | None, today: date) -> int | None:
    """Full months since the last contact moment; None when there never was one."""
    return None if last_spoken_on is None else whole_months(last_spoken_on, today)


def is_silent(last_spoken_on: date | None, today: date, limit: int) -> bool:
    """True for who was not heard for ``limit`` months, or never."""
    months = months_silent(last_spoken_on, today)
    return months is None or months >= limit


def needs_review(review_on: date | None, today: date) -> bool:
    """True from the day after the review date."""
    return review_on is not None and review_on < today


def lacks_privacy(values: Values) -> bool:
    """True when it is not said why, on what basis or from whom a person's data are kept."""
    return not (values["purpose"] and values["basis"] and values["source"])


def initials(name: str) -> str:
    """Two letters for a disc or square: ``Voorzitter MKB Retail`` is VM, ``Preuvenement`` is P."""
    starts = [word[0] for word in name.replace("-", " ").split() if word[0].isalnum()]
    return "".join(starts[:2]).upper()


def double_keys(values: Values) -> frozenset[tuple[str, str]]:
    """What marks two records as maybe the same: e-mail, phone numbers, KvK number, name with postcode."""
    keys = {("email", fold(values.get("email") or "")), ("kvk", values.get("kvk") or "")}
    keys |= {("phone", values.get(name) or "") for name in ("phone", "mobile")}
    name, postcode = fold(values.get("title") or ""), fold(values.get("postcode") or "")
    if name and postcode:
        keys.add(("name", f"{name}|{postcode}"))
    return frozenset(key for key in keys if key[1])


def fits_group(group: Values, contact: Values) -> bool:
    """True when every rule of the group that is filled holds for the contact; a group without rules fits nobody.

    ``contact`` bears ``segments``, ``lines`` and ``bodies`` as sets of keys besides its own fields.
    """
    tests: list[tuple[Any, Callable[[Any], bool]]] = [
        (group["rule_segment"], lambda v: v in contact["segments"]),
        (group["rule_street"], lambda v: v == contact["street"]),
        (group["rule_organisation"], lambda v: v in (contact.get("organisation"), contact["id"])),
        (group["rule_body"], lambda v: v in contact["bodies"]),
        (group["rule_line"], lambda v: v in contact["lines"]),
        (fold(group["rule_branch"]), lambda v: v == fold(contact.get("branch") or "")),
        (fold(group["rule_tag"]), lambda v: v in [fold(tag) for tag in contact["tags"].split(",")]),
    ]
    filled = [test(value) for value, test in tests if value]
    return bool(filled) and all(filled)
