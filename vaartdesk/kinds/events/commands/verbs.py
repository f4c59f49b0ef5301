"""The verbs of events as menu, palette and command line offer them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.events.commands import copying, picking, planning
from vaartdesk.kinds.events.model.event import Event
from vaartdesk.kinds.events.model.permit import PERMIT_STATUSES, Permit
from vaartdesk.kinds.events.queries import clashes as lookup
from vaartdesk.kinds.events.rules import permits, rows
from vaartdesk.schema.chips import word
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.record import Record
from vaartdesk.schema.ref import Problem, Ref, Refused, Values
from vaartdesk.schema.types.texts import TextType
from vaartdesk.schema.types.times import DayType, LocalTimeType

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def _number(desk: Desk, ref: Ref) -> str:
    values = desk.get(ref) or {}
    return str(values.get("number") or values.get("title") or "")


def _move(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    planning.move_event(desk, refs[0], answers["starts_at"])
    hard = [clash for clash in planning.clashes_of(desk, refs[0]) if clash.level == "hard"]
    said = _("{number} verplaatst.").format(number=_number(desk, refs[0]))
    return Outcome(" ".join([said, *(clash.sentence(desk.today) for clash in hard[:1])]), refs[0])


def _asks_start(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    """The begin of now stands there: a day typed alone keeps its time."""
    return (
        Field(
            LocalTimeType(),
            _("Nieuw begin"),
            "starts_at",
            required=True,
            default=_known(reader, Event, refs, "starts_at"),
        ),
    )


def _accept(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    found = planning.clashes_of(desk, refs[0])
    if not found:
        raise Refused([Problem("", str(_("Dit evenement botst nergens mee; er valt niets te aanvaarden.")))])
    with desk.change(_("Botsing aanvaard")):
        for clash in found:
            planning.accept_clash(desk, refs[0], clash.other, str(answers.get("reason") or ""))
    return Outcome(_("{number}: botsing aanvaard").format(number=_number(desk, refs[0])), refs[0])


def _asks_reason(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    """Nothing is asked of an event that nothing is in the way of."""
    if not any(lookup.clashes_of(reader, ref.id) for ref in refs):
        return ()
    return (Field(TextType(), _("Waarom kan dit samen?"), "reason", required=True),)


def _confirm(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    with desk.change(_("Evenement bevestigd")) as tx:
        tx.update(refs[0], {"status": "bevestigd"} | ({"confirm_reason": r} if (r := answers.get("reason")) else {}))
    return Outcome(_("{number} bevestigd").format(number=_number(desk, refs[0])), refs[0])


def _asks_permit_reason(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    from vaartdesk.kinds.events.queries.planning import permits_of  # beside its one use

    if permits.may_confirm(permits_of(reader, refs[0].id)):
        return ()
    return (Field(TextType(), _("Zonder vergunning, omdat"), "reason", required=True),)


def _cancel(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    with desk.change(_("Evenement afgelast")) as tx:
        for ref in refs:
            tx.update(ref, {"status": "afgelast", "cancel_reason": str(answers.get("reason") or "")})
    return Outcome(_("{number} afgelast").format(number=_number(desk, refs[0])), refs[0])


def _asks_cancel_reason(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    return (Field(TextType(), _("Afgelast omdat"), "reason"),)


def _copy(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    made = copying.copy_to_next_year(desk, refs)
    if not made:
        raise Refused(
            [
                Problem(
                    "",
                    str(_("Niets te kopiëren: een reeks loopt door, en wat al gekopieerd is blijft één keer staan.")),
                )
            ]
        )
    if len(refs) == 1:
        starts = desk.get(made[0])["starts_at"]  # type: ignore[index]
        day = day_short(starts.date(), desk.today)
        return Outcome(_("{title}: gekopieerd naar {day}").format(title=desk.title(made[0]), day=day), made[0])
    told = ngettext("{n} evenement gekopieerd", "{n} evenementen gekopieerd", len(made)).format(n=len(made))
    left = len(refs) - len(made)
    rest = ngettext(
        "{n} reeks of eerder gekopieerd overgeslagen", "{n} reeksen of eerder gekopieerd overgeslagen", left
    )
    return Outcome(f"{told}, {rest.format(n=left)}" if left else told)


def _add_date(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    picking.add_date(desk, refs[0], answers["day"])
    day = day_short(answers["day"], desk.today)
    return Outcome(_("{title}: ook op {day}").format(title=desk.title(refs[0]), day=day), refs[0])


def _finish_points(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    planning.finish_points(desk, refs)
    return Outcome(str(_("Draaiboekpunt gereed")), refs[0] if len(refs) == 1 else None)


def _permit(status: str) -> Any:
    """The command's work: bring permits in a state, with day and reference where they were asked."""

    def run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
        given = {name: answers[name] for name in ("submitted_on", "granted_on", "reference") if answers.get(name)}
        with desk.change(_("Vergunning bijgewerkt")) as tx:
            for ref in refs:
                before = dict(tx.get(ref))
                tx.update(ref, {"status": status} | given)
                tx.update(ref, permits.settle_permit(before, tx.get(ref), tx.reader))
        return Outcome(_("Vergunning {state}").format(state=word(PERMIT_STATUSES, status).lower()), refs[0])

    return run


