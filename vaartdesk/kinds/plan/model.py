"""The work plan: theme lines, roles, goals with their measurements, agreements, funds and standard texts."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Index, Integer

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema import field as f
from vaartdesk.schema.column import Mapped, column
from vaartdesk.schema.record import Base, Record
from vaartdesk.schema.types.amounts import NumberType
from vaartdesk.schema.types.base import Option

FIGURE_DECIMALS = 2
"""Figures of goals are stored in hundredths: 21,9 % is 2190 and 3.800 jobs is 380000."""

LIGHTS = (
    Option("groen", _("op koers"), "circle-check", "success"),
    Option("oranje", _("let op"), "circle-alert", "warning"),
    Option("rood", _("loopt vast"), "triangle-alert", "danger"),
)
WEIGHTS = (
    Option("zwaartepunt", _("zwaartepunt"), "star", "accent"),
    Option("betrokken", _("betrokken"), "circle-dot", "neutral"),
)
CONTRACTS = (
    Option("in_dienst", _("in dienst")),
    Option("ingehuurd", _("ingehuurd")),
    Option("via_partner", _("via partner")),
)
DIRECTIONS = (
    Option("omhoog", _("omhoog is beter"), "arrow-up"),
    Option("omlaag", _("omlaag is beter"), "arrow-down"),
)
TARGETS = (
    Option("vast", _("vast getal")),
    Option("landelijk", _("onder het landelijke cijfer")),
)
AGREEMENT_TYPES = (
    Option("akkoord", _("akkoord"), "handshake"),
    Option("convenant", _("convenant"), "handshake"),
    Option("visie", _("visie"), "eye"),
    Option("programma", _("programma"), "list"),
    Option("werkplan", _("werkplan"), "book-open"),
    Option("afspraak", _("afspraak"), "handshake"),
    Option("overig", _("overig"), "file-text"),
)


@dataclass(frozen=True)
class FigureType(NumberType):
    """A figure of a goal, in hundredths, shown without decimals that say nothing (3.800, 21,9, 14,85)."""

    decimals: int = FIGURE_DECIMALS

    def field_text(self, value: Any) -> str:
        shown = super().field_text(value)
        return shown.rstrip("0").rstrip(",") if "," in shown else shown


def figure(label: str, **options: Any) -> Mapped[int | None]:
    """A figure of a goal, in hundredths."""
    return column(Integer(), nullable=True, info={"field": f.Field(FigureType(), label, **options)})


class ThemeLine(Record, Base):
    """One of the lines of the town-centre vision; ``code`` is its letter, which colours it everywhere."""

    __tablename__ = "theme_line"
    code: Mapped[str] = f.text(_("Letter"), required=True, search=5)
    title: Mapped[str] = f.text(_("Naam"), required=True, search=10)
    full_name: Mapped[str] = f.text(_("Volledige naam"), search=5)
    note: Mapped[str] = f.text(_("Toelichting"), long=True, search=1)
    light: Mapped[str] = f.choice(_("Stand"), LIGHTS)
    light_note: Mapped[str] = f.text(_("Toelichting op de stand"), long=True)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))
    pos: Mapped[str] = f.order()


class Role(Record, Base):
    """A role of the execution team. Work lies with a role as long as nobody holds it."""

    __tablename__ = "role"
    title: Mapped[str] = f.text(_("Rol"), required=True, search=10)
    is_operational: Mapped[bool] = f.flag(_("Operationeel"), default=True)
    is_integral: Mapped[bool] = f.flag(_("Integraal"), hint=_("Stuurt op de samenhang van alle themalijnen."))
    note: Mapped[str] = f.text(_("Taken"), long=True, search=2)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))
    pos: Mapped[str] = f.order()


class RoleHolder(Record, Base):
    """Who holds a role, from when to when, and on what terms. One person may hold several."""

    __tablename__ = "role_holder"
    __table_args__ = (Index(None, "role"), Index(None, "person"))
    role: Mapped[str | None] = f.ref(_("Rol"), "role", required=True)
    person: Mapped[str | None] = f.ref(_("Persoon"), "person", required=True)
    from_on: Mapped[date | None] = f.day(_("Vanaf"))
    to_on: Mapped[date | None] = f.day(_("Tot en met"))
    days: Mapped[int | None] = f.number(_("Dagen per week"), 1, lowest=0, highest=70)
    contract: Mapped[str] = f.choice(_("Dienstverband"), CONTRACTS)
    via: Mapped[str | None] = f.ref(_("Via"), "organisation")
    note: Mapped[str] = f.text(_("Notitie"), long=True)


class MatrixCell(Record, Base):
    """How much a role has to do with a theme line. No row, or an empty weight: nothing."""

    __tablename__ = "matrix_cell"
    __table_args__ = (Index(None, "role"),)
    role: Mapped[str | None] = f.ref(_("Rol"), "role", required=True)
    theme_line: Mapped[str | None] = f.ref(_("Themalijn"), "theme_line", required=True)
    weight: Mapped[str] = f.choice(_("Betrokkenheid"), WEIGHTS)
    is_assumed: Mapped[bool] = f.flag(
        _("Aanname"), hint=_("Het zwaartepunt is afgeleid uit de beschrijving van de rol.")
    )


class Agreement(Record, Base):
    """An agreement or document that the work rests on, and that goals and decisions cite."""

    __tablename__ = "agreement"
    title: Mapped[str] = f.text(_("Naam"), required=True, search=10)
    type: Mapped[str] = f.choice(_("Soort"), AGREEMENT_TYPES)
    signed_on: Mapped[date | None] = f.day(_("Getekend op"))
    year: Mapped[int | None] = f.year(_("Jaar"))
    until_on: Mapped[date | None] = f.day(_("Loopt tot"))
    motto: Mapped[str] = f.text(_("Motto"), search=2)
    note: Mapped[str] = f.text(_("Inhoud"), long=True, search=2)
    parties = f.links(_("Partijen"), "organisation", "partij")
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))


class Goal(Record, Base):
    """What the agreement, or a theme line (a sub-goal), wants to reach; with or without a figure.

    The baseline and the target are in hundredths. ``target_follows`` landelijk: the target is the national figure of
    the latest measurement, ``target`` only its first value.
    """

    __tablename__ = "goal"
    title: Mapped[str] = f.text(_("Doel"), required=True, search=10)
    short: Mapped[str] = f.text(_("Korte naam"), search=5)
    theme_line: Mapped[str | None] = f.ref(_("Themalijn"), "theme_line")
    other_lines = f.links(_("Andere themalijnen"), "theme_line", "themalijn")
    agreement: Mapped[str | None] = f.ref(_("Uit"), "agreement")
    parent: Mapped[str | None] = f.ref(_("Subdoel van"), "goal")
    article: Mapped[str] = f.text(_("Artikel of bladzijde"))
    unit: Mapped[str] = f.text(_("Eenheid"))
    decimals: Mapped[int | None] = f.number(_("Decimalen"), lowest=0, highest=2, default=0)
    direction: Mapped[str] = f.choice(_("Richting"), DIRECTIONS, default="omhoog")
    baseline: Mapped[int | None] = figure(_("Nulmeting"))
    baseline_on: Mapped[date | None] = f.day(_("Nulmeting op"))
    target: Mapped[int | None] = figure(_("Streefwaarde"))
    target_follows: Mapped[str] = f.choice(_("Streefwaarde is"), TARGETS, default="vast")
    relative_to: Mapped[str] = f.text(_("Vergeleken met"))
    by_year: Mapped[int | None] = f.year(_("In het jaar"))
    source: Mapped[str] = f.text(_("Bron"), search=1)
    definition: Mapped[str] = f.text(_("Wat wordt gemeten"), long=True, search=1)
    note: Mapped[str] = f.text(_("Toelichting"), long=True, search=1)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))
    pos: Mapped[str] = f.order()


class Measurement(Record, Base):
    """One value of a goal on a day, with its source and the national value of that moment (hundredths)."""

    __tablename__ = "measurement"
    __table_args__ = (Index(None, "goal"),)
    goal: Mapped[str | None] = f.ref(_("Doel"), "goal", required=True)
    measured_on: Mapped[date | None] = f.day(_("Gemeten op"), required=True)
    value: Mapped[int | None] = figure(_("Waarde"), required=True)
    national: Mapped[int | None] = figure(_("Landelijk"))
    source: Mapped[str] = f.text(_("Bron"), search=1)
    note: Mapped[str] = f.text(_("Notitie"), long=True)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet zo in het werkplan."))


class Fund(Record, Base):
    """Money that actions and events are paid from."""

    __tablename__ = "fund"
    title: Mapped[str] = f.text(_("Naam"), required=True, search=10)
    sources: Mapped[str] = f.text(_("Gevuld door"), search=2)
    agreement: Mapped[str | None] = f.ref(_("Op grond van"), "agreement")
    amount: Mapped[int | None] = f.money(_("Omvang"))
    from_on: Mapped[date | None] = f.day(_("Vanaf"))
    closes_on: Mapped[date | None] = f.day(_("Sluit op"))
    conditions: Mapped[str] = f.text(_("Voorwaarden"), long=True, search=1)
    note: Mapped[str] = f.text(_("Notitie"), long=True, search=1)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))


class StandardText(Record, Base):
    """A text with placeholders ({nummer}, {plaats}, {datum}, {naam} ...) for letters, mails and replies.

    ``kind`` is the kind of record it is for; ``category`` and ``status`` narrow that; empty means any.
    """

    __tablename__ = "standard_text"
    title: Mapped[str] = f.text(_("Naam"), required=True, search=10)
    kind: Mapped[str] = f.text(_("Voor"), default="ticket")
    category: Mapped[str | None] = f.any_ref(_("Categorie"), "ticket_category")
    status: Mapped[str] = f.text(_("Bij stand"), hint=_("Bijvoorbeeld afgehandeld; leeg is bij elke stand"))
    text: Mapped[str] = f.text(
        _("Tekst"),
        long=True,
        required=True,
        search=2,
        hint=_("Met {nummer}, {plaats}, {datum}, {naam}, {wat}, {resultaat}"),
    )
    pos: Mapped[str] = f.order()
