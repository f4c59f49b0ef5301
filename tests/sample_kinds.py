"""Kinds for tests of the kit: real tables, with looks of their own, so that the kit is tested without a family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vaartdesk.core.text import _
from vaartdesk.kinds.actions.model import STATUSES, TYPES, Action
from vaartdesk.kinds.contacts.model import Function, Organisation, Person
from vaartdesk.kinds.plan.model import Role, ThemeLine
from vaartdesk.schema.clock_face import TermDay, TermFace
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field, text
from vaartdesk.schema.kind import Check, Filter, Grouping, Kind, NumberRule, RowContext, Section
from vaartdesk.schema.listing import Badge, Chip, Due, Header, RowParts
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Ref, Values
from vaartdesk.store.model import KINDS as SHARED

MOVES = {
    "idee": ("gepland", "vervallen"),
    "gepland": ("loopt", "vervallen"),
    "loopt": ("wacht", "gereed"),
    "wacht": ("loopt",),
    "gereed": (),
    "vervallen": (),
}


def due(values: Values, context: RowContext) -> Due | None:
    day = values["due_on"]
    if day is None:
        return None
    late = (context.today - day).days
    if late > 0:
        return Due(f"{late} dagen te laat", "danger", "clock-alert")
    return Due("vandaag" if not late else f"nog {-late} dagen", "warning" if late > -7 else "neutral", "clock")


def row(values: Values, context: RowContext) -> RowParts:
    option = next(o for o in STATUSES if o.slug == values["status"])
    letter = context.letter(values["theme_line"])
    return RowParts(
        str(values["title"]),
        number=str(values["number"]),
        badge=letter,
        badges=tuple(Badge(context.letter(key)) for key in values["other_lines"]),
        meta=(context.title(values["owner"]),),
        due=due(values, context),
        chip=Chip(str(option.label), option.icon, option.tone),  # type: ignore[arg-type]
    )


def by_line(values: Values, context: RowContext) -> tuple[Any, Header]:
    letter = context.letter(values["theme_line"])
    name = context.title(values["theme_line"]) or "Organisatie"
    return letter, Header(name, 0, line="" if letter == "O" else letter)


def ends_after_start(values: Values, reader: Reader) -> Problem | None:
    if values["starts_on"] and values["due_on"] and values["due_on"] < values["starts_on"]:
        return Problem("due_on", "De deadline ligt voor het begin.")
    return None


def finish(desk: Any, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    with desk.change(_("Actie gereed")) as tx:
        for ref in refs:
            tx.update(ref, {"status": "gereed", "result": answers["result"]})
    return Outcome("Actie gereed", show=refs[0])


def ask_result(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    column = text(_("Resultaat"), long=True, required=True)
    return (Field(column.of("result").info["field"].type, _("Resultaat"), name="result", required=True),)


def clock(values: Values, reader: Reader) -> TermFace | None:
    if values["due_on"] is None:
        return None
    days = (TermDay("passed"), TermDay("ahead"))
    return TermFace(days, "warning", "Nog een dag", "nog een dag")


FINISH = Command(
    "finish", _("Gereed melden"), finish, "check", asks=ask_result, fits=lambda v: v["status"] != "gereed",
    many=True, primary=True,
)  # fmt: skip

SAMPLES: tuple[Kind, ...] = (
    *SHARED,
    Kind(model=ThemeLine, label=_("themalijn"), plural=_("themalijnen"), the=_("de themalijn"), icon="layers",
         list_fields=("code", "title")),
    Kind(model=Role, label=_("rol"), plural=_("rollen"), the=_("de rol"), icon="user", list_fields=("title",),
         sections=(Section("", ("title",)),)),
    Kind(model=Person, label=_("persoon"), plural=_("personen"), the=_("de persoon"), icon="user",
         list_fields=("title", "email"), sections=(Section("", ("title", "email", "phone")),)),
    Kind(model=Organisation, label=_("organisatie"), plural=_("organisaties"), the=_("de organisatie"), icon="building-2",
         list_fields=("title",), sections=(Section("", ("title",)),)),
    Kind(model=Function, label=_("functie"), plural=_("functies"), the=_("de functie"), icon="id-card", parent="person",
         list_fields=("title", "organisation", "from_on", "to_on"),
         sections=(Section("", ("title", "person", "organisation", "from_on", "to_on")),)),
    Kind(
        model=Action,
        label=_("actie"),
        plural=_("acties"),
        the=_("de actie"),
        icon="circle-check",
        number=NumberRule("A", 3, yearly=False),
        line="theme_line",
        list_fields=("number", "title", "status", "theme_line", "other_lines", "owner", "due_on", "type", "budget", "year"),
        row=row,
        groupings=(Grouping("line", _("Themalijn"), by_line),),
        filters=(
            Filter("open", _("Open"), lambda v, c: v["status"] not in {"gereed", "vervallen"}, preset=True),
            Filter("late", _("Te laat"), lambda v, c: v["due_on"] is not None and v["due_on"] < c.today, pinned=True),
        ),
        sections=(
            Section("", ("description", "theme_line", "other_lines", "owner", "lead", "priority", "due_on", "budget"),
                    optional=("starts_on", "phase", "co_workers")),
            Section(_("Uitkomst"), ("result", "finished_on", "is_example", "progress"), folded=True),
        ),
        quick=("title", "owner", "due_on", "priority"),
        checks=(Check(ends_after_start, ("starts_on", "due_on")),),
        moves=lambda status: MOVES.get(status, ()),
        commands=(FINISH,),
        clock=clock,
    ),
)  # fmt: skip

assert TYPES
