"""What meetings need from other families. The program fills these in when it starts; see ``connect``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from vaartdesk.schema.reader import Reader


class ActionStates(Protocol):
    """Decision -> the statuses of the living actions that came out of it."""

    def __call__(self, reader: Reader) -> Mapping[str, Sequence[str]]: ...


class PartnerBoards(Protocol):
    """(person, organisation) of everybody in the board of a partner on a day."""

    def __call__(self, reader: Reader, on: date) -> Sequence[tuple[str, str]]: ...


def _no_actions(reader: Reader) -> Mapping[str, Sequence[str]]:
    return {}


def _no_boards(reader: Reader, on: date) -> Sequence[tuple[str, str]]:
    return ()


@dataclass
class Ports:
    """The connections in force; without them a decision has no actions and the partners no boards."""

    action_states: ActionStates = _no_actions
    partner_boards: PartnerBoards = _no_boards


PORTS = Ports()


def connect(action_states: ActionStates, partner_boards: PartnerBoards) -> None:
    """Fill in what other families know. Called once, when the program is put together."""
    PORTS.action_states, PORTS.partner_boards = action_states, partner_boards
