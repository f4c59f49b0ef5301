"""Verbs: what a person can do with records. Menu, palette, buttons and command line share them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.field import Field
from vaartdesk.schema.paper import Paper
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values


@dataclass(frozen=True)
class Outcome:
    """What a command did: a sentence for the toast, the record to show next, a file it wrote (path as text), and a paper
    that is ready to be looked at.
    """

    sentence: str
    show: Ref | None = None
    file: str = ""
    paper: Paper | None = None


def _nothing_follows(reader: Reader, refs: Sequence[Ref], field: str, value: Any) -> Mapping[str, Any]:
    return {}


def _always(values: Values) -> bool:
    return True


def _no_questions(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    return ()


@dataclass(frozen=True)
class Command:
    """``run(desk, refs, answers)`` does it in one change; ``asks`` names the fields to fill in first.

    ``name``: stable ASCII name; ``label``: Dutch infinitive; ``fits`` says of one record whether it is offered;
    ``many``: also for a selection; ``primary``: the one filled button of the record's page.
    ``moves_to``: the state it brings a record in; on the record's own page what that state needs is asked in place.
    ``follows(reader, refs, field, value)``: what other questions are filled with once this one is answered.
    """

    name: str
    label: str
    run: Callable[[Any, Sequence[Ref], Mapping[str, Any]], Outcome]
    icon: str = ""
    key: str = ""
    asks: Callable[[Reader, Sequence[Ref]], tuple[Field, ...]] = _no_questions
    fits: Callable[[Values], bool] = _always
    many: bool = False
    primary: bool = False
    in_menu: bool = False
    moves_to: str = ""
    follows: Callable[[Reader, Sequence[Ref], str, Any], Mapping[str, Any]] = _nothing_follows
