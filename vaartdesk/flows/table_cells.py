"""One value as a cell: text that people and a Dutch Excel read, or the stored value of JSON; and strictly back again."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.text import _, clean
from vaartdesk.schema.field import Field
from vaartdesk.schema.types.amounts import MinutesType, MoneyType, NumberType
from vaartdesk.schema.types.base import FieldType, Invalid, ParseContext, Plain
from vaartdesk.schema.types.contact import KvkType
from vaartdesk.schema.types.texts import ChoiceType, FlagType, LongTextType, TextType
from vaartdesk.schema.types.times import DayType, LocalTimeType, MomentType

_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}.*")
_SECONDS: Final = re.compile(r"(.*[0-9]{1,2}:[0-9]{2}):([0-9]{2})")
CUT: Final = 32_767
"""Characters that a cell of a spreadsheet holds."""

# --- to text ---------------------------------------------------------------------------------------------------------


def cell_text(field: Field, value: Any) -> str:
    """The value as text that `from_text` reads back and a spreadsheet understands: `24-11-2026`, `1234,50`, `ja`.

    What the readable form cannot say (the second of two half past twos in October) is given as it is stored.
    """
    kind = field.type
    if isinstance(kind, LongTextType) or type(kind) is TextType:
        return str(value or "")
    if value is None or (kind.is_empty(value) and not isinstance(kind, FlagType)):
        return ""
    shown = _shown(kind, value)
    return shown if _reads_back(field, shown, value) else str(kind.plain(value))


def _shown(kind: FieldType, value: Any) -> str:
    write = next((_WRITERS[base] for base in type(kind).__mro__ if base in _WRITERS), None)
    return write(kind, value) if write is not None else kind.field_text(value)


def _reads_back(field: Field, shown: str, value: Any) -> bool:
    try:
        found = from_text(field, shown, date.min)
    except Invalid:
        return False
    if isinstance(value, datetime) and isinstance(found, datetime):
        return found == value.replace(microsecond=0)
    return bool(found == value)


def _day(day: date) -> str:
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def _local(at: datetime) -> str:
    clock = f"{at.hour:02}:{at.minute:02}" + (f":{at.second:02}" if at.second else "")
    return f"{_day(at.date())} {clock}"


def _number(kind: FieldType, value: int) -> str:
    return _decimal(value, getattr(kind, "decimals", 0))


def _decimal(value: int, decimals: int) -> str:
    whole, rest = divmod(abs(value), 10**decimals)
    return f"{'-' if value < 0 else ''}{whole}" + (f",{rest:0{decimals}}" if decimals else "")


_WRITERS: Final[dict[type, Callable[[Any, Any], str]]] = {
    DayType: lambda kind, value: _day(value),
    MomentType: lambda kind, value: _local(value.astimezone(amsterdam())),
    LocalTimeType: lambda kind, value: _local(value),
    MoneyType: lambda kind, value: _decimal(value, 2),
    MinutesType: lambda kind, value: str(value),
    NumberType: _number,
}

# --- from text -------------------------------------------------------------------------------------------------------


def from_text(field: Field, text: str, today: date) -> Any:
    """Read a cell of text. Raises Invalid with a Dutch sentence."""
    kind = field.type
    text = clean(text)
    if isinstance(kind, MomentType | LocalTimeType | DayType) and _ISO.fullmatch(text.strip()):
        found = kind.value(text.strip()[:10] if isinstance(kind, DayType) else text.strip())
        if found is not None:
            return kind.check(found)
    if isinstance(kind, MomentType | LocalTimeType) and (match := _SECONDS.fullmatch(text.strip())):
        at = kind.parse(match[1], ParseContext(today))
        return at.replace(second=int(match[2]) % 60) if at is not None and isinstance(kind, MomentType) else at
    if isinstance(kind, KvkType) and re.fullmatch(r"[0-9]{6,7}", text.strip()):
        text = text.strip().zfill(8)  # a spreadsheet takes the zeros in front of a number away
    return kind.parse(text, ParseContext(today))


# --- the stored value ------------------------------------------------------------------------------------------------


def plain_value(field: Field, value: Any) -> Plain:
    """The value as JSON holds it: as it is stored."""
    return field.type.plain(value)


def from_plain(field: Field, raw: Any, today: date) -> Any:
    """Read a value of JSON strictly; text is also read as a person would write it. Raises Invalid."""
    kind = field.type
    if raw is None:
        return kind.empty
    if isinstance(raw, float | list | dict):
        raise Invalid(_("Hier hoort een enkele waarde, zonder punt of komma."))
    if isinstance(kind, FlagType):
        return _flag(kind, raw, today)
    if isinstance(raw, str):
        return _plain_text(field, raw, today)
    if isinstance(kind, TextType | ChoiceType):
        return kind.check(str(raw))
    return kind.check(raw if isinstance(kind, NumberType) else kind.value(raw))


def _flag(kind: FlagType, raw: Any, today: date) -> bool:
    return bool(raw) if raw in (0, 1) else bool(kind.parse(str(raw), ParseContext(today)))


def _plain_text(field: Field, raw: str, today: date) -> Any:
    kind = field.type
    if isinstance(kind, LongTextType) or type(kind) is TextType:
        return kind.check(raw)  # as it stands: nothing is trimmed that was stored so
    if isinstance(kind, ChoiceType | TextType | NumberType):
        return kind.parse(clean(raw), ParseContext(today))
    found = kind.value(raw)
    if found is None and raw.strip():
        return from_text(field, raw, today)
    return kind.check(found)


def same_cell(text: str, current: str) -> bool:
    """Whether a cell still says what was exported; a spreadsheet cuts long texts off with "…" and changes line ends."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) == CUT and text.endswith("…"):
        return current.startswith(text[:-1])
    return text == current or text.rstrip() == current.rstrip()
