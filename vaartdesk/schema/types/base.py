"""A field type says how a value is stored, read, shown, sorted, searched and exported, and names its editor."""

from __future__ import annotations

from dataclasses import field
from datetime import date, datetime, time
from typing import Any, ClassVar

from sqlalchemy.types import Text, TypeEngine

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import clean, fold

Plain = str | int | None
"""What SQLite, the log and JSON hold: text, whole numbers, nothing. Never a float."""


@dataclass(frozen=True, slots=True)
class ParseContext:
    """What reading a value may depend on. ``day``: of a time that is typed without one; None = today. ``after``: such a time is the
    first one from here on. ``clock``: of a day that is typed without a time; None = midnight.
    """

    today: date
    day: date | None = None
    after: datetime | None = None
    clock: time | None = None


class Invalid(ValueError):
    """Text that is no value of this type; the message is a Dutch sentence for beside the field."""


@dataclass(frozen=True)
class FieldType:
    """Base of all field types; a plain value is the Python value unless a subclass says otherwise."""

    editor: ClassVar[str] = "text"
    empty: ClassVar[Any] = None

    def sql(self) -> TypeEngine[Any]:
        """The column type; reading through it gives Python values."""
        return Text()

    def parse(self, text: str, context: ParseContext) -> Any:
        """Read what a person typed. Raises Invalid."""
        return clean(text).strip() or self.empty

    def plain(self, value: Any) -> Plain:
        """Python value -> stored value."""
        return value  # type: ignore[no-any-return]

    def value(self, plain: Plain) -> Any:
        """Stored value -> Python value."""
        return plain

    def field_text(self, value: Any) -> str:
        """As shown in the field, in a form that ``parse`` reads back."""
        return "" if value is None else str(value)

    def list_text(self, value: Any, today: date) -> str:
        """As shown in lists and sentences, short."""
        return self.field_text(value)

    def paper_text(self, value: Any) -> str:
        """As printed in running text."""
        return self.field_text(value)

    def sort_key(self, value: Any) -> Any:
        """A key that orders values; empty values come last (False sorts first)."""
        return (self.is_empty(value), "" if value is None else fold(self.field_text(value)))

    def search_text(self, value: Any) -> str:
        """The words by which search finds the value."""
        return self.field_text(value)

    def is_empty(self, value: Any) -> bool:
        return value is None or value == "" or value == ()

    def check(self, value: Any) -> Any:
        """Bring a Python value set by code into normal form. Raises Invalid for a value of the wrong shape."""
        return value


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a choice: permanent slug, label, icon, and the tone of its chip."""

    slug: str
    label: str
    icon: str = ""
    tone: str = "neutral"
    note: str = field(default="")
