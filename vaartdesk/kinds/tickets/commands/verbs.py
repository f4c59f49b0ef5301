"""The verbs of tickets as menu, palette and command line offer them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.commands.intake import add_reporter
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.kinds.tickets.model.ticket import PARTIES, STATUSES
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.rules.moves import allowed
from vaartdesk.kinds.tickets.rules.parts import OPEN_PARTS
from vaartdesk.schema.chips import word
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.schema.types.contact import EmailType, PhoneType
from vaartdesk.schema.types.references import RefType
from vaartdesk.schema.types.texts import ChoiceType, FlagType, LongTextType, TextType
from vaartdesk.schema.types.times import DayType, MomentType

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

Asks = Callable[[Reader, Sequence[Ref]], tuple[Field, ...]]


def _moving(status: str) -> Callable[[Desk, Sequence[Ref], Mapping[str, Any]], Outcome]:
    """The command's work: bring every chosen ticket in a state, in one change."""

    def run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
        with desk.change(_("Meldingen bijgewerkt") if len(refs) > 1 else word(STATUSES, status)):
            for ref in refs:
                move_ticket(desk, ref, status, answers)
        state = word(STATUSES, status).lower()
        if len(refs) != 1:
            return Outcome(_("{n} meldingen {state}").format(n=len(refs), state=state))
        number = (desk.get(refs[0]) or {}).get("number", "")
        return Outcome(_("{number} {state}").format(number=number, state=state), refs[0])

    return run


def _fits(status: str) -> Callable[[Values], bool]:
    return lambda values: status in allowed(values["status"])


def _closing(*fields: Field) -> Asks:
    """What a move that closes asks: these fields, and consent where parts are open that do not close along."""

    def asks(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
        chosen = {ref.id for ref in refs}
        parts = [part["id"] for ref in refs for part in queries.open_parts(reader, ref.id)]
        if all(part in chosen for part in parts):
            return fields
        return (*fields, Field(FlagType(), _("Toch sluiten, al zijn er delen open"), OPEN_PARTS))

    return asks


def _asks_party(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    return (
        Field(RefType(among=("organisation", "person")), _("Doorzetten naar"), "forwarded_to"),
        Field(ChoiceType(options=PARTIES), _("Ligt bij"), "lies_with", default="gemeente"),
        Field(TextType(), _("Hun kenmerk"), "reference"),
        Field(DayType(), _("Verwacht"), "expected_on"),
    )


def _asks(*fields: Field) -> Asks:
    return lambda reader, refs: fields


def _add_reporter(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    add_reporter(desk, refs[0], answers)
    number = (desk.get(refs[0]) or {}).get("number", "")
    return Outcome(_("{number}: melder toegevoegd").format(number=number), refs[0])


COMMANDS: Final = (
    Command(
        "finish",
        _("Afhandelen"),
        _moving("afgehandeld"),
        icon="check",
        key="Ctrl+H",
        moves_to="afgehandeld",
        asks=_closing(Field(LongTextType(), _("Resultaat"), "result", required=True)),
        fits=_fits("afgehandeld"),
        many=True,
        primary=True,
    ),
    Command("forward", _("Doorzetten"), _moving("doorgezet"), icon="share", asks=_asks_party, fits=_fits("doorgezet")),
    Command(
        "take",
        _("In behandeling nemen"),
        _moving("in_behandeling"),
        icon="loader",
        key="Ctrl+B",
        fits=_fits("in_behandeling"),
        many=True,
    ),
    Command(
        "plan",
        _("Inplannen"),
        _moving("ingepland"),
        icon="calendar-check-2",
        asks=_asks(Field(MomentType(), _("Wanneer"), "planned_at")),
        fits=_fits("ingepland"),
        many=True,
    ),
    Command(
        "wait",
        _("Laten wachten"),
        _moving("wacht_op_reactie"),
        icon="hourglass",
        asks=_asks(Field(TextType(), _("Wacht op"), "waits_for")),
        fits=_fits("wacht_op_reactie"),
        many=True,
    ),
    Command("reopen", _("Heropenen"), _moving("heropend"), icon="rotate-ccw", fits=_fits("heropend"), many=True),
    Command(
        "mark_double",
        _("Dubbel van..."),
        _moving("dubbel"),
        icon="copy",
        asks=_closing(Field(RefType(target="ticket"), _("Dubbel van"), "duplicate_of", required=True)),
        fits=_fits("dubbel"),
    ),
    Command(
        "call_off",
        _("Annuleren"),
        _moving("geannuleerd"),
        icon="ban",
        asks=_closing(Field(TextType(), _("Reden"), "result")),
        fits=_fits("geannuleerd"),
        many=True,
    ),
    Command(
        "add_reporter",
        _("Melder toevoegen"),
        _add_reporter,
        icon="user-plus",
        asks=_asks(
            Field(RefType(among=("person", "organisation")), _("Melder"), "contact"),
            Field(TextType(), _("Naam"), "name"),
            Field(EmailType(), _("E-mail"), "email"),
            Field(PhoneType(), _("Telefoon"), "phone"),
        ),
    ),
)
