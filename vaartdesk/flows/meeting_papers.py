"""What a meeting gives on paper: the agenda for whom it is meant, with all papers behind it (M16, M17), and its minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.text import _
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field
from vaartdesk.schema.paper import Paper
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.schema.types.base import Option
from vaartdesk.schema.types.texts import ChoiceType, FlagType

# What prints (ReportLab) is imported where it is used: commands are known at start, papers are not.
if TYPE_CHECKING:
    from vaartdesk.pdf.agenda.paper import AgendaOptions
    from vaartdesk.store.desk import Desk

READERS: Final = (
    Option("leden", _("de leden"), "users"),
    Option("openbaar", _("iedereen, zonder wat vertrouwelijk is"), "eye"),
    Option("voorzitter", _("de voorzitter, met de interne notities"), "id-card"),
)
SWITCHES: Final = (
    ("members", _("Leden en gasten")),
    ("times", _("Tijden")),
    ("explanation", _("Toelichtingen")),
    ("annex_list", _("Lijst van bijlagen")),
    ("decision_list", _("Openstaande besluiten")),
)
"""Parts of an agenda that may stay away: names of `AgendaOptions`."""
HELD: Final = frozenset({"gehouden", "verslag_concept", "verslag_vastgesteld"})


def _readers(*, default: str = "leden", options: Sequence[Option] = READERS) -> Field:
    return Field(ChoiceType(options=tuple(options)), _("Voor"), "readers", required=True, default=default)


def _asked(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    whole = Field(FlagType(), _("Alle stukken erbij"), "papers", default=True)
    return (_readers(), whole, *(Field(FlagType(), label, name, default=True) for name, label in SWITCHES))


def _options(answers: Mapping[str, Any]) -> AgendaOptions:
    from vaartdesk.pdf.agenda.paper import AgendaOptions

    switched = {name: bool(answers.get(name, True)) for name, _label in SWITCHES}
    readers = answers.get("readers")
    return AgendaOptions(is_public=readers == "openbaar", is_chair_copy=readers == "voorzitter", **switched)


def agenda_set(desk: Desk, meeting: Ref, answers: Mapping[str, Any]) -> Paper:
    """The paper that was asked for; it is made when it is looked at. Raises NotFound."""
    from vaartdesk.flows.agenda_paper import agenda_paper
    from vaartdesk.pdf.agenda.layout import print_agenda, print_pack
    from vaartdesk.pdf.agenda.paper import file_name

    options, has_papers = _options(answers), bool(answers.get("papers", True))
    gather = partial(agenda_paper, desk, meeting, is_public=options.is_public)
    beside: dict[str, bytes] = {}

    def make() -> tuple[bytes, tuple[str, ...]]:
        beside.clear()
        if not has_papers:
            result = print_agenda(gather(), options)
            return result.data, result.warnings
        pack = print_pack(gather(), options)
        if pack.beside is not None:
            beside[".zip"] = pack.beside
        return pack.result.data, pack.result.warnings

    name = file_name(gather(), options)
    return Paper(name.replace("agenda-", "vergaderset-", 1) if has_papers else name, make, beside)


def _run_set(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    return Outcome("", paper=agenda_set(desk, refs[0], answers))


def _asked_of_minutes(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    return (_readers(options=READERS[:2]),)


def _run_minutes(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    from vaartdesk.flows.minutes_paper import minutes_paper

    return Outcome("", paper=minutes_paper(desk, refs[0], is_public=answers.get("readers") == "openbaar"))


def _is_held(values: Values) -> bool:
    return values["status"] in HELD


AGENDA_SET: Final = Command("agenda_set", _("Vergaderset maken"), _run_set, icon="file-down", asks=_asked, in_menu=True)
MINUTES: Final = Command(
    "minutes",
    _("Verslag afdrukken"),
    _run_minutes,
    icon="notebook-pen",
    asks=_asked_of_minutes,
    fits=_is_held,
    in_menu=True,
)
COMMANDS: Final = (AGENDA_SET, MINUTES)