def _asks_day(name: str, label: str) -> Any:
    def asks(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
        day = Field(DayType(), label, name, default=reader.today)
        known = _known(reader, Permit, refs, "reference")
        return (day, Field(TextType(), _("Kenmerk"), "reference", default=known))

    return asks


def _known(reader: Reader, model: type[Record], refs: Sequence[Ref], name: str) -> Any:
    """What the one record holds that is asked about; None for several, which may differ."""
    rows = living(reader, model, table(model).c.id == refs[0].id) if len(refs) == 1 else []
    return rows[0][name] if rows else None


def _is_planned(values: Values) -> bool:
    return values["status"] not in rows.PAST


EVENT_COMMANDS: Final = (
    Command("move", _("Verplaatsen"), _move, icon="calendar-clock", asks=_asks_start, fits=_is_planned),
    Command(
        "accept_clash",
        _("Botsing aanvaarden"),
        _accept,
        icon="triangle-alert",
        asks=_asks_reason,
        fits=_is_planned,
        in_menu=True,
    ),
    Command(
        "confirm",
        _("Bevestigen"),
        _confirm,
        icon="check",
        asks=_asks_permit_reason,
        fits=lambda values: values["status"] in {"idee", "optie", "aangevraagd"},
        primary=True,
    ),
    Command(
        "cancel", _("Afgelasten"), _cancel, icon="calendar-x", asks=_asks_cancel_reason, fits=_is_planned, many=True
    ),
    Command(
        "add_date",
        _("Datum toevoegen"),
        _add_date,
        icon="calendar-plus",
        asks=lambda reader, refs: (Field(DayType(), _("Dag"), "day", required=True),),
        fits=_is_planned,
        in_menu=True,
    ),
    Command(
        "copy_to_next_year",
        _("Kopiëren naar volgend jaar"),
        _copy,
        icon="copy",
        fits=copying.is_once,
        many=True,
        in_menu=True,
    ),
)
PERMIT_COMMANDS: Final = (
    Command(
        "submit",
        _("Aangevraagd"),
        _permit("aangevraagd"),
        icon="send",
        asks=_asks_day("submitted_on", _("Aangevraagd op")),
        fits=permits.is_to_ask,
        many=True,
        primary=True,
    ),
    Command(
        "grant",
        _("Verleend"),
        _permit("verleend"),
        icon="check",
        asks=_asks_day("granted_on", _("Verleend op")),
        fits=lambda values: values["status"] not in permits.SETTLED,
        many=True,
    ),
)
CHECKLIST_COMMANDS: Final = (
    Command(
        "finish",
        _("Gereed"),
        _finish_points,
        icon="check",
        fits=lambda values: not values["is_done"],
        many=True,
        primary=True,
    ),
)
