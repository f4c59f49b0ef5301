from __future__ import annotations

from datetime import date

import pytest

from vaartdesk.core.periods import covers, whole_months

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("from_on", "to_on", "inside"),
    [
        (None, None, True),
        (DAY, None, True),
        (None, DAY, True),
        (DAY, DAY, True),
        (date(2026, 11, 25), None, False),
        (None, date(2026, 11, 23), False),
    ],
)
def test_both_ends_of_a_period_belong_to_it(from_on: date | None, to_on: date | None, inside: bool) -> None:
    assert covers(from_on, to_on, DAY) is inside


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2026, 3, 15), date(2026, 4, 14), 0),
        (date(2026, 3, 15), date(2026, 4, 15), 1),
        (date(2025, 11, 24), DAY, 12),
        (DAY, DAY, 0),
        (DAY, date(2026, 10, 24), -1),
    ],
)
def test_only_full_months_count(earlier: date, later: date, months: int) -> None:
    assert whole_months(earlier, later) == months
