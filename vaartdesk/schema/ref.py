"""What a record is called inside the program, and how wrong input travels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from vaartdesk.core.dataclass import dataclass

Values = Mapping[str, Any]
"""The fields of one record by attribute name, as Python values, with ``id`` and ``alive``."""


class Ref(NamedTuple):
    """A record: its kind (the table's name) and its key (32 hex digits)."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Wrong input as a value: the field it belongs to ('' = the record) and a Dutch sentence that says what to do.

    A warning holds the change back only until somebody chooses to keep it all the same.
    """

    field: str
    sentence: str
    is_warning: bool = False


SHOWN = 5
"""Sentences that the exception's own text holds; a thousand equal ones help nobody."""


class Refused(Exception):
    """A change that breaks a rule. Nothing of it was written; ``problems`` say why, beside which field."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(" ".join(list(dict.fromkeys(str(p.sentence) for p in problems))[:SHOWN]))
        self.problems = tuple(problems)
