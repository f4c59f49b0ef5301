"""A record of any kind and a value for any field, made from what the kind declares: for tests that run over all kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from vaartdesk.schema.field import Field
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.types.amounts import MinutesType, MoneyType, NumberType
from vaartdesk.schema.types.contact import EmailType, KvkType, PhoneType, PostcodeType, UrlType
from vaartdesk.schema.types.recurrence import RuleType
from vaartdesk.schema.types.references import LinksType, RefType
from vaartdesk.schema.types.texts import ChoiceType, FlagType, LongTextType, TextType
from vaartdesk.schema.types.times import DayType, LocalTimeType, MomentType
from vaartdesk.store.tx import Tx

DAY = date(2027, 3, 1)
WORDS = ("Lantaarn", "bestrating", "café", "Koopmansplein", "vergunning", "ĳsbaan", "kerstster", "fietsbeugel")
ANY_KIND = "person"
DEEPEST = 3

Maker = Callable[[Any, int], Any]


def _number(kind: NumberType, n: int) -> int:
    low = kind.lowest if kind.lowest is not None else 0
    high = kind.highest if kind.highest is not None else low + 1000
    return low + n % (high - low + 1)


MAKERS: dict[type, Maker] = {
    TextType: lambda kind, n: f"{WORDS[n % len(WORDS)]} {n}",
    RuleType: lambda kind, n: f"FREQ=DAILY;INTERVAL={n % 90 + 1}",
    LongTextType: lambda kind, n: f"{WORDS[n % len(WORDS)]} {n}\nnog een regel & <b>geen opmaak</b>",
    ChoiceType: lambda kind, n: kind.options[n % len(kind.options)].slug,
    FlagType: lambda kind, n: bool(n % 2),
    DayType: lambda kind, n: DAY + timedelta(days=n),
    MomentType: lambda kind, n: datetime(2027, 3, 1, 12, tzinfo=UTC) + timedelta(minutes=n),
    LocalTimeType: lambda kind, n: datetime(2027, 3, 1, 19, 30) + timedelta(minutes=15 * n),  # noqa: DTZ001
    NumberType: _number,
    MoneyType: _number,
    MinutesType: _number,
    EmailType: lambda kind, n: f"naam{n}@voorbeeld.nl",
    PhoneType: lambda kind, n: f"+3159212{n % 10000:04d}",
    PostcodeType: lambda kind, n: f"9{n % 1000:03d} AB",
    KvkType: lambda kind, n: f"{n:08d}",
    UrlType: lambda kind, n: f"https://www.voorbeeld.nl/{n}",
}


class Specimens:
    """Makes records inside an open change; ``n`` makes values differ."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self.kinds = kinds
        self.n = 0

    def next(self) -> int:
        self.n += 1
        return self.n

    def record(self, tx: Tx, name: str, depth: int = 0, **given: Any) -> Ref:
        """A record with its required fields filled (and all of ``given``)."""
        kind = self.kinds[name]
        if name == "attachment":
            return tx.attach(self.record(tx, "person", depth), f"inhoud {self.next()}".encode(), "plan.txt")
        values = {
            f.name: self.value(tx, f, depth) for f in kind.fields.values() if self._asks(f) and f.name not in given
        }
        if isinstance(kind.title, str) and kind.has(kind.title) and kind.title not in values:
            values[kind.title] = self.value(tx, kind.fields[kind.title], depth)
        return tx.add(name, values | given)

    @staticmethod
    def _asks(field: Field) -> bool:
        return field.required and not field.derived and field.default is None

    def value(self, tx: Tx, field: Field, depth: int = 0) -> Any:
        """A value that fits the field; for references a record of the target is made."""
        kind = field.type
        if isinstance(kind, LinksType):
            return tuple(self._target(tx, field, depth).id for _again in range(2)) if depth < DEEPEST else ()
        if isinstance(kind, RefType):
            return self._target(tx, field, depth).id if depth < DEEPEST else None
        maker = next(MAKERS[base] for base in type(kind).__mro__ if base in MAKERS)
        return maker(kind, self.next())

    def _target(self, tx: Tx, field: Field, depth: int) -> Ref:
        return self.record(tx, (field.targets or (ANY_KIND,))[0], depth + 1)
