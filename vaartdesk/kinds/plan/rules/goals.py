"""How far a goal is. Figures are whole numbers in hundredths, percentages whole numbers from 0 to 100."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.ref import Values

STEPS: Final = (100, 10)
"""Whole and tenths, in hundredths: how fine figures may be."""


def progress(baseline: int | None, target: int | None, value: int | None) -> int | None:
    """The part of the way from baseline to target, 0 to 100; None without a baseline, a target or a value.

    Rising and falling goals alike: 21,9 to 7,8 is 50 at 14,85. Beyond the target is 100, worse than the start 0.
    """
    if baseline is None or target is None or value is None:
        return None
    way, gone = target - baseline, value - baseline
    if way == 0:
        return 100
    if gone * way <= 0:
        return 0
    # Rounded half up, but never up to 100: that word is for who arrived.
    share = (200 * abs(gone) + abs(way)) // (2 * abs(way))
    return 100 if abs(gone) >= abs(way) else min(share, 99)


def is_reached(direction: str, target: int | None, value: int | None) -> bool:
    """True when the value is at the target or better; ``direction`` says which side is better."""
    if target is None or value is None:
        return False
    return value <= target if direction == "omlaag" else value >= target


def in_order(measurements: Iterable[Values]) -> list[Values]:
    """Measurements that have a value, oldest first; one without a day stands in front."""
    return sorted(
        (m for m in measurements if m["value"] is not None), key=lambda m: (m["measured_on"] or date.min, m["id"])
    )


def target_now(goal: Values, measurements: Sequence[Values]) -> int | None:
    """The target today. Where it follows the national figure: the latest of those, the goal's own target until then."""
    if goal["target_follows"] == "landelijk":
        known = [m["national"] for m in in_order(measurements) if m["national"] is not None]
        if known:
            return int(known[-1])
    return None if goal["target"] is None else int(goal["target"])


@dataclass(frozen=True, slots=True)
class Standing:
    """How a goal stands. ``state``: geen_cijfer, geen_nulmeting, gehaald, doeljaar_voorbij, achter, op_schema, loopt."""

    state: str
    value: int | None = None
    target: int | None = None
    progress: int | None = None
    measured_on: date | None = None


def standing(goal: Values, measurements: Sequence[Values], today: date) -> Standing:
    """How a goal stands today, judged by its latest measurement."""
    target = target_now(goal, measurements)
    if target is None:
        return Standing("geen_cijfer")
    known = in_order(measurements)
    value = known[-1]["value"] if known else goal["baseline"]
    measured_on = known[-1]["measured_on"] if known else goal["baseline_on"]
    share = progress(goal["baseline"], target, value)
    state = _state(goal, target, value, share, today)
    return Standing(state, value, target, share, measured_on)


def _state(goal: Values, target: int, value: int | None, share: int | None, today: date) -> str:
    if is_reached(goal["direction"], target, value):
        return "gehaald"
    if goal["by_year"] is not None and today.year > goal["by_year"]:
        return "doeljaar_voorbij"
    if share is None:
        return "geen_nulmeting"
    wanted = expected(goal["baseline_on"], goal["by_year"], today)
    if wanted is None:
        return "loopt"
    return "op_schema" if share >= wanted else "achter"


def expected(baseline_on: date | None, by_year: int | None, today: date) -> int | None:
    """The percentage of the way that an even pace from the baseline to the end of ``by_year`` would have made."""
    if baseline_on is None or by_year is None:
        return None
    whole = (date(by_year, 12, 31) - baseline_on).days
    if whole <= 0:
        return 100
    return max(0, min(100, 100 * (today - baseline_on).days // whole))


def projected(measurements: Sequence[Values], on: date) -> int | None:
    """The value on a later day when the pace from the first to the last measurement holds, no finer than was measured: jobs
    are counted whole. None with fewer than two.
    """
    known = [m for m in in_order(measurements) if m["measured_on"] is not None]
    if len(known) < 2:
        return None
    first, last = known[0], known[-1]
    days: int = (last["measured_on"] - first["measured_on"]).days
    if days <= 0:
        return None
    change: int = last["value"] - first["value"]
    moved: int = change * (on - last["measured_on"]).days // days
    fine = next((step for step in STEPS if all(m["value"] % step == 0 for m in known)), 1)
    return round((int(last["value"]) + moved) / fine) * fine
