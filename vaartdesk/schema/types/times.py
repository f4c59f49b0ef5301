"""Days, moments and local times. Stored as ISO text, so that text order is time order."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from sqlalchemy.engine import Dialect
from sqlalchemy.types import Text, TypeDecorator, TypeEngine

from vaartdesk.core import dates
from vaartdesk.core.clock import moment_text, parse_moment
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.types.base import FieldType, Invalid, ParseContext, Plain

ZONE = ZoneInfo("Europe/Amsterdam")


def _safe(reader: Any, plain: Any) -> Any:
    """A value that a newer or damaged laptop wrote must never stop a list from opening: it reads as empty."""
    try:
        return reader(plain)
    except (TypeError, ValueError):
        return None


class DayColumn(TypeDecorator[date]):
    """``YYYY-MM-DD`` <-> date."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        return None if not value else _safe(date.fromisoformat, value)


class MomentColumn(TypeDecorator[datetime]):
    """``YYYY-MM-DDTHH:MM:SS.sssZ`` <-> aware datetime in UTC."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else moment_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if not value else _safe(parse_moment, value)


class LocalColumn(TypeDecorator[datetime]):
    """``YYYY-MM-DDTHH:MM`` <-> naive datetime (RFC 5545 3.3.5, form 3; the zone stands in its own column)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat(timespec="minutes")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if not value else _safe(datetime.fromisoformat, value)


@dataclass(frozen=True)
class DayType(FieldType):
    """A date without a time."""

    editor: ClassVar[str] = "day"

    def sql(self) -> TypeEngine[Any]:
        return DayColumn()

    def parse(self, text: str, context: ParseContext) -> date | None:
        if not text.strip():
            return None
        try:
            return dates.parse_day(text, context.today)
        except ValueError as error:
            raise Invalid(str(error)) from error

    def check(self, value: Any) -> date | None:
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise Invalid(_("Vul een datum in, bijvoorbeeld 24-11-2026."))
        return value

    def plain(self, value: Any) -> Plain:
        return None if value is None else str(value.isoformat())

    def value(self, plain: Plain) -> date | None:
        return None if not plain else _safe(date.fromisoformat, plain)

    def field_text(self, value: Any) -> str:
        return "" if value is None else dates.day_field(value)

    def list_text(self, value: Any, today: date) -> str:
        return "" if value is None else dates.day_short(value, today)

    def paper_text(self, value: Any) -> str:
        return "" if value is None else dates.day_long(value)

    def sort_key(self, value: Any) -> Any:
        return (value is None, value or date.min)

    def search_text(self, value: Any) -> str:
        return "" if value is None else dates.day_long(value)


@dataclass(frozen=True)
class MomentType(FieldType):
    """A point in time, kept in UTC, shown in Dutch time."""

    editor: ClassVar[str] = "moment"

    def sql(self) -> TypeEngine[Any]:
        return MomentColumn()

    def parse(self, text: str, context: ParseContext) -> datetime | None:
        local = _parse_local(text, context)
        return None if local is None else local.replace(tzinfo=ZONE).astimezone(UTC)

    def check(self, value: Any) -> datetime | None:
        if value is not None and (not isinstance(value, datetime) or value.tzinfo is None):
            raise Invalid(_("Vul een datum met tijd in, bijvoorbeeld 24-11-2026 19:30."))
        return value

    def plain(self, value: Any) -> Plain:
        return None if value is None else moment_text(value)

    def value(self, plain: Plain) -> datetime | None:
        return None if not plain else _safe(parse_moment, plain)

    def field_text(self, value: Any) -> str:
        return "" if value is None else _local_text(value.astimezone(ZONE))

    def list_text(self, value: Any, today: date) -> str:
        if value is None:
            return ""
        local = value.astimezone(ZONE)
        return f"{dates.day_short(local.date(), today)} {local:%H:%M}"

    def paper_text(self, value: Any) -> str:
        if value is None:
            return ""
        local = value.astimezone(ZONE)
        return f"{dates.day_long(local.date())}, {dates.time_prose(local.time())}"

    def sort_key(self, value: Any) -> Any:
        return (value is None, value or datetime.min.replace(tzinfo=UTC))


@dataclass(frozen=True)
class LocalTimeType(FieldType):
    """A wall-clock time of an event: naive, its zone stands in the column ``zone`` of the same record.

    ``day_of``: the field of the same record whose day is meant by a time that is typed without one. ``follows``: it comes after
    that field, so that ``03:00`` behind a begin at ``22:00`` is of the next day.
    """

    editor: ClassVar[str] = "local"
    day_of: str = ""
    follows: bool = False

    def sql(self) -> TypeEngine[Any]:
        return LocalColumn()

    def parse(self, text: str, context: ParseContext) -> datetime | None:
        return _parse_local(text, context)

    def check(self, value: Any) -> datetime | None:
        if value is not None and (not isinstance(value, datetime) or value.tzinfo is not None):
            raise Invalid(_("Vul een datum met tijd in, bijvoorbeeld 24-11-2026 19:30."))
        return value

    def plain(self, value: Any) -> Plain:
        return None if value is None else str(value.isoformat(timespec="minutes"))

    def value(self, plain: Plain) -> datetime | None:
        return None if not plain else _safe(datetime.fromisoformat, plain)

    def field_text(self, value: Any) -> str:
        return "" if value is None else _local_text(value)

    def list_text(self, value: Any, today: date) -> str:
        """``za 28 nov 19:30``; of a day, which stands for a whole one, the day alone."""
        if value is None or not isinstance(value, datetime):
            return "" if value is None else dates.day_short(value, today)
        return f"{dates.day_short(value.date(), today)} {value:%H:%M}"

    def paper_text(self, value: Any) -> str:
        return "" if value is None else f"{dates.day_long(value.date())}, {dates.time_prose(value.time())}"

    def sort_key(self, value: Any) -> Any:
        return (value is None, value.isoformat() if value else "")


def _local_text(local: datetime) -> str:
    return f"{dates.day_field(local.date())} {local:%H:%M}"


def _parse_local(text: str, context: ParseContext) -> datetime | None:
    """``24-11-2026 19:30`` or ``za 24 nov 19.30 uur``: the last word with digits is the time, what stands before it the day."""
    words = text.replace(",", " ").split()
    if words and words[-1].lower() in ("uur", "u"):
        words.pop()
    if not words:
        return None
    try:
        return _day_and_time(words, context)
    except ValueError as error:
        raise Invalid(str(error)) from error


def _day_and_time(words: list[str], context: ParseContext) -> datetime:
    if len(words) == 1:
        try:
            return _on_a_day(dates.parse_time(words[0]), context)
        except ValueError:
            return _at_a_time(words, context)
    if dates.ends_in_year(words, context.today):
        return _at_a_time(words, context)
    try:
        clock = dates.parse_time(words[-1])
    except ValueError:
        return _at_a_time(words, context)
    return datetime.combine(dates.parse_day(" ".join(words[:-1]), context.today), clock)


def _on_a_day(clock: time, context: ParseContext) -> datetime:
    """A time without a day."""
    if context.after is None:
        return datetime.combine(context.day or context.today, clock)
    at = datetime.combine(context.after.date(), clock)
    return at if at >= context.after else at + timedelta(1)


def _at_a_time(words: list[str], context: ParseContext) -> datetime:
    """A day without a time."""
    return datetime.combine(dates.parse_day(" ".join(words), context.today), context.clock or time())
