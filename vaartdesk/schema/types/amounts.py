"""Numbers, money and durations: whole numbers inside, Dutch notation outside."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from sqlalchemy.types import Integer, TypeEngine

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.money import format_money, format_number, parse_money, parse_number
from vaartdesk.core.text import _
from vaartdesk.schema.types.base import FieldType, Invalid, ParseContext

BIGGEST = 10**15
"""Larger is a typing error; SQLite itself stops at 2**63."""


@dataclass(frozen=True)
class NumberType(FieldType):
    """A number of ``decimals`` digits behind the comma, stored as a whole number (21,9 with one decimal is 219).

    A year is a number too; it is not ``grouped`` (2026, never 2.026).
    """

    editor: ClassVar[str] = "number"
    decimals: int = 0
    lowest: int | None = None
    highest: int | None = None
    unit: str = ""
    grouped: bool = True

    def sql(self) -> TypeEngine[Any]:
        return Integer()

    def parse(self, text: str, context: ParseContext) -> int | None:
        text = text.strip().removesuffix(str(self.unit)).strip() if self.unit else text.strip()
        if not text:
            return None
        try:
            return self.check(parse_number(text, self.decimals))
        except Invalid:
            raise
        except ValueError as error:
            raise Invalid(str(error)) from error

    def check(self, value: Any) -> int | None:
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) > BIGGEST:
            raise Invalid(_("Vul een getal in."))
        if self.lowest is not None and value < self.lowest:
            raise Invalid(_("Dit moet minstens {n} zijn.").format(n=self.field_text(self.lowest)))
        if self.highest is not None and value > self.highest:
            raise Invalid(_("Dit mag hoogstens {n} zijn.").format(n=self.field_text(self.highest)))
        return value

    def field_text(self, value: Any) -> str:
        return "" if value is None else format_number(value, self.decimals, grouped=self.grouped)

    def list_text(self, value: Any, today: Any) -> str:
        shown = self.field_text(value)
        return f"{shown}\u00a0{self.unit}" if shown and self.unit else shown

    def paper_text(self, value: Any) -> str:
        return self.list_text(value, None)

    def sort_key(self, value: Any) -> Any:
        return (value is None, value or 0)

    def search_text(self, value: Any) -> str:
        return ""


@dataclass(frozen=True)
class MoneyType(NumberType):
    """Euro, stored in cents."""

    editor: ClassVar[str] = "money"

    def parse(self, text: str, context: ParseContext) -> int | None:
        if not text.strip():
            return None
        try:
            return self.check(parse_money(text))
        except Invalid:
            raise
        except ValueError as error:
            raise Invalid(str(error)) from error

    def field_text(self, value: Any) -> str:
        return "" if value is None else format_money(value)


@dataclass(frozen=True)
class MinutesType(NumberType):
    """A duration in whole minutes; '1:30', '90', '1,5 uur' and '90 min' read alike."""

    editor: ClassVar[str] = "number"
    unit: str = "min"
    lowest: int | None = 0
    highest: int | None = 60 * 24 * 31

    def parse(self, text: str, context: ParseContext) -> int | None:
        text = text.strip().lower()
        if not text:
            return None
        if match := re.fullmatch(r"(\d{1,3}):([0-5]\d)", text):
            return self.check(int(match[1]) * 60 + int(match[2]))
        if match := re.fullmatch(r"(\d{1,3})(?:[.,](\d))? ?(?:uur|u)", text):
            return self.check(int(match[1]) * 60 + int(match[2] or 0) * 6)
        if match := re.fullmatch(r"(\d{1,6}) ?(?:min|minuten|m)?\.?", text):
            return self.check(int(match[1]))
        raise Invalid(_("Vul minuten in, bijvoorbeeld 15 of 1:30."))
