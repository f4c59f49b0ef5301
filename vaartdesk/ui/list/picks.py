"""Filters that follow from a field's type: one of its options, one of the records it names, yes or no, a period.

Periods by name are offered; a page that counts may also pick the days from one to another (`days_key`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_field
from vaartdesk.core.periods import Span, covers, month_of, span_text
from vaartdesk.core.text import _
from vaartdesk.schema.field import Field
from vaartdesk.schema.kind import Kind, RowContext
from vaartdesk.schema.types.references import LinksType, RefType
from vaartdesk.schema.types.texts import ChoiceType, FlagType
from vaartdesk.schema.types.times import ZONE, DayType, LocalTimeType, MomentType

NOTHING: Final = "-"
"""The option key of an empty field."""

PERIODS: Final = (
    ("late", _("voor vandaag")),
    ("today", _("vandaag")),
    ("week", _("deze week")),
    ("month", _("deze maand")),
    ("last", _("vorige maand")),
    ("next", _("volgende maand")),
    ("year", _("dit jaar")),
    (NOTHING, _("geen datum")),
)


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be picked, and how many rows have it."""

    key: str
    label: str
    count: int


def pickable(kind: Kind) -> tuple[Field, ...]:
    """The fields among a kind's list fields that can be filtered on, in their order."""
    fields = (kind.fields[name] for name in kind.list_fields if name in kind.fields)
    return tuple(field for field in fields if not field.hidden and isinstance(field.type, tuple(KEYS)))


def keys_of(field: Field, value: Any, today: date) -> tuple[str, ...]:
    """The option keys that a value of the field falls under."""
    for type_, reader in KEYS.items():
        if isinstance(field.type, type_):
            return reader(value, today)
    return ()


def _choice(value: Any, today: date) -> tuple[str, ...]:
    return (str(value or NOTHING),)


def _links(value: Any, today: date) -> tuple[str, ...]:
    return tuple(value or (NOTHING,))


def _flag(value: Any, today: date) -> tuple[str, ...]:
    return ("1",) if value else ("0",)


def _day(value: Any, today: date) -> tuple[str, ...]:
    if value is None:
        return (NOTHING,)
    day = _date(value)
    return tuple(name for name, is_in in _PERIOD_TESTS.items() if is_in(day, today))


def _date(value: date) -> date:
    """The day of a day or a moment."""
    return (value.astimezone(ZONE) if value.tzinfo else value).date() if isinstance(value, datetime) else value


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _months(day: date) -> int:
    return day.year * 12 + day.month


_PERIOD_TESTS: Final[dict[str, Callable[[date, date], bool]]] = {
    "late": lambda day, today: day < today,
    "today": lambda day, today: day == today,
    "week": lambda day, today: _monday(day) == _monday(today),
    "month": lambda day, today: _months(day) == _months(today),
    "last": lambda day, today: _months(day) == _months(today) - 1,
    "next": lambda day, today: _months(day) == _months(today) + 1,
    "year": lambda day, today: day.year == today.year,
}

KEYS: Final[dict[type, Callable[[Any, date], tuple[str, ...]]]] = {
    ChoiceType: _choice,
    RefType: _choice,
    LinksType: _links,
    FlagType: _flag,
    DayType: _day,
    MomentType: _day,
    LocalTimeType: _day,
}


# --- days from one to another ----------------------------------------------------------------------------------------


def days_key(first: date | None, last: date | None) -> str:
    """The option key of the days from one up to and including another; None leaves that end open."""
    return f"{first or ''}..{last or ''}"


def _ends(key: str) -> tuple[date | None, date | None] | None:
    """The ends that such a key names; None for another key, also for one that a newer version wrote."""
    first, dots, last = key.partition("..")
    try:
        ends = [date.fromisoformat(text) if text else None for text in (first, last)]
    except ValueError:
        return None
    return (ends[0], ends[1]) if dots and any(ends) else None


def _days_label(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        told = _("vanaf {day}") if first is not None else _("tot en met {day}")
        return told.format(day=day_field(first or last or date.min))
    span = Span(first, last)
    is_months = first == month_of(first).first and last == month_of(last).last
    return span_text(span) if is_months else f"{day_field(first)} – {day_field(last)}"


def picker(field: Field, wanted: Collection[str], today: date) -> Callable[[Any], bool]:
    """The question whether a value falls under one of these option keys."""
    keys = frozenset(wanted)
    spans = [ends for key in keys if (ends := _ends(key)) is not None]
    if not spans:
        return lambda value: not keys.isdisjoint(keys_of(field, value, today))

    def fits(value: Any) -> bool:
        if not keys.isdisjoint(keys_of(field, value, today)):
            return True
        return isinstance(value, date) and any(covers(first, last, _date(value)) for first, last in spans)

    return fits


# --- what is offered -------------------------------------------------------------------------------------------------


def options(field: Field, values: Iterable[Any], context: RowContext, chosen: Collection[str] = ()) -> list[Option]:
    """What can be picked of a field, with counts over its values; options that no row has are left out, but for days that are
    ``chosen``.
    """
    values = list(values)
    days = [
        Option(key, label_of(field, key, context), sum(map(picker(field, (key,), context.today), values)))
        for key in sorted(chosen)
        if _ends(key) is not None
    ]
    return [*days, *_named_options(field, values, context)]


def _named_options(field: Field, values: Iterable[Any], context: RowContext) -> list[Option]:
    counts = Counter(key for value in values for key in keys_of(field, value, context.today))
    if isinstance(field.type, ChoiceType):
        named = [(option.slug, str(option.label)) for option in field.type.options]
        unknown = [(key, key) for key in counts if key != NOTHING and all(key != slug for slug, _l in named)]
        return _counted([*named, *unknown, (NOTHING, str(_("niet ingevuld")))], counts)
    if isinstance(field.type, FlagType):
        return _counted([("1", str(_("ja"))), ("0", str(_("nee")))], counts)
    if isinstance(field.type, RefType | LinksType):
        named = sorted(
            ((key, context.title(key)) for key in counts if key != NOTHING), key=lambda pair: pair[1].casefold()
        )
        return _counted([*named, (NOTHING, str(_("niet ingevuld")))], counts)
    return _counted([(key, str(label)) for key, label in PERIODS], counts)


def _counted(named: Iterable[tuple[str, str]], counts: Counter[str]) -> list[Option]:
    return [Option(key, label, counts[key]) for key, label in named if counts[key]]


def label_of(field: Field, key: str, context: RowContext) -> str:
    """The words of one option."""
    if key == NOTHING:
        return str(_("niet ingevuld"))
    if isinstance(field.type, ChoiceType):
        return field.type.field_text(key)
    if isinstance(field.type, FlagType):
        return str(_("ja")) if key == "1" else str(_("nee"))
    if isinstance(field.type, RefType | LinksType):
        return context.title(key)
    ends = _ends(key)
    return str(dict(PERIODS).get(key, key)) if ends is None else _days_label(*ends)
