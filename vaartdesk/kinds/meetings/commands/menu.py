"""The verbs of meetings as commands: what menu, palette, buttons and command line offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from vaartdesk.core.dates import day_long
from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.commands import agenda, sitting
from vaartdesk.kinds.meetings.model.gatherings import AgendaItem, Meeting
from vaartdesk.kinds.meetings.model.outcomes import Decision
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.kinds.meetings.rules.agenda import lacks_proposal
from vaartdesk.kinds.meetings.rules.stages import is_before_meeting
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field, fields_of
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Ref, Refused, Values
from vaartdesk.schema.types.references import RefType
from vaartdesk.store.desk import Desk

Answers = Mapping[str, Any]


def _asked(model: type, *names: str) -> tuple[Field, ...]:
    """Questions that are fields of a record."""
    fields = fields_of(model)
    return tuple(fields[name] for name in names)


def _sibling(desk: Desk, item: Ref, step: int) -> tuple[Ref | None, bool]:
    """(item to stand in front of, whether there is anywhere to go) when an item moves one place up or down."""
    values = desk.get(item)
    if values is None or not values["meeting"]:
        return None, False
    with desk.read() as reader:
        lines = queries.agenda(reader, values["meeting"])
    keys = [line.id for line in lines if line.item["parent"] == values["parent"]]
    if item.id not in keys:
        return None, False
    place = keys.index(item.id) + step
    if not 0 <= place < len(keys):
        return None, False
    after = keys[place + 1 :] if step > 0 else keys[place:]
    return (Ref("agenda_item", after[0]) if after else None), True


def _new_meeting(desk: Desk, refs: Sequence[Ref], answers: Answers) -> Outcome:
    made = agenda.new_meeting(desk, refs[0], answers["starts_at"])
    day = day_long(answers["starts_at"].date())
    sentence = _("{body} op {day} staat klaar, met de vaste punten.").format(body=desk.title(refs[0]), day=day)
    return Outcome(sentence, made)


def _add_item(desk: Desk, refs: Sequence[Ref], answers: Answers) -> Outcome:
    item = agenda.add_item(desk, refs[0], answers["title"])
    return Outcome(str(_("Agendapunt toegevoegd.")), item)


def _invite(desk: Desk, refs: Sequence[Ref], answers: Answers) -> Outcome:
    made = sitting.invite(desk, refs[0])
    return Outcome(_("{n} uitgenodigd.").format(n=len(made)), refs[0])


def _send(desk: Desk, refs: Sequence[Ref], answers: Answers) -> Outcome:
    """The agenda counts as sent; who is invited is recorded. Items that miss a proposal are reported."""
    with desk.read() as reader:
        missing = [n.number for n in queries.agenda(reader, refs[0].id) if lacks_proposal(n.item)]
    if missing and not answers.get("is_sure"):
        sentence = _("Voorstel ontbreekt bij punt {items}. Vul het aan, of verstuur toch.")
        raise Refused([Problem("is_sure", sentence.format(items=", ".join(missing)))])
    with desk.change(_("Agenda verzonden")) as tx:
        sitting.invite(desk, refs[0])
        tx.update(refs[0], {"status": "verzonden", "sent_on": tx.today})
    return Outcome(str(_("De agenda staat op verzonden.")), refs[0])


def _sure(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    """Asked only when something is missing."""
    from vaartdesk.schema.types.texts import FlagType  # beside its one use

    lacking = [n for ref in refs for n in queries.agenda(reader, ref.id) if lacks_proposal(n.item)]
    return (Field(FlagType(), _("Toch versturen"), name="is_sure"),) if lacking else ()


def _up(desk: Desk, refs: Sequence[Ref], answers: Answers) -> Outcome:
    return _step(desk, refs[0], -1)


def _down(desk: Desk, refs: Sequence[Ref], answers: Answers) -> Outcome:
    return _step(desk, refs[0], 1)


def _step(desk: Desk, item: Ref, step: int) -> Outcome:
    before, can = _sibling(desk, item, step)
    values = desk.get(item)
    if can and values is not None:
        parent = Ref("agenda_item", values["parent"]) if values["parent"] else None
        agenda.move_item(desk, item, before=before, parent=parent)
        return Outcome(str(_("Agendapunt verplaatst.")), item)
    return Outcome(str(_("Het agendapunt kan niet verder.")), item)


def _decide(desk: Desk, refs: Sequence[Ref], answers: Answers) -> Outcome:
    given = dict(answers)
    made = sitting.decide(desk, refs[0], given.pop("outcome"), given.pop("text"), **given)
    values = desk.get(made)
    number = values["number"] if values else ""
    return Outcome(_("Besluit {number} vastgelegd.").format(number=number), made)


def _remove(desk: Desk, refs: Sequence[Ref], answers: Answers) -> Outcome:
    with desk.change(_("Agendapunt verwijderd")):
        for ref in refs:
            agenda.remove_item(desk, ref)
    return Outcome(str(_("Van de agenda gehaald.")))


def _put_on_agenda(desk: Desk, refs: Sequence[Ref], answers: Answers) -> Outcome:
    meeting = Ref("meeting", answers["meeting"])
    item = None
    with desk.change(_("Op de agenda gezet")):
        for ref in refs:
            item = agenda.put_on_agenda(desk, ref, meeting)
    return Outcome(_("Op de agenda van {meeting}.").format(meeting=desk.title(meeting)), item)


def _which_meeting(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    """The meeting to put a topic on; the next one of its body is filled in."""
    topic = queries.topic(reader, refs[0].id)
    coming = queries.next_meeting(reader, topic["body"]) if topic and topic["body"] else None
    field = Field(RefType(target="meeting"), _("Vergadering"), name="meeting", required=True)
    return (replace(field, default=coming["id"] if coming else None),)


def _is_open(values: Values) -> bool:
    return is_before_meeting(values["status"])


BODY = (
    Command(
        "nieuwe_vergadering",
        _("Vergadering maken"),
        _new_meeting,
        icon="calendar-plus",
        asks=lambda reader, refs: _asked(Meeting, "starts_at"),
        primary=True,
    ),
)
MEETING = (
    Command(
        "agendapunt",
        _("Agendapunt toevoegen"),
        _add_item,
        icon="plus",
        asks=lambda reader, refs: _asked(AgendaItem, "title"),
        fits=_is_open,
    ),
    Command("uitnodigen", _("Leden uitnodigen"), _invite, icon="users", fits=_is_open),
    Command(
        "verzenden",
        _("Op verzonden zetten"),
        _send,
        icon="send",
        asks=_sure,
        fits=lambda values: bool(values["status"] == "concept"),
    ),
)
ITEM = (
    Command("omhoog", _("Omhoog"), _up, icon="arrow-up", key="Alt+Up"),
    Command("omlaag", _("Omlaag"), _down, icon="arrow-down", key="Alt+Down"),
    Command(
        "besluiten",
        _("Besluit vastleggen"),
        _decide,
        icon="gavel",
        key="F8",
        asks=lambda reader, refs: _asked(Decision, "outcome", "text", "owner", "due_on"),
        primary=True,
    ),
    Command("van_de_agenda", _("Van de agenda halen"), _remove, icon="undo-2", many=True),
)
TOPIC = (
    Command(
        "op_de_agenda",
        _("Op de agenda zetten"),
        _put_on_agenda,
        icon="list-ordered",
        key="Alt+Right",
        asks=_which_meeting,
        fits=lambda values: bool(values["status"] == "voorraad"),
        many=True,
        primary=True,
    ),
)
