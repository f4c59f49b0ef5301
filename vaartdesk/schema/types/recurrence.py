"""How often something comes back: stored as a rule (RFC 5545), shown and typed in words."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.rule_reading import parse_rule
from vaartdesk.core.rule_words import rule_words
from vaartdesk.schema.types.base import Invalid, ParseContext
from vaartdesk.schema.types.texts import TextType


@dataclass(frozen=True)
class RuleType(TextType):
    """`FREQ=MONTHLY;BYDAY=1MO` in the database, "eerste maandag van de maand" everywhere else; '' comes back never.

    ``start``: the field of the same record that says when the series begins.
    """

    editor: ClassVar[str] = "rule"
    start: str = ""

    def parse(self, text: str, context: ParseContext) -> str:
        try:
            return self.check(parse_rule(text, context.today))
        except ValueError as error:
            raise Invalid(str(error)) from error

    def field_text(self, value: Any) -> str:
        return rule_words(str(value or ""))

    def list_text(self, value: Any, today: date) -> str:
        return self.field_text(value)
